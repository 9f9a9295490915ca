// SPDX-License-Identifier: Apache-2.0
#include "tables/figures.hpp"

#include <algorithm>
#include <memory_resource>
#include <string>

#include "tables/cells.hpp"
#include "tables/columns.hpp"
#include "tables/facts.hpp"
#include "tables/flow.hpp"
#include "tables/notes.hpp"
#include "tables/pages.hpp"
#include "tables/printed.hpp"
#include "tables/review_parts.hpp"
#include "tables/rows.hpp"
#include "tables/target.hpp"

namespace nianbao::tables {

namespace {

using diagnostics::Draft;
using form::Kind;
using grammar::PrintedRow;
using grammar::Token;
using grammar::TokenKind;

// Rows of the form are few; a text with more is several reports, or no report.
constexpr std::size_t most_rows = 128;

// Printings of rows, those of the same row of the form beside each other.
using Printings = std::pmr::vector<const PlacedRow*>;

struct PrintingsOfRow {
  Printings::const_iterator first;
  Printings::const_iterator last;

  [[nodiscard]] bool empty() const { return first == last; }
};

class FigureReader {
 public:
  FigureReader(const Reading& reading, const FactHeaders& headers, bool is_form_certain, AnnualReport& report)
      : in_(reading),
        headers_(headers),
        report_(report),
        of_(form::form_of(report.form)),
        is_form_certain_(is_form_certain),
        notes_(reading),
        cells_(reading, notes_) {}

  void run() {
    read_matrix();
    if (in_.tree.foreign == grammar::no_token) read_facts();
    read_review();
    for (const auto token : in_.tree.strays) note_stray(token, "");
    for (const auto& stray : strays_) note_stray(stray.token, path_of(stray.row));
    for (const auto token : in_.tree.unknown_rows)
      notes_.add(DiagnosticCode::row_unknown, token, "applications", notes_.folded(token));
  }

 private:
  // --- strays --------------------------------------------------------------------------------------

  void note_stray(std::uint32_t token, std::string_view path) {
    notes_.add(DiagnosticCode::table_stray_value, token, path, notes_.folded(token));
  }

  static std::string_view path_of(form::Label row) {
    switch (row.kind) {
      case Kind::fact_row: return form::paths().fact_row[row.index];
      case Kind::matrix_row:
      case Kind::matrix_group: return form::paths().matrix_row[row.index];
      default: return form::sections[form::section::review].names.key;
    }
  }

  // --- rows ----------------------------------------------------------------------------------------

  void fill_row(const PlacedRow& placed, const TargetRow& target) {
    if (cells_.fill_counts(placed, target)) return;
    auto token = placed.row->label_token;
    if (token == grammar::no_token && !placed.row->values.empty()) token = placed.row->values.first;
    if (placed.fit == Fit::ambiguous) {
      const auto columns = static_cast<std::int64_t>(target.columns);
      const auto code = placed.printed == 0 ? DiagnosticCode::row_truncated : DiagnosticCode::row_ambiguous;
      notes_.add(code, token, target.path, target.label, placed.printed, columns);
      return;
    }
    std::int64_t absent = 0;
    std::int64_t blank = 0;
    const Target* first_blank = nullptr;
    for (std::uint32_t i = 0; i < placed.columns; ++i) {
      const auto& target_cell = target.cells[i];
      const auto& from = placed.cells[i];
      if (from.is == PlacedCell::Is::absent) ++absent;
      if (target_cell.cell == nullptr) continue;
      if (from.is == PlacedCell::Is::value)
        cells_.fill_value(target_cell, from.token, placed.fit == Fit::whole);
      if (from.is == PlacedCell::Is::blank) {
        cells_.fill_blank(*target_cell.cell, placed, i);
        if (blank++ == 0) first_blank = &target_cell;
      }
    }
    const auto columns = static_cast<std::int64_t>(target.columns);
    if (absent > 0)
      notes_.add(DiagnosticCode::row_truncated, token, target.path, target.label, columns - absent, columns);
    if (blank > 0)
      blanks_.push_back(
          {token, blank == 1 ? first_blank->path : target.path, target.label, blank, blank == columns});
  }

  struct Blanks {
    std::uint32_t token;
    std::string_view path;
    const char* label;
    std::int64_t count;
    bool whole_row;
  };

  // One diagnostic for a table without any figure, else one for each row with blank cells.
  void note_blanks(std::uint8_t section, std::size_t rows) {
    const bool all =
        !blanks_.empty() && blanks_.size() == rows &&
        std::all_of(blanks_.begin(), blanks_.end(), [](const Blanks& row) { return row.whole_row; });
    if (all) {
      const auto& names = form::sections[section].names;
      notes_.add(DiagnosticCode::table_blank, blanks_.front().token, names.key, names.label);
    } else {
      for (const auto& row : blanks_)
        notes_.add(DiagnosticCode::cell_blank, row.token, row.path, row.label, row.count);
    }
    blanks_.clear();
  }

  [[nodiscard]] bool same_figures(const PlacedRow& a, const PlacedRow& b) {
    if (a.fit != b.fit) return false;
    return std::equal(a.cells.begin(), a.cells.begin() + a.columns, b.cells.begin(),
                      [&](const PlacedCell& x, const PlacedCell& y) {
                        if (x.is != y.is) return false;
                        if (x.is != PlacedCell::Is::value) return true;
                        const auto& s = in_.tokens[x.token];
                        const auto& t = in_.tokens[y.token];
                        if (s.kind == TokenKind::text && t.kind == TokenKind::text)
                          return notes_.folded(x.token) == notes_.folded(y.token);
                        return s.kind == t.kind && s.coefficient == t.coefficient && s.scale == t.scale;
                      });
  }

  // The printing to use of one that is printed several times: the first, if all that could be placed
  // agree; nullptr if they do not.
  const PlacedRow* settle(PrintingsOfRow printings) {
    const auto is_doubted = [](const PlacedRow* row) { return row->doubted; };
    const bool several = printings.last - printings.first > 1;
    if (several && std::any_of(printings.first, printings.last, is_doubted)) return nullptr;
    const PlacedRow* chosen = nullptr;
    for (auto at = printings.first; at != printings.last; ++at) {
      if ((*at)->fit == Fit::ambiguous || ((*at)->printed == 0 && chosen != nullptr)) continue;
      if (chosen != nullptr && chosen->printed == 0) chosen = nullptr;  // a blank form before the filled one
      if (chosen == nullptr)
        chosen = *at;
      else if (!same_figures(*chosen, **at))
        return nullptr;
    }
    return chosen != nullptr ? chosen : *printings.first;
  }

  void note_conflict(PrintingsOfRow printings, const TargetRow& target) {
    const auto place = [](const PlacedRow& row) {
      return row.row->label_token != grammar::no_token ? row.row->label_token : row.row->values.first;
    };
    Draft draft;
    draft.code = DiagnosticCode::row_conflict;
    draft.has_place = true;
    draft.place = in_.tokens[place(*printings.first[1])].range;
    draft.related = in_.tokens[place(*printings.first[0])].range;
    draft.path = target.path;
    draft.text = target.label;
    in_.sink.add(std::move(draft));
  }

  void fill(PrintingsOfRow printings, const TargetRow& target) {
    if (const auto* row = settle(printings))
      fill_row(*row, target);
    else
      note_conflict(printings, target);
  }

  void missing(std::uint8_t section, DiagnosticCode code, std::string_view path, std::string_view label) {
    notes_.add(code, in_.tree.sections[section].heading, path, label);
  }

  void missing_table(std::uint8_t section) {
    if (!in_.tree.sections[section].found) return;  // section.missing says it all
    const auto& names = form::sections[section].names;
    missing(section, DiagnosticCode::table_missing, names.key, names.label);
  }

  void missing_columns(std::uint8_t section, const PrintedColumns& printed, std::size_t count,
                       std::string (*path)(std::size_t), const char* (*label)(std::size_t)) {
    for (std::size_t c = 0; c < count; ++c)
      if (std::count(printed.columns.begin(), printed.columns.end(), static_cast<std::int8_t>(c)) == 0)
        notes_.add(DiagnosticCode::column_missing,
                   printed.token != grammar::no_token ? printed.token : in_.tree.sections[section].heading,
                   path(c), label(c));
  }

  void note_unnamed(const PrintedColumns& printed) {
    if (printed.unnamed.empty()) return;
    std::string names;
    for (const auto column : printed.unnamed) {
      if (!names.empty()) names += "、";
      names += form::applicants[static_cast<std::size_t>(column)].names.label;
    }
    const auto place =
        printed.token != grammar::no_token ? printed.token : in_.tree.matrix.rows.front().label_token;
    notes_.add(DiagnosticCode::column_unnamed, place, "applications", names,
               static_cast<std::int64_t>(printed.unnamed.size()));
  }

  template <class Depth>
  PrintedRows gather(const Rows& printed, const PrintedColumns& columns, Depth depth) {
    PrintedRows rows(in_.memory);
    rows.columns = static_cast<std::uint32_t>(columns.columns.size());
    rows.header = columns.header;
    rows.is_placed = columns.is_placed;
    rows.flows_are_certain = matrix_.flows_hold;
    rows.rows.reserve(std::min(printed.size(), most_rows));
    rows.depths.reserve(std::min(printed.size(), most_rows));
    for (const auto* row : printed) {
      if (rows.rows.size() >= most_rows) break;
      rows.rows.push_back(row);
      rows.depths.push_back(static_cast<std::uint32_t>(depth(*row)));
    }
    return rows;
  }

  Printings by_label(const PlacedRows& rows) {
    Printings sorted(in_.memory);
    sorted.reserve(rows.size());
    for (const auto& row : rows) sorted.push_back(&row);
    const auto earlier = [](const PlacedRow* a, const PlacedRow* b) {
      return a->row->label.index < b->row->label.index;
    };
    if (!std::is_sorted(sorted.begin(), sorted.end(), earlier))
      std::stable_sort(sorted.begin(), sorted.end(), earlier);
    return sorted;
  }

  // The printings of the row `index`; `from` moves behind them. To be asked in ascending order.
  static PrintingsOfRow next_printings(const Printings& sorted, Printings::const_iterator& from,
                                       std::uint8_t index) {
    while (from != sorted.end() && (*from)->row->label.index < index) ++from;
    const auto first = from;
    while (from != sorted.end() && (*from)->row->label.index == index) ++from;
    return {first, from};
  }

  // --- 二 --------------------------------------------------------------------------------------------

  void read_facts() {
    if (in_.tree.facts.rows.empty()) {
      missing_table(form::section::disclosure);
      return;
    }
    const auto printed = fact_tables(in_, headers_, of_);
    for (const auto* row : printed.others) note_unknown_row(*row, "proactive_disclosure");
    std::size_t lines = 0;
    for (const auto& table : printed.tables) lines += read_fact_table(table);
    note_blanks(form::section::disclosure, lines);
  }

  // How many of its lines are printed.
  std::size_t read_fact_table(const FactTable& table) {
    auto gathered = gather(table.rows, table.columns, [](const PrintedRow&) { return 1; });
    gathered.lacks_columns = table.columns.columns.size() < table.wanted.size();
    auto rows = place(in_, gathered, strays_);
    settle_facts(in_, headers_, table, is_form_certain_, rows);
    doubt_on_pages(in_, table.columns, 0, matrix_, rows);
    doubt_order_of_facts(in_, of_, rows);
    const auto sorted = by_label(rows);
    std::size_t printed = 0;
    TargetRow target;
    for (const auto* line : table.lines) {
      auto next = sorted.begin();
      const auto printings = next_printings(sorted, next, line->number);
      aim_at(*line, table, target);
      if (printings.empty()) {
        missing(form::section::disclosure, DiagnosticCode::row_missing, target.path, target.label);
        continue;
      }
      ++printed;
      fill(printings, target);
    }
    if (table.wanted.size() > 1 && !table.rows.empty()) missing_fact_columns(table);
    return printed;
  }

  void aim_at(const form::FactRow& line, const FactTable& table, TargetRow& target) {
    target.begin(form::paths().fact_row[line.number], line.names.label);
    for (auto column : table.columns.columns) {
      if (column == extra_column) {
        target.add({});
        continue;
      }
      if (table.wanted.size() == 1) column = line.columns[0];
      target.add(fact_cell(line, static_cast<std::uint8_t>(column), table));
    }
  }

  Target fact_cell(const form::FactRow& line, std::uint8_t number, const FactTable& table) {
    const auto* const fact = std::find_if(of_.facts.begin(), of_.facts.end(), [&](const form::Fact& f) {
      return f.row == line.number && f.column == number;
    });
    const auto& column = form::fact_column(number);
    const auto unit_token = column.unit != Unit::items ? table.amount_token : grammar::no_token;
    return {&fact->cell(report_), fact->path, column.unit, column.is_signed, unit_token};
  }

  void missing_fact_columns(const FactTable& table) {
    const auto& printed = table.columns;
    for (const auto number : table.wanted) {
      if (std::count(printed.columns.begin(), printed.columns.end(), number) > 0) continue;
      const auto& names = form::fact_column(static_cast<std::size_t>(number)).names;
      const auto row = table.lines.size() == 1 ? form::paths().fact_row[table.lines.front()->number]
                                               : std::string("proactive_disclosure.*");
      notes_.add(DiagnosticCode::column_missing,
                 printed.token != grammar::no_token ? printed.token
                                                    : in_.tree.sections[form::section::disclosure].heading,
                 row + '.' + names.key, names.label);
    }
  }

  void note_unknown_row(const PrintedRow& row, std::string_view section) {
    notes_.add(DiagnosticCode::row_unknown, row.label_token, section, notes_.folded(row.label_token));
  }

  // --- 三 --------------------------------------------------------------------------------------------

  // A group's line of figures whose next line skips the group's first row: more likely that row,
  // with its label lost. So are figures in a line of their own where the first row has none.
  [[nodiscard]] bool is_doubtful_subtotal(const PrintedRow& row) const {
    const auto& rows = in_.tree.matrix.rows;
    if (!of_.is_optional(row.label.index)) return false;
    const auto next = static_cast<std::size_t>(&row - rows.data()) + 1;
    if (next >= rows.size()) return false;
    const auto after = rows[next].label.index;
    const bool is_apart = in_.tokens[row.values.first].line != in_.tokens[row.label_token].line;
    if (is_apart && after == row.label.index + 1 && rows[next].values.first == rows[next].values.last)
      return true;
    return form::matrix_rows[after].group == form::matrix_rows[row.label.index].group &&
           after != row.label.index + 1 && after != row.label.index;
  }

  void read_matrix() {
    if (in_.tree.matrix.rows.empty()) {
      missing_table(form::section::applications);
      return;
    }
    const auto printed = matrix_columns(in_);
    const auto all = matrix_rows(in_, of_);
    for (const auto* row : all.others) note_unknown_row(*row, "applications");
    auto printed_rows = gather(
        all.of_form, printed, [](const PrintedRow& row) { return form::matrix_rows[row.label.index].depth; });
    printed_rows.lacks_columns = printed.columns.size() < form::applicant_count;
    if (printed.columns.size() == form::applicant_count && printed.columns.back() == form::applicant_total)
      printed_rows.total_every = form::applicant_count;
    auto rows = place(in_, printed_rows, strays_);
    matrix_ = evidence_of(in_, rows);
    doubt_on_pages(in_, printed, printed_rows.total_every, matrix_, rows);
    doubt_order_of_matrix(in_, printed, rows);
    note_unnamed(printed);
    const auto sorted = by_label(rows);
    auto next = sorted.begin();
    std::size_t found = 0;
    TargetRow target;
    for (std::uint8_t r = 0; r < form::matrix_row_count; ++r) {
      if (!of_.has_row(r)) continue;
      const auto printings = next_printings(sorted, next, r);
      if (printings.empty()) {
        if (!of_.is_optional(r))
          missing(form::section::applications, DiagnosticCode::row_missing, form::paths().matrix_row[r],
                  form::matrix_rows[r].names.label);
        continue;
      }
      ++found;
      read_matrix_row(r, printings, printed, target);
    }
    missing_columns(
        form::section::applications, printed, form::applicant_count,
        [](std::size_t c) { return form::paths().matrix_column[c]; },
        [](std::size_t c) { return form::applicants[c].names.label; });
    note_blanks(form::section::applications, found);
  }

  void read_matrix_row(std::uint8_t r, PrintingsOfRow printings, const PrintedColumns& printed,
                       TargetRow& target) {
    if (is_doubtful_subtotal(*(*printings.first)->row)) {
      notes_.add(DiagnosticCode::row_ambiguous, (*printings.first)->row->label_token,
                 form::paths().matrix_row[r], form::matrix_rows[r].names.label, (*printings.first)->printed,
                 static_cast<std::int64_t>(printed.columns.size()));
      return;
    }
    auto* const counts = form::matrix_rows[r].counts(report_.applications, true);
    const auto& paths = form::paths();
    target.begin(paths.matrix_row[r], form::matrix_rows[r].names.label);
    for (const auto column : printed.columns) {
      if (column == extra_column) {
        target.add({});
        continue;
      }
      const auto c = static_cast<std::size_t>(column);
      target.add({&(counts->*form::applicants[c].cell), paths.matrix[r][c], Unit::items});
    }
    fill(printings, target);
  }

  // --- 四 --------------------------------------------------------------------------------------------

  void read_review() {
    if (in_.tree.review.rows.empty()) {
      if (in_.tree.review.headers.empty())
        missing_table(form::section::review);
      else
        note_review_without_row();
      return;
    }
    const auto parts = review_parts(in_);
    if (!parts.empty()) {
      read_review_parts(parts);
      return;
    }
    auto printed = review_columns(in_);
    constexpr std::size_t all = form::review_block_count * form::outcome_count;
    if (parts.is_doubtful && printed.columns.size() < all) {
      printed.columns = first_columns(all);
      printed.certain = false;
    }
    auto gathered = gather(all_rows(in_, in_.tree.review), printed, [](const PrintedRow&) { return 1; });
    gathered.lacks_columns = printed.columns.size() < all;
    if (printed.columns.size() == all) gathered.total_every = form::outcome_count;
    auto rows = place(in_, gathered, strays_);
    doubt_on_pages(in_, printed, gathered.total_every, matrix_, rows);
    TargetRow target;
    target.begin(form::sections[form::section::review].names.key,
                 form::sections[form::section::review].names.label);
    for (const auto column : printed.columns) target.add(review_cell(column));
    const auto printings = by_label(rows);
    fill({printings.begin(), printings.end()}, target);
    if (printed.columns == first_columns(printed.columns.size())) {
      if (printed.columns.size() < all)
        notes_.add(DiagnosticCode::row_truncated, rows.front().row->values.first, target.path, target.label,
                   static_cast<std::int64_t>(printed.columns.size()), all);
    } else {
      missing_review_columns(printed);
    }
    note_blanks(form::section::review, 1);
  }

  Target review_cell(std::int8_t column) {
    const auto block = static_cast<std::size_t>(column) / form::outcome_count;
    const auto outcome = static_cast<std::size_t>(column) % form::outcome_count;
    auto& counts = report_.review_and_litigation.*form::review_blocks[block].counts;
    return {&(counts.*form::outcomes[outcome].cell), form::paths().review[block][outcome], Unit::items};
  }

  void missing_review_columns(const PrintedColumns& printed) {
    missing_columns(
        form::section::review, printed, form::review_block_count * form::outcome_count,
        [](std::size_t c) { return form::paths().review[c / form::outcome_count][c % form::outcome_count]; },
        [](std::size_t c) { return form::outcomes[c % form::outcome_count].names.label; });
  }

  // A row of 四 that is one of several, and where its values go.
  struct ReviewRow {
    const PlacedRow* placed;
    const std::vector<std::int8_t>* columns;
  };

  void read_review_parts(const ReviewParts& parts) {
    for (const auto token : parts.others)
      notes_.add(DiagnosticCode::row_unknown, token, form::sections[form::section::review].names.key,
                 notes_.folded(token));
    std::vector<PlacedRows> placed;
    placed.reserve(parts.parts.size());
    for (const auto& part : parts.parts) placed.push_back(place_part(part));
    doubt_sums_of_review(in_, parts, placed);
    std::vector<ReviewRow> rows;
    for (std::size_t p = 0; p < placed.size(); ++p)
      for (std::size_t i = 0; i < placed[p].size(); ++i)
        rows.push_back({&placed[p][i], &parts.parts[p].columns[i]});
    std::stable_sort(rows.begin(), rows.end(), [](const ReviewRow& a, const ReviewRow& b) {
      return a.columns->front() < b.columns->front();
    });
    Printings printings(in_.memory);
    TargetRow target;
    std::size_t different = 0;
    bool agree = true;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      printings.push_back(rows[i].placed);
      agree = agree && same_figures(*printings.front(), *rows[i].placed);
      if (i + 1 < rows.size() && *rows[i + 1].columns == *rows[i].columns) continue;
      aim_at_review(*rows[i].columns, target);
      // A cell is no form that was filled later: a blank one and a number are two years'.
      if (agree)
        fill_row(*printings.front(), target);
      else
        note_conflict({printings.begin(), printings.end()}, target);
      printings.clear();
      agree = true;
      ++different;
    }
    PrintedColumns all;
    all.columns = parts.columns;
    missing_review_columns(all);
    note_blanks(form::section::review, different);
  }

  PlacedRows place_part(const ReviewPart& part) {
    PrintedRows rows(in_.memory);
    for (const auto& row : part.rows) rows.rows.push_back(&row);
    rows.depths.assign(part.depths.begin(), part.depths.end());
    rows.columns = static_cast<std::uint32_t>(part.header.columns.size());
    rows.header = part.header.header;
    rows.lacks_columns = rows.header.lacks_columns;
    if (rows.columns > 1 && !rows.lacks_columns) rows.total_every = form::outcome_count;
    return place(in_, rows, strays_);
  }

  // What the row is called: by its block, if it has but one.
  void aim_at_review(const std::vector<std::int8_t>& columns, TargetRow& target) {
    const auto& section = form::sections[form::section::review].names;
    const auto block = static_cast<std::size_t>(columns.front()) / form::outcome_count;
    const bool is_of_one = static_cast<std::size_t>(columns.back()) / form::outcome_count == block;
    const std::string_view path = form::paths().review[block][0];
    if (is_of_one)
      target.begin(path.substr(0, path.rfind('.')), form::review_blocks[block].names.label);
    else
      target.begin(section.key, section.label);
    for (const auto column : columns) target.add(review_cell(column));
    if (columns.size() == 1) target.path = target.cells[0].path;
  }

  // The header is printed and no value below it: nobody knows whether the row is blank or cut off.
  void note_review_without_row() {
    const auto& names = form::sections[form::section::review].names;
    notes_.add(DiagnosticCode::row_truncated, in_.tree.review.headers.front().first, names.key, names.label,
               0, form::review_block_count * form::outcome_count);
  }

  const Reading& in_;
  const FactHeaders& headers_;
  AnnualReport& report_;
  const form::Form& of_;
  bool is_form_certain_;
  std::vector<Stray> strays_;
  std::vector<Blanks> blanks_;
  MatrixEvidence matrix_;
  Notes notes_;
  CellFiller cells_;
};

}  // namespace

void read_figures(const Reading& reading, const FactHeaders& headers, bool is_form_certain,
                  AnnualReport& report) {
  FigureReader(reading, headers, is_form_certain, report).run();
}

}  // namespace nianbao::tables
