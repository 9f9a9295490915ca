// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

/// Several bytes of a text in one step.
namespace nianbao::text {

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

}  // namespace nianbao::text
