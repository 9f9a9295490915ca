// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diagnostics/sink.hpp"
#include "grammar/report.hpp"
#include "nianbao/report.hpp"
#include "readers/document.hpp"
#include "text/locator.hpp"

/// The printed tables to the cells of the report.
namespace nianbao::tables {

struct Input {
  const readers::Document& document;
  const grammar::Tokens& tokens;
  const grammar::ReportTree& tree;
  text::Locator& locator;
  diagnostics::Sink& sink;
};

/// Fills every figure of `report` and says what it could not place.
void read_figures(const Input& input, AnnualReport& report);

}  // namespace nianbao::tables
