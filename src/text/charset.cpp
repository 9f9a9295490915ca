// SPDX-License-Identifier: Apache-2.0
#include "text/charset.hpp"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include "text/fold.hpp"

namespace nianbao::text {

namespace {

using Byte = unsigned char;

std::size_t find_ignoring_case(std::string_view text, std::string_view lower_case) noexcept {
  const auto* const found = std::search(text.begin(), text.end(), lower_case.begin(), lower_case.end(),
                                        [](char a, char b) { return lower(a) == b; });
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

bool starts_with(std::string_view text, std::string_view lower_case) noexcept {
  return find_ignoring_case(text.substr(0, lower_case.size()), lower_case) == 0;
}

// What a page says of itself near its beginning: <meta charset="big5">, …content="text/html; charset=big5".
// Pages that say gb2312 and are not are common, and that word is not asked for.
bool names_big5(std::string_view bytes) noexcept {
  constexpr std::size_t window = 4096;
  constexpr std::string_view word = "charset";
  const auto head = bytes.substr(0, window);
  const auto at = find_ignoring_case(head, word);
  if (at == std::string_view::npos) return false;
  auto name = head.substr(at + word.size());
  name.remove_prefix(std::min(name.find_first_not_of(" =\"'"), name.size()));
  return starts_with(name, "big5");
}

// Pairs of bytes with the first bit set, by what Big5 makes of them. Each different one counts once: a page
// may name a font ten thousand times.
struct Pairs {
  std::size_t all = 0;
  std::size_t different = 0;
  std::size_t not_big5 = 0;     // of all
  std::size_t common_big5 = 0;  // where Big5 has its common characters and its punctuation
  std::size_t low = 0;          // second bytes below 0x80, which GB2312 does not have
};

Pairs count_pairs(std::string_view bytes) noexcept {
  constexpr std::size_t window = std::size_t{1} << 18U;
  const auto sample = bytes.substr(0, window);
  Pairs pairs;
  std::bitset<std::size_t{1} << 16U> seen;
  for (std::size_t at = 0; at + 1 < sample.size();) {
    const auto lead = static_cast<Byte>(sample[at]);
    const auto trail = static_cast<Byte>(sample[at + 1]);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    const bool four_bytes = trail >= 0x30 && trail <= 0x39;  // of GB18030
    const bool low = trail >= 0x40 && trail < 0x7F;
    ++pairs.all;
    if (lead < 0x81 || lead > 0xFE || (!low && (trail < 0xA1 || trail > 0xFE))) ++pairs.not_big5;
    if (auto known = seen[std::size_t{lead} << 8U | trail]; !known) {
      known = true;
      ++pairs.different;
      if (lead >= 0xA1 && lead <= 0xC6) ++pairs.common_big5;
      if (low) ++pairs.low;
    }
    at += four_bytes ? 4 : 2;
  }
  return pairs;
}

bool is_rare(std::size_t count, const Pairs& pairs) noexcept { return count * 50 <= pairs.all; }

bool looks_like_big5(const Pairs& pairs) noexcept {
  constexpr std::size_t fewest_pairs = 8;
  return pairs.different >= fewest_pairs && is_rare(pairs.not_big5, pairs) &&
         pairs.common_big5 * 10 >= pairs.different * 8 && pairs.low * 5 >= pairs.different;
}

}  // namespace

Encoding two_byte_encoding(std::string_view bytes) noexcept {
  const auto pairs = count_pairs(bytes);
  const bool named = names_big5(bytes) && is_rare(pairs.not_big5, pairs);
  return named || looks_like_big5(pairs) ? Encoding::big5 : Encoding::gb18030;
}

}  // namespace nianbao::text
