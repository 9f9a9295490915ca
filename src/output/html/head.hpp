// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nianbao/render.hpp"
#include "output/html/texts.hpp"
#include "output/html/writer.hpp"

namespace nianbao::html {

/// Title, agency, year, form, period and file of a report, and the way back to the list it is one of.
void write_report_head(Writer& out, const Texts& texts, const CheckedReport& checked);

/// Agency, year, form … as a list of terms.
void write_report_facts(Writer& out, const Texts& texts, const CheckedReport& checked);

/// What the marks of cells mean.
void write_legend(Writer& out, const Texts& texts);

/// The name that a report goes by where its title is too long: its agency, or else its title or file.
std::string_view short_name(const CheckedReport& checked, const Texts& texts);

}  // namespace nianbao::html
