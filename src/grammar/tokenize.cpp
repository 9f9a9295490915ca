// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "grammar/cell.hpp"
#include "grammar/headings.hpp"
#include "grammar/labels.hpp"
#include "grammar/token.hpp"
#include "text/fold.hpp"
#include "text/han.hpp"

namespace nianbao::grammar {

namespace {

using readers::CellText;
using readers::Document;
using readers::Line;

// Labels, values and headings are no longer than this; a longer line is prose, of which only the
// beginning can be a heading.
constexpr std::uint32_t longest_label = 200;
constexpr std::uint32_t heading_window = 100;

// Few labels are longer than this, and most prose is.
constexpr std::uint32_t longest_usual_label = 100;

// A line of the form has no more cells than this with labels that may be broken over lines.
constexpr std::size_t most_label_cells = 16;

// A heading of a part of 一 is no longer than this, in characters.
constexpr std::size_t longest_part_heading = 24;

// Without an enumerator in front it is nothing but the part's name, and no longer than this.
constexpr std::size_t longest_part_name = 12;

bool is_tail(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

class Tokenizer {
 public:
  explicit Tokenizer(const Document& document) : document_(document) {
    tokens_.reserve(document.cells.size() + document.lines.size() / 4);
  }

  Tokens run() {
    for (std::uint32_t i = 0; i < document_.lines.size(); ++i) {
      const Line& line = document_.lines[i];
      const auto first = tokens_.size();
      if (line.cell_count == 1)
        add_single(i, line);
      else
        add_row(i, line);
      if (tokens_.size() == first) continue;  // nothing that prints
      tokens_[first].flags |= first_on_line;
      if (line.after_blank) tokens_[first].flags |= after_blank;
      if (may_go_on_) join_broken_labels(first);
      may_go_on_ = has_text_ || may_be_longer(tokens_.back());
      has_text_ = false;
      previous_line_ = first;
    }
    settle_headings(tokens_, bracketed_);
    tokens_.erase(std::remove_if(tokens_.begin(), tokens_.end(),
                                 [](const Token& token) { return token.has(consumed); }),
                  tokens_.end());
    return std::move(tokens_);
  }

 private:
  std::string_view fold(text::Range range) {
    return document_.has_markup ? text::fold_markup(view(range), folded_) : text::fold(view(range), folded_);
  }

  Token start(std::uint32_t line, const CellText& cell) const {
    Token token;
    token.line = line;
    token.column = cell.column;
    token.range = cell.range;
    return token;
  }

  void add_row(std::uint32_t number, const Line& line) {
    for (std::uint32_t i = 0; i < line.cell_count; ++i) {
      auto token = start(number, document_.cells[line.first_cell + i]);
      if (!classify_as_printed(token) && !classify_loosely(token)) {
        const auto folded = fold(token.range);
        if (folded.empty()) continue;
        classify(token, folded);
      }
      if (token.kind == TokenKind::heading) token.kind = TokenKind::text;
      push(token);
    }
  }

  void push(const Token& token) {
    has_text_ = has_text_ || token.kind == TokenKind::text;
    tokens_.push_back(token);
  }

  [[nodiscard]] std::string_view view(text::Range range) const {
    return document_.text.substr(range.begin, range.size());
  }

  // What most cells are, without folding: digits, or a label as reports print it.
  bool classify_as_printed(Token& token) const {
    return parse_plain_number(document_.text, token.range, token) ||
           labels_.find_exact(view(token.range), token);
  }

  // A label in a narrow cell or in the other script, without folding.
  bool classify_loosely(Token& token) const {
    return token.range.size() <= longest_usual_label &&
           labels_.find_loosely(view(token.range), document_.has_markup, token);
  }

  // Text of its own that is certainly prose, without folding: it begins as nothing of the form does, and so
  // many Chinese characters, which folding keeps, are no name of a part of 一.
  [[nodiscard]] bool is_prose(const Line& line, std::string_view printed) const noexcept {
    if (line.heading > 0 || labels_.may_begin(printed)) return false;
    std::size_t count = 0;
    for (std::size_t at = 0; at < printed.size() && printed[at] != '<'; ++at) {
      if (!text::is_han_lead(printed[at])) continue;
      if (++count > longest_part_name + 5) return true;
      at += 2;
    }
    return false;
  }

  void classify(Token& token, std::string_view folded) {
    if (parse_value(folded, token) || !parse_label(folded, token, key_)) return;
    if (token.label.kind == form::Kind::section) token.kind = TokenKind::heading;
  }

  // 一、 is a section, （一） a part of one; 1. and 壹、 are sections only with the section's own number.
  static bool numbers_a_section(const Enumerated& enumerated, form::Label label) noexcept {
    const bool is_own = enumerated.number == label.index + 1;
    return enumerated.style != Enumerator::bracketed &&
           (is_own || (enumerated.style != Enumerator::arabic && enumerated.style != Enumerator::legal));
  }

  // （二）主动公开政府信息情况 may be section 二 if all sections are numbered so.
  void note_bracketed(const Enumerated& enumerated, form::Label label) {
    if (enumerated.style == Enumerator::bracketed && label.kind == form::Kind::section &&
        enumerated.number == label.index + 1)
      bracketed_.push_back({static_cast<std::uint32_t>(tokens_.size()), label.index});
  }

  // A page's number behind a value that is a line of its own.
  [[nodiscard]] bool is_behind_page() const noexcept {
    if (tokens_.size() < 2 || tokens_.back().kind != TokenKind::page_number) return false;
    const auto& before = tokens_[tokens_.size() - 2];
    return before.kind == TokenKind::number && before.has(alone);
  }

  // Between two values of a row a page's number stands for nothing.
  void leave_out_page(Token next) {
    if (next.has(alone) && parse_plain_number(document_.text, next.range, next))
      tokens_.back().flags |= consumed;
  }

  // A line of one cell: a value or label on a line of its own, a heading, or prose.
  void add_single(std::uint32_t number, const Line& line) {
    auto token = start(number, document_.cells[line.first_cell]);
    if (!line.is_row) token.flags |= alone;
    if (is_behind_page()) leave_out_page(token);
    const bool whole = token.range.size() <= longest_label;
    if (whole && classify_as_printed(token)) {
      push(token);
      return;
    }
    if (const auto length = labels_.find_part(view(token.range), token); length != 0) {
      split_behind(token, length);
      return;
    }
    if (whole ? is_prose(line, view(token.range)) || classify_loosely(token)
              : !may_start_heading(line, token)) {
      push(token);
      return;
    }
    const auto folded = fold(whole ? token.range : window(token.range));
    if (folded.empty()) return;
    const auto enumerated = parse_enumerator(folded);
    if (whole) {
      classify(token, folded);
      // （一）主动公开政府信息情况 is a part of 一, not section 二.
      if (token.kind == TokenKind::heading && !numbers_a_section(enumerated, token.label)) {
        note_bracketed(enumerated, token.label);
        token.kind = TokenKind::part;
        token.label.index = part_of(folded);
      }
      if (token.kind == TokenKind::text && !line.is_row && is_page_number(folded))
        token.kind = TokenKind::page_number;
      if (token.kind != TokenKind::text) {
        push(token);
        return;
      }
      if (!line.is_row) token.likely = likely_section(folded, enumerated);
    }
    if (!add_glued_heading(token, folded, enumerated, line) &&
        !add_part(token, folded, enumerated, line, whole))
      push(token);
  }

  static bool is_ordinal_lead(std::string_view text) noexcept {
    const auto b = static_cast<unsigned char>(text[0]);
    if (b >= '0' && b <= '9') return true;
    if (b == '(' || text.substr(0, 3) == "（") return true;
    for (const std::string_view ordinal : {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "第"})
      if (text.substr(0, 3) == ordinal) return true;
    return false;
  }

  [[nodiscard]] bool may_start_heading(const Line& line, const Token& token) const noexcept {
    return line.heading > 0 || is_ordinal_lead(document_.text.substr(token.range.begin));
  }

  [[nodiscard]] text::Range window(text::Range range) const noexcept {
    auto end = range.begin + heading_window;
    while (end > range.begin && is_tail(document_.text[end])) --end;
    return {range.begin, end};
  }

  // 一、总体情况2025年，本局…: a numbered heading with its text on the same line.
  bool add_glued_heading(Token token, std::string_view folded, const Enumerated& enumerated,
                         const Line& line) {
    const bool numbered = enumerated.punctuated && enumerated.style != Enumerator::bracketed;
    if (!numbered && line.heading == 0) return false;
    key_.clear();
    text::skeleton(folded.substr(enumerated.length), key_);
    std::size_t length = 0;
    const auto label = labels_.find_heading_prefix(key_, length);
    if (label.kind == form::Kind::none || !numbers_a_section(enumerated, label)) return false;
    std::string number;
    text::skeleton(folded.substr(0, enumerated.length), number);
    const auto kept = text::characters(number) + text::characters(std::string_view(key_).substr(0, length));
    token.label = label;
    token.kind = TokenKind::heading;
    token.enumerator = enumerated.style;
    split(token, kept);
    return true;
  }

  // Cuts the line of `token` after `kept` counting characters: the heading, and its text.
  void split(const Token& token, std::size_t kept) {
    const auto line = view(token.range);
    const auto length = text::skeleton_end(line, kept);
    split_behind(token, length + closing_bracket(line, length));
  }

  // The length of the bracket behind the first `length` bytes of `line` that closes one opened in them.
  static std::size_t closing_bracket(std::string_view line, std::size_t length) noexcept {
    const auto heading = line.substr(0, length);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> brackets{
        {{"（", "）"}, {"(", ")"}}};
    for (const auto& [open, close] : brackets) {
      const auto opened = heading.rfind(open);
      const bool is_open =
          opened != std::string_view::npos && heading.find(close, opened) == std::string_view::npos;
      if (is_open && line.substr(length, close.size()) == close) return close.size();
    }
    return 0;
  }

  void split_behind(Token token, std::size_t length) {
    const auto end = token.range.begin + static_cast<std::uint32_t>(length);
    Token rest = token;
    rest.kind = TokenKind::text;
    rest.label = {};
    rest.range.begin = end;
    token.range.end = end;
    token.flags |= glued;
    skip_stop(rest.range);
    push(token);
    if (!rest.range.empty()) push(rest);
  }

  // The stop that parts a heading from its text belongs to neither.
  void skip_stop(text::Range& range) const {
    for (;;) {
      const auto untrimmed = view(range);
      const auto trimmed = text::trim(untrimmed);
      range.begin =
          range.end - static_cast<std::uint32_t>(
                          trimmed.empty() ? 0 : untrimmed.data() + untrimmed.size() - trimmed.data());
      if (trimmed.empty()) return;
      bool found = false;
      for (const std::string_view stop : {"。", "：", ":", "**", "；", ".", "，", "、", "）", ")"}) {
        if (trimmed.substr(0, stop.size()) != stop) continue;
        range.begin += static_cast<std::uint32_t>(stop.size());
        found = true;
        break;
      }
      if (!found) return;
    }
  }

  // （一）主动公开。2025年… or a line of its own: a part of 一 by the words of its heading.
  bool add_part(Token token, std::string_view folded, const Enumerated& enumerated, const Line& line,
                bool whole) {
    if (enumerated.length == 0 && line.heading == 0 && !whole) return false;
    const auto rest = folded.substr(enumerated.length);
    auto end = std::string_view::npos;
    for (const std::string_view stop : {"。", ":", "；", ";", "，", ",", "."})
      end = std::min(end, rest.find(stop));
    const bool stopped = end != std::string_view::npos;
    const auto heading = rest.substr(0, end);
    const auto length = text::characters(heading);
    if (length == 0 || length > longest_part_heading || (!stopped && !whole)) return false;
    // Without a number, only a line of its own that says no more than the part's name.
    if (enumerated.length == 0 && line.heading == 0 &&
        (length > longest_part_name || (stopped && end + 3 < rest.size())))
      return false;
    const auto part = part_of(heading);
    if (part == 255 && (enumerated.style != Enumerator::bracketed)) return false;
    if (stopped && (rest.substr(end, 3) == "，" || rest[end] == ',')) return false;
    key_.clear();
    text::skeleton(folded.substr(0, enumerated.length), key_);
    text::skeleton(heading, key_);
    note_bracketed(enumerated, section_of(heading));
    token.kind = TokenKind::part;
    token.enumerator = enumerated.style;
    token.label = {form::Kind::none, part};
    split(token, text::characters(key_));
    return true;
  }

  [[nodiscard]] static form::Label section_of(std::string_view heading) {
    std::string key;
    text::skeleton(heading, key);
    return Labels::instance().find(key);
  }

  // --- labels broken over lines -------------------------------------------------------------------

  // Adds a token's skeleton; whether an enumerator stands in front.
  bool append_key(const Token& token, std::string& out) {
    const auto folded = fold(token.range);
    const auto enumerated = out.empty() ? parse_enumerator(folded) : Enumerated{};
    text::skeleton(folded.substr(enumerated.length), out);
    return enumerated.punctuated;
  }

  // Text that is no label, or a label at the end of its line that may be the beginning of a longer one.
  [[nodiscard]] bool may_go_on(std::size_t i, std::size_t first) const noexcept {
    return tokens_[i].kind == TokenKind::text || (i + 1 == first && may_be_longer(tokens_[i]));
  }

  [[nodiscard]] static bool may_be_longer(const Token& token) noexcept {
    return token.is_label(form::Kind::matrix_row) || token.kind == TokenKind::part;
  }

  [[nodiscard]] static bool may_continue(const Token& token) noexcept {
    return token.kind == TokenKind::text || token.is_label(form::Kind::other) ||
           token.is_label(form::Kind::total) || token.is_label(form::Kind::matrix_row);
  }

  [[nodiscard]] bool any_may_continue(std::size_t first) const noexcept {
    const auto last = std::min(tokens_.size(), first + most_label_cells);
    return std::any_of(tokens_.data() + first, tokens_.data() + last, may_continue);
  }

  // Text of the line before that begins a label goes together with a cell of this line that ends it:
  // the one in the same column, or the first. The label stands where its row's figures are.
  void join_broken_labels(std::size_t first) {
    if (first == 0) return;
    const auto last = std::min(first, previous_line_ + most_label_cells);
    for (std::size_t i = previous_line_; i < last; ++i) {
      if (!may_go_on(i, first) || tokens_[i].range.size() > longest_label || tokens_[i].has(consumed))
        continue;
      if (!any_may_continue(first)) return;
      if (!labels_.may_begin(view(tokens_[i].range))) continue;
      joined_.clear();
      const bool numbered = append_key(tokens_[i], joined_);
      const std::size_t least = numbered ? 3 : 6;
      if (joined_.size() >= least && labels_.is_prefix(joined_)) join(i, first);
    }
  }

  void join(std::size_t head, std::size_t first) {
    has_text_ = true;  // or may have, from now on
    const std::size_t start = joined_.size();
    for (const bool same_column : {true, false}) {
      for (std::size_t i = first; i < std::min(tokens_.size(), first + most_label_cells); ++i) {
        Token& tail = tokens_[i];
        if (same_column ? tail.column != tokens_[head].column : i != first) continue;
        if (!may_continue(tail) || tail.has(consumed) || tail.range.size() > longest_label) continue;
        joined_.resize(start);
        append_key(tail, joined_);
        if (joined_.size() == start) continue;  // nothing but tags
        const auto label = labels_.find(joined_);
        if (label.kind == form::Kind::none) {
          if (labels_.is_prefix(joined_)) carry(head, i);
          continue;
        }
        if (label.kind == form::Kind::section) {
          make_heading(head, i, label);
        } else {
          place_label(head, i, label);
        }
        return;
      }
    }
  }

  // Three lines or more: the two pieces become one that may go on.
  void carry(std::size_t head, std::size_t tail) {
    if (tail + 1 != tokens_.size() || !tokens_[tail].has(alone)) return;
    tokens_[tail].range.begin = tokens_[head].range.begin;
    tokens_[tail].column = tokens_[head].column;
    tokens_[head].flags |= consumed;
  }

  void make_heading(std::size_t head, std::size_t tail, form::Label label) {
    tokens_[head].kind = TokenKind::heading;
    tokens_[head].label = label;
    tokens_[head].range.end = tokens_[tail].range.end;
    tokens_[tail].flags |= consumed;
    tokens_[tail].kind = TokenKind::text;
  }

  void place_label(std::size_t head, std::size_t tail, form::Label label) {
    const bool values_at_head = head + 1 < tokens_.size() && tokens_[head + 1].line == tokens_[head].line &&
                                tokens_[head + 1].kind != TokenKind::text;
    Token& keeper = tokens_[values_at_head ? head : tail];
    Token& rest = tokens_[values_at_head ? tail : head];
    keeper.kind = TokenKind::label;
    keeper.label = label;
    rest.kind = TokenKind::text;
    rest.label = {};
    rest.flags |= consumed;
  }

  const Document& document_;
  const Labels& labels_ = Labels::instance();
  Tokens tokens_;
  std::vector<BracketedHeading> bracketed_;
  std::size_t previous_line_ = 0;
  bool has_text_ = false;   // among the tokens of this line
  bool may_go_on_ = false;  // what the previous line ends in, or its text
  std::string folded_;
  std::string key_;
  std::string joined_;
};

}  // namespace

Tokens tokenize(const Document& document) { return Tokenizer(document).run(); }

}  // namespace nianbao::grammar
