// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

/// What tags of HTML do to the text round them.
namespace nianbao::text {

/// Whether a `style` declares `property` (lower case, without blanks): "display:none".
bool declares(std::string_view style, std::string_view property) noexcept;

/// Whether a `style` takes its element off the page.
bool hides(std::string_view style) noexcept;

/// Whether a `style` leaves text a size that is seen.
enum class TextSize : std::uint8_t { inherited, none, some };
TextSize text_size(std::string_view style) noexcept;

/// What a tag makes of the characters at its sides.
enum class TagIs : std::uint8_t {
  flowing,  ///< nothing: b, span, a
  break_,   ///< they stand in lines or cells of their own: br, p, td
  apart,    ///< they are not of one number, or not shown: sup, del, input, a style that may hide
};

/// Of a tag from its < to its >.
TagIs tag_of(std::string_view tag) noexcept;

}  // namespace nianbao::text
