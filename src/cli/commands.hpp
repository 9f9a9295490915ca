// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <stdexcept>

#include "options.hpp"

/// The program's commands, each in a source file of its own.
namespace nianbao::cli {

constexpr int exit_done = 0;
constexpr int exit_findings = 1;  ///< a rule of severity error failed
constexpr int exit_usage = 2;
constexpr int exit_input = 3;  ///< an input could not be read or holds no report

/// Wrong usage that shows only while a command runs.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Does what the options say, once they are read; the exit status.
using Run = std::function<int()>;

struct Command {
  Options options;
  Run run;
};

Command add_parse(CommandLine& line);
Command add_text(CommandLine& line);
Command add_check(CommandLine& line);
Command add_compare(CommandLine& line);
Command add_rules(CommandLine& line);
Command add_export(CommandLine& line);

}  // namespace nianbao::cli
