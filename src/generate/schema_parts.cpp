// SPDX-License-Identifier: Apache-2.0
#include "generate/schema_parts.hpp"

#include <algorithm>
#include <set>

namespace nianbao::generate {

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

Json closed_object(const Json& properties, const std::vector<std::string>& optional) {
  Json required = Json::array();
  for (const auto& item : properties.items())
    if (std::find(optional.begin(), optional.end(), item.key()) == optional.end())
      required.push_back(item.key());
  return {{"type", "object"},
          {"additionalProperties", false},
          {"required", std::move(required)},
          {"properties", properties}};
}

Json position_schema(int minimum) { return {{"type", "integer"}, {"minimum", minimum}}; }

Json span_schema() {
  const Json properties{
      {"start", titled("First byte, from 0 / 起始字节（从 0 起）", position_schema(0))},
      {"end", titled("Byte behind the last / 结束字节（不含）", position_schema(0))},
      {"line", titled("Line, from 1 / 行号（从 1 起）", position_schema(1))},
      {"column", titled("Character of the line, from 1 / 列号（字符，从 1 起）", position_schema(1))}};
  return described(
      "Place in the input / 在原文中的位置",
      "Byte offsets into the input as it was handed in; of a DOCX, into the text that was taken from "
      "it (nianbao text). / 相对于原始输入的字节偏移；DOCX 则相对于提取出的文本（nianbao text）。",
      closed_object(properties));
}

Json severity_schema() {
  Json words = Json::array();
  for (const auto severity : severities) words.push_back(nianbao::to_string(severity));
  return described("Severity / 严重程度",
                   "error: missing or unreadable; warning: doubtful; note: worth knowing / "
                   "error 缺失或无法读取；warning 存疑；note 提示",
                   {{"enum", words}});
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
  std::set<std::string_view> known;
  for (const auto version : {nianbao::Template::form_2021, nianbao::Template::form_2019})
    for (const auto& figure : nianbao::form_figures(version))
      if (known.insert(figure.path).second) paths.push_back(figure.path);
  return titled("Path of a figure / 数据路径", {{"enum", paths}});
}

Json value_follows_state() {
  const auto property = [](const char* name, const Json& schema) {
    return Json{{"properties", {{name, schema}}}};
  };
  return {{"if", property("state", {{"enum", {"number", "inferred"}}})},
          {"then", property("value", {{"type", "number"}})},
          {"else", property("value", {{"type", "null"}})}};
}

Json list_of(const char* name) { return {{"type", "array"}, {"items", reference(name)}}; }

}  // namespace nianbao::generate
