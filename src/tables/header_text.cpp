// SPDX-License-Identifier: Apache-2.0
#include "tables/header_text.hpp"

#include <algorithm>
#include <string>

#include "form/form.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace nianbao::tables {

namespace {

// No header has more lines, those between its words counted.
constexpr std::size_t most_lines = 24;

// Appends the characters of a text that tell labels apart.
void add_characters(std::string_view text, std::u32string& out) {
  std::string folded;
  std::string kept;
  text::skeleton(text::fold(text, folded), kept);
  for (std::size_t at = 0; at < kept.size();) out += text::next_utf8(kept, at);
}

std::u32string header_of_form(bool with_corner) {
  constexpr std::uint8_t corner = 0;
  constexpr std::uint8_t organisations = 2;
  std::u32string characters;
  for (const auto& applicant : form::applicants) add_characters(applicant.names.label, characters);
  for (const auto& line : form::furniture)
    if (line.label.kind == form::Kind::matrix_header && line.label.index <= organisations &&
        (with_corner || line.label.index != corner))
      add_characters(line.wording, characters);
  std::sort(characters.begin(), characters.end());
  return characters;
}

// Where the line that ends at `end` begins.
std::size_t line_begin(std::string_view text, std::size_t end) noexcept {
  const auto at = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
  return at == std::string_view::npos ? 0 : at + 1;
}

}  // namespace

bool is_header_of_form(const Reading& reading) {
  if (reading.tree.matrix.rows.empty()) return false;
  static const std::u32string whole = header_of_form(true);
  static const std::u32string without_corner = header_of_form(false);
  const auto first = reading.tree.matrix.rows.front().label_token;
  if (first == grammar::no_token) return false;
  const auto text = reading.document.text;
  auto begin = std::size_t{reading.document.lines[reading.tokens[first].line].start};
  std::u32string characters;
  for (std::size_t lines = 0; lines < most_lines && begin > 0; ++lines) {
    const auto end = begin - 1;
    begin = line_begin(text, end);
    add_characters(text.substr(begin, end - begin), characters);
    if (characters.size() > whole.size()) return false;
    if (characters.size() != whole.size() && characters.size() != without_corner.size()) continue;
    auto sorted = characters;
    std::sort(sorted.begin(), sorted.end());
    if (sorted == whole || sorted == without_corner) return true;
  }
  return false;
}

}  // namespace nianbao::tables
