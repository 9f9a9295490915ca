// SPDX-License-Identifier: Apache-2.0
#include "generate/outputs.hpp"

#include <stdexcept>
#include <string_view>

namespace nianbao::generate {

namespace {

constexpr std::string_view region_begin = "/* begin generated: diagnostic codes */\n";
constexpr std::string_view region_end = "  /* end generated */";

std::string code_constants() {
  std::string out;
  for (const auto& info : nianbao::diagnostic_catalogue())
    out += "  NIANBAO_CODE_" + upper(info.symbol) + " = " + std::to_string(static_cast<int>(info.code)) +
           ", /* " + info.word + " */\n";
  return out;
}

}  // namespace

std::string header_with_codes(const std::string& header) {
  const auto begin = header.find(region_begin);
  const auto end = header.find(region_end);
  if (begin == std::string::npos || end == std::string::npos || end < begin)
    throw std::runtime_error("nianbao.h has lost its marks for the generated region");
  return header.substr(0, begin + region_begin.size()) + code_constants() + header.substr(end);
}

}  // namespace nianbao::generate
