// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "nianbao/check.hpp"
#include "options.hpp"

namespace nianbao::cli {

/// Adds `--rule`; what it is given is checked while options are read.
void add_rule_option(Options& options, std::vector<std::string>& words);

/// The settings that those words are.
std::vector<RuleSetting> settings_of(const std::vector<std::string>& words);

}  // namespace nianbao::cli
