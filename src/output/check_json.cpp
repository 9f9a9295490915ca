// SPDX-License-Identifier: Apache-2.0
#include "output/check_json.hpp"

#include <algorithm>
#include <array>

namespace nianbao {

namespace output {

namespace {

void write_number(Writer& w, std::string_view key, const std::optional<Decimal>& number) {
  w.key(key);
  if (number)
    w.decimal(*number);
  else
    w.null();
}

void write_operand(Writer& w, const Operand& operand, bool of_pair) {
  constexpr std::array<std::string_view, 3> sides{"", "left", "right"};
  const bool has_value = operand.state == CellState::number || operand.state == CellState::inferred;
  w.begin('{');
  if (of_pair) w.text("report", operand.of_older ? "older" : "newer");
  w.text("path", operand.path);
  w.text_or_null("side", sides[static_cast<std::size_t>(operand.side) % sides.size()]);
  w.text("state", to_string(operand.state));
  write_number(w, "value", has_value ? std::optional<Decimal>(operand.value) : std::nullopt);
  w.text("text", operand.text);
  w.key("span");
  w.span(operand.span);
  w.end('}');
}

void write_finding(Writer& w, const Finding& finding, bool of_pair) {
  w.begin('{');
  w.text("rule", to_string(finding.rule));
  w.text("severity", to_string(finding.severity));
  w.text("status", to_string(finding.status));
  w.text("subject", finding.subject);
  w.text("message", finding.message(Language::english));
  w.text("message_zh", finding.message(Language::chinese));
  write_number(w, "left", finding.left);
  write_number(w, "right", finding.right);
  write_number(w, "difference", finding.difference);
  w.key("operands");
  w.begin('[');
  for (const auto& operand : finding.operands) write_operand(w, operand, of_pair);
  w.end(']');
  w.key("span");
  w.span(finding.span);
  w.text("fingerprint", fingerprint_text(finding.fingerprint));
  w.end('}');
}

}  // namespace

std::string fingerprint_text(std::uint64_t fingerprint) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out(16, '0');
  for (auto digit = out.rbegin(); digit != out.rend(); ++digit, fingerprint >>= 4U)
    *digit = hex[fingerprint & 15U];
  return out;
}

void write_report_head(Writer& w, const CheckedReport& report) {
  const auto& read = report.parsed->report;
  w.text("name", report.name);
  w.text_or_null("title", read.title);
  w.text_or_null("agency", read.agency);
  write_number(w, "year", read.year ? std::optional<Decimal>({*read.year, 0}) : std::nullopt);
  w.text_or_null("template", to_string(read.form));
}

void write_counts(Writer& w, const std::vector<Finding>& findings) {
  w.key("counts");
  w.begin('{');
  for (const auto status :
       {RuleStatus::pass, RuleStatus::fail, RuleStatus::uncertain, RuleStatus::not_assessable}) {
    w.key(to_string(status));
    w.number(static_cast<std::uint64_t>(std::count_if(
        findings.begin(), findings.end(), [status](const Finding& f) { return f.status == status; })));
  }
  w.end('}');
}

void write_findings(Writer& w, const std::vector<Finding>& findings, const JsonOptions& options,
                    bool of_pair) {
  w.key("findings");
  w.begin('[');
  for (const auto& finding : findings)
    if (is_written(finding, options)) write_finding(w, finding, of_pair);
  w.end(']');
}

}  // namespace output

namespace {

class CheckWriter {
 public:
  CheckWriter(const CheckedReport& report, const JsonOptions& options)
      : report_(report), checked_(*report.checked), options_(options), w_(options.indent) {}

  std::string run() {
    w_.begin('{');
    w_.key("schema_version");
    w_.number(json_schema_version);
    output::write_report_head(w_, report_);
    output::write_counts(w_, checked_.findings);
    output::write_findings(w_, checked_.findings, options_, false);
    statements();
    suspects();
    w_.end('}');
    return w_.take();
  }

 private:
  void statements() {
    w_.key("statements");
    w_.begin('[');
    for (const auto& s : checked_.statements) statement(s);
    w_.end(']');
  }

  void statement(const Statement& s) {
    w_.begin('{');
    w_.text("kind", to_string(s.kind));
    w_.text("outcome", to_string(s.outcome));
    w_.text("channel", to_string(s.channel));
    w_.key("value");
    w_.decimal({s.value, 0});
    w_.key("is_part");
    w_.boolean(s.is_part);
    w_.key("in_words");
    w_.boolean(s.in_words);
    w_.text("unit", s.unit);
    w_.text("row", s.row);
    w_.text("path", s.path);
    w_.text("text", s.text);
    w_.key("start");
    w_.number(s.start);
    w_.key("end");
    w_.number(s.end);
    w_.key("span");
    w_.span(s.span);
    paths("matched", s.matched);
    paths("matched_less", s.matched_less);
    w_.end('}');
  }

  void paths(std::string_view key, const std::vector<std::string_view>& list) {
    w_.key(key);
    w_.begin('[');
    for (const auto path : list) w_.string(path);
    w_.end(']');
  }

  void suspects() {
    number_findings();
    w_.key("suspects");
    w_.begin('[');
    for (const auto& s : checked_.suspects) suspect(s);
    w_.end(']');
  }

  // Findings that are left out move those behind them.
  void number_findings() {
    std::uint64_t number = 0;
    for (const auto& finding : checked_.findings)
      numbers_.push_back(output::is_written(finding, options_) ? number++ : number);
  }

  void suspect(const Suspect& s) {
    w_.begin('{');
    w_.text("kind", to_string(s.kind));
    w_.key("rank");
    w_.number(s.rank);
    w_.text("message", s.message(Language::english));
    w_.text("message_zh", s.message(Language::chinese));
    w_.key("cells");
    w_.begin('[');
    for (const auto& cell : s.cells) suspect_cell(cell);
    w_.end(']');
    w_.key("findings");
    w_.begin('[');
    for (const auto index : s.findings)
      if (index < numbers_.size()) w_.number(numbers_[index]);
    w_.end(']');
    w_.end('}');
  }

  void suspect_cell(const SuspectCell& cell) {
    w_.begin('{');
    w_.text("path", cell.path);
    w_.key("printed");
    w_.decimal(cell.printed);
    w_.key("suggested");
    w_.decimal(cell.suggested);
    w_.key("span");
    w_.span(cell.span);
    w_.end('}');
  }

  const CheckedReport& report_;
  const CheckResult& checked_;
  const JsonOptions& options_;
  output::Writer w_;
  std::vector<std::uint64_t> numbers_;
};

}  // namespace

std::string to_json(const CheckedReport& report, const JsonOptions& options) {
  return CheckWriter(report, options).run();
}

std::string rules_json(const JsonOptions& options) {
  output::Writer w(options.indent);
  w.begin('[');
  for (const auto& rule : rule_catalogue()) {
    w.begin('{');
    w.text("rule", rule.word);
    w.key("number");
    w.number(static_cast<std::uint64_t>(rule.id));
    w.text("title", rule.title);
    w.text("title_zh", rule.title_zh);
    w.text("scope", to_string(rule.scope));
    w.text("severity", to_string(rule.severity));
    w.text("forms", to_string(rule.forms));
    w.text("formula", rule.formula);
    w.text("formula_zh", rule.formula_zh);
    w.text("source", rule.source);
    w.text("source_zh", rule.source_zh);
    w.text("message", rule.english);
    w.text("message_zh", rule.chinese);
    w.end('}');
  }
  w.end(']');
  return w.take();
}

}  // namespace nianbao
