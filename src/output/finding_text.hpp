// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nianbao/render.hpp"
#include "output/places.hpp"
#include "output/terminal.hpp"

namespace nianbao::output {

/// Prints results as a good compiler does: place, severity and message, the line with the place marked, what
/// else matters as notes.
class FindingPrinter {
 public:
  FindingPrinter(const CheckedReport& report, const TextOptions& options);

  /// `suspects` are those that would mend it.
  void print(const Finding& finding, const std::vector<const Suspect*>& suspects, std::string& out) const;

 private:
  void head(const Finding& finding, std::string& out) const;
  /// For each operand whether the line shows it.
  [[nodiscard]] std::vector<bool> excerpt(const Finding& finding, std::size_t gutter, std::string& out) const;
  void notes(const Finding& finding, const std::vector<bool>& shown, std::size_t gutter,
             std::string& out) const;
  void note(Color color, const char* word, std::string_view text, std::size_t gutter, std::string& out) const;
  [[nodiscard]] std::string operand_in_words(const Operand& operand) const;

  std::string name_;
  Places places_;
  Words words_;
  Paint paint_;
};

/// The results to be printed in order of their places, those without a place first: indices.
std::vector<std::size_t> in_order_of_place(const std::vector<Finding>& findings, bool all);

}  // namespace nianbao::output
