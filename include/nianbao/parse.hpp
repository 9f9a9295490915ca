// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/diagnostic.hpp"
#include "nianbao/export.hpp"
#include "nianbao/report.hpp"

namespace nianbao {

/// How the input is laid out. `automatic` tells DOCX by its content, HTML by its first tag, and texts from
/// each other by their marks.
enum class Format : std::uint8_t {
  automatic = 0,
  plain = 1,
  markdown = 2,
  html = 3,
  docx = 4,
  layout = 5,  ///< text whose columns are parted by spaces, as `pdftotext -layout` prints it
  words = 6,   ///< words with their boxes, as `pdftotext -bbox-layout` prints them
};

/// How the input is encoded. `automatic` looks at byte order marks, then at which encoding fits, and
/// last at what a page of HTML says of itself.
enum class Encoding : std::uint8_t { automatic, utf8, utf16le, utf16be, gb18030, big5 };

/// What the parser may use. Passing a limit is a diagnostic, never a failure: what was read up to
/// there is returned.
struct ParseOptions {
  Format format = Format::automatic;
  Encoding encoding = Encoding::automatic;
  std::uint64_t max_bytes = std::uint64_t{64} << 20;  ///< at most 1 GiB is ever read
  std::uint64_t max_lines = 100'000;                  ///< lines that are not empty
  std::uint64_t max_cells = 200'000;                  ///< cells that are not blank
  std::uint64_t max_diagnostics = 1'000;

  /// Packed formats (DOCX) are refused if what is read of them has more bytes unpacked, or if a part
  /// of more than 1 MiB is so many times as large as packed.
  std::uint64_t max_unpacked_bytes = std::uint64_t{256} << 20;
  std::uint64_t max_unpacked_ratio = 200;
};

struct ParseResult {
  AnnualReport report;
  std::vector<Diagnostic> diagnostics;  ///< in order of their place in the input

  /// False if nothing of the form was found: then every figure is absent and a diagnostic of
  /// severity error says why.
  bool recognised = false;

  /// The text that places refer to, in UTF-8, if the input does not hold it as it is (DOCX); empty if
  /// they refer to the input itself. Not part of the JSON.
  std::string extracted_text;
};

/// Reads a report from `bytes`.
///
/// Any bytes give a result; content never throws. The only exception that leaves this function is
/// std::bad_alloc. Time and memory are linear in the input. No state is shared between calls: any
/// number of threads may call it at once. Nothing in the result refers to `bytes`.
///
///     auto result = nianbao::parse(text);
///     std::cout << result.report.title << '\n';
NIANBAO_EXPORT ParseResult parse(std::string_view bytes, const ParseOptions& options = {});

/// The result for an input whose text could not be had at all, e.g. DiagnosticCode::input_encrypted:
/// nothing recognised, and one diagnostic that says so. For programs that get text out of files by
/// other means; `text`, `n` and `m` are what its message names.
NIANBAO_EXPORT ParseResult unreadable(DiagnosticCode code, std::string_view text = {}, std::int64_t n = 0,
                                      std::int64_t m = 0);

}  // namespace nianbao
