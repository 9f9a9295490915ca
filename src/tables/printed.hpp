// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory_resource>
#include <vector>

#include "tables/align.hpp"
#include "tables/figures.hpp"

/// A printed table and where each cell of its rows ended up.
namespace nianbao::tables {

/// No table of the form is wider.
inline constexpr std::size_t most_columns = 15;

/// One cell of a placed row.
struct PlacedCell {
  enum class Is : std::uint8_t { value, blank, absent } is = Is::absent;
  std::uint32_t token = grammar::no_token;  ///< of a value
  std::int32_t column = -1;  ///< where a blank cell stands; -1 if as far from `start` as in the form
};

struct PlacedRow {
  const grammar::PrintedRow* row = nullptr;
  Fit fit = Fit::ambiguous;
  std::uint32_t printed = 0;  ///< cells found, whether or not they could be placed
  std::int32_t start = -1;    ///< column of the line with the first cell; -1 if not one line
  std::uint32_t line = 0;     ///< index of the line that holds the cells
  bool in_line = false;       ///< one line holds them all
  bool doubted = false;       ///< as many values as columns, and yet ambiguous: its sum is wrong
  std::uint32_t columns = 0;  ///< how many of `cells` count
  std::array<PlacedCell, most_columns> cells;
};

using PlacedRows = std::pmr::vector<PlacedRow>;

/// Rows of one make: the same table, the same columns, `depth` labels each.
struct PrintedRows {
  explicit PrintedRows(std::pmr::memory_resource* memory) : rows(memory), depths(memory) {}

  std::pmr::vector<const grammar::PrintedRow*> rows;
  std::pmr::vector<std::uint32_t> depths;
  std::uint32_t columns = 0;
  HeaderShape header;
  std::uint32_t total_every = 0;   ///< each so many columns, the last is the sum of the others; 0 if none is
  bool flows_are_certain = false;  ///< all rows of the matrix that flow over lines hold, by their sums
  bool lacks_columns = false;      ///< the form has more columns than are printed
  bool is_placed = false;          ///< values stand below their header, as exactly as the page prints them
};

/// A value that stands beside a whole row.
struct Stray {
  std::uint32_t token;
  form::Label row;
};

/// Places all cells of `rows`, in the memory of the reading; values that stand beside a whole row are added
/// to `strays`.
PlacedRows place(const Reading& reading, const PrintedRows& rows, std::vector<Stray>& strays);

/// Whether the totals of a row are the sums of what stands before them; unknown unless all are whole numbers.
enum class Sum : std::uint8_t { holds, fails, unknown };

Sum sum_of(const Reading& reading, const PlacedRow& row, std::uint32_t total_every);

/// As sum_of, for a row with blank cells: they count as nothing; unknown where no total is printed.
Sum sum_of_printed(const Reading& reading, const PlacedRow& row, std::uint32_t total_every);

/// Whether no row has a total, and what stands before it is in each as much as all others together: values
/// have slid away from their header.
bool has_slid_totals(const Reading& reading, const PlacedRows& rows, std::uint32_t total_every);

/// Where a blank cell stands: behind as many separators as its column says.
struct BlankPlace {
  std::uint32_t at = 0;    ///< in the text
  std::uint32_t line = 0;  ///< index
};

/// The place of the blank cell at `offset` of a row's columns.
BlankPlace place_of_blank(const Reading& reading, const PlacedRow& placed, std::uint32_t offset);

/// The run of a row's values.
struct Run {
  std::uint32_t length = 0;  ///< blank cells between values counted
  bool in_line = false;      ///< in one line; else over several, where a page's number may be among them
  std::int32_t first = 0;    ///< in one line: the column of the first value
};

Run run_of(const Reading& reading, const grammar::PrintedRow& row);

/// The cell that `token` is; nullptr if it is none, or only a part of one.
const readers::CellText* cell_of(const Reading& reading, const grammar::Token& token);

}  // namespace nianbao::tables
