// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>
#include <exception>
#include <string>

#include "commands.hpp"
#include "nianbao/version.hpp"

namespace {

using namespace nianbao::cli;

int run(int argc, char** argv) {
  CommandLine line("nianbao",
                   "Reads 政府信息公开工作年度报告: annual reports on government information disclosure.",
                   std::string("nianbao ") + nianbao::version());
  const std::array<Command, 6> commands{add_parse(line),  add_check(line), add_compare(line),
                                        add_export(line), add_rules(line), add_text(line)};
  if (const auto was_asked_for = line.read(argc, argv)) return *was_asked_for ? exit_done : exit_usage;
  for (const auto& command : commands)
    if (command.options.was_named()) return command.run();
  return exit_usage;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const UsageError& error) {
    std::fprintf(stderr, "nianbao: %s\n", error.what());
    return exit_usage;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "nianbao: %s\n", error.what());
  } catch (...) {
    std::fputs("nianbao: an unknown error\n", stderr);
  }
  return nianbao::cli::exit_input;
}
