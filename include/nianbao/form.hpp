// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "nianbao/export.hpp"
#include "nianbao/report.hpp"

namespace nianbao {

/// What a cell of the form counts.
enum class Unit : unsigned char {
  items,              ///< 件, whole numbers
  ten_thousand_yuan,  ///< 万元, decimals
  as_printed,         ///< money, decimals: the form names no unit, the report may
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

/// Every figure of that form in order, subtotals of groups included; of none if it is not known.
///
///     for (const auto& figure : nianbao::form_figures(nianbao::Template::form_2019)) …
NIANBAO_EXPORT const std::vector<FigureInfo>& form_figures(Template version);

}  // namespace nianbao
