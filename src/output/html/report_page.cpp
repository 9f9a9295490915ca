// SPDX-License-Identifier: Apache-2.0
// The page of one report.
#include <optional>
#include <string>
#include <unordered_map>

#include "form/form.hpp"
#include "nianbao/render.hpp"
#include "output/html/cell.hpp"
#include "output/html/charts.hpp"
#include "output/html/findings.hpp"
#include "output/html/form_tables.hpp"
#include "output/html/frame.hpp"
#include "output/html/head.hpp"
#include "output/html/prose.hpp"

namespace nianbao {

namespace html {

namespace {

class ReportFilling : public Filling {
 public:
  ReportFilling(const ParseResult& parsed, const ReportCells& cells, const Texts& texts)
      : report_(parsed.report), cells_(cells), texts_(texts) {
    for (const auto& diagnostic : parsed.diagnostics)
      if (cells.find(diagnostic.path) != nullptr) doubts_.emplace(diagnostic.path, &diagnostic);
  }

  [[nodiscard]] CellFace face(std::string_view path) const override {
    const auto* cell = cells_.find(path);
    auto face = face_of(cell == nullptr ? Cell() : *cell, texts_);
    // How an inferred value is proven, why one could not be read.
    if (const auto doubt = doubts_.find(path); doubt != doubts_.end())
      face.place += " · " + doubt->second->message(texts_.language());
    return face;
  }

  [[nodiscard]] bool has_subtotal(std::size_t matrix_row) const override {
    return form::row_of(report_.applications, matrix_row) != nullptr;
  }

 private:
  const AnnualReport& report_;
  const ReportCells& cells_;
  const Texts& texts_;
  std::unordered_map<std::string_view, const Diagnostic*> doubts_;
};

class ReportPage {
 public:
  ReportPage(const CheckedReport& checked, Language language)
      : checked_(checked),
        report_(checked.parsed->report),
        texts_(language),
        cells_(report_),
        notes_(cells_, checked.checked->findings, checked.checked->statements, checked.checked->suspects),
        places_(checked.text, checked.encoding) {}

  std::string write();

 private:
  void write_findings();
  void write_form();
  void write_table(std::size_t section, const Prose& prose, FormTables& tables,
                   void (FormTables::*write_it)(), ProseWriter& prose_writer);
  void write_diagnostics();

  const CheckedReport& checked_;
  const AnnualReport& report_;
  Texts texts_;
  ReportCells cells_;
  Notes notes_;
  output::Places places_;
  Writer out_;
};

std::string ReportPage::write() {
  const auto title = report_.title.empty() ? std::string(texts_(Text::untitled)) : report_.title;
  begin_page(out_, texts_, title, "report");
  write_report_head(out_, texts_, checked_);
  out_.open("div", {{"class", "desk"}});
  write_findings();
  write_form();
  out_.close();
  return end_page(out_, texts_);
}

void ReportPage::write_findings() {
  out_.open("div", {{"class", "side-bar"}});
  FindingsWriter findings(out_, texts_, notes_, places_);
  findings.write_summary(checked_.parsed->diagnostics);
  findings.write_list();
  out_.close().verbatim("\n");
}

void ReportPage::write_form() {
  const ReportFilling filling(*checked_.parsed, cells_, texts_);
  FormTables tables(out_, texts_, notes_, form::form_of(report_.form), filling);
  ProseWriter prose(out_, texts_, notes_, cells_);
  out_.open("div", {{"class", "sheet"}, {"id", "form"}});
  write_legend(out_, texts_);
  prose.write_section(form::section::overview, report_.overview.prose);
  write_table(form::section::disclosure, report_.proactive_disclosure.prose, tables,
              &FormTables::write_disclosure, prose);
  write_table(form::section::applications, report_.applications.prose, tables, &FormTables::write_matrix,
              prose);
  write_table(form::section::review, report_.review_and_litigation.prose, tables, &FormTables::write_review,
              prose);
  prose.write_section(form::section::problems, report_.problems_and_improvements);
  prose.write_section(form::section::other_matters, report_.other_matters);
  write_charts(out_, texts_, report_);
  write_diagnostics();
  out_.close().verbatim("\n");
}

void ReportPage::write_table(std::size_t section, const Prose& prose, FormTables& tables,
                             void (FormTables::*write_it)(), ProseWriter& prose_writer) {
  out_.open("section", {{"class", "table-section"}});
  write_section_heading(out_, texts_, section, prose);
  (tables.*write_it)();
  prose_writer.write_statements(form::sections[section].names.key);
  out_.close().verbatim("\n");
}

void ReportPage::write_diagnostics() {
  const auto& diagnostics = checked_.parsed->diagnostics;
  out_.open("section", {{"class", "diagnostics"}, {"aria-labelledby", "diagnostics"}});
  out_.leaf("h2", {{"id", "diagnostics"}}, texts_(Text::diagnostics));
  if (diagnostics.empty()) out_.leaf("p", {}, texts_(Text::no_diagnostics));
  out_.open("ol");
  for (const auto& diagnostic : diagnostics) {
    out_.open("li").open("p");
    write_badge(out_, texts_, diagnostic.severity);
    out_.text(" ").leaf("span", {{"title", to_string(diagnostic.code)}},
                        diagnostic.message(texts_.language()));
    if (notes_.is_drawn(diagnostic.path))
      out_.text(" ").leaf("a", {{"href", link_to(cell_anchor(diagnostic.path))}}, "↑");
    out_.close();
    write_place(out_, texts_, places_, diagnostic.span);
    out_.close();
  }
  out_.close().close();
}

}  // namespace

}  // namespace html

std::string to_html(const CheckedReport& report, Language language) {
  return html::ReportPage(report, language).write();
}

}  // namespace nianbao
