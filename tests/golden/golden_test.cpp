// SPDX-License-Identifier: Apache-2.0
// Whole results, held against files: a change of anything that the library says is seen here.
//
// NIANBAO_UPDATE_GOLDEN=1 writes the files anew. Figures are held against NAME.truth as well, which
// is written by hand: an updated file cannot hide a wrong one.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "nianbao/json.hpp"
#include "support/catch.hpp"
#include "support/golden.hpp"

namespace nianbao {

namespace {

namespace fs = std::filesystem;

const fs::path golden = fs::path(NIANBAO_SOURCE_DIR) / "tests" / "golden";
const fs::path samples = fs::path(NIANBAO_SOURCE_DIR) / "examples" / "reports";

using support::bytes_of;

// A build that leaves a format out has no cases of it.
bool is_read([[maybe_unused]] const fs::path& path) {
#ifndef NIANBAO_HTML
  if (path.extension() == ".html") return false;
#endif
  return NIANBAO_DOCX != 0 || path.extension() != ".docx";
}

std::vector<fs::path> inputs_in(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const auto& path = entry.path();
    const auto extension = path.extension();
    const bool is_input =
        (extension == ".txt" || extension == ".md" || extension == ".html" || extension == ".docx") &&
        is_read(path);
    if (is_input && path.filename() != "README.md") found.push_back(path);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<fs::path> all_inputs() {
  auto all = inputs_in(samples);
  const auto cases = inputs_in(golden / "cases");
  all.insert(all.end(), cases.begin(), cases.end());
  return all;
}

std::string json_of(const fs::path& input) {
  JsonOptions options;
  options.figures = true;
  options.indent = 2;
  return to_json(parse(bytes_of(input)), options) + '\n';
}

fs::path json_path(const fs::path& input) { return golden / "json" / (input.filename().string() + ".json"); }

using Truth = std::map<std::string, std::string>;

Truth truth_of(const fs::path& input) {
  Truth truth;
  std::ifstream file(golden / "cases" / (input.filename().string() + ".truth"));
  REQUIRE(file.good());
  for (std::string line; std::getline(file, line);) {
    const auto space = line.find(' ');
    REQUIRE(space != std::string::npos);
    const bool is_new = truth.emplace(line.substr(0, space), line.substr(space + 1)).second;
    INFO(line);
    CHECK(is_new);
  }
  return truth;
}

Truth figures_of(const fs::path& input) {
  Truth found;
  const auto result = parse(bytes_of(input));
  for (const auto& figure : figures(result.report))
    if (figure.cell->has_value()) found[std::string(figure.path)] = figure.cell->value.to_string();
  return found;
}

std::string listed(const Truth& wanted, const Truth& found) {
  std::string out;
  for (const auto& [path, value] : wanted) {
    const auto at = found.find(path);
    if (at == found.end())
      out += "not read: " + path + ' ' + value + '\n';
    else if (at->second != value)
      out += "wrong: " + path + " is " + value + ", not " + at->second + '\n';
  }
  for (const auto& [path, value] : found)
    if (wanted.count(path) == 0) out += "invented: " + path + ' ' + value + '\n';
  return out;
}

}  // namespace

TEST_CASE("Results are those of the golden files") {
  for (const auto& input : all_inputs()) support::check_golden(json_path(input), json_of(input));
}

TEST_CASE("Figures are those that the inputs print") {
  for (const auto& input : inputs_in(golden / "cases")) {
    INFO(input.filename().string());
    const auto wanted = truth_of(input);
    const auto found = figures_of(input);
    if (wanted != found) FAIL_CHECK(listed(wanted, found));
  }
}

TEST_CASE("Figures of a case are all different, so that no swap goes unseen") {
  for (const auto& input : inputs_in(golden / "cases")) {
    std::set<std::string> seen;
    for (const auto& [path, value] : truth_of(input)) {
      INFO(input.filename().string() << ": " << path << ' ' << value);
      CHECK(seen.insert(value).second);
    }
  }
}

TEST_CASE("Every golden file has its input") {
  std::set<std::string> names;
  for (const auto& input : all_inputs()) {
    INFO(input.filename().string());
    CHECK(names.insert(input.filename().string()).second);
  }
  for (const auto& entry : fs::directory_iterator(golden / "json")) {
    INFO(entry.path().filename().string());
    if (is_read(entry.path().stem())) CHECK(names.count(entry.path().stem().string()) == 1);
  }
  for (const auto& entry : fs::directory_iterator(golden / "cases")) {
    if (entry.path().extension() != ".truth") continue;
    INFO(entry.path().filename().string());
    if (is_read(entry.path().stem())) CHECK(names.count(entry.path().stem().string()) == 1);
  }
}

}  // namespace nianbao
