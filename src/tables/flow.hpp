// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "tables/columns.hpp"
#include "tables/printed.hpp"

/// Whether cells that are lines of their own follow each other as the page prints them. Text that was taken
/// from a page block by block has the same lines in another order: a row's label is then followed by the
/// figures of another row, or by its own in the order of other columns.
namespace nianbao::tables {

/// Doubts rows of the matrix that flow over lines: those whose labels are out of the form's order and those
/// next to them, all if the header is out of order.
void doubt_order_of_matrix(const Reading& reading, const PrintedColumns& columns, PlacedRows& rows);

/// The same for rows of 二, where a row whose header stands behind it is doubted too.
void doubt_order_of_facts(const Reading& reading, const form::Form& of, PlacedRows& rows);

}  // namespace nianbao::tables
