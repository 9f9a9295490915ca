// SPDX-License-Identifier: Apache-2.0
#include "check/sentence.hpp"

#include <boost/spirit/home/x3.hpp>

#include <algorithm>
#include <array>

#include "grammar/cell.hpp"
#include "grammar/labels.hpp"
#include "text/fold.hpp"

namespace nianbao::rules {

namespace x3 = boost::spirit::x3;

namespace {

using Iterator = const char*;
using x3::ascii::digit;

// --- the table of words, to be looked up -----------------------------------------------------------------

struct Entry {
  WordKind kind = WordKind::text;
  std::uint8_t detail = 0;
  bool is_vague = false;
};

template <class Body>
void for_each_word(Body body) {
  for (const auto& line : word_lines())
    for (std::string_view rest = line.words; !rest.empty();) {
      const auto bar = std::min(rest.find('|'), rest.size());
      body(rest.substr(0, bar), Entry{line.kind, line.detail, line.is_vague});
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
}

// How many bytes the character that begins with `lead` has.
std::size_t length_of(char lead) noexcept {
  const auto b = static_cast<unsigned char>(lead);
  return b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
}

// The bytes of the character at `at`, as one number; 0 at the end.
std::uint32_t character_at(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return 0;
  std::uint32_t all = 0;
  const auto end = std::min(at + length_of(text[at]), text.size());
  for (; at < end; ++at) all = all << 8U | static_cast<unsigned char>(text[at]);
  return all;
}

// A small number for two characters.
std::uint32_t mix(std::uint32_t first, std::uint32_t second) noexcept {
  const auto hash = first * 0x9E3779B1U + second * 0x85EBCA6BU;
  return hash >> 16U;
}

class Vocabulary {
 public:
  static const Vocabulary& instance() {
    static const Vocabulary all;
    return all;
  }

  // The longest word at `first`, which moves behind it.
  bool find(Iterator& first, Iterator last, Entry& entry) const {
    return may_begin_word(first, last) && x3::parse(first, last, words_, entry);
  }

 private:
  // A tree grows lopsided from sorted keys.
  Vocabulary() {
    std::vector<std::pair<std::string, Entry>> all;
    for_each_word([&](std::string_view word, Entry entry) { all.emplace_back(word, entry); });
    const auto scattered = [](const std::string& word) {
      return mix(character_at(word, word.size() / 2), character_at(word, 0));
    };
    std::sort(all.begin(), all.end(),
              [&](const auto& a, const auto& b) { return scattered(a.first) < scattered(b.first); });
    for (const auto& [word, entry] : all) {
      words_.add(word, entry);
      const auto one = length_of(word[0]);
      mark(mix(character_at(word, 0), character_at(word, one)));
    }
  }

  void mark(std::uint32_t hash) noexcept { beginnings_[hash / 64] |= std::uint64_t{1} << (hash % 64); }
  [[nodiscard]] bool is_marked(std::uint32_t hash) const noexcept {
    return ((beginnings_[hash / 64] >> (hash % 64)) & 1U) != 0;
  }

  // Whether the first two characters, or the first alone, begin a word: most do not, and need no tree.
  [[nodiscard]] bool may_begin_word(Iterator first, Iterator last) const noexcept {
    const std::string_view text(first, static_cast<std::size_t>(last - first));
    const auto one = character_at(text, 0);
    return is_marked(mix(one, 0)) || is_marked(mix(one, character_at(text, length_of(*first))));
  }

  x3::symbols<Entry> words_;
  std::array<std::uint64_t, 1024> beginnings_{};
};

// --- numbers ---------------------------------------------------------------------------------------------

const auto three_digits = digit >> digit >> digit;
const auto grouped = digit >> -digit >> -digit >> +(',' >> three_digits) >> !digit;
const auto digits = +digit;
const auto decimal = digits >> '.' >> digits;
const auto whole = grouped | digits;

// What makes digits beside it something other than a count: document numbers, telephones, addresses.
bool joins_digits(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '/' || c == '~' ||
         c == '_' || c == '+' || c == '#' || c == ' ';
}

constexpr std::array<const char*, 16> chinese_digit_words{"零", "〇", "一", "二", "三", "四", "五", "六",
                                                          "七", "八", "九", "两", "十", "百", "千", "万"};

struct ChineseDigits : x3::symbols<> {
  ChineseDigits() {
    for (const char* one : chinese_digit_words) add(one);
  }
};

const ChineseDigits& chinese_digits() {
  static const ChineseDigits all;
  return all;
}

// Whether the character at `at` is a Chinese digit: most are none, and need no look at the table.
bool may_begin_number(std::string_view text, std::size_t at) noexcept {
  static const auto leads = [] {
    std::array<std::uint64_t, 1024> bits{};
    for (const char* one : chinese_digit_words) {
      const auto hash = mix(character_at(one, 0), 0);
      bits[hash / 64] |= std::uint64_t{1} << (hash % 64);
    }
    return bits;
  }();
  const auto hash = mix(character_at(text, at), 0);
  return ((leads[hash / 64] >> (hash % 64)) & 1U) != 0;
}

bool is_before(std::string_view text, std::size_t at, std::string_view word) noexcept {
  return at >= word.size() && text.substr(at - word.size(), word.size()) == word;
}

bool starts_with(std::string_view text, std::size_t at, std::string_view word) noexcept {
  return text.substr(std::min(at, text.size()), word.size()) == word;
}

bool is_space(std::string_view text, std::size_t at, std::size_t& length) noexcept {
  const char c = text[at];
  length = 0;
  if (static_cast<unsigned char>(c) > 0x20 && c != '\xC2' && c != '\xE2' && c != '\xE3') return false;
  length = c == ' ' || c == '\t' || c == '\r' ? 1
           : starts_with(text, at, "\u00A0")  ? 2
           : starts_with(text, at, "\u3000") || (starts_with(text, at, "\xE2\x80") && at + 2 < text.size() &&
                                                 static_cast<unsigned char>(text[at + 2]) <= 0x8B)
               ? 3
               : 0;
  return length > 0;
}

// The full-width digit, letter or sign at `at` as ASCII. Punctuation is in the table of words in either
// width, and a full-width comma groups no digits.
char narrow(std::string_view text, std::size_t at) noexcept {
  if (at + 2 >= text.size() || text[at] != '\xEF') return 0;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const auto third = static_cast<unsigned char>(text[at + 2]);
  int c = 0;
  if (second == 0xBC && third >= 0x81 && third <= 0xBF) c = third - 0x81 + '!';
  if (second == 0xBD && third >= 0x80 && third <= 0x9E) c = third - 0x80 + '`';
  return c == '%' || c == '.' || c == '-' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                 (c >= 'a' && c <= 'z')
             ? static_cast<char>(c)
             : '\0';
}

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

}  // namespace

// --- squeezing -------------------------------------------------------------------------------------------

// A space stays where it parts two digits: 2 58 may be one number or two.
void SentenceReader::squeeze(std::size_t begin, std::size_t end) {
  squeezed_.clear();
  offsets_.clear();
  bool spaced = false;
  const auto put = [&](char c, std::size_t at) {
    squeezed_ += c;
    offsets_.push_back(static_cast<std::uint32_t>(at));
  };
  const auto text = text_.substr(0, end);
  for (auto at = begin; at < end;) {
    std::size_t length = 0;
    if (is_space(text, at, length)) {
      spaced = true;
      at += length;
      continue;
    }
    const char narrowed = narrow(text, at);
    const char c = narrowed != 0 ? narrowed : text[at];
    if (spaced && is_digit(c) && !squeezed_.empty() && is_digit(squeezed_.back())) put(' ', at);
    spaced = false;
    put(c, at);
    at += narrowed != 0 ? 3 : 1;
  }
}

void SentenceReader::make_simple() {
  if (grammar::simplify(squeezed_, simplified_).data() != squeezed_.data()) squeezed_.swap(simplified_);
}

std::size_t SentenceReader::end_of(const Word& word) const noexcept {
  const auto last = offsets_[word.end - 1];
  return last +
         (text_[last] == '\xEF' && static_cast<unsigned char>(squeezed_[word.end - 1]) < 0x80 ? 3U : 1U);
}

// --- words -----------------------------------------------------------------------------------------------

const Words& SentenceReader::read(std::string_view text, std::size_t begin, std::size_t end) {
  text_ = text;
  words_.clear();
  squeeze(begin, end);
  make_simple();
  for (std::size_t at = 0; at < squeezed_.size();) {
    auto next = is_digit(squeezed_[at]) ? add_digits(at) : add_chinese_number(at);
    if (next == at) next = add_title(at);
    if (next == at) next = add_word(at);
    if (next == at) {
      next = std::min(at + length_of(squeezed_[at]), squeezed_.size());
      add_text(at, next);
    }
    at = next;
  }
  return words_;
}

void SentenceReader::add(WordKind kind, std::size_t begin, std::size_t end) {
  Word word;
  word.kind = kind;
  word.begin = static_cast<std::uint32_t>(begin);
  word.end = static_cast<std::uint32_t>(end);
  words_.push_back(word);
}

void SentenceReader::add_text(std::size_t begin, std::size_t end) {
  if (!words_.empty() && words_.back().kind == WordKind::text && words_.back().end == begin)
    words_.back().end = static_cast<std::uint32_t>(end);
  else
    add(WordKind::text, begin, end);
}

void SentenceReader::add_year(std::int64_t year, std::size_t begin, std::size_t end) {
  auto kind = WordKind::other_time;
  if (year_ != 0 && year >= year_ - 1 && year <= year_ + 1)
    kind = year < year_ ? WordKind::last_year : year == year_ ? WordKind::this_year : WordKind::next_year;
  add(kind, begin, end);
}

// A title's words are its own: 《…规范性文件管理办法》.
std::size_t SentenceReader::add_title(std::size_t at) {
  constexpr std::size_t longest = 300;
  const std::string_view text = squeezed_;
  if (text[at] != '\xE3' || !starts_with(text, at, "《")) return at;
  const auto close = text.substr(at, longest).find("》");
  if (close == std::string_view::npos) return at;
  add(WordKind::title, at, at + close + sizeof("》") - 1);
  return words_.back().end;
}

std::size_t SentenceReader::add_word(std::size_t at) {
  Entry entry;
  Iterator first = squeezed_.data() + at;
  if (!Vocabulary::instance().find(first, squeezed_.data() + squeezed_.size(), entry)) return at;
  const auto end = static_cast<std::size_t>(first - squeezed_.data());
  add(entry.kind, at, end);
  words_.back().detail = entry.detail;
  words_.back().is_vague = entry.is_vague;
  return end;
}

// Digits, and what they are by what stands round them.
std::size_t SentenceReader::add_digits(std::size_t at) {
  const std::string_view text = squeezed_;
  Iterator first = text.data() + at;
  const Iterator last = text.data() + text.size();
  bool counts = at == 0 || !joins_digits(text[at - 1]);
  if (x3::parse(first, last, decimal))
    counts = false;
  else
    x3::parse(first, last, whole);
  auto end = static_cast<std::size_t>(first - text.data());
  if (end < text.size() && (joins_digits(text[end]) || text[end] == '%')) counts = false;
  if (is_before(text, at, "第") || is_before(text, at, "〔") || is_before(text, at, "[")) counts = false;
  std::string grouped_digits(text.substr(at, end - at));
  grouped_digits.erase(std::remove(grouped_digits.begin(), grouped_digits.end(), ','), grouped_digits.end());
  grammar::Token number;
  if (!grammar::parse_plain_number(grouped_digits, number)) counts = false;
  if (counts && grouped_digits.size() == 4 && starts_with(text, end, "年")) {
    end += sizeof("年") - 1;
    if (starts_with(text, end, "度")) end += sizeof("度") - 1;
    add_year(number.coefficient, at, end);
    return end;
  }
  // Months that a year does not begin or end with are of a part of it.
  if (counts && starts_with(text, end, "月")) {
    const bool ends_year = number.coefficient == 1 || number.coefficient == 12;
    end += sizeof("月") - 1;
    add(ends_year ? WordKind::figure : WordKind::other_time, at, end);
    return end;
  }
  add(counts ? WordKind::number : WordKind::figure, at, end);
  words_.back().value = number.coefficient;
  return end;
}

// Chinese digits are a number only where something is counted by them: 一是, 三公 and 二十大 are none.
std::size_t SentenceReader::add_chinese_number(std::size_t at) {
  const std::string_view text = squeezed_;
  if (!may_begin_number(text, at)) return at;
  const Iterator last = text.data() + text.size();
  Iterator first = text.data() + at;
  // No count has more: a run of any length is looked at once.
  constexpr int most_digits = 12;
  if (!x3::parse(first, last, x3::repeat(1, most_digits)[chinese_digits()])) return at;
  const auto end = static_cast<std::size_t>(first - text.data());
  Entry unit;
  const bool is_counted = Vocabulary::instance().find(first, last, unit) && (unit.kind == WordKind::unit);
  const bool is_none = text.substr(at, end - at) == "零" && (first == last || unit.kind == WordKind::comma);
  if ((!is_counted && !is_none) || is_before(text, at, "第")) return at;
  grammar::Token number;
  if (text.substr(at, end - at) == "一")
    number.coefficient = 1;
  else if (!grammar::parse_value(text.substr(at, end - at), number))
    return at;
  add(WordKind::number, at, end);
  words_.back().value = number.coefficient;
  return end;
}

}  // namespace nianbao::rules
