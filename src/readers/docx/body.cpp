// SPDX-License-Identifier: Apache-2.0
#include "readers/docx/body.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "text/utf8.hpp"

namespace nianbao::readers::docx {

namespace {

// Fields inside of fields, beyond which none is counted.
constexpr std::size_t deepest_field = 32;

// Word's own limit on the columns of a table.
constexpr std::uint32_t most_columns = 63;

// Stands for what is seen and is no text: a picture in a cell is not a blank cell.
constexpr std::string_view picture_mark = "\uFFFC";
constexpr std::string_view unreadable_mark = "\uFFFD";

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

bool is_alphanumeric(char c) noexcept {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool begins_number(std::string_view text) noexcept {
  const auto at = text.find_first_not_of(" \t");
  return at != std::string_view::npos && (is_digit(text[at]) || text[at] == '-' || text[at] == '+');
}

bool is_blank(std::string_view text) noexcept {
  return text.find_first_not_of(" \t\n\f") == std::string_view::npos;
}

}  // namespace

Body::Body(const Styles& styles, Numbering& numbering, const ParseOptions& options)
    : styles_(styles),
      numbering_(numbering),
      max_cells_(options.max_cells),
      max_text_(std::min<std::uint64_t>(options.max_unpacked_bytes, text::most_bytes / 2)) {
  flows_.emplace_back();
}

bool Body::is_inside(Element a, Element b) const noexcept {
  return open_.size() >= 2 && open_.back() == b && open_[open_.size() - 2] == a;
}

bool Body::is_in_cell() const noexcept {
  return std::any_of(flows_.begin(), flows_.end(),
                     [](const Flow& flow) { return flow.of == Flow::Of::cell; });
}

// --- what is left out --------------------------------------------------------------------------------

// Old properties that a tracked change records, deleted and moved text, readings of characters; a
// formula, whose parts are no number side by side.
bool Body::skips(Element element) {
  switch (element) {
    case Element::p_pr_change:
    case Element::r_pr_change:
    case Element::tbl_pr_change:
    case Element::tbl_pr_ex_change:
    case Element::tbl_grid_change:
    case Element::tc_pr_change:
    case Element::tr_pr_change:
    case Element::numbering_change:
    case Element::sect_pr:
    case Element::rt: return true;
    // As a property it says that a paragraph's end or a row was deleted.
    case Element::del:
    case Element::move_from: return parent() != Element::r_pr && parent() != Element::tr_pr;
    case Element::sdt_content: return std::exchange(contents_follow_, false);
    case Element::math: append(unreadable_mark); return true;
    default: return skips_choice(element);
  }
}

// The same content is there twice, for newer and for older programs.
bool Body::skips_choice(Element element) {
  if (chosen_.empty() || parent() != Element::alternate_content) return false;
  if (element != Element::choice && element != Element::fallback) return false;
  const bool skip = chosen_.back();
  chosen_.back() = true;
  return skip;
}

// --- elements ----------------------------------------------------------------------------------------

void Body::start(Element element, const Attributes& attributes) {
  if (open_.empty() && skipped_ == 0) {
    content_.is_word = element == Element::document;
    refused_ = !content_.is_word;
  }
  if (skipped_ > 0 || skips(element)) {
    ++skipped_;
    return;
  }
  if (parent() == Element::r)
    start_in_run(element, attributes);
  else
    start_property(element, attributes);
  start_structure(element);
  start_object(element);
  open_.push_back(element);
}

void Body::start_structure(Element element) {
  switch (element) {
    case Element::alternate_content: chosen_.push_back(false); break;
    case Element::p: begin_paragraph(); break;
    case Element::r:
      if (auto* at = paragraph()) {
        at->run_hidden = at->hidden;
        at->run_raised = false;
      }
      break;
    case Element::tbl:
      tables_.emplace_back();
      tables_.back().depth = flows_.size();
      break;
    case Element::tr:
      if (tables_.empty()) break;
      tables_.back().row = {};
      tables_.back().cells.clear();
      tables_.back().row_dropped = tables_.back().row_holds_tables = false;
      tables_.back().in_row = true;
      break;
    case Element::tc:
      flows_.emplace_back();
      flows_.back().of = Flow::Of::cell;
      break;
    case Element::txbx_content:
      flows_.emplace_back();
      flows_.back().of = Flow::Of::box;
      break;
    case Element::sdt_pr: contents_follow_ = false; break;
    default: break;
  }
}

// What is seen and holds no text that could be read.
void Body::start_object(Element element) {
  switch (element) {
    case Element::alt_chunk:
    case Element::sub_doc: ++content_.embedded; break;
    case Element::blip:
    case Element::imagedata:
      ++content_.pictures;
      if (is_in_cell()) append(picture_mark);
      break;
    default: break;
  }
}

void Body::start_property(Element element, const Attributes& attributes) {
  if (element == Element::doc_part_gallery) {
    contents_follow_ = attributes.value() == "Table of Contents";
    return;
  }
  if (paragraph() != nullptr) {
    if (parent() == Element::p_pr || parent() == Element::num_pr) paragraph_property(element, attributes);
    if (is_inside(Element::p_pr, Element::r_pr) && (element == Element::del || element == Element::move_from))
      paragraph()->mark_deleted = true;
    if (is_inside(Element::p_pr, Element::r_pr) && element == Element::vanish)
      paragraph()->mark_hidden = attributes.is_on();
    if (is_inside(Element::r, Element::r_pr)) run_property(element, attributes);
  }
  if (!tables_.empty()) table_property(element, attributes);
}

void Body::paragraph_property(Element element, const Attributes& attributes) {
  auto& at = *paragraph();
  switch (element) {
    case Element::p_style:
      at.style = attributes.value();
      at.hidden = styles_.find(at.style).hidden;
      break;
    case Element::outline_lvl: at.outline = attributes.number("val", 9).value_or(not_set); break;
    case Element::num_id: at.num_id = attributes.number("val", not_set - 1).value_or(not_set); break;
    case Element::ilvl: at.num_level = attributes.number("val", 8).value_or(not_set); break;
    case Element::page_break_before: at.begins_page = attributes.is_on(); break;
    default: break;
  }
}

void Body::run_property(Element element, const Attributes& attributes) {
  auto& at = *paragraph();
  switch (element) {
    case Element::r_style: {
      const auto& style = styles_.find(attributes.value());
      at.run_hidden = at.run_hidden || style.hidden;
      at.run_raised = style.raised;
      break;
    }
    case Element::vanish: at.run_hidden = attributes.is_on(); break;
    case Element::vert_align: at.run_raised = attributes.value() != "baseline"; break;
    default: break;
  }
}

void Body::table_property(Element element, const Attributes& attributes) {
  auto& table = tables_.back();
  auto& flow = flows_.back();
  const bool of_cell = parent() == Element::tc_pr && flow.of == Flow::Of::cell;
  switch (element) {
    case Element::grid_col:
      if (parent() == Element::tbl_grid && table.table.widths.size() < std::size_t{16} * most_columns)
        table.table.widths.push_back(attributes.number("w", 31680).value_or(0));
      break;
    case Element::grid_before:
      if (parent() == Element::tr_pr) table.row.before = attributes.number("val", most_columns).value_or(0);
      break;
    case Element::del:
    case Element::hidden:
      if (parent() == Element::tr_pr && attributes.is_on()) table.row_dropped = true;
      break;
    case Element::grid_span:
      if (of_cell) flow.cell.span = std::max(1U, attributes.number("val", most_columns).value_or(1));
      break;
    case Element::v_merge:
      if (of_cell) flow.merge = attributes.value() == "restart" ? Merge::begins : Merge::goes_on;
      break;
    case Element::h_merge:
      if (of_cell) flow.in_row_merged = attributes.value() != "restart";
      break;
    case Element::cell_del:
      if (of_cell) flow.deleted = true;
      break;
    default: break;
  }
}

// --- text --------------------------------------------------------------------------------------------

void Body::start_in_run(Element element, const Attributes& attributes) {
  switch (element) {
    case Element::tab:
    case Element::ptab: append("\t"); break;
    case Element::br: {
      const auto type = attributes.get("type").value_or("textWrapping");
      append(type == "page" || type == "column" ? "\f" : "\n");
      break;
    }
    case Element::cr: append("\n"); break;
    case Element::no_break_hyphen: append("-"); break;
    case Element::sym: append_symbol(attributes.get("char").value_or(std::string_view{})); break;
    case Element::field_char: field(attributes.get("fldCharType").value_or(std::string_view{})); break;
    default: break;
  }
}

void Body::field(std::string_view type) {
  if (type == "begin") {
    if (in_instruction_.size() < deepest_field) in_instruction_.push_back(true);
  } else if (type == "separate" && !in_instruction_.empty()) {
    in_instruction_.back() = false;
  } else if (type == "end" && !in_instruction_.empty()) {
    in_instruction_.pop_back();
  }
}

// A field that draws a formula (EQ) has no result: what it shows is no text.
void Body::note_instruction(std::string_view code) {
  const auto at = code.find_first_not_of(' ');
  if (at == std::string_view::npos || in_instruction_.empty()) return;
  const auto word = code.substr(at, 3);
  if (word != "EQ " && word != "eq ") return;
  const auto instructions = std::exchange(in_instruction_, {});
  append(unreadable_mark);
  in_instruction_ = instructions;
}

// Fonts of symbols have their own characters in the private area: nothing says what they show.
void Body::append_symbol(std::string_view code) {
  std::uint32_t value = 0;
  std::from_chars(code.data(), code.data() + code.size(), value, 16);
  const bool is_character = value >= 0x20 && value < 0xE000 && (value < 0xD800 || value > 0xDFFF);
  std::string character;
  if (is_character) text::append_utf8(character, value);
  append(is_character ? std::string_view(character) : unreadable_mark);
}

void Body::text(std::string_view piece) {
  if (skipped_ > 0) return;
  if (is_inside(Element::r, Element::instr_text)) note_instruction(piece);
  if (!is_inside(Element::r, Element::t)) return;
  // Line breaks and tabs are elements; in text they are but spaces.
  if (piece.find_first_of("\t\n\r") == std::string_view::npos) {
    append(piece);
    return;
  }
  std::string spaces(piece);
  for (auto& c : spaces)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  append(spaces);
}

void Body::append(std::string_view piece) {
  auto* at = paragraph();
  if (at == nullptr || piece.empty() || at->run_hidden) return;
  if (std::find(in_instruction_.begin(), in_instruction_.end(), true) != in_instruction_.end()) return;
  // 12 with a raised 1 behind it is not 121.
  if (!at->text.empty() && at->run_raised != at->text_raised && is_digit(at->text.back()) &&
      is_digit(piece.front()))
    at->text += '^';
  at->text_raised = at->run_raised;
  at->text += piece;
}

// --- ends --------------------------------------------------------------------------------------------

void Body::end(Element element) {
  if (skipped_ > 0) {
    --skipped_;
    return;
  }
  if (!open_.empty()) open_.pop_back();
  switch (element) {
    case Element::alternate_content: chosen_.pop_back(); break;
    case Element::p: end_paragraph(); break;
    case Element::tc: end_cell(); break;
    case Element::tr: end_row(); break;
    case Element::tbl: end_table(); break;
    case Element::txbx_content: end_box(); break;
    default: break;
  }
}

void Body::begin_paragraph() {
  paragraphs_.emplace_back();
  auto& at = paragraphs_.back();
  at.style = styles_.default_paragraph();
  at.hidden = styles_.find(at.style).hidden;
}

// The automatic number of a paragraph, and its text. A number in front of a figure must not become
// part of it, nor its sign.
std::string Body::numbered(const OpenParagraph& from) {
  const auto& text = from.text;
  const auto& style = styles_.find(from.style);
  const bool direct = from.num_id != not_set;
  const auto num_id = direct ? from.num_id : style.num_id;
  if (num_id == not_set || num_id == 0) return text;
  const auto level = from.num_level != not_set ? from.num_level : direct ? 0 : not_set;
  auto number = numbering_.next(num_id, level, from.style, styles_);
  if (number.empty() || is_blank(text)) return number + text;
  if (begins_number(text))
    number += is_in_cell() || is_alphanumeric(number.back()) ? "、" : " ";
  else if (is_alphanumeric(number.back()) || is_alphanumeric(text.front()))
    number += ' ';
  return number + text;
}

void Body::end_paragraph() {
  if (paragraphs_.empty()) return;
  auto at = std::move(paragraphs_.back());
  paragraphs_.pop_back();
  // A field whose code has no end must not swallow what follows.
  std::fill(in_instruction_.begin(), in_instruction_.end(), false);
  auto& flow = flows_.back();
  if (at.mark_deleted) {
    flow.carried += at.text;
  } else if (!styles_.find(at.style).contents && !(at.mark_hidden && at.text.empty())) {
    if (!flow.carried.empty()) at.text.insert(0, std::exchange(flow.carried, {}));
    add(flow, at, numbered(at));
  }
  flow.blocks.insert(flow.blocks.end(), at.behind.begin(), at.behind.end());
}

// One blank paragraph behind another says no more than the first.
void Body::add(Flow& flow, const OpenParagraph& from, std::string_view text) {
  const bool blank = is_blank(text);
  if (blank && !flow.blocks.empty() && flow.blocks.back().is == Block::Is::paragraph &&
      content_.paragraphs[flow.blocks.back().index].text.empty())
    return;
  if (content_.text.size() + text.size() > max_text_) {
    content_.too_much_text = true;
    return;
  }
  Paragraph paragraph;
  paragraph.text.begin = static_cast<std::uint32_t>(content_.text.size());
  if (!blank) content_.text += text;
  paragraph.text.end = static_cast<std::uint32_t>(content_.text.size());
  const auto outline = from.outline != not_set ? from.outline : styles_.find(from.style).outline;
  if (outline < level_count) paragraph.heading = static_cast<std::uint8_t>(outline + 1);
  paragraph.begins_page = from.begins_page;
  flow.blocks.push_back({Block::Is::paragraph, static_cast<std::uint32_t>(content_.paragraphs.size())});
  content_.paragraphs.push_back(paragraph);
}

// The last paragraph's end was deleted too: what it held stays.
void Body::finish(Flow& flow) {
  if (!flow.carried.empty()) add(flow, {}, std::exchange(flow.carried, {}));
}

void Body::end_cell() {
  if (flows_.back().of != Flow::Of::cell) return;
  auto flow = std::move(flows_.back());
  flows_.pop_back();
  finish(flow);
  if (tables_.empty() || !tables_.back().in_row || flow.deleted) return;
  auto& table = tables_.back();
  flow.cell.first_block = static_cast<std::uint32_t>(content_.blocks.size());
  flow.cell.block_count = static_cast<std::uint32_t>(flow.blocks.size());
  content_.blocks.insert(content_.blocks.end(), flow.blocks.begin(), flow.blocks.end());
  table.row_holds_tables = table.row_holds_tables || flow.holds_tables;
  if (content_.cells.size() + table.cells.size() >= max_cells_)
    content_.too_many_cells = true;
  else
    table.cells.push_back({flow.cell, flow.merge, flow.in_row_merged});
}

// Cells that go on with one that is there are covered by it; what they hold is not shown.
void Body::cover_cells(OpenTable& table) {
  std::vector<std::uint32_t> merged;
  auto edge = table.row.before;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    auto& open = table.cells[i];
    const bool below =
        open.merge == Merge::goes_on && std::binary_search(table.merged.begin(), table.merged.end(), edge);
    if (below || (open.in_row_merged && i > 0)) open.cell.block_count = 0;
    if (open.merge != Merge::none) merged.push_back(edge);
    edge += open.cell.span;
  }
  table.merged = std::move(merged);
}

void Body::end_row() {
  if (tables_.empty()) return;
  auto& table = tables_.back();
  table.in_row = false;
  if (table.row_dropped || table.cells.empty()) return;
  table.row.first_cell = static_cast<std::uint32_t>(content_.cells.size());
  table.row.cell_count = static_cast<std::uint32_t>(table.cells.size());
  cover_cells(table);
  for (const auto& open : table.cells) content_.cells.push_back(open.cell);
  table.table.holds_tables = table.table.holds_tables || table.row_holds_tables;
  table.rows.push_back(table.row);
  table.cells.clear();
}

void Body::end_table() {
  if (tables_.empty()) return;
  auto open = std::move(tables_.back());
  tables_.pop_back();
  if (open.rows.empty()) return;
  open.table.first_row = static_cast<std::uint32_t>(content_.rows.size());
  open.table.row_count = static_cast<std::uint32_t>(open.rows.size());
  content_.rows.insert(content_.rows.end(), open.rows.begin(), open.rows.end());
  auto& flow = flows_.back();
  flow.holds_tables = true;
  flow.blocks.push_back({Block::Is::table, static_cast<std::uint32_t>(content_.tables.size())});
  content_.tables.push_back(std::move(open.table));
}

void Body::end_box() {
  if (flows_.back().of != Flow::Of::box) return;
  auto flow = std::move(flows_.back());
  flows_.pop_back();
  finish(flow);
  auto& to = paragraphs_.empty() ? flows_.back().blocks : paragraphs_.back().behind;
  to.insert(to.end(), flow.blocks.begin(), flow.blocks.end());
  flows_.back().holds_tables = flows_.back().holds_tables || flow.holds_tables;
}

Content Body::take() {
  // What is still open broke off: its whole rows and paragraphs count, the last one does not.
  paragraphs_.clear();
  while (!tables_.empty() || flows_.size() > 1) {
    const auto of = flows_.back().of;
    if (!tables_.empty() && tables_.back().depth == flows_.size()) {
      if (tables_.back().row_holds_tables) end_row();
      end_table();
    } else if (of == Flow::Of::box) {
      end_box();
    } else if (of == Flow::Of::cell && flows_.back().holds_tables) {
      end_cell();
    } else {
      flows_.pop_back();
    }
  }
  finish(flows_.front());
  content_.body = std::move(flows_.front().blocks);
  return std::move(content_);
}

}  // namespace nianbao::readers::docx
