// SPDX-License-Identifier: Apache-2.0
#pragma once

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
      : source_(source), text_(source.text()), line_break_(static_cast<unsigned char>(line_break)) {}

  /// The place of `range`, which lies in the line that starts at `line_start` and has number `line`,
  /// or in one below it.
  SourceSpan locate(Range range, std::uint32_t line_start, std::uint32_t line) {
    if (line_start != line_start_ || range.begin < at_) {
      line_start_ = at_ = line_start;
      line_ = line;
      column_ = 1;
    }
    for (; at_ < range.begin; ++at_) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      column_ += (byte & 0xC0U) != 0x80U ? 1U : 0U;
      if (byte == line_break_) {
        ++line_;
        column_ = 1;
      }
    }
    return {source_.to_input(range.begin), source_.to_input(range.end), line_, column_};
  }

 private:
  const Source& source_;
  std::string_view text_;
  unsigned char line_break_;
  std::uint32_t line_start_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t at_ = 0;
  std::uint32_t column_ = 1;
};

}  // namespace nianbao::text
