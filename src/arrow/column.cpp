// SPDX-License-Identifier: Apache-2.0
#include "arrow/column.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>
#include <utility>

#include "text/source.hpp"

namespace nianbao::arrow {
namespace {

constexpr std::size_t most_text = static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());

bool is_ascii(std::string_view text) noexcept {
  unsigned char seen = 0;
  for (const char c : text) seen = static_cast<unsigned char>(seen | static_cast<unsigned char>(c));
  return seen < 0x80;
}

constexpr auto powers_of_ten = [] {
  std::array<std::uint64_t, decimal_scale + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

struct Wide {
  std::uint64_t low;
  std::uint64_t high;
};

/// The product in two's complement.
Wide multiply(std::int64_t value, std::uint64_t factor) noexcept {
  const auto magnitude =
      value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  constexpr std::uint64_t half = 0xffffffffU;
  const auto a = magnitude & half, b = magnitude >> 32, c = factor & half, d = factor >> 32;
  const auto low = a * c;
  const auto middle = b * c + (low >> 32);
  const auto cross = a * d + (middle & half);
  Wide product{(cross << 32) | (low & half), b * d + (middle >> 32) + (cross >> 32)};
  if (value < 0) {
    product.low = 0 - product.low;
    product.high = ~product.high + (product.low == 0 ? 1 : 0);
  }
  return product;
}

}  // namespace

Column::Column(Layout layout) : layout_(layout) {
  if (layout == Layout::text) numbers_.push_back(0);
}

void Column::begin_validity() {
  // All rows before the first null are valid; bits behind them are 0.
  std::vector<std::uint8_t> bits((rows_ + 7) / 8, 0xff);
  if (rows_ % 8 != 0) bits.back() = static_cast<std::uint8_t>((1U << (rows_ % 8)) - 1);
  validity_ = std::move(bits);
}

void Column::append_null() {
  append_valid(false);
  switch (layout_) {
    case Layout::text: numbers_.push_back(numbers_.back()); break;
    case Layout::dictionary:
    case Layout::date: numbers_.push_back(0); break;
    case Layout::integer: words_.push_back(0); break;
    case Layout::decimal: words_.insert(words_.end(), 2, 0); break;
    case Layout::boolean: append_bit(bits_, false); break;
  }
  ++nulls_;
  ++rows_;
}

void Column::append_valid_text(std::string_view text) {
  if (text.size() > most_text - bytes_.size()) throw std::length_error("a column of text is full");
  bytes_.insert(bytes_.end(), text.begin(), text.end());
}

void Column::append_text(std::string_view text) {
  // Most texts are figures.
  for (auto valid = is_ascii(text) ? text.size() : text::valid_utf8_prefix(text); valid < text.size();
       valid = text::valid_utf8_prefix(text)) {
    append_valid_text(text.substr(0, valid));
    append_valid_text("\xEF\xBF\xBD");
    text.remove_prefix(valid + 1);
  }
  append_valid_text(text);
  append_valid(true);
  numbers_.push_back(static_cast<std::int32_t>(bytes_.size()));
  ++rows_;
}

void Column::append_decimal(Decimal value) {
  if (value.scale < 0 || value.scale > decimal_scale) return append_null();
  append_valid(true);
  const auto wide =
      multiply(value.coefficient, powers_of_ten[static_cast<std::size_t>(decimal_scale - value.scale)]);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  const std::array<std::int64_t, 2> halves{static_cast<std::int64_t>(wide.high),
                                           static_cast<std::int64_t>(wide.low)};
#else
  const std::array<std::int64_t, 2> halves{static_cast<std::int64_t>(wide.low),
                                           static_cast<std::int64_t>(wide.high)};
#endif
  words_.insert(words_.end(), halves.begin(), halves.end());
  ++rows_;
}

void Column::append_boolean(bool value) {
  append_valid(true);
  append_bit(bits_, value);
  ++rows_;
}

void Column::append_numbers(const std::vector<std::int32_t>& numbers, const std::vector<std::uint16_t>& at) {
  const auto rows = numbers_.size();
  numbers_.resize(rows + at.size());
  for (std::size_t i = 0; i < at.size(); ++i) numbers_[rows + i] = numbers[at[i]];
  rows_ += at.size();
}

void Column::repeat_last(std::size_t rows) {
  if (rows_ == 0 || rows <= rows_) return;
  if (!numbers_.empty()) numbers_.resize(rows, numbers_.back());
  if (!words_.empty()) words_.resize(rows, words_.back());
  const bool is_null = !validity_.empty() && (unsigned{validity_.back()} >> ((rows_ - 1) % 8) & 1U) == 0;
  if (is_null) nulls_ += static_cast<std::int64_t>(rows - rows_);
  for (; rows_ < rows; ++rows_)
    if (!validity_.empty()) append_bit(validity_, !is_null);
}

void Column::reserve_as(const Column& other) {
  validity_.reserve(other.validity_.size());
  numbers_.reserve(other.numbers_.size());
  words_.reserve(other.words_.size());
  bits_.reserve(other.bits_.size());
  bytes_.reserve(other.bytes_.size());
}

void Column::truncate(std::size_t rows) noexcept {
  // A value that was half appended has buffers that are one longer than it has rows, so that all are cut.
  const auto cut = [rows](std::vector<std::uint8_t>& bits) {
    if (bits.size() > (rows + 7) / 8) bits.resize((rows + 7) / 8);
    if (rows % 8 != 0 && bits.size() == (rows + 7) / 8)
      bits.back() = static_cast<std::uint8_t>(bits.back() & ((1U << (rows % 8)) - 1));
  };
  const auto keep = [](auto& values, std::size_t count) {
    if (values.size() > count) values.resize(count);
  };
  cut(validity_);
  cut(bits_);
  keep(numbers_, layout_ == Layout::text ? rows + 1 : rows);
  keep(words_, layout_ == Layout::decimal ? 2 * rows : rows);
  if (layout_ == Layout::text) keep(bytes_, static_cast<std::size_t>(numbers_.back()));
  rows_ = rows;
  nulls_ = 0;
  for (std::size_t row = 0; row < rows && !validity_.empty(); ++row)
    nulls_ += (unsigned{validity_[row / 8]} >> (row % 8) & 1U) == 0 ? 1 : 0;
}

void Column::renumber(const std::vector<std::int32_t>& numbers) noexcept {
  // A null has the number 0, which an empty dictionary has not.
  if (layout_ != Layout::dictionary || numbers.empty()) return;
  // Most texts are the form's own, which come in the same order everywhere.
  std::size_t same = 0;
  while (same < numbers.size() && static_cast<std::size_t>(numbers[same]) == same) ++same;
  if (same == numbers.size()) return;
  for (auto& number : numbers_) number = numbers[static_cast<std::size_t>(number)];
}

std::vector<const void*> Column::buffers() const {
  const void* validity = nulls_ > 0 ? validity_.data() : nullptr;
  switch (layout_) {
    case Layout::text: return {validity, numbers_.data(), bytes_.data()};
    case Layout::integer:
    case Layout::decimal: return {validity, words_.data()};
    case Layout::boolean: return {validity, bits_.data()};
    default: return {validity, numbers_.data()};
  }
}

}  // namespace nianbao::arrow
