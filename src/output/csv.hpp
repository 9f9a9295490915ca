// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "text/source.hpp"

/// Comma-separated values as RFC 4180 has them.
namespace nianbao::output {

inline constexpr std::string_view csv_line_end = "\r\n";

/// Appends a field, in quotes where it needs them. What is not valid UTF-8 becomes U+FFFD.
inline void add_csv_field(std::string_view text, std::string& out) {
  const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
  if (quoted) out += '"';
  while (!text.empty()) {
    const auto valid = text::valid_utf8_prefix(text);
    for (const char c : text.substr(0, valid)) {
      if (c == '"') out += '"';
      out += c;
    }
    if (valid == text.size()) break;
    out += "\xEF\xBF\xBD";
    text.remove_prefix(valid + 1);
  }
  if (quoted) out += '"';
}

}  // namespace nianbao::output
