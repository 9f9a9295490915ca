// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "arrow/column.hpp"

namespace nianbao::arrow {

/// What a column of figures holds that every report has alike: its texts, made once for all tables.
struct LineColumn {
  std::shared_ptr<const Column> texts;
  std::vector<std::int32_t> numbers;  ///< of the text in each line of the form, by FigureLine::number
};

/// By columns of figures; empty where reports differ.
const std::vector<LineColumn>& line_columns();

}  // namespace nianbao::arrow
