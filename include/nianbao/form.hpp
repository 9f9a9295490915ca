// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "nianbao/export.hpp"

namespace nianbao {

/// What a cell of the form counts.
enum class Unit : unsigned char {
  items,              ///< 件, whole numbers
  ten_thousand_yuan,  ///< 万元, decimals
};

/// One figure of the official form. Views have static storage.
struct FigureInfo {
  std::string_view path;    ///< "applications.newly_received.total"
  std::string_view row;     ///< official label of its row (or block), in Chinese
  std::string_view column;  ///< official label of its column, in Chinese
  std::string_view row_en;
  std::string_view column_en;
  Unit unit;
  bool subtotal;  ///< printed by some offices only: not one of the form's own cells
};

/// Every figure of the form of 2021 in order, subtotals of groups included.
NIANBAO_EXPORT const std::vector<FigureInfo>& form_figures();

}  // namespace nianbao
