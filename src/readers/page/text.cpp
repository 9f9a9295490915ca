// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>

#include "readers/page/page.hpp"
#include "text/fold.hpp"
#include "text/han.hpp"
#include "text/source.hpp"
#include "text/utf8.hpp"

namespace nianbao::readers::page {

namespace {

// Chinese characters that stand closer than this, in characters, have no space between them.
constexpr double least_space = 0.4;

// Stands before a row that cannot be read, so that nothing takes its label for one.
constexpr std::string_view doubt = "□";

class TextSetter {
 public:
  TextSetter(const Pages& pages, const Layout& layout, const Scale& scale, const ParseOptions& options)
      : pages_(pages), layout_(layout), scale_(scale), options_(options) {}

  Document run() {
    std::size_t bytes = 0;
    for (const auto& word : pages_.words) bytes += word.text.size() + 1;
    text_.reserve(bytes + layout_.lines.size() * 2);
    for (const auto& line : layout_.lines) {
      if (text_.size() + 64 > text::most_bytes || out_.too_many_lines || out_.too_many_cells) break;
      set(line);
    }
    out_.extracted = std::make_unique<const std::string>(std::move(text_));
    out_.text = *out_.extracted;
    out_.places = scale_.is_printed ? Places::exact : Places::rough;
    return std::move(out_);
  }

 private:
  void set(const SetLine& line) {
    if (line.continues && !out_.lines.empty() && line.page == page_) {
      continue_line(line);
      return;
    }
    begin_line(line);
    switch (line.is) {
      case SetLine::Is::furniture: write_cells(line, false); break;
      case SetLine::Is::flow: set_flow(line); break;
      default: set_cells(line); break;
    }
  }

  [[nodiscard]] std::uint32_t end() const noexcept { return static_cast<std::uint32_t>(text_.size()); }

  void begin_line(const SetLine& line) {
    if (!text_.empty()) {
      text_ += '\n';
      ++number_;
    }
    start_ = end();
    if (line.page != page_ && !text_.empty()) text_ += '\f';
    page_ = line.page;
  }

  // The next line of a paragraph. Over a page's end it is a line of the text, but none of the document.
  void continue_line(const SetLine& line) {
    auto& last = out_.lines.back();
    const auto& cell = layout_.cells[line.first];
    const auto& left = previous_;
    const auto& right = pages_.words[layout_.parts[cell.first].first];
    if (left != nullptr && !are_wide(left->text, right.text)) text_ += ' ';
    write(cell);
    last.range.end = end();
    out_.cells.back().range.end = end();
  }

  void open(bool is_row, std::uint32_t width) {
    Line line;
    line.start = start_;
    line.number = number_;
    line.first_cell = static_cast<std::uint32_t>(out_.cells.size());
    line.is_row = is_row;
    line.width = width;
    line.range = {end(), end()};
    out_.lines.push_back(line);
  }

  void close() {
    auto& line = out_.lines.back();
    line.range.end = end();
    line.cell_count = static_cast<std::uint32_t>(out_.cells.size()) - line.first_cell;
    if (line.cell_count == 0) out_.lines.pop_back();
    if (out_.lines.size() > options_.max_lines) {
      out_.lines.pop_back();
      out_.too_many_lines = true;
    }
  }

  void add_cell(const SetCell& cell, std::uint32_t column, bool is_doubtful = false) {
    const auto begin = end();
    if (is_doubtful) text_ += doubt;
    write(cell);
    const auto view = text::trim(std::string_view(text_).substr(begin));
    if (view.empty()) return;
    if (out_.cells.size() >= options_.max_cells) {
      out_.too_many_cells = true;
      return;
    }
    const auto from = static_cast<std::uint32_t>(view.data() - text_.data());
    out_.cells.push_back({{from, from + static_cast<std::uint32_t>(view.size())}, column});
  }

  void set_cells(const SetLine& line) {
    const bool is_row = line.is == SetLine::Is::row;
    open(is_row, line.width == 0 ? 1 : line.width);
    out_.lines.back().is_dense = line.is_dense;
    out_.lines.back().stands_over = line.stands_over;
    out_.lines.back().stands_below = line.stands_below;
    out_.lines.back().table = line.table;
    std::uint32_t column = 0;
    for (auto i = line.first; i < line.last; ++i) {
      const auto& cell = layout_.cells[i];
      for (; column < cell.column; ++column) text_ += '\t';
      add_cell(cell, cell.column, line.is_doubtful && i == line.first);
    }
    for (; is_row && column + 1 < line.width; ++column) text_ += '\t';
    close();
  }

  // Values whose columns nobody knows are lines of their own, for those who count them.
  void set_flow(const SetLine& line) {
    for (auto i = line.first; i < line.last; ++i) {
      if (i > line.first) text_ += ' ';
      open(false, 1);
      add_cell(layout_.cells[i], 0);
      close();
    }
  }

  void write_cells(const SetLine& line, bool) {
    for (auto i = line.first; i < line.last; ++i) write(layout_.cells[i]);
  }

  // --- words -----------------------------------------------------------------------------------------

  void write(const SetCell& cell) {
    previous_ = nullptr;
    for (auto p = cell.first; p < cell.last; ++p)
      for (auto w = layout_.parts[p].first; w < layout_.parts[p].last; ++w) write(pages_.words[w]);
  }

  void write(const BoxedWord& word) {
    if (previous_ != nullptr && needs_space(*previous_, word)) text_ += ' ';
    if (word.source != no_source) note_piece(word);
    text_ += word.text;
    blank_controls(text_.size() - word.text.size());
    previous_ = &word;
  }

  // A break inside a word would be one of the lines.
  void blank_controls(std::size_t begin) noexcept {
    for (auto at = begin; at < text_.size();) {
      if (static_cast<unsigned char>(text_[at]) < 0x20) text_[at] = ' ';
      at += text::is_han_lead(text_[at]) ? 3U : 1U;
    }
  }

  [[nodiscard]] bool needs_space(const BoxedWord& left, const BoxedWord& right) const {
    const bool same_line =
        std::abs(left.middle() - right.middle()) < 0.3 * std::min(left.height(), right.height());
    const bool wide = are_wide(left.text, right.text);
    if (!same_line) return !wide;
    const auto gap = right.x0 - left.x1;
    const auto em = scale_.em * std::min(left.height(), right.height());
    return wide ? gap >= least_space * em : true;
  }

  // Whether one of the characters that meet is a Chinese one.
  static bool are_wide(std::string_view left, std::string_view right) noexcept {
    auto at = left.size();
    std::size_t from = 0;
    return is_wide(text::previous_utf8(left, at)) || is_wide(text::next_utf8(right, from));
  }

  void note_piece(const BoxedWord& word) {
    const auto size = static_cast<std::uint32_t>(word.text.size());
    if (!out_.pieces.empty()) {
      auto& last = out_.pieces.back();
      const bool goes_on = last.begin + last.size == end() && last.source + last.size == word.source;
      if (goes_on) {
        last.size += size;
        return;
      }
    }
    out_.pieces.push_back({end(), word.source, size});
  }

  const Pages& pages_;
  const Layout& layout_;
  const Scale& scale_;
  const ParseOptions& options_;
  Document out_;
  std::string text_;
  std::uint32_t number_ = 1;
  std::uint32_t start_ = 0;
  std::uint32_t page_ = 0;
  const BoxedWord* previous_ = nullptr;
};

}  // namespace

Document set_text(const Pages& pages, const Layout& layout, const Scale& scale, const ParseOptions& options) {
  return TextSetter(pages, layout, scale, options).run();
}

Document read_pages(std::vector<BoxedWord> words, const Scale& scale, const ParseOptions& options) {
  auto pages = make_lines(std::move(words), scale);
  mark_furniture(pages);
  return set_text(pages, lay_out(pages, scale), scale, options);
}

}  // namespace nianbao::readers::page
