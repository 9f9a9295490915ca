// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "check/equations.hpp"
#include "check/results.hpp"

/// The rules, one file for each kind.
namespace nianbao::rules {

/// One of the three tables of figures.
struct Table {
  std::string_view path;  ///< of its section
  std::vector<Figure> figures;
  bool is_printed = false;  ///< any cell of it
  bool is_whole = false;    ///< every cell of it
};

/// A report as the rules look at it.
struct Printed {
  explicit Printed(const AnnualReport& of);

  const AnnualReport& report;
  std::array<Table, 3> tables;  ///< in order of the form
};

/// balance, results-sum, row-total, review-total, group-subtotal.
void check_sums(const Equations& equations, Results& results);

/// What stands in single cells.
void check_cells(const Printed& printed, Results& results);

/// Sections, parts, tables and rows that are there, in order, and filled in.
void check_completeness(const Printed& printed, Results& results);

/// Years, form and figures of the report that must fit each other.
void check_consistency(const AnnualReport& report, Results& results);

/// What the text states against the tables. Fills in which reading of each statement fits.
void check_statements(const AnnualReport& report, const Equations& equations,
                      std::vector<Statement>& statements, Results& results);

/// The fewest cells that would explain the failures among `findings`, which are those of check_sums.
std::vector<Suspect> find_suspects(const Equations& equations, const std::vector<Finding>& findings);

}  // namespace nianbao::rules
