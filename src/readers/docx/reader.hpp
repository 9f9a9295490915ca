// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "diagnostics/sink.hpp"
#include "nianbao/parse.hpp"
#include "readers/document.hpp"

namespace nianbao::readers::docx {

/// Reads a package of a text document. What is refused, damaged or left out is told to `sink`; the
/// document has then what could be read, or nothing.
Document read(std::string_view bytes, const ParseOptions& options, diagnostics::Sink& sink);

}  // namespace nianbao::readers::docx
