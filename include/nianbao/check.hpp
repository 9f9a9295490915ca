// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/diagnostic.hpp"
#include "nianbao/export.hpp"
#include "nianbao/report.hpp"
#include "nianbao/statement.hpp"

/// What a reviewing office checks by hand: sums, marks, completeness, text against tables.
namespace nianbao {

/// Every rule, with its stable number; the table is `nianbao/rules.def`.
enum class RuleId : std::uint16_t {
#define NIANBAO_RULE(number, name, word, title, title_zh, scope, severity, forms, formula, formula_zh, \
                     source, source_zh, english, chinese)                                              \
  name = number,
#include "nianbao/rules.def"
#undef NIANBAO_RULE
};

/// `uncertain`: a figure that the rule needs is blank, absent or unreadable. `not_assessable`: what the rule
/// is about is not there at all, or the report does not say where it was printed.
enum class RuleStatus : std::uint8_t { pass, fail, uncertain, not_assessable };

/// What one result of a rule is about.
enum class RuleScope : std::uint8_t { report, section, part, table, row, column, block, cell, statement };

/// On which form a rule is asked; `pair` rules compare the reports of two years.
enum class RuleForms : std::uint8_t { both, of_2021, of_2019, pair };

/// "pass", "fail", "uncertain", "not_assessable".
NIANBAO_EXPORT std::string_view to_string(RuleStatus status) noexcept;
/// "report", "section", …
NIANBAO_EXPORT std::string_view to_string(RuleScope scope) noexcept;
/// "both", "2021", "2019", "pair".
NIANBAO_EXPORT std::string_view to_string(RuleForms forms) noexcept;
/// The stable word, e.g. "balance".
NIANBAO_EXPORT std::string_view to_string(RuleId rule) noexcept;

/// One line of the table of rules. Static storage.
struct RuleInfo {
  RuleId id;
  RuleScope scope;
  Severity severity;
  RuleForms forms;
  const char* symbol;  ///< the name in C and C++, e.g. "row_total"
  const char* word;    ///< "row-total"
  const char* title;   ///< what offices call it: "Sum of applicants"
  const char* title_zh;
  const char* formula;     ///< in readable form, with paths of the form
  const char* formula_zh;  ///< with the form's own words
  const char* source;      ///< where the rule is written
  const char* source_zh;
  const char* english;  ///< message of a failure
  const char* chinese;
};

/// All rules in order of number. Static storage.
NIANBAO_EXPORT const std::vector<RuleInfo>& rule_catalogue();

/// On which side of the rule's equation an operand stands.
enum class OperandSide : std::uint8_t { none, left, right };

/// Something that a result was made of: a figure, a heading, a sentence.
struct Operand {
  std::string_view path;  ///< of a figure, a section or a text; static storage
  OperandSide side = OperandSide::none;
  bool of_older = false;  ///< in a comparison: of the older report
  CellState state = CellState::absent;
  Decimal value;     ///< meaningful if state is number or inferred
  std::string text;  ///< what is printed there
  SourceSpan span;
};

/// One result of one rule.
struct Finding {
  RuleId rule{};
  Severity severity = Severity::error;  ///< what a failure of the rule counts as
  RuleStatus status = RuleStatus::not_assessable;
  std::string subject;          ///< path of what it is about, e.g. "applications.*.total"
  std::optional<Decimal> left;  ///< the sides of an equation, if they could be had
  std::optional<Decimal> right;
  std::optional<Decimal> difference;  ///< left − right
  std::vector<Operand> operands;
  SourceSpan span;   ///< the place to look at first; may point nowhere
  std::string text;  ///< {text} of the message
  std::int64_t n = 0;
  std::int64_t m = 0;
  /// The same for the same fault of the same agency and year, wherever it stands in the file. Written as 16
  /// hexadecimal digits.
  std::uint64_t fingerprint = 0;

  /// The result in a full sentence.
  [[nodiscard]] NIANBAO_EXPORT std::string message(Language language) const;
};

/// How the printed figures and the suggested ones differ.
enum class SuspectKind : std::uint8_t {
  digits_swapped,  ///< 21 for 12
  digit_lost,      ///< 25 for 258, or 258 for 25: a number split, joined or cut
  digit_changed,   ///< 31 for 37
  cell_shifted,    ///< a value stands one cell off
  moved,           ///< as much too many in one cell as too few in another
  other,           ///< one cell that differs otherwise
};

/// "digits_swapped", …
NIANBAO_EXPORT std::string_view to_string(SuspectKind kind) noexcept;

struct SuspectCell {
  std::string_view path;  ///< static storage
  SourceSpan span;
  Decimal printed;
  Decimal suggested;  ///< with it the equations hold
};

/// The fewest cells whose change would make failing equations hold: a suggestion, nothing is changed.
struct Suspect {
  SuspectKind kind = SuspectKind::other;
  std::uint32_t rank = 1;  ///< 1 is the likeliest of those that explain the same findings
  std::vector<SuspectCell> cells;
  std::vector<std::size_t> findings;  ///< indices in CheckResult::findings of the failures that it would mend

  [[nodiscard]] NIANBAO_EXPORT std::string message(Language language) const;
};

/// Switches a rule off, or changes what its failure counts as.
struct RuleSetting {
  std::string rule;                  ///< word of a rule ("balance"), or "*" for all of them
  std::optional<Severity> severity;  ///< nothing: the rule is off
};

/// Reads "balance=off,cell-blank=error": settings as programs take them. Nothing if a word is no rule or
/// no severity (error, warning, note, off); `problem`, if given, is then that word.
NIANBAO_EXPORT std::optional<std::vector<RuleSetting>> parse_rule_settings(std::string_view text,
                                                                           std::string* problem = nullptr);

struct CheckOptions {
  std::vector<RuleSetting> rules;  ///< the last that names a rule counts
  bool suspects = true;            ///< look for the cells that would explain failing equations
};

struct CheckResult {
  std::vector<Finding> findings;  ///< in order of the catalogue, then of the form; passes included
  std::vector<Statement> statements;
  std::vector<Suspect> suspects;

  /// How many findings have that status.
  [[nodiscard]] NIANBAO_EXPORT std::size_t count(RuleStatus status) const noexcept;
  /// Whether a rule of severity error failed.
  [[nodiscard]] NIANBAO_EXPORT bool has_errors() const noexcept;
};

/// Checks a finished report, read from any format or from JSON. Never changes it. Throws nothing but
/// std::bad_alloc; any number of threads may call it at once.
///
///     const auto checked = nianbao::check(result.report);
///     for (const auto& f : checked.findings)
///       if (f.status == nianbao::RuleStatus::fail) std::cout << f.message(nianbao::Language::chinese) <<
///       '\n';
NIANBAO_EXPORT CheckResult check(const AnnualReport& report, const CheckOptions& options = {});

}  // namespace nianbao
