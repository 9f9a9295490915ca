// SPDX-License-Identifier: Apache-2.0
#include "readers/docx/grid.hpp"

#include <algorithm>

namespace nianbao::readers::docx {

namespace {

// Edges no farther apart (in twentieths of a point; 2.5 mm) that no row has both are one that was
// dragged: fifteen columns on a page are four times as wide.
constexpr std::uint32_t dragged = 140;

class Grid {
 public:
  Grid(const Content& content, const Table& table, std::uint32_t first, std::uint32_t count)
      : content_(content), first_(first), count_(count) {
    collect_edges();
    find_places(table);
    make_columns();
  }

  [[nodiscard]] std::vector<Placed> cells() const {
    std::vector<Placed> out;
    each_row([&](const Row& row) {
      auto edge = row.before;
      for (std::uint32_t i = 0; i < row.cell_count; ++i) {
        const auto begin = column_at(edge);
        edge += content_.cells[row.first_cell + i].span;
        out.push_back({begin, std::max(1U, column_at(edge) - begin)});
      }
    });
    return out;
  }

 private:
  template <class Visit>
  void each_row(Visit&& visit) const {
    for (std::uint32_t i = 0; i < count_; ++i) visit(content_.rows[first_ + i]);
  }

  void collect_edges() {
    each_row([&](const Row& row) {
      auto edge = row.before;
      edges_.push_back(edge);
      for (std::uint32_t i = 0; i < row.cell_count; ++i)
        edges_.push_back(edge += content_.cells[row.first_cell + i].span);
    });
    std::sort(edges_.begin(), edges_.end());
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
  }

  // How far from the left each edge is; nothing if the table does not say.
  void find_places(const Table& table) {
    if (edges_.empty() || edges_.back() > table.widths.size()) return;
    std::uint64_t at = 0;
    std::uint32_t column = 0;
    for (const auto edge : edges_) {
      for (; column < edge; ++column) at += table.widths[column];
      places_.push_back(at);
    }
  }

  // The edge that a row has before each one, the last of all rows' (as an index of edges_).
  [[nodiscard]] std::vector<std::uint32_t> edges_before() const {
    std::vector<std::uint32_t> before(edges_.size(), 0);
    each_row([&](const Row& row) {
      auto edge = row.before;
      auto last = index_of(edge);
      for (std::uint32_t i = 0; i < row.cell_count; ++i) {
        const auto next = index_of(edge += content_.cells[row.first_cell + i].span);
        before[next] = std::max(before[next], last + 1);
        last = next;
      }
    });
    return before;
  }

  void make_columns() {
    const auto before = edges_before();
    columns_.resize(edges_.size());
    std::uint32_t column = 0;
    std::uint32_t first = 0;  // edge of this column
    for (std::uint32_t i = 1; i < edges_.size(); ++i) {
      const bool same = !places_.empty() && places_[i] - places_[first] <= dragged && before[i] <= first;
      if (!same) {
        ++column;
        first = i;
      }
      columns_[i] = column;
    }
  }

  [[nodiscard]] std::uint32_t index_of(std::uint32_t edge) const {
    return static_cast<std::uint32_t>(std::lower_bound(edges_.begin(), edges_.end(), edge) - edges_.begin());
  }

  [[nodiscard]] std::uint32_t column_at(std::uint32_t edge) const { return columns_[index_of(edge)]; }

  const Content& content_;
  std::uint32_t first_;
  std::uint32_t count_;
  std::vector<std::uint32_t> edges_;    // in the table's grid, ascending
  std::vector<std::uint64_t> places_;   // of edges_
  std::vector<std::uint32_t> columns_;  // that begin at edges_
};

}  // namespace

std::vector<Placed> place_cells(const Content& content, const Table& table, std::uint32_t first,
                                std::uint32_t count) {
  return Grid(content, table, first, count).cells();
}

}  // namespace nianbao::readers::docx
