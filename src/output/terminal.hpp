// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "nianbao/check.hpp"

/// What texts for terminals are made of: words in both languages, and colours.
namespace nianbao::output {

enum class Color { none, bold, red, yellow, cyan, green };

/// Puts colours round texts, or leaves them as they are.
class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}

  [[nodiscard]] std::string operator()(Color color, std::string_view text) const;

 private:
  bool on_;
};

/// The word of one of the two languages.
struct Words {
  Language language;

  [[nodiscard]] const char* operator()(const char* english, const char* chinese) const noexcept {
    return language == Language::english ? english : chinese;
  }
};

/// How a result is headed: its severity if the rule failed, else its status.
const char* heading_of(const Words& words, RuleStatus status, Severity severity) noexcept;
Color color_of(RuleStatus status, Severity severity) noexcept;

/// What stands in a cell that has no number: "blank".
const char* name_of(const Words& words, CellState state) noexcept;

/// Counts by status in one sentence, for the last line.
std::string counts_in_words(const Words& words, const std::vector<Finding>& findings);

}  // namespace nianbao::output
