// SPDX-License-Identifier: Apache-2.0
#include "capi/findings.hpp"

static_assert(sizeof(nianbao_number) == 16, "frozen layout");
static_assert(NIANBAO_RULE_STATUS_PASS == static_cast<int>(nianbao::RuleStatus::pass) &&
                  NIANBAO_RULE_STATUS_FAIL == static_cast<int>(nianbao::RuleStatus::fail) &&
                  NIANBAO_RULE_STATUS_UNCERTAIN == static_cast<int>(nianbao::RuleStatus::uncertain) &&
                  NIANBAO_RULE_STATUS_NOT_ASSESSABLE == static_cast<int>(nianbao::RuleStatus::not_assessable),
              "the same numbers in C and C++");
static_assert(NIANBAO_SIDE_NONE == static_cast<int>(nianbao::OperandSide::none) &&
                  NIANBAO_SIDE_LEFT == static_cast<int>(nianbao::OperandSide::left) &&
                  NIANBAO_SIDE_RIGHT == static_cast<int>(nianbao::OperandSide::right),
              "the same numbers in C and C++");

namespace nianbao::capi {

nianbao_status finding_at(const std::vector<Finding>& findings, const std::vector<Message>& messages,
                          size_t index, nianbao_finding* to) noexcept {
  return element(findings, index, to, [&](const Finding& from) {
    nianbao_finding f = {};
    f.rule = static_cast<int32_t>(from.rule);
    f.severity = static_cast<int32_t>(from.severity);
    f.status = static_cast<int32_t>(from.status);
    f.word = view(to_string(from.rule));
    f.subject = view(from.subject);
    f.message = view(messages[index].english);
    f.message_zh = view(messages[index].chinese);
    f.left = number(from.left);
    f.right = number(from.right);
    f.difference = number(from.difference);
    f.span = span(from.span);
    f.fingerprint = from.fingerprint;
    f.operand_count = from.operands.size();
    return f;
  });
}

nianbao_status operand_at(const std::vector<Finding>& findings, size_t finding, size_t index,
                          nianbao_operand* to) noexcept {
  if (to == nullptr) return NIANBAO_ERROR_ARGUMENT;
  if (finding >= findings.size()) return NIANBAO_ERROR_NOT_FOUND;
  return element(findings[finding].operands, index, to, [](const Operand& from) {
    nianbao_operand o = {};
    o.path = view(from.path);
    o.text = view(from.text);
    o.value = number(from.state, from.value);
    o.state = static_cast<int32_t>(from.state);
    o.side = static_cast<int32_t>(from.side);
    o.of_older = number_of(from.of_older);
    o.span = span(from.span);
    return o;
  });
}

bool read_rules(const char* from, std::vector<RuleSetting>& to) {
  if (from == nullptr) return true;
  auto settings = parse_rule_settings(from);
  if (!settings) return false;
  to = std::move(*settings);
  return true;
}

}  // namespace nianbao::capi

size_t nianbao_rule_count(void) { return nianbao::rule_catalogue().size(); }

nianbao_status nianbao_rule(size_t index, nianbao_rule_info* info) {
  using nianbao::capi::view;
  return nianbao::capi::firewall([&]() -> nianbao_status {
    return nianbao::capi::element(nianbao::rule_catalogue(), index, info, [](const nianbao::RuleInfo& from) {
      nianbao_rule_info rule = {};
      rule.rule = static_cast<int32_t>(from.id);
      rule.severity = static_cast<int32_t>(from.severity);
      rule.word = view(from.word);
      rule.title = view(from.title);
      rule.title_zh = view(from.title_zh);
      rule.scope = view(to_string(from.scope));
      rule.forms = view(to_string(from.forms));
      rule.formula = view(from.formula);
      rule.formula_zh = view(from.formula_zh);
      rule.source = view(from.source);
      rule.source_zh = view(from.source_zh);
      rule.message = view(from.english);
      rule.message_zh = view(from.chinese);
      return rule;
    });
  });
}
