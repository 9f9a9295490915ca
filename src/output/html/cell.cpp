// SPDX-License-Identifier: Apache-2.0
#include "output/html/cell.hpp"

#include <array>

#include "form/labels.hpp"

namespace nianbao::html {

namespace {

struct Drawing {
  const char* name;  // class
  std::string_view sign;
  Text spoken;
};

// A cell that only the text speaks of has no mark, but a sign of its own.
const Drawing& drawing_of(const CellNotes& notes) noexcept {
  static constexpr std::array<Drawing, 4> drawings{{
      {"stated", "〃", Text::spoken_statement},
      {"part", "", Text::spoken_part},
      {"fail", "✕", Text::spoken_fail},
      {"suspect", "◆", Text::spoken_suspect},
  }};
  return drawings[static_cast<std::size_t>(notes.mark)];
}

std::string class_of(const CellFace& face, const CellNotes* notes, bool is_right) {
  std::string name = std::string("fig ") + face.kind;
  if (notes != nullptr) {
    name += std::string(" ") + drawing_of(*notes).name;
    if (notes->mark != Mark::none) name += std::string(" ") + severity_class(notes->severity);
  }
  return is_right ? name + " right" : name;
}

}  // namespace

CellFace face_of(const Cell& cell, const Texts& texts) {
  std::string place = place_text(cell.span, texts);
  const auto value = cell.has_value() ? cell.value.to_string() : std::string();
  if (!cell.raw.empty() && cell.raw != value)
    place += std::string(texts(Text::comma)) + texts(Text::printed, {cell.raw});
  switch (cell.state) {
    case CellState::number: return {value, "number", {}, place, {}};
    case CellState::inferred: return {value, "inferred", texts(Text::state_inferred), place, {}};
    case CellState::blank:
      return {std::string(texts(Text::state_blank_short)), "blank", texts(Text::state_blank), place, {}};
    case CellState::not_applicable:
      return {cell.raw, "not-applicable", texts(Text::state_not_applicable), place, {}};
    case CellState::unreadable: return {cell.raw, "unreadable", texts(Text::state_unreadable), place, {}};
    default:
      return {std::string(texts(Text::state_absent_short)), "absent", texts(Text::state_absent), place, {}};
  }
}

std::string cell_anchor(std::string_view path) { return "c-" + std::string(path); }
std::string finding_anchor(std::size_t number) { return "f-" + std::to_string(number); }
std::string statement_anchor(std::size_t index) { return "s-" + std::to_string(index + 1); }
std::string link_to(std::string_view anchor) { return "#" + std::string(anchor); }

std::string place_text(const SourceSpan& span, const Texts& texts) {
  if (!span.exists()) return std::string(texts(Text::nowhere));
  return texts(Text::place, {std::to_string(span.line), std::to_string(span.column)});
}

const char* severity_class(Severity severity) noexcept {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    default: return "note";
  }
}

std::string_view severity_sign(Severity severity) noexcept {
  switch (severity) {
    case Severity::error: return "✕";
    case Severity::warning: return "▲";
    default: return "●";
  }
}

std::string_view severity_word(Severity severity, const Texts& texts) noexcept {
  switch (severity) {
    case Severity::error: return texts(Text::error);
    case Severity::warning: return texts(Text::warning);
    default: return texts(Text::note);
  }
}

void CellWriter::write(std::string_view path, const CellFace& face, bool is_right, const char* span) {
  const auto* notes = notes_.cell(path);
  out_.open("td", {{"id", cell_anchor(path)},
                   {"class", class_of(face, notes, is_right)},
                   {"colspan", span, std::string_view(span) != "1"}});
  if (notes == nullptr)
    write_plain(face);
  else
    write_marked(path, face, *notes);
  out_.close();
}

void CellWriter::write_plain(const CellFace& face) {
  const auto title = face.spoken.empty()
                         ? face.place
                         : std::string(face.spoken) + std::string(texts_(Text::comma)) + face.place;
  out_.open("span", {{"class", "v"}, {"title", title}}).text(face.value).close();
  write_below(face);
}

// The cell is a link to its first finding, so that the keyboard reaches it. Cells that are not at fault
// themselves are left out of the order of Tab: a failing sum has more than twenty of them.
void CellWriter::write_marked(std::string_view path, const CellFace& face, const CellNotes& notes) {
  const auto& drawing = drawing_of(notes);
  const auto tip = "t-" + std::string(path);
  out_.open("a", {{"class", "v"},
                  {"href", target_of(notes)},
                  {"aria-describedby", tip},
                  {"tabindex", "-1", notes.mark == Mark::none || notes.mark == Mark::part}});
  out_.text(face.value);
  if (!drawing.sign.empty()) out_.leaf("span", {{"class", "sign"}, {"aria-hidden", "true"}}, drawing.sign);
  out_.leaf("span", {{"class", "unseen"}},
            std::string(texts_(Text::comma)) + std::string(texts_(drawing.spoken)));
  if (!notes.findings.empty())
    out_.leaf("span", {{"class", "ref"}, {"aria-hidden", "true"}},
              std::to_string(notes_.number(notes.findings.front())));
  out_.close();
  write_below(face);
  write_explanation(path, face, notes);
}

std::string CellWriter::target_of(const CellNotes& notes) const {
  if (!notes.findings.empty()) return link_to(finding_anchor(notes_.number(notes.findings.front())));
  for (const auto suspect : notes.suspects)
    for (const auto finding : notes_.suspects()[suspect].findings)
      if (finding < notes_.findings().size() && notes_.number(finding) != 0)
        return link_to(finding_anchor(notes_.number(finding)));
  return notes.statements.empty() ? "#findings" : link_to(statement_anchor(notes.statements.front()));
}

void CellWriter::write_below(const CellFace& face) {
  if (!face.below.empty()) out_.leaf("span", {{"class", std::string("was ") + face.below_kind}}, face.below);
}

void CellWriter::write_explanation(std::string_view path, const CellFace& face, const CellNotes& notes) {
  out_.open("div", {{"class", "tip"}, {"role", "tooltip"}, {"id", "t-" + std::string(path)}});
  out_.leaf("p", {{"class", "tip-head"}}, form::label_of(path, texts_.language()));
  out_.open("p", {{"class", "tip-place"}});
  if (!face.spoken.empty()) out_.text(face.spoken).text(texts_(Text::comma));
  out_.text(face.place).close();
  for (const auto index : notes.findings) {
    const auto& finding = notes_.findings()[index];
    out_.open("p", {{"class", severity_class(finding.severity)}});
    out_.leaf("b", {{"aria-hidden", "true"}}, severity_sign(finding.severity)).text(" ");
    out_.text(finding.message(texts_.language())).close();
  }
  write_suspects(path, notes);
  for (const auto index : notes.statements) {
    const auto& statement = notes_.statements()[index];
    out_.leaf("p", {{"class", "said"}},
              texts_(Text::stated_in_text, {std::to_string(statement.value), statement.text}));
  }
  out_.close();
}

void CellWriter::write_suspects(std::string_view path, const CellNotes& notes) {
  for (const auto index : notes.suspects) {
    for (const auto& cell : notes_.suspects()[index].cells) {
      if (cell.path != path) continue;
      out_.open("p", {{"class", "guess"}});
      out_.leaf("b", {}, texts_(Text::suspects)).text(texts_(Text::colon));
      out_.text(notes_.suspects()[index].message(texts_.language())).close();
    }
  }
}

void CellWriter::write_check(const Finding* finding, bool is_right, const char* span) {
  const auto columns = std::string_view(span);
  if (finding == nullptr) {
    out_.open("td", {{"class", "check"}, {"colspan", span, columns != "1"}}).close();
    return;
  }
  const bool failed = finding->status == RuleStatus::fail;
  const auto number = notes_.number(notes_.index(*finding));
  std::string name = std::string("check ") + std::string(to_string(finding->status));
  if (failed) name += std::string(" ") + severity_class(finding->severity);
  if (is_right) name += " right";
  out_.open("td", {{"class", name}, {"colspan", span, columns != "1"}});
  if (number == 0) {
    const bool passed = finding->status == RuleStatus::pass;
    const auto spoken = texts_(passed ? Text::holds : Text::unasked);
    out_.leaf("span", {{"class", "v"}, {"role", "img"}, {"aria-label", spoken}, {"title", spoken}},
              passed ? "✓" : "–");
  } else {
    const auto difference = finding->difference ? finding->difference->to_string() : std::string();
    const auto spoken = failed ? texts_(Text::fails, {difference}) : std::string(texts_(Text::undecided));
    const auto tip = "t-" + finding_anchor(number);
    out_.open("a", {{"class", "v"},
                    {"href", link_to(finding_anchor(number))},
                    {"aria-label", spoken},
                    {"aria-describedby", tip},
                    {"tabindex", "-1", !failed}});
    out_.text(failed ? "≠" : "?").close();
    out_.open("div", {{"class", "tip"}, {"role", "tooltip"}, {"id", tip}});
    out_.leaf("p", {}, finding->message(texts_.language())).close();
  }
  out_.close();
}

}  // namespace nianbao::html
