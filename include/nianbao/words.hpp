// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "nianbao/export.hpp"
#include "nianbao/parse.hpp"

namespace nianbao {

/// A word of a page and the box that it is printed in: what PDF libraries and text recognition give.
///
/// x grows to the right and y downwards, in any unit, the same for all words. Words may come in any
/// order. What stands together without a space is best one word; two cells must be two words.
struct Word {
  std::string_view text;  ///< UTF-8
  double x0 = 0;
  double y0 = 0;
  double x1 = 0;
  double y1 = 0;
  std::uint32_t page = 0;  ///< pages in ascending order, from any number
};

/// Reads a report from `count` words at `words`.
///
/// Lines, rows and columns are found by the boxes alone. Places in the result are those in the text
/// that the words were set in: a line a row, tabs between cells, a form feed where a page begins.
/// `options.format` and `options.encoding` are not asked; `options.max_bytes` limits the words' bytes.
/// Otherwise as parse().
///
///     std::vector<nianbao::Word> words = …;
///     auto result = nianbao::parse_words(words.data(), words.size());
NIANBAO_EXPORT ParseResult parse_words(const Word* words, std::size_t count,
                                       const ParseOptions& options = {});

}  // namespace nianbao
