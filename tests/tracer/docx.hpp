// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tracer/page.hpp"

namespace nianbao::tracer {

/// `page` as a DOCX: merged cells span columns and rows, a page break cuts a table in two.
std::string docx(const Page& page);

}  // namespace nianbao::tracer
