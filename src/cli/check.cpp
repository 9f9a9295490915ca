// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <memory>

#include "batch.hpp"
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
  BatchOptions batch;
};

// Writes one report after the other; none is needed any more when it is written. Texts and JSON are made by
// the threads that check, the rest as reports come.
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

  /// Any thread may ask.
  [[nodiscard]] std::string text_of(const CheckedReport& report) const {
    if (format_ == "text") return to_text(report, text_);
    if (format_ == "json") return to_json(report, json_) + '\n';
    return {};
  }

  [[nodiscard]] bool needs_reports() const noexcept { return format_ == "sarif"; }

  void add(const Done& done) {
    if (format_ == "text" && !is_first_) output_ << "\n";
    output_ << (format_ == "sarif" ? sarif_.add(done.reading->view()) : done.text);
    is_first_ = false;
  }

  bool finish() {
    if (format_ == "sarif") output_ << sarif_.end();
    return output_.finish();
  }

  void discard() { output_.discard(); }

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
        walk_(command.inputs),
        language_(language_of(command.language)),
        printer_(command, language_, walk_.many()) {
    options_.rules = settings_of(command.rules);
    if (command.format == "html") pages_.emplace_back(command.output, language_, walk_.many());
    if (!command.html.empty()) pages_.emplace_back(command.html, language_, walk_.many());
  }

  int run() {
    auto batch = command_.batch;
    batch.show_bar = !is_standard(command_.output) || !is_terminal_output();
    BatchSteps steps;
    steps.work = [this](const Input& input) { return checked(input); };
    steps.take = [this](const Input&, Done&& done) { take(std::move(done)); };
    steps.interrupted = [this] { discard(); };
    bool all_done = !run_batch(walk_, batch, steps).any() && pages_done_;
    if (!readings_.empty())
      for (auto& pages : pages_) all_done = pages.finish(readings_) && all_done;
    if (command_.format != "html") all_done = printer_.finish() && all_done;
    if (!all_done) return exit_input;
    return has_errors_ ? exit_findings : exit_done;
  }

 private:
  Done checked(const Input& input) const {
    Done done;
    auto reading = std::make_unique<Reading>();
    if (!read_report(input, command_.read, language_, *reading, done.account)) return done;
    reading->checked = check(reading->parsed.report, options_);
    done.is_report = true;
    done.has_errors = reading->checked.has_errors();
    done.text = printer_.text_of(reading->view());
    if (printer_.needs_reports() || !pages_.empty()) done.reading = std::move(reading);
    return done;
  }

  void take(Done&& done) {
    if (!done.is_report) return;
    has_errors_ = has_errors_ || done.has_errors;
    printer_.add(done);
    for (auto& pages : pages_) pages_done_ = pages.add(*done.reading) && pages_done_;
    if (!pages_.empty()) keep(std::move(*done.reading));
  }

  // A list shows no texts: of many reports they would fill the memory.
  void keep(Reading&& reading) {
    if (walk_.many()) {
      reading.text = {};
      reading.parsed.extracted_text = {};
    }
    readings_.push_back(std::move(reading));
  }

  void discard() {
    printer_.discard();
    for (auto& pages : pages_) pages.discard();
  }

  const CheckCommand& command_;
  InputWalk walk_;
  Language language_;
  CheckOptions options_;
  CheckPrinter printer_;
  std::deque<Pages> pages_;
  std::deque<Reading> readings_;
  bool pages_done_ = true;
  bool has_errors_ = false;
};

}  // namespace

Command add_check(CommandLine& line) {
  auto command = std::make_shared<CheckCommand>();
  auto options = line.add_command(
      "check", "Check sums, completeness and text of reports; exit status 1 if one has an error");
  add_inputs(options, command->inputs).required();
  options.add("--format", command->format, "What is printed")
      .one_of({"text", "json", "sarif", "html"})
      .shows_default();
  add_rule_option(options, command->rules);
  options.add_flag("--all", command->all, "Print what passed as well, and all that is uncertain");
  options.add_flag("--compact", command->compact, "JSON on one line even for a single input");
  options.add("--output", command->output, "Write to this file, not to standard output");
  options.add(
      "--html", command->html,
      "Write a page of HTML to this file as well; for several inputs also each one's own, into a folder "
      "beside it");
  options.add("--color", command->color, "Colours: auto is on a terminal only")
      .one_of({"auto", "always", "never"});
  command->batch.add_to(options);
  add_language(options, command->language, "Language of findings and messages");
  command->read.add_to(options, "--input-format");
  return {options, [command] { return CheckRun(*command).run(); }};
}

}  // namespace nianbao::cli
