// SPDX-License-Identifier: Apache-2.0
#include "tables/review_names.hpp"

#include <algorithm>

namespace nianbao::tables {

using form::Kind;
using grammar::Token;

bool is_outcome(const Token& token) noexcept {
  return token.is_label(Kind::outcome) || token.is_label(Kind::total);
}

std::uint8_t outcome_of(const Token& token) noexcept {
  return token.is_label(Kind::total) ? form::outcome_total : token.label.index;
}

ReviewNames review_names(const Reading& reading, grammar::TokenRange header) {
  ReviewNames named;
  named.outcomes.reserve(all_review_columns);
  named.last_line.reserve(all_review_columns);
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
  if (named.outcomes.size() > all_review_columns && named.outcomes.size() % 2 == 0 &&
      std::equal(named.outcomes.begin(), named.outcomes.begin() + static_cast<std::ptrdiff_t>(half),
                 named.outcomes.begin() + static_cast<std::ptrdiff_t>(half)))
    named.outcomes.resize(half);
  return named;
}

std::optional<std::vector<std::int8_t>> review_columns_of(const ReviewNames& named) {
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
  for (std::size_t i = 0; i < named.outcomes.size(); ++i)
    columns.push_back(review_column(all_blocks ? run_of[i] : named.blocks[run_of[i]], named.outcomes[i]));
  return columns;
}

}  // namespace nianbao::tables
