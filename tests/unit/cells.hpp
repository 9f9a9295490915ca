// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "nianbao/report.hpp"
#include "support/catch.hpp"

namespace nianbao::unit {

/// The figure at `path`, to be changed.
inline Cell& cell_at(AnnualReport& report, std::string_view path) {
  const auto* found = find_figure(report, path);
  REQUIRE(found != nullptr);
  return const_cast<Cell&>(*found);
}

}  // namespace nianbao::unit
