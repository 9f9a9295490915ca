// SPDX-License-Identifier: Apache-2.0
// For those who change nianbao: writes the checked-in files that say again what the tables of the
// form and of the diagnostics say.
//
//     nianbao_generate --write ROOT   bring the files below ROOT (the checkout) up to date
//     nianbao_generate --check ROOT   exit 1 and name the files that are stale
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "form/form.hpp"
#include "nianbao/nianbao.hpp"

namespace fs = std::filesystem;

namespace {

namespace form = nianbao::form;
using Json = nlohmann::ordered_json;

constexpr std::array<nianbao::CellState, 6> cell_states{
    nianbao::CellState::number,     nianbao::CellState::blank,  nianbao::CellState::not_applicable,
    nianbao::CellState::unreadable, nianbao::CellState::absent, nianbao::CellState::inferred};
constexpr std::array<nianbao::Severity, 3> severities{nianbao::Severity::error, nianbao::Severity::warning,
                                                      nianbao::Severity::note};

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string upper(std::string_view text) {
  std::string out;
  for (const char c : text) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

std::string capitalised(const std::string& text) {
  return text.empty() ? text : upper(text.substr(0, 1)) + text.substr(1);
}

// "not_disclosed" to "NotDisclosed".
std::string camel_case(std::string_view key) {
  std::string out;
  bool start = true;
  for (const char c : key) {
    if (c != '_') out += start ? upper({&c, 1}) : std::string(1, c);
    start = c == '_';
  }
  return out;
}

std::string last_of(std::string_view dotted) { return std::string(dotted.substr(dotted.rfind('.') + 1)); }

// "English / 中文", how both languages stand in one text.
std::string both(std::string_view english, std::string_view chinese) {
  return std::string(english) + " / " + std::string(chinese);
}

// --- the report's figures as a tree --------------------------------------------------------------

// A member of the report: a cell (no members), a row whose members other rows have too, or an
// object of its own.
struct Part {
  enum class Kind { count, amount, row, object } kind = Kind::object;
  std::string key;
  std::string label;
  std::string english;
  std::string type;  // of rows and objects: the class in Python; its words in JSON's $defs
  bool optional = false;
  std::vector<Part> parts;
};

Part cell_part(const form::Names& names, nianbao::Unit unit) {
  const auto kind = unit == nianbao::Unit::items ? Part::Kind::count : Part::Kind::amount;
  return {kind, names.key, names.label, names.english, {}, false, {}};
}

const form::FactColumn& fact_column(std::int8_t index) {
  return form::fact_columns.at(static_cast<unsigned char>(index));
}

// The class of a line of 二, by its columns.
std::string fact_type(const form::FactRow& row) {
  const std::string first = fact_column(row.columns[0]).names.key;
  if (first == "decisions") return "DecisionCount";
  return first == "amount" ? "FeeAmount" : "DocumentCounts";
}

Part disclosure_part() {
  const auto& names = form::sections[form::section::disclosure].names;
  Part section{Part::Kind::object, names.key, names.label, names.english, "ProactiveDisclosure", false, {}};
  for (const auto& row : form::fact_rows) {
    Part line{Part::Kind::row, row.names.key, row.names.label, row.names.english, fact_type(row), false, {}};
    for (const auto column : row.columns) {
      if (column < 0) break;
      const auto& cell = fact_column(column);
      line.parts.push_back(cell_part(cell.names, cell.unit));
    }
    section.parts.push_back(std::move(line));
  }
  return section;
}

Part applicants_part(const form::Names& names) {
  Part row{Part::Kind::row, last_of(names.key), names.label, names.english, "ApplicantCounts", false, {}};
  for (const auto& applicant : form::applicants)
    row.parts.push_back(cell_part(applicant.names, nianbao::Unit::items));
  return row;
}

// 三、本年度办理结果: a label without figures of its own.
const char* results_label() {
  const form::Label label{form::Kind::matrix_group, 255};
  const auto found = std::find_if(form::furniture.begin(), form::furniture.end(),
                                  [&](const form::Furniture& item) { return item.label == label; });
  if (found == form::furniture.end()) throw std::runtime_error("the form has no label for the results");
  return found->wording;
}

// The object at a dotted key below 三 that is not a row itself: its names come from the line that
// heads the group, if there is one.
Part group_part(const std::string& key) {
  Part group;
  group.key = last_of(key);
  group.type = key == "results.other" ? "OtherResults" : camel_case(group.key);
  if (key == "results") {
    group.label = results_label();
    group.english = "Results of this year";
    return group;
  }
  const auto& names = form::matrix_rows.at(form::matrix_row_index(key + ".subtotal")).names;
  group.label = names.label;
  group.english = names.english;
  group.english.resize(std::min(group.english.size(), group.english.find(", subtotal")));
  return group;
}

// The member `key` of `parent`, made if it is not there yet.
Part& group_in(Part& parent, const std::string& dotted) {
  const auto found = std::find_if(parent.parts.begin(), parent.parts.end(),
                                  [&](const Part& part) { return part.key == last_of(dotted); });
  if (found != parent.parts.end()) return *found;
  return parent.parts.emplace_back(group_part(dotted));
}

Part applications_part() {
  const auto& names = form::sections[form::section::applications].names;
  Part section{Part::Kind::object, names.key, names.label, names.english, "Applications", false, {}};
  for (const auto& row : form::matrix_rows) {
    const std::string key = row.names.key;
    Part* parent = &section;
    for (auto dot = key.find('.'); dot != std::string::npos; dot = key.find('.', dot + 1))
      parent = &group_in(*parent, key.substr(0, dot));
    Part part = applicants_part(row.names);
    part.optional = row.subtotal;
    parent->parts.push_back(std::move(part));
  }
  return section;
}

Part review_part() {
  const auto& names = form::sections[form::section::review].names;
  Part section{Part::Kind::object, names.key, names.label, names.english, "ReviewAndLitigation", false, {}};
  for (const auto& block : form::review_blocks) {
    Part row{
        Part::Kind::row, block.names.key, block.names.label, block.names.english, "OutcomeCounts", false, {}};
    for (const auto& outcome : form::outcomes)
      row.parts.push_back(cell_part(outcome.names, nianbao::Unit::items));
    section.parts.push_back(std::move(row));
  }
  return section;
}

// The three sections that hold figures.
std::vector<Part> figure_sections() { return {disclosure_part(), applications_part(), review_part()}; }

// A type that several rows share, in words.
struct RowType {
  const char* name;
  const char* english;
  const char* chinese;
};
constexpr std::array<RowType, 5> row_types{{
    {"DocumentCounts", "Documents of one kind", "一类文件的件数"},
    {"DecisionCount", "Decisions of one kind", "一类处理决定的数量"},
    {"FeeAmount", "Fees", "收费金额"},
    {"ApplicantCounts", "Requests by kind of applicant", "按申请人类别统计的申请件数"},
    {"OutcomeCounts", "Cases by outcome", "按结果统计的案件数"},
}};

const Part* find_row_of_type(const std::vector<Part>& parts, std::string_view type) {
  for (const auto& part : parts) {
    if (part.kind == Part::Kind::row && part.type == type) return &part;
    if (const auto* inside = find_row_of_type(part.parts, type)) return inside;
  }
  return nullptr;
}

const Part& row_of_type(const std::vector<Part>& sections, std::string_view type) {
  const auto* row = find_row_of_type(sections, type);
  if (row == nullptr) throw std::runtime_error("no row is of type " + std::string(type));
  return *row;
}

// --- nianbao.h -----------------------------------------------------------------------------------

constexpr std::string_view region_begin = "/* begin generated: diagnostic codes */\n";
constexpr std::string_view region_end = "  /* end generated */";

std::string code_constants() {
  std::string out;
  for (const auto& info : nianbao::diagnostic_catalogue())
    out += "  NIANBAO_CODE_" + upper(info.symbol) + " = " + std::to_string(static_cast<int>(info.code)) +
           ", /* " + info.word + " */\n";
  return out;
}

std::string header_with_codes(const std::string& header) {
  const auto begin = header.find(region_begin);
  const auto end = header.find(region_end);
  if (begin == std::string::npos || end == std::string::npos || end < begin)
    throw std::runtime_error("nianbao.h has lost its marks for the generated region");
  return header.substr(0, begin + region_begin.size()) + code_constants() + header.substr(end);
}

// --- annual-report.schema.json -------------------------------------------------------------------

// "ApplicantCounts" to "applicant_counts".
std::string snake_case(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && !out.empty()) out += '_';
    out += capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

Json reference(const std::string& name) { return {{"$ref", "#/$defs/" + name}}; }

Json titled(const std::string& title, const Json& schema) {
  Json out{{"title", title}};
  out.update(schema);
  return out;
}

Json described(const std::string& title, const std::string& description, const Json& schema) {
  Json out{{"title", title}, {"description", description}};
  out.update(schema);
  return out;
}

Json or_null(const Json& schema) { return {{"oneOf", Json::array({schema, {{"type", "null"}}})}}; }

Json text_schema() { return {{"type", "string"}}; }

Json text_or_null() { return {{"type", Json::array({"string", "null"})}}; }

// An object that has all of `properties` but the optional ones, and nothing else.
Json closed_object(const Json& properties, const std::vector<std::string>& optional = {}) {
  Json required = Json::array();
  for (const auto& item : properties.items())
    if (std::find(optional.begin(), optional.end(), item.key()) == optional.end())
      required.push_back(item.key());
  return {{"type", "object"},
          {"additionalProperties", false},
          {"required", std::move(required)},
          {"properties", properties}};
}

Json part_schema(const Part& part) {
  const auto title = both(part.english, part.label);
  switch (part.kind) {
    case Part::Kind::count: return described(title, "Unit: items / 单位：件", reference("count"));
    case Part::Kind::amount: return described(title, "Unit: 10,000 yuan / 单位：万元", reference("amount"));
    case Part::Kind::row:
      if (part.optional)
        return described(title,
                         "Only where a row of figures is printed for the group / 仅在该类印有合计行时出现",
                         reference(snake_case(part.type)));
      return titled(title, reference(snake_case(part.type)));
    default: break;
  }
  Json properties;
  std::vector<std::string> optional;
  for (const auto& inner : part.parts) {
    properties[inner.key] = part_schema(inner);
    if (inner.optional) optional.push_back(inner.key);
  }
  return titled(title, closed_object(properties, optional));
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

Json amount_schema() {
  return described(
      "Amount / 金额",
      "Unit: 10,000 yuan, unless the diagnostic amount.unit says otherwise, with exactly the printed "
      "decimals. Null if no number is printed. / "
      "单位：万元（amount.unit 诊断指出的除外），保留印出的小数位数。没有印出数字时为 null。",
      {{"type", Json::array({"number", "null"})}});
}

Json position_schema(int minimum) { return {{"type", "integer"}, {"minimum", minimum}}; }

Json span_schema() {
  const Json properties{
      {"start", titled("First byte, from 0 / 起始字节（从 0 起）", position_schema(0))},
      {"end", titled("Byte behind the last / 结束字节（不含）", position_schema(0))},
      {"line", titled("Line, from 1 / 行号（从 1 起）", position_schema(1))},
      {"column", titled("Character of the line, from 1 / 列号（字符，从 1 起）", position_schema(1))}};
  return described("Place in the input / 在原文中的位置",
                   "Byte offsets into the input as it was handed in. / 相对于原始输入的字节偏移。",
                   closed_object(properties));
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

Json severity_schema() {
  Json words = Json::array();
  for (const auto severity : severities) words.push_back(nianbao::to_string(severity));
  return described("Severity / 严重程度",
                   "error: missing or unreadable; warning: doubtful; note: worth knowing / "
                   "error 缺失或无法读取；warning 存疑；note 提示",
                   {{"enum", words}});
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

Json state_schema() {
  Json words = Json::array();
  for (const auto state : cell_states) words.push_back(nianbao::to_string(state));
  return described(
      "State of a cell / 单元格状态",
      "number: a number is printed; blank: printed and empty; not_applicable: a mark for none; "
      "unreadable: text where a number belongs; absent: not printed; inferred: proven by the form's "
      "equations / number 有数字；blank 空白；not_applicable 以符号表示无；unreadable 应为数字处是文字；"
      "absent 未印出；inferred 由勾稽关系推得",
      {{"enum", words}});
}

Json figure_path_schema() {
  Json paths = Json::array();
  for (const auto& figure : nianbao::form_figures()) paths.push_back(figure.path);
  return titled("Path of a figure / 数据路径", {{"enum", paths}});
}

// Exactly the cells that hold a number have a value.
Json value_follows_state() {
  const auto property = [](const char* name, const Json& schema) {
    return Json{{"properties", {{name, schema}}}};
  };
  return {{"if", property("state", {{"enum", {"number", "inferred"}}})},
          {"then", property("value", {{"type", "number"}})},
          {"else", property("value", {{"type", "null"}})}};
}

Json figure_schema() {
  const Json number_or_null{{"type", Json::array({"number", "null"})}};
  Json figure = titled(
      "Figure: one cell of the form / 数据：表格中的一个单元格",
      closed_object(
          {{"path", titled("Path / 路径", reference("figure_path"))},
           {"state", titled("State / 状态", reference("cell_state"))},
           {"value",
            described("Number / 数值",
                      "Unit: items, or 10,000 yuan for administrative fees / 单位：件；行政事业性收费为万元",
                      number_or_null)},
           {"raw",
            titled("What is printed, widths and spaces folded / 原文（已规整全半角与空格）", text_schema())},
           {"span",
            titled("Place; null if not printed / 位置；未印出时为 null", or_null(reference("span")))}}));
  figure.update(value_follows_state());
  return figure;
}

Json definitions(const std::vector<Part>& sections) {
  Json defs{{"count", count_schema()}, {"amount", amount_schema()}};
  for (const auto& type : row_types)
    defs[snake_case(type.name)] = row_type_schema(type, row_of_type(sections, type.name));
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

Json list_of(const char* name) { return {{"type", "array"}, {"items", reference(name)}}; }

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
  // The form of 2019 asks other things in this section.
  auto& disclosure = all[sections.front().key];
  disclosure["description"] = "Null on the form of 2019 / 采用 2019 年格式时为 null";
  disclosure["type"] = Json::array({"object", "null"});
  all["problems_and_improvements"] = prose_section(form::section::problems);
  all["other_matters"] = prose_section(form::section::other_matters);
  all["diagnostics"] = titled("Diagnostics, in order of place / 诊断，按位置排序", list_of("diagnostic"));
  all["figures"] = described("Every cell of the form in order / 按顺序列出表格的全部单元格",
                             "Only on request / 仅在要求时出现", list_of("figure"));
  return all;
}

std::string schema_text(const std::vector<Part>& sections) {
  Json schema{
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"$id", "https://nianbao.example/schema/1/annual-report.schema.json"},
      {"$comment", "Generated by nianbao_generate: do not edit. 由 nianbao_generate 生成，请勿手工修改。"},
      {"title", "Annual report on government information disclosure / 政府信息公开工作年度报告"},
      {"description",
       "What nianbao writes for one report. Counts are in 件 (items), amounts in 万元 (10,000 yuan). / "
       "nianbao 为一份报告输出的内容。件数单位为件，金额单位为万元。"}};
  schema.update(closed_object(report_properties(sections), {"source", "figures"}));
  schema["$defs"] = definitions(sections);
  return schema.dump(2) + '\n';
}

// --- bindings/python/src/nianbao/_form.py --------------------------------------------------------

const char* const python_head = R"(# SPDX-License-Identifier: Apache-2.0
# Generated by nianbao_generate from the tables in src/form: do not edit.
"""The figures of a report as typed classes, and the codes of diagnostics.

报告数据的类型定义与诊断代码。Member names are the keys of the JSON and of the paths.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ._cell import Cell, Record
)";

const char* unit_words(Part::Kind kind) {
  return kind == Part::Kind::amount ? "Unit: 10,000 yuan. 单位：万元。" : "Unit: items. 单位：件。";
}

std::string python_slots(const Part& part) {
  if (part.parts.size() == 1) return "    __slots__ = (\"" + part.parts.front().key + "\",)\n\n";
  std::string out = "    __slots__ = (\n";
  for (const auto& inner : part.parts) out += "        \"" + inner.key + "\",\n";
  return out + "    )\n\n";
}

std::string python_type(const Part& part) {
  const std::string type = part.type.empty() ? "Cell" : part.type;
  return part.optional ? type + " | None" : type;
}

std::string python_fields(const Part& part) {
  std::string out;
  for (const auto& inner : part.parts) {
    out += "    " + inner.key + ": " + python_type(inner) + '\n';
    out += "    \"\"\"" + inner.english + ". " + inner.label;
    out += inner.optional ? " (None unless printed. 未印出时为 None。)\"\"\"\n" : "\"\"\"\n";
  }
  return out;
}

std::string python_class_head(const std::string& type, const std::string& english,
                              const std::string& chinese) {
  return "\n\n@dataclass(frozen=True)\nclass " + type + "(Record):\n    \"\"\"" + capitalised(english) +
         ". " + chinese;
}

// How a class takes its cells out of all cells by path.
std::string python_reader(const Part& part) {
  std::string out = "\n    @classmethod\n    def _read(cls, cells: Mapping[str, Cell], path: str) -> " +
                    part.type + ":\n        return cls(\n";
  for (const auto& inner : part.parts) {
    const auto path = "path + \"." + inner.key;
    out += "            " + inner.key + "=";
    if (inner.type.empty())
      out += "cells[" + path + "\"]";
    else
      out += inner.type + "._read(cells, " + path + "\")";
    if (inner.optional)
      out +=
          "\n            if " + path + '.' + inner.parts.front().key + "\" in cells\n            else None";
    out += ",\n";
  }
  return out + "        )\n";
}

// Rows say their unit; objects may hold rows of several.
std::string python_class(const Part& part, const std::string& english, const std::string& chinese) {
  std::string out = python_class_head(part.type, english, chinese);
  if (part.kind == Part::Kind::row)
    out += std::string("\n\n    ") + unit_words(part.parts.front().kind) + "\n    ";
  return out + "\"\"\"\n\n" + python_slots(part) + python_fields(part) + python_reader(part);
}

// Objects come after the objects inside them.
void add_python_objects(const Part& part, std::string& out) {
  if (part.kind != Part::Kind::object) return;
  for (const auto& inner : part.parts) add_python_objects(inner, out);
  out += python_class(part, part.english, part.label);
}

std::string python_codes() {
  std::string out = "\nDiagnosticCode = Literal[\n";
  for (const auto& info : nianbao::diagnostic_catalogue()) out += std::string("    \"") + info.word + "\",\n";
  return out + "]\n\"\"\"Every code of a diagnostic. 诊断代码。\"\"\"\n";
}

std::string python_part_keys() {
  std::string out = "\nOverviewPartKey = Literal[\n";
  for (const auto& part : form::overview_parts) out += std::string("    \"") + part.names.key + "\",\n";
  return out + "    \"other\",\n]\n\"\"\"The customary parts of 一、总体情况. 总体情况的各部分。\"\"\"\n";
}

std::string python_amounts() {
  std::string out = "\nAMOUNT_PATHS = frozenset(\n    {\n";
  for (const auto& figure : nianbao::form_figures())
    if (figure.unit == nianbao::Unit::ten_thousand_yuan)
      out += "        \"" + std::string(figure.path) + "\",\n";
  return out +
         "    }\n)\n\"\"\"The figures in 10,000 yuan (decimals); all others count items. "
         "单位为万元的数据。\"\"\"\n";
}

std::string python_text(const std::vector<Part>& sections) {
  std::string out = python_head + python_codes() + python_part_keys() + python_amounts();
  for (const auto& type : row_types)
    out += python_class(row_of_type(sections, type.name), type.english, type.chinese);
  for (const auto& section : sections) add_python_objects(section, out);
  return out;
}

// --- src/form/README.md --------------------------------------------------------------------------

const char* const readme_head =
    R"(<!-- Generated by nianbao_generate: do not edit. 由 nianbao_generate 生成，请勿手工修改。 -->
# The form and the diagnostics · 表格与诊断一览

Every figure that a report can hold and every doubt that nianbao can raise. Both come from one table each:
`form_2021.cpp` (labels, keys, other wordings) and `include/nianbao/diagnostics.def` (codes, messages). To teach
the library another wording of a label, add it to the label's aliases there; then run
`nianbao_generate --write .` to bring this page, the C constants, the JSON Schema and the Python classes up to date.

本页列出报告中的全部数据和 nianbao 可能给出的全部诊断，分别取自 `form_2021.cpp`（标签、键、其他写法）和
`include/nianbao/diagnostics.def`（代码、说明）。若要识别某个标签的另一种写法，请加入该标签的别名，再运行
`nianbao_generate --write .` 更新本页、C 常量、JSON Schema 与 Python 类型。

## Figures · 数据

The path is the same in C, C++, Python, CSV and (nested by its dots) JSON. A subtotal exists only where a report prints a
row of figures for the group. 路径在各语言中一致，JSON 按点号嵌套。“小计”仅在报告印有该类合计行时出现。
)";

std::string table_cell(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '|' ? "\\|" : std::string(1, c);
  return out;
}

std::string table_row(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const auto& cell : cells) out += ' ' + table_cell(cell) + " |";
  return out + '\n';
}

std::string table_head(const std::vector<std::string>& cells) {
  std::string out = table_row(cells) + '|';
  for (std::size_t i = 0; i < cells.size(); ++i) out += "---|";
  return out + '\n';
}

std::string figure_row(const nianbao::FigureInfo& figure) {
  const bool items = figure.unit == nianbao::Unit::items;
  return table_row({'`' + std::string(figure.path) + '`',
                    std::string(figure.row) + " · " + std::string(figure.column),
                    std::string(figure.row_en) + " · " + std::string(figure.column_en),
                    items ? "件 items" : "万元 10,000 yuan"});
}

std::string figures_page() {
  std::string out;
  for (const auto& section : form::sections) {
    if (!section.has_table) continue;
    out += "\n### " + std::string(section.names.label) + " · " + section.names.english + "\n\n" +
           table_head({"path 路径", "label 标签", "English", "unit 单位"});
    const auto prefix = std::string(section.names.key) + '.';
    for (const auto& figure : nianbao::form_figures())
      if (figure.path.substr(0, prefix.size()) == prefix) out += figure_row(figure);
  }
  return out;
}

std::string diagnostics_page() {
  std::string out =
      "\n## Diagnostics · 诊断\n\n`{n}` and `{m}` stand for numbers, `{text}` for a label or a word of "
      "the input. `{n}`、`{m}` 为数字，`{text}` 为标签或原文。\n\n" +
      table_head({"number 编号", "code 代码", "severity 程度", "message", "说明"});
  for (const auto& info : nianbao::diagnostic_catalogue())
    out += table_row({std::to_string(static_cast<int>(info.code)), '`' + std::string(info.word) + '`',
                      std::string(nianbao::to_string(info.severity)), info.english, info.chinese});
  return out;
}

std::string readme_text() { return readme_head + figures_page() + diagnostics_page(); }

// --- the program ---------------------------------------------------------------------------------

// The generated files by their place below the checkout. The header keeps its other lines.
std::map<std::string, std::string> generate(const fs::path& root) {
  const auto sections = figure_sections();
  const auto header = fs::path("include") / "nianbao" / "nianbao.h";
  return {{header.generic_string(), header_with_codes(read_file(root / header))},
          {"src/output/annual-report.schema.json", schema_text(sections)},
          {"bindings/python/src/nianbao/_form.py", python_text(sections)},
          {"src/form/README.md", readme_text()}};
}

std::vector<std::string> stale_files(const fs::path& root, const std::map<std::string, std::string>& files) {
  std::vector<std::string> stale;
  for (const auto& [path, content] : files)
    if (read_file(root / path) != content) stale.push_back(path);
  return stale;
}

void write_file(const fs::path& path, const std::string& content) {
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << content;
  out.close();
  if (!out) throw std::runtime_error("cannot write " + path.string());
}

int check(const std::vector<std::string>& stale) {
  for (const auto& path : stale) std::cerr << "stale: " << path << '\n';
  if (!stale.empty()) std::cerr << "Run nianbao_generate --write.\n";
  return stale.empty() ? 0 : 1;
}

int run(const std::string& mode, const fs::path& root) {
  const auto files = generate(root);
  const auto stale = stale_files(root, files);
  if (mode == "--check") return check(stale);
  for (const auto& path : stale) {
    write_file(root / path, files.at(path));
    std::cout << "written: " << path << '\n';
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() != 2 || (arguments[0] != "--check" && arguments[0] != "--write")) {
    std::cerr << "usage: nianbao_generate --check|--write ROOT\n";
    return 2;
  }
  try {
    return run(arguments[0], arguments[1]);
  } catch (const std::exception& error) {
    std::cerr << "nianbao_generate: " << error.what() << '\n';
    return 2;
  }
}
