// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/checks.hpp"

namespace nianbao::rules {

namespace {

// How many cells the form has in each table, subtotals of groups left out.
std::array<std::ptrdiff_t, 3> cells_of(Template version) {
  std::array<std::ptrdiff_t, 3> counts{};
  std::size_t table = 0;
  for (const auto& section : form::sections) {
    if (!section.has_table) continue;
    const std::string_view key = section.names.key;
    for (const auto& figure : form_figures(version))
      if (!figure.subtotal && figure.path.compare(0, key.size(), key) == 0) ++counts[table];
    ++table;
  }
  return counts;
}

const std::array<std::ptrdiff_t, 3>& form_cells(Template version) {
  static const auto of_2019 = cells_of(Template::form_2019);
  static const auto of_2021 = cells_of(Template::form_2021);
  return version == Template::form_2019 ? of_2019 : of_2021;
}

}  // namespace

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
    const auto absent = std::count_if(at, end, [](const Figure& f) { return !is_printed(*f.cell); });
    t.is_printed = absent < end - at;
    t.is_whole = absent == 0 && end - at >= form_cells(of.form)[static_cast<std::size_t>(&t - tables.data())];
    at = end;
  }
}

}  // namespace nianbao::rules
