// SPDX-License-Identifier: Apache-2.0
#include "tracer/layout.hpp"

#include "tracer/spaces.hpp"

namespace nianbao::tracer {

namespace {

// A line break inside a cell, as the format can show it.
std::string with_breaks(const std::string& text, const char* line_break) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += line_break;
    else
      out += c;
  }
  return out;
}

std::string tabs(const Table& table) {
  std::string out;
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (i > 0) out += '\t';
      out += row.cells[i].text;
    }
    out += '\n';
  }
  return out;
}

// --- pipes -----------------------------------------------------------------------------------------

std::string joined(const Row& row, const char* separator) {
  std::string out;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i > 0) out += separator;
    out += with_breaks(row.cells[i].text, "<br>");
  }
  return out;
}

std::string delimiter_row(const Table& table, const char* separator) {
  std::string out;
  for (std::size_t i = 0; i < table.rows.front().cells.size(); ++i)
    out += (i > 0 ? separator : "") + std::string("---");
  return out;
}

std::string outer_pipes(const Table& table) {
  std::string out;
  for (const auto& row : table.rows) {
    out += "| " + joined(row, " | ") + " |\n";
    if (&row == &table.rows.front()) out += '|' + delimiter_row(table, "|") + "|\n";
  }
  return out;
}

// Without outer pipes a row that begins with a blank cell begins with its pipe after a space.
std::string inner_pipes(const Table& table) {
  std::string out;
  for (const auto& row : table.rows) {
    out += ' ' + joined(row, " | ") + '\n';
    if (&row == &table.rows.front()) out += delimiter_row(table, " | ") + '\n';
  }
  return out;
}

// Rows that the page wraps: the next line begins with a pipe.
std::string wrapped_pipes(const Table& table) {
  std::string out;
  for (const auto& row : table.rows) {
    out += '|';
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      out += ' ' + with_breaks(row.cells[i].text, "<br>");
      const bool wraps = !row.is_header && i + 1 == row.first;
      out += wraps ? "\n|" : " |";
    }
    out += '\n';
  }
  return out;
}

// --- one cell a line -------------------------------------------------------------------------------

std::string cells_as_lines(const Table& table, const char* behind) {
  std::string out;
  for (const auto& row : table.rows)
    for (const auto& cell : row.cells)
      if (!cell.text.empty()) out += cell.text + behind;
  return out;
}

std::string cell_a_line(const Table& table) { return cells_as_lines(table, "\n"); }
std::string cell_a_line_apart(const Table& table) { return cells_as_lines(table, "\n\n"); }

// Cells that lie under a merged one are not printed.
std::string lone_pipes(const Table& table) {
  std::string out;
  for (const auto& row : table.rows) {
    out += "|\n\n";
    for (const auto& cell : row.cells)
      if (cell.covered == Covered::no) out += (cell.text.empty() ? "" : cell.text + "\n\n") + "|\n\n";
  }
  return out;
}

// --- HTML ------------------------------------------------------------------------------------------

std::size_t columns_of(const Row& row, std::size_t at) {
  std::size_t count = 1;
  while (at + count < row.cells.size() && row.cells[at + count].covered == Covered::from_left) ++count;
  return count;
}

std::size_t rows_of(const Table& table, std::size_t row, std::size_t at) {
  std::size_t count = 1;
  while (row + count < table.rows.size() && at < table.rows[row + count].cells.size() &&
         table.rows[row + count].cells[at].covered == Covered::from_above)
    ++count;
  return count;
}

std::string spans(const Table& table, std::size_t row, std::size_t at) {
  std::string out;
  if (const auto count = columns_of(table.rows[row], at); count > 1)
    out += " colspan=\"" + std::to_string(count) + '"';
  if (const auto count = rows_of(table, row, at); count > 1)
    out += " rowspan=\"" + std::to_string(count) + '"';
  return out;
}

std::string html(const Table& table) {
  std::string out = "<table border=\"1\">\n";
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    out += "<tr>";
    const auto& cells = table.rows[r].cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      // A table that a page break cut begins anew: nothing above its first row covers it.
      const bool hidden =
          cells[i].covered == Covered::from_left || (cells[i].covered == Covered::from_above && r > 0);
      if (!hidden)
        out += "<td" + spans(table, r, i) + "><p>" + with_breaks(cells[i].text, "<br/>") + "</p></td>";
    }
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

}  // namespace

const std::vector<Layout>& layouts() {
  static const std::vector<Layout> all{
      {"tabs, three label columns", Labels::three, false, true, tabs},
      {"tabs, ragged", Labels::ragged, false, true, tabs},
      {"tabs, compact", Labels::compact, false, true, tabs},
      {"outer pipes, three label columns", Labels::three, true, true, outer_pipes},
      {"outer pipes, ragged", Labels::ragged, true, true, outer_pipes},
      {"inner pipes, three label columns", Labels::three, true, true, inner_pipes},
      {"inner pipes, ragged", Labels::ragged, true, true, inner_pipes},
      {"inner pipes, compact", Labels::compact, true, true, inner_pipes},
      {"wrapped pipes", Labels::compact, true, false, wrapped_pipes},
      {"lone pipes", Labels::three, true, false, lone_pipes},
      {"one cell a line", Labels::three, false, false, cell_a_line},
      {"one cell a line, blank lines between", Labels::three, false, false, cell_a_line_apart},
      {"HTML, three label columns", Labels::three, true, true, html},
      {"HTML, compact", Labels::compact, true, true, html},
      {"laid-out text, three label columns", Labels::three, false, true, laid_out, true, laid_out},
      {"laid-out text, compact", Labels::compact, false, true, laid_out, true, laid_out},
      {"single spaces", Labels::compact, false, false, single_spaces, true},
      {"words, three label columns", Labels::three, false, true, laid_out, true, laid_out, words},
      {"words, compact", Labels::compact, false, true, laid_out, true, laid_out, words},
  };
  return all;
}

std::string print(const Page& page, const Layout& layout) {
  std::string out;
  for (const auto& block : page.blocks) {
    switch (block.is) {
      case Block::Is::title: out += (layout.markdown ? "# " : "") + block.text + "\n\n"; break;
      case Block::Is::heading: out += (layout.markdown ? "## " : "") + block.text + "\n\n"; break;
      case Block::Is::paragraph: out += block.text + "\n\n"; break;
      case Block::Is::page_break: out += block.text; break;
      case Block::Is::table:
        out += layout.in_page != nullptr ? layout.in_page(block.table, page) : layout.table(block.table);
        break;
    }
    if (block.is == Block::Is::table &&
        (&block == &page.blocks.back() || (&block + 1)->is != Block::Is::page_break))
      out += '\n';
  }
  return layout.whole != nullptr ? layout.whole(out) : out;
}

}  // namespace nianbao::tracer
