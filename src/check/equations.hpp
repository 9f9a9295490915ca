// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "form/form.hpp"
#include "nianbao/check.hpp"

/// The equations of the form: sums over cells of 三 and 四.
namespace nianbao::rules {

/// Number of a cell of 三 (row by row, subtotals of groups included) or, behind them, of 四.
using CellId = std::uint16_t;

inline constexpr std::size_t matrix_cells = form::matrix_row_count * form::applicant_count;
inline constexpr std::size_t summed_cells = matrix_cells + form::review_block_count * form::outcome_count;

constexpr CellId matrix_cell(std::size_t row, std::size_t column) noexcept {
  return static_cast<CellId>(row * form::applicant_count + column);
}
constexpr CellId review_cell(std::size_t block, std::size_t outcome) noexcept {
  return static_cast<CellId>(matrix_cells + block * form::outcome_count + outcome);
}

/// The figure's path. Static storage.
std::string_view path_of(CellId cell);

/// Sum of the cells on the left = sum of those on the right. All cells count once.
struct Equation {
  RuleId rule{};
  std::string_view subject;  ///< as Finding::subject
  std::uint32_t first = 0;   ///< of its cells in Equations::cells
  std::uint32_t left = 0;    ///< how many of them stand on the left
  std::uint32_t count = 0;
};

/// The equations that a report's form has, and its cells by number.
class Equations {
 public:
  explicit Equations(const AnnualReport& report);

  [[nodiscard]] const std::vector<Equation>& list() const noexcept { return list_; }

  /// The cells of an equation: first those on its left.
  struct Side {
    const CellId* first;
    const CellId* last;
    [[nodiscard]] const CellId* begin() const noexcept { return first; }
    [[nodiscard]] const CellId* end() const noexcept { return last; }
  };
  [[nodiscard]] Side left(const Equation& e) const noexcept {
    return {cells_.data() + e.first, cells_.data() + e.first + e.left};
  }
  [[nodiscard]] Side right(const Equation& e) const noexcept {
    return {cells_.data() + e.first + e.left, cells_.data() + e.first + e.count};
  }
  [[nodiscard]] Side all(const Equation& e) const noexcept {
    return {cells_.data() + e.first, cells_.data() + e.first + e.count};
  }

  /// The cell, or nullptr for one that neither the form nor the report has.
  [[nodiscard]] const Cell* cell(CellId id) const noexcept { return grid_[id]; }

 private:
  void read_cells(const AnnualReport& report);
  void add_columns();
  void add_rows();
  void add_blocks();
  void add_groups();
  void begin(RuleId rule, std::string_view subject);
  void end_left() noexcept;
  void end();
  void add_results(std::size_t column);
  [[nodiscard]] bool is_only_subtotal(std::size_t group_row, std::size_t column) const;

  const form::Form& form_;
  std::array<const Cell*, summed_cells> grid_{};
  std::vector<CellId> cells_;
  std::vector<Equation> list_;
};

}  // namespace nianbao::rules
