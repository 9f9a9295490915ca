// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace nianbao::cli {

/// A file's name as a string of JSON, in quotes. What is not valid UTF-8 of it becomes U+FFFD.
std::string quoted_name(std::string_view name);

}  // namespace nianbao::cli
