// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <string>

#include "readers/page/page.hpp"

namespace nianbao::readers::page {

namespace {

// Words of a line have their middles this close to each other, in heights: less than half of what
// parts the lines of one cell.
constexpr double same_line = 0.3;

// Words closer than this, in characters, stand together; in a table's cells they are further apart,
// or a number tells.
constexpr double widest_space = 0.7;

// A label that is written downward has so many characters at least.
constexpr std::size_t fewest_downward = 3;

constexpr double farthest = 1e7;

double sane(double value) noexcept {
  return std::isfinite(value) ? std::clamp(value, -farthest, farthest) : 0.0;
}

// Boxes as they should be: finite, not turned over, of some height.
void mend(BoxedWord& word) noexcept {
  word.x0 = sane(word.x0);
  word.x1 = sane(word.x1);
  word.y0 = sane(word.y0);
  word.y1 = sane(word.y1);
  if (word.x1 < word.x0) std::swap(word.x0, word.x1);
  if (word.y1 < word.y0) std::swap(word.y0, word.y1);
  if (word.height() < 1e-3) word.y1 = word.y0 + 1e-3;
}

class LineMaker {
 public:
  LineMaker(std::vector<BoxedWord> words, const Scale& scale) : scale_(scale) {
    pages_.words = std::move(words);
    for (auto& word : pages_.words) {
      mend(word);
      word.is_value = is_value(word.text);
    }
  }

  Pages run() {
    auto& words = pages_.words;
    sort(words.begin(), words.end(), [](const BoxedWord& a, const BoxedWord& b) {
      return a.page != b.page ? a.page < b.page : a.middle() < b.middle();
    });
    pages_.fragments.reserve(words.size());
    sort_lines();
    find_downward();
    for (std::size_t i = 0; i + 1 < line_ends_.size(); ++i) add_line(line_ends_[i], line_ends_[i + 1]);
    add_downward();
    sort(pages_.lines.begin(), pages_.lines.end(), [](const PrintedLine& a, const PrintedLine& b) {
      return a.page != b.page ? a.page < b.page : a.middle < b.middle;
    });
    return std::move(pages_);
  }

 private:
  // Most words come in their order.
  template <class Iterator, class Before>
  static void sort(Iterator first, Iterator last, Before before) {
    if (!std::is_sorted(first, last, before)) std::stable_sort(first, last, before);
  }

  // Words in lines, each from left to right; the lines' bounds.
  void sort_lines() {
    auto& words = pages_.words;
    line_ends_.push_back(0);
    for (std::size_t first = 0; first < words.size();) {
      auto last = first + 1;
      while (last < words.size() && is_beside(words[first], words[last])) ++last;
      sort(words.begin() + static_cast<std::ptrdiff_t>(first),
           words.begin() + static_cast<std::ptrdiff_t>(last),
           [](const BoxedWord& a, const BoxedWord& b) { return a.x0 < b.x0; });
      line_ends_.push_back(static_cast<std::uint32_t>(last));
      first = last;
    }
  }

  static bool is_beside(const BoxedWord& a, const BoxedWord& b) noexcept {
    return a.page == b.page && b.middle() - a.middle() < same_line * std::min(a.height(), b.height());
  }

  // --- labels written downward ---------------------------------------------------------------------

  struct Chain {
    std::vector<std::uint32_t> words;
    double top = 0;
    double bottom = 0;
    std::uint32_t page = 0;
  };

  // Single characters that stand below each other, nothing close beside them.
  void find_downward() {
    const auto& words = pages_.words;
    std::vector<std::uint32_t> singles;
    for (std::size_t l = 0; l + 1 < line_ends_.size(); ++l)
      for (auto i = line_ends_[l]; i < line_ends_[l + 1]; ++i)
        if (is_single(words[i].text) && !is_unit(words[i].text)) singles.push_back(i);
    std::stable_sort(singles.begin(), singles.end(), [&](std::uint32_t a, std::uint32_t b) {
      return words[a].page != words[b].page ? words[a].page < words[b].page
                                            : words[a].centre() < words[b].centre();
    });
    std::vector<Chain> short_ones;
    for (std::size_t first = 0; first < singles.size();) {
      auto last = first + 1;
      while (last < singles.size() && is_below_in_place(words[singles[first]], words[singles[last]])) ++last;
      if (last - first > 1)
        cut_chains({singles.begin() + static_cast<std::ptrdiff_t>(first),
                    singles.begin() + static_cast<std::ptrdiff_t>(last)},
                   short_ones);
      first = last;
    }
    std::sort(chains_.begin(), chains_.end(), [](const Chain& a, const Chain& b) {
      return a.page != b.page ? a.page < b.page : a.top + a.bottom < b.top + b.bottom;
    });
    take_short_ones(short_ones);
    is_downward_.assign(words.size(), false);
    for (const auto& chain : chains_)
      for (const auto word : chain.words) is_downward_[word] = true;
  }

  [[nodiscard]] bool is_below_in_place(const BoxedWord& a, const BoxedWord& b) const noexcept {
    return a.page == b.page &&
           b.centre() - a.centre() <= scale_.aside * scale_.em * std::min(a.height(), b.height());
  }

  void cut_chains(std::vector<std::uint32_t> column, std::vector<Chain>& short_ones) {
    const auto& words = pages_.words;
    std::stable_sort(column.begin(), column.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return words[a].middle() < words[b].middle(); });
    for (std::size_t first = 0; first < column.size();) {
      auto last = first + 1;
      while (last < column.size() && follows_downward(column[last - 1], column[last])) ++last;
      if (last - first == 1) {
        first = last;
        continue;
      }
      Chain chain;
      chain.words.assign(column.begin() + static_cast<std::ptrdiff_t>(first),
                         column.begin() + static_cast<std::ptrdiff_t>(last));
      chain.top = words[column[first]].y0;
      chain.bottom = words[column[last - 1]].y1;
      chain.page = words[column[first]].page;
      if (chain.words.size() >= fewest_downward)
        chains_.push_back(std::move(chain));
      else
        short_ones.push_back(std::move(chain));
      first = last;
    }
  }

  [[nodiscard]] bool follows_downward(std::uint32_t upper, std::uint32_t lower) const noexcept {
    const auto& a = pages_.words[upper];
    const auto& b = pages_.words[lower];
    const auto pitch = b.middle() - a.middle();
    return pitch > 0.5 * a.height() && pitch < scale_.down * std::max(a.height(), b.height()) &&
           !has_longer_between(upper, lower);
  }

  // Whether a longer word stands between two characters, above the one and below the other: they are the ends
  // of two labels that wrap.
  [[nodiscard]] bool has_longer_between(std::uint32_t upper, std::uint32_t lower) const noexcept {
    constexpr std::uint32_t furthest = 256;  // words: a few lines
    const auto& a = pages_.words[upper];
    const auto& b = pages_.words[lower];
    for (auto i = upper + 1; i < std::min(lower, upper + furthest); ++i) {
      const auto& word = pages_.words[i];
      const bool covers =
          word.x0 <= a.centre() && word.x1 >= a.centre() && word.x0 <= b.centre() && word.x1 >= b.centre();
      if (covers && word.middle() > a.middle() && word.middle() < b.middle() && !is_single(word.text))
        return true;
    }
    return false;
  }

  // Two characters are a label written downward if they stand beside a longer one.
  void take_short_ones(std::vector<Chain>& short_ones) {
    const auto long_ones = chains_.size();
    for (auto& chain : short_ones) {
      const auto middle = (chain.top + chain.bottom) / 2;
      const auto at =
          std::lower_bound(chains_.begin(), chains_.begin() + static_cast<std::ptrdiff_t>(long_ones), chain,
                           [](const Chain& a, const Chain& b) {
                             return a.page != b.page ? a.page < b.page : a.top + a.bottom < b.top + b.bottom;
                           });
      const auto begin = chains_.begin();
      const auto end = begin + static_cast<std::ptrdiff_t>(long_ones);
      const auto holds = [&](const Chain& other) {
        return other.page == chain.page && other.top <= middle && middle <= other.bottom &&
               other.words.size() <= 6;
      };
      if ((at != end && holds(*at)) || (at != begin && holds(*std::prev(at))))
        found_.push_back(std::move(chain));
    }
    for (auto& chain : found_) chains_.push_back(std::move(chain));
  }

  // Labels written downward beside each other are a line.
  void add_downward() {
    auto& words = pages_.words;
    std::sort(chains_.begin(), chains_.end(), [](const Chain& a, const Chain& b) {
      return a.page != b.page ? a.page < b.page : a.top + a.bottom < b.top + b.bottom;
    });
    for (std::size_t first = 0; first < chains_.size();) {
      const auto& head = chains_[first];
      const auto middle = (head.top + head.bottom) / 2;
      const auto height = words[head.words.front()].height();
      auto last = first + 1;
      while (last < chains_.size() && chains_[last].page == head.page &&
             (chains_[last].top + chains_[last].bottom) / 2 - middle < same_line * height)
        ++last;
      add_downward_line(first, last, middle);
      first = last;
    }
  }

  void add_downward_line(std::size_t first, std::size_t last, double middle) {
    auto& words = pages_.words;
    std::sort(chains_.begin() + static_cast<std::ptrdiff_t>(first),
              chains_.begin() + static_cast<std::ptrdiff_t>(last), [&](const Chain& a, const Chain& b) {
                return words[a.words.front()].x0 < words[b.words.front()].x0;
              });
    PrintedLine line;
    line.middle = middle;
    line.page = chains_[first].page;
    line.is_downward = true;
    line.first = static_cast<std::uint32_t>(pages_.fragments.size());
    for (auto i = first; i < last; ++i) {
      const auto begin = static_cast<std::uint32_t>(words.size());
      for (const auto word : chains_[i].words) words.emplace_back(words[word]);
      auto fragment = fragment_of(begin, static_cast<std::uint32_t>(words.size()));
      fragment.is_downward = true;
      pages_.fragments.push_back(fragment);
    }
    line.last = static_cast<std::uint32_t>(pages_.fragments.size());
    pages_.lines.push_back(line);
  }

  // --- fragments -------------------------------------------------------------------------------------

  [[nodiscard]] Fragment fragment_of(std::uint32_t first, std::uint32_t last) const {
    const auto& words = pages_.words;
    Fragment fragment;
    fragment.first = first;
    fragment.last = last;
    fragment.x0 = words[first].x0;
    fragment.x1 = words[first].x1;
    fragment.y0 = words[first].y0;
    fragment.y1 = words[first].y1;
    for (auto i = first + 1; i < last; ++i) {
      fragment.x0 = std::min(fragment.x0, words[i].x0);
      fragment.x1 = std::max(fragment.x1, words[i].x1);
      fragment.y0 = std::min(fragment.y0, words[i].y0);
      fragment.y1 = std::max(fragment.y1, words[i].y1);
    }
    fragment.is_value = words[first].is_value;
    fragment.begins_item = begins_item(words[first].text);
    // 3 . 其他
    if (last - first > 1 && !fragment.begins_item && words[first].text.size() <= 6) {
      std::string head(words[first].text);
      head += words[first + 1].text;
      fragment.begins_item = begins_item(head);
    }
    return fragment;
  }

  void add_line(std::uint32_t first, std::uint32_t last) {
    const auto& words = pages_.words;
    // What is written downward is taken out; the others close up.
    kept_.clear();
    for (auto i = first; i < last; ++i)
      if (!is_downward_[i]) kept_.push_back(i);
    if (kept_.empty()) return;
    PrintedLine line;
    line.page = words[first].page;
    line.middle = words[kept_.front()].middle();
    line.first = static_cast<std::uint32_t>(pages_.fragments.size());
    std::size_t runs = 0;
    bool lone = false;
    bool flowing = false;
    for (std::size_t begin = 0; begin < kept_.size(); ++runs) {
      auto end = begin + 1;
      while (end < kept_.size() && kept_[end] == kept_[end - 1] + 1 && is_close(kept_[end])) ++end;
      add_run(kept_[begin], kept_[end - 1] + 1, lone, flowing);
      begin = end;
    }
    line.last = static_cast<std::uint32_t>(pages_.fragments.size());
    line.is_lone_value = runs == 1 && lone;
    line.is_flowing = runs == 1 && flowing && !scale_.is_printed;
    pages_.lines.push_back(line);
  }

  [[nodiscard]] bool is_close(std::uint32_t word) const noexcept {
    const auto& left = pages_.words[word - 1];
    const auto& right = pages_.words[word];
    return right.x0 - left.x1 < widest_space * scale_.em * std::min(left.height(), right.height());
  }

  void add_fragment(std::uint32_t first, std::uint32_t last, bool is_first) {
    auto fragment = fragment_of(first, last);
    fragment.is_close = !is_first;
    pages_.fragments.push_back(fragment);
  }

  // A run of words without a gap: text, and behind it values, each for itself. Numbers inside text
  // are text.
  void add_run(std::uint32_t first, std::uint32_t last, bool& lone, bool& flowing) {
    const auto& words = pages_.words;
    auto text_end = last;
    while (text_end > first && words[text_end - 1].is_value) --text_end;
    // 160.5964 万元
    if (text_end == last && last - first == 2 && words[first].is_value && is_unit(words[first + 1].text)) {
      add_fragment(first, last, true);
      return;
    }
    auto begin = first;
    for (auto i = first + 1; i < text_end; ++i) {
      if (!begins_item(words[i].text)) continue;
      add_fragment(begin, i, begin == first);
      begin = i;
    }
    if (begin < text_end) {
      add_fragment(begin, text_end, begin == first);
      // Not a text that only happens to begin with a number.
      pages_.fragments.back().is_value = false;
    }
    for (auto i = text_end; i < last; ++i) add_fragment(i, i + 1, i == first);
    const auto values = last - text_end;
    lone = text_end > first && values == 1;
    flowing = text_end > first ? values > 1 : values > 2;
  }

  Scale scale_;
  Pages pages_;
  std::vector<std::uint32_t> line_ends_;
  std::vector<std::uint32_t> kept_;
  std::vector<Chain> chains_;
  std::vector<Chain> found_;
  std::vector<bool> is_downward_;
};

}  // namespace

Pages make_lines(std::vector<BoxedWord> words, const Scale& scale) {
  return LineMaker(std::move(words), scale).run();
}

}  // namespace nianbao::readers::page
