// SPDX-License-Identifier: Apache-2.0
#include "output/uri.hpp"

#include <algorithm>
#include <array>

namespace nianbao::output {

namespace {

bool starts_with(std::string_view text, std::string_view start) noexcept {
  return text.substr(0, start.size()) == start;
}

bool is_plain(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~' || c == '/';
}

// What means something in a URL; in the name of a file it is a character like any other.
bool is_of_urls(char c) noexcept {
  return std::string_view(":?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

bool is_url(std::string_view name) noexcept {
  constexpr std::array<std::string_view, 3> schemes{"http://", "https://", "file://"};
  return std::any_of(schemes.begin(), schemes.end(),
                     [name](std::string_view scheme) { return starts_with(name, scheme); });
}

}  // namespace

std::string uri_of(std::string_view name) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  const bool url = is_url(name);
  std::string out;
  if (starts_with(name, "/")) out = "file://";
  for (const char c : name) {
    if (is_plain(c) || (url && is_of_urls(c))) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += hex[byte >> 4U];
    out += hex[byte & 15U];
  }
  return out;
}

}  // namespace nianbao::output
