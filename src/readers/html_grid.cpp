// SPDX-License-Identifier: Apache-2.0
#include "readers/html_grid.hpp"

#include <algorithm>

namespace nianbao::readers {

void Grid::begin_row() {
  column_ = 0;
  starts_.clear();
}

void Grid::note_start(std::uint32_t column) {
  if (column < most_columns) starts_.push_back(column);
}

void Grid::pass_filled() {
  while (column_ < filled_.size() && filled_[column_].rows_left > 0) {
    if (filled_[column_].start == column_) note_start(column_);
    ++column_;
  }
}

std::uint32_t Grid::place(std::uint32_t columns, std::uint32_t rows) {
  pass_filled();
  const auto start = column_;
  note_start(start);
  const auto room = start < most_columns ? most_columns - start : 1;
  column_ += std::clamp(columns, std::uint32_t{1}, room);
  const auto last = std::min(column_, most_columns);
  if (filled_.size() < last) filled_.resize(last);
  // What a row above fills is left to the cell that is printed over it.
  for (auto c = start; c < last; ++c) filled_[c] = {rows, start};
  return start;
}

std::uint32_t Grid::end_row(bool has_text) {
  pass_filled();
  if (has_text) {
    for (std::size_t i = 1; i < starts_.size(); ++i) {
      if (apart_.size() <= starts_[i]) apart_.resize(starts_[i] + std::size_t{1});
      apart_[starts_[i]] = std::max(apart_[starts_[i]], starts_[i - 1] + 1);
    }
  }
  for (auto& column : filled_)
    if (column.rows_left > 0) --column.rows_left;
  return column_;
}

void Grid::end_group() noexcept {
  for (auto& column : filled_) column.rows_left = 0;
}

void Grid::count_columns() {
  counted_.assign(apart_.size(), 0);
  std::uint32_t count = 0;
  std::uint32_t first = 0;  // of the columns that are one
  for (std::uint32_t c = 1; c < apart_.size(); ++c) {
    if (apart_[c] > first) {
      ++count;
      first = c;
    }
    counted_[c] = count;
  }
  apart_.clear();
}

bool Grid::is_level() const noexcept {
  return std::all_of(filled_.begin(), filled_.end(),
                     [](const Filled& column) { return column.rows_left == 0; });
}

std::uint32_t Grid::counted(std::uint32_t column) const noexcept {
  if (column < counted_.size()) return counted_[column];
  const auto last = counted_.empty() ? 0 : counted_.back();
  return column < most_columns ? last : last + 1 + (column - most_columns);
}

}  // namespace nianbao::readers
