// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tables/printed.hpp"

/// Rows whose cells are lines of their own, with lines between them that hold nothing but a separator: a
/// blank cell is one separator more.
namespace nianbao::tables {

/// Places those of `placed` (the rows of `rows`, in order) that have blank cells between separators, as
/// the rows without blank cells show how many separators there are without them.
void place_between_bars(const Reading& reading, const PrintedRows& rows, PlacedRows& placed);

}  // namespace nianbao::tables
