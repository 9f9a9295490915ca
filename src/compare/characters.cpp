// SPDX-License-Identifier: Apache-2.0
#include "compare/characters.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace nianbao::comparison {

namespace {

// Names that no office words for itself: that two reports print them says nothing. Without punctuation, the
// longer before those that they hold.
constexpr std::array<std::u32string_view, 9> official_names{
    U"国务院办公厅政府信息与政务公开办公室关于印发中华人民共和国政府信息公开工作年度报告格式的通知",
    U"国务院办公厅关于印发政府信息公开信息处理费管理办法的通知",
    U"中华人民共和国政府信息公开工作年度报告格式",
    U"中华人民共和国政府信息公开条例",
    U"政府信息公开信息处理费管理办法",
    U"政府信息公开工作年度报告",
    U"国办公开办函202130号",
    U"国办公开办函201960号",
    U"国办函2020109号",
};

bool is_digit(char32_t c) noexcept { return c >= '0' && c <= '9'; }

// The character as it is compared; 0 if it does not count.
char32_t compared(char32_t c) {
  if (c >= 0x3400 && c < 0xA000) return c;  // Han: nearly all of a report
  c = text::fold_character(c);
  if (c < 0x80) {
    const auto lower = static_cast<char32_t>(text::lower(static_cast<char>(c)));
    return is_digit(lower) || (lower >= 'a' && lower <= 'z') ? lower : 0;
  }
  const auto category = U_MASK(u_charType(static_cast<UChar32>(c)));
  return (category & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0 ? c : 0;
}

// The length of the official name at `at`, or 0.
std::size_t official_name_at(const std::vector<char32_t>& codes, std::size_t at) noexcept {
  const auto left = codes.size() - at;
  for (const auto name : official_names)
    if (codes[at] == name[0] && name.size() <= left &&
        std::equal(name.begin(), name.end(), std::next(codes.begin(), static_cast<std::ptrdiff_t>(at))))
      return name.size();
  return 0;
}

void leave_out_official_names(Characters& characters) {
  auto& [codes, starts] = characters;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < codes.size();) {
    if (const auto length = official_name_at(codes, at); length > 0) {
      at += length;
      continue;
    }
    codes[kept] = codes[at];
    starts[kept++] = starts[at++];
  }
  codes.resize(kept);
  starts.resize(kept);
}

}  // namespace

Characters characters_of(std::string_view text) {
  Characters characters;
  characters.codes.reserve(text.size() / 3);
  characters.starts.reserve(text.size() / 3);
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    if (const auto c = compared(text::next_utf8(text, at)); c != 0) {
      characters.codes.push_back(c);
      characters.starts.push_back(start);
    }
  }
  leave_out_official_names(characters);
  return characters;
}

std::vector<char32_t> without_figures(const std::vector<char32_t>& characters) {
  std::vector<char32_t> kept;
  kept.reserve(characters.size());
  std::copy_if(characters.begin(), characters.end(), std::back_inserter(kept),
               [](char32_t c) { return !is_digit(c); });
  return kept;
}

}  // namespace nianbao::comparison
