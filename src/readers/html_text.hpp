// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/locator.hpp"

/// The text of a page as it is read on the screen, and where it stands among the tags.
namespace nianbao::readers {

/// Takes text in the order of the page: white space as the screen shows it, one line of the page a
/// line. Digits that stand apart on the page never come to stand together: " / " parts them.
class PageText {
 public:
  /// Text that stands at `source` as it is.
  void add(std::string_view text, std::uint32_t source);

  /// Text that `length` bytes at `source` stand for: an entity.
  void add_for(std::string_view text, std::uint32_t source, std::uint32_t length);

  /// What follows begins a line that has nothing to do with the one before.
  void begin_line();

  /// What follows begins a line of the same cell.
  void break_line() noexcept { widen(Gap::line); }

  /// What follows is not set as what stands before: a footnote's number.
  void set_apart() noexcept { widen(Gap::apart); }

  /// What was added since the last line began.
  [[nodiscard]] text::Range line() const noexcept { return {line_, size()}; }

  /// What was added since the last line of a cell began; nothing if nothing was.
  [[nodiscard]] text::Range part() const noexcept {
    return gap_ == Gap::line ? text::Range{size(), size()} : text::Range{part_, size()};
  }

  [[nodiscard]] std::string_view view(text::Range range) const noexcept {
    return std::string_view(text_).substr(range.begin, range.size());
  }

  std::string take_text() { return std::move(text_); }
  std::vector<text::Piece> take_pieces() { return std::move(pieces_); }

 private:
  // What lies between the text before and the text that follows, the wider the later.
  enum class Gap : std::uint8_t { none, space, wide_space, apart, line };

  void widen(Gap gap) noexcept {
    if (gap > gap_) gap_ = gap;
  }
  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(text_.size()); }
  void put(std::string_view word, text::Piece piece);
  void close_gap(std::string_view next);

  std::string text_;
  std::vector<text::Piece> pieces_;
  std::uint32_t line_ = 0;
  std::uint32_t part_ = 0;
  Gap gap_ = Gap::none;
};

}  // namespace nianbao::readers
