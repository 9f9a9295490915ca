// SPDX-License-Identifier: Apache-2.0
#include "text/fold.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace nianbao::text {

namespace {

using Byte = unsigned char;

// What folding does to a character: 0 keeps it, ' ' makes a space of it, `drop` removes it, any
// other value is what it becomes.
using Action = char32_t;
constexpr Action keep = 0;
constexpr Action drop = 0xFFFFFFFF;

Action ask_icu(UChar32 c) {
  if (u_isUWhiteSpace(c) || u_iscntrl(c)) return ' ';
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return drop;
  const auto type = u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE);
  if (type != U_DT_WIDE && type != U_DT_NARROW) return keep;
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkc = unorm2_getNFKCInstance(&status);
  std::array<UChar, 4> to{};
  const auto length = unorm2_getRawDecomposition(nfkc, c, to.data(), 4, &status);
  return U_SUCCESS(status) && length == 1 ? static_cast<Action>(to[0]) : keep;
}

// The pages of Unicode where folding has something to do in this form's texts.
struct Pages {
  std::array<Action, 0x100> latin{};
  std::array<Action, 0x100> general{};  // U+2000
  std::array<Action, 0x100> cjk{};      // U+3000
  std::array<Action, 0x100> wide{};     // U+FF00

  Pages() {
    for (UChar32 i = 0; i < 0x100; ++i) {
      const auto at = static_cast<std::size_t>(i);
      latin[at] = ask_icu(i);
      general[at] = ask_icu(0x2000 + i);
      cjk[at] = ask_icu(0x3000 + i);
      wide[at] = ask_icu(0xFF00 + i);
    }
  }
};

Action action_of(char32_t c) {
  static const Pages pages;
  const auto low = static_cast<std::size_t>(c & 0xFFU);
  switch (c >> 8U) {
    case 0x00: return pages.latin[low];
    case 0x20: return pages.general[low];
    case 0x30: return pages.cjk[low];
    case 0xFF: return pages.wide[low];
    default: return c >= 0x3400 && c < 0xA000 ? keep : ask_icu(static_cast<UChar32>(c));
  }
}

bool is_han(Byte lead) noexcept { return lead >= 0xE4 && lead <= 0xE9; }

// Folded already: printable ASCII and Han only, without spaces.
bool is_folded(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const auto b = static_cast<Byte>(text[at]);
    if (b > 0x20 && b < 0x7F)
      ++at;
    else if (is_han(b))
      at += 3;
    else
      return false;
  }
  return true;
}

class FoldedText {
 public:
  explicit FoldedText(std::string& out) : out_(out) { out_.clear(); }

  void space() noexcept { space_ = !out_.empty(); }

  void bytes(std::string_view units) {
    flush();
    out_.append(units);
  }

  void character(std::string_view units, Action action) {
    if (action == keep)
      bytes(units);
    else if (action == ' ')
      space();
    else if (action != drop) {
      flush();
      append_utf8(out_, action);
    }
  }

 private:
  void flush() {
    if (space_) out_ += ' ';
    space_ = false;
  }

  std::string& out_;
  bool space_ = false;
};

void fold_one(std::string_view text, std::size_t& at, FoldedText& out) {
  const auto b = static_cast<Byte>(text[at]);
  if (b < 0x80 || is_han(b)) {
    const std::size_t length = b < 0x80 ? 1 : 3;
    if (b <= 0x20 || b == 0x7F)
      out.space();
    else
      out.bytes(text.substr(at, length));
    at += length;
    return;
  }
  const auto begin = at;
  const auto c = next_utf8(text, at);
  out.character(text.substr(begin, at - begin), action_of(c));
}

struct Entity {
  std::string_view name;
  std::string_view text;
};
constexpr std::array<Entity, 9> entities{{{"&nbsp;", " "},
                                          {"&ensp;", " "},
                                          {"&emsp;", " "},
                                          {"&thinsp;", " "},
                                          {"&#160;", " "},
                                          {"&amp;", "&"},
                                          {"&lt;", "<"},
                                          {"&gt;", ">"},
                                          {"&quot;", "\""}}};

bool is_tag_start(char c) noexcept {
  return c == '/' || c == '!' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Takes a piece of markup at `at`, if there is one. Tags separate words.
bool fold_mark(std::string_view text, std::size_t& at, FoldedText& out) {
  const auto rest = text.substr(at);
  if (rest[0] == '<' && rest.size() > 1 && is_tag_start(rest[1])) {
    const auto close = rest.find('>');
    if (close == std::string_view::npos) return false;
    const auto name = rest.substr(1, 2);
    if (name == "br" || name == "BR" || name == "p>" || name == "/p") out.space();
    at += close + 1;
    return true;
  }
  if (rest[0] == '&') {
    for (const auto& entity : entities) {
      if (rest.substr(0, entity.name.size()) != entity.name) continue;
      if (entity.text == " ")
        out.space();
      else
        out.bytes(entity.text);
      at += entity.name.size();
      return true;
    }
  }
  if (rest.substr(0, 2) == "**" || rest.substr(0, 2) == "__") {
    at += 2;
    return true;
  }
  if (rest[0] == '\\' && rest.size() > 1 && u_ispunct(static_cast<UChar32>(Byte(rest[1])))) {
    out.bytes(rest.substr(1, 1));
    at += 2;
    return true;
  }
  return false;
}

bool is_particle(std::string_view c) noexcept {
  return c == "的" || c == "及" || c == "和" || c == "与" || c == "或" || c == "與";
}

// Whether a character (its bytes) counts in a skeleton.
bool counts(std::string_view units) noexcept {
  const auto b = static_cast<Byte>(units[0]);
  if (b < 0x80)
    return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
  if (is_han(b)) return !is_particle(units);
  std::size_t at = 0;
  const auto c = next_utf8(units, at);
  return c == 0x3007 || (u_isalnum(static_cast<UChar32>(c)) && action_of(c) == keep) ||
         (c >= 0xFF10 && action_of(c) > ' ' && action_of(c) < 0x80 && u_isalnum(static_cast<UChar32>(action_of(c))));
}

std::size_t length_at(std::string_view text, std::size_t at) noexcept {
  const auto b = static_cast<Byte>(text[at]);
  const std::size_t length = b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
  return std::min(length, text.size() - at);
}

// The length of "(2023)" or "(2023年)" or "(2023年度)" at the start of `text`, else 0.
std::size_t bracketed_year(std::string_view text) noexcept {
  if (text.size() < 6 || text[0] != '(') return 0;
  std::size_t at = 1;
  while (at < 5 && text[at] >= '0' && text[at] <= '9') ++at;
  if (at != 5) return 0;
  for (const std::string_view word : {std::string_view("年"), std::string_view("度")})
    if (text.substr(at, word.size()) == word) at += word.size();
  return at < text.size() && text[at] == ')' ? at + 1 : 0;
}

}  // namespace

std::string_view fold(std::string_view text, std::string& buffer) {
  if (is_folded(text)) return text;
  FoldedText out(buffer);
  for (std::size_t at = 0; at < text.size();) fold_one(text, at, out);
  return buffer;
}

std::string_view fold_markup(std::string_view text, std::string& buffer) {
  if (text.find_first_of("<&*_\\") == std::string_view::npos) return fold(text, buffer);
  FoldedText out(buffer);
  for (std::size_t at = 0; at < text.size();)
    if (!fold_mark(text, at, out)) fold_one(text, at, out);
  return buffer;
}

void strip_markup(std::string_view text, std::string& out) {
  std::string piece;
  while (!text.empty()) {
    const auto mark = text.find_first_of("<&*_\\");
    out.append(text.substr(0, mark));
    if (mark == std::string_view::npos) return;
    text.remove_prefix(mark);
    FoldedText folded(piece);
    std::size_t at = 0;
    if (fold_mark(text, at, folded))
      out.append(piece);
    else
      out.append(text.substr(0, at = 1));
    text.remove_prefix(at);
  }
}

std::string tidy(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const auto c = next_utf8(text, at);
    const auto action = action_of(c);
    if (action == ' ' || action == drop) {
      space = space || action == ' ';
      continue;
    }
    const bool alnum = action != keep && action < 0x80 && u_isalnum(static_cast<UChar32>(action));
    if (space && !out.empty() && static_cast<Byte>(out.back()) < 0x80 && (c < 0x80 || alnum)) out += ' ';
    space = false;
    if (alnum)
      append_utf8(out, action);
    else
      out.append(text.substr(begin, at - begin));
  }
  return out;
}

void skeleton(std::string_view folded, std::string& out) {
  for (std::size_t at = 0; at < folded.size();) {
    if (folded[at] == '(') {
      if (const auto year = bracketed_year(folded.substr(at)); year != 0) {
        at += year;
        continue;
      }
    }
    const auto units = folded.substr(at, length_at(folded, at));
    if (counts(units)) out.append(units);
    at += units.size();
  }
}

std::size_t skeleton_end(std::string_view text, std::size_t kept) {
  std::size_t at = 0;
  while (kept > 0 && at < text.size()) {
    const auto units = text.substr(at, length_at(text, at));
    if (counts(units)) --kept;
    at += units.size();
  }
  return at;
}

std::size_t characters(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<Byte>(c) & 0xC0U) != 0x80U; }));
}

std::string_view trim(std::string_view text) {
  const auto is_space = [](char32_t c) { return action_of(c) == ' ' || action_of(c) == drop; };
  while (!text.empty()) {
    const auto b = static_cast<Byte>(text.front());
    if ((b > 0x20 && b < 0x7F) || is_han(b)) break;
    std::size_t at = 0;
    if (!is_space(next_utf8(text, at))) break;
    text.remove_prefix(at);
  }
  while (!text.empty()) {
    const auto b = static_cast<Byte>(text.back());
    if (b > 0x20 && b < 0x7F) break;
    auto at = text.size();
    if (!is_space(previous_utf8(text, at))) break;
    text.remove_suffix(text.size() - at);
  }
  return text;
}

}  // namespace nianbao::text
