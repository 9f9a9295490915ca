// SPDX-License-Identifier: Apache-2.0
#include "grammar/cell.hpp"

#include <boost/spirit/home/x3.hpp>

#include <algorithm>
#include <array>
#include <deque>
#include <limits>
#include <memory>
#include <unordered_map>

#include "text/fold.hpp"

namespace nianbao::grammar {

namespace x3 = boost::spirit::x3;

namespace {

using Iterator = const char*;
using x3::ascii::digit;  // neither the locale nor bytes above 0x7F matter

// --- enumerators --------------------------------------------------------------------------------

// 一 … 十, in one character; 十一 and beyond do not occur on the form.
constexpr std::array<std::string_view, 10> ordinals{"一", "二", "三", "四", "五",
                                                    "六", "七", "八", "九", "十"};
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
const auto comma = x3::lit(',') >> -x3::lit(' ');
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
const auto note = (x3::lit('(') >> *x3::char_)[set_remark];

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

// The Chinese characters that values begin with, in order. Most labels begin with others.
std::vector<std::string_view> first_characters() {
  std::vector<std::string_view> all(chinese_digits.begin(), chinese_digits.end());
  all.push_back(in_all);
  for (const auto word : mark_words) all.push_back(word.substr(0, 3));
  std::sort(all.begin(), all.end());
  return all;
}

bool may_begin_value(std::string_view folded) {
  const auto lead = static_cast<unsigned char>(folded[0]);
  if (lead < 0xE4 || lead > 0xE9) return true;
  static const auto all = first_characters();
  return std::binary_search(all.begin(), all.end(), folded.substr(0, 3));
}

bool may_be_value(std::string_view folded) {
  if (folded.empty() || !may_begin_value(folded)) return false;
  return folded.size() <= 48 || (folded[0] >= '0' && folded[0] <= '9') || folded[0] == '-' ||
         folded[0] == '+';
}

}  // namespace

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
  if (folded.substr(0, 3) == "第") folded.remove_prefix(3);
  while (folded[0] == '(' || folded[0] == ' ') folded.remove_prefix(1);
  int value = 0;
  for (std::size_t i = 0; i < 2 && folded[i] >= '0' && folded[i] <= '9'; ++i)
    value = value * 10 + (folded[i] - '0');
  if (value > 0 || style == Enumerator::none) return value;
  if (style == Enumerator::legal) {
    const auto* const found = std::find(legal_ordinals.begin(), legal_ordinals.end(), folded.substr(0, 3));
    return static_cast<int>(found - legal_ordinals.begin()) % 6 + 1;
  }
  const auto* const found = std::find(ordinals.begin(), ordinals.end(), folded.substr(0, 3));
  return found == ordinals.end() ? 0 : static_cast<int>(found - ordinals.begin()) + 1;
}

// A digit, a bracket, or the lead byte of an ordinal or of 第: nothing else needs the grammar.
bool may_begin_enumerator(std::string_view folded) noexcept {
  if (folded.empty()) return false;
  const char c = folded[0];
  if ((c >= '0' && c <= '9') || c == '(' || c == '\xE4' || c == '\xE5' || c == '\xE7') return true;
  // 贰, 肆, 陆
  return (c == '\xE8' || c == '\xE9') &&
         std::find(legal_ordinals.begin(), legal_ordinals.end(), folded.substr(0, 3)) != legal_ordinals.end();
}

// Whether one of `words`, parted by bars, stands in `text`.
bool has_word(std::string_view text, std::string_view words) noexcept {
  while (!words.empty()) {
    const auto bar = words.find('|');
    if (text.find(words.substr(0, bar)) != std::string_view::npos) return true;
    words = bar == std::string_view::npos ? std::string_view() : words.substr(bar + 1);
  }
  return false;
}

}  // namespace

Enumerated parse_enumerator(std::string_view folded) {
  Enumerated found;
  if (!may_begin_enumerator(folded)) return found;
  Iterator first = folded.data();
  const Iterator last = first + folded.size();
  if (!x3::parse(first, last, x3::with<enumerated_tag>(std::ref(found))[enumerator])) return {};
  found.length = static_cast<std::size_t>(first - folded.data());
  found.number = number_of(found.style, folded);
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

// --- labels -------------------------------------------------------------------------------------

namespace {

// A label and the enumerator that stands in front of it.
struct Printed {
  form::Label label;
  Enumerator enumerator = Enumerator::none;
};

// Ways in which the official wording is commonly written: full or half width, with or without a
// space behind the enumerator.
std::vector<std::string> common_writings(const std::string& official) {
  std::string buffer;
  const std::string folded(text::fold(official, buffer));
  std::vector<std::string> writings{official, folded};
  const auto spaced = [&](const std::string& text, std::string_view stop_mark) {
    const auto at = text.find(stop_mark);
    if (at == std::string::npos || at > 6) return;
    auto with_space = text;
    with_space.insert(at + stop_mark.size(), 1, ' ');
    writings.push_back(std::move(with_space));
  };
  for (const std::string_view after : {"）", ".", "、"}) spaced(official, after);
  for (const std::string_view after : {")", "."}) spaced(folded, after);
  return writings;
}

form::Label find_wording(const Labels& labels, std::string_view wording, std::string& buffer) {
  buffer.clear();
  text::skeleton(wording, buffer);
  return buffer.empty() ? form::Label{} : labels.find(buffer);
}

bool read_label(const Labels& labels, std::string_view folded, Token& token, std::string& buffer) {
  const auto enumerated = parse_enumerator(folded);
  auto wording = folded.substr(enumerated.length);
  auto label = find_wording(labels, wording, buffer);
  // A remark may stand behind a label: 规章（件）.
  if (label.kind == form::Kind::none && !wording.empty() && wording.back() == ')')
    label = find_wording(labels, wording.substr(0, wording.rfind('(')), buffer);
  if (label.kind == form::Kind::none) return false;
  // 3.其他 and （七）总计 are rows by their enumerators alone.
  static const auto other_row = form::matrix_row_index("results.other.other");
  static const auto total_row = form::matrix_row_index("results.total");
  if (label.kind == form::Kind::other && enumerated.style == Enumerator::arabic)
    label = {form::Kind::matrix_row, other_row};
  if (label.kind == form::Kind::total && enumerated.style != Enumerator::none)
    label = {form::Kind::matrix_row, total_row};
  token.kind = TokenKind::label;
  token.label = label;
  token.enumerator = enumerated.style;
  return true;
}

}  // namespace

struct Labels::Tables {
  std::vector<std::string> sorted;  // all skeletons; what the keys of `all` point to
  std::unordered_map<std::string_view, form::Label> all;
  x3::symbols<form::Label> headings;
  std::deque<std::string> writings;  // what the keys of `exact` point to
  std::unordered_map<std::string_view, Printed> exact;
  std::size_t longest_writing = 0;
  std::size_t longest_skeleton = 0;
};

const Labels& Labels::instance() {
  static const Labels labels;
  return labels;
}

Labels::Labels() : tables_(std::make_unique<Tables>()) {
  std::vector<std::pair<std::string, form::Label>> entries;
  const auto wordings = form::all_wordings();
  for (const auto& wording : wordings) {
    std::string folded;
    std::string key;
    label_skeleton(text::fold(wording.text, folded), key);
    if (!key.empty()) entries.emplace_back(std::move(key), wording.label);
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  tables_->sorted.reserve(entries.size());
  for (auto& [key, label] : entries) {
    if (label.kind == form::Kind::section) tables_->headings.add(key, label);
    tables_->longest_skeleton = std::max(tables_->longest_skeleton, key.size());
    tables_->sorted.push_back(std::move(key));
    tables_->all.emplace(tables_->sorted.back(), label);
  }
  for (const auto& row : form::matrix_rows) add_exact(row.names.label);
  for (const auto& wording : wordings)
    if (wording.is_official && wording.label.kind != form::Kind::section) add_exact(wording.text);
}

// What the long way says of a writing is noted down for the short one.
void Labels::add_exact(const std::string& official) {
  for (auto& writing : common_writings(official)) {
    Token token;
    std::string folded;
    std::string key;
    if (!read_label(*this, text::fold(writing, folded), token, key)) continue;
    tables_->writings.push_back(std::move(writing));
    const std::string& kept = tables_->writings.back();
    tables_->exact.emplace(kept, Printed{token.label, token.enumerator});
    tables_->longest_writing = std::max(tables_->longest_writing, kept.size());
  }
}

bool Labels::find_exact(std::string_view printed, Token& token) const {
  if (printed.size() > tables_->longest_writing) return false;
  const auto found = tables_->exact.find(printed);
  if (found == tables_->exact.end()) return false;
  token.kind = TokenKind::label;
  token.label = found->second.label;
  token.enumerator = found->second.enumerator;
  return true;
}

Labels::~Labels() = default;

form::Label Labels::find(std::string_view skeleton) const {
  if (skeleton.size() > tables_->longest_skeleton) return {};
  const auto& all = tables_->all;
  if (const auto found = all.find(skeleton); found != all.end()) return found->second;
  std::string buffer;
  const auto simple = simplify(skeleton, buffer);
  if (simple.data() == skeleton.data()) return {};
  const auto found = all.find(simple);
  return found == all.end() ? form::Label{} : found->second;
}

form::Label Labels::find_heading_prefix(std::string_view skeleton, std::size_t& length) const {
  std::string buffer;
  const auto simple = simplify(skeleton, buffer);
  form::Label label;
  Iterator first = simple.data();
  if (!x3::parse(first, first + simple.size(), tables_->headings, label)) return {};
  length = static_cast<std::size_t>(first - simple.data());
  return label;
}

bool Labels::is_prefix(std::string_view skeleton) const {
  std::string buffer;
  const auto simple = simplify(skeleton, buffer);
  const auto at = std::upper_bound(tables_->sorted.begin(), tables_->sorted.end(), simple);
  return at != tables_->sorted.end() && at->size() > simple.size() &&
         std::string_view(*at).substr(0, simple.size()) == simple;
}

void label_skeleton(std::string_view folded, std::string& out) {
  text::skeleton(folded.substr(parse_enumerator(folded).length), out);
}

bool parse_label(std::string_view folded, Token& token, std::string& buffer) {
  return read_label(Labels::instance(), folded, token, buffer);
}

std::uint8_t part_of(std::string_view heading) {
  std::string buffer;
  const auto simple = simplify(heading, buffer);
  for (std::uint8_t i = 0; i < form::part_count; ++i)
    if (has_word(simple, form::overview_parts[i].names.aliases)) return i;
  return 255;
}

std::uint8_t likely_section(std::string_view folded) {
  constexpr std::size_t longest = 30;  // characters
  const auto enumerated = parse_enumerator(folded);
  const auto section = static_cast<std::size_t>(enumerated.number) - 1;
  if (!enumerated.punctuated || enumerated.style == Enumerator::bracketed || section >= form::section_count ||
      text::characters(folded) > longest)
    return 255;
  std::string buffer;
  const auto simple = simplify(folded.substr(enumerated.length), buffer);
  const bool is_sentence =
      simple.find("，") != std::string_view::npos || simple.find(',') != std::string_view::npos;
  return !is_sentence && has_word(simple, form::sections[section].cues) ? static_cast<std::uint8_t>(section)
                                                                        : 255;
}

std::string_view simplify(std::string_view text, std::string& buffer) {
  buffer.clear();
  std::size_t copied = 0;
  for (std::size_t at = 0; at + 3 <= text.size();) {
    const auto b = static_cast<unsigned char>(text[at]);
    if (b < 0xE4 || b > 0xE9) {
      ++at;
      continue;
    }
    const char32_t c = ((b & 0x0FU) << 12U) | ((static_cast<unsigned char>(text[at + 1]) & 0x3FU) << 6U) |
                       (static_cast<unsigned char>(text[at + 2]) & 0x3FU);
    if (form::is_traditional(c)) {
      const auto simple = form::simplified(c);
      buffer.append(text.substr(copied, at - copied));
      buffer += static_cast<char>(0xE0U | (simple >> 12U));
      buffer += static_cast<char>(0x80U | ((simple >> 6U) & 0x3FU));
      buffer += static_cast<char>(0x80U | (simple & 0x3FU));
      copied = at + 3;
    }
    at += 3;
  }
  if (copied == 0) return text;
  buffer.append(text.substr(copied));
  return buffer;
}

}  // namespace nianbao::grammar
