// SPDX-License-Identifier: Apache-2.0
#include "tables/pages.hpp"

#include <algorithm>

namespace nianbao::tables {

namespace {

// Where the table has a column that its header does not name, some rows have slid, and nobody knows which.
bool stands_under(const Reading& reading, const PrintedColumns& columns, const readers::Line& line) {
  if (columns.is_of_form) return line.stands_below && line.width == columns.columns.size() + 1;
  if (columns.whole_rows_only || columns.token == grammar::no_token) return false;
  const auto& header = reading.document.lines[reading.tokens[columns.token].line];
  return line.width == columns.header.width && line.width == columns.columns.size() + 1 &&
         line.table == header.table;
}

// Zeros have their sum wherever they stand.
bool sum_shows_places(const Reading& reading, const PlacedRow& row, std::uint32_t total_every) {
  return sum_of_printed(reading, row, total_every) == Sum::holds &&
         std::any_of(row.cells.begin(), row.cells.begin() + row.columns, [&](const PlacedCell& cell) {
           return cell.is == PlacedCell::Is::value && reading.tokens[cell.token].coefficient != 0;
         });
}

}  // namespace

void doubt_on_pages(const Reading& reading, const PrintedColumns& columns, std::uint32_t total_every,
                    const MatrixEvidence& matrix, PlacedRows& rows) {
  const bool is_page = reading.document.places != readers::Places::unknown;
  if (!columns.certain || (is_page && has_slid_totals(reading, rows, total_every)))
    for (auto& row : rows) row.fit = Fit::ambiguous;
  if (!is_page) return;
  for (auto& row : rows) {
    const auto& line = reading.document.lines[row.line];
    const bool is_whole = matrix.is_filled && row.printed == row.columns;
    if (line.is_dense && row.columns > 1 && !is_whole &&
        sum_of_printed(reading, row, total_every) != Sum::holds)
      row.fit = Fit::ambiguous;
    const bool lacks = row.printed != row.columns && row.printed > 0;
    if (!lacks) continue;
    const bool is_rough = reading.document.places == readers::Places::rough;
    const bool is_seen = total_every != 0 && row.in_line && stands_under(reading, columns, line) &&
                         (!is_rough || line.stands_below || sum_shows_places(reading, row, total_every));
    if (!is_seen) row.fit = Fit::ambiguous;
  }
}

MatrixEvidence evidence_of(const Reading& reading, const PlacedRows& rows) {
  constexpr std::size_t fewest_flowing = 5;
  constexpr std::size_t fewest_whole = 15;
  std::size_t flowing = 0;
  std::size_t whole = 0;
  std::size_t empty = 0;
  MatrixEvidence matrix{true, true};
  for (const auto& row : rows) {
    if (row.printed == 0) {
      ++empty;
      continue;
    }
    const bool flows = !row.in_line;
    flowing += flows ? 1U : 0U;
    whole += row.printed == row.columns ? 1U : 0U;
    matrix.flows_hold = matrix.flows_hold && (!flows || row.fit == Fit::whole);
    const bool is_dense = reading.document.lines[row.line].is_dense;
    matrix.is_filled = matrix.is_filled && row.printed == row.columns && !is_dense;
  }
  matrix.flows_hold = matrix.flows_hold && flowing >= fewest_flowing;
  matrix.is_filled = matrix.is_filled && whole >= fewest_whole && empty * 5 <= whole;
  return matrix;
}

}  // namespace nianbao::tables
