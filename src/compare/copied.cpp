// SPDX-License-Identifier: Apache-2.0
#include "compare/copied.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace nianbao::comparison {

namespace {

using Names = std::vector<std::uint32_t>;

constexpr std::uint32_t nowhere = 0xFFFFFFFF;

// A window that stands in the older text more often than this is followed from that many places only: which
// passage is shown may then be one of several shorter ones, but not what counts as repeated.
constexpr std::size_t places_tried = 16;

// All windows of one length in a text, each named by a number below `count`. Two have the same name exactly
// if they are equal: sorting by counting tells them apart, so no hash can be made to collide.
struct Windows {
  Names names;
  std::size_t count = 0;
};

char32_t largest_of(const std::vector<char32_t>& text) { return *std::max_element(text.begin(), text.end()); }

Windows single_characters(const std::vector<char32_t>& text) {
  Windows windows;
  Names name_of(largest_of(text) + std::size_t{1}, nowhere);
  windows.names.reserve(text.size());
  for (const auto c : text) {
    if (name_of[c] == nowhere) name_of[c] = static_cast<std::uint32_t>(windows.count++);
    windows.names.push_back(name_of[c]);
  }
  return windows;
}

// `order` sorted by names[i + offset], equal ones as they were.
void sort_by_name(const Windows& windows, std::size_t offset, Names& order, Names& scratch) {
  Names ends(windows.count + 1, 0);
  for (const auto i : order) ++ends[windows.names[i + offset] + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  scratch.resize(order.size());
  for (const auto i : order) scratch[ends[windows.names[i + offset]]++] = i;
  order.swap(scratch);
}

// The windows that are `step` longer: each is two of these, of which the second begins `step` later.
Windows longer(const Windows& windows, std::size_t step) {
  Windows made;
  if (windows.names.size() <= step) return made;
  const auto& names = windows.names;
  Names order(names.size() - step);
  Names scratch;
  std::iota(order.begin(), order.end(), 0U);
  sort_by_name(windows, step, order, scratch);
  sort_by_name(windows, 0, order, scratch);
  made.names.resize(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto at = order[i];
    const auto before = order[i == 0 ? 0 : i - 1];
    if (i == 0 || names[at] != names[before] || names[at + step] != names[before + step]) ++made.count;
    made.names[at] = static_cast<std::uint32_t>(made.count - 1);
  }
  return made;
}

Windows windows_of(const std::vector<char32_t>& text, std::size_t length) {
  auto windows = single_characters(text);
  for (std::size_t have = 1; have < length;) {
    const auto step = std::min(have, length - have);
    windows = longer(windows, step);
    have += step;
  }
  return windows;
}

// Where the windows of the newer text stand in the older one.
class Places {
 public:
  Places(const std::vector<char32_t>& older, const std::vector<char32_t>& newer, std::size_t length) {
    // Between them a character that is in neither: no window over it is another's equal.
    const auto seam = std::max(largest_of(older), largest_of(newer)) + 1;
    std::vector<char32_t> both;
    both.reserve(older.size() + 1 + newer.size());
    both.assign(older.begin(), older.end());
    both.push_back(seam);
    both.insert(both.end(), newer.begin(), newer.end());
    const auto windows = windows_of(both, length);
    Names head(windows.count, nowhere);
    next_.assign(older.size(), nowhere);
    for (auto at = older.size() - length + 1; at-- > 0;) {
      next_[at] = head[windows.names[at]];
      head[windows.names[at]] = static_cast<std::uint32_t>(at);
    }
    first_.reserve(newer.size());
    for (auto at = older.size() + 1; at < windows.names.size(); ++at)
      first_.push_back(head[windows.names[at]]);
  }

  /// How many windows the newer text has.
  [[nodiscard]] std::size_t count() const noexcept { return first_.size(); }
  /// The first place of one of them, and the places after it; `nowhere` ends them.
  [[nodiscard]] std::uint32_t first(std::size_t window) const noexcept { return first_[window]; }
  [[nodiscard]] std::uint32_t next(std::uint32_t place) const noexcept { return next_[place]; }

 private:
  Names first_;
  Names next_;
};

// The longest passage from `start` of the newer text on, where a window stands in the older one.
Match longest_from(const std::vector<char32_t>& older, const std::vector<char32_t>& newer,
                   const Places& places, std::size_t start, std::size_t shortest) {
  Match best{0, start, 0};
  auto place = places.first(start);
  for (std::size_t tried = 0; place != nowhere && tried < places_tried; ++tried) {
    auto length = shortest;
    while (place + length < older.size() && start + length < newer.size() &&
           older[place + length] == newer[start + length])
      ++length;
    if (length > best.length) best = {place, start, length};
    place = places.next(place);
  }
  return best;
}

}  // namespace

std::vector<Match> copied(const std::vector<char32_t>& older, const std::vector<char32_t>& newer,
                          std::size_t shortest) {
  shortest = std::max<std::size_t>(shortest, 1);
  std::vector<Match> matches;
  if (older.size() < shortest || newer.size() < shortest) return matches;
  const Places places(older, newer, shortest);
  std::size_t end = 0;  // of what is covered; what begins last before it reaches farthest
  std::size_t last = nowhere;
  for (std::size_t window = 0; window < places.count(); ++window) {
    if (places.first(window) != nowhere) last = window;
    const bool decides = window >= end || window + 1 == places.count();
    if (!decides || last == nowhere || last + shortest <= end) continue;
    auto match = longest_from(older, newer, places, last, shortest);
    const auto covered = end > last ? end - last : 0;
    end = last + match.length;
    matches.push_back({match.older + covered, match.newer + covered, match.length - covered});
  }
  return matches;
}

}  // namespace nianbao::comparison
