// SPDX-License-Identifier: Apache-2.0
// 四 printed over several rows or tables.
#include <string>
#include <vector>

#include "nianbao/parse.hpp"
#include "support/catch.hpp"

namespace nianbao {

namespace {

const std::string review_heading = "四、政府信息公开行政复议、行政诉讼情况\n";
const std::string five_outcomes = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n";

// The figures of a text that have a value, one behind the other.
std::string review_values(const std::string& text) {
  std::string out;
  const auto result = parse(text);
  for (const auto& figure : figures(result.report))
    if (figure.cell->has_value()) out += figure.cell->value.to_string() + ' ';
  return out;
}

}  // namespace

TEST_CASE("四 is read where its blocks are rows or tables, or its cells are rows") {
  const std::string direct = "未经复议直接起诉\t";
  const std::string after = "复议后起诉\t";
  const auto rows =
      review_heading + "\t" + five_outcomes + "行政复议\t1\t2\t3\t4\t5\n" + direct + "6\t7\t8\t9\t10\n";
  CHECK(review_values(rows + after + "11\t12\t13\t14\t15\n") == "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 ");
  // One block is printed twice, with other numbers; one as it was.
  CHECK(review_values(rows + direct + "6\t7\t8\t9\t11\n").empty());
  // Blocks out of order: one of the names may be another's.
  CHECK(review_values(review_heading + "\t" + five_outcomes + after + "1\t2\t3\t4\t5\n" + direct +
                      "6\t7\t8\t9\t10\n")
            .empty());
  // One cell more than the header names.
  CHECK(review_values(rows + after + "11\t12\t13\t14\t15\t16\n") == "1 2 3 4 5 6 7 8 9 10 ");
  const auto tables = review_heading + "行政复议\t\t\t\t\n" + five_outcomes + "1\t2\t3\t4\t5\n" +
                      "复议后起诉\t\t\t\t\n" + five_outcomes;
  CHECK(review_values(tables + "6\t7\t8\t9\t10\n") == "1 2 3 4 5 6 7 8 9 10 ");
  // Without the name of a block nobody knows whose they are.
  CHECK(review_values(review_heading + five_outcomes + "1\t2\t3\t4\t5\n" + "复议后起诉\t\t\t\t\n" +
                      five_outcomes + "6\t7\t8\t9\t10\n")
            .empty());
  const auto keys = review_heading + "行政复议结果维持\t1\n行政复议结果纠正\t\n复议后起诉总计\t";
  CHECK(review_values(keys + "3\n") == "1 3 ");
  CHECK(review_values(keys + "\t3\n") == "1 ");  // of a column that is not the form's
}

TEST_CASE("A page's number for a cell of 四 is told by the sums of other blocks") {
  const std::string lines = "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n";
  const auto text =
      review_heading + lines + "行政复议\n1\n2\n3\n4\n10\n未经复议直接起诉\n2\n2\n3\n4\n11\n复议后起诉\n";
  CHECK(review_values(text + "2\n2\n3\n5\n12\n") == "1 2 3 4 10 2 2 3 4 11 2 2 3 5 12 ");
  CHECK(review_values(text + "7\n2\n3\n5\n12\n") == "1 2 3 4 10 2 2 3 4 11 ");
  // A cell that is lost leaves nothing certain.
  CHECK(review_values(text + "2\n3\n5\n12\n").empty());
}

TEST_CASE("What does not fit the rows of 四 leaves them unread") {
  const std::string rows =
      review_heading + "\t" + five_outcomes + "行政复议\t1\t2\t3\t4\t5\n未经复议直接起诉\t6\t7\t8\t9\t10\n";
  struct ReviewCase {
    const char* why;
    std::string text;
    const char* figures;
  };
  const auto wide = "\t\t" + five_outcomes;
  const std::string tables = review_heading + "行政复议\t\t\t\t\n" + five_outcomes;
  const std::string lines = "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n";
  const std::vector<ReviewCase> cases{
      {"a column without a name stands before the header's",
       review_heading + wide + "行政复议\t91\t1\t2\t3\t4\t5\n未经复议直接起诉\t92\t6\t7\t8\t9\t10\n" +
           "复议后起诉\t93\t\t\t\t\t\n",
       ""},
      {"a number stands in a line before a row with a blank cell",
       tables + "7\n1\t2\t\t4\t5\n未经复议直接起诉\t\t\t\t\n" + five_outcomes + "11\t12\t13\t14\t15\n" +
           "复议后起诉\t\t\t\t\n" + five_outcomes + "21\t22\t23\t24\t25\n",
       "11 12 13 14 15 21 22 23 24 25 "},
      {"one row is printed twice", rows + "未经复议直接起诉\t6\t7\t8\t9\t10\n", ""},
      {"the first is", rows + "行政复议\t1\t2\t3\t4\t5\n", ""},
      {"all rows are, one with another number",
       rows + "行政复议\t1\t2\t3\t4\t5\n未经复议直接起诉\t6\t7\t8\t9\t11\n", "1 2 3 4 5 "},
      {"they are in another order", rows + "未经复议直接起诉\t6\t7\t8\t9\t10\n行政复议\t1\t2\t3\t4\t5\n", ""},
      {"a block's name is lost, and the rest of the one before it",
       review_heading +
           "行政复议\t结果维持\t1\n\t结果纠正\t2\n\t其他结果\t13\n\t尚未审结\t14\n复议后起诉\t结果维持\t21\n"
           "\t" +
           "结果纠正\t22\n",
       ""},
      {"cells are lines, and some are lost",
       review_heading + lines + "行政复议\n1\n2\n3\n4\n5\n复议后起诉\n11\n12\n13\n14\n15\n", ""},
      {"cells are lines, and another label stands before the values",
       review_heading + lines +
           "行政复议\n1\n2\n3\n4\n5\n未经复议直接起诉\n6\n7\n8\n9\n10\n复议后起诉\n小计\n11\n12\n" +
           "13\n14\n15\n",
       ""},
      {"a block stands below the outcomes",
       tables + "1\t2\t3\t4\t5\n" + five_outcomes + "复议后起诉\t\t\t\t\n6\t7\t8\t9\t10\n", ""},
      {"a row names no block", rows + "行政诉讼\t11\t12\t13\t14\t15\n", "1 2 3 4 5 6 7 8 9 10 "},
      {"a row of a table names no block",
       tables + "行政诉讼\t91\t92\t93\t94\t95\n1\t2\t3\t4\t5\n复议后起诉\t\t\t\t\n" + five_outcomes +
           "6\t7\t8\t9\t10\n",
       "6 7 8 9 10 "},
  };
  for (const auto& [why, text, figures] : cases) {
    INFO(why << '\n' << text);
    CHECK(review_values(text) == figures);
  }
}

}  // namespace nianbao
