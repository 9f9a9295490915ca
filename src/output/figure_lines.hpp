// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "nianbao/form.hpp"

namespace nianbao::output {

/// A figure of the form and the parts of its path. Static storage.
struct FigureLine {
  FigureInfo figure;
  std::string_view section;     ///< "applications"
  std::string_view section_zh;  ///< 三、收到和处理政府信息公开申请情况
  std::string_view row;         ///< "results.not_disclosed.state_secret"
  std::string_view column;      ///< "total"
  std::size_t number;           ///< no other line of any form has it; from 0 on
};

/// Every figure of that form in order; of the form of 2021 if none is known, as reports are read.
const std::vector<FigureLine>& figure_lines(Template form);

/// The unit that the form names: 件, 万元; "" if it names none.
std::string_view unit_in_chinese(Unit unit) noexcept;

}  // namespace nianbao::output
