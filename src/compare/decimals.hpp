// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "nianbao/report.hpp"

namespace nianbao::comparison {

/// a − b, exact; nothing if it has too many digits.
std::optional<Decimal> minus(Decimal a, Decimal b) noexcept;

/// Whether both are the same number: 1.50 is 1.5.
bool same_number(Decimal a, Decimal b) noexcept;

/// About how large it is: for thresholds only.
double size_of(Decimal number) noexcept;

}  // namespace nianbao::comparison
