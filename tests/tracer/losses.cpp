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
    {"headers missing", 4, 2, "only the header shows which cells of the fees and of procurement are merged",
     true},
    {"changes in words", 0, 14, "a text on a line of its own may be anything", true},
    {"split numbers", 0, 0, ""},
}};

// What one damage may hide where columns are places. What is rough or torn there is not read at all.
struct PlacedLoss {
  std::string_view damage;
  std::size_t most;
  const char* why;
};

constexpr std::array<PlacedLoss, 20> placed_losses{{
    {"changes in words", 14, "words in a column of figures may be wider than it"},
    {"row labels broken over lines", 6, "two labels of one line each may run together"},
    {"some cells blank", 18, "in a small table too few rows show its columns"},
    {"first and last cells blank", 54, "blank cells leave no trace between single spaces"},
    {"whole rows blank", 6, "labels without figures run together"},
    {"only totals filled", 3, "in a small table too few rows show its columns"},
    {"headers missing", 178, "nothing stands over the figures"},
    {"headings missing", 7, "labels run together with the table before"},
    {"section numbers missing", 11, "headings without numbers run together with labels"},
    {"page break, bare page number", 14, "a bare number close to a row may be a part of its figures"},
    {"page break, all of it", 148, "cells behind the break stand in other places"},
    {"page break, leading cell", 175, "cells behind the break stand in other places"},
    {"page break, cut before and leading cell behind", 156, "cells behind the break stand in other places"},
    {"page break before 3.其他", 175, "cells behind the break stand in other places"},
    {"page break in the header", 15, "headers stand in two places"},
    {"split numbers", 190, "a number that a space splits may be two"},
    {"Chinese numerals", 177, "words in a column of figures may be wider than it"},
    {"spaces round numbers", 22, "single spaces part numbers here and surround them there"},
    {"labels broken by spaces", 198, "words of a header with spaces stand over several columns"},
    {"other punctuation in labels", 98, "3 . is a number before a label"},
}};

std::size_t placed_loss_of(std::string_view name) {
  for (const auto& loss : placed_losses)
    if (loss.damage == name) return loss.most;
  return 0;
}

std::size_t loss_of(Template form, const Layout& layout, std::string_view name) {
  // Between single spaces only rows whose sums hold are read.
  constexpr std::size_t all = 200;
  if (layout.is_placed) return layout.shows_grid ? placed_loss_of(name) : all;
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
