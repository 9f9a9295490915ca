// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "nianbao/nianbao.hpp"
#include "output/excerpt.hpp"
#include "output/places.hpp"
#include "support/catch.hpp"
#include "support/encode.hpp"
#include "text/source.hpp"
#include "text/width.hpp"

namespace nianbao {

namespace {

using output::Excerpt;
using output::excerpt_of;
using output::Places;
using output::TextRange;

TextRange range_of(const std::string& text, const std::string& word) {
  const auto at = text.find(word);
  REQUIRE(at != std::string::npos);
  return {at, at + word.size()};
}

Excerpt marked(const std::string& text, const std::string& word) {
  return excerpt_of(text, range_of(text, word), {});
}

// A report of one finding, checked by hand.
struct Made {
  explicit Made(std::string name_, std::string text_) : name(std::move(name_)), text(std::move(text_)) {}

  Finding& add(SourceSpan span) {
    auto& finding = checked.findings.emplace_back();
    finding.rule = RuleId::row_total;
    finding.status = RuleStatus::fail;
    finding.subject = "applications.newly_received";
    finding.left = Decimal{3, 0};
    finding.right = Decimal{4, 0};
    finding.difference = Decimal{-1, 0};
    finding.span = span;
    return finding;
  }

  [[nodiscard]] std::string in(Language language, bool color = false, bool all = false) const {
    CheckedReport report;
    report.name = name;
    report.text = text;
    report.parsed = &parsed;
    report.checked = &checked;
    return to_text(report, {language, color, all});
  }

  std::string name;
  std::string text;
  ParseResult parsed;
  CheckResult checked;
};

Operand operand(std::string_view path, std::int64_t value, SourceSpan span) {
  Operand out;
  out.path = path;
  out.side = OperandSide::left;
  out.state = CellState::number;
  out.value = {value, 0};
  out.span = span;
  return out;
}

}  // namespace

TEST_CASE("Characters are as wide as terminals show them") {
  CHECK(text::display_width("abc") == 3);
  CHECK(text::display_width("年报") == 4);
  CHECK(text::display_width("１２，") == 6);
  CHECK(text::display_width("ｱ") == 1);
  CHECK(text::display_width("e\u0301") == 1);
  CHECK(text::display_width("\u200B") == 0);
  CHECK(text::display_width("한") == 2);
  CHECK(text::display_width("\u1112\u1161\u11AB") == 2);  // the same in parts
  CHECK(text::display_width("😀") == 2);
  CHECK(text::display_width("“—①”") == 4);  // ambiguous ones are narrow
}

TEST_CASE("The mark stands under the place") {
  const auto plain = marked("a bc d", "bc");
  CHECK(plain.line == "a bc d");
  CHECK(plain.marks == "  ^^");
  const auto wide = marked("总计\t２６６\t5\n", "２６６");
  CHECK(wide.line == "总计    ２６６  5");
  CHECK(wide.marks == "        ^^^^^^");
  const auto combining = marked("e\u0301e\u0301x9", "9");
  CHECK(combining.marks == "   ^");
}

TEST_CASE("A place without extent has one mark") {
  const std::string row = "一\t\t3\t\r\nnext";
  CHECK(excerpt_of(row, {4, 4}, {}).marks == "    ^");
  const auto at_end = row.find('\r');
  CHECK(excerpt_of(row, {at_end, at_end}, {}).marks == "            ^");
  CHECK(excerpt_of(row, {at_end, at_end}, {}).line == "一      3");
  CHECK(excerpt_of("", {0, 0}, {}).marks == "^");
}

TEST_CASE("Others on the line are marked otherwise") {
  const std::string row = "1\t2\t\t3";
  const auto drawn = excerpt_of(row, range_of(row, "3"), {range_of(row, "1"), range_of(row, "2"), {4, 4}});
  CHECK(drawn.marks == "-   -   -   ^");
}

TEST_CASE("Of a long line what stands round the place is shown") {
  std::string text = "first\n";
  for (int i = 0; i < 100000; ++i) text += "字";
  text += "12345";
  for (int i = 0; i < 100000; ++i) text += "字";
  const auto drawn = marked(text, "12345");
  CHECK(text::display_width(drawn.line) <= output::excerpt_columns + 4);
  CHECK(drawn.line.substr(0, 4) == "… ");
  CHECK(drawn.line.substr(drawn.line.size() - 4) == " …");
  const auto at = drawn.marks.find('^');
  CHECK(drawn.marks.substr(at) == "^^^^^");
  CHECK(text::display_width(drawn.line.substr(0, drawn.line.find("12345"))) == at);
  // At the end of the line there is room for more of what stands before.
  const auto last = excerpt_of(text, {text.size() - 3, text.size()}, {});
  CHECK(text::display_width(last.line) > output::excerpt_columns - 4);
  CHECK(last.line.substr(last.line.size() - 3) == "字");
  // What takes no room does not make the line endless.
  std::string marks = "x";
  for (int i = 0; i < 100000; ++i) marks += "\u0301";
  CHECK(excerpt_of(marks, {0, 1}, {}).line.size() < 2000);
}

TEST_CASE("What steers a terminal is shown as a sign") {
  const auto drawn = marked("a\x1B[31mb\u202E9", "9");
  CHECK(drawn.line == "a␛[31mb\uFFFD9");
  CHECK(drawn.marks == "       ^");
  Made made("bad\x1B[2Jname\xFF.txt", "x\n");
  made.add({0, 1, 1, 1});
  const auto out = made.in(Language::english);
  CHECK(out.find('\x1B') == std::string::npos);
  CHECK(text::valid_utf8_prefix(out) == out.size());
  CHECK(out.find("bad␛[2Jname\uFFFD.txt:1:1:") == 0);
}

TEST_CASE("Places are found in every encoding") {
  const std::string text = "一、总体情况\n总计\t２６６\t䶮㐀é€\U00020BB7789\n";
  for (const auto& [encoding, name] : {std::pair{Encoding::utf8, "UTF-8"},
                                       {Encoding::gb18030, "gb18030"},
                                       {Encoding::utf16le, "UTF-16LE"},
                                       {Encoding::utf16be, "UTF-16BE"}}) {
    INFO(name);
    const auto bytes = support::encode(text, name);
    ParseOptions options;
    options.encoding = encoding;
    Encoding found = Encoding::automatic;
    const auto decoded = decoded_text(bytes, options, &found);
    CHECK(decoded == text);
    CHECK(found == encoding);
    const auto size = [encoding_name = name](const std::string& part) {
      return std::uint64_t{support::encode(part, encoding_name).size()};
    };
    const Places places(decoded, found);
    const auto start = size("一、总体情况\n总计\t");
    const auto range = places.find({start, start + size("２６６\t䶮㐀é€\U00020BB7"), 2, 4}, 100);
    REQUIRE(range);
    CHECK(decoded.substr(range->begin, range->end - range->begin) == "２６６\t䶮㐀é€\U00020BB7");
    const auto end = places.position_of(range->end);
    CHECK(end.line == 2);
    CHECK(end.column == 13);
  }
}

TEST_CASE("Places that the text has not are none") {
  const Places places("one\ntwo", Encoding::utf8);
  CHECK_FALSE(places.find({}, 10));
  CHECK_FALSE(places.find({0, 1, 3, 1}, 10));
  CHECK(places.find({4, 7, 2, 1}, 10)->end == 7);
  CHECK(places.find({7, 7, 2, 4}, 10)->begin == 7);
  CHECK(places.find({3, 3, 1, 99}, 10)->begin == 3);  // behind the end of its line
  CHECK_FALSE(Places("", Encoding::utf8).find({0, 1, 1, 1}, 10));
}

TEST_CASE("Where returns alone end lines, lines are counted by them") {
  const auto text = decoded_text("甲\r乙\r丙");
  CHECK(text == "甲\n乙\n丙");
  CHECK(Places(text, Encoding::utf8).find({8, 11, 3, 1}, 10)->begin == 8);
  CHECK(decoded_text("甲\r\n乙") == "甲\r\n乙");
}

TEST_CASE("A result is printed as compilers do") {
  Made made("r.txt", "标题\n一、本年新收\t1\t2\t4\n上年\t3\n");
  auto& finding = made.add({26, 27, 2, 12});
  finding.operands.push_back(operand("applications.newly_received.natural_person", 1, {22, 23, 2, 8}));
  finding.operands.push_back(operand("applications.newly_received.other", 0, {30, 31, 3, 1}));
  finding.operands.push_back(operand("applications.carried_over_in.natural_person", 3, {35, 36, 3, 4}));
  CHECK(made.in(Language::english) ==
        "r.txt:2:12: error[row-total]: Received this year: the applicants add up to 3, but 总计 is 4 "
        "(difference "
        "-1).\n"
        "  2 | 一、本年新收    1   2   4\n"
        "    |                 -       ^\n"
        "    = note: Carried over from last year · Natural persons = 3 (3:4)\n"
        "    = note: and 1 that are 0\n"
        "r.txt: 1 failed (error 1, warning 0, note 0), 0 uncertain, 0 passed, 0 not assessable\n");
  CHECK(made.in(Language::chinese).find("r.txt:2:12: 错误[row-total]: ") == 0);
}

TEST_CASE("What one rule leaves uncertain again and again is told for the first few") {
  Made made("r.txt", "");
  for (int i = 0; i < 5; ++i) made.add({}).status = RuleStatus::uncertain;
  const auto count = [](const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
    return n;
  };
  const auto shortened = made.in(Language::english);
  CHECK(count(shortened, "uncertain[row-total]") == 3);
  CHECK(shortened.find("\nr.txt: row-total: uncertain 2 more time(s)\nr.txt: 0 failed") != std::string::npos);
  CHECK(made.in(Language::chinese).find("r.txt：row-total：另有 2 项存疑\n") != std::string::npos);
  const auto all = made.in(Language::english, false, true);
  CHECK(count(all, "uncertain[row-total]") == 5);
  CHECK(all.find("more time") == std::string::npos);
}

TEST_CASE("Without text or place there is no line") {
  Made made("r.txt", "");
  made.add({1, 2, 5, 6});
  CHECK(made.in(Language::english).find("r.txt:5:6: error[row-total]: ") == 0);
  CHECK(made.in(Language::english).find(" | ") == std::string::npos);
  made.checked.findings.front().span = {};
  CHECK(made.in(Language::english).find("r.txt: error[row-total]: ") == 0);
}

TEST_CASE("Passes are printed on request only, colours too") {
  Made made("r.txt", "x\n");
  made.add({0, 1, 1, 1}).status = RuleStatus::pass;
  CHECK(made.in(Language::english).find("r.txt: 0 failed") == 0);
  CHECK(made.in(Language::english, false, true).find("r.txt:1:1: pass[row-total]: ") == 0);
  made.checked.findings.front().status = RuleStatus::fail;
  CHECK(made.in(Language::english).find('\x1B') == std::string::npos);
  CHECK(made.in(Language::english, true).find("\x1B[1;31merror[row-total]:\x1B[0m") != std::string::npos);
}

TEST_CASE("Results stand in the order of their places") {
  Made made("r.txt", "x\ny\nz\n");
  made.add({4, 5, 3, 1});
  made.add({0, 1, 1, 1});
  made.add({});
  const auto out = made.in(Language::english);
  CHECK(out.find("r.txt: error") < out.find("r.txt:1:1"));
  CHECK(out.find("r.txt:1:1") < out.find("r.txt:3:1"));
}

TEST_CASE("A suspect is told with the first result that it would mend") {
  Made made("r.txt", "x\ny\n");
  made.add({2, 3, 2, 1});
  made.add({0, 1, 1, 1});
  auto& suspect = made.checked.suspects.emplace_back();
  suspect.cells.push_back({"applications.newly_received.other", {}, {21, 0}, {12, 0}});
  suspect.findings = {0, 1, 99};
  const auto out = made.in(Language::english);
  const auto help = out.find("= help: ");
  REQUIRE(help != std::string::npos);
  CHECK(out.find("= help: ", help + 1) == std::string::npos);
  CHECK(help > out.find("r.txt:1:1"));
  CHECK(help < out.find("r.txt:2:1"));
}

}  // namespace nianbao
