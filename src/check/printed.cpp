// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/checks.hpp"

namespace nianbao::rules {

Printed::Printed(const AnnualReport& of) : report(of) {
  auto table = tables.begin();
  for (const auto& section : form::sections)
    if (section.has_table) (table++)->path = section.names.key;
  const auto all = figures(report);
  auto at = all.begin();
  for (auto& t : tables) {
    const auto end = std::find_if(
        at, all.end(), [&t](const Figure& f) { return f.path.compare(0, t.path.size(), t.path) != 0; });
    t.figures.assign(at, end);
    t.is_printed = std::any_of(at, end, [](const Figure& f) { return f.cell->state != CellState::absent; });
    at = end;
  }
}

}  // namespace nianbao::rules
