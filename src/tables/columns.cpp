// SPDX-License-Identifier: Apache-2.0
#include "tables/columns.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "tables/printed.hpp"
#include "text/fold.hpp"

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

// The organisation whose label begins with `text`: 社会 and 法律 above 公益组织 and 服务机构.
std::int8_t begun_applicant(const Input& input, const Token& token) {
  if (token.range.size() > 60) return not_a_column;
  const auto view = input.document.text.substr(token.range.begin, token.range.size());
  std::string buffer;
  std::string key;
  text::skeleton(input.document.has_markup ? text::fold_markup(view, buffer) : text::fold(view, buffer), key);
  if (key.size() < 6) return not_a_column;
  for (std::int8_t i = 0; i < form::applicant_other; ++i)
    if (std::string_view(form::applicants[static_cast<std::size_t>(i)].names.label).substr(0, key.size()) == key)
      return i;
  return not_a_column;
}

std::int8_t applicant_column(const Input& input, const Token& token) {
  if (token.kind == grammar::TokenKind::text) return begun_applicant(input, token);
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
    const auto column = applicant_column(input, input.tokens[i]);
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

bool is_full(const std::vector<std::int8_t>& columns) {
  return columns == first_columns(form::applicant_count);
}

HeaderShape header_at(const Input& input, std::uint32_t token) {
  const auto& label = input.tokens[token];
  const auto& line = input.document.lines[label.line];
  if (!line.is_row) return {};
  return {static_cast<std::int32_t>(label.column), line.width};
}

// Whether the rows bear out that the header prints fewer columns than the form has: none holds more
// values, and several hold as many.
bool rows_agree(const Input& input, const std::vector<std::int8_t>& columns) {
  std::size_t fitting = 0;
  for (const auto& row : input.tree.matrix.rows) {
    const auto run = run_length(input, row);
    if (run > columns.size()) return false;
    if (run == columns.size()) ++fitting;
  }
  return fitting >= 3;
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
    best.header = labels.front().column == 0 ? header_at(input, best.token) : HeaderShape{};
  }
  // A damaged header must not take columns away from rows that have them.
  const bool believable = best.columns.size() >= 3 && rows_agree(input, best.columns);
  if (!is_full(best.columns) && !believable) best.columns = first_columns(form::applicant_count);
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
        found.header = header_at(input, i);
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
      found.header = header_at(input, i);
    }
  // A cut header is believed only where the figures are cut at the same place.
  const bool cut = outcomes > 0 && outcomes < all && most_rows_hold(input, input.tree.review, outcomes);
  found.columns = first_columns(cut ? outcomes : all);
  return found;
}

}  // namespace nianbao::tables
