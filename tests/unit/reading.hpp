// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/report.hpp"
#include "readers/document.hpp"

/// A short text through the first stages of the library, and what came of it in words.
namespace nianbao::unit {

inline std::string cut(const readers::Document& document, text::Range range) {
  return std::string(document.text.substr(range.begin, range.size()));
}

/// Lines as "column=text … /width", rows with "row " in front, headings with their marks.
inline std::vector<std::string> shown(const readers::Document& document) {
  std::vector<std::string> out;
  for (const auto& line : document.lines) {
    std::string text(line.heading, '#');
    if (line.is_row) text += "row ";
    for (std::uint32_t i = 0; i < line.cell_count; ++i) {
      const auto& cell = document.cells[line.first_cell + i];
      text += std::to_string(cell.column) + '=' + cut(document, cell.range) + ' ';
    }
    out.push_back(text + '/' + std::to_string(line.width));
  }
  return out;
}

/// A text read up to its tree. The text lives in here, for everything else borrows from it.
struct Reading {
  explicit Reading(std::string given, const ParseOptions& options = {})
      : text(std::move(given)),
        document(readers::read(text, options)),
        tokens(grammar::tokenize(document)),
        tree(grammar::parse_report(tokens)) {}

  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  [[nodiscard]] std::string of(const grammar::Token& token) const { return cut(document, token.range); }

  std::string text;
  readers::Document document;
  grammar::Tokens tokens;
  grammar::ReportTree tree;
};

}  // namespace nianbao::unit
