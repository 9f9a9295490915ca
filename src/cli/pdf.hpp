// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "nianbao/diagnostic.hpp"

/// PDF files by way of poppler's pdftotext, a program of its own: the library links nothing of it.
namespace nianbao::cli {

/// Whether `bytes` are those of a PDF file.
bool is_pdf(std::string_view bytes) noexcept;

struct PdfLimits {
  std::uint64_t max_output = 0;  ///< bytes of pdftotext's output that are read
  std::uint32_t seconds = 60;    ///< then pdftotext is stopped
};

/// What pdftotext made of a file.
struct PdfText {
  std::string words;  ///< for Format::words
  bool failed = false;
  DiagnosticCode why = DiagnosticCode::input_damaged;
  std::string text;  ///< what the diagnostic names
  std::int64_t n = 0;
};

PdfText read_pdf(std::string_view bytes, const PdfLimits& limits);

}  // namespace nianbao::cli
