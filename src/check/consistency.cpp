// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "check/checks.hpp"
#include "prose/places.hpp"
#include "text/fold.hpp"

namespace nianbao::rules {

namespace {

constexpr std::size_t none = std::string_view::npos;

// --- text of a draft ---------------------------------------------------------------------------------------

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

bool is_word(char c) noexcept {
  const char lower = text::lower(c);
  return is_digit(c) || (lower >= 'a' && lower <= 'z') || c == '.' || c == '-' || c == '_' || c == '/';
}

// What stands in a draft in place of a name or a figure.
constexpr std::array<std::string_view, 5> placeholders{"XX", "xx", "××", "ＸＸ", "___"};
constexpr std::array<std::string_view, 4> requests_to_fill_in{"此处填写", "请填写", "（填写", "(填写"};

// Where in a text something is left over: in order of the kinds of it.
using Stretches = std::vector<std::pair<std::size_t, std::size_t>>;

// Letters of a word or of an address are no placeholder; digits may stand before one (20XX年).
void find_placeholder(std::string_view text, std::string_view mark, Stretches& found) {
  const auto unit = mark.substr(0, mark.size() / (mark == "___" ? 3 : 2));
  for (auto at = text.find(mark); at != none; at = text.find(mark, at)) {
    auto end = at + mark.size();
    while (text.substr(end, unit.size()) == unit) end += unit.size();
    const bool joined_before = at > 0 && is_word(text[at - 1]) && !is_digit(text[at - 1]);
    const bool joined_behind = end < text.size() && is_word(text[end]);
    if (!joined_before && !joined_behind) found.emplace_back(at, end);
    at = end;
  }
}

Stretches find_leftovers(std::string_view text) {
  Stretches found;
  for (const auto mark : placeholders) find_placeholder(text, mark, found);
  for (const auto words : requests_to_fill_in)
    for (auto at = text.find(words); at != none; at = text.find(words, at + words.size()))
      found.emplace_back(at, at + words.size());
  std::sort(found.begin(), found.end());
  return found;
}

// More places than anybody looks at are only counted.
constexpr std::size_t most_places = 100;

void add_leftovers(std::string_view path, const Prose& prose, Finding& finding) {
  prose::Places places(prose);
  for (const auto& [start, end] : find_leftovers(prose.text)) {
    finding.status = RuleStatus::fail;
    ++finding.n;
    if (finding.operands.size() == most_places) continue;
    Operand operand;
    operand.path = path;
    operand.text = prose.text.substr(start, end - start);
    operand.span = places.of(start, end);
    finding.operands.push_back(std::move(operand));
  }
}

Prose of_text(const std::string& text) {
  Prose prose;
  prose.text = text;
  return prose;
}

void check_leftovers(const AnnualReport& report, Results& results) {
  if (!results.asks(RuleId::template_text)) return;
  auto& finding = results.add(RuleId::template_text, RuleStatus::pass, "");
  add_leftovers("title", of_text(report.title), finding);
  for (auto& operand : finding.operands) operand.span = report.title_span;
  add_leftovers("preamble", of_text(report.preamble), finding);
  add_leftovers("overview", report.overview.prose, finding);
  add_leftovers("problems_and_improvements", report.problems_and_improvements, finding);
  add_leftovers("other_matters", report.other_matters, finding);
  if (finding.operands.empty()) return;
  finding.text = finding.operands.front().text;
  finding.span = finding.operands.front().span;
}

// --- years -------------------------------------------------------------------------------------------------

void check_years(const AnnualReport& report, Results& results) {
  if (!results.asks(RuleId::year_consistent)) return;
  auto& finding = results.add(RuleId::year_consistent, RuleStatus::not_assessable, "");
  finding.span = report.title_span;
  if (!report.year || !report.period) return;
  finding.n = *report.year;
  finding.m = report.period->start.year;
  finding.status = finding.n == finding.m ? RuleStatus::pass : RuleStatus::fail;
}

// The year in front of the 年 at `at`, as four digits; 0 if there is none.
std::int64_t year_before(std::string_view text, std::size_t at) noexcept {
  while (at > 0 && text[at - 1] == ' ') --at;
  if (at < 4 || (at > 4 && is_digit(text[at - 5]))) return 0;
  std::int64_t year = 0;
  for (auto i = at - 4; i < at; ++i) {
    if (!is_digit(text[i])) return 0;
    year = year * 10 + (text[i] - '0');
  }
  return year >= 1990 && year <= 2100 ? year : 0;
}

bool begins_sentence(std::string_view before) noexcept {
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  if (before.empty() || before.back() == '\n') return true;
  for (const std::string_view stop : {"。", "；", "："})
    if (before.size() >= stop.size() && before.substr(before.size() - stop.size()) == stop) return true;
  return false;
}

// Whether section 一 speaks of `year` anywhere, and the first other year that a sentence begins with: years
// elsewhere may be those of laws and plans.
struct SpokenYears {
  bool own = false;
  std::int64_t other = 0;
  std::size_t other_start = 0;  // where it stands
  std::size_t other_end = 0;
};

SpokenYears years_in(std::string_view text, std::int64_t own) {
  SpokenYears years;
  static constexpr std::string_view mark = "年";
  for (auto at = text.find(mark); at != none; at = text.find(mark, at + mark.size())) {
    const auto year = year_before(text, at);
    if (year == own) years.own = true;
    if (year == 0 || year == own || years.other != 0) continue;
    auto start = at;
    while (start > 0 && (is_digit(text[start - 1]) || text[start - 1] == ' ')) --start;
    if (begins_sentence(text.substr(0, start))) years = {years.own, year, start, at + mark.size()};
  }
  return years;
}

void check_year_in_text(const AnnualReport& report, Results& results) {
  if (!results.asks(RuleId::year_in_text)) return;
  auto& finding = results.add(RuleId::year_in_text, RuleStatus::not_assessable, "overview");
  finding.span = report.overview.prose.span;
  if (!report.year) return;
  const auto years = years_in(report.overview.prose.text, *report.year);
  finding.n = *report.year;
  finding.m = years.other;
  if (years.own)
    finding.status = RuleStatus::pass;
  else if (years.other != 0) {
    finding.status = RuleStatus::fail;
    finding.span = prose::place_of(report.overview.prose, years.other_start, years.other_end);
  }
}

void check_form(const AnnualReport& report, Results& results) {
  if (!results.asks(RuleId::template_year)) return;
  auto& finding = results.add(RuleId::template_year, RuleStatus::not_assessable, "");
  finding.span = report.title_span;
  if (!report.year || report.form == Template::unknown || *report.year < 2019) return;
  finding.m = *report.year;
  finding.n = report.form == Template::form_2019 ? 2019 : 2021;
  const bool is_old_year = *report.year < 2021;
  finding.status = is_old_year == (report.form == Template::form_2019) ? RuleStatus::pass : RuleStatus::fail;
}

// --- sections of text --------------------------------------------------------------------------------------

// Text shorter than this, numbers of its paragraphs left out, cannot name a problem and what is done.
constexpr std::size_t shortest_substance = 12;

bool has_substance(std::string_view text) {
  // So many bytes hold enough characters whatever they are.
  if (text.size() > 32 * shortest_substance) return true;
  std::string folded;
  std::string words;
  text::skeleton(text::fold(text, folded), words);
  return text::characters(words) >= shortest_substance;
}

void check_problems(const AnnualReport& report, Results& results) {
  if (!results.asks(RuleId::problems_substance)) return;
  const auto& prose = report.problems_and_improvements;
  auto& finding = results.add(RuleId::problems_substance, RuleStatus::pass, "problems_and_improvements");
  finding.span = prose.span.exists() ? prose.span : prose.heading_span;
  if (prose.text.empty() && prose.heading.empty()) {
    finding.status = RuleStatus::not_assessable;
    return;
  }
  if (has_substance(prose.text)) return;
  finding.status = RuleStatus::fail;
  finding.text = prose.text;
}

void check_fee_statement(const AnnualReport& report, Results& results) {
  if (!results.asks(RuleId::fee_statement)) return;
  const auto& overdue = report.applications.results.other.fee_overdue.total;
  auto& finding = results.add(RuleId::fee_statement, RuleStatus::pass, "other_matters");
  finding.span = report.other_matters.heading_span;
  finding.operands.push_back(
      operand_of("applications.results.other.fee_overdue.total", overdue, OperandSide::none));
  const auto count = printed_count(overdue);
  if (!is_printed(overdue)) {
    finding.status = RuleStatus::not_assessable;
  } else if (!count) {
    finding.status = RuleStatus::uncertain;
    finding.n = 1;
  } else if (*count > 0) {
    finding.n = *count;
    const bool speaks = report.other_matters.text.find("费") != std::string::npos ||
                        report.other_matters.text.find("費") != std::string::npos;
    finding.status = speaks ? RuleStatus::pass : RuleStatus::fail;
  }
}

// --- 四 and 三 ---------------------------------------------------------------------------------------------

// How many requests a row has. Where 总计 was not printed, any request of an applicant shows that there were.
std::optional<std::int64_t> requests_in(const ApplicantCounts& row) noexcept {
  if (is_printed(row.total)) return printed_count(row.total);
  std::int64_t some = 0;
  for (const auto& applicant : form::applicants)
    some = std::max(some, printed_count(row.*applicant.cell).value_or(0));
  return some > 0 ? std::optional<std::int64_t>(some) : std::nullopt;
}

void check_disputes(const AnnualReport& report, Results& results) {
  if (!results.asks(RuleId::dispute_without_request)) return;
  const auto& review = report.review_and_litigation;
  const auto& requests = report.applications;
  auto& finding =
      results.add(RuleId::dispute_without_request, RuleStatus::not_assessable, "review_and_litigation");
  finding.span = review.prose.heading_span;
  std::int64_t disputes = 0;
  bool any = false;
  for (std::size_t b = 0; b < form::review_block_count; ++b) {
    const auto& total = (review.*form::review_blocks[b].counts).total;
    const auto id = review_cell(b, form::outcome_total);
    finding.operands.push_back(operand_of(path_of(id), total, OperandSide::none));
    const auto count = printed_count(total);
    any = any || count.has_value();
    disputes += count.value_or(0);
  }
  if (!any) return;
  finding.operands.push_back(
      operand_of("applications.newly_received.total", requests.newly_received.total, OperandSide::none));
  finding.operands.push_back(
      operand_of("applications.carried_over_in.total", requests.carried_over_in.total, OperandSide::none));
  const auto received = requests_in(requests.newly_received);
  const auto carried = requests_in(requests.carried_over_in);
  finding.status = RuleStatus::pass;
  if (disputes <= 0) return;
  finding.n = disputes;
  if (received.value_or(0) > 0 || carried.value_or(0) > 0) return;
  if (received && carried) {
    finding.status = RuleStatus::fail;
  } else {
    finding.status = RuleStatus::uncertain;
    finding.n = (received ? 0 : 1) + (carried ? 0 : 1);
  }
}

}  // namespace

void check_consistency(const AnnualReport& report, Results& results) {
  check_leftovers(report, results);
  check_years(report, results);
  check_year_in_text(report, results);
  check_form(report, results);
  check_problems(report, results);
  check_fee_statement(report, results);
  check_disputes(report, results);
}

}  // namespace nianbao::rules
