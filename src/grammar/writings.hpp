// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/token.hpp"

namespace nianbao::grammar {

/// What a cell with a label is.
struct Printed {
  TokenKind kind = TokenKind::label;
  form::Label label;
  Enumerator enumerator = Enumerator::none;
};

/// Labels as they are printed, letter for letter, to what they are. A look-up reads few of the letters
/// and compares them all once.
class Writings {
 public:
  /// Of those that are written alike the first counts.
  explicit Writings(const std::vector<std::pair<std::string, Printed>>& all);

  /// nullptr if `printed` is none of them.
  [[nodiscard]] const Printed* find(std::string_view printed) const noexcept;

 private:
  struct Slot {
    std::uint32_t mark = 0;  // of its letters
    std::uint32_t begin = 0;
    std::uint16_t size = 0;  // 0 in a slot that is free
    Printed printed;
  };

  std::string letters_;
  std::vector<Slot> slots_;  // a power of two, at least half of them free
};

}  // namespace nianbao::grammar
