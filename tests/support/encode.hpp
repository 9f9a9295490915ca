// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// One text in the encodings and line breaks that reports come in.
namespace nianbao::support {

/// `utf8` in another encoding, by ICU's name of it. A byte order mark is converted as any character.
std::string encode(const std::string& utf8, const char* encoding);

std::string with_crlf(const std::string& text);
std::string with_cr(const std::string& text);

/// Digits, letters and ASCII punctuation of numbers as full-width characters, outside of `keep`.
std::string full_width_digits(std::string_view text);

/// `from` replaced by `to` everywhere.
std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace nianbao::support
