// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "readers/page/tables.hpp"

namespace nianbao::readers::page {

namespace {

// Fewer rows do not show that figures stand below each other.
constexpr std::size_t fewest_grid_rows = 8;

// Columns are not so much narrower than most others: the figures of one stand in two places.
constexpr double narrowest_step = 0.7;

// No table has more columns.
constexpr std::size_t most_places = 24;

// Figures of one column nowhere stand further apart than this without another between them, and those of two
// columns do, in characters: more than one space.
constexpr double place_gap = 0.99;

// Of so many rows one may stand otherwise.
constexpr std::size_t rows_per_stray = 10;

Column key_of(Grid::By by, const Column& value) noexcept {
  const auto middle = (value.x0 + value.x1) / 2;
  switch (by) {
    case Grid::By::left: return {value.x0, value.x0};
    case Grid::By::middle: return {middle, middle};
    case Grid::By::right: return {value.x1, value.x1};
    default: return value;
  }
}

class GridFinder {
 public:
  GridFinder(const FigureRows& rows, const Scale& scale) : gap_(place_gap * scale.em), em_(scale.em) {
    for (const auto& row : rows)
      if (!row.is_alone) rows_.push_back(row);
  }

  Grid run() {
    if (rows_.size() < fewest_grid_rows) return {};
    std::size_t fewest_places = 0;
    for (const auto& row : rows_) fewest_places = std::max(fewest_places, row.size());
    for (const auto by : {Grid::By::extent, Grid::By::middle, Grid::By::right, Grid::By::left}) {
      consider(by);
      if (best_.keys.size() == fewest_places && rows_of_best_ == rows_.size()) break;
    }
    if (best_.empty()) return {};
    best_.may_have_slid = have_slid();
    return std::move(best_);
  }

 private:
  // Figures whose keys stand together.
  struct Cluster {
    Column keys;
    std::size_t count;
  };

  void consider(Grid::By by) {
    const auto clusters = clusters_of(by);
    if (clusters.empty() || clusters.size() > most_places || !are_apart(by, clusters)) return;
    Grid grid;
    grid.by = by;
    for (const auto& cluster : clusters) grid.keys.push_back(cluster.keys);
    constexpr auto far = std::numeric_limits<double>::max();
    grid.extents.assign(clusters.size(), {far, -far});
    const auto rows = count_rows(grid);
    if (rows + rows_.size() / rows_per_stray < rows_.size()) return;
    // What does not line up seems to stand in more places than there are.
    const auto places = grid.keys.size();
    const bool is_better =
        best_.empty() || places < best_.keys.size() || (places == best_.keys.size() && rows > rows_of_best_);
    if (!is_better) return;
    rows_of_best_ = rows;
    best_ = std::move(grid);
  }

  std::vector<Cluster> clusters_of(Grid::By by) {
    auto& keys = keys_;
    keys.clear();
    for (const auto& row : rows_)
      for (const auto& value : row) keys.push_back(key_of(by, value));
    std::sort(keys.begin(), keys.end(), [](const Column& a, const Column& b) { return a.x0 < b.x0; });
    std::vector<Cluster> clusters;
    for (const auto& key : keys) {
      const bool is_near =
          !clusters.empty() && (by == Grid::By::extent ? key.x0 < clusters.back().keys.x1
                                                       : key.x0 - clusters.back().keys.x1 < gap_);
      if (is_near) {
        auto& cluster = clusters.back();
        cluster.keys.x1 = std::max(cluster.keys.x1, key.x1);
        ++cluster.count;
      } else {
        clusters.push_back({key, 1});
      }
    }
    // Where only one row has a figure a number may be broken.
    clusters.erase(std::remove_if(clusters.begin(), clusters.end(),
                                  [](const Cluster& cluster) { return cluster.count == 1; }),
                   clusters.end());
    return clusters;
  }

  // Whether two columns are further from each other than what lines up in one of them.
  [[nodiscard]] bool are_apart(Grid::By by, const std::vector<Cluster>& clusters) const {
    double widest = 0;
    auto narrowest = std::numeric_limits<double>::max();
    std::vector<double> steps;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
      const auto& keys = clusters[i].keys;
      widest = std::max(widest, keys.x1 - keys.x0);
      if (i == 0) continue;
      const auto& before = clusters[i - 1].keys;
      narrowest = std::min(narrowest, keys.x0 - before.x1);
      steps.push_back((keys.x0 + keys.x1 - before.x0 - before.x1) / 2);
    }
    std::sort(steps.begin(), steps.end());
    if (!steps.empty() && steps.front() < narrowest_step * steps[steps.size() / 2]) return false;
    return by == Grid::By::extent ? narrowest > gap_ : narrowest > widest + em_ / 4;
  }

  // How many rows have all their figures in places of their own; the grid's extents are those of theirs.
  std::size_t count_rows(Grid& grid) const {
    std::size_t count = 0;
    std::vector<std::uint32_t> places;
    for (const auto& row : rows_) {
      if (!places_in(grid, row, places)) continue;
      ++count;
      for (std::size_t i = 0; i < row.size(); ++i) {
        auto& extent = grid.extents[places[i]];
        extent.x0 = std::min(extent.x0, row[i].x0);
        extent.x1 = std::max(extent.x1, row[i].x1);
      }
    }
    return count;
  }

  // Rows that lack values, and none in between, may have slid, or been cut: unless most of those that lack
  // values lack them in between.
  [[nodiscard]] bool have_slid() const {
    std::size_t slid = 0;
    std::size_t gapped = 0;
    std::vector<std::uint32_t> places;
    for (const auto& row : rows_) {
      if (!places_in(best_, row, places)) continue;
      if (places.back() - places.front() + 1 != places.size())
        ++gapped;
      else if (places.size() < best_.keys.size() && places.size() * 2 > best_.keys.size())
        ++slid;
    }
    return slid > gapped;
  }

  FigureRows rows_;
  std::vector<Column> keys_;  // of all figures
  double gap_;
  double em_;
  Grid best_;
  std::size_t rows_of_best_ = 0;
};

std::uint32_t place_of(const Grid& grid, const Column& value) noexcept {
  const auto key = key_of(grid.by, value);
  const auto found = std::lower_bound(grid.keys.begin(), grid.keys.end(), key.x0,
                                      [](const Column& place, double x) { return place.x1 < x; });
  const bool is_inside = found != grid.keys.end() && found->x0 <= key.x0 && key.x1 <= found->x1;
  return is_inside ? static_cast<std::uint32_t>(found - grid.keys.begin()) : no_column;
}

}  // namespace

Grid find_grid(const FigureRows& rows, const Scale& scale) { return GridFinder(rows, scale).run(); }

bool places_in(const Grid& grid, const FigureRow& values, std::vector<std::uint32_t>& places) {
  places.clear();
  for (const auto& value : values) {
    const auto place = place_of(grid, value);
    if (place == no_column || (!places.empty() && place <= places.back())) return false;
    places.push_back(place);
  }
  return !places.empty();
}

}  // namespace nianbao::readers::page
