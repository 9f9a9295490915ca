// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "nianbao/report.hpp"

namespace nianbao::prose {

/// Tells where parts of a section's text stand in the input. Borrows the section. However long its lines and
/// however many the parts, each costs the same: a mark every few thousand bytes says how many characters
/// stand before it.
class PlaceFinder {
 public:
  explicit PlaceFinder(const Prose& prose) noexcept : prose_(&prose) {}

  /// Where the bytes from `start` up to `end` (which is larger) stand. To the byte where the line stands
  /// there as it is, else the whole line; nowhere if the report was not read.
  SourceSpan find(std::size_t start, std::size_t end);

 private:
  std::size_t characters_before(std::size_t offset);

  const Prose* prose_;
  std::vector<std::size_t> marks_{
      0};  // characters of the text before each block of it, as far as was asked for
};

}  // namespace nianbao::prose
