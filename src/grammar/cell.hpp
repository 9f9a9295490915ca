// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "grammar/token.hpp"
#include "text/bytes.hpp"

/// The lower grammar: the characters of one cell or line to what they are.
namespace nianbao::grammar {

/// The enumerator at the start of a label, and what follows it.
struct Enumerated {
  Enumerator style = Enumerator::none;
  bool punctuated = false;  ///< 、 or . or brackets part it from the rest
  std::size_t length = 0;   ///< bytes of folded text
  int number = 0;           ///< 1 to 99
};

Enumerated parse_enumerator(std::string_view folded);

/// Reads `folded` as a number with its unit and remark, or as a mark or page number. Sets kind,
/// coefficient, scale, unit and flags of `token`; false if it is nothing of the kind.
bool parse_value(std::string_view folded, Token& token);

/// True for what pages carry of their own: -3-, 第3页, 3/10.
bool is_page_number(std::string_view folded);

/// Reads `text`, as it is printed, as digits and nothing else: most cells of most reports.
bool parse_plain_number(std::string_view text, Token& token) noexcept;

/// The same for `cell` of a text, of which it may look at what stands before.
inline bool parse_plain_number(std::string_view text, text::Range cell, Token& token) noexcept {
  const auto size = cell.size();
  if (size - 1 >= 8 || cell.end < 8) return parse_plain_number(text.substr(cell.begin, size), token);
  if (!text::digits_at_end(text::eight_bytes(text.data() + cell.end - 8), size, token.coefficient))
    return false;
  token.kind = TokenKind::number;
  token.flags |= as_printed;
  return true;
}

/// The Chinese characters that values and enumerators begin with.
std::vector<std::string_view> first_characters();

}  // namespace nianbao::grammar
