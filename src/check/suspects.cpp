// SPDX-License-Identifier: Apache-2.0
// Which cells would explain failing equations: those whose change makes every equation that they stand in
// hold. One cell is sought first, then two.
#include <algorithm>
#include <string>
#include <utility>

#include "check/checks.hpp"
#include "form/labels.hpp"

namespace nianbao {

namespace rules {

namespace {

// With more failures than this no two cells explain them: columns or rows have moved.
constexpr std::size_t most_failures_for_pairs = 16;
constexpr std::size_t most_of_one_set = 5;

// How a printed number becomes the suggested one.
SuspectKind kind_of(std::int64_t printed, std::int64_t suggested) {
  auto a = std::to_string(printed);
  auto b = std::to_string(suggested);
  if (a.size() == b.size()) {
    const auto first = std::mismatch(a.begin(), a.end(), b.begin());
    const auto differing =
        std::count_if(a.begin(), a.end(), [&, i = std::size_t{0}](char c) mutable { return c != b[i++]; });
    if (differing == 1) return a.size() > 1 ? SuspectKind::digit_changed : SuspectKind::other;
    std::swap(*first.first, *std::find(first.first, a.end(), *first.second));
    return differing == 2 && a == b ? SuspectKind::digits_swapped : SuspectKind::other;
  }
  if (printed == 0 || suggested == 0) return SuspectKind::other;
  if (a.size() > b.size()) std::swap(a, b);
  const bool is_end = b.compare(0, a.size(), a) == 0 || b.compare(b.size() - a.size(), a.size(), a) == 0;
  return is_end ? SuspectKind::digit_lost : SuspectKind::other;
}

int weight_of(SuspectKind kind) noexcept {
  switch (kind) {
    case SuspectKind::digits_swapped: return 0;
    case SuspectKind::digit_lost:
    case SuspectKind::cell_shifted: return 1;
    case SuspectKind::digit_changed: return 2;
    case SuspectKind::other: return 3;
    default: return 4;
  }
}

struct Change {
  CellId cell;
  std::int64_t delta;
};

// A change of one cell or two after which all of their equations hold.
struct Candidate {
  std::vector<Change> changes;
  std::vector<std::size_t> mended;  // equations, ascending
  SuspectKind kind;
  bool is_total;  // the first of its cells is a sum
};

class Search {
 public:
  explicit Search(const Equations& equations) : equations_(equations) {
    for (CellId id = 0; id < summed_cells; ++id)
      if (const auto* cell = equations.cell(id)) values_[id] = printed_count(*cell);
    residuals_.reserve(equations.list().size());
    for (std::size_t e = 0; e < equations.list().size(); ++e) add_equation(e);
  }

  std::vector<Candidate> run() {
    if (failures_.empty()) return {};
    find_singles();
    if (failures_.size() <= most_failures_for_pairs) find_pairs();
    return std::move(found_);
  }

 private:
  struct Membership {
    std::size_t equation;
    std::int64_t sign;
  };

  // The equations that a cell stands in: of its row, of its column twice, of its group.
  class Memberships {
   public:
    void push_back(Membership m) noexcept { items_[size_++] = m; }
    [[nodiscard]] const Membership* begin() const noexcept { return items_.data(); }
    [[nodiscard]] const Membership* end() const noexcept { return items_.data() + size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] const Membership& front() const noexcept { return items_[0]; }

   private:
    std::array<Membership, 4> items_;
    std::size_t size_ = 0;
  };

  // Only equations all of whose cells are counts say anything of a cell.
  void add_equation(std::size_t e) {
    const auto& equation = equations_.list()[e];
    residuals_.push_back(0);
    const auto all = equations_.all(equation);
    if (!std::all_of(all.begin(), all.end(), [this](CellId id) { return values_[id].has_value(); })) return;
    std::int64_t residual = 0;
    for (const auto id : equations_.left(equation)) {
      residual += *values_[id];
      memberships_[id].push_back({e, 1});
    }
    for (const auto id : equations_.right(equation)) {
      residual -= *values_[id];
      memberships_[id].push_back({e, -1});
    }
    residuals_[e] = residual;
    if (residual != 0) failures_.push_back(e);
  }

  [[nodiscard]] bool stays_a_count(CellId cell, std::int64_t delta) const noexcept {
    return delta != 0 && *values_[cell] + delta >= 0;
  }

  void apply(CellId cell, std::int64_t delta) noexcept {
    for (const auto& m : memberships_[cell]) residuals_[m.equation] += m.sign * delta;
  }

  [[nodiscard]] bool all_hold(CellId cell) const noexcept {
    return std::all_of(memberships_[cell].begin(), memberships_[cell].end(),
                       [this](const Membership& m) { return residuals_[m.equation] == 0; });
  }

  // What must be added to the cell for that equation of its to hold.
  [[nodiscard]] std::int64_t needed(CellId cell, std::size_t equation) const noexcept {
    for (const auto& m : memberships_[cell])
      if (m.equation == equation) return -m.sign * residuals_[equation];
    return 0;
  }

  [[nodiscard]] bool is_failure(std::size_t equation) const noexcept {
    return std::binary_search(failures_.begin(), failures_.end(), equation);
  }

  // Whether `cell` is the right side of an equation.
  [[nodiscard]] bool is_total(CellId cell) const noexcept {
    return std::any_of(memberships_[cell].begin(), memberships_[cell].end(), [&](const Membership& m) {
      return m.sign < 0 && equations_.list()[m.equation].rule != RuleId::balance;
    });
  }

  void add(std::vector<Change> changes, SuspectKind kind) {
    Candidate candidate{std::move(changes), {}, kind, false};
    for (const auto& change : candidate.changes)
      for (const auto& m : memberships_[change.cell])
        if (is_failure(m.equation)) candidate.mended.push_back(m.equation);
    std::sort(candidate.mended.begin(), candidate.mended.end());
    candidate.mended.erase(std::unique(candidate.mended.begin(), candidate.mended.end()),
                           candidate.mended.end());
    candidate.is_total = is_total(candidate.changes.front().cell);
    found_.push_back(std::move(candidate));
  }

  void find_singles() {
    for (CellId cell = 0; cell < summed_cells; ++cell) {
      const auto& in = memberships_[cell];
      if (in.empty() || residuals_[in.front().equation] == 0) continue;
      const auto delta = needed(cell, in.front().equation);
      if (!stays_a_count(cell, delta)) continue;
      apply(cell, delta);
      if (all_hold(cell)) add({{cell, delta}}, kind_of(*values_[cell], *values_[cell] + delta));
      apply(cell, -delta);
    }
  }

  void find_pairs() {
    const auto singles = found_.size();
    for (const auto failure : failures_) {
      const bool explained = std::any_of(
          found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(singles),
          [&](const Candidate& c) { return std::binary_search(c.mended.begin(), c.mended.end(), failure); });
      if (explained) continue;
      for (const auto first : equations_.all(equations_.list()[failure])) {
        const auto delta = needed(first, failure);
        if (!stays_a_count(first, delta)) continue;
        apply(first, delta);
        find_second({first, delta});
        apply(first, -delta);
      }
    }
  }

  // With the first change made, the cell that mends what it broke.
  void find_second(Change first) {
    const auto broken = std::find_if(memberships_[first.cell].begin(), memberships_[first.cell].end(),
                                     [this](const Membership& m) { return residuals_[m.equation] != 0; });
    if (broken == memberships_[first.cell].end()) return;
    for (const auto second : equations_.all(equations_.list()[broken->equation])) {
      const auto delta = needed(second, broken->equation);
      if (second == first.cell || !stays_a_count(second, delta)) continue;
      apply(second, delta);
      if (all_hold(first.cell) && all_hold(second)) add_pair(first, {second, delta});
      apply(second, -delta);
    }
  }

  void add_pair(Change a, Change b) {
    if (b.cell < a.cell) std::swap(a, b);
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const Candidate& c) {
      return c.changes.size() == 2 && c.changes[0].cell == a.cell && c.changes[1].cell == b.cell;
    });
    if (known) return;
    const bool exchanged =
        *values_[a.cell] + a.delta == *values_[b.cell] && *values_[b.cell] + b.delta == *values_[a.cell];
    add({a, b}, exchanged && are_neighbours(a.cell, b.cell) ? SuspectKind::cell_shifted : SuspectKind::moved);
  }

  static bool are_neighbours(CellId a, CellId b) noexcept {
    return b - a == 1 || (b - a == form::applicant_count && b < matrix_cells);
  }

  const Equations& equations_;
  std::array<std::optional<std::int64_t>, summed_cells> values_;
  std::array<Memberships, summed_cells> memberships_;
  std::vector<std::int64_t> residuals_;  // by equation: left - right
  std::vector<std::size_t> failures_;    // ascending
  std::vector<Candidate> found_;
};

// Likeliest first among those that explain the same; those come together.
void sort(std::vector<Candidate>& candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    if (a.mended != b.mended)
      return a.mended.size() != b.mended.size() ? a.mended.size() > b.mended.size() : a.mended < b.mended;
    if (a.changes.size() != b.changes.size()) return a.changes.size() < b.changes.size();
    if (weight_of(a.kind) != weight_of(b.kind)) return weight_of(a.kind) < weight_of(b.kind);
    return a.is_total && !b.is_total;
  });
}

std::size_t finding_of(const Equation& equation, const std::vector<Finding>& findings) {
  const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& f) {
    return f.rule == equation.rule && f.subject == equation.subject;
  });
  return static_cast<std::size_t>(found - findings.begin());
}

Suspect suspect_of(const Candidate& candidate, const Equations& equations,
                   const std::vector<Finding>& findings) {
  Suspect suspect;
  suspect.kind = candidate.kind;
  for (const auto& change : candidate.changes) {
    const auto& cell = *equations.cell(change.cell);
    const auto printed = *printed_count(cell);
    suspect.cells.push_back({path_of(change.cell), cell.span, whole(printed), whole(printed + change.delta)});
  }
  for (const auto e : candidate.mended)
    if (const auto index = finding_of(equations.list()[e], findings); index < findings.size())
      suspect.findings.push_back(index);
  return suspect;
}

}  // namespace

std::vector<Suspect> find_suspects(const Equations& equations, const std::vector<Finding>& findings) {
  const bool any = std::any_of(findings.begin(), findings.end(), [](const Finding& f) {
    return f.status == RuleStatus::fail && f.rule <= RuleId::group_subtotal;
  });
  if (!any) return {};
  auto candidates = Search(equations).run();
  sort(candidates);
  std::vector<Suspect> suspects;
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const bool is_new_set = i == 0 || candidates[i].mended != candidates[i - 1].mended;
    rank = is_new_set ? 1 : rank + 1;
    if (rank > most_of_one_set) continue;
    suspects.push_back(suspect_of(candidates[i], equations, findings));
    suspects.back().rank = rank;
  }
  return suspects;
}

}  // namespace rules

namespace {

struct KindName {
  const char* word;
  const char* english;
  const char* chinese;
};

// In the order of SuspectKind.
constexpr std::array<KindName, 6> kind_names{{
    {"digits_swapped", "two digits may be swapped", "疑似两位数字颠倒"},
    {"digit_lost", "a number may be cut, split or joined", "疑似数字被截断、拆开或并在一起"},
    {"digit_changed", "one digit may be wrong", "疑似一位数字有误"},
    {"cell_shifted", "a value may stand one cell off", "疑似数值错位一格"},
    {"moved", "as much may be too many in one cell as too few in the other", "疑似一处多计、另一处少计"},
    {"other", "the figure may be wrong", "疑似数字有误"},
}};

const KindName& name_of(SuspectKind kind) noexcept {
  return kind_names[std::min<std::size_t>(static_cast<std::size_t>(kind), kind_names.size() - 1)];
}

}  // namespace

std::string_view to_string(SuspectKind kind) noexcept { return name_of(kind).word; }

std::string Suspect::message(Language language) const {
  const bool english = language == Language::english;
  std::string out;
  for (const auto& cell : cells) {
    if (!out.empty()) out += english ? "; " : "；";
    out += english ? "“" : "若“";
    out += form::label_of(cell.path, language);
    out += english ? "”: " : "”由 ";
    out += cell.printed.to_string();
    out += english ? " → " : " 改为 ";
    out += cell.suggested.to_string();
  }
  out += english ? " would make " : "，则 ";
  out += std::to_string(findings.size());
  out += english ? (findings.size() == 1 ? " sum hold: " : " sums hold: ") : " 项勾稽关系成立：";
  out += english ? name_of(kind).english : name_of(kind).chinese;
  out += english ? "." : "。";
  return out;
}

}  // namespace nianbao
