// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "diagnostics/sink.hpp"
#include "readers/document.hpp"

/// Formats whose text stands nowhere in their bytes: ZIP packages, of which DOCX is read.
namespace nianbao::readers {

/// Whether `bytes` are such a format, or the caller says so.
bool is_packed(std::string_view bytes, const ParseOptions& options) noexcept;

/// What a ZIP package is called by the names in it: "DOCX", "XLSX", …, "ZIP" if they say nothing.
const char* name_of_package(std::string_view bytes) noexcept;

/// Reads a packed format, or tells `sink` by its name why not.
Document read_packed(std::string_view bytes, const ParseOptions& options, diagnostics::Sink& sink);

}  // namespace nianbao::readers
