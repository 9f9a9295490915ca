// SPDX-License-Identifier: Apache-2.0
#include "compare/repetition.hpp"

#include <numeric>

#include "compare/characters.hpp"
#include "compare/copied.hpp"
#include "prose/places.hpp"
#include "text/utf8.hpp"

namespace nianbao::comparison {

const std::array<Text, 3> texts{{
    {"overview", [](const AnnualReport& r) -> const Prose& { return r.overview.prose; }},
    {"problems_and_improvements",
     [](const AnnualReport& r) -> const Prose& { return r.problems_and_improvements; }},
    {"other_matters", [](const AnnualReport& r) -> const Prose& { return r.other_matters; }},
}};

namespace {

// Characters, and those of them that stand in the older text.
struct Share {
  std::size_t length = 0;
  std::size_t repeated = 0;

  [[nodiscard]] double rate() const noexcept {
    return length == 0 ? 0.0 : static_cast<double>(repeated) / static_cast<double>(length);
  }
  void add(const Share& other) noexcept {
    length += other.length;
    repeated += other.repeated;
  }
};

Share share_of(const std::vector<Match>& matches, std::size_t length) {
  const auto repeated = std::accumulate(matches.begin(), matches.end(), std::size_t{0},
                                        [](std::size_t sum, const Match& m) { return sum + m.length; });
  return {length, repeated};
}

struct Bytes {
  std::size_t start;
  std::size_t end;
};

// One of the two texts that are compared.
struct ComparedText {
  explicit ComparedText(const Prose& of) : prose(of), characters(characters_of(of.text)), places(of) {}

  [[nodiscard]] Bytes bytes(std::size_t first, std::size_t length) const {
    auto end = characters.starts[first + length - 1];
    text::next_utf8(prose.text, end);
    return {characters.starts[first], end};
  }

  const Prose& prose;
  Characters characters;
  prose::Places places;
};

CopiedPassage passage_of(const Match& match, ComparedText& older, ComparedText& newer) {
  const auto there = older.bytes(match.older, match.length);
  const auto here = newer.bytes(match.newer, match.length);
  return {there.start,
          there.end,
          here.start,
          here.end,
          older.places.of(there.start, there.end),
          newer.places.of(here.start, here.end)};
}

// What both rates of a text are made of.
struct Shares {
  Share with_figures;
  Share without_figures;
};

Shares compare_text(const Prose& older, const Prose& newer, std::size_t shortest,
                    std::vector<CopiedPassage>& passages) {
  ComparedText there(older);
  ComparedText here(newer);
  const auto matches = copied(there.characters.codes, here.characters.codes, shortest);
  passages.reserve(matches.size());
  for (const auto& match : matches) passages.push_back(passage_of(match, there, here));
  const auto words = without_figures(here.characters.codes);
  return {share_of(matches, here.characters.size()),
          share_of(copied(without_figures(there.characters.codes), words, shortest), words.size())};
}

void set_shares(Repetition& repetition, const Shares& shares) {
  repetition.length = shares.with_figures.length;
  repetition.repeated = shares.with_figures.repeated;
  repetition.rate = shares.with_figures.rate();
  repetition.rate_without_figures = shares.without_figures.rate();
}

}  // namespace

std::vector<Repetition> repetition_of(const AnnualReport& older, const AnnualReport& newer,
                                      std::size_t shortest) {
  std::vector<Repetition> list;
  Shares all;
  for (const auto& text : texts) {
    auto& repetition = list.emplace_back();
    repetition.path = text.path;
    const auto shares = compare_text(text.prose(older), text.prose(newer), shortest, repetition.passages);
    set_shares(repetition, shares);
    all.with_figures.add(shares.with_figures);
    all.without_figures.add(shares.without_figures);
  }
  set_shares(list.emplace_back(), all);
  return list;
}

}  // namespace nianbao::comparison
