// SPDX-License-Identifier: Apache-2.0
#include "reading.hpp"

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

void ReadOptions::add_format_to(Options& options, const std::string& format_names) {
  options.add(format_names, format, "How the text of the input is laid out")
      .one_of({"auto", "plain", "markdown", "html", "docx", "layout", "words"});
}

void ReadOptions::add_to(Options& options, const std::string& format_names) {
  add_format_to(options, format_names);
  options.add("--encoding", encoding, "How the text of the input is encoded")
      .one_of({"auto", "utf-8", "utf-16le", "utf-16be", "gb18030", "big5"});
  options.add("--max-bytes", max_bytes, "Read no more of an input than this");
  options.add("--pdf-seconds", pdf.seconds, "Stop pdftotext after so many seconds")
      .between(1, 3600)
      .shows_default();
  options.add_flag("--infer", infer,
                   "Fill in cells that are not printed where the sums of the form prove them");
}

ParseOptions ReadOptions::parse_options() const {
  ParseOptions options;
  options.format = formats.at(format);
  options.encoding = encodings.at(encoding);
  options.max_bytes = max_bytes;
  return options;
}

std::string ReadOptions::signature() const {
  return format + ' ' + encoding + ' ' + std::to_string(max_bytes) + ' ' + std::to_string(pdf.seconds) +
         (infer ? " infer" : "");
}

ParseResult parse_bytes(const std::string& bytes, const ReadOptions& options) {
  const bool pdf = options.format == "auto" && is_pdf(bytes);
  auto result = pdf ? parse_pdf(bytes, options) : parse(bytes, options.parse_options());
  if (options.infer) nianbao::infer(result);
  return result;
}

void tell_problems(const std::string& name, const ParseResult& result, Language language, Account& account) {
  if (result.recognised) return;
  for (const auto& d : result.diagnostics) {
    if (d.severity != Severity::error) continue;
    account.said.push_back(name + ": " + d.message(language));
    account.fail(std::string(to_string(d.code)));
  }
  account.fail(std::string(to_string(DiagnosticCode::report_not_recognised)));
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

namespace {

bool read_bytes(const std::string& bytes, const std::string& name, const ReadOptions& options,
                Language language, Reading& out, Account& account) {
  out.name = name;
  if (options.format != "auto" || !is_json(bytes)) {
    out.parsed = parse_bytes(bytes, options);
    tell_problems(name, out.parsed, language, account);
    return true;
  }
  std::string error;
  auto result = from_json(bytes, &error);
  if (result && options.infer) nianbao::infer(*result);
  if (result && result->recognised) {
    out.parsed = std::move(*result);
    out.is_json = true;
    return true;
  }
  account.said.push_back(name + ": not the JSON of a report" + (error.empty() ? "" : ": " + error));
  account.fail("not the JSON of a report");
  return false;
}

}  // namespace

bool read_result(const Input& input, const ReadOptions& options, Language language, Reading& out,
                 Account& account) {
  std::string bytes;
  return take_input(input, options.max_bytes, bytes, account) &&
         read_bytes(bytes, input.name, options, language, out, account);
}

bool read_report(const Input& input, const ReadOptions& options, Language language, Reading& out,
                 Account& account) {
  std::string bytes;
  if (!take_input(input, options.max_bytes, bytes, account) ||
      !read_bytes(bytes, input.name, options, language, out, account) || !out.parsed.recognised)
    return false;
  if (!out.is_json && out.parsed.extracted_text.empty())
    out.text = decoded_text(bytes, options.parse_options(), &out.encoding);
  return true;
}

bool read_report(const Input& input, const ReadOptions& options, Language language, Reading& out) {
  Account account;
  const bool is_report = read_report(input, options, language, out, account);
  for (const auto& line : account.said) say(line);
  return is_report;
}

Option add_inputs(Options& options, std::vector<std::string>& inputs) {
  return options.add("inputs", inputs,
                     "Files, folders, patterns such as \"data/**/*.txt\", or - for standard input");
}

void add_language(Options& options, std::string& language, const char* help) {
  options.add("--lang", language, help).one_of({"en", "zh"});
}

}  // namespace nianbao::cli
