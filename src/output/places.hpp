// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "nianbao/parse.hpp"
#include "nianbao/span.hpp"

namespace nianbao::output {

/// Line and column as SourceSpan counts them.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// A half-open range of bytes of a text in UTF-8.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Where places of an input stand in its text in UTF-8 (decoded_text). Each is found in constant time,
/// however long the lines are: the text is gone through once, when the first place is asked for.
class Places {
 public:
  /// `encoding` is that of the input, whose bytes places count.
  Places(std::string_view text, Encoding encoding) : text_(text), encoding_(encoding) {}

  [[nodiscard]] std::string_view text() const noexcept { return text_; }

  /// Nothing if `span` points nowhere or to a line that the text has not. The end is found by going through
  /// what `span` covers, but no more than `longest` bytes of it.
  [[nodiscard]] std::optional<TextRange> find(const SourceSpan& span, std::size_t longest) const;

  [[nodiscard]] Position position_of(std::size_t offset) const;

 private:
  struct Mark {
    std::size_t at;
    Position position;
  };

  void make_marks() const;
  [[nodiscard]] std::optional<std::size_t> begin_of(const SourceSpan& span) const;

  std::string_view text_;
  Encoding encoding_;
  mutable std::vector<Mark> marks_;
};

}  // namespace nianbao::output
