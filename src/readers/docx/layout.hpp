// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nianbao/parse.hpp"
#include "readers/document.hpp"
#include "readers/docx/content.hpp"

namespace nianbao::readers::docx {

/// Lays `content` out in lines: paragraphs as prose, rows of tables as rows of cells, parted by tabs
/// in the extracted text.
Document lay_out(const Content& content, const ParseOptions& options);

}  // namespace nianbao::readers::docx
