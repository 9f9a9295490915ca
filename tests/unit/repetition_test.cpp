// SPDX-License-Identifier: Apache-2.0
#include "compare/repetition.hpp"

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <functional>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "compare/characters.hpp"
#include "compare/copied.hpp"
#include "support/catch.hpp"

namespace nianbao::comparison {

namespace {

using Codes = std::vector<char32_t>;

// `length` characters out of an alphabet of `letters`.
Codes random_text(std::size_t length, std::uint32_t letters, std::uint32_t seed) {
  std::mt19937 random(seed);
  Codes text(length);
  for (auto& c : text) c = 0x4E00 + static_cast<char32_t>(random() % letters);
  return text;
}

Codes periodic(std::u32string_view period, std::size_t length) {
  Codes text(length);
  for (std::size_t i = 0; i < length; ++i) text[i] = period[i % period.size()];
  return text;
}

// Which characters of `newer` lie in a window that `older` has, by trying every pair of windows.
std::vector<bool> repeated_characters(const Codes& older, const Codes& newer, std::size_t shortest) {
  std::vector<bool> repeated(newer.size(), false);
  for (std::size_t i = 0; i + shortest <= newer.size(); ++i)
    for (std::size_t p = 0; p + shortest <= older.size(); ++p)
      if (std::equal(&newer[i], &newer[i] + shortest, &older[p]))
        std::fill_n(repeated.begin() + static_cast<std::ptrdiff_t>(i), shortest, true);
  return repeated;
}

// What must hold of any result.
void check_matches(const Codes& older, const Codes& newer, const std::vector<Match>& matches) {
  std::size_t end = 0;
  for (const auto& m : matches) {
    CHECK(m.length > 0);
    CHECK(m.newer >= end);
    end = m.newer + m.length;
    REQUIRE(end <= newer.size());
    REQUIRE(m.older + m.length <= older.size());
    CHECK(std::equal(&newer[m.newer], &newer[m.newer] + m.length, &older[m.older]));
  }
}

std::vector<bool> covered(const std::vector<Match>& matches, std::size_t length) {
  std::vector<bool> in(length, false);
  for (const auto& m : matches)
    std::fill_n(in.begin() + static_cast<std::ptrdiff_t>(m.newer), m.length, true);
  return in;
}

// Processor time, the least of several runs: what the machine does beside is left out.
double seconds(const std::function<void()>& work) {
  auto least = std::numeric_limits<std::clock_t>::max();
  for (int run = 0; run < 7; ++run) {
    const auto start = std::clock();
    work();
    least = std::min(least, std::clock() - start);
  }
  return static_cast<double>(least) / CLOCKS_PER_SEC;
}

AnnualReport report_with(const std::string& overview, const std::string& problems = "",
                         const std::string& other = "") {
  AnnualReport report;
  report.overview.prose.text = overview;
  report.problems_and_improvements.text = problems;
  report.other_matters.text = other;
  return report;
}

}  // namespace

TEST_CASE("copied passages are exactly those that trying every window finds", "[repetition]") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const auto letters = 2 + seed % 4;
    const auto shortest = std::size_t{1} + seed % 13;
    const auto older = random_text(20 + seed % 70, letters, seed);
    auto newer = random_text(15 + seed % 50, letters, seed + 1000);
    newer.insert(newer.begin() + 7, older.begin() + 2, older.begin() + 18);  // one copied for certain
    const auto matches = copied(older, newer, shortest);
    INFO("seed " << seed);
    check_matches(older, newer, matches);
    CHECK(covered(matches, newer.size()) == repeated_characters(older, newer, shortest));
  }
}

TEST_CASE("equal texts are one passage, texts without a common window none", "[repetition]") {
  const auto text = random_text(5000, 2000, 1);
  const auto same = copied(text, text, 12);
  REQUIRE(same.size() == 1);
  CHECK(same[0].length == text.size());
  CHECK(copied(periodic(U"甲", 1000), periodic(U"乙", 1000), 12).empty());
  CHECK(copied({}, text, 12).empty());
  CHECK(copied(text, {}, 12).empty());
  CHECK(copied(periodic(U"甲", 11), periodic(U"甲", 11), 12).empty());
  CHECK(copied(periodic(U"甲", 12), periodic(U"甲", 12), 12).size() == 1);
  CHECK(copied(text, text, 0).size() == 1);
  CHECK(copied(text, text, 5001).empty());
  CHECK(copied(text, text, 5000).size() == 1);
}

TEST_CASE("a passage is shown from where it stands longest", "[repetition]") {
  Codes older = periodic(U"政府信息公开工作年度报告", 12);
  older.push_back(U'甲');
  const auto phrase = older.size();
  const auto long_passage = random_text(100, 500, 3);
  older.insert(older.end(), older.begin(), older.begin() + 12);
  older.insert(older.end(), long_passage.begin(), long_passage.end());
  Codes newer(older.begin() + static_cast<std::ptrdiff_t>(phrase), older.end());
  const auto matches = copied(older, newer, 12);
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].older == phrase);
  CHECK(matches[0].length == 112);
}

TEST_CASE("periodic texts take no more than linear time", "[repetition]") {
  const auto time = [](std::size_t size, const std::function<Codes(std::size_t)>& make_older,
                       const std::function<Codes(std::size_t)>& make_newer) {
    const auto older = make_older(size);
    const auto newer = make_newer(size);
    check_matches(older, newer, copied(older, newer, 12));
    return seconds([&] { copied(older, newer, 12); });
  };
  struct Case {
    const char* name;
    std::function<Codes(std::size_t)> older;
    std::function<Codes(std::size_t)> newer;
  };
  const auto one = [](std::size_t n) { return periodic(U"甲", n); };
  const auto period13 = [](std::size_t n) { return periodic(U"甲甲甲甲甲甲甲甲甲甲甲甲乙", n); };
  const auto period14 = [](std::size_t n) { return periodic(U"甲甲甲甲甲甲甲甲甲甲甲甲乙丙", n); };
  const auto two_letters = [](std::size_t n) { return random_text(n, 2, 5); };
  const auto others = [](std::size_t n) { return random_text(n, 2, 6); };
  const auto prose = [](std::size_t n) { return random_text(n, 1500, 7); };
  const std::vector<Case> cases{{"one character", one, one},
                                {"one character against a period", period13, one},
                                {"two periods", period13, period14},
                                {"two letters", two_letters, others},
                                {"prose", prose, prose}};
  for (const auto& c : cases) {
    // Sixteen times the text; quadratic would be 256 times the work, on a machine of any mood.
    double factor = 256;
    for (int attempt = 0; attempt < 5 && factor >= 80; ++attempt)
      factor = time(160'000, c.older, c.newer) / time(10'000, c.older, c.newer);
    INFO(c.name << ": " << factor << " times");
    CHECK(factor < 80);
  }
}

TEST_CASE("widths, spaces and punctuation make no difference", "[repetition]") {
  const auto plain = characters_of("本机关2023年主动公开信息123条ABC");
  const auto other = characters_of("　本机关 ２０２３年，主动公开“信息”１２３条。\nａｂｃ");
  CHECK(plain.codes == other.codes);
  CHECK(characters_of("甲，乙").starts == std::vector<std::size_t>{0, 6});
  CHECK(characters_of("，。 \n、").codes.empty());
  CHECK(without_figures(characters_of("共12件３份").codes) == characters_of("共件份").codes);
}

TEST_CASE("official names are left out of the count", "[repetition]") {
  CHECK(characters_of("根据《中华人民共和国政府信息公开条例》规定").codes == characters_of("根据规定").codes);
  CHECK(characters_of("按国办公开办函〔2021〕30号编制").codes == characters_of("按编制").codes);
  const auto text = std::string("《中华人民共和国政府信息公开条例》和《政府信息公开信息处理费管理办法》");
  const auto list = repetition_of(report_with(text), report_with(text), 12);
  CHECK(list.back().length == 1);
  CHECK(list.back().repeated == 0);
}

TEST_CASE("rates are of each text and weighted by length for all", "[repetition]") {
  const std::string copied_text = "县教育局把家长最常问的入学资助课后服务三件事放在前面。";
  const std::string own = "今年另设窗口，由退休教师值守，逐件电话回访申请人并登记意见。";
  const auto older = report_with(copied_text, "人手不足，培训不够，目录没有及时更新。", "没有其他事项。");
  const auto newer = report_with("新增：" + copied_text + own, "平台老旧，检索困难，正在改造之中。", "");
  const auto list = repetition_of(older, newer, 12);
  REQUIRE(list.size() == 4);
  CHECK(list[0].path == "overview");
  REQUIRE(list[0].passages.size() == 1);
  const auto& passage = list[0].passages[0];
  const auto shown =
      newer.overview.prose.text.substr(passage.newer_start, passage.newer_end - passage.newer_start);
  CHECK(shown == copied_text.substr(0, copied_text.size() - std::string("。").size()));
  CHECK(older.overview.prose.text.substr(passage.older_start, passage.older_end - passage.older_start) ==
        shown);
  CHECK(list[0].repeated == 26);
  CHECK(list[1].rate == 0);
  CHECK(list[2].length == 0);
  CHECK(list[2].rate == 0);
  CHECK(list[3].path.empty());
  CHECK(list[3].passages.empty());
  CHECK(list[3].length == list[0].length + list[1].length);
  CHECK(list[3].rate == static_cast<double>(list[0].repeated) / static_cast<double>(list[3].length));
}

TEST_CASE("text that only has new figures is told from new text", "[repetition]") {
  const auto list =
      repetition_of(report_with("收到申请12件，答复10件，结转2件，公开信息123条，回访300人"),
                    report_with("收到申请15件，答复14件，结转1件，公开信息456条，回访288人"), 12);
  CHECK(list[0].rate == 0);
  CHECK(list[0].rate_without_figures == 1);
}

TEST_CASE("rates stay between none and all for any bytes", "[repetition]") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::string a(random() % 200, '\0');
    for (auto& c : a) c = static_cast<char>(random() % 256);
    const auto b = a.substr(a.size() / 3) + a;
    for (const auto& r : repetition_of(report_with(a), report_with(b), 4)) {
      CHECK(r.rate >= 0);
      CHECK(r.rate <= 1);
      CHECK(r.rate_without_figures >= 0);
      CHECK(r.rate_without_figures <= 1);
      for (const auto& p : r.passages) {
        CHECK(p.newer_start < p.newer_end);
        CHECK(p.newer_end <= b.size());
        CHECK(p.older_end <= a.size());
        CHECK(characters_of(b.substr(p.newer_start, p.newer_end - p.newer_start)).codes ==
              characters_of(a.substr(p.older_start, p.older_end - p.older_start)).codes);
      }
    }
  }
}

}  // namespace nianbao::comparison
