// SPDX-License-Identifier: Apache-2.0
#include "text/source.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <new>

#include "text/bytes.hpp"
#include "text/charset.hpp"
#include "text/utf8.hpp"

namespace nianbao::text {

namespace {

constexpr std::uint32_t checkpoint_every = 128;

using Byte = unsigned char;

bool is_tail(Byte b) noexcept { return (b & 0xC0U) == 0x80U; }

// The length of the well-formed sequence at `p`, or 0. Three bytes first: that is what Chinese is.
std::size_t sequence_length(const Byte* p, std::size_t left) noexcept {
  const Byte lead = p[0];
  if (lead >= 0xE1 && lead < 0xED) return left >= 3 && is_tail(p[1]) && is_tail(p[2]) ? 3 : 0;
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return left >= 2 && is_tail(p[1]) ? 2 : 0;
  if (lead < 0xF0) {
    if (left < 3 || !is_tail(p[1]) || !is_tail(p[2])) return 0;
    if (lead == 0xE0 && p[1] < 0xA0) return 0;
    if (lead == 0xED && p[1] >= 0xA0) return 0;
    return 3;
  }
  if (lead < 0xF5 && left >= 4 && is_tail(p[1]) && is_tail(p[2]) && is_tail(p[3])) {
    if (lead == 0xF0 && p[1] < 0x90) return 0;
    if (lead == 0xF4 && p[1] >= 0x90) return 0;
    return 4;
  }
  return 0;
}

// Where the last character that begins before `at` begins.
std::size_t last_begin(std::string_view text, std::size_t at) noexcept {
  do --at;
  while (at > 0 && is_tail(static_cast<Byte>(text[at])));
  return at;
}

// Goes over whole blocks of usual text from `at`, the beginning of a character. What stands before it is
// well-formed, so that no more than its last character has to be looked at again.
std::size_t skip_usual(std::string_view text, std::size_t at) noexcept {
  const auto begin = at;
  if (at < 2) return at;
  while (text.size() - at >= 16 && is_usual_utf8(text.data() + at)) at += 16;
  return at == begin ? at : last_begin(text, at);
}

struct Utf8Shape {
  std::uint64_t multibyte = 0;  // well-formed sequences of two bytes and more
  std::uint64_t invalid = 0;
};

Utf8Shape shape_of(std::string_view text) noexcept {
  Utf8Shape shape;
  const auto* p = reinterpret_cast<const Byte*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const auto length = sequence_length(p + at, text.size() - at);
    if (length == 0) ++shape.invalid;
    if (length > 1) ++shape.multibyte;
    at += std::max<std::size_t>(length, 1);
  }
  return shape;
}

// Whether a UTF-16 unit is one that this form's texts are made of.
bool is_usual(unsigned unit) noexcept {
  return (unit >= 0x20 && unit < 0x7F) || unit == '\n' || unit == '\r' || unit == '\t' ||
         (unit >= 0x2010 && unit < 0x2040) || (unit >= 0x3000 && unit < 0x3040) ||
         (unit >= 0x4E00 && unit < 0xA000) || (unit >= 0xFF00 && unit < 0xFFF0);
}

// UTF-16 without a mark: there are NUL bytes, and nearly all units of one byte order are usual ones.
Encoding guess_utf16(std::string_view bytes) noexcept {
  const auto sample = bytes.substr(0, 4096);
  if (sample.size() < 4 || std::memchr(sample.data(), 0, sample.size()) == nullptr)
    return Encoding::automatic;
  const std::size_t units = sample.size() / 2;
  std::size_t little = 0;
  std::size_t big = 0;
  for (std::size_t i = 0; i < units; ++i) {
    const unsigned a = static_cast<Byte>(sample[2 * i]);
    const unsigned b = static_cast<Byte>(sample[2 * i + 1]);
    little += is_usual(b << 8U | a) ? 1U : 0U;
    big += is_usual(a << 8U | b) ? 1U : 0U;
  }
  const auto nearly_all = units - units / 16;
  if (little >= nearly_all && big < nearly_all) return Encoding::utf16le;
  if (big >= nearly_all && little < nearly_all) return Encoding::utf16be;
  return Encoding::automatic;
}

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};

constexpr std::array<Mark, 4> byte_order_marks{{
    {"\xEF\xBB\xBF", Encoding::utf8},
    {"\xFF\xFE", Encoding::utf16le},
    {"\xFE\xFF", Encoding::utf16be},
    {"\x84\x31\x95\x33", Encoding::gb18030},
}};

const char* icu_name(Encoding encoding) noexcept {
  switch (encoding) {
    case Encoding::utf16le: return "UTF-16LE";
    case Encoding::utf16be: return "UTF-16BE";
    case Encoding::big5: return "Big5";
    default: return "gb18030";
  }
}

struct CloseConverter {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};

// Whether fewer than sixteen bytes from `at`, the beginning of a character, to the end are usual text. A
// character that the end cuts is not: zeros follow it.
bool has_usual_end(std::string_view text, std::size_t at) noexcept {
  std::array<char, 2 + 16> block{};
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), block.begin() + 2);
  return is_usual_utf8(block.data() + 2);
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view text) noexcept {
  const auto* p = reinterpret_cast<const Byte*>(text.data());
  const std::size_t size = text.size();
  std::size_t at = 0;
  while (at < size) {
    at = skip_usual(text, at);
    if (size - at < 16 && has_usual_end(text, at)) return size;
    const auto length = sequence_length(p + at, size - at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

Source::Source(std::string_view bytes, const ParseOptions& options)
    : input_(bytes.substr(0, std::min({std::uint64_t{bytes.size()}, options.max_bytes, most_bytes}))) {
  const auto marked = skip_mark(options.encoding);
  const bool cut = input_.size() < bytes.size();
  if (!read_utf8(marked, cut)) read_other(marked);
  // A limit may have cut a number in two: only what is before the last break is whole.
  if (cut) text_ = text_.substr(0, text_.find_last_of("\n\r\t|") + 1);
  if (first_invalid_ >= text_.size()) invalid_ = 0;  // what is left out is not said to be wrong
}

// Leaves a byte order mark behind; the encoding that it or the caller names.
Encoding Source::skip_mark(Encoding wanted) {
  for (const auto& mark : byte_order_marks) {
    const bool may_be = wanted == Encoding::automatic || wanted == mark.encoding;
    if (!may_be || input_.substr(0, mark.bytes.size()) != mark.bytes) continue;
    wanted = mark.encoding;
    start_ = static_cast<std::uint32_t>(mark.bytes.size());
    break;
  }
  return wanted;
}

// Takes the bytes as UTF-8 if they are, or are it with faults; false if they are something else.
bool Source::read_utf8(Encoding wanted, bool cut) {
  if (wanted != Encoding::automatic && wanted != Encoding::utf8) return false;
  const auto body = input_.substr(start_);
  if (wanted == Encoding::automatic && guess_utf16(body) != Encoding::automatic) return false;
  const auto valid = valid_utf8_prefix(body);
  // A limit may have cut the last character; that is no fault of the text.
  if (valid == body.size() || (cut && body.size() - valid < 4)) {
    text_ = body.substr(0, valid);
    is_borrowed_ = true;
    return true;
  }
  const auto shape = shape_of(body);
  if (wanted == Encoding::automatic && shape.multibyte < 10 * shape.invalid) return false;
  repair_utf8();
  return true;
}

void Source::read_other(Encoding wanted) {
  const bool automatic = wanted == Encoding::automatic;
  if (automatic) wanted = guess_utf16(input_.substr(start_));
  convert(wanted == Encoding::automatic ? two_byte_encoding(input_.substr(start_)) : wanted);
  // Bytes that fit these no better than UTF-8 are most likely not text: UTF-8 keeps their ASCII.
  const bool two_bytes = encoding_ == Encoding::gb18030 || encoding_ == Encoding::big5;
  if (!automatic || !two_bytes || invalid_ * 10 <= converted_.size()) return;
  converted_.clear();
  invalid_ = 0;
  repair_utf8();
}

void Source::mark(std::uint32_t input) {
  checkpoints_.push_back({static_cast<std::uint32_t>(converted_.size()), input});
}

void Source::repair_utf8() {
  checkpoints_.assign(1, {0, start_});
  const auto body = input_.substr(start_);
  converted_.reserve(body.size() + 16);
  for (std::size_t at = 0; at < body.size();) {
    const auto valid = valid_utf8_prefix(body.substr(at));
    converted_.append(body.substr(at, valid));
    at += valid;
    if (at >= body.size()) break;
    // One U+FFFD for a whole run of bad bytes keeps the text within the size of the input.
    if (invalid_++ == 0) first_invalid_ = static_cast<std::uint32_t>(converted_.size());
    mark(static_cast<std::uint32_t>(start_ + at));
    append_utf8(converted_, 0xFFFD);
    while (at < body.size() &&
           sequence_length(reinterpret_cast<const Byte*>(body.data()) + at, body.size() - at) == 0)
      ++at;
    mark(static_cast<std::uint32_t>(start_ + at));
  }
  encoding_ = Encoding::utf8;
  text_ = converted_;
}

void Source::convert(Encoding encoding) {
  checkpoints_.assign(1, {0, start_});
  encoding_ = encoding;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(icu_name(encoding), &status));
  // Big5 stands in ICU's data, which a system may have cut; the others are built into ICU.
  if (U_FAILURE(status) && encoding == Encoding::big5) return convert(Encoding::gb18030);
  if (U_FAILURE(status)) throw std::bad_alloc();

  const char* const base = input_.data();
  const char* from = base + start_;
  const char* const end = base + input_.size();
  converted_.reserve(input_.size() + input_.size() / 2);

  constexpr std::size_t room = 4096;
  std::array<UChar, room> units{};
  std::array<std::int32_t, room> offsets{};
  do {
    const auto chunk = static_cast<std::uint32_t>(from - base);
    UChar* to = units.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, units.data() + room, &from, end, offsets.data(), 1, &status);
    const auto count = static_cast<std::int32_t>(to - units.data());
    for (std::int32_t i = 0; i < count;) {
      // An offset of -1 belongs to a character that began in the chunk before.
      const std::uint32_t at = offsets[static_cast<std::size_t>(i)] < 0
                                   ? chunk
                                   : chunk + static_cast<std::uint32_t>(offsets[static_cast<std::size_t>(i)]);
      const auto c = next_utf16(units.data(), i, count);
      const bool bad = c == 0xFFFD;
      if (bad && invalid_++ == 0) first_invalid_ = static_cast<std::uint32_t>(converted_.size());
      const bool known = offsets[static_cast<std::size_t>(i > 0 ? i - 1 : 0)] >= 0;
      if (known && (bad || converted_.size() >= checkpoints_.back().text + checkpoint_every || i <= 2))
        mark(at);
      append_utf8(converted_, c);
      // The length of a bad sequence is ICU's affair: start anew behind it.
      if (bad && i < count && offsets[static_cast<std::size_t>(i)] >= 0)
        mark(chunk + static_cast<std::uint32_t>(offsets[static_cast<std::size_t>(i)]));
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  text_ = converted_;
}

std::uint32_t Source::step(std::uint64_t at) const noexcept {
  const auto left = input_.size() - at;
  const auto* p = reinterpret_cast<const Byte*>(input_.data()) + at;
  std::uint32_t length = 1;
  switch (encoding_) {
    case Encoding::utf16le: length = left >= 2 && (p[1] & 0xFCU) == 0xD8U ? 4 : 2; break;
    case Encoding::utf16be: length = left >= 1 && (p[0] & 0xFCU) == 0xD8U ? 4 : 2; break;
    case Encoding::gb18030:
      if (p[0] > 0x80) length = left >= 2 && p[1] >= 0x30 && p[1] <= 0x39 ? 4 : 2;
      break;
    case Encoding::big5: length = p[0] > 0x80 ? 2 : 1; break;
    default: length = static_cast<std::uint32_t>(std::max<std::size_t>(1, sequence_length(p, left)));
  }
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(length, left));
}

std::uint64_t Source::walk_to_input(std::uint32_t offset) const noexcept {
  auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), offset,
                                [](std::uint32_t o, const Checkpoint& c) { return o < c.text; });
  const auto& from = *std::prev(after);
  std::uint64_t input = from.input;
  // Text that is UTF-8 on both sides between two checkpoints is the same bytes.
  if (encoding_ == Encoding::utf8) return input + (offset - from.text);
  const auto* text = reinterpret_cast<const Byte*>(text_.data());
  for (std::uint32_t at = from.text; at < offset && input < input_.size();) {
    at += static_cast<std::uint32_t>(std::max<std::size_t>(1, sequence_length(text + at, text_.size() - at)));
    input += step(input);
  }
  return input;
}

}  // namespace nianbao::text
