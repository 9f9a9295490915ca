// SPDX-License-Identifier: Apache-2.0
#include "check/readings.hpp"

#include <algorithm>

#include "check/results.hpp"

namespace nianbao::rules {

namespace {

using Kind = StatementKind;

struct NamedRows {
  std::size_t received = form::matrix_row_index("newly_received");
  std::size_t carried_in = form::matrix_row_index("carried_over_in");
  std::size_t disclosed = form::matrix_row_index("results.disclosed");
  std::size_t partially = form::matrix_row_index("results.partially_disclosed");
  std::size_t total = form::matrix_row_index("results.total");
  std::size_t carried_out = form::matrix_row_index("carried_over_out");
};

const NamedRows& named_rows() {
  static const NamedRows all;
  return all;
}

// Numbers of the groups （三） to （六） among the rows of the form.
enum Group : std::uint8_t { not_disclosed = 3, unable_to_provide, not_processed, other_results };

std::uint8_t group_of(Kind kind) noexcept {
  switch (kind) {
    case Kind::not_disclosed: return not_disclosed;
    case Kind::unable_to_provide: return unable_to_provide;
    case Kind::not_processed: return not_processed;
    default: return other_results;
  }
}

}  // namespace

const std::vector<Reading>& Readings::of(const Statement& statement) {
  terms_.clear();
  readings_.clear();
  switch (statement.kind) {
    case Kind::received:
    case Kind::accepted:
    case Kind::processed:
    case Kind::carried_over_in:
    case Kind::handled:
    case Kind::carried_over_out: read_requests(statement); break;
    case Kind::disclosed:
    case Kind::partially_disclosed:
    case Kind::not_disclosed:
    case Kind::unable_to_provide:
    case Kind::not_processed:
    case Kind::other_results: read_result(statement); break;
    case Kind::reconsideration:
    case Kind::litigation:
    case Kind::litigation_direct:
    case Kind::litigation_after_reconsideration:
    case Kind::disputes: read_disputes(statement); break;
    default: read_documents(statement); break;
  }
  return readings_;
}

// --- what may be meant -----------------------------------------------------------------------------------

// 收到 and 受理 are said of what is new, and of all that there was to handle; 办理 of either, and of what
// came of it.
void Readings::read_requests(const Statement& statement) {
  const auto& r = named_rows();
  if (statement.kind == Kind::carried_over_in || statement.kind == Kind::carried_over_out) {
    start();
    add_row(statement.kind == Kind::carried_over_in ? r.carried_in : r.carried_out);
    return;
  }
  const bool is_handled = statement.kind == Kind::handled;
  if (!is_handled) {
    start();
    add_row(r.received);
    start();
    add_row(r.received);
    add_row(r.carried_in);
  }
  if (statement.kind == Kind::received) return;
  if (statement.kind == Kind::accepted) {
    // 收到 6 件，受理 5 件，不予受理 1 件
    start();
    add_row(r.received);
    add_group(not_processed, true);
    start();
    add_row(r.received);
    add_row(r.carried_in);
    add_group(not_processed, true);
    return;
  }
  start();
  add_row(r.total);
  start();
  add_row(r.received);
  add_row(r.carried_in);
  add_row(r.carried_out, true);
  // 答复 may leave out what was not processed, or ended otherwise.
  start();
  add_row(r.disclosed);
  add_row(r.partially);
  add_group(not_disclosed);
  add_group(unable_to_provide);
  start();
  add_row(r.disclosed);
  add_row(r.partially);
  add_group(not_disclosed);
  add_group(unable_to_provide);
  add_group(not_processed);
}

void Readings::read_result(const Statement& statement) {
  const auto& r = named_rows();
  start();
  if (statement.kind == Kind::disclosed) {
    add_row(r.disclosed);
    start();
    add_row(r.disclosed);
    add_row(r.partially);
    return;
  }
  if (statement.kind == Kind::partially_disclosed) {
    add_row(r.partially);
    return;
  }
  if (!statement.row.empty()) {
    constexpr std::size_t prefix = sizeof("applications.") - 1;
    add_row(form::matrix_row_index(statement.row.substr(prefix)));
    start();
  }
  add_group(group_of(statement.kind));
}

void Readings::read_disputes(const Statement& statement) {
  // The form has the outcomes in this order, and their sum behind them.
  const auto outcome = statement.outcome == StatementOutcome::all
                           ? form::outcome_total
                           : static_cast<std::size_t>(statement.outcome) - 1;
  enum : std::uint8_t { reconsideration, direct, later };
  const auto kind = statement.kind;
  start();
  if (kind == Kind::reconsideration || kind == Kind::disputes) add_block(reconsideration, outcome);
  if (kind == Kind::litigation_direct || kind == Kind::litigation || kind == Kind::disputes)
    add_block(direct, outcome);
  if (kind == Kind::litigation_after_reconsideration || kind == Kind::litigation || kind == Kind::disputes)
    add_block(later, outcome);
  // What was reconsidered before may be told of on its own.
  if (kind != Kind::litigation) return;
  start();
  add_block(direct, outcome);
}

// The form of 2019 asks what was made and what was newly disclosed, not what was repealed or is in force.
void Readings::read_documents(const Statement& statement) {
  struct Fact {
    Kind kind;
    Template form;
    const char* path;
  };
  static constexpr std::array<Fact, 11> facts{{
      {Kind::regulations_issued, Template::form_2021, "proactive_disclosure.regulations.issued"},
      {Kind::regulations_repealed, Template::form_2021, "proactive_disclosure.regulations.repealed"},
      {Kind::regulations_in_force, Template::form_2021, "proactive_disclosure.regulations.in_force"},
      {Kind::documents_issued, Template::form_2021, "proactive_disclosure.normative_documents.issued"},
      {Kind::documents_repealed, Template::form_2021, "proactive_disclosure.normative_documents.repealed"},
      {Kind::documents_in_force, Template::form_2021, "proactive_disclosure.normative_documents.in_force"},
      {Kind::administrative_fees, Template::form_2021, "proactive_disclosure.administrative_fees.amount"},
      {Kind::regulations_issued, Template::form_2019, "proactive_disclosure.regulations.produced"},
      {Kind::regulations_issued, Template::form_2019, "proactive_disclosure.regulations.newly_disclosed"},
      {Kind::documents_issued, Template::form_2019, "proactive_disclosure.normative_documents.produced"},
      {Kind::documents_issued, Template::form_2019,
       "proactive_disclosure.normative_documents.newly_disclosed"},
  }};
  for (const auto& fact : facts)
    if (fact.kind == statement.kind && fact.form == report_.form) {
      start();
      add_fact(fact.path);
    }
}

// --- sums ------------------------------------------------------------------------------------------------

void Readings::start() {
  Reading reading;
  reading.first = static_cast<std::uint32_t>(terms_.size());
  readings_.push_back(reading);
}

void Readings::add(std::string_view path, const Cell* cell, bool is_less) {
  auto& reading = readings_.back();
  terms_.push_back({path, cell, is_less});
  ++reading.count;
  const auto value = cell == nullptr ? std::nullopt : printed_count(*cell);
  if (value)
    reading.sum += is_less ? -*value : *value;
  else
    ++reading.unknown;
}

// Where the column 总计 was not printed, its applicants stand for it.
void Readings::add_row(std::size_t row, bool is_less) {
  const auto total = matrix_cell(row, form::applicant_total);
  const auto* cell = equations_.cell(total);
  const auto is_count = [&](std::size_t column) {
    const auto* one = equations_.cell(matrix_cell(row, column));
    return one != nullptr && printed_count(*one);
  };
  bool is_replaced = cell != nullptr && !is_printed(*cell);
  for (std::size_t c = 0; c < form::applicant_total; ++c) is_replaced = is_replaced && is_count(c);
  if (!is_replaced) {
    add(path_of(total), cell, is_less);
    return;
  }
  for (std::size_t c = 0; c < form::applicant_total; ++c)
    add(path_of(matrix_cell(row, c)), equations_.cell(matrix_cell(row, c)), is_less);
}

// A group is its printed subtotal, or else its rows.
void Readings::add_group(std::size_t group, bool is_less) {
  const auto& form = form::form_of(report_.form);
  const auto is_printed = [&](std::size_t row) {
    const auto* cell = equations_.cell(matrix_cell(row, form::applicant_total));
    return cell != nullptr && cell->has_value();
  };
  for (std::size_t r = 0; r < form::matrix_row_count; ++r)
    if (form::matrix_rows[r].group == group && form::matrix_rows[r].subtotal &&
        (is_printed(r) || (form.has_row(r) && !form.is_optional(r)))) {
      add_row(r, is_less);
      return;
    }
  for (std::size_t r = 0; r < form::matrix_row_count; ++r)
    if (form::matrix_rows[r].group == group && !form::matrix_rows[r].subtotal && form.has_row(r))
      add_row(r, is_less);
}

void Readings::add_block(std::size_t block, std::size_t outcome) {
  const auto id = review_cell(block, outcome);
  add(path_of(id), equations_.cell(id));
}

void Readings::add_fact(std::string_view path) { add(path, find_figure(report_, path)); }

}  // namespace nianbao::rules
