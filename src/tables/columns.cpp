// SPDX-License-Identifier: Apache-2.0
#include "tables/columns.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <utility>

#include "tables/header_grid.hpp"
#include "tables/header_text.hpp"
#include "tables/printed.hpp"
#include "text/fold.hpp"

namespace nianbao::tables {

std::vector<std::int8_t> first_columns(std::size_t count) {
  std::vector<std::int8_t> columns(count);
  std::iota(columns.begin(), columns.end(), std::int8_t{0});
  return columns;
}

HeaderShape header_at(const Reading& reading, std::uint32_t token) {
  const auto& label = reading.tokens[token];
  const auto& line = reading.document.lines[label.line];
  if (!line.is_row) return {-1, 0, true};
  return {static_cast<std::int32_t>(label.column), line.width, true};
}

namespace {

using form::Kind;
using grammar::Token;

constexpr std::int8_t not_a_column = -2;

// The organisation whose label begins with `text`: 社会 and 法律 above 公益组织 and 服务机构.
std::int8_t begun_applicant(const Reading& reading, const Token& token) {
  if (token.range.size() > 60) return not_a_column;
  const auto view = reading.document.text.substr(token.range.begin, token.range.size());
  std::string buffer;
  std::string key;
  text::skeleton(reading.document.has_markup ? text::fold_markup(view, buffer) : text::fold(view, buffer),
                 key);
  if (key.size() < 6) return not_a_column;
  for (std::int8_t i = 0; i < form::applicant_other; ++i)
    if (std::string_view(form::applicants[static_cast<std::size_t>(i)].names.label).substr(0, key.size()) ==
        key)
      return i;
  return not_a_column;
}

std::int8_t applicant_column(const Reading& reading, const Token& token) {
  if (token.kind == grammar::TokenKind::text) return begun_applicant(reading, token);
  if (token.kind != grammar::TokenKind::label) return not_a_column;
  switch (token.label.kind) {
    case Kind::applicant: return static_cast<std::int8_t>(token.label.index);
    case Kind::organisations_subtotal: return extra_column;
    case Kind::total: return form::applicant_total;
    case Kind::other: return form::applicant_other;
    default: return not_a_column;
  }
}

// Whether the printed columns are those of the header; if not, whether they are those of the form.
enum class Belief : std::uint8_t { header, form, neither };

// A label of the header and the line it stands in.
struct HeaderLabel {
  std::int8_t column;
  std::uint32_t line;
  std::uint32_t token;
};

std::vector<HeaderLabel> header_labels(const Reading& reading, grammar::TokenRange header) {
  std::vector<HeaderLabel> labels;
  labels.reserve(form::applicant_count + 1);
  for (auto i = header.first; i < header.last; ++i) {
    const auto column = applicant_column(reading, reading.tokens[i]);
    const bool known = column == not_a_column ||
                       std::any_of(labels.begin(), labels.end(),
                                   [column](const HeaderLabel& label) { return label.column == column; });
    if (!known) labels.push_back({column, reading.tokens[i].line, i});
  }
  return labels;
}

std::uint32_t line_of_organisations(const std::vector<HeaderLabel>& labels) {
  std::uint32_t line = 0;
  for (const auto& label : labels)
    if (label.column > 0 && label.column < form::applicant_other) line = label.line;
  return line;
}

bool is_unknown_header(const Reading& reading, const Token& token) {
  return token.kind == grammar::TokenKind::text && !token.has(grammar::alone) &&
         applicant_column(reading, token) == not_a_column;
}

// Whether a line of the header holds a text behind all of its labels: 备注. On pages a header that is
// broken may stand anywhere.
bool has_column_behind(const Reading& reading, grammar::TokenRange header) {
  if (reading.document.places != readers::Places::unknown) return false;
  const auto last_line = reading.tokens[header.last - 1].line;
  std::uint32_t furthest = 0;
  for (auto i = header.first; i < header.last; ++i)
    if (reading.tokens[i].kind == grammar::TokenKind::label)
      furthest = std::max(furthest, reading.tokens[i].column);
  for (auto i = header.first; i < reading.tokens.size() && reading.tokens[i].line <= last_line; ++i)
    if (reading.tokens[i].column > furthest && is_unknown_header(reading, reading.tokens[i])) return true;
  return false;
}

// Whether `token` is the rest of an organisation's name that begins above it: 组织 below 社会公益.
bool ends_name(const Reading& reading, grammar::TokenRange header, std::uint32_t at) {
  constexpr std::uint32_t furthest = 64;  // tokens: no line of the form is longer
  const auto& token = reading.tokens[at];
  std::string buffer;
  std::string key;
  text::skeleton(text::fold(reading.document.text.substr(token.range.begin, token.range.size()), buffer),
                 key);
  const auto ends = [&key](std::string_view name) {
    return !key.empty() && name.size() > key.size() && name.substr(name.size() - key.size()) == key;
  };
  for (auto i = std::max(header.first, at - std::min(at, furthest)); i < at; ++i) {
    const auto& above = reading.tokens[i];
    if (above.line == token.line || above.column != token.column) continue;
    const auto column = applicant_column(reading, above);
    if (column > 0 && column < form::applicant_other &&
        ends(form::applicants[static_cast<std::size_t>(column)].names.label))
      return true;
  }
  return false;
}

// Whether the line of the organisations holds a text that names none of them: one more column.
bool has_unknown_column(const Reading& reading, grammar::TokenRange header, std::uint32_t line) {
  for (auto i = header.first; i < header.last; ++i)
    if (reading.tokens[i].line == line && is_unknown_header(reading, reading.tokens[i]) &&
        !ends_name(reading, header, i))
      return true;
  return has_column_behind(reading, header);
}

// 总计 and 合计 in one header, or 其他 twice: one more column, and nobody knows which of them is the form's.
// On pages a header that is printed again has its own further below.
bool has_second_total(const Reading& reading, grammar::TokenRange header) {
  const std::uint32_t nearest = reading.document.places == readers::Places::unknown ? UINT32_MAX / 2 : 2;
  std::array<std::size_t, form::applicant_count> printed{};
  std::uint32_t line_of_total = 0;
  for (auto i = header.first; i < header.last; ++i) {
    const auto column = applicant_column(reading, reading.tokens[i]);
    const auto line = reading.tokens[i].line;
    if (column == form::applicant_total && printed.back() > 0 && line > line_of_total + nearest) continue;
    if (column == form::applicant_total) line_of_total = line;
    if (column >= 0) ++printed[static_cast<std::size_t>(column)];
  }
  const auto most = *std::max_element(printed.begin(), printed.end() - 1);
  const auto organisations = *std::max_element(printed.begin() + 1, printed.begin() + form::applicant_other);
  const bool is_table = reading.document.places == readers::Places::unknown;
  return printed.back() > std::max<std::size_t>(most, 1) ||
         (is_table && printed[form::applicant_other] > std::max<std::size_t>(organisations, 1));
}

// Whether a cell without a name stands between two organisations: a column whose name is lost.
bool has_nameless_column(const Reading& reading, const std::vector<HeaderLabel>& labels) {
  if (reading.document.places != readers::Places::unknown) return false;
  const Token* last = nullptr;
  std::uint32_t fewest_bars = UINT32_MAX;
  std::uint32_t most_bars = 0;
  for (const auto& label : labels) {
    if (label.column <= 0 || label.column > form::applicant_other) continue;
    const auto& token = reading.tokens[label.token];
    const auto& line = reading.document.lines[token.line];
    if (last != nullptr && last->line == token.line && token.column > last->column) {
      const auto* const cell = cell_of(reading, *last);
      if (token.column - last->column > (cell != nullptr ? cell->columns : 1U)) return true;
    }
    if (last != nullptr && line.bars > 0 && token.has(grammar::alone)) {
      fewest_bars = std::min<std::uint32_t>(fewest_bars, line.bars);
      most_bars = std::max<std::uint32_t>(most_bars, line.bars);
    }
    last = &token;
  }
  return most_bars > 0 && fewest_bars < most_bars;
}

bool is_organisations(const Token& token) noexcept {
  constexpr std::uint8_t organisations = 2;
  return token.is_label(Kind::matrix_header) && token.label.index == organisations;
}

// Whether `label` stands above the line of the organisations. Where each cell is a line of its own, it does
// if 总计, which is printed behind the organisations in one line with them, comes before them.
bool stands_above(const Reading& reading, const std::vector<HeaderLabel>& labels, const HeaderLabel& label) {
  if (!reading.tokens[label.token].has(grammar::alone)) return label.line != line_of_organisations(labels);
  std::uint32_t total = 0;
  std::uint32_t organisation = grammar::no_token;
  for (const auto& other : labels) {
    if (other.column == form::applicant_total) total = other.token;
    if (other.column > 0 && other.column < form::applicant_other)
      organisation = std::min(organisation, other.token);
  }
  return label.token < total && total < organisation;
}

// Where 小计 stands to 法人或其他组织.
enum class Beside : std::uint8_t { before, behind, nothing };

Beside beside_organisations(const Reading& reading, grammar::TokenRange header, const HeaderLabel& label) {
  const bool alone = reading.tokens[label.token].has(grammar::alone);
  for (auto i = header.first; i < header.last; ++i)
    if (is_organisations(reading.tokens[i]) && (alone || reading.tokens[i].line == label.line))
      return i < label.token ? Beside::behind : Beside::before;
  return Beside::nothing;
}

// 小计 above the organisations' line stands in front of them or behind, as it does beside 法人或其他组织;
// without that nobody knows.
bool has_loose_subtotal(const Reading& reading, grammar::TokenRange header,
                        const std::vector<HeaderLabel>& labels) {
  return std::any_of(labels.begin(), labels.end(), [&](const HeaderLabel& label) {
    return label.column == extra_column && stands_above(reading, labels, label) &&
           beside_organisations(reading, header, label) == Beside::nothing;
  });
}

// 自然人 and 总计 span lines of the header that the organisations' columns divide: what is printed
// above the organisations stands at the sides of them. So does 小计, on either side.
void order_by_place(const Reading& reading, grammar::TokenRange header, std::vector<HeaderLabel>& labels) {
  const auto organisations = line_of_organisations(labels);
  const auto side = [&](const HeaderLabel& label) {
    if (label.line == organisations) return 2;
    if (label.column == 0) return 0;
    if (label.column == form::applicant_total) return 4;
    if (label.column == extra_column && stands_above(reading, labels, label))
      return beside_organisations(reading, header, label) == Beside::behind ? 3 : 1;
    return 2;
  };
  std::vector<std::pair<int, HeaderLabel>> sorted;
  sorted.reserve(labels.size());
  for (const auto& label : labels) sorted.emplace_back(side(label), label);
  const auto is_before = [](const auto& a, const auto& b) { return a.first < b.first; };
  if (!std::is_sorted(sorted.begin(), sorted.end(), is_before))
    std::stable_sort(sorted.begin(), sorted.end(), is_before);
  for (std::size_t i = 0; i < labels.size(); ++i) labels[i] = sorted[i].second;
}

using readers::Places;

// Where columns are places on the page, a header stands over its figures; where they are so only roughly,
// the form's order is trusted more, unless all of the header is seen to stand so.
void sort_by_column(const Reading& reading, std::vector<HeaderLabel>& labels) {
  const auto stands_over = [&](const HeaderLabel& label) {
    return reading.document.lines[label.line].stands_over;
  };
  const bool is_rough =
      reading.document.places == Places::rough && !std::all_of(labels.begin(), labels.end(), stands_over);
  std::stable_sort(labels.begin(), labels.end(), [&](const HeaderLabel& a, const HeaderLabel& b) {
    if (is_rough) return a.column < b.column;
    return reading.tokens[a.token].column < reading.tokens[b.token].column;
  });
}

// Whether the labels stand side by side, next to the rows' labels.
bool stands_in_place(const Reading& reading, const std::vector<HeaderLabel>& labels) {
  std::vector<bool> stands(labels.size(), false);
  for (const auto& label : labels) {
    const auto column = reading.tokens[label.token].column;
    if (column == 0 || column > stands.size()) return false;
    stands[column - 1] = true;
  }
  return std::all_of(stands.begin(), stands.end(), [](bool is) { return is; });
}

// Whether the columns are the first of the form, in its order.
bool is_beginning(const std::vector<std::int8_t>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i] != static_cast<std::int8_t>(i)) return false;
  return true;
}

bool is_full(const std::vector<std::int8_t>& columns) {
  return columns.size() == form::applicant_count && is_beginning(columns);
}

// How the header's columns stand against the rows.
struct Runs {
  std::size_t longest = 0;
  std::size_t longest_in_line = 0;
  std::size_t fitting = 0;  // rows whose run is as long as the header
  std::size_t longer = 0;   // rows whose run is longer than the header
  std::size_t full = 0;     // rows whose run is as long as the form is wide
  std::size_t holding = 0;
  std::int32_t leftmost =
      INT32_MAX;  // column of the first value of rows of outermost labels, which do not slide
};

Runs runs_of(const Reading& reading, std::size_t columns) {
  Runs runs;
  for (const auto& row : reading.tree.matrix.rows) {
    const auto printed = run_of(reading, row);
    const std::size_t run = printed.length;
    if (run == 0) continue;
    ++runs.holding;
    runs.longest = std::max(runs.longest, run);
    if (printed.in_line) runs.longest_in_line = std::max(runs.longest_in_line, run);
    if (run == columns) ++runs.fitting;
    if (run > columns) ++runs.longer;
    if (run == form::applicant_count) ++runs.full;
    if (printed.in_line && form::matrix_rows[row.label.index].depth == 1)
      runs.leftmost = std::min(runs.leftmost, printed.first);
  }
  return runs;
}

// Whether most full rows have a text in one and the same column: it is none of the form's, and another column
// is blank.
bool has_column_of_texts(const Reading& reading) {
  std::array<std::size_t, form::applicant_count> texts{};
  std::size_t full = 0;
  for (const auto& row : reading.tree.matrix.rows) {
    if (row.values.last - row.values.first != texts.size()) continue;
    ++full;
    for (std::uint32_t i = 0; i < texts.size(); ++i)
      if (reading.tokens[row.values.first + i].kind == grammar::TokenKind::text) ++texts[i];
  }
  return *std::max_element(texts.begin(), texts.end()) * 2 > full;
}

struct Header {
  std::vector<std::int8_t> columns;
  bool unknown = false;   // a column that has no name of the form
  bool nameless = false;  // a column that has no name at all
  bool two_totals = false;
  std::int32_t natural_person = -1;  // the column that its label stands in, where labels have columns

  [[nodiscard]] std::vector<std::int8_t> of_the_form() const {
    auto named = columns;
    named.erase(std::remove(named.begin(), named.end(), extra_column), named.end());
    return named;
  }
};

std::int32_t place_of_natural_person(const Reading& reading, const std::vector<HeaderLabel>& labels) {
  if (reading.document.places != Places::unknown) return -1;
  for (const auto& label : labels) {
    const auto& token = reading.tokens[label.token];
    if (label.column == 0) return token.has(grammar::alone) ? -1 : static_cast<std::int32_t>(token.column);
  }
  return -1;
}

bool is_full_in_any_order(std::vector<std::int8_t> columns) {
  std::sort(columns.begin(), columns.end());
  return is_full(columns);
}

// Where the table has one column more than the form, that column is blank if rows have as many values as the
// form and begin where its first column does.
bool believe_form(const Header& header, const std::vector<std::int8_t>& named, const Runs& runs) {
  if (!is_full(named) || runs.longest != named.size() || runs.full * 2 <= runs.holding) return false;
  return header.natural_person < 0 ? !header.two_totals : runs.leftmost <= header.natural_person;
}

Belief believe(const Reading& reading, const Header& header) {
  constexpr std::size_t fewest_labels = 3;
  constexpr std::size_t fewest_rows = 3;
  const auto named = header.of_the_form();
  if (named.size() < fewest_labels) return Belief::form;
  const auto runs = runs_of(reading, header.columns.size());
  if (header.unknown)
    return believe_form(header, named, runs) && !has_column_of_texts(reading) ? Belief::form
                                                                              : Belief::neither;
  if (is_full(named)) return Belief::header;
  if (header.nameless && runs.longest <= header.columns.size()) return Belief::neither;
  const bool extra = named.size() < header.columns.size();
  // A damaged header must not take columns away from rows that have them.
  if (runs.longest > header.columns.size()) {
    if (!extra && runs.longest_in_line == form::applicant_count) return Belief::form;
    if (runs.longest_in_line > header.columns.size()) return Belief::neither;
    // Pages have one number each: it may be among the values of a few rows, not of many.
    const bool many_are_longer = runs.longer * 5 > runs.holding;
    if (runs.fitting * 2 > runs.holding) return many_are_longer ? Belief::neither : Belief::header;
    return !extra && runs.full * 2 > runs.holding ? Belief::form : Belief::neither;
  }
  // A fixed width leaves the beginning of a header.
  return is_beginning(named) || runs.fitting >= fewest_rows ? Belief::header : Belief::neither;
}

// Whether the header has a name over each column of figures, and every row a figure below each name.
bool stands_over_all(const Reading& reading, const PrintedColumns& printed,
                     const std::vector<std::int8_t>& columns) {
  if (!reading.document.lines[reading.tokens[printed.token].line].stands_over) return false;
  const auto runs = runs_of(reading, columns.size());
  return runs.fitting == runs.holding;
}

}  // namespace

PrintedColumns matrix_columns(const Reading& reading) {
  PrintedColumns best;
  Header most;
  std::vector<HeaderLabel> best_labels;
  grammar::TokenRange fullest;
  for (const auto header : reading.tree.matrix.headers) {
    auto labels = header_labels(reading, header);
    // 小计 between rows is the label of a group's sum.
    if (labels.size() == 1 && labels.front().column == extra_column && most.columns.size() > 1) continue;
    most.unknown = most.unknown || has_unknown_column(reading, header, line_of_organisations(labels)) ||
                   has_loose_subtotal(reading, header, labels);
    if (has_second_total(reading, header)) most.unknown = most.two_totals = true;
    if (labels.size() <= most.columns.size()) continue;
    fullest = header;
    if (reading.document.places != Places::unknown)
      sort_by_column(reading, labels);
    else
      order_by_place(reading, header, labels);
    most.nameless = has_nameless_column(reading, labels);
    most.natural_person = place_of_natural_person(reading, labels);
    best_labels = labels;
    most.columns.clear();
    most.columns.reserve(labels.size());
    for (const auto& label : labels) most.columns.push_back(label.column);
    best.token = labels.front().token;
    best.header = labels.front().column == 0 ? header_at(reading, best.token) : HeaderShape{-1, 0, true};
  }
  auto belief = believe(reading, most);
  // A column that the form does not have is no doubt where each cell stands below its name.
  if (auto grid = columns_of_grid(reading, fullest); !grid.columns.empty()) {
    most.columns = std::move(grid.columns);
    if (best.header.first >= 0) best.header.first = grid.first;
    belief = grid.fits ? Belief::header : Belief::neither;
  }
  best.certain = belief != Belief::neither;
  if (reading.document.places != Places::unknown && has_column_of_texts(reading)) best.certain = false;
  // A rough header that does not name all columns may have lost any of them, unless it names all that there
  // are and each name stands over its figures.
  const bool is_rough = reading.document.places == Places::rough;
  const auto runs = is_rough ? runs_of(reading, form::applicant_count) : Runs{};
  if (belief == Belief::neither && runs.longest == form::applicant_count && runs.full * 2 > runs.holding)
    belief = Belief::form;
  const bool in_place =
      belief == Belief::header && stands_in_place(reading, best_labels) &&
      (!is_rough || is_full_in_any_order(most.columns) || stands_over_all(reading, best, most.columns));
  best.is_placed = in_place && reading.document.places == Places::exact;
  if (reading.document.places != Places::unknown && !in_place) {
    best.whole_rows_only = true;
    if (is_header_of_form(reading)) {
      best.certain = !has_column_of_texts(reading);
      best.is_of_form = true;
      belief = Belief::header;
    } else {
      // Rows that have a figure in every column of the form need no header.
      best.certain = best.certain && (belief == Belief::form || is_full_in_any_order(most.columns));
    }
    if (belief == Belief::header) most.columns = first_columns(form::applicant_count);
  }
  best.header.known = belief == Belief::header;
  best.header.lacks_columns = most.of_the_form().size() < form::applicant_count;
  if (is_beginning(most.columns)) best.header.columns = static_cast<std::uint32_t>(most.columns.size());
  best.columns = belief == Belief::header ? most.columns : first_columns(form::applicant_count);
  if (belief == Belief::form)
    for (const auto column : best.columns)
      if (std::count(most.columns.begin(), most.columns.end(), column) == 0) best.unnamed.push_back(column);
  return best;
}

}  // namespace nianbao::tables
