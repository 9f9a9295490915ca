// SPDX-License-Identifier: Apache-2.0
// What sentences say against what the tables of one report have.
#include <algorithm>
#include <string>
#include <vector>

#include "check/statement_words.hpp"
#include "nianbao/nianbao.hpp"
#include "support/catch.hpp"
#include "support/samples.hpp"

namespace nianbao {

namespace {

// 258 new, 18 from last year, 253 done, 23 to next year; 24 disclosed, 11 in part, 99 not, 34 not there, 47
// not processed, 38 otherwise; 7 reconsiderations, 7 and 5 lawsuits; documents 3 issued, 2 repealed, 19 in
// force.
AnnualReport report_with(const std::string& overview, const char* sample = "clean.txt") {
  auto report =
      parse(support::read_file(std::string(NIANBAO_SOURCE_DIR "/examples/reports/") + sample)).report;
  report.overview.prose.text = overview;
  report.overview.prose.pieces.clear();
  report.other_matters.text.clear();
  report.other_matters.pieces.clear();
  return report;
}

bool is_of_prose(const Finding& f) noexcept {
  return f.rule >= RuleId::prose_requests && f.rule <= RuleId::prose_fees;
}

std::vector<Finding> prose_findings(const AnnualReport& report) {
  std::vector<Finding> found;
  for (auto& finding : check(report).findings)
    if (is_of_prose(finding)) found.push_back(std::move(finding));
  return found;
}

// "pass fail 12:13"
std::string outcome_of(const AnnualReport& report) {
  std::string out;
  for (const auto& f : prose_findings(report)) {
    out += (out.empty() ? "" : " ") + std::string(to_string(f.status));
    if (f.status == RuleStatus::fail) out += " " + f.left->to_string() + ":" + f.right->to_string();
  }
  return out;
}

struct Sentence {
  const char* text;
  const char* outcome;
};

}  // namespace

TEST_CASE("a sentence passes if any sensible reading of it fits") {
  for (const auto& c : {
           Sentence{"收到政府信息公开申请258件。", "pass"},
           Sentence{"共受理政府信息公开申请276件。", "pass"},
           Sentence{"共受理政府信息公开申请211件。", "pass"},  // without those that were not processed
           Sentence{"收到政府信息公开申请259件。", "fail 259:258"},
           Sentence{"办结政府信息公开申请253件。", "pass"},
           Sentence{"答复政府信息公开申请168件。", "pass"},
           Sentence{"答复政府信息公开申请215件。", "pass"},
           Sentence{"办结政府信息公开申请258件。", "fail 258:253"},
           Sentence{"办理政府信息公开申请258件。", "pass"},
           Sentence{"收到并办结政府信息公开申请258件。", "pass"},
           Sentence{"上年结转政府信息公开申请18件。", "pass"},
           Sentence{"上年结转政府信息公开申请23件。", "fail 23:18"},
           Sentence{"结转下年度政府信息公开申请18件。", "fail 18:23"},
           Sentence{"未收到政府信息公开申请。", "fail 0:258"},
           Sentence{
               "对政府信息公开申请，予以公开24件，部分公开11件，不予公开99件，无法提供34件，不予处理47件，"
               "其他处理38件。",
               "pass pass pass pass pass pass"},
           Sentence{"政府信息公开申请予以公开35件，不予公开98件，重复申请11件，本机关不掌握15件。",
                    "pass fail 98:99 pass fail 15:16"},
           Sentence{"因政府信息公开被申请行政复议7件，其中维持2件，纠正1件；行政诉讼12件，其中尚未审结3件。",
                    "pass pass fail 1:0 pass pass"},
           Sentence{"因政府信息公开引发行政诉讼7件。", "pass"},
           Sentence{"因政府信息公开引发行政复议、行政诉讼19件。", "pass"},
           Sentence{"因政府信息公开被申请行政复议7件，均获维持。", "pass fail 7:2"},
           Sentence{"未发生因政府信息公开引发的行政复议、行政诉讼。", "fail 0:19"},
           Sentence{"全年制发行政规范性文件3件，废止2件，现行有效18件。", "pass pass fail 18:19"},
       }) {
    INFO(c.text);
    CHECK(outcome_of(report_with(c.text)) == c.outcome);
  }
}

TEST_CASE("what may be a part is never held against the whole") {
  for (const char* text : {"其中新收政府信息公开申请18件。", "通过网上收到政府信息公开申请18件。",
                           "保留以县政府名义印发的规范性文件18件。", "口头办结政府信息公开申请18件。"}) {
    INFO(text);
    const auto found = prose_findings(report_with(text));
    CHECK(std::none_of(found.begin(), found.end(), [](const Finding& f) {
      return f.status == RuleStatus::fail || f.status == RuleStatus::uncertain;
    }));
  }
}

TEST_CASE("a sentence that gives the other figures of a row speaks of that row") {
  for (const auto& c : {
           Sentence{"保留以县政府名义印发规范性文件18件，废止2件，制发3件。", "fail 18:19 pass pass"},
           Sentence{"保留以县政府名义印发规范性文件18件，废止2件，制发4件。",
                    "not_assessable pass not_assessable"},
           Sentence{"保留以县政府名义印发规范性文件18件，废止2件。制发3件。", "not_assessable pass pass"},
       }) {
    INFO(c.text);
    CHECK(outcome_of(report_with(c.text)) == c.outcome);
  }
}

TEST_CASE("a statement says which figures it is the sum of") {
  const auto result = check(report_with("共受理政府信息公开申请276件。答复168件。"));
  using Paths = std::vector<std::string_view>;
  REQUIRE(result.statements.size() == 2);
  CHECK(result.statements[0].matched ==
        Paths{"applications.newly_received.total", "applications.carried_over_in.total"});
  CHECK(result.statements[1].matched.size() == 2 + 8 + 3);
  CHECK(result.statements[1].matched_less.empty());
}

TEST_CASE("what was done is what there was less what is left") {
  auto report = report_with("办结政府信息公开申请253件。");
  report.applications.results.total.total.value = {250, 0};  // misprinted
  const auto result = check(report);
  REQUIRE(result.statements.size() == 1);
  CHECK(result.statements[0].matched.size() == 2);
  REQUIRE(result.statements[0].matched_less.size() == 1);
  CHECK(result.statements[0].matched_less[0] == "applications.carried_over_out.total");
}

TEST_CASE("a figure that is no number leaves a sentence uncertain") {
  auto report = report_with("收到政府信息公开申请12件。");
  report.applications.newly_received.total.state = CellState::blank;
  CHECK(outcome_of(report) == "uncertain");
  // A column that was cut off is what its applicants add up to.
  report = report_with("收到政府信息公开申请258件。");
  report.applications.newly_received.total = {};
  CHECK(outcome_of(report) == "pass");
  report.applications.newly_received.other.state = CellState::unreadable;
  CHECK(outcome_of(report) == "uncertain");
}

TEST_CASE("channels add up to what was received") {
  for (const auto& c : {
           Sentence{"收到政府信息公开申请258件，其中网上申请250件、信函申请8件。", "pass pass"},
           Sentence{"收到政府信息公开申请258件，其中网上申请250件、信函申请9件。", "pass fail 259:258"},
           Sentence{"收到政府信息公开申请258件，其中网上申请250件、信函申请7件。", "pass fail 257:258"},
           Sentence{"收到政府信息公开申请258件，其中网上申请250件、信函申请7件、其余为当面提交。", "pass"},
           Sentence{"收到政府信息公开申请258件，其中网上申请250件、信函申请7件、某平台1件。", "pass"},
           Sentence{"收到政府信息公开申请258件，其中网上申请250件。", "pass"},
           Sentence{"政府信息公开申请情况：网上申请250件，信函申请26件。", "pass"},
           Sentence{"政府信息公开申请情况：网上申请250件，信函申请25件。", ""},
       }) {
    INFO(c.text);
    CHECK(outcome_of(report_with(c.text)) == c.outcome);
  }
}

TEST_CASE("the form of 2019 is asked for what it has") {
  const auto report = report_with("", "form-2019.txt");
  const auto produced = report.proactive_disclosure_2019.normative_documents.produced.value.coefficient;
  const auto with = [](const std::string& text) { return outcome_of(report_with(text, "form-2019.txt")); };
  CHECK(with("制发行政规范性文件" + std::to_string(produced) + "件。") == "pass");
  CHECK(with("制发行政规范性文件99999件。").substr(0, 4) == "fail");
  CHECK(with("废止行政规范性文件99999件。").empty());
  CHECK(with("现行有效行政规范性文件99999件。").empty());
  const auto other = report.applications.results.other.subtotal->total.value.coefficient;
  CHECK(with("政府信息公开申请其他处理" + std::to_string(other) + "件。") == "pass");
  CHECK(with("政府信息公开申请其他处理99999件。").substr(0, 4) == "fail");
}

TEST_CASE("a finding about a sentence names it, its place and the figures") {
  const std::string sentence = "全年收到政府信息公开申请259件";
  auto file = support::read_file(NIANBAO_SOURCE_DIR "/examples/reports/clean.txt");
  file.replace(file.find("共收到申请258件"), std::string("共收到申请258件").size(), sentence);
  auto found = prose_findings(parse(file).report);
  const auto failed =
      std::find_if(found.begin(), found.end(), [](const Finding& f) { return f.status == RuleStatus::fail; });
  REQUIRE(failed != found.end());
  CHECK(failed->rule == RuleId::prose_requests);
  CHECK(failed->subject == "overview");
  CHECK(failed->text == sentence);
  CHECK(file.substr(failed->span.start, failed->span.end - failed->span.start) == sentence);
  REQUIRE(failed->operands.size() == 2);
  CHECK(failed->operands[0].text == sentence);
  CHECK(failed->operands[1].path == "applications.newly_received.total");
  CHECK(failed->difference->coefficient == 1);
  const auto fingerprint = failed->fingerprint;
  auto moved = parse("\n\n" + file).report;
  found = prose_findings(moved);
  CHECK(std::any_of(found.begin(), found.end(), [&](const Finding& f) {
    return f.status == RuleStatus::fail && f.fingerprint == fingerprint;
  }));
}

TEST_CASE("no word stands in the table twice") {
  std::vector<std::string> words;
  for (const auto& line : rules::word_lines())
    for (std::string_view rest = line.words; !rest.empty();) {
      const auto bar = std::min(rest.find('|'), rest.size());
      CHECK(bar > 0);
      words.emplace_back(rest.substr(0, bar));
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
  std::sort(words.begin(), words.end());
  const auto twice = std::adjacent_find(words.begin(), words.end());
  INFO((twice == words.end() ? std::string() : *twice));
  CHECK(twice == words.end());
}

}  // namespace nianbao
