// SPDX-License-Identifier: Apache-2.0
#include "readers/html_elements.hpp"

#include <algorithm>
#include <array>
#include "text/fold.hpp"

namespace nianbao::readers {

namespace {

struct Named {
  std::string_view name;
  Element element;
};

// In order of name. What is not here flows.
constexpr std::array<Named, 76> elements{{
    {"address", {Role::block}},
    {"article", {Role::body}},
    {"aside", {Role::furniture}},
    {"audio", {Role::left_out}},
    {"blockquote", {Role::block}},
    {"body", {Role::block}},
    {"br", {Role::break_}},
    {"button", {Role::left_out}},
    {"caption", {Role::block}},
    {"center", {Role::block}},
    {"datalist", {Role::left_out}},
    {"dd", {Role::block}},
    {"del", {Role::left_out}},
    {"details", {Role::block}},
    {"dialog", {Role::left_out}},
    {"dir", {Role::list}},
    {"div", {Role::block}},
    {"dl", {Role::block}},
    {"dt", {Role::block}},
    {"embed", {Role::left_out}},
    {"fieldset", {Role::block}},
    {"figcaption", {Role::block}},
    {"figure", {Role::block}},
    {"footer", {Role::furniture}},
    {"form", {Role::block}},
    {"h1", {Role::heading, 1}},
    {"h2", {Role::heading, 2}},
    {"h3", {Role::heading, 3}},
    {"h4", {Role::heading, 4}},
    {"h5", {Role::heading, 5}},
    {"h6", {Role::heading, 6}},
    {"head", {Role::block}},
    {"header", {Role::furniture}},
    {"hr", {Role::rule}},
    {"html", {Role::block}},
    {"iframe", {Role::left_out}},
    {"legend", {Role::block}},
    {"li", {Role::item}},
    {"listing", {Role::block}},
    {"main", {Role::body}},
    {"map", {Role::left_out}},
    {"menu", {Role::list}},
    {"meta", {Role::meta}},
    {"nav", {Role::left_out}},
    {"noframes", {Role::left_out}},
    {"noscript", {Role::left_out}},
    {"object", {Role::left_out}},
    {"ol", {Role::list, 1}},
    {"optgroup", {Role::flowing}},
    {"option", {Role::option}},
    {"p", {Role::block}},
    {"plaintext", {Role::block}},
    {"pre", {Role::block}},
    {"s", {Role::left_out}},
    {"script", {Role::left_out}},
    {"section", {Role::block}},
    {"select", {Role::choice}},
    {"strike", {Role::left_out}},
    {"style", {Role::left_out}},
    {"sub", {Role::raised}},
    {"summary", {Role::block}},
    {"sup", {Role::raised}},
    {"svg", {Role::left_out}},
    {"table", {Role::table}},
    {"tbody", {Role::group}},
    {"td", {Role::cell}},
    {"template", {Role::left_out}},
    {"textarea", {Role::field}},
    {"tfoot", {Role::group}},
    {"th", {Role::cell}},
    {"thead", {Role::group}},
    {"title", {Role::title}},
    {"tr", {Role::row}},
    {"ul", {Role::list}},
    {"video", {Role::left_out}},
    {"xml", {Role::left_out}},
}};

constexpr std::array<std::string_view, 15> furniture_names{
    "breadcrumb", "breadcrumbs", "copyright", "crumb",      "crumbs",  "foot",  "footer", "nav",
    "navbar",     "navigation",  "pager",     "pagination", "sidebar", "share", "toolbar"};

using text::is_blank;
using text::lower;

bool same(std::string_view text, std::string_view lower_case) noexcept {
  return text.size() == lower_case.size() && std::equal(text.begin(), text.end(), lower_case.begin(),
                                                        [](char a, char b) { return lower(a) == b; });
}

}  // namespace

Element element_of(std::string_view name) noexcept {
  const auto* const found =
      std::lower_bound(elements.begin(), elements.end(), name,
                       [](const Named& known, std::string_view wanted) { return known.name < wanted; });
  return found != elements.end() && found->name == name ? found->element : Element{};
}

bool names_furniture(std::string_view names) noexcept {
  while (!names.empty()) {
    const auto first = std::find_if_not(names.begin(), names.end(), is_blank);
    const auto last = std::find_if(first, names.end(), is_blank);
    const auto name =
        names.substr(static_cast<std::size_t>(first - names.begin()), static_cast<std::size_t>(last - first));
    for (const auto known : furniture_names)
      if (same(name, known)) return true;
    names.remove_prefix(static_cast<std::size_t>(last - names.begin()));
  }
  return false;
}

bool is_field(std::string_view type) noexcept {
  // A type that no browser knows is text.
  constexpr std::array<std::string_view, 13> others{"button", "checkbox", "color", "file",  "hidden",
                                                    "image",  "password", "radio", "range", "reset",
                                                    "search", "submit",   "url"};
  return std::none_of(others.begin(), others.end(), [type](std::string_view one) { return same(type, one); });
}

std::uint32_t span_of(std::string_view value, std::uint32_t most) noexcept {
  while (!value.empty() && is_blank(value.front())) value.remove_prefix(1);
  if (value.empty() || value.front() < '0' || value.front() > '9') return 1;
  std::uint32_t number = 0;
  for (const char c : value) {
    if (c < '0' || c > '9') break;
    number = std::min(most, number * 10 + static_cast<std::uint32_t>(c - '0'));
  }
  return number;
}

}  // namespace nianbao::readers
