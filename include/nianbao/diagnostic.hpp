// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/export.hpp"
#include "nianbao/span.hpp"

namespace nianbao {

/// `error`: something of the form is missing or could not be read. `warning`: what was read is
/// doubtful. `note`: worth knowing.
enum class Severity : std::uint8_t { error = 1, warning = 2, note = 3 };

enum class Language : std::uint8_t { english, chinese };

/// Every code, with its stable number; the table is `nianbao/diagnostics.def`.
enum class DiagnosticCode : std::uint16_t {
#define NIANBAO_DIAGNOSTIC(number, name, code, severity, english, chinese) name = number,
#include "nianbao/diagnostics.def"
#undef NIANBAO_DIAGNOSTIC
};

/// "error", "warning" or "note".
NIANBAO_EXPORT std::string_view to_string(Severity severity) noexcept;

/// The stable dotted word, e.g. "row.truncated".
NIANBAO_EXPORT std::string_view to_string(DiagnosticCode code) noexcept;

/// One doubt about a report, with its place.
///
///     for (const auto& d : result.diagnostics)
///       std::cerr << d.span.line << ": " << d.message(nianbao::Language::english) << '\n';
struct Diagnostic {
  DiagnosticCode code{};
  Severity severity = Severity::error;
  std::string path;                 ///< path of a section, row, column or figure; may be empty
  SourceSpan span;                  ///< may point nowhere: see SourceSpan::exists
  std::vector<SourceSpan> related;  ///< other places that matter, e.g. the first of two rows
  std::int64_t n = 0;               ///< {n} of the message
  std::int64_t m = 0;               ///< {m} of the message
  std::string text;                 ///< {text} of the message

  /// The message in full sentences.
  [[nodiscard]] NIANBAO_EXPORT std::string message(Language language) const;

  /// Set when the diagnostic was read back from JSON, which holds messages but not their parts.
  std::string given_english;
  std::string given_chinese;
};

/// One line of the table of diagnostics, for documentation and tools. Static storage.
struct DiagnosticInfo {
  DiagnosticCode code;
  Severity severity;
  const char* symbol;   ///< the name in C and C++, e.g. "row_truncated"
  const char* word;     ///< "row.truncated"
  const char* english;  ///< message with {n}, {m}, {text}
  const char* chinese;
};

/// All diagnostics in order of number. Static storage.
NIANBAO_EXPORT const std::vector<DiagnosticInfo>& diagnostic_catalogue();

}  // namespace nianbao
