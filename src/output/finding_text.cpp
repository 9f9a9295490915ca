// SPDX-License-Identifier: Apache-2.0
#include "output/finding_text.hpp"

#include <algorithm>

#include "form/labels.hpp"
#include "output/excerpt.hpp"
#include "text/width.hpp"

namespace nianbao::output {

namespace {

constexpr std::size_t most_notes = 8;

bool is_zero(const Operand& operand) noexcept {
  return operand.state == CellState::number && operand.value.coefficient == 0;
}

// Of a sum with many parts only those are worth a line that are not 0; where a figure is wanting, only what
// is wanting.
bool is_telling(const Finding& finding, const Operand& operand) noexcept {
  if (operand.side == OperandSide::none) return true;
  return finding.status == RuleStatus::uncertain ? operand.state != CellState::number : !is_zero(operand);
}

// Of a sum all parts are marked; where a figure is wanting, only what is wanting.
bool is_marked(const Finding& finding, const Operand& operand) noexcept {
  return finding.status != RuleStatus::uncertain || is_telling(finding, operand);
}

std::string place_of(const SourceSpan& span) {
  return std::to_string(span.line) + ':' + std::to_string(span.column);
}

std::string right_aligned(std::string_view text, std::size_t columns) {
  std::string out(columns - std::min(columns, text.size()), ' ');
  out += text;
  return out;
}

}  // namespace

FindingPrinter::FindingPrinter(const CheckedReport& report, const TextOptions& options)
    : name_(text::shown(report.name)),
      places_(report.text, report.encoding),
      words_{options.language},
      paint_(options.color) {}

void FindingPrinter::print(const Finding& finding, const std::vector<const Suspect*>& suspects,
                           std::string& out) const {
  // Two spaces at least: notes stand out from the lines that begin with a name.
  const auto gutter = std::max<std::size_t>(2, std::to_string(finding.span.line).size());
  head(finding, out);
  const auto shown = excerpt(finding, gutter, out);
  if (finding.status != RuleStatus::pass) notes(finding, shown, gutter, out);
  for (const auto* suspect : suspects)
    note(Color::green, words_("help", "建议"), suspect->message(words_.language), gutter, out);
}

void FindingPrinter::head(const Finding& finding, std::string& out) const {
  auto place = name_;
  if (finding.span.exists()) place += ':' + place_of(finding.span);
  const auto heading = std::string(heading_of(words_, finding.status, finding.severity)) + '[' +
                       std::string(to_string(finding.rule)) + ']';
  out += paint_(Color::bold, place + ':') + ' ';
  out += paint_(color_of(finding.status, finding.severity), heading + ':') + ' ';
  out += paint_(Color::bold, text::shown(finding.message(words_.language))) + '\n';
}

std::vector<bool> FindingPrinter::excerpt(const Finding& finding, std::size_t gutter,
                                          std::string& out) const {
  constexpr auto most = excerpt_columns * 4;
  std::vector<bool> shown(finding.operands.size());
  const auto place = places_.find(finding.span, most);
  if (!place) return shown;
  std::vector<TextRange> others;
  std::vector<std::size_t> of_operand;
  for (std::size_t i = 0; i < finding.operands.size(); ++i) {
    const auto& operand = finding.operands[i];
    if (operand.of_older || operand.span.line != finding.span.line || !is_marked(finding, operand)) continue;
    const auto other = places_.find(operand.span, most);
    if (!other) continue;
    others.push_back(*other);
    of_operand.push_back(i);
  }
  const auto drawn = excerpt_of(places_.text(), *place, others);
  for (std::size_t i = 0; i < others.size(); ++i) shown[of_operand[i]] = drawn.shows(others[i]);
  const auto bar = paint_(Color::cyan, "|");
  const auto number = right_aligned(std::to_string(finding.span.line), gutter);
  out += ' ' + paint_(Color::cyan, number) + ' ' + bar + ' ' + drawn.line + '\n';
  out += std::string(gutter + 2, ' ') + bar + ' ' +
         paint_(color_of(finding.status, finding.severity), drawn.marks) + '\n';
  return shown;
}

void FindingPrinter::notes(const Finding& finding, const std::vector<bool>& shown, std::size_t gutter,
                           std::string& out) const {
  std::size_t printed = 0;
  std::size_t left_out = 0;
  std::size_t zeros = 0;
  for (std::size_t i = 0; i < finding.operands.size(); ++i) {
    const auto& operand = finding.operands[i];
    if (shown[i]) continue;
    if (!is_telling(finding, operand)) {
      zeros += is_zero(operand) && finding.status == RuleStatus::fail ? 1U : 0U;
    } else if (printed == most_notes) {
      ++left_out;
    } else {
      ++printed;
      note(Color::cyan, words_("note", "注"), operand_in_words(operand), gutter, out);
    }
  }
  if (left_out > 0)
    note(Color::cyan, words_("note", "注"),
         words_("and ", "另有 ") + std::to_string(left_out) + words_(" more", " 项"), gutter, out);
  if (zeros > 0)
    note(Color::cyan, words_("note", "注"),
         words_("and ", "另有 ") + std::to_string(zeros) + words_(" that are 0", " 项为 0"), gutter, out);
}

void FindingPrinter::note(Color color, const char* word, std::string_view text, std::size_t gutter,
                          std::string& out) const {
  out += std::string(gutter + 2, ' ') + paint_(Color::cyan, "=") + ' ' +
         paint_(color, std::string(word) + ':') + ' ' + text::shown(text) + '\n';
}

std::string FindingPrinter::operand_in_words(const Operand& operand) const {
  const auto label = form::label_of(operand.path, words_.language);
  std::string out;
  if (operand.of_older) out += words_("last year: ", "上一年度：");
  out += label;
  if (operand.state == CellState::number || operand.state == CellState::inferred)
    out += " = " + operand.value.to_string();
  else if (operand.state != CellState::absent)
    out += words_(": ", "：") + std::string(name_of(words_, operand.state));
  if (operand.state == CellState::unreadable || operand.state == CellState::not_applicable ||
      (operand.state == CellState::absent && !operand.text.empty() && operand.text != label))
    out += words_(" “", "“") + operand.text + "”";
  if (operand.state == CellState::absent && operand.text.empty() && !operand.span.exists())
    out += words_(": ", "：") + std::string(name_of(words_, operand.state));
  if (operand.span.exists()) out += words_(" (", "（") + place_of(operand.span) + words_(")", "）");
  return out;
}

std::vector<std::size_t> in_order_of_place(const std::vector<Finding>& findings, bool all) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto status = findings[i].status;
    if (all || status == RuleStatus::fail || status == RuleStatus::uncertain) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto& x = findings[a].span;
    const auto& y = findings[b].span;
    return x.line != y.line ? x.line < y.line : x.column < y.column;
  });
  return order;
}

}  // namespace nianbao::output
