// SPDX-License-Identifier: Apache-2.0
#include "readers/html_lists.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "readers/html_elements.hpp"
#include "readers/numerals.hpp"
#include "readers/page/page.hpp"
#include "text/fold.hpp"

namespace nianbao::readers {

namespace {

using Numbering = std::pair<std::string_view, std::string_view>;

// What `type` and a style name, and how numeral calls it.
constexpr std::array<Numbering, 5> types{
    {{"1", "decimal"}, {"a", "lowerLetter"}, {"A", "upperLetter"}, {"i", "lowerRoman"}, {"I", "upperRoman"}}};
constexpr std::array<Numbering, 11> styles{
    {{"list-style:none", ""},
     {"list-style-type:none", ""},
     {"list-style-type:decimal", "decimal"},
     {"list-style-type:lower-alpha", "lowerLetter"},
     {"list-style-type:upper-alpha", "upperLetter"},
     {"list-style-type:lower-roman", "lowerRoman"},
     {"list-style-type:upper-roman", "upperRoman"},
     {"list-style-type:cjk-ideographic", "chineseCounting"},
     {"list-style-type:simp-chinese-informal", "chineseCounting"},
     {"list-style-type:trad-chinese-informal", "chineseCounting"},
     {"list-style-type:simp-chinese-formal", "chineseLegalSimplified"}}};

// No list of a page is longer; behind it numbers are left out.
constexpr std::uint32_t most_items = 9999;
constexpr std::uint32_t most_letters = 26;

std::string_view format_of(std::string_view type, std::string_view style) noexcept {
  const auto* const styled = std::find_if(
      styles.begin(), styles.end(), [style](const Numbering& one) { return declares(style, one.first); });
  if (styled != styles.end()) return styled->second;
  const auto* const typed =
      std::find_if(types.begin(), types.end(), [type](const Numbering& one) { return one.first == type; });
  return typed != types.end() ? typed->second : "decimal";
}

// The number that `value` says; 0 if it says none.
std::uint32_t number_in(std::string_view value) noexcept {
  value = text::trim(value);
  std::uint32_t number = 0;
  for (const char c : value) {
    if (!text::is_digit(c)) return 0;
    number = std::min(most_items + 1, number * 10 + static_cast<std::uint32_t>(c - '0'));
  }
  return number;
}

// A letter or a Chinese character; all else may be a figure's beginning.
bool begins_in_letter(std::string_view text) noexcept {
  const auto lead = static_cast<unsigned char>(text[0]);
  return (lead >= 0xE3 && lead <= 0xE9) || ((lead | 0x20U) >= 'a' && (lead | 0x20U) <= 'z');
}

}  // namespace

void HtmlLists::begin(bool is_numbered, std::string_view start, std::string_view type,
                      std::string_view style) {
  List list;
  if (is_numbered) list.format = format_of(type, style);
  const auto first = number_in(start);
  // Lists that count from 0 or below are none of a report.
  if (first > 0)
    list.next = first;
  else if (!text::trim(start).empty())
    list.format = {};
  lists_.push_back(list);
}

void HtmlLists::end() noexcept {
  if (!lists_.empty()) lists_.pop_back();
}

std::string HtmlLists::next(std::string_view value) {
  if (lists_.empty() || lists_.back().format.empty()) return {};
  auto& list = lists_.back();
  if (const auto own = number_in(value); own > 0) list.next = own;
  const auto number = list.next++;
  const bool is_letter = list.format == "lowerLetter" || list.format == "upperLetter";
  if (number > (is_letter ? most_letters : most_items)) return {};
  const bool is_chinese = list.format.substr(0, 7) == "chinese";
  return numeral(number, list.format).value_or("") + (is_chinese ? "、" : ".");
}

std::string before_item(std::string number, std::string_view text) {
  if (page::begins_item(text)) return {};
  if (!begins_in_letter(text)) return number + (number.back() == '.' ? "、" : "");
  return number.back() == '.' ? number + ' ' : number;
}

}  // namespace nianbao::readers
