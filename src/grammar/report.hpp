// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "grammar/token.hpp"
#include "nianbao/diagnostic.hpp"

/// The upper grammar: tokens to the template, as far as it is printed. Which value belongs to which
/// column is not decided here.
namespace nianbao::grammar {

inline constexpr std::uint32_t no_token = 0xFFFFFFFF;

/// Half-open range of token indices.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  [[nodiscard]] bool empty() const noexcept { return first == last; }
};

/// A line of a table as printed: its label and what follows up to the next label.
struct PrintedRow {
  form::Label label;
  std::uint32_t label_token = no_token;
  TokenRange values;
  std::uint32_t header = 0;  ///< how many runs of header labels stand before it
};

/// A table as printed.
struct PrintedTable {
  std::vector<TokenRange> headers;  ///< runs of header labels, other text between them
  std::vector<PrintedRow> rows;
};

struct SectionNode {
  std::uint32_t heading = no_token;
  std::vector<std::uint32_t> prose;  ///< tokens of its text, headings of parts among them
  bool found = false;
};

/// Something about the order of the report that deserves a diagnostic.
struct Event {
  DiagnosticCode code;
  std::uint32_t token;
  std::uint8_t section;
};

struct ReportTree {
  std::vector<std::uint32_t> preamble;
  std::array<SectionNode, form::section_count> sections;
  PrintedTable facts;
  PrintedTable matrix;
  PrintedTable review;                      ///< rows without labels
  std::vector<PrintedRow> other_results;    ///< where （六）其他处理 is printed, its values left out
  std::vector<std::uint32_t> strays;        ///< values in a table that belong to no row
  std::vector<std::uint32_t> unknown_rows;  ///< labels that are not on the form
  std::uint32_t foreign = no_token;         ///< the first label of a form that is not read
  std::vector<Event> events;
};

/// Reads any tokens; what does not fit the template is left out or noted.
ReportTree parse_report(const Tokens& tokens);

}  // namespace nianbao::grammar
