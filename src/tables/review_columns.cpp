// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "tables/columns.hpp"
#include "tables/printed.hpp"
#include "tables/review_names.hpp"

namespace nianbao::tables {

namespace {

// Whether all fifteen outcomes stand side by side from the first column on.
bool stand_in_place(const Reading& reading) {
  std::vector<bool> stands(all_review_columns, false);
  for (const auto header : reading.tree.review.headers)
    for (auto i = header.first; i < header.last; ++i) {
      const auto& token = reading.tokens[i];
      const auto column = static_cast<std::size_t>(token.column) - 1;
      if (is_outcome(token) && column < stands.size() && column % form::outcome_count == outcome_of(token))
        stands[column] = true;
    }
  return std::all_of(stands.begin(), stands.end(), [](bool is) { return is; });
}

// Whether a block that `most` does not name stands beside a row, below a header that names the outcomes once
// for all rows: nothing tells these rows from one that is printed again.
bool has_rows_of_blocks(const Reading& reading, const ReviewNames& most) {
  const auto& headers = reading.tree.review.headers;
  return std::any_of(headers.begin(), headers.end(), [&](grammar::TokenRange header) {
    const auto named = review_names(reading, header);
    return named.outcomes.empty() &&
           !std::includes(most.blocks.begin(), most.blocks.end(), named.blocks.begin(), named.blocks.end());
  });
}

std::uint32_t longest_run(const Reading& reading) {
  std::uint32_t longest = 0;
  for (const auto& row : reading.tree.review.rows) longest = std::max(longest, run_of(reading, row).length);
  return longest;
}

}  // namespace

PrintedColumns review_columns(const Reading& reading) {
  ReviewNames most;
  for (const auto header : reading.tree.review.headers) {
    auto named = review_names(reading, header);
    if (named.outcomes.size() > most.outcomes.size()) most = std::move(named);
  }
  PrintedColumns found;
  found.columns = first_columns(all_review_columns);
  found.token = most.first;
  if (most.first != grammar::no_token) found.header = header_at(reading, most.first);
  if (reading.document.places != readers::Places::unknown) {
    const bool in_place = stand_in_place(reading);
    found.is_placed = in_place && reading.document.places == readers::Places::exact;
    found.whole_rows_only = !in_place;
    return found;
  }
  const auto run = longest_run(reading);
  // A row that is as wide as the form, or a header that is, needs nothing else.
  if (most.outcomes.empty() || run == all_review_columns) return found;
  if (most.last_line.size() == run || most.outcomes.size() > all_review_columns)
    most.outcomes = most.last_line;
  if (most.outcomes.size() >= all_review_columns) return found;
  if (run > most.outcomes.size()) {
    found.certain = false;
    return found;
  }
  const auto columns = review_columns_of(most);
  found.certain = columns && most.is_whole && !has_rows_of_blocks(reading, most);
  if (found.certain) found.columns = *columns;
  return found;
}

}  // namespace nianbao::tables
