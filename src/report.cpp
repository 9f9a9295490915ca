// SPDX-License-Identifier: Apache-2.0
#include "nianbao/report.hpp"

#include <algorithm>
#include <array>

#include "nianbao/version.hpp"

#define NIANBAO_TEXT(x) #x
#define NIANBAO_DOTTED(a, b, c) NIANBAO_TEXT(a) "." NIANBAO_TEXT(b) "." NIANBAO_TEXT(c)

namespace nianbao {

AnnualReport::AnnualReport() = default;
AnnualReport::AnnualReport(const AnnualReport& other) = default;
AnnualReport::AnnualReport(AnnualReport&& other) noexcept = default;
// By moving: the code for two hundred cells once less.
AnnualReport& AnnualReport::operator=(const AnnualReport& other) { return *this = AnnualReport(other); }
AnnualReport& AnnualReport::operator=(AnnualReport&& other) noexcept = default;
AnnualReport::~AnnualReport() = default;

const char* version() noexcept {
  return NIANBAO_DOTTED(NIANBAO_VERSION_MAJOR, NIANBAO_VERSION_MINOR, NIANBAO_VERSION_PATCH);
}

std::string_view to_string(CellState state) noexcept {
  constexpr std::array<std::string_view, 6> words{"absent",         "number",     "blank",
                                                  "not_applicable", "unreadable", "inferred"};
  return words[std::min<std::size_t>(static_cast<std::size_t>(state), words.size() - 1)];
}

std::string_view to_string(Template form) noexcept {
  switch (form) {
    case Template::form_2019: return "2019";
    case Template::form_2021: return "2021";
    default: return "";
  }
}

std::string Decimal::to_string() const {
  const bool negative = coefficient < 0;
  const auto magnitude =
      negative ? 0 - static_cast<std::uint64_t>(coefficient) : static_cast<std::uint64_t>(coefficient);
  std::string digits = std::to_string(magnitude);
  if (scale > 0) {
    const auto places = static_cast<std::size_t>(scale);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  return negative ? "-" + digits : digits;
}

}  // namespace nianbao
