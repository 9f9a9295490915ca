// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

/// What the elements of HTML do to the text that they hold.
namespace nianbao::readers {

enum class Role : std::uint8_t {
  flowing,  ///< a part of its line: span, font, b, a, o:p
  block,    ///< lines of its own: p, div, li
  heading,  ///< a line of its own; `level` says which
  body,     ///< a block that holds what the page is about: main, article
  break_,   ///< br
  rule,     ///< hr
  table,
  group,  ///< thead, tbody, tfoot: spans of rows end with it
  row,
  cell,
  list,      ///< ol, ul; `level` is 1 for one that is numbered
  item,      ///< li
  raised,    ///< sup, sub: its digits are not those of the number before it
  left_out,  ///< never shown, or no text of the page: script, style, nav, del
  field,     ///< textarea: left out, but for one in a cell
  choice,    ///< select: so is it, and shows the option that is selected
  option,
  furniture,  ///< of the site rather than of the page: header, footer, aside
  title,
  meta,
};

struct Element {
  Role role = Role::flowing;
  std::uint8_t level = 0;
};

/// The element called `name` (lower case).
Element element_of(std::string_view name) noexcept;

/// Whether a `class` or `id` says that its element is of the site rather than of the page.
bool names_furniture(std::string_view names) noexcept;

/// Whether a `style` declares `property` (lower case, without blanks): "display:none".
bool declares(std::string_view style, std::string_view property) noexcept;

/// Whether a `style` takes its element off the page.
bool hides(std::string_view style) noexcept;

/// Whether a `style` leaves text a size that is seen.
enum class TextSize : std::uint8_t { inherited, none, some };
TextSize text_size(std::string_view style) noexcept;

/// Whether an `input` of this `type` shows its value as text.
bool is_field(std::string_view type) noexcept;

/// The number that a `colspan` or `rowspan` says, at most `most`; 1 if it says none.
std::uint32_t span_of(std::string_view value, std::uint32_t most) noexcept;

}  // namespace nianbao::readers
