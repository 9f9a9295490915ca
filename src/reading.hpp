// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory_resource>

#include "diagnostics/sink.hpp"
#include "grammar/report.hpp"
#include "readers/document.hpp"
#include "text/locator.hpp"

namespace nianbao {

/// A text that has been read by the grammars: what its tables and its prose are taken from.
struct Reading {
  const readers::Document& document;
  const grammar::Tokens& tokens;
  const grammar::ReportTree& tree;
  text::Locator& locator;
  diagnostics::Sink& sink;
  std::pmr::memory_resource* memory;  ///< for what nobody needs once the report is read
};

}  // namespace nianbao
