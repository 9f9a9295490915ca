// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "readers/page/tables.hpp"

namespace nianbao::readers::page {

namespace {

// No table has more columns.
constexpr std::size_t most_stacks = 64;

// A header that is broken over lines stands in a column of a few characters.
constexpr std::size_t longest_broken = 12;  // in bytes

// Names of columns without figures stand this far from others at least, in characters: more than a space.
constexpr double name_gap = 0.7;

// What begins no further right of the labels than this, in characters, heads them.
constexpr double corner_begin = 1;

// Fewer places do not show that columns are as wide as each other, and none is if one is wider by more than
// this part.
constexpr std::size_t fewest_regular = 4;
constexpr double irregular = 0.15;
constexpr double most_irregular = 0.3;  // over several columns together, in columns
constexpr double most_steps = 8;        // no table has as many blank columns side by side

double centre_of(const Column& column) noexcept { return (column.x0 + column.x1) / 2; }

// Of each place of figures the centre that it is at least twice as close to as to any other; empty if one has
// none of its own.
std::vector<std::uint32_t> nearest_centres(const std::vector<double>& centres,
                                           const std::vector<Column>& places) {
  std::vector<std::uint32_t> nearest;
  if (centres.size() < places.size()) return nearest;
  nearest.reserve(places.size());
  std::uint32_t own = 0;
  for (const auto& place : places) {
    const auto distance = [&](std::size_t i) { return std::abs(centres[i] - centre_of(place)); };
    while (own + 1 < centres.size() && distance(own + 1) < distance(own)) ++own;
    const bool is_clear = (own == 0 || 2 * distance(own) < distance(own - 1)) &&
                          (own + 1 == centres.size() || 2 * distance(own) < distance(own + 1));
    if (!is_clear || (!nearest.empty() && nearest.back() == own)) return {};
    nearest.push_back(own);
  }
  return nearest;
}

// Makes a column of each centre: the place of its figures, or what has no width.
void hang_at(Segment& segment, const std::vector<double>& centres,
             const std::vector<std::uint32_t>& nearest) {
  segment.columns.clear();
  for (const auto centre : centres) segment.columns.push_back({centre, centre});
  for (std::size_t i = 0; i < nearest.size(); ++i) segment.columns[nearest[i]] = segment.grid.extents[i];
  segment.column_of_place = nearest;
  segment.is_clear = true;
}

double key_centre(const Grid& grid, std::size_t place) noexcept { return centre_of(grid.keys[place]); }

// How wide the columns of a grid are, if all are as wide: what parts neighbours, or a multiple of that where
// columns between them are blank. 0 if they are not.
double pitch_of(const Grid& grid) {
  if (grid.keys.size() < fewest_regular) return 0;
  auto pitch = std::numeric_limits<double>::max();
  for (std::size_t i = 1; i < grid.keys.size(); ++i)
    pitch = std::min(pitch, key_centre(grid, i) - key_centre(grid, i - 1));
  std::size_t neighbours = 0;
  double sum = 0;
  for (std::size_t i = 1; i < grid.keys.size(); ++i) {
    const auto step = key_centre(grid, i) - key_centre(grid, i - 1);
    const auto steps = std::round(step / pitch);
    const auto slack = std::min(irregular * steps, most_irregular) * pitch;
    if (steps > most_steps || std::abs(step - steps * pitch) > slack) return 0;
    if (steps > 1.5) continue;
    ++neighbours;
    sum += step;
  }
  return neighbours * 2 < grid.keys.size() ? 0 : sum / static_cast<double>(neighbours);
}

// The column of each place of a grid, counted from its first one: blank ones show where columns are as wide.
std::vector<std::uint32_t> counted_columns(const Grid& grid) {
  const auto pitch = pitch_of(grid);
  std::vector<std::uint32_t> columns;
  for (std::size_t i = 0; i < grid.keys.size(); ++i) {
    const auto steps =
        pitch > 0 ? (key_centre(grid, i) - key_centre(grid, 0)) / pitch : static_cast<double>(i);
    columns.push_back(static_cast<std::uint32_t>(std::round(steps)));
  }
  return columns;
}

// Makes the columns of a segment those of its grid.
void take_grid(Segment& segment, const std::vector<std::uint32_t>& columns) {
  const auto& extents = segment.grid.extents;
  std::vector<double> centres;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto centre = centre_of(extents[i]);
    const auto before = centres.empty() ? centre : centres.back();
    const auto blank = static_cast<double>(columns[i] - centres.size());
    const auto step = (centre - before) / (blank + 1);
    for (auto at = before + step; centres.size() < columns[i]; at += step) centres.push_back(at);
    centres.push_back(centre);
  }
  hang_at(segment, centres, columns);
}

class HeadStacker {
 public:
  HeadStacker(const Pages& pages, Segment& segment, const Scale& scale, const std::vector<bool>& is_used)
      : pages_(pages), segment_(segment), scale_(scale), is_used_(is_used) {}

  std::vector<StackedHead> run() {
    find_edges();
    for (auto i = segment_.first_figure; i > segment_.first;) {
      const auto& line = pages_.lines[--i];
      if (line.is_furniture) continue;
      // A row of the table before, whose other figures are words.
      if (holds_value(line)) break;
      for (auto f = line.first; f < line.last; ++f) {
        if (is_used_[f]) continue;
        const auto words = heading_words(line, f);
        if (words.first < words.last) stack_up(f, words, i);
      }
    }
    if (!hang() && !count()) settle();
    return heads();
  }

 private:
  // Words of a header below each other.
  struct Stack {
    double x0;
    double x1;
    std::vector<Part> parts;  // from bottom to top
    std::uint32_t bottom;
    std::uint32_t top;  // its uppermost line
    bool is_done = false;
  };

  [[nodiscard]] const Fragment& at(std::uint32_t fragment) const { return pages_.fragments[fragment]; }

  // Figures among words are a text's, and still no headers.
  [[nodiscard]] bool holds_figures(const Fragment& fragment) const {
    const auto first = pages_.words.begin() + fragment.first;
    const auto last = pages_.words.begin() + fragment.last;
    return std::count_if(first, last, [](const BoxedWord& word) { return word.is_value; }) > 1;
  }

  [[nodiscard]] bool holds_value(const PrintedLine& line) const {
    return std::any_of(
        pages_.fragments.begin() + line.first, pages_.fragments.begin() + line.last,
        [this](const Fragment& fragment) { return fragment.is_value || holds_figures(fragment); });
  }

  // From where to where the labels of rows stand.
  void find_edges() {
    for (const auto row : segment_.rows) {
      const auto& line = pages_.lines[row];
      for (auto f = line.first; f < line.last && !at(f).is_value; ++f) {
        edge_ = std::min(edge_, at(f).x0);
        labels_end_ = std::max(labels_end_, at(f).x1);
      }
    }
  }

  [[nodiscard]] bool is_corner(const PrintedLine& line, std::uint32_t f) const {
    const auto& fragment = at(f);
    return f == line.first && !fragment.is_downward && edge_ < segment_.left &&
           fragment.x0 <= edge_ + corner_begin * scale_.em * fragment.height();
  }

  // The words of a fragment that may head a column. Behind a corner's text the last may.
  [[nodiscard]] Part heading_words(const PrintedLine& line, std::uint32_t f) const {
    const auto& fragment = at(f);
    if (!is_corner(line, f)) return {fragment.first, fragment.last};
    return {std::max(fragment.first + 1, fragment.last - 1), fragment.last};
  }

  // Where labels are counted narrow, the header of the first figures may stand over them; and what heads
  // several columns may stand between theirs. Whether these are the headers is for the table to tell.
  void settle() {
    if (!over_labels_.empty() && stacks_.size() + 1 == segment_.columns.size())
      stacks_.insert(stacks_.begin(), over_labels_.back());
    const auto is_higher = [](const Stack& a, const Stack& b) { return a.bottom < b.bottom; };
    while (stacks_.size() > segment_.columns.size()) {
      const auto highest = std::min_element(stacks_.begin(), stacks_.end(), is_higher);
      const auto line = highest->bottom;
      if (std::count_if(stacks_.begin(), stacks_.end(),
                        [line](const Stack& stack) { return stack.bottom == line; }) > 1)
        break;
      stacks_.erase(highest);
    }
  }

  // Whether all figures stand below headers. What has none, above the headers that have, heads no column.
  bool hang() {
    if (segment_.grid.may_have_slid) return false;
    const auto& places = segment_.grid.extents;
    const auto stacks = right_of_labels();
    const auto nearest = nearest_centres(centres_of(stacks), places);
    if (nearest.empty()) return false;
    auto highest = segment_.first_figure;
    for (const auto own : nearest) highest = std::min(highest, stacks[own].bottom);
    std::vector<Stack> kept;
    auto with_figures = nearest.begin();
    for (std::size_t i = 0; i < stacks.size(); ++i) {
      const bool has_figures = with_figures != nearest.end() && *with_figures == i;
      if (has_figures) ++with_figures;
      if (!has_figures && stacks[i].bottom < highest) continue;
      if (!has_figures && is_piece(stacks, i)) return false;
      kept.push_back(stacks[i]);
    }
    stacks_ = std::move(kept);
    const auto centres = centres_of(stacks_);
    hang_at(segment_, centres, nearest_centres(centres, places));
    return true;
  }

  // Whether the figures show the columns without their headers: as many as rows have at most, or more where
  // those that lack figures show. The outermost headers stand over the first figures and the last.
  bool count() {
    const auto& grid = segment_.grid;
    if (grid.empty() || grid.may_have_slid) return false;
    const auto columns = counted_columns(grid);
    if (columns.back() + 1U < segment_.columns.size()) return false;
    if (columns.back() + 1U > grid.keys.size() && !spans_heads(grid.extents)) return false;
    take_grid(segment_, columns);
    return true;
  }

  [[nodiscard]] bool spans_heads(const std::vector<Column>& places) const {
    const auto centres = centres_of(right_of_labels());
    if (centres.size() < 2) return false;
    const auto half =
        (centre_of(places.back()) - centre_of(places.front())) / static_cast<double>(places.size()) / 2;
    return std::abs(centre_of(places.front()) - centres.front()) < half &&
           std::abs(centre_of(places.back()) - centres.back()) < half;
  }

  // Whether a space parts what stands over no figures from another header: both may be one name.
  [[nodiscard]] bool is_piece(const std::vector<Stack>& stacks, std::size_t i) const {
    const auto space = name_gap * scale_.em;
    return (i > 0 && stacks[i].x0 - stacks[i - 1].x1 < space) ||
           (i + 1 < stacks.size() && stacks[i + 1].x0 - stacks[i].x1 < space);
  }

  // A first column without figures has its header left of all of them.
  [[nodiscard]] std::vector<Stack> right_of_labels() const {
    std::vector<Stack> stacks;
    for (const auto& stack : over_labels_)
      if (stack.x0 >= labels_end_) stacks.push_back(stack);
    stacks.insert(stacks.end(), stacks_.begin(), stacks_.end());
    return stacks;
  }

  // Puts words of a fragment on the stacks that they stand on.
  void stack_up(std::uint32_t f, Part words, std::uint32_t line) {
    const auto& fragment = at(f);
    auto& stacks = pages_.words[words.last - 1].x1 > segment_.left ? stacks_ : over_labels_;
    const auto step = fragment.is_downward ? fragment.last - fragment.first : 1U;
    for (auto w = words.first; w < words.last; w += step) {
      const auto& word = pages_.words[w];
      const Part part{w, w + step};
      const auto first = std::lower_bound(stacks.begin(), stacks.end(), word.x0,
                                          [](const Stack& stack, double x) { return stack.x1 <= x; });
      auto last = first;
      while (last != stacks.end() && last->x0 < word.x1) ++last;
      const auto count = last - first;
      if (count == 0 && stacks.size() < most_stacks) {
        stacks.insert(first, {word.x0, word.x1, {part}, line, line});
      } else if (count == 1 && !first->is_done && is_short(part) && is_short(first->parts.back()) &&
                 middle(first->top) - fragment.middle() <= 2 * scale_.tight) {
        first->x0 = std::min(first->x0, word.x0);
        first->x1 = std::max(first->x1, word.x1);
        first->parts.push_back(part);
        first->top = line;
      } else {
        for (auto stack = first; stack != last; ++stack) stack->is_done = true;
      }
    }
  }

  [[nodiscard]] double middle(std::uint32_t line) const { return at(pages_.lines[line].first).middle(); }

  [[nodiscard]] bool is_short(const Part& part) const {
    return part.last - part.first == 1 && pages_.words[part.first].text.size() <= longest_broken;
  }

  [[nodiscard]] std::vector<StackedHead> heads() const {
    std::vector<StackedHead> heads;
    heads.reserve(stacks_.size());
    for (const auto& stack : stacks_)
      heads.push_back({{stack.parts.rbegin(), stack.parts.rend()}, stack.bottom, (stack.x0 + stack.x1) / 2});
    return heads;
  }

  [[nodiscard]] static std::vector<double> centres_of(const std::vector<Stack>& stacks) {
    std::vector<double> centres;
    centres.reserve(stacks.size());
    for (const auto& stack : stacks) centres.push_back((stack.x0 + stack.x1) / 2);
    return centres;
  }

  const Pages& pages_;
  Segment& segment_;
  const Scale& scale_;
  const std::vector<bool>& is_used_;
  std::vector<Stack> stacks_;
  std::vector<Stack> over_labels_;
  double edge_ = std::numeric_limits<double>::max();
  double labels_end_ = 0;
};

}  // namespace

std::vector<StackedHead> stack_heads(const Pages& pages, Segment& segment, const Scale& scale,
                                     const std::vector<bool>& is_used) {
  return HeadStacker(pages, segment, scale, is_used).run();
}

bool stand_over(const std::vector<StackedHead>& heads, const std::vector<Column>& columns) {
  if (heads.size() != columns.size()) return false;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const auto distance = [&](std::size_t c) { return std::abs(centre_of(columns[c]) - heads[i].centre); };
    const bool is_before = i > 0 && 2 * distance(i) >= distance(i - 1);
    const bool is_behind = i + 1 < columns.size() && 2 * distance(i) >= distance(i + 1);
    if (is_before || is_behind) return false;
  }
  return true;
}

bool hang_below(const Segment& upper, Segment& lower) {
  if (!upper.is_gridded() || lower.grid.empty() || lower.grid.may_have_slid) return false;
  const auto& columns = upper.column_of_place;
  std::vector<double> centres;
  for (const auto& column : upper.columns) centres.push_back(centre_of(column));
  // On the next page all may stand further aside: then it is the first column and the last that tell.
  const bool has_edges = columns.front() == 0 && columns.back() + 1U == upper.columns.size();
  if (has_edges && counted_columns(lower.grid) == columns)
    take_grid(lower, columns);
  else if (nearest_centres(centres, lower.grid.extents) == columns)
    hang_at(lower, centres, columns);
  return lower.is_gridded();
}

}  // namespace nianbao::readers::page
