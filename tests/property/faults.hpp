// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nianbao/nianbao.hpp"

/// What must hold for the report of any input. Each function gives the first fault, or "".
namespace nianbao::property {

/// Spans, raw texts, values and the order of diagnostics against the input, which was read with `options`.
std::string fault_of_places(std::string_view input, const ParseResult& result,
                            const ParseOptions& options = {});

/// JSON → report → JSON in every way of writing it.
std::string fault_of_json(const ParseResult& result);

/// What is found in a report, and that it is all its own when compared with itself.
std::string fault_of_findings(const ParseResult& result);

/// All of it, and a second parse gives the same.
std::string fault_of(std::string_view input);

/// All that a report says, without the places: one line for each thing.
std::vector<std::string> content_of(const ParseResult& result);

/// The codes and paths of the diagnostics.
std::vector<std::string> doubts_of(const ParseResult& result);

/// The first line in which two lists differ.
std::string difference(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace nianbao::property
