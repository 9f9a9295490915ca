// SPDX-License-Identifier: Apache-2.0
#include "output/html/findings.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "form/labels.hpp"
#include "output/html/cell.hpp"
#include "output/html/labels.hpp"
#include "text/utf8.hpp"

namespace nianbao::html {

namespace {

bool is_equation(const Finding& finding) {
  const auto has = [&finding](OperandSide side) {
    return std::any_of(finding.operands.begin(), finding.operands.end(),
                       [side](const Operand& operand) { return operand.side == side; });
  };
  return has(OperandSide::left) && has(OperandSide::right);
}

// Longer sums are set as a column of figures.
constexpr std::size_t most_in_a_line = 7;

// Of cells that a finding is about, the rest is folded up: the form shows them better.
constexpr std::size_t most_cells = 6;

bool is_zero(const Operand& operand) {
  return operand.state == CellState::number && operand.value.coefficient == 0;
}

std::string printed_value(const Operand& operand, const Texts& texts) {
  switch (operand.state) {
    case CellState::number:
    case CellState::inferred: return operand.value.to_string();
    case CellState::blank: return std::string(texts(Text::state_blank));
    case CellState::absent: return std::string(texts(Text::state_absent));
    default: return operand.text;
  }
}

}  // namespace

void write_badge(Writer& out, const Texts& texts, Severity severity) {
  out.open("span", {{"class", std::string("badge ") + severity_class(severity)}});
  out.leaf("b", {{"aria-hidden", "true"}}, severity_sign(severity)).text(" ");
  out.text(severity_word(severity, texts)).close();
}

namespace {

constexpr std::size_t longest_mark = 240;  // bytes
constexpr int characters_before = 24;
constexpr int characters_behind = 32;

void write_excerpt(Writer& out, std::string_view text, output::TextRange place) {
  auto begin = place.begin;
  for (int left = characters_before; left > 0 && begin > 0 && text[begin - 1] != '\n'; --left)
    text::previous_utf8(text, begin);
  auto end = place.end;
  for (int left = characters_behind; left > 0 && end < text.size() && text[end] != '\n'; --left)
    text::next_utf8(text, end);
  out.open("code", {{"class", "excerpt"}, {"lang", "zh-CN"}});
  if (begin > 0 && text[begin - 1] != '\n') out.text("…");
  out.text(text.substr(begin, place.begin - begin));
  out.leaf("mark", {}, text.substr(place.begin, place.end - place.begin));
  out.text(text.substr(place.end, end - place.end));
  if (end < text.size() && text[end] != '\n') out.text("…");
  out.close();
}

}  // namespace

void write_place(Writer& out, const Texts& texts, const output::Places& places, const SourceSpan& span) {
  if (!span.exists()) return;
  out.open("p", {{"class", "place"}}).leaf("span", {}, place_text(span, texts)).text(" ");
  if (const auto place = places.find(span, longest_mark)) write_excerpt(out, places.text(), *place);
  out.close();
}

// --- summary ----------------------------------------------------------------------------------------------

void FindingsWriter::write_summary(const std::vector<Diagnostic>& diagnostics) {
  out_.open("section", {{"class", "summary"}, {"aria-labelledby", "summary"}});
  out_.leaf("h2", {{"id", "summary"}}, texts_(Text::summary));
  write_verdict(diagnostics);
  write_counts();
  write_rules();
  out_.close();
}

// Nothing is called good that could not be read or decided.
void FindingsWriter::write_verdict(const std::vector<Diagnostic>& diagnostics) {
  const auto unread = std::count_if(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::error;
  });
  out_.open("p", {{"class", "verdict"}});
  const auto say = [&](const char* name, std::string_view sign, Text words, std::size_t count) {
    if (count == 0) return;
    out_.open("span", {{"class", std::string("badge ") + name}});
    out_.leaf("b", {{"aria-hidden", "true"}}, sign).text(" ");
    out_.text(texts_(words, {std::to_string(count)})).close().text(" ");
  };
  const auto failed = [&](Severity severity, Text words) {
    say(severity_class(severity), severity_sign(severity), words, notes_.failures(severity));
  };
  if (notes_.count(RuleStatus::fail) == 0)
    out_.leaf("span", {{"class", "badge pass"}}, texts_(Text::all_passed)).text(" ");
  failed(Severity::error, Text::errors);
  failed(Severity::warning, Text::warnings);
  failed(Severity::note, Text::notes);
  say("uncertain", "?", Text::undecided_count, notes_.count(RuleStatus::uncertain));
  say("uncertain", "▨", Text::unread_count, static_cast<std::size_t>(unread));
  out_.close();
}

void FindingsWriter::write_counts() {
  out_.open("dl", {{"class", "counts"}});
  const auto count = [this](RuleStatus status, Text word) {
    out_.open("div", {{"class", to_string(status)}});
    out_.leaf("dt", {}, texts_(word)).leaf("dd", {}, std::to_string(notes_.count(status)));
    out_.close();
  };
  count(RuleStatus::fail, Text::fail);
  count(RuleStatus::uncertain, Text::uncertain);
  count(RuleStatus::pass, Text::pass);
  count(RuleStatus::not_assessable, Text::not_assessable);
  out_.close();
}

// One line for each rule that failed, the worst first, with a link to the first of its findings.
void FindingsWriter::write_rules() {
  std::map<std::pair<Severity, std::size_t>, std::size_t> rules;  // severity and first finding → how often
  std::map<RuleId, std::size_t> first;
  for (const auto index : notes_.shown()) {
    const auto& finding = notes_.findings()[index];
    if (finding.status != RuleStatus::fail) break;
    const auto at = first.emplace(finding.rule, index).first->second;
    ++rules[{notes_.findings()[at].severity, at}];
  }
  if (rules.empty()) return;
  out_.open("ul", {{"class", "rules"}, {"aria-label", texts_(Text::failing_rules)}});
  for (const auto& [key, count] : rules) {
    const auto& finding = notes_.findings()[key.second];
    const auto& info = rule_info(finding.rule);
    out_.open("li", {{"class", severity_class(finding.severity)}});
    out_.leaf("b", {{"aria-hidden", "true"}}, severity_sign(finding.severity)).text(" ");
    out_.leaf("a", {{"href", link_to(finding_anchor(notes_.number(key.second)))}, {"title", info.word}},
              rule_name(info.id, texts_));
    out_.text(" ").leaf("span", {{"class", "times"}}, "× " + std::to_string(count));
    out_.close();
  }
  out_.close();
}

// --- list -------------------------------------------------------------------------------------------------

void FindingsWriter::write_list() {
  out_.open("section", {{"class", "findings"}, {"aria-labelledby", "findings"}});
  out_.leaf("h2", {{"id", "findings"}}, texts_(Text::findings));
  bool uncertain = false;
  for (const auto index : notes_.shown()) {
    if (!uncertain && notes_.findings()[index].status == RuleStatus::uncertain) {
      uncertain = true;
      out_.open("details", {{"class", "rest"}});
      out_.leaf("summary", {},
                texts_(Text::uncertain_findings, {std::to_string(notes_.count(RuleStatus::uncertain))}));
    }
    write_finding(index);
  }
  if (uncertain) out_.close();
  write_rest(RuleStatus::pass, Text::passed_findings);
  write_rest(RuleStatus::not_assessable, Text::unasked_findings);
  out_.close();
}

void FindingsWriter::write_finding(std::size_t index) {
  const auto& finding = notes_.findings()[index];
  const bool failed = finding.status == RuleStatus::fail;
  std::string cells;  // for the script, which lights them
  for (const auto& operand : finding.operands)
    if (notes_.is_drawn(operand.path)) cells += (cells.empty() ? "" : " ") + cell_anchor(operand.path);
  out_.open("article",
            {{"id", finding_anchor(notes_.number(index))},
             {"class", std::string("finding ") + (failed ? severity_class(finding.severity) : "uncertain")},
             {"tabindex", "-1"},
             {"data-cells", cells, !cells.empty()}});
  write_head(finding, notes_.number(index));
  out_.open("p", {{"class", "message"}}).text(finding.message(texts_.language())).close();
  if (const auto statement = notes_.statement_of(finding); statement < notes_.statements().size()) {
    out_.open("p", {{"class", "meta"}});
    out_.leaf("a", {{"href", link_to(statement_anchor(statement))}}, texts_(Text::to_statement)).close();
  }
  if (is_equation(finding))
    write_equation(finding);
  else
    write_involved(finding);
  write_suspects(index);
  write_place(out_, texts_, places_, finding.span);
  write_rule(finding);
  out_.close();
}

void FindingsWriter::write_head(const Finding& finding, std::size_t number) {
  out_.open("h3");
  out_.leaf("span",
            {{"class", "number"}, {"aria-label", texts_(Text::finding_number, {std::to_string(number)})}},
            std::to_string(number));
  out_.text(" ");
  if (finding.status == RuleStatus::fail)
    write_badge(out_, texts_, finding.severity);
  else
    out_.leaf("span", {{"class", "badge uncertain"}}, texts_(Text::uncertain));
  const auto& info = rule_info(finding.rule);
  out_.text(" ").leaf("span", {{"class", "rule"}, {"title", rule_formula(info, texts_)}},
                      rule_name(info.id, texts_));
  out_.close();
}

void FindingsWriter::write_equation(const Finding& finding) {
  out_.open("p", {{"class", "equation"}});
  write_side(finding, OperandSide::left);
  const bool failed = finding.status == RuleStatus::fail;
  const auto sign = failed ? "≠" : (finding.status == RuleStatus::uncertain ? "?" : "=");
  const auto spoken = texts_(failed ? Text::unequal : Text::equal);
  out_.text(" ").leaf("b", {{"class", "relation"}, {"role", "img"}, {"aria-label", spoken}}, sign).text(" ");
  write_side(finding, OperandSide::right);
  out_.close();
}

void FindingsWriter::write_side(const Finding& finding, OperandSide side) {
  std::size_t terms = 0;
  std::size_t zeros = 0;
  const auto of_side = static_cast<std::size_t>(
      std::count_if(finding.operands.begin(), finding.operands.end(),
                    [side](const Operand& operand) { return operand.side == side; }));
  out_.open("span", {{"class", of_side > most_in_a_line ? "side long" : "side"}});
  for (const auto& operand : finding.operands) {
    if (operand.side != side) continue;
    if (is_zero(operand) && of_side > 2) {
      ++zeros;
      continue;
    }
    if (terms++ > 0) write_plus();
    write_term(finding, operand);
  }
  if (zeros > 0) {
    if (terms > 0) write_plus();
    out_.leaf("span", {{"class", "zeros"}}, texts_(Text::zeros, {std::to_string(zeros)}));
  }
  if (of_side > 1) write_sum(side == OperandSide::left ? finding.left : finding.right);
  out_.close();
}

void FindingsWriter::write_plus() { out_.leaf("span", {{"class", "plus"}}, " + "); }

void FindingsWriter::write_sum(const std::optional<Decimal>& sum) {
  if (sum) out_.open("span", {{"class", "sum"}}).text(" = ").leaf("b", {}, sum->to_string()).close();
}

void FindingsWriter::write_term(const Finding& finding, const Operand& operand) {
  const auto label = term_label(finding, operand);
  const bool has_cell = notes_.is_drawn(operand.path);
  out_.open(has_cell ? "a" : "span", {{"class", "term"},
                                      {"href", link_to(cell_anchor(operand.path)), has_cell},
                                      {"title", form::label_of(operand.path, texts_.language())}});
  // A text that a finding is about has no value, only words.
  const bool is_text = figure_info(operand.path) == nullptr && operand.state == CellState::absent;
  if (!is_text) out_.leaf("b", {}, printed_value(operand, texts_));
  out_.leaf("i", {}, label).close();
}

// In an equation of a row its cells differ by their columns, and the other way round.
std::string FindingsWriter::term_label(const Finding& finding, const Operand& operand) const {
  const auto* figure = figure_info(operand.path);
  const auto scope = rule_info(finding.rule).scope;
  std::string label;
  if (figure == nullptr)
    label = form::label_of(operand.path, texts_.language());
  else if (scope == RuleScope::row || scope == RuleScope::block)
    label = column_label(*figure, texts_);
  else if (scope == RuleScope::column || scope == RuleScope::cell)
    label = row_label(*figure, texts_);
  else
    label = form::label_of(operand.path, texts_.language());
  return operand.of_older ? texts_(Text::older_operand, {label}) : label;
}

void FindingsWriter::write_involved(const Finding& finding) {
  const auto count = finding.operands.size();
  if (count == 0) return;
  out_.open("div", {{"class", "involved"}});
  out_.text(texts_(Text::involved)).text(texts_(Text::colon));
  write_cells(finding, 0, std::min(count, most_cells));
  if (count > most_cells) {
    out_.open("details").leaf("summary", {}, texts_(Text::more_cells, {std::to_string(count - most_cells)}));
    write_cells(finding, most_cells, count);
    out_.close();
  }
  out_.close();
}

void FindingsWriter::write_cells(const Finding& finding, std::size_t first, std::size_t past) {
  for (auto i = first; i < past; ++i) {
    write_term(finding, finding.operands[i]);
    out_.text(" ");
  }
}

// The likeliest are spelled out, the others folded up.
void FindingsWriter::write_suspects(std::size_t index) {
  std::vector<std::size_t> others;
  for (const auto suspect : notes_.suspects_of(index)) {
    if (notes_.suspects()[suspect].rank == 1)
      write_suspect(notes_.suspects()[suspect]);
    else
      others.push_back(suspect);
  }
  if (others.empty()) return;
  out_.open("details", {{"class", "guesses"}});
  out_.leaf("summary", {}, texts_(Text::other_suspects, {std::to_string(others.size())}));
  for (const auto suspect : others) write_suspect(notes_.suspects()[suspect]);
  out_.close();
}

void FindingsWriter::write_suspect(const Suspect& suspect) {
  out_.open("p", {{"class", "guess"}});
  out_.leaf("b", {}, std::string("◆ ") + std::string(texts_(Text::suspects))).text(texts_(Text::colon));
  out_.text(suspect.message(texts_.language()));
  for (const auto& cell : suspect.cells) {
    const bool has_cell = notes_.is_drawn(cell.path);
    out_.text(" ");
    out_.open(has_cell ? "a" : "span",
              {{"class", "change"}, {"href", link_to(cell_anchor(cell.path)), has_cell}});
    out_.leaf("del", {}, cell.printed.to_string()).text(" → ");
    out_.leaf("ins", {}, cell.suggested.to_string()).close();
  }
  out_.close();
}

void FindingsWriter::write_rule(const Finding& finding) {
  const auto& info = rule_info(finding.rule);
  out_.open("p", {{"class", "formula"}});
  const bool is_english = texts_.is_english();
  out_.leaf("code", {}, info.word).text(" ");
  out_.leaf("code", {}, is_english ? info.formula : info.formula_zh).text(" ");
  out_.leaf("span", {{"class", "source"}}, texts_(Text::source)).text(texts_(Text::colon));
  out_.text(is_english ? info.source : info.source_zh);
  out_.close();
}

void FindingsWriter::write_rest(RuleStatus status, Text heading) {
  const auto count = notes_.count(status);
  if (count == 0) return;
  out_.open("details", {{"class", "rest"}});
  out_.leaf("summary", {}, texts_(heading, {std::to_string(count)}));
  out_.open("ul");
  for (const auto& finding : notes_.findings()) {
    if (finding.status != status) continue;
    out_.open("li").leaf("span", {{"class", "rule"}}, rule_name(finding.rule, texts_)).text(" ");
    out_.text(form::label_of(finding.subject, texts_.language()));
    if (finding.left && finding.right) {
      out_.text(texts_(Text::colon));
      out_.leaf("span", {{"class", "figures"}},
                finding.left->to_string() + " = " + finding.right->to_string());
    }
    out_.close();
  }
  out_.close().close();
}

}  // namespace nianbao::html
