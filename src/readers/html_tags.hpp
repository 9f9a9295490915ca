// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// What libxml2 must be kept from.
namespace nianbao::readers {

/// A page, made safe.
struct SafePage {
  /// The page with spaces for what libxml2 would stumble over: NUL, where it stops; <![if]> of Word and </2>,
  /// which it takes for text; attributes beyond the first hundreds of a tag, each of which it compares with
  /// all before. "" if there is no such thing; else as long as the page.
  std::string text;

  /// How deep elements may lie in each other: an end tag that fits none is held against all of them.
  std::uint32_t deepest = 0;
};

SafePage make_safe(std::string_view text);

}  // namespace nianbao::readers
