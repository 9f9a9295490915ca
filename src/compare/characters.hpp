// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace nianbao::comparison {

/// The characters of a text that count when texts are held against each other: letters and digits of any
/// script, widths folded, ASCII in lower case. Spaces and punctuation do not count, and neither do the
/// official names that every report prints.
struct Characters {
  std::vector<char32_t> codes;
  std::vector<std::size_t> starts;  ///< the byte that each begins at in the text

  [[nodiscard]] std::size_t size() const noexcept { return codes.size(); }
};

Characters characters_of(std::string_view text);

/// `characters` without the digits 0 to 9.
std::vector<char32_t> without_figures(const std::vector<char32_t>& characters);

}  // namespace nianbao::comparison
