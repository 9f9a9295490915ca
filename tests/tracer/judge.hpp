// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "nianbao/parse.hpp"
#include "tracer/damage.hpp"

/// What a reading of a print got right.
namespace nianbao::tracer {

struct Verdict {
  std::vector<std::string> wrong;        ///< another number than is printed
  std::vector<std::string> invented;     ///< a number where none is printed
  std::vector<std::string> misstated;    ///< another reason for no number than the page shows
  std::vector<std::string> unexplained;  ///< no number, and no diagnostic says so
  std::vector<std::string> lost;         ///< a number is printed and was not read
};

Verdict judge(const Print& print, const ParseResult& result);

/// Whether a diagnostic of `path` speaks of the figure at `figure`: of itself, its row, column, table.
bool speaks_of(std::string_view path, std::string_view figure);

}  // namespace nianbao::tracer
