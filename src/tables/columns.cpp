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
std::int8_t begun_applicant(const Reading& reading, const Token& token) {
  if (token.range.size() > 60) return not_a_column;
  const auto view = reading.document.text.substr(token.range.begin, token.range.size());
  std::string buffer;
  std::string key;
  text::skeleton(reading.document.has_markup ? text::fold_markup(view, buffer) : text::fold(view, buffer),
                 key);
  if (key.size() < 6) return not_a_column;
  for (std::int8_t i = 0; i < form::applicant_other; ++i)
    if (std::string_view(form::applicants[static_cast<std::size_t>(i)].names.label).substr(0, key.size()) ==
        key)
      return i;
  return not_a_column;
}

std::int8_t applicant_column(const Reading& reading, const Token& token) {
  if (token.kind == grammar::TokenKind::text) return begun_applicant(reading, token);
  if (token.kind != grammar::TokenKind::label) return not_a_column;
  switch (token.label.kind) {
    case Kind::applicant: return static_cast<std::int8_t>(token.label.index);
    case Kind::organisations_subtotal: return extra_column;
    case Kind::total: return form::applicant_total;
    case Kind::other: return form::applicant_other;
    default: return not_a_column;
  }
}

// Whether the printed columns are those of the header; if not, whether they are those of the form.
enum class Belief : std::uint8_t { header, form, neither };

// A label of the header and the line it stands in.
struct HeaderLabel {
  std::int8_t column;
  std::uint32_t line;
  std::uint32_t token;
};

std::vector<HeaderLabel> header_labels(const Reading& reading, grammar::TokenRange header) {
  std::vector<HeaderLabel> labels;
  for (auto i = header.first; i < header.last; ++i) {
    const auto column = applicant_column(reading, reading.tokens[i]);
    const bool known = column == not_a_column ||
                       std::any_of(labels.begin(), labels.end(),
                                   [column](const HeaderLabel& label) { return label.column == column; });
    if (!known) labels.push_back({column, reading.tokens[i].line, i});
  }
  return labels;
}

std::uint32_t line_of_organisations(const std::vector<HeaderLabel>& labels) {
  std::uint32_t line = 0;
  for (const auto& label : labels)
    if (label.column > 0 && label.column < form::applicant_other) line = label.line;
  return line;
}

// Whether the line of the organisations holds a text that names none of them: one more column.
bool has_unknown_column(const Reading& reading, grammar::TokenRange header, std::uint32_t line) {
  for (auto i = header.first; i < header.last; ++i) {
    const auto& token = reading.tokens[i];
    if (token.line == line && token.kind == grammar::TokenKind::text && !token.has(grammar::alone) &&
        applicant_column(reading, token) == not_a_column)
      return true;
  }
  return false;
}

// 自然人 and 总计 span lines of the header that the organisations' columns divide: what is printed
// above the organisations stands at the sides of them.
void order_by_place(std::vector<HeaderLabel>& labels) {
  const auto organisations = line_of_organisations(labels);
  const auto side = [organisations](const HeaderLabel& label) {
    if (label.line == organisations) return 1;
    if (label.column == 0) return 0;
    return label.column == form::applicant_total ? 2 : 1;
  };
  std::stable_sort(labels.begin(), labels.end(),
                   [&](const HeaderLabel& a, const HeaderLabel& b) { return side(a) < side(b); });
}

using readers::Places;

// Where columns are places on the page, a header stands over its figures; where they are so only roughly,
// the form's order is trusted more.
void sort_by_column(const Reading& reading, std::vector<HeaderLabel>& labels) {
  const bool is_rough = reading.document.places == Places::rough;
  std::stable_sort(labels.begin(), labels.end(), [&](const HeaderLabel& a, const HeaderLabel& b) {
    if (is_rough) return a.column < b.column;
    return reading.tokens[a.token].column < reading.tokens[b.token].column;
  });
}

// Whether the labels stand side by side, next to the rows' labels.
bool stands_in_place(const Reading& reading, const std::vector<HeaderLabel>& labels) {
  std::vector<bool> stands(labels.size(), false);
  for (const auto& label : labels) {
    const auto column = reading.tokens[label.token].column;
    if (column == 0 || column > stands.size()) return false;
    stands[column - 1] = true;
  }
  return std::all_of(stands.begin(), stands.end(), [](bool is) { return is; });
}

bool is_full(const std::vector<std::int8_t>& columns) {
  return columns == first_columns(form::applicant_count);
}

HeaderShape header_at(const Reading& reading, std::uint32_t token) {
  const auto& label = reading.tokens[token];
  const auto& line = reading.document.lines[label.line];
  if (!line.is_row) return {-1, 0, true};
  return {static_cast<std::int32_t>(label.column), line.width, true};
}

// How the header's columns stand against the rows.
struct Runs {
  std::size_t longest = 0;
  std::size_t longest_in_line = 0;
  std::size_t fitting = 0;  // rows whose run is as long as the header
  std::size_t full = 0;     // rows whose run is as long as the form is wide
  std::size_t holding = 0;
};

Runs runs_of(const Reading& reading, std::size_t columns) {
  Runs runs;
  for (const auto& row : reading.tree.matrix.rows) {
    const auto printed = run_of(reading, row);
    const std::size_t run = printed.length;
    if (run == 0) continue;
    ++runs.holding;
    runs.longest = std::max(runs.longest, run);
    if (printed.in_line) runs.longest_in_line = std::max(runs.longest_in_line, run);
    if (run == columns) ++runs.fitting;
    if (run == form::applicant_count) ++runs.full;
  }
  return runs;
}

struct Header {
  std::vector<std::int8_t> columns;
  bool unknown = false;  // a column that has no name of the form

  [[nodiscard]] std::vector<std::int8_t> of_the_form() const {
    auto named = columns;
    named.erase(std::remove(named.begin(), named.end(), extra_column), named.end());
    return named;
  }
};

bool is_full_in_any_order(std::vector<std::int8_t> columns) {
  std::sort(columns.begin(), columns.end());
  return is_full(columns);
}

// A header that the form's columns end before their time: what a fixed width leaves.
bool is_beginning(const std::vector<std::int8_t>& columns) {
  return columns == first_columns(columns.size());
}

Belief believe(const Reading& reading, const Header& header) {
  constexpr std::size_t fewest_labels = 3;
  constexpr std::size_t fewest_rows = 3;
  const auto named = header.of_the_form();
  if (named.size() < fewest_labels) return Belief::form;
  const auto runs = runs_of(reading, header.columns.size());
  if (header.unknown)
    return is_full(named) && runs.longest == named.size() && runs.full * 2 > runs.holding ? Belief::form
                                                                                          : Belief::neither;
  if (is_full(named)) return Belief::header;
  const bool extra = named.size() < header.columns.size();
  // A damaged header must not take columns away from rows that have them.
  if (runs.longest > header.columns.size()) {
    if (!extra && runs.longest_in_line == form::applicant_count) return Belief::form;
    if (runs.longest_in_line > header.columns.size()) return Belief::neither;
    if (runs.fitting * 2 > runs.holding) return Belief::header;
    return !extra && runs.full * 2 > runs.holding ? Belief::form : Belief::neither;
  }
  return is_beginning(named) || runs.fitting >= fewest_rows ? Belief::header : Belief::neither;
}

}  // namespace

bool most_rows_hold(const Reading& reading, const grammar::PrintedTable& table, std::size_t count) {
  std::size_t holding = 0;
  std::size_t fitting = 0;
  for (const auto& row : table.rows) {
    const auto run = run_of(reading, row).length;
    if (run == 0) continue;
    ++holding;
    if (run == count) ++fitting;
  }
  return holding > 0 && fitting * 2 > holding;
}

PrintedColumns matrix_columns(const Reading& reading) {
  PrintedColumns best;
  Header most;
  std::vector<HeaderLabel> best_labels;
  for (const auto header : reading.tree.matrix.headers) {
    auto labels = header_labels(reading, header);
    most.unknown = most.unknown || has_unknown_column(reading, header, line_of_organisations(labels));
    if (labels.size() <= most.columns.size()) continue;
    if (reading.document.places != Places::unknown)
      sort_by_column(reading, labels);
    else
      order_by_place(labels);
    best_labels = labels;
    most.columns.clear();
    for (const auto& label : labels) most.columns.push_back(label.column);
    best.token = labels.front().token;
    best.header = labels.front().column == 0 ? header_at(reading, best.token) : HeaderShape{-1, 0, true};
  }
  auto belief = believe(reading, most);
  best.certain = belief != Belief::neither;
  // A rough header that does not name all columns may have lost any of them.
  const bool is_rough = reading.document.places == Places::rough;
  const auto runs = is_rough ? runs_of(reading, form::applicant_count) : Runs{};
  if (belief == Belief::neither && runs.longest == form::applicant_count && runs.full * 2 > runs.holding)
    belief = Belief::form;
  const bool in_place = belief == Belief::header && stands_in_place(reading, best_labels) &&
                        (!is_rough || is_full_in_any_order(most.columns));
  best.is_placed = in_place && reading.document.places == Places::exact;
  if (reading.document.places != Places::unknown && !in_place) {
    // Rows that have a figure in every column of the form need no header.
    best.certain = best.certain && (belief == Belief::form || is_full_in_any_order(most.columns));
    best.whole_rows_only = true;
    if (belief == Belief::header) most.columns = first_columns(form::applicant_count);
  }
  best.header.known = belief == Belief::header;
  if (is_beginning(most.columns)) best.header.columns = static_cast<std::uint32_t>(most.columns.size());
  best.columns = belief == Belief::header ? most.columns : first_columns(form::applicant_count);
  if (belief == Belief::form)
    for (const auto column : best.columns)
      if (std::count(most.columns.begin(), most.columns.end(), column) == 0) best.unnamed.push_back(column);
  return best;
}

namespace {

// The columns of documents by the places of their labels, as far as they follow each other from the first.
std::vector<std::int8_t> labels_in_place(const Reading& reading) {
  std::vector<std::int8_t> columns(most_columns, not_a_column);
  for (const auto header : reading.tree.facts.headers)
    for (auto i = header.first; i < header.last; ++i) {
      const auto& token = reading.tokens[i];
      const bool is_document = token.is_label(Kind::fact_column) && token.label.index <= 2;
      if (is_document && token.column > 0 && token.column <= columns.size())
        columns[token.column - 1] = static_cast<std::int8_t>(token.label.index);
    }
  columns.erase(std::find(columns.begin(), columns.end(), not_a_column), columns.end());
  return columns;
}

// Whether all fifteen outcomes stand side by side from the first column on.
bool outcomes_stand_in_place(const Reading& reading) {
  std::vector<bool> stands(form::review_block_count * form::outcome_count, false);
  for (const auto header : reading.tree.review.headers)
    for (auto i = header.first; i < header.last; ++i) {
      const auto& token = reading.tokens[i];
      const bool total = token.is_label(Kind::total);
      if (!token.is_label(Kind::outcome) && !total) continue;
      const auto column = static_cast<std::size_t>(token.column) - 1;
      const auto outcome = total ? std::size_t{form::outcome_total} : std::size_t{token.label.index};
      if (column < stands.size() && column % form::outcome_count == outcome) stands[column] = true;
    }
  return std::all_of(stands.begin(), stands.end(), [](bool is) { return is; });
}

}  // namespace

PrintedColumns document_columns(const Reading& reading) {
  PrintedColumns found;
  for (const auto header : reading.tree.facts.headers)
    for (auto i = header.first; i < header.last; ++i) {
      const auto& token = reading.tokens[i];
      const auto column = static_cast<std::int8_t>(token.label.index);
      if (!token.is_label(Kind::fact_column) || column > 2) continue;
      if (std::count(found.columns.begin(), found.columns.end(), column) > 0) continue;
      if (found.columns.empty()) {
        found.token = i;
        found.header = header_at(reading, i);
      }
      found.columns.push_back(column);
    }
  const bool is_rough = reading.document.places == Places::rough;
  const bool in_place =
      found.columns.size() >= (is_rough ? 3U : 1U) && found.columns == labels_in_place(reading);
  found.is_placed = in_place && reading.document.places == Places::exact;
  if (reading.document.places != Places::unknown && !in_place) {
    found.columns.clear();
    found.whole_rows_only = true;
  }
  if (found.columns.empty()) found.columns = first_columns(3);
  return found;
}

PrintedColumns review_columns(const Reading& reading) {
  constexpr std::size_t all = form::review_block_count * form::outcome_count;
  PrintedColumns found;
  std::size_t outcomes = 0;
  for (const auto header : reading.tree.review.headers)
    for (auto i = header.first; i < header.last; ++i) {
      const auto& token = reading.tokens[i];
      if (!token.is_label(Kind::outcome) && !token.is_label(Kind::total)) continue;
      if (outcomes++ > 0) continue;
      found.token = i;
      found.header = header_at(reading, i);
    }
  // A cut header is believed only where the figures are cut at the same place.
  const bool cut = outcomes > 0 && outcomes < all && most_rows_hold(reading, reading.tree.review, outcomes);
  found.columns = first_columns(cut ? outcomes : all);
  if (reading.document.places != Places::unknown) {
    const bool in_place = outcomes_stand_in_place(reading);
    found.columns = first_columns(all);
    found.is_placed = in_place && reading.document.places == Places::exact;
    found.whole_rows_only = !in_place;
  }
  return found;
}

}  // namespace nianbao::tables
