// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory_resource>
#include <vector>

#include "tables/figures.hpp"

/// The rows of tables, as pointers into the tree.
namespace nianbao::tables {

using Rows = std::pmr::vector<const grammar::PrintedRow*>;

Rows all_rows(const Reading& reading, const grammar::PrintedTable& table);

/// The printed rows of the matrix.
struct MatrixRows {
  Rows of_form;
  Rows others;  ///< the form has none of these
};

MatrixRows matrix_rows(const Reading& reading, const form::Form& of);

}  // namespace nianbao::tables
