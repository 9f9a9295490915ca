// SPDX-License-Identifier: Apache-2.0
#include "tables/flow.hpp"

#include <algorithm>

namespace nianbao::tables {

namespace {

using form::Kind;
using grammar::PrintedRow;
using grammar::PrintedTable;
using grammar::TokenRange;

bool flows(const PlacedRow& row) noexcept { return !row.in_line && row.printed > 0; }

bool is_alone(const Reading& reading, const PrintedRow& row) {
  return row.label_token != grammar::no_token && reading.tokens[row.label_token].has(grammar::alone);
}

constexpr int no_place = -1;   // a label that the form does not have
constexpr int own_place = -2;  // a group's own row: before its other rows or behind them

// Rows of a table whose labels, lines of their own, are out of the form's order, and those next to them.
class OutOfOrder {
 public:
  // `place_of` tells the place of a label in the form's order.
  template <class PlaceOf>
  OutOfOrder(const Reading& reading, const PrintedTable& table, PlaceOf place_of)
      : rows_(table.rows), is_out_(table.rows.size(), false) {
    places_.reserve(rows_.size());
    for (const auto& row : rows_)
      places_.push_back(is_alone(reading, row) ? place_of(row.label.index) : no_place);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (places_[i] >= 0) add(i);
      if (places_[i] == own_place) is_out_[i] = !is_beside_its_rows(i);
    }
  }

  [[nodiscard]] bool has(const PrintedRow& row) const {
    return is_out_[static_cast<std::size_t>(&row - rows_.data())];
  }

 private:
  // The first row begins the table once more.
  void add(std::size_t at) {
    const bool falls = last_ != none && places_[at] < places_[last_] && places_[at] != 0;
    if (falls) {
      mark_before(at);
      is_out_[at] = true;
    } else if (after_fall_) {
      is_out_[at] = true;
    }
    after_fall_ = falls;
    last_ = at;
  }

  // Figures between a group's label and that of a row without figures are the row's rather.
  [[nodiscard]] bool is_beside_its_rows(std::size_t group) const {
    const auto& row = form::matrix_rows[rows_[group].label.index];
    const bool is_behind = last_ != none && places_[last_] > rows_[group].label.index;
    if (is_behind) return form::matrix_rows[rows_[last_].label.index].group == row.group;
    if (group + 1 == rows_.size()) return true;
    const auto& next = rows_[group + 1];
    return !next.values.empty() || form::matrix_rows[next.label.index].group != row.group;
  }

  // The rows that should stand behind `at`, and the one before them.
  void mark_before(std::size_t at) {
    for (auto i = at; i > 0 && !is_out_[i - 1]; --i) {
      is_out_[i - 1] = true;
      if (places_[i - 1] >= 0 && places_[i - 1] < places_[at]) break;
    }
  }

  static constexpr auto none = static_cast<std::size_t>(-1);

  const std::vector<PrintedRow>& rows_;
  std::vector<bool> is_out_;
  std::vector<int> places_;
  std::size_t last_ = none;
  bool after_fall_ = false;
};

// Whether a header names organisations in another order than the form's.
bool header_falls(const Reading& reading, TokenRange header) {
  constexpr int first = 1;
  int last = first;
  for (auto i = header.first; i < header.last; ++i) {
    const auto& token = reading.tokens[i];
    const bool is_organisation =
        token.is_label(Kind::applicant) && token.label.index > 0 && token.label.index < form::applicant_other;
    if (!is_organisation || !token.has(grammar::alone)) continue;
    const int organisation = token.label.index;
    if (organisation < last && organisation != first) return true;
    last = organisation;
  }
  return false;
}

bool is_in_order(const PrintedColumns& columns) {
  int last = 0;
  for (const int column : columns.columns) {
    if (column <= 0 || column >= form::applicant_other) continue;
    if (column < last) return false;
    last = column;
  }
  return true;
}

template <class IsDoubted>
void doubt(PlacedRows& rows, IsDoubted is_doubted) {
  for (auto& row : rows)
    if (flows(row) && is_doubted(*row.row)) row.fit = Fit::ambiguous;
}

// Whether a header names its table, and no column of it.
bool lacks_columns(const Reading& reading, TokenRange header) {
  const auto is_column = [](const grammar::Token& token) { return token.is_label(Kind::fact_column); };
  const auto begin = reading.tokens.begin();
  return std::none_of(begin + header.first, begin + header.last, is_column);
}

// Whether the columns of a row are named behind it: its value may be anything that stood between.
bool is_named_behind(const Reading& reading, const PrintedRow& row) {
  const auto& headers = reading.tree.facts.headers;
  if (row.header == 0 || row.header >= headers.size()) return false;
  return lacks_columns(reading, headers[row.header - 1]) &&
         reading.tokens[headers[row.header].first].is_label(Kind::fact_column);
}

}  // namespace

void doubt_order_of_matrix(const Reading& reading, const PrintedColumns& columns, PlacedRows& rows) {
  if (std::none_of(rows.begin(), rows.end(), [](const PlacedRow& row) { return flows(row); })) return;
  const auto& matrix = reading.tree.matrix;
  const auto place_of = [](std::size_t row) {
    return form::matrix_rows[row].subtotal ? own_place : static_cast<int>(row);
  };
  const OutOfOrder out(reading, matrix, place_of);
  const bool is_header_out =
      !is_in_order(columns) || std::any_of(matrix.headers.begin(), matrix.headers.end(),
                                           [&](TokenRange header) { return header_falls(reading, header); });
  doubt(rows, [&](const PrintedRow& row) { return is_header_out || out.has(row); });
}

void doubt_order_of_facts(const Reading& reading, const form::Form& of, PlacedRows& rows) {
  if (std::none_of(rows.begin(), rows.end(), [](const PlacedRow& row) { return flows(row); })) return;
  const auto place_of = [&of](std::size_t row) {
    const auto* const found = std::find_if(of.fact_rows.begin(), of.fact_rows.end(),
                                           [row](const form::FactRow& line) { return line.number == row; });
    return found == of.fact_rows.end() ? no_place : static_cast<int>(found - of.fact_rows.begin());
  };
  const OutOfOrder out(reading, reading.tree.facts, place_of);
  doubt(rows, [&](const PrintedRow& row) { return out.has(row) || is_named_behind(reading, row); });
}

}  // namespace nianbao::tables
