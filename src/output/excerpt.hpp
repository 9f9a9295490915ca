// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "output/places.hpp"

namespace nianbao::output {

/// A line of a text, and what stands under it: '^' below the place that is meant, '-' below others.
struct Excerpt {
  std::string line;
  std::string marks;
  TextRange window;  ///< what of the text is shown

  [[nodiscard]] bool shows(TextRange range) const noexcept {
    return window.begin <= range.begin && range.begin <= window.end;
  }
};

/// How much of a line is shown.
inline constexpr std::size_t excerpt_columns = 100;

/// The line of `place` as a terminal shows it, tabs laid out as spaces; of a long one what stands round the
/// place, with "…" where it was cut. A place without extent is marked in one column. Takes time by what is
/// shown, not by the length of the line.
Excerpt excerpt_of(std::string_view text, TextRange place, const std::vector<TextRange>& others);

}  // namespace nianbao::output
