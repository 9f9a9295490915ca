// SPDX-License-Identifier: Apache-2.0
#include "output/terminal.hpp"

#include <algorithm>

namespace nianbao::output {

std::string Paint::operator()(Color color, std::string_view text) const {
  if (!on_ || color == Color::none || text.empty()) return std::string(text);
  const char* code = "1";
  switch (color) {
    case Color::red: code = "1;31"; break;
    case Color::yellow: code = "1;33"; break;
    case Color::cyan: code = "1;36"; break;
    case Color::green: code = "1;32"; break;
    default: break;
  }
  return "\x1B[" + std::string(code) + 'm' + std::string(text) + "\x1B[0m";
}

const char* heading_of(const Words& words, RuleStatus status, Severity severity) noexcept {
  switch (status) {
    case RuleStatus::pass: return words("pass", "通过");
    case RuleStatus::uncertain: return words("uncertain", "存疑");
    case RuleStatus::not_assessable: return words("not assessable", "无法检查");
    default: break;
  }
  switch (severity) {
    case Severity::error: return words("error", "错误");
    case Severity::warning: return words("warning", "警告");
    default: return words("note", "提示");
  }
}

Color color_of(RuleStatus status, Severity severity) noexcept {
  switch (status) {
    case RuleStatus::pass: return Color::green;
    case RuleStatus::uncertain: return Color::yellow;
    case RuleStatus::not_assessable: return Color::bold;
    default: break;
  }
  switch (severity) {
    case Severity::error: return Color::red;
    case Severity::warning: return Color::yellow;
    default: return Color::cyan;
  }
}

const char* name_of(const Words& words, CellState state) noexcept {
  switch (state) {
    case CellState::number: return words("number", "数字");
    case CellState::blank: return words("blank", "空白");
    case CellState::not_applicable: return words("not applicable", "不适用");
    case CellState::unreadable: return words("unreadable", "无法读取");
    case CellState::inferred: return words("inferred", "推算");
    default: return words("not printed", "未印出");
  }
}

std::string counts_in_words(const Words& words, const std::vector<Finding>& findings) {
  const auto count = [&](RuleStatus status) {
    return std::count_if(findings.begin(), findings.end(),
                         [status](const Finding& f) { return f.status == status; });
  };
  const auto failed = [&](Severity severity) {
    return std::to_string(std::count_if(findings.begin(), findings.end(), [severity](const Finding& f) {
      return f.status == RuleStatus::fail && f.severity == severity;
    }));
  };
  const auto fail = std::to_string(count(RuleStatus::fail));
  const auto uncertain = std::to_string(count(RuleStatus::uncertain));
  const auto pass = std::to_string(count(RuleStatus::pass));
  const auto rest = std::to_string(count(RuleStatus::not_assessable));
  if (words.language == Language::english)
    return fail + " failed (error " + failed(Severity::error) + ", warning " + failed(Severity::warning) +
           ", note " + failed(Severity::note) + "), " + uncertain + " uncertain, " + pass + " passed, " +
           rest + " not assessable";
  return "不符 " + fail + " 项（错误 " + failed(Severity::error) + "、警告 " + failed(Severity::warning) +
         "、提示 " + failed(Severity::note) + "），存疑 " + uncertain + " 项，通过 " + pass +
         " 项，无法检查 " + rest + " 项";
}

}  // namespace nianbao::output
