// SPDX-License-Identifier: Apache-2.0
#include "generate/outputs.hpp"

#include <algorithm>

#include "generate/schema_parts.hpp"
#include "metadata_items.hpp"

namespace nianbao::generate {

namespace {

// "ApplicantCounts" to "applicant_counts".
std::string snake_case(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    const bool year = c >= '0' && c <= '9' && !out.empty() && (out.back() < '0' || out.back() > '9');
    if ((capital && !out.empty()) || year) out += '_';
    out += capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

constexpr std::string_view other_results = "OtherResults";

Json object_schema(const Part& part);
Json either(const std::string& type);

Json part_schema(const Part& part) {
  const auto title = both(part.english, part.label);
  switch (part.kind) {
    case Part::Kind::count: return described(title, "Unit: items / 单位：件", reference("count"));
    case Part::Kind::change: return described(title, "Unit: items / 单位：件", reference("change"));
    case Part::Kind::amount: return described(title, "Unit: 10,000 yuan / 单位：万元", reference("amount"));
    case Part::Kind::printed_amount:
      return described(title, "Unit: see its diagnostics / 单位：见诊断", reference("printed_amount"));
    case Part::Kind::row:
      if (part.optional)
        return described(title,
                         "Only where a row of figures is printed for the group / 仅在该类印有合计行时出现",
                         reference(snake_case(part.type)));
      return titled(title, reference(snake_case(part.type)));
    default: break;
  }
  return titled(title, part.type == other_results ? either(part.type) : object_schema(part));
}

Json object_schema(const Part& part) {
  Json properties;
  std::vector<std::string> optional;
  for (const auto& inner : part.parts) {
    properties[inner.key] = part_schema(inner);
    if (inner.optional) optional.push_back(inner.key);
  }
  return closed_object(properties, optional);
}

// Members whose form is that of 2021 or that of 2019.
Json either(const std::string& type) {
  const auto name = snake_case(type);
  return {{"oneOf", Json::array({reference(name), reference(name + "_2019")})}};
}

// （六）其他处理, one row on the form of 2019.
Json other_results_2019(const Part& part) {
  Json properties;
  for (const auto& inner : part.parts) {
    if (is_only_of_2021(part.type, inner.key)) continue;
    properties[inner.key] = titled(both(part.english, part.label), reference(snake_case(inner.type)));
  }
  return closed_object(properties);
}

const Part& part_of_type(const Part& part, std::string_view type) {
  for (const auto& inner : part.parts) {
    if (inner.type == type) return inner;
    if (inner.kind != Part::Kind::object) continue;
    if (const auto& found = part_of_type(inner, type); found.type == type) return found;
  }
  return part;
}

Json row_type_schema(const RowType& type, const Part& row) {
  Json properties;
  for (const auto& cell : row.parts) properties[cell.key] = part_schema(cell);
  return titled(both(type.english, type.chinese), closed_object(properties));
}

Json count_schema() {
  return described(
      "Count / 件数",
      "Unit: items. Null if no number is printed. An integer of zero or more, unless the diagnostic "
      "cell.not-a-count says otherwise. / 单位：件。没有印出数字时为 null；除 cell.not-a-count "
      "诊断指出外，均为非负整数。",
      {{"type", Json::array({"number", "null"})}});
}

Json change_schema() {
  return described("Change / 增减",
                   "Unit: items, below zero for fewer. Null if no number is printed. / "
                   "单位：件，减少为负。没有印出数字时为 null。",
                   {{"type", Json::array({"number", "null"})}});
}

Json printed_amount_schema() {
  return described(
      "Amount without a unit of the form's / 表格未规定单位的金额",
      "The number that is printed, with exactly its decimals. Unit: 10,000 yuan, unless the diagnostic "
      "amount.unit "
      "(another one) or amount.unit-missing (none is named) says otherwise. Null if no number is printed. / "
      "印出的数字，保留小数位数。单位：万元；amount.unit（另有单位）或 "
      "amount.unit-missing（未写明单位）诊断指出的除外。"
      "没有印出数字时为 null。",
      {{"type", Json::array({"number", "null"})}});
}

Json amount_schema() {
  return described(
      "Amount / 金额",
      "Unit: 10,000 yuan, unless the diagnostic amount.unit says otherwise, with exactly the printed "
      "decimals. Null if no number is printed. / "
      "单位：万元（amount.unit 诊断指出的除外），保留印出的小数位数。没有印出数字时为 null。",
      {{"type", Json::array({"number", "null"})}});
}

Json period_schema() {
  const Json day{{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
  return titled("Period that the figures count / 统计期限",
                closed_object({{"start", titled("First day / 起始日期", day)},
                               {"end", titled("Last day / 截止日期", day)}}));
}

Json prose_schema() {
  return titled("Prose / 文字内容", closed_object({{"text", titled("Text / 正文", text_schema())}}));
}

Json metadata_schema() {
  Json properties;
  for (const auto& item : nianbao::metadata_items)
    properties[item.key] = titled(both(item.english, item.chinese), text_schema());
  return described(
      "Metadata of the page / 网页元数据",
      "Only where some are found; as printed, empty if missing / 仅在有元数据时出现；原文照录，缺项为空",
      closed_object(properties));
}

Json overview_part_schema() {
  Json keys = Json::array();
  std::string names;
  for (const auto& part : form::overview_parts) {
    keys.push_back(part.names.key);
    names += std::string(part.names.key) + ' ' + part.names.label + ", ";
  }
  keys.push_back("other");
  return titled(
      "Part of the overview / 总体情况的一个部分",
      closed_object({{"key", described("Which part / 部分", names + "other 其他", {{"enum", keys}})},
                     {"heading", titled("Heading as printed / 标题原文", text_schema())},
                     {"text", titled("Text / 正文", text_schema())}}));
}

Json overview_schema() {
  const auto& names = form::sections[form::section::overview].names;
  const Json parts{{"type", "array"}, {"items", reference("overview_part")}};
  return titled(both(names.english, names.label),
                closed_object({{"text", titled("Whole section / 全文", text_schema())},
                               {"parts", titled("Its parts once more / 各部分", parts)}}));
}

Json code_schema() {
  Json words = Json::array();
  for (const auto& info : nianbao::diagnostic_catalogue()) words.push_back(info.word);
  return titled("Code of a diagnostic / 诊断代码", {{"enum", words}});
}

Json diagnostic_schema() {
  const Json related{{"type", "array"}, {"items", reference("span")}};
  return titled(
      "Diagnostic: one doubt about the report / 诊断：关于报告的一处疑问",
      closed_object(
          {{"code", titled("Code / 代码", reference("diagnostic_code"))},
           {"severity", titled("Severity / 严重程度", reference("severity"))},
           {"message", titled("Message in English / 英文说明", text_schema())},
           {"message_zh", titled("Message in Chinese / 中文说明", text_schema())},
           {"path", titled("Section, row, column or figure; may be empty / 所涉部分、行、列或数据；可为空",
                           text_schema())},
           {"span", titled("Place; null if it has none / 位置；无位置时为 null", or_null(reference("span")))},
           {"related", titled("Other places that matter / 其他相关位置", related)}}));
}

Json figure_schema() {
  const Json number_or_null{{"type", Json::array({"number", "null"})}};
  Json figure = titled(
      "Figure: one cell of the form / 数据：表格中的一个单元格",
      closed_object({{"path", titled("Path / 路径", reference("figure_path"))},
                     {"state", titled("State / 状态", reference("cell_state"))},
                     {"value", described("Number / 数值",
                                         "Unit: items, or that of the amount / 单位：件；金额见该项说明",
                                         number_or_null)},
                     {"raw", titled("What is printed, widths and spaces folded / 原文（已规整全半角与空格）",
                                    text_schema())},
                     {"span", titled("Place; null if not printed / 位置；未印出时为 null",
                                     or_null(reference("span")))}}));
  figure.update(value_follows_state());
  return figure;
}

Json definitions(const std::vector<Part>& sections) {
  Json defs{{"count", count_schema()},
            {"change", change_schema()},
            {"amount", amount_schema()},
            {"printed_amount", printed_amount_schema()}};
  auto all = sections;
  all.push_back(disclosure_2019());
  for (const auto& type : row_types)
    defs[snake_case(type.name)] = row_type_schema(type, row_of_type(all, type.name));
  for (const auto* part : {&all.front(), &all.back()}) defs[snake_case(part->type)] = object_schema(*part);
  const auto& other = part_of_type(sections[1], other_results);
  defs[snake_case(other.type)] = object_schema(other);
  defs[snake_case(other.type) + "_2019"] = other_results_2019(other);
  defs["span"] = span_schema();
  defs["period"] = period_schema();
  defs["prose"] = prose_schema();
  defs["overview_part"] = overview_part_schema();
  defs["severity"] = severity_schema();
  defs["diagnostic_code"] = code_schema();
  defs["diagnostic"] = diagnostic_schema();
  defs["cell_state"] = state_schema();
  defs["figure_path"] = figure_path_schema();
  defs["figure"] = figure_schema();
  return defs;
}

Json prose_section(std::uint8_t index) {
  const auto& names = form::sections[index].names;
  return titled(both(names.english, names.label), reference("prose"));
}

Json report_properties(const std::vector<Part>& sections) {
  const Json year_or_null{{"type", Json::array({"integer", "null"})}};
  Json forms = Json::array({nianbao::to_string(nianbao::Template::form_2021),
                            nianbao::to_string(nianbao::Template::form_2019), nullptr});
  Json all{
      {"source",
       described("File that was read / 输入文件",
                 "Only when several inputs are read at once / 仅在一次读取多个输入时出现", text_schema())},
      {"schema_version",
       titled("Version of this layout / 结构版本", {{"const", nianbao::json_schema_version}})},
      {"title", titled("Title / 标题", text_or_null())},
      {"agency", titled("Agency that publishes the report / 发布机关", text_or_null())},
      {"year", titled("Year reported on / 年度", year_or_null)},
      {"template", described("Form it is printed on / 表格格式", "Null if not known / 无法判断时为 null",
                             {{"enum", std::move(forms)}})},
      {"period", described("Period that the figures count / 统计期限", "Null if not said / 未写明时为 null",
                           or_null(reference("period")))},
      {"preamble", titled("Text between the title and section 一 / 标题与第一部分之间的文字", text_schema())},
      {"overview", overview_schema()}};
  for (const auto& section : sections) all[section.key] = part_schema(section);
  const auto& disclosure = sections.front();
  all[disclosure.key] =
      described(both(disclosure.english, disclosure.label),
                "The forms of 2021 and 2019 ask different things / 2021 年与 2019 年格式的内容不同",
                either(disclosure.type));
  all["problems_and_improvements"] = prose_section(form::section::problems);
  all["other_matters"] = prose_section(form::section::other_matters);
  all["metadata"] = metadata_schema();
  all["diagnostics"] = titled("Diagnostics, in order of place / 诊断，按位置排序", list_of("diagnostic"));
  all["figures"] = described("Every cell of the form in order / 按顺序列出表格的全部单元格",
                             "Only on request / 仅在要求时出现", list_of("figure"));
  return all;
}

// What `template` says of the members that the two forms have of their own.
Json members_of(const std::vector<Part>& sections, const std::string& suffix) {
  const auto properties = [](const char* name, const Json& schema) {
    return Json{{"properties", {{name, schema}}}};
  };
  const auto other = reference(snake_case(other_results) + suffix);
  auto members = properties("applications", properties("results", properties("other", other)));
  const auto& disclosure = sections.front();
  members["properties"][disclosure.key] = reference(snake_case(disclosure.type) + suffix);
  return members;
}

}  // namespace

std::string schema_text(const std::vector<Part>& sections) {
  Json schema{
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"$id", "https://nianbao.example/schema/1/annual-report.schema.json"},
      {"$comment", "Generated by nianbao_generate: do not edit. 由 nianbao_generate 生成，请勿手工修改。"},
      {"title", "Annual report on government information disclosure / 政府信息公开工作年度报告"},
      {"description",
       "What nianbao writes for one report. Counts are in 件 (items), amounts in 万元 (10,000 yuan). / "
       "nianbao 为一份报告输出的内容。件数单位为件，金额单位为万元。"}};
  schema.update(closed_object(report_properties(sections), {"source", "metadata", "figures"}));
  schema["if"] = {
      {"properties", {{"template", {{"const", nianbao::to_string(nianbao::Template::form_2019)}}}}}};
  schema["then"] = members_of(sections, "_2019");
  schema["else"] = members_of(sections, "");
  schema["$defs"] = definitions(sections);
  return schema.dump(2) + '\n';
}

}  // namespace nianbao::generate
