// SPDX-License-Identifier: Apache-2.0
#include "check/equations.hpp"

#include <algorithm>
#include <string>

#include "check/results.hpp"

namespace nianbao::rules {

namespace {

struct RowNumbers {
  std::size_t received = form::matrix_row_index("newly_received");
  std::size_t carried_in = form::matrix_row_index("carried_over_in");
  std::size_t total = form::matrix_row_index("results.total");
  std::size_t carried_out = form::matrix_row_index("carried_over_out");

  [[nodiscard]] bool is_result(std::size_t row) const noexcept {
    return row != received && row != carried_in && row != total && row != carried_out;
  }
};

const RowNumbers& rows() {
  static const RowNumbers numbers;
  return numbers;
}

const std::array<std::string, form::review_block_count>& block_paths() {
  static const auto built = [] {
    std::array<std::string, form::review_block_count> paths;
    for (std::size_t b = 0; b < paths.size(); ++b)
      paths[b] = std::string("review_and_litigation.") + form::review_blocks[b].names.key;
    return paths;
  }();
  return built;
}

}  // namespace

std::string_view path_of(CellId cell) {
  const auto& paths = form::paths();
  if (cell < matrix_cells) return paths.matrix[cell / form::applicant_count][cell % form::applicant_count];
  const auto at = cell - matrix_cells;
  return paths.review[at / form::outcome_count][at % form::outcome_count];
}

Equations::Equations(const AnnualReport& report) : form_(form::form_of(report.form)) {
  cells_.reserve(640);
  list_.reserve(80);
  read_cells(report);
  add_columns();
  add_rows();
  add_blocks();
  add_groups();
}

void Equations::read_cells(const AnnualReport& report) {
  for (std::size_t r = 0; r < form::matrix_row_count; ++r) {
    const auto* row = form_.has_row(r) ? form::row_of(report.applications, r) : nullptr;
    if (row == nullptr) continue;
    for (std::size_t c = 0; c < form::applicant_count; ++c)
      grid_[matrix_cell(r, c)] = &(row->*form::applicants[c].cell);
  }
  for (std::size_t b = 0; b < form::review_block_count; ++b)
    for (std::size_t o = 0; o < form::outcome_count; ++o)
      grid_[review_cell(b, o)] =
          &(report.review_and_litigation.*form::review_blocks[b].counts.*form::outcomes[o].cell);
}

void Equations::begin(RuleId rule, std::string_view subject) {
  Equation equation;
  equation.rule = rule;
  equation.subject = subject;
  equation.first = static_cast<std::uint32_t>(cells_.size());
  list_.push_back(equation);
}

void Equations::end_left() noexcept {
  list_.back().left = static_cast<std::uint32_t>(cells_.size()) - list_.back().first;
}

void Equations::end() { list_.back().count = static_cast<std::uint32_t>(cells_.size()) - list_.back().first; }

void Equations::add_columns() {
  for (std::size_t c = 0; c < form::applicant_count; ++c) {
    begin(RuleId::balance, form::paths().matrix_column[c]);
    cells_.push_back(matrix_cell(rows().received, c));
    cells_.push_back(matrix_cell(rows().carried_in, c));
    end_left();
    cells_.push_back(matrix_cell(rows().total, c));
    cells_.push_back(matrix_cell(rows().carried_out, c));
    end();
  }
  for (std::size_t c = 0; c < form::applicant_count; ++c) {
    begin(RuleId::results_sum, form::paths().matrix_column[c]);
    add_results(c);
    end_left();
    cells_.push_back(matrix_cell(rows().total, c));
    end();
  }
}

// Whether an office printed the figure of a group instead of those of its rows.
bool Equations::is_only_subtotal(std::size_t group_row, std::size_t column) const {
  const auto* subtotal = grid_[matrix_cell(group_row, column)];
  if (subtotal == nullptr || !subtotal->has_value()) return false;
  for (std::size_t r = 0; r < form::matrix_row_count; ++r) {
    const auto* cell = grid_[matrix_cell(r, column)];
    if (r != group_row && form::matrix_rows[r].group == form::matrix_rows[group_row].group &&
        cell != nullptr && is_printed(*cell))
      return false;
  }
  return true;
}

void Equations::add_results(std::size_t column) {
  std::uint8_t group_done = 0;
  for (std::size_t r = 0; r < form::matrix_row_count; ++r) {
    const auto& row = form::matrix_rows[r];
    if (!rows().is_result(r) || !form_.has_row(r)) continue;
    if (form_.is_optional(r)) {
      if (!is_only_subtotal(r, column)) continue;
      group_done = row.group;
    } else if (row.group != 0 && row.group == group_done) {
      continue;
    }
    cells_.push_back(matrix_cell(r, column));
  }
}

void Equations::add_rows() {
  for (std::size_t r = 0; r < form::matrix_row_count; ++r) {
    if (grid_[matrix_cell(r, 0)] == nullptr) continue;
    begin(RuleId::row_total, form::paths().matrix_row[r]);
    for (std::size_t c = 0; c < form::applicant_total; ++c) cells_.push_back(matrix_cell(r, c));
    end_left();
    cells_.push_back(matrix_cell(r, form::applicant_total));
    end();
  }
}

void Equations::add_blocks() {
  for (std::size_t b = 0; b < form::review_block_count; ++b) {
    begin(RuleId::review_total, block_paths()[b]);
    for (std::size_t o = 0; o < form::outcome_total; ++o) cells_.push_back(review_cell(b, o));
    end_left();
    cells_.push_back(review_cell(b, form::outcome_total));
    end();
  }
}

void Equations::add_groups() {
  for (std::size_t g = 0; g < form::matrix_row_count; ++g) {
    if (!form_.is_optional(g) || grid_[matrix_cell(g, 0)] == nullptr) continue;
    for (std::size_t c = 0; c < form::applicant_count; ++c) {
      begin(RuleId::group_subtotal, form::paths().matrix[g][c]);
      for (std::size_t r = 0; r < form::matrix_row_count; ++r)
        if (r != g && form::matrix_rows[r].group == form::matrix_rows[g].group && form_.has_row(r))
          cells_.push_back(matrix_cell(r, c));
      end_left();
      cells_.push_back(matrix_cell(g, c));
      end();
    }
  }
}

}  // namespace nianbao::rules
