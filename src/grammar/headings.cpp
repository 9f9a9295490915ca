// SPDX-License-Identifier: Apache-2.0
#include "grammar/headings.hpp"

#include <algorithm>
#include <array>

#include "form/form.hpp"
#include "grammar/labels.hpp"

namespace nianbao::grammar {

namespace {

// So many sections show how all of them are numbered, and so few may be numbered otherwise.
constexpr std::size_t most = 4;
constexpr std::size_t few = 2;

// How many sections have headings that `is_counted` accepts.
template <class Test>
std::size_t sections_with(const Tokens& tokens, Test is_counted) {
  std::array<bool, form::section_count> found{};
  for (const auto& token : tokens)
    if (token.kind == TokenKind::heading && is_counted(token)) found[token.label.index] = true;
  return static_cast<std::size_t>(std::count(found.begin(), found.end(), true));
}

// Whether the last printings of the six stand in their order: a table of contents stands before them.
bool are_all_in_order(const std::vector<BracketedHeading>& bracketed) {
  std::array<std::uint32_t, form::section_count> last{};
  std::array<bool, form::section_count> found{};
  for (const auto& heading : bracketed) {
    last[heading.section] = heading.token;
    found[heading.section] = true;
  }
  return std::all_of(found.begin(), found.end(), [](bool is) { return is; }) &&
         std::is_sorted(last.begin(), last.end());
}

// The words of some sections name parts of 一 as well.
void demote(Token& token) {
  const auto part = part_of(form::sections[token.label.index].names.label);
  token.kind = TokenKind::part;
  token.label = {form::Kind::none, part};
}

}  // namespace

void settle_headings(Tokens& tokens, const std::vector<BracketedHeading>& bracketed) {
  const auto is_legal = [](const Token& token) { return token.enumerator == Enumerator::legal; };
  if (sections_with(tokens, is_legal) >= most) {
    for (auto& token : tokens)
      if (token.kind == TokenKind::heading && !is_legal(token) && token.enumerator != Enumerator::none)
        demote(token);
    return;
  }
  if (bracketed.size() < form::section_count || !are_all_in_order(bracketed)) return;
  if (sections_with(tokens, [](const Token&) { return true; }) > few) return;
  for (auto& token : tokens)
    if (token.kind == TokenKind::heading) demote(token);
  for (const auto& heading : bracketed) {
    auto& token = tokens[heading.token];
    token.kind = TokenKind::heading;
    token.label = {form::Kind::section, heading.section};
  }
}

}  // namespace nianbao::grammar
