// SPDX-License-Identifier: Apache-2.0
#include "readers/html_grid.hpp"

#include <utility>

#include "support/catch.hpp"

namespace nianbao::readers {

namespace {

struct Spans {
  std::uint32_t columns = 1;
  std::uint32_t rows = 1;
};

// The columns of the cells of a row, and behind them its width.
std::vector<std::uint32_t> row(Grid& grid, const std::vector<Spans>& cells, bool has_text = true) {
  std::vector<std::uint32_t> columns;
  grid.begin_row();
  for (const auto& cell : cells) columns.push_back(grid.place(cell.columns, cell.rows));
  columns.push_back(grid.end_row(has_text));
  return columns;
}

using Columns = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("Cells stand behind what spans into their row", "[html]") {
  Grid grid;
  CHECK(row(grid, {{1, 3}, {2, 1}, {1, 2}}) == Columns{0, 1, 3, 4});
  CHECK(row(grid, {{1, 1}, {1, 1}}) == Columns{1, 2, 4});
  CHECK(row(grid, {{1, 1}}) == Columns{1, 2});
  CHECK(row(grid, {{1, 1}}) == Columns{0, 1});
}

TEST_CASE("A span at the end of a row makes it as wide", "[html]") {
  Grid grid;
  row(grid, {{1, 1}, {1, 2}});
  CHECK(row(grid, {{1, 1}}) == Columns{0, 2});
}

TEST_CASE("Spans end with thead, tbody and tfoot", "[html]") {
  Grid grid;
  row(grid, {{1, 60000}});
  grid.end_group();
  CHECK(row(grid, {{1, 1}}) == Columns{0, 1});
}

TEST_CASE("Columns that no row tells apart count once", "[html]") {
  Grid grid;
  // Edges a hair beside each other: 4 and 5, 7 and 8.
  row(grid, {{3, 1}, {2, 1}, {3, 1}, {1, 1}});
  row(grid, {{3, 1}, {1, 1}, {3, 1}, {2, 1}});
  grid.count_columns();
  const auto counted = [&](std::uint32_t column) { return grid.counted(column); };
  CHECK(counted(0) == 0);
  CHECK(counted(2) == 0);
  CHECK(counted(3) == 1);
  CHECK(counted(4) == 2);
  CHECK(counted(5) == 2);
  CHECK(counted(7) == 3);
  CHECK(counted(8) == 3);
}

TEST_CASE("What was counted is not counted again", "[html]") {
  Grid grid;
  row(grid, {{2, 1}, {2, 1}});
  CHECK(grid.is_level());
  grid.count_columns();
  row(grid, {{1, 1}, {3, 2}});
  CHECK_FALSE(grid.is_level());
  grid.count_columns();
  CHECK(grid.counted(1) == 1);
  CHECK(grid.counted(2) == 1);
}

TEST_CASE("A row without text tells no columns apart", "[html]") {
  Grid grid;
  row(grid, {{2, 1}, {2, 1}});
  row(grid, {{1, 1}, {1, 1}, {1, 1}, {1, 1}}, false);
  grid.count_columns();
  CHECK(grid.counted(1) == 0);
  CHECK(grid.counted(3) == 1);
}

TEST_CASE("Of very many columns none is lost", "[html]") {
  Grid grid;
  row(grid, std::vector<Spans>(600));
  grid.count_columns();
  CHECK(grid.counted(511) == 511);
  CHECK(grid.counted(512) == 512);
  CHECK(grid.counted(599) == 599);
}

}  // namespace nianbao::readers
