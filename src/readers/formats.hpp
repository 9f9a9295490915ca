// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "nianbao/parse.hpp"

/// Which format an input has: one table of what is told by its first bytes and not read, and one of the
/// readers.
namespace nianbao::readers {

/// The name of the format of `bytes` if no reader is for it; else nullptr.
const char* foreign_format(std::string_view bytes) noexcept;

/// The format of `text`: what the caller says, else what its beginning and its marks say.
Format format_of(std::string_view text, Format wanted) noexcept;

}  // namespace nianbao::readers
