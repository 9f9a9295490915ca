// SPDX-License-Identifier: Apache-2.0
#include "compare/decimals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nianbao::comparison {

namespace {

constexpr auto largest = std::numeric_limits<std::int64_t>::max();
constexpr auto smallest = std::numeric_limits<std::int64_t>::min();

// Zeros behind the point go; zero itself has none.
Decimal shortest_form(Decimal number) noexcept {
  if (number.coefficient == 0) return {0, 0};
  for (; number.scale > 0 && number.coefficient % 10 == 0; --number.scale) number.coefficient /= 10;
  return number;
}

// Writes `number` with `scale` digits behind the point, which are no fewer than it has.
bool widen(Decimal& number, std::int32_t scale) noexcept {
  if (number.coefficient == 0) number.scale = scale;
  for (; number.scale < scale; ++number.scale) {
    if (number.coefficient > largest / 10 || number.coefficient < smallest / 10) return false;
    number.coefficient *= 10;
  }
  return true;
}

}  // namespace

std::optional<Decimal> minus(Decimal a, Decimal b) noexcept {
  a = shortest_form(a);
  b = shortest_form(b);
  const auto scale = std::max(a.scale, b.scale);
  if (!widen(a, scale) || !widen(b, scale)) return std::nullopt;
  const bool overflows =
      b.coefficient < 0 ? a.coefficient > largest + b.coefficient : a.coefficient < smallest + b.coefficient;
  if (overflows) return std::nullopt;
  return shortest_form({a.coefficient - b.coefficient, scale});
}

bool same_number(Decimal a, Decimal b) noexcept { return shortest_form(a) == shortest_form(b); }

double size_of(Decimal number) noexcept {
  return static_cast<double>(number.coefficient) * std::pow(10.0, -number.scale);
}

}  // namespace nianbao::comparison
