// SPDX-License-Identifier: Apache-2.0
// The page of two reports that were compared.
#include <string>
#include <unordered_map>
#include <vector>

#include "form/form.hpp"
#include "nianbao/render.hpp"
#include "output/html/cell.hpp"
#include "output/html/charts.hpp"
#include "output/html/findings.hpp"
#include "output/html/form_tables.hpp"
#include "output/html/frame.hpp"
#include "output/html/head.hpp"
#include "output/html/passages.hpp"
#include "output/html/prose.hpp"

namespace nianbao {

namespace html {

namespace {

std::string value_or_state(CellState state, const Decimal& value, const Texts& texts) {
  switch (state) {
    case CellState::number:
    case CellState::inferred: return value.to_string();
    case CellState::blank: return std::string(texts(Text::state_blank_short));
    case CellState::absent: return std::string(texts(Text::state_absent_short));
    default: return "/";
  }
}

// The newer figures, with those of the year before in a second line where they were others.
class ChangeFilling : public Filling {
 public:
  ChangeFilling(const AnnualReport& newer, const ReportCells& cells, const Comparison& comparison,
                const Texts& texts)
      : newer_(newer), cells_(cells), texts_(texts) {
    for (const auto& change : comparison.changes) changes_.emplace(change.path, &change);
  }

  [[nodiscard]] CellFace face(std::string_view path) const override {
    const auto* cell = cells_.find(path);
    auto face = face_of(cell == nullptr ? Cell() : *cell, texts_);
    if (const auto change = changes_.find(path); change != changes_.end()) set_below(face, *change->second);
    return face;
  }

  [[nodiscard]] bool has_subtotal(std::size_t matrix_row) const override {
    return form::row_of(newer_.applications, matrix_row) != nullptr;
  }

 private:
  void set_below(CellFace& face, const CellChange& change) const {
    const bool known = change.difference.has_value();
    if (known ? change.difference->coefficient == 0 : change.older_state == change.newer_state) return;
    face.below = value_or_state(change.older_state, change.older, texts_);
    if (!known) return;
    const bool rises = change.difference->coefficient > 0;
    auto amount = change.difference->to_string();
    if (!rises) amount.erase(0, 1);  // its sign, which the arrow says
    face.below += std::string(rises ? " ▲" : " ▼") + amount;
    face.below_kind = rises ? "up" : "down";
  }

  const AnnualReport& newer_;
  const ReportCells& cells_;
  const Texts& texts_;
  std::unordered_map<std::string_view, const CellChange*> changes_;
};

class ComparePage {
 public:
  ComparePage(const ComparedReports& reports, Language language)
      : reports_(reports),
        older_(reports.older.parsed->report),
        newer_(reports.newer.parsed->report),
        texts_(language),
        cells_(newer_),
        notes_(cells_, reports.comparison->findings, none_stated_, none_suspected_),
        places_(reports.newer.text, reports.newer.encoding) {}

  std::string write();

 private:
  void write_head();
  void write_one_head(const CheckedReport& report, Text role);
  void write_side();
  void write_form();
  void write_table(std::size_t section, const Prose& prose, FormTables& tables,
                   void (FormTables::*write_it)());
  [[nodiscard]] std::string title() const;
  [[nodiscard]] std::string name_of(const CheckedReport& report) const;

  const ComparedReports& reports_;
  const AnnualReport& older_;
  const AnnualReport& newer_;
  Texts texts_;
  std::vector<Statement> none_stated_;
  std::vector<Suspect> none_suspected_;
  ReportCells cells_;
  Notes notes_;
  output::Places places_;
  Writer out_;
};

std::string ComparePage::name_of(const CheckedReport& report) const {
  const auto& read = report.parsed->report;
  auto name = std::string(short_name(report, texts_));
  if (read.year) name += " " + std::to_string(*read.year);
  return name;
}

std::string ComparePage::title() const {
  if (older_.agency == newer_.agency && older_.year && newer_.year)
    return texts_(Text::compare_years, {short_name(reports_.newer, texts_), std::to_string(*older_.year),
                                        std::to_string(*newer_.year)});
  return texts_(Text::compare_title, {name_of(reports_.newer), name_of(reports_.older)});
}

std::string ComparePage::write() {
  begin_page(out_, texts_, title(), "compare");
  write_head();
  out_.open("div", {{"class", "desk"}});
  write_side();
  write_form();
  out_.close();
  return end_page(out_, texts_);
}

void ComparePage::write_head() {
  out_.open("header", {{"class", "head"}});
  out_.open("nav", {{"class", "top"}, {"aria-label", texts_(Text::contents)}});
  out_.leaf("a", {{"class", "skip"}, {"href", "#form"}}, texts_(Text::skip_to_form));
  out_.close();
  out_.leaf("h1", {}, title());
  out_.open("div", {{"class", "pair"}});
  write_one_head(reports_.older, Text::older);
  write_one_head(reports_.newer, Text::newer);
  out_.close();
  const auto alert = [this](Text text) {
    out_.leaf("p", {{"class", "alert"}, {"role", "alert"}}, texts_(text));
  };
  if (older_.agency != newer_.agency) alert(Text::other_agency);
  if (older_.form != newer_.form) alert(Text::forms_differ);
  out_.close().verbatim("\n");
}

void ComparePage::write_one_head(const CheckedReport& report, Text role) {
  const auto& read = report.parsed->report;
  out_.open("section").open("h2");
  out_.leaf("span", {{"class", "role"}}, texts_(role)).text(" ");
  out_.leaf("span", {{"lang", "zh-CN"}}, read.title).close();
  write_report_facts(out_, texts_, report);
  out_.close();
}

void ComparePage::write_side() {
  static const std::vector<Diagnostic> none_read;
  out_.open("div", {{"class", "side-bar"}});
  FindingsWriter findings(out_, texts_, notes_, places_);
  findings.write_summary(none_read);
  write_repetition(out_, texts_, *reports_.comparison);
  findings.write_list();
  out_.close().verbatim("\n");
}

void ComparePage::write_form() {
  const ChangeFilling filling(newer_, cells_, *reports_.comparison, texts_);
  FormTables tables(out_, texts_, notes_, form::form_of(newer_.form), filling);
  out_.open("div", {{"class", "sheet"}, {"id", "form"}});
  out_.leaf("p", {{"class", "meta"}}, texts_(Text::legend_older));
  write_table(form::section::disclosure, newer_.proactive_disclosure.prose, tables,
              &FormTables::write_disclosure);
  write_table(form::section::applications, newer_.applications.prose, tables, &FormTables::write_matrix);
  write_table(form::section::review, newer_.review_and_litigation.prose, tables, &FormTables::write_review);
  write_charts(out_, texts_, newer_, &older_);
  write_passages(out_, texts_, *reports_.comparison, older_, newer_);
  out_.close().verbatim("\n");
}

void ComparePage::write_table(std::size_t section, const Prose& prose, FormTables& tables,
                              void (FormTables::*write_it)()) {
  out_.open("section", {{"class", "table-section"}});
  write_section_heading(out_, texts_, section, prose);
  (tables.*write_it)();
  out_.close().verbatim("\n");
}

}  // namespace

}  // namespace html

std::string to_html(const ComparedReports& reports, Language language) {
  return html::ComparePage(reports, language).write();
}

}  // namespace nianbao
