// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "nianbao/check.hpp"
#include "nianbao/export.hpp"
#include "nianbao/parse.hpp"
#include "nianbao/report.hpp"

/// Figures that were not printed, but that the form's own equations prove.
namespace nianbao {

/// An equation of the form: a rule and what it is asked of, as in Finding. `subject` has static storage.
struct EquationName {
  RuleId rule{};
  std::string_view subject;
};

/// A cell that was absent or blank and whose count the equations leave no choice of.
struct InferredCell {
  std::string_view path;
  std::int64_t value = 0;
  std::vector<EquationName> equations;  ///< all that the proof uses, those of cells inferred before included
};

/// A cell that was absent or blank and that the equations bound, but leave a choice of.
struct BoundedCell {
  std::string_view path;
  std::int64_t lower = 0;
  std::int64_t upper = 0;
  std::vector<EquationName> equations;
};

struct Inference {
  std::vector<InferredCell> inferred;  ///< in order of the form
  std::vector<BoundedCell> bounded;    ///< in order of the form

  /// Equations that what is printed contradicts, whatever stands in the cells that are not printed. Nothing
  /// is inferred from them, nor from the figures in them.
  std::vector<EquationName> contradicted;
};

/// Fills in the cells of `report` that are absent or blank and that its form's equations over 三 and 四, with
/// no count below zero, determine: their state becomes CellState::inferred. A printed value is never changed.
/// A cell is found if bounds on single cells, carried on from equation to equation, meet; what only several
/// equations together would prove stays as it is.
///
///     const auto proof = nianbao::infer(report);
///     for (const auto& cell : proof.inferred) std::cout << cell.path << " = " << cell.value << '\n';
NIANBAO_EXPORT Inference infer(AnnualReport& report);

/// The same for a report that was read, and a diagnostic for each cell inferred (`cell.inferred`), bounded
/// (`cell.bounded`) and each equation contradicted (`equation.contradicted`).
NIANBAO_EXPORT Inference infer(ParseResult& result);

}  // namespace nianbao
