// SPDX-License-Identifier: Apache-2.0
#include "tables/align.hpp"

#include <algorithm>

namespace nianbao::tables {

namespace {

// Lines of the same make: they begin their values in the same column.
bool same_make(const RowShape& a, const RowShape& b) noexcept {
  return a.segment == b.segment && a.depth == b.depth && a.label == b.label;
}

bool same_class(const RowShape& a, const RowShape& b) noexcept {
  return same_make(a, b) && a.width == b.width;
}

class Aligner {
 public:
  Aligner(const std::vector<RowShape>& rows, std::uint32_t columns, std::int32_t header)
      : rows_(rows), columns_(static_cast<std::int32_t>(columns)), header_(header), out_(rows.size()) {}

  std::vector<Placement> run() {
    for (std::size_t i = 0; i < rows_.size(); ++i) place_if_exact(i);
    cut_by_width_ = find_cut();
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (out_[i].fit == Fit::ambiguous && !seen_class_before(i)) place_class(i);
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is_exact(const RowShape& row) const noexcept {
    return row.first >= 0 && row.last - row.first + 1 == columns_;
  }

  // As many cells from the first value to the last as the table has columns: certain.
  void place_if_exact(std::size_t i) {
    if (is_exact(rows_[i])) out_[i] = {Fit::whole, rows_[i].first};
  }

  [[nodiscard]] bool seen_class_before(std::size_t i) const {
    return std::any_of(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(i),
                       [&](const RowShape& row) { return same_class(row, rows_[i]) && !is_exact(row); });
  }

  // All lines are as wide as each other although their labels take different room, and the wider
  // the labels the fewer the values: a fixed width cut them.
  [[nodiscard]] bool find_cut() const {
    const RowShape* narrow = nullptr;
    for (const auto& row : rows_) {
      if (row.first < 0) continue;
      if (narrow == nullptr) narrow = &row;
      if (row.width != narrow->width || row.last + 1 != static_cast<std::int32_t>(row.width) ||
          row.last - row.first + 1 >= columns_)
        return false;
    }
    if (narrow == nullptr) return false;
    return std::any_of(rows_.begin(), rows_.end(), [&](const RowShape& row) {
      return row.first >= 0 && row.first != narrow->first && row.depth != narrow->depth;
    });
  }

  // Whether a line of this width can have lost its end: whole lines of its segment (or, if that has
  // none, of the table) are no wider.
  [[nodiscard]] bool may_be_cut(const RowShape& row) const {
    if (cut_by_width_) return true;
    bool here = false;
    bool here_fits = true;
    bool anywhere = false;
    for (const auto& other : rows_) {
      if (!is_exact(other)) continue;
      if (other.segment == row.segment) {
        here = true;
        here_fits = here_fits && other.width <= row.width;
        if (other.width == row.width && other.depth != row.depth) anywhere = true;
      } else if (other.width == row.width) {
        anywhere = true;
      }
    }
    return anywhere && (!here || here_fits);
  }

  void place_class(std::size_t sample) {
    const auto& shape = rows_[sample];
    std::int32_t low = shape.label + 1;
    std::int32_t high = static_cast<std::int32_t>(shape.width);
    std::int32_t exact = -1;
    bool exact_elsewhere = false;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto& row = rows_[i];
      if (!same_make(row, shape)) continue;
      if (is_exact(row)) {
        if (row.width == shape.width) {
          if (exact >= 0 && exact != row.first) return;  // its own kind disagrees
          exact = row.first;
        } else {
          exact_elsewhere = true;
        }
      } else if (same_class(row, shape) && row.first >= 0) {
        if (row.last - row.first + 1 > columns_) continue;
        low = std::max(low, row.last - columns_ + 1);
        high = std::min(high, row.first);
      }
    }
    const auto chosen = exact >= 0 ? (exact >= low && exact <= high ? exact : -1)
                        : exact_elsewhere ? -1
                                          : choose(shape, low, high);
    if (chosen < 0) return;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (same_class(rows_[i], shape) && !is_exact(rows_[i])) settle(i, chosen);
  }

  // The first column of values between `low` and `high`; -1 if there is more than one way.
  [[nodiscard]] std::int32_t choose(const RowShape& shape, std::int32_t low, std::int32_t high) const {
    if (low > high) return -1;
    const auto last_whole = static_cast<std::int32_t>(shape.width) - columns_;
    const auto whole_high = std::min(high, last_whole);
    if (low <= whole_high) {
      if (low == whole_high) return low;
      return header_ >= low && header_ <= whole_high ? header_ : -1;
    }
    // No way to print every column. A cut line keeps its beginning: its values follow its label.
    if (!may_be_cut(shape)) return -1;
    return low == shape.label + 1 && high == low ? low : -1;
  }

  void settle(std::size_t i, std::int32_t start) {
    const auto& row = rows_[i];
    if (row.first >= 0 && (row.first < start || row.last >= start + columns_)) return;
    const bool whole = static_cast<std::int32_t>(row.width) >= start + columns_;
    out_[i] = {whole ? Fit::whole : Fit::cut, start};
  }

  const std::vector<RowShape>& rows_;
  std::int32_t columns_;
  std::int32_t header_;
  std::vector<Placement> out_;
  bool cut_by_width_ = false;
};

}  // namespace

std::vector<Placement> align(const std::vector<RowShape>& rows, std::uint32_t columns,
                             std::int32_t header) {
  return Aligner(rows, columns, header).run();
}

}  // namespace nianbao::tables
