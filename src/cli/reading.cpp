// SPDX-License-Identifier: Apache-2.0
#include "reading.hpp"

#include <CLI/CLI.hpp>
#include <map>

#include "talk.hpp"

namespace nianbao::cli {

namespace {

const std::map<std::string, Format> formats{{"auto", Format::automatic},    {"plain", Format::plain},
                                            {"markdown", Format::markdown}, {"html", Format::html},
                                            {"docx", Format::docx},         {"layout", Format::layout},
                                            {"words", Format::words}};
const std::map<std::string, Encoding> encodings{
    {"auto", Encoding::automatic},   {"utf-8", Encoding::utf8},      {"utf-16le", Encoding::utf16le},
    {"utf-16be", Encoding::utf16be}, {"gb18030", Encoding::gb18030}, {"big5", Encoding::big5}};

ParseResult parse_pdf(const std::string& bytes, const ReadOptions& read_options) {
  auto options = read_options.parse_options();
  if (bytes.size() > options.max_bytes)
    return unreadable(DiagnosticCode::input_too_large, {}, static_cast<std::int64_t>(bytes.size()),
                      static_cast<std::int64_t>(0));
  auto limits = read_options.pdf;
  limits.max_output = options.max_bytes;
  const auto pdf = read_pdf(bytes, limits);
  if (pdf.failed) return unreadable(pdf.why, pdf.text, pdf.n);
  options.format = Format::words;
  options.encoding = Encoding::utf8;
  return parse(pdf.words, options);
}

// What is JSON is not read as text: then it would be no report.
bool is_json(std::string_view bytes) {
  const auto first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{' && bytes.substr(first, 6) != "{\\rtf1";
}

}  // namespace

void ReadOptions::add_format_to(CLI::App& command, const std::string& format_names) {
  command.add_option(format_names, format, "How the text of the input is laid out")
      ->check(CLI::IsMember({"auto", "plain", "markdown", "html", "docx", "layout", "words"}));
}

void ReadOptions::add_to(CLI::App& command, const std::string& format_names) {
  add_format_to(command, format_names);
  command.add_option("--encoding", encoding, "How the text of the input is encoded")
      ->check(CLI::IsMember({"auto", "utf-8", "utf-16le", "utf-16be", "gb18030", "big5"}));
  command.add_option("--max-bytes", max_bytes, "Read no more of an input than this");
  command.add_option("--pdf-seconds", pdf.seconds, "Stop pdftotext after so many seconds")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();
  command.add_flag("--infer", infer,
                   "Fill in cells that are not printed where the sums of the form prove them");
}

ParseOptions ReadOptions::parse_options() const {
  ParseOptions options;
  options.format = formats.at(format);
  options.encoding = encodings.at(encoding);
  options.max_bytes = max_bytes;
  return options;
}

ParseResult parse_bytes(const std::string& bytes, const ReadOptions& options) {
  const bool pdf = options.format == "auto" && is_pdf(bytes);
  auto result = pdf ? parse_pdf(bytes, options) : parse(bytes, options.parse_options());
  if (options.infer) nianbao::infer(result);
  return result;
}

void say_problems(const std::string& name, const ParseResult& result, Language language) {
  for (const auto& d : result.diagnostics)
    if (!result.recognised && d.severity == Severity::error) say(name + ": " + d.message(language));
}

CheckedReport Reading::view() const {
  CheckedReport report;
  report.name = name;
  report.text = parsed.extracted_text.empty() ? text : parsed.extracted_text;
  report.parsed = &parsed;
  report.checked = &checked;
  report.encoding = encoding;
  return report;
}

bool read_report(Input& input, const ReadOptions& options, Language language, Reading& out) {
  std::string bytes;
  if (!take_input(input, options.max_bytes, bytes)) return false;
  out.name = input.name;
  if (options.format == "auto" && is_json(bytes)) {
    std::string error;
    if (auto result = from_json(bytes, &error)) out.parsed = std::move(*result);
    if (options.infer) nianbao::infer(out.parsed);
    if (out.parsed.recognised) return true;
    say(input.name + ": not the JSON of a report" + (error.empty() ? "" : ": " + error));
    return false;
  }
  out.parsed = parse_bytes(bytes, options);
  say_problems(input.name, out.parsed, language);
  if (!out.parsed.recognised) return false;
  if (out.parsed.extracted_text.empty())
    out.text = decoded_text(bytes, options.parse_options(), &out.encoding);
  return true;
}

void add_language(CLI::App& command, std::string& language, const char* help) {
  command.add_option("--lang", language, help)->check(CLI::IsMember({"en", "zh"}));
}

}  // namespace nianbao::cli
