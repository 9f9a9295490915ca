// SPDX-License-Identifier: Apache-2.0
#include <cstring>

#include "readers/lines.hpp"

namespace nianbao::readers {

Document read_plain(std::string_view text, const ParseOptions& options) {
  DocumentBuilder out(text, options);
  LineWalker lines(text);
  for (text::Range line; out.has_room() && lines.next(line);) {
    if (line.empty()) {
      out.blank_line();
      continue;
    }
    const bool is_row = std::memchr(text.data() + line.begin, '\t', line.size()) != nullptr;
    out.begin_line(line, lines);
    if (is_row)
      split_cells(out, line, '\t');
    else
      out.cell(line);
    out.end_line(is_row);
  }
  return std::move(out.document);
}

Document read(std::string_view text, const ParseOptions& options) {
  switch (options.format) {
    case Format::plain: return read_plain(text, options);
    case Format::markdown: return read_markdown(text, options);
    case Format::layout: return read_layout(text, options);
    case Format::words: return read_bbox(text, options);
    default: break;
  }
  if (is_bbox(text)) return read_bbox(text, options);
  if (looks_laid_out(text)) return read_layout(text, options);
  for (const std::string_view mark : {"|", "#", "**", "<t", "<T", "<b", "<B", "</", "&nbsp;"})
    if (text.find(mark) != std::string_view::npos) return read_markdown(text, options);
  return read_plain(text, options);
}

}  // namespace nianbao::readers
