// SPDX-License-Identifier: Apache-2.0
#include "options.hpp"

#include <CLI/CLI.hpp>
#include <utility>

namespace nianbao::cli {

Option& Option::required() {
  option_->required();
  return *this;
}

Option& Option::one_of(std::initializer_list<const char*> words) {
  option_->check(CLI::IsMember(std::vector<std::string>(words.begin(), words.end())));
  return *this;
}

Option& Option::between(int least, int most) {
  option_->check(CLI::Range(least, most));
  return *this;
}

Option& Option::between(unsigned least, unsigned most) {
  option_->check(CLI::Range(least, most));
  return *this;
}

Option& Option::checked_by(std::function<std::string(const std::string&)> check, const char* kind) {
  option_->check(CLI::Validator([check = std::move(check)](std::string& word) { return check(word); }, kind));
  return *this;
}

Option& Option::shows_default() {
  option_->capture_default_str();
  return *this;
}

Option& Option::one_value_each() {
  option_->allow_extra_args(false);
  return *this;
}

Option& Option::needs(const Option& other) {
  option_->needs(other.option_);
  return *this;
}

Option Options::add(const std::string& names, std::string& value, const char* help) {
  return Option(app_->add_option(names, value, help));
}

Option Options::add(const std::string& names, std::vector<std::string>& values, const char* help) {
  return Option(app_->add_option(names, values, help));
}

Option Options::add(const std::string& names, std::uint64_t& value, const char* help) {
  return Option(app_->add_option(names, value, help));
}

Option Options::add(const std::string& names, unsigned& value, const char* help) {
  return Option(app_->add_option(names, value, help));
}

Option Options::add(const std::string& names, int& value, const char* help) {
  return Option(app_->add_option(names, value, help));
}

Option Options::add_flag(const std::string& names, bool& value, const char* help) {
  return Option(app_->add_flag(names, value, help));
}

bool Options::was_named() const { return app_->parsed(); }

CommandLine::CommandLine(const char* name, const char* description, const std::string& version)
    : app_(std::make_unique<CLI::App>(description, name)) {
  app_->set_version_flag("--version", version);
  app_->require_subcommand(1);
}

CommandLine::~CommandLine() = default;

Options CommandLine::add_command(const char* name, const char* help) {
  return Options(app_->add_subcommand(name, help));
}

std::optional<bool> CommandLine::read(int argc, char** argv) {
  try {
    app_->parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app_->exit(error) == 0;
  }
  return std::nullopt;
}

}  // namespace nianbao::cli
