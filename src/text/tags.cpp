// SPDX-License-Identifier: Apache-2.0
#include "text/tags.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/fold.hpp"

namespace nianbao::text {

namespace {

// What word processors write most comes first.
constexpr std::array<std::string_view, 25> flowing{
    "span", "b",       "strong", "font", "a",   "i",           "u",     "em",   "o:p",
    "abbr", "acronym", "big",    "code", "ins", "kbd",         "label", "mark", "nobr",
    "q",    "samp",    "small",  "tt",   "var", "st1:chsdate", "wbr"};
constexpr std::array<std::string_view, 31> breaks{
    "br", "p",       "td",         "tr",      "th",     "div", "table",    "tbody",   "thead", "li", "ul",
    "ol", "article", "blockquote", "caption", "center", "col", "colgroup", "dd",      "dl",    "dt", "h1",
    "h2", "h3",      "h4",         "h5",      "h6",     "hr",  "pre",      "section", "tfoot"};

bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool same(std::string_view name, std::string_view lower_case) noexcept {
  return name.size() == lower_case.size() && std::equal(name.begin(), name.end(), lower_case.begin(),
                                                        [](char a, char b) { return lower(a) == b; });
}

template <class Names>
bool is_one_of(std::string_view name, const Names& names) noexcept {
  return std::any_of(names.begin(), names.end(), [name](std::string_view one) { return same(name, one); });
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
  if (style.empty()) return false;
  const auto opacity = behind(style, "opacity:");
  return declares(style, "display:none") || declares(style, "visibility:hidden") ||
         declares(style, "mso-hide:all") ||
         (opacity != std::string_view::npos && is_zero(style.substr(opacity)));
}

TextSize text_size(std::string_view style) noexcept {
  const auto size = style.empty() ? std::string_view::npos : behind(style, "font-size:");
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
  if (is_one_of(name, flowing)) return TagIs::flowing;
  return is_one_of(name, breaks) ? TagIs::break_ : TagIs::apart;
}

}  // namespace nianbao::text
