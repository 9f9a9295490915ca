// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <exception>
#include <string>

#include "commands.hpp"
#include "nianbao/version.hpp"

namespace {

using namespace nianbao::cli;

int run(int argc, char** argv) {
  CLI::App app("Reads 政府信息公开工作年度报告: annual reports on government information disclosure.",
               "nianbao");
  app.set_version_flag("--version", std::string("nianbao ") + nianbao::version());
  app.require_subcommand(1);
  const std::array<Command, 6> commands{add_parse(app),  add_check(app), add_compare(app),
                                        add_export(app), add_rules(app), add_text(app)};
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? exit_done : exit_usage;
  }
  for (const auto& command : commands)
    if (command.options->parsed()) return command.run();
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
