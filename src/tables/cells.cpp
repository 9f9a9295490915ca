// SPDX-License-Identifier: Apache-2.0
#include "tables/cells.hpp"

#include "grammar/change.hpp"
#include "tables/facts.hpp"
#include "text/fold.hpp"

namespace nianbao::tables {

namespace {

using grammar::Token;
using grammar::TokenKind;

void set_digits(Cell& cell, const Token& token, std::string_view digits) {
  cell.raw.clear();
  for (const char digit : digits) cell.raw += digit;  // they are so few that a copy takes longer
  cell.state = CellState::number;
  cell.value = {token.coefficient, 0};
}

}  // namespace

SourceSpan CellFiller::locate(text::Range range, std::uint32_t line) {
  const auto& at = in_.document.lines[line];
  return in_.locator.locate(range, at.start, at.number);
}

void CellFiller::fill_value(const Target& target, std::uint32_t index, bool certain) {
  const Token& token = in_.tokens[index];
  Cell& cell = *target.cell;
  cell.span = locate(token.range, token.line);
  const auto view = in_.document.text.substr(token.range.begin, token.range.size());
  if (!token.has(grammar::as_printed)) {
    read_value(target, index, view, certain);
    return;
  }
  set_digits(cell, token, view);
  if (target.unit != Unit::items) doubt_unit(target, index, token, cell);
}

bool CellFiller::fill_counts(const PlacedRow& placed, const TargetRow& target) {
  const auto first = placed.cells[0].token;
  if (placed.fit == Fit::ambiguous || first == grammar::no_token) return false;
  const auto* const tokens = in_.tokens.data() + first;
  for (std::uint32_t i = 0; i < placed.columns; ++i) {
    const auto& cell = target.cells[i];
    const bool is_next = placed.cells[i].is == PlacedCell::Is::value && placed.cells[i].token == first + i;
    if (!is_next || !tokens[i].has(grammar::as_printed)) return false;
    if (cell.cell == nullptr || cell.unit != Unit::items) return false;
  }
  const text::Range all{tokens[0].range.begin, tokens[placed.columns - 1].range.end};
  const auto place = locate(all, placed.line);
  if (!in_.locator.is_plain(all)) return false;
  for (std::uint32_t i = 0; i < placed.columns; ++i) {
    const auto range = tokens[i].range;
    const auto behind = range.begin - all.begin;
    auto& cell = *target.cells[i].cell;
    const auto start = place.start + behind;
    cell.span = {start, start + range.size(), place.line, place.column + behind};
    set_digits(cell, tokens[i], in_.document.text.substr(range.begin, range.size()));
  }
  return true;
}

// What is not just digits.
void CellFiller::read_value(const Target& target, std::uint32_t index, std::string_view view, bool certain) {
  const Token& token = in_.tokens[index];
  Cell& cell = *target.cell;
  cell.raw = in_.document.has_markup ? text::fold_markup(view, buffer_) : text::fold(view, buffer_);
  cell.state = CellState::unreadable;
  if (token.kind == TokenKind::mark) {
    cell.state = CellState::not_applicable;
    return;
  }
  // A number with a space in it is one number only where the row has a cell for every column.
  Token number = token;
  const bool in_words = target.is_signed && token.kind == TokenKind::text;
  if (in_words) grammar::parse_change(cell.raw, number);
  // A line "- 3" of its own may be an item of a list as well.
  const bool listed = target.is_signed && token.has(grammar::alone) && cell.raw.find_first_of("+-") == 0 &&
                      cell.raw.find(' ') == 1;
  const bool readable =
      number.kind == TokenKind::number && !listed && (!number.has(grammar::split_number) || certain);
  if (!readable) {
    notes_.add(DiagnosticCode::cell_unreadable, index, target.path, cell.raw);
    return;
  }
  cell.state = CellState::number;
  cell.value = {number.coefficient, number.scale};
  doubt_number(target, index, number, cell);
}

void CellFiller::doubt_number(const Target& target, std::uint32_t index, const Token& token,
                              const Cell& cell) {
  const auto add = [&](DiagnosticCode code) { notes_.add(code, index, target.path, cell.raw); };
  if (token.has(grammar::split_number)) add(DiagnosticCode::cell_split_number);
  if (token.has(grammar::remark)) add(DiagnosticCode::cell_remark);
  using grammar::PrintedUnit;
  if (target.unit != Unit::items) {
    doubt_unit(target, index, token, cell);
    if (token.coefficient < 0) add(DiagnosticCode::cell_not_a_count);
    return;
  }
  const bool other_unit = token.unit != PrintedUnit::none && token.unit != PrintedUnit::items;
  if ((token.coefficient < 0 && !target.is_signed) || token.scale > 0 || other_unit)
    add(DiagnosticCode::cell_not_a_count);
}

// An amount has the unit that its cell names, else the one of its column, else the form's. The form of
// 2019 has none.
void CellFiller::doubt_unit(const Target& target, std::uint32_t index, const Token& token, const Cell& cell) {
  using grammar::PrintedUnit;
  const bool in_cell = token.unit != PrintedUnit::none;
  const auto unit = in_cell ? token.unit : unit_named_by(in_, target.unit_token);
  if (unit == PrintedUnit::ten_thousand_yuan) return;
  if (unit != PrintedUnit::none)
    notes_.add(DiagnosticCode::amount_unit, index, target.path,
               in_cell ? cell.raw : notes_.folded(target.unit_token));
  else if (target.unit == Unit::as_printed && token.coefficient != 0)
    notes_.add(DiagnosticCode::amount_unit_missing, index, target.path, cell.raw);
}

void CellFiller::fill_blank(Cell& cell, const PlacedRow& placed, std::uint32_t offset) {
  cell.state = CellState::blank;
  const auto place = place_of_blank(in_, placed, offset);
  cell.span = locate({place.at, place.at}, place.line);
}

}  // namespace nianbao::tables
