// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tracer/layout.hpp"

/// What happens to reports on their way: FORM.md §6, one by one, to be combined.
namespace nianbao::tracer {

/// The order in which damages happen, whatever the order they are named in.
enum class Stage : std::uint8_t {
  contents,   ///< what the office printed: subtotals, blank cells, wordings
  structure,  ///< columns and rows that are there
  shift,      ///< cells that moved
  edges,      ///< widths of rows
  pages,      ///< page breaks
  writing,    ///< how a number or label is written
  bytes,      ///< encoding and line breaks
};

struct Damage {
  const char* name;
  const char* family;  ///< two of a family exclude each other
  Stage stage;
  bool needs_grid;  ///< cannot be seen where blank cells are not printed
  bool needs_markdown;
  bool needs_tags;  ///< Markdown or HTML
  std::function<void(Page&, const Report&)> page;
  std::function<std::string(const std::string&)> bytes;
};

const std::vector<Damage>& damages();

/// The damage called `name`; throws if there is none.
const Damage& damage(const std::string& name);

[[nodiscard]] inline bool fits(const Damage& damage, const Layout& layout) noexcept {
  const bool moves_cells = damage.stage == Stage::shift || damage.stage == Stage::edges;
  if (moves_cells && layout.is_placed) return false;
  if (damage.bytes && layout.file != nullptr) return false;
  return (!damage.needs_grid || layout.shows_grid) &&
         (!damage.needs_markdown || layout.marks == Marks::markdown) &&
         (!damage.needs_tags || layout.marks != Marks::none);
}

struct Print {
  std::string bytes;
  std::map<std::string, Expected, std::less<>> expected;
};

/// `report` in `layout` with all of `damages` done to it.
Print print(const Report& report, const Layout& layout, std::vector<const Damage*> damages);

}  // namespace nianbao::tracer
