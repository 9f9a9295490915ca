// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao::rules {

/// A sentence of a text, and what its characters say of it at a glance.
struct ScannedSentence {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool has_noun = false;  ///< 申请, 复议, 诉讼, 规范性, 规章 or 收费 stands in it
  bool ends_paragraph = false;
  bool is_heading = false;  ///< a short paragraph of its own
};

/// Cuts a text into sentences, in one pass.
class ProseScan {
 public:
  explicit ProseScan(std::string_view text) : text_(text) {}

  /// The next sentence; false if there is none.
  bool next(ScannedSentence& sentence) noexcept;

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool begins_paragraph_ = true;
};

}  // namespace nianbao::rules
