// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "readers/page/page.hpp"
#include "text/utf8.hpp"

namespace nianbao::readers::page {

namespace {

constexpr std::array<std::string_view, 15> units{"件", "项", "項", "个", "個", "元", "万元", "萬元",
                                                 "起", "次", "份", "宗", "部", "%",  "条"};
constexpr std::array<std::string_view, 8> words_for_none{"无",     "無",     "零",  "〇",
                                                         "不适用", "不適用", "N/A", "n/a"};
constexpr std::size_t longest_word_for_none = 9;  // in bytes

bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }

bool is_digit(char32_t c) noexcept { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }

bool is_dash(char32_t c) noexcept {
  return c == '-' || c == '/' || c == '\\' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 ||
         c == 0xFF0D || c == 0xFF0F;
}

// What may stand between digits: a point, or what parts three from three.
bool is_point(char32_t c) noexcept {
  return c == '.' || c == ',' || c == 0xFF0C || c == 0xFF0E || c == '\'' || c == 0x2018 || c == 0x2019 ||
         c == 0xA0 || c == 0x2009 || c == 0x202F;
}

// Whether what stands behind digits is the mark of a note: 12①, 12*, 12[1], 12（…）.
bool is_note(std::string_view text) noexcept {
  std::size_t at = 0;
  const auto c = text::next_utf8(text, at);
  if ((c >= 0x2460 && c <= 0x2473) || c == '*' || c == 0x203B || c == 0x2020) return at == text.size();
  const auto ends_with = [text](std::string_view end) {
    return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
  };
  if (c == '(' || c == 0xFF08) return ends_with(")") || ends_with("）");
  return c == '[' && ends_with("]");
}

bool is_chinese_ordinal(char32_t c) noexcept {
  constexpr std::u32string_view ordinals = U"一二三四五六七八九十";
  return ordinals.find(c) != std::u32string_view::npos;
}

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& all) noexcept {
  return std::find(all.begin(), all.end(), text) != all.end();
}

// A character of Chinese text: none that a figure or a dash begins with.
bool begins_in_han(std::string_view text) noexcept {
  const auto lead = static_cast<unsigned char>(text[0]);
  return (lead >= 0xE4 && lead <= 0xE9) || text == "〇";
}

}  // namespace

bool is_unit(std::string_view text) noexcept { return is_one_of(text, units); }

bool is_value(std::string_view text) noexcept {
  if (text.size() > 48 || text.empty()) return false;
  // Most words are Chinese text, or nothing but digits.
  if (begins_in_han(text)) return text.size() <= longest_word_for_none && is_one_of(text, words_for_none);
  const auto* const first_other = std::find_if_not(text.begin(), text.end(), is_ascii_digit);
  if (first_other == text.end()) return true;
  if (is_one_of(text, words_for_none)) return true;
  std::size_t digits = 0;
  std::size_t dashes = 0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const auto from = at;
    const auto c = text::next_utf8(text, at);
    if (is_digit(c))
      ++digits;
    else if (is_dash(c))
      ++dashes;
    else if (digits > 0 && (is_unit(text.substr(from)) || is_note(text.substr(from))))
      return true;
    else if (!is_point(c) && c != '+')
      return false;
  }
  // A sign stands in front; 2024-5 and 3/10 are no figures.
  const bool leads = dashes == 0 || [&] {
    std::size_t at = 0;
    return dashes == 1 && is_dash(text::next_utf8(text, at));
  }();
  return (digits > 0 && leads) || (digits == 0 && dashes == count);
}

bool begins_item(std::string_view text) noexcept {
  std::size_t at = 0;
  auto c = text::next_utf8(text, at);
  // 第二十条
  if (c == U'第') return at < text.size() && is_chinese_ordinal(text::next_utf8(text, at));
  const bool bracketed = c == '(' || c == 0xFF08;
  if (bracketed) {
    if (at >= text.size()) return false;
    c = text::next_utf8(text, at);
  }
  std::size_t signs = 0;
  while ((is_digit(c) || is_chinese_ordinal(c)) && at < text.size() && signs < 3) {
    ++signs;
    c = text::next_utf8(text, at);
  }
  if (signs == 0 || signs > 2) return false;
  if (bracketed) return c == ')' || c == 0xFF09;
  if (c == 0x3001) return true;
  // 1.5 is a number.
  if (c != '.' && c != 0xFF0E) return false;
  return at >= text.size() || !is_digit(text::next_utf8(text, at));
}

bool may_be_figure(std::string_view text) noexcept {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = text::next_utf8(text, at);
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) return false;
    any = any || is_digit(c);
  }
  return any && !begins_item(text);
}

bool is_single(std::string_view text) noexcept {
  if (text.empty() || static_cast<unsigned char>(text[0]) < 0x80) return false;
  std::size_t at = 0;
  text::next_utf8(text, at);
  return at == text.size();
}

}  // namespace nianbao::readers::page
