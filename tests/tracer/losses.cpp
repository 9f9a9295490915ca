// SPDX-License-Identifier: Apache-2.0
#include "tracer/losses.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace nianbao::tracer {

namespace {

// What one damage may hide in layouts that show the grid, and in those that do not.
struct Loss {
  std::string_view damage;
  std::size_t in_grid;
  std::size_t without_grid;
  const char* why;
  bool only_on_2019 = false;
};

constexpr std::array<Loss, 10> losses{{
    {"some cells blank", 0, 172, "blank cells of a row leave no trace where cells are lines"},
    {"first and last cells blank", 0, 54, "blank cells of a row leave no trace where cells are lines"},
    {"only totals filled", 19, 31, "one value in a row of unknown width may be any column's"},
    {"column 自然人 blank", 0, 150, "blank cells of a row leave no trace where cells are lines"},
    {"matrix cut by one cell", 0, 0, ""},
    {"page break, bare page number", 0, 7,
     "a bare number on a line of its own may be a figure of the row before"},
    {"row contradicted", 0, 0, ""},
    {"headers missing", 2, 2, "only the header shows that cells of the fees are merged", true},
    {"changes in words", 0, 14, "a text on a line of its own may be anything", true},
    {"split numbers", 0, 0, ""},
}};

std::size_t loss_of(Template form, const Layout& layout, std::string_view name) {
  const auto* const found =
      std::find_if(losses.begin(), losses.end(), [name](const Loss& loss) { return loss.damage == name; });
  if (found == losses.end() || (found->only_on_2019 && form != Template::form_2019)) return 0;
  return layout.shows_grid ? found->in_grid : found->without_grid;
}

}  // namespace

std::size_t most_lost(Template form, const Layout& layout, const std::vector<const Damage*>& damages) {
  std::size_t most = 0;
  for (const auto* damage : damages) most += loss_of(form, layout, damage->name);
  return most;
}

}  // namespace nianbao::tracer
