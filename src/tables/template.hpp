// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "grammar/report.hpp"
#include "nianbao/report.hpp"
#include "tables/facts.hpp"

namespace nianbao::tables {

/// The form that a report is printed on, told from its labels.
struct Told {
  Template form = Template::unknown;
  bool is_certain = false;                  ///< a label or row says so that the other form does not have
  std::uint32_t token = grammar::no_token;  ///< the first label that only this form has
  std::uint32_t other = grammar::no_token;  ///< the first label that only the other form has
};

/// The form of which more rows are printed. Without a label that only one form has it is that of 2021.
Told tell_form(const grammar::Tokens& tokens, const grammar::ReportTree& tree, const FactHeaders& headers);

}  // namespace nianbao::tables
