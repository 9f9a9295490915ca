// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "form/form.hpp"
#include "tables/printed.hpp"

namespace nianbao::tables {

/// A cell of the form that a printed column leads to. `cell` is null for columns that are not on it.
struct Target {
  Cell* cell = nullptr;
  std::string_view path;
  Unit unit = Unit::items;
  bool is_signed = false;
  std::uint32_t unit_token = grammar::no_token;  ///< the label of its column, which may name a unit
};

/// A row of the form, ready to be filled. The rows of a table take turns in one.
struct TargetRow {
  std::string_view path;
  const char* label = "";
  std::size_t columns = 0;
  std::array<Target, most_columns> cells;

  void begin(std::string_view path_of_row, const char* label_of_row) {
    path = path_of_row;
    label = label_of_row;
    columns = 0;
  }
  void add(const Target& target) { cells[columns++] = target; }
};

}  // namespace nianbao::tables
