// SPDX-License-Identifier: Apache-2.0
#include "output/html/source_lines.hpp"

#include <algorithm>

namespace nianbao::html {

namespace {

constexpr std::uint32_t mark_every = 1024;
constexpr int characters_before = 24;
constexpr int characters_after = 32;

bool continues(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

SourceLines::SourceLines(std::string_view text)
    : text_(text), line_break_(text.find('\n') == std::string_view::npos ? '\r' : '\n') {
  if (text_.empty()) return;
  Mark here{1, 1, 0};
  marks_.push_back(here);
  for (; here.at < text_.size(); ++here.at) {
    if (text_[here.at] == line_break_) {
      marks_.push_back({++here.line, here.column = 1, here.at + 1});
    } else if (!continues(text_[here.at]) && here.column++ % mark_every == 0 && here.column > 2) {
      marks_.push_back({here.line, here.column - 1, here.at});
    }
  }
}

std::size_t SourceLines::find(std::uint32_t line, std::uint32_t column) const {
  const auto after = std::upper_bound(
      marks_.begin(), marks_.end(), Mark{line, column, 0},
      [](const Mark& a, const Mark& b) { return a.line != b.line ? a.line < b.line : a.column < b.column; });
  if (after == marks_.begin()) return std::string_view::npos;
  auto here = *std::prev(after);
  if (here.line != line) return std::string_view::npos;
  while (here.at < text_.size() && text_[here.at] != line_break_ && here.column < column) {
    ++here.at;
    if (here.at == text_.size() || !continues(text_[here.at])) ++here.column;
  }
  return here.at;
}

SourceLines::Excerpt SourceLines::around(std::uint32_t line, std::uint32_t column,
                                         std::string_view printed) const {
  Excerpt excerpt;
  const auto at = line == 0 ? std::string_view::npos : find(line, column);
  if (at == std::string_view::npos) return excerpt;

  auto begin = at;
  for (int left = characters_before; left > 0 && begin > 0 && text_[begin - 1] != line_break_; --left) do
      --begin;
    while (begin > 0 && continues(text_[begin]));
  excerpt.cut_before = begin > 0 && text_[begin - 1] != line_break_;
  excerpt.before = text_.substr(begin, at - begin);

  const auto next = [this](std::size_t i) {
    do ++i;
    while (i < text_.size() && continues(text_[i]));
    return i;
  };
  const bool at_end = at >= text_.size() || text_[at] == line_break_;
  auto end = at_end ? at : next(at);
  if (!printed.empty() && text_.compare(at, printed.size(), printed) == 0) end = at + printed.size();
  excerpt.at = text_.substr(at, end - at);

  auto last = end;
  for (int left = characters_after; left > 0 && last < text_.size() && text_[last] != line_break_; --left)
    last = next(last);
  excerpt.cut_after = last < text_.size() && text_[last] != line_break_;
  excerpt.after = text_.substr(end, last - end);
  return excerpt;
}

}  // namespace nianbao::html
