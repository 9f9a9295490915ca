// SPDX-License-Identifier: Apache-2.0
#include "prose/paragraphs.hpp"

#include <algorithm>
#include <array>

#include "grammar/cell.hpp"
#include "prose/title.hpp"
#include "text/fold.hpp"

namespace nianbao::prose {

namespace {

using grammar::Token;
using grammar::TokenKind;

// A line that a page break cut is about a full line long; headings without a stop are shorter.
constexpr std::size_t shortest_cut_line = 20;

constexpr std::array<std::string_view, 22> sentence_ends{"。", "！", "？", "；", "：", "…", "”", "’",
                                                         "」", "』", "》", "）", "】", ".", "!", "?",
                                                         ";",  ":",  "\"", ")",  "]",  "|"};
constexpr std::array<std::string_view, 4> clause_ends{"，", "、", ",", "（"};

bool ends_with(std::string_view text, std::string_view tail) noexcept {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

template <std::size_t N>
bool ends_with_any(std::string_view text, const std::array<std::string_view, N>& tails) noexcept {
  return std::any_of(tails.begin(), tails.end(),
                     [text](std::string_view tail) { return ends_with(text, tail); });
}

bool is_numbered(std::string_view text) {
  std::string buffer;
  const auto start = text.substr(0, std::min<std::size_t>(text.size(), 24));
  const auto folded = text::fold(start.substr(0, text::valid_utf8_prefix(start)), buffer);
  return grammar::parse_enumerator(folded).punctuated;
}

bool is_ascii_word(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// A line of the section: the tokens of it that belong to the text.
struct Fragment {
  text::Range range;
  std::uint32_t line = 0;
  bool is_heading = false;
};

class Assembler {
 public:
  Assembler(const Reading& reading, std::size_t most, PlacedLines* lines)
      : document_(reading.document), memory_(reading.memory), lines_(lines), out_(memory_) {
    out_.reserve(most);
  }

  void add(const Fragment& fragment) {
    const auto view = document_.text.substr(fragment.range.begin, fragment.range.size());
    if (!out_.empty() && continues(view, fragment)) {
      auto& last = out_.back();
      if (is_ascii_word(last.text.back()) && is_ascii_word(view.front())) last.text += ' ';
      const auto offset = last.text.size();
      append(view, last.text);
      note_place(fragment, offset);
      last.range.end = fragment.range.end;
    } else {
      Paragraph paragraph(memory_);
      paragraph.range = fragment.range;
      paragraph.line = fragment.line;
      append(view, paragraph.text);
      if (paragraph.text.empty()) {
        last_line_ = {};
        return;
      }
      out_.push_back(std::move(paragraph));
      note_place(fragment, 0);
    }
    last_line_ = document_.has_markup ? text::trim(stripped_) : view;
    last_is_heading_ = fragment.is_heading;
  }

  Paragraphs take() { return std::move(out_); }

 private:
  // The line that `fragment` is ends the last paragraph, from `offset` of its text.
  void note_place(const Fragment& fragment, std::size_t offset) const {
    if (lines_ == nullptr) return;
    lines_->push_back({static_cast<std::uint32_t>(out_.size() - 1), static_cast<std::uint32_t>(offset),
                       static_cast<std::uint32_t>(out_.back().text.size() - offset), fragment.line,
                       fragment.range});
  }

  void append(std::string_view view, std::pmr::string& out) {
    if (!document_.has_markup) {
      out.append(view);
      return;
    }
    stripped_.clear();
    text::strip_markup(view, stripped_);
    // Tags at the ends of a text leave spaces and breaks.
    out.append(text::trim(stripped_));
  }

  [[nodiscard]] bool continues(std::string_view next, const Fragment& fragment) const {
    if (last_is_heading_ || fragment.is_heading) return false;
    if (ends_with_any(last_line_, clause_ends)) return !is_numbered(next);
    if (ends_with_any(last_line_, sentence_ends)) return false;
    if (text::characters(last_line_) < shortest_cut_line) return false;
    return !is_numbered(next) && !is_date(next);
  }

  const readers::Document& document_;
  std::pmr::memory_resource* memory_;
  PlacedLines* lines_;
  Paragraphs out_;
  std::string stripped_;
  std::string_view last_line_;
  bool last_is_heading_ = false;
};

// What a web page has below the text.
bool is_of_the_site(std::string_view text) noexcept {
  for (const std::string_view word :
       {"相关链接", "相关阅读", "相关文章", "【字体", "【字号", "上一篇", "下一篇", "上一条", "下一条",
        "版权所有", "打印本页", "【打印", "关闭窗口", "扫一扫", "分享到", "主办：", "主办单位：", "承办："})
    if (text.substr(0, word.size()) == word) return true;
  for (const std::string_view word : {"ICP备", "公网安备", "网站标识码"})
    if (text.find(word) != std::string_view::npos && text.size() < 300) return true;
  return false;
}

bool is_signature(const Paragraph& paragraph, const std::string& agency) {
  std::string_view text = paragraph.text;
  for (const std::string_view word : {"附件", "附：", "附:", "（此件", "(此件"})
    if (text.substr(0, word.size()) == word) return true;
  if (text.find("二维码") != std::string_view::npos || is_date(text) || is_of_the_site(text)) return true;
  const auto tidied = text::tidy(text);
  if (tidied == agency || parse_title(tidied)) return true;
  return text::characters(tidied) <= 30 && names_organ(tidied);
}

// A text that might have gone on as a label reaches over the lines that it was looked for in: each is one
// again.
void add_lines(const readers::Document& document, Fragment fragment, Assembler& out) {
  const auto last = fragment.line;
  while (fragment.line > 0 && document.lines[fragment.line].start > fragment.range.begin) --fragment.line;
  for (; fragment.line < last; ++fragment.line) {
    out.add({{fragment.range.begin, document.lines[fragment.line].range.end}, fragment.line, false});
    fragment.range.begin = document.lines[fragment.line + 1].range.begin;
  }
  out.add(fragment);
}

}  // namespace

Paragraphs paragraphs(const Reading& reading, Indices indices, PlacedLines* lines) {
  const auto& document = reading.document;
  const auto& tokens = reading.tokens;
  if (lines != nullptr) lines->reserve(indices.size());
  Assembler out(reading, std::min<std::size_t>(indices.size(), 32), lines);
  for (const auto* at = indices.first; at != indices.last;) {
    const Token& first = tokens[*at];
    const auto& line = document.lines[first.line];
    Fragment fragment{first.range, first.line,
                      line.heading > 0 || (first.kind == TokenKind::part && !first.has(grammar::glued))};
    for (++at; at != indices.last && tokens[*at].line == first.line; ++at) {
      fragment.range.end = tokens[*at].range.end;
      fragment.is_heading = line.heading > 0;
    }
    // A glued heading keeps its stop although no text follows it.
    if (first.has(grammar::glued)) {
      const auto rest = document.text.substr(fragment.range.end, line.range.end - fragment.range.end);
      const auto stop = text::trim(rest);
      const bool has_text = fragment.range.end != first.range.end;
      if (!has_text) fragment.is_heading = true;
      if (!has_text && (stop == "。" || stop == "：" || stop == ":"))
        fragment.range.end += static_cast<std::uint32_t>(stop.data() + stop.size() - rest.data());
    }
    add_lines(document, fragment, out);
  }
  return out.take();
}

std::string join(const Paragraphs& paragraphs) {
  std::string out;
  std::size_t size = 0;
  for (const auto& paragraph : paragraphs) size += paragraph.text.size() + 1;
  out.reserve(size);
  for (const auto& paragraph : paragraphs) {
    if (!out.empty()) out += '\n';
    out += paragraph.text;
  }
  return out;
}

void drop_signature(Paragraphs& paragraphs, const std::string& agency) {
  // All below the first line of the site's own is the site's.
  const auto site = std::find_if(paragraphs.begin(), paragraphs.end(),
                                 [](const Paragraph& paragraph) { return is_of_the_site(paragraph.text); });
  if (site != paragraphs.begin()) paragraphs.erase(site, paragraphs.end());
  while (paragraphs.size() > 1 && is_signature(paragraphs.back(), agency)) paragraphs.pop_back();
}

}  // namespace nianbao::prose
