// SPDX-License-Identifier: Apache-2.0
#include "readers/html_table.hpp"

#include <algorithm>
#include <array>

#include "text/bytes.hpp"
#include "text/fold.hpp"
#include "text/tags.hpp"

namespace nianbao::readers {

namespace {

// A table of this form is 10 or 15 columns wide; a span beyond that is a mistake or an attack.
constexpr std::uint32_t max_columns = 64;

using text::lower;

enum class Name : std::uint8_t { table, row, cell, other };

struct Tag {
  Name name = Name::other;
  std::string_view attributes;
  bool closing = false;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

Name name_of(std::string_view name) noexcept {
  constexpr std::string_view table = "table";
  if (name.size() == 2 && lower(name[0]) == 't') {
    const char second = lower(name[1]);
    return second == 'r' ? Name::row : second == 'd' || second == 'h' ? Name::cell : Name::other;
  }
  const bool is_table =
      name.size() == table.size() &&
      std::equal(name.begin(), name.end(), table.begin(), [](char a, char b) { return lower(a) == b; });
  return is_table ? Name::table : Name::other;
}

bool ends_name(char c) noexcept { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '/'; }

// The tags of a text in order.
class Tags {
 public:
  explicit Tags(std::string_view text) : text_(text), opens_(text, {'<'}), closes_(text, {'>'}) {}

  // The next one at `at` or behind it; false if there is none.
  bool next(std::uint32_t at, Tag& tag) noexcept {
    const auto open = opens_.next(at);
    const auto close = closes_.next(open);
    if (close >= text_.size()) return false;
    auto inside = text_.substr(open + 1, close - open - 1);
    tag.closing = !inside.empty() && inside[0] == '/';
    if (tag.closing) inside.remove_prefix(1);
    const auto* const past_name = std::find_if(inside.begin(), inside.end(), ends_name);
    const auto name_end = static_cast<std::size_t>(past_name - inside.begin());
    tag.name = name_of(inside.substr(0, name_end));
    tag.attributes = inside.substr(name_end);
    tag.begin = static_cast<std::uint32_t>(open);
    tag.end = static_cast<std::uint32_t>(close + 1);
    return true;
  }

 private:
  std::string_view text_;
  text::ByteFinder<1> opens_;
  text::ByteFinder<1> closes_;
};

std::uint32_t span_attribute(std::string_view attributes, std::string_view name) noexcept {
  if (attributes.size() < name.size()) return 1;
  const auto same = [](char a, char b) { return lower(a) == b; };
  const auto found = std::search(attributes.begin(), attributes.end(), name.begin(), name.end(), same);
  std::uint32_t value = 0;
  for (auto at = found == attributes.end() ? found : found + static_cast<std::ptrdiff_t>(name.size());
       at != attributes.end(); ++at) {
    if (*at >= '0' && *at <= '9')
      value = std::min(max_columns, value * 10 + static_cast<std::uint32_t>(*at - '0'));
    else if (value != 0 || (*at != '=' && *at != '"' && *at != '\'' && *at != ' '))
      break;
  }
  return std::max(value, std::uint32_t{1});
}

// Lays cells into the grid that spans make.
class MarkedGrid {
 public:
  MarkedGrid(DocumentBuilder& out, LineWalker lines) : out_(out), lines_(lines) {}

  // A row or a cell that is not shown is none.
  void begin_row(std::uint32_t at, bool is_hidden = false) {
    end_row();
    row_is_hidden_ = is_hidden;
    if (is_hidden) return;
    lines_.skip_to(at);
    out_.begin_line({at, at}, lines_);
    open_ = true;
    column_ = 0;
  }

  void end_row() {
    row_is_hidden_ = false;
    if (!open_) return;
    end_cell();
    pass_spans();
    out_.end_line(true);
    open_ = false;
    for (auto& left : rows_left_) left = left > 0 ? left - 1 : 0;
  }

  void begin_cell(const Tag& tag) {
    if (row_is_hidden_) return;
    if (!open_) begin_row(tag.begin);
    end_cell();
    colspan_ = rowspan_ = 1;
    if (!tag.attributes.empty()) {
      if (text::hides(tag.attributes)) return;
      colspan_ = span_attribute(tag.attributes, "colspan");
      rowspan_ = span_attribute(tag.attributes, "rowspan");
    }
    pass_spans();
    cell_ = {tag.end, tag.end};
    in_cell_ = true;
  }

  void text_up_to(std::uint32_t at) noexcept {
    if (in_cell_) cell_.end = at;
  }

  void end_cell() {
    if (!in_cell_) return;
    in_cell_ = false;
    const auto before = out_.document.cells.size();
    out_.cell(cell_);
    if (out_.document.cells.size() > before && (colspan_ > 1 || rowspan_ > 1)) {
      out_.document.has_spans = true;
      out_.document.cells.back().columns = static_cast<std::uint16_t>(colspan_);
      out_.document.cells.back().rows = static_cast<std::uint16_t>(rowspan_);
    }
    if (colspan_ > 1) out_.blank_cells(colspan_ - 1);
    for (std::uint32_t i = 0; i < colspan_ && column_ < max_columns; ++i) rows_left_[column_++] = rowspan_;
  }

 private:
  // Columns that a cell of a row above still fills.
  void pass_spans() {
    while (column_ < max_columns && rows_left_[column_] > 0) {
      out_.blank_cells(1);
      ++column_;
    }
  }

  DocumentBuilder& out_;
  LineWalker lines_;
  std::array<std::uint32_t, max_columns> rows_left_{};
  text::Range cell_;
  std::uint32_t column_ = 0;
  std::uint32_t colspan_ = 1;
  std::uint32_t rowspan_ = 1;
  bool open_ = false;
  bool in_cell_ = false;
  bool row_is_hidden_ = false;
};

}  // namespace

std::size_t html_table_start(std::string_view line) noexcept {
  for (std::size_t at = line.find('<'); at != std::string_view::npos; at = line.find('<', at + 1)) {
    constexpr std::string_view name = "table";
    const auto tail = line.substr(at + 1, name.size());
    if (tail.size() == name.size() &&
        std::equal(tail.begin(), tail.end(), name.begin(), [](char a, char b) { return lower(a) == b; }))
      return at;
  }
  return std::string_view::npos;
}

std::uint32_t read_html_table(DocumentBuilder& out, std::string_view text, std::uint32_t start,
                              LineWalker lines) {
  out.blank_line();  // a table that follows another may be laid out otherwise
  MarkedGrid grid(out, lines);
  Tags tags(text);
  Tag tag;
  std::uint32_t at = start;
  while (out.has_room() && tags.next(at, tag)) {
    grid.text_up_to(tag.begin);
    at = tag.end;
    if (tag.name == Name::table && tag.closing) {
      grid.end_row();
      return at;
    }
    if (tag.name == Name::row) {
      if (tag.closing)
        grid.end_row();
      else
        grid.begin_row(tag.begin, text::hides(tag.attributes));
    } else if (tag.name == Name::cell) {
      if (tag.closing)
        grid.end_cell();
      else
        grid.begin_cell(tag);
    }
  }
  const auto end = static_cast<std::uint32_t>(text.size());
  grid.text_up_to(end);
  grid.end_row();
  return end;
}

}  // namespace nianbao::readers
