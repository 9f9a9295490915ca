// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nianbao/report.hpp"
#include "output/html/texts.hpp"
#include "output/html/writer.hpp"

namespace nianbao::html {

/// Bar charts of what became of requests and of who made them. With `older` each bar has that of the year
/// before beside it.
void write_charts(Writer& out, const Texts& texts, const AnnualReport& report,
                  const AnnualReport* older = nullptr);

}  // namespace nianbao::html
