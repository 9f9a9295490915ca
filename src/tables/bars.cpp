// SPDX-License-Identifier: Apache-2.0
#include "tables/bars.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace nianbao::tables {

namespace {

// Separators around a row's values.
struct Bars {
  std::uint32_t before = 0;  // between its label and the first value
  std::uint32_t behind = 0;  // between the last value and the next line
};

// A number that all who say it say alike.
class Agreed {
 public:
  void add(std::uint32_t number) noexcept {
    contradicted_ = contradicted_ || (number_ && *number_ != number);
    number_ = number;
  }
  [[nodiscard]] std::optional<std::uint32_t> get() const noexcept {
    return contradicted_ ? std::nullopt : number_;
  }

 private:
  std::optional<std::uint32_t> number_;
  bool contradicted_ = false;
};

class BarReader {
 public:
  BarReader(const Reading& reading, const PrintedRows& rows, PlacedRows& placed)
      : reading_(reading), rows_(rows), placed_(placed) {}

  void run() {
    for (std::size_t i = 0; i < placed_.size(); ++i)
      if (is_between_bars(placed_[i]) && shows_its_bars(placed_[i])) learn(i);
    for (std::size_t i = 0; i < placed_.size(); ++i)
      if (is_between_bars(placed_[i]) && placed_[i].fit == Fit::ambiguous) place(i);
  }

 private:
  [[nodiscard]] std::uint32_t bars_before(std::uint32_t token) const {
    return reading_.document.lines[reading_.tokens[token].line].bars;
  }

  // Cells stand in lines of their own, a separator between any two.
  [[nodiscard]] bool is_between_bars(const PlacedRow& placed) const {
    const auto& row = *placed.row;
    if (placed.in_line || placed.printed == 0 || row.label_token == grammar::no_token) return false;
    for (auto t = row.values.first; t < row.values.last; ++t)
      if (!reading_.tokens[t].has(grammar::alone) || bars_before(t) == 0) return false;
    return true;
  }

  // A page's number may stand behind the values of a row that lacks one: only a row whose sum holds shows
  // what is between its cells.
  [[nodiscard]] bool shows_its_bars(const PlacedRow& placed) const {
    return placed.fit == Fit::whole && sum_of(reading_, placed, rows_.total_every) == Sum::holds;
  }

  [[nodiscard]] Bars bars_of(const PlacedRow& placed) const {
    const auto next = reading_.tokens[placed.row->values.last - 1].line + 1;
    const auto& lines = reading_.document.lines;
    return {bars_before(placed.row->values.first), next < lines.size() ? lines[next].bars : 0U};
  }

  // Behind the last row the table ends, and with it its separators.
  [[nodiscard]] bool is_last(std::size_t i) const { return i + 1 == placed_.size(); }

  void learn(std::size_t i) {
    const auto& placed = placed_[i];
    const auto bars = bars_of(placed);
    before_[rows_.depths[i]].add(bars.before);
    if (!is_last(i)) behind_.add(bars.behind);
    for (auto t = placed.row->values.first + 1; t < placed.row->values.last; ++t)
      between_.add(bars_before(t));
  }

  void place(std::size_t i) {
    auto& placed = placed_[i];
    const auto bars = bars_of(placed);
    const auto before = before_[rows_.depths[i]].get();
    const auto behind = behind_.get();
    if (!before || !behind || between_.get() != 1U || bars.before < *before) return;
    std::array<PlacedCell, most_columns> cells;
    std::uint32_t at = bars.before - *before;
    for (auto t = placed.row->values.first; t < placed.row->values.last; ++t) {
      if (t > placed.row->values.first) at += bars_before(t);
      if (at >= placed.columns) return;
      cells[at] = {PlacedCell::Is::value, t};
    }
    const auto blank_at_end = placed.columns - at - 1;
    const bool ends = is_last(i) ? blank_at_end == 0 : bars.behind == *behind + blank_at_end;
    if (!ends) return;
    for (std::uint32_t c = 0; c < placed.columns; ++c)
      if (cells[c].is == PlacedCell::Is::absent) cells[c].is = PlacedCell::Is::blank;
    placed.cells = cells;
    placed.fit = Fit::whole;
  }

  const Reading& reading_;
  const PrintedRows& rows_;
  PlacedRows& placed_;
  std::map<std::uint32_t, Agreed> before_;  // by depth: outer labels may be followed by blank cells
  Agreed between_;
  Agreed behind_;
};

}  // namespace

void place_between_bars(const Reading& reading, const PrintedRows& rows, PlacedRows& placed) {
  BarReader(reading, rows, placed).run();
}

}  // namespace nianbao::tables
