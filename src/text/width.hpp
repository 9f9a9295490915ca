// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Text on a terminal, whose columns are those of ASCII.
namespace nianbao::text {

/// Columns that a terminal gives to `c`: 2 for wide East Asian characters, 0 for what combines with the
/// character before it, else 1.
std::size_t display_width(char32_t c) noexcept;

/// The columns of all of `text`.
std::size_t display_width(std::string_view text) noexcept;

/// What may be shown for `c`: itself, or a sign for what would steer the terminal or turn the line round.
char32_t shown(char32_t c) noexcept;

/// `text` on one line that steers nothing: line breaks and tabs become spaces, what is not UTF-8 U+FFFD.
std::string shown(std::string_view text);

}  // namespace nianbao::text
