// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nianbao/report.hpp"
#include "reading.hpp"

/// The printed tables to the cells of the report.
namespace nianbao::tables {

class FactHeaders;

/// Fills every figure of `report` and says what it could not place.
/// `is_form_certain`: without it columns that no header names are not read where the forms differ.
void read_figures(const Reading& reading, const FactHeaders& headers, bool is_form_certain,
                  AnnualReport& report);

}  // namespace nianbao::tables
