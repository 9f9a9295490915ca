// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "nianbao/nianbao.hpp"
#include "support/catch.hpp"
#include "support/samples.hpp"
#include "unit/cells.hpp"

using namespace nianbao;

namespace {

// Without text, which would be held against the figures as well.
AnnualReport report_without_text() {
  auto report = parse(support::read_file(NIANBAO_SOURCE_DIR "/examples/reports/clean.txt")).report;
  report.overview.prose.text.clear();
  return report;
}

void misread(AnnualReport& report, std::string_view path, std::int64_t value) {
  unit::cell_at(report, path).value = {value, 0};
}

std::int64_t value_at(const AnnualReport& report, std::string_view path) {
  return find_figure(report, path)->value.coefficient;
}

}  // namespace

TEST_CASE("any wrong figure of the matrix is found where its row and column cross") {
  const auto report = report_without_text();
  for (const auto& figure : figures(report)) {
    if (figure.path.substr(0, 13) != "applications.") continue;
    for (const std::int64_t delta : {1, 5, 90}) {
      auto wrong = report;
      const auto right = figure.cell->value.coefficient;
      misread(wrong, figure.path, right + delta);
      const auto result = check(wrong);
      INFO(figure.path << " + " << delta);
      REQUIRE(!result.suspects.empty());
      const auto& first = result.suspects.front();
      REQUIRE(first.cells.size() == 1);
      CHECK(first.cells.front().path == figure.path);
      CHECK(first.cells.front().suggested == Decimal{right, 0});
      CHECK(first.rank == 1);
      CHECK(first.findings.size() == result.count(RuleStatus::fail));
    }
  }
}

TEST_CASE("two wrong figures far from each other are both found") {
  auto report = report_without_text();
  misread(report, "applications.results.disclosed.natural_person", 40);
  misread(report, "applications.newly_received.other", 4);
  const auto suspects = check(report).suspects;
  for (const auto* path :
       {"applications.results.disclosed.natural_person", "applications.newly_received.other"})
    CHECK(std::any_of(suspects.begin(), suspects.end(), [path](const Suspect& s) {
      return s.rank == 1 && s.cells.size() == 1 && s.cells.front().path == path;
    }));
}

TEST_CASE("the way in which a figure differs is told") {
  struct Case {
    std::int64_t printed;
    SuspectKind kind;
  };
  // 公开 of 自然人 is 14.
  for (const auto& c : {Case{41, SuspectKind::digits_swapped}, Case{1, SuspectKind::digit_lost},
                        Case{149, SuspectKind::digit_lost}, Case{19, SuspectKind::digit_changed},
                        Case{0, SuspectKind::other}}) {
    auto report = report_without_text();
    misread(report, "applications.results.disclosed.natural_person", c.printed);
    const auto suspects = check(report).suspects;
    INFO(c.printed);
    REQUIRE(!suspects.empty());
    CHECK(suspects.front().kind == c.kind);
  }
}

TEST_CASE("a value one cell off and one that moved are found as two cells") {
  auto report = report_without_text();
  const auto left = value_at(report, "applications.results.disclosed.natural_person");
  const auto right = value_at(report, "applications.results.disclosed.commercial_enterprise");
  REQUIRE(left != right);
  misread(report, "applications.results.disclosed.natural_person", right);
  misread(report, "applications.results.disclosed.commercial_enterprise", left);
  auto suspects = check(report).suspects;
  REQUIRE(!suspects.empty());
  CHECK(suspects.front().kind == SuspectKind::cell_shifted);
  REQUIRE(suspects.front().cells.size() == 2);
  CHECK(suspects.front().cells[0].path == "applications.results.disclosed.natural_person");
  CHECK(suspects.front().cells[0].suggested == Decimal{left, 0});

  report = report_without_text();
  misread(report, "applications.carried_over_in.natural_person", 6);
  misread(report, "applications.carried_over_in.other", 2);
  suspects = check(report).suspects;
  CHECK(std::any_of(suspects.begin(), suspects.end(), [](const Suspect& s) {
    return s.kind == SuspectKind::moved && s.cells.size() == 2 &&
           s.cells[0].path == "applications.carried_over_in.natural_person" &&
           s.cells[1].path == "applications.carried_over_in.other";
  }));
}

TEST_CASE("every suggestion makes the equations hold that it names") {
  auto report = report_without_text();
  misread(report, "applications.results.disclosed.natural_person", 40);
  misread(report, "applications.results.disclosed.other", 9);
  misread(report, "applications.carried_over_out.total", 32);
  misread(report, "review_and_litigation.reconsideration.total", 99);
  const auto result = check(report);
  REQUIRE(!result.suspects.empty());
  for (const auto& suspect : result.suspects) {
    auto mended = report;
    for (const auto& cell : suspect.cells) unit::cell_at(mended, cell.path).value = cell.suggested;
    const auto after = check(mended);
    CHECK(after.count(RuleStatus::fail) == result.count(RuleStatus::fail) - suspect.findings.size());
    for (const auto index : suspect.findings) {
      CHECK(result.findings[index].status == RuleStatus::fail);
      CHECK(after.findings[index].status == RuleStatus::pass);
    }
    CHECK(!suspect.message(Language::english).empty());
    CHECK(!suspect.message(Language::chinese).empty());
  }
}

TEST_CASE("no suggestion is below zero or on what is not printed") {
  auto report = report_without_text();
  unit::cell_at(report, "applications.results.disclosed.other").state = CellState::blank;
  misread(report, "applications.results.disclosed.natural_person", 0);
  misread(report, "applications.newly_received.total", 0);
  for (const auto& suspect : check(report).suspects)
    for (const auto& cell : suspect.cells) {
      CHECK(cell.suggested.coefficient >= 0);
      CHECK(cell.path != "applications.results.disclosed.other");
    }
}

TEST_CASE("suspects can be left out") {
  auto report = report_without_text();
  misread(report, "applications.newly_received.total", 0);
  CheckOptions options;
  options.suspects = false;
  CHECK(check(report, options).suspects.empty());
}
