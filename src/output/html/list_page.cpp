// SPDX-License-Identifier: Apache-2.0
// The page of many reports: a table of them, the worst first.
#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "nianbao/render.hpp"
#include "output/html/cell.hpp"
#include "output/html/findings.hpp"
#include "output/html/frame.hpp"
#include "output/html/head.hpp"
#include "output/html/labels.hpp"

namespace nianbao {

namespace html {

namespace {

// In a line of the list; what a report has more of is on its own page.
constexpr std::size_t most_rules = 4;
constexpr std::size_t most_findings = 20;
constexpr std::size_t most_frequent = 10;

struct Line {
  const CheckedReport* report;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t uncertain = 0;
  std::size_t passed = 0;
  std::vector<const Finding*> failures;  // the worst first

  explicit Line(const CheckedReport& checked) : report(&checked) {
    for (const auto& finding : checked.checked->findings) {
      if (finding.status == RuleStatus::pass) ++passed;
      if (finding.status == RuleStatus::uncertain) ++uncertain;
      if (finding.status != RuleStatus::fail) continue;
      ++(finding.severity == Severity::error     ? errors
         : finding.severity == Severity::warning ? warnings
                                                 : notes);
      failures.push_back(&finding);
    }
    std::stable_sort(failures.begin(), failures.end(),
                     [](const Finding* a, const Finding* b) { return a->severity < b->severity; });
  }
};

bool is_worse(const Line& a, const Line& b) {
  const auto key = [](const Line& line) {
    return std::make_tuple(line.report->parsed->recognised, ~line.errors, ~line.warnings, ~line.notes,
                           ~line.uncertain, line.report->name);
  };
  return key(a) < key(b);
}

class ListPage {
 public:
  ListPage(const std::vector<CheckedReport>& reports, Language language) : texts_(language) {
    lines_.reserve(reports.size());
    for (const auto& report : reports) lines_.emplace_back(report);
    std::sort(lines_.begin(), lines_.end(), is_worse);
  }

  std::string write();

 private:
  void write_head(std::string_view title);
  void write_frequent();
  void write_table();
  void write_table_head();
  void write_line(const Line& line);
  void write_name(const Line& line);
  [[nodiscard]] std::string rules_of(const Line& line) const;
  void write_count(std::size_t count, const char* name);
  void write_failures(const Line& line);
  void write_messages(const Line& line);

  Texts texts_;
  std::vector<Line> lines_;
  Writer out_;
};

std::string ListPage::write() {
  const auto title = texts_(Text::list_title, {std::to_string(lines_.size())});
  begin_page(out_, texts_, title, "folder");
  write_head(title);
  out_.open("div", {{"class", "sheet"}});
  write_frequent();
  write_table();
  out_.close();
  return end_page(out_, texts_);
}

void ListPage::write_head(std::string_view title) {
  const auto bad =
      std::count_if(lines_.begin(), lines_.end(), [](const Line& line) { return line.errors > 0; });
  out_.open("header", {{"class", "head"}});
  out_.leaf("h1", {}, title);
  out_.leaf("p", {{"class", "lead"}},
            texts_(Text::list_verdict, {std::to_string(bad), std::to_string(lines_.size())}));
  out_.close().verbatim("\n");
}

// What a province asks first: which faults most of its reports have.
void ListPage::write_frequent() {
  struct Tally {
    std::size_t reports = 0;
    std::size_t failures = 0;
    const Line* last = nullptr;
  };
  std::map<RuleId, Tally> tallies;
  for (const auto& line : lines_)
    for (const auto* finding : line.failures) {
      auto& tally = tallies[finding->rule];
      tally.reports += tally.last == &line ? 0 : 1;
      tally.last = &line;
      ++tally.failures;
    }
  std::vector<std::pair<RuleId, Tally>> order(tallies.begin(), tallies.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second.reports > b.second.reports; });
  if (order.size() > most_frequent) order.resize(most_frequent);
  if (order.empty()) return;
  out_.open("section", {{"class", "frequent"}, {"aria-labelledby", "frequent"}});
  out_.leaf("h2", {{"id", "frequent"}}, texts_(Text::frequent)).open("ol");
  for (const auto& [rule, tally] : order) {
    const auto& info = rule_info(rule);
    out_.open("li");
    write_badge(out_, texts_, info.severity);
    out_.text(" ").open("button", {{"type", "button"}, {"class", "pick"}, {"title", info.word}});
    out_.text(rule_name(rule, texts_)).close().text(" ");
    out_.leaf(
        "span", {{"class", "meta"}},
        texts_(Text::reports_and_failures, {std::to_string(tally.reports), std::to_string(tally.failures)}));
    out_.close();
  }
  out_.close().close();
}

void ListPage::write_table() {
  out_.open("p", {{"class", "filter-box"}, {"hidden", ""}}).open("label");
  out_.text(texts_(Text::filter)).text(" ");
  out_.empty("input", {{"class", "filter"}, {"type", "search"}, {"autocomplete", "off"}});
  out_.close().text(" ").leaf("output", {{"class", "shown"}}, "").close();
  out_.open("table", {{"class", "list"}});
  out_.leaf("caption", {{"class", "meta sort-hint"}}, texts_(Text::sort_hint));
  write_table_head();
  out_.open("tbody");
  for (const auto& line : lines_) write_line(line);
  out_.close().close();
}

void ListPage::write_table_head() {
  out_.open("thead").open("tr");
  for (const auto text : {Text::report, Text::year, Text::errors_head, Text::warnings_head, Text::notes_head,
                          Text::uncertain_head, Text::passed_head, Text::what_failed}) {
    out_.open("th", {{"scope", "col"}, {"aria-sort", "descending", text == Text::errors_head}});
    if (text == Text::what_failed)
      out_.text(texts_(text));
    else
      out_.leaf("button", {{"type", "button"}}, texts_(text));
    out_.close();
  }
  out_.close().close();
}

void ListPage::write_line(const Line& line) {
  const char* worst = line.errors > 0     ? "error"
                      : line.warnings > 0 ? "warning"
                      : line.notes > 0    ? "note"
                                          : "pass";
  const auto& report = line.report->parsed->report;
  out_.open("tr", {{"class", worst}, {"data-rules", rules_of(line)}});
  write_name(line);
  const auto year = report.year ? std::to_string(*report.year) : std::string("0");
  out_.leaf("td", {{"class", "figures"}, {"data-value", year}}, report.year ? year : "–");
  write_count(line.errors, "error");
  write_count(line.warnings, "warning");
  write_count(line.notes, "note");
  write_count(line.uncertain, "uncertain");
  write_count(line.passed, "pass");
  write_failures(line);
  out_.close().verbatim("\n");
}

// By both names, for the filter.
std::string ListPage::rules_of(const Line& line) const {
  std::string rules;
  RuleId last{};
  for (const auto* finding : line.failures) {
    if (finding->rule == last) continue;
    last = finding->rule;
    rules += std::string(to_string(last)) + " " + std::string(rule_name(last, texts_)) + " ";
  }
  return rules;
}

void ListPage::write_name(const Line& line) {
  const auto& checked = *line.report;
  out_.open("th", {{"scope", "row"}});
  const auto name = short_name(checked, texts_);
  if (checked.page.empty())
    out_.leaf("bdi", {{"lang", "zh-CN"}}, name);
  else
    out_.open("a", {{"href", relative_link(checked.page)}}).leaf("bdi", {{"lang", "zh-CN"}}, name).close();
  if (name != checked.name) out_.leaf("span", {{"class", "file"}}, checked.name);
  if (!checked.parsed->recognised)
    out_.leaf("span", {{"class", "badge error"}}, texts_(Text::not_recognised_short));
  out_.close();
}

void ListPage::write_count(std::size_t count, const char* name) {
  const auto text = std::to_string(count);
  out_.leaf("td", {{"class", std::string("figures ") + (count > 0 ? name : "none")}, {"data-value", text}},
            text);
}

void ListPage::write_failures(const Line& line) {
  std::vector<std::pair<RuleId, std::size_t>> rules;
  for (const auto* finding : line.failures) {
    if (rules.empty() || rules.back().first != finding->rule) rules.emplace_back(finding->rule, 0);
    ++rules.back().second;
  }
  out_.open("td");
  const bool has_page = !line.report->page.empty();
  const bool folds = !has_page && !rules.empty();
  if (folds) out_.open("details", {{"class", "row-details"}}).open("summary");
  for (std::size_t i = 0; i < std::min(rules.size(), most_rules); ++i) {
    if (i > 0) out_.text(texts_(Text::semicolon));
    out_.text(rule_name(rules[i].first, texts_));
    if (rules[i].second > 1) out_.text(" ×" + std::to_string(rules[i].second));
  }
  if (rules.size() > most_rules) out_.text("…");
  if (folds) {
    out_.close();
    write_messages(line);
    out_.close();
  }
  out_.close();
}

void ListPage::write_messages(const Line& line) {
  out_.open("ul");
  for (std::size_t i = 0; i < std::min(line.failures.size(), most_findings); ++i) {
    const auto& finding = *line.failures[i];
    out_.open("li", {{"class", severity_class(finding.severity)}});
    out_.leaf("b", {{"aria-hidden", "true"}}, severity_sign(finding.severity)).text(" ");
    out_.text(finding.message(texts_.language()));
    if (finding.span.exists())
      out_.text(" ").leaf("span", {{"class", "place"}}, place_text(finding.span, texts_));
    out_.close();
  }
  if (line.failures.size() > most_findings)
    out_.leaf("li", {}, texts_(Text::more_cells, {std::to_string(line.failures.size() - most_findings)}));
  out_.close();
}

}  // namespace

}  // namespace html

std::string to_html(const std::vector<CheckedReport>& reports, Language language) {
  return html::ListPage(reports, language).write();
}

}  // namespace nianbao
