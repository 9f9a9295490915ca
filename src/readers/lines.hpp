// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "readers/document.hpp"
#include "text/bytes.hpp"
#include "text/fold.hpp"

/// What the readers of line-based formats share.
namespace nianbao::readers {

/// What ends the lines of `text`: '\n' (also behind '\r'), or '\r' alone.
char line_break_of(std::string_view text) noexcept;

/// Walks over the lines of a text, whatever its line breaks are (\n, \r\n, \r).
class LineWalker {
 public:
  explicit LineWalker(std::string_view text) noexcept;

  /// The next line without its break; false at the end.
  bool next(text::Range& line) noexcept {
    if (at_ >= text_.size()) return false;
    const auto found = static_cast<std::uint32_t>(breaks_.next(at_));
    number_ = number_at_++;
    start_ = start_at_;
    line = {at_, found};
    start_at_ = at_ = found + (found < text_.size() ? 1U : 0U);
    if (line.end > line.begin && text_[line.end - 1] == '\r') --line.end;
    return true;
  }

  /// The line that next gave, or that skip_to went to: its number, from 1, and where it starts.
  [[nodiscard]] std::uint32_t number() const noexcept { return number_; }
  [[nodiscard]] std::uint32_t start() const noexcept { return start_; }

  /// Goes to `offset`, in the current line or behind it; next gives what is left of that line.
  void skip_to(std::uint32_t offset) noexcept;

 private:
  std::string_view text_;
  text::ByteFinder<1> breaks_;
  std::uint32_t at_ = 0;         // where next goes on
  std::uint32_t number_at_ = 1;  // of the line that holds at_
  std::uint32_t start_at_ = 0;   // of that line
  std::uint32_t number_ = 0;
  std::uint32_t start_ = 0;
};

/// Puts lines and cells into a document, within the limits.
class DocumentBuilder {
 public:
  DocumentBuilder(std::string_view text, const ParseOptions& options);

  /// False once a limit is passed: nothing more is taken.
  [[nodiscard]] bool has_room() const noexcept {
    return !document.too_many_lines && !document.too_many_cells;
  }

  void blank_line() noexcept { after_blank_ = true; }
  /// A line with the number and the start of `at`; its content is `range`.
  void begin_line(text::Range range, const LineWalker& at);
  /// The next cell; blank ones only count. False if a limit is passed.
  bool cell(text::Range range) {
    const auto column = line_.width++;
    if (range.empty()) return true;
    if (!is_bare_at_ends(range)) {
      strip_spaces(range);
      if (range.empty()) return true;
      if (!is_bare(range)) range = trimmed(range);
      if (range.empty()) return true;
    }
    if (document.cells.size() >= max_cells_) {
      document.too_many_cells = true;
      return false;
    }
    document.cells.push_back({range, column});
    return true;
  }
  void blank_cells(std::uint32_t count) noexcept { line_.width += count; }
  void end_line(bool is_row, std::uint8_t heading = 0);

  /// `range` without white space at its ends (and, in Markdown, without marks of emphasis).
  [[nodiscard]] text::Range trimmed(text::Range range) const;

  Document document;

 private:
  void strip_spaces(text::Range& range) const noexcept {
    const char* const text = document.text.data();
    while (!range.empty() && text[range.begin] == ' ') ++range.begin;
    while (!range.empty() && text[range.end - 1] == ' ') --range.end;
  }

  // Figures mostly are, so they are told before all else.
  [[nodiscard]] bool is_bare_at_ends(text::Range range) const noexcept {
    const auto bare = [this](std::uint32_t at) {
      return text::is_bare_ascii[static_cast<unsigned char>(document.text[at])];
    };
    return bare(range.begin) && bare(range.end - 1);
  }

  // Whether certainly nothing is to be trimmed of a range that is not empty. So it is with most cells.
  [[nodiscard]] bool is_bare(text::Range range) const noexcept {
    const std::string_view view(document.text.data() + range.begin, range.size());
    return text::begins_bare(view) && text::ends_bare(view);
  }

  Line line_;
  std::uint64_t max_lines_;
  std::uint64_t max_cells_;
  bool after_blank_ = false;
  std::uint8_t bars_ = 0;
};

/// Cells of `line` parted by what `separators` finds.
void split_cells(DocumentBuilder& out, text::Range line, text::ByteFinder<1>& separators);

}  // namespace nianbao::readers
