// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/checks.hpp"

namespace nianbao::rules {

namespace {

bool ends_with(std::string_view text, std::string_view tail) noexcept {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

// 本年增/减 may be below zero; money may have decimals.
bool is_signed(std::string_view path) noexcept { return ends_with(path, ".change"); }
bool is_money(std::string_view path) noexcept { return ends_with(path, ".amount"); }

bool is_blank(const Figure& f) noexcept { return f.cell->state == CellState::blank; }
bool is_not_applicable(const Figure& f) noexcept { return f.cell->state == CellState::not_applicable; }
bool is_unreadable(const Figure& f) noexcept { return f.cell->state == CellState::unreadable; }

bool is_negative(const Figure& f) noexcept {
  return f.cell->state == CellState::number && f.cell->value.coefficient < 0 && !is_signed(f.path);
}

bool is_fractional(const Figure& f) noexcept {
  if (f.cell->state != CellState::number || is_money(f.path)) return false;
  auto value = f.cell->value;
  for (; value.scale > 0 && value.coefficient % 10 == 0; --value.scale) value.coefficient /= 10;
  return value.scale > 0;
}

void check_table(RuleId rule, bool (*is_wrong)(const Figure&) noexcept, const Table& table,
                 Results& results) {
  if (!results.asks(rule)) return;
  if (!table.is_printed) {
    results.add(rule, RuleStatus::not_assessable, table.path);
    return;
  }
  auto& finding = results.add(rule, RuleStatus::pass, table.path);
  for (const auto& figure : table.figures) {
    if (!is_wrong(figure)) continue;
    if (finding.status == RuleStatus::pass) {
      finding.status = RuleStatus::fail;
      finding.span = figure.cell->span;
      finding.text = figure.cell->raw.empty() ? figure.cell->value.to_string() : figure.cell->raw;
    }
    finding.operands.push_back(operand_of(figure.path, *figure.cell, OperandSide::none));
    ++finding.n;
  }
}

// An amount of 10 billion yuan and more: no agency charges that, but many print yuan where the form has
// 万元.
constexpr std::int64_t largest_fee = 1'000'000;

bool names_yuan(std::string_view printed) noexcept {
  return printed.find("元") != std::string_view::npos && printed.find("万") == std::string_view::npos &&
         printed.find("萬") == std::string_view::npos;
}

bool is_beyond(Decimal value, std::int64_t limit) noexcept {
  for (; value.scale > 0; --value.scale) value.coefficient /= 10;
  return value.coefficient >= limit;
}

void check_amount(const AnnualReport& report, Results& results) {
  if (!results.asks(RuleId::amount_in_yuan)) return;
  static constexpr std::string_view path = "proactive_disclosure.administrative_fees.amount";
  const auto& cell = report.proactive_disclosure.administrative_fees.amount;
  auto& finding = results.add(RuleId::amount_in_yuan, RuleStatus::pass, path);
  if (!is_printed(cell)) {
    finding.status = RuleStatus::not_assessable;
    return;
  }
  finding.operands.push_back(operand_of(path, cell, OperandSide::none));
  finding.span = cell.span;
  finding.text = cell.raw.empty() ? cell.value.to_string() : cell.raw;
  if (cell.state != CellState::number) {
    finding.status = RuleStatus::uncertain;
    finding.n = 1;
  } else if (names_yuan(cell.raw) || is_beyond(cell.value, largest_fee)) {
    finding.status = RuleStatus::fail;
  }
}

}  // namespace

void check_cells(const Printed& printed, Results& results) {
  struct Rule {
    RuleId id;
    bool (*is_wrong)(const Figure&) noexcept;
  };
  static constexpr std::array<Rule, 5> rules{{{RuleId::cell_blank, is_blank},
                                              {RuleId::cell_not_applicable, is_not_applicable},
                                              {RuleId::cell_unreadable, is_unreadable},
                                              {RuleId::cell_negative, is_negative},
                                              {RuleId::cell_fractional, is_fractional}}};
  for (const auto& rule : rules)
    for (const auto& table : printed.tables) check_table(rule.id, rule.is_wrong, table, results);
  check_amount(printed.report, results);
}

}  // namespace nianbao::rules
