// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "output/check_json.hpp"

namespace nianbao {

namespace {

class CompareWriter {
 public:
  CompareWriter(const ComparedReports& reports, const JsonOptions& options)
      : reports_(reports), comparison_(*reports.comparison), options_(options), w_(options.indent) {}

  std::string run() {
    w_.begin('{');
    w_.key("schema_version");
    w_.number(json_schema_version);
    one_report("older", reports_.older);
    one_report("newer", reports_.newer);
    output::write_counts(w_, comparison_.findings);
    output::write_findings(w_, comparison_.findings, options_, true);
    w_.key("changes");
    w_.begin('[');
    for (const auto& c : comparison_.changes) change(c);
    w_.end(']');
    w_.key("repetition");
    w_.begin('[');
    for (const auto& r : comparison_.repetition) repetition(r);
    w_.end(']');
    w_.end('}');
    return w_.take();
  }

 private:
  void one_report(std::string_view key, const CheckedReport& report) {
    w_.key(key);
    w_.begin('{');
    output::write_report_head(w_, report);
    w_.end('}');
  }

  void figure(std::string_view key, CellState state, const Decimal& value) {
    w_.key(key);
    if (state == CellState::number || state == CellState::inferred)
      w_.decimal(value);
    else
      w_.null();
  }

  void change(const CellChange& c) {
    w_.begin('{');
    w_.text("path", c.path);
    w_.text("older_state", to_string(c.older_state));
    w_.text("newer_state", to_string(c.newer_state));
    figure("older", c.older_state, c.older);
    figure("newer", c.newer_state, c.newer);
    figure("difference", c.difference ? CellState::number : CellState::absent,
           c.difference.value_or(Decimal()));
    w_.end('}');
  }

  // Rates have four digits: more would only be the noise of the division.
  void rate(std::string_view key, double value) {
    w_.key(key);
    w_.decimal({std::llround(value * 10'000), 4});
  }

  void count(std::string_view key, std::size_t number) {
    w_.key(key);
    w_.number(number);
  }

  void repetition(const Repetition& r) {
    w_.begin('{');
    w_.text("path", r.path);
    count("length", r.length);
    count("repeated", r.repeated);
    rate("rate", r.rate);
    rate("rate_without_figures", r.rate_without_figures);
    w_.key("passages");
    w_.begin('[');
    for (const auto& p : r.passages) passage(p);
    w_.end(']');
    w_.end('}');
  }

  void passage(const CopiedPassage& p) {
    w_.begin('{');
    count("older_start", p.older_start);
    count("older_end", p.older_end);
    count("newer_start", p.newer_start);
    count("newer_end", p.newer_end);
    w_.key("older_span");
    w_.span(p.older_span);
    w_.key("newer_span");
    w_.span(p.newer_span);
    w_.end('}');
  }

  const ComparedReports& reports_;
  const Comparison& comparison_;
  const JsonOptions& options_;
  output::Writer w_;
};

}  // namespace

std::string to_json(const ComparedReports& reports, const JsonOptions& options) {
  return CompareWriter(reports, options).run();
}

}  // namespace nianbao
