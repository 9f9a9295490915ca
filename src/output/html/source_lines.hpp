// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace nianbao::html {

/// The lines of a text, for showing where something stands.
class SourceLines {
 public:
  explicit SourceLines(std::string_view text);

  /// A piece of a line round a place: what stands before it, at it, behind it.
  struct Excerpt {
    std::string_view before;
    std::string_view at;
    std::string_view after;
    bool cut_before = false;  ///< the line begins earlier
    bool cut_after = false;
  };

  /// Round the place where `printed` stands, if it does stand there, else round one character. Nothing for a
  /// place that the text does not have. Takes no longer for long lines.
  [[nodiscard]] Excerpt around(std::uint32_t line, std::uint32_t column, std::string_view printed) const;

 private:
  // Where lines begin, and in long ones every so many characters: a page may be a single line.
  struct Mark {
    std::uint32_t line;
    std::uint32_t column;
    std::size_t at;
  };

  [[nodiscard]] std::size_t find(std::uint32_t line, std::uint32_t column) const;

  std::string_view text_;
  char line_break_;
  std::vector<Mark> marks_;
};

}  // namespace nianbao::html
