// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "check/results.hpp"
#include "form/labels.hpp"

namespace nianbao {

const std::vector<RuleInfo>& rule_catalogue() {
  static const std::vector<RuleInfo> all{
#define NIANBAO_RULE(number, name, word, title, title_zh, scope, severity, forms, formula, formula_zh, \
                     source, source_zh, english, chinese)                                              \
  {RuleId::name, RuleScope::scope, Severity::severity, RuleForms::forms, #name,     word,    title,    \
   title_zh,     formula,          formula_zh,         source,           source_zh, english, chinese},
#include "nianbao/rules.def"
#undef NIANBAO_RULE
  };
  return all;
}

namespace rules {

const RuleInfo& info_of(RuleId rule) noexcept {
  static const auto by_number = [] {
    std::array<const RuleInfo*, rule_numbers> table{};
    table.fill(&rule_catalogue().front());
    for (const auto& info : rule_catalogue()) table[static_cast<std::size_t>(info.id) % rule_numbers] = &info;
    return table;
  }();
  return *by_number[static_cast<std::size_t>(rule) % rule_numbers];
}

}  // namespace rules

std::string_view to_string(RuleStatus status) noexcept {
  switch (status) {
    case RuleStatus::pass: return "pass";
    case RuleStatus::fail: return "fail";
    case RuleStatus::uncertain: return "uncertain";
    default: return "not_assessable";
  }
}

std::string_view to_string(RuleScope scope) noexcept {
  constexpr std::array<std::string_view, 9> words{"report", "section", "part", "table",    "row",
                                                  "column", "block",   "cell", "statement"};
  return words[std::min<std::size_t>(static_cast<std::size_t>(scope), words.size() - 1)];
}

std::string_view to_string(RuleForms forms) noexcept {
  switch (forms) {
    case RuleForms::of_2021: return "2021";
    case RuleForms::of_2019: return "2019";
    case RuleForms::pair: return "pair";
    default: return "both";
  }
}

std::string_view to_string(RuleId rule) noexcept { return rules::info_of(rule).word; }

namespace {

// What a result says if its rule did not fail.
std::string_view pattern_of(RuleStatus status, Language language) noexcept {
  const bool english = language == Language::english;
  switch (status) {
    case RuleStatus::pass: return english ? "{subject}: “{title}” holds." : "{subject}：“{title}”相符。";
    case RuleStatus::uncertain:
      return english ? "{subject}: “{title}” cannot be decided; {n} figure(s) that it needs are not numbers."
                     : "{subject}：“{title}”无法判断，有 {n} 个所需数字空白或未读出。";
    default:
      return english ? "{subject}: “{title}” cannot be asked of what was read."
                     : "{subject}：“{title}”无从检查。";
  }
}

std::string text_of(const std::optional<Decimal>& number) { return number ? number->to_string() : "?"; }

std::string argument(const Finding& finding, std::string_view name, Language language) {
  if (name == "subject") return std::string(form::label_of(finding.subject, language));
  if (name == "official") return std::string(form::label_of(finding.subject, Language::chinese));
  if (name == "title") {
    const auto& info = rules::info_of(finding.rule);
    return language == Language::english ? info.title : info.title_zh;
  }
  if (name == "left") return text_of(finding.left);
  if (name == "right") return text_of(finding.right);
  if (name == "difference") return text_of(finding.difference);
  if (name == "n") return std::to_string(finding.n);
  if (name == "m") return std::to_string(finding.m);
  return finding.text;
}

}  // namespace

std::string Finding::message(Language language) const {
  const auto& info = rules::info_of(rule);
  std::string_view pattern = status == RuleStatus::fail
                                 ? (language == Language::english ? info.english : info.chinese)
                                 : pattern_of(status, language);
  std::string out;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    out.append(pattern.substr(0, open));
    if (open == std::string_view::npos) break;
    const auto close = pattern.find('}', open);
    out += argument(*this, pattern.substr(open + 1, close - open - 1), language);
    pattern.remove_prefix(close + 1);
  }
  return out;
}

std::size_t CheckResult::count(RuleStatus status) const noexcept {
  return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
                                                [status](const Finding& f) { return f.status == status; }));
}

bool CheckResult::has_errors() const noexcept {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& f) {
    return f.status == RuleStatus::fail && f.severity == Severity::error;
  });
}

namespace {

// "off" is a severity that is none.
bool read_severity(std::string_view word, std::optional<Severity>& severity) noexcept {
  for (const auto known : {Severity::error, Severity::warning, Severity::note})
    if (word == to_string(known)) {
      severity = known;
      return true;
    }
  severity.reset();
  return word == "off";
}

bool is_rule(std::string_view word) {
  const auto& all = rule_catalogue();
  return word == "*" ||
         std::any_of(all.begin(), all.end(), [word](const RuleInfo& info) { return word == info.word; });
}

}  // namespace

std::optional<std::vector<RuleSetting>> parse_rule_settings(std::string_view text, std::string* problem) {
  std::vector<RuleSetting> settings;
  while (!text.empty()) {
    const auto comma = std::min(text.find(','), text.size());
    const auto item = text.substr(0, comma);
    text.remove_prefix(std::min(comma + 1, text.size()));
    if (item.empty()) continue;
    const auto equals = std::min(item.find('='), item.size());
    RuleSetting setting;
    setting.rule = item.substr(0, equals);
    const auto word = item.substr(std::min(equals + 1, item.size()));
    if (!is_rule(setting.rule) || !read_severity(word, setting.severity)) {
      if (problem != nullptr) *problem = item;
      return std::nullopt;
    }
    settings.push_back(std::move(setting));
  }
  return settings;
}

}  // namespace nianbao
