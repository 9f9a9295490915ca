// SPDX-License-Identifier: Apache-2.0
#include "output/html/form_tables.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "output/html/labels.hpp"

namespace nianbao::html {

namespace {

// Explanations of cells in the right half of a table open to the left.
constexpr std::size_t first_right_applicant = 2;

const std::string& block_path(std::size_t block) {
  static const auto built = [] {
    std::array<std::string, form::review_block_count> paths;
    for (std::size_t b = 0; b < paths.size(); ++b)
      paths[b] = std::string("review_and_litigation.") + form::review_blocks[b].names.key;
    return paths;
  }();
  return built[block];
}

bool is_result(std::size_t row) {
  return std::string_view(form::matrix_rows[row].names.key).substr(0, 8) == "results.";
}

}  // namespace

void FormTables::begin_table(const char* name, form::Names section) {
  out_.open("div", {{"class", "table-box"}});
  out_.open("table", {{"class", name}});
  out_.leaf("caption", {{"class", "unseen"}}, texts_.is_english() ? section.english : section.label);
}

void FormTables::end_table() { out_.close().close(); }

void FormTables::figure(std::string_view path, bool is_right, const char* span) {
  cells_.write(path, filling_.face(path), is_right, span);
}

void FormTables::head(std::string_view chinese, std::string_view english, const char* scope,
                      const char* columns, const char* rows, const char* name) {
  out_.open("th", {{"scope", scope},
                   {"class", name, *name != '\0'},
                   {"colspan", columns, std::string_view(columns) != "1"},
                   {"rowspan", rows, std::string_view(rows) != "1"}});
  write_label(out_, texts_, chinese, english);
  out_.close();
}

// --- 二 ---------------------------------------------------------------------------------------------------

void FormTables::write_disclosure() {
  begin_table("form facts", form::sections[form::section::disclosure].names);
  std::uint8_t item = 0;
  for (const auto& row : form_.fact_rows) {
    if (row.item != item) {
      if (item != 0) out_.close();
      item = row.item;
      out_.open("tbody");
      write_item(item);
      out_.open("tr");
      head(furniture_label(form::Kind::fact_header, 0), texts_(Text::information), "col");
      const auto columns = static_cast<std::size_t>(
          std::count_if(row.columns.begin(), row.columns.end(), [](auto c) { return c >= 0; }));
      for (std::size_t c = 0; c < columns; ++c) {
        const auto& names = form::fact_column(static_cast<std::size_t>(row.columns[c])).names;
        const bool is_last = c + 1 == columns;
        head(names.label, names.english, "col", is_last && columns < 3 ? (columns == 1 ? "3" : "2") : "1");
      }
      out_.close();
    }
    write_facts(row);
  }
  out_.close();
  end_table();
}

void FormTables::write_item(std::uint8_t item) {
  out_.open("tr", {{"class", "item"}});
  head(furniture_label(form::Kind::caption, item), texts_(Text::item_of_article, {std::to_string(item)}),
       "colgroup", "4");
  out_.close();
}

void FormTables::write_facts(const form::FactRow& row) {
  out_.open("tr");
  head(row.names.label, row.names.english, "row");
  std::size_t columns = 0;
  for (const auto column : row.columns) columns += column >= 0 ? 1 : 0;
  for (std::size_t c = 0; c < columns; ++c) {
    const bool is_last = c + 1 == columns;
    figure(fact_path(row.number, row.columns[c]), c > 0,
           is_last && columns < 3 ? (columns == 1 ? "3" : "2") : "1");
  }
  out_.close();
}

std::string_view FormTables::fact_path(std::uint8_t row, std::int8_t column) const {
  const auto* found =
      std::find_if(form_.facts.begin(), form_.facts.end(),
                   [row, column](const form::Fact& f) { return f.row == row && f.column == column; });
  return found->path;
}

// --- 三 ---------------------------------------------------------------------------------------------------

void FormTables::write_matrix() {
  begin_table("form matrix", form::sections[form::section::applications].names);
  write_matrix_head();
  out_.open("tbody");
  group_ = 0;
  in_results_ = false;
  for (std::size_t row = 0; row < form::matrix_row_count; ++row)
    if (draws(row)) write_matrix_row(row);
  out_.close();
  write_column_checks();
  end_table();
}

void FormTables::write_matrix_head() {
  using form::Kind;
  const auto organisations = form::applicant_total - 1;
  out_.open("colgroup");
  for (const auto* column : {"c-results", "c-group", "c-label"}) out_.empty("col", {{"class", column}});
  out_.empty("col", {{"class", "c-figure"}, {"span", std::to_string(form::applicant_count)}});
  out_.empty("col", {{"class", "c-check"}}).close();
  out_.open("thead").open("tr");
  head(furniture_label(Kind::matrix_header, 0), texts_(Text::corner), "col", "3", "3", "corner");
  head(furniture_label(Kind::matrix_header, 1), texts_(Text::applicants), "colgroup",
       std::to_string(form::applicant_count).c_str());
  out_.open("td", {{"class", "check-head"}, {"rowspan", "3"}}).text(texts_(Text::check_column)).close();
  out_.close().open("tr");
  const auto applicant = [this](std::size_t a, const char* rows) {
    head(form::applicants[a].names.label, form::applicants[a].names.english, "col", "1", rows, "applicant");
  };
  applicant(0, "2");
  head(furniture_label(Kind::matrix_header, 2), texts_(Text::organisations), "colgroup",
       std::to_string(organisations).c_str());
  applicant(form::applicant_total, "2");
  out_.close().open("tr");
  for (std::size_t a = 1; a < form::applicant_total; ++a) applicant(a, "1");
  out_.close().close();
}

bool FormTables::draws(std::size_t row) const {
  return form_.has_row(row) && (!form_.is_optional(row) || filling_.has_subtotal(row));
}

std::size_t FormTables::rows_of_group(std::uint8_t group) const {
  std::size_t rows = 0;
  for (std::size_t r = 0; r < form::matrix_row_count; ++r)
    if (draws(r) && form::matrix_rows[r].group == group) ++rows;
  return rows;
}

std::size_t FormTables::rows_of_results() const {
  std::size_t rows = 0;
  for (std::size_t r = 0; r < form::matrix_row_count; ++r)
    if (draws(r) && is_result(r)) ++rows;
  return rows;
}

void FormTables::write_matrix_row(std::size_t row) {
  const auto& line = form::matrix_rows[row];
  out_.open("tr", {{"class", "total", std::string_view(line.names.key) == "results.total"},
                   {"class", "outer", line.depth == 1}});
  write_row_labels(row);
  for (std::size_t a = 0; a < form::applicant_count; ++a)
    figure(form::paths().matrix[row][a], a >= first_right_applicant);
  cells_.write_check(notes_.result(RuleId::row_total, form::paths().matrix_row[row]), true);
  out_.close();
}

void FormTables::write_row_labels(std::size_t row) {
  const auto& line = form::matrix_rows[row];
  if (is_result(row) && !in_results_) {
    in_results_ = true;
    head(form::results_label, texts_(Text::results), "rowgroup", "1",
         std::to_string(rows_of_results()).c_str(), "results");
  }
  const auto rows = line.group == 0 ? 0 : rows_of_group(line.group);
  const bool alone = line.subtotal && rows == 1;  // （六）其他处理 of the form of 2019
  if (rows > 0 && !alone && line.group != group_) {
    const auto subtotal = static_cast<std::size_t>(
        std::find_if(form::matrix_rows.begin(), form::matrix_rows.end(),
                     [&line](const form::MatrixRow& r) { return r.subtotal && r.group == line.group; }) -
        form::matrix_rows.begin());
    const auto& names = form::matrix_rows[subtotal].names;
    const std::string_view english = names.english;
    head(names.label, english.substr(0, english.find(", subtotal")), "rowgroup", "1",
         std::to_string(rows).c_str(), "group");
  }
  group_ = line.group;
  if (line.subtotal && !alone)
    head(furniture_label(form::Kind::organisations_subtotal, 0), texts_(Text::subtotal), "row");
  else
    head(line.names.label, line.names.english, "row",
         line.depth == 1 ? "3" : (line.depth == 2 || alone ? "2" : "1"));
}

// Below the form: for each rule about columns a row that says in which of them it holds.
void FormTables::write_column_checks() {
  out_.open("tfoot", {{"class", "checks"}});
  for (const auto& rule : rule_catalogue()) {
    if (rule.scope != RuleScope::column) continue;
    const auto& columns = form::paths().matrix_column;
    if (std::none_of(columns.begin(), columns.end(),
                     [&](const auto& path) { return notes_.result(rule.id, path) != nullptr; }))
      continue;
    out_.open("tr");
    out_.open("th", {{"scope", "row"}, {"colspan", "3"}, {"title", rule_formula(rule, texts_)}});
    out_.text(texts_(Text::check_column)).text(texts_(Text::colon)).text(rule_name(rule.id, texts_)).close();
    for (std::size_t a = 0; a < form::applicant_count; ++a)
      cells_.write_check(notes_.result(rule.id, columns[a]), a >= first_right_applicant);
    out_.open("td", {{"class", "check"}}).close();
    out_.close();
  }
  out_.close();
}

// --- 四 ---------------------------------------------------------------------------------------------------

void FormTables::write_review() {
  begin_table("form review", form::sections[form::section::review].names);
  write_review_head();
  out_.open("tbody").open("tr");
  for (std::size_t b = 0; b < form::review_block_count; ++b)
    for (std::size_t o = 0; o < form::outcome_count; ++o)
      figure(form::paths().review[b][o], b * form::outcome_count + o >= form::outcome_count + 2);
  out_.close().close();
  write_review_checks();
  end_table();
}

void FormTables::write_review_head() {
  constexpr std::size_t litigation_blocks = form::review_block_count - 1;
  const auto width = std::to_string(form::outcome_count);
  const auto block = [&](std::size_t b) {
    const auto& names = form::review_blocks[b].names;
    head(names.label, names.english, "colgroup", width.c_str());
  };
  const auto outcomes = [this](const char* rows) {
    for (const auto& outcome : form::outcomes)
      head(outcome.names.label, outcome.names.english, "col", "1", rows, "outcome");
  };
  out_.open("thead").open("tr");
  block(0);
  head(furniture_label(form::Kind::review_header, 0), texts_(Text::litigation), "colgroup",
       std::to_string(litigation_blocks * form::outcome_count).c_str());
  out_.close().open("tr");
  outcomes("2");
  for (std::size_t b = 1; b < form::review_block_count; ++b) block(b);
  out_.close().open("tr");
  for (std::size_t b = 1; b < form::review_block_count; ++b) outcomes("1");
  out_.close().close();
}

void FormTables::write_review_checks() {
  out_.open("tfoot", {{"class", "checks"}}).open("tr");
  for (std::size_t b = 0; b < form::review_block_count; ++b)
    cells_.write_check(notes_.result(RuleId::review_total, block_path(b)), b > 0,
                       std::to_string(form::outcome_count).c_str());
  out_.close().close();
}

}  // namespace nianbao::html
