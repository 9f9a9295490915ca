// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nianbao/report.hpp"
#include "reading.hpp"

/// The printed tables to the cells of the report.
namespace nianbao::tables {

/// Fills every figure of `report` and says what it could not place.
void read_figures(const Reading& reading, AnnualReport& report);

}  // namespace nianbao::tables
