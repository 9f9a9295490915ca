// SPDX-License-Identifier: Apache-2.0
#include "property/inputs.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "support/encode.hpp"

namespace nianbao::property {

namespace {

bool is_row(const std::string& line) { return line.find('\t') != std::string::npos; }

// All labels of the form are Chinese and longer than marks and numbers; none holds a digit but in its
// number.
bool is_label(std::string_view cell) {
  const auto characters = characters_of(cell);
  return characters.size() >= 4 && cell.find_first_of("0123456789") == std::string_view::npos;
}

std::string spaced(std::string_view cell) {
  std::string out;
  std::size_t count = 0;
  for (const auto& character : characters_of(cell)) {
    if (count > 0 && count % 2 == 0) out += count % 4 == 0 ? " " : "\u3000";
    out += character;
    ++count;
  }
  return out;
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == '\t')
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

std::string with_separator(const std::vector<std::string>& cells, const std::string& separator) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) out += (i > 0 ? separator : "") + cells[i];
  return out;
}

bool is_section_heading(const std::string& line) {
  constexpr std::array<std::string_view, 6> ordinals{"一、", "二、", "三、", "四、", "五、", "六、"};
  return characters_of(line).size() <= 30 &&
         std::any_of(ordinals.begin(), ordinals.end(), [&](std::string_view ordinal) {
           return std::string_view(line).substr(0, ordinal.size()) == ordinal;
         });
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    lines.emplace_back(line);
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const auto& line : lines) out += line + '\n';
  return out;
}

std::vector<std::string> characters_of(std::string_view text) {
  std::vector<std::string> characters;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U || characters.empty()) characters.emplace_back();
    characters.back() += c;
  }
  return characters;
}

std::string random_bytes(Dice& dice, std::size_t size) {
  std::string bytes(size, '\0');
  for (auto& byte : bytes) byte = static_cast<char>(dice.below(256));
  return bytes;
}

std::string random_text(Dice& dice, const std::vector<std::string>& alphabet, std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) text += dice.one_of(alphabet);
  return text;
}

std::string mutated(Dice& dice, std::string bytes) {
  for (auto edits = 1 + dice.below(6); edits > 0 && !bytes.empty(); --edits) {
    const auto at = dice.below(bytes.size());
    const auto length = std::min(bytes.size() - at, 1 + dice.below(60));
    const auto other = dice.below(bytes.size());
    switch (dice.below(4)) {
      case 0: bytes.erase(at, length); break;
      case 1: bytes.insert(at, bytes.substr(other, length)); break;
      case 2: bytes.insert(at, random_bytes(dice, 1 + dice.below(3))); break;
      default: std::swap(bytes[at], bytes[other]);
    }
  }
  return bytes;
}

std::string with_full_width_tables(const std::string& text) {
  auto lines = lines_of(text);
  for (auto& line : lines)
    if (is_row(line)) line = support::full_width_digits(line);
  return joined(lines);
}

std::string with_spaced_labels(const std::string& text) {
  auto lines = lines_of(text);
  for (auto& line : lines) {
    if (!is_row(line)) continue;
    auto cells = cells_of(line);
    for (auto& cell : cells)
      if (is_label(cell)) cell = spaced(cell);
    line = with_separator(cells, "\t");
  }
  return joined(lines);
}

std::string as_markdown(const std::string& text) {
  std::vector<std::string> out;
  bool inside = false;
  for (const auto& line : lines_of(text)) {
    if (!is_row(line)) {
      inside = false;
      out.push_back(out.empty() ? "# " + line : is_section_heading(line) ? "## " + line : line);
      continue;
    }
    const auto cells = cells_of(line);
    out.push_back("| " + with_separator(cells, " | ") + " |");
    if (!inside)
      out.push_back("|" + with_separator(std::vector<std::string>(cells.size(), "---"), "|") + "|");
    inside = true;
  }
  return joined(out);
}

}  // namespace nianbao::property
