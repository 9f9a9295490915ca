// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "tables/columns.hpp"
#include "tables/printed.hpp"

/// 四 printed over several rows or tables.
namespace nianbao::tables {

/// Rows with as many columns each, below one header.
struct ReviewPart {
  std::vector<grammar::PrintedRow> rows;
  std::vector<std::uint32_t> depths;
  std::vector<std::vector<std::int8_t>> columns;  ///< of each row: where its values go among all of 四
  PrintedColumns header;
};

struct ReviewParts {
  std::vector<ReviewPart> parts;      ///< none if all of 四 is one row, or nothing tells what is where
  std::vector<std::uint32_t> others;  ///< labels of rows that the form does not have
  std::vector<std::int8_t> columns;   ///< all that the parts have, in order
  bool is_doubtful = false;  ///< the rows or their headers are not all of one make, and nothing tells more
  [[nodiscard]] bool empty() const { return parts.empty(); }
};

ReviewParts review_parts(const Reading& reading);

/// Where cells are lines, a page's number may stand for a blank one: the sums of other blocks hold then, and
/// those of its block do not. `placed` are the rows of `parts`, part by part.
void doubt_sums_of_review(const Reading& reading, const ReviewParts& parts, std::vector<PlacedRows>& placed);

}  // namespace nianbao::tables
