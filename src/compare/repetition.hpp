// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "nianbao/compare.hpp"

namespace nianbao::comparison {

/// A text of the report that its office words for itself.
struct Text {
  std::string_view path;
  const Prose& (*prose)(const AnnualReport& report);
};
extern const std::array<Text, 3> texts;

/// How much of each text of `newer` stands in the same text of `older`, then of all of them together.
std::vector<Repetition> repetition_of(const AnnualReport& older, const AnnualReport& newer,
                                      std::size_t shortest);

}  // namespace nianbao::comparison
