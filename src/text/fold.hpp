// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/han.hpp"

/// One way of writing for what is printed in many: widths, spaces, punctuation.
namespace nianbao::text {

/// Folds `text` as it is compared and shown: full-width letters, digits and brackets become
/// half-width, any run of white space becomes one space, white space at the ends and characters
/// that print nothing go away. Folding what is folded changes nothing.
///
/// The result is `text` itself where nothing had to change, else it lives in `buffer`.
std::string_view fold(std::string_view text, std::string& buffer);

/// What fold makes of one character: itself or another, ' ' for white space, 0 for what prints nothing.
char32_t fold_character(char32_t c);

/// A tag that does not end within so many bytes is none: nothing is searched further than that.
inline constexpr std::size_t longest_tag = 512;

/// As fold, for text with marks in it: tags go away, <br> and named spaces become spaces, the other
/// common entities their character, `**` and `__` nothing.
std::string_view fold_markup(std::string_view text, std::string& buffer);

/// What is left of folded text for the comparison of labels: no spaces, punctuation, brackets,
/// quotes, particles (的 及 和 与 或) and years in brackets. Appends to `out`.
void skeleton(std::string_view folded, std::string& out);

/// Where in `text` (not folded) the first `kept` characters that skeleton keeps have ended.
std::size_t skeleton_end(std::string_view text, std::size_t kept);

/// How many characters a skeleton has: code points.
std::size_t characters(std::string_view text) noexcept;

/// Printable ASCII, without the space and what marks of Markdown and HTML begin and end with. By bytes: none
/// of other characters is.
inline constexpr auto is_bare_ascii = [] {
  std::array<bool, 256> bare{};
  for (std::size_t c = 0x21; c < 0x7F; ++c)
    bare[c] = c != '<' && c != '>' && c != '&' && c != ';' && c != '*' && c != '_';
  return bare;
}();

/// Whether `text`, which is not empty, begins (ends) with a character that is certainly neither white space
/// nor part of a mark: nothing to trim there, in Markdown either. So it is with most texts, not with all.
inline bool is_bare(const char* character, std::size_t size) noexcept {
  const auto lead = static_cast<unsigned char>(*character);
  if (lead < 0x80) return size == 1 && is_bare_ascii[lead];
  if (size != 3) return false;
  const auto second = static_cast<unsigned char>(character[1]);
  return is_han_lead(*character) || (lead == 0xE3 && second == 0x80 && character[2] != '\x80') ||
         (lead == 0xEF && second == 0xBC);
}
inline bool begins_bare(std::string_view text) noexcept {
  return is_bare(text.data(),
                 static_cast<signed char>(text[0]) >= 0 ? 1 : std::min<std::size_t>(text.size(), 3));
}
inline bool ends_bare(std::string_view text) noexcept {
  const auto size = static_cast<signed char>(text.back()) >= 0 ? 1 : std::min<std::size_t>(text.size(), 3);
  return is_bare(text.data() + text.size() - size, size);
}

/// An ASCII letter in lower case; any other byte as it is. No locale has a say.
constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether `text` begins with `lower_case` in either case.
inline bool starts_ignoring_case(std::string_view text, std::string_view lower_case) noexcept {
  return text.size() >= lower_case.size() && std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                                                        [](char a, char b) { return a == lower(b); });
}

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// White space between words of HTML.
constexpr bool is_blank(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// `text` without white space (as fold sees it) at its ends.
std::string_view trim(std::string_view text);

/// Appends `text` without the marks that fold_markup removes; all else stays as it is printed.
void strip_markup(std::string_view text, std::string& out);

/// `text` as a title is shown: full-width letters and digits half-width, no white space beside
/// anything but ASCII, one space elsewhere.
std::string tidy(std::string_view text);

}  // namespace nianbao::text
