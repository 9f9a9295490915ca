// SPDX-License-Identifier: Apache-2.0
#include "property/faults.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "property/places.hpp"
#include "readers/document.hpp"
#include "text/fold.hpp"
#include "text/source.hpp"

namespace nianbao::property {

namespace {

struct NamedSpan {
  std::string name;
  SourceSpan span;
};

void add_prose(std::vector<NamedSpan>& spans, const std::string& name, const Prose& prose) {
  spans.push_back({"heading of " + name, prose.heading_span});
  spans.push_back({"text of " + name, prose.span});
}

void add_findings(std::vector<NamedSpan>& spans, const AnnualReport& report) {
  const auto checked = check(report);
  for (const auto& finding : checked.findings) {
    const auto name = std::string(to_string(finding.rule)) + " of " + std::string(finding.subject);
    spans.push_back({name, finding.span});
    for (const auto& operand : finding.operands) spans.push_back({"operand of " + name, operand.span});
  }
  for (const auto& statement : checked.statements) spans.push_back({statement.text, statement.span});
  for (const auto& repetition : compare(report, report).repetition)
    for (const auto& passage : repetition.passages)
      spans.push_back({"passage of " + std::string(repetition.path), passage.newer_span});
}

std::vector<NamedSpan> spans_of(const ParseResult& result) {
  const auto& report = result.report;
  std::vector<NamedSpan> spans{{"title", report.title_span}};
  add_prose(spans, "overview", report.overview.prose);
  for (const auto& part : report.overview.parts) add_prose(spans, part.key, part.prose);
  add_prose(spans, "disclosure", report.proactive_disclosure.prose);
  add_prose(spans, "applications", report.applications.prose);
  add_prose(spans, "review", report.review_and_litigation.prose);
  add_prose(spans, "problems", report.problems_and_improvements);
  add_prose(spans, "other matters", report.other_matters);
  for (const auto& figure : figures(report)) spans.push_back({std::string(figure.path), figure.cell->span});
  for (const auto& diagnostic : result.diagnostics) {
    spans.push_back({std::string(to_string(diagnostic.code)), diagnostic.span});
    for (const auto& related : diagnostic.related)
      spans.push_back({"beside " + std::string(to_string(diagnostic.code)), related});
  }
  add_findings(spans, report);
  return spans;
}

// Characters cannot be counted in bytes that are no text; there a span must only be inside.
bool is_countable(const text::Source& source) {
  return source.invalid() == 0 || source.encoding() == Encoding::utf8;
}

std::string fault_of_span(const SourceSpan& span, const Places& places, bool countable, std::size_t size) {
  if (countable) return places.fault(span);
  return span.start <= span.end && span.end <= size ? "" : "outside of the input";
}

std::string digits_in(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c >= '0' && c <= '9') digits += c;
  return digits;
}

std::string without_leading_zeros(const std::string& digits) {
  const auto first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

// Numbers in Chinese characters: every digit of the value is one of them (zeros may be unsaid).
bool is_spelled(std::string_view raw, const std::string& digits) {
  constexpr std::array<const char*, 10> names{"〇零", "一十百千万", "二两", "三", "四",
                                              "五",   "六",         "七",   "八", "九"};
  const auto says = [raw](std::string_view choice) {
    for (std::size_t at = 0; at < choice.size(); at += 3)
      if (raw.find(choice.substr(at, 3)) != std::string_view::npos) return true;
    return false;
  };
  return std::all_of(digits.begin(), digits.end(), [&](char digit) {
    return digits.size() > 1 && digit == '0' ? true : says(names[static_cast<std::size_t>(digit - '0')]);
  });
}

std::string fault_of_value(const Cell& cell, std::string_view folded) {
  const auto wanted = without_leading_zeros(digits_in(cell.value.to_string()));
  const auto printed = digits_in(folded);
  const bool found = printed.empty() ? is_spelled(folded, wanted) : printed.find(wanted) != std::string::npos;
  return found ? "" : "has the value " + cell.value.to_string();
}

// `text` with the characters that its character references stand for: &#50; &#x32;.
std::string without_references(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 2, "&#") != 0) {
      out += text[at];
      continue;
    }
    const bool hexadecimal = at + 2 < text.size() && (text[at + 2] == 'x' || text[at + 2] == 'X');
    char* end = nullptr;
    const auto code = std::strtol(text.c_str() + at + (hexadecimal ? 3 : 2), &end, hexadecimal ? 16 : 10);
    out += code > 0 && code < 0x80 ? static_cast<char>(code) : ' ';
    at = static_cast<std::size_t>(end - text.c_str()) - 1;
  }
  return out;
}

// Whether the characters of `part` stand in `whole` in this order, other ones between them.
bool stands_in(std::string_view part, std::string_view whole) {
  for (const char c : part) {
    const auto at = whole.find(c);
    if (at == std::string_view::npos) return false;
    whole.remove_prefix(at + 1);
  }
  return true;
}

// What a cell says of the tags and texts that are printed at its place: all its digits are of them.
std::string fault_of_extracted(const Cell& cell, const std::string& printed) {
  std::string buffer;
  const auto plain = without_references(printed);
  const auto folded = text::fold(plain, buffer);
  if (!stands_in(digits_in(cell.raw), digits_in(folded)))
    return "has the raw text “" + cell.raw + "” where “" + printed + "” is printed";
  return cell.has_value() ? fault_of_value(cell, cell.raw) : "";
}

std::string fault_of_cell(const Cell& cell, const Places& places, const readers::Document& document) {
  if (cell.state == CellState::absent)
    return cell.raw.empty() && !cell.span.exists() ? "" : "absent, yet printed";
  if (!cell.span.exists()) return "printed nowhere";
  const auto printed = places.printed(cell.span);
  if (!is_utf8(printed)) return "";  // read as U+FFFD
  if (document.extracted != nullptr) return fault_of_extracted(cell, printed);
  std::string buffer;
  const auto folded = document.has_markup ? text::fold_markup(printed, buffer) : text::fold(printed, buffer);
  if (cell.raw != folded) return "has the raw text “" + cell.raw + "” where “" + printed + "” is printed";
  return cell.has_value() ? fault_of_value(cell, folded) : "";
}

std::uint64_t order_of(const Diagnostic& diagnostic) {
  return diagnostic.span.exists() ? diagnostic.span.start + 1 : 0;
}

// That some were left out is said last.
std::string fault_of_order(const std::vector<Diagnostic>& diagnostics) {
  for (std::size_t i = 1; i < diagnostics.size(); ++i)
    if (diagnostics[i].code != DiagnosticCode::limit_diagnostics &&
        order_of(diagnostics[i]) < order_of(diagnostics[i - 1]))
      return "diagnostic " + std::to_string(i) + " stands before the one before it";
  return "";
}

void add_prose(std::vector<std::string>& content, const std::string& name, const Prose& prose) {
  content.push_back(name + " heading: " + prose.heading);
  content.push_back(name + " text: " + prose.text);
}

}  // namespace

std::string fault_of_places(std::string_view given, const ParseResult& result, const ParseOptions& chosen) {
  // Places are those of the input, or of the text that was taken from it.
  const bool extracted = !result.extracted_text.empty();
  const std::string_view input = extracted ? std::string_view(result.extracted_text) : given;
  auto options = chosen;
  if (extracted) {
    options.format = Format::plain;
    options.encoding = Encoding::utf8;
  }
  const text::Source source(input, options);
  const auto document = readers::read(source.text(), options);
  const bool countable = is_countable(source);
  const Places places(input, source.encoding());
  for (const auto& named : spans_of(result)) {
    const auto fault = fault_of_span(named.span, places, countable, input.size());
    if (!fault.empty()) return named.name + ": " + fault;
  }
  if (countable) {
    for (const auto& figure : figures(result.report)) {
      const auto fault = fault_of_cell(*figure.cell, places, document);
      if (!fault.empty()) return std::string(figure.path) + ": " + fault;
    }
  }
  return fault_of_order(result.diagnostics);
}

std::string fault_of_json(const ParseResult& result) {
  for (const bool with_figures : {false, true}) {
    for (const int indent : {0, 2}) {
      const JsonOptions options{with_figures, indent};
      const auto json = to_json(result, options);
      if (!nlohmann::json::accept(json)) return "no JSON: " + json.substr(0, 200);
      std::string error;
      const auto read = from_json(json, &error);
      if (!read) return "its own JSON cannot be read: " + error;
      if (to_json(*read, options) != json) return "other JSON after reading it";
    }
  }
  return "";
}

std::string fault_of_findings(const ParseResult& result) {
  const auto& report = result.report;
  CheckedReport checked_report;
  checked_report.parsed = &result;
  const auto checked = check(report);
  checked_report.checked = &checked;
  if (!nlohmann::json::accept(to_json(checked_report))) return "no JSON of a check";
  const CompareOptions options;
  const auto comparison = compare(report, report, options);
  for (const auto& change : comparison.changes)
    if (change.differs()) return std::string(change.path) + " differs from itself";
  for (const auto& r : comparison.repetition) {
    if (r.path.empty()) continue;
    const auto expected = r.length < options.shortest_passage ? 0 : r.length;
    if (r.repeated != expected || r.passages.size() > 1)
      return std::string(r.path) + " repeats " + std::to_string(r.repeated) + " of " +
             std::to_string(r.length) + " characters of itself";
  }
  return "";
}

std::string fault_of(std::string_view input) {
  const auto result = parse(input);
  if (auto fault = fault_of_findings(result); !fault.empty()) return fault;
  const JsonOptions options{true, 0};
  const auto json = to_json(result, options);
  if (to_json(parse(input), options) != json) return "another report the second time";
  if (!nlohmann::json::accept(json)) return "no JSON";
  return fault_of_places(input, result);
}

std::vector<std::string> content_of(const ParseResult& result) {
  const auto& report = result.report;
  std::vector<std::string> content{"title: " + report.title, "agency: " + report.agency,
                                   "year: " + std::to_string(report.year.value_or(0)),
                                   "template: " + std::string(to_string(report.form)),
                                   "preamble: " + report.preamble};
  add_prose(content, "overview", report.overview.prose);
  for (const auto& part : report.overview.parts) add_prose(content, part.key, part.prose);
  add_prose(content, "disclosure", report.proactive_disclosure.prose);
  add_prose(content, "applications", report.applications.prose);
  add_prose(content, "review", report.review_and_litigation.prose);
  add_prose(content, "problems", report.problems_and_improvements);
  add_prose(content, "other matters", report.other_matters);
  for (const auto& [path, cell] : figures(report))
    content.push_back(std::string(path) + ": " + std::string(to_string(cell->state)) + " " +
                      (cell->has_value() ? cell->value.to_string() : "") + " “" + cell->raw + "”");
  return content;
}

std::vector<std::string> doubts_of(const ParseResult& result) {
  std::vector<std::string> doubts;
  for (const auto& diagnostic : result.diagnostics)
    doubts.push_back(std::string(to_string(diagnostic.code)) + " " + diagnostic.path);
  return doubts;
}

std::string difference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const auto left = i < a.size() ? a[i] : "nothing";
    const auto right = i < b.size() ? b[i] : "nothing";
    if (left != right) return left + " / " + right;
  }
  return "";
}

}  // namespace nianbao::property
