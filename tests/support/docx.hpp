// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

/// DOCX files made in memory.
namespace nianbao::support {

/// Parts of a package by their names, in order.
using Parts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP file of `parts`; with a password it is encrypted.
std::string zipped(const Parts& parts, const char* password = nullptr);

/// The parts of a ZIP file.
Parts unzipped(const std::string& bytes);

/// The parts of a text document whose body is `body`, with what follows behind them.
Parts docx_parts(const std::string& body, const Parts& more = {});

/// The package of them.
std::string docx_file(const std::string& body, const Parts& more = {});

/// `text` as it stands between tags.
std::string escaped(const std::string& text);

/// <w:p> with one run of `text`.
std::string docx_paragraph(const std::string& text);

}  // namespace nianbao::support
