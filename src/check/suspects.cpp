// SPDX-License-Identifier: Apache-2.0
#include "check/checks.hpp"

namespace nianbao::rules {

std::vector<Suspect> find_suspects(const Equations&, const std::vector<Finding>&) { return {}; }

}  // namespace nianbao::rules

namespace nianbao {
std::string Suspect::message(Language) const { return {}; }
std::string_view to_string(SuspectKind) noexcept { return {}; }
}  // namespace nianbao
