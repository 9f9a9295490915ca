// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "readers/docx/content.hpp"

/// Where the cells of a table stand. Its grid has a column for every edge that any row has anywhere;
/// here only those count that part columns of the same rows.
namespace nianbao::readers::docx {

/// A cell's column, and how many columns it takes.
struct Placed {
  std::uint32_t column = 0;
  std::uint32_t columns = 1;
};

/// The places of the cells of `count` rows from `first` on, which belong to `table`, in order.
std::vector<Placed> place_cells(const Content& content, const Table& table, std::uint32_t first,
                                std::uint32_t count);

}  // namespace nianbao::readers::docx
