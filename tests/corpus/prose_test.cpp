// SPDX-License-Identifier: Apache-2.0
// What published reports say in sentences, read from the corpus where it is at hand. None of their words
// stand here: only what the sentences count.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/nianbao.hpp"
#include "support/catch.hpp"
#include "support/samples.hpp"

namespace nianbao {

namespace {

using Strings = std::vector<std::string>;

bool is_of_prose(RuleId rule) noexcept {
  return rule >= RuleId::prose_requests && rule <= RuleId::prose_fees;
}

// "handled 239 pass"; of statements that no finding is about, without a status.
Strings statements_of(const AnnualReport& report) {
  const auto result = check(report);
  Strings all;
  for (const auto& s : result.statements) {
    auto line =
        std::string(to_string(s.kind)) + " " + std::to_string(s.value) + (s.in_words ? " in words" : "");
    for (const auto& f : result.findings)
      if (is_of_prose(f.rule) && f.span == s.span) line += " " + std::string(to_string(f.status));
    all.push_back(std::move(line));
  }
  return all;
}

const std::map<std::string, Strings>& expected() {
  static const std::map<std::string, Strings> all{
      // 3 in force and not the table's 4: what is repealed and issued shows that the row is meant.
      {"000",
       {"received 3 pass", "documents_in_force 3 fail", "documents_repealed 2 pass",
        "documents_issued 0 in words pass"}},
      {"001", {"received 0 in words pass"}},
      {"002",
       {"received 266 pass", "carried_over_in 2 pass", "handled 239 pass", "carried_over_out 29 pass",
        "administrative_fees 0 in words pass"}},
      {"003", {"received 0 in words pass"}},
      {"004", {"accepted 5 pass", "handled 5 pass"}}};
  return all;
}

}  // namespace

TEST_CASE("sentences of published reports say what their tables have") {
  const auto seeds = support::seed_reports();
  if (seeds.empty()) WARN("SKIPPED: no corpus at " << NIANBAO_CORPUS);
  for (const auto& seed : seeds) {
    INFO(seed.name);
    const auto& wanted = expected();
    const auto found = wanted.find(seed.name.substr(0, 3));
    REQUIRE(found != wanted.end());
    CHECK(statements_of(parse(support::read_file(seed.path)).report) == found->second);
  }
}

TEST_CASE("a statement stands where it says, letter for letter") {
  auto files = support::seed_reports();
  for (const auto& sample : support::sample_reports()) files.push_back(sample);
  for (const auto& file : files) {
    INFO(file.name);
    const auto bytes = support::read_file(file.path);
    const auto result = parse(bytes);
    const std::string_view text =
        result.extracted_text.empty() ? std::string_view(bytes) : result.extracted_text;
    for (const auto& s : statements(result.report)) {
      INFO(s.text);
      REQUIRE(s.span.exists());
      REQUIRE(s.span.end <= text.size());
      const auto there = text.substr(s.span.start, s.span.end - s.span.start);
      // Other encodings and markup: the whole line.
      if (there.size() == s.text.size()) CHECK(there == s.text);
      CHECK(there.size() * 2 >= s.text.size());
    }
  }
}

TEST_CASE("no sentence of a sample report is held against its tables in vain") {
  for (const auto& sample : support::sample_reports()) {
    INFO(sample.name);
    for (const auto& finding : check(parse(support::read_file(sample.path)).report).findings) {
      INFO(finding.message(Language::english));
      if (is_of_prose(finding.rule)) CHECK(finding.status != RuleStatus::fail);
    }
  }
}

}  // namespace nianbao
