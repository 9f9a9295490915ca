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
};

/// The matrix's columns; all of the form's if the header says too little.
PrintedColumns matrix_columns(const Reading& reading);

/// The columns of the rows of 第二十条第（一）项.
PrintedColumns document_columns(const Reading& reading);

/// The columns of the table of 四.
PrintedColumns review_columns(const Reading& reading);

/// Whether most rows of `table` that hold values hold `count` of them in a run.
bool most_rows_hold(const Reading& reading, const grammar::PrintedTable& table, std::size_t count);

}  // namespace nianbao::tables
