// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "text/tags.hpp"

/// What the elements of HTML do to the text that they hold.
namespace nianbao::readers {

using text::declares;
using text::hides;
using text::text_size;
using text::TextSize;

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

/// Whether an `input` of this `type` shows its value as text.
bool is_field(std::string_view type) noexcept;

/// The number that a `colspan` or `rowspan` says, at most `most`; 1 if it says none.
std::uint32_t span_of(std::string_view value, std::uint32_t most) noexcept;

}  // namespace nianbao::readers
