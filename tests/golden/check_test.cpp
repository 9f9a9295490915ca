// SPDX-License-Identifier: Apache-2.0
// Reports with one kind of fault each: what is found, and every output that says it. NAME.truth is written by
// hand: the failures that must be found, and no others.
#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "nianbao/nianbao.hpp"
#include "support/catch.hpp"
#include "support/golden.hpp"

namespace nianbao {

namespace {

namespace fs = std::filesystem;

const fs::path golden = fs::path(NIANBAO_SOURCE_DIR) / "tests" / "golden";
const fs::path faults = golden / "faults";

std::vector<fs::path> inputs() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(faults))
    if (entry.path().extension() == ".txt") found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

struct Checked {
  explicit Checked(const fs::path& path)
      : name(path.filename().string()), bytes(support::bytes_of(path)), parsed(parse(bytes)) {
    checked = check(parsed.report);
    text = decoded_text(bytes, {}, &encoding);
  }

  [[nodiscard]] CheckedReport view() const {
    CheckedReport report;
    report.name = name;
    report.text = text;
    report.parsed = &parsed;
    report.checked = &checked;
    report.encoding = encoding;
    return report;
  }

  std::string name;
  std::string bytes;
  ParseResult parsed;
  CheckResult checked;
  std::string text;
  Encoding encoding = Encoding::utf8;
};

fs::path beside(const fs::path& input, const char* ending) { return input.string() + ending; }

template <typename Reports>
std::string text_of(const Reports& report, Language language) {
  TextOptions options;
  options.language = language;
  return to_text(report, options);
}

// "fail balance applications.*.total", one a line.
std::set<std::string> truth_in(const fs::path& input) {
  std::set<std::string> lines;
  std::ifstream file(input);
  REQUIRE(file.good());
  for (std::string line; std::getline(file, line);) lines.insert(line);
  return lines;
}

std::set<std::string> failures_of(const std::vector<Finding>& findings) {
  std::set<std::string> lines;
  for (const auto& f : findings)
    if (f.status == RuleStatus::fail)
      lines.insert("fail " + std::string(to_string(f.rule)) + ' ' + f.subject);
  return lines;
}

}  // namespace

TEST_CASE("Each fault is found, and nothing else") {
  for (const auto& input : inputs()) {
    INFO(input.filename().string());
    CHECK(failures_of(Checked(input).checked.findings) == truth_in(beside(input, ".truth")));
  }
}

TEST_CASE("Texts, JSON and SARIF of checks are those of the golden files") {
  JsonOptions json;
  json.indent = 2;
  json.passes = false;
  for (const auto& input : inputs()) {
    const Checked checked(input);
    support::check_golden(beside(input, ".en"), text_of(checked.view(), Language::english));
    support::check_golden(beside(input, ".zh"), text_of(checked.view(), Language::chinese));
    support::check_golden(beside(input, ".json"), to_json(checked.view(), json) + '\n');
    // Most of a SARIF file is the rules: one will do.
    if (checked.name == "digits-swapped.txt")
      support::check_golden(beside(input, ".sarif"),
                            to_sarif({checked.view()}, Language::chinese, json) + '\n');
  }
}

TEST_CASE("Two years are compared as in the golden files") {
  const Checked older(golden / "pair" / "older.txt");
  const Checked newer(golden / "pair" / "newer.txt");
  const auto comparison = compare(older.parsed.report, newer.parsed.report);
  CHECK(failures_of(comparison.findings) == truth_in(golden / "pair" / "pair.truth"));
  const ComparedReports reports{older.view(), newer.view(), &comparison};
  JsonOptions json;
  json.indent = 2;
  json.passes = false;
  support::check_golden(golden / "pair" / "pair.en", text_of(reports, Language::english));
  support::check_golden(golden / "pair" / "pair.zh", text_of(reports, Language::chinese));
  support::check_golden(golden / "pair" / "pair.json", to_json(reports, json) + '\n');
}

TEST_CASE("The rules are those of the golden file") {
  JsonOptions json;
  json.indent = 2;
  support::check_golden(golden / "rules.json", rules_json(json) + '\n');
}

}  // namespace nianbao
