// SPDX-License-Identifier: Apache-2.0
#include "support/samples.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace nianbao::support {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const std::string source_dir = NIANBAO_SOURCE_DIR;
const std::string corpus_dir = NIANBAO_CORPUS;

bool is_read_by_this_build(const fs::path& path) {
#ifndef NIANBAO_HTML
  if (path.extension() == ".html") return false;
#endif
  return NIANBAO_DOCX != 0 || path.extension() != ".docx";
}

std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// Every leaf of a JSON object by its dotted path, numbers as they are written: a parsed double
/// would no longer tell 86.50 from 86.5.
class Leaves : public nlohmann::json_sax<Json> {
 public:
  using Value = std::optional<std::string>;
  std::map<std::string, Value> values;

  bool null() override { return leaf(std::nullopt); }
  bool boolean(bool) override { return false; }
  bool number_integer(number_integer_t value) override { return leaf(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return leaf(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& text) override { return leaf(text); }
  bool string(string_t& text) override { return leaf(text); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override {
    keys_.emplace_back();
    return true;
  }
  bool key(string_t& name) override {
    keys_.back() = name;
    return true;
  }
  bool end_object() override {
    keys_.pop_back();
    return true;
  }
  bool start_array(std::size_t) override { return false; }
  bool end_array() override { return false; }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return false;
  }

 private:
  bool leaf(Value value) {
    std::string path;
    for (const auto& key : keys_) path += (path.empty() ? "" : ".") + key;
    return values.emplace(path, std::move(value)).second;
  }

  std::vector<std::string> keys_;
};

std::optional<std::string> take(std::map<std::string, Leaves::Value>& values, const char* key) {
  const auto found = values.find(key);
  if (found == values.end()) throw std::runtime_error(std::string("no key ") + key);
  auto value = std::move(found->second);
  values.erase(found);
  return value;
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Sample> sample_reports() {
  std::vector<Sample> samples;
  for (const auto& path : files_of(fs::path(source_dir) / "examples/reports")) {
    const auto name = path.filename().string();
    if (name == "README.md" || !is_read_by_this_build(path)) continue;
    samples.push_back({name, path.string(), source_dir + "/tests/golden/reports/" + name + ".expected.json"});
  }
  return samples;
}

std::vector<Sample> seed_reports() {
  std::vector<Sample> seeds;
  for (const auto& path : files_of(fs::path(corpus_dir) / "seeds")) {
    if (path.extension() != ".txt") continue;
    auto expected = path;
    expected.replace_extension(".expected.json");
    seeds.push_back({path.filename().string(), path.string(), expected.string()});
  }
  return seeds;
}

std::string sample_bytes(const std::string& name) {
  return read_file(source_dir + "/examples/reports/" + name);
}

Expected read_expected(const std::string& path) {
  Leaves leaves;
  if (!Json::sax_parse(read_file(path), &leaves)) throw std::runtime_error("not as expected: " + path);
  Expected expected;
  expected.title = take(leaves.values, "title");
  expected.agency = take(leaves.values, "agency");
  expected.form = take(leaves.values, "template");
  if (const auto year = take(leaves.values, "year")) expected.year = std::stoll(*year);
  expected.figures = std::move(leaves.values);
  return expected;
}

}  // namespace nianbao::support
