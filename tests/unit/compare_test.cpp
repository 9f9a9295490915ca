// SPDX-License-Identifier: Apache-2.0
#include "nianbao/compare.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "compare/decimals.hpp"
#include "nianbao/form.hpp"
#include "nianbao/parse.hpp"
#include "support/catch.hpp"

namespace nianbao {

namespace {

AnnualReport sample(const char* name) {
  std::ifstream file(std::string(NIANBAO_SOURCE_DIR "/examples/reports/") + name, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  auto result = parse(bytes);
  REQUIRE(result.recognised);
  return result.report;
}

void set(Cell& cell, std::int64_t value) {
  cell.state = CellState::number;
  cell.value = {value, 0};
  cell.raw = std::to_string(value);
}

// The year before `newer`, made so that every rule over both holds.
AnnualReport year_before(const AnnualReport& newer) {
  auto older = newer;
  older.year = *newer.year - 1;
  older.applications.carried_over_out = newer.applications.carried_over_in;
  for (const auto counts : {&ProactiveDisclosure::regulations, &ProactiveDisclosure::normative_documents}) {
    const auto& now = newer.proactive_disclosure.*counts;
    set((older.proactive_disclosure.*counts).in_force,
        now.in_force.value.coefficient - now.issued.value.coefficient + now.repealed.value.coefficient);
  }
  auto& last = older;
  for (Cell* cell : {&last.applications.newly_received.natural_person,
                     &last.proactive_disclosure.administrative_licensing.decisions,
                     &last.review_and_litigation.reconsideration.upheld})
    set(*cell, cell->value.coefficient + 1);
  last.overview.prose.text = "去年另有一番说法。";
  last.problems_and_improvements.text = "去年的问题是人手不足。";
  return older;
}

struct Years {
  AnnualReport newer = sample("clean.md");
  AnnualReport older = year_before(newer);

  [[nodiscard]] Comparison compared(const CompareOptions& options = {}) const {
    return compare(older, newer, options);
  }
};

std::vector<Finding> of_rule(const Comparison& comparison, RuleId rule) {
  std::vector<Finding> found;
  for (const auto& f : comparison.findings)
    if (f.rule == rule) found.push_back(f);
  return found;
}

// The only result of a rule about `subject`.
Finding about(const Comparison& comparison, RuleId rule, std::string_view subject) {
  const auto all = of_rule(comparison, rule);
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Finding& f) { return f.subject == subject; });
  REQUIRE(found != all.end());
  return *found;
}

const CellChange* change_at(const Comparison& comparison, std::string_view path) {
  const auto found = std::find_if(comparison.changes.begin(), comparison.changes.end(),
                                  [path](const CellChange& c) { return c.path == path; });
  return found == comparison.changes.end() ? nullptr : &*found;
}

constexpr std::string_view total_column = "applications.*.total";

}  // namespace

TEST_CASE("two years that fit pass every rule", "[compare]") {
  const auto comparison = Years().compared();
  for (const auto& f : comparison.findings) {
    INFO(f.message(Language::english));
    CHECK(f.status == RuleStatus::pass);
  }
  CHECK(comparison.count(RuleStatus::pass) == 7 + 2 + 1 + 3 + 1 + 1 + 3);
  CHECK_FALSE(comparison.has_errors());
}

TEST_CASE("findings come in order of the catalogue with fingerprints of their own", "[compare]") {
  const auto comparison = Years().compared();
  std::set<std::uint64_t> prints;
  for (std::size_t i = 0; i < comparison.findings.size(); ++i) {
    prints.insert(comparison.findings[i].fingerprint);
    if (i > 0) CHECK(comparison.findings[i - 1].rule <= comparison.findings[i].rule);
  }
  CHECK(prints.size() == comparison.findings.size());
}

TEST_CASE("every figure of the same form is compared", "[compare]") {
  Years years;
  set(years.older.applications.newly_received.total, 700);
  auto comparison = years.compared();
  CHECK(comparison.changes.size() == 200);
  const auto* change = change_at(comparison, "applications.newly_received.total");
  REQUIRE(change != nullptr);
  CHECK(change->older == Decimal{700, 0});
  CHECK(change->newer == Decimal{727, 0});
  CHECK(change->difference == Decimal{27, 0});
  CHECK(change->differs());
  CHECK_FALSE(change_at(comparison, "applications.results.disclosed.total")->differs());

  years.older.applications.newly_received.total = Cell{};
  comparison = years.compared();
  change = change_at(comparison, "applications.newly_received.total");
  CHECK(change->older_state == CellState::absent);
  CHECK_FALSE(change->difference.has_value());
  CHECK(change->differs());
}

TEST_CASE("the subtotals that one of the years prints are compared", "[compare]") {
  Years years;
  years.older.applications.results.not_disclosed.subtotal.emplace();
  set(years.older.applications.results.not_disclosed.subtotal->total, 5);
  const auto comparison = years.compared();
  CHECK(comparison.changes.size() == 207);
  CHECK(change_at(comparison, "applications.results.not_disclosed.subtotal.total")->differs());
}

TEST_CASE("forms that differ are compared where they ask the same", "[compare]") {
  auto older = sample("form-2019.txt");
  auto newer = sample("clean.md");
  older.year = 2020;
  newer.year = 2021;
  const auto comparison = compare(older, newer);
  for (const auto& change : comparison.changes)
    CHECK(change.path.substr(0, change.path.find('.')) != "proactive_disclosure");
  // 三 without the three rows of （六）, which stand as one.
  CHECK(comparison.changes.size() == 22 * 7 + 7 + 15);
  const auto* other = change_at(comparison, "applications.results.other.subtotal.total");
  REQUIRE(other != nullptr);
  CHECK(other->older_state == CellState::number);
  CHECK(other->newer_state == CellState::inferred);
  const auto& rows = newer.applications.results.other;
  CHECK(other->newer.coefficient == rows.correction_overdue.total.value.coefficient +
                                        rows.fee_overdue.total.value.coefficient +
                                        rows.other.total.value.coefficient);
  for (const auto& f : of_rule(comparison, RuleId::in_force)) CHECK(f.status == RuleStatus::not_assessable);
  CHECK(about(comparison, RuleId::identical_tables, "proactive_disclosure").status ==
        RuleStatus::not_assessable);
  CHECK(about(comparison, RuleId::carry_over, total_column).status == RuleStatus::fail);

  SECTION("a sum that cannot be had is left out") {
    newer.applications.results.other.fee_overdue.total = Cell{};
    CHECK(change_at(compare(older, newer), "applications.results.other.subtotal.total") == nullptr);
  }
  SECTION("a subtotal that is printed stands for itself") {
    auto& subtotal = newer.applications.results.other.subtotal.emplace();
    set(subtotal.total, 4);
    const auto again = compare(older, newer);
    CHECK(change_at(again, "applications.results.other.subtotal.total")->newer_state == CellState::number);
    CHECK(change_at(again, "applications.results.other.subtotal.other")->newer_state == CellState::absent);
  }
}

TEST_CASE("what was carried over must arrive", "[compare]") {
  Years years;
  set(years.older.applications.carried_over_out.total, 50);
  const auto found = about(years.compared(), RuleId::carry_over, total_column);
  CHECK(found.status == RuleStatus::fail);
  CHECK(found.severity == Severity::error);
  CHECK(found.left == Decimal{50, 0});
  CHECK(found.right == Decimal{51, 0});
  CHECK(found.difference == Decimal{-1, 0});
  REQUIRE(found.operands.size() == 2);
  CHECK(found.operands[0].of_older);
  CHECK(found.operands[0].path == "applications.carried_over_out.total");
  CHECK(found.operands[1].path == "applications.carried_over_in.total");
  CHECK(found.span == years.newer.applications.carried_over_in.total.span);
  CHECK(years.compared().has_errors());

  for (const auto state : {CellState::blank, CellState::absent, CellState::unreadable, CellState::inferred}) {
    years.older.applications.carried_over_out.total.state = state;
    const auto unsure = about(years.compared(), RuleId::carry_over, total_column);
    CHECK(unsure.status == RuleStatus::uncertain);
    CHECK(unsure.n == 1);
  }
  years.older.applications.carried_over_out.total = Cell{};
  years.newer.applications.carried_over_in.total = Cell{};
  CHECK(about(years.compared(), RuleId::carry_over, total_column).status == RuleStatus::not_assessable);
}

TEST_CASE("documents in force follow from last year's", "[compare]") {
  Years years;
  auto& documents = years.newer.proactive_disclosure.normative_documents;
  set(documents.in_force, documents.in_force.value.coefficient + 3);
  const auto found = about(years.compared(), RuleId::in_force, "proactive_disclosure.normative_documents");
  CHECK(found.status == RuleStatus::fail);
  CHECK(found.severity == Severity::warning);
  CHECK(found.difference == Decimal{3, 0});
  CHECK(found.operands.size() == 4);
  CHECK(about(years.compared(), RuleId::in_force, "proactive_disclosure.regulations").status ==
        RuleStatus::pass);
  documents.repealed.state = CellState::blank;
  CHECK(about(years.compared(), RuleId::in_force, "proactive_disclosure.normative_documents").status ==
        RuleStatus::uncertain);
}

TEST_CASE("years that do not follow each other have no carry-over", "[compare]") {
  Years years;
  const auto status_of = [](const Comparison& c, RuleId rule) { return of_rule(c, rule).at(0).status; };
  years.older.year = *years.newer.year - 2;
  auto comparison = years.compared();
  CHECK(status_of(comparison, RuleId::years_apart) == RuleStatus::fail);
  CHECK(of_rule(comparison, RuleId::years_apart)[0].n == *years.older.year);
  CHECK(of_rule(comparison, RuleId::years_apart)[0].m == *years.newer.year);
  CHECK(status_of(comparison, RuleId::carry_over) == RuleStatus::not_assessable);
  CHECK(status_of(comparison, RuleId::in_force) == RuleStatus::not_assessable);

  years.older.year.reset();
  comparison = years.compared();
  CHECK(status_of(comparison, RuleId::years_apart) == RuleStatus::not_assessable);
  CHECK(status_of(comparison, RuleId::carry_over) == RuleStatus::not_assessable);

  years.older.year = std::numeric_limits<std::int32_t>::max();
  years.newer.year = std::numeric_limits<std::int32_t>::min();
  CHECK(status_of(years.compared(), RuleId::years_apart) == RuleStatus::fail);
}

TEST_CASE("reports in the wrong order are compared as they are given", "[compare]") {
  const Years years;
  const auto comparison = compare(years.newer, years.older);
  CHECK(of_rule(comparison, RuleId::years_apart).at(0).status == RuleStatus::fail);
  CHECK(change_at(comparison, "applications.newly_received.natural_person")->difference == Decimal{1, 0});
}

TEST_CASE("one agency goes by several names", "[compare]") {
  Years years;
  const auto status = [&years](const char* older, const char* newer) {
    years.older.agency = older;
    years.newer.agency = newer;
    return of_rule(years.compared(), RuleId::same_agency).at(0).status;
  };
  CHECK(status("样例县教育局", "样例县教育局") == RuleStatus::pass);
  CHECK(status("样例县 教育局", "样例县教育局") == RuleStatus::pass);
  CHECK(status("县教育局", "样例县教育局") == RuleStatus::pass);
  CHECK(status("样例县人民政府", "样例县") == RuleStatus::pass);
  CHECK(status("样例县文化和旅游局", "样例县文化与旅游局") == RuleStatus::pass);
  CHECK(status("样例县教育局", "样例县财政局") == RuleStatus::fail);
  CHECK(status("样例县人民政府", "样例县人民政府办公室") == RuleStatus::fail);
  CHECK(status("", "样例县教育局") == RuleStatus::not_assessable);
}

TEST_CASE("figures that leap are named one by one", "[compare]") {
  Years years;
  const auto jumps = [&years](std::int64_t older, std::int64_t newer) {
    set(years.older.applications.newly_received.other, older);
    set(years.newer.applications.newly_received.other, newer);
    return of_rule(years.compared(), RuleId::jump);
  };
  auto found = jumps(6, 600);
  REQUIRE(found.size() == 1);
  CHECK(found[0].status == RuleStatus::fail);
  CHECK(found[0].severity == Severity::note);
  CHECK(found[0].subject == "applications.newly_received.other");
  CHECK(found[0].left == Decimal{6, 0});
  CHECK(found[0].right == Decimal{600, 0});
  CHECK(jumps(600, 60).at(0).status == RuleStatus::fail);
  CHECK(jumps(0, 50).at(0).status == RuleStatus::fail);
  CHECK(jumps(0, 49).at(0).status == RuleStatus::pass);
  CHECK(jumps(61, 600).at(0).status == RuleStatus::pass);
  CHECK(jumps(-5, 600).at(0).status == RuleStatus::pass);
  years.older.applications.newly_received.other.state = CellState::inferred;
  CHECK(of_rule(years.compared(), RuleId::jump).at(0).status == RuleStatus::pass);
  const auto none = compare(AnnualReport(), AnnualReport());
  CHECK(of_rule(none, RuleId::jump).at(0).status == RuleStatus::not_assessable);
}

TEST_CASE("a table of last year's figures is noticed", "[compare]") {
  Years years;
  years.older.applications = years.newer.applications;
  const auto found = about(years.compared(), RuleId::identical_tables, "applications");
  CHECK(found.status == RuleStatus::fail);
  CHECK(found.severity == Severity::warning);
  CHECK(found.span.exists());
  CHECK(about(years.compared(), RuleId::identical_tables, "review_and_litigation").status ==
        RuleStatus::pass);

  years.older.applications.results.disclosed.other.state = CellState::blank;
  CHECK(about(years.compared(), RuleId::identical_tables, "applications").status == RuleStatus::pass);
  years.newer.applications.results.disclosed.other.state = CellState::blank;
  CHECK(about(years.compared(), RuleId::identical_tables, "applications").status == RuleStatus::uncertain);

  SECTION("small figures are the same by chance") {
    AnnualReport last;
    set(last.applications.newly_received.total, 1);
    const auto same = compare(last, last);
    CHECK(about(same, RuleId::identical_tables, "applications").status == RuleStatus::pass);
  }
  SECTION("documents stay in force where nothing happens") {
    AnnualReport last;
    set(last.proactive_disclosure.normative_documents.in_force, 53);
    CHECK(about(compare(last, last), RuleId::identical_tables, "proactive_disclosure").status ==
          RuleStatus::pass);
    set(last.proactive_disclosure.administrative_licensing.decisions, 3187);
    CHECK(about(compare(last, last), RuleId::identical_tables, "proactive_disclosure").status ==
          RuleStatus::uncertain);
  }
}

TEST_CASE("copied text is a finding if there is enough of it", "[compare]") {
  Years years;
  years.older.overview = years.newer.overview;
  const auto found = about(years.compared(), RuleId::repetition, "overview");
  CHECK(found.status == RuleStatus::fail);
  CHECK(found.n == 100);
  CHECK(found.text.size() > 100);
  const auto passages = years.compared().repetition[0].passages;
  REQUIRE(passages.size() == 1);
  CHECK(passages[0].newer_span.exists());
  CHECK(passages[0].newer_span.line == years.newer.overview.prose.span.line);
  CHECK(found.span == years.newer.overview.prose.span);
  CHECK(about(years.compared(), RuleId::repetition, "other_matters").status == RuleStatus::pass);
  CompareOptions options;
  options.repetition_length = 100'000;
  CHECK(about(years.compared(options), RuleId::repetition, "overview").status == RuleStatus::pass);
  years.older.overview.prose.text.clear();
  CHECK(about(years.compared(), RuleId::repetition, "overview").status == RuleStatus::not_assessable);
}

TEST_CASE("rules over two years can be switched", "[compare]") {
  Years years;
  set(years.older.applications.carried_over_out.total, 50);
  CompareOptions options;
  options.rules = *parse_rule_settings("*=off,carry-over=note");
  const auto comparison = years.compared(options);
  CHECK(comparison.findings.size() == 7);
  CHECK(comparison.count(RuleStatus::fail) == 1);
  CHECK_FALSE(comparison.has_errors());
}

TEST_CASE("nothing can be said of reports that hold nothing", "[compare]") {
  const auto comparison = compare(AnnualReport(), AnnualReport());
  CHECK(comparison.count(RuleStatus::not_assessable) == comparison.findings.size());
  for (const auto& f : comparison.findings) {
    CHECK_FALSE(f.message(Language::english).empty());
    CHECK_FALSE(f.message(Language::chinese).empty());
  }
}

TEST_CASE("decimals are subtracted exactly or not at all", "[compare]") {
  using comparison::minus;
  constexpr auto largest = std::numeric_limits<std::int64_t>::max();
  constexpr auto smallest = std::numeric_limits<std::int64_t>::min();
  CHECK(minus({1605964, 4}, {1, 1}) == Decimal{1604964, 4});
  CHECK(minus({150, 2}, {15, 1}) == Decimal{0, 0});
  CHECK(minus({largest, 0}, {largest, 0}) == Decimal{0, 0});
  CHECK_FALSE(minus({largest, 0}, {-1, 0}).has_value());
  CHECK_FALSE(minus({smallest, 0}, {1, 0}).has_value());
  CHECK_FALSE(minus({largest, 0}, {1, 1}).has_value());
  CHECK(minus({0, std::numeric_limits<std::int32_t>::max()}, {5, 0}) == Decimal{-5, 0});
  CHECK(comparison::same_number({150, 2}, {15, 1}));
}

}  // namespace nianbao
