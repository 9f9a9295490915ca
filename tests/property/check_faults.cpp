// SPDX-License-Identifier: Apache-2.0
#include "property/check_faults.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "property/places.hpp"

namespace nianbao::property {

namespace {

// A file name as rude as one may be.
constexpr std::string_view file_name = "a b/<&\"'>\xE5\xB9\xB4\xFF.txt";

const Prose* prose_at(const AnnualReport& report, std::string_view path) {
  if (path == "overview") return &report.overview.prose;
  if (path == "problems_and_improvements") return &report.problems_and_improvements;
  if (path == "other_matters") return &report.other_matters;
  return nullptr;
}

std::string fault_of_statement(const Statement& statement, const AnnualReport& report) {
  const auto* prose = prose_at(report, statement.path);
  if (prose == nullptr) return "a statement of no text: " + std::string(statement.path);
  if (statement.start > statement.end || statement.end > prose->text.size())
    return "a statement outside of its text";
  if (prose->text.substr(statement.start, statement.end - statement.start) != statement.text)
    return "a statement that does not stand at its place: " + statement.text;
  if (!is_utf8(statement.text) && is_utf8(prose->text)) return "a statement that begins inside a character";
  return "";
}

std::string fault_of_finding(const Finding& finding) {
  for (const auto language : {Language::english, Language::chinese})
    if (finding.message(language).empty()) return "a finding without a message";
  const bool is_equation = finding.left && finding.right && finding.difference;
  if (is_equation && finding.status == RuleStatus::pass && finding.rule == RuleId::balance &&
      finding.difference->coefficient != 0)
    return "a balance that passes and differs";
  return "";
}

std::string fault_of_suspect(const Suspect& suspect, const CheckResult& checked) {
  if (suspect.cells.empty() || suspect.findings.empty()) return "a suspect of nothing";
  for (const auto index : suspect.findings)
    if (index >= checked.findings.size() || checked.findings[index].status != RuleStatus::fail)
      return "a suspect that mends what did not fail";
  for (const auto& cell : suspect.cells)
    if (cell.printed == cell.suggested) return "a suspect that changes nothing";
  return suspect.message(Language::english).empty() || suspect.message(Language::chinese).empty()
             ? "a suspect without a message"
             : "";
}

bool has_controls(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7F;
  });
}

std::size_t count_of(std::string_view text, std::string_view wanted) {
  std::size_t count = 0;
  for (auto at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) ++count;
  return count;
}

std::string fault_of_text(const std::string& text) {
  if (!is_utf8(text)) return "a text that is no UTF-8";
  return has_controls(text) ? "a text that would steer a terminal" : "";
}

std::string fault_of_json_text(const std::string& json) {
  return nlohmann::json::accept(json) ? "" : "no JSON: " + json.substr(0, 200);
}

// All that comes from a report is text there: no element of it, and no way out of the page's own.
std::string fault_of_page(const std::string& page) {
  if (!is_utf8(page)) return "a page that is no UTF-8";
  if (count_of(page, "<script") != 1 || count_of(page, "</script") != 1) return "a page with another script";
  if (count_of(page, "</html>") != 1 || count_of(page, "<body") != 1) return "a page in a page";
  for (const auto* element : {"<img", "<iframe", "<link", "<object", "<embed", "<base"})
    if (page.find(element) != std::string::npos) return std::string("a page with ") + element;
  return "";
}

template <class Shown>
std::string fault_of_texts(const Shown& shown, const Writings& writings) {
  std::string fault;
  for (const bool all : {false, true}) {
    if (writings.text && fault.empty())
      fault = fault_of_text(to_text(shown, {writings.language, false, all}));
    const JsonOptions options{false, all ? 2 : 0, all};
    if (writings.json && fault.empty()) fault = fault_of_json_text(to_json(shown, options));
  }
  if (writings.text && fault.empty() && !is_utf8(to_text(shown, {writings.language, true, false})))
    fault = "a coloured text that is no UTF-8";
  if (writings.page && fault.empty()) fault = fault_of_page(to_html(shown, writings.language));
  return fault;
}

std::string fault_of_writings(const CheckedReport& shown, const Writings& writings) {
  auto fault = fault_of_texts(shown, writings);
  const std::vector<CheckedReport> list{shown, shown};
  if (writings.json && fault.empty()) fault = fault_of_json_text(to_sarif(list, writings.language));
  if (writings.page && fault.empty()) fault = fault_of_page(to_html(list, writings.language));
  return fault;
}

bool is_boundary(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

bool is_passage(const std::string& text, std::size_t start, std::size_t end) {
  return start < end && end <= text.size() && is_boundary(text, start) && is_boundary(text, end);
}

std::string fault_of_passages(const Repetition& repetition, const AnnualReport& older,
                              const AnnualReport& newer) {
  if (repetition.passages.empty()) return "";
  const auto* older_text = prose_at(older, repetition.path);
  const auto* newer_text = prose_at(newer, repetition.path);
  if (older_text == nullptr || newer_text == nullptr) return "passages of no text";
  std::size_t end = 0;
  for (const auto& passage : repetition.passages) {
    if (passage.newer_start < end) return "passages that overlap";
    end = passage.newer_end;
    if (!is_passage(older_text->text, passage.older_start, passage.older_end) ||
        !is_passage(newer_text->text, passage.newer_start, passage.newer_end))
      return "a passage outside of its text";
  }
  return "";
}

std::string fault_of_repetition(const Repetition& repetition) {
  if (repetition.repeated > repetition.length) return "more repeated than there is";
  for (const auto rate : {repetition.rate, repetition.rate_without_figures})
    if (!(rate >= 0 && rate <= 1)) return "a rate that is none";
  return "";
}

}  // namespace

std::string fault_of_check(const ParseResult& result, std::string_view text, Encoding encoding,
                           const CheckOptions& options, const Writings& writings) {
  const auto checked = check(result.report, options);
  std::string fault;
  for (const auto& finding : checked.findings)
    if (fault.empty()) fault = fault_of_finding(finding);
  for (const auto& statement : checked.statements)
    if (fault.empty()) fault = fault_of_statement(statement, result.report);
  for (const auto& suspect : checked.suspects)
    if (fault.empty()) fault = fault_of_suspect(suspect, checked);
  if (!fault.empty()) return fault;
  CheckedReport shown;
  shown.name = file_name;
  shown.text = text;
  shown.parsed = &result;
  shown.checked = &checked;
  shown.encoding = encoding;
  return fault_of_writings(shown, writings);
}

std::string fault_of_inference(ParseResult result) {
  const auto before = result.report;
  const auto proof = infer(result);
  const auto olds = figures(before);
  const auto news = figures(result.report);
  if (olds.size() != news.size()) return "inference makes figures";
  std::size_t filled = 0;
  for (std::size_t i = 0; i < olds.size(); ++i) {
    if (*olds[i].cell == *news[i].cell) continue;
    const auto state = olds[i].cell->state;
    if (state != CellState::absent && state != CellState::blank)
      return "inference changes what is printed: " + std::string(olds[i].path);
    ++filled;
  }
  if (filled != proof.inferred.size()) return "inference fills in other cells than it says";
  for (const auto& cell : proof.bounded)
    if (cell.lower > cell.upper) return "bounds that cross";
  if (!infer(result.report).inferred.empty()) return "inference finds more the second time";
  return "";
}

std::string fault_of_comparison(const ParseResult& older, const ParseResult& newer, std::string_view text,
                                const CompareOptions& options, const Writings& writings) {
  const auto compared = compare(older.report, newer.report, options);
  std::string fault;
  for (const auto& repetition : compared.repetition) {
    if (fault.empty()) fault = fault_of_repetition(repetition);
    if (fault.empty()) fault = fault_of_passages(repetition, older.report, newer.report);
  }
  for (const auto& finding : compared.findings)
    if (fault.empty()) fault = fault_of_finding(finding);
  if (!fault.empty()) return fault;
  ComparedReports shown;
  shown.older.parsed = &older;
  shown.newer.parsed = &newer;
  shown.older.name = shown.newer.name = file_name;
  shown.older.text = shown.newer.text = text;
  shown.comparison = &compared;
  return fault_of_texts(shown, writings);
}

}  // namespace nianbao::property
