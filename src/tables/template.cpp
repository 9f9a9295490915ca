// SPDX-License-Identifier: Apache-2.0
#include "tables/template.hpp"

#include <algorithm>
#include <bitset>

namespace nianbao::tables {

namespace {

using form::Kind;

// What speaks for one form.
struct Evidence {
  std::uint64_t rows = 0;  // a bit for each row that is printed, those of 三 behind those of 二
  std::size_t labels = 0;  // labels of columns
  std::uint32_t first = grammar::no_token;

  void note(std::uint32_t token) { first = std::min(first, token); }

  void add_row(std::size_t number) { rows |= std::uint64_t{1} << number; }

  [[nodiscard]] std::size_t row_count() const { return std::bitset<64>(rows).count(); }

  [[nodiscard]] bool outweighs(const Evidence& other) const {
    return row_count() != other.row_count() ? row_count() > other.row_count() : labels > other.labels;
  }
};

class Teller {
 public:
  Teller(const grammar::Tokens& tokens, const grammar::ReportTree& tree, const FactHeaders& headers)
      : tokens_(tokens), tree_(tree), headers_(headers) {}

  Told run() {
    for (const auto& header : tree_.facts.headers)
      for (auto i = header.first; i < header.last; ++i) read_label(i);
    const auto& rows = tree_.facts.rows;
    for (std::size_t i = 0; i < std::min(rows.size(), most_fact_rows); ++i) read_fact(rows[i]);
    read_matrix();
    const bool older = of_2019_.outweighs(of_2021_);
    const auto& told = older ? of_2019_ : of_2021_;
    const auto& other = older ? of_2021_ : of_2019_;
    return {older ? Template::form_2019 : Template::form_2021, told.outweighs({}), told.first, other.first};
  }

 private:
  static constexpr std::size_t behind_facts = form::fact_row_count_2019;
  static_assert(behind_facts + form::matrix_row_count <= 64, "a bit for each row");

  void read_label(std::uint32_t token) {
    const auto form = form_of_label(tokens_[token]);
    if (form == Template::unknown) return;
    auto& evidence = form == Template::form_2019 ? of_2019_ : of_2021_;
    ++evidence.labels;
    evidence.note(token);
  }

  void read_fact(const grammar::PrintedRow& row) {
    const auto form = headers_.form_of(row);
    if (form == Template::unknown) return;
    auto& evidence = form == Template::form_2019 ? of_2019_ : of_2021_;
    evidence.add_row(row.label.index);
    const auto& labels = headers_.labels_above(row);
    if (row.label.index >= form::fact_row_count)
      evidence.note(row.label_token);
    else if (labels.size() == 1)
      evidence.note(labels.front());
  }

  // The rows below （六）其他处理 are of the form of 2021. Without them its own row of figures speaks for the
  // other, unless this office prints the figures of other groups as well.
  void read_matrix() {
    static const auto other_results = form::matrix_row_index("results.other.subtotal");
    const auto& of = form::form_of(Template::form_2019);
    bool is_one_row = false;
    bool has_three = false;
    bool prints_groups = false;
    for (const auto& row : tree_.matrix.rows) {
      is_one_row = is_one_row || row.label.index == other_results;
      prints_groups = prints_groups || of.is_optional(row.label.index);
      if (of.has_row(row.label.index)) continue;
      has_three = true;
      of_2021_.add_row(behind_facts + row.label.index);
      of_2021_.note(row.label_token);
    }
    if (is_one_row && !has_three && !prints_groups) of_2019_.add_row(behind_facts + other_results);
  }

  const grammar::Tokens& tokens_;
  const grammar::ReportTree& tree_;
  const FactHeaders& headers_;
  Evidence of_2021_;
  Evidence of_2019_;
};

}  // namespace

Told tell_form(const grammar::Tokens& tokens, const grammar::ReportTree& tree, const FactHeaders& headers) {
  if (tree.facts.rows.empty() && tree.matrix.rows.empty()) return {};
  return Teller(tokens, tree, headers).run();
}

}  // namespace nianbao::tables
