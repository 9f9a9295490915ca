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

}  // namespace

std::string to_text(const CheckedReport& report, const TextOptions& options) {
  std::string out;
  const auto& checked = *report.checked;
  const output::FindingPrinter printer(report, options);
  const auto order = output::in_order_of_place(checked.findings, options.all);
  const auto suspects = suspects_by_finding(checked, order);
  for (std::size_t i = 0; i < order.size(); ++i) printer.print(checked.findings[order[i]], suspects[i], out);
  const output::Words words{options.language};
  out +=
      text::shown(report.name) + words(": ", "：") + output::counts_in_words(words, checked.findings) + '\n';
  return out;
}

}  // namespace nianbao
