// SPDX-License-Identifier: Apache-2.0
#include "readers/html_lines.hpp"

#include <algorithm>
#include <utility>

#include "text/fold.hpp"

namespace nianbao::readers {

namespace {

std::uint16_t spanned(std::uint32_t count) noexcept {
  return static_cast<std::uint16_t>(std::min<std::uint32_t>(count, 0xFFFF));
}

// What a page may say of itself.
constexpr std::size_t most_named = 64;
constexpr std::size_t longest_named = 1024;

// A cell of several lines that is longer than any label of the form is prose.
constexpr std::uint32_t longest_cell_of_lines = 300;

// In a cell: what the page shows there, and nobody can read. It is no blank.
constexpr std::string_view unreadable_mark = "\uFFFD";

}  // namespace

void Attributes::set(std::string_view attribute, std::string_view value_of) noexcept {
  if (attribute == "colspan") colspan = value_of;
  if (attribute == "rowspan") rowspan = value_of;
  if (attribute == "style") style = value_of;
  if (attribute == "class") class_ = value_of;
  if (attribute == "id") id = value_of;
  if (attribute == "name") name = value_of;
  if (attribute == "property") property = value_of;
  if (attribute == "content") content = value_of;
  if (attribute == "start") start = value_of;
  if (attribute == "type") type = value_of;
  if (attribute == "value") value = value_of;
  if (attribute == "hidden") hidden = true;
  if (attribute == "selected") selected = true;
  if (attribute == "multiple") multiple = true;
}

HtmlLines::HtmlLines(const ParseOptions& options, std::uint32_t deepest)
    : max_lines_(options.max_lines), max_cells_(options.max_cells), deepest_(deepest) {}

// --- elements --------------------------------------------------------------------------------------

void HtmlLines::start(std::string_view name, const Attributes& attributes) {
  const auto element = element_of(name);
  const auto size = text_size(attributes.style);
  const bool is_inherited = size == TextSize::inherited && !open_.empty();
  open_.push_back({element, is_inherited ? open_.back().has_no_size : size == TextSize::none});
  if (open_.size() > deepest_) document_.too_deep = deepest_;
  if (left_out_ > 0) return;
  if (is_left_out(element, attributes)) {
    left_out_ = open_.size();
    return;
  }
  if (furniture_ == 0 && !in_cell() && is_furniture(element, attributes)) {
    end_block();
    furniture_ = open_.size();
  }
  open(element, attributes);
}

bool HtmlLines::is_left_out(Element element, const Attributes& attributes) const noexcept {
  if (attributes.hidden || hides(attributes.style)) return true;
  switch (element.role) {
    case Role::left_out: return true;
    case Role::field:
    case Role::choice: return !in_cell();
    case Role::option: return !choice_.is_open || !attributes.selected;
    default: return false;
  }
}

bool HtmlLines::is_furniture(Element element, const Attributes& attributes) const noexcept {
  if (element.role == Role::furniture) return bodies_ == 0;
  return (element.role == Role::block || element.role == Role::list) &&
         (names_furniture(attributes.class_) || names_furniture(attributes.id));
}

void HtmlLines::end() {
  if (open_.empty()) return;
  const auto element = open_.back().element;
  const auto depth = open_.size();
  open_.pop_back();
  if (left_out_ > 0) {
    if (left_out_ == depth) left_out_ = 0;
    return;
  }
  close(element);
  if (furniture_ == depth) furniture_ = 0;
}

void HtmlLines::open(Element element, const Attributes& attributes) {
  switch (element.role) {
    case Role::body: ++bodies_; [[fallthrough]];
    case Role::block:
    case Role::furniture: begin_block(0); break;
    case Role::heading: begin_block(element.level); break;
    case Role::list:
      begin_block(0);
      lists_.begin(element.level == 1, attributes.start, attributes.type, attributes.style);
      break;
    case Role::item:
      begin_block(0);
      number_ = lists_.next(attributes.value);
      break;
    case Role::break_: break_line(); break;
    case Role::rule:
      begin_block(0);
      after_blank_ = true;
      break;
    case Role::table: begin_table(); break;
    case Role::group:
      end_row();
      if (!tables_.empty()) tables_.back().grid.end_group();
      break;
    case Role::row: begin_row(); break;
    case Role::cell: begin_cell(attributes); break;
    case Role::field:
    case Role::raised: text_.set_apart(); break;
    case Role::title:
      if (!tables_.empty()) break;
      begin_block(0);
      in_title_ = true;
      break;
    case Role::meta: take_meta(attributes); break;
    case Role::choice: begin_choice(attributes); break;
    case Role::option:
      text_.set_apart();
      ++choice_.selected;
      break;
    default: break;
  }
}

void HtmlLines::close(Element element) {
  switch (element.role) {
    case Role::body: --bodies_; [[fallthrough]];
    case Role::block:
    case Role::furniture:
    case Role::heading: begin_block(0); break;
    case Role::list: lists_.end(); [[fallthrough]];
    case Role::item:
      begin_block(0);
      number_.clear();
      break;
    case Role::table: end_table(); break;
    case Role::group:
    case Role::row: end_row(); break;
    case Role::cell: end_cell(); break;
    case Role::choice: end_choice(); break;
    case Role::option:
    case Role::field:
    case Role::raised: text_.set_apart(); break;
    case Role::title: take_title(); break;
    default: break;
  }
}

void HtmlLines::add(std::string_view text, std::uint32_t source) {
  note_option(text);
  if (!takes_text()) return;
  put_number(text, source);
  text_.add(text, source);
}

void HtmlLines::add_for(std::string_view text, std::uint32_t source, std::uint32_t length) {
  if (!takes_text()) return;
  put_number(text, source);
  text_.add_for(text, source, length);
}

void HtmlLines::add_field(std::string_view text, std::uint32_t source, std::uint32_t length) {
  if (!takes_text() || !in_cell()) return;
  text_.set_apart();
  length == 0 ? add(text, source) : add_for(text, source, length);
  text_.set_apart();
}

// --- selects ----------------------------------------------------------------------------------------

void HtmlLines::place_tag(std::uint32_t source, std::uint32_t length) {
  if (!choice_.is_open || choice_.length > 0) return;
  choice_.source = source;
  choice_.length = length;
}

void HtmlLines::begin_choice(const Attributes& attributes) {
  text_.set_apart();
  choice_ = {};
  choice_.is_open = true;
  choice_.is_list = attributes.multiple;
}

void HtmlLines::note_option(std::string_view text) noexcept {
  constexpr std::size_t longest_mark = 6;
  const auto option = text::trim(text);
  if (!choice_.is_open || option.empty()) return;
  const bool is_number = option.front() >= '0' && option.front() <= '9';
  choice_.has_options = true;
  choice_.has_figures = choice_.has_figures || is_number || option.size() <= longest_mark;
}

// Without a mark the browser chooses, or a script. What offers only words are links to other sites.
void HtmlLines::end_choice() {
  const bool is_shown = choice_.selected == 1 && !choice_.is_list;
  const bool is_figure = choice_.has_figures || !choice_.has_options;
  choice_.is_open = false;
  if (!is_shown && is_figure) add_field(unreadable_mark, choice_.source, std::max(choice_.length, 1U));
  text_.set_apart();
}

// The number that the list shows before an item's first text. It stands nowhere in the source.
void HtmlLines::put_number(std::string_view text, std::uint32_t source) {
  if (number_.empty() || text::trim(text).empty()) return;
  text_.add_for(before_item(std::exchange(number_, {}), text::trim(text)), source, 0);
}

// --- blocks ----------------------------------------------------------------------------------------

void HtmlLines::begin_block(std::uint8_t heading) {
  end_block();
  heading_ = heading;
}

// In a cell its lines are kept together until the row has ended.
void HtmlLines::end_block() {
  const bool inside = in_cell();
  const Block block{trimmed(inside ? text_.part() : text_.line()), heading_};
  heading_ = 0;
  if (!inside) {
    text_.begin_line();
    if (!block.range.empty() && !in_title_ && has_room()) put_line(block);
    return;
  }
  if (!block.range.empty()) {
    auto& table = tables_.back();
    document_.too_many_lines = document_.too_many_lines || table.blocks.size() >= max_lines_;
    table.blocks.push_back(block);
    ++table.cells.back().last;
  }
  text_.break_line();
}

void HtmlLines::break_line() {
  const auto heading = heading_;
  end_block();
  heading_ = heading;
}

void HtmlLines::take_title() {
  if (!in_title_) return;
  const auto title = trimmed(text_.line());
  if (document_.head.title.empty()) document_.head.title = title;
  text_.begin_line();
  in_title_ = false;
}

void HtmlLines::take_meta(const Attributes& attributes) {
  const auto name = attributes.name.empty() ? attributes.property : attributes.name;
  auto& named = document_.head.named;
  if (name.empty() || attributes.content.empty() || named.size() >= most_named) return;
  if (name.size() + attributes.content.size() > longest_named) return;
  named.emplace_back(name, attributes.content);
}

// --- tables ----------------------------------------------------------------------------------------

void HtmlLines::begin_table() {
  end_block();
  furniture_ = 0;  // a site's header or footer that holds a table may hold anything
  if (in_cell()) {
    tables_.back().is_layout = true;
    put_blocks(tables_.back());
  }
  text_.begin_line();
  number_.clear();
  tables_.emplace_back();
  after_blank_ = true;  // a table that follows another may be laid out otherwise
}

void HtmlLines::end_table() {
  if (tables_.empty()) return;
  end_row();
  end_block();
  count_columns(tables_.back());
  tables_.pop_back();
}

void HtmlLines::count_columns(Table& table) {
  table.grid.count_columns();
  for (const auto row : table.rows) {
    auto& line = document_.lines[row];
    line.width = table.grid.counted(line.width - 1) + 1;
    for (auto i = line.first_cell; i < line.first_cell + line.cell_count; ++i) {
      auto& cell = document_.cells[i];
      const auto last = table.grid.counted(cell.column + cell.columns - 1);
      cell.column = table.grid.counted(cell.column);
      cell.columns = spanned(last - cell.column + 1);
    }
  }
  table.rows.clear();
}

void HtmlLines::begin_row() {
  if (tables_.empty()) begin_table();  // a row without a table is one of a table that nobody began
  end_row();
  auto& table = tables_.back();
  table.grid.begin_row();
  table.in_row = true;
}

void HtmlLines::end_row() {
  if (tables_.empty()) return;
  end_cell();
  auto& table = tables_.back();
  if (!table.in_row) return;
  table.in_row = false;
  const auto width = table.grid.end_row(!table.blocks.empty());
  // A line over the whole width parts rows that may be laid out otherwise: a report in one table.
  if (table.cell_count == 1 && table.grid.is_level()) count_columns(table);
  // A limit leaves nothing of a row: half of it would be another row.
  if (has_room()) {
    if (is_prose(table))
      put_blocks(table);
    else
      put_row(table, width);
  }
  table.cells.clear();
  table.blocks.clear();
  table.cell_count = 0;
  table.is_layout = false;
}

void HtmlLines::begin_cell(const Attributes& attributes) {
  if (tables_.empty() || !tables_.back().in_row) begin_row();
  end_cell();
  end_block();
  text_.begin_line();
  auto& table = tables_.back();
  const auto rows = span_of(attributes.rowspan, most_rows_spanned);
  const auto columns = std::max(span_of(attributes.colspan, most_columns_spanned), std::uint32_t{1});
  const auto column = table.grid.place(columns, rows == 0 ? most_rows_spanned : rows);
  table.cells.push_back(
      {column, columns, std::max(rows, std::uint32_t{1}), table.blocks.size(), table.blocks.size()});
  document_.too_many_cells = document_.too_many_cells || table.cells.size() > max_cells_;
  ++table.cell_count;
  table.in_cell = true;
}

void HtmlLines::end_cell() {
  if (!in_cell()) return;
  end_block();
  auto& table = tables_.back();
  table.in_cell = false;
  text_.begin_line();
  if (table.is_layout) put_blocks(table);
  if (table.cells.back().first == table.cells.back().last) table.cells.pop_back();
}

// A row of cells that are there for the look of the page.
bool HtmlLines::is_prose(const Table& table) const {
  if (table.cell_count == 1 && table.blocks.size() > 1) return true;
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const PageCell& cell) {
    return cell.last - cell.first > 1 &&
           table.blocks[cell.last - 1].range.end - table.blocks[cell.first].range.begin >
               longest_cell_of_lines;
  });
}

// --- lines -----------------------------------------------------------------------------------------

text::Range HtmlLines::trimmed(text::Range range) const {
  const auto inside = text_.view(range);
  const auto kept = text::trim(inside);
  if (kept.empty()) return {range.begin, range.begin};
  const auto begin = range.begin + static_cast<std::uint32_t>(kept.data() - inside.data());
  return {begin, begin + static_cast<std::uint32_t>(kept.size())};
}

bool HtmlLines::push_cell(const CellText& cell) {
  document_.too_many_cells = document_.cells.size() >= max_cells_;
  if (!document_.too_many_cells) document_.cells.push_back(cell);
  return !document_.too_many_cells;
}

bool HtmlLines::push_line(Line line) {
  document_.too_many_lines = document_.lines.size() >= max_lines_;
  if (document_.too_many_lines) {
    document_.cells.resize(line.first_cell);
    return false;
  }
  line.start = line.range.begin;
  line.number = static_cast<std::uint32_t>(document_.lines.size() + 1);
  line.cell_count = static_cast<std::uint32_t>(document_.cells.size()) - line.first_cell;
  line.after_blank = after_blank_;
  after_blank_ = false;
  document_.lines.push_back(line);
  return true;
}

void HtmlLines::put_line(const Block& block) {
  Line line;
  line.range = block.range;
  line.first_cell = static_cast<std::uint32_t>(document_.cells.size());
  line.width = 1;
  line.heading = block.heading;
  if (push_cell({block.range, 0, 1, 1})) push_line(line);
}

void HtmlLines::put_blocks(Table& table) {
  for (const auto& block : table.blocks)
    if (has_room()) put_line(block);
  table.blocks.clear();
  table.cells.assign(1, {});  // the one being read
}

// Blank cells are counted by the columns of the others.
void HtmlLines::put_row(Table& table, std::uint32_t width) {
  if (table.blocks.empty()) return;
  Line line;
  line.first_cell = static_cast<std::uint32_t>(document_.cells.size());
  line.range = {table.blocks.front().range.begin, table.blocks.back().range.end};
  line.width = width;
  line.is_row = true;
  for (const auto& cell : table.cells) {
    const text::Range range{table.blocks[cell.first].range.begin, table.blocks[cell.last - 1].range.end};
    if (push_cell({range, cell.column, spanned(cell.columns), spanned(cell.rows)})) continue;
    document_.cells.resize(line.first_cell);
    return;
  }
  if (push_line(line)) table.rows.push_back(static_cast<std::uint32_t>(document_.lines.size() - 1));
}

Document HtmlLines::take() {
  // What a limit cut off is not taken to be whole.
  if (has_room()) {
    end_block();
    while (!tables_.empty()) end_table();
  } else {
    for (auto& table : tables_) table.in_cell = table.in_row = false;
    while (!tables_.empty()) end_table();
  }
  document_.extracted = std::make_unique<const std::string>(text_.take_text());
  document_.pieces = text_.take_pieces();
  document_.text = *document_.extracted;
  return std::move(document_);
}

}  // namespace nianbao::readers
