// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "nianbao/parse.hpp"

/// What the first bytes of a fuzzer's input choose.
namespace nianbao::fuzz {

/// Behind the byte 0x01, which no report begins with, the next two choose; other inputs choose nothing, so
/// that any file can be given to a target as it is.
struct Choice {
  bool given = false;
  unsigned bits = 0;

  [[nodiscard]] bool at(unsigned bit) const { return ((bits >> bit) & 1U) != 0; }

  /// The number that `count` bits from `bit` on are.
  [[nodiscard]] unsigned number(unsigned bit, unsigned count) const {
    return (bits >> bit) & ((1U << count) - 1U);
  }
};

/// Takes the choice off the front of `input`.
inline Choice take_choice(std::string_view& input) {
  if (input.empty() || input.front() != '\x01') return {};
  Choice choice{true, 0};
  for (std::size_t i = 1; i <= 2 && i < input.size(); ++i)
    choice.bits |= static_cast<unsigned>(static_cast<unsigned char>(input[i])) << (8 * (i - 1));
  input.remove_prefix(std::min<std::size_t>(3, input.size()));
  return choice;
}

/// Bit 2: limits that are passed soon. Bit 7: no more than half of the `size` bytes.
inline void choose_limits(ParseOptions& options, const Choice& choice, std::size_t size) {
  if (choice.at(2)) {
    options.max_lines = 5;
    options.max_cells = 40;
    options.max_diagnostics = 3;
    options.max_unpacked_bytes = 4096;
  }
  if (choice.at(7)) options.max_bytes = size / 2;
}

/// Ends the program with the fault, if there is one.
inline void demand(const std::string& fault) {
  if (fault.empty()) return;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}

}  // namespace nianbao::fuzz
