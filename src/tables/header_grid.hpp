// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "tables/figures.hpp"

/// Headers of the matrix that stand over their figures, cell over cell.
namespace nianbao::tables {

struct GridColumns {
  /// From the first to the last, those that the form does not have as `extra_column`; none if cells do not
  /// stand over cells, or the form has all of them.
  std::vector<std::int8_t> columns;
  std::int32_t first = -1;  ///< where the first of them stands
  bool fits = true;         ///< no row has more cells, or others
};

/// The columns of a header in which each column has a name of its own, those of the form in its order. Of two
/// columns that may be 总计 it is the one that the sums of rows tell, or neither.
GridColumns columns_of_grid(const Reading& reading, grammar::TokenRange header);

}  // namespace nianbao::tables
