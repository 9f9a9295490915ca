// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nianbao/report.hpp"
#include "reading.hpp"

/// Everything of the report that is text: title, preamble, headings, sections and their parts.
namespace nianbao::prose {

/// Fills title, agency, year, period, preamble and all prose of `report`, and says what is missing.
void read_prose(const Reading& reading, AnnualReport& report);

}  // namespace nianbao::prose
