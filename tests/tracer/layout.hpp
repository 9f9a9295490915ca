// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tracer/page.hpp"

/// The layouts that a page may be printed in.
namespace nianbao::tracer {

/// What the marks in a text are.
enum class Marks : std::uint8_t { none, markdown, html };

struct Layout {
  const char* name;
  Labels labels;
  Marks marks;      ///< that headings and cells may carry
  bool shows_grid;  ///< blank cells can be told from cells that are not there
  std::string (*table)(const Table& table);
  /// All blocks of a page, for layouts that are more than their blocks one after another.
  std::string (*page)(const Page& page, const Layout& layout) = nullptr;
  std::string (*file)(const Page& page) = nullptr;  ///< of a packed format: the whole
  bool is_placed = false;                           ///< columns are places: cells cannot slide out of them
  std::string (*in_page)(const Table& table, const Page& page) = nullptr;  ///< instead of `table`
  std::string (*whole)(const std::string& page) = nullptr;                 ///< what becomes of the whole page
};

/// Every layout of plain text, Markdown and HTML, and packed formats.
const std::vector<Layout>& layouts();

/// Those of HTML.
std::vector<Layout> html_layouts();

/// `text` with `line_break` for each line break.
std::string with_breaks(const std::string& text, const char* line_break);

/// The attributes that say how far the cell at `at` of `row` spans: " colspan="2"".
std::string spans(const Table& table, std::size_t row, std::size_t at);

/// Whether the cell lies under another: a table that a page break cut begins anew, and nothing above its
/// first row covers it.
bool is_hidden(const Table& table, std::size_t row, std::size_t at);

/// `page` as text, in UTF-8 with \n.
std::string print(const Page& page, const Layout& layout);

}  // namespace nianbao::tracer
