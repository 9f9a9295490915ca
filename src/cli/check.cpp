// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <deque>
#include <memory>

#include "commands.hpp"
#include "nianbao/render.hpp"
#include "output.hpp"
#include "pages.hpp"
#include "reading.hpp"
#include "rule_options.hpp"
#include "talk.hpp"

namespace nianbao::cli {

namespace {

struct CheckCommand {
  std::vector<std::string> inputs;
  ReadOptions read;
  std::vector<std::string> rules;
  std::string format = "text";
  std::string language = "en";
  std::string color = "auto";
  std::string output;
  std::string html;
  bool all = false;
  bool compact = false;
};

// Writes one report after the other; none is needed any more when it is written.
class CheckPrinter {
 public:
  CheckPrinter(const CheckCommand& command, Language language, bool many)
      : format_(command.format),
        output_(format_ == "html" ? "" : command.output),
        sarif_(language, json_options(command, false)) {
    text_.language = language;
    text_.all = command.all;
    text_.color = is_standard(command.output) ? wants_color(command.color) : command.color == "always";
    json_ = json_options(command, many);
    if (format_ == "sarif") output_ << sarif_.begin();
  }

  void add(const CheckedReport& report) {
    if (format_ == "text") output_ << (is_first_ ? "" : "\n") << to_text(report, text_);
    if (format_ == "json") output_ << to_json(report, json_) << "\n";
    if (format_ == "sarif") output_ << sarif_.add(report);
    is_first_ = false;
  }

  bool finish() {
    if (format_ == "sarif") output_ << sarif_.end();
    return output_.finish();
  }

 private:
  static JsonOptions json_options(const CheckCommand& command, bool many) {
    JsonOptions options;
    options.passes = command.all;
    options.indent = many || command.compact ? 0 : 2;
    return options;
  }

  std::string format_;
  Output output_;
  SarifLog sarif_;
  TextOptions text_;
  JsonOptions json_;
  bool is_first_ = true;
};

class CheckRun {
 public:
  explicit CheckRun(const CheckCommand& command)
      : command_(command),
        inputs_(list_inputs(command.inputs)),
        language_(language_of(command.language)),
        printer_(command, language_, inputs_.many) {
    options_.rules = settings_of(command.rules);
    if (command.format == "html") pages_.emplace_back(command.output, language_, inputs_.many);
    if (!command.html.empty()) pages_.emplace_back(command.html, language_, inputs_.many);
  }

  int run() {
    Progress progress(inputs_.list.size(), !is_standard(command_.output) || !is_terminal_output());
    for (auto& input : inputs_.list) {
      one(input);
      progress.step();
    }
    if (!readings_.empty())
      for (auto& pages : pages_) all_done_ = pages.finish(readings_) && all_done_;
    if (command_.format != "html") all_done_ = printer_.finish() && all_done_;
    if (!all_done_) return exit_input;
    return has_errors_ ? exit_findings : exit_done;
  }

 private:
  void one(Input& input) {
    Reading reading;
    if (!read_report(input, command_.read, language_, reading)) {
      all_done_ = false;
      return;
    }
    reading.checked = check(reading.parsed.report, options_);
    has_errors_ = has_errors_ || reading.checked.has_errors();
    printer_.add(reading.view());
    for (auto& pages : pages_) all_done_ = pages.add(reading) && all_done_;
    if (!pages_.empty()) keep(std::move(reading));
  }

  // A list shows no texts: of many reports they would fill the memory.
  void keep(Reading&& reading) {
    if (inputs_.many) {
      reading.text = {};
      reading.parsed.extracted_text = {};
    }
    readings_.push_back(std::move(reading));
  }

  const CheckCommand& command_;
  Inputs inputs_;
  Language language_;
  CheckOptions options_;
  CheckPrinter printer_;
  std::deque<Pages> pages_;
  std::deque<Reading> readings_;
  bool all_done_ = true;
  bool has_errors_ = false;
};

}  // namespace

Command add_check(CLI::App& app) {
  auto command = std::make_shared<CheckCommand>();
  auto* options = app.add_subcommand(
      "check", "Check sums, completeness and text of reports; exit status 1 if one has an error");
  options->add_option("inputs", command->inputs, "Files, folders, or - for standard input")->required();
  options->add_option("--format", command->format, "What is printed")
      ->check(CLI::IsMember({"text", "json", "sarif", "html"}))
      ->capture_default_str();
  add_rule_option(*options, command->rules);
  options->add_flag("--all", command->all, "Print what passed as well");
  options->add_flag("--compact", command->compact, "JSON on one line even for a single input");
  options->add_option("--output", command->output, "Write to this file, not to standard output");
  options->add_option(
      "--html", command->html,
      "Write a page of HTML to this file as well; for several inputs also each one's own, into a folder "
      "beside it");
  options->add_option("--color", command->color, "Colours: auto is on a terminal only")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  add_language(*options, command->language, "Language of findings and messages");
  command->read.add_to(*options, "--input-format");
  return {options, [command] { return CheckRun(*command).run(); }};
}

}  // namespace nianbao::cli
