// SPDX-License-Identifier: Apache-2.0
// Every rule passes on a clean report and fails on one that was made to break it.
#include <algorithm>
#include <functional>
#include <map>
#include <string>

#include "nianbao/nianbao.hpp"
#include "support/catch.hpp"
#include "support/samples.hpp"
#include "unit/cells.hpp"

using namespace nianbao;

namespace {

AnnualReport clean_report() {
  auto report = parse(support::read_file(NIANBAO_SOURCE_DIR "/examples/reports/clean.txt")).report;
  report.period = Period{{2023, 1, 1}, {2023, 12, 31}};
  // Sentences for the rules that hold the text against the tables.
  report.proactive_disclosure.administrative_fees.amount.value = {0, 2};
  report.overview.prose.text +=
      "\n全年制发行政规范性文件3件。收到政府信息公开申请258件，其中网上申请250件、信函申请8件，予以公开24件。"
      "因政府信息公开被申请行政复议7件。";
  report.other_matters.text += "无行政事业性收费。";
  return report;
}

void set(AnnualReport& report, std::string_view path, std::int64_t value, const char* raw = "") {
  auto& cell = unit::cell_at(report, path);
  cell.state = CellState::number;
  cell.value = {value, 0};
  cell.raw = *raw == 0 ? std::to_string(value) : raw;
}

void set_state(AnnualReport& report, std::string_view path, CellState state, const char* raw = "") {
  auto& cell = unit::cell_at(report, path);
  cell.state = state;
  cell.value = {};
  cell.raw = raw;
}

std::vector<Finding> of_rule(const CheckResult& result, RuleId rule) {
  std::vector<Finding> found;
  std::copy_if(result.findings.begin(), result.findings.end(), std::back_inserter(found),
               [rule](const Finding& f) { return f.rule == rule; });
  return found;
}

std::size_t failures(const CheckResult& result, RuleId rule) {
  const auto found = of_rule(result, rule);
  return static_cast<std::size_t>(std::count_if(
      found.begin(), found.end(), [](const Finding& f) { return f.status == RuleStatus::fail; }));
}

constexpr auto received_total = "applications.newly_received.total";

// What breaks each rule, and nothing that another entry needs.
const std::map<RuleId, std::function<void(AnnualReport&)>>& faults() {
  static const std::map<RuleId, std::function<void(AnnualReport&)>> table{
      {RuleId::balance, [](AnnualReport& r) { set(r, "applications.carried_over_out.other", 77); }},
      {RuleId::results_sum, [](AnnualReport& r) { set(r, "applications.results.disclosed.other", 77); }},
      {RuleId::row_total, [](AnnualReport& r) { set(r, received_total, 77); }},
      {RuleId::review_total,
       [](AnnualReport& r) { set(r, "review_and_litigation.litigation_direct.upheld", 77); }},
      {RuleId::group_subtotal,
       [](AnnualReport& r) {
         r.applications.results.not_processed.subtotal.emplace();
         set(r, "applications.results.not_processed.subtotal.natural_person", 77);
       }},
      {RuleId::cell_blank, [](AnnualReport& r) { set_state(r, received_total, CellState::blank); }},
      {RuleId::cell_not_applicable,
       [](AnnualReport& r) { set_state(r, received_total, CellState::not_applicable, "/"); }},
      {RuleId::cell_unreadable,
       [](AnnualReport& r) { set_state(r, received_total, CellState::unreadable, "两百余"); }},
      {RuleId::cell_negative, [](AnnualReport& r) { set(r, received_total, -1); }},
      {RuleId::cell_fractional,
       [](AnnualReport& r) {
         unit::cell_at(r, received_total).value = {25, 1};
       }},
      {RuleId::amount_in_yuan,
       [](AnnualReport& r) {
         set(r, "proactive_disclosure.administrative_fees.amount", 251000, "251000元");
       }},
      {RuleId::section_present, [](AnnualReport& r) { r.problems_and_improvements = {}; }},
      {RuleId::section_order,
       [](AnnualReport& r) {
         std::swap(r.problems_and_improvements.heading_span, r.other_matters.heading_span);
       }},
      {RuleId::section_wording, [](AnnualReport& r) { r.other_matters.heading = "六、补充说明"; }},
      {RuleId::overview_part, [](AnnualReport& r) { r.overview.parts.pop_back(); }},
      {RuleId::table_present, [](AnnualReport& r) { r.review_and_litigation = {}; }},
      {RuleId::row_present, [](AnnualReport& r) { r.applications.results.disclosed = {}; }},
      {RuleId::template_text, [](AnnualReport& r) { r.other_matters.text += "本年度收取费用XX元。"; }},
      {RuleId::year_consistent,
       [](AnnualReport& r) {
         r.period = Period{{2022, 1, 1}, {2022, 12, 31}};
       }},
      {RuleId::year_in_text, [](AnnualReport& r) { r.overview.prose.text = "2022年，本局公开信息。"; }},
      {RuleId::template_year, [](AnnualReport& r) { r.year = 2020; }},
      {RuleId::problems_substance, [](AnnualReport& r) { r.problems_and_improvements.text = "无。"; }},
      {RuleId::fee_statement, [](AnnualReport& r) { r.other_matters.text = "没有其他需要报告的事项。"; }},
      {RuleId::dispute_without_request,
       [](AnnualReport& r) {
         set(r, received_total, 0);
         set(r, "applications.carried_over_in.total", 0);
       }},
      {RuleId::prose_requests, [](AnnualReport& r) { set(r, received_total, 77); }},
      {RuleId::prose_results, [](AnnualReport& r) { set(r, "applications.results.disclosed.total", 77); }},
      {RuleId::prose_review,
       [](AnnualReport& r) { set(r, "review_and_litigation.reconsideration.total", 77); }},
      {RuleId::prose_documents,
       [](AnnualReport& r) { set(r, "proactive_disclosure.normative_documents.issued", 77); }},
      {RuleId::prose_channels,
       [](AnnualReport& r) {
         r.overview.prose.text = "收到政府信息公开申请258件，其中网上申请250件、信函申请9件。";
       }},
      {RuleId::prose_fees,
       [](AnnualReport& r) { set(r, "proactive_disclosure.administrative_fees.amount", 3); }},
      {RuleId::prose_requests,
       [](AnnualReport& r) { r.overview.prose.text = "收到政府信息公开申请259件。"; }},
      {RuleId::prose_results,
       [](AnnualReport& r) { r.overview.prose.text = "政府信息公开申请予以公开25件，部分公开11件。"; }},
      {RuleId::prose_review,
       [](AnnualReport& r) { r.overview.prose.text = "因政府信息公开被申请行政复议9件。"; }},
      {RuleId::prose_documents,
       [](AnnualReport& r) { r.overview.prose.text = "全年制发行政规范性文件4件。"; }},
      {RuleId::prose_channels,
       [](AnnualReport& r) {
         r.overview.prose.text = "收到政府信息公开申请258件，其中网上申请200件、信函申请68件。";
       }},
      {RuleId::prose_fees,
       [](AnnualReport& r) {
         r.proactive_disclosure.administrative_fees.amount.value = {865, 1};
       }},
  };
  return table;
}

}  // namespace

TEST_CASE("every rule passes on a clean report") {
  const auto report = clean_report();
  const auto result = check(report);
  for (const auto& rule : rule_catalogue()) {
    if (rule.forms == RuleForms::pair || rule.id == RuleId::group_subtotal) continue;
    INFO(rule.word);
    const auto found = of_rule(result, rule.id);
    CHECK(!found.empty());
    for (const auto& finding : found) {
      INFO(finding.message(Language::english));
      CHECK(finding.status == RuleStatus::pass);
    }
  }
  CHECK(result.suspects.empty());
  CHECK_FALSE(result.has_errors());
}

TEST_CASE("every rule fails on a report that was made to break it") {
  for (const auto& rule : rule_catalogue()) {
    if (rule.forms == RuleForms::pair) continue;
    INFO(rule.word);
    const auto fault = faults().find(rule.id);
    REQUIRE(fault != faults().end());
    auto report = clean_report();
    fault->second(report);
    CHECK(failures(check(report), rule.id) > 0);
  }
}

TEST_CASE("a figure that is not printed leaves its equations uncertain") {
  for (const auto state : {CellState::blank, CellState::absent, CellState::not_applicable,
                           CellState::unreadable, CellState::inferred}) {
    auto report = clean_report();
    set_state(report, "applications.results.disclosed.other", state);
    const auto result = check(report);
    CHECK(failures(result, RuleId::row_total) == 0);
    CHECK(failures(result, RuleId::results_sum) == 0);
    const auto rows = of_rule(result, RuleId::row_total);
    CHECK(std::count_if(rows.begin(), rows.end(),
                        [](const Finding& f) { return f.status == RuleStatus::uncertain; }) == 1);
  }
}

TEST_CASE("what no count of a blank cell could mend has failed") {
  auto report = clean_report();
  set_state(report, "applications.newly_received.other", CellState::blank);
  set(report, "applications.newly_received.natural_person", 500);  // the total is 258
  CHECK(failures(check(report), RuleId::row_total) == 1);
}

TEST_CASE("a table that is not there cannot be assessed") {
  auto report = clean_report();
  report.review_and_litigation = {};
  for (const auto& finding : of_rule(check(report), RuleId::review_total))
    CHECK(finding.status == RuleStatus::not_assessable);
}

TEST_CASE("the form of 2019 is held to its own rows") {
  const auto report = parse(support::read_file(NIANBAO_SOURCE_DIR "/examples/reports/form-2019.txt")).report;
  const auto result = check(report);
  CHECK(of_rule(result, RuleId::results_sum).size() == 7);
  CHECK(of_rule(result, RuleId::row_total).size() == 23);
  CHECK(failures(result, RuleId::results_sum) == 0);
  CHECK(of_rule(result, RuleId::amount_in_yuan).empty());
  auto wrong = report;
  set(wrong, "applications.results.other.subtotal.total", 7777);
  CHECK(failures(check(wrong), RuleId::results_sum) == 1);
  wrong = report;
  wrong.applications.results.other.subtotal.reset();
  CHECK(failures(check(wrong), RuleId::row_present) == 1);
}

TEST_CASE("a group's printed figure stands for its rows where only it is printed") {
  auto report = clean_report();
  auto& group = report.applications.results.not_processed;
  group.subtotal.emplace();
  for (const auto& column :
       {"natural_person", "commercial_enterprise", "research_institution", "public_interest_organization",
        "legal_service_organization", "other", "total"}) {
    const std::string base = "applications.results.not_processed.";
    std::int64_t sum = 0;
    for (const auto& row : {"petition_or_complaint", "duplicate", "published_material",
                            "unreasonably_frequent", "confirmation_or_reissue"}) {
      auto& cell = unit::cell_at(report, base + row + "." + column);
      sum += cell.value.coefficient;
      cell = {};
    }
    set(report, base + "subtotal." + column, sum);
  }
  const auto result = check(report);
  for (const auto& finding : of_rule(result, RuleId::results_sum)) CHECK(finding.status == RuleStatus::pass);
  for (const auto& finding : of_rule(result, RuleId::group_subtotal))
    CHECK(finding.status == RuleStatus::uncertain);
}

TEST_CASE("an equation names its operands, their places and both sides") {
  auto report = clean_report();
  set(report, "applications.results.disclosed.total", 30);
  for (const auto& finding : of_rule(check(report), RuleId::row_total)) {
    if (finding.status != RuleStatus::fail) continue;
    CHECK(finding.subject == "applications.results.disclosed");
    CHECK(finding.left == Decimal{24, 0});
    CHECK(finding.right == Decimal{30, 0});
    CHECK(finding.difference == Decimal{-6, 0});
    REQUIRE(finding.operands.size() == 7);
    CHECK(finding.operands.back().path == "applications.results.disclosed.total");
    CHECK(finding.operands.back().side == OperandSide::right);
    CHECK(finding.operands.back().span.exists());
    CHECK(finding.span == finding.operands.back().span);
    CHECK(finding.message(Language::english) ==
          "Disclosed: the applicants add up to 24, but 总计 is 30 (difference -6).");
    CHECK(finding.message(Language::chinese) ==
          "“（一）予以公开”行：各类申请人之和为 24，总计为 30（相差 -6）。");
  }
}

TEST_CASE("rules can be switched off and weighed otherwise") {
  auto report = clean_report();
  set(report, received_total, 77);
  CheckOptions options;
  options.rules = *parse_rule_settings("row-total=note,balance=off");
  const auto result = check(report, options);
  CHECK(of_rule(result, RuleId::balance).empty());
  CHECK(failures(result, RuleId::row_total) == 1);
  CHECK_FALSE(result.has_errors());
  options.rules = *parse_rule_settings("*=off,cell-blank=error");
  for (const auto& finding : check(report, options).findings) CHECK(finding.rule == RuleId::cell_blank);
}

TEST_CASE("settings that name no rule or no severity are refused") {
  std::string problem;
  CHECK_FALSE(parse_rule_settings("balance=loud", &problem));
  CHECK(problem == "balance=loud");
  CHECK_FALSE(parse_rule_settings("balance", &problem));
  CHECK_FALSE(parse_rule_settings("nothing=off", &problem));
  CHECK(parse_rule_settings("")->empty());
}

TEST_CASE("fingerprints are those of the fault, not of its place") {
  auto report = clean_report();
  set(report, received_total, 77);
  const auto here = check(report);
  for (auto& figure : figures(report)) const_cast<Cell*>(figure.cell)->span.start += 1000;
  const auto there = check(report);
  REQUIRE(here.findings.size() == there.findings.size());
  std::map<std::uint64_t, std::size_t> seen;
  for (std::size_t i = 0; i < here.findings.size(); ++i) {
    CHECK(here.findings[i].fingerprint == there.findings[i].fingerprint);
    ++seen[here.findings[i].fingerprint];
  }
  CHECK(seen.size() == here.findings.size());
  report.year = 2024;
  CHECK(check(report).findings.front().fingerprint != here.findings.front().fingerprint);
}

TEST_CASE("findings are in the order of the catalogue, whose numbers and words are unique") {
  const auto result = check(clean_report());
  CHECK(std::is_sorted(result.findings.begin(), result.findings.end(),
                       [](const Finding& a, const Finding& b) { return a.rule < b.rule; }));
  const auto& all = rule_catalogue();
  for (std::size_t i = 1; i < all.size(); ++i) {
    CHECK(all[i - 1].id < all[i].id);
    CHECK(static_cast<int>(all[i].id) < 128);
    for (std::size_t j = 0; j < i; ++j) CHECK(std::string(all[j].word) != all[i].word);
  }
}

TEST_CASE("letters of words and addresses are no text of a draft") {
  auto report = clean_report();
  for (const auto* text : {"见 www.xxgk.example.cn。", "XXL 号", "文件 a_b___c", "Linux 系统", "MAXX"}) {
    report.other_matters.text = text;
    INFO(text);
    CHECK(failures(check(report), RuleId::template_text) == 0);
  }
  for (const auto* text : {"20XX年", "××市", "收到申请 xx 件", "共____件", "（填写单位名称）", "ＸＸ局"}) {
    report.other_matters.text = text;
    INFO(text);
    CHECK(failures(check(report), RuleId::template_text) == 1);
  }
}

TEST_CASE("requests of an applicant are requests where their sum was not printed") {
  auto report = clean_report();
  report.applications.newly_received.total = {};
  report.applications.carried_over_in.total = {};
  const auto rule = RuleId::dispute_without_request;
  CHECK(of_rule(check(report), rule).at(0).status == RuleStatus::pass);
  report.applications.newly_received = {};
  report.applications.carried_over_in = {};
  CHECK(of_rule(check(report), rule).at(0).status == RuleStatus::uncertain);
}

TEST_CASE("years of laws and plans are not the year that the text speaks of") {
  auto report = clean_report();
  for (const auto* text :
       {"按照2019年修订的条例，本局依法公开。", "本局全年公开信息。", "到2025年底前完成。"}) {
    report.overview.prose.text = text;
    INFO(text);
    CHECK(failures(check(report), RuleId::year_in_text) == 0);
  }
}
