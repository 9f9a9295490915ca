// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "nianbao/nianbao.hpp"

/// What must hold of checks, proofs and comparisons of any reports, however wrong their places and figures
/// are. Each function gives the first fault, or "".
namespace nianbao::property {

/// What is written of results: every way takes time.
struct Writings {
  Language language = Language::chinese;
  bool text = true;
  bool json = true;
  bool page = true;
};

/// Findings, statements and suspects of `result`, and what is written of them. `text` is what places are
/// shown in, which need not be what the report was read from.
std::string fault_of_check(const ParseResult& result, std::string_view text, Encoding encoding,
                           const CheckOptions& options = {}, const Writings& writings = {});

/// Only cells that were absent or blank are filled in, and a second time finds nothing more.
std::string fault_of_inference(ParseResult result);

/// Rates, passages and changes of two reports, and what is written of them.
std::string fault_of_comparison(const ParseResult& older, const ParseResult& newer, std::string_view text,
                                const CompareOptions& options = {}, const Writings& writings = {});

}  // namespace nianbao::property
