// SPDX-License-Identifier: Apache-2.0
#include "support/encode.hpp"

#include <unicode/ucnv.h>

#include <stdexcept>

namespace nianbao::support {

std::string encode(const std::string& utf8, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(utf8.size() * 4 + 16, '\0');
  const auto size = ucnv_convert(encoding, "UTF-8", &out[0], static_cast<std::int32_t>(out.size()),
                                 utf8.data(), static_cast<std::int32_t>(utf8.size()), &status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot convert to ") + encoding);
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::string with_crlf(const std::string& text) { return replaced(text, "\n", "\r\n"); }

std::string with_cr(const std::string& text) { return replaced(text, "\n", "\r"); }

std::string full_width_digits(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      out += "\xEF\xBC";
      out += static_cast<char>(0x90 + (c - '0'));
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace nianbao::support
