// SPDX-License-Identifier: Apache-2.0
// For those who change nianbao: writes the checked-in files that say again what the tables of the
// form and of the diagnostics say.
//
//     nianbao_generate --write ROOT   bring the files below ROOT (the checkout) up to date
//     nianbao_generate --check ROOT   exit 1 and name the files that are stale
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <stdexcept>

#include "generate/outputs.hpp"

namespace fs = std::filesystem;
using namespace nianbao::generate;

namespace {

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The generated files by their place below the checkout. The header keeps its other lines.
std::map<std::string, std::string> generate(const fs::path& root) {
  const auto sections = figure_sections();
  const auto header = fs::path("include") / "nianbao" / "nianbao.h";
  const auto check_header = fs::path("include") / "nianbao" / "check.h";
  return {{header.generic_string(), header_with_codes(read_file(root / header))},
          {check_header.generic_string(), header_with_rules(read_file(root / check_header))},
          {"src/output/annual-report.schema.json", schema_text(sections)},
          {"src/output/check.schema.json", check_schema_text()},
          {"bindings/python/src/nianbao/_form.py", python_text(sections)},
          {"src/form/README.md", readme_text()}};
}

std::vector<std::string> stale_files(const fs::path& root, const std::map<std::string, std::string>& files) {
  std::vector<std::string> stale;
  for (const auto& [path, content] : files)
    if (read_file(root / path) != content) stale.push_back(path);
  return stale;
}

void write_file(const fs::path& path, const std::string& content) {
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << content;
  out.close();
  if (!out) throw std::runtime_error("cannot write " + path.string());
}

int check(const std::vector<std::string>& stale) {
  for (const auto& path : stale) std::cerr << "stale: " << path << '\n';
  if (!stale.empty()) std::cerr << "Run nianbao_generate --write.\n";
  return stale.empty() ? 0 : 1;
}

int run(const std::string& mode, const fs::path& root) {
  const auto files = generate(root);
  const auto stale = stale_files(root, files);
  if (mode == "--check") return check(stale);
  for (const auto& path : stale) {
    write_file(root / path, files.at(path));
    std::cout << "written: " << path << '\n';
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() != 2 || (arguments[0] != "--check" && arguments[0] != "--write")) {
    std::cerr << "usage: nianbao_generate --check|--write ROOT\n";
    return 2;
  }
  try {
    return run(arguments[0], arguments[1]);
  } catch (const std::exception& error) {
    std::cerr << "nianbao_generate: " << error.what() << '\n';
    return 2;
  }
}
