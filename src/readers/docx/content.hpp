// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/source.hpp"

/// What a document holds, before it is laid out in lines.
namespace nianbao::readers::docx {

/// In its text '\n' breaks a line, '\f' a page, '\t' is a tab.
struct Paragraph {
  text::Range text;  ///< in Content::text
  std::uint8_t heading = 0;
  bool begins_page = false;
};

struct Block {
  enum class Is : std::uint8_t { paragraph, table } is = Is::paragraph;
  std::uint32_t index = 0;  ///< in Content::paragraphs or Content::tables
};

struct Cell {
  std::uint32_t first_block = 0;  ///< in Content::blocks; a cell that is covered by another has none
  std::uint32_t block_count = 0;
  std::uint32_t span = 1;  ///< columns of the grid
};

struct Row {
  std::uint32_t first_cell = 0;  ///< in Content::cells
  std::uint32_t cell_count = 0;
  std::uint32_t before = 0;  ///< columns of the grid in front of the first cell
};

struct Table {
  std::uint32_t first_row = 0;  ///< in Content::rows
  std::uint32_t row_count = 0;
  std::vector<std::uint32_t> widths;  ///< of the grid's columns, in twentieths of a point
  bool holds_tables = false;          ///< in one of its cells
};

struct Content {
  std::string text;
  std::vector<Paragraph> paragraphs;
  std::vector<Table> tables;
  std::vector<Row> rows;
  std::vector<Cell> cells;
  std::vector<Block> blocks;  ///< of cells
  std::vector<Block> body;    ///< of the document, in order

  std::uint32_t pictures = 0;
  std::uint32_t embedded = 0;  ///< other documents inside
  bool is_word = false;        ///< has the root element of a text document
  bool too_many_cells = false;
  bool too_much_text = false;
};

}  // namespace nianbao::readers::docx
