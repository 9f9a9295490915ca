// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "arrow/buffer.hpp"
#include "nianbao/report.hpp"

namespace nianbao::arrow {

/// How a column lies in memory, as Arrow has it.
enum class Layout : std::uint8_t {
  text,     ///< utf8: offsets and bytes
  word8,    ///< int8 numbers of texts that stand in the column's dictionary
  word16,   ///< the same of int16
  word32,   ///< the same of int32
  integer,  ///< int64
  decimal,  ///< decimal128(38, 18)
  boolean,  ///< a bit each
  date,     ///< date32: days since 1970-01-01
};

/// Whether a dictionary has the texts; if so, how many it has room for.
bool is_dictionary(Layout layout) noexcept;
std::size_t most_words(Layout layout) noexcept;

/// Decimals have as many places behind the point as a column has room for.
inline constexpr std::int32_t decimal_scale = 18;

/// The values of one column of one batch, in the buffers that are handed over as they are. Nothing but
/// std::bad_alloc and, for too much text, std::length_error is thrown; truncate() then takes back what was
/// half appended. `valid` has 1 for a value and 0 for null, of which the text is empty or the number 0.
class Column {
 public:
  explicit Column(Layout layout);

  /// Any bytes; what is not UTF-8 becomes U+FFFD.
  void append_texts(const std::string_view* texts, const std::uint8_t* valid, std::size_t count);

  /// Of a dictionary, which has these numbers, or days of a date. Without `valid` none is null.
  void append_numbers(const std::int32_t* numbers, const std::uint8_t* valid, std::size_t count);

  /// Integers, decimals (null if one has more places than there is room for) and booleans (0 or 1).
  void append_values(const Decimal* values, const std::uint8_t* valid, std::size_t count);

  /// Appends the last value that often once more. Not of text, decimals and booleans.
  void repeat_last(std::size_t times);

  /// Appends the last `rows` values once more, none of them null. Of dictionaries.
  void repeat_rows(std::size_t rows);

  /// Leaves the first `rows` values.
  void truncate(std::size_t rows) noexcept;

  /// Replaces each number n of a dictionary by numbers[n].
  void renumber(const std::vector<std::int32_t>& numbers) noexcept;

  [[nodiscard]] Layout layout() const noexcept { return layout_; }
  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
  [[nodiscard]] std::int64_t nulls() const noexcept { return nulls_; }
  /// How much of the two GiB that one column's text may have is in use.
  [[nodiscard]] std::size_t text_size() const noexcept { return bytes_.size(); }

  /// Arrow's buffers: validity (nullptr without nulls), values or offsets, bytes of text.
  [[nodiscard]] std::vector<const void*> buffers() const;

 private:
  void append_validity(const std::uint8_t* valid, std::size_t count);
  void append_bits(Buffer& bits, const std::uint8_t* values, std::size_t count) const;
  void append_decimals(const Decimal* values, const std::uint8_t* valid, std::size_t count);
  /// False, and nothing done, if not all is UTF-8.
  bool append_bytes(const std::string_view* texts, std::size_t count);
  void append_valid_bytes(std::string_view text);
  void append_mended(std::string_view text);

  Layout layout_;
  std::size_t rows_ = 0;
  std::int64_t nulls_ = 0;
  Buffer validity_;  ///< empty until the first null
  Buffer values_;  ///< offsets, numbers, days, integers, bits; of a decimal two halves, as the processor has
                   ///< them
  Buffer bytes_;
};

}  // namespace nianbao::arrow
