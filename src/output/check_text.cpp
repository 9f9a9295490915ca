// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "nianbao/render.hpp"
#include "output/finding_text.hpp"
#include "text/width.hpp"

namespace nianbao {

namespace {

constexpr std::uint32_t worst_rank_shown = 3;

// For each finding the suspects that are told with it: with the first of those that they would mend.
std::vector<std::vector<const Suspect*>> suspects_by_finding(const CheckResult& checked,
                                                             const std::vector<std::size_t>& order) {
  std::vector<std::size_t> turn(checked.findings.size(), order.size());
  for (std::size_t i = 0; i < order.size(); ++i) turn[order[i]] = i;
  std::vector<std::vector<const Suspect*>> out(order.size() + 1);
  for (const auto& suspect : checked.suspects) {
    auto first = order.size();
    for (const auto finding : suspect.findings)
      if (finding < turn.size()) first = std::min(first, turn[finding]);
    if (suspect.rank <= worst_rank_shown) out[first].push_back(&suspect);
  }
  for (auto& of_one : out)
    std::stable_sort(of_one.begin(), of_one.end(),
                     [](const Suspect* a, const Suspect* b) { return a->rank < b->rank; });
  return out;
}

// What is uncertain alike, as all sums of a table that lost a column, is told for the first of them only.
constexpr std::size_t most_uncertain_of_rule = 3;

struct Left {
  RuleId rule{};
  std::size_t count = 0;
};

// Takes out of `order` what is uncertain by a rule that was told of often enough, and says how many by which.
std::vector<Left> take_repeated(const std::vector<Finding>& findings, std::vector<std::size_t>& order) {
  std::vector<Left> seen;
  const auto is_repeated = [&](std::size_t i) {
    const auto& finding = findings[i];
    if (finding.status != RuleStatus::uncertain) return false;
    auto rule = std::find_if(seen.begin(), seen.end(), [&](const Left& l) { return l.rule == finding.rule; });
    if (rule == seen.end()) rule = seen.insert(rule, Left{finding.rule, 0});
    return ++rule->count > most_uncertain_of_rule;
  };
  order.erase(std::remove_if(order.begin(), order.end(), is_repeated), order.end());
  for (auto& rule : seen) rule.count -= std::min(rule.count, most_uncertain_of_rule);
  seen.erase(std::remove_if(seen.begin(), seen.end(), [](const Left& l) { return l.count == 0; }),
             seen.end());
  return seen;
}

}  // namespace

std::string to_text(const CheckedReport& report, const TextOptions& options) {
  std::string out;
  const auto& checked = *report.checked;
  const output::FindingPrinter printer(report, options);
  const output::Words words{options.language};
  auto order = output::in_order_of_place(checked.findings, options.all);
  const auto left = options.all ? std::vector<Left>() : take_repeated(checked.findings, order);
  const auto suspects = suspects_by_finding(checked, order);
  for (std::size_t i = 0; i < order.size(); ++i) printer.print(checked.findings[order[i]], suspects[i], out);
  const auto name = text::shown(report.name) + words(": ", "：");
  for (const auto& rule : left)
    out += name + std::string(to_string(rule.rule)) + words(": uncertain ", "：另有 ") +
           std::to_string(rule.count) + words(" more time(s)", " 项存疑") + '\n';
  out += name + output::counts_in_words(words, checked.findings) + '\n';
  return out;
}

}  // namespace nianbao
