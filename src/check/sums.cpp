// SPDX-License-Identifier: Apache-2.0
#include "check/checks.hpp"

namespace nianbao::rules {

namespace {

// One side of an equation: what is printed of it, and how many of its cells hold no count.
struct Sum {
  std::int64_t known = 0;
  std::int64_t unknown = 0;
};

Sum sum_of(const Equations& equations, Equations::Side side) {
  Sum sum;
  for (const auto id : side) {
    const auto* cell = equations.cell(id);
    if (const auto count = cell == nullptr ? std::nullopt : printed_count(*cell))
      sum.known += *count;
    else
      ++sum.unknown;
  }
  return sum;
}

// Counts are not below zero: what is not printed cannot mend a side that is too small already.
RuleStatus status_of(const Sum& left, const Sum& right) noexcept {
  if (left.unknown == 0 && right.unknown == 0)
    return left.known == right.known ? RuleStatus::pass : RuleStatus::fail;
  const bool left_too_large = right.unknown == 0 && left.known > right.known;
  const bool right_too_large = left.unknown == 0 && right.known > left.known;
  return left_too_large || right_too_large ? RuleStatus::fail : RuleStatus::uncertain;
}

bool is_any_printed(const Equations& equations, const Equation& equation) {
  for (const auto id : equations.all(equation))
    if (const auto* cell = equations.cell(id); cell != nullptr && is_printed(*cell)) return true;
  return false;
}

void add_operands(const Equations& equations, Equations::Side cells, OperandSide side, Finding& finding) {
  for (const auto id : cells) {
    const auto* cell = equations.cell(id);
    if (cell == nullptr) continue;
    finding.operands.push_back(operand_of(path_of(id), *cell, side));
    // The sum stands last, and it is what a reader compares with.
    if (cell->span.exists()) finding.span = cell->span;
  }
}

}  // namespace

void check_sums(const Equations& equations, Results& results) {
  for (const auto& equation : equations.list()) {
    if (!results.asks(equation.rule)) continue;
    const auto left = sum_of(equations, equations.left(equation));
    const auto right = sum_of(equations, equations.right(equation));
    const auto status =
        is_any_printed(equations, equation) ? status_of(left, right) : RuleStatus::not_assessable;
    auto& finding = results.add(equation.rule, status, equation.subject);
    finding.n = left.unknown + right.unknown;
    if (status == RuleStatus::pass || status == RuleStatus::fail) {
      finding.left = whole(left.known);
      finding.right = whole(right.known);
      finding.difference = whole(left.known - right.known);
    }
    finding.operands.reserve(equation.count);
    add_operands(equations, equations.left(equation), OperandSide::left, finding);
    add_operands(equations, equations.right(equation), OperandSide::right, finding);
  }
}

}  // namespace nianbao::rules
