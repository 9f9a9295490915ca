// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "nianbao/nianbao.hpp"
#include "pdf.hpp"

namespace fs = std::filesystem;

namespace {

constexpr int exit_ok = 0;
constexpr int exit_usage = 2;
constexpr int exit_input = 3;

struct ParseCommand {
  std::vector<std::string> inputs;
  nianbao::ParseOptions options;
  bool figures = false;
  bool compact = false;
  std::string language = "en";
  std::string format = "auto";
  std::string encoding = "auto";
  nianbao::cli::PdfLimits pdf;
};

const std::map<std::string, nianbao::Format> formats{
    {"auto", nianbao::Format::automatic},    {"plain", nianbao::Format::plain},
    {"markdown", nianbao::Format::markdown}, {"html", nianbao::Format::html},
    {"docx", nianbao::Format::docx},         {"layout", nianbao::Format::layout},
    {"words", nianbao::Format::words}};
const std::map<std::string, nianbao::Encoding> encodings{
    {"auto", nianbao::Encoding::automatic},   {"utf-8", nianbao::Encoding::utf8},
    {"utf-16le", nianbao::Encoding::utf16le}, {"utf-16be", nianbao::Encoding::utf16be},
    {"gb18030", nianbao::Encoding::gb18030},  {"big5", nianbao::Encoding::big5}};

// An input and the name it is reported by.
struct Input {
  fs::path path;
  std::string name;
  bool is_stdin = false;
  std::string problem;  // why it cannot be read, if known beforehand
};

bool is_report_file(const fs::path& path) {
  static const std::set<std::string> known{".txt", ".text",  ".md",   ".markdown", ".html",
                                           ".htm", ".shtml", ".docx", ".pdf"};
  auto extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::tolower(c)) : c; });
  return known.count(extension) > 0;
}

// The files below a folder that may be reports, in order of their names; what cannot be entered is an input
// with a problem. Returns how many other files there are.
std::size_t add_folder(const fs::path& folder, std::vector<Input>& out) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    entries.push_back(*at);
  if (error) {
    out.push_back({folder, folder.string(), false, error.message()});
    return 0;
  }
  std::size_t others = 0;
  std::sort(entries.begin(), entries.end());
  for (const auto& entry : entries) {
    if (entry.path().filename().string().front() == '.') continue;
    std::error_code ignored;
    if (entry.is_directory(ignored) && !entry.is_symlink(ignored))
      others += add_folder(entry.path(), out);
    else if (entry.is_regular_file(ignored) && is_report_file(entry.path()))
      out.push_back({entry.path(), entry.path().string(), false, {}});
    else
      ++others;
  }
  return others;
}

std::vector<Input> list_inputs(const std::vector<std::string>& names, bool& many) {
  std::vector<Input> out;
  many = names.size() > 1;
  for (const auto& name : names) {
    std::error_code error;
    if (name == "-") {
      out.push_back({{}, "-", true, {}});
    } else if (fs::is_directory(name, error)) {
      many = true;
      const auto before = out.size();
      const auto others = add_folder(name, out);
      if (others > 0)
        std::cerr << "nianbao: " << name << ": " << others
                  << " file(s) other than .txt, .text, .md, .markdown, .html, .htm, .shtml, .docx and .pdf "
                     "were not read\n";
      if (out.size() == before)
        out.push_back({name, name, false, "the folder holds no text, Markdown, HTML, DOCX or PDF file"});
    } else {
      out.push_back({name, name, false, {}});
    }
  }
  return out;
}

bool read_stream(std::istream& from, std::uint64_t limit, std::string& bytes) {
  std::vector<char> block(std::size_t{1} << 16);
  // One byte beyond the limit tells the library that there is more.
  while (from && bytes.size() <= limit) {
    from.read(block.data(), static_cast<std::streamsize>(block.size()));
    bytes.append(block.data(), static_cast<std::size_t>(from.gcount()));
  }
  return !from.bad();
}

bool read_input(Input& input, std::uint64_t limit, std::string& bytes) {
  if (!input.problem.empty()) return false;
  if (input.is_stdin) return read_stream(std::cin, limit, bytes);
  std::error_code error;
  if (!fs::exists(input.path, error)) {
    input.problem = error ? error.message() : "no such file";
    return false;
  }
  std::ifstream file(input.path, std::ios::binary);
  if (!file || !read_stream(file, limit, bytes)) {
    input.problem = "cannot be read: " + std::generic_category().message(errno);
    return false;
  }
  return true;
}

// {"source":"…",} and the rest of the report's object.
std::string with_source(const std::string& name, const std::string& object) {
  std::string quoted;
  for (const char c : name) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (static_cast<unsigned char>(c) < 0x20)
      quoted += '?';
    else
      quoted += c;
  }
  return "{\"source\":\"" + quoted + "\"," + object.substr(1);
}

// Whether `input` could be read; if not, its problem is told.
bool take_input(Input& input, std::uint64_t limit, std::string& bytes) {
  if (read_input(input, limit, bytes)) return true;
  std::cerr << "nianbao: " << input.name << ": " << input.problem << '\n';
  return false;
}

void print_problems(const std::string& name, const nianbao::ParseResult& result, nianbao::Language language) {
  for (const auto& d : result.diagnostics)
    if (!result.recognised && d.severity == nianbao::Severity::error)
      std::cerr << "nianbao: " << name << ": " << d.message(language) << '\n';
}

// A PDF is read by way of its words.
nianbao::ParseResult parse_pdf(const std::string& bytes, const ParseCommand& command) {
  auto options = command.options;
  if (bytes.size() > options.max_bytes)
    return nianbao::unreadable(nianbao::DiagnosticCode::input_too_large, {},
                               static_cast<std::int64_t>(bytes.size()), static_cast<std::int64_t>(0));
  auto limits = command.pdf;
  limits.max_output = options.max_bytes;
  const auto pdf = nianbao::cli::read_pdf(bytes, limits);
  if (pdf.failed) return nianbao::unreadable(pdf.why, pdf.text, pdf.n);
  options.format = nianbao::Format::words;
  options.encoding = nianbao::Encoding::utf8;
  return nianbao::parse(pdf.words, options);
}

nianbao::ParseResult parse_bytes(const std::string& bytes, const ParseCommand& command) {
  const bool is_pdf = command.options.format == nianbao::Format::automatic && nianbao::cli::is_pdf(bytes);
  return is_pdf ? parse_pdf(bytes, command) : nianbao::parse(bytes, command.options);
}

int run_parse(ParseCommand& command) {
  bool many = false;
  command.options.format = formats.at(command.format);
  command.options.encoding = encodings.at(command.encoding);
  auto inputs = list_inputs(command.inputs, many);
  const auto language = command.language == "zh" ? nianbao::Language::chinese : nianbao::Language::english;
  int status = exit_ok;
  for (auto& input : inputs) {
    std::string bytes;
    if (!take_input(input, command.options.max_bytes, bytes)) {
      status = exit_input;
      continue;
    }
    const auto result = parse_bytes(bytes, command);
    nianbao::JsonOptions json;
    json.figures = command.figures;
    json.indent = many || command.compact ? 0 : 2;
    const auto object = nianbao::to_json(result, json);
    std::cout << (many ? with_source(input.name, object) : object) << '\n';
    print_problems(input.name, result, language);
    if (!result.recognised) status = exit_input;
  }
  std::cout.flush();
  if (!std::cout) {
    std::cerr << "nianbao: the output cannot be written\n";
    return exit_input;
  }
  return status;
}

// What stands in the file is text, if nobody says that it is something else.
bool holds_text(const nianbao::ParseResult& result) {
  return std::none_of(result.diagnostics.begin(), result.diagnostics.end(), [](const auto& d) {
    return d.code == nianbao::DiagnosticCode::input_unsupported_format ||
           d.code == nianbao::DiagnosticCode::input_encrypted ||
           d.code == nianbao::DiagnosticCode::input_damaged ||
           d.code == nianbao::DiagnosticCode::input_has_dtd;
  });
}

// Prints the text that places refer to.
int run_text(ParseCommand& command) {
  command.options.format = formats.at(command.format);
  Input input{command.inputs.front(), command.inputs.front(), command.inputs.front() == "-", {}};
  std::string bytes;
  if (!take_input(input, command.options.max_bytes, bytes)) return exit_input;
  const auto result = parse_bytes(bytes, command);
  const bool extracted = !result.extracted_text.empty();
  if (!extracted && (nianbao::cli::is_pdf(bytes) || !holds_text(result))) {
    print_problems(input.name, result, nianbao::Language::english);
    return exit_input;
  }
  std::cout << (extracted ? result.extracted_text : bytes);
  std::cout.flush();
  return std::cout ? exit_ok : exit_input;
}

int run(int argc, char** argv) {
  CLI::App app("Reads 政府信息公开工作年度报告: annual reports on government information disclosure.",
               "nianbao");
  app.set_version_flag("--version", std::string("nianbao ") + nianbao::version());
  app.require_subcommand(1);

  ParseCommand command;
  auto* parse =
      app.add_subcommand("parse", "Print reports as JSON: one object, or one a line for several inputs");
  parse->add_option("inputs", command.inputs, "Files, folders, or - for standard input")->required();
  parse->add_flag("--figures", command.figures, "Add every cell with state, raw text and place");
  parse->add_flag("--compact", command.compact, "One line even for a single input");
  parse->add_option("--lang", command.language, "Language of messages on standard error")
      ->check(CLI::IsMember({"en", "zh"}));
  parse->add_option("--format", command.format, "How the text is laid out")
      ->check(CLI::IsMember({"auto", "plain", "markdown", "html", "docx", "layout", "words"}));
  parse->add_option("--encoding", command.encoding, "How the text is encoded")
      ->check(CLI::IsMember({"auto", "utf-8", "utf-16le", "utf-16be", "gb18030", "big5"}));
  parse->add_option("--max-bytes", command.options.max_bytes, "Read no more of an input than this");
  parse->add_option("--pdf-seconds", command.pdf.seconds, "Stop pdftotext after so many seconds")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();

  auto* text = app.add_subcommand("text", "Print the text of a file that places in reports refer to");
  text->add_option("input", command.inputs, "A file, or - for standard input")->required()->expected(1);
  text->add_option("--format", command.format, "How the text is laid out")
      ->check(CLI::IsMember({"auto", "plain", "markdown", "html", "docx", "layout", "words"}));

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? exit_ok : exit_usage;
  }
  return text->parsed() ? run_text(command) : run_parse(command);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "nianbao: %s\n", error.what());
  } catch (...) {
    std::fputs("nianbao: an unknown error\n", stderr);
  }
  return exit_input;
}
