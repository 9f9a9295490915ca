// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <deque>
#include <memory>
#include <optional>

#include "commands.hpp"
#include "nianbao/render.hpp"
#include "output.hpp"
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
      : format_(command.format), output_(command.output), sarif_(language, json_options(command, false)) {
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

  void page(const std::string& html) {
    if (format_ == "html") output_ << html;
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

// A page that lists reports needs all of them at once.
class Page {
 public:
  Page(const CheckCommand& command, Language language)
      : language_(language), is_wanted_(command.format == "html" || !command.html.empty()) {
    if (!command.html.empty()) file_.emplace(command.html);
  }

  [[nodiscard]] bool is_wanted() const noexcept { return is_wanted_; }
  [[nodiscard]] bool is_empty() const noexcept { return readings_.empty(); }

  void add(Reading&& reading) { readings_.push_back(std::move(reading)); }

  [[nodiscard]] std::string html(bool many) const {
    if (!many && readings_.size() == 1) return to_html(readings_.front().view(), language_);
    std::vector<CheckedReport> reports;
    reports.reserve(readings_.size());
    for (const auto& reading : readings_) reports.push_back(reading.view());
    return to_html(reports, language_);
  }

  bool write(const std::string& html) {
    if (!file_) return true;
    *file_ << html;
    return file_->finish();
  }

 private:
  Language language_;
  bool is_wanted_;
  std::optional<Output> file_;
  std::deque<Reading> readings_;
};

int run_check(const CheckCommand& command) {
  auto inputs = list_inputs(command.inputs);
  const auto language = language_of(command.language);
  CheckOptions check_options;
  check_options.rules = settings_of(command.rules);
  Page page(command, language);
  CheckPrinter printer(command, language, inputs.many);
  Progress progress(inputs.list.size(), !is_standard(command.output) || !is_terminal_output());
  bool all_read = true;
  bool has_errors = false;
  for (auto& input : inputs.list) {
    Reading reading;
    const bool is_read = read_report(input, command.read, language, reading);
    progress.step();
    all_read = all_read && is_read;
    if (!is_read) continue;
    reading.checked = check(reading.parsed.report, check_options);
    has_errors = has_errors || reading.checked.has_errors();
    printer.add(reading.view());
    if (page.is_wanted()) page.add(std::move(reading));
  }
  bool written = true;
  if (!page.is_empty()) {
    const auto html = page.html(inputs.many);
    printer.page(html);
    written = page.write(html);
  }
  written = printer.finish() && written;
  if (!all_read || !written) return exit_input;
  return has_errors ? exit_findings : exit_done;
}

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
  options->add_option("--html", command->html, "Write a page of HTML to this file as well");
  options->add_option("--color", command->color, "Colours: auto is on a terminal only")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  add_language(*options, command->language, "Language of findings and messages");
  command->read.add_to(*options, "--input-format");
  return {options, [command] { return run_check(*command); }};
}

}  // namespace nianbao::cli
