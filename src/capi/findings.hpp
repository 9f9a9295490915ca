// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "capi/handles.hpp"

/// Results of rules, which checks and comparisons have alike.
namespace nianbao::capi {

inline nianbao_number number(const Decimal& from) noexcept { return {from.coefficient, from.scale, 1}; }

inline nianbao_number number(const std::optional<Decimal>& from) noexcept {
  return from ? number(*from) : nianbao_number{0, 0, 0};
}

inline nianbao_number number(CellState state, const Decimal& value) noexcept {
  const bool has_value = state == CellState::number || state == CellState::inferred;
  return has_value ? number(value) : nianbao_number{0, 0, 0};
}

inline int32_t number_of(bool condition) noexcept { return condition ? 1 : 0; }

/// Element `index` of a list that a caller asks for; OK, or why there is none.
template <class T, class From, class Convert>
nianbao_status element(const std::vector<From>& list, size_t index, T* to, Convert&& convert) noexcept {
  if (to == nullptr) return NIANBAO_ERROR_ARGUMENT;
  if (index >= list.size()) return NIANBAO_ERROR_NOT_FOUND;
  *to = convert(list[index]);
  return NIANBAO_OK;
}

/// How many of `result` came out as `status`, whatever number a caller has for it.
template <class Result>
size_t count_of(const Result& result, int32_t status) noexcept {
  const bool is_status = status >= NIANBAO_RULE_STATUS_PASS && status <= NIANBAO_RULE_STATUS_NOT_ASSESSABLE;
  return is_status ? result.count(static_cast<RuleStatus>(status)) : 0;
}

nianbao_status finding_at(const std::vector<Finding>& findings, const std::vector<Message>& messages,
                          size_t index, nianbao_finding* to) noexcept;

nianbao_status operand_at(const std::vector<Finding>& findings, size_t finding, size_t index,
                          nianbao_operand* to) noexcept;

/// The rules that a caller sets, NUL-terminated or NULL; false if they cannot be read.
bool read_rules(const char* from, std::vector<RuleSetting>& to);

}  // namespace nianbao::capi
