// SPDX-License-Identifier: Apache-2.0
#include "readers/packed.hpp"

#include <algorithm>
#include <array>

#if NIANBAO_DOCX
#include "readers/docx/reader.hpp"
#endif

namespace nianbao::readers {

namespace {

struct Package {
  std::string_view part;  // that only this format has
  const char* name;
};

// Names of parts are never packed. A sheet or slides inside a text document are parts of their own.
constexpr std::array<Package, 8> packages{{
    {"word/document.xml", "DOCX"},
    {"xl/workbook.xml", "XLSX"},
    {"ppt/presentation.xml", "PPTX"},
    {"OFD.xml", "OFD"},
    {"application/vnd.oasis.opendocument.text", "ODT"},
    {"application/vnd.oasis.opendocument.spreadsheet", "ODS"},
    {"application/epub+zip", "EPUB"},
    {"_rels/.rels", "ZIP (Office Open XML)"},
}};

bool begins_with(std::string_view bytes, std::string_view head) noexcept {
  return bytes.substr(0, head.size()) == head;
}

bool is_zip(std::string_view bytes) noexcept {
  return begins_with(bytes, "PK\x03\x04") || begins_with(bytes, "PK\x05\x06");
}

// Office wraps what it encrypts in the format of its old files.
bool is_encrypted_package(std::string_view bytes) noexcept {
  constexpr std::string_view stream("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  return begins_with(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") &&
         bytes.find(stream) != std::string_view::npos;
}

void note(diagnostics::Sink& sink, DiagnosticCode code, const char* text, std::uint64_t n = 0) {
  diagnostics::Draft draft;
  draft.code = code;
  draft.text = text;
  draft.n = static_cast<std::int64_t>(n);
  sink.add(std::move(draft));
}

}  // namespace

bool is_packed(std::string_view bytes, const ParseOptions& options) noexcept {
  switch (options.format) {
    case Format::docx: return true;
    case Format::automatic: return is_zip(bytes) || is_encrypted_package(bytes);
    default: return false;
  }
}

const char* name_of_package(std::string_view bytes) noexcept {
  const auto* const found = std::find_if(packages.begin(), packages.end(), [bytes](const Package& package) {
    return bytes.find(package.part) != std::string_view::npos;
  });
  return found == packages.end() ? "ZIP" : found->name;
}

Document read_packed(std::string_view bytes, const ParseOptions& options, diagnostics::Sink& sink) {
  if (is_encrypted_package(bytes)) {
    note(sink, DiagnosticCode::input_encrypted, "");
  } else if (bytes.size() > options.max_bytes) {
    // The directory is at the end: a part of the file is nothing.
    note(sink, DiagnosticCode::input_too_large, "max_bytes", bytes.size());
  } else {
#if NIANBAO_DOCX
    return docx::read(bytes, options, sink);
#else
    note(sink, DiagnosticCode::input_unsupported_format, name_of_package(bytes));
#endif
  }
  return {};
}

}  // namespace nianbao::readers
