// SPDX-License-Identifier: Apache-2.0
#include "nianbao/compare.hpp"

#include <algorithm>

#include "compare/decimals.hpp"
#include "compare/pairs.hpp"
#include "compare/repetition.hpp"
#include "compare/rules.hpp"

namespace nianbao {

bool CellChange::differs() const noexcept {
  const auto has_value = [](CellState state) {
    return state == CellState::number || state == CellState::inferred;
  };
  if (!has_value(older_state) || !has_value(newer_state))
    return has_value(older_state) != has_value(newer_state);
  return !comparison::same_number(older, newer);
}

std::size_t Comparison::count(RuleStatus status) const noexcept {
  return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
                                                [status](const Finding& f) { return f.status == status; }));
}

bool Comparison::has_errors() const noexcept {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& f) {
    return f.status == RuleStatus::fail && f.severity == Severity::error;
  });
}

Comparison compare(const AnnualReport& older, const AnnualReport& newer, const CompareOptions& options) {
  Comparison out;
  const comparison::Pairs pairs(older, newer);
  out.changes = comparison::changes_of(pairs);
  out.repetition = comparison::repetition_of(older, newer, options.shortest_passage);
  const rules::Settings settings(options.rules);
  rules::Results results(settings, newer.form, out.findings, true);
  // In order of the catalogue.
  comparison::check_series(older, newer, results);
  comparison::check_jumps(pairs, options, results);
  comparison::check_tables(pairs, results);
  comparison::check_identity(older, newer, results);
  comparison::check_texts(older, newer, out.repetition, options, results);
  rules::set_fingerprints(out.findings, newer);
  return out;
}

}  // namespace nianbao
