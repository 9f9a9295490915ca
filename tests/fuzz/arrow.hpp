// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "nianbao/nianbao.h"

/// Streams of the Arrow C data interface, read to the last byte by what Arrow's specification says of them.
namespace nianbao::fuzz {

class ArrowReader {
 public:
  /// Reads and releases `stream`; gives its rows.
  std::int64_t read(ArrowArrayStream& stream) {
    ArrowSchema schema;
    demand(stream.get_schema(&stream, &schema) == 0, "a stream without a schema");
    std::int64_t rows = 0;
    for (;;) {
      ArrowArray batch;
      demand(stream.get_next(&stream, &batch) == 0, "a stream that breaks off");
      if (batch.release == nullptr) break;
      rows += batch.length;
      read(schema, batch);
      batch.release(&batch);
    }
    schema.release(&schema);
    stream.release(&stream);
    return rows;
  }

  /// Of all values that were read, in their order: equal for equal rows.
  [[nodiscard]] unsigned sum() const { return sum_; }

 private:
  static void demand(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
  }

  void read(const ArrowSchema& schema, const ArrowArray& array) {
    demand(schema.n_children == array.n_children, "a batch that is not as its schema");
    for (std::int64_t i = 0; i < array.n_children; ++i) {
      demand(array.children[i]->length == array.length, "columns of other lengths");
      read_column(schema.children[i]->format, *array.children[i]);
    }
  }

  void read_column(std::string_view format, const ArrowArray& array) {
    const bool is_text = format == "u";
    demand(array.n_buffers == (is_text ? 3 : 2), "a column of other buffers");
    for (std::size_t row = 0; row < static_cast<std::size_t>(array.length); ++row) {
      const bool valid = is_valid(array, row);
      sum_ = sum_ * 31 + (valid ? 1 : 0);
      if (!valid) continue;
      if (is_text)
        read_text(array, row);
      else if (array.dictionary != nullptr)
        read_word(format, array, row);
      else
        read_value(format, array, row);
    }
  }

  static bool bit(const void* bits, std::size_t row) {
    return (static_cast<const unsigned char*>(bits)[row / 8] >> (row % 8) & 1) != 0;
  }

  static bool is_valid(const ArrowArray& array, std::size_t row) {
    return array.buffers[0] == nullptr || bit(array.buffers[0], row);
  }

  void read_text(const ArrowArray& array, std::size_t row) {
    const auto* ends = static_cast<const std::int32_t*>(array.buffers[1]);
    demand(ends[row] >= 0 && ends[row] <= ends[row + 1], "a text that ends before it begins");
    read_bytes(static_cast<const char*>(array.buffers[2]) + ends[row],
               static_cast<std::size_t>(ends[row + 1] - ends[row]));
  }

  // What a dictionary holds besides is nobody's.
  void read_word(std::string_view format, const ArrowArray& array, std::size_t row) {
    const auto number = number_of(format, array.buffers[1], row);
    demand(number >= 0 && number < array.dictionary->length, "a word that no dictionary has");
    read_text(*array.dictionary, static_cast<std::size_t>(number));
  }

  static std::int64_t number_of(std::string_view format, const void* numbers, std::size_t row) {
    if (format == "c") return static_cast<const std::int8_t*>(numbers)[row];
    if (format == "s") return static_cast<const std::int16_t*>(numbers)[row];
    demand(format == "i", "numbers of words of a type that no table has");
    return static_cast<const std::int32_t*>(numbers)[row];
  }

  void read_value(std::string_view format, const ArrowArray& array, std::size_t row) {
    if (format == "b") {
      sum_ = sum_ * 31 + (bit(array.buffers[1], row) ? 1 : 0);
      return;
    }
    const std::size_t size = format == "tdD" ? 4 : format == "l" ? 8 : 16;
    demand(size < 16 || format.substr(0, 2) == "d:", "a type that no table has");
    read_bytes(static_cast<const char*>(array.buffers[1]) + row * size, size);
  }

  void read_bytes(const char* bytes, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) sum_ = sum_ * 31 + static_cast<unsigned char>(bytes[i]);
  }

  unsigned sum_ = 0;
};

}  // namespace nianbao::fuzz
