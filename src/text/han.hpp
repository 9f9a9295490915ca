// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// Chinese characters of the block that nearly all texts are made of, U+4E00 to U+9FFF.
namespace nianbao::text {

inline constexpr char32_t first_han = 0x4E00;
inline constexpr char32_t past_han = 0xA000;

/// Whether a character that begins with this byte is Han, or stands so near to it that folding keeps it as
/// well: three bytes, of U+4000 to U+9FFF.
inline bool is_han_lead(char lead) noexcept {
  return static_cast<unsigned char>(static_cast<unsigned char>(lead) - 0xE4) < 6;
}

/// The Han character that `text`, valid UTF-8, begins with; 0 if it begins with something else.
inline char32_t han_at(std::string_view text) noexcept {
  if (text.size() < 3 || !is_han_lead(text[0])) return 0;
  const auto bits = [text](std::size_t i) { return static_cast<unsigned char>(text[i]) & 0x3FU; };
  const char32_t c = ((static_cast<unsigned char>(text[0]) & 0x0FU) << 12U) | (bits(1) << 6U) | bits(2);
  return c >= first_han ? c : 0;
}

/// A set of Han characters: one look tells whether it holds one.
class HanSet {
 public:
  /// Adds the character that `text` begins with, if it is Han.
  void add(std::string_view text) noexcept { add(han_at(text)); }
  void add(char32_t c) noexcept {
    if (c >= first_han && c < past_han) bits_[place(c) / 64] |= std::uint64_t{1} << (place(c) % 64);
  }

  /// `c` is what han_at gave.
  [[nodiscard]] bool has(char32_t c) const noexcept {
    return c != 0 && ((bits_[place(c) / 64] >> (place(c) % 64)) & 1U) != 0;
  }

 private:
  static std::size_t place(char32_t c) noexcept { return c - first_han; }

  std::array<std::uint64_t, (past_han - first_han) / 64> bits_{};
};

}  // namespace nianbao::text
