// SPDX-License-Identifier: Apache-2.0
#include "text/locator.hpp"

#include <string>

#include "support/catch.hpp"

using nianbao::text::Locator;
using nianbao::text::Piece;
using nianbao::text::Source;

TEST_CASE("a text in pieces knows its places in the input", "[locator]") {
  const std::string input = "<p>一二</p>\n<td>三&nbsp;4</td>";
  const Source source(input, {});
  // "一二\n三 4": the break is the reader's, the space an entity's.
  const auto at = [&](const char* piece) { return static_cast<std::uint32_t>(input.find(piece)); };
  const std::vector<Piece> pieces{
      {0, at("一"), 6}, {6, at("</p>"), 0}, {7, at("三"), 3}, {10, at("&nbsp;"), 0}, {11, at("4"), 1}};
  Locator locator(source, pieces, '\n');

  const auto three = locator.locate({7, 12}, 0, 0);
  CHECK(input.substr(three.start, three.end - three.start) == "三&nbsp;4");
  CHECK(three.line == 2);
  CHECK(three.column == 5);

  const auto two = locator.locate({3, 6}, 0, 0);  // back again
  CHECK(input.substr(two.start, two.end - two.start) == "二");
  CHECK(two.line == 1);
  CHECK(two.column == 5);

  const auto four = locator.locate({11, 12}, 0, 0);
  CHECK(input.substr(four.start, four.end - four.start) == "4");
}

TEST_CASE("places in a long text in pieces are found from marks", "[locator]") {
  std::string input;
  for (int i = 0; i < 3000; ++i) input += "年报\n";
  const Source source(input, {});
  const std::vector<Piece> pieces{{0, 0, static_cast<std::uint32_t>(input.size())}};
  Locator locator(source, pieces, '\n');
  for (const std::uint32_t line : {2999U, 1U, 1500U, 1171U}) {
    const auto begin = (line - 1) * 7 + 3;
    const auto place = locator.locate({begin, begin + 3}, 0, 0);
    CHECK(place.line == line);
    CHECK(place.column == 2);
    CHECK(place.start == begin);
  }
}

TEST_CASE("a place that ends with an entity ends behind it", "[locator]") {
  const std::string input = "<td>1&#50;</td>";
  const Source source(input, {});
  const std::vector<Piece> pieces{{0, 4, 1, 0}, {1, 5, 0, 5}};
  Locator locator(source, pieces, '\n');
  const auto twelve = locator.locate({0, 2}, 0, 0);
  CHECK(input.substr(twelve.start, twelve.end - twelve.start) == "1&#50;");
  const auto two = locator.locate({1, 2}, 0, 0);
  CHECK(input.substr(two.start, two.end - two.start) == "&#50;");
  const auto behind = locator.locate({2, 2}, 0, 0);
  CHECK(behind.start == 10);
  CHECK(behind.end == 10);
}

TEST_CASE("places in pieces are the same in whatever order they are asked for", "[locator]") {
  std::string input;
  std::vector<Piece> pieces;
  std::uint32_t size = 0;
  for (int i = 0; i < 2000; ++i) {
    input += i % 7 == 0 ? "<tr>\n" : "<td>";
    pieces.push_back({size, static_cast<std::uint32_t>(input.size()), 6, i % 3 == 0 ? 5U : 0U});
    input += "年报</td>";
    size += 7;
  }
  const Source source(input, {});
  Locator locator(source, pieces, '\n');
  std::uint32_t at = 0;
  for (std::uint32_t step = 0; step < 4000; ++step) {
    // Mostly onward, as figures are, now and then far away.
    at = step % 50 == 0 ? (step * 7919U) % size : (at + 3U) % size;
    for (const std::uint32_t length : {0U, 3U, 9U}) {
      const auto end = std::min(at + length, size);
      const auto place = locator.locate({at, end}, 0, 0);
      const auto fresh = Locator(source, pieces, '\n').locate({at, end}, 0, 0);
      REQUIRE(place.start == fresh.start);
      REQUIRE(place.end == fresh.end);
      REQUIRE(place.line == fresh.line);
      REQUIRE(place.column == fresh.column);
    }
  }
}
