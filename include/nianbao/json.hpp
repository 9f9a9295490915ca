// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "nianbao/export.hpp"
#include "nianbao/parse.hpp"

namespace nianbao {

/// The version of the JSON layout, the first key of every object: raised when a key changes its
/// meaning or goes away.
inline constexpr int json_schema_version = 1;

struct JsonOptions {
  bool figures = false;  ///< add `figures`: every cell with path, state, value, raw text and span
  int indent = 0;        ///< spaces a level; 0 is one line
  bool passes = true;    ///< of checks: what passed or was not assessable as well
};

/// The report and its diagnostics as one JSON object (no newline at the end), as described by
/// annual-report.schema.json. Always valid UTF-8. Throws nothing but std::bad_alloc.
NIANBAO_EXPORT std::string to_json(const ParseResult& result, const JsonOptions& options = {});

/// Reads what to_json wrote. Cells without `figures` have no raw text and no span. Returns nothing
/// if `json` is no such object; `error`, if given, then says why in English.
NIANBAO_EXPORT std::optional<ParseResult> from_json(std::string_view json, std::string* error = nullptr);

}  // namespace nianbao
