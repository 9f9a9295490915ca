// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "diagnostics/sink.hpp"
#include "nianbao/diagnostic.hpp"

namespace nianbao {

namespace {

const DiagnosticInfo* info_of(DiagnosticCode code) noexcept {
  const auto& all = diagnostic_catalogue();
  const auto found =
      std::find_if(all.begin(), all.end(), [code](const DiagnosticInfo& info) { return info.code == code; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const std::vector<DiagnosticInfo>& diagnostic_catalogue() {
  static const std::vector<DiagnosticInfo> all{
#define NIANBAO_DIAGNOSTIC(number, name, code, severity, english, chinese) \
  {DiagnosticCode::name, Severity::severity, #name, code, english, chinese},
#include "nianbao/diagnostics.def"
#undef NIANBAO_DIAGNOSTIC
  };
  return all;
}

std::string_view to_string(Severity severity) noexcept {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    default: return "note";
  }
}

std::string_view to_string(DiagnosticCode code) noexcept {
  const auto* info = info_of(code);
  return info == nullptr ? std::string_view() : std::string_view(info->word);
}

std::string Diagnostic::message(Language language) const {
  const auto& given = language == Language::english ? given_english : given_chinese;
  const auto* info = info_of(code);
  if (!given.empty() || info == nullptr) return given;
  std::string_view pattern = language == Language::english ? info->english : info->chinese;
  std::string out;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    out.append(pattern.substr(0, open));
    if (open == std::string_view::npos) break;
    pattern.remove_prefix(open);
    const auto close = pattern.find('}');
    const auto name = pattern.substr(1, close - 1);
    if (name == "n")
      out += std::to_string(n);
    else if (name == "m")
      out += std::to_string(m);
    else
      out += text;
    pattern.remove_prefix(close + 1);
  }
  return out;
}

namespace diagnostics {

Severity severity_of(DiagnosticCode code) noexcept {
  const auto* info = info_of(code);
  return info == nullptr ? Severity::error : info->severity;
}

}  // namespace diagnostics

}  // namespace nianbao
