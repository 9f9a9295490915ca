// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Many bytes of a text in one step: with wide instructions where every processor of the kind has them, else
/// the same byte by byte.
namespace nianbao::text {

// --- words ---------------------------------------------------------------------------------------

/// The bytes of `Word` at `at` as a number, the first one lowest on any machine.
template <class Word>
Word bytes_at(const char* at) noexcept {
  Word word = 0;
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  std::memcpy(&word, at, sizeof word);
#else
  for (unsigned i = 0; i < sizeof word; ++i)
    word |= static_cast<Word>(Word{static_cast<unsigned char>(at[i])} << (8 * i));
#endif
  return word;
}

inline std::uint64_t eight_bytes(const char* at) noexcept { return bytes_at<std::uint64_t>(at); }
inline std::uint64_t four_bytes(const char* at) noexcept { return bytes_at<std::uint32_t>(at); }

/// Reads eight bytes, from `word` as eight_bytes gives them, of which the last `count` (1 to 8) count, as a
/// decimal number; false if they are not all digits.
inline bool digits_at_end(std::uint64_t word, unsigned count, std::int64_t& value) noexcept {
  constexpr std::uint64_t zeros = 0x3030303030303030U;
  const auto counted = ~std::uint64_t{0} << (64 - 8 * count);
  word = (word & counted) | (zeros & ~counted);
  // A digit's upper half is 3, and stays so when 6 is added.
  constexpr std::uint64_t upper = 0xF0F0F0F0F0F0F0F0U;
  if (((word & upper) | (((word + 0x0606060606060606U) & upper) >> 4U)) != 0x3333333333333333U) return false;
  word -= zeros;
  word = word * 10 + (word >> 8U);  // pairs, in every other byte
  constexpr std::uint64_t pairs = 0x000000FF000000FFU;
  word = ((word & pairs) * 0x000F424000000064U + ((word >> 16U) & pairs) * 0x0000271000000001U) >> 32U;
  value = static_cast<std::int64_t>(word & 0xFFFFFFFFU);
  return true;
}

/// The number of the lowest bit that is set; `bits` is not 0.
inline unsigned lowest_bit(std::uint64_t bits) noexcept {
#if defined(__GNUC__)
  return static_cast<unsigned>(__builtin_ctzll(bits));
#else
  unsigned at = 0;
  while ((bits >> at & 1U) == 0) ++at;
  return at;
#endif
}

// --- blocks of sixteen and sixty-four --------------------------------------------------------------

namespace scalar {

/// A bit for each of 64 bytes that is one of `wanted`.
template <std::size_t N>
std::uint64_t matches(const char* at, const std::array<char, N>& wanted) noexcept {
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < 64; ++i)
    for (const char c : wanted) bits |= std::uint64_t{at[i] == c} << i;
  return bits;
}

/// A bit for each of 16 bytes that is `wanted` or none of ASCII.
inline std::uint64_t wide_or(char wanted, const char* at) noexcept {
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < 16; ++i)
    bits |= std::uint64_t{static_cast<unsigned char>(at[i]) >= 0x80 || at[i] == wanted} << i;
  return bits;
}

/// See text::to_escape.
inline std::uint64_t to_escape(const char* at) noexcept {
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < 16; ++i)
    bits |= std::uint64_t{static_cast<unsigned char>(at[i]) < 0x20 || at[i] == '"' || at[i] == '\\'} << i;
  return bits;
}

/// See text::is_usual_utf8.
inline bool is_usual_utf8(const char* at) noexcept {
  const auto byte = [at](int i) { return static_cast<unsigned char>(at[i]); };
  // Numbers, so that | has no branch and no compiler takes it for a slip of ||.
  const auto is = [](bool condition) { return static_cast<unsigned>(condition); };
  unsigned unusual = 0;
  for (int i = 0; i < 16; ++i) {
    const auto tail = is((byte(i) & 0xC0U) == 0x80U);
    const auto due = is(byte(i - 1) >= 0xC0) | is(byte(i - 2) >= 0xE0);
    const auto rare =
        is((byte(i) & 0xFEU) == 0xC0U) | is(byte(i) == 0xE0) | is(byte(i) == 0xED) | is(byte(i) >= 0xF0);
    unusual |= (tail ^ due) | rare;
  }
  return unusual == 0;
}

}  // namespace scalar

#if defined(__SSE2__)

inline __m128i sixteen_bytes(const char* at) noexcept {
  __m128i block;
  std::memcpy(&block, at, sizeof block);
  return block;
}

template <std::size_t N>
std::uint64_t matches(const char* at, const std::array<char, N>& wanted) noexcept {
  std::uint64_t bits = 0;
  for (unsigned part = 0; part < 4; ++part) {
    const auto block = sixteen_bytes(at + std::size_t{16} * part);
    auto found = _mm_setzero_si128();
    for (const char c : wanted) found = _mm_or_si128(found, _mm_cmpeq_epi8(block, _mm_set1_epi8(c)));
    bits |= std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(found))} << (16 * part);
  }
  return bits;
}

/// A bit for each of 16 bytes that is `wanted` or none of ASCII.
inline std::uint64_t wide_or(char wanted, const char* at) noexcept {
  const auto block = sixteen_bytes(at);
  return static_cast<std::uint32_t>(
      _mm_movemask_epi8(_mm_or_si128(block, _mm_cmpeq_epi8(block, _mm_set1_epi8(wanted)))));
}

/// A bit for each of 16 bytes that JSON wants escaped: quotes, backslashes, what is below a space.
inline std::uint64_t to_escape(const char* at) noexcept {
  const auto block = sixteen_bytes(at);
  const auto is_control = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1F)), block);
  const auto is_quote = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
  const auto is_backslash = _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'));
  return static_cast<std::uint32_t>(
      _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(is_control, is_quote), is_backslash)));
}

/// Whether the 16 bytes at `at` go on with what the two bytes before them began as well-formed UTF-8 does, of
/// sequences of up to three bytes that need no second look: none that begins with C0, C1, E0 or ED. What the
/// last bytes begin may not end well.
inline bool is_usual_utf8(const char* at) noexcept {
  const auto byte = [](unsigned value) { return _mm_set1_epi8(static_cast<char>(value)); };
  const auto at_least = [](__m128i bytes, __m128i least) {
    return _mm_cmpeq_epi8(_mm_max_epu8(bytes, least), bytes);
  };
  const auto block = sixteen_bytes(at);
  const auto is_tail = _mm_cmplt_epi8(block, byte(0xC0));  // as signed bytes, tails are the least
  const auto is_due =
      _mm_or_si128(at_least(sixteen_bytes(at - 1), byte(0xC0)), at_least(sixteen_bytes(at - 2), byte(0xE0)));
  const auto is_c0_or_c1 = _mm_cmpeq_epi8(_mm_and_si128(block, byte(0xFE)), byte(0xC0));
  const auto is_e0_or_ed = _mm_or_si128(_mm_cmpeq_epi8(block, byte(0xE0)), _mm_cmpeq_epi8(block, byte(0xED)));
  const auto is_rare = _mm_or_si128(_mm_or_si128(is_c0_or_c1, is_e0_or_ed), at_least(block, byte(0xF0)));
  return _mm_movemask_epi8(_mm_or_si128(_mm_xor_si128(is_tail, is_due), is_rare)) == 0;
}

#else

using scalar::is_usual_utf8;
using scalar::matches;
using scalar::to_escape;
using scalar::wide_or;

#endif

/// How many of the first bytes of `text` are `c`.
inline std::uint32_t run_of(char c, std::string_view text) noexcept {
  const auto all = 0x0101010101010101U * static_cast<unsigned char>(c);
  std::uint32_t at = 0;
  for (; text.size() - at >= 8; at += 8)
    if (const auto others = eight_bytes(text.data() + at) ^ all; others != 0)
      return at + lowest_bit(others) / 8;
  while (at < text.size() && text[at] == c) ++at;
  return at;
}

/// How many of the first bytes of `text` are ASCII and not `stop`. What is left of the last sixteen bytes is
/// not looked at, and does not count.
inline std::uint32_t plain_prefix(std::string_view text, char stop) noexcept {
  std::uint32_t at = 0;
  for (; text.size() - at >= 16; at += 16)
    if (const auto bits = wide_or(stop, text.data() + at); bits != 0) return at + lowest_bit(bits);
  return at;
}

/// Finds the bytes of a text that are one of a few. For places in ascending order no part of the text is
/// searched twice, however far the next one is.
template <std::size_t N>
class ByteFinder {
 public:
  ByteFinder(std::string_view text, const std::array<char, N>& wanted) : text_(text), wanted_(wanted) {}

  /// The first at `from` or behind it; the text's size if there is none.
  [[nodiscard]] std::size_t next(std::size_t from) noexcept {
    if (from < from_ || from > found_) {
      from_ = from;
      found_ = search(from);
    }
    return found_;
  }

  /// Calls `take` with each in [from, to), in order, until it returns false. `to` is within the text.
  template <class Take>
  void each(std::size_t from, std::size_t to, Take take) {
    while (from < to) {
      if (from - begin_ >= 64) look_at(from);
      for (auto bits = bits_ >> (from - begin_) << (from - begin_); bits != 0; bits &= bits - 1) {
        const auto at = begin_ + lowest_bit(bits);
        if (at >= to || !take(at)) return;
      }
      from = begin_ + 64;
    }
  }

 private:
  [[nodiscard]] std::size_t search(std::size_t from) noexcept {
    if (from >= text_.size()) return text_.size();
    if (from - begin_ >= 64) look_at(from);
    auto bits = bits_ >> (from - begin_) << (from - begin_);
    while (bits == 0) {
      if (text_.size() - begin_ <= 64) return text_.size();
      look_at(begin_ + 64);
      bits = bits_;
    }
    return begin_ + lowest_bit(bits);
  }

  void look_at(std::size_t begin) noexcept {
    begin_ = begin;
    if (text_.size() - begin >= 64) {
      bits_ = matches(text_.data() + begin, wanted_);
      return;
    }
    std::array<char, 64> rest{};
    std::memcpy(rest.data(), text_.data() + begin, text_.size() - begin);
    bits_ = matches(rest.data(), wanted_) & ~(~std::uint64_t{0} << (text_.size() - begin));
  }

  std::string_view text_;
  std::array<char, N> wanted_;
  std::size_t begin_ = ~std::size_t{63};  // of the block that was looked at; none yet
  std::uint64_t bits_ = 0;
  std::size_t from_ = 1;  // from here to what was found last there is none
  std::size_t found_ = 0;
};

}  // namespace nianbao::text
