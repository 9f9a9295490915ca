// SPDX-License-Identifier: Apache-2.0
#include "readers/document.hpp"

#include "support/catch.hpp"
#include "unit/reading.hpp"

namespace nianbao::readers {

namespace {

using Lines = std::vector<std::string>;

Lines plain(std::string_view text) { return unit::shown(read_plain(text, {})); }
Lines markdown(std::string_view text) { return unit::shown(read_markdown(text, {})); }

std::vector<std::uint32_t> numbers(const Document& document) {
  std::vector<std::uint32_t> out;
  for (const auto& line : document.lines) out.push_back(line.number);
  return out;
}

}  // namespace

TEST_CASE("Lines end with any line break") {
  for (const std::string_view text : {"a\n\nb\nc", "a\r\n\r\nb\r\nc\r\n", "a\r\rb\rc\r"}) {
    const auto document = read_plain(text, {});
    CHECK(unit::shown(document) == Lines{"0=a /1", "0=b /1", "0=c /1"});
    CHECK(numbers(document) == std::vector<std::uint32_t>{1, 3, 4});
    CHECK_FALSE(document.lines[0].after_blank);
    CHECK(document.lines[1].after_blank);
    CHECK_FALSE(document.lines[2].after_blank);
  }
  CHECK(plain("").empty());
  CHECK(plain("\n \n\t\n").empty());
}

TEST_CASE("Tabs part cells; blank ones count") {
  CHECK(plain("a\tb\t\tc\t") == Lines{"row 0=a 1=b 3=c /5"});
  CHECK(plain("\t\t\ta") == Lines{"row 3=a /4"});
  CHECK(plain("a \t b") == Lines{"row 0=a 1=b /2"});
  CHECK(plain("a" + std::string(500, '\t') + "b") == Lines{"row 0=a 500=b /501"});
}

TEST_CASE("A form feed begins a page") {
  const auto document = read_plain("a\n\fb\nc", {});
  REQUIRE(document.lines.size() == 3);
  CHECK(document.lines[1].after_blank);
  CHECK(unit::shown(document)[1] == "0=b /1");
}

TEST_CASE("Pipes at the ends are a table's edges if its first row has them") {
  CHECK(markdown("| a | b |\n|---|:-:|\n| | 1 |") == Lines{"row 0=a 1=b /2", "row 1=1 /2"});
  CHECK(markdown("a | b | \n---|---|---\n | 1 | ") == Lines{"row 0=a 1=b /3", "row 1=1 /3"});
}

TEST_CASE("Hundreds of trailing pipes are blank cells") {
  CHECK(markdown("| a | 1 " + std::string(301, '|')) == Lines{"row 0=a 1=1 /302"});
}

TEST_CASE("An escaped pipe is part of its cell") {
  CHECK(markdown("| a \\| b | c |") == Lines{"row 0=a \\| b 1=c /2"});
}

TEST_CASE("Headings, rules, quotes and emphasis") {
  CHECK(markdown("## **一、总体情况**\n---\n> a\n***\n**b**") ==
        Lines{"##0=一、总体情况 /1", "0=a /1", "0=b /1"});
  CHECK(markdown("####### a") == Lines{"0=####### a /1"});
  CHECK(markdown("a\tb") == Lines{"row 0=a 1=b /2"});
}

TEST_CASE("Lone pipes are counted for the line that follows") {
  const auto document = read_markdown("|\n\n|\n\na", {});
  REQUIRE(document.lines.size() == 1);
  CHECK(document.lines[0].bars == 2);
}

TEST_CASE("HTML spans make blank cells") {
  CHECK(markdown("<table><tr><td colspan=\"2\">a</td><td rowspan='2'>b</td></tr>\n"
                 "<tr><td>c</td><TH>d</TH></tr></table>") == Lines{"row 0=a 2=b /3", "row 0=c 1=d /3"});
  CHECK(markdown("<table>\n<tr>\n<td rowspan = 3>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr>"
                 "<tr><td>e</td></tr></table>") ==
        Lines{"row 0=a 1=b /2", "row 1=c /2", "row 1=d /2", "row 0=e /1"});
}

TEST_CASE("Senseless spans do no harm") {
  CHECK(markdown("<table><tr><td colspan=99999999999>a</td><td>b</td></tr></table>") ==
        Lines{"row 0=a 64=b /65"});
  CHECK(markdown("<table><tr><td colspan=0>a</td><td rowspan=x>b</td></tr></table>") ==
        Lines{"row 0=a 1=b /2"});
}

TEST_CASE("HTML that nobody closed is read to its end") {
  CHECK(markdown("<table><tr><td>a<td>b<tr><td>c") == Lines{"row 0=a 1=b /2", "row 0=c /1"});
  CHECK(markdown("<table><td>a</td><td") == Lines{"row 0=a /1"});
}

TEST_CASE("Text before and behind an HTML table stays") {
  CHECK(markdown("前\n表<table>\n<tr><td>a</td></tr>\n</table>\n后") ==
        Lines{"0=前 /1", "0=表 /1", "row 0=a /1", "0=后 /1"});
  CHECK(markdown("<table>\n<tr><td>a</td></tr>\n</table>后\n末") ==
        Lines{"row 0=a /1", "0=后 /1", "0=末 /1"});
}

// A defect: the rest of the line is lost when the table begins and ends in it.
TEST_CASE("Text behind an HTML table on one line stays", "") {
  CHECK(markdown("<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>后") ==
        Lines{"row 0=a /1", "row 0=b /1", "0=后 /1"});
}

TEST_CASE("Lines of an HTML table have the numbers of the text") {
  CHECK(numbers(read_markdown("<table>\n<tr>\n<td>a</td></tr>\n\n<tr><td>b</td></tr></table>\nc", {})) ==
        std::vector<std::uint32_t>{2, 5, 6});
}

TEST_CASE("The reader is chosen by the text's marks, or by the caller") {
  CHECK_FALSE(read("a\tb", {}).has_markup);
  for (const std::string_view text : {"**a**", "a<table>", "a&nbsp;", "<br>"})
    CHECK(read(text, {}).has_markup);
  // Pipes and headings need no mark to be taken out.
  CHECK(unit::shown(read("a|b", {})) == unit::shown(read_markdown("a|b", {})));
  CHECK(read("a|b", {}).cells.size() == 2);
  CHECK_FALSE(read("a|b", {}).has_markup);
  CHECK(read("# a", {}).lines.front().heading == 1);
  ParseOptions options;
  options.format = Format::plain;
  CHECK(unit::shown(read("a|b", options)) == Lines{"0=a|b /1"});
  CHECK(read("# a", options).lines.front().heading == 0);
  options.format = Format::markdown;
  CHECK(read("# a", options).lines.front().heading == 1);
}

TEST_CASE("Limits end the reading and say so") {
  ParseOptions options;
  options.max_lines = 2;
  const auto few = read_plain("a\n\nb\nc\nd", options);
  CHECK(unit::shown(few) == Lines{"0=a /1", "0=b /1"});
  CHECK(few.too_many_lines);
  CHECK_FALSE(read_plain("a\n\nb\n\n", options).too_many_lines);
  options = {};
  options.max_cells = 3;
  for (const std::string_view text :
       {"a\tb\tc\td\te", "| a | b | c | d | e |",
        "a\n<table><tr><td>a</td><td>b</td><td>c</td><td>d</td></tr></table>"}) {
    const auto document = read(text, options);
    CHECK(document.cells.size() == 3);
    CHECK(document.too_many_cells);
  }
  CHECK_FALSE(read_plain("a\t\t\t\t\tb\tc", options).too_many_cells);
}

}  // namespace nianbao::readers
