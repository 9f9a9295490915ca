// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "readers/lines.hpp"

/// Tables that Markdown writes as HTML: <table>, <tr>, <td>, colspan and rowspan.
namespace nianbao::readers {

/// Where a table's tag starts in `line`, or npos.
std::size_t html_table_start(std::string_view line) noexcept;

/// Reads the table that starts at `start` of `text`; rows become lines, spans blank cells. Returns
/// the offset behind it: </table>, or the end of the text. `lines` stands on the table's first line.
std::uint32_t read_html_table(DocumentBuilder& out, std::string_view text, std::uint32_t start,
                              LineWalker lines);

}  // namespace nianbao::readers
