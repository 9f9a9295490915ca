// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output/html/notes.hpp"
#include "output/html/texts.hpp"
#include "output/html/writer.hpp"
#include "output/places.hpp"

/// What was found, spelled out and linked with the cells.
namespace nianbao::html {

class FindingsWriter {
 public:
  /// `places` in the text that was read.
  FindingsWriter(Writer& out, const Texts& texts, const Notes& notes, const output::Places& places)
      : out_(out), texts_(texts), notes_(notes), places_(places) {}

  /// How many failed, passed and so on, and which rules failed.
  void write_summary(const std::vector<Diagnostic>& diagnostics);
  /// Failures from the worst on, what could not be decided, and the rest in short.
  void write_list();

 private:
  void write_verdict(const std::vector<Diagnostic>& diagnostics);
  void write_counts();
  void write_rules();
  void write_finding(std::size_t index);
  void write_head(const Finding& finding, std::size_t number);
  void write_equation(const Finding& finding);
  void write_side(const Finding& finding, OperandSide side);
  void write_plus();
  void write_sum(const std::optional<Decimal>& sum);
  void write_term(const Finding& finding, const Operand& operand);
  void write_involved(const Finding& finding);
  void write_cells(const Finding& finding, std::size_t first, std::size_t past);
  void write_suspects(std::size_t index);
  void write_suspect(const Suspect& suspect);
  void write_rule(const Finding& finding);
  void write_rest(RuleStatus status, Text heading);
  [[nodiscard]] std::string term_label(const Finding& finding, const Operand& operand) const;

  Writer& out_;
  const Texts& texts_;
  const Notes& notes_;
  const output::Places& places_;
};

/// Where something stands, in a paragraph: line and column, and the words round it if the text is known.
void write_place(Writer& out, const Texts& texts, const output::Places& places, const SourceSpan& span);

/// "✕ error" and the like.
void write_badge(Writer& out, const Texts& texts, Severity severity);

}  // namespace nianbao::html
