// SPDX-License-Identifier: Apache-2.0
#include "readers/lines.hpp"

namespace nianbao::readers {

Document read_plain(std::string_view text, const ParseOptions& options) {
  DocumentBuilder out(text, options);
  LineWalker lines(text);
  text::ByteFinder<1> tabs(text, {'\t'});
  for (text::Range line; out.has_room() && lines.next(line);) {
    if (line.empty()) {
      out.blank_line();
      continue;
    }
    const bool is_row = tabs.next(line.begin) < line.end;
    out.begin_line(line, lines);
    if (is_row)
      split_cells(out, line, tabs);
    else
      out.cell(line);
    out.end_line(is_row);
  }
  return std::move(out.document);
}

}  // namespace nianbao::readers
