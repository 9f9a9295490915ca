// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "nianbao/parse.hpp"
#include "support/catch.hpp"

namespace nianbao {

namespace {

const std::string applicants =
    "三、收到和处理政府信息公开申请情况\n"
    "\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n"
    "\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n";
const std::string received = "一、本年新收政府信息公开申请数量\t\t";
const std::string carried = "二、上年结转政府信息公开申请数量\t\t";
// A line of all outcomes, with these cells around it.
std::string outcomes(const std::string& before, const std::string& behind = "") {
  std::string line;
  for (int block = 0; block < 3; ++block) {
    if (block > 0) line += '\t';
    line += "结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
  }
  return before + line + behind + '\n';
}

const std::string review = "四、政府信息公开行政复议、行政诉讼情况\n" + outcomes("");

// The figures of a text that have a value, one behind the other.
std::string values_of(const std::string& text) {
  std::string out;
  const auto result = parse(text);
  for (const auto& figure : figures(result.report))
    if (figure.cell->has_value()) out += figure.cell->value.to_string() + ' ';
  return out;
}

bool is_doubted(const std::string& text) {
  const auto result = parse(text);
  return std::any_of(result.diagnostics.begin(), result.diagnostics.end(),
                     [](const Diagnostic& d) { return d.code == DiagnosticCode::row_ambiguous; });
}

}  // namespace

TEST_CASE("A number with a space in it may be two where a column is blank or missing") {
  CHECK(values_of(applicants + received + "1\t2\t3 5\t4\t5\t6\t53\n") == "1 2 35 4 5 6 53 ");
  const auto blank = applicants + received + "1 2\t3\t4\t5\t6\t7\t\n";
  CHECK(values_of(blank).empty());
  CHECK(is_doubted(blank));
  const std::string narrow =
      "三、收到和处理政府信息公开申请情况\n"
      "\t\t自然人\t法人或其他组织\t\t\t\t\n"
      "\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n";
  CHECK(values_of(narrow + received + "1\t2\t3\t4\t5\t6\n" + carried + "1\t2 3\t4\t5\t6\t7\n") ==
        "1 2 3 4 5 6 ");
}

TEST_CASE("A row of 四 that begins with a blank cell may have slid") {
  const std::string slid = "\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\n";
  CHECK(values_of(review + slid).empty());
  CHECK(is_doubted(review + slid));
  // Its sums hold, so the first is blank.
  CHECK(values_of(review + "\t2\t3\t4\t9\t1\t1\t1\t1\t4\t2\t2\t2\t2\t8\n") == "2 3 4 9 1 1 1 1 4 2 2 2 2 8 ");
}

TEST_CASE("Values for two rows of 四 without a label are nobody's") {
  std::string row = "1";
  for (int i = 2; i <= 15; ++i) row += '\t' + std::to_string(i);
  CHECK(values_of(review + row + '\n') == "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 ");
  CHECK(values_of(review + row + '\n' + row + '\n').empty());
  CHECK(is_doubted(review + row + '\n' + row + '\n'));
}

TEST_CASE("A row of 四 that begins before its header has another column") {
  const std::string numbered = "四、政府信息公开行政复议、行政诉讼情况\n" + outcomes("序号\t");
  CHECK(values_of(numbered + "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t\t\n").empty());
}

TEST_CASE("A row of 四 that is as wide as the form below a wider header may have lost a cell") {
  const std::string wide = "四、政府信息公开行政复议、行政诉讼情况\n" + outcomes("", "\t");
  CHECK(values_of(wide + "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t\n").empty());
  CHECK(values_of(wide + "\t2\t3\t4\t9\t1\t1\t1\t1\t4\t2\t2\t2\t2\t8\n") == "2 3 4 9 1 1 1 1 4 2 2 2 2 8 ");
}

TEST_CASE("A column that is not the form's is no doubt where each cell stands below its name") {
  const std::string heading = "三、收到和处理政府信息公开申请情况\n";
  const std::string top = "申请人情况\t\t";
  const std::string organisations = "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t";
  const std::string third = "（一）予以公开\t\t";
  struct Case {
    const char* why;
    std::string text;
    const char* figures;
  };
  const std::string behind = heading + top + "自然人\t" + organisations + "总计\t占比\n";
  const std::string two = heading + top + "自然人\t" + organisations + "总计\t合计\n";
  const std::vector<Case> cases{
      {"behind",
       behind + received + "1\t2\t3\t4\t5\t6\t7\t9%\n" + carried + "11\t12\t13\t14\t15\t16\t17\t8\n",
       "1 2 3 4 5 6 7 11 12 13 14 15 16 17 "},
      {"behind, and a cell is blank",
       behind + received + "\t2\t3\t4\t5\t6\t7\t98\n" + carried + "11\t12\t13\t14\t15\t16\t17\t\n",
       "2 3 4 5 6 7 11 12 13 14 15 16 17 "},
      {"in front",
       heading + top + "网上申请\t自然人\t" + organisations + "总计\n" + received +
           "9\t1\t2\t3\t4\t5\t6\t7\n" + carried + "19\t\t12\t13\t14\t15\t16\t17\n",
       "1 2 3 4 5 6 7 12 13 14 15 16 17 "},
      {"in front, and blank",
       heading + top + "网上申请\t自然人\t" + organisations + "总计\n" + received +
           "\t1\t2\t3\t4\t5\t6\t7\n" + carried + "9\t11\t12\t13\t14\t15\t16\t\n",
       "1 2 3 4 5 6 7 11 12 13 14 15 16 "},
      {"among the organisations",
       heading + top + "自然人\t商业企业\t科研机构\t学校\t社会公益组织\t法律服务机构\t其他\t总计\n" +
           received + "1\t2\t3\t9\t4\t5\t6\t7\n",
       "1 2 3 4 5 6 7 "},
      {"小计 behind 总计, one line above",
       heading + top + "自然人\t\t\t\t\t\t总计\t小计\n\t\t\t" + organisations + "\t\n" + received +
           "1\t2\t3\t4\t5\t6\t7\t9\n",
       "1 2 3 4 5 6 7 "},
      {"rows have more cells than names", behind + received + "1\t2\t3\t4\t5\t6\t7\t8\t9\n", ""},
      {"a name is lost",
       heading + top + "自然人\t商业企业\t科研机构\t\t法律服务机构\t其他\t总计\t占比\n" + received +
           "1\t2\t3\t4\t5\t6\t7\t8\n",
       ""},
      {"the form's columns are in another order",
       heading + top + "自然人\t科研机构\t商业企业\t社会公益组织\t法律服务机构\t其他\t总计\t占比\n" +
           received + "1\t2\t3\t4\t5\t6\t7\t8\n",
       ""},
      {"其他 twice, and one of them is blank",
       heading + top + "自然人\t" + organisations + "其他\t总计\n" + received + "1\t2\t3\t4\t5\t6\t\t7\n" +
           carried + "\t12\t13\t14\t15\t16\t17\t18\n",
       ""},
      {"one row has more cells than names",
       behind + received + "1\t2\t3\t4\t5\t6\t7\t8\t9\n" + carried + "11\t12\t13\t14\t15\t16\t17\t18\n", ""},
      {"a column among them has no name",
       heading + top + "自然人\t商业企业\t科研机构\t\t社会公益组织\t法律服务机构\t其他\t总计\t占比\n" +
           received + "1\t2\t3\t4\t5\t6\t7\t8\t\n",
       ""},
      {"two totals, and too few rows with sums",
       two + received + "1\t1\t1\t1\t1\t1\t6\t8\n" + carried + "0\t0\t0\t0\t0\t0\t0\t0\n",
       "1 1 1 1 1 1 0 0 0 0 0 0 "},
      {"two totals, and no sums", two + received + "1\t2\t3\t4\t5\t6\t7\t8\n", "1 2 3 4 5 6 "},
      {"two totals, one of them the sum",
       two + received + "1\t1\t1\t1\t1\t1\t6\t8\n" + carried + "2\t2\t2\t2\t2\t2\t12\t9\n" + third +
           "3\t3\t3\t3\t3\t3\t18\t10\n",
       "1 1 1 1 1 1 6 2 2 2 2 2 2 12 3 3 3 3 3 3 18 "},
      {"two totals, the other one the sum",
       two + received + "1\t1\t1\t1\t1\t1\t8\t6\n" + carried + "2\t2\t2\t2\t2\t2\t9\t12\n" + third +
           "3\t3\t3\t3\t3\t3\t10\t18\n",
       "1 1 1 1 1 1 6 2 2 2 2 2 2 12 3 3 3 3 3 3 18 "},
      {"two totals, both the sum",
       two + received + "1\t1\t1\t1\t1\t1\t6\t6\n" + carried + "2\t2\t2\t2\t2\t2\t12\t12\n" + third +
           "3\t3\t3\t3\t3\t3\t18\t18\n",
       "1 1 1 1 1 1 2 2 2 2 2 2 3 3 3 3 3 3 "},
  };
  for (const auto& [why, text, figures] : cases) {
    INFO(why << '\n' << text);
    CHECK(values_of(text) == figures);
  }
}

TEST_CASE("Values below those of a row are not the rest of it") {
  const auto row = applicants + received + "1\t2\t3\n";
  CHECK(values_of(row + "\t\t4\t5\t6\t7\n").empty());
  CHECK(values_of(row + "4\t5\t6\t7\n") == "1 2 3 4 5 6 7 ");
  CHECK(values_of(row + "\t\t\t\t\t4\t5\t6\t7\n") == "1 2 3 4 5 6 7 ");
}

TEST_CASE("A header is not believed that many rows outgrow") {
  std::string text =
      "三、收到和处理政府信息公开申请情况\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n";
  for (const char* const label : {"一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"})
    text += std::string(label) + "\n1\n2\n3\n4\n5\n6\n";
  for (const char* const label : {"1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”"})
    text += std::string(label) + "\n1\n2\n3\n4\n5\n";
  CHECK(values_of(text).empty());
}

}  // namespace nianbao
