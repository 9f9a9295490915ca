// SPDX-License-Identifier: Apache-2.0
#include "tracer/layout.hpp"

#if NIANBAO_DOCX
#include "tracer/docx.hpp"
#endif
#include "tracer/spaces.hpp"

namespace nianbao::tracer {

namespace {

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

std::string html(const Table& table) {
  std::string out = "<table border=\"1\">\n";
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    out += "<tr>";
    const auto& cells = table.rows[r].cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!is_hidden(table, r, i))
        out += "<td" + spans(table, r, i) + "><p>" + with_breaks(cells[i].text, "<br/>") + "</p></td>";
    }
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

std::vector<Layout> with_packed(std::vector<Layout> all) {
#if NIANBAO_DOCX
  all.push_back({"DOCX, three label columns", Labels::three, Marks::none, true, nullptr, nullptr, docx});
  all.push_back({"DOCX, ragged", Labels::ragged, Marks::none, true, nullptr, nullptr, docx});
  all.push_back({"DOCX, compact", Labels::compact, Marks::none, true, nullptr, nullptr, docx});
#endif
  return all;
}

}  // namespace

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

std::string spans(const Table& table, std::size_t row, std::size_t at) {
  std::string out;
  if (const auto count = columns_of(table.rows[row], at); count > 1)
    out += " colspan=\"" + std::to_string(count) + '"';
  if (const auto count = rows_of(table, row, at); count > 1)
    out += " rowspan=\"" + std::to_string(count) + '"';
  return out;
}

bool is_hidden(const Table& table, std::size_t row, std::size_t at) {
  const auto covered = table.rows[row].cells[at].covered;
  return covered == Covered::from_left || (covered == Covered::from_above && row > 0);
}

namespace {

// Columns are places on the page.
Layout placed(Layout layout, std::string (*in_page)(const Table&, const Page&),
              std::string (*whole)(const std::string&)) {
  layout.is_placed = true;
  layout.in_page = in_page;
  layout.whole = whole;
  return layout;
}

std::vector<Layout> text_layouts() {
  return {
      {"tabs, three label columns", Labels::three, Marks::none, true, tabs, nullptr},
      {"tabs, ragged", Labels::ragged, Marks::none, true, tabs, nullptr},
      {"tabs, compact", Labels::compact, Marks::none, true, tabs, nullptr},
      {"outer pipes, three label columns", Labels::three, Marks::markdown, true, outer_pipes, nullptr},
      {"outer pipes, ragged", Labels::ragged, Marks::markdown, true, outer_pipes, nullptr},
      {"inner pipes, three label columns", Labels::three, Marks::markdown, true, inner_pipes, nullptr},
      {"inner pipes, ragged", Labels::ragged, Marks::markdown, true, inner_pipes, nullptr},
      {"inner pipes, compact", Labels::compact, Marks::markdown, true, inner_pipes, nullptr},
      {"wrapped pipes", Labels::compact, Marks::markdown, false, wrapped_pipes, nullptr},
      {"lone pipes", Labels::three, Marks::markdown, false, lone_pipes, nullptr},
      {"one cell a line", Labels::three, Marks::none, false, cell_a_line, nullptr},
      {"one cell a line, blank lines between", Labels::three, Marks::none, false, cell_a_line_apart, nullptr},
      {"HTML, three label columns", Labels::three, Marks::markdown, true, html, nullptr},
      {"HTML, compact", Labels::compact, Marks::markdown, true, html, nullptr},
      placed({"laid-out text, three label columns", Labels::three, Marks::none, true, laid_out, nullptr},
             laid_out, nullptr),
      placed({"laid-out text, compact", Labels::compact, Marks::none, true, laid_out, nullptr}, laid_out,
             nullptr),
      placed({"single spaces", Labels::compact, Marks::none, false, single_spaces, nullptr}, nullptr,
             nullptr),
      placed({"words, three label columns", Labels::three, Marks::none, true, laid_out, nullptr}, laid_out,
             words),
      placed({"words, compact", Labels::compact, Marks::none, true, laid_out, nullptr}, laid_out, words),
  };
}

}  // namespace

const std::vector<Layout>& layouts() {
  static const std::vector<Layout> all = [] {
    auto list = text_layouts();
    const auto pages = html_layouts();
    list.insert(list.end(), pages.begin(), pages.end());
    return with_packed(std::move(list));
  }();
  return all;
}

std::string print(const Page& page, const Layout& layout) {
  if (layout.file != nullptr) return layout.file(page);
  if (layout.page != nullptr) return layout.page(page, layout);
  const bool markdown = layout.marks == Marks::markdown;
  std::string out;
  for (const auto& block : page.blocks) {
    switch (block.is) {
      case Block::Is::title: out += (markdown ? "# " : "") + block.text + "\n\n"; break;
      case Block::Is::heading: out += (markdown ? "## " : "") + block.text + "\n\n"; break;
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
