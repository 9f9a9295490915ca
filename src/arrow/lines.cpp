// SPDX-License-Identifier: Apache-2.0
#include "arrow/lines.hpp"

#include "arrow/dictionary.hpp"
#include "output/long_tables.hpp"

namespace nianbao::arrow {
namespace {

LineColumn line_column(std::size_t column) {
  Dictionary dictionary;
  LineColumn made;
  for (const auto text : output::texts_of_lines(column)) made.numbers.push_back(dictionary.number_of(text));
  made.texts = dictionary.snapshot();
  return made;
}

std::vector<LineColumn> all_line_columns() {
  std::vector<LineColumn> all(table_columns(Table::figures).size());
  for (std::size_t i = 0; i < all.size(); ++i)
    if (output::scope_of(Table::figures, i) == output::Scope::line) all[i] = line_column(i);
  return all;
}

}  // namespace

const std::vector<LineColumn>& line_columns() {
  static const auto all = all_line_columns();
  return all;
}

}  // namespace nianbao::arrow
