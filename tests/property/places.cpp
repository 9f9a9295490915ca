// SPDX-License-Identifier: Apache-2.0
#include "property/places.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <stdexcept>

namespace nianbao::property {

namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

bool is_tail(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

// The length of the character of UTF-8 at `at`; 0 if the bytes there are none (Unicode, table 3-7).
std::size_t utf8_length(std::string_view text, std::size_t at) {
  const auto lead = byte_at(text, at);
  const auto second = byte_at(text, at + 1);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || !is_tail(second)) return 0;
  if (lead < 0xE0) return 2;
  if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return 0;
  if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return 0;
  if (!is_tail(byte_at(text, at + 2))) return 0;
  if (lead < 0xF0) return 3;
  return is_tail(byte_at(text, at + 3)) ? 4 : 0;
}

// A run of bytes that are no UTF-8 is read as one character.
std::size_t utf8_step(std::string_view text, std::size_t at) {
  auto end = at + utf8_length(text, at);
  while (end == at || (end < text.size() && utf8_length(text, at) == 0 && utf8_length(text, end) == 0)) ++end;
  return end - at;
}

std::size_t utf16_step(std::string_view text, std::size_t at, std::size_t high_byte) {
  return (byte_at(text, at + high_byte) & 0xFCU) == 0xD8U ? 4 : 2;
}

std::size_t gb18030_step(std::string_view text, std::size_t at) {
  if (byte_at(text, at) < 0x80) return 1;
  const auto second = byte_at(text, at + 1);
  return second >= '0' && second <= '9' ? 4 : 2;
}

std::size_t step(std::string_view text, std::size_t at, Encoding encoding) {
  switch (encoding) {
    case Encoding::utf16le: return utf16_step(text, at, 1);
    case Encoding::utf16be: return utf16_step(text, at, 0);
    case Encoding::gb18030: return gb18030_step(text, at);
    case Encoding::big5: return byte_at(text, at) > 0x80 ? 2 : 1;
    default: return utf8_step(text, at);
  }
}

bool is_utf16(Encoding encoding) { return encoding == Encoding::utf16le || encoding == Encoding::utf16be; }

// The character at `at` if it is ASCII, else 0.
unsigned ascii_at(std::string_view text, std::size_t at, Encoding encoding) {
  if (!is_utf16(encoding)) return byte_at(text, at) < 0x80 ? byte_at(text, at) : 0;
  const std::size_t high = encoding == Encoding::utf16le ? 1 : 0;
  return byte_at(text, at + high) == 0 ? byte_at(text, at + 1 - high) : 0;
}

std::size_t mark_length(std::string_view text, Encoding encoding) {
  if (is_utf16(encoding)) return text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF" ? 2 : 0;
  if (encoding == Encoding::gb18030) return text.substr(0, 4) == "\x84\x31\x95\x33" ? 4 : 0;
  return text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
}

// Carriage returns part lines only where nothing else does.
unsigned line_break(std::string_view text, Encoding encoding) {
  for (auto at = mark_length(text, encoding); at < text.size(); at += step(text, at, encoding))
    if (ascii_at(text, at, encoding) == '\n') return '\n';
  return '\r';
}

const char* icu_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf16le: return "UTF-16LE";
    case Encoding::utf16be: return "UTF-16BE";
    case Encoding::big5: return "Big5";
    default: return "gb18030";
  }
}

std::string to_utf8(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(bytes.size() * 3 + 16, '\0');
  const auto size = ucnv_convert("UTF-8", encoding, &out[0], static_cast<std::int32_t>(out.size()),
                                 bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot convert from ") + encoding);
  out.resize(static_cast<std::size_t>(size));
  return out;
}

}  // namespace

Places::Places(std::string_view input, Encoding encoding)
    : input_(input), encoding_(encoding), at_(input.size() + 1) {
  const auto parts_lines = line_break(input, encoding);
  Place place{1, 1};
  for (auto at = mark_length(input, encoding); at < input.size();) {
    at_[at] = place;
    ++place.column;
    if (ascii_at(input, at, encoding) == parts_lines) place = {place.line + 1, 1};
    at = std::min(input.size(), at + step(input, at, encoding));
  }
  at_[input.size()] = place;
}

std::string Places::fault(const SourceSpan& span) const {
  if (!span.exists()) return span == SourceSpan{} ? "" : "a place that is nowhere and has a place";
  if (span.start > span.end || span.end > input_.size()) return "outside of the input";
  const auto& start = at_[span.start];
  if (start.line == 0 || at_[span.end].line == 0) return "inside a character";
  if (start.line == span.line && start.column == span.column) return "";
  return "says " + std::to_string(span.line) + ":" + std::to_string(span.column) + ", is at " +
         std::to_string(start.line) + ":" + std::to_string(start.column);
}

std::string Places::printed(const SourceSpan& span) const {
  const auto bytes = input_.substr(span.start, span.end - span.start);
  return encoding_ == Encoding::utf8 ? std::string(bytes) : to_utf8(bytes, icu_name(encoding_));
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto length = utf8_length(text, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

}  // namespace nianbao::property
