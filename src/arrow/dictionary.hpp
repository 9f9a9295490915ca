// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "arrow/column.hpp"

namespace nianbao::arrow {

/// The different texts of one column, numbered in the order in which they first came.
class Dictionary {
 public:
  /// The number of `text`. Tables go through the form in the same order report by report, so the text that
  /// came behind the last one before is looked at first.
  std::int32_t number_of(std::string_view text);

  [[nodiscard]] std::size_t size() const noexcept { return numbers_.size(); }
  [[nodiscard]] std::string_view text(std::size_t number) const { return texts_[number]; }

  /// All texts as a column that does not change any more.
  [[nodiscard]] std::shared_ptr<const Column> snapshot();

 private:
  std::int32_t look_up(std::string_view text);

  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, std::int32_t> numbers_;  ///< of views of texts_
  std::vector<std::int32_t> next_;                              ///< which number came behind each
  std::size_t last_ = 0;
  std::shared_ptr<const Column> snapshot_;
};

}  // namespace nianbao::arrow
