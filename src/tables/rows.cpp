// SPDX-License-Identifier: Apache-2.0
#include "tables/rows.hpp"

#include <algorithm>

namespace nianbao::tables {

namespace {

using grammar::PrintedRow;

// Whether nothing stands behind the label in its line.
bool is_blank(const Reading& reading, const PrintedRow& row) {
  const auto next = row.label_token + 1;
  return next == reading.tokens.size() || reading.tokens[next].line != reading.tokens[row.label_token].line;
}

bool is_other_results(const PrintedRow* row) {
  static const auto index = form::matrix_row_index("results.other.subtotal");
  return row->label.index == index;
}

// （六）其他处理 with nothing but blank cells is a row where it has none below it.
void add_blank_other_results(const Reading& reading, Rows& rows) {
  if (std::any_of(rows.begin(), rows.end(), is_other_results)) return;
  const auto& printed = reading.tree.other_results;
  const auto row = std::find_if(printed.begin(), printed.end(),
                                [&](const PrintedRow& candidate) { return is_blank(reading, candidate); });
  if (row == printed.end()) return;
  const auto behind = std::find_if(rows.begin(), rows.end(), [&](const PrintedRow* other) {
    return other->label_token > row->label_token;
  });
  rows.insert(behind, &*row);
}

}  // namespace

Rows all_rows(const Reading& reading, const grammar::PrintedTable& table) {
  Rows rows(reading.memory);
  rows.reserve(table.rows.size());
  for (const auto& row : table.rows) rows.push_back(&row);
  return rows;
}

MatrixRows matrix_rows(const Reading& reading, const form::Form& of) {
  MatrixRows found{Rows(reading.memory), Rows(reading.memory)};
  found.of_form.reserve(reading.tree.matrix.rows.size());
  for (const auto& row : reading.tree.matrix.rows)
    (of.has_row(row.label.index) ? found.of_form : found.others).push_back(&row);
  if (of.other_is_one_row) add_blank_other_results(reading, found.of_form);
  return found;
}

}  // namespace nianbao::tables
