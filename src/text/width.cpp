// SPDX-License-Identifier: Apache-2.0
#include "text/width.hpp"

#include <unicode/uchar.h>

#include "text/utf8.hpp"

namespace nianbao::text {

namespace {

bool combines(UChar32 c) noexcept {
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR: return c != 0x00AD;  // a soft hyphen is shown
    default: break;
  }
  const auto syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  return syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO;
}

// Marks that set the direction of what follows: a line with them reads otherwise than it is.
bool turns(char32_t c) noexcept {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

constexpr char32_t control_pictures = 0x2400;
constexpr char32_t replacement = 0xFFFD;

}  // namespace

std::size_t display_width(char32_t c) noexcept {
  if (c >= 0x20 && c < 0x7F) return 1;
  const auto code = static_cast<UChar32>(c);
  const auto width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  if (width == U_EA_WIDE || width == U_EA_FULLWIDTH) return combines(code) ? 0 : 2;
  return combines(code) ? 0 : 1;
}

std::size_t display_width(std::string_view text) noexcept {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += display_width(next_utf8(text, at));
  return columns;
}

char32_t shown(char32_t c) noexcept {
  if (c < 0x20) return control_pictures + c;
  if (c == 0x7F) return control_pictures + 0x21;
  const bool steers = (c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029 || turns(c);
  return steers ? replacement : c;
}

std::string shown(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next_utf8(text, at);
    append_utf8(out, c == '\n' || c == '\t' || c == '\r' ? U' ' : shown(c));
  }
  return out;
}

}  // namespace nianbao::text
