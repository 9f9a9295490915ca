// SPDX-License-Identifier: Apache-2.0
// Bounds on every cell, narrowed equation by equation until nothing changes. Where they meet, the cell is
// proven.
#include "nianbao/infer.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "check/equations.hpp"
#include "check/results.hpp"
#include "diagnostics/sink.hpp"

namespace nianbao {

namespace {

using rules::CellId;
using rules::Equations;
using rules::summed_cells;

constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::max();

// Rounds over all equations. Bounds settle within as many as a chain of cells is long; only contradicting
// ones could go on for ever.
constexpr int most_rounds = 64;

struct Bounds {
  std::int64_t lower = 0;
  std::int64_t upper = unbounded;
  bool is_open = false;  // absent or blank: may be filled in
  std::int32_t lower_by = -1;
  std::int32_t upper_by = -1;  // equations

  [[nodiscard]] bool meet() const noexcept { return lower == upper; }
};

class Solver {
 public:
  explicit Solver(const Equations& equations)
      : equations_(equations), usable_(equations.list().size(), true) {
    leave_out_what_fails();
  }

  // False as soon as bounds cross: what is printed has no solution. Then the equations that led there are
  // left out, and it is to be asked again.
  bool solve() {
    read_cells();
    for (int round = 0; round < most_rounds; ++round) {
      bool changed = false;
      for (std::size_t e = 0; e < usable_.size(); ++e) {
        if (!usable_[e]) continue;
        if (!narrow(e, changed)) {
          leave_out(e);
          return false;
        }
      }
      if (!changed) break;
    }
    return true;
  }

  [[nodiscard]] const Bounds& bounds(CellId cell) const noexcept { return bounds_[cell]; }
  [[nodiscard]] const std::vector<std::size_t>& contradicted() const noexcept { return contradicted_; }

  // The equations that the bounds of `cell` come from, ascending.
  [[nodiscard]] std::vector<std::size_t> proof(CellId cell) const {
    std::vector<bool> used(usable_.size(), false);
    std::vector<CellId> pending{cell};
    std::vector<bool> seen(summed_cells, false);
    while (!pending.empty()) {
      const auto at = pending.back();
      pending.pop_back();
      if (seen[at]) continue;
      seen[at] = true;
      for (const auto e : {bounds_[at].lower_by, bounds_[at].upper_by}) {
        if (e < 0) continue;
        used[static_cast<std::size_t>(e)] = true;
        for (const auto id : equations_.all(equations_.list()[static_cast<std::size_t>(e)]))
          pending.push_back(id);
      }
    }
    std::vector<std::size_t> list;
    for (std::size_t e = 0; e < used.size(); ++e)
      if (used[e]) list.push_back(e);
    return list;
  }

 private:
  // Printed figures that contradict each other prove nothing, in no equation.
  void leave_out_what_fails() {
    for (std::size_t e = 0; e < usable_.size(); ++e) {
      std::int64_t difference = 0;
      bool known = true;
      const auto& equation = equations_.list()[e];
      for (const auto side : {equations_.left(equation), equations_.right(equation)}) {
        for (const auto id : side) {
          const auto* cell = equations_.cell(id);
          const auto count = cell == nullptr ? std::nullopt : rules::printed_count(*cell);
          known = known && count.has_value();
          difference += count.value_or(0);
        }
        difference = -difference;  // right − left, then left − right
      }
      if (known && difference != 0) doubt(e);
    }
  }

  void leave_out(std::size_t equation) {
    for (const auto id : equations_.all(equations_.list()[equation]))
      for (const auto e : proof(id)) usable_[e] = false;
    doubt(equation);
  }

  void doubt(std::size_t equation) {
    contradicted_.push_back(equation);
    usable_[equation] = false;
    for (const auto id : equations_.all(equations_.list()[equation])) {
      const auto* cell = equations_.cell(id);
      if (cell == nullptr || !rules::printed_count(*cell)) continue;
      for (std::size_t e = 0; e < usable_.size(); ++e) {
        const auto cells = equations_.all(equations_.list()[e]);
        if (std::find(cells.begin(), cells.end(), id) != cells.end()) usable_[e] = false;
      }
    }
  }

  void read_cells() {
    for (CellId id = 0; id < summed_cells; ++id) {
      bounds_[id] = {};
      const auto* cell = equations_.cell(id);
      if (cell == nullptr) continue;
      bounds_[id].is_open = cell->state == CellState::absent || cell->state == CellState::blank;
      if (const auto count = rules::printed_count(*cell)) bounds_[id].lower = bounds_[id].upper = *count;
    }
  }

  struct Span {
    std::int64_t lower = 0;
    std::int64_t upper = 0;
    std::int32_t unbounded_cells = 0;
  };

  [[nodiscard]] Span sum(Equations::Side side) const noexcept {
    Span span;
    for (const auto id : side) {
      span.lower += bounds_[id].lower;
      if (bounds_[id].upper == unbounded)
        ++span.unbounded_cells;
      else
        span.upper += bounds_[id].upper;
    }
    return span;
  }

  // Narrows each cell by all others: what the other side can be at most and at least, less what the rest of
  // its own side is at least and at most.
  bool narrow(std::size_t e, bool& changed) {
    const auto& equation = equations_.list()[e];
    const auto left = equations_.left(equation);
    const auto right = equations_.right(equation);
    return narrow_side(e, left, right, changed) && narrow_side(e, right, left, changed);
  }

  bool narrow_side(std::size_t e, Equations::Side own, Equations::Side other, bool& changed) {
    const auto across = sum(other);
    auto here = sum(own);
    for (const auto id : own) {
      auto& cell = bounds_[id];
      const bool lowered = across.unbounded_cells == 0 && lower_upper(e, cell, across.upper, here);
      const bool raised = raise_lower(e, cell, across.lower, here);
      changed = changed || lowered || raised;
      if (cell.lower > cell.upper) return false;
    }
    return true;
  }

  static bool lower_upper(std::size_t e, Bounds& cell, std::int64_t across, Span& here) noexcept {
    const auto upper = across - (here.lower - cell.lower);
    if (upper >= cell.upper) return false;
    if (cell.upper == unbounded)
      --here.unbounded_cells;
    else
      here.upper -= cell.upper;
    here.upper += upper;
    cell.upper = upper;
    cell.upper_by = static_cast<std::int32_t>(e);
    return true;
  }

  static bool raise_lower(std::size_t e, Bounds& cell, std::int64_t across, Span& here) noexcept {
    const bool is_unbounded = cell.upper == unbounded;
    if (here.unbounded_cells > (is_unbounded ? 1 : 0)) return false;
    const auto lower = across - (here.upper - (is_unbounded ? 0 : cell.upper));
    if (lower <= cell.lower) return false;
    here.lower += lower - cell.lower;
    cell.lower = lower;
    cell.lower_by = static_cast<std::int32_t>(e);
    return true;
  }

  const Equations& equations_;
  std::vector<bool> usable_;
  std::array<Bounds, summed_cells> bounds_{};
  std::vector<std::size_t> contradicted_;
};

EquationName name_of(const rules::Equation& equation) { return {equation.rule, equation.subject}; }

std::vector<EquationName> names_of(const Equations& equations, const std::vector<std::size_t>& list) {
  std::vector<EquationName> names;
  names.reserve(list.size());
  for (const auto e : list) names.push_back(name_of(equations.list()[e]));
  return names;
}

}  // namespace

Inference infer(AnnualReport& report) {
  Inference out;
  const Equations equations(report);
  Solver solver(equations);
  while (!solver.solve()) {
  }
  out.contradicted = names_of(equations, solver.contradicted());
  for (CellId id = 0; id < summed_cells; ++id) {
    const auto& bounds = solver.bounds(id);
    if (!bounds.is_open || bounds.upper == unbounded) continue;
    auto names = names_of(equations, solver.proof(id));
    if (!bounds.meet()) {
      out.bounded.push_back({rules::path_of(id), bounds.lower, bounds.upper, std::move(names)});
      continue;
    }
    out.inferred.push_back({rules::path_of(id), bounds.lower, std::move(names)});
    // The report is ours to change; the equations only look.
    auto& cell = const_cast<Cell&>(*equations.cell(id));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    cell.state = CellState::inferred;
    cell.value = rules::whole(bounds.lower);
  }
  return out;
}

namespace {

std::string words_of(const std::vector<EquationName>& equations) {
  std::string out;
  for (const auto& equation : equations) {
    if (!out.empty()) out += "; ";
    out += to_string(equation.rule);
    out += ' ';
    out += equation.subject;
  }
  return out;
}

Diagnostic diagnostic_of(DiagnosticCode code, std::string_view path, const std::vector<EquationName>& proof) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.severity = diagnostics::severity_of(code);
  diagnostic.path = path;
  diagnostic.text = words_of(proof);
  return diagnostic;
}

}  // namespace

Inference infer(ParseResult& result) {
  auto proof = infer(result.report);
  auto& out = result.diagnostics;
  for (const auto& equation : proof.contradicted)
    out.push_back(diagnostic_of(DiagnosticCode::equation_contradicted, equation.subject, {equation}));
  for (const auto& cell : proof.inferred) {
    out.push_back(diagnostic_of(DiagnosticCode::cell_inferred, cell.path, cell.equations));
    out.back().n = cell.value;
    if (const auto* at = find_figure(result.report, cell.path)) out.back().span = at->span;
  }
  for (const auto& cell : proof.bounded) {
    out.push_back(diagnostic_of(DiagnosticCode::cell_bounded, cell.path, cell.equations));
    out.back().n = cell.lower;
    out.back().m = cell.upper;
    if (const auto* at = find_figure(result.report, cell.path)) out.back().span = at->span;
  }
  const auto order = [](const Diagnostic& d) { return d.span.exists() ? d.span.start + 1 : 0; };
  std::stable_sort(out.begin(), out.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return order(a) < order(b); });
  return proof;
}

}  // namespace nianbao
