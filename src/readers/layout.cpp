// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "readers/lines.hpp"
#include "readers/page/page.hpp"
#include "text/han.hpp"
#include "text/utf8.hpp"

namespace nianbao::readers {

namespace {

using page::BoxedWord;

// A text looks laid out if it has so many rows of numbers.
constexpr std::size_t fewest_rows = 5;

// A row has so many numbers at least.
constexpr std::size_t fewest_values = 3;

// Or so many rows have a label and, so many spaces behind it, a number: most of their cells are blank. A list
// of contents has fewer lines.
constexpr std::size_t fewest_sparse_rows = 10;
constexpr std::size_t widest_space = 4;

// What a line and a column of the text measure.
constexpr double line_pitch = 1.3;
constexpr double column_width = 0.5;

constexpr std::string_view wide_space = "　";

/// The words of a line, and the columns that they stand in if Chinese characters are `wide` columns.
class LineWords {
 public:
  LineWords(std::string_view text, text::Range line) : text_(text), at_(line.begin), end_(line.end) {}

  bool next(text::Range& word, std::uint32_t& narrow, std::uint32_t& wide) {
    skip_spaces();
    if (at_ >= end_) return false;
    word.begin = static_cast<std::uint32_t>(at_);
    narrow = narrow_;
    wide = narrow_ + extra_;
    while (at_ < end_ && pass_character()) ++narrow_;
    word.end = static_cast<std::uint32_t>(at_);
    return true;
  }

  [[nodiscard]] std::uint32_t narrow() const noexcept { return narrow_; }
  [[nodiscard]] std::uint32_t wide() const noexcept { return narrow_ + extra_; }

 private:
  // Passes what is no space; false at one.
  bool pass_character() noexcept {
    const char c = text_[at_];
    if (text::is_han_lead(c)) {
      at_ += 3;
      ++extra_;
    } else if (static_cast<unsigned char>(c - 0x21) < 0x5F) {  // printable ASCII
      ++at_;
    } else {
      if (space_here() != 0) return false;
      if (page::is_wide(text::next_utf8(text_, at_))) ++extra_;
    }
    return true;
  }

  // How many bytes the space has that stands here; 0 if none does.
  [[nodiscard]] std::size_t space_here() const noexcept {
    switch (text_[at_]) {
      case ' ':
      case '\f':
      case '\r':
      case '\0': return 1;
      case '\xC2': return text_.substr(at_, 2) == "\xC2\xA0" ? 2 : 0;
      case '\xE3': return text_.substr(at_, 3) == wide_space ? 3 : 0;
      default: return 0;
    }
  }

  void skip_spaces() noexcept {
    while (at_ < end_) {
      const auto blank = text::run_of(' ', text_.substr(at_, end_ - at_));
      at_ += blank;
      narrow_ += blank;
      if (at_ >= end_) return;
      const auto length = space_here();
      if (length == 0) return;
      if (text_[at_] != '\f') ++narrow_;  // a page's end is no column
      at_ += length;
      if (length == wide_space.size()) ++extra_;
    }
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
  std::uint32_t narrow_ = 0;
  std::uint32_t extra_ = 0;  // columns more if Chinese characters take two
};

// A word and both of the places that it may stand in.
struct PlacedWord {
  text::Range range;
  std::uint32_t line;
  std::uint32_t page;
  std::uint32_t narrow0, narrow1;
  std::uint32_t wide0, wide1;
};

std::vector<PlacedWord> words_of(std::string_view text) {
  std::vector<PlacedWord> words;
  words.reserve(text.size() / 12);
  LineWalker lines(text);
  std::uint32_t page = 1;
  for (text::Range line; lines.next(line);) {
    const auto view = text.substr(line.begin, line.size());
    for (auto at = view.find('\f'); at != std::string_view::npos; at = view.find('\f', at + 1)) ++page;
    LineWords of_line(text, line);
    PlacedWord word{};
    word.page = page;
    word.line = lines.number();
    while (of_line.next(word.range, word.narrow0, word.wide0)) {
      word.narrow1 = of_line.narrow();
      word.wide1 = of_line.wide();
      words.push_back(word);
    }
  }
  return words;
}

// How far the numbers of rows stand aside of those of the row before, in the one measure and the other.
struct Shifts {
  std::uint64_t narrow = 0;
  std::uint64_t wide = 0;
};

std::uint64_t shift(std::uint32_t a0, std::uint32_t a1, std::uint32_t b0, std::uint32_t b1) noexcept {
  const auto middle = std::abs(static_cast<std::int64_t>(a0) + a1 - b0 - b1);
  return static_cast<std::uint64_t>(std::min<std::int64_t>(middle, 40));
}

// Some programs count a Chinese character as one column, some as two: the measure is right in which
// numbers stand below each other.
bool counts_narrow(std::string_view text, const std::vector<PlacedWord>& words) {
  Shifts shifts;
  std::vector<const PlacedWord*> before;
  std::vector<const PlacedWord*> row;
  for (std::size_t first = 0; first < words.size();) {
    auto last = first + 1;
    while (last < words.size() && words[last].line == words[first].line) ++last;
    row.clear();
    for (auto i = first; i < last; ++i)
      if (page::is_value(text.substr(words[i].range.begin, words[i].range.size()))) row.push_back(&words[i]);
    if (!row.empty()) {
      if (row.size() == before.size() && row.front()->page == before.front()->page)
        for (std::size_t i = 0; i < row.size(); ++i) {
          shifts.narrow += shift(row[i]->narrow0, row[i]->narrow1, before[i]->narrow0, before[i]->narrow1);
          shifts.wide += shift(row[i]->wide0, row[i]->wide1, before[i]->wide0, before[i]->wide1);
        }
      before = row;
    }
    first = last;
  }
  return shifts.narrow <= shifts.wide;
}

// How many values stand at the end of a line, and whether gaps part them.
struct Tail {
  std::size_t values = 0;
  std::size_t gaps = 0;
  std::size_t widest = 0;  // spaces of the widest gap
  bool has_label = false;
};

Tail tail_of(std::string_view line) {
  Tail tail;
  bool has_unit = false;  // 12 件: the unit of the value before it
  auto end = line.find_last_not_of(" \r");
  while (end != std::string_view::npos) {
    const auto space = line.find_last_of(' ', end);
    const auto begin = space == std::string_view::npos ? 0 : space + 1;
    const auto word = line.substr(begin, end + 1 - begin);
    const bool is_value = page::is_value(word);
    const bool is_unit = !is_value && !has_unit && page::is_unit(word);
    if (!is_value && !is_unit) {
      tail.has_label = true;
      break;
    }
    if (is_value) ++tail.values;
    has_unit = is_unit;
    if (begin == 0) break;
    end = line.find_last_not_of(' ', space);
    if (end == std::string_view::npos) break;
    if (space - end > 1) ++tail.gaps;
    tail.widest = std::max(tail.widest, space - end);
  }
  return tail;
}

// Whether a line ends as a figure does: with a digit, a unit, a mark that stands for none. Few lines of
// prose do.
bool may_end_in_figure(std::string_view line) noexcept {
  const char end = line.back();
  if (static_cast<unsigned char>(end) < 0x80) return (end >= '0' && end <= '9') || end == '-' || end == '/';
  if (line.size() < 3) return false;
  const auto last = line.substr(line.size() - 3);
  return page::is_unit(last) || page::is_value(last);
}

}  // namespace

bool looks_laid_out(std::string_view text) noexcept {
  for (const char mark : {'\t', '|'})
    if (text.find(mark) != std::string_view::npos) return false;
  if (text.find("</") != std::string_view::npos) return false;
  std::size_t rows = 0;
  std::size_t sparse_rows = 0;
  LineWalker lines(text);
  for (text::Range line; lines.next(line);) {
    const auto view = text.substr(line.begin, line.size());
    if (view.find(' ') == std::string_view::npos) continue;  // one word has no columns
    const auto last = view.find_last_not_of(" \r");
    if (last == std::string_view::npos || !may_end_in_figure(view.substr(0, last + 1))) continue;
    const auto tail = tail_of(view);
    if (tail.has_label && tail.values > 0 && tail.widest >= widest_space &&
        ++sparse_rows >= fewest_sparse_rows)
      return true;
    if (tail.values < fewest_values || (!tail.has_label && tail.gaps == 0)) continue;
    if (++rows >= fewest_rows) return true;
  }
  return false;
}

Document read_layout(std::string_view text, const ParseOptions& options) {
  const auto placed = words_of(text);
  const bool narrow = counts_narrow(text, placed);
  std::vector<BoxedWord> words;
  words.reserve(placed.size());
  for (const auto& word : placed) {
    BoxedWord boxed;
    boxed.text = text.substr(word.range.begin, word.range.size());
    boxed.x0 = column_width * (narrow ? word.narrow0 : word.wide0);
    boxed.x1 = column_width * (narrow ? word.narrow1 : word.wide1);
    boxed.y0 = line_pitch * word.line;
    boxed.y1 = boxed.y0 + 1;
    boxed.page = word.page;
    boxed.source = word.range.begin;
    words.push_back(boxed);
  }
  auto document = page::read_pages(std::move(words), page::text_scale, options);
  // What is not said of the source's lines is said of the text's.
  document.line_break = line_break_of(text);
  return document;
}

}  // namespace nianbao::readers
