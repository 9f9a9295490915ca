// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "grammar/token.hpp"

namespace nianbao::grammar {

/// Reads `folded` as a change in words or with a minus sign of its own: 减少3, 增加2项, −3. Sets what
/// parse_value does; leaves `token` as it is if the cell says anything else.
void parse_change(std::string_view folded, Token& token);

}  // namespace nianbao::grammar
