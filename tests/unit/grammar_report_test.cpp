// SPDX-License-Identifier: Apache-2.0
#include "grammar/report.hpp"

#include "support/catch.hpp"
#include "unit/reading.hpp"

namespace nianbao::grammar {

namespace {

using Words = std::vector<std::string>;

Words words(const unit::Reading& reading, const std::vector<std::uint32_t>& tokens) {
  Words out;
  for (const auto token : tokens) out.push_back(reading.of(reading.tokens[token]));
  return out;
}

// Rows as "key of its label: values".
Words rows(const unit::Reading& reading, const PrintedTable& table) {
  Words out;
  for (const auto& row : table.rows) {
    std::string text = row.label_token == no_token ? "" : reading.of(reading.tokens[row.label_token]);
    text += ':';
    for (auto i = row.values.first; i < row.values.last; ++i) text += ' ' + reading.of(reading.tokens[i]);
    out.push_back(text);
  }
  return out;
}

std::vector<std::pair<DiagnosticCode, int>> events(const unit::Reading& reading) {
  std::vector<std::pair<DiagnosticCode, int>> out;
  for (const auto& event : reading.tree.events) out.emplace_back(event.code, event.section);
  return out;
}

using Events = std::vector<std::pair<DiagnosticCode, int>>;

const std::string matrix_head =
    "申请人情况\n自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n";

}  // namespace

TEST_CASE("Sections hold their text") {
  const unit::Reading reading(
      "标题\n一、总体情况\n甲。\n乙。\n五、存在的主要问题及改进情况\n丙。\n六、其他需要报告的事项\n丁。");
  CHECK(words(reading, reading.tree.preamble) == Words{"标题"});
  CHECK(words(reading, reading.tree.sections[0].prose) == Words{"甲。", "乙。"});
  CHECK(words(reading, reading.tree.sections[4].prose) == Words{"丙。"});
  CHECK(words(reading, reading.tree.sections[5].prose) == Words{"丁。"});
  CHECK_FALSE(reading.tree.sections[1].found);
  CHECK(reading.tree.events.empty());
}

TEST_CASE("Tables are found without their headings") {
  const unit::Reading reading(
      "行政许可\t12\n申请人情况\n一、本年新收政府信息公开申请数量\t1\n结果维持\t结果纠正\n1\t2");
  CHECK(events(reading) == Events{{DiagnosticCode::heading_missing, 1},
                                  {DiagnosticCode::heading_missing, 2},
                                  {DiagnosticCode::heading_missing, 3}});
  CHECK(rows(reading, reading.tree.facts) == Words{"行政许可: 12"});
  CHECK(rows(reading, reading.tree.matrix) == Words{"一、本年新收政府信息公开申请数量: 1"});
  CHECK(rows(reading, reading.tree.review) == Words{": 1 2"});
}

TEST_CASE("A heading printed again is noted, its text kept") {
  const unit::Reading reading("五、存在的主要问题及改进情况\n甲。\n五、存在的主要问题及改进情况\n乙。");
  CHECK(events(reading) == Events{{DiagnosticCode::section_duplicate, 4}});
  CHECK(words(reading, reading.tree.sections[4].prose) == Words{"甲。", "乙。"});
}

TEST_CASE("A table of contents is no section of its own") {
  const unit::Reading reading(
      "一、总体情况\n五、存在的主要问题及改进情况\n一、总体情况\n甲。\n五、存在的主要问题及改进情况\n乙。");
  CHECK(words(reading, reading.tree.sections[0].prose) == Words{"甲。"});
  CHECK(words(reading, reading.tree.sections[4].prose) == Words{"乙。"});
  for (const auto& event : reading.tree.events) CHECK(event.code != DiagnosticCode::section_duplicate);
}

TEST_CASE("Sections out of order are noted") {
  const unit::Reading reading("六、其他需要报告的事项\n甲。\n五、存在的主要问题及改进情况\n乙。");
  CHECK(events(reading) == Events{{DiagnosticCode::heading_order, 4}});
}

TEST_CASE("总计 and 其他 are rows where the rows before them are done") {
  const unit::Reading reading(
      matrix_head +
      "（六）其他处理\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t1\n"
      "其他\t2\n总计\t3");
  CHECK(rows(reading, reading.tree.matrix).size() == 3);
  CHECK(reading.tree.matrix.rows[1].label.index == form::matrix_row_index("results.other.other"));
  CHECK(reading.tree.matrix.rows[2].label.index == form::matrix_row_index("results.total"));
}

TEST_CASE("Rows of a group and its subtotal") {
  const unit::Reading reading(matrix_head + "三、本年度办理结果\t（三）不予公开\t9\n1.属于国家秘密\t8");
  CHECK(rows(reading, reading.tree.matrix) == Words{"（三）不予公开: 9", "1.属于国家秘密: 8"});
  CHECK(reading.tree.matrix.rows[0].label.kind == form::Kind::matrix_group);
}

TEST_CASE("Rows that are not on the form, and values that belong to none") {
  const unit::Reading reading(matrix_head +
                              "其他主动公开文件\t7\n一、本年新收政府信息公开申请数量\t1\n\n见下\n5");
  CHECK(words(reading, reading.tree.unknown_rows) == Words{"其他主动公开文件"});
  CHECK(rows(reading, reading.tree.matrix) == Words{"一、本年新收政府信息公开申请数量: 1"});
  CHECK(words(reading, reading.tree.strays) == Words{"5"});
}

TEST_CASE("Text where a number belongs is a value of its row") {
  const unit::Reading reading(matrix_head + "一、本年新收政府信息公开申请数量\t1\t见附件\t3");
  CHECK(rows(reading, reading.tree.matrix) == Words{"一、本年新收政府信息公开申请数量: 1 见附件 3"});
}

TEST_CASE("A header repeated is another header") {
  const unit::Reading reading(matrix_head + "一、本年新收政府信息公开申请数量\t1\n" + matrix_head +
                              "二、上年结转政府信息公开申请数量\t2");
  CHECK(reading.tree.matrix.headers.size() == 2);
  CHECK(reading.tree.matrix.rows[0].header == 1);
  CHECK(reading.tree.matrix.rows[1].header == 2);
}

TEST_CASE("Page numbers are no text and no values") {
  const unit::Reading reading(
      "一、总体情况\n甲。\n-2-\n乙。\n" + matrix_head +
      "一、本年新收政府信息公开申请数量\t1\n-3-\n二、上年结转政府信息公开申请数量\t2");
  CHECK(words(reading, reading.tree.sections[0].prose) == Words{"甲。", "乙。"});
  CHECK(reading.tree.matrix.rows.size() == 2);
  CHECK(reading.tree.strays.empty());
}

TEST_CASE("Labels of a form that is not read are noticed") {
  const unit::Reading reading("政府信息公开情况统计表\n统计指标\t单位\n规章\t1\t2");
  REQUIRE(reading.tree.foreign != no_token);
  CHECK(reading.of(reading.tokens[reading.tree.foreign]) == "政府信息公开情况统计表");
}

TEST_CASE("（六）其他处理 is noticed once wherever it stands") {
  const unit::Reading reading(matrix_head + "\t（六）其他处理\t\n\t（七）总计\t5\n\t（六）其他处理\t7\n");
  REQUIRE(reading.tree.other_results.size() == 2);
  CHECK(reading.tree.other_results[0].values.empty());
  CHECK(reading.tree.matrix.rows.size() == 2);
}

TEST_CASE("总计 without its number is a row behind （六）其他处理, as behind the last row below it") {
  const unit::Reading reading(matrix_head + "\t（六）其他处理\t7\n总计\t8\n");
  REQUIRE(reading.tree.matrix.rows.size() == 2);
  CHECK(reading.tree.matrix.rows[1].label ==
        form::Label{form::Kind::matrix_row, form::matrix_row_index("results.total")});
}

TEST_CASE("三、本年度办理结果 has no figures of its own") {
  const unit::Reading reading(matrix_head + "三、本年度办理结果\t1\t2\n");
  CHECK(reading.tree.matrix.rows.empty());
  CHECK(reading.tree.strays.size() == 2);
}

TEST_CASE("Any tokens are read") {
  CHECK(parse_report({}).preamble.empty());
  const unit::Reading reading("12\n/\n-3-\n总计\n其他\n（三）不予公开");
  CHECK_FALSE(reading.tree.sections[2].found);
}

}  // namespace nianbao::grammar
