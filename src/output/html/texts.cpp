// SPDX-License-Identifier: Apache-2.0
#include "output/html/texts.hpp"

#include <array>

namespace nianbao::html {

namespace {

struct Wordings {
  std::string_view english;
  std::string_view chinese;
};

constexpr std::array wordings{
#define NIANBAO_TEXT(name, english, chinese) Wordings{english, chinese},
#include "output/html/texts.def"
#undef NIANBAO_TEXT
};

}  // namespace

std::string_view Texts::operator()(Text text) const noexcept {
  const auto& wording = wordings[static_cast<std::size_t>(text)];
  return is_english() ? wording.english : wording.chinese;
}

std::string Texts::operator()(Text text, std::initializer_list<std::string_view> values) const {
  auto pattern = (*this)(text);
  std::string out;
  for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
    const auto index = static_cast<std::size_t>(pattern[open + 1] - '0');
    out.append(pattern.substr(0, open));
    if (index < values.size()) out.append(*(values.begin() + index));
    pattern.remove_prefix(open + 3);
  }
  return out.append(pattern);
}

}  // namespace nianbao::html
