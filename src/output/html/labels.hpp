// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "form/form.hpp"
#include "nianbao/check.hpp"
#include "nianbao/form.hpp"
#include "output/html/texts.hpp"
#include "output/html/writer.hpp"

/// Labels of the form as pages show them.
namespace nianbao::html {

/// The figure of either form at that path, or nullptr. Static storage.
const FigureInfo* figure_info(std::string_view path);

/// The label of the figure's row, or column, in the page's language.
std::string_view row_label(const FigureInfo& figure, const Texts& texts);
std::string_view column_label(const FigureInfo& figure, const Texts& texts);

/// The official label, and on an English page below it what it means.
void write_label(Writer& out, const Texts& texts, std::string_view chinese, std::string_view english);

/// What offices call the rule, in the page's language.
std::string_view rule_name(RuleId rule, const Texts& texts);

/// "balance: newly_received + …", or in Chinese.
std::string rule_formula(const RuleInfo& rule, const Texts& texts);

/// The official wording of a label that is no figure's own.
std::string_view furniture_label(form::Kind kind, std::uint8_t index);

}  // namespace nianbao::html
