// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diagnostics/sink.hpp"
#include "grammar/report.hpp"
#include "nianbao/report.hpp"
#include "readers/document.hpp"
#include "text/locator.hpp"

/// Everything of the report that is text: title, preamble, headings, sections and their parts.
namespace nianbao::prose {

struct Input {
  const readers::Document& document;
  const grammar::Tokens& tokens;
  const grammar::ReportTree& tree;
  text::Locator& locator;
  diagnostics::Sink& sink;
};

/// Fills title, agency, year, period, preamble and all prose of `report`, and says what is missing.
void read_prose(const Input& input, AnnualReport& report);

}  // namespace nianbao::prose
