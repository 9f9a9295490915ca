// SPDX-License-Identifier: Apache-2.0
#include "tables/align.hpp"

#include <algorithm>

namespace nianbao::tables {

namespace {

// Lines of the same make begin their values in the same column.
bool same_make(const RowShape& a, const RowShape& b) noexcept {
  return a.segment == b.segment && a.depth == b.depth && a.label == b.label;
}

bool same_class(const RowShape& a, const RowShape& b) noexcept {
  return same_make(a, b) && a.width == b.width;
}

// Where the values of a class of lines can begin: [low, high].
struct Interval {
  std::int32_t low = 0;
  std::int32_t high = 0;

  [[nodiscard]] bool has(std::int32_t start) const noexcept { return low <= start && start <= high; }
  [[nodiscard]] bool is_one() const noexcept { return low == high; }
};

constexpr std::int32_t nowhere = -1;

// The way of deciding:
// 1. As many cells from the first value to the last as the table has columns: certain.
// 2. Blank cells at either end leave a choice. Lines of the same class that are certain decide it.
// 3. Else a line is believed to print every column only if lines of its width do so, and its values
//    begin next to the innermost label, or where certain lines of outer labels begin theirs.
// 4. A line that is too short for all columns is believed to be cut only if others of its width show
//    that this width cuts.
// What none of these decides stays ambiguous.
class Aligner {
 public:
  Aligner(const std::vector<RowShape>& rows, std::uint32_t columns, HeaderShape header)
      : rows_(rows), columns_(static_cast<std::int32_t>(columns)), header_(header), out_(rows.size()) {
    for (const auto& row : rows_) innermost_ = std::max(innermost_, row.depth);
  }

  std::vector<Placement> run() {
    bool all = true;
    for (std::size_t i = 0; i < rows_.size(); ++i) all = place_if_exact(i) && all;
    if (all) return std::move(out_);
    cut_by_width_ = find_cut();
    // What is settled in the first round is evidence in the second.
    for (int round = 0; round < 2; ++round)
      for (std::size_t i = 0; i < rows_.size(); ++i)
        if (out_[i].fit == Fit::ambiguous && !seen_class_before(i)) place_class(i);
    place_blank_lines();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::int32_t run_of(const RowShape& row) const noexcept {
    return row.first < 0 ? 0 : row.last - row.first + 1;
  }

  [[nodiscard]] bool is_exact(const RowShape& row) const noexcept { return run_of(row) == columns_; }

  bool place_if_exact(std::size_t i) {
    if (is_exact(rows_[i])) out_[i] = {Fit::whole, rows_[i].first};
    return out_[i].fit == Fit::whole;
  }

  [[nodiscard]] bool seen_class_before(std::size_t i) const {
    for (std::size_t k = 0; k < i; ++k)
      if (same_class(rows_[k], rows_[i]) && !is_exact(rows_[k])) return true;
    return false;
  }

  // All lines are as wide as each other although their labels take different room, and the more room
  // the labels take the fewer the values: a fixed width cut them.
  [[nodiscard]] bool find_cut() const {
    const RowShape* some = nullptr;
    bool differ = false;
    for (const auto& row : rows_) {
      if (row.first < 0) continue;
      if (some == nullptr) some = &row;
      const bool ends_at_edge = row.last + 1 == static_cast<std::int32_t>(row.width);
      if (row.width != some->width || !ends_at_edge || run_of(row) >= columns_) return false;
      differ = differ || (row.first != some->first && row.depth != some->depth);
    }
    return differ;
  }

  // Whether lines of this width print every column of the table.
  [[nodiscard]] bool prints_all_columns(const RowShape& shape) const {
    bool exact_here = false;
    bool exact_of_width = false;
    bool too_narrow = false;
    for (const auto& row : rows_) {
      if (row.width == shape.width && row.first >= 0 &&
          row.label + 1 + columns_ > static_cast<std::int32_t>(row.width))
        too_narrow = true;
      if (!is_exact(row)) continue;
      if (row.segment == shape.segment) {
        if (row.width == shape.width) return true;
        exact_here = true;
      }
      exact_of_width = exact_of_width || row.width == shape.width;
    }
    if (exact_here) return false;
    if (exact_of_width) return true;
    const bool nothing_else = shape.label < 0 && static_cast<std::int32_t>(shape.width) == columns_;
    return nothing_else || (header_.first >= 0 && header_.width == shape.width && !too_narrow);
  }

  // Whether lines of this width lost their end.
  [[nodiscard]] bool may_be_cut(const RowShape& shape) const {
    if (cut_by_width_) return true;
    bool wider_here = false;
    bool exact_here = false;
    bool witness = false;
    for (const auto& row : rows_) {
      if (!is_exact(row)) continue;
      const bool here = row.segment == shape.segment;
      exact_here = exact_here || here;
      wider_here = wider_here || (here && row.width > shape.width);
      witness = witness || (row.width == shape.width && (row.depth < shape.depth || row.label < shape.label));
    }
    return witness && !(exact_here && wider_here);
  }

  // The column in which most lines of the innermost labels have their label.
  [[nodiscard]] std::int32_t innermost_label(std::uint32_t segment) const {
    std::vector<std::int32_t> labels;
    for (const auto& row : rows_)
      if (row.depth == innermost_ && row.segment == segment) labels.push_back(row.label);
    if (labels.empty())
      for (const auto& row : rows_)
        if (row.depth == innermost_) labels.push_back(row.label);
    std::sort(labels.begin(), labels.end());
    return labels.empty() ? nowhere : labels[labels.size() / 2];
  }

  // Whether the line's label stands where the form has it, and did not slide.
  [[nodiscard]] bool is_in_place(const RowShape& shape) const {
    const auto outwards = static_cast<std::int32_t>(innermost_ - shape.depth);
    return shape.label >= 0 && shape.label == innermost_label(shape.segment) - outwards;
  }

  // The start that certain lines of outer labels, as wide as this one, agree on; else the header's.
  [[nodiscard]] std::int32_t anchor(const RowShape& shape, Interval interval) const {
    std::int32_t found = nowhere;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto& row = rows_[i];
      if (out_[i].fit == Fit::ambiguous || row.first < 0 || row.segment != shape.segment ||
          row.width != shape.width || !is_in_place(row) || (row.depth == innermost_) != (shape.depth == innermost_))
        continue;
      if (found != nowhere && found != out_[i].start) return nowhere;
      found = out_[i].start;
    }
    if (found == nowhere && header_.width == shape.width) found = header_.first;
    return interval.has(found) ? found : nowhere;
  }

  void place_class(std::size_t sample) {
    const auto& shape = rows_[sample];
    Interval interval{shape.label + 1, static_cast<std::int32_t>(shape.width)};
    std::int32_t exact = nowhere;
    bool exact_elsewhere = false;
    for (const auto& row : rows_) {
      if (!same_make(row, shape)) continue;
      if (is_exact(row)) {
        if (row.width != shape.width) {
          exact_elsewhere = true;
          continue;
        }
        if (exact != nowhere && exact != row.first) return;  // its own kind disagrees
        exact = row.first;
      } else if (same_class(row, shape) && row.first >= 0 && run_of(row) < columns_) {
        interval.low = std::max(interval.low, row.last - columns_ + 1);
        interval.high = std::min(interval.high, row.first);
      }
    }
    auto chosen = exact;
    if (exact == nowhere && !exact_elsewhere) chosen = choose(shape, interval);
    if (!interval.has(chosen)) return;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (same_class(rows_[i], shape) && !is_exact(rows_[i])) settle(i, chosen);
  }

  [[nodiscard]] std::int32_t choose(const RowShape& shape, Interval interval) const {
    if (interval.low > interval.high) return nowhere;
    const Interval whole{interval.low,
                         std::min(interval.high, static_cast<std::int32_t>(shape.width) - columns_)};
    if (whole.low <= whole.high) return prints_all_columns(shape) ? decide(shape, whole) : choose_cut(shape, interval);
    return choose_cut(shape, interval);
  }

  [[nodiscard]] std::int32_t choose_cut(const RowShape& shape, Interval interval) const {
    return may_be_cut(shape) ? decide(shape, interval) : nowhere;
  }

  [[nodiscard]] std::int32_t decide(const RowShape& shape, Interval interval) const {
    if (interval.is_one()) return interval.low;
    if (!is_in_place(shape)) return shape.label < 0 ? anchor(shape, interval) : nowhere;
    // The innermost label is next to the values.
    if (shape.depth == innermost_) return interval.has(shape.label + 1) ? shape.label + 1 : nowhere;
    return anchor(shape, interval);
  }

  void settle(std::size_t i, std::int32_t start) {
    const auto& row = rows_[i];
    if (row.first >= 0 && (row.first < start || row.last >= start + columns_)) return;
    const bool whole = static_cast<std::int32_t>(row.width) >= start + columns_;
    out_[i] = {whole ? Fit::whole : Fit::cut, start};
  }

  // Where all cells are blank it does not matter which is which, as long as there are enough.
  void place_blank_lines() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto& row = rows_[i];
      if (out_[i].fit == Fit::ambiguous && row.first < 0 &&
          row.label + 1 + columns_ <= static_cast<std::int32_t>(row.width))
        out_[i] = {Fit::whole, row.label + 1};
    }
  }

  const std::vector<RowShape>& rows_;
  std::int32_t columns_;
  HeaderShape header_;
  std::uint32_t innermost_ = 0;
  std::vector<Placement> out_;
  bool cut_by_width_ = false;
};

}  // namespace

std::vector<Placement> align(const std::vector<RowShape>& rows, std::uint32_t columns,
                             HeaderShape header) {
  return Aligner(rows, columns, header).run();
}

}  // namespace nianbao::tables
