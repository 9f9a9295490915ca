// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdint>

#include "compare/decimals.hpp"
#include "compare/repetition.hpp"
#include "compare/rules.hpp"
#include "text/utf8.hpp"

namespace nianbao::comparison {

namespace {

using rules::operand_of;
using rules::Results;

bool both_printed(const FigurePair& pair) noexcept {
  return pair.older->state == CellState::number && pair.newer->state == CellState::number;
}

// --- figures that leap ------------------------------------------------------------------------------------

// Figures below zero (本年增/减) are changes themselves.
bool leaps(const FigurePair& pair, const CompareOptions& options) noexcept {
  if (!both_printed(pair)) return false;
  const auto last = size_of(pair.older->value);
  const auto now = size_of(pair.newer->value);
  const auto small = std::min(last, now);
  const auto large = std::max(last, now);
  return small >= 0 && large - small >= options.jump_difference && large >= small * options.jump_factor;
}

void add_jump(const FigurePair& pair, Results& results) {
  auto& finding = results.add(RuleId::jump, RuleStatus::fail, pair.path);
  finding.left = pair.older->value;
  finding.right = pair.newer->value;
  finding.difference = minus(pair.older->value, pair.newer->value);
  finding.span = pair.newer->span;
  finding.operands.push_back(of_older(operand_of(pair.path, *pair.older, OperandSide::left)));
  finding.operands.push_back(operand_of(pair.path, *pair.newer, OperandSide::right));
}

// --- tables that are the same -----------------------------------------------------------------------------

// Small figures are the same by chance: one request, answered, in both years.
constexpr double telling_figure = 10;

// What goes on from year to year stays the same where nothing happened.
bool counts_what_happened(std::string_view path) noexcept {
  const auto column = path.substr(path.rfind('.') + 1);
  return column != "in_force" && column != "total_disclosed" && column != "previous_year_items";
}

struct Likeness {
  bool is_printed = false;
  bool is_telling = false;
  bool is_different = false;
  std::int64_t unknown = 0;
};

Likeness likeness_of(const std::vector<FigurePair>& pairs, std::string_view table) {
  Likeness likeness;
  for (const auto& pair : pairs) {
    if (pair.path.substr(0, pair.path.find('.')) != table) continue;
    likeness.is_printed = likeness.is_printed ||
                          (pair.older->state != CellState::absent && pair.newer->state != CellState::absent);
    if (pair.older->has_value() != pair.newer->has_value()) {
      likeness.is_different = true;
    } else if (!both_printed(pair)) {
      ++likeness.unknown;
    } else if (!same_number(pair.older->value, pair.newer->value)) {
      likeness.is_different = true;
    } else if (counts_what_happened(pair.path) && size_of(pair.newer->value) >= telling_figure) {
      likeness.is_telling = true;
    }
  }
  return likeness;
}

RuleStatus status_of(const Likeness& likeness) noexcept {
  if (!likeness.is_printed) return RuleStatus::not_assessable;
  if (likeness.is_different || !likeness.is_telling) return RuleStatus::pass;
  return likeness.unknown > 0 ? RuleStatus::uncertain : RuleStatus::fail;
}

// --- text that was copied ---------------------------------------------------------------------------------

constexpr std::size_t shown_characters = 40;

// The beginning of the longest passage that was copied.
std::string longest_passage(const Repetition& repetition, std::string_view text) {
  const auto& passages = repetition.passages;
  const auto longest = std::max_element(passages.begin(), passages.end(), [](const auto& a, const auto& b) {
    return a.newer_end - a.newer_start < b.newer_end - b.newer_start;
  });
  if (longest == passages.end()) return {};
  const auto passage = text.substr(longest->newer_start, longest->newer_end - longest->newer_start);
  std::size_t end = 0;
  for (std::size_t shown = 0; shown < shown_characters && end < passage.size(); ++shown)
    text::next_utf8(passage, end);
  return std::string(passage.substr(0, end)) + (end < passage.size() ? "…" : "");
}

Operand text_operand(std::string_view path, const Prose& prose) {
  Operand operand;
  operand.path = path;
  operand.span = prose.span;
  return operand;
}

void check_text(const Text& text, const Prose& older, const Prose& newer, const Repetition& repetition,
                const CompareOptions& options, Results& results) {
  auto& finding = results.add(RuleId::repetition, RuleStatus::not_assessable, text.path);
  finding.span = newer.span;
  finding.operands.push_back(of_older(text_operand(text.path, older)));
  finding.operands.push_back(text_operand(text.path, newer));
  if (older.text.empty() || newer.text.empty()) return;
  const bool is_copied =
      repetition.length >= options.repetition_length && repetition.rate > options.repetition_limit;
  finding.status = is_copied ? RuleStatus::fail : RuleStatus::pass;
  finding.n = static_cast<std::int64_t>(repetition.rate * 100);
  finding.text = longest_passage(repetition, newer.text);
}

}  // namespace

void check_jumps(const Pairs& pairs, const CompareOptions& options, Results& results) {
  if (!results.asks(RuleId::jump)) return;
  bool comparable = false;
  bool found = false;
  for (const auto& pair : pairs.list()) {
    comparable = comparable || both_printed(pair);
    if (!leaps(pair, options)) continue;
    found = true;
    add_jump(pair, results);
  }
  if (!found) results.add(RuleId::jump, comparable ? RuleStatus::pass : RuleStatus::not_assessable, "");
}

void check_tables(const Pairs& pairs, Results& results) {
  static constexpr std::array<std::string_view, 3> tables{"proactive_disclosure", "applications",
                                                          "review_and_litigation"};
  if (!results.asks(RuleId::identical_tables)) return;
  for (const auto table : tables) {
    const auto likeness = likeness_of(pairs.list(), table);
    auto& finding = results.add(RuleId::identical_tables, status_of(likeness), table);
    finding.n = likeness.unknown;
    if (finding.status != RuleStatus::fail) continue;
    for (const auto& pair : pairs.list()) {
      if (pair.path.substr(0, pair.path.find('.')) != table || size_of(pair.newer->value) < telling_figure)
        continue;
      if (!finding.span.exists()) finding.span = pair.newer->span;
      finding.operands.push_back(of_older(operand_of(pair.path, *pair.older, OperandSide::left)));
      finding.operands.push_back(operand_of(pair.path, *pair.newer, OperandSide::right));
    }
  }
}

void check_texts(const AnnualReport& older, const AnnualReport& newer,
                 const std::vector<Repetition>& repetition, const CompareOptions& options, Results& results) {
  if (!results.asks(RuleId::repetition)) return;
  for (std::size_t i = 0; i < texts.size(); ++i)
    check_text(texts[i], texts[i].prose(older), texts[i].prose(newer), repetition[i], options, results);
}

}  // namespace nianbao::comparison
