// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/checks.hpp"
#include "check/readings.hpp"

namespace nianbao::rules {

namespace {

using Kind = StatementKind;
using Statements = std::vector<Statement>;

RuleId rule_of(Kind kind) noexcept {
  if (kind <= Kind::carried_over_out) return RuleId::prose_requests;
  if (kind <= Kind::other_results) return RuleId::prose_results;
  if (kind <= Kind::disputes) return RuleId::prose_review;
  return kind == Kind::administrative_fees ? RuleId::prose_fees : RuleId::prose_documents;
}

Operand operand_of(const Statement& statement) {
  Operand operand;
  operand.path = statement.path;
  operand.side = OperandSide::left;
  operand.state = CellState::number;
  operand.value = whole(statement.value);
  operand.text = statement.text;
  operand.span = statement.span;
  return operand;
}

// A finding about a sentence: its place and its words.
Finding& add_finding(const Statement& statement, RuleId rule, RuleStatus status, Results& results) {
  auto& finding = results.add(rule, status, statement.path);
  finding.span = statement.span;
  finding.text = statement.text;
  finding.left = whole(statement.value);
  finding.operands.push_back(operand_of(statement));
  return finding;
}

void set_right(Finding& finding, std::int64_t right) {
  finding.right = whole(right);
  finding.difference = whole(finding.left->coefficient - right);
}

// --- one statement against figures -----------------------------------------------------------------------

// Of a part nothing can be said unless it is some figure: it neither bears the tables out nor contradicts
// them.
RuleStatus status_of(const std::vector<Reading>& all, const Reading* fitting, bool is_part) {
  if (fitting != nullptr) return RuleStatus::pass;
  if (is_part) return RuleStatus::not_assessable;
  const bool is_known =
      std::all_of(all.begin(), all.end(), [](const Reading& reading) { return reading.unknown == 0; });
  return is_known ? RuleStatus::fail : RuleStatus::uncertain;
}

void note_match(Statement& statement, const Readings& readings, const Reading& fitting) {
  for (const auto* term = readings.begin(fitting); term != readings.end(fitting); ++term)
    (term->is_less ? statement.matched_less : statement.matched).push_back(term->path);
}

const Reading* fitting_of(const Statement& statement, const std::vector<Reading>& all) noexcept {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Reading& reading) {
    return reading.unknown == 0 && reading.sum == statement.value;
  });
  return found == all.end() ? nullptr : &*found;
}

void check_figures(Statement& statement, bool is_part, Readings& readings, Results& results) {
  const auto& all = readings.of(statement);
  if (all.empty()) return;
  const auto* const fitting = fitting_of(statement, all);
  if (fitting != nullptr) note_match(statement, readings, *fitting);
  const auto rule = rule_of(statement.kind);
  if (!results.asks(rule)) return;
  auto& finding = add_finding(statement, rule, status_of(all, fitting, is_part), results);
  const auto& shown = fitting == nullptr ? all.front() : *fitting;
  finding.n = shown.unknown;
  if (shown.unknown == 0) set_right(finding, shown.sum);
  for (const auto* term = readings.begin(shown); term != readings.end(shown); ++term)
    if (term->cell != nullptr)
      finding.operands.push_back(rules::operand_of(term->path, *term->cell, OperandSide::right));
}

// --- rows of documents -----------------------------------------------------------------------------------

const Prose& prose_at(const AnnualReport& report, std::string_view path) noexcept {
  if (path == "overview") return report.overview.prose;
  if (path == "problems_and_improvements") return report.problems_and_improvements;
  return path == "other_matters" ? report.other_matters : report.review_and_litigation.prose;
}

bool is_of_documents(Kind kind) noexcept {
  return kind >= Kind::documents_issued && kind <= Kind::documents_in_force;
}

// The statements of one sentence about documents, from the i-th on: how many follow it.
std::size_t documents_from(const AnnualReport& report, const Statements& all, std::size_t i) {
  const std::string_view text = prose_at(report, all[i].path).text;
  auto end = i + 1;
  for (; end < all.size() && is_of_documents(all[end].kind) && all[end].path == all[i].path; ++end) {
    const auto behind = text.substr(0, std::min(all[end].start, text.size()));
    if (behind.find("。", all[end - 1].end) != std::string_view::npos) break;
  }
  return end - i;
}

// Whether a sentence gives each figure of a row once, all but one as the table has them and not all of them
// 0: then it speaks of that row, whatever part the last is said to be: 保留以市政府名义印发的 3 件，废止 2
// 件，未制发.
bool gives_a_row(const Statement* first, std::size_t count, Readings& readings) {
  constexpr std::size_t figures = 3;
  if (count != figures) return false;
  unsigned kinds = 0;
  std::size_t fitting = 0;
  bool is_any_some = false;
  for (const auto* statement = first; statement != first + count; ++statement) {
    kinds |= 1U << (static_cast<unsigned>(statement->kind) - static_cast<unsigned>(Kind::documents_issued));
    if (fitting_of(*statement, readings.of(*statement)) == nullptr) continue;
    ++fitting;
    is_any_some = is_any_some || statement->value != 0;
  }
  return kinds == 7 && fitting + 1 == figures && is_any_some;
}

void check_documents(const AnnualReport& report, Statements& all, Readings& readings, Results& results) {
  for (std::size_t i = 0; i < all.size();) {
    if (rule_of(all[i].kind) != RuleId::prose_documents) {
      ++i;
      continue;
    }
    const auto count = is_of_documents(all[i].kind) ? documents_from(report, all, i) : 1;
    const bool is_row = gives_a_row(&all[i], count, readings);
    for (const auto end = i + count; i < end; ++i)
      check_figures(all[i], all[i].is_part && !is_row, readings, results);
  }
}

// --- fees ------------------------------------------------------------------------------------------------

void check_fees(const AnnualReport& report, Statement& statement, Results& results) {
  static constexpr std::string_view path = "proactive_disclosure.administrative_fees.amount";
  const auto& cell = report.proactive_disclosure.administrative_fees.amount;
  const bool is_known = cell.state == CellState::number;
  const bool is_none = is_known && cell.value.coefficient == 0;
  if (is_none) statement.matched.push_back(path);
  if (!results.asks(RuleId::prose_fees)) return;
  const auto status = is_none ? RuleStatus::pass : is_known ? RuleStatus::fail : RuleStatus::uncertain;
  auto& finding = add_finding(statement, RuleId::prose_fees, status, results);
  finding.n = is_known ? 0 : 1;
  if (is_known) {
    finding.right = cell.value;
    finding.difference = Decimal{-cell.value.coefficient, cell.value.scale};
  }
  finding.operands.push_back(rules::operand_of(path, cell, OperandSide::right));
}

// --- channels --------------------------------------------------------------------------------------------

// Statements of requests by channel that follow each other, and the sum that they are said to be parts of.
struct Channels {
  const Statement* whole = nullptr;
  const Statement* first = nullptr;
  const Statement* last = nullptr;  ///< behind them
  std::int64_t sum = 0;

  [[nodiscard]] std::size_t end() const noexcept { return last[-1].end; }
};

bool is_whole(const Statement& statement) noexcept {
  return !statement.is_part && (statement.kind == Kind::received || statement.kind == Kind::accepted ||
                                statement.kind == Kind::processed);
}

bool is_of_channel(const Statement& statement) noexcept {
  return statement.channel != StatementChannel::any && statement.kind != Kind::handled;
}

constexpr std::size_t longest_way_to_whole = 400;  // bytes: about two sentences

Channels channels_from(const Statements& all, std::size_t i) {
  Channels found;
  found.first = found.last = &all[i];
  const auto* const end = all.data() + all.size();
  for (; found.last != end && is_of_channel(*found.last) && found.last->path == all[i].path; ++found.last)
    found.sum += found.last->value;
  if (i > 0 && is_whole(all[i - 1]) && all[i - 1].path == all[i].path &&
      all[i].start - all[i - 1].end <= longest_way_to_whole)
    found.whole = &all[i - 1];
  return found;
}

bool is_digit_at(std::string_view text, std::size_t at) noexcept {
  return (text[at] >= '0' && text[at] <= '9') ||
         (text[at] == '\xEF' && at + 2 < text.size() && text[at + 1] == '\xBC' &&
          static_cast<unsigned char>(text[at + 2]) >= 0x90 &&
          static_cast<unsigned char>(text[at + 2]) <= 0x99);
}

// Whether the text names more channels than were read: another figure among them, or 其余.
bool may_go_on(const Channels& channels, std::string_view text) {
  constexpr std::size_t longest_rest = 600;  // bytes; a list of channels goes on no further
  const auto window = text.substr(0, std::min(channels.end() + longest_rest, text.size()));
  const auto stop = std::min(window.find("。", channels.end()), window.size());
  const auto* read = channels.first;
  for (auto at = channels.first->start; at < stop; ++at) {
    while (read != channels.last && at >= read->end) ++read;
    if ((read == channels.last || at < read->start) && is_digit_at(text, at)) return true;
  }
  const auto behind = text.substr(channels.end(), stop - channels.end());
  return behind.find("其余") != std::string_view::npos || behind.find("其他") != std::string_view::npos ||
         behind.find("等") != std::string_view::npos;
}

// What the channels may add up to: the sum that the text states before them, or figures of the table.
bool fits(const Channels& channels, const std::vector<Reading>& readings) noexcept {
  if (channels.whole != nullptr && channels.whole->value == channels.sum) return true;
  return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
    return reading.unknown == 0 && reading.sum == channels.sum;
  });
}

void check_channels(const AnnualReport& report, const Channels& channels, Readings& readings,
                    Results& results) {
  if (channels.last - channels.first < 2 || !results.asks(RuleId::prose_channels)) return;
  Statement received;
  const auto& all = readings.of(received);
  const std::string_view text = prose_at(report, channels.first->path).text;
  const bool is_fitting = fits(channels, all);
  // Too few may be for want of channels that were not told of, unless the text gave the sum right before.
  const bool is_contradicted =
      channels.whole != nullptr && (channels.sum > channels.whole->value || !may_go_on(channels, text));
  if (!is_fitting && !is_contradicted) return;
  auto& finding = add_finding(*channels.first, RuleId::prose_channels,
                              is_fitting ? RuleStatus::pass : RuleStatus::fail, results);
  finding.text = text.substr(channels.first->start, channels.end() - channels.first->start);
  finding.operands.clear();
  for (const auto* statement = channels.first; statement != channels.last; ++statement)
    finding.operands.push_back(operand_of(*statement));
  finding.left = whole(channels.sum);
  if (channels.whole == nullptr) {
    set_right(finding, channels.sum);
    return;
  }
  set_right(finding, is_fitting ? channels.sum : channels.whole->value);
  finding.operands.push_back(operand_of(*channels.whole));
  finding.operands.back().side = OperandSide::right;
}

}  // namespace

void check_statements(const AnnualReport& report, const Equations& equations, Statements& statements,
                      Results& results) {
  Readings readings(report, equations);
  for (const auto rule : {RuleId::prose_requests, RuleId::prose_results, RuleId::prose_review})
    for (auto& statement : statements)
      if (statement.channel == StatementChannel::any && rule_of(statement.kind) == rule)
        check_figures(statement, statement.is_part, readings, results);
  check_documents(report, statements, readings, results);
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (!is_of_channel(statements[i])) continue;
    const auto channels = channels_from(statements, i);
    check_channels(report, channels, readings, results);
    i = static_cast<std::size_t>(channels.last - statements.data()) - 1;
  }
  for (auto& statement : statements)
    if (statement.kind == Kind::administrative_fees) check_fees(report, statement, results);
}

}  // namespace nianbao::rules
