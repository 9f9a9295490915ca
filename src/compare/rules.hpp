// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "check/results.hpp"
#include "compare/pairs.hpp"
#include "nianbao/compare.hpp"

/// Rules over the reports of two years.
namespace nianbao::comparison {

/// What goes on from one year to the next: carry-overs, documents in force.
void check_series(const AnnualReport& older, const AnnualReport& newer, rules::Results& results);

/// Figures that leap.
void check_jumps(const Pairs& pairs, const CompareOptions& options, rules::Results& results);

/// Tables that are the same.
void check_tables(const Pairs& pairs, rules::Results& results);

/// Whether the two belong together: years and agencies.
void check_identity(const AnnualReport& older, const AnnualReport& newer, rules::Results& results);

/// Text that was copied.
void check_texts(const AnnualReport& older, const AnnualReport& newer,
                 const std::vector<Repetition>& repetition, const CompareOptions& options,
                 rules::Results& results);

/// `operand` as one of the older report.
inline Operand of_older(Operand operand) {
  operand.of_older = true;
  return operand;
}

}  // namespace nianbao::comparison
