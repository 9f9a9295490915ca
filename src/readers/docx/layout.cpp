// SPDX-License-Identifier: Apache-2.0
#include "readers/docx/layout.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "readers/docx/grid.hpp"
#include "readers/lines.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace nianbao::readers::docx {

namespace {

// A line of the text that is being made. Blank cells are counted by the columns.
struct Sketch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t first_cell = 0;
  std::uint32_t cell_count = 0;
  std::uint32_t width = 0;
  bool is_row = false;
  std::uint8_t heading = 0;
};

bool is_digit(char32_t c) noexcept { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }

// A piece of text that may be a figure, or a part of one.
bool is_figure(std::string_view text) noexcept {
  constexpr std::u32string_view marks = U" ,.+-，．＋－〇零一二三四五六七八九十百千万";
  for (std::size_t at = 0; at < text.size();) {
    const auto c = text::next_utf8(text, at);
    if (!is_digit(c) && marks.find(c) == std::u32string_view::npos) return false;
  }
  return !text.empty();
}

// Characters between which no space is put when a line or a paragraph ends between them.
bool is_wide(char32_t c) noexcept { return c >= 0x2E80; }

class Layout {
 public:
  explicit Layout(const Content& content) : content_(content) { text_.reserve(content.text.size() * 5 / 4); }

  Document run(const ParseOptions& options) {
    for (const auto& block : content_.body) add_block(block);
    return finish(options);
  }

 private:
  [[nodiscard]] std::string_view view(const Paragraph& paragraph) const {
    return std::string_view(content_.text).substr(paragraph.text.begin, paragraph.text.size());
  }

  void add_block(const Block& block) {
    if (block.is == Block::Is::table)
      add_table(content_.tables[block.index]);
    else
      add_paragraph(content_.paragraphs[block.index]);
  }

  // --- prose -----------------------------------------------------------------------------------------

  void add_paragraph(const Paragraph& paragraph) {
    if (paragraph.begins_page) blank_line();
    auto rest = view(paragraph);
    do {
      const auto end = std::min(rest.find_first_of("\n\f"), rest.size());
      add_line(text::trim(rest.substr(0, end)), paragraph.heading);
      if (end < rest.size() && rest[end] == '\f') blank_line();
      rest.remove_prefix(std::min(end + 1, rest.size()));
    } while (!rest.empty());
  }

  // Tabs lay out a row of cells, but one alone stands between a number and its heading.
  void add_line(std::string_view line, std::uint8_t heading) {
    if (line.empty()) {
      blank_line();
      return;
    }
    begin_line();
    const bool is_row = std::count(line.begin(), line.end(), '\t') > 1;
    for (std::uint32_t column = 0;; ++column) {
      const auto end = is_row ? std::min(line.find('\t'), line.size()) : line.size();
      add_cell(line.substr(0, end), column);
      if (end == line.size()) break;
      text_ += '\t';
      line.remove_prefix(end + 1);
    }
    end_line(is_row, heading);
  }

  // --- tables ----------------------------------------------------------------------------------------

  void add_table(const Table& table) {
    blank_line();  // a table that follows another may be laid out otherwise
    if (is_frame(table)) {
      for (std::uint32_t i = 0; i < table.row_count; ++i) add_as_flow(row_of(table, i));
      return;
    }
    for (std::uint32_t from = 0; from < table.row_count;) {
      auto to = from + 1;
      while (to < table.row_count && !begins_part(table, to)) ++to;
      add_rows(table, from, to);
      from = to;
    }
  }

  [[nodiscard]] const Row& row_of(const Table& table, std::uint32_t index) const {
    return content_.rows[table.first_row + index];
  }

  // A frame round text: no row has more than one cell.
  [[nodiscard]] bool is_frame(const Table& table) const {
    for (std::uint32_t i = 0; i < table.row_count; ++i)
      if (row_of(table, i).cell_count > 1) return false;
    return true;
  }

  // A caption over all columns begins a part with columns of its own.
  [[nodiscard]] bool begins_part(const Table& table, std::uint32_t index) const {
    return row_of(table, index).cell_count == 1 && row_of(table, index - 1).cell_count > 1;
  }

  // Where tables lie inside a table, this one is layout: rows that hold one, or a cell alone, are read
  // in order.
  void add_rows(const Table& table, std::uint32_t from, std::uint32_t to) {
    const auto places = place_cells(content_, table, table.first_row + from, to - from);
    std::size_t at = 0;
    for (auto i = from; i < to; ++i) {
      const auto& row = row_of(table, i);
      if (table.holds_tables && (row.cell_count == 1 || holds_table(row)))
        add_as_flow(row);
      else
        add_row(row, places.data() + at);
      at += row.cell_count;
    }
  }

  [[nodiscard]] bool holds_table(const Row& row) const {
    for (std::uint32_t i = 0; i < row.cell_count; ++i) {
      const auto& cell = content_.cells[row.first_cell + i];
      for (std::uint32_t b = 0; b < cell.block_count; ++b)
        if (content_.blocks[cell.first_block + b].is == Block::Is::table) return true;
    }
    return false;
  }

  void add_as_flow(const Row& row) {
    for (std::uint32_t i = 0; i < row.cell_count; ++i) {
      const auto& cell = content_.cells[row.first_cell + i];
      for (std::uint32_t b = 0; b < cell.block_count; ++b) add_block(content_.blocks[cell.first_block + b]);
    }
  }

  void add_row(const Row& row, const Placed* places) {
    begin_line();
    std::uint32_t column = 0;
    for (std::uint32_t i = 0; i < row.cell_count; ++i) {
      const auto& cell = content_.cells[row.first_cell + i];
      for (; column < places[i].column; ++column) text_ += '\t';
      add_cell(joined(cell), column);
      for (std::uint32_t more = 1; more < places[i].columns; ++more, ++column) text_ += '\t';
    }
    lines_.back().width = column + 1;
    end_line(true, 0);
  }

  // The paragraphs and lines of a cell as one text.
  std::string_view joined(const Cell& cell) {
    joined_.clear();
    for (std::uint32_t b = 0; b < cell.block_count; ++b) {
      const auto& block = content_.blocks[cell.first_block + b];
      if (block.is != Block::Is::paragraph) continue;
      auto rest = view(content_.paragraphs[block.index]);
      while (!rest.empty()) {
        const auto end = std::min(rest.find_first_of("\n\f\t"), rest.size());
        join(text::trim(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return joined_;
  }

  // Between Chinese characters a break is nothing, between others a space; two figures below each
  // other are no figure.
  void join(std::string_view piece) {
    if (piece.empty()) return;
    if (!joined_.empty()) {
      std::size_t end = joined_.size();
      std::size_t begin = 0;
      const auto before = text::previous_utf8(joined_, end);
      const auto behind = text::next_utf8(piece, begin);
      if ((is_digit(before) && is_digit(behind)) || (joined_figure_ && is_figure(piece)))
        joined_ += "↵";
      else if (!is_wide(before) || !is_wide(behind))
        joined_ += ' ';
    }
    joined_figure_ = joined_.empty() && is_figure(piece);
    joined_ += piece;
  }

  // --- lines -----------------------------------------------------------------------------------------

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(text_.size()); }

  void begin_line() {
    lines_.emplace_back();
    lines_.back().begin = size();
    lines_.back().first_cell = static_cast<std::uint32_t>(cells_.size());
  }

  void add_cell(std::string_view text, std::uint32_t column) {
    const auto begin = size();
    text_ += text;
    lines_.back().width = column + 1;
    if (!text.empty()) cells_.push_back({{begin, size()}, column});
  }

  void end_line(bool is_row, std::uint8_t heading) {
    auto& line = lines_.back();
    line.end = size();
    line.cell_count = static_cast<std::uint32_t>(cells_.size()) - line.first_cell;
    line.is_row = is_row;
    line.heading = heading;
    text_ += '\n';
  }

  // One is enough, and none at the start.
  void blank_line() {
    if (lines_.empty() || lines_.back().end == lines_.back().begin) return;
    begin_line();
    end_line(false, 0);
  }

  Document finish(const ParseOptions& options) {
    auto text = std::make_unique<const std::string>(std::move(text_));
    DocumentBuilder out(*text, options);
    LineWalker walker(*text);
    text::Range range;
    for (const auto& line : lines_) {
      if (!out.has_room() || !walker.next(range)) break;
      if (line.begin == line.end) {
        out.blank_line();
        continue;
      }
      out.begin_line({line.begin, line.end}, walker);
      std::uint32_t column = 0;
      for (std::uint32_t i = 0; i < line.cell_count; ++i) {
        const auto& cell = cells_[line.first_cell + i];
        out.blank_cells(cell.column - column);
        out.cell(cell.range);
        column = cell.column + 1;
      }
      out.blank_cells(line.width - column);
      out.end_line(line.is_row, line.heading);
    }
    out.document.extracted = std::move(text);
    return std::move(out.document);
  }

  const Content& content_;
  std::string text_;
  std::string joined_;
  bool joined_figure_ = false;
  std::vector<Sketch> lines_;
  std::vector<CellText> cells_;
};

}  // namespace

Document lay_out(const Content& content, const ParseOptions& options) { return Layout(content).run(options); }

}  // namespace nianbao::readers::docx
