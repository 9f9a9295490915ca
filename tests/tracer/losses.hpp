// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tracer/damage.hpp"

/// Which prints leave it open where a number belongs.
namespace nianbao::tracer {

/// How many figures that are printed may be lost because nothing tells their columns.
std::size_t most_lost(Template form, const Layout& layout, const std::vector<const Damage*>& damages);

}  // namespace nianbao::tracer
