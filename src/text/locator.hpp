// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "nianbao/span.hpp"
#include "text/source.hpp"

namespace nianbao::text {

/// Ranges of the text to places in the input. Cheap for places in ascending order.
class Locator {
 public:
  /// `line_break` is the character that ends the text's lines.
  Locator(const Source& source, char line_break)
      : source_(source), text_(source.text()), line_break_(line_break) {}

  /// The place of `range`, which lies in the line that starts at `line_start` and has number `line`,
  /// or in one below it.
  SourceSpan locate(Range range, std::uint32_t line_start, std::uint32_t line) {
    if (line_start != line_start_ || range.begin < at_) {
      line_start_ = at_ = line_start;
      line_ = line;
      column_ = 1;
    }
    pass(text_.substr(at_, range.begin - at_));
    at_ = range.begin;
    return {source_.to_input(range.begin), source_.to_input(range.end), line_, column_};
  }

 private:
  void pass(std::string_view text) noexcept {
    if (const auto last_break = text.rfind(line_break_); last_break != std::string_view::npos) {
      line_ += static_cast<std::uint32_t>(std::count(text.begin(), text.end(), line_break_));
      column_ = 1;
      text.remove_prefix(last_break + 1);
    }
    // Adding flags, not counting matches: compilers make wide instructions of it.
    std::uint32_t characters = 0;
    for (const char byte : text) characters += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1U : 0U;
    column_ += characters;
  }

  const Source& source_;
  std::string_view text_;
  char line_break_;
  std::uint32_t line_start_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t at_ = 0;
  std::uint32_t column_ = 1;
};

}  // namespace nianbao::text
