// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace nianbao {

/// A place in the input, as the caller handed it in (not in a converted copy); of formats that do not
/// hold their text as it is (DOCX), a place in ParseResult::extracted_text.
///
/// `start` and `end` are byte offsets, half open; `line` counts from 1 and `column` counts
/// characters (Unicode code points) of that line from 1. A span with `line == 0` points nowhere:
/// what it belongs to was not printed.
struct SourceSpan {
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  [[nodiscard]] bool exists() const noexcept { return line != 0; }

  friend bool operator==(const SourceSpan& a, const SourceSpan& b) noexcept {
    return a.start == b.start && a.end == b.end && a.line == b.line && a.column == b.column;
  }
  friend bool operator!=(const SourceSpan& a, const SourceSpan& b) noexcept { return !(a == b); }
};

}  // namespace nianbao
