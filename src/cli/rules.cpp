// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include "commands.hpp"
#include "nianbao/render.hpp"
#include "output.hpp"
#include "reading.hpp"
#include "rule_options.hpp"

namespace nianbao::cli {

namespace {

struct RulesCommand {
  std::string format = "table";
  std::string language = "en";
};

std::string padded(std::string_view text, std::size_t columns) {
  std::string out(text);
  out.append(columns - std::min(columns, text.size()), ' ');
  return out;
}

// One rule: what settings call it, what its failure counts as, on which form, and in two lines what it says.
std::string table(Language language) {
  const bool is_english = language == Language::english;
  std::size_t widest = 0;
  for (const auto& rule : rule_catalogue()) widest = std::max(widest, std::string_view(rule.word).size());
  std::string out;
  for (const auto& rule : rule_catalogue()) {
    const auto indent = std::string(widest + 2, ' ');
    out += padded(rule.word, widest + 2) + padded(to_string(rule.severity), 9) +
           padded(to_string(rule.forms), 6) + (is_english ? rule.formula : rule.formula_zh) + '\n';
    out += indent + (is_english ? rule.english : rule.chinese) + '\n';
  }
  return out;
}

int run_rules(const RulesCommand& command) {
  JsonOptions json;
  json.indent = 2;
  Output output({});
  if (command.format == "json")
    output << rules_json(json) << "\n";
  else
    output << table(language_of(command.language));
  return output.finish() ? exit_done : exit_input;
}

}  // namespace

void add_rule_option(Options& options, std::vector<std::string>& words) {
  options
      .add("--rule", words,
           "RULE=off, or what its failure counts as: error, warning or note; RULE may be *")
      .one_value_each()  // what follows is an input
      .checked_by(
          [](const std::string& word) {
            std::string problem;
            return parse_rule_settings(word, &problem)
                       ? std::string()
                       : "no such setting: " + problem + " (see “nianbao rules”)";
          },
          "RULE=SEVERITY");
}

std::vector<RuleSetting> settings_of(const std::vector<std::string>& words) {
  std::vector<RuleSetting> out;
  for (const auto& word : words)
    if (auto settings = parse_rule_settings(word)) out.insert(out.end(), settings->begin(), settings->end());
  return out;
}

Command add_rules(CommandLine& line) {
  auto command = std::make_shared<RulesCommand>();
  auto options = line.add_command("rules", "Print the rules that check and compare ask");
  options.add("--format", command->format, "How they are printed").one_of({"table", "json"});
  add_language(options, command->language, "Language of the table");
  return {options, [command] { return run_rules(*command); }};
}

}  // namespace nianbao::cli
