// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "nianbao/parse.hpp"

/// A ZIP file and its parts, within the limits. Nothing is unpacked but what is asked for.
namespace nianbao::readers::docx {

/// What came of reading a part.
enum class Unpacking : std::uint8_t {
  whole,
  missing,
  encrypted,
  damaged,    ///< it cannot be unpacked, or its checksum does not hold: what was given is not to be believed
  too_large,  ///< it passes a limit on unpacked bytes
};

class Package {
 public:
  /// Borrows `bytes`.
  Package(std::string_view bytes, const ParseOptions& options);
  ~Package();
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;

  [[nodiscard]] bool is_open() const noexcept;
  [[nodiscard]] bool has_too_many_entries() const noexcept { return too_many_entries_; }
  [[nodiscard]] bool has(const std::string& name) const;

  /// Gives `name`'s content to `take`, block by block.
  Unpacking read(const std::string& name, const std::function<void(std::string_view)>& take);

  /// The limit that the last read passed: "max_unpacked_bytes" or "max_unpacked_ratio"; and the bytes
  /// that are said to be in the part, or that were found.
  [[nodiscard]] const char* passed_limit() const noexcept { return passed_limit_; }
  [[nodiscard]] std::uint64_t size_found() const noexcept { return size_found_; }

 private:
  struct Archive;

  [[nodiscard]] std::int64_t find(const std::string& name) const;
  bool passes_limit(std::uint64_t size, std::uint64_t packed) noexcept;

  std::unique_ptr<Archive> archive_;
  std::uint64_t most_bytes_;
  std::uint64_t most_ratio_;
  std::uint64_t unpacked_ = 0;  // by all reads
  std::uint64_t size_found_ = 0;
  const char* passed_limit_ = "";
  bool too_many_entries_ = false;
};

}  // namespace nianbao::readers::docx
