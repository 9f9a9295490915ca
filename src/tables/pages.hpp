// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "tables/columns.hpp"
#include "tables/printed.hpp"

/// What rows must show where columns are places on a page, or values of a row lines of their own.
namespace nianbao::tables {

/// Where columns are places on a page, doubts a row of a large table that lacks figures and does not stand
/// under its own header, and one in which two values may be one that a space breaks unless its sum holds.
/// Small tables have too few rows to show their columns: there every row that lacks figures is doubted.
/// Where the columns are not certain, no row is.
/// `total_every` as in PrintedRows; 0 for a small table.
void doubt_on_pages(const Reading& reading, const PrintedColumns& columns, std::uint32_t total_every,
                    std::vector<PlacedRow>& rows);

/// Whether several rows flow over lines, and none of these is doubted.
bool do_flows_hold(const std::vector<PlacedRow>& rows);

}  // namespace nianbao::tables
