// SPDX-License-Identifier: Apache-2.0
#include "safety/everything.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "nianbao/nianbao.hpp"

namespace nianbao::safety {

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

template <class Shown>
void add(std::string& out, const Shown& shown) {
  for (const auto language : {Language::english, Language::chinese}) {
    out += to_text(shown, {language, false, true});
    out += to_html(shown, language);
  }
  out += to_json(shown, {false, 2, true});
}

}  // namespace

std::vector<std::string> sample_files() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(NIANBAO_SOURCE_DIR "/examples/reports"))
    if (entry.path().extension() != ".json") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> files;
  files.reserve(paths.size());
  for (const auto& path : paths) files.push_back(bytes_of(path));
  return files;
}

std::string everything_of(const std::string& bytes, const std::string& older) {
  auto parsed = parse(bytes);
  const auto before = parse(older);
  const auto checked = check(parsed.report);
  const auto compared = compare(before.report, parsed.report);
  auto out = to_json(parsed, {true, 2, true});
  CheckedReport shown;
  const auto text = decoded_text(bytes, {}, &shown.encoding);
  shown.name = "a report.txt";
  shown.text = text;
  shown.parsed = &parsed;
  shown.checked = &checked;
  add(out, shown);
  out += to_sarif({shown}, Language::chinese);
  ComparedReports both;
  both.newer = shown;
  both.older.parsed = &before;
  both.comparison = &compared;
  add(out, both);
  infer(parsed);
  return out + to_json(parsed, {true, 0, true});
}

}  // namespace nianbao::safety
