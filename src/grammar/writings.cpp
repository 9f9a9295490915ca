// SPDX-License-Identifier: Apache-2.0
#include "grammar/writings.hpp"

#include <cstring>

#include "text/bytes.hpp"

namespace nianbao::grammar {

namespace {

// Shorter than any label, longer than any.
constexpr std::size_t too_short = 3;
constexpr std::size_t too_long = 256;

// Labels differ in their first letters, their last or in the middle.
std::uint64_t hash_of(std::string_view text) noexcept {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  std::uint64_t hash = text.size() * 0x9E3779B97F4A7C15U;
  if (text.size() < 8)
    return (hash ^ text::four_bytes(begin) ^ (text::four_bytes(end - 4) << 32U)) * 0xD6E8FEB86659FD93U;
  hash = (hash ^ text::eight_bytes(begin)) * 0xD6E8FEB86659FD93U;
  hash = (hash ^ (hash >> 32U) ^ text::eight_bytes(end - 8)) * 0xD6E8FEB86659FD93U;
  return (hash ^ (hash >> 32U) ^ text::eight_bytes(begin + (text.size() - 8) / 2)) * 0xD6E8FEB86659FD93U;
}

}  // namespace

Writings::Writings(const std::vector<std::pair<std::string, Printed>>& all) {
  std::size_t slots = 16;
  while (slots < 2 * all.size()) slots *= 2;
  slots_.resize(slots);
  for (const auto& [writing, printed] : all) {
    if (writing.size() <= too_short || writing.size() >= too_long || find(writing) != nullptr) continue;
    const auto hash = hash_of(writing);
    auto at = (hash >> 32U) & (slots - 1);
    while (slots_[at].size != 0) at = (at + 1) & (slots - 1);
    slots_[at] = {static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(letters_.size()),
                  static_cast<std::uint16_t>(writing.size()), printed};
    letters_ += writing;
  }
}

const Printed* Writings::find(std::string_view printed) const noexcept {
  if (printed.size() <= too_short || printed.size() >= too_long) return nullptr;
  const auto hash = hash_of(printed);
  for (auto at = (hash >> 32U) & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    const auto& slot = slots_[at];
    if (slot.size == 0) return nullptr;
    if (slot.mark == static_cast<std::uint32_t>(hash) && slot.size == printed.size() &&
        std::memcmp(letters_.data() + slot.begin, printed.data(), printed.size()) == 0)
      return &slot.printed;
  }
}

}  // namespace nianbao::grammar
