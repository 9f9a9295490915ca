// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/document.hpp"
#include "readers/html_elements.hpp"
#include "readers/html_grid.hpp"
#include "readers/html_lists.hpp"
#include "readers/html_text.hpp"

/// The elements and texts of a page, in its order, to lines of prose and rows of cells.
namespace nianbao::readers {

/// The attributes that matter, as written; empty if an element has none.
struct Attributes {
  std::string_view colspan, rowspan, style, class_, id, name, property, content, start, type, value;
  bool hidden = false;
  bool selected = false;
  bool multiple = false;

  void set(std::string_view attribute, std::string_view value) noexcept;
};

class HtmlLines {
 public:
  /// `deepest` elements may lie in each other.
  HtmlLines(const ParseOptions& options, std::uint32_t deepest);

  void start(std::string_view name, const Attributes& attributes);
  /// The end of the innermost element that was started and not ended.
  void end();
  /// Text that stands at `source` as it is; text that `length` bytes there stand for.
  void add(std::string_view text, std::uint32_t source);
  void add_for(std::string_view text, std::uint32_t source, std::uint32_t length);
  /// The value of a field, which is set apart from what stands beside it. Of fields only those in cells are
  /// read: others are the site's.
  void add_field(std::string_view text, std::uint32_t source, std::uint32_t length);
  /// Where the tag stands that was started last.
  void place_tag(std::uint32_t source, std::uint32_t length);

  /// False once a limit is passed: nothing more is taken.
  [[nodiscard]] bool has_room() const noexcept {
    return !document_.too_many_lines && !document_.too_many_cells && document_.too_deep == 0;
  }

  Document take();

 private:
  // A line of the page: of prose, or of a cell.
  struct Block {
    text::Range range;
    std::uint8_t heading = 0;
  };

  struct PageCell {
    std::uint32_t column = 0;
    std::uint32_t columns = 1;
    std::uint32_t rows = 1;
    std::size_t first = 0;  // of its blocks
    std::size_t last = 0;
  };

  // A select that is being read.
  struct Choice {
    std::uint32_t source = 0;  // of its tag
    std::uint32_t length = 0;
    std::uint32_t selected = 0;
    bool is_open = false;
    bool is_list = false;  // shows several options
    bool has_options = false;
    bool has_figures = false;  // among its options
  };

  struct Table {
    Grid grid;
    std::vector<std::uint32_t> rows;  // indices of its lines
    // Of the row that is being read:
    std::vector<PageCell> cells;  // that hold text, and the one being read
    std::vector<Block> blocks;
    std::uint32_t cell_count = 0;
    bool in_row = false;
    bool in_cell = false;
    bool is_layout = false;  // a cell of it holds a table: its cells are no columns
  };

  void open(Element element, const Attributes& attributes);
  void close(Element element);
  [[nodiscard]] bool is_left_out(Element element, const Attributes& attributes) const noexcept;
  [[nodiscard]] bool is_furniture(Element element, const Attributes& attributes) const noexcept;
  void begin_table();
  void end_table();
  void begin_row();
  void end_row();
  void begin_cell(const Attributes& attributes);
  void end_cell();

  void begin_choice(const Attributes& attributes);
  void note_option(std::string_view text) noexcept;
  void end_choice();

  void begin_block(std::uint8_t heading);
  void end_block();
  void break_line();
  void put_number(std::string_view text, std::uint32_t source);
  void take_title();
  void take_meta(const Attributes& attributes);

  void put_line(const Block& block);
  void put_row(Table& table, std::uint32_t width);
  void put_blocks(Table& table);
  [[nodiscard]] bool is_prose(const Table& table) const;
  [[nodiscard]] text::Range trimmed(text::Range range) const;
  bool push_cell(const CellText& cell);
  void count_columns(Table& table);
  bool push_line(Line line);

  [[nodiscard]] bool in_cell() const noexcept { return !tables_.empty() && tables_.back().in_cell; }
  [[nodiscard]] bool takes_text() const noexcept {
    return left_out_ == 0 && (furniture_ == 0 || heading_ > 0) &&
           !(open_.size() > 0 && open_.back().has_no_size);
  }

  Document document_;
  PageText text_;
  struct Open {
    Element element;
    bool has_no_size = false;  // its text, unless an element inside gives it one
  };
  std::vector<Open> open_;     // elements that were started and not ended
  std::vector<Table> tables_;  // each in a cell of the one before
  HtmlLists lists_;
  std::string number_;  // of the list's item that has begun and has no text yet
  Choice choice_;
  std::uint64_t max_lines_;
  std::uint64_t max_cells_;
  std::uint32_t deepest_;
  // The number of open elements when one began that is left out; 0 if none is open.
  std::size_t left_out_ = 0;
  std::size_t furniture_ = 0;
  std::uint32_t bodies_ = 0;  // of main and article, that are open
  std::uint8_t heading_ = 0;  // of the block that is being read
  bool in_title_ = false;
  bool after_blank_ = false;
};

}  // namespace nianbao::readers
