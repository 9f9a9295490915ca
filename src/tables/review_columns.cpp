// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "tables/columns.hpp"
#include "tables/printed.hpp"

namespace nianbao::tables {

namespace {

using form::Kind;
using grammar::Token;

constexpr std::size_t all_columns = form::review_block_count * form::outcome_count;

// What a header names: the outcomes in their order, each block beginning them anew, and the blocks.
struct Named {
  std::vector<std::uint8_t> outcomes;
  std::vector<std::uint8_t> last_line;  // all of them where merged cells are repeated in each of their lines
  std::vector<std::uint8_t> blocks;
  std::uint32_t first = grammar::no_token;
  bool is_whole = true;  // no cell among the outcomes is blank or says something else
};

bool is_outcome(const Token& token) noexcept {
  return token.is_label(Kind::outcome) || token.is_label(Kind::total);
}

std::uint8_t outcome_of(const Token& token) noexcept {
  return token.is_label(Kind::total) ? form::outcome_total : token.label.index;
}

Named names_in(const Reading& reading, grammar::TokenRange header) {
  Named named;
  named.outcomes.reserve(all_columns);
  named.last_line.reserve(all_columns);
  named.blocks.reserve(form::review_block_count);
  const Token* last = nullptr;
  for (auto i = header.first; i < header.last; ++i) {
    const auto& token = reading.tokens[i];
    const bool beside = last != nullptr && last->line == token.line;
    if (token.kind == grammar::TokenKind::text) named.is_whole = false;
    if (token.is_label(Kind::review_block) &&
        std::count(named.blocks.begin(), named.blocks.end(), token.label.index) == 0)
      named.blocks.push_back(token.label.index);
    if (!is_outcome(token)) continue;
    if (beside && token.column != last->column + 1) named.is_whole = false;
    if (named.outcomes.empty()) named.first = i;
    named.outcomes.push_back(outcome_of(token));
    if (!beside) named.last_line.clear();
    named.last_line.push_back(outcome_of(token));
    last = &token;
  }
  std::sort(named.blocks.begin(), named.blocks.end());
  // The header of a table that is printed twice.
  const auto half = named.outcomes.size() / 2;
  if (named.outcomes.size() > all_columns && named.outcomes.size() % 2 == 0 &&
      std::equal(named.outcomes.begin(), named.outcomes.begin() + static_cast<std::ptrdiff_t>(half),
                 named.outcomes.begin() + static_cast<std::ptrdiff_t>(half)))
    named.outcomes.resize(half);
  return named;
}

// The form's columns that `named` are; none if it does not tell their blocks.
std::optional<std::vector<std::int8_t>> columns_of(const Named& named) {
  std::vector<std::size_t> run_of;
  run_of.reserve(named.outcomes.size());
  for (std::size_t i = 0; i < named.outcomes.size(); ++i) {
    const bool anew = i > 0 && named.outcomes[i] <= named.outcomes[i - 1];
    run_of.push_back(i == 0 ? 0 : run_of.back() + (anew ? 1 : 0));
  }
  const auto runs = run_of.empty() ? 0 : run_of.back() + 1;
  const bool all_blocks = runs == form::review_block_count;
  if (!all_blocks && runs != named.blocks.size()) return std::nullopt;
  std::vector<std::int8_t> columns;
  columns.reserve(named.outcomes.size());
  for (std::size_t i = 0; i < named.outcomes.size(); ++i) {
    const auto block = all_blocks ? run_of[i] : named.blocks[run_of[i]];
    columns.push_back(static_cast<std::int8_t>(block * form::outcome_count + named.outcomes[i]));
  }
  return columns;
}

// Whether all fifteen outcomes stand side by side from the first column on.
bool stand_in_place(const Reading& reading) {
  std::vector<bool> stands(all_columns, false);
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
bool has_rows_of_blocks(const Reading& reading, const Named& most) {
  const auto& headers = reading.tree.review.headers;
  return std::any_of(headers.begin(), headers.end(), [&](grammar::TokenRange header) {
    const auto named = names_in(reading, header);
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
  Named most;
  for (const auto header : reading.tree.review.headers) {
    auto named = names_in(reading, header);
    if (named.outcomes.size() > most.outcomes.size()) most = std::move(named);
  }
  PrintedColumns found;
  found.columns = first_columns(all_columns);
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
  if (most.outcomes.empty() || run == all_columns) return found;
  if (most.last_line.size() == run || most.outcomes.size() > all_columns) most.outcomes = most.last_line;
  if (most.outcomes.size() >= all_columns) return found;
  if (run > most.outcomes.size()) {
    found.certain = false;
    return found;
  }
  const auto columns = columns_of(most);
  found.certain = columns && most.is_whole && !has_rows_of_blocks(reading, most);
  if (found.certain) found.columns = *columns;
  return found;
}

}  // namespace nianbao::tables
