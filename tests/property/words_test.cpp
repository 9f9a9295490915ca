// SPDX-License-Identifier: Apache-2.0
// What holds for any words with any boxes.
#include <chrono>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

#include "nianbao/nianbao.hpp"
#include "property/inputs.hpp"
#include "support/catch.hpp"

namespace nianbao::property {

namespace {

const std::vector<std::string>& texts() {
  static const std::vector<std::string> all{"一、本年新收政府信息公开申请数量",
                                            "（三）不予公开",
                                            "1.属于国家秘密",
                                            "总计",
                                            "其他",
                                            "自然人",
                                            "三",
                                            "、",
                                            "年",
                                            "0",
                                            "12",
                                            "160.5",
                                            "万元",
                                            "/",
                                            "-3-",
                                            "结果维持",
                                            "三、收到和处理政府信息公开申请情况",
                                            "\xFF",
                                            "",
                                            "行政许可"};
  return all;
}

double coordinate(Dice& dice) {
  switch (dice.below(20)) {
    case 0: return std::numeric_limits<double>::quiet_NaN();
    case 1: return std::numeric_limits<double>::infinity();
    case 2: return -1e308;
    case 3: return -static_cast<double>(dice.below(1000));
    default: return static_cast<double>(dice.below(600));
  }
}

std::vector<Word> random_words(Dice& dice, std::size_t count) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < count; ++i) {
    const auto x = coordinate(dice);
    const auto y = coordinate(dice);
    const bool wild = dice.below(10) == 0;
    words.push_back({texts()[dice.below(texts().size())], x, y, wild ? coordinate(dice) : x + 20,
                     wild ? coordinate(dice) : y + 12, static_cast<std::uint32_t>(dice.below(3))});
  }
  return words;
}

double seconds(const std::vector<Word>& words) {
  double best = 1e9;
  for (int i = 0; i < 3; ++i) {
    const auto began = std::chrono::steady_clock::now();
    const auto result = parse_words(words.data(), words.size());
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
  }
  return best;
}

}  // namespace

TEST_CASE("any words with any boxes give a result, and the same one again") {
  Dice dice(11);
  for (int i = 0; i < 300; ++i) {
    INFO("words " << i);
    const auto words = random_words(dice, dice.below(200));
    const auto result = parse_words(words.data(), words.size());
    CHECK(to_json(result) == to_json(parse_words(words.data(), words.size())));
    for (const auto& d : result.diagnostics) CHECK(d.span.start <= d.span.end);
  }
}

TEST_CASE("no figure comes from anywhere but a word") {
  Dice dice(12);
  for (int i = 0; i < 100; ++i) {
    auto words = random_words(dice, 200);
    for (auto& word : words)
      for (const char* number : {"0", "12", "160.5", "三", "1.属于国家秘密", "-3-"})
        if (word.text == number) word.text = "年";
    const auto result = parse_words(words.data(), words.size());
    for (const auto& figure : figures(result.report)) {
      INFO(figure.path << ": " << figure.cell->raw);
      CHECK_FALSE(figure.cell->has_value());
    }
  }
}

TEST_CASE("limits hold for words") {
  Dice dice(13);
  const auto words = random_words(dice, 500);
  ParseOptions options;
  options.max_lines = 3;
  options.max_cells = 5;
  options.max_bytes = 200;
  const auto result = parse_words(words.data(), words.size(), options);
  CHECK_FALSE(result.diagnostics.empty());
}

TEST_CASE("the words of 500 pages are read within the limits") {
  std::ifstream file(std::string(NIANBAO_SOURCE_DIR) + "/tests/golden/cases/printed-a4.words.html",
                     std::ios::binary);
  const std::string report{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto begin = report.find("<page ");
  const auto end = report.rfind("</page>");
  REQUIRE((begin != std::string::npos && end != std::string::npos));
  std::string pages = report.substr(0, begin);
  for (int i = 0; i < 250; ++i) pages.append(report, begin, end + 7 - begin);
  pages += report.substr(end + 7);

  const auto once = parse(report);
  const auto result = parse(pages);
  REQUIRE(result.recognised);
  for (const auto& d : result.diagnostics)
    CHECK((d.code != DiagnosticCode::limit_lines && d.code != DiagnosticCode::limit_cells));
  for (const auto& figure : figures(result.report)) {
    const auto* cell = find_figure(once.report, figure.path);
    INFO(figure.path);
    REQUIRE(cell != nullptr);
    CHECK((!figure.cell->has_value() || figure.cell->value == cell->value));
  }
  CHECK(result.report.applications.results.total.total.value ==
        once.report.applications.results.total.total.value);
}

// Twice the words take less than four times the time, with room for a busy machine; what is quadratic takes
// far more at this size. A hint on the console, never a failure.
TEST_CASE("work grows with the words", "[.timing]") {
  Dice dice(14);
  const auto one_line = [&](std::size_t count) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < count; ++i)
      words.push_back({texts()[dice.below(texts().size())], static_cast<double>(i) * 15, 0,
                       static_cast<double>(i) * 15 + 10, 12, 0});
    return words;
  };
  const auto one_column = [&](std::size_t count) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < count; ++i)
      words.push_back({texts()[dice.below(texts().size())], static_cast<double>(dice.below(3)) * 100,
                       static_cast<double>(i) * 14, static_cast<double>(dice.below(3)) * 100 + 30,
                       static_cast<double>(i) * 14 + 12, 0});
    return words;
  };
  WARN("one line: " << seconds(one_line(40'000)) / seconds(one_line(20'000)));
  WARN("one column: " << seconds(one_column(40'000)) / seconds(one_column(20'000)));
  WARN("anywhere: " << seconds(random_words(dice, 40'000)) / seconds(random_words(dice, 20'000)));
}

}  // namespace nianbao::property
