// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "inputs.hpp"
#include "nianbao/nianbao.hpp"
#include "pdf.hpp"

namespace CLI {
class App;
}

/// From bytes to reports, as the options of a command say.
namespace nianbao::cli {

struct ReadOptions {
  std::string format = "auto";
  std::string encoding = "auto";
  std::uint64_t max_bytes = ParseOptions().max_bytes;
  PdfLimits pdf;
  bool infer = false;  ///< fill in what the form's equations prove

  /// `format_names` are the option's names, e.g. "--input-format".
  void add_to(CLI::App& command, const std::string& format_names);
  void add_format_to(CLI::App& command, const std::string& format_names);

  [[nodiscard]] ParseOptions parse_options() const;
};

/// A PDF is read by way of its words.
ParseResult parse_bytes(const std::string& bytes, const ReadOptions& options);

/// Says why `result` holds no report, if it holds none.
void say_problems(const std::string& name, const ParseResult& result, Language language);

/// A report that was read, with the text that its places refer to.
struct Reading {
  std::string name;
  ParseResult parsed;
  CheckResult checked;
  std::string text;  ///< of the input; where a text was extracted, that counts
  Encoding encoding = Encoding::utf8;

  [[nodiscard]] CheckedReport view() const;
};

/// Reads a report from a file of any format, or from the JSON that `nianbao parse` writes. Where it cannot be
/// read or is none, says so and returns false.
bool read_report(Input& input, const ReadOptions& options, Language language, Reading& out);

inline Language language_of(const std::string& word) {
  return word == "zh" ? Language::chinese : Language::english;
}

void add_language(CLI::App& command, std::string& language, const char* help);

}  // namespace nianbao::cli
