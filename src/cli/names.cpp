// SPDX-License-Identifier: Apache-2.0
#include "names.hpp"

#include <cstddef>

namespace nianbao::cli {

namespace {

// How many bytes the character at `at` takes; 0 if there is none.
std::size_t character_size(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (at + size > text.size()) return 0;
  for (std::size_t i = 1; i < size; ++i)
    if ((byte(at + i) & 0xC0U) != 0x80U) return 0;
  // Longer than need be, half of a pair, or behind the last character.
  const unsigned second = byte(at + 1);
  const bool is_wrong = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                        (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
  return is_wrong ? 0 : size;
}

}  // namespace

std::string quoted_name(std::string_view name) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out = "\"";
  for (std::size_t at = 0; at < name.size();) {
    const auto size = character_size(name, at);
    const auto c = static_cast<unsigned char>(name[at]);
    if (size == 0)
      out += "\xEF\xBF\xBD";
    else if (c < 0x20)
      ((out += "\\u00") += hex[c >> 4U]) += hex[c & 15U];
    else if (c == '"' || c == '\\')
      (out += '\\') += name[at];
    else
      out += name.substr(at, size);
    at += size == 0 ? 1 : size;
  }
  return out += '"';
}

}  // namespace nianbao::cli
