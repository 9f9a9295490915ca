// SPDX-License-Identifier: Apache-2.0
#include "output/excerpt.hpp"

#include <utility>

#include "text/utf8.hpp"
#include "text/width.hpp"

namespace nianbao::output {

namespace {

constexpr std::size_t columns_before = excerpt_columns / 3;
constexpr std::size_t tab_columns = 4;
constexpr std::string_view cut_before = "… ";
constexpr std::string_view cut_behind = " …";

std::size_t most_columns(char32_t c) noexcept { return c == '\t' ? tab_columns : text::display_width(c); }

bool ends_line(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size() || text[at] == '\n') return true;
  return text[at] == '\r' && (at + 1 == text.size() || text[at + 1] == '\n');
}

// The start of the line that `at` stands in, or of its last `room` columns before `at`.
std::size_t go_back(std::string_view text, std::size_t at, std::size_t room) noexcept {
  // What combines takes no room: it is counted as well, for lines may be made of nothing else.
  for (std::size_t characters = 0; at > 0 && text[at - 1] != '\n' && characters < 4 * excerpt_columns;
       ++characters) {
    auto before = at;
    const auto columns = most_columns(text::previous_utf8(text, before));
    if (columns > room) break;
    room -= columns;
    at = before;
  }
  return at;
}

std::size_t go_on(std::string_view text, std::size_t at, std::size_t& room) noexcept {
  for (std::size_t characters = 0; !ends_line(text, at) && characters < 4 * excerpt_columns; ++characters) {
    auto behind = at;
    const auto columns = most_columns(text::next_utf8(text, behind));
    if (columns > room) break;
    room -= columns;
    at = behind;
  }
  return at;
}

// What of the line is shown.
TextRange window_of(std::string_view text, std::size_t place) noexcept {
  TextRange window{go_back(text, place, columns_before), 0};
  auto room = excerpt_columns;
  window.end = go_on(text, window.begin, room);
  if (ends_line(text, window.end)) window.begin = go_back(text, window.begin, room);
  return window;
}

class Drawing {
 public:
  Drawing(TextRange place, const std::vector<TextRange>& others) : place_(place), others_(others) {}

  void character(char32_t c, std::size_t at) {
    const auto columns = c == '\t' ? tab_columns - column_ % tab_columns : text::display_width(c);
    if (c == '\t')
      excerpt_.line.append(columns, ' ');
    else
      text::append_utf8(excerpt_.line, text::shown(c));
    mark(at, columns);
    column_ += columns;
  }

  void add(std::string_view sign) {
    excerpt_.line += sign;
    excerpt_.marks.append(text::display_width(sign), ' ');
  }

  // A blank cell may stand behind all characters.
  void end_of_line(std::size_t at) { mark(at, 1); }

  Excerpt take(TextRange window) {
    excerpt_.window = window;
    excerpt_.marks.erase(excerpt_.marks.find_last_not_of(' ') + 1);
    excerpt_.line.erase(excerpt_.line.find_last_not_of(' ') + 1);
    return std::move(excerpt_);
  }

 private:
  void mark(std::size_t at, std::size_t columns) {
    const auto begin = excerpt_.marks.size();
    excerpt_.marks.append(columns, ' ');
    for (const auto& other : others_) draw(other, at, begin, '-');
    draw(place_, at, begin, '^');
  }

  // `begin` is where the marks of the character at `at` begin.
  void draw(TextRange range, std::size_t at, std::size_t begin, char sign) {
    const bool is_point = range.begin == range.end;
    if (is_point ? at != range.begin : at < range.begin || at >= range.end) return;
    for (auto i = begin; i < excerpt_.marks.size() && (!is_point || i == begin); ++i)
      excerpt_.marks[i] = sign;
  }

  TextRange place_;
  const std::vector<TextRange>& others_;
  Excerpt excerpt_;
  std::size_t column_ = 0;
};

}  // namespace

Excerpt excerpt_of(std::string_view text, TextRange place, const std::vector<TextRange>& others) {
  const auto window = window_of(text, place.begin);
  Drawing drawing(place, others);
  if (window.begin > 0 && text[window.begin - 1] != '\n') drawing.add(cut_before);
  for (auto at = window.begin; at < window.end;) {
    const auto from = at;
    drawing.character(text::next_utf8(text, at), from);
  }
  if (ends_line(text, window.end))
    drawing.end_of_line(window.end);
  else
    drawing.add(cut_behind);
  return drawing.take(window);
}

}  // namespace nianbao::output
