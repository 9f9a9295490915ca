// SPDX-License-Identifier: Apache-2.0
#include "grammar/change.hpp"

#include <array>

#include "grammar/cell.hpp"

namespace nianbao::grammar {

namespace {

struct Sign {
  std::string_view text;
  bool is_negative;
};

// Longer ones first. Dashes that are not minus signs, and arrows, may mean something else.
constexpr std::array<Sign, 11> signs{{{"净增", false},
                                      {"净减", true},
                                      {"增加", false},
                                      {"减少", true},
                                      {"淨增", false},
                                      {"淨減", true},
                                      {"減少", true},
                                      {"增", false},
                                      {"减", true},
                                      {"減", true},
                                      {"−", true}}};

}  // namespace

void parse_change(std::string_view folded, Token& token) {
  for (const auto& sign : signs) {
    if (folded.substr(0, sign.text.size()) != sign.text) continue;
    auto rest = folded.substr(sign.text.size());
    if (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    Token number = token;
    // A second sign would contradict the first.
    if (rest.find_first_of("+-") == 0 || !parse_value(rest, number) || number.kind != TokenKind::number)
      return;
    if (sign.is_negative) number.coefficient = -number.coefficient;
    token = number;
    return;
  }
}

}  // namespace nianbao::grammar
