// SPDX-License-Identifier: Apache-2.0
#include "tracer/spaces.hpp"

#include <algorithm>
#include <vector>

namespace nianbao::tracer {

namespace {

constexpr std::size_t gap = 3;

std::size_t length_of(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

std::size_t columns_of(const std::string& text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size(); i += length_of(text[i]))
    columns += length_of(text[i]) > 2 ? 2U : 1U;
  return columns;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back() += c;
  }
  return lines;
}

std::size_t width_of(const std::string& text) {
  std::size_t width = 0;
  for (const auto& line : lines_of(text)) width = std::max(width, columns_of(line));
  return width;
}

bool spans(const Row& row, std::size_t cell) {
  return cell + 1 < row.cells.size() && row.cells[cell + 1].covered == Covered::from_left;
}

void widen(const Table& table, std::vector<std::size_t>& widths) {
  for (const auto& row : table.rows)
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (i >= widths.size()) widths.push_back(1);
      if (!spans(row, i)) widths[i] = std::max(widths[i], width_of(row.cells[i].text));
    }
  // A label over several columns needs their room.
  for (const auto& row : table.rows)
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!spans(row, i)) continue;
      std::size_t room = widths[i];
      std::size_t last = i;
      while (spans(row, last)) room += gap + widths[++last];
      const auto wanted = width_of(row.cells[i].text);
      if (wanted > room) widths[last] += wanted - room;
    }
}

// Puts `text` into `line` at `column`; what is there already is not moved.
void put(std::string& line, std::size_t& filled, std::size_t column, const std::string& text) {
  if (text.empty()) return;
  if (column > filled) {
    line.append(column - filled, ' ');
    filled = column;
  }
  line += text;
  filled += columns_of(text);
}

void print_row(const Row& row, const std::vector<std::size_t>& widths, std::string& out) {
  std::size_t height = 1;
  for (const auto& cell : row.cells) height = std::max(height, lines_of(cell.text).size());
  std::vector<std::string> printed(height);
  std::vector<std::size_t> filled(height, 0);
  std::size_t column = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    std::size_t room = widths[i];
    for (std::size_t last = i; spans(row, last); ++last) room += gap + widths[last + 1];
    const auto lines = lines_of(row.cells[i].text);
    const auto top = (height - lines.size()) / 2;
    for (std::size_t l = 0; l < lines.size(); ++l) {
      const auto free = room - std::min(room, columns_of(lines[l]));
      const bool is_label = !row.is_header && i < row.first;
      const auto before = is_label ? 0 : row.is_header ? free / 2 : free;
      put(printed[top + l], filled[top + l], column + before, lines[l]);
    }
    column += widths[i] + gap;
  }
  for (const auto& line : printed) out += line + '\n';
}

void add_word(const std::string& text, std::size_t column, std::size_t line, std::string& out) {
  const auto number = [](std::size_t value) { return std::to_string(value) + ".000000"; };
  out += "<word xMin=\"" + number(column * 5) + "\" yMin=\"" + number(line * 20) + "\" xMax=\"" +
         number((column + columns_of(text)) * 5) + "\" yMax=\"" + number(line * 20 + 13) + "\">";
  for (const char c : text)
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  out += "</word>\n";
}

}  // namespace

std::string laid_out(const Table& table, const Page& page) {
  std::vector<std::size_t> widths;
  for (const auto& block : page.blocks)
    if (block.is == Block::Is::table && block.table.section == table.section) widen(block.table, widths);
  std::string out;
  for (const auto& row : table.rows) print_row(row, widths, out);
  return out;
}

std::string laid_out(const Table& table) {
  Page page;
  page.blocks.push_back({Block::Is::table, "", table});
  return laid_out(table, page);
}

std::string single_spaces(const Table& table) {
  std::string out;
  for (const auto& row : table.rows) {
    std::string line;
    for (const auto& cell : row.cells)
      if (!cell.text.empty()) line += (line.empty() ? "" : " ") + cell.text;
    out += line + '\n';
  }
  return out;
}

std::string words(const std::string& laid_out_page) {
  std::string out = "<doc>\n<page width=\"1000.000000\" height=\"1000.000000\">\n";
  std::size_t number = 0;
  for (const auto& line : lines_of(laid_out_page)) {
    ++number;
    std::string word;
    std::size_t column = 0;
    std::size_t from = 0;
    for (std::size_t i = 0; i < line.size(); i += length_of(line[i])) {
      const auto c = line.substr(i, length_of(line[i]));
      if (c == " " || c == "\t") {
        if (!word.empty()) add_word(word, from, number, out);
        word.clear();
      } else {
        if (word.empty()) from = column;
        word += c;
      }
      column += columns_of(c);
    }
    if (!word.empty()) add_word(word, from, number, out);
  }
  return out + "</page>\n</doc>\n";
}

}  // namespace nianbao::tracer
