// SPDX-License-Identifier: Apache-2.0
#include "readers/numerals.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace nianbao::readers {

namespace {

using Digits = std::array<const char*, 10>;

constexpr Digits counting_digits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits legal_digits{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr Digits legal_traditional{"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};

// No list is longer; beyond it every format is decimal.
constexpr std::uint32_t largest_spelled = 9999;

std::string digit_by_digit(std::uint32_t number, const Digits& digits) {
  std::string out;
  for (const char c : std::to_string(number)) out += digits[static_cast<std::size_t>(c - '0')];
  return out;
}

// 一百零三, 十二: by places.
std::string by_places(std::uint32_t number, const Digits& digits, const std::array<const char*, 4>& places,
                      bool leading_one) {
  if (number == 0) return digits[0];
  std::string out;
  bool gap = false;
  std::uint32_t unit = 1000;
  for (int place = 3; place >= 0; --place, unit /= 10) {
    const auto digit = number / unit % 10;
    if (digit == 0) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += "零";
    gap = false;
    const bool unsaid = digit == 1 && place == 1 && out.empty() && !leading_one;
    if (!unsaid) out += digits[digit];
    out += places[static_cast<std::size_t>(place)];
  }
  return out;
}

std::string roman(std::uint32_t number) {
  struct Step {
    std::uint32_t value;
    const char* text;
  };
  constexpr std::array<Step, 13> steps{{{1000, "M"},
                                        {900, "CM"},
                                        {500, "D"},
                                        {400, "CD"},
                                        {100, "C"},
                                        {90, "XC"},
                                        {50, "L"},
                                        {40, "XL"},
                                        {10, "X"},
                                        {9, "IX"},
                                        {5, "V"},
                                        {4, "IV"},
                                        {1, "I"}}};
  std::string out;
  for (const auto& step : steps)
    for (; number >= step.value; number -= step.value) out += step.text;
  return out;
}

// A … Z, AA, BB: the same letter again, as Word counts.
std::string letters(std::uint32_t number) {
  const auto letter = static_cast<char>('A' + (number - 1) % 26);
  return std::string(std::min<std::uint32_t>((number - 1) / 26 + 1, 32), letter);
}

std::string lower(std::string text) {
  for (auto& c : text) c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// The one of `series`, three bytes each, with this number; beyond them decimal.
std::string one_of(std::string_view series, std::uint32_t number) {
  const auto at = std::size_t{3} * (number - 1);
  return at < series.size() ? std::string(series.substr(at, 3)) : std::to_string(number);
}

// Characters that Unicode has in a row from `first` on.
std::string in_a_row(std::uint32_t number, char32_t first, std::uint32_t count) {
  if (number > count) return std::to_string(number);
  std::string out;
  text::append_utf8(out, first + (number - 1));
  return out;
}

std::string full_width(std::uint32_t number) {
  std::string out;
  for (const char c : std::to_string(number))
    text::append_utf8(out, U'\uFF10' + static_cast<char32_t>(c - '0'));
  return out;
}

std::string chinese(std::uint32_t number) {
  return by_places(number, counting_digits, {"", "十", "百", "千"}, false);
}

using Write = std::string (*)(std::uint32_t);

struct Format {
  std::string_view name;
  Write write;
};

constexpr std::array<Format, 31> formats{{
    {"decimal", [](std::uint32_t n) { return std::to_string(n); }},
    {"decimalHalfWidth", [](std::uint32_t n) { return std::to_string(n); }},
    {"decimalZero", [](std::uint32_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }},
    {"decimalFullWidth", full_width},
    {"decimalFullWidth2", full_width},
    {"chineseCounting", chinese},
    {"chineseCountingThousand", chinese},
    {"taiwaneseCounting", chinese},
    {"taiwaneseCountingThousand", chinese},
    {"japaneseCounting", chinese},
    {"ideographDigital", [](std::uint32_t n) { return digit_by_digit(n, counting_digits); }},
    {"japaneseDigitalTenThousand", [](std::uint32_t n) { return digit_by_digit(n, counting_digits); }},
    {"taiwaneseDigital", [](std::uint32_t n) { return digit_by_digit(n, counting_digits); }},
    {"chineseLegalSimplified",
     [](std::uint32_t n) {
       return by_places(n, legal_digits, {"", "拾", "佰", "仟"}, true);
     }},
    {"ideographLegalTraditional",
     [](std::uint32_t n) {
       return by_places(n, legal_traditional, {"", "拾", "佰", "仟"}, true);
     }},
    {"japaneseLegal",
     [](std::uint32_t n) {
       return by_places(n, legal_traditional, {"", "拾", "佰", "仟"}, true);
     }},
    {"ideographTraditional", [](std::uint32_t n) { return one_of("甲乙丙丁戊己庚辛壬癸", n); }},
    {"ideographZodiac", [](std::uint32_t n) { return one_of("子丑寅卯辰巳午未申酉戌亥", n); }},
    {"ideographEnclosedCircle", [](std::uint32_t n) { return in_a_row(n, U'\u3280', 10); }},
    {"decimalEnclosedCircle", [](std::uint32_t n) { return in_a_row(n, U'\u2460', 20); }},
    {"decimalEnclosedCircleChinese", [](std::uint32_t n) { return in_a_row(n, U'\u2460', 20); }},
    {"decimalEnclosedParen", [](std::uint32_t n) { return in_a_row(n, U'\u2474', 20); }},
    {"decimalEnclosedFullstop", [](std::uint32_t n) { return in_a_row(n, U'\u2488', 20); }},
    {"numberInDash", [](std::uint32_t n) { return "- " + std::to_string(n) + " -"; }},
    {"ordinal", [](std::uint32_t n) { return std::to_string(n) + '.'; }},
    {"upperRoman", roman},
    {"lowerRoman", [](std::uint32_t n) { return lower(roman(n)); }},
    {"upperLetter", letters},
    {"lowerLetter", [](std::uint32_t n) { return lower(letters(n)); }},
    {"none", [](std::uint32_t) { return std::string(); }},
    {"bullet", [](std::uint32_t) { return std::string(); }},
}};

}  // namespace

std::optional<std::string> numeral(std::uint32_t number, std::string_view format) {
  const auto* const known = std::find_if(formats.begin(), formats.end(),
                                         [format](const Format& one) { return one.name == format; });
  if (known == formats.end()) return std::nullopt;
  const bool spelled = number > 0 && number <= largest_spelled;
  return spelled || known->write(1).empty() ? known->write(number) : std::to_string(number);
}

}  // namespace nianbao::readers
