// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "nianbao/report.hpp"

/// The tracer: a report in which every figure is another number, so that no figure can stand in
/// another's place unseen.
namespace nianbao::tracer {

/// The figures of an invented report. Sums of the form hold, as they do in real ones.
class Report {
 public:
  /// The same seed gives the same report on any machine.
  explicit Report(std::uint32_t seed, Template form = Template::form_2021);

  [[nodiscard]] Template form() const noexcept { return form_; }

  /// The number at `path`; subtotals of groups included.
  [[nodiscard]] const Decimal& at(std::string_view path) const;

  [[nodiscard]] const std::map<std::string, Decimal, std::less<>>& figures() const noexcept {
    return figures_;
  }

 private:
  Template form_;
  std::map<std::string, Decimal, std::less<>> figures_;
};

/// Numbers that are the same on any machine.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed * 2654435761U + 1) {}

  /// A number from `low` to `high`.
  std::int64_t between(std::int64_t low, std::int64_t high);

 private:
  std::uint64_t state_;
};

}  // namespace nianbao::tracer
