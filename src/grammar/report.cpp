// SPDX-License-Identifier: Apache-2.0
#include "grammar/report.hpp"

#include <boost/spirit/home/x3.hpp>

#include <algorithm>

namespace nianbao::grammar {

namespace x3 = boost::spirit::x3;
using form::Kind;

namespace {

using Iterator = Tokens::const_iterator;

// --- what the rules write to ---------------------------------------------------------------------

struct State {
  const Tokens& tokens;
  ReportTree tree;
  PrintedTable* table = nullptr;   // the one whose lines are being read
  std::uint8_t section = 0;        // the one being read
  std::uint8_t furthest = 0;       // the last section met, by order of the form
  std::uint32_t label = no_token;  // of the line being read
  form::Label row;
  bool again = false;  // the report is printed once more: its tables count, its text does not

  [[nodiscard]] std::uint32_t index(Iterator at) const {
    return static_cast<std::uint32_t>(at - tokens.begin());
  }
  SectionNode& node() { return tree.sections[section]; }
};

struct state_tag;

template <class Context>
State& state(Context& context) {
  return x3::get<state_tag>(context).get();
}

// --- tokens as characters --------------------------------------------------------------------------

// Matches one token that `Test` accepts; the test may look at the state.
template <class Test>
struct token_parser : x3::parser<token_parser<Test>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  explicit token_parser(Test given) : test(given) {}

  template <class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&, Attribute&) const {
    if (first == last || !test(*first, x3::get<state_tag>(context).get())) return false;
    ++first;
    return true;
  }

  Test test;
};

template <class Test>
token_parser<Test> token(Test test) {
  return token_parser<Test>(test);
}

auto label_of(Kind kind) {
  return token([kind](const Token& t, const State&) { return t.is_label(kind); });
}

bool is_number_or_mark(const Token& t) noexcept {
  return t.kind == TokenKind::number || t.kind == TokenKind::mark;
}

// Whether `t` stands in front of the label of its own row: it counts the rows, and is no value of the row
// above. The row of 四 has no label.
bool counts_rows(const Token& t, const State& s) noexcept {
  if (!t.has(first_on_line) || t.has(alone) || !is_number_or_mark(t)) return false;
  if (s.section == form::section::review) return false;
  const auto next = static_cast<std::size_t>(&t - s.tokens.data()) + 1;
  return next < s.tokens.size() && s.tokens[next].line == t.line && !is_number_or_mark(s.tokens[next]);
}

bool is_plain_value(const Token& t, const State& s) noexcept {
  return is_number_or_mark(t) && !counts_rows(t, s);
}

// Applies a parser's range of tokens to an action: `range(context)` are indices.
template <class Context>
TokenRange range(Context& context) {
  const auto& matched = x3::_attr(context);
  const auto& s = state(context);
  return {s.index(matched.begin()), s.index(matched.end())};
}

const auto any = token([](const Token&, const State&) { return true; });
const auto plain_value = token([](const Token& t, const State& s) { return is_plain_value(t, s); });
const auto row_number = token([](const Token& t, const State& s) { return counts_rows(t, s); });
const auto page_number = token([](const Token& t, const State&) { return t.kind == TokenKind::page_number; });

// Text in a line that has begun stands where a number belongs.
const auto value = token([](const Token& t, const State& s) {
  return is_plain_value(t, s) || (t.kind == TokenKind::text && !t.has(first_on_line) && !t.has(alone));
});
const auto text_cell =
    token([](const Token& t, const State&) { return t.kind == TokenKind::text && !t.has(alone); });

// --- where parts of the template begin ---------------------------------------------------------------

// The section that `t` begins, 255 if none. What is only likely to be a heading is believed where a
// heading is wanted: before the section's table, or behind the tables.
std::uint8_t section_of(const Token& t, const State& s) noexcept;

const auto heading_of_section =
    token([](const Token& t, const State& s) { return section_of(t, s) < form::section_count; });

auto heading_of(std::uint8_t section) {
  return token([section](const Token& t, const State& s) { return section_of(t, s) == section; });
}

const auto fact_label = token([](const Token& t, const State&) {
  return t.is_label(Kind::caption) || t.is_label(Kind::fact_header) || t.is_label(Kind::fact_column) ||
         t.is_label(Kind::foreign);
});
const auto fact_row_label = label_of(Kind::fact_row);
const auto fact_start = fact_label | (fact_row_label >> value);

const auto group_label = label_of(Kind::matrix_group);
const auto applicant_label = token([](const Token& t, const State&) {
  return t.is_label(Kind::applicant) || t.is_label(Kind::matrix_header) ||
         t.is_label(Kind::organisations_subtotal) || t.is_label(Kind::total) || t.is_label(Kind::other);
});
const auto row_label = label_of(Kind::matrix_row);
const auto matrix_start = label_of(Kind::matrix_header) |
                          (label_of(Kind::applicant) >> (applicant_label | page_number)) |
                          (-group_label >> -group_label >> row_label >> (value | row_label | group_label));

bool is_review_label(const Token& t) noexcept {
  return t.is_label(Kind::outcome) || t.is_label(Kind::review_block) || t.is_label(Kind::review_header) ||
         t.is_label(Kind::review_figure);
}

const auto outcome_label =
    token([](const Token& t, const State&) { return is_review_label(t) || t.is_label(Kind::total); });
const auto review_start =
    (token([](const Token& t, const State&) { return is_review_label(t); }) >> outcome_label) |
    (label_of(Kind::review_figure) >> value);

bool is_table_label(const Token& t, std::uint8_t section) noexcept {
  if (section == form::section::disclosure)
    return t.is_label(Kind::caption) || t.is_label(Kind::fact_header) || t.is_label(Kind::fact_column) ||
           t.is_label(Kind::foreign);
  if (section == form::section::applications)
    return t.is_label(Kind::applicant) || t.is_label(Kind::matrix_header) || t.is_label(Kind::matrix_row);
  return is_review_label(t);
}

// Whether the section's table begins within a few lines of `t`: a caption may stand between.
bool stands_before_table(const Token& t, const State& s, std::uint8_t section) noexcept {
  constexpr std::size_t nearest = 4;
  const auto at = static_cast<std::size_t>(&t - s.tokens.data());
  for (auto i = at + 1; i < std::min(at + 1 + nearest, s.tokens.size()); ++i)
    if (is_table_label(s.tokens[i], section)) return true;
  return false;
}

std::uint8_t section_of(const Token& t, const State& s) noexcept {
  if (t.kind == TokenKind::heading) return t.label.index;
  if (t.likely == 255 || s.tree.sections[t.likely].found) return 255;
  const auto& sections = s.tree.sections;
  bool wanted = false;
  if (form::sections[t.likely].has_table)
    wanted = stands_before_table(t, s, t.likely);
  else if (t.likely == form::section::overview)
    wanted =
        std::none_of(sections.begin(), sections.end(), [](const SectionNode& node) { return node.found; });
  else
    wanted = sections[form::section::review].found || sections[form::section::problems].found;
  return wanted ? t.likely : 255;
}

const auto table_start = fact_start | matrix_start | review_start;
const auto section_start = heading_of_section | table_start;

// --- actions -------------------------------------------------------------------------------------

void add(std::vector<std::uint32_t>& to, std::uint32_t token) {
  if (to.empty()) to.reserve(16);
  to.push_back(token);
}

const auto add_preamble = [](auto& context) { add(state(context).tree.preamble, range(context).first); };

const auto add_prose = [](auto& context) {
  auto& s = state(context);
  if (!s.again) add(s.node().prose, range(context).first);
};

void enter(State& s, std::uint8_t section) {
  s.section = section;
  s.table = section == form::section::disclosure     ? &s.tree.facts
            : section == form::section::applications ? &s.tree.matrix
                                                     : &s.tree.review;
}

const auto open_section = [](auto& context) {
  auto& s = state(context);
  const auto at = range(context).first;
  enter(s, section_of(s.tokens[at], s));
  auto& node = s.node();
  if (s.tokens[at].kind != TokenKind::heading)
    s.tree.events.push_back({DiagnosticCode::heading_unusual, at, s.section});
  if (node.heading != no_token) {
    // A table of contents prints each heading once more, with nothing under it.
    const bool empty = node.prose.empty();
    s.again = s.again ||
              (!empty && s.section == form::section::overview && s.furthest == form::section::other_matters);
    if (!empty || form::sections[s.section].has_table)
      s.tree.events.push_back({DiagnosticCode::section_duplicate, at, s.section});
    if (!empty) return;
  }
  node.heading = at;
  node.found = true;
  if (s.section < s.furthest) s.tree.events.push_back({DiagnosticCode::heading_order, at, s.section});
  s.furthest = std::max(s.furthest, s.section);
};

// A table whose heading is lost.
auto enter_table(std::uint8_t section) {
  return [section](auto& context) {
    auto& s = state(context);
    enter(s, section);
    auto& node = s.node();
    if (!node.found)
      s.tree.events.push_back({DiagnosticCode::heading_missing, range(context).first, section});
    node.found = true;
  };
}

const auto note_header = [](auto& context) {
  auto& s = state(context);
  const auto labels = range(context);
  for (auto i = labels.first; i < labels.last; ++i)
    if (s.tokens[i].is_label(Kind::foreign) && s.tree.foreign == no_token) s.tree.foreign = i;
  auto& headers = s.table->headers;
  const bool rows_between = !s.table->rows.empty() && s.table->rows.back().header == headers.size();
  if (headers.empty() || rows_between)
    headers.push_back(labels);
  else
    headers.back().last = labels.last;
};

const auto set_label = [](auto& context) {
  auto& s = state(context);
  s.label = range(context).first;
  s.row = s.tokens[s.label].label;
};

const auto set_no_label = [](auto& context) {
  auto& s = state(context);
  s.label = no_token;
  s.row = {};
};

// The one group that is a row on the form of 2019, where its cells may all be blank. Alternatives that
// are tried in turn meet it again.
const auto note_group = [](auto& context) {
  static const auto other_results = form::matrix_row_index("results.other.subtotal");
  auto& s = state(context);
  const auto at = range(context).first;
  auto& met = s.tree.other_results;
  if (s.tokens[at].label.index != other_results || (!met.empty() && met.back().label_token >= at)) return;
  met.push_back(
      {s.tokens[at].label, at, {at + 1, at + 1}, static_cast<std::uint32_t>(s.table->headers.size())});
};

const auto add_row = [](auto& context) {
  auto& s = state(context);
  if (s.table->rows.empty()) s.table->rows.reserve(form::matrix_row_count);
  s.table->rows.push_back(
      {s.row, s.label, range(context), static_cast<std::uint32_t>(s.table->headers.size())});
};

const auto note_unknown_row = [](auto& context) {
  auto& s = state(context);
  s.tree.unknown_rows.push_back(range(context).first);
};

const auto note_stray = [](auto& context) {
  auto& s = state(context);
  // Of a form that is not read nothing is missed.
  const bool unread = s.section == form::section::disclosure && s.tree.foreign != no_token;
  if (!unread) s.tree.strays.push_back(range(context).first);
};

// --- the template ------------------------------------------------------------------------------------

const auto values = x3::raw[*value][add_row];

// 一、五、六: text, up to the next section or table.
const auto prose_line = page_number | x3::raw[any][add_prose];
const auto prose = *(!section_start >> prose_line);

// 二、第二十条 …
const auto fact_header = x3::raw[+fact_label][note_header];
const auto fact_line = x3::raw[fact_row_label][set_label] >> values;

// 三、The matrix. 总计 and 其他 are rows where a value follows and the rows before them are done.
std::uint8_t last_row(const State& s) noexcept {
  return s.tree.matrix.rows.empty() ? 0 : s.tree.matrix.rows.back().label.index;
}

const auto bare_total_row = token([](const Token& t, const State& s) {
  static const auto fee_overdue = form::matrix_row_index("results.other.fee_overdue");
  static const auto other_results = form::matrix_row_index("results.other.subtotal");
  static const auto total = form::matrix_row_index("results.total");
  const auto last = last_row(s);
  // Behind （七）总计 it is of all that stands above it.
  const bool is_wanted = (last >= fee_overdue && last < total) || last == other_results;
  return t.is_label(Kind::total) && t.has(first_on_line) && is_wanted;
});
const auto bare_other_row = token([](const Token& t, const State& s) {
  static const auto fee_overdue = form::matrix_row_index("results.other.fee_overdue");
  return t.is_label(Kind::other) && last_row(s) == fee_overdue;
});

auto set_row(const char* key) {
  return [key](auto& context) {
    auto& s = state(context);
    s.label = range(context).first;
    s.row = {Kind::matrix_row, form::matrix_row_index(key)};
  };
}

const auto matrix_label = x3::raw[row_label][set_label] |
                          x3::raw[bare_total_row >> &plain_value][set_row("results.total")] |
                          x3::raw[bare_other_row >> &plain_value][set_row("results.other.other")];
const auto matrix_header = x3::raw[+applicant_label][note_header];
// Merged cells may be printed as the same label in each of them.
const auto same_label = token([](const Token& t, const State& s) {
  return t.kind == TokenKind::label && t.label == s.row && !t.has(first_on_line);
});
// 三、本年度办理结果 has no figures of its own.
const auto group_with_figures = token([](const Token& t, const State&) {
  return t.is_label(Kind::matrix_group) && t.label.index < form::matrix_row_count;
});
const auto group = x3::raw[group_label][note_group];
const auto matrix_line = *group >> matrix_label >> *x3::raw[same_label][set_label] >> values;
const auto subtotal_line =
    *(group >> &group_label) >> x3::raw[group_with_figures][set_label] >> &plain_value >> values;
const auto group_heading = +group;
const auto unknown_line = *group >> x3::raw[text_cell >> +plain_value][note_unknown_row];

// 四、One row of fifteen, without a label of its own.
const auto review_header = x3::raw[+outcome_label][note_header];
const auto review_line = x3::raw[-text_cell >> &plain_value][set_no_label] >> values;

const auto stray = x3::raw[plain_value][note_stray];
const auto table_text = page_number | any;

auto opening(std::uint8_t section) { return x3::raw[heading_of(section)][open_section]; }

template <class Start>
auto table_opening(std::uint8_t section, const Start& start) {
  return opening(section) | (&start >> x3::raw[x3::eps][enter_table(section)]);
}

const auto overview = opening(form::section::overview) >> prose;

const auto disclosure = table_opening(form::section::disclosure, fact_start) >>
                        *(fact_header | fact_line | (!section_start >> (row_number | stray | table_text)));

const auto applications = table_opening(form::section::applications, matrix_start) >>
                          *(matrix_line | subtotal_line | matrix_header | unknown_line | group_heading |
                            (!section_start >> (row_number | stray | table_text)));

const auto review = table_opening(form::section::review, review_start) >>
                    *(review_header | review_line | (!section_start >> table_text));

const auto problems = opening(form::section::problems) >> prose;
const auto other_matters = opening(form::section::other_matters) >> prose;

const auto preamble = *(!section_start >> (page_number | x3::raw[any][add_preamble]));

const auto report =
    preamble >> *(overview | disclosure | applications | review | problems | other_matters | any) >> x3::eoi;

// Where each cell is a line, the number that counts a row stands behind the values of the row before: one
// more from row to row.
void drop_row_numbers(const Tokens& tokens, std::vector<PrintedRow>& rows) {
  constexpr std::size_t fewest_rows = 8;
  const auto last_of = [&](std::size_t i) -> const Token* {
    const auto& printed = rows[i].values;
    if (printed.first == printed.last) return nullptr;
    const auto& last = tokens[printed.last - 1];
    const bool is_number = last.kind == TokenKind::number && last.has(alone) && last.scale == 0;
    return is_number ? &last : nullptr;
  };
  if (rows.size() < fewest_rows) return;
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    const auto* const here = last_of(i);
    const auto* const before = i > 0 ? last_of(i - 1) : nullptr;
    if (here == nullptr || (i > 0 && here->coefficient != before->coefficient + 1)) return;
  }
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) --rows[i].values.last;
}

}  // namespace

ReportTree parse_report(const Tokens& tokens) {
  State s{tokens, {}, nullptr, 0, 0, no_token, {}, false};
  auto first = tokens.begin();
  x3::parse(first, tokens.end(), x3::with<state_tag>(std::ref(s))[report]);
  drop_row_numbers(tokens, s.tree.matrix.rows);
  return std::move(s.tree);
}

}  // namespace nianbao::grammar
