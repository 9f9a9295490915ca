// SPDX-License-Identifier: Apache-2.0
#include "tables/header_grid.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "tables/columns.hpp"
#include "tables/printed.hpp"

namespace nianbao::tables {

namespace {

using form::Kind;
using grammar::PrintedRow;
using grammar::Token;

constexpr std::int8_t unknown_name = -3;  // of a column that is not on the form

// What the cells of a header name, by their columns.
class GridHeader {
 public:
  GridHeader(const Reading& reading, grammar::TokenRange header) : in_(reading) {
    const auto last_line = in_.tokens[header.last - 1].line;
    for (auto i = header.first; i < in_.tokens.size() && in_.tokens[i].line <= last_line; ++i) add(i);
  }

  [[nodiscard]] bool is_certain() const { return is_certain_ && !columns_.empty(); }

  // The columns from `first` to the last one with a name; none if one has no name, or those of the form are
  // not in its order.
  [[nodiscard]] std::vector<std::int8_t> columns(std::uint32_t first) const {
    std::vector<std::int8_t> found;
    std::int8_t last = -1;
    for (auto at = columns_.lower_bound(first); at != columns_.end(); ++at) {
      const auto [place, column] = *at;
      if (place != first + found.size() || found.size() == most_columns) return {};
      if (column >= 0 && column < form::applicant_total && column != ++last) return {};
      if (column == form::applicant_total && last + 1 < form::applicant_total) return {};
      found.push_back(column);
    }
    return last > 0 ? found : std::vector<std::int8_t>{};
  }

  // Where 自然人 stands; -1 if nowhere.
  [[nodiscard]] std::int32_t first() const {
    const auto at =
        std::find_if(columns_.begin(), columns_.end(), [](const auto& c) { return c.second == 0; });
    return at == columns_.end() ? -1 : static_cast<std::int32_t>(at->first);
  }

 private:
  [[nodiscard]] static std::int8_t name_of(const Token& token) noexcept {
    if (token.kind == grammar::TokenKind::text) return unknown_name;
    switch (token.label.kind) {
      case Kind::applicant: return static_cast<std::int8_t>(token.label.index);
      case Kind::organisations_subtotal: return extra_column;
      case Kind::total: return form::applicant_total;
      case Kind::other: return form::applicant_other;
      default: return unknown_name;
    }
  }

  void add(std::uint32_t index) {
    const auto& token = in_.tokens[index];
    // What spans columns heads none of them.
    if (token.is_label(Kind::matrix_header)) return;
    const auto* const cell = cell_of(in_, token);
    const bool is_name = token.kind == grammar::TokenKind::label || token.kind == grammar::TokenKind::text;
    if (token.has(grammar::alone) || cell == nullptr || cell->columns > 1 || !is_name) {
      is_certain_ = false;
      return;
    }
    // Below a text that heads several columns stand their names.
    const auto name = name_of(token);
    const auto [at, is_new] = columns_.emplace(token.column, name);
    if (is_new || at->second == name || name == unknown_name) return;
    if (at->second != unknown_name) is_certain_ = false;
    at->second = name;
  }

  const Reading& in_;
  std::map<std::uint32_t, std::int8_t> columns_;
  bool is_certain_ = true;
};

// The number in a cell; -1 if it holds none, or is too large for sums.
std::int64_t number_in(const Token& token) noexcept {
  constexpr std::int64_t largest = std::int64_t{1} << 40;
  if (token.kind == grammar::TokenKind::mark) return 0;
  const bool is_count = token.kind == grammar::TokenKind::number && token.scale == 0;
  return is_count && token.coefficient >= 0 && token.coefficient <= largest ? token.coefficient : -1;
}

// Rows that have a cell for each column.
using WholeRows = std::vector<const PrintedRow*>;

// Whether what stands in column `total` is, in all rows, the sum of the form's other columns; and in some
// more than nothing.
bool holds_sums(const Reading& reading, const WholeRows& rows, const std::vector<std::int8_t>& columns,
                std::size_t total) {
  constexpr std::size_t fewest_rows = 3;
  std::size_t rows_with_sums = 0;
  for (const auto* row : rows) {
    const auto value = [&](std::size_t c) {
      return number_in(reading.tokens[row->values.first + static_cast<std::uint32_t>(c)]);
    };
    std::int64_t sum = 0;
    bool is_known = value(total) >= 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c] < 0 || columns[c] >= form::applicant_total) continue;
      is_known = is_known && value(c) >= 0;
      sum += value(c);
    }
    if (!is_known) continue;
    if (sum != value(total)) return false;
    if (sum > 0) ++rows_with_sums;
  }
  return rows_with_sums >= fewest_rows;
}

// Leaves the one 总计 that sums tell, or none.
void settle_totals(const Reading& reading, const WholeRows& rows, std::vector<std::int8_t>& columns) {
  std::vector<std::size_t> totals;
  for (std::size_t c = 0; c < columns.size(); ++c)
    if (columns[c] == form::applicant_total) totals.push_back(c);
  if (totals.size() < 2) return;
  const auto is_wrong = [&](std::size_t c) { return !holds_sums(reading, rows, columns, c); };
  const auto true_totals = std::stable_partition(totals.begin(), totals.end(), is_wrong);
  const auto wrong_ones = static_cast<std::size_t>(true_totals - totals.begin());
  const bool is_told = wrong_ones + 1 == totals.size();
  for (std::size_t i = 0; i < totals.size(); ++i)
    if (i < wrong_ones || !is_told) columns[totals[i]] = extra_column;
}

// Rows whose values lie in one line each.
struct RowsBelow {
  std::size_t longest = 0;
  std::int32_t first =
      INT32_MAX;        // column of the first value of rows of outermost labels, which do not slide
  bool in_line = true;  // all of them
};

RowsBelow rows_below(const Reading& reading) {
  RowsBelow rows;
  for (const auto& row : reading.tree.matrix.rows) {
    const auto run = run_of(reading, row);
    if (run.length == 0) continue;
    rows.longest = std::max<std::size_t>(rows.longest, run.length);
    rows.in_line = rows.in_line && run.in_line;
    if (run.in_line && form::matrix_rows[row.label.index].depth == 1)
      rows.first = std::min(rows.first, run.first);
  }
  return rows;
}

WholeRows whole_rows(const Reading& reading, std::size_t count) {
  WholeRows whole;
  for (const auto& row : reading.tree.matrix.rows)
    if (run_of(reading, row).length == count && row.values.last - row.values.first == count)
      whole.push_back(&row);
  return whole;
}

}  // namespace

GridColumns columns_of_grid(const Reading& reading, grammar::TokenRange header) {
  GridColumns found;
  if (reading.document.places != readers::Places::unknown || header.empty()) return found;
  const GridHeader grid(reading, header);
  const auto natural_person = grid.first();
  if (!grid.is_certain() || natural_person < 0) return found;
  const auto rows = rows_below(reading);
  found.first = std::min(natural_person, rows.first);
  auto columns = grid.columns(static_cast<std::uint32_t>(found.first));
  const auto is_extra = [](std::int8_t column) { return column < 0; };
  const bool has_extra = std::any_of(columns.begin(), columns.end(), is_extra) ||
                         std::count(columns.begin(), columns.end(), form::applicant_total) > 1;
  if (!has_extra) return found;
  found.fits = rows.in_line && rows.longest <= columns.size();
  settle_totals(reading, whole_rows(reading, columns.size()), columns);
  std::replace(columns.begin(), columns.end(), unknown_name, extra_column);
  found.columns = std::move(columns);
  return found;
}

}  // namespace nianbao::tables
