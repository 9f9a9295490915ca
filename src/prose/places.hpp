// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "nianbao/report.hpp"

namespace nianbao::prose {

/// Where the bytes from `start` up to `end` (which is larger) of a section's text stand in the input. To the
/// byte where the line stands there as it is, else the whole line; nowhere if the report was not read.
SourceSpan place_of(const Prose& prose, std::size_t start, std::size_t end);

}  // namespace nianbao::prose
