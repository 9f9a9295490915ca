// SPDX-License-Identifier: Apache-2.0
#include "tables/facts.hpp"

#include <algorithm>
#include <string>

#include "text/fold.hpp"

namespace nianbao::tables {

namespace {

using form::Kind;
using grammar::PrintedRow;
using grammar::PrintedTable;
using grammar::Token;
using grammar::Tokens;
using Labels = HeaderLabels;

// 本年处理决定数量 and 处理决定数量: the one column that both forms have.
constexpr std::uint8_t decisions_2021 = 3;
constexpr std::uint8_t decisions_2019 = 10;

bool is_of_both(std::uint8_t column) noexcept { return column == decisions_2021 || column == decisions_2019; }

// The number that `of` has for the column of a label.
std::int8_t number_on(const form::Form& of, std::uint8_t column) noexcept {
  if (!is_of_both(column)) return static_cast<std::int8_t>(column);
  return static_cast<std::int8_t>(of.version == Template::form_2019 ? decisions_2019 : decisions_2021);
}

// A header is no longer than this, in tokens: every row is held against its header's labels.
constexpr std::uint32_t longest_header = 64;

Template form_of_labels(const Tokens& tokens, const Labels& labels) {
  int balance = 0;
  for (const auto label : labels) {
    const auto form = form_of_label(tokens[label]);
    if (form != Template::unknown) balance += form == Template::form_2019 ? 1 : -1;
  }
  // On the form of 2019 the column that both have has others beside it.
  if (labels.size() == 1 && balance == 0) return Template::form_2021;
  if (balance == 0) return Template::unknown;
  return balance > 0 ? Template::form_2019 : Template::form_2021;
}

// Whether the label behind `label` is the same once more, in the next column.
bool repeats(const Tokens& tokens, std::uint32_t label) {
  const auto& next = tokens[label + 1];
  return next.kind == grammar::TokenKind::label && next.label == tokens[label].label &&
         next.line == tokens[label].line && next.column == tokens[label].column + 1;
}

const Token* value_in(const Tokens& tokens, const PrintedRow& row, std::uint32_t column) {
  for (auto t = row.values.first; t < row.values.last; ++t)
    if (tokens[t].column == column && !tokens[t].has(grammar::alone)) return &tokens[t];
  return nullptr;
}

// Whether a row has one value, or none, in `column` and the next.
bool is_printed_twice(const Tokens& tokens, const PrintedRow& row, std::uint32_t column) {
  const auto* const value = value_in(tokens, row, column);
  const auto* const again = value_in(tokens, row, column + 1);
  if (value == nullptr || again == nullptr) return value == again;
  return value->kind != grammar::TokenKind::text && value->kind == again->kind &&
         value->line == again->line && value->coefficient == again->coefficient &&
         value->scale == again->scale;
}

bool contains(const std::vector<std::int8_t>& columns, std::int8_t column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

// The labels, and the texts that stand in their lines: names of columns that no form has, or that could
// not be read.
Labels with_unknown_cells(const Tokens& tokens, const Labels& labels) {
  Labels cells(labels.get_allocator());
  cells.reserve(longest_header);
  auto first = labels.front();
  while (first > 0 && tokens[first - 1].line == tokens[first].line && labels.front() - first < longest_header)
    --first;
  const auto last = std::min<std::size_t>(tokens.size(), labels.back() + longest_header);
  for (auto i = first; i < last && tokens[i].line <= tokens[labels.back()].line; ++i) {
    const bool is_text = tokens[i].kind == grammar::TokenKind::text && !tokens[i].has(grammar::alone);
    if (is_text || std::find(labels.begin(), labels.end(), i) != labels.end()) cells.push_back(i);
  }
  return cells;
}

class TableBuilder {
 public:
  TableBuilder(const Reading& reading, const FactHeaders& headers, const form::Form& of)
      : in_(reading), of_(of), headers_(headers), tables_(reading.memory), others_(reading.memory) {}

  FactTables run() {
    tables_.reserve(of_.fact_rows.count);
    for (const auto& line : of_.fact_rows) table_for(line).lines.push_back(&line);
    for (const auto& row : in_.tree.facts.rows) {
      if (&row - in_.tree.facts.rows.data() == most_fact_rows) break;
      add_row(row);
    }
    for (auto& table : tables_) {
      if (table.wanted.size() > 1)
        read_columns(table);
      else
        table.columns.columns = table.wanted;
      find_amount(table);
    }
    return {std::move(tables_), std::move(others_)};
  }

 private:
  // Lines of a single column lie alike, whatever it is.
  FactTable& table_for(const form::FactRow& line) {
    std::vector<std::int8_t> wanted;
    wanted.reserve(line.columns.size());
    for (const auto column : line.columns)
      if (column >= 0) wanted.push_back(column);
    const auto found = std::find_if(tables_.begin(), tables_.end(), [&](const FactTable& table) {
      return table.wanted == wanted || (table.wanted.size() == 1 && wanted.size() == 1);
    });
    if (found != tables_.end()) return *found;
    tables_.emplace_back(in_.memory);
    tables_.back().wanted = std::move(wanted);
    tables_.back().lines.reserve(of_.fact_rows.count);
    tables_.back().rows.reserve(of_.fact_rows.count);
    return tables_.back();
  }

  void add_row(const PrintedRow& row) {
    const auto form = headers_.form_of(row);
    if (form != Template::unknown && form != of_.version) {
      others_.push_back(&row);
      return;
    }
    for (auto& table : tables_)
      for (const auto* line : table.lines)
        if (line->number == row.label.index) table.rows.push_back(&row);
  }

  // The fullest of the headers that the rows stand under says the columns.
  void read_columns(FactTable& table) {
    const Labels* fullest = nullptr;
    for (const auto* row : table.rows) {
      const auto& labels = headers_.labels_above(*row);
      if (labels.size() > (fullest != nullptr ? fullest->size() : 0)) fullest = &labels;
    }
    if (fullest == nullptr) {
      table.columns.columns = table.wanted;
      table.columns.whole_rows_only = true;
      return;
    }
    table.columns = columns_of(table, *fullest);
    if (in_.document.places != readers::Places::unknown) believe_places(table, *fullest);
    for (const auto* row : table.rows) {
      const auto& labels = headers_.labels_above(*row);
      if (!labels.empty() && &labels != fullest && columns_of(table, labels).columns != table.columns.columns)
        table.doubted.push_back(row);
    }
  }

  // Where columns are places on the page, a header counts that stands over its figures from the first
  // to the last.
  void believe_places(FactTable& table, const Labels& labels) const {
    bool in_place = table.columns.columns.size() == labels.size();
    for (std::size_t i = 0; i < labels.size(); ++i)
      in_place = in_place && in_.tokens[labels[i]].column == i + 1;
    const bool is_rough = in_.document.places == readers::Places::rough;
    in_place = in_place && (!is_rough || table.columns.columns == table.wanted);
    table.columns.is_placed = in_place && !is_rough;
    if (in_place) return;
    table.columns.columns = table.wanted;
    table.columns.whole_rows_only = true;
  }

  PrintedColumns columns_of(const FactTable& table, const Labels& labels) {
    PrintedColumns found;
    found.token = labels.front();
    std::size_t named = 0;
    for (const auto label : labels) named += is_wanted(table, label) ? 1U : 0U;
    // A text beside the labels is the name of a column that could not be read, or that is not on the form.
    // In front of all columns it is the corner.
    auto cells = with_unknown_cells(in_.tokens, labels);
    if (named == table.wanted.size())
      cells.erase(cells.begin(), std::find(cells.begin(), cells.end(), labels.front()));
    found.columns.reserve(cells.size());
    for (const auto cell : cells) {
      const auto column = number_on(of_, in_.tokens[cell].label.index);
      found.columns.push_back(is_wanted(table, cell) ? column : extra_column);
    }
    // Of two columns of one name nobody knows which is meant.
    for (const auto column : table.wanted)
      if (std::count(found.columns.begin(), found.columns.end(), column) > 1)
        std::replace(found.columns.begin(), found.columns.end(), column, extra_column);
    found.columns.resize(std::min(found.columns.size(), most_columns));
    found.header = header_at(cells.front());
    return found;
  }

  [[nodiscard]] bool is_wanted(const FactTable& table, std::uint32_t token) const {
    const auto& label = in_.tokens[token];
    return label.is_label(Kind::fact_column) && contains(table.wanted, number_on(of_, label.label.index));
  }

  [[nodiscard]] HeaderShape header_at(std::uint32_t token) const {
    const auto& label = in_.tokens[token];
    const auto& line = in_.document.lines[label.line];
    if (!line.is_row) return {-1, 0, true};
    return {static_cast<std::int32_t>(label.column), line.width, true};
  }

  void find_amount(FactTable& table) {
    for (const auto* row : table.rows)
      for (const auto label : headers_.labels_above(*row))
        if (form::fact_column(in_.tokens[label].label.index).unit != Unit::items) table.amount_token = label;
  }

  const Reading& in_;
  const form::Form& of_;
  const FactHeaders& headers_;
  std::pmr::vector<FactTable> tables_;
  Rows others_;
};

// The columns of the line in which all of `labels` stand; empty if they stand in several, or no
// column is left out between them.
std::vector<std::uint32_t> gapped_columns(const Reading& reading, const Labels& labels) {
  std::vector<std::uint32_t> columns;
  columns.reserve(labels.size());
  bool gap = false;
  for (const auto label : labels) {
    const auto& token = reading.tokens[label];
    if (token.line != reading.tokens[labels.front()].line || !reading.document.lines[token.line].is_row)
      return {};
    gap = gap || (!columns.empty() && token.column != columns.back() + 1);
    columns.push_back(token.column);
  }
  return gap ? columns : std::vector<std::uint32_t>{};
}

// Cell under cell: false, and the row as it is, if a value stands under none of `columns`.
bool place_under_header(const Reading& reading, const std::vector<std::uint32_t>& columns, PlacedRow& row) {
  auto cells = row.cells;
  for (std::size_t i = 0; i < columns.size(); ++i)
    cells[i] = {PlacedCell::Is::blank, grammar::no_token, static_cast<std::int32_t>(columns[i])};
  for (auto t = row.row->values.first; t < row.row->values.last; ++t) {
    const auto& token = reading.tokens[t];
    if (token.line != row.line) continue;
    const auto at = std::find(columns.begin(), columns.end(), token.column);
    if (at == columns.end()) return false;
    cells[static_cast<std::size_t>(at - columns.begin())] = {PlacedCell::Is::value, t};
  }
  row.cells = cells;
  row.fit = Fit::whole;
  return true;
}

// As many values as columns, all in one line: merged cells where blank ones stand between them.
bool place_in_order(const Reading& reading, const FactTable& table, PlacedRow& row) {
  if (row.printed != table.wanted.size() || table.columns.columns != table.wanted) return false;
  const auto& values = row.row->values;
  for (auto t = values.first; t < values.last; ++t)
    if (reading.tokens[t].line != row.line) return false;
  for (std::uint32_t i = 0; i < row.printed; ++i) row.cells[i] = {PlacedCell::Is::value, values.first + i};
  row.fit = Fit::whole;
  return true;
}

// The only column of a table that prints others beside it: a lone value may be in any of them.
void place_single(const Reading& reading, const Labels& labels, PlacedRow& row) {
  if (labels.size() != 1 || !row.in_line || with_unknown_cells(reading.tokens, labels).back() == labels[0])
    return;
  const auto& label = reading.tokens[labels[0]];
  const auto& lines = reading.document.lines;
  row.fit = lines[label.line].width == lines[row.line].width ? Fit::whole : Fit::ambiguous;
  row.cells[0] = {PlacedCell::Is::blank, grammar::no_token, static_cast<std::int32_t>(label.column)};
  for (auto t = row.row->values.first; t < row.row->values.last; ++t)
    if (reading.tokens[t].line == row.line && reading.tokens[t].column == label.column)
      row.cells[0] = {PlacedCell::Is::value, t};
  // Where a header may stand beside its figures, none below it does not say that none is printed.
  const bool is_page = reading.document.places != readers::Places::unknown;
  if (is_page && row.printed > 0 && row.cells[0].is == PlacedCell::Is::blank) row.fit = Fit::ambiguous;
}

// How many columns a label of a header is printed in: a merged cell may be printed in each that it spans.
std::uint32_t width_of(const Tokens& tokens, std::uint32_t label) {
  std::uint32_t width = 1;
  while (width < longest_header && label + width < tokens.size() && repeats(tokens, label + width - 1))
    ++width;
  return width;
}

// The first of a row's values in columns from `first` to before `last`; no_token if there is none.
std::uint32_t value_between(const Tokens& tokens, const PrintedRow& row, std::uint32_t first,
                            std::uint32_t last) {
  for (auto t = row.values.first; t < row.values.last; ++t)
    if (tokens[t].column >= first && tokens[t].column < last) return t;
  return grammar::no_token;
}

// Where merged cells are printed in each of their columns, header and values alike: FactHeaders has seen that
// they are.
bool place_repeated(const Reading& reading, const Labels& labels, PlacedRow& row) {
  if (!row.in_line || labels.empty() || labels.size() != row.columns) return false;
  const auto& lines = reading.document.lines;
  if (lines[reading.tokens[labels.front()].line].width != lines[row.line].width) return false;
  auto cells = row.cells;
  std::uint32_t printed = 0;
  std::uint32_t widest = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto column = reading.tokens[labels[i]].column;
    const auto width = width_of(reading.tokens, labels[i]);
    const auto value = value_between(reading.tokens, *row.row, column, column + width);
    const bool is_blank = value == grammar::no_token;
    cells[i] = {is_blank ? PlacedCell::Is::blank : PlacedCell::Is::value, value,
                static_cast<std::int32_t>(column)};
    printed += is_blank ? 0 : width;
    widest = std::max(widest, width);
  }
  if (widest == 1 || printed != row.printed) return false;
  row.cells = cells;
  row.fit = Fit::whole;
  return true;
}

// Leaves the row as it is where no cells are merged and no column is beside the form's.
void place_by_header(const Reading& reading, const FactHeaders& headers, const FactTable& table,
                     PlacedRow& row) {
  if (place_repeated(reading, headers.labels_above(*row.row), row)) return;
  if (table.wanted.size() == 1) {
    place_single(reading, headers.labels_above(*row.row), row);
    return;
  }
  const bool is_named = table.columns.token != grammar::no_token;
  if (!row.in_line || !is_named || contains(table.columns.columns, extra_column)) return;
  const auto& labels = headers.labels_above(*row.row);
  const auto& lines = reading.document.lines;
  const auto header = reading.tokens[labels.empty() ? table.columns.token : labels.front()].line;
  const bool is_alike = lines[header].width == lines[row.line].width;
  const bool is_rough = reading.document.places == readers::Places::rough;
  const auto columns = is_rough ? std::vector<std::uint32_t>{} : gapped_columns(reading, labels);
  if (columns.empty()) {
    // In a line laid out as the header's, blank cells between values would be blank figures.
    const bool may_be_gaps = !is_alike || reading.document.places != readers::Places::unknown;
    if (row.fit == Fit::ambiguous && may_be_gaps) place_in_order(reading, table, row);
    return;
  }
  const bool is_placed =
      is_alike && columns.size() == table.columns.columns.size() && place_under_header(reading, columns, row);
  // A blank cell may be half of a merged one.
  if (!is_placed && row.printed > 0 && !place_in_order(reading, table, row)) row.fit = Fit::ambiguous;
}

// 信息内容 begins a header; below the names of all columns it ends it.
bool begins_header(const Tokens& tokens, std::uint32_t at, std::uint32_t end) {
  if (!tokens[at].is_label(Kind::fact_header)) return false;
  return at + 1 < end && tokens[at + 1].is_label(Kind::fact_column);
}

}  // namespace

Template form_of_label(const Token& token) {
  if (!token.is_label(Kind::fact_column) || is_of_both(token.label.index)) return Template::unknown;
  return token.label.index < form::fact_column_count ? Template::form_2021 : Template::form_2019;
}

// A caption begins a table; a header without any label of a column is the one before it once more.
FactHeaders::FactHeaders(const Tokens& tokens, const PrintedTable& facts, std::pmr::memory_resource* memory)
    : headers_(memory) {
  headers_.reserve(facts.headers.size() + 1);
  headers_.push_back({HeaderLabels(memory)});
  for (const auto& run : facts.headers) {
    Header header{HeaderLabels(memory)};
    header.labels.reserve(4);
    bool is_table = false;
    for (auto i = run.last - std::min(run.last - run.first, longest_header); i < run.last; ++i) {
      const bool is_caption = tokens[i].is_label(Kind::caption);
      is_table = is_table || is_caption;
      if (is_caption || begins_header(tokens, i, run.last)) header.labels.clear();
      if (tokens[i].is_label(Kind::fact_column)) header.labels.push_back(i);
    }
    if (header.labels.empty() && !is_table) header = headers_.back();
    header.form = form_of_labels(tokens, header.labels);
    headers_.push_back(std::move(header));
  }
  leave_out_repeats(tokens, facts);
}

// A label that is printed in each column of a merged cell counts once, if below it figures are so too.
void FactHeaders::leave_out_repeats(const Tokens& tokens, const PrintedTable& facts) {
  std::vector<bool> differ(headers_.size(), false);
  for (const auto& row : facts.rows) {
    const auto& labels = headers_[row.header].labels;
    differ[row.header] = differ[row.header] || std::any_of(labels.begin(), labels.end(), [&](auto label) {
                           return label + 1 < tokens.size() && repeats(tokens, label) &&
                                  !is_printed_twice(tokens, row, tokens[label].column);
                         });
  }
  for (std::size_t i = 0; i < headers_.size(); ++i) {
    if (differ[i]) continue;
    auto& labels = headers_[i].labels;
    const auto is_again = [&](auto label) { return label > 0 && repeats(tokens, label - 1); };
    labels.erase(std::remove_if(labels.begin(), labels.end(), is_again), labels.end());
  }
}

const HeaderLabels& FactHeaders::labels_above(const PrintedRow& row) const {
  return headers_[row.header].labels;
}

Template FactHeaders::form_of(const PrintedRow& row) const {
  return row.label.index >= form::fact_row_count ? Template::form_2019 : headers_[row.header].form;
}

FactTables fact_tables(const Reading& reading, const FactHeaders& headers, const form::Form& of) {
  return TableBuilder(reading, headers, of).run();
}

void settle_facts(const Reading& reading, const FactHeaders& headers, const FactTable& table,
                  bool is_form_certain, PlacedRows& rows) {
  const bool unnamed = table.wanted.size() > 1 && table.columns.token == grammar::no_token;
  const auto is_doubted = [&](const PlacedRow& row) {
    return std::find(table.doubted.begin(), table.doubted.end(), row.row) != table.doubted.end();
  };
  for (auto& row : rows) {
    place_by_header(reading, headers, table, row);
    if ((unnamed && !is_form_certain) || is_doubted(row)) row.fit = Fit::ambiguous;
  }
}

grammar::PrintedUnit unit_named_by(const Reading& reading, std::uint32_t token) {
  using grammar::PrintedUnit;
  if (token == grammar::no_token) return PrintedUnit::none;
  const auto range = reading.tokens[token].range;
  const auto view = reading.document.text.substr(range.begin, range.size());
  std::string buffer;
  std::string key;
  text::skeleton(reading.document.has_markup ? text::fold_markup(view, buffer) : text::fold(view, buffer),
                 key);
  const auto names = [&key](const char* unit) { return key.find(unit) != std::string::npos; };
  if (names("万元") || names("萬元")) return PrintedUnit::ten_thousand_yuan;
  if (names("千元") || names("百元") || names("亿元") || names("億元")) return PrintedUnit::other;
  return names("元") ? PrintedUnit::yuan : PrintedUnit::none;
}

}  // namespace nianbao::tables
