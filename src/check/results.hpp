// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/check.hpp"

/// Rules over a finished report.
namespace nianbao::rules {

/// The line of the table of a rule that is in it.
const RuleInfo& info_of(RuleId rule) noexcept;

/// Numbers of rules are below this.
inline constexpr std::size_t rule_numbers = 128;

/// Which rules are asked, and what their failures count as.
class Settings {
 public:
  explicit Settings(const std::vector<RuleSetting>& settings);

  [[nodiscard]] bool asks(RuleId rule) const noexcept { return severity_[index(rule)].has_value(); }
  [[nodiscard]] Severity severity(RuleId rule) const noexcept {
    return severity_[index(rule)].value_or(Severity::note);
  }

 private:
  static std::size_t index(RuleId rule) noexcept { return static_cast<std::size_t>(rule) % rule_numbers; }

  std::array<std::optional<Severity>, rule_numbers> severity_{};
};

/// Collects the results of rules that are asked of a report.
class Results {
 public:
  /// `form` decides which rules are asked; rules over two reports are asked if `pair`.
  Results(const Settings& settings, Template form, std::vector<Finding>& findings, bool pair = false)
      : settings_(settings), form_(form), findings_(findings), pair_(pair) {}

  [[nodiscard]] bool asks(RuleId rule) const noexcept;

  /// A result to be filled in; only of a rule that is asked. The reference is good until the next call.
  Finding& add(RuleId rule, RuleStatus status, std::string_view subject);

 private:
  const Settings& settings_;
  Template form_;
  std::vector<Finding>& findings_;
  bool pair_;
};

/// Gives every finding its fingerprint: of its rule, what it is about, the report, and where several are
/// about the same thing, of their order; of statements, of their text.
void set_fingerprints(std::vector<Finding>& findings, const AnnualReport& report);

/// A cell as an operand. `path` has static storage.
Operand operand_of(std::string_view path, const Cell& cell, OperandSide side);

/// Whether anything is known to be printed there, a blank cell included. An inferred cell is none: a report
/// is checked alike before and after infer.
inline bool is_printed(const Cell& cell) noexcept {
  return cell.state != CellState::absent && cell.state != CellState::inferred;
}

/// The printed whole number; nothing for any other cell, for an inferred one (it proves nothing), and for one
/// so large that sums of the form's cells could overflow.
std::optional<std::int64_t> printed_count(const Cell& cell) noexcept;

inline Decimal whole(std::int64_t number) noexcept { return {number, 0}; }

}  // namespace nianbao::rules
