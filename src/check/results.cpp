// SPDX-License-Identifier: Apache-2.0
#include "check/results.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::rules {

namespace {

// FNV-1a: fingerprints are kept by other programs, so they must be the same everywhere and for ever.
class Hash {
 public:
  Hash() = default;
  explicit Hash(std::uint64_t seed) noexcept : value_(seed) {}

  Hash& add(std::string_view text) noexcept {
    for (const char c : text) byte(static_cast<unsigned char>(c));
    byte(0xFF);  // no UTF-8 text holds it: what is added next is another part
    return *this;
  }

  [[nodiscard]] std::uint64_t value() const noexcept { return value_; }

 private:
  void byte(std::uint64_t b) noexcept { value_ = (value_ ^ b) * 0x100000001B3U; }

  std::uint64_t value_ = 0xCBF29CE484222325U;
};

// No agency counts more; sums of sums of as many cells as the form has stay far from overflow.
constexpr std::int64_t largest_count = 1'000'000'000'000;

}  // namespace

Settings::Settings(const std::vector<RuleSetting>& settings) {
  for (const auto& rule : rule_catalogue()) severity_[index(rule.id)] = rule.severity;
  for (const auto& setting : settings)
    for (const auto& rule : rule_catalogue())
      if (setting.rule == "*" || setting.rule == rule.word) severity_[index(rule.id)] = setting.severity;
}

bool Results::asks(RuleId rule) const noexcept {
  if (!settings_.asks(rule)) return false;
  switch (info_of(rule).forms) {
    case RuleForms::pair: return pair_;
    case RuleForms::of_2019: return form_ == Template::form_2019;
    case RuleForms::of_2021: return form_ != Template::form_2019;
    default: return true;
  }
}

Finding& Results::add(RuleId rule, RuleStatus status, std::string_view subject) {
  auto& finding = findings_.emplace_back();
  finding.rule = rule;
  finding.severity = settings_.severity(rule);
  finding.status = status;
  finding.subject = subject;
  return finding;
}

void set_fingerprints(std::vector<Finding>& findings, const AnnualReport& report) {
  const auto year = report.year ? std::to_string(*report.year) : std::string();
  Hash of_report;
  of_report.add(report.agency).add(year);
  std::vector<std::pair<std::uint64_t, std::size_t>> order;
  order.reserve(findings.size());
  for (auto& finding : findings) {
    const auto& info = info_of(finding.rule);
    auto hash = of_report;
    hash.add(info.word).add(finding.subject);
    if (info.scope == RuleScope::statement) hash.add(finding.text);
    finding.fingerprint = hash.value();
    order.emplace_back(hash.value(), order.size());
  }
  std::sort(order.begin(), order.end());
  for (std::size_t i = 1, alike = 0; i < order.size(); ++i) {
    alike = order[i].first == order[i - 1].first ? alike + 1 : 0;
    if (alike > 0)
      findings[order[i].second].fingerprint = Hash(order[i].first).add(std::to_string(alike)).value();
  }
}

Operand operand_of(std::string_view path, const Cell& cell, OperandSide side) {
  Operand operand;
  operand.path = path;
  operand.side = side;
  operand.state = cell.state;
  operand.value = cell.value;
  operand.text = cell.raw;
  operand.span = cell.span;
  return operand;
}

std::optional<std::int64_t> printed_count(const Cell& cell) noexcept {
  if (cell.state != CellState::number) return std::nullopt;
  auto value = cell.value;
  while (value.scale > 0 && value.coefficient % 10 == 0) {
    value.coefficient /= 10;
    --value.scale;
  }
  if (value.scale != 0 || value.coefficient > largest_count || value.coefficient < -largest_count)
    return std::nullopt;
  return value.coefficient;
}

}  // namespace nianbao::rules
