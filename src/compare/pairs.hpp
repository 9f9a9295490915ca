// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "form/form.hpp"
#include "nianbao/compare.hpp"

namespace nianbao::comparison {

/// A figure in both reports. `path` has static storage; the cells live as long as Pairs.
struct FigurePair {
  std::string_view path;
  const Cell* older;
  const Cell* newer;
};

/// The figures that mean the same in two reports, in order of the form. Where the forms differ, those of 二
/// are left out, for the forms ask other things there, and （六）其他处理 stands as one row.
class Pairs {
 public:
  Pairs(const AnnualReport& older, const AnnualReport& newer);
  Pairs(const Pairs&) = delete;
  Pairs& operator=(const Pairs&) = delete;

  [[nodiscard]] const std::vector<FigurePair>& list() const noexcept { return list_; }
  [[nodiscard]] bool same_form() const noexcept { return same_form_; }

 private:
  using Sums = std::array<Cell, form::applicant_count>;

  void add_facts(const AnnualReport& older, const AnnualReport& newer);
  void add_matrix(const AnnualReport& older, const AnnualReport& newer);
  void add_row(std::size_t row, const ApplicantCounts* older, const ApplicantCounts* newer);
  void add_other_results(std::size_t row, const AnnualReport& older, const AnnualReport& newer);
  void add_review(const AnnualReport& older, const AnnualReport& newer);

  bool same_form_;
  std::vector<FigurePair> list_;
  Sums sums_;  ///< of （六） on the form of 2021
};

/// The pairs as they are shown.
std::vector<CellChange> changes_of(const Pairs& pairs);

}  // namespace nianbao::comparison
