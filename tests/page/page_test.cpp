// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string>

#include "form/form.hpp"
#include "output/html/labels.hpp"
#include "output/html/writer.hpp"
#include "page/made.hpp"
#include "support/catch.hpp"
#include "support/samples.hpp"
#include "text/source.hpp"

namespace nianbao::page_tests {

namespace {

std::string text_of(std::string_view text) {
  html::Writer out;
  return out.text(text).take();
}

bool holds(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }

std::size_t count_of(const std::string& page, std::string_view words) {
  std::size_t count = 0;
  for (auto at = page.find(words); at != std::string::npos; at = page.find(words, at + 1)) ++count;
  return count;
}

// The tag of the figure's cell, or "".
std::string cell_tag(const std::string& page, std::string_view path) {
  const auto at = page.find("<td id=\"c-" + std::string(path) + "\"");
  return at == std::string::npos ? std::string() : page.substr(at, page.find('>', at) - at);
}

bool has_class(const std::string& tag, std::string_view name) {
  return holds(tag, " " + std::string(name) + " ") || holds(tag, " " + std::string(name) + "\"");
}

}  // namespace

TEST_CASE("What comes from a report stays text", "[page]") {
  CHECK(text_of("<a href=\"x\">&'</a>") == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;");
  CHECK(text_of("年\xFF报\xE5") == "年\uFFFD报\uFFFD");
  CHECK(text_of(std::string("a\0b\x01\x7F", 5)) == "a\uFFFDb\uFFFD\uFFFD");
  CHECK(text_of("a\tb\nc") == "a\tb\nc");
  html::Writer out;
  out.open("p", {{"title", "\"><b>'"}, {"hidden", "", false}}).close();
  CHECK(out.take() == "<p title=\"&quot;&gt;&lt;b&gt;&#39;\"></p>");
}

TEST_CASE("Links to other pages lead to no other place", "[page]") {
  CHECK(html::relative_link("a/b 年.html") == "./a/b%20%E5%B9%B4.html");
  for (const auto* path :
       {"javascript:alert(1)", "//example.org/", "http://example.org/", "/etc/x", "\"><b>"}) {
    const auto link = html::relative_link(path);
    CHECK(link.substr(0, 2) == "./");
    CHECK_FALSE(holds(link, "\""));
  }
}

TEST_CASE("A hostile report's page has no markup of the report's", "[page]") {
  const auto report = hostile();
  REQUIRE(report.parsed.recognised);
  for (const auto language : {Language::english, Language::chinese}) {
    const auto page = to_html(report.view(), language);
    CHECK(text::valid_utf8_prefix(page) == page.size());
    CHECK(count_of(page, "<script") == 1);
    CHECK_FALSE(holds(page, "<img"));
    CHECK_FALSE(holds(page, "<!--"));
    CHECK(holds(page, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"));
    CHECK_FALSE(holds(page, "http://"));
    CHECK_FALSE(holds(page, "https://"));
  }
}

TEST_CASE("The form is redrawn with every cell", "[page]") {
  for (const auto* sample : {"clean.txt", "form-2019.txt", "truncated-columns.txt", "mostly-blank.txt"}) {
    const auto report = made(sample, support::sample_bytes(sample));
    const auto page = to_html(report.view(), Language::chinese);
    const auto all = figures(report.parsed.report);
    CHECK(all.size() >= 198);
    CHECK(count_of(page, "<td id=\"c-") == all.size());
    for (const auto& figure : all) {
      const auto tag = cell_tag(page, figure.path);
      CHECK_FALSE(tag.empty());
      CHECK(has_class(tag, "absent") == (figure.cell->state == CellState::absent));
      CHECK(has_class(tag, "blank") == (figure.cell->state == CellState::blank));
    }
  }
}

TEST_CASE("Rows of a group's own figures are drawn where they are printed", "[page]") {
  const auto report =
      made("group-subtotals.txt",
           support::read_file(std::string(NIANBAO_SOURCE_DIR) + "/tests/golden/cases/group-subtotals.txt"));
  const auto page = to_html(report.view(), Language::chinese);
  CHECK(count_of(page, "<td id=\"c-") == figures(report.parsed.report).size());
  CHECK(count_of(page, "<td id=\"c-") > 200);
}

TEST_CASE("Every cell that a failure is about is marked and leads to it", "[page]") {
  const auto report = faulty();
  const auto page = to_html(report.view(), Language::chinese);
  std::size_t cells = 0;
  for (const auto& finding : report.checked.findings) {
    if (finding.status != RuleStatus::fail) continue;
    CHECK(holds(page, html::rule_name(finding.rule, html::Texts(Language::chinese))));
    for (const auto& operand : finding.operands) {
      const auto tag = cell_tag(page, operand.path);
      if (tag.empty()) continue;
      ++cells;
      INFO(operand.path);
      CHECK((has_class(tag, "fail") || has_class(tag, "suspect") || has_class(tag, "part")));
      CHECK(holds(page, "id=\"t-" + std::string(operand.path) + "\""));
      CHECK(holds(page, "href=\"#c-" + std::string(operand.path) + "\""));
    }
  }
  CHECK(cells > 30);
  CHECK(has_class(cell_tag(page, "applications.results.disclosed.natural_person"), "suspect"));
  CHECK(has_class(cell_tag(page, "applications.results.total.natural_person"), "fail"));
  CHECK(has_class(cell_tag(page, "applications.results.partially_disclosed.natural_person"), "part"));
  CHECK_FALSE(has_class(cell_tag(page, "applications.results.partially_disclosed.other"), "part"));
}

TEST_CASE("Inferred cells are told from printed ones, with their proof", "[page]") {
  const auto report = inferred();
  const auto page = to_html(report.view(), Language::chinese);
  std::size_t cells = 0;
  for (const auto& figure : figures(report.parsed.report)) {
    const bool is_inferred = figure.cell->state == CellState::inferred;
    CHECK(has_class(cell_tag(page, figure.path), "inferred") == is_inferred);
    cells += is_inferred ? 1 : 0;
  }
  CHECK(cells > 4);
  for (const auto& diagnostic : report.parsed.diagnostics)
    if (diagnostic.code == DiagnosticCode::cell_inferred)
      CHECK(count_of(page, text_of(diagnostic.message(Language::chinese))) >= 2);
}

TEST_CASE("A report without a fault has no mark", "[page]") {
  const auto report = made("clean.txt", support::sample_bytes("clean.txt"));
  const auto page = to_html(report.view(), Language::chinese);
  REQUIRE(report.checked.count(RuleStatus::fail) == 0);
  for (const auto& figure : figures(report.parsed.report)) {
    const auto tag = cell_tag(page, figure.path);
    CHECK_FALSE((has_class(tag, "fail") || has_class(tag, "suspect") || has_class(tag, "part")));
  }
}

TEST_CASE("The same reports give the same pages", "[page]") {
  const auto first = made_pages();
  const auto second = made_pages();
  REQUIRE(first.size() == second.size());
  for (std::size_t i = 0; i < first.size(); ++i) CHECK(first[i].html == second[i].html);
}

TEST_CASE("Pages survive results that fit no report", "[page]") {
  auto report = faulty();
  auto& checked = report.checked;
  for (auto& statement : checked.statements) {
    statement.start = 7;
    statement.end = statement.start + 100'000;
  }
  Suspect suspect;
  suspect.cells.push_back({"no.such.cell", {}, {1, 0}, {2, 0}});
  suspect.findings = {0, 100'000};
  checked.suspects.push_back(suspect);
  for (auto& finding : checked.findings) finding.span = {9'999'999, 1, 4'000'000'000U, 4'000'000'000U};
  CHECK(holds(to_html(report.view(), Language::english), "</html>"));
  const ParseResult nothing = parse("");
  const CheckResult none;
  CheckedReport empty;
  empty.parsed = &nothing;
  empty.checked = &none;
  CHECK(holds(to_html(empty, Language::chinese), "</html>"));
  CHECK(holds(to_html(std::vector<CheckedReport>{empty}, Language::chinese), "</html>"));
  CHECK(holds(to_html(std::vector<CheckedReport>{}, Language::chinese), "</html>"));

  const auto older = last_year();
  auto comparison = compare(older.parsed.report, report.parsed.report);
  for (auto& repetition : comparison.repetition) {
    repetition.rate = 1e300;
    repetition.passages.push_back({50, 10, 900'000, 800'000, {}, {}});
    repetition.passages.push_back({0, 30, 1, 2, {}, {}});
  }
  const ComparedReports both{older.view(), report.view(), &comparison};
  const auto page = to_html(both, Language::chinese);
  CHECK(holds(page, "</html>"));
  CHECK(text::valid_utf8_prefix(page) == page.size());
}

TEST_CASE("Every rule has a name for offices", "[page]") {
  std::set<std::string_view> names;
  for (const auto& rule : rule_catalogue()) {
    INFO(rule.word);
    const auto name = html::rule_name(rule.id, html::Texts(Language::chinese));
    CHECK(name != rule.word);
    CHECK(names.insert(name).second);
  }
}

TEST_CASE("Texts of both languages ask for the same values", "[page]") {
  struct Wording {
    const char* name;
    std::string english;
    std::string chinese;
  };
  const Wording all[] = {
#define NIANBAO_TEXT(name, english, chinese) {#name, english, chinese},
#include "output/html/texts.def"
#undef NIANBAO_TEXT
  };
  for (const auto& wording : all)
    for (const auto* value : {"{0}", "{1}", "{2}"}) {
      INFO(wording.name);
      CHECK(holds(wording.english, value) == holds(wording.chinese, value));
    }
}

}  // namespace nianbao::page_tests
