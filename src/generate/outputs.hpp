// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "generate/parts.hpp"

/// One function a generated file, each in a source file of its own.
namespace nianbao::generate {

/// nianbao.h with the codes of diagnostics put between its marks; the rest is `header` as it is.
std::string header_with_codes(const std::string& header);

/// check.h with the numbers of rules put between its marks.
std::string header_with_rules(const std::string& header);

/// annual-report.schema.json
std::string schema_text(const std::vector<Part>& sections);

/// check.schema.json
std::string check_schema_text();

/// The typed classes of the Python package.
std::string python_text(const std::vector<Part>& sections);

/// The page of figures and diagnostics for people.
std::string readme_text();

}  // namespace nianbao::generate
