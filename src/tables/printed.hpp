// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
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

/// Rows of one make: the same table, the same columns, `depth` labels each.
struct PrintedRows {
  std::vector<const grammar::PrintedRow*> rows;
  std::vector<std::uint32_t> depths;
  std::uint32_t columns = 0;
  HeaderShape header;
  bool last_is_total = false;  ///< the last column is the sum of the others
  bool is_placed = false;      ///< values stand below their header, as exactly as the page prints them
};

/// A value that stands beside a whole row.
struct Stray {
  std::uint32_t token;
  form::Label row;
};

/// Places all cells of `rows`; values that stand beside a whole row are added to `strays`.
std::vector<PlacedRow> place(const Reading& reading, const PrintedRows& rows, std::vector<Stray>& strays);

/// The run of a row's values.
struct Run {
  std::uint32_t length = 0;  ///< blank cells between values counted
  bool in_line = false;      ///< in one line; else over several, where a page's number may be among them
};

Run run_of(const Reading& reading, const grammar::PrintedRow& row);

}  // namespace nianbao::tables
