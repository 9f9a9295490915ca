// SPDX-License-Identifier: Apache-2.0
#include "tables/template.hpp"

#include "support/catch.hpp"
#include "unit/reading.hpp"

namespace nianbao::tables {

namespace {

const std::string documents_2021 = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n";
const std::string documents_2019 = "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n";
const std::string decisions_2019 = "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n";
const std::string matrix_head = "\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n";
const std::string seven = "\t1\t2\t3\t4\t5\t6\t21\n";

struct Found {
  Template form;
  bool is_certain;
  std::string token;
  std::string other;
};

Found told(const std::string& text) {
  const unit::Reading reading(text);
  const FactHeaders headers(reading.tokens, reading.tree.facts, std::pmr::get_default_resource());
  const auto told = tell_form(reading.tokens, reading.tree, headers);
  const auto shown = [&](std::uint32_t token) {
    return token == grammar::no_token ? std::string() : reading.of(reading.tokens[token]);
  };
  return {told.form, told.is_certain, shown(told.token), shown(told.other)};
}

}  // namespace

TEST_CASE("The form is told by the labels of columns") {
  auto found = told(documents_2019 + "规章\t1\t2\t3\n");
  CHECK(found.form == Template::form_2019);
  CHECK(found.token == "本年新制作数量");
  CHECK(found.other.empty());
  found = told(documents_2021 + "规章\t1\t2\t3\n");
  CHECK(found.form == Template::form_2021);
  CHECK(found.token == "本年制发件数");
  CHECK(told("信息内容\t处理决定数量\n行政许可\t1\n").form == Template::form_2021);
  CHECK(told(decisions_2019 + "行政许可\t1\t2\t3\n").form == Template::form_2019);
}

TEST_CASE("The form is told by rows that only one form has") {
  CHECK(told("行政许可\t1\n其他对外管理服务事项\t2\n").token == "其他对外管理服务事项");
  CHECK(told("政府集中采购\t1\t2\n").form == Template::form_2019);
  CHECK(told(matrix_head + "\t3.其他" + seven).form == Template::form_2021);
  CHECK(told(matrix_head + "（六）其他处理\t" + seven).form == Template::form_2019);
  CHECK(told(matrix_head + "（六）其他处理\t" + seven + "\t3.其他" + seven).form == Template::form_2021);
  // An office that prints the figures of groups prints those of （六） as well.
  CHECK(told(matrix_head + "（三）不予公开\t" + seven + "（六）其他处理\t" + seven).form ==
        Template::form_2021);
}

TEST_CASE("Of two forms the one with more rows is the report's") {
  const auto older =
      told(documents_2021 + "规章\t1\t2\t3\n" + decisions_2019 + "行政许可\t1\t2\t3\n行政处罚\t4\t5\t6\n");
  CHECK(older.form == Template::form_2019);
  CHECK(older.other == "本年制发件数");
  const auto newer =
      told(documents_2021 + "规章\t1\t2\t3\n规范性文件\t4\t5\t6\n" + decisions_2019 + "行政许可\t1\t2\t3\n");
  CHECK(newer.form == Template::form_2021);
  CHECK(newer.other == "上一年项目数量");
  // A row printed twice is one row.
  CHECK(told(documents_2021 + "规章\t1\t2\t3\n规范性文件\t4\t5\t6\n" + decisions_2019 +
             "行政许可\t1\t2\t3\n行政许可\t1\t2\t3\n行政许可\t1\t2\t3\n")
            .form == Template::form_2021);
}

TEST_CASE("Without a label of one form only the form is not certain") {
  const auto found = told("规章\t1\t2\t3\n行政许可\t4\n");
  CHECK(found.form == Template::form_2021);
  CHECK_FALSE(found.is_certain);
  CHECK(told("一、总体情况\n甲。").form == Template::unknown);
}

}  // namespace nianbao::tables
