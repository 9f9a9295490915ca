// SPDX-License-Identifier: Apache-2.0
#include "arrow/column.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "text/source.hpp"

namespace nianbao::arrow {
namespace {

constexpr std::size_t most_text = static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());

constexpr auto powers_of_ten = [] {
  std::array<std::uint64_t, decimal_scale + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// As Arrow has 128 bits: the halves as the processor orders them.
struct Wide {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  std::uint64_t high = 0;
  std::uint64_t low = 0;
#else
  std::uint64_t low = 0;
  std::uint64_t high = 0;
#endif
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
  Wide product;
  product.low = (cross << 32) | (low & half);
  product.high = b * d + (middle >> 32) + (cross >> 32);
  if (value < 0) {
    product.low = 0 - product.low;
    product.high = ~product.high + (product.low == 0 ? 1 : 0);
  }
  return product;
}

/// Calls `body` with a null pointer to the type that numbers and days of that layout have.
template <class Body>
void with_number_type(Layout layout, Body&& body) {
  switch (layout) {
    case Layout::word8: return body(static_cast<std::int8_t*>(nullptr));
    case Layout::word16: return body(static_cast<std::int16_t*>(nullptr));
    case Layout::integer: return body(static_cast<std::int64_t*>(nullptr));
    default: return body(static_cast<std::int32_t*>(nullptr));
  }
}

/// Bytes of one value; 0 of bits.
std::size_t width_of(Layout layout) noexcept {
  switch (layout) {
    case Layout::word8: return 1;
    case Layout::word16: return 2;
    case Layout::integer: return 8;
    case Layout::decimal: return sizeof(Wide);
    case Layout::boolean: return 0;
    default: return 4;
  }
}

constexpr std::size_t bytes_of_bits(std::size_t bits) noexcept { return (bits + 7) / 8; }

/// Up to eight values of 0 or 1 as the bits of a byte; all 1 if there are none.
std::uint8_t packed(const std::uint8_t* values, std::size_t count) noexcept {
  unsigned byte = 0;
  if (values == nullptr)
    byte = (1U << count) - 1;
  else if (count == 8)  // in one go
    for (unsigned i = 0; i < 8; ++i) byte |= unsigned{values[i]} << i;
  else
    for (unsigned i = 0; i < count; ++i) byte |= unsigned{values[i]} << i;
  return static_cast<std::uint8_t>(byte);
}

/// Leaves the first `count` bits, those behind them 0.
void cut_bits(Buffer& bits, std::size_t count) noexcept {
  bits.cut(bytes_of_bits(count));
  if (count % 8 == 0 || bits.size() < bytes_of_bits(count)) return;
  auto& last = bits.as<std::uint8_t>()[count / 8];
  last = static_cast<std::uint8_t>(last & ((1U << (count % 8)) - 1));
}

bool is_ascii(std::string_view text) noexcept {
  return std::accumulate(text.begin(), text.end(), 0U,
                         [](unsigned seen, char c) { return seen | static_cast<unsigned char>(c); }) < 0x80;
}

/// Whether no text begins inside of a character.
bool begin_characters(const std::string_view* texts, std::size_t count) noexcept {
  return std::none_of(texts, texts + count, [](std::string_view text) {
    return !text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0U) == 0x80;
  });
}

}  // namespace

bool is_dictionary(Layout layout) noexcept {
  return layout == Layout::word8 || layout == Layout::word16 || layout == Layout::word32;
}

std::size_t most_words(Layout layout) noexcept {
  if (layout == Layout::word8) return std::numeric_limits<std::int8_t>::max();
  if (layout == Layout::word16) return std::numeric_limits<std::int16_t>::max();
  return std::numeric_limits<std::int32_t>::max();
}

Column::Column(Layout layout) : layout_(layout) {
  if (layout == Layout::text) *values_.extend<std::int32_t>(1) = 0;
}

void Column::append_bits(Buffer& bits, const std::uint8_t* values, std::size_t count) const {
  bits.extend<std::uint8_t>(bytes_of_bits(rows_ + count) - bits.size());
  auto* out = bits.as<std::uint8_t>() + rows_ / 8;
  const auto used = rows_ % 8;
  // What the last byte has room for, then whole bytes.
  const auto first = used == 0 ? 0 : std::min(count, 8 - used);
  if (first > 0) {
    *out = static_cast<std::uint8_t>(*out | packed(values, first) << used);
    ++out;
  }
  for (auto i = first; i < count; i += 8)
    *out++ = packed(values == nullptr ? nullptr : values + i, std::min<std::size_t>(8, count - i));
}

void Column::append_validity(const std::uint8_t* valid, std::size_t count) {
  const auto values = valid == nullptr ? count : std::accumulate(valid, valid + count, std::size_t{0});
  if (values == count && validity_.size() == 0) return;
  if (validity_.size() == 0) {
    // All rows before the first null are valid.
    const auto before = bytes_of_bits(rows_);
    std::fill_n(validity_.extend<std::uint8_t>(before), before, std::uint8_t{0xff});
    cut_bits(validity_, rows_);
  }
  append_bits(validity_, valid, count);
  nulls_ += static_cast<std::int64_t>(count - values);
}

void Column::append_valid_bytes(std::string_view text) {
  if (text.size() > most_text - bytes_.size()) throw std::length_error("a column of text is full");
  bytes_.add(text.data(), text.size());
}

void Column::append_mended(std::string_view text) {
  for (auto valid = text::valid_utf8_prefix(text); valid < text.size();
       valid = text::valid_utf8_prefix(text)) {
    append_valid_bytes(text.substr(0, valid));
    append_valid_bytes("\xEF\xBF\xBD");
    text.remove_prefix(valid + 1);
  }
  append_valid_bytes(text);
}

bool Column::append_bytes(const std::string_view* texts, std::size_t count) {
  const auto before = bytes_.size();
  std::size_t size = 0;
  for (std::size_t i = 0; i < count; ++i) size += texts[i].size();
  if (size > most_text - before) throw std::length_error("a column of text is full");
  auto* const out = bytes_.extend<char>(size);
  auto* next = out;
  for (std::size_t i = 0; i < count; ++i) {
    // Most are figures of one digit.
    if (texts[i].size() == 1)
      *next++ = texts[i].front();
    else
      next = std::copy(texts[i].begin(), texts[i].end(), next);
  }
  const std::string_view all(out, size);
  // What is UTF-8 together is so one by one, unless a character is parted.
  if (is_ascii(all) || (text::valid_utf8_prefix(all) == size && begin_characters(texts, count))) return true;
  bytes_.cut(before);
  return false;
}

void Column::append_texts(const std::string_view* texts, const std::uint8_t* valid, std::size_t count) {
  auto* const ends = values_.extend<std::int32_t>(count);
  auto end = static_cast<std::int32_t>(bytes_.size());
  const bool is_done = append_bytes(texts, count);
  for (std::size_t i = 0; i < count; ++i) {
    if (is_done) {
      end += static_cast<std::int32_t>(texts[i].size());
    } else {
      append_mended(texts[i]);
      end = static_cast<std::int32_t>(bytes_.size());
    }
    ends[i] = end;
  }
  append_validity(valid, count);
  rows_ += count;
}

void Column::append_numbers(const std::int32_t* numbers, const std::uint8_t* valid, std::size_t count) {
  with_number_type(layout_, [&](auto* type) {
    using Number = std::remove_pointer_t<decltype(type)>;
    std::transform(numbers, numbers + count, values_.extend<Number>(count),
                   [](std::int32_t number) { return static_cast<Number>(number); });
  });
  append_validity(valid, count);
  rows_ += count;
}

void Column::append_decimals(const Decimal* values, const std::uint8_t* valid, std::size_t count) {
  std::vector<std::uint8_t> with_room;
  auto* const out = values_.extend<Wide>(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto places = static_cast<std::size_t>(decimal_scale - values[i].scale);
    if (places < powers_of_ten.size()) {
      out[i] = multiply(values[i].coefficient, powers_of_ten[places]);
      continue;
    }
    out[i] = Wide();
    if (with_room.empty()) with_room.assign(valid, valid + count);
    with_room[i] = 0;
  }
  append_validity(with_room.empty() ? valid : with_room.data(), count);
}

void Column::append_values(const Decimal* values, const std::uint8_t* valid, std::size_t count) {
  if (layout_ == Layout::decimal) {
    append_decimals(values, valid, count);
  } else if (layout_ == Layout::boolean) {
    std::vector<std::uint8_t> bits(count);
    for (std::size_t i = 0; i < count; ++i) bits[i] = values[i].coefficient != 0 ? 1 : 0;
    append_bits(values_, bits.data(), count);
    append_validity(valid, count);
  } else {
    auto* const out = values_.extend<std::int64_t>(count);
    for (std::size_t i = 0; i < count; ++i) out[i] = values[i].coefficient;
    append_validity(valid, count);
  }
  rows_ += count;
}

void Column::repeat_last(std::size_t times) {
  if (rows_ == 0 || times == 0) return;
  with_number_type(layout_, [&](auto* type) {
    using Number = std::remove_pointer_t<decltype(type)>;
    auto* const out = values_.extend<Number>(times);
    std::fill_n(out, times, values_.as<Number>()[rows_ - 1]);
  });
  const bool is_null =
      validity_.size() > 0 &&
      (unsigned{validity_.as<std::uint8_t>()[(rows_ - 1) / 8]} >> ((rows_ - 1) % 8) & 1U) == 0;
  const std::vector<std::uint8_t> nulls(is_null ? times : 0);
  append_validity(is_null ? nulls.data() : nullptr, times);
  rows_ += times;
}

void Column::repeat_rows(std::size_t rows) {
  const auto size = rows * width_of(layout_);
  auto* const out = values_.extend<char>(size);
  std::memcpy(out, out - size, size);
  append_validity(nullptr, rows);
  rows_ += rows;
}

void Column::truncate(std::size_t rows) noexcept {
  // A value that was half appended has buffers that are longer than it has rows, so that all are cut.
  cut_bits(validity_, rows);
  if (layout_ == Layout::boolean)
    cut_bits(values_, rows);
  else
    values_.cut((layout_ == Layout::text ? rows + 1 : rows) * width_of(layout_));
  if (layout_ == Layout::text) bytes_.cut(static_cast<std::size_t>(values_.as<std::int32_t>()[rows]));
  rows_ = rows;
  nulls_ = 0;
  for (std::size_t row = 0; row < rows && validity_.size() > 0; ++row)
    nulls_ += (unsigned{validity_.as<std::uint8_t>()[row / 8]} >> (row % 8) & 1U) == 0 ? 1 : 0;
}

void Column::renumber(const std::vector<std::int32_t>& numbers) noexcept {
  // A null has the number 0, which an empty dictionary has not.
  if (!is_dictionary(layout_) || numbers.empty()) return;
  // Most texts are the form's own, which have the same numbers everywhere.
  std::size_t same = 0;
  while (same < numbers.size() && static_cast<std::size_t>(numbers[same]) == same) ++same;
  if (same == numbers.size()) return;
  with_number_type(layout_, [&](auto* type) {
    using Number = std::remove_pointer_t<decltype(type)>;
    auto* const all = values_.as<Number>();
    std::transform(all, all + rows_, all, [&](Number number) {
      return static_cast<Number>(numbers[static_cast<std::size_t>(number)]);
    });
  });
}

std::vector<const void*> Column::buffers() const {
  const void* validity = nulls_ > 0 ? validity_.data() : nullptr;
  if (layout_ == Layout::text) return {validity, values_.data(), bytes_.data()};
  return {validity, values_.data()};
}

}  // namespace nianbao::arrow
