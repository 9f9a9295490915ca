// SPDX-License-Identifier: Apache-2.0
#include "nianbao/check.hpp"

#include "check/checks.hpp"

namespace nianbao {

CheckResult check(const AnnualReport& report, const CheckOptions& options) {
  CheckResult out;
  const rules::Settings settings(options.rules);
  const rules::Equations equations(report);
  const rules::Printed printed(report);
  out.findings.reserve(equations.list().size() + 48);
  rules::Results results(settings, report.form, out.findings);
  // In order of the catalogue.
  rules::check_sums(equations, results);
  rules::check_cells(printed, results);
  rules::check_completeness(printed, results);
  rules::check_consistency(report, results);
  out.statements = statements(report);
  rules::check_statements(report, equations, out.statements, results);
  rules::set_fingerprints(out.findings, report);
  if (options.suspects) out.suspects = rules::find_suspects(equations, out.findings);
  return out;
}

}  // namespace nianbao
