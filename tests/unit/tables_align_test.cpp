// SPDX-License-Identifier: Apache-2.0
#include "tables/align.hpp"

#include "support/catch.hpp"

namespace nianbao::tables {

namespace {

constexpr std::uint32_t columns = 7;

// A line with a label in column `label` and values from `first` to `last`.
RowShape line(std::uint32_t depth, std::int32_t label, std::uint32_t width, std::int32_t first,
              std::int32_t last) {
  RowShape row;
  row.depth = depth;
  row.label = label;
  row.width = width;
  row.first = first;
  row.last = last;
  return row;
}

HeaderShape header(std::int32_t first = 3, std::uint32_t width = 10) { return {first, width, true}; }

std::string shown(const Placements& placements) {
  std::string out;
  for (const auto& p : placements) {
    out += p.fit == Fit::whole ? 'w' : p.fit == Fit::cut ? 'c' : '?';
    out += p.fit == Fit::ambiguous ? std::string(" ") : std::to_string(p.start) + ' ';
  }
  return out;
}

std::string aligned(const RowShapes& rows, HeaderShape given = header()) {
  return shown(align(rows, columns, given));
}

}  // namespace

TEST_CASE("As many cells as columns are certain, wherever they stand") {
  CHECK(aligned({line(1, 0, 10, 3, 9), line(3, 2, 10, 3, 9), line(3, 0, 9, 1, 7)}) == "w3 w3 w1 ");
  CHECK(aligned({line(1, 0, 11, 3, 9)}, {}) == "w3 ");
}

TEST_CASE("Blank cells at either end are decided by lines of the same class") {
  CHECK(aligned({line(1, 0, 10, 3, 9), line(1, 0, 10, 4, 9)}) == "w3 w3 ");
  CHECK(aligned({line(1, 0, 10, 3, 9), line(1, 0, 10, 3, 8)}) == "w3 w3 ");
  CHECK(aligned({line(1, 0, 10, 3, 9), line(1, 0, 10, 6, 6)}) == "w3 w3 ");
  CHECK(aligned({line(1, 0, 10, 3, 9), line(1, 0, 10, -1, -1)}) == "w3 w3 ");
}

TEST_CASE("A blank trailing cell is no column") {
  CHECK(aligned({line(3, 2, 11, 3, 9), line(3, 2, 11, 3, 8), line(3, 2, 11, 4, 9)}) == "w3 w3 w3 ");
}

TEST_CASE("The innermost label is next to the values") {
  CHECK(aligned({line(3, 2, 10, 3, 9), line(3, 2, 10, 4, 8)}) == "w3 w3 ");
  CHECK(aligned({line(1, 0, 11, 3, 9), line(3, 2, 11, 4, 8)}) == "w3 w3 ");
}

TEST_CASE("Lines that slid left are certain by their number of cells only") {
  CHECK(aligned({line(3, 2, 10, 3, 9), line(3, 2, 10, 3, 9), line(3, 0, 10, 2, 8)}) == "w3 w3 w2 ");
  CHECK(aligned({line(3, 2, 10, 3, 9), line(3, 2, 10, 3, 9), line(3, 0, 10, 2, 7)}) == "w3 w3 ? ");
}

TEST_CASE("A width that cuts lines of more labels cuts them at the end") {
  CHECK(aligned({line(1, 0, 8, 1, 7), line(1, 0, 8, 1, 7), line(2, 1, 8, 2, 7), line(2, 1, 8, 2, 7),
                 line(3, 2, 8, 3, 7), line(3, 2, 8, 3, 7), line(3, 2, 8, 3, 7)}) == "w1 w1 c2 c2 c3 c3 c3 ");
}

TEST_CASE("A short line alone is not believed to be cut") {
  CHECK(aligned({line(3, 2, 10, 3, 9), line(3, 2, 8, 3, 7)}) == "w3 ? ");
}

TEST_CASE("Outer labels are anchored by certain lines as wide") {
  CHECK(aligned({line(1, 0, 10, 3, 9), line(2, 1, 10, 4, 9), line(3, 2, 10, 3, 9)}) == "w3 w3 w3 ");
}

TEST_CASE("Without a header and without a whole line nothing is known") {
  CHECK(aligned({line(1, 0, 6, 1, 4), line(3, 2, 6, 3, 5)}, {}) == "? ? ");
  CHECK(aligned({line(1, -1, 4, 0, 2)}, {}) == "? ");
}

TEST_CASE("More cells than columns belong nowhere") {
  CHECK(aligned({line(3, 2, 11, 3, 10)}) == "? ");
  CHECK(aligned({line(3, 2, 11, 3, 9), line(3, 2, 12, 3, 11)}) == "w3 ? ");
}

TEST_CASE("Lines of the same class that disagree decide nothing") {
  CHECK(aligned({line(3, 2, 11, 3, 9), line(1, 0, 11, 3, 9), line(1, 0, 11, 4, 10), line(1, 0, 11, 5, 8)}) ==
        "w3 w3 w4 ? ");
}

TEST_CASE("Innermost lines that leave different room before their values are not believed") {
  CHECK(aligned({line(1, 0, 11, 3, 9), line(1, 0, 11, 4, 10)}) == "? ? ");
}

TEST_CASE("A header that lacks columns tells of blank first cells as lines do") {
  const RowShapes rows{line(2, 1, 10, 2, 8), line(2, 1, 10, 3, 9)};
  CHECK(aligned({rows[1]}, header(2)) == "w3 ");
  auto lacks = header(2);
  lacks.lacks_columns = true;
  CHECK(aligned({rows[0]}, lacks) == "w2 ");
  CHECK(aligned({rows[1]}, lacks) == "? ");
  // Innermost labels stand further right than the header's corner, outer ones do not.
  CHECK(aligned({line(1, 0, 10, 3, 9), line(3, 2, 10, 4, 10)}, lacks) == "? ? ");
}

TEST_CASE("The first innermost lines slid: where they stand no page begins") {
  CHECK(aligned({line(1, 0, 10, 3, 9), line(2, 1, 10, 3, 9), line(3, 0, 10, 2, 7), line(3, 2, 10, 3, 8),
                 line(3, 2, 10, 3, 9)}) == "w3 w3 ? w3 w3 ");
}

TEST_CASE("Lines of one class, of which one slid, leave room for no start that is the header's") {
  CHECK(aligned({line(2, 1, 10, 3, 9), line(1, 0, 10, 3, 8), line(1, 0, 10, 2, 7)}) == "w3 ? ? ");
}

TEST_CASE("A blank line with room is blank, one without is not placed") {
  CHECK(aligned({line(1, 0, 8, -1, -1)}, {}) == "w1 ");
  CHECK(aligned({line(1, 0, 5, -1, -1)}, {}) == "? ");
}

TEST_CASE("No lines, no placements") { CHECK(align({}, columns, header()).empty()); }

TEST_CASE("A page that gives every line one more leading cell") {
  RowShapes rows{line(3, 2, 10, 3, 9), line(3, 2, 10, 3, 9), line(3, 3, 11, 4, 10), line(3, 3, 11, 5, 10)};
  rows[2].segment = rows[3].segment = 1;
  CHECK(aligned(rows) == "w3 w3 w4 w4 ");
}

TEST_CASE("A width that leaves no line whole is no cut: any column may be lost") {
  const RowShapes lost{line(1, 0, 8, 2, 7), line(1, 0, 8, 2, 7), line(2, 1, 8, 2, 7), line(3, 2, 8, 3, 7),
                       line(3, 2, 8, 3, 7), line(3, 2, 8, 3, 7), line(2, 1, 8, 2, 7)};
  CHECK(aligned(lost, header(2, 8)) == "? ? ? ? ? ? ? ");
  auto cut = lost;
  cut.push_back(line(2, 0, 8, 1, 7));
  CHECK(aligned(cut, header(2, 8)).find("c3") != std::string::npos);
}

TEST_CASE("A line that slid right has no room for what others have") {
  const RowShapes rows{line(1, 0, 9, 2, 8), line(2, 1, 9, 2, 8), line(3, 2, 10, 3, 9), line(3, 2, 10, 3, 9),
                       line(1, 1, 9, 3, 8)};
  CHECK(aligned(rows, {-1, 0, true}) == "w2 w2 w3 w3 ? ");
}

TEST_CASE("Where all labels of a page slid left they stand next to nothing") {
  RowShapes rows{line(1, 0, 10, 2, 8), line(3, 2, 10, 3, 9), line(3, 2, 10, 3, 9), line(3, 2, 10, 3, 9),
                 line(3, 2, 10, 3, 9)};
  for (const auto& slid :
       {line(3, 0, 8, 2, 7), line(3, 0, 8, 2, 7), line(2, 0, 8, 1, 7), line(1, 0, 8, 2, 7)}) {
    rows.push_back(slid);
    rows.back().segment = 1;
  }
  CHECK(aligned(rows, header(2, 10)) == "w2 w3 w3 w3 w3 ? ? w1 ? ");
}

}  // namespace nianbao::tables
