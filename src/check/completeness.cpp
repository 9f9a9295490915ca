// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "check/checks.hpp"
#include "form/labels.hpp"
#include "grammar/labels.hpp"
#include "text/fold.hpp"

namespace nianbao::rules {

namespace {

std::array<const Prose*, form::section_count> prose_of(const AnnualReport& r) noexcept {
  return {&r.overview.prose,
          &r.proactive_disclosure.prose,
          &r.applications.prose,
          &r.review_and_litigation.prose,
          &r.problems_and_improvements,
          &r.other_matters};
}

// What a report shows of its sections.
class Sections {
 public:
  explicit Sections(const Printed& printed) : prose(prose_of(printed.report)) {
    for (std::size_t s = 0, table = 0; s < form::section_count; ++s) {
      if (form::sections[s].has_table) has_figures[s] = printed.tables[table++].is_printed;
      has_headings = has_headings || !prose[s]->heading.empty();
    }
  }

  [[nodiscard]] bool is_there(std::size_t s) const noexcept {
    return has_figures[s] || !prose[s]->heading.empty() || !prose[s]->text.empty();
  }

  std::array<const Prose*, form::section_count> prose;
  std::array<bool, form::section_count> has_figures{};
  bool has_headings = false;  // JSON has none
};

Operand heading_operand(std::size_t section, const Prose& prose) {
  Operand operand;
  operand.path = form::sections[section].names.key;
  operand.text = prose.heading;
  operand.span = prose.heading_span;
  return operand;
}

void check_sections(const Sections& sections, Results& results) {
  if (!results.asks(RuleId::section_present)) return;
  for (std::size_t s = 0; s < form::section_count; ++s) {
    // Without any headings an empty section cannot be told from one that is not there.
    const auto missing = sections.has_headings ? RuleStatus::fail : RuleStatus::not_assessable;
    auto& finding = results.add(RuleId::section_present, sections.is_there(s) ? RuleStatus::pass : missing,
                                form::sections[s].names.key);
    finding.span = sections.prose[s]->heading_span;
  }
}

void check_order(const Sections& sections, Results& results) {
  if (!results.asks(RuleId::section_order)) return;
  auto& finding = results.add(RuleId::section_order, RuleStatus::not_assessable, "");
  const Prose* before = nullptr;
  for (std::size_t s = 0; s < form::section_count; ++s) {
    const auto& prose = *sections.prose[s];
    if (!prose.heading_span.exists()) continue;
    finding.operands.push_back(heading_operand(s, prose));
    if (before != nullptr && finding.status != RuleStatus::fail) {
      const bool in_order = before->heading_span.start < prose.heading_span.start;
      finding.status = in_order ? RuleStatus::pass : RuleStatus::fail;
      finding.span = prose.heading_span;
      finding.text = prose.heading;
    }
    before = &prose;
  }
}

// The wording of a heading without its number, spaces, punctuation and particles.
std::string wording_of(std::string_view heading) {
  std::string folded;
  std::string simplified;
  std::string out;
  grammar::label_skeleton(grammar::simplify(text::fold(heading, folded), simplified), out);
  return out;
}

const std::array<std::string, form::section_count>& official_wordings() {
  static const auto built = [] {
    std::array<std::string, form::section_count> wordings;
    for (std::size_t s = 0; s < wordings.size(); ++s) wordings[s] = wording_of(form::sections[s].names.label);
    return wordings;
  }();
  return built;
}

void check_wording(const Sections& sections, Results& results) {
  if (!results.asks(RuleId::section_wording)) return;
  for (std::size_t s = 0; s < form::section_count; ++s) {
    const auto& prose = *sections.prose[s];
    const auto& names = form::sections[s].names;
    if (prose.heading.empty()) {
      results.add(RuleId::section_wording, RuleStatus::not_assessable, names.key);
      continue;
    }
    const bool same = prose.heading == names.label || wording_of(prose.heading) == official_wordings()[s];
    auto& finding =
        results.add(RuleId::section_wording, same ? RuleStatus::pass : RuleStatus::fail, names.key);
    finding.operands.push_back(heading_operand(s, prose));
    finding.span = prose.heading_span;
    finding.text = prose.heading;
  }
}

const std::array<std::string, form::part_count>& part_paths() {
  static const auto built = [] {
    std::array<std::string, form::part_count> paths;
    for (std::size_t p = 0; p < paths.size(); ++p)
      paths[p] = std::string("overview.parts.") + form::overview_parts[p].names.key;
    return paths;
  }();
  return built;
}

bool has_any(std::string_view text, std::string_view words) noexcept {
  while (!words.empty()) {
    const auto bar = std::min(words.find('|'), words.size());
    if (text.find(words.substr(0, bar)) != std::string_view::npos) return true;
    words.remove_prefix(std::min(bar + 1, words.size()));
  }
  return false;
}

// Where 一 has no headings of parts, a word of the part will do.
bool has_part(const Overview& overview, const form::OverviewPartName& part) {
  if (overview.parts.empty()) return has_any(overview.prose.text, part.names.aliases);
  return std::any_of(overview.parts.begin(), overview.parts.end(),
                     [&](const OverviewPart& printed) { return printed.key == part.names.key; });
}

void check_parts(const Overview& overview, Results& results) {
  if (!results.asks(RuleId::overview_part)) return;
  for (std::size_t p = 0; p < form::part_count; ++p) {
    auto status = RuleStatus::not_assessable;
    if (!overview.prose.text.empty() || !overview.parts.empty())
      status = has_part(overview, form::overview_parts[p]) ? RuleStatus::pass : RuleStatus::fail;
    auto& finding = results.add(RuleId::overview_part, status, part_paths()[p]);
    finding.span = overview.prose.heading_span;
  }
}

void check_tables(const Sections& sections, Results& results) {
  if (!results.asks(RuleId::table_present)) return;
  for (std::size_t s = 0; s < form::section_count; ++s) {
    if (!form::sections[s].has_table) continue;
    auto& finding =
        results.add(RuleId::table_present, sections.has_figures[s] ? RuleStatus::pass : RuleStatus::fail,
                    form::sections[s].names.key);
    finding.span = sections.prose[s]->heading_span;
  }
}

std::string_view row_of(std::string_view path) noexcept { return path.substr(0, path.rfind('.')); }

// Calls `visit` with each row that the report's form asks for and of which nothing is printed.
template <class Visit>
void each_missing_row(const Printed& printed, const Table& table, Visit visit) {
  const auto version = printed.report.form == Template::unknown ? Template::form_2021 : printed.report.form;
  std::string_view row;
  bool is_printed = true;
  auto at = table.figures.begin();  // in the order of the form, subtotals only where there are any
  for (const auto& figure : form_figures(version)) {
    if (figure.path.compare(0, table.path.size(), table.path) != 0) continue;
    const bool is_there = at != table.figures.end() && at->path.data() == figure.path.data();
    const bool has_cell = is_there && rules::is_printed(*at->cell);
    if (is_there) ++at;
    if (figure.subtotal) continue;
    if (row.empty() || figure.path.compare(0, row.size(), row) != 0 || row != row_of(figure.path)) {
      if (!is_printed) visit(row);
      row = row_of(figure.path);
      is_printed = false;
    }
    is_printed = is_printed || has_cell;
  }
  if (!is_printed) visit(row);
}

void check_rows(const Printed& printed, const Sections& sections, Results& results) {
  if (!results.asks(RuleId::row_present)) return;
  for (std::size_t s = 0, t = 0; s < form::section_count; ++s) {
    if (!form::sections[s].has_table) continue;
    const auto& table = printed.tables[t++];
    auto& finding = results.add(RuleId::row_present,
                                table.is_printed ? RuleStatus::pass : RuleStatus::not_assessable, table.path);
    finding.span = sections.prose[s]->heading_span;
    if (!table.is_printed || table.is_whole) continue;
    each_missing_row(printed, table, [&finding](std::string_view row) {
      Operand operand;
      operand.path = row;
      operand.text = form::label_of(row, Language::chinese);
      if (finding.n++ == 0) finding.text = operand.text;
      finding.operands.push_back(std::move(operand));
      finding.status = RuleStatus::fail;
    });
  }
}

}  // namespace

void check_completeness(const Printed& printed, Results& results) {
  const Sections sections(printed);
  check_sections(sections, results);
  check_order(sections, results);
  check_wording(sections, results);
  check_parts(printed.report.overview, results);
  check_tables(sections, results);
  check_rows(printed, sections, results);
}

}  // namespace nianbao::rules
