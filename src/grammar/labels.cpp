// SPDX-License-Identifier: Apache-2.0
#include "grammar/labels.hpp"

#include <boost/spirit/home/x3.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "grammar/cell.hpp"
#include "grammar/writings.hpp"
#include "text/fold.hpp"
#include "text/han.hpp"

namespace nianbao::grammar {

namespace x3 = boost::spirit::x3;

namespace {

using Iterator = const char*;

// Writes a Han character, three bytes.
void put_utf8(char32_t han, char* to) noexcept {
  to[0] = static_cast<char>(0xE0U | (han >> 12U));
  to[1] = static_cast<char>(0x80U | ((han >> 6U) & 0x3FU));
  to[2] = static_cast<char>(0x80U | (han & 0x3FU));
}

// --- ways of writing ----------------------------------------------------------------------------

// The bytes in front of the wording: "（一）", "1.", "一、"; 0 if the label has no enumerator.
std::size_t enumerator_length(std::string_view official) noexcept {
  constexpr std::size_t furthest = 6;
  for (const std::string_view stop : {"）", ".", "、"})
    if (const auto at = official.find(stop); at <= furthest) return at + stop.size();
  return 0;
}

// Enumerators as reports write them: full or half width, with or without a space behind.
std::vector<std::string> common_enumerators(const std::string& official) {
  if (official.empty()) return {official};
  std::string buffer;
  const std::string folded(text::fold(official, buffer));
  std::vector<std::string> all{official, official + ' '};
  if (folded != official) {
    all.push_back(folded);
    all.push_back(folded + ' ');
  } else if (folded.back() == '.') {
    for (const char* const stop : {"．", "、"}) all.push_back(folded.substr(0, folded.size() - 1) + stop);
  }
  return all;
}

// Ways in which a wording is commonly written: brackets of full or half width, four characters in two
// lines of a narrow cell.
std::vector<std::string> common_writings(const std::string& official) {
  const auto length = enumerator_length(official);
  const auto wording = official.substr(length);
  std::string buffer;
  std::vector<std::string> wordings{wording};
  if (const auto folded = text::fold(wording, buffer); folded != wording) wordings.emplace_back(folded);
  constexpr std::size_t two = 6;
  if (length == 0 && text::characters(wording) == 4 && wording.size() == 2 * two)
    wordings.push_back(wording.substr(0, two) + ' ' + wording.substr(two));
  std::vector<std::string> all;
  for (const auto& enumerator : common_enumerators(official.substr(0, length)))
    for (const auto& rest : wordings) all.push_back(enumerator + rest);
  return all;
}

// The length of the tag of a line break that `text` begins with, 0 if it does not.
std::size_t break_length(std::string_view text) noexcept {
  for (const std::string_view tag : {"<br>", "<br/>", "<br />", "<BR>"})
    if (text.substr(0, tag.size()) == tag) return tag.size();
  return 0;
}

// A wording without spaces and breaks, simplified; empty if there may be other marks, or it is too long.
class LooseWriting {
 public:
  LooseWriting(std::string_view printed, bool markup) noexcept {
    if (printed.size() > letters_.size()) return;
    std::size_t size = 0;
    for (std::size_t at = 0; at < printed.size();) {
      if (const auto c = text::han_at(printed.substr(at)); c != 0) {
        put_utf8(form::is_traditional(c) ? form::simplified(c) : c, letters_.data() + size);
        size += 3;
        at += 3;
      } else if (printed[at] == ' ') {
        ++at;
      } else if (markup && printed[at] == '<') {
        const auto length = break_length(printed.substr(at));
        if (length == 0) return;
        at += length;
      } else {
        letters_[size++] = printed[at++];
      }
    }
    size_ = size;
  }

  [[nodiscard]] std::string_view view() const noexcept { return {letters_.data(), size_}; }

 private:
  std::array<char, 256> letters_;
  std::size_t size_ = 0;
};

// --- the long way -------------------------------------------------------------------------------

form::Label find_wording(const Labels& labels, std::string_view wording, std::string& buffer) {
  buffer.clear();
  text::skeleton(wording, buffer);
  return buffer.empty() ? form::Label{} : labels.find(buffer);
}

bool read_label(const Labels& labels, std::string_view folded, Token& token, std::string& buffer) {
  const auto enumerated = parse_enumerator(folded);
  auto wording = folded.substr(enumerated.length);
  if (!labels.may_begin(wording)) return false;
  auto label = find_wording(labels, wording, buffer);
  // A remark may stand behind a label: 规章（件）.
  if (label.kind == form::Kind::none && !wording.empty() && wording.back() == ')')
    label = find_wording(labels, wording.substr(0, wording.rfind('(')), buffer);
  if (label.kind == form::Kind::none) return false;
  // 3.其他 and （七）总计 are rows by their enumerators alone; 2.其他 begins another's label.
  static const auto other_row = form::matrix_row_index("results.other.other");
  static const auto total_row = form::matrix_row_index("results.total");
  if (label.kind == form::Kind::other && enumerated.style == Enumerator::arabic && enumerated.number == 3)
    label = {form::Kind::matrix_row, other_row};
  if (label.kind == form::Kind::total && enumerated.style != Enumerator::none)
    label = {form::Kind::matrix_row, total_row};
  token.kind = TokenKind::label;
  token.label = label;
  token.enumerator = enumerated.style;
  return true;
}

// What the long way says of writings is noted down for the short one.
class WritingsMaker {
 public:
  explicit WritingsMaker(const Labels& labels) : labels_(labels) {}

  void add(std::string writing) {
    Token token;
    const auto folded = text::fold(writing, folded_);
    if (parse_value(folded, token) || !read_label(labels_, folded, token, key_)) return;
    Printed printed{token.kind, token.label, token.enumerator};
    // In brackets or with another number it is the heading of a part.
    if (printed.label.kind == form::Kind::section) {
      if (printed.enumerator != Enumerator::none && printed.enumerator != Enumerator::chinese) return;
      printed.kind = TokenKind::heading;
    }
    all_.emplace_back(std::move(writing), printed);
  }

  // The heading of a part, if its wording is none of the form's labels.
  void add_part(std::string writing) {
    Token token;
    const auto folded = text::fold(writing, folded_);
    const auto enumerated = parse_enumerator(folded);
    const Printed part{
        TokenKind::part, {form::Kind::none, part_of(folded.substr(enumerated.length))}, enumerated.style};
    if (!read_label(labels_, folded, token, key_)) all_.emplace_back(std::move(writing), part);
  }

  [[nodiscard]] Writings make() const { return Writings(all_); }

 private:
  const Labels& labels_;
  std::vector<std::pair<std::string, Printed>> all_;
  std::string folded_;
  std::string key_;
};

// Headings of the parts of 一 as they are commonly written: （一）主动公开, (二) 依申请公开情况.
std::vector<std::string> part_headings() {
  std::vector<std::string> all;
  for (const auto& part : form::overview_parts)
    for (const char* const number : {"一", "二", "三", "四", "五"})
      for (const char* const end : {"", "情况", "方面"})
        for (const char* const bracket : {"）", ")"})
          all.push_back((*bracket == ')' ? "(" : "（") + std::string(number) + bracket + part.names.label +
                        end);
  return all;
}

// What stands in front of the stop in a line that begins with a number in brackets and goes on in Chinese
// characters only; empty if it does not.
std::string_view before_stop(std::string_view line) noexcept {
  constexpr std::string_view wide = "（";
  const bool is_wide = line.substr(0, wide.size()) == wide;
  if (!is_wide && (line.empty() || line[0] != '(')) return {};
  std::size_t at = is_wide ? 9 : 5;
  if (line.size() <= at) return {};
  if (line[at] == ' ') ++at;
  while (at < line.size() && text::is_han_lead(line[at])) at += 3;
  const auto rest = line.substr(at);
  const bool stops = rest.empty() || rest[0] == ':' || rest.substr(0, 3) == "。" || rest.substr(0, 3) == "：";
  return stops ? line.substr(0, at) : std::string_view();
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

// --- the tables ---------------------------------------------------------------------------------

struct Labels::Tables {
  std::vector<std::string> sorted;  // all skeletons; what the keys of `all` point to
  std::unordered_map<std::string_view, form::Label> all;
  x3::symbols<form::Label> headings;
  std::size_t longest_skeleton = 0;
  text::HanSet beginnings;
  Writings exact{{}};
  Writings parts{{}};

  void add_beginnings();
};

// What skeleton leaves out may stand in front of any label.
void Labels::Tables::add_beginnings() {
  for (const auto character : first_characters()) beginnings.add(character);
  for (const std::string_view particle : {"的", "及", "和", "与", "或", "與"}) beginnings.add(particle);
  for (const auto& skeleton : sorted) beginnings.add(skeleton);
  for (auto c = form::first_han; c < form::past_han; ++c)
    if (form::is_traditional(c) && beginnings.has(form::simplified(c))) beginnings.add(c);
}

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
  tables_->add_beginnings();
  WritingsMaker writings(*this);
  for (const auto& row : form::matrix_rows)
    for (auto& writing : common_writings(row.names.label)) writings.add(std::move(writing));
  for (const auto& wording : wordings) {
    if (!wording.is_official) {
      writings.add(wording.text);
      continue;
    }
    for (auto& writing : common_writings(wording.text)) writings.add(std::move(writing));
  }
  tables_->exact = writings.make();
  WritingsMaker parts(*this);
  for (auto& heading : part_headings()) parts.add_part(std::move(heading));
  tables_->parts = parts.make();
}

Labels::~Labels() = default;

namespace {

bool take(const Printed* found, Token& token) noexcept {
  if (found == nullptr) return false;
  token.kind = found->kind;
  token.label = found->label;
  token.enumerator = found->enumerator;
  return true;
}

}  // namespace

bool Labels::find_exact(std::string_view printed, Token& token) const noexcept {
  return take(tables_->exact.find(printed), token);
}

std::size_t Labels::find_part(std::string_view printed, Token& token) const noexcept {
  const auto heading = before_stop(printed);
  if (heading.empty()) return 0;
  const bool is_found = take(tables_->parts.find(heading), token) ||
                        take(tables_->parts.find(LooseWriting(heading, false).view()), token);
  return is_found ? heading.size() : 0;
}

bool Labels::find_loosely(std::string_view printed, bool markup, Token& token) const noexcept {
  const LooseWriting loose(printed, markup);
  return find_exact(loose.view(), token);
}

bool Labels::may_begin(std::string_view printed) const noexcept {
  const auto first = text::han_at(printed);
  return first == 0 || tables_->beginnings.has(first);
}

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
  if (skeleton.size() >= tables_->longest_skeleton) return false;
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

// --- headings worded otherwise ------------------------------------------------------------------

std::uint8_t part_of(std::string_view heading) {
  std::string buffer;
  const auto simple = simplify(heading, buffer);
  for (std::uint8_t i = 0; i < form::part_count; ++i)
    if (has_word(simple, form::overview_parts[i].names.aliases)) return i;
  return 255;
}

std::uint8_t likely_section(std::string_view folded, const Enumerated& enumerated) {
  constexpr std::size_t longest = 30;  // characters
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
      buffer.append(3, '\0');
      put_utf8(simple, &buffer[buffer.size() - 3]);
      copied = at + 3;
    }
    at += 3;
  }
  if (copied == 0) return text;
  buffer.append(text.substr(copied));
  return buffer;
}

}  // namespace nianbao::grammar
