// SPDX-License-Identifier: Apache-2.0
#include "output/html/notes.hpp"

#include <algorithm>

#include "check/results.hpp"

namespace nianbao::html {

namespace {

// Sides of so few cells are all shown as failing: none of them is the sum.
constexpr std::ptrdiff_t short_side = 2;

std::string result_key(RuleId rule, std::string_view subject) {
  return std::to_string(static_cast<unsigned>(rule)) + ' ' + std::string(subject);
}

// Where a clause stands tells it from others; of a report out of JSON only its words do.
std::string clause_key(const SourceSpan& span, std::string_view text) {
  return span.exists() ? std::to_string(span.start) : std::string(text);
}

Mark mark_of(const Finding& finding, const Operand& operand) {
  if (operand.side != OperandSide::left) return Mark::fail;
  const auto cells = std::count_if(finding.operands.begin(), finding.operands.end(),
                                   [](const Operand& o) { return o.side == OperandSide::left; });
  return cells <= short_side ? Mark::fail : Mark::part;
}

}  // namespace

ReportCells::ReportCells(const AnnualReport& report) {
  for (const auto& figure : figures(report)) cells_.emplace(figure.path, figure.cell);
}

const Cell* ReportCells::find(std::string_view path) const {
  const auto found = cells_.find(path);
  return found == cells_.end() ? nullptr : found->second;
}

Notes::Notes(const ReportCells& drawn, const std::vector<Finding>& findings,
             const std::vector<Statement>& statements, const std::vector<Suspect>& suspects)
    : drawn_(drawn), findings_(findings), statements_(statements), suspects_(suspects) {
  number_findings();
  for (std::size_t i = 0; i < findings_.size(); ++i) note_finding(i);
  note_suspects();
  note_statements();
}

void Notes::number_findings() {
  for (std::size_t i = 0; i < findings_.size(); ++i)
    if (findings_[i].status == RuleStatus::fail || findings_[i].status == RuleStatus::uncertain)
      shown_.push_back(i);
  std::stable_sort(shown_.begin(), shown_.end(), [this](std::size_t a, std::size_t b) {
    const bool a_failed = findings_[a].status == RuleStatus::fail;
    const bool b_failed = findings_[b].status == RuleStatus::fail;
    return a_failed != b_failed ? a_failed : findings_[a].severity < findings_[b].severity;
  });
  numbers_.assign(findings_.size(), 0);
  for (std::size_t i = 0; i < shown_.size(); ++i) numbers_[shown_[i]] = i + 1;
}

void Notes::note_finding(std::size_t index) {
  const auto& finding = findings_[index];
  results_.emplace(result_key(finding.rule, finding.subject), index);
  if (finding.status != RuleStatus::fail) return;
  const bool states = rule_info(finding.rule).scope == RuleScope::statement;
  if (states) contradictions_.emplace(clause_key(finding.span, finding.text), index);
  for (const auto& operand : finding.operands) {
    if (!is_drawn(operand.path)) continue;
    auto& notes = cells_[operand.path];
    if (!notes.findings.empty() && notes.findings.back() == index) continue;
    notes.findings.push_back(index);
    // A sentence that fits no cell may as well be wrong itself: the cells are only tinted.
    notes.mark = std::max(notes.mark, states ? Mark::part : mark_of(finding, operand));
    notes.severity = std::min(notes.severity, finding.severity);
  }
}

void Notes::note_suspects() {
  suspects_of_.resize(findings_.size());
  for (std::size_t i = 0; i < suspects_.size(); ++i) {
    for (const auto finding : suspects_[i].findings)
      if (finding < findings_.size()) suspects_of_[finding].push_back(i);
    for (const auto& cell : suspects_[i].cells) {
      auto& notes = cells_[cell.path];
      if (!notes.suspects.empty() && notes.suspects.back() == i) continue;
      notes.suspects.push_back(i);
      // Only the likeliest are drawn as such: else a whole row would be suspected.
      if (suspects_[i].rank == 1) notes.mark = Mark::suspect;
    }
  }
}

void Notes::note_statements() {
  for (std::size_t i = 0; i < statements_.size(); ++i) {
    const auto& statement = statements_[i];
    clauses_.emplace(clause_key(statement.span, statement.text), i);
    for (const auto* paths : {&statement.matched, &statement.matched_less})
      for (const auto path : *paths) cells_[path].statements.push_back(i);
  }
}

const CellNotes* Notes::cell(std::string_view path) const {
  const auto found = cells_.find(path);
  return found == cells_.end() || found->second.empty() ? nullptr : &found->second;
}

const Finding* Notes::result(RuleId rule, std::string_view subject) const {
  const auto found = results_.find(result_key(rule, subject));
  return found == results_.end() ? nullptr : &findings_[found->second];
}

const Finding* Notes::contradiction(const Statement& statement) const {
  const auto found = contradictions_.find(clause_key(statement.span, statement.text));
  return found == contradictions_.end() ? nullptr : &findings_[found->second];
}

std::size_t Notes::statement_of(const Finding& finding) const {
  if (rule_info(finding.rule).scope != RuleScope::statement) return statements_.size();
  const auto found = clauses_.find(clause_key(finding.span, finding.text));
  return found == clauses_.end() ? statements_.size() : found->second;
}

const std::vector<std::size_t>& Notes::suspects_of(std::size_t finding) const {
  return suspects_of_[finding];
}

std::size_t Notes::failures(Severity severity) const noexcept {
  return static_cast<std::size_t>(
      std::count_if(findings_.begin(), findings_.end(), [severity](const Finding& finding) {
        return finding.status == RuleStatus::fail && finding.severity == severity;
      }));
}

std::size_t Notes::count(RuleStatus status) const noexcept {
  return static_cast<std::size_t>(
      std::count_if(findings_.begin(), findings_.end(),
                    [status](const Finding& finding) { return finding.status == status; }));
}

const RuleInfo& rule_info(RuleId rule) { return rules::info_of(rule); }

}  // namespace nianbao::html
