// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nianbao/parse.hpp"
#include "nianbao/words.hpp"
#include "text/locator.hpp"
#include "text/source.hpp"

/// What every reader yields: lines of cells, each with its place in the text. A reader knows a
/// format and nothing of the form.
namespace nianbao::readers {

/// A cell that is not blank. Blank ones are not stored: `column` counts them.
struct CellText {
  text::Range range;
  std::uint32_t column = 0;   ///< index in its line, blank cells counted
  std::uint16_t columns = 1;  ///< how many columns and rows it spans; the places behind the first are blank
  std::uint16_t rows = 1;
};

/// A line that is not blank: a row of cells, or prose (one cell).
struct Line {
  text::Range range;             ///< without the line break
  std::uint32_t start = 0;       ///< of the line in the text, marks and spaces before `range` included
  std::uint32_t number = 0;      ///< from 1; blank lines count
  std::uint32_t first_cell = 0;  ///< in Document::cells
  std::uint32_t cell_count = 0;
  std::uint32_t width = 0;   ///< cells, blank ones counted
  bool is_row = false;       ///< has a separator: a tab, a pipe, a table cell's tag
  bool after_blank = false;  ///< a blank line stands before
  std::uint8_t heading = 0;  ///< depth of a Markdown heading, 0 if none
  std::uint32_t table = 0;   ///< on pages: lines that have their columns in common share one
  bool is_dense = false;     ///< two of its values may be one that a space breaks, if no sum says otherwise
  bool stands_over = false;  ///< where places are rough: each of its cells stands over one column of figures
  bool stands_below =
      false;              ///< where places are rough: its columns are the places that nearly all rows have
  std::uint8_t bars = 0;  ///< lines with nothing but a separator that stand directly before
};

/// What a cell's column says of the page.
enum class Places : std::uint8_t {
  unknown,  ///< the order of cells in their line, no more
  rough,    ///< cells of one column stand below each other, headers near them
  exact,    ///< cells of one column stand below each other and below their header
};

/// What a page says of itself outside of its text.
struct PageHead {
  text::Range title;  ///< of <title>, in Document::text; no line holds it
  std::vector<std::pair<std::string, std::string>> named;  ///< <meta name= content=>
};

struct Document {
  std::string_view text;  ///< what all ranges point into: the source's, or `extracted`

  /// The text of formats that do not hold it as it is (tags between it, packed files); else null.
  std::unique_ptr<const std::string> extracted;
  /// Where `extracted` stands in the source's text; empty where it does not stand there at all, and
  /// places are then those in `extracted`.
  std::vector<text::Piece> pieces;

  std::vector<Line> lines;
  std::vector<CellText> cells;
  char line_break = '\n';
  Places places = Places::unknown;
  bool is_image_only = false;  ///< has pages, and no words on them
  bool has_markup = false;     ///< cells may hold Markdown or HTML marks
  bool has_spans = false;      ///< some cells of a text that holds them as they are span several places
  bool too_many_bytes = false;
  bool too_many_lines = false;
  bool too_many_cells = false;
  std::uint32_t too_deep = 0;      ///< more levels of nesting than this; what follows was not read
  const char* left_out = nullptr;  ///< the format's name, if this build has no reader for it

  PageHead head;
};

/// Plain text: cells are parted by tabs.
Document read_plain(std::string_view text, const ParseOptions& options);

/// Markdown: cells are parted by pipes or tabs, or are those of HTML tables.
Document read_markdown(std::string_view text, const ParseOptions& options);

/// A page of HTML, by libxml2: lines of prose and the true grids of its tables, without what the
/// screen does not show and what is the site's.
Document read_html(std::string_view text, const ParseOptions& options);
/// Text laid out by spaces, page by page: columns stand below each other.
Document read_layout(std::string_view text, const ParseOptions& options);

/// Whether `text` looks laid out by spaces: many rows of numbers and no other separator.
bool looks_laid_out(std::string_view text) noexcept;

/// Words with their boxes, as `pdftotext -bbox` and `-bbox-layout` print them.
Document read_bbox(std::string_view text, const ParseOptions& options);

/// Whether `text` is what read_bbox reads.
bool is_bbox(std::string_view text) noexcept;

/// Words with their boxes.
Document read_words(const Word* words, std::size_t count, const ParseOptions& options);

/// The reader that fits: by `options.format`, else by the text's marks.
Document read(std::string_view text, const ParseOptions& options);

}  // namespace nianbao::readers
