// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// The sample reports and the figures that are printed in them.
namespace nianbao::support {

/// All bytes of a file; throws std::runtime_error if it cannot be read.
std::string read_file(const std::string& path);

/// A report and the file that says what is printed in it.
struct Sample {
  std::string name;  ///< "clean.txt"
  std::string path;
  std::string expected_path;
};

/// The reports of examples/reports, in order of name.
std::vector<Sample> sample_reports();

/// The seeds of the corpus, in order of name; none if the corpus is not there.
std::vector<Sample> seed_reports();

/// The bytes of one report of examples/reports.
std::string sample_bytes(const std::string& name);

/// What a *.expected.json says. A figure without a value is printed nowhere, or not as a number.
struct Expected {
  std::optional<std::string> title;
  std::optional<std::string> agency;
  std::optional<std::string> form;
  std::optional<std::int64_t> year;
  std::map<std::string, std::optional<std::string>> figures;  ///< path to exact decimal text
};

Expected read_expected(const std::string& path);

}  // namespace nianbao::support
