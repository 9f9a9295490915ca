// SPDX-License-Identifier: Apache-2.0
#include "tables/printed.hpp"

#include <algorithm>
#include <cstddef>
#include <memory_resource>
#include <string>

#include "grammar/cell.hpp"
#include "tables/bars.hpp"
#include "text/fold.hpp"

namespace nianbao::tables {

namespace {

using grammar::PrintedRow;
using grammar::Token;

// How the values of a row lie on the page.
struct Lie {
  std::uint32_t line = 0;     // of the values that lie in one line
  std::uint32_t on_line = 0;  // how many they are
  std::uint32_t others = 0;   // values in other lines
  bool others_in_rows = false;
  bool beside_label = false;
};

Lie lie_of(const Reading& reading, const PrintedRow& row) {
  Lie lie;
  const auto& tokens = reading.tokens;
  const bool labelled = row.label_token != grammar::no_token;
  if (labelled) lie.line = tokens[row.label_token].line;
  const bool beside = labelled && !row.values.empty() && tokens[row.values.first].line == lie.line;
  if (!beside && !row.values.empty()) lie.line = tokens[row.values.first].line;
  lie.beside_label = beside;
  // Tokens come in the order of their lines.
  if (!row.values.empty() && tokens[row.values.last - 1].line == lie.line) {
    lie.on_line = row.values.last - row.values.first;
    return lie;
  }
  for (auto i = row.values.first; i < row.values.last; ++i) {
    if (tokens[i].line == lie.line) {
      ++lie.on_line;
    } else {
      ++lie.others;
      lie.others_in_rows = lie.others_in_rows || !tokens[i].has(grammar::alone);
    }
  }
  return lie;
}

// The column of the last label in the values' line; -1 if the label stands elsewhere.
std::int32_t label_column(const Reading& reading, const PrintedRow& row, const Lie& lie) {
  if (row.label_token == grammar::no_token) return -1;
  const auto& label = reading.tokens[row.label_token];
  return label.line == lie.line ? static_cast<std::int32_t>(label.column) : -1;
}

RowShape shape_of(const Reading& reading, const PrintedRow& row, const Lie& lie) {
  RowShape shape;
  shape.label = label_column(reading, row, lie);
  shape.width = reading.document.lines[lie.line].width;
  if (lie.on_line > 0) {
    shape.first = static_cast<std::int32_t>(reading.tokens[row.values.first].column);
    shape.last = static_cast<std::int32_t>(reading.tokens[row.values.first + lie.on_line - 1].column);
  }
  return shape;
}

bool is_text(const Token& token) noexcept { return token.kind == grammar::TokenKind::text; }

// 3. on its own: the label whose enumerator it is stands elsewhere.
bool is_enumerator(const Reading& reading, const Token& token) {
  if (!is_text(token) || token.range.size() > 8) return false;
  std::string buffer;
  const auto folded = text::fold(reading.document.text.substr(token.range.begin, token.range.size()), buffer);
  const auto enumerated = grammar::parse_enumerator(folded);
  return enumerated.punctuated && enumerated.length == folded.size();
}

// 1'234 or 12①: a number in a writing that is not read.
bool holds_number(const Reading& reading, const Token& token) {
  constexpr auto first_ideograph = static_cast<unsigned char>('\xE4');
  const auto text = reading.document.text.substr(token.range.begin, token.range.size());
  const bool has_digit = text.find_first_of("0123456789") != std::string_view::npos;
  return has_digit && !is_enumerator(reading, token) && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) >= first_ideograph;
         });
}

// Text between the label and as many values as there are columns is the label's, not a value.
void drop_leading_text(const Reading& reading, const PrintedRow& row, std::uint32_t columns,
                       RowShape& shape) {
  if (shape.first < 0 || !is_text(reading.tokens[row.values.first])) return;
  if (holds_number(reading, reading.tokens[row.values.first])) return;
  const auto next = row.values.first + 1;
  if (next >= row.values.last) return;
  const auto first = static_cast<std::int32_t>(reading.tokens[next].column);
  if (shape.last - first + 1 != static_cast<std::int32_t>(columns)) return;
  shape.label = shape.first;
  shape.first = first;
}

// How many columns the label spans that heads the column of `value`; 0 if none does.
std::uint32_t width_of_header(const Reading& reading, std::uint32_t value) {
  constexpr std::uint32_t furthest = 600;  // tokens: the largest table of the form
  const auto& below = reading.tokens[value];
  for (auto i = value; i > 0 && value - i < furthest; --i) {
    const auto& token = reading.tokens[i - 1];
    if (token.kind != grammar::TokenKind::label || token.column != below.column) continue;
    const auto* cell = cell_of(reading, token);
    return cell == nullptr ? 0 : cell->columns;
  }
  return 0;
}

// Whether a value stands in a cell that is merged from several of its table: it is printed for all of them
// together, and no cell has it. A column that its header spans too is one column.
bool is_merged(const Reading& reading, std::uint32_t value, std::uint32_t columns) {
  const auto* cell = cell_of(reading, reading.tokens[value]);
  if (cell == nullptr || (cell->rows <= 1 && cell->columns <= 1)) return false;
  return cell->rows > 1 || (columns > 1 && width_of_header(reading, value) != cell->columns);
}

// Bytes that placing the rows of any table of the form takes, and some more.
constexpr std::size_t enough = 4096;

class Placer {
 public:
  Placer(const Reading& reading, const PrintedRows& rows, std::vector<Stray>& strays)
      : reading_(reading), rows_(rows), strays_(strays), out_(reading.memory) {}

  PlacedRows run() {
    std::array<std::byte, enough> room;  // NOLINT(*-member-init): what is taken of it is written first
    std::pmr::monotonic_buffer_resource memory(room.data(), room.size());
    std::pmr::vector<std::size_t> lying(&memory);  // rows whose values lie in one line
    RowShapes shapes(&memory);
    lying.reserve(rows_.rows.size());
    shapes.reserve(rows_.rows.size());
    out_.reserve(rows_.rows.size());
    const bool loose = mostly_after_blank();
    for (std::size_t i = 0; i < rows_.rows.size(); ++i) {
      const auto& row = *rows_.rows[i];
      const auto lie = lie_of(reading_, row);
      next_segment(row, loose);
      auto& placed = out_.emplace_back();
      placed.row = &row;
      placed.line = lie.line;
      placed.printed = lie.on_line + lie.others;
      placed.columns = rows_.columns;
      if (begins_with_enumerator(row) || is_several_rows(row, lie)) continue;
      if (lies_in_one_line(row, lie)) {
        auto shape = shape_of(reading_, row, lie);
        drop_leading_text(reading_, row, rows_.columns, shape);
        shape.segment = segment_;
        shape.depth = rows_.depths[i];
        shapes.push_back(shape);
        lying.push_back(i);
        placed.in_line = true;
        if (lie.others > 0) add_strays(row, lie);
      } else if (placed.printed == rows_.columns && flows(row) && !has_row_below(row)) {
        placed.fit = Fit::whole;
        place_in_sequence(placed);
      }
    }
    place_between_bars(reading_, rows_, out_);
    doubt_flowing_rows();
    const auto placements = align(RowShapes(shapes, &memory), rows_.columns, rows_.header);
    for (std::size_t k = 0; k < lying.size(); ++k)
      place_in_line(
          out_[lying[k]], shapes[k],
          stands_below_header(shapes[k]) ? Placement{Fit::whole, rows_.header.first} : placements[k]);
    doubt_slid_rows();
    if (reading_.document.extracted != nullptr || reading_.document.has_spans) doubt_merged_cells();
    return std::move(out_);
  }

 private:
  // Of a row that begins with another's enumerator only so much is certain: as many values behind it as there
  // are columns.
  [[nodiscard]] bool begins_with_enumerator(const PrintedRow& row) const {
    const auto count = row.values.last - row.values.first;
    return count > 0 && count != rows_.columns + 1 &&
           is_enumerator(reading_, reading_.tokens[row.values.first]);
  }

  // Without labels, values for two rows are no row and what stands beside it: nobody knows which is the
  // form's.
  [[nodiscard]] bool is_several_rows(const PrintedRow& row, const Lie& lie) const {
    return row.label_token == grammar::no_token && rows_.columns > 1 && lie.on_line >= rows_.columns &&
           lie.others >= rows_.columns;
  }

  // Whether the page itself tells the columns of a row.
  [[nodiscard]] bool stands_below_header(const RowShape& shape) const {
    const auto end = rows_.header.first + static_cast<std::int32_t>(rows_.columns);
    return rows_.is_placed && shape.width == rows_.header.width && shape.label < rows_.header.first &&
           (shape.first < 0 || (shape.first >= rows_.header.first && shape.last < end));
  }

  // In text with a blank line between all rows a blank line breaks nothing.
  [[nodiscard]] bool mostly_after_blank() const {
    const auto count = std::count_if(rows_.rows.begin(), rows_.rows.end(),
                                     [&](const PrintedRow* row) { return is_after_blank(*row); });
    return static_cast<std::size_t>(count) * 2 > rows_.rows.size();
  }

  [[nodiscard]] bool is_after_blank(const PrintedRow& row) const {
    const auto token = row.label_token == grammar::no_token ? row.values.first : row.label_token;
    return reading_.document.lines[reading_.tokens[token].line].after_blank;
  }

  void next_segment(const PrintedRow& row, bool loose) {
    if ((!loose && is_after_blank(row)) || row.header != header_) ++segment_;
    header_ = row.header;
  }

  // One line holds the row: all its values, or all that the table has columns for. A bare number on
  // a line of its own is a page's, not the row's.
  [[nodiscard]] bool lies_in_one_line(const PrintedRow& row, const Lie& lie) const {
    if (lie.others == 0) {
      return lie.beside_label || reading_.document.lines[lie.line].is_row || lie.on_line == 0;
    }
    if (!lie.beside_label && !reading_.document.lines[lie.line].is_row) return false;
    const auto shape = shape_of(reading_, row, lie);
    const bool whole = shape.last - shape.first + 1 == static_cast<std::int32_t>(rows_.columns);
    return whole || (lie.beside_label && !lie.others_in_rows);
  }

  // Whether each value has a line of its own.
  [[nodiscard]] bool are_apart(const PrintedRow& row) const {
    for (auto i = row.values.first + 1; i < row.values.last; ++i)
      if (reading_.tokens[i].line == reading_.tokens[i - 1].line) return false;
    return true;
  }

  // Whether the values lie in one line, or go on in a second one. One that is alone there may be a page's
  // number, and a line as wide as the first is another row, whose label is lost; so is one with room for all.
  [[nodiscard]] bool lie_in_two_lines(const PrintedRow& row) const {
    const auto& tokens = reading_.tokens;
    const auto width_of = [&](std::uint32_t token) {
      return reading_.document.lines[tokens[token].line].width;
    };
    std::uint32_t lines = 1;
    for (auto i = row.values.first + 1; i < row.values.last; ++i)
      if (tokens[i].line != tokens[i - 1].line) ++lines;
    const bool ends_alone = tokens[row.values.last - 1].line != tokens[row.values.last - 2].line;
    const auto width = width_of(row.values.first);
    const auto width_below = width_of(row.values.last - 1);
    const bool has_no_label = row.label_token == grammar::no_token;
    const bool has_all_cells = (width > rows_.columns && width_below >= width) ||
                               (has_no_label && rows_.columns > 1 && width_below >= rows_.columns);
    return lines == 1 || (lines == 2 && !ends_alone && !has_all_cells);
  }

  // Values on lines of their own follow each other alike: as many lone separators between them, a
  // blank line between all or none. What is set apart may be a page's number, or a blank cell's place.
  [[nodiscard]] bool flows(const PrintedRow& row) const {
    if (!are_apart(row) && !lie_in_two_lines(row)) return false;
    const auto line_of = [&](std::uint32_t token) -> const readers::Line& {
      return reading_.document.lines[reading_.tokens[token].line];
    };
    const auto first = row.values.first + 1;
    // A blank cell behind the label, where the header does not tell of all columns.
    if (rows_.header.lacks_columns && line_of(row.values.first).bars > line_of(first).bars) return false;
    std::uint32_t apart = 0;
    for (auto i = first; i < row.values.last; ++i) {
      if (line_of(i).after_blank) ++apart;
      if (line_of(i).bars != line_of(first).bars) return false;
    }
    return apart == 0 || apart == row.values.last - first;
  }

  // Whether a line that seems to go on with the row has its values below those of the row: it is a row of its
  // own then, whose label is lost. What goes on begins the line, or stands behind the columns before it.
  [[nodiscard]] bool has_row_below(const PrintedRow& row) const {
    const auto& tokens = reading_.tokens;
    for (auto i = row.values.first + 1; i < row.values.last; ++i) {
      if (tokens[i].line == tokens[i - 1].line || !reading_.document.lines[tokens[i].line].is_row) continue;
      if (tokens[i].column > 0 && tokens[i].column <= tokens[i - 1].column) return true;
    }
    return false;
  }

  void add_strays(const PrintedRow& row, const Lie& lie) {
    for (auto i = row.values.first; i < row.values.last; ++i)
      if (reading_.tokens[i].line != lie.line) strays_.push_back({i, row.label});
  }

  void place_in_sequence(PlacedRow& placed) const {
    auto token = placed.row->values.first;
    for (std::uint32_t i = 0; i < placed.columns; ++i) placed.cells[i] = {PlacedCell::Is::value, token++};
  }

  // Where most rows that flow over lines are short of values, their blank cells are lost, and one that
  // is not short may have a page's number among its values.
  void doubt_flowing_rows() {
    std::size_t flowing = 0;
    std::size_t whole = 0;
    for (const auto& row : out_) {
      if (row.printed == 0 || row.in_line) continue;
      ++flowing;
      if (row.fit == Fit::whole) ++whole;
    }
    if (whole * 2 <= flowing) {
      for (auto& row : out_)
        if (!row.in_line) row.fit = Fit::ambiguous;
    } else if (reading_.document.places != readers::Places::unknown) {
      doubt_what_no_sum_holds();
    } else if (rows_.total_every != 0) {
      doubt_sums();
    }
  }

  // Of values that single spaces part, one may be blank and another broken by a space: a sum tells.
  void doubt_what_no_sum_holds() {
    for (auto& row : out_) {
      if (row.in_line || row.columns == 1 || row.fit != Fit::whole) continue;
      if (rows_.total_every == 0 && rows_.flows_are_certain) continue;
      if (sum_of(reading_, row, rows_.total_every) == Sum::holds) continue;
      row.fit = Fit::ambiguous;
      row.doubted = true;
    }
  }

  // Where the sums of nearly all rows that flow hold, one that does not has lost a cell and taken up a
  // page's number.
  void doubt_sums() {
    constexpr std::size_t fewest_rows = 5;
    std::size_t rows = 0;
    std::vector<PlacedRow*> doubtful;
    for (auto& row : out_) {
      if (row.in_line || row.fit != Fit::whole) continue;
      ++rows;
      if (sum_of(reading_, row, rows_.total_every) == Sum::fails) doubtful.push_back(&row);
    }
    if (rows < fewest_rows || doubtful.size() * 5 > rows) return;
    for (auto* row : doubtful) {
      row->fit = Fit::ambiguous;
      row->doubted = true;
    }
  }

  // Where no label tells its place, a row with nothing but its first cell blank may have slid by one cell and
  // lost its last: a sum tells.
  void doubt_slid_rows() {
    for (auto& row : out_) {
      const bool may_have_slid = row.in_line && row.fit == Fit::whole && row.columns > 1 &&
                                 row.row->label_token == grammar::no_token &&
                                 row.cells[0].is == PlacedCell::Is::blank && row.printed + 1 == row.columns;
      if (may_have_slid && sum_of_printed(reading_, row, rows_.total_every) != Sum::holds)
        row.fit = Fit::ambiguous;
    }
  }

  void doubt_merged_cells() {
    for (auto& row : out_)
      for (auto t = row.row->values.first; t < row.row->values.last; ++t)
        if (is_merged(reading_, t, rows_.columns)) row.fit = Fit::ambiguous;
  }

  void place_in_line(PlacedRow& placed, const RowShape& shape, const Placement& placement) const {
    placed.fit = placement.fit;
    // Two cells may have become one with a space in it where not every column of the form has a value: then
    // what stands behind is a column off.
    if ((placed.printed < rows_.columns || rows_.lacks_columns) && has_split_number(*placed.row))
      placed.fit = Fit::ambiguous;
    if (placed.fit == Fit::ambiguous) return;
    placed.start = placement.start;
    if (stands_side_by_side(placed)) {
      place_in_sequence(placed);
      return;
    }
    for (std::uint32_t i = 0; i < placed.columns; ++i)
      if (placement.start + static_cast<std::int32_t>(i) < static_cast<std::int32_t>(shape.width))
        placed.cells[i].is = PlacedCell::Is::blank;
    for (auto t = placed.row->values.first; t < placed.row->values.last; ++t) {
      const auto& token = reading_.tokens[t];
      const auto at = static_cast<std::int32_t>(token.column) - placement.start;
      if (token.line != placed.line || at < 0 || at >= static_cast<std::int32_t>(rows_.columns)) continue;
      placed.cells[static_cast<std::size_t>(at)] = {PlacedCell::Is::value, t};
    }
    place_leading_text(placed);
  }

  [[nodiscard]] bool has_split_number(const PrintedRow& row) const {
    const auto begin = reading_.tokens.begin();
    return std::any_of(begin + row.values.first, begin + row.values.last,
                       [](const Token& token) { return token.has(grammar::split_number); });
  }

  // A value in each column, one behind the other: so it is with most rows.
  [[nodiscard]] bool stands_side_by_side(const PlacedRow& placed) const {
    const auto& values = placed.row->values;
    if (values.last - values.first != placed.columns) return false;
    auto column = static_cast<std::uint32_t>(placed.start);
    for (auto t = values.first; t < values.last; ++t) {
      const auto& token = reading_.tokens[t];
      if (token.column != column++ || token.line != placed.line) return false;
    }
    return true;
  }

  // What stands before the values and below a column is none of the row's label: its cell is no blank.
  void place_leading_text(PlacedRow& placed) const {
    for (auto t = placed.row->values.first; t > 0 && reading_.tokens[t - 1].line == placed.line; --t) {
      const auto& token = reading_.tokens[t - 1];
      const auto at = static_cast<std::int32_t>(token.column) - placed.start;
      if (!is_text(token) || at < 0 || at >= static_cast<std::int32_t>(rows_.columns)) continue;
      auto& cell = placed.cells[static_cast<std::size_t>(at)];
      if (cell.is == PlacedCell::Is::blank) cell = {PlacedCell::Is::value, t - 1};
    }
  }

  const Reading& reading_;
  const PrintedRows& rows_;
  std::vector<Stray>& strays_;
  PlacedRows out_;
  std::uint32_t segment_ = 0;
  std::uint32_t header_ = 0;
};

}  // namespace

namespace {

// The number in a cell: none in a blank one, 0 for a mark.
struct Printed {
  bool is_readable = false;
  bool is_blank = false;
  bool is_mark = false;
  std::int64_t value = 0;
};

Printed printed_in(const Reading& reading, const PlacedCell& cell) {
  constexpr std::int64_t largest = std::int64_t{1} << 40;
  if (cell.is != PlacedCell::Is::value) return {true, true, false, 0};
  const auto& token = reading.tokens[cell.token];
  if (token.kind == grammar::TokenKind::mark) return {true, false, true, 0};
  const bool is_number = token.kind == grammar::TokenKind::number && token.coefficient <= largest;
  return {is_number, false, false, token.coefficient};
}

}  // namespace

Sum sum_of_printed(const Reading& reading, const PlacedRow& row, std::uint32_t total_every) {
  if (total_every == 0) return Sum::unknown;
  bool holds = true;
  bool has_mark = false;
  bool has_total = false;
  std::int64_t sum = 0;
  for (std::uint32_t i = 0; i < row.columns; ++i) {
    const auto cell = printed_in(reading, row.cells[i]);
    if (!cell.is_readable) return Sum::unknown;
    has_mark = has_mark || cell.is_mark;
    if ((i + 1) % total_every != 0) {
      sum += cell.value;
      continue;
    }
    has_total = has_total || !cell.is_blank;
    holds = holds && (cell.is_blank || cell.value == sum);
    sum = 0;
  }
  if (!has_total) return Sum::unknown;
  // A mark counts as none only where the sum bears it out.
  return holds ? Sum::holds : has_mark ? Sum::unknown : Sum::fails;
}

bool has_slid_totals(const Reading& reading, const PlacedRows& rows, std::uint32_t total_every) {
  constexpr std::size_t fewest_rows = 5;
  std::size_t bearing = 0;
  for (const auto& row : rows) {
    if (row.printed == 0) continue;
    if (row.columns < 3 || row.columns != total_every) return false;
    const auto* const total = row.cells.data() + row.columns - 2;
    if (total[1].is == PlacedCell::Is::value) return false;
    const auto last = printed_in(reading, total[0]);
    std::int64_t sum = 0;
    for (const auto* cell = row.cells.data(); cell != total; ++cell) {
      const auto printed = printed_in(reading, *cell);
      if (!printed.is_readable) return false;
      sum += printed.value;
    }
    if (!last.is_readable || last.value < sum) return false;
    if (sum > 0) ++bearing;
  }
  return bearing >= fewest_rows;
}

Sum sum_of(const Reading& reading, const PlacedRow& row, std::uint32_t total_every) {
  const auto is_value = [](const PlacedCell& cell) { return cell.is == PlacedCell::Is::value; };
  if (!std::all_of(row.cells.begin(), row.cells.begin() + row.columns, is_value)) return Sum::unknown;
  return sum_of_printed(reading, row, total_every);
}

namespace {

// Where cells are lines, a blank cell is behind the cell before it.
BlankPlace place_behind(const Reading& reading, const PlacedRow& placed, std::uint32_t offset) {
  auto before = placed.row->label_token;
  for (std::uint32_t i = 0; i < offset; ++i)
    if (placed.cells[i].is == PlacedCell::Is::value) before = placed.cells[i].token;
  if (before == grammar::no_token) before = placed.row->values.first;
  return {reading.tokens[before].range.end, reading.tokens[before].line};
}

}  // namespace

BlankPlace place_of_blank(const Reading& reading, const PlacedRow& placed, std::uint32_t offset) {
  if (!placed.in_line) return place_behind(reading, placed, offset);
  const auto& line = reading.document.lines[placed.line];
  auto at = line.range.begin;
  std::uint32_t column = 0;
  const auto at_column = placed.cells[offset].column;
  const auto wanted = at_column >= 0 ? static_cast<std::uint32_t>(at_column)
                                     : static_cast<std::uint32_t>(placed.start) + offset;
  for (std::uint32_t i = 0; i < line.cell_count; ++i) {
    const auto& before = reading.document.cells[line.first_cell + i];
    if (before.column > wanted) break;
    at = before.range.end;
    column = before.column;
  }
  const auto text = reading.document.text;
  for (; column < wanted && at < line.range.end; ++at)
    if (text[at] == '\t' || text[at] == '|') ++column;
  return {at, placed.line};
}

PlacedRows place(const Reading& reading, const PrintedRows& rows, std::vector<Stray>& strays) {
  return Placer(reading, rows, strays).run();
}

const readers::CellText* cell_of(const Reading& reading, const Token& token) {
  const auto& line = reading.document.lines[token.line];
  const auto first = reading.document.cells.begin() + line.first_cell;
  const auto last = first + line.cell_count;
  const auto found = std::lower_bound(
      first, last, token.column,
      [](const readers::CellText& cell, std::uint32_t column) { return cell.column < column; });
  if (found != last && found->column == token.column) return &*found;
  return nullptr;
}

Run run_of(const Reading& reading, const PrintedRow& row) {
  const auto lie = lie_of(reading, row);
  if (lie.on_line == 0) return {};
  if (lie.others > 0 && !lie.beside_label && !reading.document.lines[lie.line].is_row)
    return {lie.on_line + lie.others, false, 0};
  const auto shape = shape_of(reading, row, lie);
  return {static_cast<std::uint32_t>(shape.last - shape.first + 1), true, shape.first};
}

}  // namespace nianbao::tables
