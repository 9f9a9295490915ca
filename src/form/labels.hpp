// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "nianbao/diagnostic.hpp"

namespace nianbao::form {

/// What the form calls the thing at `path`: a section, a part of 一, a row, a column, a block or a figure
/// ("row · column"). "" is the report. `path` itself if the form has no such thing; else static storage.
std::string_view label_of(std::string_view path, Language language);

}  // namespace nianbao::form
