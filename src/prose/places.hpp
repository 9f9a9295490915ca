// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "nianbao/report.hpp"

namespace nianbao::prose {

/// Where the bytes from `start` up to `end` (which is larger) of a section's text stand in the input. To the
/// byte where the line stands there as it is, else the whole line; nowhere if the report was not read.
SourceSpan place_of(const Prose& prose, std::size_t start, std::size_t end);

/// The same for places in ascending order: each costs what lies between it and the one before.
class Places {
 public:
  explicit Places(const Prose& prose) : prose_(prose) {}

  SourceSpan of(std::size_t start, std::size_t end);

 private:
  const Prose& prose_;
  const ProsePiece* piece_ = nullptr;  ///< the line that was passed last
  std::size_t passed_ = 0;             ///< bytes of it
  std::uint32_t characters_ = 0;       ///< of these bytes
};

}  // namespace nianbao::prose
