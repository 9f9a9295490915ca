// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/document.hpp"

/// Pages of words with boxes to a Document: lines, rows and columns by geometry alone. Knows neither
/// where the words came from nor the form.
namespace nianbao::readers::page {

inline constexpr std::uint32_t no_source = 0xFFFFFFFF;

/// A word and where it stands; y grows downwards. Lengths have any unit.
struct BoxedWord {
  std::string_view text;  ///< valid UTF-8
  double x0 = 0;
  double y0 = 0;
  double x1 = 0;
  double y1 = 0;
  std::uint32_t page = 0;
  std::uint32_t source = no_source;  ///< where the word begins in the source's text, if it stands there
  bool is_value = false;             ///< a number, or a mark that stands for one; make_lines finds it out

  [[nodiscard]] double height() const noexcept { return y1 - y0; }
  [[nodiscard]] double middle() const noexcept { return (y0 + y1) / 2; }
  [[nodiscard]] double centre() const noexcept { return (x0 + x1) / 2; }
};

/// How the boxes of words are to be understood.
struct Scale {
  double em = 0.75;        ///< width of a Chinese character, in heights of its box
  double tight = 1.8;      ///< lines of one cell are no further apart, in heights
  double down = 2.2;       ///< characters of a label written downward are no further apart, in heights
  double aside = 0.25;     ///< how far aside such a character may stand, in characters
  double broken = 2.6;     ///< lines of one broken number are no further apart, in heights
  bool is_printed = true;  ///< places are those of a page; else of text that imitates one
};

/// What characters in text that imitates a page measure: one line is 1.3 high, a Chinese character 1 wide.
inline constexpr Scale text_scale{1.0, 1.4, 3.95, 0.55, 4.0, false};

/// Words that stand close together in a line.
struct Fragment {
  double x0 = 0;
  double x1 = 0;
  double y0 = 0;
  double y1 = 0;
  std::uint32_t first = 0;  ///< in Page::words
  std::uint32_t last = 0;
  bool is_value = false;     ///< a number, or a mark that stands for one
  bool begins_item = false;  ///< begins with an enumerator: 1. or （一）
  bool is_close = false;     ///< no more than a space parts it from the fragment before it
  bool is_downward = false;  ///< written one character below the other

  [[nodiscard]] double height() const noexcept { return y1 - y0; }
  [[nodiscard]] double middle() const noexcept { return (y0 + y1) / 2; }
  [[nodiscard]] double centre() const noexcept { return (x0 + x1) / 2; }
};

/// A line of a page: fragments from left to right.
struct PrintedLine {
  double middle = 0;
  std::uint32_t page = 0;
  std::uint32_t first = 0;  ///< in Pages::fragments
  std::uint32_t last = 0;
  bool is_furniture = false;   ///< a page's number, header or footer
  bool is_downward = false;    ///< holds labels that are written downward
  bool is_lone_value = false;  ///< text and one number close behind it: a row, or the end of a sentence
  bool is_flowing = false;     ///< its values are parted by single spaces: their places say nothing

  [[nodiscard]] std::uint32_t size() const noexcept { return last - first; }
};

struct Pages {
  std::vector<BoxedWord> words;
  std::vector<Fragment> fragments;
  std::vector<PrintedLine> lines;  ///< from the first page's top to the last page's bottom
};

/// Words to lines of fragments.
Pages make_lines(std::vector<BoxedWord> words, const Scale& scale);

/// Marks the lines that pages carry of their own.
void mark_furniture(Pages& pages);

/// Words that stand together: a range of Pages::words.
struct Part {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// A cell of a line that is set: its parts in order of reading.
struct SetCell {
  std::uint32_t column = 0;
  std::uint32_t first = 0;  ///< in Layout::parts
  std::uint32_t last = 0;
};

/// A line as it will stand in the document.
struct SetLine {
  enum class Is : std::uint8_t {
    text,       ///< prose, a heading, a label by itself
    row,        ///< cells in columns
    flow,       ///< a label and values whose columns nobody knows
    furniture,  ///< in the text, but no line of the document
  } is = Is::text;
  std::uint32_t page = 0;
  std::uint32_t first = 0;  ///< in Layout::cells
  std::uint32_t last = 0;
  std::uint32_t width = 0;    ///< cells, blank ones counted
  std::uint32_t table = 0;    ///< lines that have their columns in common share one
  bool continues = false;     ///< goes on with the paragraph of the line before
  bool is_doubtful = false;   ///< a row whose label or columns nothing tells
  bool is_dense = false;      ///< no more than a space parts two of its values
  bool stands_over = false;   ///< of headers of text: each stands over the figures whose order it has
  bool stands_below = false;  ///< of rows of text: its columns are the places that nearly all rows have
};

struct Layout {
  std::vector<Part> parts;
  std::vector<SetCell> cells;
  std::vector<SetLine> lines;
};

/// Lines to rows of cells and lines of text.
Layout lay_out(const Pages& pages, const Scale& scale);

/// A layout as a document with a text of its own.
Document set_text(const Pages& pages, const Layout& layout, const Scale& scale, const ParseOptions& options);

/// The whole way.
Document read_pages(std::vector<BoxedWord> words, const Scale& scale, const ParseOptions& options);

// What the characters of a word tell without a form.
bool is_value(std::string_view text) noexcept;
bool is_unit(std::string_view text) noexcept;
bool begins_item(std::string_view text) noexcept;
/// Digits and no letter: a figure, perhaps in a writing that is_value does not know.
bool may_be_figure(std::string_view text) noexcept;
/// One character that is not ASCII.
bool is_single(std::string_view text) noexcept;
/// Whether characters stand side by side without a space: Chinese ones, their punctuation.
inline bool is_wide(char32_t c) noexcept {
  if (c < 0x1100) return false;
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x2010 && c <= 0x2027) ||
         (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0xAC00 && c <= 0xD7A3) || c <= 0x115F;
}

}  // namespace nianbao::readers::page
