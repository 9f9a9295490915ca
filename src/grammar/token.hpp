// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "form/form.hpp"
#include "nianbao/report.hpp"
#include "readers/document.hpp"

/// The report as the grammar reads it: a token a cell, a few a line of prose.
namespace nianbao::grammar {

enum class TokenKind : std::uint8_t {
  label,  ///< a label of the form
  number,
  mark,         ///< "none": / — 无 …
  page_number,  ///< furniture of a page: -3-, 第3页
  heading,      ///< of a section; label.index says which
  part,         ///< heading of a part of 一; label.index says which, 255 if none of the five
  text,
};

/// What stood in front of a label: 一、 / （一） / 1. / 壹、
enum class Enumerator : std::uint8_t { none, chinese, bracketed, arabic, legal };

/// The unit that a number's cell names.
enum class PrintedUnit : std::uint8_t { none, items, yuan, ten_thousand_yuan, other };

/// Properties of tokens, as bits.
enum TokenFlag : std::uint8_t {
  alone = 1,  ///< the only cell of a line without separators
  first_on_line = 2,
  after_blank = 4,   ///< a blank line stands before its line
  split_number = 8,  ///< a space stands inside the number
  remark = 16,       ///< text follows the number
  consumed = 32,     ///< the rest of a label that was broken over lines: part of another token
  glued = 64,        ///< text follows the heading on the same line
  as_printed = 128,  ///< the cell is nothing but digits, as they stand
};

struct Token {
  TokenKind kind = TokenKind::text;
  std::uint8_t flags = 0;
  form::Label label;
  Enumerator enumerator = Enumerator::none;
  PrintedUnit unit = PrintedUnit::none;
  std::uint8_t scale = 0;
  std::uint8_t likely = 255;  ///< the section whose heading it may be, worded otherwise than on the form
  std::uint32_t line = 0;     ///< index in Document::lines
  std::uint32_t column = 0;   ///< index in its line, blank cells counted
  text::Range range;
  std::int64_t coefficient = 0;

  [[nodiscard]] bool has(TokenFlag flag) const noexcept { return (flags & flag) != 0; }
  [[nodiscard]] bool is_label(form::Kind kind_of_label) const noexcept {
    return kind == TokenKind::label && label.kind == kind_of_label;
  }
};

using Tokens = std::vector<Token>;

/// The tokens of `document` in order.
Tokens tokenize(const readers::Document& document);

}  // namespace nianbao::grammar
