// SPDX-License-Identifier: Apache-2.0
#include "generate/outputs.hpp"

#include <stdexcept>

namespace nianbao::generate {

namespace {

std::string code_constants() {
  std::string out;
  for (const auto& info : nianbao::diagnostic_catalogue())
    out += "  NIANBAO_CODE_" + upper(info.symbol) + " = " + std::to_string(static_cast<int>(info.code)) +
           ", /* " + info.word + " */\n";
  return out;
}

std::string rule_constants() {
  std::string out;
  for (const auto& info : nianbao::rule_catalogue())
    out += "  NIANBAO_RULE_" + upper(info.symbol) + " = " + std::to_string(static_cast<int>(info.id)) +
           ", /* " + info.word + " */\n";
  return out;
}

// `header` with `content` between the marks of the region `name`.
std::string with_region(const std::string& header, const std::string& name, const std::string& content) {
  const auto region = "/* begin generated: " + name + " */\n";
  const auto begin = header.find(region);
  const auto end = header.find("  /* end generated */", begin);
  if (begin == std::string::npos || end == std::string::npos)
    throw std::runtime_error("a header has lost its marks for the generated region of " + name);
  return header.substr(0, begin + region.size()) + content + header.substr(end);
}

}  // namespace

std::string header_with_codes(const std::string& header) {
  return with_region(header, "diagnostic codes", code_constants());
}

std::string header_with_rules(const std::string& header) {
  return with_region(header, "rules", rule_constants());
}

}  // namespace nianbao::generate
