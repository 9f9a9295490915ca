// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <random>
#include <string>

#include "nianbao/nianbao.hpp"
#include "support/catch.hpp"
#include "support/samples.hpp"
#include "unit/cells.hpp"

using namespace nianbao;

namespace {

AnnualReport sample_report(const std::string& name) { return parse(support::sample_bytes(name)).report; }

void erase(AnnualReport& report, std::string_view path, CellState state = CellState::absent) {
  auto& cell = unit::cell_at(report, path);
  cell = {};
  cell.state = state;
}

const InferredCell* inferred(const Inference& proof, std::string_view path) {
  const auto found = std::find_if(proof.inferred.begin(), proof.inferred.end(),
                                  [path](const InferredCell& cell) { return cell.path == path; });
  return found == proof.inferred.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a cell that one equation determines is inferred, with the equation") {
  for (const auto state : {CellState::absent, CellState::blank}) {
    auto report = sample_report("clean.txt");
    const auto whole = report;
    erase(report, "review_and_litigation.reconsideration.total", state);
    const auto proof = infer(report);
    REQUIRE(proof.inferred.size() == 1);
    CHECK(proof.inferred.front().path == "review_and_litigation.reconsideration.total");
    REQUIRE(proof.inferred.front().equations.size() == 1);
    CHECK(proof.inferred.front().equations.front().rule == RuleId::review_total);
    CHECK(proof.inferred.front().equations.front().subject == "review_and_litigation.reconsideration");
    const auto& cell = report.review_and_litigation.reconsideration.total;
    CHECK(cell.state == CellState::inferred);
    CHECK(cell.value == whole.review_and_litigation.reconsideration.total.value);
    CHECK(cell.raw.empty());
  }
}

TEST_CASE("what is inferred is what was printed, whichever cells are lost") {
  const auto whole = sample_report("clean.txt");
  std::mt19937 random(20260115);
  std::size_t found = 0;
  for (int round = 0; round < 400; ++round) {
    auto report = whole;
    const auto share = std::uniform_int_distribution<int>(1, 60)(random);
    for (const auto& figure : figures(whole))
      if (std::uniform_int_distribution<int>(0, 99)(random) < share) erase(report, figure.path);
    const auto damaged = report;
    const auto proof = infer(report);
    CHECK(proof.contradicted.empty());
    found += proof.inferred.size();
    for (const auto& figure : figures(report)) {
      const auto& before = *find_figure(damaged, figure.path);
      const auto& truth = *find_figure(whole, figure.path);
      if (before.state == CellState::number) {
        CHECK(*figure.cell == before);
      } else if (figure.cell->state == CellState::inferred) {
        INFO(figure.path);
        CHECK(figure.cell->value == truth.value);
        CHECK(inferred(proof, figure.path) != nullptr);
      } else {
        CHECK(figure.cell->state == CellState::absent);
      }
    }
    for (const auto& cell : proof.bounded) {
      const auto truth = find_figure(whole, cell.path)->value.coefficient;
      CHECK(cell.lower < cell.upper);
      CHECK(cell.lower <= truth);
      CHECK(truth <= cell.upper);
      CHECK(!cell.equations.empty());
    }
  }
  CHECK(found > 1000);
}

TEST_CASE("nothing is inferred from figures that contradict each other") {
  auto report = sample_report("clean.txt");
  unit::cell_at(report, "applications.results.disclosed.natural_person").value = {99, 0};
  erase(report, "applications.results.disclosed.other");
  erase(report, "applications.results.partially_disclosed.natural_person");
  const auto proof = infer(report);
  // Row 公开 and column 自然人 have one unknown each, and the wrong figure in both would make it negative.
  // The column 其他 does not hold the figure: it alone counts.
  CHECK(!proof.contradicted.empty());
  CHECK(report.applications.results.disclosed.natural_person.value == Decimal{99, 0});
  const auto* other = inferred(proof, "applications.results.disclosed.other");
  REQUIRE(other != nullptr);
  CHECK(other->value == 1);
  REQUIRE(other->equations.size() == 1);
  CHECK(other->equations.front().rule == RuleId::results_sum);
  CHECK(inferred(proof, "applications.results.partially_disclosed.natural_person") != nullptr);
}

TEST_CASE("figures of an equation that fails prove nothing in others") {
  auto report = sample_report("clean.txt");
  unit::cell_at(report, "applications.results.total.other").value.coefficient += 7;
  erase(report, "applications.results.disclosed.other");
  erase(report, "applications.results.disclosed.total");
  const auto proof = infer(report);
  CHECK(std::any_of(proof.contradicted.begin(), proof.contradicted.end(), [](const EquationName& e) {
    return e.rule == RuleId::row_total && e.subject == "applications.results.total";
  }));
  CHECK(report.applications.results.disclosed.other.state == CellState::absent);
}

TEST_CASE("marks and unreadable cells are printed and never filled in") {
  for (const auto state : {CellState::not_applicable, CellState::unreadable}) {
    auto report = sample_report("clean.txt");
    erase(report, "applications.newly_received.total", state);
    infer(report);
    CHECK(report.applications.newly_received.total.state == state);
  }
}

TEST_CASE("bounds are given where there is a choice") {
  auto report = sample_report("clean.txt");
  for (const auto* row : {"applications.results.disclosed.", "applications.results.partially_disclosed."})
    for (const auto* column : {"natural_person", "commercial_enterprise"})
      erase(report, std::string(row) + column);
  const auto proof = infer(report);
  CHECK(proof.inferred.empty());
  REQUIRE(proof.bounded.size() == 4);
  CHECK(proof.bounded.front().path == "applications.results.disclosed.natural_person");
  CHECK(proof.bounded.front().lower >= 0);
  CHECK(proof.bounded.front().upper == 17);  // 14 + 3 in the row
}

TEST_CASE("what was inferred is no evidence for the checks") {
  auto report = sample_report("clean.txt");
  erase(report, "review_and_litigation.reconsideration.total");
  infer(report);
  const auto result = check(report);
  const auto found = std::find_if(result.findings.begin(), result.findings.end(), [](const Finding& f) {
    return f.rule == RuleId::review_total && f.subject == "review_and_litigation.reconsideration";
  });
  REQUIRE(found != result.findings.end());
  CHECK(found->status == RuleStatus::uncertain);
}

TEST_CASE("a report that was read says what was inferred") {
  auto result = parse(support::sample_bytes("page-breaks.txt"));
  const auto proof = infer(result);
  REQUIRE(!proof.inferred.empty());
  const auto notes =
      std::count_if(result.diagnostics.begin(), result.diagnostics.end(),
                    [](const Diagnostic& d) { return d.code == DiagnosticCode::cell_inferred; });
  CHECK(static_cast<std::size_t>(notes) == proof.inferred.size());
  const auto back = from_json(to_json(result, {true, 0}));
  REQUIRE(back);
  CHECK(to_json(*back, {true, 0}) == to_json(result, {true, 0}));
}

TEST_CASE("a report that was read says what is bounded and what is contradicted") {
  const auto codes_of = [](const ParseResult& result, DiagnosticCode code) {
    return std::count_if(result.diagnostics.begin(), result.diagnostics.end(),
                         [code](const Diagnostic& d) { return d.code == code; });
  };
  auto cut = parse(support::sample_bytes("truncated-columns.txt"));
  CHECK(!infer(cut).bounded.empty());
  CHECK(codes_of(cut, DiagnosticCode::cell_bounded) > 0);
  auto wrong = parse(support::sample_bytes("clean.txt"));
  unit::cell_at(wrong.report, "applications.newly_received.total").value = {1, 0};
  CHECK(!infer(wrong).contradicted.empty());
  CHECK(codes_of(wrong, DiagnosticCode::equation_contradicted) > 0);
}

TEST_CASE("sums of enormous counts do not overflow") {
  auto report = sample_report("clean.txt");
  for (const auto& figure : figures(report))
    if (figure.path.substr(0, 13) == "applications.")
      const_cast<Cell*>(figure.cell)->value = {999'999'999'999, 0};
  erase(report, "applications.results.disclosed.other");
  erase(report, "applications.newly_received.total");
  const auto proof = infer(report);
  REQUIRE(proof.inferred.size() == 1);  // the columns of 新收 hold: as much comes in as goes out
  CHECK(proof.inferred.front().value == 5'999'999'999'994);
}
