// SPDX-License-Identifier: Apache-2.0
#include "text/fold.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>

#include "text/bytes.hpp"
#include "text/han.hpp"
#include "text/tags.hpp"
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
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return drop;
  if (u_isUWhiteSpace(c) || u_iscntrl(c)) return ' ';
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

bool is_han(Byte lead) noexcept { return is_han_lead(static_cast<char>(lead)); }

// Three bytes one by one: of copying so few, compilers make a call.
char* copy_han(const char* units, char* to) noexcept {
  to[0] = units[0];
  to[1] = units[1];
  to[2] = units[2];
  return to + 3;
}

// Folded already: printable ASCII and Han only, without spaces. Valid UTF-8 tells it byte by byte, and
// adding flags instead of leaving at the first miss lets compilers take many bytes at once.
bool is_folded(std::string_view text) noexcept {
  Byte others = 0;
  for (const char c : text) {
    const auto b = static_cast<Byte>(c);
    const bool ascii = static_cast<Byte>(b - 0x21) < 0x7F - 0x21;
    const bool tail = static_cast<Byte>(b - 0x80) < 0x40;
    const bool han_lead = static_cast<Byte>(b - 0xE4) < 6;
    others = static_cast<Byte>(others | Byte{!(ascii | tail | han_lead)});
  }
  return others == 0;
}

// Writes folded text. Folding never makes text longer, so one resize at either end will do.
class FoldedText {
 public:
  FoldedText(std::string& out, std::size_t most) : out_(out) {
    out_.resize(most);
    begin_ = at_ = out_.data();
  }

  // To be called once, at the end.
  void finish() { out_.resize(static_cast<std::size_t>(at_ - begin_)); }

  void space() noexcept { space_ = at_ != begin_; }

  // Whether all that was written may be one figure.
  [[nodiscard]] bool may_be_figure() const noexcept {
    constexpr std::ptrdiff_t longest = 40;
    return at_ - begin_ <= longest && std::all_of(begin_, at_, [](char c) {
             return (c >= '0' && c <= '9') || c == ',' || c == '.' || c == '-' || c == '+' || c == ' ';
           });
  }
  [[nodiscard]] bool is_empty() const noexcept { return at_ == begin_; }

  void ascii(char c) noexcept {
    flush();
    *at_++ = c;
  }

  void han(const char* units) noexcept {
    flush();
    at_ = copy_han(units, at_);
  }

  void bytes(std::string_view units) noexcept {
    flush();
    for (const char unit : units) *at_++ = unit;
  }

  void character(std::string_view units, Action action) {
    if (action == keep) {
      bytes(units);
    } else if (action == ' ') {
      space();
    } else if (action != drop) {
      std::string changed;
      append_utf8(changed, action);
      bytes(changed);
    }
  }

 private:
  void flush() noexcept {
    if (space_) *at_++ = ' ';
    space_ = false;
  }

  std::string& out_;
  char* begin_ = nullptr;
  char* at_ = nullptr;
  bool space_ = false;
};

void fold_one(std::string_view text, std::size_t& at, FoldedText& out) {
  const auto b = static_cast<Byte>(text[at]);
  if (is_han(b)) {
    out.han(text.data() + at);
    at += 3;
  } else if (b < 0x80) {
    if (b <= 0x20 || b == 0x7F)
      out.space();
    else
      out.ascii(text[at]);
    ++at;
  } else {
    const auto begin = at;
    const auto c = next_utf8(text, at);
    const auto action = action_of(c);
    if (action > ' ' && action < 0x80)
      out.ascii(static_cast<char>(action));
    else
      out.character(text.substr(begin, at - begin), action);
  }
}

struct Entity {
  std::string_view name;
  char32_t character;
};
// The named ones that word processors write; numbered ones are read as numbers.
constexpr std::array<Entity, 16> entities{{{"nbsp", 0xA0},
                                           {"ensp", 0x2002},
                                           {"emsp", 0x2003},
                                           {"thinsp", 0x2009},
                                           {"amp", '&'},
                                           {"lt", '<'},
                                           {"gt", '>'},
                                           {"quot", '"'},
                                           {"apos", '\''},
                                           {"ldquo", 0x201C},
                                           {"rdquo", 0x201D},
                                           {"lsquo", 0x2018},
                                           {"rsquo", 0x2019},
                                           {"mdash", 0x2014},
                                           {"ndash", 0x2013},
                                           {"middot", 0xB7}}};

// The character that the inside of &…; names; 0 if none.
char32_t entity_character(std::string_view name) noexcept {
  if (name.size() > 1 && name[0] == '#') {
    const bool hex = name[1] == 'x' || name[1] == 'X';
    char32_t c = 0;
    for (const char digit : name.substr(hex ? 2 : 1)) {
      const auto lower = static_cast<char>(digit | 0x20);
      const bool decimal = digit >= '0' && digit <= '9';
      if (!decimal && !(hex && lower >= 'a' && lower <= 'f')) return 0;
      c = c * (hex ? 16 : 10) + static_cast<char32_t>(decimal ? digit - '0' : lower - 'a' + 10);
      if (c > 0x10FFFF) return 0;
    }
    return c >= 0xD800 && c < 0xE000 ? 0 : c;
  }
  for (const auto& entity : entities)
    if (name == entity.name) return entity.character;
  return 0;
}

// Takes the entity at the start of `text`; its length, or 0 if there is none.
std::size_t take_entity(std::string_view text, char32_t& c) noexcept {
  const auto end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos) return 0;
  c = entity_character(text.substr(1, end - 1));
  return c == 0 ? 0 : end + 1;
}

bool is_tag_start(char c) noexcept {
  return c == '/' || c == '!' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_ascii_alnum(Byte b) noexcept {
  return (static_cast<Byte>(b - '0') < 10) | (static_cast<Byte>((b | 0x20U) - 'a') < 26);
}

// What Markdown lets a backslash escape.
bool is_ascii_punctuation(char c) noexcept {
  return c > ' ' && c < 0x7F && !is_ascii_alnum(static_cast<Byte>(c));
}

bool has_mark(std::string_view text) noexcept {
  return ByteFinder<5>(text, {'<', '&', '*', '_', '\\'}).next(0) < text.size();
}

// Takes a piece of markup at `at`, if there is one. Tags separate words.
bool fold_mark(std::string_view text, std::size_t& at, FoldedText& out) {
  const auto rest = text.substr(at);
  if (rest[0] == '<' && rest.size() > 1 && is_tag_start(rest[1])) {
    const auto close = rest.substr(0, longest_tag).find('>');
    if (close == std::string_view::npos) return false;
    const auto name = rest.substr(1, 2);
    if (name == "br" || name == "BR" || name == "p>" || name == "/p") out.space();
    at += close + 1;
    return true;
  }
  if (rest[0] == '&') {
    char32_t c = 0;
    const auto length = take_entity(rest, c);
    if (length == 0) return false;
    std::string units;
    append_utf8(units, c);
    out.character(units, action_of(c));
    at += length;
    return true;
  }
  if (rest.substr(0, 2) == "**" || rest.substr(0, 2) == "__") {
    at += 2;
    return true;
  }
  if (rest[0] == '\\' && rest.size() > 1 && is_ascii_punctuation(rest[1])) {
    out.bytes(rest.substr(1, 1));
    at += 2;
    return true;
  }
  return false;
}

// 的 及 和 与 或, and 與. Texts mix them with other characters as they please, which no processor
// foresees: so no branches.
bool is_particle(const char* han) noexcept {
  const auto code = (static_cast<unsigned>(static_cast<Byte>(han[0])) << 16U) |
                    (static_cast<unsigned>(static_cast<Byte>(han[1])) << 8U) | static_cast<Byte>(han[2]);
  return (code == 0xE79A84) | (code == 0xE58F8A) | (code == 0xE5928C) | (code == 0xE4B88E) |
         (code == 0xE68896) | (code == 0xE88887);
}

// Whether a character that is neither ASCII nor Han counts in a skeleton.
bool other_counts(std::string_view units) noexcept {
  const auto lead = static_cast<Byte>(units[0]);
  const auto second = static_cast<Byte>(units.size() > 1 ? units[1] : 0);
  if (lead == 0xE2 && second <= 0x81) return false;          // general punctuation
  if (lead == 0xE3 && second == 0x80) return units == "〇";  // CJK punctuation
  std::size_t at = 0;
  const auto c = next_utf8(units, at);
  const auto action = action_of(c);
  if (action == keep) return u_isalnum(static_cast<UChar32>(c)) != 0;
  return action > ' ' && action < 0x80 && u_isalnum(static_cast<UChar32>(action)) != 0;
}

// Whether a character (its bytes) counts in a skeleton.
bool counts(std::string_view units) noexcept {
  const auto b = static_cast<Byte>(units[0]);
  if (b < 0x80) return is_ascii_alnum(b);
  return is_han(b) ? !is_particle(units.data()) : other_counts(units);
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
  FoldedText out(buffer, text.size());
  for (std::size_t at = 0; at < text.size();) fold_one(text, at, out);
  out.finish();
  return buffer;
}

char32_t fold_character(char32_t c) {
  const auto action = action_of(c);
  return action == keep ? c : action == drop ? 0 : action;
}

namespace {

// The length of the tag at the start of `text`; 0 if there is none.
std::size_t tag_length(std::string_view text) noexcept {
  if (text.size() < 3 || text[0] != '<' || !is_tag_start(text[1])) return 0;
  const auto close = text.substr(0, longest_tag).find('>');
  return close == std::string_view::npos ? 0 : close + 1;
}

enum class Next : std::uint8_t { nothing, figure, other };

// What is shown next, behind tags and spaces.
Next next_shown(std::string_view text) noexcept {
  constexpr int most_tags = 16;
  for (int tags = 0; tags < most_tags;) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return Next::nothing;
    text.remove_prefix(first);
    const auto length = tag_length(text);
    if (length == 0) break;
    text.remove_prefix(length);
    ++tags;
  }
  const auto lead = static_cast<Byte>(text[0]);
  const bool is_figure = (lead >= '0' && lead <= '9') || lead == '.' || lead == ',' || lead == '-' ||
                         lead == '&' || lead == '<' || lead == 0xEF;
  return is_figure ? Next::figure : Next::other;
}

// A tag at `at` may part digits that are not of one number, or hide some of them: then a mark stands for it
// that makes the cell unreadable. Nothing is marked beside words.
void mark_torn_figure(std::string_view text, std::size_t at, FoldedText& out) {
  const auto length = tag_length(text.substr(at));
  if (length == 0 || !out.may_be_figure()) return;
  const auto is = tag_of(text.substr(at, length));
  if (is == TagIs::flowing) return;
  const auto next = next_shown(text.substr(at + length));
  if (is == TagIs::break_) {
    if (!out.is_empty() && next == Next::figure) out.bytes("/");
  } else if (!out.is_empty() || next != Next::other) {
    out.bytes("\uFFFD");
  }
}

}  // namespace

std::string_view fold_markup(std::string_view text, std::string& buffer) {
  if (!has_mark(text)) return fold(text, buffer);
  FoldedText out(buffer, text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '<') mark_torn_figure(text, at, out);
    if (!fold_mark(text, at, out)) fold_one(text, at, out);
  }
  out.finish();
  return buffer;
}

void strip_markup(std::string_view text, std::string& out) {
  std::string piece;
  ByteFinder<5> marks(text, {'<', '&', '*', '_', '\\'});
  const auto size = text.size();
  while (!text.empty()) {
    const auto begin = size - text.size();
    const auto mark = marks.next(begin) - begin;
    out.append(text.substr(0, mark));
    if (mark == text.size()) return;
    text.remove_prefix(mark);
    FoldedText folded(piece, 16);
    std::size_t at = 0;
    const bool taken = fold_mark(text, at, folded);
    folded.finish();
    if (taken)
      out.append(piece);
    else
      out.append(text.substr(0, at = 1));
    text.remove_prefix(at);
  }
}

std::string tidy(std::string_view text) {
  std::string out;
  out.resize(text.size());  // nothing becomes longer
  char* const begin = out.data();
  char* to = begin;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    if (is_han(static_cast<Byte>(text[at]))) {
      to = copy_han(text.data() + at, to);
      at += 3;
      space = false;
      continue;
    }
    const auto from = at;
    const auto c = next_utf8(text, at);
    const auto action = action_of(c);
    if (action == ' ' || action == drop) {
      space = space || action == ' ';
      continue;
    }
    const bool alnum = action != keep && action < 0x80 && u_isalnum(static_cast<UChar32>(action));
    if (space && to != begin && static_cast<Byte>(to[-1]) < 0x80 && (c < 0x80 || alnum)) *to++ = ' ';
    space = false;
    if (alnum)
      *to++ = static_cast<char>(action);
    else
      to = std::copy(text.begin() + from, text.begin() + at, to);
  }
  out.resize(static_cast<std::size_t>(to - begin));
  return out;
}

void skeleton(std::string_view folded, std::string& out) {
  const auto start = out.size();
  out.resize(start + folded.size());
  char* to = out.data() + start;
  for (std::size_t at = 0; at < folded.size();) {
    const auto b = static_cast<Byte>(folded[at]);
    if (is_han(b)) {
      copy_han(folded.data() + at, to);
      to += is_particle(folded.data() + at) ? 0 : 3;
      at += 3;
    } else if (b < 0x80) {
      const auto year = b == '(' ? bracketed_year(folded.substr(at)) : 0;
      *to = folded[at];
      to += is_ascii_alnum(b) ? 1 : 0;
      at += std::max<std::size_t>(year, 1);
    } else {
      const auto units = folded.substr(at, length_at(folded, at));
      if (other_counts(units)) to = std::copy(units.begin(), units.end(), to);
      at += units.size();
    }
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
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
    if (b >= 0x80 && text.size() >= 3 && is_han(static_cast<Byte>(text[text.size() - 3]))) break;
    auto at = text.size();
    if (!is_space(previous_utf8(text, at))) break;
    text.remove_suffix(text.size() - at);
  }
  return text;
}

}  // namespace nianbao::text
