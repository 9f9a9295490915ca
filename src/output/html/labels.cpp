// SPDX-License-Identifier: Apache-2.0
#include "output/html/labels.hpp"

#include <algorithm>
#include <unordered_map>

#include "check/results.hpp"

namespace nianbao::html {

namespace {

using Figures = std::unordered_map<std::string_view, const FigureInfo*>;

const Figures& all_figures() {
  static const Figures built = [] {
    Figures figures;
    for (const auto version : {Template::form_2021, Template::form_2019})
      for (const auto& figure : form_figures(version)) figures.emplace(figure.path, &figure);
    return figures;
  }();
  return built;
}

}  // namespace

const FigureInfo* figure_info(std::string_view path) {
  const auto found = all_figures().find(path);
  return found == all_figures().end() ? nullptr : found->second;
}

std::string_view row_label(const FigureInfo& figure, const Texts& texts) {
  return texts.is_english() ? figure.row_en : figure.row;
}

std::string_view column_label(const FigureInfo& figure, const Texts& texts) {
  return texts.is_english() ? figure.column_en : figure.column;
}

void write_label(Writer& out, const Texts& texts, std::string_view chinese, std::string_view english) {
  if (!texts.is_english()) {
    out.text(chinese);
    return;
  }
  if (!chinese.empty()) out.leaf("span", {{"class", "official"}, {"lang", "zh-CN"}}, chinese);
  if (!english.empty()) out.text(" ").leaf("span", {{"class", "gloss"}}, english);
}

std::string_view rule_name(RuleId rule, const Texts& texts) {
  const auto& info = rules::info_of(rule);
  return texts.is_english() ? info.title : info.title_zh;
}

std::string rule_formula(const RuleInfo& rule, const Texts& texts) {
  return std::string(rule.word) + ": " + (texts.is_english() ? rule.formula : rule.formula_zh);
}

std::string_view furniture_label(form::Kind kind, std::uint8_t index) {
  const form::Label label{kind, index};
  const auto found = std::find_if(form::furniture.begin(), form::furniture.end(),
                                  [label](const form::Furniture& piece) { return piece.label == label; });
  return found == form::furniture.end() ? std::string_view() : found->wording;
}

}  // namespace nianbao::html
