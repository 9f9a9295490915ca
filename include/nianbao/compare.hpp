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

/// A figure that both forms have, in both years. （六）其他处理 of the form of 2019 stands beside the
/// subtotal of the form of 2021 or, where none is printed, beside the sum of its three rows (`inferred`); if
/// that cannot be had, it is left out.
struct CellChange {
  std::string_view path;  ///< static storage
  CellState older_state = CellState::absent;
  CellState newer_state = CellState::absent;
  Decimal older;  ///< meaningful if its state is number or inferred
  Decimal newer;
  std::optional<Decimal> difference;  ///< newer − older, if both have a value

  /// Whether the figure is another one, or printed in one year only.
  [[nodiscard]] NIANBAO_EXPORT bool differs() const noexcept;
};

/// A passage that stands in both reports, as offsets in bytes into the two texts (Prose::text). Widths of
/// characters, spaces and punctuation may differ.
struct CopiedPassage {
  std::size_t older_start = 0;
  std::size_t older_end = 0;
  std::size_t newer_start = 0;
  std::size_t newer_end = 0;
  SourceSpan older_span;  ///< exists only if the report was read and not taken from JSON
  SourceSpan newer_span;
};

/// How much of a text of the newer report stands in that of the older one, by characters: letters and digits,
/// of which a Han character is one. Spaces, punctuation and the official names that every report prints (of
/// the regulations, of the form) do not count.
struct Repetition {
  std::string_view path;            ///< "overview", "problems_and_improvements", "other_matters"; "" for all
  std::size_t length = 0;           ///< characters of the newer text that count
  std::size_t repeated = 0;         ///< those of them that stand in the older text, in long enough passages
  double rate = 0;                  ///< repeated / length; 0 for an empty text
  double rate_without_figures = 0;  ///< the same with figures left out of both texts
  /// In order of the newer text and disjoint there; none for all. Where two overlap, the later one has lost
  /// its beginning to the earlier, and may be short.
  std::vector<CopiedPassage> passages;
};

struct CompareOptions {
  std::vector<RuleSetting> rules;     ///< as in CheckOptions
  std::size_t shortest_passage = 12;  ///< characters that a copied passage has at least; at least 1

  double repetition_limit = 0.6;        ///< `repetition` fails above this rate
  std::size_t repetition_length = 200;  ///< and is not asked of texts of fewer characters

  double jump_factor = 10;      ///< `jump` fails if one figure is at least so many times the other
  double jump_difference = 50;  ///< and they differ by at least so much
};

struct Comparison {
  std::vector<CellChange> changes;     ///< every figure that both forms have, in order of the form
  std::vector<Finding> findings;       ///< of the rules that need two reports
  std::vector<Repetition> repetition;  ///< one for each text, then one for all of them

  [[nodiscard]] NIANBAO_EXPORT std::size_t count(RuleStatus status) const noexcept;
  [[nodiscard]] NIANBAO_EXPORT bool has_errors() const noexcept;
};

/// Compares the report on one year with that on the year before, as they are given: a wrong order of years is
/// a finding (`years-apart`). Neither is changed. Throws nothing but std::bad_alloc; time is linear in the
/// length of the texts.
///
///     const auto c = nianbao::compare(last_year.report, this_year.report);
///     std::cout << c.repetition.back().rate << '\n';
NIANBAO_EXPORT Comparison compare(const AnnualReport& older, const AnnualReport& newer,
                                  const CompareOptions& options = {});

}  // namespace nianbao
