// SPDX-License-Identifier: Apache-2.0
#include "tracer/judge.hpp"

#include <algorithm>

namespace nianbao::tracer {

namespace {

bool says_why_there_is_no_figure(const Diagnostic& diagnostic) {
  switch (diagnostic.code) {
    case DiagnosticCode::section_missing:
    case DiagnosticCode::table_missing:
    case DiagnosticCode::table_blank:
    case DiagnosticCode::row_missing:
    case DiagnosticCode::row_truncated:
    case DiagnosticCode::row_ambiguous:
    case DiagnosticCode::row_conflict:
    case DiagnosticCode::column_missing:
    case DiagnosticCode::cell_blank:
    case DiagnosticCode::cell_unreadable:
    case DiagnosticCode::template_unsupported: return true;
    default: return false;
  }
}

bool is_explained(std::string_view path, const nianbao::Cell& cell, const ParseResult& result) {
  if (cell.state == CellState::not_applicable) return true;  // the mark itself says why
  return std::any_of(result.diagnostics.begin(), result.diagnostics.end(), [&](const Diagnostic& d) {
    if (d.code == DiagnosticCode::report_not_recognised) return true;  // nothing was read at all
    return says_why_there_is_no_figure(d) && speaks_of(d.path, path);
  });
}

std::string describe(std::string_view path, const nianbao::Cell& cell) {
  return std::string(path) + ": " + std::string(to_string(cell.state)) + ' ' +
         (cell.has_value() ? cell.value.to_string() : cell.raw);
}

}  // namespace

bool speaks_of(std::string_view path, std::string_view figure) {
  if (path.empty()) return false;
  const auto star = path.find(".*.");
  if (star != std::string_view::npos) {
    const auto head = path.substr(0, star + 1);
    const auto tail = path.substr(star + 2);
    return figure.size() > head.size() + tail.size() && figure.substr(0, head.size()) == head &&
           figure.substr(figure.size() - tail.size()) == tail;
  }
  return figure == path ||
         (figure.size() > path.size() && figure.substr(0, path.size()) == path && figure[path.size()] == '.');
}

Verdict judge(const Print& print, const ParseResult& result) {
  Verdict verdict;
  for (const auto& figure : figures(result.report)) {
    const auto found = print.expected.find(figure.path);
    const Expected expected = found == print.expected.end() ? Expected{} : found->second;
    const auto& cell = *figure.cell;
    const auto note = [&](std::vector<std::string>& list) { list.push_back(describe(figure.path, cell)); };
    const bool printed = expected.state == CellState::number;
    if (cell.has_value()) {
      if (!printed)
        note(verdict.invented);
      else if (cell.value != expected.value)
        note(verdict.wrong);
      continue;
    }
    if (printed) note(verdict.lost);
    // A cell that could not be placed is absent; any other state must be the printed one.
    if (!printed && cell.state != CellState::absent && cell.state != expected.state) note(verdict.misstated);
    if (printed && (cell.state == CellState::blank || cell.state == CellState::not_applicable))
      note(verdict.misstated);
    if (!is_explained(figure.path, cell, result)) note(verdict.unexplained);
  }
  for (const auto& [path, expected] : print.expected)
    if (expected.state == CellState::number && find_figure(result.report, path) == nullptr)
      verdict.lost.push_back(path + ": not in the report");
  return verdict;
}

}  // namespace nianbao::tracer
