// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "nianbao/report.hpp"

namespace nianbao::arrow {

/// How a column lies in memory, as Arrow has it.
enum class Layout : std::uint8_t {
  text,        ///< utf8: offsets and bytes
  dictionary,  ///< int32 numbers of texts that stand in the column's dictionary
  integer,     ///< int64
  decimal,     ///< decimal128(38, 18)
  boolean,     ///< a bit each
  date,        ///< date32: days since 1970-01-01
};

/// Decimals of every number. A coefficient of 64 bits with 18 of them still fits, and no number that the
/// library reads has more.
inline constexpr std::int32_t decimal_scale = 18;

/// The values of one column of one batch, in the buffers that are handed over as they are. Nothing but
/// std::bad_alloc and, for too much text, std::length_error is thrown; truncate() then takes back half a row.
class Column {
 public:
  explicit Column(Layout layout);

  void append_null();
  void append_text(std::string_view text);  ///< any bytes; what is not UTF-8 becomes U+FFFD
  void append_integer(std::int64_t value) {
    append_valid(true);
    words_.push_back(value);
    ++rows_;
  }
  void append_decimal(Decimal value);  ///< null if it has more decimals than there is room for
  void append_boolean(bool value);

  [[nodiscard]] Layout layout() const noexcept { return layout_; }
  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
  [[nodiscard]] std::int64_t nulls() const noexcept { return nulls_; }
  /// How much of the two GiB that one column's text may have is in use.
  [[nodiscard]] std::size_t text_size() const noexcept { return bytes_.size(); }

  /// Of a dictionary, or days of a date.
  void append_number(std::int32_t number) {
    append_valid(true);
    numbers_.push_back(number);
    ++rows_;
  }

  /// Of a dictionary: numbers[at[0]], numbers[at[1]], …, none of them null.
  void append_numbers(const std::vector<std::int32_t>& numbers, const std::vector<std::uint16_t>& at);

  /// Appends the last value once more until there are `rows`. Not of text, decimals and booleans.
  void repeat_last(std::size_t rows);

  /// Makes room for as much as `other` holds.
  void reserve_as(const Column& other);

  /// Leaves the first `rows` values.
  void truncate(std::size_t rows) noexcept;

  /// Replaces each number n of a dictionary by numbers[n].
  void renumber(const std::vector<std::int32_t>& numbers) noexcept;

  /// Arrow's buffers: validity (nullptr without nulls), values or offsets, bytes of text.
  [[nodiscard]] std::vector<const void*> buffers() const;

 private:
  void append_valid(bool valid) {
    if (!valid && validity_.empty()) begin_validity();
    if (!validity_.empty() || !valid) append_bit(validity_, valid);
  }
  void begin_validity();
  void append_bit(std::vector<std::uint8_t>& bits, bool bit) const {
    if (rows_ % 8 == 0) bits.push_back(0);
    if (bit) bits.back() = static_cast<std::uint8_t>(bits.back() | (1U << (rows_ % 8)));
  }
  void append_valid_text(std::string_view text);

  Layout layout_;
  std::size_t rows_ = 0;
  std::int64_t nulls_ = 0;
  std::vector<std::uint8_t> validity_;  ///< empty until the first null
  std::vector<std::int32_t> numbers_;   ///< offsets, numbers or days
  std::vector<std::int64_t> words_;     ///< integers; of a decimal two halves, as the processor orders them
  std::vector<std::uint8_t> bits_;
  std::vector<char> bytes_;
};

}  // namespace nianbao::arrow
