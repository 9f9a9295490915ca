// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "nianbao/render.hpp"
#include "output/writer.hpp"

/// What the JSON of a check and that of a comparison have in common.
namespace nianbao::output {

/// 16 hexadecimal digits.
std::string fingerprint_text(std::uint64_t fingerprint);

/// Whether the result is written: what passed or was not assessable only on request.
inline bool is_written(const Finding& finding, const JsonOptions& options) noexcept {
  return options.passes || finding.status == RuleStatus::fail || finding.status == RuleStatus::uncertain;
}

/// name, title, agency, year, template.
void write_report_head(Writer& w, const CheckedReport& report);

/// counts {pass, fail, uncertain, not_assessable}
void write_counts(Writer& w, const std::vector<Finding>& findings);

/// findings […]; in a comparison each operand says of which report it is.
void write_findings(Writer& w, const std::vector<Finding>& findings, const JsonOptions& options,
                    bool of_pair);

}  // namespace nianbao::output
