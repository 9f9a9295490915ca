// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <initializer_list>
#include <string>

#include "compare/rules.hpp"
#include "text/fold.hpp"

namespace nianbao::comparison {

namespace {

using rules::operand_of;
using rules::printed_count;
using rules::Results;
using rules::whole;

bool are_consecutive(const AnnualReport& older, const AnnualReport& newer) noexcept {
  return older.year && newer.year && *newer.year == std::int64_t{*older.year} + 1;
}

// A cell of an equation over two years.
struct Term {
  std::string_view path;
  const Cell* cell;
  OperandSide side;
  bool of_older;
  std::int64_t factor;
};

// Decides `left − right = 0` and fills in the result. The first term is where to look.
void add_equation(RuleId rule, std::string_view subject, bool can_be_asked, std::initializer_list<Term> terms,
                  Results& results) {
  auto& finding = results.add(rule, RuleStatus::not_assessable, subject);
  std::int64_t left = 0;
  std::int64_t right = 0;
  bool printed = false;
  for (const auto& term : terms) {
    const auto count = printed_count(*term.cell);
    (term.side == OperandSide::left ? left : right) += term.factor * count.value_or(0);
    finding.n += count ? 0 : 1;
    printed = printed || term.cell->state != CellState::absent;
    auto operand = operand_of(term.path, *term.cell, term.side);
    operand.of_older = term.of_older;
    if (!term.of_older && !finding.span.exists()) finding.span = term.cell->span;
    finding.operands.push_back(std::move(operand));
  }
  if (!can_be_asked || !printed) return;
  if (finding.n > 0) {
    finding.status = RuleStatus::uncertain;
    return;
  }
  finding.status = left == right ? RuleStatus::pass : RuleStatus::fail;
  finding.left = whole(left);
  finding.right = whole(right);
  finding.difference = whole(left - right);
}

void check_carry_over(const AnnualReport& older, const AnnualReport& newer, Results& results) {
  static const auto carried_in = form::matrix_row_index("carried_over_in");
  static const auto carried_out = form::matrix_row_index("carried_over_out");
  const auto& paths = form::paths();
  for (std::size_t c = 0; c < form::applicant_count; ++c) {
    const auto column = form::applicants[c].cell;
    const Term last{paths.matrix[carried_out][c], &(older.applications.carried_over_out.*column),
                    OperandSide::left, true, 1};
    const Term now{paths.matrix[carried_in][c], &(newer.applications.carried_over_in.*column),
                   OperandSide::right, false, 1};
    add_equation(RuleId::carry_over, paths.matrix_column[c], are_consecutive(older, newer), {last, now},
                 results);
  }
}

struct DocumentRow {
  std::string_view path;
  std::string_view issued;
  std::string_view repealed;
  std::string_view in_force;
  DocumentCounts ProactiveDisclosure::*counts;
};

constexpr std::array<DocumentRow, 2> document_rows{
    {{"proactive_disclosure.regulations", "proactive_disclosure.regulations.issued",
      "proactive_disclosure.regulations.repealed", "proactive_disclosure.regulations.in_force",
      &ProactiveDisclosure::regulations},
     {"proactive_disclosure.normative_documents", "proactive_disclosure.normative_documents.issued",
      "proactive_disclosure.normative_documents.repealed",
      "proactive_disclosure.normative_documents.in_force", &ProactiveDisclosure::normative_documents}}};

// 对外公开总数量 of the form of 2019 is not 现行有效件数: only reports on the form of 2021 can be asked.
void check_in_force(const AnnualReport& older, const AnnualReport& newer, Results& results) {
  const bool can_be_asked =
      are_consecutive(older, newer) && older.form == Template::form_2021 && newer.form == Template::form_2021;
  for (const auto& row : document_rows) {
    const auto& last = older.proactive_disclosure.*row.counts;
    const auto& now = newer.proactive_disclosure.*row.counts;
    add_equation(RuleId::in_force, row.path, can_be_asked,
                 {{row.in_force, &now.in_force, OperandSide::left, false, 1},
                  {row.in_force, &last.in_force, OperandSide::right, true, 1},
                  {row.issued, &now.issued, OperandSide::right, false, 1},
                  {row.repealed, &now.repealed, OperandSide::right, false, -1}},
                 results);
  }
}

// --- whether the two belong together ----------------------------------------------------------------------

std::string name_of(std::string_view agency) {
  std::string folded;
  std::string name;
  text::skeleton(text::fold(agency, folded), name);
  return name;
}

bool ends_with(std::string_view text, std::string_view tail) noexcept {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

// 县教育局 is 示例县教育局, 示例县 is 示例县人民政府.
bool may_be_one(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return ends_with(b, a) || b == std::string(a) + "人民政府";
}

Operand title_of(const AnnualReport& report, std::string text) {
  Operand operand;
  operand.path = "title";
  operand.text = std::move(text);
  operand.span = report.title_span;
  return operand;
}

std::string year_text(const AnnualReport& report) {
  return report.year ? std::to_string(*report.year) : std::string();
}

void check_years(const AnnualReport& older, const AnnualReport& newer, Results& results) {
  auto& finding = results.add(RuleId::years_apart, RuleStatus::not_assessable, "");
  finding.span = newer.title_span;
  finding.operands.push_back(of_older(title_of(older, year_text(older))));
  finding.operands.push_back(title_of(newer, year_text(newer)));
  if (!older.year || !newer.year) return;
  finding.status = are_consecutive(older, newer) ? RuleStatus::pass : RuleStatus::fail;
  finding.n = *older.year;
  finding.m = *newer.year;
}

void check_agencies(const AnnualReport& older, const AnnualReport& newer, Results& results) {
  auto& finding = results.add(RuleId::same_agency, RuleStatus::not_assessable, "");
  finding.span = newer.title_span;
  finding.operands.push_back(of_older(title_of(older, older.agency)));
  finding.operands.push_back(title_of(newer, newer.agency));
  const auto last = name_of(older.agency);
  const auto now = name_of(newer.agency);
  if (last.empty() || now.empty()) return;
  finding.status = may_be_one(last, now) ? RuleStatus::pass : RuleStatus::fail;
  finding.text = older.agency + " / " + newer.agency;
}

}  // namespace

void check_series(const AnnualReport& older, const AnnualReport& newer, Results& results) {
  if (results.asks(RuleId::carry_over)) check_carry_over(older, newer, results);
  if (results.asks(RuleId::in_force)) check_in_force(older, newer, results);
}

void check_identity(const AnnualReport& older, const AnnualReport& newer, Results& results) {
  if (results.asks(RuleId::years_apart)) check_years(older, newer, results);
  if (results.asks(RuleId::same_agency)) check_agencies(older, newer, results);
}

}  // namespace nianbao::comparison
