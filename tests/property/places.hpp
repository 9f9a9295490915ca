// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/parse.hpp"

/// Where characters stand in an input, counted without the library's help.
namespace nianbao::property {

class Places {
 public:
  Places(std::string_view input, Encoding encoding);

  /// Why `span` is no proper place in the input; "" if it is one.
  [[nodiscard]] std::string fault(const SourceSpan& span) const;

  /// What is printed at `span`, as UTF-8.
  [[nodiscard]] std::string printed(const SourceSpan& span) const;

 private:
  struct Place {
    std::uint32_t line = 0;  // 0 inside a character
    std::uint32_t column = 0;
  };

  std::string_view input_;
  Encoding encoding_;
  std::vector<Place> at_;  // for every byte of the input, and its end
};

/// Whether all of `text` is UTF-8.
bool is_utf8(std::string_view text);

}  // namespace nianbao::property
