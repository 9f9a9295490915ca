// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace nianbao::comparison {

/// Equal stretches of two texts, in characters.
struct Match {
  std::size_t older;
  std::size_t newer;
  std::size_t length;
};

/// What of `newer` stands in `older`, in passages of at least `shortest` characters (at least 1): in order,
/// disjoint in `newer`, and together exactly the characters that any such passage holds. Where two passages
/// overlap, the later one loses its beginning to the earlier. Linear in the length of the texts, whatever
/// they hold.
std::vector<Match> copied(const std::vector<char32_t>& older, const std::vector<char32_t>& newer,
                          std::size_t shortest);

}  // namespace nianbao::comparison
