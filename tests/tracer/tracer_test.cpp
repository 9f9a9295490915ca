// SPDX-License-Identifier: Apache-2.0
// Every layout with every damage, and every pair of damages: no figure wrong, none invented, each
// one that is missing explained, and none missing that the page shows beyond doubt.
//
// NIANBAO_TRACER=all tries every pair of damages in every layout instead of in one, with more seeds.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <set>

#include "form/form.hpp"
#include "support/catch.hpp"
#include "tracer/judge.hpp"
#include "tracer/losses.hpp"

namespace nianbao::tracer {

namespace {

using Damages = std::vector<const Damage*>;

const std::vector<Template> forms{Template::form_2021, Template::form_2019};

std::string listed(const char* word, const std::vector<std::string>& figures) {
  std::string out;
  for (std::size_t i = 0; i < figures.size() && i < 8; ++i)
    out += std::string(word) + ' ' + figures[i] + '\n';
  return out;
}

std::string name_of(const Report& report, const Layout& layout, const Damages& damages) {
  std::string name = "form of " + std::string(to_string(report.form())) + ", " + layout.name;
  for (const auto* damage : damages) name += std::string(" + ") + damage->name;
  return name;
}

// A blank cell leaves no trace where each cell is a line, and then a bare page number behind the row
// may be its last figure: nobody could tell.
bool is_undecidable(const Layout& layout, const Damages& damages) {
  const auto has = [&](const char* name) {
    return std::any_of(damages.begin(), damages.end(),
                       [name](const Damage* damage) { return std::strcmp(damage->name, name) == 0; });
  };
  // What is lost of one of two printings cannot contradict the other.
  if (layout.is_placed && has("row contradicted") && damages.size() > 1) return true;
  return !layout.shows_grid && has("page break, bare page number") &&
         (has("first and last cells blank") || has("some cells blank"));
}

void check(const Report& report, const Layout& layout, const Damages& damages) {
  if (is_undecidable(layout, damages)) return;
  const auto printed = print(report, layout, damages);
  const auto verdict = judge(printed, parse(printed.bytes));
  // What two damages together may hide is nowhere listed: only what they make wrong counts.
  const auto most = damages.size() > 1 ? printed.expected.size() : most_lost(report.form(), layout, damages);
  const bool right = verdict.wrong.empty() && verdict.invented.empty() && verdict.misstated.empty() &&
                     verdict.unexplained.empty() && verdict.lost.size() <= most;
  INFO(name_of(report, layout, damages)
       << '\n'
       << listed("wrong", verdict.wrong) << listed("invented", verdict.invented)
       << listed("misstated", verdict.misstated) << listed("unexplained", verdict.unexplained)
       << verdict.lost.size() << " lost, at most " << most << " may be\n"
       << (verdict.lost.size() > most ? listed("lost", verdict.lost) : ""));
  CHECK(right);
}

bool goes_together(const Damage& a, const Damage& b) { return std::strcmp(a.family, b.family) != 0; }

bool all_pairs() {
  const char* wanted = std::getenv("NIANBAO_TRACER");
  return wanted != nullptr && std::strcmp(wanted, "all") == 0;
}

template <class Visit>
void each_pair(Visit&& visit) {
  const auto& all = damages();
  for (std::size_t a = 0; a < all.size(); ++a)
    for (std::size_t b = a + 1; b < all.size(); ++b)
      if (goes_together(all[a], all[b])) visit(all[a], all[b]);
}

}  // namespace

TEST_CASE("every figure of a tracer is another number and the form's sums hold", "[tracer]") {
  const Report report(GENERATE(1U, 2U, 3U), GENERATE(from_range(forms)));
  std::set<std::int64_t> seen;
  for (const auto& [path, value] : report.figures()) CHECK(seen.insert(std::abs(value.coefficient)).second);
  CHECK(report.figures().size() == form_figures(report.form()).size());
  const auto at = [&](const char* path) { return report.at(path).coefficient; };
  CHECK(at("applications.newly_received.other") + at("applications.carried_over_in.other") ==
        at("applications.results.total.other") + at("applications.carried_over_out.other"));
}

TEST_CASE("the same seed gives the same tracer", "[tracer]") {
  CHECK(Report(7).figures() == Report(7).figures());
  CHECK(Report(7).figures() != Report(8).figures());
}

TEST_CASE("an undamaged print shows all figures", "[tracer]") {
  const auto form = GENERATE(from_range(forms));
  for (const auto& layout : layouts()) {
    const auto printed = print(Report(1, form), layout, {});
    INFO(layout.name);
    CHECK(printed.expected.size() == (form == Template::form_2021 ? 200 : 198));
    for (const auto& [path, expected] : printed.expected) {
      CHECK(expected.state == CellState::number);
      CHECK((layout.file != nullptr || printed.bytes.find(expected.value.to_string()) != std::string::npos));
    }
  }
}

TEST_CASE("the judge sees each kind of mistake", "[tracer]") {
  const Report report(1);
  const auto printed = print(report, layouts().front(), {&damage("column 总计 missing")});
  auto result = parse(printed.bytes);
  auto& row = result.report.applications.newly_received;
  REQUIRE(judge(printed, result).wrong.empty());
  SECTION("a number that moved") {
    std::swap(row.natural_person.value, row.other.value);
    CHECK(judge(printed, result).wrong.size() == 2);
  }
  SECTION("a number from nowhere") {
    row.total.state = CellState::number;
    CHECK(judge(printed, result).invented.size() == 1);
  }
  SECTION("a lost number, and no word of it") {
    row.other.state = CellState::absent;
    CHECK(judge(printed, result).lost.size() == 1);
    CHECK(judge(printed, result).unexplained.size() == 1);
  }
  SECTION("a column that is not there, said to be blank") {
    row.total.state = CellState::blank;
    CHECK(judge(printed, result).misstated.size() == 1);
  }
  SECTION("no word of a column that is not there") {
    result.diagnostics.clear();
    CHECK(judge(printed, result).unexplained.size() == 25);
  }
}

TEST_CASE("every layout", "[tracer]") {
  for (const auto& layout : layouts())
    for (const std::uint32_t seed : {1U, 2U, 3U})
      for (const auto form : forms) check(Report(seed, form), layout, {});
}

TEST_CASE("every layout with every damage", "[tracer]") {
  const Report report(1, GENERATE(from_range(forms)));
  for (const auto& layout : layouts())
    for (const auto& damage : damages())
      if (fits(damage, layout)) check(report, layout, {&damage});
}

// Pairs in which each damage hides what would betray the other.
TEST_CASE("pairs of damages in the layouts that they are worst in", "[tracer]") {
  struct Pair {
    const char* layout;
    const char* a;
    const char* b;
  };
  constexpr std::array<Pair, 3> worst{{
      {"words, three label columns", "first and last cells blank", "page break before 3.其他"},
      {"words, three label columns", "headers missing", "headings missing"},
      {"laid-out text, compact", "first and last cells blank",
       "page break, cut before and leading cell behind"},
  }};
  const Report report(2, GENERATE(from_range(forms)));
  for (const auto& pair : worst)
    for (const auto& layout : layouts())
      if (std::strcmp(layout.name, pair.layout) == 0)
        check(report, layout, {&damage(pair.a), &damage(pair.b)});
}

TEST_CASE("every pair of damages", "[tracer]") {
  const Report report(2, GENERATE(from_range(forms)));
  if (all_pairs()) {
    for (const auto& layout : layouts())
      each_pair([&](const Damage& a, const Damage& b) {
        if (fits(a, layout) && fits(b, layout)) check(report, layout, {&a, &b});
      });
    return;
  }
  // Each pair in one layout, in turn.
  std::size_t turn = 0;
  each_pair([&](const Damage& a, const Damage& b) {
    for (std::size_t tried = 0; tried < layouts().size(); ++tried) {
      const auto& layout = layouts()[turn++ % layouts().size()];
      if (!fits(a, layout) || !fits(b, layout)) continue;
      check(report, layout, {&a, &b});
      return;
    }
  });
}

}  // namespace nianbao::tracer
