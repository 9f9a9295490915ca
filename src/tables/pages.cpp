// SPDX-License-Identifier: Apache-2.0
#include "tables/pages.hpp"

namespace nianbao::tables {

namespace {

// Where the table has a column that its header does not name, some rows have slid, and nobody knows which.
bool stands_under(const Reading& reading, const PrintedColumns& columns, const readers::Line& line) {
  if (columns.whole_rows_only || columns.token == grammar::no_token) return false;
  const auto& header = reading.document.lines[reading.tokens[columns.token].line];
  return line.width == columns.header.width && line.width == columns.columns.size() + 1 &&
         line.table == header.table;
}

}  // namespace

void doubt_on_pages(const Reading& reading, const PrintedColumns& columns, std::uint32_t total_every,
                    std::vector<PlacedRow>& rows) {
  if (!columns.certain)
    for (auto& row : rows) row.fit = Fit::ambiguous;
  if (reading.document.places == readers::Places::unknown) return;
  for (auto& row : rows) {
    const auto& line = reading.document.lines[row.line];
    if (line.is_dense && row.columns > 1 && sum_of_printed(reading, row, total_every) != Sum::holds)
      row.fit = Fit::ambiguous;
    const bool lacks = row.printed != row.columns && row.printed > 0;
    if (!lacks) continue;
    const bool is_rough = reading.document.places == readers::Places::rough;
    const bool is_seen = total_every != 0 && stands_under(reading, columns, line) &&
                         (!is_rough || sum_of_printed(reading, row, total_every) == Sum::holds);
    if (!is_seen) row.fit = Fit::ambiguous;
  }
}

bool do_flows_hold(const std::vector<PlacedRow>& rows) {
  constexpr std::size_t fewest = 5;
  std::size_t flowing = 0;
  for (const auto& row : rows) {
    if (row.in_line || row.printed == 0) continue;
    if (row.fit != Fit::whole) return false;
    ++flowing;
  }
  return flowing >= fewest;
}

}  // namespace nianbao::tables
