// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

/// ICU's macros as functions; their conversions between signed and unsigned stay in here.
namespace nianbao::text {

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#endif

/// Appends `c`, a Unicode scalar value, to `out`.
inline void append_utf8(std::string& out, char32_t c) {
  std::array<char, 4> units{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(units.data(), length, static_cast<UChar32>(c));
  out.append(units.data(), length);
}

/// The character at `at`, which moves behind it; U+FFFD if there is none.
inline char32_t next_utf8(std::string_view text, std::size_t& at) noexcept {
  std::int32_t i = 0;
  UChar32 c = 0;
  const auto left = static_cast<std::int32_t>(std::min<std::size_t>(4, text.size() - at));
  U8_NEXT_OR_FFFD(text.data() + at, i, left, c);
  at += static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

/// The character before `at`, which moves to its start.
inline char32_t previous_utf8(std::string_view text, std::size_t& at) noexcept {
  const auto from = at > 4 ? at - 4 : 0;
  auto i = static_cast<std::int32_t>(at - from);
  UChar32 c = 0;
  U8_PREV_OR_FFFD(text.data() + from, 0, i, c);
  at = from + static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

/// The character at `at` of UTF-16; U+FFFD for half a pair.
inline char32_t next_utf16(const UChar* units, std::int32_t& at, std::int32_t count) noexcept {
  UChar32 c = 0;
  U16_NEXT(units, at, count, c);
  return U_IS_SURROGATE(c) ? 0xFFFD : static_cast<char32_t>(c);
}

#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

}  // namespace nianbao::text
