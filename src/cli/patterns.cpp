// SPDX-License-Identifier: Apache-2.0
#include "patterns.hpp"

#include <algorithm>

namespace nianbao::cli {

namespace {

constexpr std::string_view any_folders = "**";

// Whether `c` is of the class that begins behind `part[at]`, a bracket; `at` is then behind its end. A
// bracket that nobody closes is a character.
bool in_class(std::string_view part, std::size_t& at, char c) noexcept {
  auto begin = at + 1;
  const bool negated = begin < part.size() && (part[begin] == '!' || part[begin] == '^');
  if (negated) ++begin;
  const auto end = part.find(']', begin + 1);
  if (end == std::string_view::npos) return part[at++] == c;
  bool found = false;
  for (auto i = begin; i < end; ++i) {
    const bool is_range = i + 2 < end && part[i + 1] == '-';
    const auto last = is_range ? part[i + 2] : part[i];
    const auto byte = static_cast<unsigned char>(c);
    found =
        found || (byte >= static_cast<unsigned char>(part[i]) && byte <= static_cast<unsigned char>(last));
    if (is_range) i += 2;
  }
  at = end + 1;
  return found != negated;
}

// The bytes of the character that begins at `at`: ? and classes stand for characters of UTF-8.
std::size_t size_by_tails(std::string_view name, std::size_t at) noexcept {
  std::size_t size = 1;
  while (at + size < name.size() && (static_cast<unsigned char>(name[at + size]) & 0xC0U) == 0x80U) ++size;
  return size;
}

}  // namespace

bool is_pattern(std::string_view name) noexcept {
  return name.find_first_of("*?[") != std::string_view::npos;
}

// The last * takes one character more whenever what follows it does not match.
bool matches_part(std::string_view part, std::string_view name) noexcept {
  if (!name.empty() && name.front() == '.' && (part.empty() || part.front() != '.')) return false;
  std::size_t p = 0;
  std::size_t n = 0;
  auto star = std::string_view::npos;
  std::size_t taken = 0;
  while (n < name.size()) {
    auto next = p;
    std::size_t size = 1;
    bool fits = false;
    if (p < part.size() && part[p] == '*') {
      star = ++p;
      taken = n;
      continue;
    }
    if (p < part.size() && part[p] == '?') {
      fits = true;
      size = size_by_tails(name, n);
      next = p + 1;
    } else if (p < part.size() && part[p] == '[') {
      fits = in_class(part, next, name[n]);
    } else if (p < part.size()) {
      fits = part[p] == name[n];
      next = p + 1;
    }
    if (!fits && star == std::string_view::npos) return false;
    n = fits ? n + size : ++taken;
    p = fits ? next : star;
  }
  return part.find_first_not_of('*', p) == std::string_view::npos;
}

Pattern::Pattern(const std::string& pattern) {
  std::filesystem::path path(pattern);
  for (const auto& part : path) {
    const auto text = part.string();
    if (text.empty()) continue;  // behind a slash at the end
    if (parts_.empty() && !is_pattern(text))
      root_ /= part;
    else
      parts_.push_back(text);
  }
}

Pattern::Places Pattern::with_skips(Places places) const {
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto next = places[i] + 1;
    if (places[i] < parts_.size() && parts_[places[i]] == any_folders &&
        std::find(places.begin(), places.end(), next) == places.end())
      places.push_back(next);
  }
  return places;
}

Pattern::Places Pattern::step(const Places& places, std::string_view name) const {
  Places out;
  const auto add = [&out](std::size_t place) {
    if (std::find(out.begin(), out.end(), place) == out.end()) out.push_back(place);
  };
  for (const auto place : places) {
    if (place >= parts_.size()) continue;
    if (parts_[place] == any_folders && name.front() != '.') add(place);
    if (parts_[place] != any_folders && matches_part(parts_[place], name)) add(place + 1);
  }
  return with_skips(std::move(out));
}

bool Pattern::is_whole(const Places& places) const noexcept {
  return std::find(places.begin(), places.end(), parts_.size()) != places.end();
}

}  // namespace nianbao::cli
