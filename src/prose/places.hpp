// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "nianbao/report.hpp"

namespace nianbao::prose {

/// Where the bytes from `start` up to `end` (which is larger) of a section's text stand in the input. To the
/// byte where the line stands there as it is, else the whole line; nowhere if the report was not read.
SourceSpan place_of(const Prose& prose, std::size_t start, std::size_t end);

/// The same for many places, in any order. However long a line, each costs the same: marks say how many
/// characters stand before every few thousand bytes.
class Places {
 public:
  explicit Places(const Prose& prose) : prose_(&prose) {}

  SourceSpan of(std::size_t start, std::size_t end);

 private:
  std::size_t characters_before(std::size_t offset);

  const Prose* prose_;
  std::vector<std::size_t> marks_{0};  ///< as far as was asked for
};

}  // namespace nianbao::prose
