// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

/// The true grid of a table of HTML: spans laid out, columns counted as the eye counts them.
namespace nianbao::readers {

/// Spans beyond these are mistakes or attacks; those of HTML's own standard.
inline constexpr std::uint32_t most_columns_spanned = 1000;
inline constexpr std::uint32_t most_rows_spanned = 65534;

/// Lays out one table, row by row. Cost of a row: its cells and a bounded number of columns.
class Grid {
 public:
  void begin_row();

  /// The column of the next cell of the row.
  std::uint32_t place(std::uint32_t columns, std::uint32_t rows);

  /// Ends the row; how many columns it fills. A row without any text says nothing about columns.
  std::uint32_t end_row(bool has_text);

  /// No span goes on from here: the end of thead, tbody or tfoot.
  void end_group() noexcept;

  /// Whether no cell of a row above fills a column of the next.
  [[nodiscard]] bool is_level() const noexcept;

  /// After the last row, or the last before rows of another make: the columns that the eye sees. Of columns
  /// that no row tells apart, for edges of cells lie a hair beside each other, only one counts. What follows
  /// is counted anew.
  void count_columns();
  [[nodiscard]] std::uint32_t counted(std::uint32_t column) const noexcept;

 private:
  // Columns behind these are not spanned by rows and all count.
  static constexpr std::uint32_t most_columns = 512;

  // A cell of a row above that fills a column.
  struct Filled {
    std::uint32_t rows_left = 0;
    std::uint32_t start = 0;  // the first column of that cell
  };

  void pass_filled();
  void note_start(std::uint32_t column);

  std::vector<Filled> filled_;
  std::vector<std::uint32_t> starts_;  // columns in which the cells of the row start
  // For each column 1 + the last column before it in which a cell starts in a row that has a cell
  // starting in this one too: there must be an edge between the two.
  std::vector<std::uint32_t> apart_;
  std::vector<std::uint32_t> counted_;
  std::uint32_t column_ = 0;
};

}  // namespace nianbao::readers
