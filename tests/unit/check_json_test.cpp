// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>
#include <set>

#include "nianbao/nianbao.hpp"
#include "output/check_json.hpp"
#include "output/uri.hpp"
#include "support/catch.hpp"
#include "text/source.hpp"

namespace nianbao {

namespace {

using Json = nlohmann::ordered_json;

const std::string report_text =
    "示例市水务局2024年政府信息公开工作年度报告\n一、总体情况\n甲。\n三、收到和处理政府信息公开申请情况\n"
    "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
    "一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t99\n";

struct Checked {
  explicit Checked(std::string bytes_ = report_text) : bytes(std::move(bytes_)), parsed(parse(bytes)) {
    checked = check(parsed.report);
    text = decoded_text(bytes, {}, &encoding);
  }

  [[nodiscard]] CheckedReport view(std::string_view name = "r.txt") const {
    CheckedReport report;
    report.name = name;
    report.text = text;
    report.parsed = &parsed;
    report.checked = &checked;
    report.encoding = encoding;
    return report;
  }

  std::string bytes;
  ParseResult parsed;
  CheckResult checked;
  std::string text;
  Encoding encoding = Encoding::utf8;
};

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& item : object.items()) keys.push_back(item.key());
  return keys;
}

const Json* result_of(const Json& results, const std::string& rule) {
  for (const auto& result : results)
    if (result.at("ruleId") == rule) return &result;
  return nullptr;
}

}  // namespace

TEST_CASE("The JSON of a check has its keys in order") {
  const Checked checked;
  const auto json = Json::parse(to_json(checked.view()));
  CHECK(keys_of(json) == std::vector<std::string>{"schema_version", "name", "title", "agency", "year",
                                                  "template", "counts", "findings", "statements",
                                                  "suspects"});
  CHECK(json.at("counts").at("fail") == checked.checked.count(RuleStatus::fail));
  CHECK(json.at("findings").size() == checked.checked.findings.size());
  CHECK(keys_of(json.at("findings").at(0)) ==
        std::vector<std::string>{"rule", "severity", "status", "subject", "message", "message_zh", "left",
                                 "right", "difference", "operands", "span", "fingerprint"});
}

TEST_CASE("Without passes suspects name the findings that are left") {
  Checked checked;
  auto& findings = checked.checked.findings;
  findings.resize(4);
  for (std::size_t i = 0; i < findings.size(); ++i)
    findings[i].status = i % 2 == 0 ? RuleStatus::pass : RuleStatus::fail;
  checked.checked.suspects.resize(1);
  checked.checked.suspects.front().findings = {1, 3, 99};
  JsonOptions options;
  CHECK(Json::parse(to_json(checked.view(), options)).at("suspects").back().at("findings") ==
        Json::array({1, 3}));
  options.passes = false;
  const auto json = Json::parse(to_json(checked.view(), options));
  CHECK(json.at("findings").size() == 2);
  CHECK(json.at("suspects").back().at("findings") == Json::array({0, 1}));
  CHECK(json.at("counts").at("pass") == 2);
}

TEST_CASE("A fingerprint is sixteen digits") {
  CHECK(output::fingerprint_text(0) == "0000000000000000");
  CHECK(output::fingerprint_text(0x0123456789ABCDEFU) == "0123456789abcdef");
}

TEST_CASE("A name of a file becomes a URI, whatever its bytes") {
  CHECK(output::uri_of("a/b-1.txt") == "a/b-1.txt");
  CHECK(output::uri_of("/tmp/年.txt") == "file:///tmp/%E5%B9%B4.txt");
  CHECK(output::uri_of("50% #1?.txt") == "50%25%20%231%3F.txt");
  CHECK(output::uri_of("c:x") == "c%3Ax");
  CHECK(output::uri_of("bad\xFF") == "bad%FF");
  CHECK(output::uri_of("https://例.example/a?b=1%20#c") == "https://%E4%BE%8B.example/a?b=1%20#c");
}

TEST_CASE("SARIF names the place in lines, characters and bytes") {
  const Checked checked;
  const auto sarif = Json::parse(to_sarif({checked.view("表/一.txt")}, Language::chinese));
  const auto& run = sarif.at("runs").at(0);
  CHECK(run.at("tool").at("driver").at("rules").size() == rule_catalogue().size());
  const auto* result = result_of(run.at("results"), "row-total");
  REQUIRE(result != nullptr);
  CHECK(result->at("level") == "error");
  CHECK(run.at("tool").at("driver").at("rules").at(result->at("ruleIndex").get<std::size_t>()).at("id") ==
        "row-total");
  const auto& place = result->at("locations").at(0).at("physicalLocation");
  CHECK(place.at("artifactLocation").at("uri") == "%E8%A1%A8/%E4%B8%80.txt");
  const auto& region = place.at("region");
  CHECK(region.at("startLine") == 6);
  CHECK(region.at("startColumn") == 30);
  CHECK(region.at("endLine") == 6);
  CHECK(region.at("endColumn") == 32);
  const auto start = region.at("byteOffset").get<std::size_t>();
  CHECK(checked.bytes.substr(start, region.at("byteLength").get<std::size_t>()) == "99");
  CHECK(result->at("relatedLocations").size() >= 7);
  CHECK(result->at("partialFingerprints").at("nianbao/v1").get<std::string>().size() == 16);
}

TEST_CASE("In SARIF a text that was taken out of a file has no places in it") {
  Checked checked;
  checked.parsed.extracted_text = checked.text;
  const auto sarif = to_sarif({checked.view("a.docx")}, Language::english);
  CHECK(sarif.find("\"region\"") == std::string::npos);
  CHECK(sarif.find("fullyQualifiedName") != std::string::npos);
}

TEST_CASE("SARIF holds no passes, and what is uncertain is open") {
  const Checked checked;
  const auto results =
      Json::parse(to_sarif({checked.view()}, Language::english)).at("runs").at(0).at("results");
  CHECK(results.size() ==
        checked.checked.count(RuleStatus::fail) + checked.checked.count(RuleStatus::uncertain));
  for (const auto& result : results) CHECK((result.at("kind") == "open") == (result.at("level") == "none"));
}

TEST_CASE("SARIF piece by piece is that of all at once") {
  const Checked one;
  const Checked two("今天天气很好。");
  JsonOptions options;
  options.indent = 2;
  SarifLog log(Language::english, options);
  auto pieces = log.begin();
  pieces += log.add(one.view("1"));
  pieces += log.add(two.view("2"));
  pieces += log.end();
  CHECK(pieces == to_sarif({one.view("1"), two.view("2")}, Language::english, options));
}

TEST_CASE("Names that are not UTF-8 leave every output valid") {
  const Checked checked;
  const std::string name = "a\xFF\xE5.txt";
  for (const auto& out : {to_json(checked.view(name)), to_text(checked.view(name)),
                          to_sarif({checked.view(name)}, Language::english)})
    CHECK(text::valid_utf8_prefix(out) == out.size());
}

TEST_CASE("All rules are told in JSON") {
  const auto json = Json::parse(rules_json());
  REQUIRE(json.size() == rule_catalogue().size());
  std::set<std::string> words;
  for (const auto& rule : json) words.insert(rule.at("rule").get<std::string>());
  CHECK(words.size() == json.size());
  CHECK(json.at(0).at("rule") == "balance");
  CHECK(json.at(0).at("number") == 1);
}

TEST_CASE("SARIF of a comparison stands in the newer report and leads to the older") {
  const Checked older;
  const Checked newer;
  Comparison comparison;
  auto& finding = comparison.findings.emplace_back(older.checked.findings.front());
  finding.status = RuleStatus::fail;
  finding.operands.resize(2);
  finding.operands[0].of_older = true;
  const ComparedReports reports{older.view("1.txt"), newer.view("2.txt"), &comparison};
  const auto sarif = Json::parse(comparison_sarif(reports, Language::english));
  const auto& results = sarif.at("runs").at(0).at("results");
  REQUIRE(results.size() == 1);
  const auto uri_of = [](const Json& place) {
    return place.at("physicalLocation").at("artifactLocation").at("uri").get<std::string>();
  };
  CHECK(uri_of(results.at(0).at("locations").at(0)) == "2.txt");
  CHECK(uri_of(results.at(0).at("relatedLocations").at(0)) == "1.txt");
  CHECK(uri_of(results.at(0).at("relatedLocations").at(1)) == "2.txt");
}

TEST_CASE("A comparison says of which report an operand is") {
  const Checked older;
  const Checked newer;
  Comparison comparison;
  auto& finding = comparison.findings.emplace_back(older.checked.findings.front());
  finding.operands.resize(2);
  finding.operands[0].of_older = true;
  comparison.changes.push_back({"applications.newly_received.total", CellState::number, CellState::blank,
                                Decimal{5, 0}, Decimal{7, 0}, std::nullopt});
  auto& repetition = comparison.repetition.emplace_back();
  repetition.path = "overview";
  repetition.rate = 2.0 / 3;
  repetition.passages.push_back({0, 3, 1, 4, {}, {}});
  const auto json = Json::parse(to_json(ComparedReports{older.view("1"), newer.view("2"), &comparison}));
  CHECK(keys_of(json) == std::vector<std::string>{"schema_version", "older", "newer", "counts", "findings",
                                                  "changes", "repetition"});
  CHECK(json.at("older").at("name") == "1");
  CHECK(json.at("findings").at(0).at("operands").at(0).at("report") == "older");
  CHECK(json.at("changes").at(0).at("older") == 5);
  CHECK(json.at("changes").at(0).at("newer").is_null());
  CHECK(to_json(ComparedReports{older.view(), newer.view(), &comparison}).find("\"rate\":0.6667") !=
        std::string::npos);
}

}  // namespace nianbao
