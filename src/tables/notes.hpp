// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "reading.hpp"

/// Doubts about what is printed in tables.
namespace nianbao::tables {

/// Notes doubts at the places of tokens.
class Notes {
 public:
  explicit Notes(const Reading& reading) : in_(reading) {}

  /// What is printed where `token` stands, folded; the beginning of long texts.
  std::string folded(std::uint32_t token);

  /// A diagnostic at `token`; without a place if it is no_token.
  void add(DiagnosticCode code, std::uint32_t token, std::string_view path, std::string_view text,
           std::int64_t n = 0, std::int64_t m = 0);

 private:
  const Reading& in_;
  std::string buffer_;
};

}  // namespace nianbao::tables
