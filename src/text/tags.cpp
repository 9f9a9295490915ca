// SPDX-License-Identifier: Apache-2.0
#include "text/tags.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/fold.hpp"

namespace nianbao::text {

namespace {

// A name of up to eight letters as a number, in lower case; 0 if it is longer.
constexpr std::uint64_t key_of(std::string_view name) noexcept {
  if (name.size() > sizeof(std::uint64_t)) return 0;
  std::uint64_t key = 0;
  for (const char c : name) key = key << 8U | static_cast<unsigned char>(lower(c));
  return key;
}

struct Tag {
  constexpr Tag(std::string_view name, TagIs what) noexcept : key(key_of(name)), is(what) {}

  std::uint64_t key;
  TagIs is;
};

constexpr auto flowing = TagIs::flowing;
constexpr auto break_ = TagIs::break_;

// What reports hold most comes first.
constexpr std::array<Tag, 54> tags{
    {{"p", break_},        {"br", break_},       {"b", flowing},      {"span", flowing},  {"strong", flowing},
     {"font", flowing},    {"u", flowing},       {"td", break_},      {"tr", break_},     {"th", break_},
     {"div", break_},      {"a", flowing},       {"i", flowing},      {"em", flowing},    {"o:p", flowing},
     {"abbr", flowing},    {"acronym", flowing}, {"big", flowing},    {"code", flowing},  {"ins", flowing},
     {"kbd", flowing},     {"label", flowing},   {"mark", flowing},   {"nobr", flowing},  {"q", flowing},
     {"samp", flowing},    {"small", flowing},   {"tt", flowing},     {"var", flowing},   {"wbr", flowing},
     {"table", break_},    {"tbody", break_},    {"thead", break_},   {"li", break_},     {"ul", break_},
     {"ol", break_},       {"article", break_},  {"caption", break_}, {"center", break_}, {"col", break_},
     {"colgroup", break_}, {"dd", break_},       {"dl", break_},      {"dt", break_},     {"h1", break_},
     {"h2", break_},       {"h3", break_},       {"h4", break_},      {"h5", break_},     {"h6", break_},
     {"hr", break_},       {"pre", break_},      {"section", break_}, {"tfoot", break_}}};
constexpr std::string_view long_flowing = "st1:chsdate";
constexpr std::string_view long_break = "blockquote";

bool same(std::string_view name, std::string_view lower_case) noexcept {
  return name.size() == lower_case.size() && std::equal(name.begin(), name.end(), lower_case.begin(),
                                                        [](char a, char b) { return lower(a) == b; });
}

TagIs named(std::string_view name) noexcept {
  if (same(name, long_flowing)) return TagIs::flowing;
  if (same(name, long_break)) return TagIs::break_;
  const auto key = key_of(name);
  const auto* const found =
      std::find_if(tags.begin(), tags.end(), [key](const Tag& tag) { return tag.key == key; });
  return found == tags.end() ? TagIs::apart : found->is;
}

// Where what a `style` says of `property` begins; npos if it says nothing.
std::size_t behind(std::string_view style, std::string_view property) noexcept {
  std::size_t matched = 0;
  for (std::size_t i = 0; i < style.size(); ++i) {
    if (is_blank(style[i])) continue;
    const char letter = lower(style[i]);
    if (letter != property[matched]) matched = 0;
    if (letter == property[matched] && ++matched == property.size()) return i + 1;
  }
  return std::string_view::npos;
}

// Attributes without any style are common, and quickly told.
bool declares_anything(std::string_view style) noexcept { return style.find(':') != std::string_view::npos; }

bool is_zero(std::string_view value) noexcept {
  const auto number = value.substr(0, value.find_first_not_of(" 0123456789."));
  return number.find('0') != std::string_view::npos &&
         number.find_first_of("123456789") == std::string_view::npos;
}

}  // namespace

bool declares(std::string_view style, std::string_view property) noexcept {
  return behind(style, property) != std::string_view::npos;
}

bool hides(std::string_view style) noexcept {
  if (!declares_anything(style)) return false;
  const auto opacity = behind(style, "opacity:");
  return declares(style, "display:none") || declares(style, "visibility:hidden") ||
         declares(style, "mso-hide:all") ||
         (opacity != std::string_view::npos && is_zero(style.substr(opacity)));
}

TextSize text_size(std::string_view style) noexcept {
  const auto size = declares_anything(style) ? behind(style, "font-size:") : std::string_view::npos;
  if (size == std::string_view::npos) return TextSize::inherited;
  return is_zero(style.substr(size)) ? TextSize::none : TextSize::some;
}

TagIs tag_of(std::string_view tag) noexcept {
  tag.remove_prefix(1);
  if (!tag.empty() && tag[0] == '/') tag.remove_prefix(1);
  if (!tag.empty() && tag[0] == '!') return TagIs::flowing;
  const auto* const behind_name =
      std::find_if(tag.begin(), tag.end(), [](char c) { return is_blank(c) || c == '/' || c == '>'; });
  const auto end = static_cast<std::size_t>(behind_name - tag.begin());
  const auto name = tag.substr(0, end);
  const auto attributes = tag.substr(end);
  constexpr std::string_view shortest = "hidden";
  const bool may_hide = attributes.size() >= shortest.size();
  if (may_hide &&
      (hides(attributes) || text_size(attributes) == TextSize::none || declares(attributes, shortest)))
    return TagIs::apart;
  return named(name);
}

}  // namespace nianbao::text
