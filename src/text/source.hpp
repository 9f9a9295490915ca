// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/parse.hpp"

/// Bytes of any encoding to UTF-8, and every offset of it back to the bytes.
namespace nianbao::text {

/// Offsets in the text are 32 bits wide; no more than this of any input is read.
inline constexpr std::uint64_t most_bytes = std::uint64_t{1} << 30;

/// A half-open range of bytes in the UTF-8 text.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] bool empty() const noexcept { return begin >= end; }
  [[nodiscard]] std::uint32_t size() const noexcept { return end - begin; }
};

/// The input as valid UTF-8. Borrows the caller's bytes where they are UTF-8 already.
class Source {
 public:
  /// Reads at most `options.max_bytes` of `bytes`; if that cuts them, up to the last break between
  /// lines or cells.
  Source(std::string_view bytes, const ParseOptions& options);

  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] Encoding encoding() const noexcept { return encoding_; }

  /// How many sequences were not valid and became U+FFFD.
  [[nodiscard]] std::uint64_t invalid() const noexcept { return invalid_; }

  /// The first of them in the text.
  [[nodiscard]] std::uint32_t first_invalid() const noexcept { return first_invalid_; }

  /// Whether text() has the bytes of the caller's input, one for one.
  [[nodiscard]] bool has_same_bytes() const noexcept { return is_borrowed_; }

  /// The byte of the caller's input that stands at `offset` of text(). `offset` is on a character's
  /// boundary.
  [[nodiscard]] std::uint64_t to_input(std::uint32_t offset) const noexcept {
    return is_borrowed_ ? std::uint64_t{start_} + offset : walk_to_input(offset);
  }

 private:
  // Where a character of the text stands in the input; between two checkpoints one is walked from
  // the other, character by character.
  struct Checkpoint {
    std::uint32_t text;
    std::uint32_t input;
  };

  Encoding skip_mark(Encoding wanted);
  bool read_utf8(Encoding wanted, bool cut);
  void read_other(Encoding wanted);
  void convert(Encoding encoding);
  void repair_utf8();
  void mark(std::uint32_t input);
  [[nodiscard]] std::uint64_t walk_to_input(std::uint32_t offset) const noexcept;
  [[nodiscard]] std::uint32_t step(std::uint64_t at) const noexcept;

  std::string_view input_;
  std::string_view text_;
  std::string converted_;
  std::vector<Checkpoint> checkpoints_;
  std::uint32_t start_ = 0;   // of the text behind a byte order mark
  bool is_borrowed_ = false;  // the text is the input's own bytes
  Encoding encoding_ = Encoding::utf8;
  std::uint64_t invalid_ = 0;
  std::uint32_t first_invalid_ = 0;
};

/// The length of the longest prefix of `text` that is valid UTF-8.
std::size_t valid_utf8_prefix(std::string_view text) noexcept;

}  // namespace nianbao::text
