// SPDX-License-Identifier: Apache-2.0
#include "readers/html_text.hpp"

#include <array>

#include "text/fold.hpp"

namespace nianbao::readers {

namespace {

using text::is_blank;
using text::is_digit;

bool is_ascii(char c) noexcept { return static_cast<unsigned char>(c) < 0x80; }

// A full-width digit, comma or point.
bool is_wide_figure(std::string_view character) noexcept {
  if (character.size() < 3 || character.substr(0, 2) != "\xEF\xBC") return false;
  const auto last = static_cast<unsigned char>(character[2]);
  return (last >= 0x90 && last <= 0x99) || last == 0x8C || last == 0x8E;
}

bool ends_in_figure(std::string_view text) noexcept {
  if (text.empty()) return false;
  const char c = text.back();
  return is_digit(c) || c == ',' || c == '.' || c == '-' ||
         (text.size() >= 3 && is_wide_figure(text.substr(text.size() - 3)));
}

bool begins_in_figure(std::string_view text) noexcept {
  return is_digit(text.front()) || text.front() == ',' || text.front() == '.' || is_wide_figure(text);
}

// The end of the words at `at`: one space between two of them belongs to them.
std::size_t end_of_words(std::string_view text, std::size_t at) noexcept {
  for (; at < text.size(); ++at) {
    if (!is_blank(text[at])) continue;
    const bool between = text[at] == ' ' && at + 1 < text.size() && !is_blank(text[at + 1]);
    if (!between) break;
  }
  return at;
}

}  // namespace

void PageText::close_gap(std::string_view next) {
  if (gap_ == Gap::none) return;
  const auto gap = gap_;
  gap_ = Gap::none;
  if (text_.size() == line_) return;
  const bool figures = ends_in_figure(text_) && begins_in_figure(next);
  if (figures && gap != Gap::space) {
    text_ += " / ";
  } else if (gap == Gap::line) {
    text_ += '\n';
  } else if (gap == Gap::space || (gap == Gap::wide_space && is_ascii(text_.back()) && is_ascii(next[0]))) {
    text_ += ' ';
  }
  if (gap == Gap::line) part_ = size();
}

void PageText::put(std::string_view word, text::Piece piece) {
  close_gap(word);
  piece.begin = size();
  const bool goes_on = !pieces_.empty() && piece.stands_for == 0 && pieces_.back().stands_for == 0 &&
                       pieces_.back().begin + pieces_.back().size == piece.begin &&
                       pieces_.back().source + pieces_.back().size == piece.source;
  if (goes_on)
    pieces_.back().size += piece.size;
  else
    pieces_.push_back(piece);
  text_.append(word);
}

void PageText::add(std::string_view text, std::uint32_t source) {
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at > begin) {
      const bool plain = text.substr(begin, at - begin).find_first_not_of(' ') == std::string_view::npos;
      widen(plain ? Gap::space : Gap::wide_space);
    }
    const auto end = end_of_words(text, at);
    if (end == at) continue;
    const auto length = static_cast<std::uint32_t>(end - at);
    put(text.substr(at, length), {0, source + static_cast<std::uint32_t>(at), length, 0});
    at = end;
  }
}

void PageText::add_for(std::string_view text, std::uint32_t source, std::uint32_t length) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = end_of_words(text, at);
    if (end == at) {
      widen(text[at] == ' ' ? Gap::space : Gap::wide_space);
      ++at;
      continue;
    }
    put(text.substr(at, end - at), {0, source, 0, length});
    at = end;
  }
}

void PageText::begin_line() {
  if (text_.size() > line_) text_ += '\n';
  line_ = part_ = size();
  gap_ = Gap::none;
}

}  // namespace nianbao::readers
