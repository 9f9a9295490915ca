// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory_resource>
#include <vector>

/// Which printed cell of a line belongs to which column of its table, decided on evidence. Knows
/// cells and columns, nothing of the form.
namespace nianbao::tables {

/// A line of a table. Columns are indices of cells in the line, blank ones counted.
struct RowShape {
  std::uint32_t segment = 0;  ///< lines between two breaks of a page share one
  std::uint32_t depth = 1;    ///< label columns that its labels fill on the form, counted from the left
  std::int32_t label = -1;    ///< column of its last label; -1 if it has none
  std::uint32_t width = 0;    ///< cells of the line
  std::int32_t first = -1;    ///< first column with a value; -1 if all are blank
  std::int32_t last = -1;     ///< last column with a value
};

/// The line of the header that prints the table's first column.
struct HeaderShape {
  std::int32_t first = -1;  ///< where; -1 if unknown
  std::uint32_t width = 0;
  bool known = false;          ///< a header names the table's columns
  std::uint32_t columns = 0;   ///< how many of the first columns it names
  bool lacks_columns = false;  ///< it names fewer than the form has
};

enum class Fit : std::uint8_t {
  whole,      ///< every column of the table has its cell
  cut,        ///< the line ends before the table does
  ambiguous,  ///< nothing tells which cell belongs where
};

struct Placement {
  Fit fit = Fit::ambiguous;
  std::int32_t start = 0;  ///< column of the line that holds the first column of the table
};

using RowShapes = std::pmr::vector<RowShape>;
using Placements = std::pmr::vector<Placement>;

/// Places each of `rows` in a table of `columns` columns. All memory that this takes comes from theirs.
Placements align(RowShapes rows, std::uint32_t columns, HeaderShape header);

}  // namespace nianbao::tables
