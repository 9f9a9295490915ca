// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nianbao/compare.hpp"
#include "output/html/texts.hpp"
#include "output/html/writer.hpp"

/// What of the text was copied from the year before.
namespace nianbao::html {

/// How much of each section, in a table.
void write_repetition(Writer& out, const Texts& texts, const Comparison& comparison);

/// The texts of both years side by side, with what stands in both marked and linked.
void write_passages(Writer& out, const Texts& texts, const Comparison& comparison, const AnnualReport& older,
                    const AnnualReport& newer);

}  // namespace nianbao::html
