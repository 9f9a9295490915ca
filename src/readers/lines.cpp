// SPDX-License-Identifier: Apache-2.0
#include "readers/lines.hpp"

#include <algorithm>

#include "text/tags.hpp"

namespace nianbao::readers {

char line_break_of(std::string_view text) noexcept {
  const bool only_returns =
      text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos;
  return only_returns ? '\r' : '\n';
}

LineWalker::LineWalker(std::string_view text) noexcept : text_(text), breaks_(text, {line_break_of(text)}) {}

void LineWalker::skip_to(std::uint32_t offset) noexcept {
  if (offset < at_) {  // back into the line that next gave
    number_at_ = number_;
    start_at_ = start_;
    at_ = offset;
    return;
  }
  while (at_ < offset) {
    const auto found = breaks_.next(at_);
    if (found >= offset) break;
    start_at_ = at_ = static_cast<std::uint32_t>(found) + 1;
    ++number_at_;
  }
  at_ = offset;
  number_ = number_at_;
  start_ = start_at_;
}

DocumentBuilder::DocumentBuilder(std::string_view text, const ParseOptions& options)
    : max_lines_(options.max_lines), max_cells_(options.max_cells) {
  document.text = text;
  document.line_break = line_break_of(text);
  // A typical report has a line for every 60 bytes and a cell for every 20.
  document.lines.reserve(std::min<std::uint64_t>(text.size() / 60 + 8, max_lines_));
  document.cells.reserve(std::min<std::uint64_t>(text.size() / 20 + 8, max_cells_));
}

void DocumentBuilder::begin_line(text::Range range, const LineWalker& at) {
  // A form feed begins a page.
  if (!range.empty() && document.text[range.begin] == '\f') after_blank_ = true;
  line_ = {};
  line_.range = range;
  line_.number = at.number();
  line_.start = at.start();
  line_.first_cell = static_cast<std::uint32_t>(document.cells.size());
}

namespace {

// A tag that takes its text away, or shows more than text: it is left to those who read the cell.
bool is_apart(std::string_view tag) noexcept { return text::tag_of(tag) == text::TagIs::apart; }

constexpr std::string_view space_entity = "&nbsp;";

// The length of a mark that prints nothing at the start (or the end) of `view`, else 0.
std::size_t mark_at_start(std::string_view view) noexcept {
  if (view.size() < 2) return 0;
  switch (view[0]) {
    case '*':
    case '_': return view[1] == view[0] ? 2 : 0;
    case '&': return view.substr(0, space_entity.size()) == space_entity ? space_entity.size() : 0;
    case '<': break;
    default: return 0;
  }
  if (view.size() < 3 || view[1] == ' ') return 0;
  const auto close = view.substr(0, text::longest_tag).find('>');
  return close == std::string_view::npos || is_apart(view.substr(0, close + 1)) ? 0 : close + 1;
}

std::size_t mark_at_end(std::string_view view) noexcept {
  if (view.size() < 2) return 0;
  switch (view.back()) {
    case '*':
    case '_': return view[view.size() - 2] == view.back() ? 2 : 0;
    case ';': {
      const auto begin = view.size() - std::min(view.size(), space_entity.size());
      return view.substr(begin) == space_entity ? space_entity.size() : 0;
    }
    case '>': break;
    default: return 0;
  }
  if (view.size() < 3) return 0;
  const auto end = view.substr(view.size() - std::min(view.size(), text::longest_tag));
  const auto open = end.rfind('<');
  const bool is_mark = open != std::string_view::npos && end[open + 1] != ' ' && !is_apart(end.substr(open));
  return is_mark ? end.size() - open : 0;
}

std::string_view without_marks(std::string_view view) {
  for (;;) {
    view = text::trim(view);
    if (const auto head = mark_at_start(view); head != 0)
      view.remove_prefix(head);
    else if (const auto end = mark_at_end(view); end != 0)
      view.remove_suffix(end);
    else
      return view;
  }
}

}  // namespace

text::Range DocumentBuilder::trimmed(text::Range range) const {
  auto view = document.text.substr(range.begin, range.size());
  view = document.has_markup ? without_marks(view) : text::trim(view);
  if (view.empty()) return {range.begin, range.begin};
  const auto begin = static_cast<std::uint32_t>(view.data() - document.text.data());
  return {begin, begin + static_cast<std::uint32_t>(view.size())};
}

void DocumentBuilder::end_line(bool is_row, std::uint8_t heading) {
  line_.cell_count = static_cast<std::uint32_t>(document.cells.size()) - line_.first_cell;
  if (line_.cell_count == 0) {
    // A row of blank cells parts nothing; a blank line may be a page break.
    after_blank_ = after_blank_ || !is_row;
    if (is_row && bars_ < 255) ++bars_;
    return;
  }
  if (document.lines.size() >= max_lines_) {
    document.cells.resize(line_.first_cell);
    document.too_many_lines = true;
    return;
  }
  line_.is_row = is_row;
  line_.heading = heading;
  line_.after_blank = after_blank_;
  line_.bars = bars_;
  after_blank_ = false;
  bars_ = 0;
  document.lines.push_back(line_);
}

void split_cells(DocumentBuilder& out, text::Range line, text::ByteFinder<1>& separators) {
  auto begin = line.begin;
  bool has_room = true;
  separators.each(line.begin, line.end, [&](std::size_t at) {
    const auto end = static_cast<std::uint32_t>(at);
    has_room = out.cell({begin, end});
    begin = end + 1;
    return has_room;
  });
  if (has_room) out.cell({begin, line.end});
}

}  // namespace nianbao::readers
