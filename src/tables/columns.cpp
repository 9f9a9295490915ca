// SPDX-License-Identifier: Apache-2.0
#include "tables/columns.hpp"

#include <algorithm>
#include <numeric>

#include "tables/printed.hpp"

namespace nianbao::tables {

namespace {

using form::Kind;
using grammar::Token;

std::vector<std::int8_t> first_columns(std::size_t count) {
  std::vector<std::int8_t> columns(count);
  std::iota(columns.begin(), columns.end(), std::int8_t{0});
  return columns;
}

constexpr std::int8_t not_a_column = -2;

std::int8_t applicant_column(const Token& token) noexcept {
  if (token.kind != grammar::TokenKind::label) return not_a_column;
  switch (token.label.kind) {
    case Kind::applicant: return static_cast<std::int8_t>(token.label.index);
    case Kind::organisations_subtotal: return extra_column;
    case Kind::total: return form::applicant_total;
    case Kind::other: return form::applicant_other;
    default: return not_a_column;
  }
}

// A label of the header and the line it stands in.
struct HeaderLabel {
  std::int8_t column;
  std::uint32_t line;
  std::uint32_t token;
};

std::vector<HeaderLabel> header_labels(const Input& input, grammar::TokenRange header) {
  std::vector<HeaderLabel> labels;
  for (auto i = header.first; i < header.last; ++i) {
    const auto column = applicant_column(input.tokens[i]);
    const bool known = column == not_a_column ||
                       std::any_of(labels.begin(), labels.end(), [column](const HeaderLabel& label) {
                         return label.column == column;
                       });
    if (!known) labels.push_back({column, input.tokens[i].line, i});
  }
  return labels;
}

// 自然人 and 总计 span lines of the header that the organisations' columns divide: what is printed
// above the organisations stands at the sides of them.
void order_by_place(std::vector<HeaderLabel>& labels) {
  std::uint32_t organisations = 0;
  for (const auto& label : labels)
    if (label.column > 0 && label.column < form::applicant_other) organisations = label.line;
  const auto side = [organisations](const HeaderLabel& label) {
    if (label.line == organisations) return 1;
    if (label.column == 0) return 0;
    return label.column == form::applicant_total ? 2 : 1;
  };
  std::stable_sort(labels.begin(), labels.end(), [&](const HeaderLabel& a, const HeaderLabel& b) {
    return side(a) < side(b);
  });
}

bool is_full(const std::vector<std::int8_t>& columns, std::size_t count) {
  return columns == first_columns(count);
}

}  // namespace

bool most_rows_hold(const Input& input, const grammar::PrintedTable& table, std::size_t count) {
  std::size_t holding = 0;
  std::size_t fitting = 0;
  for (const auto& row : table.rows) {
    const auto run = run_length(input, row);
    if (run == 0) continue;
    ++holding;
    if (run == count) ++fitting;
  }
  return holding > 0 && fitting * 2 > holding;
}

PrintedColumns matrix_columns(const Input& input) {
  PrintedColumns best;
  for (const auto header : input.tree.matrix.headers) {
    auto labels = header_labels(input, header);
    if (labels.size() <= best.columns.size()) continue;
    order_by_place(labels);
    best.columns.clear();
    for (const auto& label : labels) best.columns.push_back(label.column);
    best.token = labels.front().token;
    const auto& first = input.tokens[best.token];
    best.header = input.document.lines[first.line].is_row ? static_cast<std::int32_t>(first.column) : -1;
  }
  // A damaged header against rows that are whole: the rows are right.
  const bool too_little = best.columns.size() < 3;
  const bool extra = std::count(best.columns.begin(), best.columns.end(), extra_column) > 0;
  if (too_little || (!extra && !is_full(best.columns, form::applicant_count) &&
                     most_rows_hold(input, input.tree.matrix, form::applicant_count)))
    best.columns = first_columns(form::applicant_count);
  return best;
}

PrintedColumns document_columns(const Input& input) {
  PrintedColumns found;
  for (const auto header : input.tree.facts.headers)
    for (auto i = header.first; i < header.last; ++i) {
      const auto& token = input.tokens[i];
      const auto column = static_cast<std::int8_t>(token.label.index);
      if (!token.is_label(Kind::fact_column) || column > 2) continue;
      if (std::count(found.columns.begin(), found.columns.end(), column) > 0) continue;
      if (found.columns.empty()) {
        found.token = i;
        if (input.document.lines[token.line].is_row)
          found.header = static_cast<std::int32_t>(token.column);
      }
      found.columns.push_back(column);
    }
  if (found.columns.empty()) found.columns = first_columns(3);
  return found;
}

PrintedColumns review_columns(const Input& input) {
  constexpr std::size_t all = form::review_block_count * form::outcome_count;
  PrintedColumns found;
  std::size_t outcomes = 0;
  for (const auto header : input.tree.review.headers)
    for (auto i = header.first; i < header.last; ++i) {
      const auto& token = input.tokens[i];
      if (!token.is_label(Kind::outcome) && !token.is_label(Kind::total)) continue;
      if (outcomes++ > 0) continue;
      found.token = i;
      if (input.document.lines[token.line].is_row)
        found.header = static_cast<std::int32_t>(token.column);
    }
  // A cut header is believed only where the figures are cut at the same place.
  const bool cut = outcomes > 0 && outcomes < all && most_rows_hold(input, input.tree.review, outcomes);
  found.columns = first_columns(cut ? outcomes : all);
  return found;
}

}  // namespace nianbao::tables
