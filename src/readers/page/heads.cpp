// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "readers/page/tables.hpp"

namespace nianbao::readers::page {

namespace {

// No table has more columns.
constexpr std::size_t most_stacks = 64;

// A header that is broken over lines stands in a column of a few characters.
constexpr std::size_t longest_broken = 12;  // in bytes

// What begins no further right of the labels than this, in characters, heads them.
constexpr double corner_begin = 1;

class HeadStacker {
 public:
  HeadStacker(const Pages& pages, const Segment& segment, const Scale& scale,
              const std::vector<bool>& is_used)
      : pages_(pages), segment_(segment), scale_(scale), is_used_(is_used) {}

  std::vector<StackedHead> run() {
    find_edge();
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
    settle();
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

  // Where the labels of rows begin.
  void find_edge() {
    for (const auto row : segment_.rows) {
      const auto& line = pages_.lines[row];
      if (!at(line.first).is_value) edge_ = std::min(edge_, at(line.first).x0);
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
      heads.push_back({{stack.parts.rbegin(), stack.parts.rend()}, stack.bottom});
    return heads;
  }

  const Pages& pages_;
  const Segment& segment_;
  const Scale& scale_;
  const std::vector<bool>& is_used_;
  std::vector<Stack> stacks_;
  std::vector<Stack> over_labels_;
  double edge_ = std::numeric_limits<double>::max();
};

}  // namespace

std::vector<StackedHead> stack_heads(const Pages& pages, const Segment& segment, const Scale& scale,
                                     const std::vector<bool>& is_used) {
  return HeadStacker(pages, segment, scale, is_used).run();
}

}  // namespace nianbao::readers::page
