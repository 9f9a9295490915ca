// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/token.hpp"

/// Which lines are headings of sections, told by how all of them are numbered.
namespace nianbao::grammar {

/// A line worded as a section's heading, with the section's number in brackets: （二）主动公开政府信息情况.
struct BracketedHeading {
  std::uint32_t token;
  std::uint8_t section;
};

/// Makes headings of `bracketed` where all six sections are numbered so, in their order, and otherwise few
/// are. What is numbered otherwise then is a part of one; so it is below sections numbered 壹、.
void settle_headings(Tokens& tokens, const std::vector<BracketedHeading>& bracketed);

}  // namespace nianbao::grammar
