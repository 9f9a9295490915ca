// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include "commands.hpp"
#include "names.hpp"
#include "output.hpp"
#include "reading.hpp"
#include "record_run.hpp"
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
  RecordOptions records;
};

// {"source":"…",} and the rest of the report's object.
std::string with_source(const std::string& name, const std::string& object) {
  return "{\"source\":" + quoted_name(name) + ',' + object.substr(1);
}

int run_parse(const ParseCommand& command) {
  InputWalk walk(command.inputs);
  const bool many = walk.many();
  const auto language = language_of(command.language);
  JsonOptions json;
  json.figures = command.figures;
  json.indent = many || command.compact ? 0 : 2;
  RecordRun run;
  run.signature = {"parse", command.figures ? "figures" : "", command.read.signature()};
  run.work = [&](const Input& input) {
    Done done;
    std::string bytes;
    if (!take_input(input, command.read.max_bytes, bytes, done.account)) return done;
    const auto result = parse_bytes(bytes, command.read);
    const auto object = to_json(result, json);
    done.text = (many ? with_source(input.name, object) : object) + '\n';
    tell_problems(input.name, result, language, done.account);
    return done;
  };
  return run_records(walk, command.inputs, command.records, run) ? exit_done : exit_input;
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

// The text that places refer to; nothing if there is none, and `account` says why.
bool read_text(const TextCommand& command, std::string& text, Account& account) {
  const auto input = single_input(command.input);
  if (!take_input(input, command.read.max_bytes, text, account)) return false;
  auto result = parse_bytes(text, command.read);
  if (!result.extracted_text.empty()) {
    text = std::move(result.extracted_text);
    return true;
  }
  if (!is_pdf(text) && holds_text(result)) return true;
  tell_problems(input.name, result, Language::english, account);
  return false;
}

int run_text(const TextCommand& command) {
  std::string text;
  Account account;
  if (!read_text(command, text, account)) {
    for (const auto& line : account.said) say(line);
    return exit_input;
  }
  Output output({});
  output << text;
  return output.finish() ? exit_done : exit_input;
}

}  // namespace

Command add_parse(CommandLine& line) {
  auto command = std::make_shared<ParseCommand>();
  auto options =
      line.add_command("parse", "Print reports as JSON: one object, or one a line for several inputs");
  add_inputs(options, command->inputs).required();
  options.add_flag("--figures", command->figures, "Add every cell with state, raw text and place");
  options.add_flag("--compact", command->compact, "One line even for a single input");
  command->records.add_to(options);
  add_language(options, command->language, "Language of messages on standard error");
  command->read.add_to(options, format_names);
  return {options, [command] { return run_parse(*command); }};
}

Command add_text(CommandLine& line) {
  auto command = std::make_shared<TextCommand>();
  auto options = line.add_command("text", "Print the text of a file that places in reports refer to");
  options.add("input", command->input, "A file, or - for standard input").required();
  command->read.add_format_to(options, format_names);
  return {options, [command] { return run_text(*command); }};
}

}  // namespace nianbao::cli
