// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

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

/// A byte that is neither white space nor part of it nor a mark: nothing to trim where text begins and
/// ends with one.
inline bool is_solid(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// An ASCII letter in lower case; any other byte as it is. No locale has a say.
inline char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// `text` without white space (as fold sees it) at its ends.
std::string_view trim(std::string_view text);

/// Appends `text` without the marks that fold_markup removes; all else stays as it is printed.
void strip_markup(std::string_view text, std::string& out);

/// `text` as a title is shown: full-width letters and digits half-width, no white space beside
/// anything but ASCII, one space elsewhere.
std::string tidy(std::string_view text);

}  // namespace nianbao::text
