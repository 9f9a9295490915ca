// SPDX-License-Identifier: Apache-2.0
#include "tracer/damage.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

#include "form/form.hpp"
#include "support/encode.hpp"

namespace nianbao::tracer {

namespace {

// --- ways into a page --------------------------------------------------------------------------------

template <class Visit>
void each_table(Page& page, std::uint8_t section, Visit&& visit) {
  for (auto& block : page.blocks)
    if (block.is == Block::Is::table && block.table.section == section) visit(block.table);
}

template <class Visit>
void each_row(Page& page, Visit&& visit) {
  for (auto& block : page.blocks)
    for (auto& row : block.table.rows) visit(row);
}

template <class Visit>
void each_figure(Page& page, Visit&& visit) {
  each_row(page, [&](Row& row) {
    for (auto& cell : row.cells)
      if (!cell.figure.empty()) visit(cell);
  });
}

// Every `step`-th figure of the page, beginning with `first`.
template <class Visit>
void some_figures(Page& page, std::size_t step, std::size_t first, Visit&& visit) {
  std::size_t at = 0;
  each_figure(page, [&](Cell& cell) {
    if (at++ % step == first) visit(cell, at / step);
  });
}

template <class Visit>
void each_label(Page& page, Visit&& visit) {
  each_row(page, [&](Row& row) {
    for (auto& cell : row.cells)
      if (cell.figure.empty() && !cell.text.empty()) visit(row, cell);
  });
}

Table& matrix_of(Page& page) {
  for (auto& block : page.blocks)
    if (block.is == Block::Is::table && block.table.section == form::section::applications)
      return block.table;
  throw std::logic_error("a page without a matrix");
}

auto row_of(Table& table, const std::string& key) {
  return std::find_if(table.rows.begin(), table.rows.end(), [&](const Row& row) { return row.key == key; });
}

Cell blank_cell() { return {"", "", Covered::no, CellState::number}; }

std::size_t widest(const Table& table) {
  std::size_t width = 0;
  for (const auto& row : table.rows) width = std::max(width, row.cells.size());
  return width;
}

// --- what the office printed ---------------------------------------------------------------------------

// A group's row of figures stands above its leaves, whose first then has no group's label of its own.
void add_subtotals(Page& page, const Report& report) {
  auto& table = matrix_of(page);
  for (std::size_t r = 0; r < form::matrix_row_count; ++r) {
    if (!form::form_of(report.form()).is_optional(r)) continue;
    Row row = matrix_row(report, r, page.labels);
    const auto leaf = row_of(table, form::matrix_rows[r + 1].names.key);
    if (page.labels == Labels::compact) {
      *std::prev(leaf) = std::move(row);  // in the place of the group's line without figures
      continue;
    }
    leaf->cells[1] = {"", "", Covered::from_above, CellState::number};
    table.rows.insert(leaf, std::move(row));
  }
}

// The figures of one row, or all but some, without a word in their cells.
void blank(Cell& cell) {
  cell.text.clear();
  cell.state = CellState::blank;
}

void blank_some(Page& page, const Report&) {
  some_figures(page, 8, 3, [](Cell& cell, std::size_t) { blank(cell); });
}

void blank_ends(Page& page, const Report&) {
  std::size_t count = 0;
  each_table(page, form::section::applications, [&](Table& table) {
    for (auto& row : table.rows)
      if (!row.key.empty() && count++ % 3 == 0)
        blank(row.cells[count % 2 == 0 ? row.first : row.first + form::applicant_total]);
  });
}

void blank_all_but_totals(Page& page, const Report&) {
  each_table(page, form::section::applications, [](Table& table) {
    for (auto& row : table.rows)
      for (std::size_t i = row.first; i < row.cells.size() && !row.key.empty() && row.key != "results.total";
           ++i)
        if (i != row.first + form::applicant_total && !row.cells[i].figure.empty()) blank(row.cells[i]);
  });
}

void blank_rows(Page& page, const Report&) {
  std::size_t count = 0;
  each_row(page, [&](Row& row) {
    if (row.key.empty() || count++ % 4 != 1) return;
    for (auto& cell : row.cells)
      if (!cell.figure.empty()) blank(cell);
  });
}

void blank_first_column(Page& page, const Report&) {
  each_table(page, form::section::applications, [](Table& table) {
    for (auto& row : table.rows)
      if (!row.key.empty()) blank(row.cells[row.first]);
  });
}

void blank_all(Page& page, const Report&) { each_figure(page, blank); }

void mark_some(Page& page, const Report&) {
  constexpr std::array<const char*, 10> marks{"/", "—", "-", "--", "无", "不适用", "N/A", "――", "／", "－"};
  some_figures(page, 6, 2, [&](Cell& cell, std::size_t n) {
    cell.text = marks[n % marks.size()];
    cell.state = CellState::not_applicable;
  });
}

void mark_organisations(Page& page, const Report&) {
  each_table(page, form::section::applications, [](Table& table) {
    for (auto& row : table.rows)
      for (std::size_t i = row.first + 1; i < row.first + form::applicant_total && !row.key.empty(); ++i) {
        row.cells[i].text = "/";
        row.cells[i].state = CellState::not_applicable;
      }
  });
}

// --- rows and columns that are there ---------------------------------------------------------------------

// A merged label whose first column goes away stands in the next.
void remove_cell(Row& row, std::size_t at) {
  if (at >= row.cells.size()) return;
  if (at + 1 < row.cells.size() && row.cells[at].covered == Covered::no &&
      row.cells[at + 1].covered == Covered::from_left) {
    row.cells[at + 1].text = row.cells[at].text;
    row.cells[at + 1].covered = Covered::no;
  }
  row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(at));
}

auto without_column(std::size_t column) {
  return [column](Page& page, const Report&) {
    each_table(page, form::section::applications, [column](Table& table) {
      for (auto& row : table.rows) remove_cell(row, row.first + column);
    });
  };
}

void add_organisations_subtotal(Page& page, const Report&) {
  each_table(page, form::section::applications, [](Table& table) {
    std::size_t line = 0;
    for (auto& row : table.rows) {
      Cell extra = blank_cell();
      extra.covered = row.is_header && line < 2 ? Covered::from_left : Covered::no;
      if (row.is_header && line == 2) extra.text = "小计";
      // A number that is no figure of the form.
      if (!row.key.empty()) extra.text = std::to_string(3'000'000 + line);
      if (row.cells.size() >= row.first + form::applicant_total)
        row.cells.insert(row.cells.begin() + static_cast<std::ptrdiff_t>(row.first + form::applicant_total),
                         extra);
      ++line;
    }
  });
}

// Every column of 二 over two of a finer grid, as the tables of a word processor have them.
void merge_fact_cells(Page& page, const Report&) {
  each_table(page, form::section::disclosure, [](Table& table) {
    for (auto& row : table.rows) {
      std::vector<Cell> cells{row.cells.front()};
      for (std::size_t i = 1; i < row.cells.size(); ++i) {
        cells.push_back(row.cells[i]);
        cells.push_back(blank_cell());
        cells.back().covered = Covered::from_left;
      }
      row.cells = std::move(cells);
    }
  });
}

auto without_row(const char* key) {
  return [key](Page& page, const Report&) {
    auto& rows = matrix_of(page).rows;
    rows.erase(std::remove_if(rows.begin(), rows.end(), [key](const Row& row) { return row.key == key; }),
               rows.end());
  };
}

void repeat_row(Page& page, const Report&) {
  auto& table = matrix_of(page);
  const auto row = row_of(table, "results.not_processed.duplicate");
  if (row != table.rows.end()) table.rows.insert(row, Row(*row));
}

void contradict_row(Page& page, const Report&) {
  auto& table = matrix_of(page);
  const auto row = row_of(table, "results.not_processed.duplicate");
  if (row == table.rows.end()) return;
  Row other = *row;
  page.contradicted.insert(row->key);
  std::int64_t number = 4'000'000;
  for (auto& cell : other.cells)
    if (!cell.figure.empty()) cell.text = std::to_string(number++);
  table.rows.insert(std::next(row), std::move(other));
}

void without_headers(Page& page, const Report&) {
  for (auto& block : page.blocks) {
    auto& rows = block.table.rows;
    rows.erase(std::remove_if(rows.begin(), rows.end(), [](const Row& row) { return row.is_header; }),
               rows.end());
  }
}

void without_headings(Page& page, const Report&) {
  auto& blocks = page.blocks;
  blocks.erase(std::remove_if(blocks.begin(), blocks.end(),
                              [](const Block& block) { return block.is == Block::Is::heading; }),
               blocks.end());
}

void without_section_numbers(Page& page, const Report&) {
  for (auto& block : page.blocks)
    if (block.is == Block::Is::heading) block.text.erase(0, std::string("一、").size());
}

void fill_merged_labels(Page& page, const Report&) {
  for (auto& block : page.blocks) {
    auto& rows = block.table.rows;
    for (std::size_t r = 1; r < rows.size(); ++r)
      for (std::size_t i = 0; i < rows[r].cells.size() && i < rows[r - 1].cells.size() && !rows[r].is_header;
           ++i)
        if (rows[r].cells[i].covered == Covered::from_above) {
          rows[r].cells[i].text = rows[r - 1].cells[i].text;
          rows[r].cells[i].covered = Covered::no;
        }
  }
}

// --- cells that moved ------------------------------------------------------------------------------------

// The label goes to the first column, the figures `by` columns to the left; the row stays as wide.
void slide(Row& row, std::size_t by, bool keeps_width) {
  if (row.first < 2 || row.first - by < 1) return;
  const Cell label =
      *std::find_if(row.cells.rbegin() + static_cast<std::ptrdiff_t>(row.cells.size() - row.first),
                    row.cells.rend(), [](const Cell& cell) { return !cell.text.empty(); });
  std::vector<Cell> cells{label};
  cells.insert(cells.end(), row.first - by - 1, blank_cell());
  cells.insert(cells.end(), row.cells.begin() + static_cast<std::ptrdiff_t>(row.first), row.cells.end());
  if (keeps_width) cells.insert(cells.end(), by, blank_cell());
  row.cells = std::move(cells);
  row.first -= by;
}

auto slid(std::vector<std::pair<std::string, std::size_t>> keys, bool keeps_width) {
  return [keys = std::move(keys), keeps_width](Page& page, const Report&) {
    each_row(page, [&](Row& row) {
      for (const auto& [key, by] : keys)
        if (row.key == key) slide(row, by, keeps_width);
    });
  };
}

// --- widths ------------------------------------------------------------------------------------------------

auto cut(std::uint8_t section, std::size_t cells) {
  return [section, cells](Page& page, const Report&) {
    each_table(page, section, [cells](Table& table) {
      const auto width = widest(table) - cells;
      for (auto& row : table.rows) row.cells.resize(std::min(row.cells.size(), width), blank_cell());
    });
  };
}

auto trailing(std::size_t cells) {
  return [cells](Page& page, const Report&) {
    for (auto& block : page.blocks) {
      const auto width = widest(block.table) + cells;
      for (auto& row : block.table.rows) row.cells.resize(width, blank_cell());
    }
  };
}

// --- page breaks -------------------------------------------------------------------------------------------

struct Break {
  const char* text;     // between the pages
  bool header;          // is printed again
  std::size_t leading;  // blank cells before every row of the second page
  std::size_t cut;      // cells that the rows of the first page lose
};

void lead(Row& row, std::size_t cells) {
  row.cells.insert(row.cells.begin(), cells, blank_cell());
  row.first += cells;
}

Table second_page(Table& table, std::vector<Row>::iterator from, const Break& how) {
  Table rest;
  rest.section = table.section;
  if (how.header)
    for (const auto& row : table.rows)
      if (row.is_header) rest.rows.push_back(row);
  rest.rows.insert(rest.rows.end(), from, table.rows.end());
  for (auto& row : rest.rows) lead(row, how.leading);
  table.rows.erase(from, table.rows.end());
  return rest;
}

void cut_rows(Table& table, std::size_t cells) {
  const auto width = widest(table) - cells;
  for (auto& row : table.rows) row.cells.resize(std::min(row.cells.size(), width), blank_cell());
}

auto break_after(std::vector<std::string> keys, Break how) {
  return [keys = std::move(keys), how](Page& page, const Report&) {
    for (const auto& key : keys)
      for (std::size_t b = 0; b < page.blocks.size(); ++b) {
        if (page.blocks[b].is != Block::Is::table) continue;
        const auto row = row_of(page.blocks[b].table, key);
        if (row == page.blocks[b].table.rows.end() || std::next(row) == page.blocks[b].table.rows.end())
          continue;
        Block rest{Block::Is::table, "", second_page(page.blocks[b].table, std::next(row), how)};
        if (how.cut > 0) cut_rows(page.blocks[b].table, how.cut);
        const Block between{Block::Is::page_break, how.text, {}};
        page.blocks.insert(page.blocks.begin() + static_cast<std::ptrdiff_t>(b + 1),
                           {between, std::move(rest)});
        ++b;
      }
  };
}

// [S] 003: the corner in one column, two labels cut in two, 总计 alone on a line. A label that the
// header did not print is not printed now.
class BrokenHeader {
 public:
  explicit BrokenHeader(Table& table) : table_(table) {}

  // The lines of the first page; the last one, behind the break, stays in the table.
  Table take() {
    const auto& rows = table_.rows;
    const auto interest = split(form::applicants[3].names.label);
    const auto law = split(form::applicants[4].names.label);
    Table first;
    first.section = table_.section;
    first.rows = {line({rows[0].cells[0].text, rows[0].cells[rows[0].first].text, "", "", "", "", ""}),
                  line({"", printed(0), organisations(), "", "", "", ""}),
                  line({"", "", printed(1), printed(2), interest.first, law.first, printed(5)}),
                  line({"", "", "", "", "", "", printed(6)})};
    const Row last = line({"", "", "", "", "", interest.second, law.second, "", ""});
    table_.rows.erase(table_.rows.begin(), table_.rows.begin() + 3);
    table_.rows.insert(table_.rows.begin(), last);
    return first;
  }

 private:
  static std::pair<std::string, std::string> split(const std::string& text) {
    const std::size_t four_characters = 12;
    return {text.substr(0, four_characters), text.substr(four_characters)};
  }

  [[nodiscard]] bool has(const std::string& text) const {
    return std::any_of(table_.rows.begin(), table_.rows.begin() + 3, [&](const Row& row) {
      return std::any_of(row.cells.begin(), row.cells.end(),
                         [&](const Cell& cell) { return cell.text == text; });
    });
  }

  [[nodiscard]] std::string printed(std::size_t applicant) const {
    const std::string text = form::applicants[applicant].names.label;
    return has(text) ? text : "";
  }

  [[nodiscard]] std::string organisations() const {
    for (const auto& item : form::furniture)
      if (item.label == form::Label{form::Kind::matrix_header, 2}) return item.wording;
    return {};
  }

  static Row line(const std::vector<std::string>& texts) {
    Row row;
    row.is_header = true;
    for (const auto& text : texts) row.cells.push_back({text, "", Covered::no, CellState::number});
    return row;
  }

  Table& table_;
};

void break_in_header(Page& page, const Report&) {
  for (std::size_t b = 0; b < page.blocks.size(); ++b) {
    auto& table = page.blocks[b].table;
    if (table.section != form::section::applications || table.rows.size() < 4 || !table.rows[2].is_header)
      continue;
    Block first{Block::Is::table, "", BrokenHeader(table).take()};
    page.blocks.insert(page.blocks.begin() + static_cast<std::ptrdiff_t>(b),
                       {std::move(first), {Block::Is::page_break, "\n", {}}});
    return;
  }
}

// --- how a number or a label is written --------------------------------------------------------------------

template <class Write>
auto numbers(std::size_t step, std::size_t first, Write write) {
  return [=](Page& page, const Report&) {
    some_figures(page, step, first, [&](Cell& cell, std::size_t) {
      if (cell.state == CellState::number) cell.text = write(cell.text);
    });
  };
}

std::string full_width(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      out += "\xEF\xBC";
      out += static_cast<char>(0x90 + (c - '0'));
    } else if (c == '.') {
      out += "．";
    } else if (c == '-') {
      out += "－";
    } else {
      out += c;
    }
  }
  return out;
}

bool is_whole(const std::string& text) { return text.find_first_not_of("0123456789") == std::string::npos; }

std::string grouped(const std::string& text, const char* comma) {
  if (!is_whole(text)) return text;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && (text.size() - i) % 3 == 0) out += comma;
    out += text[i];
  }
  return out;
}

std::string spaced(const std::string& text) {
  return is_whole(text) && text.size() > 2 ? text.substr(0, 1) + ' ' + text.substr(1) : text;
}

// 一千二百零三, below 10,000.
std::string chinese(const std::string& text) {
  constexpr std::array<const char*, 10> digits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  constexpr std::array<const char*, 4> places{"", "十", "百", "千"};
  if (!is_whole(text) || text.size() > 4) return text;
  std::string out;
  bool skipped = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = static_cast<std::size_t>(text[i] - '0');
    if (digit == 0) {
      skipped = true;
      continue;
    }
    if (skipped) out += "零";
    skipped = false;
    out += digits[digit];
    out += places[text.size() - 1 - i];
  }
  return out;
}

std::string with_unit(const std::string& text) {
  return text + (text.find('.') == std::string::npos ? "件" : "万元");
}

// The changes of the form of 2019.
auto changes(const char* more, const char* fewer) {
  return [=](Page& page, const Report&) {
    each_figure(page, [&](Cell& cell) {
      const std::string key = ".change";
      const bool is_change = cell.figure.size() > key.size() &&
                             cell.figure.compare(cell.figure.size() - key.size(), key.size(), key) == 0;
      if (!is_change || cell.state != CellState::number) return;
      cell.text = cell.text[0] == '-' ? fewer + cell.text.substr(1) : more + cell.text;
    });
  };
}

std::string with_remark(const std::string& text) { return text + "（其中网上提交4件）"; }

std::string in_spaces(const std::string& text) { return " \xC2\xA0" + text + "\xE3\x80\x80"; }

// `break_text` between the two halves of a label, on a character's boundary.
auto break_labels(const char* break_text, bool headers, bool rows, std::size_t longer_than) {
  return [=](Page& page, const Report&) {
    each_label(page, [&](Row& row, Cell& cell) {
      if (row.is_header ? !headers : !rows) return;
      if (cell.text.size() <= longer_than || cell.text.find('\n') != std::string::npos) return;
      auto at = cell.text.size() / 2;
      while ((static_cast<unsigned char>(cell.text[at]) & 0xC0U) == 0x80U) ++at;
      cell.text.insert(at, break_text);
    });
  };
}

auto replace_in_labels(std::vector<std::pair<std::string, std::string>> pairs) {
  return [pairs = std::move(pairs)](Page& page, const Report&) {
    each_label(page, [&](Row&, Cell& cell) {
      for (const auto& [from, to] : pairs)
        for (auto at = cell.text.find(from); at != std::string::npos;
             at = cell.text.find(from, at + to.size()))
          cell.text.replace(at, from.size(), to);
    });
  };
}

// --- bytes -------------------------------------------------------------------------------------------------

std::string traditional(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> hant(
      icu::Transliterator::createInstance("Simplified-Traditional", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no Simplified-Traditional");
  auto units = icu::UnicodeString::fromUTF8(text);
  hant->transliterate(units);
  std::string out;
  units.toUTF8String(out);
  return out;
}

// --- the list ----------------------------------------------------------------------------------------------

Damage on_page(const char* name, const char* family, Stage stage,
               std::function<void(Page&, const Report&)> change, bool needs_grid = false,
               bool needs_markdown = false) {
  return {name, family, stage, needs_grid, needs_markdown, std::move(change), nullptr};
}

Damage on_bytes(const char* name, std::function<std::string(const std::string&)> change) {
  return {name, "bytes", Stage::bytes, false, false, nullptr, std::move(change)};
}

void add_contents(std::vector<Damage>& all) {
  all.push_back(on_page("subtotals of groups", "subtotals", Stage::contents, add_subtotals));
  all.push_back(on_page("some cells blank", "blanks", Stage::contents, blank_some));
  all.push_back(on_page("first and last cells blank", "blanks", Stage::contents, blank_ends));
  all.push_back(on_page("column 自然人 blank", "blanks", Stage::contents, blank_first_column));
  all.push_back(on_page("whole rows blank", "blanks", Stage::contents, blank_rows));
  all.push_back(on_page("only totals filled", "blanks", Stage::contents, blank_all_but_totals));
  all.push_back(on_page("all cells blank", "blanks", Stage::contents, blank_all));
  all.push_back(on_page("some cells marks", "marks", Stage::contents, mark_some));
  all.push_back(on_page("organisations marks", "marks", Stage::contents, mark_organisations));
}

void add_structure(std::vector<Damage>& all) {
  all.push_back(
      on_page("column 总计 missing", "column", Stage::structure, without_column(form::applicant_total)));
  all.push_back(
      on_page("column 其他 missing", "column", Stage::structure, without_column(form::applicant_other)));
  all.push_back(on_page("column 自然人 missing", "column", Stage::structure, without_column(0)));
  all.push_back(on_page("column 科研机构 missing", "column", Stage::structure, without_column(2)));
  all.push_back(on_page("merged cells in the facts", "facts", Stage::structure, merge_fact_cells));
  all.push_back(on_page("column 法人小计 added", "column", Stage::structure, add_organisations_subtotal));
  all.push_back(on_page("row 重复申请 missing", "row", Stage::structure,
                        without_row("results.not_processed.duplicate")));
  all.push_back(on_page("row 3.其他 missing", "row", Stage::structure, without_row("results.other.other")));
  all.push_back(on_page("row （七）总计 missing", "row", Stage::structure, without_row("results.total")));
  all.push_back(on_page("row printed twice", "row", Stage::structure, repeat_row));
  all.push_back(on_page("row contradicted", "blanks", Stage::structure, contradict_row));
  all.push_back(on_page("headers missing", "header", Stage::structure, without_headers));
  all.push_back(on_page("headings missing", "headings", Stage::structure, without_headings));
  all.push_back(on_page("section numbers missing", "headings", Stage::structure, without_section_numbers));
  all.push_back(on_page("merged labels repeated", "merged", Stage::structure, fill_merged_labels, true));
}

void add_shifts(std::vector<Damage>& all) {
  using Keys = std::vector<std::pair<std::string, std::size_t>>;
  const Keys seed_001{{"results.other.other", 1}, {"results.total", 0}};
  const Keys seed_004{{"results.other.fee_overdue", 1}, {"results.other.other", 1}, {"results.total", 1}};
  const Keys many{{"results.unable_to_provide.not_held", 1},
                  {"results.not_processed.duplicate", 1},
                  {"results.other.other", 1}};
  all.push_back(on_page("rows slid", "slid", Stage::shift, slid(seed_001, true), true));
  all.push_back(on_page("rows slid with their figures", "slid", Stage::shift, slid(seed_004, true), true));
  all.push_back(on_page("rows slid in several groups", "slid", Stage::shift, slid(many, true), true));
  all.push_back(on_page("rows slid and shortened", "slid", Stage::shift, slid(seed_004, false), true));
}

void add_edges(std::vector<Damage>& all) {
  all.push_back(
      on_page("matrix cut by one cell", "width", Stage::edges, cut(form::section::applications, 1)));
  all.push_back(
      on_page("matrix cut by two cells", "width", Stage::edges, cut(form::section::applications, 2)));
  all.push_back(
      on_page("matrix cut by four cells", "width", Stage::edges, cut(form::section::applications, 4)));
  all.push_back(on_page("review cut by three cells", "width", Stage::edges, cut(form::section::review, 3)));
  all.push_back(on_page("facts cut by one cell", "width", Stage::edges, cut(form::section::disclosure, 1)));
  all.push_back(on_page("a trailing cell", "width", Stage::edges, trailing(1), true));
  all.push_back(on_page("three trailing cells", "width", Stage::edges, trailing(3), true));
  all.push_back(on_page("hundreds of trailing cells", "width", Stage::edges, trailing(300), true));
}

void add_pages(std::vector<Damage>& all) {
  const std::string first = "newly_received";
  const std::string in_group = "results.not_processed.unreasonably_frequent";
  const std::string before_other = "results.other.fee_overdue";
  const std::string before_total = "results.other.other";
  const std::string before_end = "results.total";
  all.push_back(on_page("page break", "page", Stage::pages, break_after({in_group}, {"\n", false, 0, 0})));
  all.push_back(on_page("page break, page number", "page", Stage::pages,
                        break_after({in_group}, {"\n-3-\n\n", false, 0, 0})));
  all.push_back(on_page("page break, bare page number", "page", Stage::pages,
                        break_after({in_group}, {"\n3\n\n", false, 0, 0})));
  all.push_back(on_page("page break, page number without blank lines", "page", Stage::pages,
                        break_after({in_group}, {"- 3 -\n", false, 0, 0})));
  all.push_back(on_page("page break, header repeated", "page", Stage::pages,
                        break_after({in_group}, {"\n", true, 0, 0})));
  all.push_back(on_page("page break, leading cell", "page", Stage::pages,
                        break_after({in_group}, {"\n", false, 1, 0}), true));
  all.push_back(on_page("page break, all of it", "page", Stage::pages,
                        break_after({in_group}, {"\n第3页 共6页\n\n", true, 1, 0}), true));
  all.push_back(on_page("page break, cut before and leading cell behind", "page", Stage::pages,
                        break_after({in_group}, {"\n", false, 1, 1}), true));
  all.push_back(on_page("page break before 3.其他", "page", Stage::pages,
                        break_after({before_other}, {"\n-4-\n\n", false, 1, 0}), true));
  all.push_back(on_page("page break before （七）总计", "page", Stage::pages,
                        break_after({before_total}, {"\n-4-\n\n", false, 0, 0})));
  all.push_back(on_page("page breaks all over", "page", Stage::pages,
                        break_after({first, in_group, before_end}, {"\n— 5 —\n\n", true, 0, 0})));
  all.push_back(
      on_page("page break in the facts", "page", Stage::pages,
              break_after({"normative_documents", "administrative_penalties"}, {"\n-2-\n\n", false, 0, 0})));
  all.push_back(on_page("page break in the header", "header", Stage::pages, break_in_header));
}

void add_writings(std::vector<Damage>& all) {
  all.push_back(on_page("full-width digits", "writing", Stage::writing, numbers(3, 1, full_width)));
  all.push_back(on_page("separators", "writing", Stage::writing,
                        numbers(1, 0, [](const std::string& n) { return grouped(n, ","); })));
  all.push_back(on_page("full-width separators", "writing", Stage::writing,
                        numbers(2, 0, [](const std::string& n) { return full_width(grouped(n, "，")); })));
  all.push_back(on_page("units", "writing", Stage::writing, numbers(3, 2, with_unit)));
  all.push_back(on_page("remarks", "writing", Stage::writing, numbers(9, 4, with_remark)));
  all.push_back(on_page("split numbers", "writing", Stage::writing, numbers(8, 5, spaced)));
  all.push_back(on_page("changes in words", "writing", Stage::writing, changes("增加", "减少")));
  all.push_back(on_page("changes with signs", "writing", Stage::writing, changes("+", "－")));
  all.push_back(on_page("Chinese numerals", "writing", Stage::writing, numbers(5, 3, chinese)));
  all.push_back(on_page("spaces round numbers", "writing", Stage::writing, numbers(2, 1, in_spaces)));
  all.push_back(on_page("bold numbers", "writing", Stage::writing,
                        numbers(4, 1, [](const std::string& n) { return "**" + n + "**"; }), false, true));
  all.push_back(on_page("named spaces round numbers", "writing", Stage::writing,
                        numbers(4, 2, [](const std::string& n) { return "&nbsp;" + n + "&nbsp;"; }), false,
                        true));
  all.push_back(
      on_page("labels broken by spaces", "labels", Stage::writing, break_labels(" ", true, true, 3)));
  all.push_back(on_page("labels broken by a line break in the cell", "labels", Stage::writing,
                        break_labels("<br>", true, true, 6), false, true));
  all.push_back(on_page("long row labels broken over lines", "labels", Stage::writing,
                        break_labels("\n", false, true, 48)));
  all.push_back(
      on_page("row labels broken over lines", "labels", Stage::writing, break_labels("\n", false, true, 20)));
  all.push_back(on_page("other punctuation in labels", "labels", Stage::writing,
                        replace_in_labels({{"1.", "1、"},
                                           {"2.", "2．"},
                                           {"3.", "3 . "},
                                           {"（", "("},
                                           {"）", ") "},
                                           {"、", "，"},
                                           {"“", "\""},
                                           {"”", "\""}})));
  all.push_back(on_page("合计 for 总计", "labels", Stage::writing, replace_in_labels({{"总计", "合计"}})));
}

void add_bytes(std::vector<Damage>& all) {
  all.push_back(on_bytes("CRLF", support::with_crlf));
  all.push_back(on_bytes("CR", support::with_cr));
  all.push_back(on_bytes("BOM", [](const std::string& text) { return "\xEF\xBB\xBF" + text; }));
  all.push_back(on_bytes("UTF-16LE with BOM", [](const std::string& text) {
    return support::encode("\xEF\xBB\xBF" + text, "UTF-16LE");
  }));
  all.push_back(
      on_bytes("UTF-16BE", [](const std::string& text) { return support::encode(text, "UTF-16BE"); }));
  all.push_back(
      on_bytes("GB18030", [](const std::string& text) { return support::encode(text, "gb18030"); }));
  all.push_back(on_bytes("traditional script", traditional));
}

}  // namespace

const std::vector<Damage>& damages() {
  static const std::vector<Damage> all = [] {
    std::vector<Damage> list;
    add_contents(list);
    add_structure(list);
    add_shifts(list);
    add_edges(list);
    add_pages(list);
    add_writings(list);
    add_bytes(list);
    return list;
  }();
  return all;
}

const Damage& damage(const std::string& name) {
  for (const auto& known : damages())
    if (known.name == name) return known;
  throw std::out_of_range(name);
}

Print print(const Report& report, const Layout& layout, std::vector<const Damage*> done) {
  std::stable_sort(done.begin(), done.end(),
                   [](const Damage* a, const Damage* b) { return a->stage < b->stage; });
  Page page = set_page(report, layout.labels);
  for (const auto* damage : done)
    if (damage->page) damage->page(page, report);
  Print out{print(page, layout), expected_of(page, report)};
  for (const auto* damage : done)
    if (damage->bytes) out.bytes = damage->bytes(out.bytes);
  return out;
}

}  // namespace nianbao::tracer
