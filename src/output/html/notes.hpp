// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "nianbao/check.hpp"

namespace nianbao::html {

/// How a cell is drawn, from the least to the most that is wrong with it.
enum class Mark : unsigned char {
  none,
  part,     ///< stands in an equation that fails
  fail,     ///< is what a failure is about
  suspect,  ///< a change of it would explain failures
};

/// What there is to say of one cell. Indices into the lists that Notes was made of.
struct CellNotes {
  Mark mark = Mark::none;
  Severity severity = Severity::note;  ///< the worst of its failures
  std::vector<std::size_t> findings;   ///< failures only
  std::vector<std::size_t> suspects;
  std::vector<std::size_t> statements;

  [[nodiscard]] bool empty() const noexcept {
    return findings.empty() && suspects.empty() && statements.empty();
  }
};

/// The cells of a report by their paths. Borrows the report.
class ReportCells {
 public:
  explicit ReportCells(const AnnualReport& report);

  /// nullptr if its form, or for a subtotal the report, has no such cell.
  [[nodiscard]] const Cell* find(std::string_view path) const;

 private:
  std::unordered_map<std::string_view, const Cell*> cells_;
};

/// What check or compare found, by the cells that it is about. Borrows the lists.
class Notes {
 public:
  /// `drawn` are the cells that the page has.
  Notes(const ReportCells& drawn, const std::vector<Finding>& findings,
        const std::vector<Statement>& statements, const std::vector<Suspect>& suspects);

  /// Whether the page has a cell of that path, so that a link to it leads somewhere.
  [[nodiscard]] bool is_drawn(std::string_view path) const { return drawn_.find(path) != nullptr; }

  [[nodiscard]] const std::vector<Finding>& findings() const noexcept { return findings_; }
  [[nodiscard]] const std::vector<Statement>& statements() const noexcept { return statements_; }
  [[nodiscard]] const std::vector<Suspect>& suspects() const noexcept { return suspects_; }

  /// Failures from the worst on, then what could not be decided: in the order that they are shown and
  /// numbered in.
  [[nodiscard]] const std::vector<std::size_t>& shown() const noexcept { return shown_; }
  /// The number that a finding is shown under, from 1; 0 if it has none.
  [[nodiscard]] std::size_t number(std::size_t finding) const noexcept { return numbers_[finding]; }

  /// What there is to say of the cell, or nullptr.
  [[nodiscard]] const CellNotes* cell(std::string_view path) const;

  /// The result of `rule` about `subject`, or nullptr.
  [[nodiscard]] const Finding* result(RuleId rule, std::string_view subject) const;
  [[nodiscard]] std::size_t index(const Finding& finding) const noexcept {
    return static_cast<std::size_t>(&finding - findings_.data());
  }

  /// The failure that says that the statement fits no figure, or nullptr.
  [[nodiscard]] const Finding* contradiction(const Statement& statement) const;

  /// The statement that a finding is about; one past the last if it is about none.
  [[nodiscard]] std::size_t statement_of(const Finding& finding) const;

  /// Suspects that would mend the finding.
  [[nodiscard]] const std::vector<std::size_t>& suspects_of(std::size_t finding) const;

  /// How many failures have that severity.
  [[nodiscard]] std::size_t failures(Severity severity) const noexcept;
  [[nodiscard]] std::size_t count(RuleStatus status) const noexcept;

 private:
  void number_findings();
  void note_finding(std::size_t index);
  void note_suspects();
  void note_statements();

  const ReportCells& drawn_;
  const std::vector<Finding>& findings_;
  const std::vector<Statement>& statements_;
  const std::vector<Suspect>& suspects_;
  std::vector<std::size_t> shown_;
  std::vector<std::size_t> numbers_;
  std::vector<std::vector<std::size_t>> suspects_of_;
  std::unordered_map<std::string_view, CellNotes> cells_;
  std::unordered_map<std::string, std::size_t> results_;
  std::unordered_map<std::string, std::size_t> contradictions_;  // finding by clause
  std::unordered_map<std::string, std::size_t> clauses_;         // statement by clause
};

/// What the rule's line in the catalogue says.
const RuleInfo& rule_info(RuleId rule);

}  // namespace nianbao::html
