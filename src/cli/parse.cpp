// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "commands.hpp"
#include "output.hpp"
#include "reading.hpp"
#include "talk.hpp"

namespace nianbao::cli {

namespace {

// The option was `--format` before there was another format to choose.
constexpr const char* format_names = "--format,--input-format";

struct ParseCommand {
  std::vector<std::string> inputs;
  ReadOptions read;
  bool figures = false;
  bool compact = false;
  std::string language = "en";
  std::string output;
};

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

int run_parse(const ParseCommand& command) {
  auto inputs = list_inputs(command.inputs);
  const auto language = language_of(command.language);
  JsonOptions json;
  json.figures = command.figures;
  json.indent = inputs.many || command.compact ? 0 : 2;
  Output output(command.output);
  int status = exit_done;
  for (auto& input : inputs.list) {
    std::string bytes;
    if (!take_input(input, command.read.max_bytes, bytes)) {
      status = exit_input;
      continue;
    }
    const auto result = parse_bytes(bytes, command.read);
    const auto object = to_json(result, json);
    output << (inputs.many ? with_source(input.name, object) : object) << "\n";
    say_problems(input.name, result, language);
    if (!result.recognised) status = exit_input;
  }
  return output.finish() ? status : exit_input;
}

// What stands in the file is text, if nobody says that it is something else.
bool holds_text(const ParseResult& result) {
  return std::none_of(result.diagnostics.begin(), result.diagnostics.end(), [](const auto& d) {
    return d.code == DiagnosticCode::input_unsupported_format || d.code == DiagnosticCode::input_encrypted ||
           d.code == DiagnosticCode::input_damaged || d.code == DiagnosticCode::input_has_dtd;
  });
}

struct TextCommand {
  std::string input;
  ReadOptions read;
};

// Prints the text that places refer to.
int run_text(const TextCommand& command) {
  auto input = single_input(command.input);
  std::string bytes;
  if (!take_input(input, command.read.max_bytes, bytes)) return exit_input;
  const auto result = parse_bytes(bytes, command.read);
  const bool extracted = !result.extracted_text.empty();
  if (!extracted && (is_pdf(bytes) || !holds_text(result))) {
    say_problems(input.name, result, Language::english);
    return exit_input;
  }
  Output output({});
  output << (extracted ? result.extracted_text : bytes);
  return output.finish() ? exit_done : exit_input;
}

}  // namespace

Command add_parse(CLI::App& app) {
  auto command = std::make_shared<ParseCommand>();
  auto* options =
      app.add_subcommand("parse", "Print reports as JSON: one object, or one a line for several inputs");
  options->add_option("inputs", command->inputs, "Files, folders, or - for standard input")->required();
  options->add_flag("--figures", command->figures, "Add every cell with state, raw text and place");
  options->add_flag("--compact", command->compact, "One line even for a single input");
  options->add_option("--output", command->output, "Write to this file");
  add_language(*options, command->language, "Language of messages on standard error");
  command->read.add_to(*options, format_names);
  return {options, [command] { return run_parse(*command); }};
}

Command add_text(CLI::App& app) {
  auto command = std::make_shared<TextCommand>();
  auto* options = app.add_subcommand("text", "Print the text of a file that places in reports refer to");
  options->add_option("input", command->input, "A file, or - for standard input")->required();
  command->read.add_format_to(*options, format_names);
  return {options, [command] { return run_text(*command); }};
}

}  // namespace nianbao::cli
