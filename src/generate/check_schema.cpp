// SPDX-License-Identifier: Apache-2.0
#include "generate/outputs.hpp"
#include "generate/schema_parts.hpp"
#include "nianbao/check.hpp"
#include "nianbao/json.hpp"

namespace nianbao::generate {

namespace {

// The words of an enumeration that counts from 0 to `last`.
template <typename Enum>
Json words_to(Enum last) {
  Json words = Json::array();
  for (int i = 0; i <= static_cast<int>(last); ++i) words.push_back(nianbao::to_string(static_cast<Enum>(i)));
  return {{"enum", words}};
}

Json rule_word_schema() {
  Json words = Json::array();
  for (const auto& rule : nianbao::rule_catalogue()) words.push_back(rule.word);
  return titled("Rule / 规则", {{"enum", words}});
}

Json status_schema() {
  return described("Status / 结果",
                   "uncertain: a figure that the rule needs is blank, absent or unreadable; not_assessable: "
                   "what the rule is about is not there / "
                   "pass 通过；fail 不符；uncertain 所需数字空白、未印出或无法读取；not_assessable 无从检查",
                   words_to(nianbao::RuleStatus::not_assessable));
}

Json number_schema() { return {{"type", "number"}}; }
Json number_or_null() { return {{"type", Json::array({"number", "null"})}}; }
Json flag_schema() { return {{"type", "boolean"}}; }
Json place_or_null() { return or_null(reference("span")); }
Json message_schema() { return titled("Message in English / 英文说明", text_schema()); }
Json message_zh_schema() { return titled("Message in Chinese / 中文说明", text_schema()); }

Json head_properties() {
  return {{"name", titled("File that was read / 输入文件", text_schema())},
          {"title", titled("Title / 标题", text_or_null())},
          {"agency", titled("Agency that publishes the report / 发布机关", text_or_null())},
          {"year", titled("Year reported on / 年度", {{"type", Json::array({"integer", "null"})}})},
          {"template", described("Form it is printed on / 表格格式", "Null if not known / 无法判断时为 null",
                                 {{"enum", Json::array({"2021", "2019", nullptr})}})}};
}

Json counts_schema() {
  Json properties;
  for (int i = 0; i <= static_cast<int>(nianbao::RuleStatus::not_assessable); ++i) {
    const std::string word(nianbao::to_string(static_cast<nianbao::RuleStatus>(i)));
    properties[word] =
        titled("Results that are " + word + " / 结果为 " + word + " 的项数", position_schema(0));
  }
  return titled("Results by status, those not listed included / 各种结果的项数（含未列出的）",
                closed_object(properties));
}

Json operand_schema() {
  Json operand = titled(
      "Operand: what a result was made of / 依据",
      closed_object(
          {{"report", described("Which of two reports / 两份报告中的哪一份",
                                "In comparisons only / 仅在对比时出现", {{"enum", {"older", "newer"}}})},
           {"path", titled("Figure, row, section or text / 所涉数据、行、部分或文字", text_schema())},
           {"side",
            described("Side of the rule's equation / 等式的哪一侧", "Null if it has none / 不在等式中为 null",
                      {{"enum", Json::array({"left", "right", nullptr})}})},
           {"state", titled("State / 状态", reference("cell_state"))},
           {"value", titled("Number / 数值", number_or_null())},
           {"text", titled("What is printed / 原文", text_schema())},
           {"span", titled("Place; null if not printed / 位置；未印出时为 null", place_or_null())}},
          {"report"}));
  operand.update(value_follows_state());
  return operand;
}

Json finding_schema() {
  return titled(
      "Finding: one result of one rule / 检查结果：一条规则的一项结果",
      closed_object(
          {{"rule", titled("Rule / 规则", reference("rule"))},
           {"severity", described("Severity / 严重程度", "What a failure counts as / 不符时的严重程度",
                                  reference("severity"))},
           {"status", titled("Status / 结果", reference("status"))},
           {"subject", described("What it is about / 对象",
                                 "A path; empty for the report / 路径；整份报告为空", text_schema())},
           {"message", message_schema()},
           {"message_zh", message_zh_schema()},
           {"left", titled("Left side of the equation / 等式左侧", number_or_null())},
           {"right", titled("Right side / 等式右侧", number_or_null())},
           {"difference", titled("left − right / 左侧减右侧", number_or_null())},
           {"operands", titled("What it was made of / 依据", list_of("operand"))},
           {"span", titled("Place to look at first / 首先查看的位置", place_or_null())},
           {"fingerprint",
            described("Fingerprint / 指纹", "The same for the same fault in every version / 同一问题始终相同",
                      {{"type", "string"}, {"pattern", "^[0-9a-f]{16}$"}})}}));
}

Json statement_schema() {
  return titled(
      "Statement: a quantity that the text states / 陈述：文字中写明的数量",
      closed_object(
          {{"kind",
            titled("What is counted / 统计内容", words_to(nianbao::StatementKind::administrative_fees))},
           {"outcome",
            titled("Outcome of a dispute / 复议、诉讼结果", words_to(nianbao::StatementOutcome::pending))},
           {"channel", titled("Channel of requests / 申请渠道", words_to(nianbao::StatementChannel::other))},
           {"value", titled("Number / 数量", {{"type", "integer"}})},
           {"is_part", described("Whether it counts no more than a part / 是否只是其中一部分",
                                 "Never held against a total / 不与总数比较", flag_schema())},
           {"in_words", titled("Whether no figure is written / 是否以文字表述", flag_schema())},
           {"unit", titled("Unit as written / 单位", text_schema())},
           {"row", described("Row of table 三 that is meant / 所指表三的行",
                             "Empty if it is none of a group / 不属某组的行时为空", text_schema())},
           {"path", titled("Text it stands in / 所在部分", text_schema())},
           {"text", titled("Clause as written / 原文", text_schema())},
           {"start", titled("First byte in that text / 在该部分文字中的起始字节", position_schema(0))},
           {"end", titled("Byte behind the last / 结束字节（不含）", position_schema(0))},
           {"span", titled("Place in the input / 在原文中的位置", place_or_null())},
           {"matched",
            described("Figures whose sum it equals / 与之相等的数据", "Empty if none fits / 没有相符的为空",
                      {{"type", "array"}, {"items", text_schema()}})},
           {"matched_less",
            described("Figures taken off that sum / 从中减去的数据",
                      "Handled is received and carried over less what goes on / 办结为一加二减四",
                      {{"type", "array"}, {"items", text_schema()}})}}));
}

Json suspect_cell_schema() {
  return titled("Cell of a suspect / 疑似有误的单元格",
                closed_object({{"path", titled("Path / 路径", reference("figure_path"))},
                               {"printed", titled("What is printed / 印出的数值", number_schema())},
                               {"suggested", titled("What would fit / 使等式成立的数值", number_schema())},
                               {"span", titled("Place / 位置", place_or_null())}}));
}

Json suspect_schema() {
  return described(
      "Suspect: cells whose change would make sums hold / 疑点：改动后可使勾稽关系成立的单元格",
      "A suggestion; nothing is changed / 仅为提示，不改动任何数据",
      closed_object(
          {{"kind", titled("How the figures differ / 差异类型", words_to(nianbao::SuspectKind::other))},
           {"rank", titled("1 is the likeliest / 1 为可能性最大", position_schema(1))},
           {"message", message_schema()},
           {"message_zh", message_zh_schema()},
           {"cells", titled("Cells / 单元格", list_of("suspect_cell"))},
           {"findings", titled("Findings it would mend, from 0 / 可消除的检查结果（序号从 0 起）",
                               {{"type", "array"}, {"items", position_schema(0)}})}}));
}

Json with_version(const Json& properties) {
  Json out{{"schema_version",
            titled("Version of this layout / 结构版本", {{"const", nianbao::json_schema_version}})}};
  out.update(properties);
  return out;
}

Json findings_properties() {
  return {{"counts", titled("Results by status / 各种结果的项数", reference("counts"))},
          {"findings", titled("Findings / 检查结果", list_of("finding"))}};
}

Json check_schema() {
  auto properties = head_properties();
  properties.update(findings_properties());
  properties["statements"] = titled("Statements in the text / 文字中的数量陈述", list_of("statement"));
  properties["suspects"] = titled("Suspects / 疑点", list_of("suspect"));
  return titled("Check of one report / 一份报告的检查结果", closed_object(with_version(properties)));
}

Json change_between_years_schema() {
  return titled(
      "A figure in both years / 同一数据的两年数值",
      closed_object(
          {{"path", titled("Path / 路径", reference("figure_path"))},
           {"older_state", titled("State in the older report / 上一年度状态", reference("cell_state"))},
           {"newer_state", titled("State in the newer report / 本年度状态", reference("cell_state"))},
           {"older", titled("Number in the older report / 上一年度数值", number_or_null())},
           {"newer", titled("Number in the newer report / 本年度数值", number_or_null())},
           {"difference", titled("newer − older / 增减", number_or_null())}}));
}

Json passage_schema() {
  const auto offset = [](const char* title) { return titled(title, position_schema(0)); };
  return described(
      "Passage that stands in both texts / 重复的文字",
      "Bytes of the two texts in UTF-8 / 两份文字中的字节（UTF-8）",
      closed_object({{"older_start", offset("First byte in the older text / 上一年度起始字节")},
                     {"older_end", offset("Byte behind the last / 上一年度结束字节（不含）")},
                     {"newer_start", offset("First byte in the newer text / 本年度起始字节")},
                     {"newer_end", offset("Byte behind the last / 本年度结束字节（不含）")},
                     {"older_span", titled("Place in the older input / 上一年度原文位置", place_or_null())},
                     {"newer_span", titled("Place in the newer input / 本年度原文位置", place_or_null())}}));
}

Json repetition_schema() {
  const Json rate{{"type", "number"}, {"minimum", 0}, {"maximum", 1}};
  return titled(
      "How much of a text is last year's / 与上一年度的重复程度",
      closed_object(
          {{"path", described("Text / 部分", "Empty for all of them / 全部文字为空", text_schema())},
           {"length", titled("Characters / 字数", position_schema(0))},
           {"repeated", titled("Characters that are repeated / 重复字数", position_schema(0))},
           {"rate", titled("repeated / length / 重复率", rate)},
           {"rate_without_figures", titled("The same without figures / 不计数字的重复率", rate)},
           {"passages", titled("Repeated passages / 重复的文字", list_of("passage"))}}));
}

Json comparison_schema() {
  Json properties{{"older", titled("Report on the year before / 上一年度报告", reference("compared_report"))},
                  {"newer", titled("Report on this year / 本年度报告", reference("compared_report"))}};
  properties.update(findings_properties());
  properties["changes"] = titled("Figures that both forms have / 两份报告均有的数据", list_of("change"));
  properties["repetition"] =
      titled("Repetition of texts, all texts last / 文字重复情况，最后为全部文字", list_of("repetition"));
  return titled("Comparison of two reports / 两份报告的对比", closed_object(with_version(properties)));
}

Json rule_info_schema() {
  return titled(
      "A rule / 规则说明",
      closed_object(
          {{"rule", titled("Rule / 规则", reference("rule"))},
           {"number", titled("Stable number / 编号", position_schema(1))},
           {"title", titled("Title / 名称", text_schema())},
           {"title_zh", titled("Chinese title / 中文名称", text_schema())},
           {"scope", titled("What one result is about / 对象类型", words_to(nianbao::RuleScope::statement))},
           {"severity", titled("What a failure counts as / 不符时的严重程度", reference("severity"))},
           {"forms", described("On which form it is asked / 适用格式",
                               "pair: it compares two reports / pair 需两份报告对比",
                               words_to(nianbao::RuleForms::pair))},
           {"formula", titled("Formula / 公式", text_schema())},
           {"formula_zh", titled("Chinese formula / 中文公式", text_schema())},
           {"source", titled("Where it is written / 依据", text_schema())},
           {"source_zh", titled("Where it is written, in Chinese / 中文依据", text_schema())},
           {"message", message_schema()},
           {"message_zh", message_zh_schema()}}));
}

Json definitions() {
  return {
      {"check", check_schema()},
      {"comparison", comparison_schema()},
      {"rules", titled("All rules / 全部规则", list_of("rule_info"))},
      {"compared_report", titled("One of the two reports / 两份报告之一", closed_object(head_properties()))},
      {"counts", counts_schema()},
      {"finding", finding_schema()},
      {"operand", operand_schema()},
      {"statement", statement_schema()},
      {"suspect", suspect_schema()},
      {"suspect_cell", suspect_cell_schema()},
      {"change", change_between_years_schema()},
      {"repetition", repetition_schema()},
      {"passage", passage_schema()},
      {"rule_info", rule_info_schema()},
      {"rule", rule_word_schema()},
      {"status", status_schema()},
      {"severity", severity_schema()},
      {"cell_state", state_schema()},
      {"figure_path", figure_path_schema()},
      {"span", span_schema()}};
}

}  // namespace

std::string check_schema_text() {
  const Json schema{
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"$id", "https://nianbao.example/schema/1/check.schema.json"},
      {"$comment", "Generated by nianbao_generate: do not edit. 由 nianbao_generate 生成，请勿手工修改。"},
      {"title",
       "Checks of annual reports on government information disclosure / 政府信息公开工作年度报告的检查"},
      {"description",
       "What nianbao writes for a report that was checked, for two that were compared, and for all rules. / "
       "nianbao 输出的单份报告检查结果、两年报告对比结果和全部规则。"},
      {"oneOf", Json::array({reference("check"), reference("comparison"), reference("rules")})},
      {"$defs", definitions()}};
  return schema.dump(2) + '\n';
}

}  // namespace nianbao::generate
