// SPDX-License-Identifier: Apache-2.0
#include "compare/pairs.hpp"

#include "check/results.hpp"
#include "compare/decimals.hpp"

namespace nianbao::comparison {

namespace {

constexpr std::uint8_t other_results = 6;
const Cell not_printed;

// （六） of the form of 2021 in one column; absent unless all of its rows are printed.
Cell sum_of_other_results(const OtherResults& results, Cell ApplicantCounts::*column) {
  Cell sum;
  std::int64_t total = 0;
  for (const auto* row : {&results.correction_overdue, &results.fee_overdue, &results.other}) {
    const auto count = rules::printed_count(row->*column);
    if (!count) return sum;
    total += *count;
  }
  sum.state = CellState::inferred;
  sum.value = rules::whole(total);
  return sum;
}

}  // namespace

Pairs::Pairs(const AnnualReport& older, const AnnualReport& newer)
    : same_form_(form::form_of(older.form).version == form::form_of(newer.form).version) {
  list_.reserve(form_figures().size());
  if (same_form_) add_facts(older, newer);
  add_matrix(older, newer);
  add_review(older, newer);
}

void Pairs::add_facts(const AnnualReport& older, const AnnualReport& newer) {
  const auto facts = form::form_of(newer.form).facts.count;  // the first of a report's figures
  const auto there = figures(older);
  const auto here = figures(newer);
  for (std::size_t i = 0; i < facts; ++i) list_.push_back({here[i].path, there[i].cell, here[i].cell});
}

void Pairs::add_matrix(const AnnualReport& older, const AnnualReport& newer) {
  for (std::size_t r = 0; r < form::matrix_row_count; ++r) {
    const auto& row = form::matrix_rows[r];
    if (same_form_ || row.group != other_results) {
      if (form::form_of(newer.form).has_row(r))
        add_row(r, form::row_of(older.applications, r), form::row_of(newer.applications, r));
    } else if (row.subtotal) {
      add_other_results(r, older, newer);
    }
  }
}

// A subtotal that neither prints is no row of theirs.
void Pairs::add_row(std::size_t row, const ApplicantCounts* older, const ApplicantCounts* newer) {
  if (older == nullptr && newer == nullptr) return;
  for (std::size_t c = 0; c < form::applicant_count; ++c) {
    const auto column = form::applicants[c].cell;
    list_.push_back({form::paths().matrix[row][c], older == nullptr ? &not_printed : &(older->*column),
                     newer == nullptr ? &not_printed : &(newer->*column)});
  }
}

void Pairs::add_other_results(std::size_t row, const AnnualReport& older, const AnnualReport& newer) {
  const auto cell_of = [this, row](const AnnualReport& report, std::size_t c) -> const Cell* {
    const auto column = form::applicants[c].cell;
    if (const auto* printed = form::row_of(report.applications, row)) return &(printed->*column);
    if (form::form_of(report.form).other_is_one_row) return &not_printed;
    sums_[c] = sum_of_other_results(report.applications.results.other, column);
    return &sums_[c];
  };
  for (std::size_t c = 0; c < form::applicant_count; ++c) {
    const auto* there = cell_of(older, c);
    const auto* here = cell_of(newer, c);
    const auto is_missing_sum = [&](const Cell* cell) {
      return cell == &sums_[c] && cell->state == CellState::absent;
    };
    if (!is_missing_sum(there) && !is_missing_sum(here))
      list_.push_back({form::paths().matrix[row][c], there, here});
  }
}

void Pairs::add_review(const AnnualReport& older, const AnnualReport& newer) {
  for (std::size_t b = 0; b < form::review_block_count; ++b) {
    const auto counts = form::review_blocks[b].counts;
    for (std::size_t o = 0; o < form::outcome_count; ++o) {
      const auto outcome = form::outcomes[o].cell;
      list_.push_back({form::paths().review[b][o], &(older.review_and_litigation.*counts.*outcome),
                       &(newer.review_and_litigation.*counts.*outcome)});
    }
  }
}

std::vector<CellChange> changes_of(const Pairs& pairs) {
  std::vector<CellChange> changes;
  changes.reserve(pairs.list().size());
  for (const auto& pair : pairs.list()) {
    auto& change = changes.emplace_back();
    change.path = pair.path;
    change.older_state = pair.older->state;
    change.newer_state = pair.newer->state;
    if (pair.older->has_value()) change.older = pair.older->value;
    if (pair.newer->has_value()) change.newer = pair.newer->value;
    if (pair.older->has_value() && pair.newer->has_value())
      change.difference = minus(change.newer, change.older);
  }
  return changes;
}

}  // namespace nianbao::comparison
