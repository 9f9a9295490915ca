// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "grammar/token.hpp"
#include "readers/document.hpp"

/// Lines of text to paragraphs: a sentence that a page break cut in two becomes one again.
namespace nianbao::prose {

struct Paragraph {
  std::string text;
  text::Range range;       ///< from its first line to its last
  std::uint32_t line = 0;  ///< index of its first line
};

/// A line of the document in the text of a paragraph.
struct PlacedLine {
  std::uint32_t paragraph = 0;  ///< which one
  std::uint32_t offset = 0;     ///< in its text
  std::uint32_t size = 0;       ///< bytes of its text
  std::uint32_t line = 0;       ///< index in the document
  text::Range range;            ///< what of the line it is
};

/// Some of the indices of tokens that a vector holds, in order.
struct Indices {
  const std::uint32_t* first;
  const std::uint32_t* last;

  [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(last - first); }
};

/// The paragraphs of the tokens at `indices`, and the lines that they are made of if they are asked for.
std::vector<Paragraph> paragraphs(const readers::Document& document, const grammar::Tokens& tokens,
                                  Indices indices, std::vector<PlacedLine>* lines = nullptr);

/// One text of many paragraphs, parted by '\n'. Takes their texts.
std::string join(std::vector<Paragraph>& paragraphs);

/// Takes away what stands below the text of the last section: signature, date, list of enclosures.
void drop_signature(std::vector<Paragraph>& paragraphs, const std::string& agency);

}  // namespace nianbao::prose
