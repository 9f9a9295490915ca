// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

/// What commands are told, in words of the program's own. CLI11 is nothing but templates: only options.cpp
/// includes it, so that they are compiled once and not in every command.
namespace nianbao::cli {

/// An option that was added, to say more of it.
class Option {
 public:
  explicit Option(CLI::Option* option) noexcept : option_(option) {}

  Option& required();
  /// Its value is one of these.
  Option& one_of(std::initializer_list<const char*> words);
  Option& between(int least, int most);
  Option& between(unsigned least, unsigned most);
  /// Each value is held against this, which says what is wrong with it; `kind` is what --help calls values.
  Option& checked_by(std::function<std::string(const std::string&)> check, const char* kind);
  Option& shows_default();
  /// Of the words that follow it only the next one is its own.
  Option& one_value_each();
  Option& needs(const Option& other);

 private:
  CLI::Option* option_;
};

/// The options of a command. Values must live until they are read.
class Options {
 public:
  explicit Options(CLI::App* app) noexcept : app_(app) {}

  Option add(const std::string& names, std::string& value, const char* help);
  Option add(const std::string& names, std::vector<std::string>& values, const char* help);
  Option add(const std::string& names, std::uint64_t& value, const char* help);
  Option add(const std::string& names, unsigned& value, const char* help);
  Option add(const std::string& names, int& value, const char* help);
  Option add_flag(const std::string& names, bool& value, const char* help);

  /// Once the command line was read: whether it names this command.
  [[nodiscard]] bool was_named() const;

 private:
  CLI::App* app_;
};

/// What the program is told: one of its commands.
class CommandLine {
 public:
  CommandLine(const char* name, const char* description, const std::string& version);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  Options add_command(const char* name, const char* help);

  /// Nothing if there is a command to run; else all is said, and this is whether it was asked for (--help).
  std::optional<bool> read(int argc, char** argv);

 private:
  std::unique_ptr<CLI::App> app_;
};

}  // namespace nianbao::cli
