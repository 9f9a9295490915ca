// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "inputs.hpp"
#include "nianbao/nianbao.hpp"
#include "options.hpp"
#include "pdf.hpp"

/// From bytes to reports, as the options of a command say.
namespace nianbao::cli {

struct ReadOptions {
  std::string format = "auto";
  std::string encoding = "auto";
  std::uint64_t max_bytes = ParseOptions().max_bytes;
  PdfLimits pdf;
  bool infer = false;  ///< fill in what the form's equations prove

  /// `format_names` are the option's names, e.g. "--input-format".
  void add_to(Options& options, const std::string& format_names);
  void add_format_to(Options& options, const std::string& format_names);

  [[nodiscard]] ParseOptions parse_options() const;

  /// All of the options in one text: equal where they are.
  [[nodiscard]] std::string signature() const;
};

/// A PDF is read by way of its words.
ParseResult parse_bytes(const std::string& bytes, const ReadOptions& options);

/// Puts into `account` why `result` holds no report, if it holds none.
void tell_problems(const std::string& name, const ParseResult& result, Language language, Account& account);

/// A report that was read, with the text that its places refer to.
struct Reading {
  std::string name;
  ParseResult parsed;
  CheckResult checked;
  std::string text;  ///< of the input; where a text was extracted, that counts
  Encoding encoding = Encoding::utf8;
  bool is_json = false;  ///< it was read from JSON: there is no text

  [[nodiscard]] CheckedReport view() const;
};

/// Reads a report from a file of any format, or from the JSON that `nianbao parse` writes. `account` says why
/// if it is none. False if there is no result at all; one that is no report is not recognised.
bool read_result(const Input& input, const ReadOptions& options, Language language, Reading& out,
                 Account& account);

/// The same with the text that places refer to; false if it is no report.
bool read_report(const Input& input, const ReadOptions& options, Language language, Reading& out,
                 Account& account);

/// The same at once: what there is to say is said.
bool read_report(const Input& input, const ReadOptions& options, Language language, Reading& out);

inline Language language_of(const std::string& word) {
  return word == "zh" ? Language::chinese : Language::english;
}

/// The files, folders and patterns that a command reads.
Option add_inputs(Options& options, std::vector<std::string>& inputs);

void add_language(Options& options, std::string& language, const char* help);

}  // namespace nianbao::cli
