// SPDX-License-Identifier: Apache-2.0
#include "arrow/dictionary.hpp"

#include <algorithm>

namespace nianbao::arrow {

std::int32_t Dictionary::number_of(std::string_view text) {
  if (size() > 0) {
    if (texts_[last_] == text) return static_cast<std::int32_t>(last_);
    const auto guess = next_[last_];
    if (texts_[static_cast<std::size_t>(guess)] == text) {
      last_ = static_cast<std::size_t>(guess);
      return guess;
    }
  }
  const auto number = look_up(text);
  next_[last_] = number;
  last_ = static_cast<std::size_t>(number);
  return number;
}

std::int32_t Dictionary::look_up(std::string_view text) {
  // A few words, as states are, are found faster one after the other.
  constexpr std::size_t few = 8;
  for (std::size_t i = 0; i < std::min(size(), few); ++i)
    if (texts_[i] == text) return static_cast<std::int32_t>(i);
  if (const auto found = numbers_.find(text); found != numbers_.end()) return found->second;
  // What an allocation that failed left behind.
  texts_.resize(size());
  next_.resize(size());
  texts_.emplace_back(text);
  next_.push_back(0);
  const auto number = static_cast<std::int32_t>(size());
  numbers_.emplace(texts_.back(), number);
  return number;
}

std::shared_ptr<const Column> Dictionary::snapshot() {
  if (snapshot_ == nullptr || snapshot_->rows() != size()) {
    auto column = std::make_shared<Column>(Layout::text);
    for (std::size_t i = 0; i < size(); ++i) {
      const std::string_view text = texts_[i];
      const std::uint8_t valid = 1;
      column->append_texts(&text, &valid, 1);
    }
    snapshot_ = std::move(column);
  }
  return snapshot_;
}

}  // namespace nianbao::arrow
