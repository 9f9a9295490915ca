// SPDX-License-Identifier: Apache-2.0
// Whole reports against what people read in them: the project's samples and, where the corpus is at
// hand, published ones.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "nianbao/nianbao.hpp"
#include "support/catch.hpp"
#include "support/samples.hpp"
#include "text/fold.hpp"

namespace nianbao {

namespace {

using support::Expected;
using support::Sample;

std::string text_of(const std::optional<std::string>& value) { return value ? *value : "no value"; }

std::string text_of(const Cell& cell) { return cell.has_value() ? cell.value.to_string() : "no value"; }

void check_figures(const AnnualReport& report, const Expected& expected) {
  for (const auto& [path, value] : expected.figures) {
    const auto* cell = find_figure(report, path);
    INFO(path);
    REQUIRE(cell != nullptr);
    CHECK(text_of(*cell) == text_of(value));
  }
  for (const auto& figure : figures(report)) {
    INFO(figure.path);
    CHECK(expected.figures.count(std::string(figure.path)) == 1);
  }
}

void check_head(const AnnualReport& report, const Expected& expected) {
  CHECK(report.title == expected.title.value_or(""));
  CHECK(report.agency == expected.agency.value_or(""));
  CHECK(to_string(report.form) == expected.form.value_or(""));
  CHECK(report.year.value_or(0) == expected.year.value_or(0));
}

ParseResult check_sample(const Sample& sample) {
  auto result = parse(support::read_file(sample.path));
  CHECK(result.recognised);
  const auto expected = support::read_expected(sample.expected_path);
  check_head(result.report, expected);
  check_figures(result.report, expected);
  return result;
}

void check_headings(const AnnualReport& report) {
  const std::array<const Prose*, 6> sections{&report.overview.prose,
                                             &report.proactive_disclosure.prose,
                                             &report.applications.prose,
                                             &report.review_and_litigation.prose,
                                             &report.problems_and_improvements,
                                             &report.other_matters};
  for (std::size_t i = 0; i < sections.size(); ++i) {
    INFO("section " << i + 1);
    CHECK(sections[i]->heading_span.exists());
    CHECK(sections[i]->heading_span.start < sections[i]->heading_span.end);
    CHECK_FALSE(sections[i]->heading.empty());
    if (i > 0) CHECK(sections[i - 1]->heading_span.start < sections[i]->heading_span.start);
  }
}

bool starts_with(std::string_view text, std::string_view head) { return text.substr(0, head.size()) == head; }

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

// The one seed that skips a part of 一, and whose pages cut rows and sentences.
bool is_cut_by_pages(const std::string& name) { return starts_with(name, "003"); }

void check_parts(const AnnualReport& report, const std::string& name) {
  std::set<std::string> keys;
  for (const auto& part : report.overview.parts) {
    INFO(part.key);
    CHECK(keys.insert(part.key).second);
    CHECK_FALSE(part.prose.text.empty());
  }
  std::set<std::string> wanted{"proactive_disclosure", "disclosure_on_request", "information_management",
                               "platform_development", "supervision"};
  if (!is_cut_by_pages(name)) {
    CHECK(keys == wanted);
    return;
  }
  CHECK(keys.size() == 4);
  CHECK(std::includes(wanted.begin(), wanted.end(), keys.begin(), keys.end()));
}

bool ends_a_sentence(std::string_view line) {
  constexpr std::array<std::string_view, 9> ends{"。", "！", "？", "；", "：", "…", "”", "》", "）"};
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return ends_with(line, end); });
}

void check_sentences_are_whole(std::string_view prose) {
  std::size_t lines = 0;
  while (!prose.empty()) {
    const auto line = prose.substr(0, prose.find('\n'));
    prose.remove_prefix(std::min(prose.size(), line.size() + 1));
    ++lines;
    INFO("line " << lines << " of the overview");
    if (text::characters(line) > 20) CHECK(ends_a_sentence(line));
  }
  CHECK(lines > 1);
}

using Counts = std::map<std::string, int>;

// What has to be said about cells that are not printed in the matrix: a column without any cell is
// missing, and a row that lacks more than that is cut.
struct Losses {
  Counts columns;
  Counts rows;
};

Losses expected_losses(const Expected& expected) {
  std::map<std::string, int> printed;
  std::map<std::string, std::set<std::string>> lost;
  for (const auto& [path, value] : expected.figures) {
    if (!starts_with(path, "applications.")) continue;
    const auto dot = path.rfind('.');
    const auto column = path.substr(dot + 1);
    printed[column] += value ? 1 : 0;
    if (!value) lost[path.substr(0, dot)].insert(column);
  }
  Losses losses;
  for (const auto& [column, count] : printed)
    if (count == 0) losses.columns["applications.*." + column] = 1;
  for (const auto& [row, columns] : lost)
    for (const auto& column : columns)
      if (printed[column] > 0) losses.rows[row] = 1;
  return losses;
}

Counts paths_with(const ParseResult& result, DiagnosticCode code) {
  Counts counts;
  for (const auto& diagnostic : result.diagnostics)
    if (diagnostic.code == code) ++counts[diagnostic.path];
  return counts;
}

void check_losses_are_said_once(const ParseResult& result, const Expected& expected) {
  const auto losses = expected_losses(expected);
  CHECK(paths_with(result, DiagnosticCode::column_missing) == losses.columns);
  CHECK(paths_with(result, DiagnosticCode::row_truncated) == losses.rows);
}

}  // namespace

TEST_CASE("every figure of the sample reports is read as printed") {
  const auto samples = support::sample_reports();
  REQUIRE(samples.size() >= 6);
  for (const auto& sample : samples) {
    INFO(sample.name);
    check_sample(sample);
  }
}

TEST_CASE("every figure of the published reports is read as printed") {
  const auto seeds = support::seed_reports();
  if (seeds.empty()) {
    WARN("SKIPPED: no corpus at " << NIANBAO_CORPUS);
    return;
  }
  CHECK(seeds.size() == 5);
  for (const auto& seed : seeds) {
    INFO(seed.name);
    const auto result = check_sample(seed);
    check_headings(result.report);
    check_parts(result.report, seed.name);
  }
}

TEST_CASE("published reports lose rows and columns, and each is said once") {
  const auto seeds = support::seed_reports();
  if (seeds.empty()) WARN("SKIPPED: no corpus at " << NIANBAO_CORPUS);
  for (const auto& seed : seeds) {
    INFO(seed.name);
    check_losses_are_said_once(parse(support::read_file(seed.path)),
                               support::read_expected(seed.expected_path));
  }
}

TEST_CASE("sentences that page breaks cut in a published report are joined") {
  const auto seeds = support::seed_reports();
  if (seeds.empty()) WARN("SKIPPED: no corpus at " << NIANBAO_CORPUS);
  for (const auto& seed : seeds) {
    if (!is_cut_by_pages(seed.name)) continue;
    check_sentences_are_whole(parse(support::read_file(seed.path)).report.overview.prose.text);
  }
}

}  // namespace nianbao
