// SPDX-License-Identifier: Apache-2.0
#include "tracer/figures.hpp"

#include <array>
#include <cstdlib>
#include <set>
#include <stdexcept>

#include "form/form.hpp"

namespace nianbao::tracer {

namespace {

// Numbers below ten are left to enumerators and page numbers.
constexpr std::int64_t smallest = 10;

using Row = std::array<std::int64_t, form::applicant_count>;

class Draw {
 public:
  explicit Draw(std::uint32_t seed) : dice_(seed) {}

  // Of two to four digits, so that numbers of a column differ in width; never the same twice.
  std::int64_t count() {
    constexpr std::array<std::int64_t, 4> highest{99, 999, 9999, 9999};
    for (;;) {
      const auto n = dice_.between(smallest, highest[static_cast<std::size_t>(dice_.between(0, 3))]);
      if (drawn_.insert(n).second) return n;
    }
  }

  Row row() {
    Row row{};
    for (std::size_t c = 0; c < form::applicant_total; ++c) {
      row[c] = count();
      row[form::applicant_total] += row[c];
    }
    return row;
  }

 private:
  Dice dice_;
  std::set<std::int64_t> drawn_;
};

void add(Row& to, const Row& row) {
  for (std::size_t c = 0; c < row.size(); ++c) to[c] += row[c];
}

class Builder {
 public:
  Builder(std::uint32_t seed, Template form) : draw_(seed), of_(form::form_of(form)) {}

  std::map<std::string, Decimal, std::less<>> build() {
    facts();
    matrix();
    review();
    return std::move(figures_);
  }

 private:
  void facts() {
    for (const auto& fact : of_.facts) {
      const auto& column = form::fact_column(fact.column);
      const auto count = draw_.count();
      const bool fewer = column.is_signed && count % 3 != 0;
      figures_[fact.path] =
          column.unit != Unit::items ? Decimal{count * 100 + 37, 2} : Decimal{fewer ? -count : count, 0};
    }
  }

  void put(std::size_t r, const Row& row) {
    for (std::size_t c = 0; c < row.size(); ++c) figures_[form::paths().matrix[r][c]] = {row[c], 0};
  }

  // What came in and over is what was done and goes over.
  void matrix() {
    Row results{};
    std::array<Row, 8> groups{};
    const auto total = form::matrix_row_index("results.total");
    for (std::uint8_t r = form::matrix_row_index("results.disclosed"); r < total; ++r) {
      if (!of_.has_row(r) || of_.is_optional(r)) continue;
      const Row row = draw_.row();
      put(r, row);
      add(results, row);
      add(groups[form::matrix_rows[r].group], row);
    }
    for (std::uint8_t r = 0; r < total; ++r)
      if (of_.is_optional(r)) put(r, groups[form::matrix_rows[r].group]);
    put(total, results);
    const Row carried_in = draw_.row();
    const Row carried_out = draw_.row();
    Row received{};
    for (std::size_t c = 0; c < received.size(); ++c)
      received[c] = results[c] + carried_out[c] - carried_in[c];
    put(form::matrix_row_index("carried_over_in"), carried_in);
    put(form::matrix_row_index("carried_over_out"), carried_out);
    put(form::matrix_row_index("newly_received"), received);
  }

  void review() {
    for (const auto& block : form::paths().review) {
      std::int64_t total = 0;
      for (std::size_t o = 0; o < form::outcome_total; ++o) {
        const auto count = draw_.count();
        figures_[block[o]] = {count, 0};
        total += count;
      }
      figures_[block[form::outcome_total]] = {total, 0};
    }
  }

  Draw draw_;
  const form::Form& of_;
  std::map<std::string, Decimal, std::less<>> figures_;
};

bool all_differ(const std::map<std::string, Decimal, std::less<>>& figures) {
  std::set<std::int64_t> seen;
  for (const auto& [path, value] : figures)
    if (std::abs(value.coefficient) < smallest || !seen.insert(std::abs(value.coefficient)).second)
      return false;
  return true;
}

}  // namespace

std::int64_t Dice::between(std::int64_t low, std::int64_t high) {
  // SplitMix64: std's distributions differ from machine to machine.
  state_ += 0x9E3779B97F4A7C15U;
  auto z = state_;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  z ^= z >> 31U;
  return low + static_cast<std::int64_t>(z % static_cast<std::uint64_t>(high - low + 1));
}

Report::Report(std::uint32_t seed, Template form) : form_(form) {
  for (std::uint32_t attempt = 0; attempt < 10'000; ++attempt) {
    figures_ = Builder(seed * 10'007 + attempt, form).build();
    if (all_differ(figures_)) return;
  }
  throw std::runtime_error("no report with figures that all differ");
}

const Decimal& Report::at(std::string_view path) const {
  const auto found = figures_.find(path);
  if (found == figures_.end()) throw std::out_of_range(std::string(path));
  return found->second;
}

}  // namespace nianbao::tracer
