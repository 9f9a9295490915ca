// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Numbers as lists print them: 一, （一） is written around it, 1, iv, ①.
namespace nianbao::readers {

/// `number` in the format that WordprocessingML calls `format`; nothing if the format is not known.
std::optional<std::string> numeral(std::uint32_t number, std::string_view format);

}  // namespace nianbao::readers
