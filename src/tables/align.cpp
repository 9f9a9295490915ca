// SPDX-License-Identifier: Apache-2.0
#include "tables/align.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

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
  Aligner(RowShapes rows, std::uint32_t columns, HeaderShape header)
      : rows_(std::move(rows)),
        columns_(static_cast<std::int32_t>(columns)),
        header_(header),
        out_(rows_.size(), rows_.get_allocator()),
        is_cut_(rows_.get_allocator()),
        homes_(rows_.get_allocator()),
        labels_(rows_.get_allocator()) {
    for (const auto& row : rows_) innermost_ = std::max(innermost_, row.depth);
  }

  Placements run() {
    std::size_t exact = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) exact += place_if_exact(i) ? 1U : 0U;
    find_homes();
    if (exact == rows_.size()) {
      doubt_gaps();
      return std::move(out_);
    }
    is_cut_.resize(rows_.size());
    split_at_shifts();
    find_homes();
    // A width that cuts every line of the table cuts its header too, which then names no more columns than
    // some line has. Where no line has all of them a column is lost, and it may be any.
    if (exact > 0) find_cut_runs();
    // Without a header and without a line that is whole nobody knows how many columns there are.
    each_label_leaves_room_ = find_room();
    const bool known = header_.known || exact > 0;
    // What is settled without anchors is an anchor in the second round.
    for (const bool anchored : {false, true}) {
      if (!known) break;
      use_anchors_ = anchored;
      for (std::size_t i = 0; i < rows_.size(); ++i)
        if (out_[i].fit == Fit::ambiguous && !seen_class_before(i)) place_class(i);
    }
    place_blank_lines();
    doubt_gaps();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::int32_t run_of(const RowShape& row) const noexcept {
    return row.first < 0 ? 0 : row.last - row.first + 1;
  }

  [[nodiscard]] bool is_exact(const RowShape& row) const noexcept { return run_of(row) == columns_; }

  bool place_if_exact(std::size_t i) {
    if (is_exact(rows_[i])) out_[i] = {Fit::whole, rows_[i].first};
    // The header of a cut page, and a line that fills just what it names, cell under cell.
    if (is_cut_with_header(rows_[i]) && run_of(rows_[i]) == static_cast<std::int32_t>(header_.columns) &&
        rows_[i].first == header_.first)
      out_[i] = {Fit::cut, header_.first};
    return out_[i].fit != Fit::ambiguous;
  }

  // Whether the line is laid out as a header that names only the first of the columns.
  [[nodiscard]] bool is_cut_with_header(const RowShape& row) const noexcept {
    return header_.first >= 0 && header_.columns > 0 &&
           static_cast<std::int32_t>(header_.columns) < columns_ && row.width == header_.width &&
           header_.first + columns_ > static_cast<std::int32_t>(row.width);
  }

  [[nodiscard]] bool seen_class_before(std::size_t i) const {
    for (std::size_t k = 0; k < i; ++k)
      if (same_class(rows_[k], rows_[i]) && !is_exact(rows_[k])) return true;
    return false;
  }

  // After a page break every line may have one more leading cell: where an innermost label stands
  // further right than any before, a new segment begins; not if one before stands left of an outer label
  // that is printed above it, as the form has none: that one slid.
  void split_at_shifts() {
    std::int32_t furthest_outer = nowhere;
    bool has_slid = false;
    std::int32_t furthest = nowhere;
    std::uint32_t segment = 0;
    bool split = false;
    for (auto& row : rows_) {
      if (row.segment != segment) split = false;
      segment = row.segment;
      if (row.depth == innermost_ && row.label > furthest) {
        split = furthest != nowhere && !has_slid;
        if (split) ++next_segment_;
        furthest = row.label;
      }
      if (row.depth < innermost_) furthest_outer = std::max(furthest_outer, row.label);
      has_slid = has_slid || (row.depth == innermost_ && row.label < furthest_outer);
      if (split) row.segment = next_segment_;
    }
    ++next_segment_;
  }

  // Consecutive lines that are as wide as each other although their labels take different room, and
  // have the fewer values the more room the labels take: a fixed width cut them. They are a segment
  // of their own.
  void find_cut_runs() {
    for (std::size_t first = 0; first < rows_.size();) {
      auto last = first + 1;
      while (last < rows_.size() && rows_[last].width == rows_[first].width &&
             rows_[last].segment == rows_[first].segment)
        ++last;
      if (looks_cut(first, last)) {
        for (auto i = first; i < last; ++i) {
          rows_[i].segment = next_segment_;
          is_cut_[i] = true;
        }
        ++next_segment_;
      }
      first = last;
    }
  }

  [[nodiscard]] bool looks_cut(std::size_t first, std::size_t last) const {
    constexpr std::size_t fewest_lines = 4;
    const RowShape* some = nullptr;
    bool differ = false;
    std::size_t short_lines = 0;
    for (auto i = first; i < last; ++i) {
      const auto& row = rows_[i];
      if (row.first < 0) continue;
      if (some == nullptr) some = &row;
      const bool ends_at_edge = row.last + 1 == static_cast<std::int32_t>(row.width);
      if (row.label < 0 || !ends_at_edge || run_of(row) > columns_) return false;
      if (run_of(row) < columns_) ++short_lines;
      differ = differ || (row.first != some->first && row.depth != some->depth);
    }
    return differ && short_lines >= fewest_lines;
  }

  // Whether lines of this width print every column of the table.
  [[nodiscard]] bool prints_all_columns(std::size_t sample) const {
    const auto& shape = rows_[sample];
    bool exact_here = false;
    bool exact_of_width = false;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto& row = rows_[i];
      if (!is_exact(row)) continue;
      // A line that slid left has room to spare where its neighbours have none, one that slid right lacks it.
      const bool in_place = is_in_place(i) && (is_in_place(sample) || shape.label < 0);
      const bool alike = row.label < 0 ? shape.label < 0 : in_place || same_make(row, shape);
      const bool of_width = row.width == shape.width && alike;
      if (row.segment == shape.segment) {
        if (of_width) return true;
        exact_here = true;
      }
      exact_of_width = exact_of_width || (of_width && homes_[i] == homes_[sample]);
    }
    if (each_label_leaves_room_) return true;
    if (exact_here || is_cut_[sample] || has_narrow_line(shape.segment)) return false;
    if (exact_of_width || (header_.known && innermost_lines_fit(shape.segment))) return true;
    const bool nothing_else =
        shape.label < 0 && static_cast<std::int32_t>(shape.width) == columns_ && !may_end_in_no_cell(shape);
    return nothing_else || header_fits(shape);
  }

  // The header is wider than a line that ends in a blank cell: that may be none of the table's, where the
  // header has one behind its names too, and a cell of the line is lost.
  [[nodiscard]] bool may_end_in_no_cell(const RowShape& shape) const {
    return header_.first >= 0 && header_.width > shape.width &&
           shape.last + 1 < static_cast<std::int32_t>(shape.width);
  }

  // Whether some line of the segment has no room for every column behind its label.
  [[nodiscard]] bool has_narrow_line(std::uint32_t segment) const {
    return std::any_of(rows_.begin(), rows_.end(), [&](const RowShape& row) {
      return row.segment == segment && row.first >= 0 &&
             row.label + 1 + columns_ > static_cast<std::int32_t>(row.width);
    });
  }

  // Whether all lines of innermost labels have as many cells behind the label as the header names
  // columns.
  [[nodiscard]] bool innermost_lines_fit(std::uint32_t segment) const {
    constexpr std::size_t fewest_lines = 3;
    std::size_t lines = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto& row = rows_[i];
      if (row.segment != segment || row.depth != innermost_ || !is_in_place(i)) continue;
      if (row.label + 1 + columns_ != static_cast<std::int32_t>(row.width)) return false;
      ++lines;
    }
    return lines >= fewest_lines;
  }

  // Lines of different widths, and behind its label each has as many cells as the table has columns.
  [[nodiscard]] bool find_room() const {
    constexpr std::size_t fewest_lines = 4;
    bool differ = false;
    for (const auto& row : rows_) {
      if (row.label < 0 || row.label + 1 + columns_ != static_cast<std::int32_t>(row.width)) return false;
      differ = differ || row.width != rows_.front().width;
    }
    return differ && rows_.size() >= fewest_lines;
  }

  // The header is laid out as the lines of this width are, and those have room for every column.
  [[nodiscard]] bool header_fits(const RowShape& shape) const {
    if (header_.first < 0 || header_.width != shape.width) return false;
    return std::none_of(rows_.begin(), rows_.end(), [&](const RowShape& row) {
      return row.width == shape.width && row.first >= 0 &&
             row.label + 1 + columns_ > static_cast<std::int32_t>(row.width);
    });
  }

  // Whether lines of this width lost their end.
  [[nodiscard]] bool may_be_cut(std::size_t sample) const {
    const auto& shape = rows_[sample];
    if (is_cut_[sample]) return true;
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

  // For each line the column in which most innermost labels of its segment stand, or of the table, if those
  // stand further right.
  void find_homes() {
    homes_.assign(rows_.size(), nowhere);
    labels_.reserve(rows_.size());
    const auto of_table = middle_label(0, rows_.size());
    for (std::size_t first = 0; first < rows_.size();) {
      auto last = first;
      while (last < rows_.size() && rows_[last].segment == rows_[first].segment) ++last;
      // Labels slide left one by one, also where they are all of a page; pages shift to the right.
      const auto home = std::max(middle_label(first, last), of_table);
      std::fill(homes_.begin() + static_cast<std::ptrdiff_t>(first),
                homes_.begin() + static_cast<std::ptrdiff_t>(last), home);
      first = last;
    }
  }

  [[nodiscard]] std::int32_t middle_label(std::size_t first, std::size_t last) {
    auto& labels = labels_;
    labels.clear();
    for (auto i = first; i < last; ++i)
      if (rows_[i].depth == innermost_) labels.push_back(rows_[i].label);
    if (labels.empty()) return nowhere;
    const auto middle = labels.begin() + static_cast<std::ptrdiff_t>(labels.size() / 2);
    std::nth_element(labels.begin(), middle, labels.end());
    return *middle;
  }

  // Whether the line's label stands where the form has it, and did not slide.
  [[nodiscard]] bool is_in_place(std::size_t i) const {
    const auto outwards = static_cast<std::int32_t>(innermost_ - rows_[i].depth);
    return rows_[i].label >= 0 && rows_[i].label == homes_[i] - outwards;
  }

  // The start that certain lines of outer labels, as wide as this one, agree on; else the header's.
  [[nodiscard]] std::int32_t anchor(const RowShape& shape, Interval interval) const {
    if (!use_anchors_) return nowhere;
    std::int32_t found = nowhere;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto& row = rows_[i];
      if (out_[i].fit == Fit::ambiguous || row.first < 0 || row.segment != shape.segment ||
          row.width != shape.width || !is_in_place(i) ||
          (row.depth == innermost_) != (shape.depth == innermost_))
        continue;
      if (found != nowhere && found != out_[i].start) return nowhere;
      found = out_[i].start;
    }
    if (found == nowhere && header_fits(shape)) found = header_.first;
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
    if (exact == nowhere && !exact_elsewhere) chosen = choose(sample, interval);
    if (!interval.has(chosen)) return;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (same_class(rows_[i], shape) && !is_exact(rows_[i])) settle(i, chosen);
  }

  [[nodiscard]] std::int32_t choose(std::size_t sample, Interval interval) const {
    const auto& shape = rows_[sample];
    if (interval.low > interval.high) return nowhere;
    const Interval whole{interval.low,
                         std::min(interval.high, static_cast<std::int32_t>(shape.width) - columns_)};
    if (whole.low <= whole.high && prints_all_columns(sample)) return decide(sample, whole);
    return may_be_cut(sample) ? decide(sample, interval) : nowhere;
  }

  // Lines of one class that begin in two columns leave room for one start only, which may be none's: one of
  // them slid. Others begin their values where a header that is laid out alike does.
  [[nodiscard]] bool contradicts_header(std::size_t sample, std::int32_t start) const {
    const auto& shape = rows_[sample];
    const bool has_slid = shape.depth == innermost_ && shape.label >= 0 && !is_in_place(sample);
    if (has_slid) return has_narrow_line(shape.segment);
    if (!header_fits(shape)) return false;
    // Headers slide left as lines do.
    const bool is_next_to_label = shape.depth == innermost_ && shape.label >= 0;
    return is_next_to_label ? start < header_.first : start != header_.first;
  }

  [[nodiscard]] std::int32_t decide(std::size_t sample, Interval interval) const {
    const auto& shape = rows_[sample];
    if (interval.is_one()) return contradicts_header(sample, interval.low) ? nowhere : interval.low;
    if (!is_in_place(sample)) return rows_.size() == 1 ? anchor(shape, interval) : nowhere;
    // The innermost label is next to the values.
    if (shape.depth == innermost_) {
      const auto start = shape.label + 1;
      return interval.has(start) && !contradicts_header(sample, start) ? start : nowhere;
    }
    return anchor(shape, interval);
  }

  void settle(std::size_t i, std::int32_t start) {
    const auto& row = rows_[i];
    if (row.first >= 0 && (row.first < start || row.last >= start + columns_)) return;
    const bool whole = static_cast<std::int32_t>(row.width) >= start + columns_;
    out_[i] = {whole ? Fit::whole : Fit::cut, start};
  }

  // Between the innermost label and its values all lines of a table leave the same room. Where some
  // leave none, one that seems to leave some has a blank first cell, and fewer columns are printed
  // than there are. A header that lacks columns tells the same.
  void doubt_gaps() {
    const auto gap = [this](std::size_t i) { return out_[i].start - rows_[i].label - 1; };
    const auto counts = [this](std::size_t i) {
      return out_[i].fit != Fit::ambiguous && rows_[i].first >= 0 && rows_[i].depth == innermost_ &&
             is_in_place(i);
    };
    const auto leaves_none = [this](const RowShape& row) {
      return header_.lacks_columns && header_.first == row.label + 1;
    };
    // Outer labels may stand anywhere; their lines begin where the header does.
    const bool begins_behind_header = header_.lacks_columns && header_.first >= 0 &&
                                      std::any_of(rows_.begin(), rows_.end(), [&](const RowShape& row) {
                                        const auto i = static_cast<std::size_t>(&row - rows_.data());
                                        return row.depth != innermost_ && row.first >= 0 &&
                                               row.width == header_.width && is_in_place(i) &&
                                               out_[i].fit == Fit::whole && out_[i].start > header_.first;
                                      });
    if (begins_behind_header) {
      for (auto& placement : out_) placement.fit = Fit::ambiguous;
      return;
    }
    std::int32_t least = INT32_MAX;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (counts(i)) least = std::min(least, leaves_none(rows_[i]) ? 0 : gap(i));
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!counts(i) || gap(i) <= least) continue;
      // The lines beside it have the same blank cell.
      const auto segment = rows_[i].segment;
      for (std::size_t k = 0; k < rows_.size(); ++k)
        if (rows_[k].segment == segment) out_[k].fit = Fit::ambiguous;
    }
  }

  // Where all cells are blank it does not matter which is which, as long as there are enough.
  void place_blank_lines() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto& row = rows_[i];
      if (row.first < 0 && is_cut_with_header(row)) {
        out_[i] = {Fit::cut, header_.first};
        continue;
      }
      if (out_[i].fit == Fit::ambiguous && row.first < 0 &&
          row.label + 1 + columns_ <= static_cast<std::int32_t>(row.width))
        out_[i] = {Fit::whole, row.label + 1};
    }
  }

  RowShapes rows_;
  std::int32_t columns_;
  HeaderShape header_;
  std::uint32_t innermost_ = 0;
  std::uint32_t next_segment_ = 0x80000000;  // beyond those that the caller counts
  Placements out_;
  std::pmr::vector<bool> is_cut_;
  std::pmr::vector<std::int32_t> homes_;
  std::pmr::vector<std::int32_t> labels_;  // room for middle_label
  bool use_anchors_ = false;
  bool each_label_leaves_room_ = false;
};

}  // namespace

Placements align(RowShapes rows, std::uint32_t columns, HeaderShape header) {
  return Aligner(std::move(rows), columns, header).run();
}

}  // namespace nianbao::tables
