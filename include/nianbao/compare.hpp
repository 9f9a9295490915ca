// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/check.hpp"
#include "nianbao/export.hpp"
#include "nianbao/report.hpp"

/// The reports of one agency on two years, side by side.
namespace nianbao {

/// A figure that both forms have, in both years.
struct CellChange {
  std::string_view path;  ///< static storage
  CellState older_state = CellState::absent;
  CellState newer_state = CellState::absent;
  Decimal older;  ///< meaningful if its state is number or inferred
  Decimal newer;
  std::optional<Decimal> difference;  ///< newer − older, if both are numbers
};

/// A passage that stands in both reports, as offsets in bytes into the two texts (Prose::text).
struct CopiedPassage {
  std::size_t older_start = 0;
  std::size_t older_end = 0;
  std::size_t newer_start = 0;
  std::size_t newer_end = 0;
  SourceSpan older_span;  ///< exists only if the report was read and not taken from JSON
  SourceSpan newer_span;
};

/// How much of a text of the newer report stands in that of the older one, by characters.
struct Repetition {
  std::string_view path;            ///< "overview", "problems_and_improvements", "other_matters"; "" for all
  std::size_t length = 0;           ///< characters of the newer text that count
  std::size_t repeated = 0;         ///< those of them that stand in the older text, in long enough passages
  double rate = 0;                  ///< repeated / length; 0 for an empty text
  double rate_without_figures = 0;  ///< the same with figures left out of both texts
  std::vector<CopiedPassage> passages;  ///< in order of the newer text; none for all
};

struct CompareOptions {
  std::vector<RuleSetting> rules;     ///< as in CheckOptions
  std::size_t shortest_passage = 12;  ///< characters that a copied passage has at least
};

struct Comparison {
  std::vector<CellChange> changes;     ///< every figure that both forms have, in order of the form
  std::vector<Finding> findings;       ///< of the rules that need two reports
  std::vector<Repetition> repetition;  ///< one for each text, then one for all of them

  [[nodiscard]] NIANBAO_EXPORT std::size_t count(RuleStatus status) const noexcept;
  [[nodiscard]] NIANBAO_EXPORT bool has_errors() const noexcept;
};

/// Compares the report on one year with that on the year before. Neither is changed. Throws nothing but
/// std::bad_alloc; time is near linear in the length of the texts.
///
///     const auto c = nianbao::compare(last_year.report, this_year.report);
///     std::cout << c.repetition.back().rate << '\n';
NIANBAO_EXPORT Comparison compare(const AnnualReport& older, const AnnualReport& newer,
                                  const CompareOptions& options = {});

}  // namespace nianbao
