// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "nianbao/report.hpp"
#include "tracer/figures.hpp"

/// A report as a page holds it, between its figures and its text: damages work on this, layouts
/// print it, and what is expected of the library is read off it.
namespace nianbao::tracer {

/// Whether a cell lies under a merged one.
enum class Covered : std::uint8_t { no, from_left, from_above };

struct Cell {
  std::string text;
  std::string figure;  ///< path of the figure that is printed here; "" for labels
  Covered covered = Covered::no;
  CellState state = CellState::number;  ///< of the figure
};

struct Row {
  std::string key;  ///< key of its row on the form; "" for headers and groups without figures
  std::vector<Cell> cells;
  std::size_t first = 0;  ///< index of its first value
  bool is_header = false;
};

struct Table {
  std::uint8_t section = 0;
  std::vector<Row> rows;
};

struct Block {
  enum class Is : std::uint8_t { title, heading, paragraph, table, page_break } is = Is::paragraph;
  std::string text;
  Table table;
};

/// How the matrix's labels lie in columns.
enum class Labels : std::uint8_t {
  three,    ///< a column for each level, merged
  ragged,   ///< as many cells as the row has labels: rows of three are wider than those of two
  compact,  ///< all labels in the first column
};

struct Page {
  Labels labels = Labels::three;
  std::vector<Block> blocks;
  std::set<std::string> contradicted;  ///< keys of rows that are printed with different figures
};

/// Sets `report` as a page, undamaged.
Page set_page(const Report& report, Labels labels);

/// What the library should find: every figure of the form that is printed.
struct Expected {
  CellState state = CellState::absent;
  Decimal value;
};
std::map<std::string, Expected, std::less<>> expected_of(const Page& page, const Report& report);

/// A figure as it is printed plainly.
Cell figure_cell(const Report& report, const std::string& path);

/// The row of the matrix's form with `key`: label cells as `labels` lays them, and figures.
Row matrix_row(const Report& report, std::size_t index, Labels labels);

}  // namespace nianbao::tracer
