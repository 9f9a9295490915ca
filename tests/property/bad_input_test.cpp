// SPDX-License-Identifier: Apache-2.0
// Inputs that are no report, or more than was asked for: a clear word, and what could be read.
#include <algorithm>
#include <string>
#include <vector>

#include "nianbao/nianbao.hpp"
#include "property/faults.hpp"
#include "support/catch.hpp"
#include "support/docx.hpp"
#include "support/encode.hpp"
#include "support/samples.hpp"

namespace nianbao::property {

namespace {

const Diagnostic* find(const ParseResult& result, DiagnosticCode code) {
  const auto found = std::find_if(result.diagnostics.begin(), result.diagnostics.end(),
                                  [code](const Diagnostic& diagnostic) { return diagnostic.code == code; });
  return found == result.diagnostics.end() ? nullptr : &*found;
}

bool has(const ParseResult& result, DiagnosticCode code) { return find(result, code) != nullptr; }

std::size_t values_in(const AnnualReport& report) {
  const auto all = figures(report);
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [](const Figure& figure) { return figure.cell->has_value(); }));
}

void check_not_recognised(const ParseResult& result) {
  CHECK_FALSE(result.recognised);
  CHECK(values_in(result.report) == 0);
  CHECK(std::any_of(result.diagnostics.begin(), result.diagnostics.end(),
                    [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; }));
}

// The first figure that a part of a report gives otherwise than the whole, or "".
std::string figure_not_in(const AnnualReport& whole, const AnnualReport& part) {
  for (const auto& figure : figures(part)) {
    if (!figure.cell->has_value()) continue;
    const auto* cell = find_figure(whole, figure.path);
    if (cell == nullptr || !cell->has_value() || cell->value != figure.cell->value)
      return std::string(figure.path);
  }
  return "";
}

const std::string& report_text() {
  static const auto text = support::sample_bytes("clean.txt");
  return text;
}

std::uint64_t filled_lines(std::string_view text) {
  std::uint64_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] != '\n' && (at == 0 || text[at - 1] == '\n')) ++count;
  return count;
}

// The report up to 三: its title, 一 and the figures of 二.
std::string_view up_to_applications() {
  const std::string_view text = report_text();
  return text.substr(0, text.find("三、收到"));
}

void check_read_up_to_applications(const ParseResult& result) {
  const auto whole = parse(report_text());
  CHECK(result.recognised);
  CHECK(result.report.title == whole.report.title);
  CHECK(result.report.overview.prose.text == whole.report.overview.prose.text);
  CHECK(values_in(result.report) == 10);
  CHECK(figure_not_in(whole.report, result.report) == "");
}

}  // namespace

TEST_CASE("empty input") {
  const auto result = parse("");
  check_not_recognised(result);
  CHECK(has(result, DiagnosticCode::input_empty));
  CHECK(result.diagnostics.size() == 1);
}

TEST_CASE("a text that is no such report") {
  const auto result = parse("Dear reader,\n\nthe weather was fine on 12 of 30 days.\n1\t2\t3\n");
  check_not_recognised(result);
  CHECK(has(result, DiagnosticCode::report_not_recognised));
}

TEST_CASE("nothing but white space or a byte order mark is no report") {
  for (const auto* text : {" ", "\n\n\n", "\t\t\t", "\xEF\xBB\xBF", "\xFF\xFE", "\xE3\x80\x80\n"})
    check_not_recognised(parse(text));
}

TEST_CASE("invalid UTF-8 is said and the rest is read") {
  auto text = report_text();
  const auto at = text.find("县教育局以家长");
  REQUIRE(at != std::string::npos);
  text.insert(at, "\xC3\x28\xFF");
  const auto result = parse(text);
  const auto* invalid = find(result, DiagnosticCode::encoding_invalid);
  REQUIRE(invalid != nullptr);
  CHECK(invalid->n == 2);
  CHECK(invalid->span.start == at);
  CHECK(invalid->text == "UTF-8");
  CHECK(result.report.overview.prose.text.find("\uFFFD(\uFFFD") != std::string::npos);
  const auto whole = parse(report_text());
  CHECK(values_in(result.report) == values_in(whole.report));
  CHECK(figure_not_in(whole.report, result.report) == "");
  CHECK(fault_of(text) == "");
}

TEST_CASE("NUL characters are said and read as spaces") {
  auto text = report_text();
  const auto at = text.find("\n规章\t") + 1;
  text.insert(at + 3, std::string(1, '\0'));
  text.insert(text.find("七所"), std::string(1, '\0'));
  const auto result = parse(text);
  const auto* nul = find(result, DiagnosticCode::input_nul_bytes);
  REQUIRE(nul != nullptr);
  CHECK(nul->n == 2);
  CHECK(text[nul->span.start] == '\0');
  CHECK(values_in(result.report) == 200);
  CHECK(figure_not_in(parse(report_text()).report, result.report) == "");
  CHECK(fault_of(text) == "");
}

TEST_CASE("64 MiB of tabs end soon and are no report") {
  const auto result = parse(std::string(std::size_t{64} << 20, '\t'));
  check_not_recognised(result);
  CHECK(has(result, DiagnosticCode::report_not_recognised));
}

TEST_CASE("one line of 10 MB") {
  std::string line;
  while (line.size() < 10'000'000) line += "政府信息公开工作报告，";
  check_not_recognised(parse(line));

  const auto heading = std::string("\n一、总体情况\n");
  const auto result = parse(report_text().substr(0, report_text().find(heading) + heading.size()) + line +
                            "\n" + report_text().substr(report_text().find("二、主动")));
  CHECK(values_in(result.report) == 200);
  CHECK(result.report.overview.prose.text == line);
}

TEST_CASE("files of other formats are named") {
  const auto named = [](const std::string& bytes) {
    const auto result = parse(bytes);
    check_not_recognised(result);
    const auto* format = find(result, DiagnosticCode::input_unsupported_format);
    return format == nullptr ? std::string() : format->message(Language::english);
  };
  CHECK(named("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n").find("PDF") != std::string::npos);
  CHECK(named("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").find("DOC") != std::string::npos);
}

TEST_CASE("a ZIP file that breaks off is refused") {
  const auto result = parse(std::string("PK\x03\x04\x14\x00\x06\x00", 8));
  check_not_recognised(result);
  CHECK(has(result,
            NIANBAO_DOCX != 0 ? DiagnosticCode::input_damaged : DiagnosticCode::input_unsupported_format));
}

#if NIANBAO_DOCX
TEST_CASE("a document of a million cells is read up to where no more may be read") {
  std::string rows;
  for (int i = 0; i < 100'000; ++i) {
    rows += "<w:tr>";
    for (int c = 0; c < 10; ++c)
      rows += "<w:tc>" + support::docx_paragraph(std::to_string(i * 7 + c)) + "</w:tc>";
    rows += "</w:tr>";
  }
  const auto result = parse(support::docx_file("<w:tbl>" + rows + "</w:tbl>"));
  check_not_recognised(result);
  CHECK(has(result, DiagnosticCode::limit_cells));
}
#endif

TEST_CASE("max_bytes is said, and what stands before it is read") {
  ParseOptions options;
  options.max_bytes = up_to_applications().size();
  const auto result = parse(report_text(), options);
  const auto* limit = find(result, DiagnosticCode::input_too_large);
  REQUIRE(limit != nullptr);
  CHECK(limit->n == static_cast<std::int64_t>(report_text().size()));
  CHECK(limit->m == static_cast<std::int64_t>(options.max_bytes));
  check_read_up_to_applications(result);
  options.max_bytes = report_text().size();
  CHECK_FALSE(has(parse(report_text(), options), DiagnosticCode::input_too_large));
}

TEST_CASE("max_bytes inside a number does not make another number of it") {
  const auto whole = parse(report_text());
  const auto row = report_text().find("行政许可\t124");
  ParseOptions options;
  for (options.max_bytes = row; options.max_bytes < row + 20; ++options.max_bytes) {
    INFO("limit " << options.max_bytes - row << " bytes into the row");
    CHECK(figure_not_in(whole.report, parse(report_text(), options).report) == "");
  }
}

TEST_CASE("max_lines is said, and what stands before it is read") {
  ParseOptions options;
  options.max_lines = filled_lines(up_to_applications());
  const auto result = parse(report_text(), options);
  const auto* limit = find(result, DiagnosticCode::limit_lines);
  REQUIRE(limit != nullptr);
  CHECK(limit->n == static_cast<std::int64_t>(options.max_lines));
  check_read_up_to_applications(result);
  options.max_lines = filled_lines(report_text());
  CHECK_FALSE(has(parse(report_text(), options), DiagnosticCode::limit_lines));
}

TEST_CASE("whatever the limit of lines, no figure is another") {
  const auto whole = parse(report_text());
  ParseOptions options;
  for (options.max_lines = 0; options.max_lines < filled_lines(report_text()); ++options.max_lines) {
    INFO("limit " << options.max_lines);
    const auto result = parse(report_text(), options);
    CHECK(has(result, DiagnosticCode::limit_lines));
    CHECK(figure_not_in(whole.report, result.report) == "");
  }
}

TEST_CASE("whatever the limit of cells, it is said and no figure is another") {
  const auto whole = parse(report_text());
  ParseOptions options;
  std::size_t most = 0;
  for (options.max_cells = 0; options.max_cells < 260; options.max_cells += 3) {
    INFO("limit " << options.max_cells);
    const auto result = parse(report_text(), options);
    const auto* limit = find(result, DiagnosticCode::limit_cells);
    CHECK((limit != nullptr && limit->n == static_cast<std::int64_t>(options.max_cells)));
    CHECK(figure_not_in(whole.report, result.report) == "");
    CHECK(values_in(result.report) >= most);
    most = std::max(most, values_in(result.report));
  }
  CHECK(most > 100);
}

TEST_CASE("max_diagnostics says how many were left out and changes no figure") {
  const auto text = support::sample_bytes("truncated-columns.txt");
  const auto whole = parse(text);
  REQUIRE(whole.diagnostics.size() > 3);
  for (const std::uint64_t most : {0U, 1U, 3U}) {
    INFO("limit " << most);
    ParseOptions options;
    options.max_diagnostics = most;
    const auto result = parse(text, options);
    REQUIRE(result.diagnostics.size() == most + 1);
    const auto& limit = result.diagnostics.back();
    CHECK(limit.code == DiagnosticCode::limit_diagnostics);
    CHECK(limit.n == static_cast<std::int64_t>(most));
    CHECK(limit.m == static_cast<std::int64_t>(whole.diagnostics.size() - most));
    CHECK(difference(content_of(whole), content_of(result)) == "");
  }
}

}  // namespace nianbao::property
