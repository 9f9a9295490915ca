// SPDX-License-Identifier: Apache-2.0
#include "tracer/page.hpp"

#include <array>

#include "form/form.hpp"

namespace nianbao::tracer {

namespace {

using form::Kind;

std::string wording(Kind kind, std::uint8_t index) {
  for (const auto& item : form::furniture)
    if (item.label == form::Label{kind, index}) return item.wording;
  return {};
}

Cell label(std::string text) { return {std::move(text), "", Covered::no, CellState::number}; }
Cell covered(Covered how) { return {"", "", how, CellState::number}; }

void append(Row& row, std::size_t count, const Cell& cell) { row.cells.insert(row.cells.end(), count, cell); }

// A label that covers `count` cells.
void span(Row& row, std::string text, std::size_t count) {
  row.cells.push_back(label(std::move(text)));
  append(row, count - 1, covered(Covered::from_left));
}

// --- 二 --------------------------------------------------------------------------------------------

constexpr std::size_t fact_width = 4;

Row fact_caption(std::uint8_t item) {
  Row row;
  row.is_header = true;
  span(row, wording(Kind::caption, item), fact_width);
  return row;
}

// Two columns share the room of three: of the fees the first is the wider one, of procurement the last.
constexpr std::uint8_t fees = 5;

void widen(Row& row, const form::FactRow& of) {
  if (of.number == fees && row.cells.size() == 3)
    row.cells.insert(row.cells.begin() + 2, covered(Covered::from_left));
  append(row, fact_width - row.cells.size(), covered(Covered::from_left));
}

Row fact_header(const form::FactRow& of) {
  Row row;
  row.is_header = true;
  row.cells.push_back(label(wording(Kind::fact_header, 0)));
  for (const auto column : of.columns)
    if (column >= 0)
      row.cells.push_back(label(form::fact_column(static_cast<std::size_t>(column)).names.label));
  widen(row, of);
  return row;
}

Row fact_row(const Report& report, const form::FactRow& of) {
  Row row;
  row.key = of.names.key;
  row.first = 1;
  row.cells.push_back(label(of.names.label));
  for (const auto& fact : form::form_of(report.form()).facts)
    if (fact.row == of.number) row.cells.push_back(figure_cell(report, fact.path));
  widen(row, of);
  return row;
}

Table facts(const Report& report) {
  constexpr std::array<std::uint8_t, form::fact_row_count_2019> items{1, 1, 5, 6, 6, 8, 5, 9};
  Table table;
  table.section = form::section::disclosure;
  std::uint8_t last = 0;
  for (const auto& row : form::form_of(report.form()).fact_rows) {
    const auto item = items[row.number];
    if (item != last) {
      table.rows.push_back(fact_caption(item));
      table.rows.push_back(fact_header(row));
    }
    last = item;
    table.rows.push_back(fact_row(report, row));
  }
  return table;
}

// --- 三 --------------------------------------------------------------------------------------------

std::size_t label_columns(Labels labels) {
  return labels == Labels::three ? 3 : labels == Labels::ragged ? 2 : 1;
}

// 总计 stands in the first line of the header or, where all labels have columns, in the second.
void matrix_header(Table& table, Labels labels) {
  const auto columns = label_columns(labels);
  const bool total_first = labels == Labels::ragged;
  const std::string total = form::applicants[form::applicant_total].names.label;
  Row top;
  span(top, wording(Kind::matrix_header, 0), columns);
  span(top, wording(Kind::matrix_header, 1), total_first ? 6 : 7);
  if (total_first) top.cells.push_back(label(total));
  Row middle;
  append(middle, columns, covered(Covered::from_above));
  middle.cells.push_back(label(form::applicants[0].names.label));
  span(middle, wording(Kind::matrix_header, 2), 5);
  middle.cells.push_back(total_first ? covered(Covered::from_above) : label(total));
  Row bottom;
  append(bottom, columns + 1, covered(Covered::from_above));
  for (std::size_t c = 1; c < form::applicant_total; ++c)
    bottom.cells.push_back(label(form::applicants[c].names.label));
  bottom.cells.push_back(covered(Covered::from_above));
  for (auto* row : {&top, &middle, &bottom}) {
    row->is_header = true;
    row->first = columns;
    table.rows.push_back(std::move(*row));
  }
}

// The group's label where its first row stands, or over the rows where labels share a column.
Row group_line(const std::string& text) {
  Row row;
  row.first = 1;
  row.cells.push_back(label(text));
  append(row, form::applicant_count, label(""));
  return row;
}

bool begins_group(std::size_t r) { return r > 0 && form::matrix_rows[r - 1].subtotal; }

void set_labels(Row& row, std::size_t r, Labels labels) {
  const auto& line = form::matrix_rows[r];
  const auto add = [&](const Cell& cell) { row.cells.push_back(cell); };
  if (labels != Labels::compact && line.depth > 1) {
    const bool first_result = line.names.key == std::string("results.disclosed");
    add(first_result ? label(wording(Kind::matrix_group, 255)) : covered(Covered::from_above));
    if (line.depth == 3)
      add(begins_group(r) ? label(form::matrix_rows[r - 1].names.label) : covered(Covered::from_above));
  }
  add(label(line.names.label));
  const auto width = label_columns(labels);
  if (row.cells.size() < width) append(row, width - row.cells.size(), covered(Covered::from_left));
  row.first = row.cells.size();
}

Table matrix(const Report& report, Labels labels) {
  Table table;
  table.section = form::section::applications;
  matrix_header(table, labels);
  const auto& of = form::form_of(report.form());
  for (std::size_t r = 0; r < form::matrix_row_count; ++r) {
    if (!of.has_row(r)) continue;
    const auto& line = form::matrix_rows[r];
    if (labels == Labels::compact && line.names.key == std::string("results.disclosed"))
      table.rows.push_back(group_line(wording(Kind::matrix_group, 255)));
    if (!of.is_optional(r))
      table.rows.push_back(matrix_row(report, r, labels));
    else if (labels == Labels::compact)
      table.rows.push_back(group_line(line.names.label));
  }
  return table;
}

// --- 四 --------------------------------------------------------------------------------------------

Table review(const Report& report) {
  Table table;
  table.section = form::section::review;
  Row top;
  Row middle;
  Row bottom;
  Row figures;
  span(top, form::review_blocks[0].names.label, form::outcome_count);
  span(top, wording(Kind::review_header, 0), 2 * form::outcome_count);
  for (std::size_t b = 0; b < form::review_block_count; ++b) {
    if (b > 0) span(middle, form::review_blocks[b].names.label, form::outcome_count);
    for (std::size_t o = 0; o < form::outcome_count; ++o) {
      auto& outcomes = b == 0 ? middle : bottom;
      outcomes.cells.push_back(label(form::outcomes[o].names.label));
      if (b == 0) bottom.cells.push_back(covered(Covered::from_above));
      figures.cells.push_back(figure_cell(report, form::paths().review[b][o]));
    }
  }
  for (auto* row : {&top, &middle, &bottom}) row->is_header = true;
  figures.key = "review";
  for (auto* row : {&top, &middle, &bottom, &figures}) table.rows.push_back(std::move(*row));
  return table;
}

// --- text ------------------------------------------------------------------------------------------

Block block(Block::Is is, std::string text) { return {is, std::move(text), {}}; }

Block block(Table table) { return {Block::Is::table, "", std::move(table)}; }

void overview(Page& page) {
  page.blocks.push_back(block(Block::Is::paragraph, "示例县档案局全年平稳推进各项工作，按时办结来件。"));
  constexpr std::array<const char*, form::part_count> ordinals{"（一）", "（二）", "（三）", "（四）",
                                                               "（五）"};
  for (std::size_t i = 0; i < form::part_count; ++i)
    page.blocks.push_back(block(Block::Is::paragraph, std::string(ordinals[i]) +
                                                          form::overview_parts[i].names.label +
                                                          "。全年公开12条，办理3件，均已答复。"));
}

}  // namespace

Cell figure_cell(const Report& report, const std::string& path) {
  return {report.at(path).to_string(), path, Covered::no, CellState::number};
}

Row matrix_row(const Report& report, std::size_t index, Labels labels) {
  Row row;
  row.key = form::matrix_rows[index].names.key;
  set_labels(row, index, labels);
  for (const auto& path : form::paths().matrix[index]) row.cells.push_back(figure_cell(report, path));
  return row;
}

Page set_page(const Report& report, Labels labels) {
  Page page;
  page.labels = labels;
  const std::string year = report.form() == Template::form_2019 ? "2020" : "2024";
  page.blocks.push_back(block(Block::Is::title, "示例县档案局" + year + "年政府信息公开工作年度报告"));
  for (std::uint8_t s = 0; s < form::section_count; ++s) {
    page.blocks.push_back(block(Block::Is::heading, form::sections[s].names.label));
    switch (s) {
      case form::section::overview: overview(page); break;
      case form::section::disclosure: page.blocks.push_back(block(facts(report))); break;
      case form::section::applications: page.blocks.push_back(block(matrix(report, labels))); break;
      case form::section::review: page.blocks.push_back(block(review(report))); break;
      default: page.blocks.push_back(block(Block::Is::paragraph, "本年度没有需要说明的内容。"));
    }
  }
  return page;
}

std::map<std::string, Expected, std::less<>> expected_of(const Page& page, const Report& report) {
  std::map<std::string, Expected, std::less<>> found;
  for (const auto& figure : form_figures(report.form()))
    if (!figure.subtotal) found[std::string(figure.path)] = {};
  for (const auto& block : page.blocks)
    for (const auto& row : block.table.rows) {
      if (page.contradicted.count(row.key) > 0) continue;
      for (const auto& cell : row.cells)
        if (!cell.figure.empty()) found[cell.figure] = {cell.state, report.at(cell.figure)};
    }
  return found;
}

}  // namespace nianbao::tracer
