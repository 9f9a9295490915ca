// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "tables/align.hpp"
#include "tables/figures.hpp"

/// The columns that a table's header prints.
namespace nianbao::tables {

inline constexpr std::int8_t extra_column = -1;  ///< printed, but not on the form: 法人小计

struct PrintedColumns {
  std::vector<std::int8_t> columns;  ///< indices of the form's columns, in the order of printing
  HeaderShape header;
  std::uint32_t token = grammar::no_token;  ///< of the header's first label
  std::vector<std::int8_t> unnamed;         ///< columns that the rows hold and the header does not name
  bool certain = true;                      ///< false if header and rows contradict each other
  bool is_placed = false;                   ///< the header stands over its figures, and that exactly
  bool whole_rows_only = false;             ///< nothing tells the columns of a row that lacks some
  bool is_of_form = false;  ///< the header is the form's, though its names do not stand over figures
};

/// The matrix's columns; all of the form's if the header says too little.
PrintedColumns matrix_columns(const Reading& reading);

/// The columns of the table of 四.
PrintedColumns review_columns(const Reading& reading);

/// The first `count` columns of the form.
std::vector<std::int8_t> first_columns(std::size_t count);

/// The line of a header whose first column is named by `token`.
HeaderShape header_at(const Reading& reading, std::uint32_t token);

}  // namespace nianbao::tables
