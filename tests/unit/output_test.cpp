// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include <limits>

#include "nianbao/json.hpp"
#include "support/catch.hpp"
#include "text/source.hpp"

namespace nianbao {

namespace {

// `text` as the title of a report, and back through another reader of JSON.
std::string through_json(const std::string& text) {
  ParseResult result;
  result.report.title = text;
  const auto json = to_json(result);
  CHECK(text::valid_utf8_prefix(json) == json.size());
  return nlohmann::json::parse(json).at("title").get<std::string>();
}

std::string amount_as_json(Decimal value, CellState state = CellState::number) {
  ParseResult result;
  auto& cell = result.report.proactive_disclosure.administrative_fees.amount;
  cell.state = state;
  cell.value = value;
  const auto json = to_json(result);
  const std::string key = "\"amount\":";
  const auto at = json.find(key) + key.size();
  return json.substr(at, json.find('}', at) - at);
}

}  // namespace

TEST_CASE("Strings are escaped") {
  const std::string odd = std::string("a\"b\\c/\n\r\t\x01\x1F\x7F") + std::string(1, '\0') + "年😀";
  CHECK(through_json(odd) == odd);
  CHECK(through_json("年\xFF"
                     "报\xE5") == "年\uFFFD报\uFFFD");
  ParseResult result;
  result.report.title = "\x1B\n";
  CHECK(to_json(result).find("\"title\":\"\\u001b\\n\"") != std::string::npos);
}

TEST_CASE("Numbers are written with the digits that are printed") {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  CHECK(amount_as_json({8650, 2}) == "86.50");
  CHECK(amount_as_json({0, 0}) == "0");
  CHECK(amount_as_json({0, 2}) == "0.00");
  CHECK(amount_as_json({5, 1}) == "0.5");
  CHECK(amount_as_json({5, 3}) == "0.005");
  CHECK(amount_as_json({-5, 1}) == "-0.5");
  CHECK(amount_as_json({-12, 0}) == "-12");
  CHECK(amount_as_json({most, 0}) == "9223372036854775807");
  CHECK(amount_as_json({most, 18}) == "9.223372036854775807");
  CHECK(amount_as_json({least, 0}) == "-9223372036854775808");
  CHECK(amount_as_json({1, 18}) == "0.000000000000000001");
}

TEST_CASE("What has no value is null, never 0") {
  for (const auto state :
       {CellState::absent, CellState::blank, CellState::not_applicable, CellState::unreadable})
    CHECK(amount_as_json({7, 0}, state) == "null");
  CHECK(amount_as_json({7, 0}, CellState::inferred) == "7");
}

TEST_CASE("Indenting changes white space only") {
  const auto result = parse("样例县审计局2023年政府信息公开工作年度报告\n一、总体情况\n甲。");
  JsonOptions options;
  options.figures = true;
  const auto one_line = to_json(result, options);
  options.indent = 2;
  const auto many = to_json(result, options);
  CHECK(one_line.find('\n') == std::string::npos);
  CHECK(many.find("\n  \"title\": \"") != std::string::npos);
  CHECK(nlohmann::json::parse(one_line) == nlohmann::json::parse(many));
}

TEST_CASE("Figures are there on request only") {
  const auto result = parse("一、总体情况\n甲。");
  CHECK_FALSE(nlohmann::json::parse(to_json(result)).contains("figures"));
  JsonOptions options;
  options.figures = true;
  CHECK(nlohmann::json::parse(to_json(result, options)).at("figures").size() == 200);
}

TEST_CASE("What was written is read back") {
  const auto result = parse(
      "样例县审计局2023年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开。甲。\n行政许可\t12\n"
      "行政处罚\t见\n行政强制\t/\n行政事业性收费\t-0.50\n六、其他需要报告的事项\n无。");
  JsonOptions options;
  options.figures = true;
  const auto json = to_json(result, options);
  std::string error;
  const auto back = from_json(json, &error);
  INFO(error);
  REQUIRE(back);
  CHECK(to_json(*back, options) == json);
}

TEST_CASE("What is no report's JSON is refused with a reason") {
  for (const char* json :
       {"", "{", "[]", "1", "{}", "{\"schema_version\":99}", "{\"schema_version\":\"1\"}"}) {
    INFO(json);
    std::string error;
    CHECK_FALSE(from_json(json, &error));
    CHECK_FALSE(error.empty());
  }
  CHECK_FALSE(from_json("{"));
}

}  // namespace nianbao
