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

TEST_CASE("A report on the form of 2019 is written with its own keys and read back") {
  const auto result = parse(
      "样例县审计局2020年政府信息公开工作年度报告\n信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"
      "规章\t1\t\t3\n信息内容\t采购项目数量\t采购总金额\n政府集中采购\t4\t5.60\n"
      "信息内容\t上一年项目数量\t本年增/减\n行政事业性收费\t7\t减少8\n");
  JsonOptions options;
  options.figures = true;
  const auto json = to_json(result, options);
  const auto tree = nlohmann::json::parse(json);
  CHECK(tree.at("template") == "2019");
  const auto& disclosure = tree.at("proactive_disclosure");
  CHECK(disclosure.at("regulations").dump() ==
        R"({"newly_disclosed":null,"produced":1,"total_disclosed":3})");
  CHECK(disclosure.at("administrative_fees").dump() == R"({"change":-8,"previous_year_items":7})");
  CHECK(disclosure.at("government_procurement").at("items") == 4);
  CHECK(json.find("\"amount\":5.60") != std::string::npos);
  const auto& other = tree.at("applications").at("results").at("other");
  CHECK(other.size() == 1);
  CHECK(other.at("subtotal").size() == 7);
  CHECK(tree.at("figures").size() == 198);
  for (const bool figures : {true, false}) {
    options.figures = figures;
    std::string error;
    const auto back = from_json(to_json(result, options), &error);
    INFO(error);
    REQUIRE(back);
    CHECK(to_json(*back, options) == to_json(result, options));
    CHECK(back->report.proactive_disclosure_2019.administrative_fees.change.value == Decimal{-8, 0});
  }
}

TEST_CASE("A report that only says it is on the form of 2019 is written all the same") {
  ParseResult result;
  result.report.form = Template::form_2019;
  const auto tree = nlohmann::json::parse(to_json(result));
  CHECK(tree.at("proactive_disclosure").size() == 8);
  CHECK(tree.at("applications").at("results").at("other").at("subtotal").at("total").is_null());
  const auto back = from_json(R"({"schema_version":1,"template":"2019"})");
  REQUIRE(back);
  CHECK(figures(back->report).size() == 198);
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
