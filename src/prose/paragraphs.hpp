// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string>
#include <vector>

#include "reading.hpp"

/// Lines of text to paragraphs: a sentence that a page break cut in two becomes one again.
namespace nianbao::prose {

struct Paragraph {
  explicit Paragraph(std::pmr::memory_resource* memory) : text(memory) {}

  std::pmr::string text;
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

using Paragraphs = std::pmr::vector<Paragraph>;
using PlacedLines = std::pmr::vector<PlacedLine>;

/// The paragraphs of the tokens at `indices`, in the memory of the reading, and the lines that they are made
/// of if they are asked for.
Paragraphs paragraphs(const Reading& reading, Indices indices, PlacedLines* lines = nullptr);

/// One text of many paragraphs, parted by '\n'.
std::string join(const Paragraphs& paragraphs);

/// Takes away what stands below the text of the last section: signature, date, list of enclosures.
void drop_signature(Paragraphs& paragraphs, const std::string& agency);

}  // namespace nianbao::prose
