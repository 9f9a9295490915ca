// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "tables/columns.hpp"
#include "tables/printed.hpp"

/// What rows must show where columns are places on a page, or values of a row lines of their own.
namespace nianbao::tables {

/// What the rows of the matrix show of a report.
struct MatrixEvidence {
  bool flows_hold = false;  ///< several rows flow over lines, and none of these is doubted
  bool is_filled = false;   ///< nearly all rows have a value for each column, all clearly apart
};

MatrixEvidence evidence_of(const Reading& reading, const PlacedRows& rows);

/// Where columns are places on a page, doubts a row of a large table that lacks figures and does not stand
/// under its own header, and one in which two values may be one that a space breaks: unless its sum holds, or
/// it has as many values as columns in a report that leaves no cell blank and breaks no number.
/// Small tables have too few rows to show their columns: there every row that lacks figures is doubted.
/// Where the columns are not certain, no row is.
/// `total_every` as in PrintedRows; 0 for a small table.
void doubt_on_pages(const Reading& reading, const PrintedColumns& columns, std::uint32_t total_every,
                    const MatrixEvidence& matrix, PlacedRows& rows);

}  // namespace nianbao::tables
