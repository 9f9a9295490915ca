// SPDX-License-Identifier: Apache-2.0
#include "tracer/docx.hpp"

#include <algorithm>

#include "support/docx.hpp"
#include "support/encode.hpp"

namespace nianbao::tracer {

namespace {

using support::docx_paragraph;

std::string paragraphs(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    out += docx_paragraph(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

bool is_merged(const Row& row, std::size_t at, Covered how) {
  return at < row.cells.size() && row.cells[at].covered == how && row.cells[at].text.empty();
}

bool is_below(const Table& table, std::size_t row, std::size_t at) {
  return row > 0 && row < table.rows.size() && is_merged(table.rows[row], at, Covered::from_above);
}

// The cell at `at`, which moves behind what it covers.
std::string cell(const Table& table, std::size_t row, std::size_t& at) {
  const auto& cells = table.rows[row].cells;
  const auto first = at++;
  while (is_merged(table.rows[row], at, Covered::from_left)) ++at;
  std::string out = "<w:tc><w:tcPr><w:gridSpan w:val=\"" + std::to_string(at - first) + "\"/>";
  if (is_below(table, row, first))
    out += "<w:vMerge/>";
  else if (is_below(table, row + 1, first))
    out += "<w:vMerge w:val=\"restart\"/>";
  const auto text = support::replaced(docx_paragraph(cells[first].text), "\n", "</w:t><w:br/><w:t>");
  return out + "</w:tcPr>" + text + "</w:tc>";
}

std::string table(const Table& from) {
  std::string out = "<w:tbl>";
  for (std::size_t row = 0; row < from.rows.size(); ++row) {
    out += "<w:tr>";
    for (std::size_t at = 0; at < from.rows[row].cells.size();) out += cell(from, row, at);
    out += "</w:tr>";
  }
  return out + "</w:tbl>";
}

}  // namespace

std::string docx(const Page& page) {
  std::string body;
  for (const auto& block : page.blocks) {
    switch (block.is) {
      case Block::Is::table: body += table(block.table); break;
      case Block::Is::page_break: body += paragraphs(block.text); break;
      default: body += docx_paragraph(block.text);
    }
  }
  return support::docx_file(body);
}

}  // namespace nianbao::tracer
