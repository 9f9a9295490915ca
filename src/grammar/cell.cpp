// SPDX-License-Identifier: Apache-2.0
#include "grammar/cell.hpp"

#include <boost/spirit/home/x3.hpp>

#include <algorithm>
#include <array>
#include <limits>

#include "text/fold.hpp"
#include "text/han.hpp"

namespace nianbao::grammar {

namespace x3 = boost::spirit::x3;

namespace {

using Iterator = const char*;
using x3::ascii::digit;  // neither the locale nor bytes above 0x7F matter

// --- enumerators --------------------------------------------------------------------------------

// 一 … 十, in one character; 十一 and beyond do not occur on the form.
constexpr std::array<std::string_view, 10> ordinals{"一", "二", "三", "四", "五",
                                                    "六", "七", "八", "九", "十"};
constexpr std::string_view in_order = "第";
struct ordinal_symbols : x3::symbols<> {
  ordinal_symbols() {
    for (const auto ordinal : ordinals) add(ordinal);
  }
};
const ordinal_symbols chinese_ordinal;

// 壹 … 陆 of legal writing, which sections may be numbered with; traditional ones behind them.
constexpr std::array<std::string_view, 12> legal_ordinals{"壹", "贰", "叁", "肆", "伍", "陆",
                                                          "壹", "貳", "參", "肆", "伍", "陸"};
struct legal_symbols : x3::symbols<> {
  legal_symbols() {
    for (const auto ordinal : legal_ordinals) add(ordinal);
  }
};
const legal_symbols legal_ordinal;
const auto arabic_ordinal = digit >> -digit;
const auto stop = x3::lit("、") | '.' | ',' | ':' | "．" | "·";

struct enumerated_tag;

template <Enumerator style>
struct set_style {
  template <class Context>
  void operator()(Context& context) const {
    x3::get<enumerated_tag>(context).get().style = style;
  }
};
const auto set_punctuated = [](auto& context) { x3::get<enumerated_tag>(context).get().punctuated = true; };

const auto optional_space = -x3::lit(' ');
const auto bracketed = -x3::lit("第") >> '(' >> optional_space >>
                       (arabic_ordinal | chinese_ordinal) >> optional_space >> x3::lit(')')[set_punctuated] >>
                       -stop;
const auto chapter = "第" >> chinese_ordinal >> (x3::lit("部分") | "章")[set_punctuated] >> optional_space >>
                     -stop;
const auto chinese = chinese_ordinal >> optional_space >> -stop[set_punctuated];
const auto legal = legal_ordinal >> optional_space >> stop[set_punctuated];
const auto arabic = arabic_ordinal >> optional_space >> -(stop | ')')[set_punctuated];

const auto enumerator = arabic[set_style<Enumerator::arabic>()] |
                        bracketed[set_style<Enumerator::bracketed>()] |
                        chinese[set_style<Enumerator::chinese>()] |
                        chapter[set_style<Enumerator::chinese>()] | legal[set_style<Enumerator::legal>()];

// --- numbers ------------------------------------------------------------------------------------

struct value_tag;

// What the number rules collect: slices of the cell.
struct Slices {
  std::string_view whole;
  std::string_view fraction;
  bool negative = false;
  bool spaced = false;
  bool remark = false;
  bool chinese = false;
  PrintedUnit unit = PrintedUnit::none;
};

template <class Context>
std::string_view slice(Context& context) {
  const auto& range = x3::_attr(context);
  return {range.begin(), static_cast<std::size_t>(range.end() - range.begin())};
}

const auto set_negative = [](auto& context) { x3::get<value_tag>(context).get().negative = true; };
const auto set_remark = [](auto& context) { x3::get<value_tag>(context).get().remark = true; };
const auto set_whole = [](auto& context) { x3::get<value_tag>(context).get().whole = slice(context); };
const auto set_spaced = [](auto& context) {
  auto& to = x3::get<value_tag>(context).get();
  to.whole = slice(context);
  to.spaced = true;
};
const auto set_chinese = [](auto& context) {
  auto& to = x3::get<value_tag>(context).get();
  to.whole = slice(context);
  to.chinese = true;
};
const auto set_fraction = [](auto& context) { x3::get<value_tag>(context).get().fraction = slice(context); };
const auto set_unit = [](auto& context) { x3::get<value_tag>(context).get().unit = x3::_attr(context); };

struct unit_symbols : x3::symbols<PrintedUnit> {
  unit_symbols() {
    add("万元", PrintedUnit::ten_thousand_yuan)("万圆", PrintedUnit::ten_thousand_yuan)(
        "萬元", PrintedUnit::ten_thousand_yuan)("元", PrintedUnit::yuan)("圆", PrintedUnit::yuan)(
        "元整", PrintedUnit::yuan)("千元", PrintedUnit::other)("亿元", PrintedUnit::other)(
        "件", PrintedUnit::items)("项", PrintedUnit::items)("个", PrintedUnit::items)(
        "宗", PrintedUnit::items)("份", PrintedUnit::items)("起", PrintedUnit::items)(
        "次", PrintedUnit::items)("项次", PrintedUnit::items)("件次", PrintedUnit::items)(
        "個", PrintedUnit::items)("項", PrintedUnit::items)("部", PrintedUnit::items);
  }
};
const unit_symbols unit;

const auto three_digits = digit >> digit >> digit;
const auto comma = (x3::lit(',') >> -x3::lit(' ')) | '\'' | "‘" | "’";
const auto grouped = digit >> -digit >> -digit >> +(comma >> three_digits);
const auto plain_digits = +digit;
// A number that the extraction broke: "2 58".
const auto broken = +digit >> +(x3::lit(' ') >> +digit);
constexpr std::array<std::string_view, 16> chinese_digits{"零", "〇", "一", "二", "三", "四", "五", "六",
                                                          "七", "八", "九", "两", "十", "百", "千", "万"};
struct chinese_digit_symbols : x3::symbols<> {
  chinese_digit_symbols() {
    for (const auto one : chinese_digits) add(one);
  }
};
const chinese_digit_symbols chinese_digit;
const auto chinese_number = +chinese_digit;

const auto space = -x3::lit(' ');
const auto sign = x3::lit('-')[set_negative] | '+';
const auto whole =
    x3::raw[grouped][set_whole] | x3::raw[broken][set_spaced] | x3::raw[plain_digits][set_whole];
const auto fraction = '.' >> x3::raw[+digit][set_fraction];
// 12*, 12①, 12[1]: a note stands below the table.
struct note_mark_symbols : x3::symbols<> {
  note_mark_symbols() {
    for (const auto* mark : {"*", "※", "†", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"}) add(mark);
  }
};
const note_mark_symbols note_mark;
const auto note = (x3::lit('(') >> *x3::char_)[set_remark] | (+note_mark)[set_remark] |
                  (x3::lit('[') >> +digit >> x3::lit(']'))[set_remark];

constexpr std::string_view in_all = "共";
const auto number = -x3::lit(in_all.data()) >>
                    (-sign >> space >> whole >> -fraction | x3::raw[chinese_number][set_chinese]) >> space >>
                    -unit[set_unit] >> space >> -note >> x3::eoi;

// --- marks and page numbers ---------------------------------------------------------------------

constexpr std::array<std::string_view, 28> mark_words{
    "/",  "//", "\\", "-", "--", "---", "----", "—",      "——",     "———", "–",   "――", "―",      "─",
    "──", "－", "−",  "‐", "‑",  "无",  "無",   "不适用", "不適用", "N/A", "n/a", "NA", "无此项", "不涉及"};
struct mark_symbols : x3::symbols<> {
  mark_symbols() {
    for (const auto word : mark_words) add(word);
  }
};
const mark_symbols mark_symbol;
const auto mark = mark_symbol >> x3::eoi;

const auto dash = x3::lit('-') | "—" | "–" | "―" | "─" | "·" | "~" | "−";
const auto dashes = +(dash >> space);
const auto page = (dashes >> +digit >> space >> dashes) |
                  (x3::lit("第") >> space >> +digit >> space >> (x3::lit("页") | "頁") >> *x3::char_) |
                  (+digit >> space >> '/' >> space >> +digit);

// --- values -------------------------------------------------------------------------------------

bool append_digit(std::int64_t& value, int next) noexcept {
  constexpr auto limit = std::numeric_limits<std::int64_t>::max();
  if (value > (limit - next) / 10) return false;
  value = value * 10 + next;
  return true;
}

bool append_digits(std::int64_t& value, std::string_view digits) noexcept {
  for (const char c : digits)
    if (c >= '0' && c <= '9' && !append_digit(value, c - '0')) return false;
  return true;
}

int chinese_value(std::string_view c) noexcept {
  constexpr std::array<std::string_view, 10> digits{"零", "一", "二", "三", "四",
                                                    "五", "六", "七", "八", "九"};
  for (std::size_t i = 0; i < digits.size(); ++i)
    if (c == digits[i]) return static_cast<int>(i);
  if (c == "〇") return 0;
  if (c == "两") return 2;
  if (c == "十") return 10;
  if (c == "百") return 100;
  if (c == "千") return 1000;
  return 10000;
}

// 二〇二 is read digit by digit, 一百零三 by its places.
bool chinese_to_number(std::string_view text, std::int64_t& value) noexcept {
  bool places = false;
  for (std::size_t at = 0; at < text.size(); at += 3)
    places = places || chinese_value(text.substr(at, 3)) >= 10;
  // 一 alone may be a dash as well as a number.
  if (text == "一" || text.size() > 3 * 12) return false;
  std::int64_t high = 0;
  std::int64_t sum = 0;
  std::int64_t unit_count = places ? -1 : 0;
  std::int64_t last_place = 100000;
  for (std::size_t at = 0; at < text.size(); at += 3) {
    const int v = chinese_value(text.substr(at, 3));
    if (!places) {
      unit_count = unit_count * 10 + v;
    } else if (v == 10000) {
      // 万元 alone is a unit.
      if (high != 0 || (sum == 0 && unit_count <= 0)) return false;
      high = (sum + std::max<std::int64_t>(unit_count, 0)) * 10000;
      sum = 0;
      unit_count = -1;
      last_place = 100000;
    } else if (v >= 10) {
      if (v >= last_place) return false;
      last_place = v;
      if (unit_count < 0 && !(v == 10 && sum == 0 && high == 0)) return false;
      sum += (unit_count < 0 ? 1 : unit_count) * v;
      unit_count = -1;
    } else {
      if (unit_count > 0) return false;
      unit_count = v;
    }
  }
  value = high + sum + std::max<std::int64_t>(unit_count, 0);
  return true;
}

bool ends_with(std::string_view text, std::string_view tail) noexcept {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

bool finish_number(const Slices& from, Token& token) noexcept {
  std::int64_t value = 0;
  if (from.chinese) {
    if (!chinese_to_number(from.whole, value)) return false;
  } else if (!append_digits(value, from.whole) || !append_digits(value, from.fraction)) {
    return false;
  }
  token.kind = TokenKind::number;
  token.coefficient = from.negative ? -value : value;
  token.scale = static_cast<std::uint8_t>(std::min<std::size_t>(from.fraction.size(), 18));
  token.unit = from.unit;
  // 五万元 is five of 万元.
  if (from.chinese && from.unit == PrintedUnit::yuan && value % 10000 == 0 && ends_with(from.whole, "万")) {
    token.coefficient /= 10000;
    token.unit = PrintedUnit::ten_thousand_yuan;
  }
  if (from.spaced) token.flags |= split_number;
  if (from.remark) token.flags |= remark;
  return from.fraction.size() <= 18;
}

std::vector<std::string_view> first_characters_of_values() {
  std::vector<std::string_view> all(chinese_digits.begin(), chinese_digits.end());
  all.push_back(in_all);
  all.insert(all.end(), mark_words.begin(), mark_words.end());
  return all;
}

// Most labels begin with a Chinese character that no value begins with.
bool may_begin_value(std::string_view folded) {
  static const auto firsts = [] {
    text::HanSet set;
    for (const auto character : first_characters_of_values()) set.add(character);
    return set;
  }();
  const auto first = text::han_at(folded);
  return first == 0 || firsts.has(first);
}

// What stands between Markdown's marks of bold, which texts of other formats hold as well; `folded` itself
// without them.
std::string_view without_bold(std::string_view folded) noexcept {
  constexpr std::string_view mark_of_bold = "**";
  constexpr auto both = 2 * mark_of_bold.size();
  const bool is_bold = folded.size() > both && folded.substr(0, mark_of_bold.size()) == mark_of_bold &&
                       ends_with(folded, mark_of_bold);
  return is_bold ? text::trim(folded.substr(mark_of_bold.size(), folded.size() - both)) : folded;
}

bool may_be_value(std::string_view folded) {
  if (folded.empty() || !may_begin_value(folded)) return false;
  return folded.size() <= 48 || (folded[0] >= '0' && folded[0] <= '9') || folded[0] == '-' ||
         folded[0] == '+';
}

}  // namespace

std::vector<std::string_view> first_characters() {
  auto all = first_characters_of_values();
  all.insert(all.end(), ordinals.begin(), ordinals.end());
  all.insert(all.end(), legal_ordinals.begin(), legal_ordinals.end());
  all.push_back(in_order);
  return all;
}

bool parse_plain_number(std::string_view text, Token& token) noexcept {
  if (text.empty() || text.size() > 18) return false;
  std::int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  token.kind = TokenKind::number;
  token.coefficient = value;
  token.flags |= as_printed;
  return true;
}

namespace {

int number_of(Enumerator style, std::string_view folded) noexcept {
  if (folded.substr(0, 3) == in_order) folded.remove_prefix(3);
  folded.remove_prefix(std::min(folded.find_first_not_of("( "), folded.size()));
  int value = 0;
  for (const char c : folded.substr(0, 2)) {
    if (c < '0' || c > '9') break;
    value = value * 10 + (c - '0');
  }
  if (value > 0 || style == Enumerator::none) return value;
  if (style == Enumerator::legal) {
    const auto* const found = std::find(legal_ordinals.begin(), legal_ordinals.end(), folded.substr(0, 3));
    return static_cast<int>(found - legal_ordinals.begin()) % 6 + 1;
  }
  const auto* const found = std::find(ordinals.begin(), ordinals.end(), folded.substr(0, 3));
  return found == ordinals.end() ? 0 : static_cast<int>(found - ordinals.begin()) + 1;
}

// A digit, a bracket, an ordinal or 第: nothing else needs the grammar.
bool may_begin_enumerator(std::string_view folded) noexcept {
  static const auto firsts = [] {
    text::HanSet set;
    for (const auto ordinal : ordinals) set.add(ordinal);
    for (const auto ordinal : legal_ordinals) set.add(ordinal);
    set.add(in_order);
    return set;
  }();
  if (folded.empty()) return false;
  const char c = folded[0];
  return (c >= '0' && c <= '9') || c == '(' || firsts.has(text::han_at(folded));
}

}  // namespace

Enumerated parse_enumerator(std::string_view folded) {
  Enumerated found;
  if (!may_begin_enumerator(folded)) return found;
  Iterator first = folded.data();
  const Iterator last = first + folded.size();
  if (!x3::parse(first, last, x3::with<enumerated_tag>(std::ref(found))[enumerator])) return {};
  found.length = static_cast<std::size_t>(first - folded.data());
  found.number = number_of(found.style, folded.substr(0, found.length));
  return found;
}

bool is_page_number(std::string_view folded) {
  if (folded.size() > 48) return false;
  Iterator first = folded.data();
  return x3::parse(first, folded.data() + folded.size(), page >> x3::eoi);
}

bool parse_value(std::string_view folded, Token& token) {
  if (parse_plain_number(folded, token)) {
    token.flags &= static_cast<std::uint8_t>(~as_printed);
    return true;
  }
  folded = without_bold(folded);
  if (!may_be_value(folded)) return false;
  Iterator first = folded.data();
  const Iterator last = first + folded.size();
  if (x3::parse(first, last, mark)) {
    token.kind = TokenKind::mark;
    return true;
  }
  Slices slices;
  first = folded.data();
  return x3::parse(first, last, x3::with<value_tag>(std::ref(slices))[number]) &&
         finish_number(slices, token);
}

}  // namespace nianbao::grammar
