// SPDX-License-Identifier: Apache-2.0
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

struct CompareCommand {
  std::string older;
  std::string newer;
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

std::string rendered(const ComparedReports& reports, const CompareCommand& command) {
  const auto language = language_of(command.language);
  if (command.format == "html") return to_html(reports, language);
  JsonOptions json;
  json.passes = command.all;
  json.indent = command.compact ? 0 : 2;
  if (command.format == "json") return to_json(reports, json) + '\n';
  if (command.format == "sarif") return comparison_sarif(reports, language, json) + '\n';
  TextOptions options;
  options.language = language;
  options.all = command.all;
  options.color = is_standard(command.output) ? wants_color(command.color) : command.color == "always";
  return to_text(reports, options);
}

// Years the wrong way round are most likely a slip: what is meant is not guessed.
void say_order(const AnnualReport& older, const AnnualReport& newer) {
  if (older.year && newer.year && *older.year >= *newer.year)
    say("the older report is on " + std::to_string(*older.year) + ", the newer on " +
        std::to_string(*newer.year) + ": is OLD given before NEW?");
}

bool read_checked(const std::string& name, const CompareCommand& command, Reading& out) {
  auto input = single_input(name);
  if (!read_report(input, command.read, language_of(command.language), out)) return false;
  CheckOptions options;
  options.rules = settings_of(command.rules);
  out.checked = check(out.parsed.report, options);
  return true;
}

int run_compare(const CompareCommand& command) {
  Reading older;
  Reading newer;
  // Both are read, so that all that is wrong is said at once.
  const bool older_read = read_checked(command.older, command, older);
  if (!read_checked(command.newer, command, newer) || !older_read) return exit_input;
  say_order(older.parsed.report, newer.parsed.report);
  CompareOptions options;
  options.rules = settings_of(command.rules);
  const auto comparison = compare(older.parsed.report, newer.parsed.report, options);
  const ComparedReports reports{older.view(), newer.view(), &comparison};
  Output output(command.output);
  output << rendered(reports, command);
  bool written = output.finish();
  if (!command.html.empty()) {
    Output page(command.html);
    page << to_html(reports, language_of(command.language));
    written = page.finish() && written;
  }
  if (!written) return exit_input;
  return comparison.has_errors() ? exit_findings : exit_done;
}

}  // namespace

Command add_compare(CommandLine& line) {
  auto command = std::make_shared<CompareCommand>();
  auto options = line.add_command(
      "compare", "Compare the reports of one agency on two years; exit status 1 if a rule over both fails");
  options.add("old", command->older, "The report on the year before, or - for standard input").required();
  options.add("new", command->newer, "The report on this year").required();
  options.add("--format", command->format, "What is printed")
      .one_of({"text", "json", "sarif", "html"})
      .shows_default();
  add_rule_option(options, command->rules);
  options.add_flag("--all", command->all, "Print what did not change and what passed as well");
  options.add_flag("--compact", command->compact, "JSON and SARIF on one line");
  options.add("--output", command->output, "Write to this file, not to standard output");
  options.add("--html", command->html, "Write a page of HTML to this file as well");
  options.add("--color", command->color, "Colours: auto is on a terminal only")
      .one_of({"auto", "always", "never"});
  add_language(options, command->language, "Language of findings and messages");
  command->read.add_to(options, "--input-format");
  return {options, [command] { return run_compare(*command); }};
}

}  // namespace nianbao::cli
