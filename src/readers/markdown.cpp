// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "readers/html_table.hpp"
#include "readers/lines.hpp"

namespace nianbao::readers {

namespace {

// |---|:--:| says how a table looks, nothing else.
bool is_delimiter_row(std::string_view line) noexcept {
  bool dash = false;
  bool bar = false;
  for (const char c : line) {
    dash = dash || c == '-';
    bar = bar || c == '|';
    if (c != '-' && c != '|' && c != ':' && c != ' ' && c != '\t') return false;
  }
  return dash && bar;
}

bool is_rule(std::string_view line) noexcept {
  return line.size() >= 3 && (line[0] == '-' || line[0] == '*' || line[0] == '_') &&
         line.find_first_not_of("-*_ ") == std::string_view::npos &&
         std::count(line.begin(), line.end(), line[0]) >= 3;
}

// Whether the text holds anything that has to be taken out of cells and prose: tags, entities, marks of
// emphasis, escapes. Pipes and headings alone need no such care.
bool has_marks(std::string_view text) noexcept {
  return text::ByteFinder<5>(text, {'<', '&', '*', '_', '\\'}).next(0) < text.size();
}

// Whether nothing but a tag, a pipe or a tab, which may stand anywhere, can make more of a line than text.
bool begins_text(std::string_view line) noexcept {
  return text::begins_bare(line) && line[0] != '#' && line[0] != '-' && line[0] != ':' && line[0] != '|';
}

std::uint8_t heading_depth(std::string_view line) noexcept {
  const auto depth = std::min(line.find_first_not_of('#'), line.size());
  return depth <= 6 ? static_cast<std::uint8_t>(depth) : std::uint8_t{0};
}

enum class Edge : std::uint8_t { pipes, none };

class MarkdownReader {
 public:
  MarkdownReader(std::string_view text, const ParseOptions& options)
      : out_(text, options),
        lines_(text),
        marks_(text, {'<', '|', '\t'}),
        bars_(text, {'|'}),
        tabs_(text, {'\t'}),
        tags_(text, {'<'}),
        text_(text) {
    out_.document.has_markup = has_marks(text);
  }

  Document read() {
    for (text::Range line; out_.has_room() && lines_.next(line);) read_line(line);
    return std::move(out_.document);
  }

 private:
  void read_line(text::Range line) {
    auto range = line;
    while (range.begin < range.end && (text_[range.begin] == ' ' || text_[range.begin] == '>')) ++range.begin;
    const auto view = text_.substr(range.begin, range.size());
    if (view.empty()) {
      out_.blank_line();
    } else if (begins_text(view) && marks_.next(range.begin) >= range.end) {
      at_first_row_ = true;
      add_text(range);
    } else if (const auto table = table_start(range); table < range.end) {
      read_html_table(line, table);
    } else if (is_delimiter_row(view)) {
      return;
    } else if (is_rule(view)) {
      out_.blank_line();
    } else if (bars_.next(range.begin) < range.end) {
      read_pipe_row(range);
    } else {
      read_plain_line(range, view);
    }
  }

  // Where an HTML table begins in `line`; its end if none does.
  [[nodiscard]] std::uint32_t table_start(text::Range line) noexcept {
    if (tags_.next(line.begin) >= line.end) return line.end;
    const auto found = html_table_start(text_.substr(line.begin, line.size()));
    return found == std::string_view::npos ? line.end : line.begin + static_cast<std::uint32_t>(found);
  }

  void read_plain_line(text::Range range, std::string_view view) {
    at_first_row_ = true;
    const auto depth = heading_depth(view);
    range.begin += depth;
    if (depth > 0 || tabs_.next(range.begin) >= range.end) {
      add_text(range, depth);
      return;
    }
    out_.begin_line(range, lines_);
    split_cells(out_, range, tabs_);
    out_.end_line(true);
  }

  void add_text(text::Range range, std::uint8_t depth = 0) {
    out_.begin_line(range, lines_);
    out_.cell(range);
    out_.end_line(false, depth);
  }

  void read_pipe_row(text::Range range) {
    out_.begin_line(range, lines_);
    auto inner = out_.trimmed(range);
    if (at_first_row_) edge_ = edge_of(range, inner);
    at_first_row_ = false;
    if (edge_ == Edge::pipes) {
      if (!inner.empty() && text_[inner.begin] == '|') ++inner.begin;
      if (!inner.empty() && text_[inner.end - 1] == '|' &&
          !(inner.end - 1 > inner.begin && text_[inner.end - 2] == '\\'))
        --inner.end;
    }
    split_pipes(inner);
    out_.end_line(true);
  }

  // The first row of a table tells whether pipes at the ends are the table's edges or bound a blank
  // cell. A space in front of the pipe leaves it open: then it is as in the table before.
  [[nodiscard]] Edge edge_of(text::Range line, text::Range inner) const noexcept {
    if (inner.empty() || text_[inner.begin] != '|') return Edge::none;
    const bool indented = line.begin > 0 && text_[line.begin - 1] == ' ';
    return indented && edge_ == Edge::none ? Edge::none : Edge::pipes;
  }

  void split_pipes(text::Range line) {
    auto begin = line.begin;
    bool has_room = true;
    bars_.each(line.begin, line.end, [&](std::size_t at) {
      if (at > line.begin && text_[at - 1] == '\\') return true;
      const auto end = static_cast<std::uint32_t>(at);
      has_room = out_.cell({begin, end});
      begin = end + 1;
      return has_room;
    });
    if (has_room) out_.cell({begin, line.end});
  }

  void read_html_table(text::Range line, std::uint32_t start) {
    if (start > line.begin) {
      out_.begin_line({line.begin, start}, lines_);
      out_.cell({line.begin, start});
      out_.end_line(false);
    }
    const auto end = nianbao::readers::read_html_table(out_, text_, start, lines_);
    if (end != line.end) lines_.skip_to(end);
  }

  DocumentBuilder out_;
  LineWalker lines_;
  text::ByteFinder<3> marks_;
  text::ByteFinder<1> bars_;
  text::ByteFinder<1> tabs_;
  text::ByteFinder<1> tags_;
  std::string_view text_;
  Edge edge_ = Edge::pipes;  // of the table being read, or the last one
  bool at_first_row_ = true;
};

}  // namespace

Document read_markdown(std::string_view text, const ParseOptions& options) {
  return MarkdownReader(text, options).read();
}

}  // namespace nianbao::readers
