// SPDX-License-Identifier: Apache-2.0
#include "output/html/prose.hpp"

#include <algorithm>
#include <string>

#include "form/form.hpp"
#include "form/labels.hpp"
#include "output/html/cell.hpp"
#include "output/html/findings.hpp"
#include "output/html/labels.hpp"

namespace nianbao::html {

namespace {

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U && byte != '\n' && byte != ' ';
  }));
}

// Which table a statement belongs to that fits no cell of any.
std::string_view table_of(StatementKind kind) {
  switch (kind) {
    case StatementKind::reconsideration:
    case StatementKind::litigation:
    case StatementKind::litigation_direct:
    case StatementKind::litigation_after_reconsideration:
    case StatementKind::disputes: return form::sections[form::section::review].names.key;
    case StatementKind::regulations_issued:
    case StatementKind::regulations_repealed:
    case StatementKind::regulations_in_force:
    case StatementKind::documents_issued:
    case StatementKind::documents_repealed:
    case StatementKind::documents_in_force:
    case StatementKind::administrative_fees: return form::sections[form::section::disclosure].names.key;
    default: return form::sections[form::section::applications].names.key;
  }
}

}  // namespace

void write_section_heading(Writer& out, const Texts& texts, std::size_t section, const Prose& prose) {
  const auto& names = form::sections[section].names;
  const std::string anchor = std::string("section-") + names.key;
  out.open("h2", {{"id", anchor}});
  write_label(out, texts, names.label, names.english);
  out.close();
  if (!prose.heading.empty() && prose.heading != names.label)
    out.leaf("span", {{"class", "as-printed"}, {"lang", "zh-CN"}}, texts(Text::printed, {prose.heading}));
}

bool ProseWriter::contradicts(std::size_t statement) const {
  const auto& s = notes_.statements()[statement];
  return s.matched.empty() && notes_.contradiction(s) != nullptr;
}

// Statements come in order of their places, so those of one text that overlap follow each other.
std::vector<ProseWriter::Mark> ProseWriter::marks_of(std::string_view path, std::size_t length) const {
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < notes_.statements().size(); ++i) {
    const auto& statement = notes_.statements()[i];
    if (statement.path != path || statement.start >= statement.end || statement.end > length) continue;
    if (!marks.empty() && statement.start < marks.back().end) {
      marks.back().end = std::max(marks.back().end, statement.end);
      marks.back().contradicts = marks.back().contradicts || contradicts(i);
    } else {
      marks.push_back({statement.start, statement.end, i, contradicts(i)});
    }
  }
  return marks;
}

void ProseWriter::write_section(std::size_t section, const Prose& prose) {
  const auto marks = marks_of(form::sections[section].names.key, prose.text.size());
  const bool open =
      std::any_of(marks.begin(), marks.end(), [](const Mark& mark) { return mark.contradicts; });
  out_.open("details", {{"class", "prose"}, {"open", "", open}});
  write_summary(section, prose, marks);
  write_text(prose, marks);
  out_.close();
}

void ProseWriter::write_summary(std::size_t section, const Prose& prose, const std::vector<Mark>& marks) {
  out_.open("summary");
  write_section_heading(out_, texts_, section, prose);
  out_.open("span", {{"class", "meta"}});
  if (prose.heading.empty() && prose.text.empty()) {
    out_.leaf("span", {{"class", "badge error"}}, texts_(Text::section_missing));
  } else {
    out_.text(texts_(Text::characters, {std::to_string(characters(prose.text))}));
    if (!marks.empty()) out_.text(" · ").text(texts_(Text::statement_count, {std::to_string(marks.size())}));
    const auto wrong = std::count_if(marks.begin(), marks.end(), [](const Mark& m) { return m.contradicts; });
    if (wrong > 0) {
      out_.text(" · ");
      out_.leaf("b", {{"class", "bad"}}, texts_(Text::disagree_count, {std::to_string(wrong)}));
    }
  }
  out_.close().close();
}

void ProseWriter::write_text(const Prose& prose, const std::vector<Mark>& marks) {
  const std::string_view text = prose.text;
  std::size_t at = 0;
  out_.open("div", {{"class", "text"}, {"lang", "zh-CN"}}).open("p");
  for (const auto& mark : marks) {
    write_paragraphs(text.substr(at, mark.start - at));
    out_.open("a", {{"class", mark.contradicts ? "stmt disagree" : "stmt"},
                    {"href", link_to(statement_anchor(mark.first_statement))}});
    out_.text(text.substr(mark.start, mark.end - mark.start)).close();
    at = mark.end;
  }
  write_paragraphs(text.substr(at));
  out_.close().close();
}

// Into an open paragraph: a line break closes it and opens another.
void ProseWriter::write_paragraphs(std::string_view text) {
  for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    out_.text(text.substr(0, end)).close().open("p");
    text.remove_prefix(end + 1);
  }
  out_.text(text);
}

// --- statements beside the tables -------------------------------------------------------------------------

bool ProseWriter::is_about(std::size_t statement, std::string_view table) const {
  const auto& s = notes_.statements()[statement];
  return (s.matched.empty() ? table_of(s.kind) : s.matched.front()).substr(0, table.size()) == table;
}

void ProseWriter::write_statements(std::string_view table) {
  bool any = false;
  for (std::size_t i = 0; i < notes_.statements().size(); ++i) {
    if (!is_about(i, table)) continue;
    if (!any) {
      any = true;
      out_.open("table", {{"class", "statements"}});
      out_.leaf("caption", {}, texts_(Text::statements));
      out_.open("thead").open("tr");
      for (const auto head : {Text::verdict, Text::statement, Text::stated, Text::compared_with})
        out_.leaf("th", {{"scope", "col"}}, texts_(head));
      out_.close().close().open("tbody");
    }
    write_statement(i);
  }
  if (any) out_.close().close();
}

void ProseWriter::write_statement(std::size_t index) {
  const auto& statement = notes_.statements()[index];
  out_.open("tr", {{"id", statement_anchor(index)}, {"class", contradicts(index) ? "disagree" : "agree"}});
  write_verdict(index);
  out_.open("td", {{"class", "clause"}}).leaf("q", {{"lang", "zh-CN"}}, statement.text);
  if (statement.span.exists())
    out_.text(" ").leaf("span", {{"class", "place"}}, place_text(statement.span, texts_));
  out_.close();
  out_.open("td", {{"class", "figures"}}).number(statement.value).text(statement.unit).close();
  write_matched(index);
  out_.close();
}

void ProseWriter::write_verdict(std::size_t index) {
  const auto& statement = notes_.statements()[index];
  const auto* contradiction = statement.matched.empty() ? notes_.contradiction(statement) : nullptr;
  out_.open("td", {{"class", "verdict"}});
  if (!statement.matched.empty())
    out_.leaf("b", {{"class", "good"}}, std::string("✓ ") + std::string(texts_(Text::agrees)));
  else if (contradiction != nullptr)
    out_.leaf(
        "a",
        {{"class", "bad"}, {"href", link_to(finding_anchor(notes_.number(notes_.index(*contradiction))))}},
        std::string("✕ ") + std::string(texts_(Text::disagrees)));
  else
    out_.leaf("span", {{"class", "meta"}}, texts_(Text::not_compared));
  out_.close();
}

// The cells that the statement equals; of one that fits none, those that it was held against.
void ProseWriter::write_matched(std::size_t index) {
  const auto& statement = notes_.statements()[index];
  out_.open("td");
  write_terms(statement.matched, " + ", "");
  write_terms(statement.matched_less, " − ", " − ");
  if (statement.matched.empty())
    if (const auto* contradiction = notes_.contradiction(statement); contradiction != nullptr) {
      std::vector<std::string_view> paths;
      for (const auto& operand : contradiction->operands)
        if (notes_.is_drawn(operand.path)) paths.push_back(operand.path);
      write_terms(paths, " + ", "");
    }
  out_.close();
}

void ProseWriter::write_terms(const std::vector<std::string_view>& paths, std::string_view between,
                              std::string_view before) {
  for (std::size_t i = 0; i < paths.size(); ++i) {
    out_.text(i > 0 ? between : before);
    const auto* cell = cells_.find(paths[i]);
    out_.open(cell != nullptr ? "a" : "span",
              {{"class", "term"}, {"href", link_to(cell_anchor(paths[i])), cell != nullptr}});
    out_.leaf("b", {}, cell == nullptr ? std::string() : face_of(*cell, texts_).value);
    out_.leaf("i", {}, form::label_of(paths[i], texts_.language())).close();
  }
}

}  // namespace nianbao::html
