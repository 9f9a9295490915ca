// SPDX-License-Identifier: Apache-2.0
#include "form/form.hpp"

namespace nianbao {

namespace {

std::vector<FigureInfo> figures_of(const form::Form& of) {
  std::vector<FigureInfo> list;
  for (const auto& fact : of.facts) {
    const auto& row = of.fact_row(fact.row).names;
    const auto& column = form::fact_column(fact.column);
    list.push_back(
        {fact.path, row.label, column.names.label, row.english, column.names.english, column.unit, false});
  }
  for (std::size_t r = 0; r < form::matrix_row_count; ++r)
    for (std::size_t c = 0; c < form::applicant_count && of.has_row(r); ++c) {
      const auto& row = form::matrix_rows[r];
      const auto& column = form::applicants[c].names;
      list.push_back({form::paths().matrix[r][c], row.names.label, column.label, row.names.english,
                      column.english, Unit::items, of.is_optional(r)});
    }
  for (std::size_t b = 0; b < form::review_block_count; ++b)
    for (std::size_t o = 0; o < form::outcome_count; ++o) {
      const auto& row = form::review_blocks[b].names;
      const auto& column = form::outcomes[o].names;
      list.push_back({form::paths().review[b][o], row.label, column.label, row.english, column.english,
                      Unit::items, false});
    }
  return list;
}

}  // namespace

const std::vector<FigureInfo>& form_figures() { return form_figures(Template::form_2021); }

const std::vector<FigureInfo>& form_figures(Template version) {
  static const auto of_2021 = figures_of(form::form_of(Template::form_2021));
  static const auto of_2019 = figures_of(form::form_of(Template::form_2019));
  static const std::vector<FigureInfo> none;
  switch (version) {
    case Template::form_2021: return of_2021;
    case Template::form_2019: return of_2019;
    default: return none;
  }
}

namespace {

// The accessors of the form's table reach into a report that may be changed; here nothing is.
template <class T>
T& mutable_part(const T& part) {
  return const_cast<T&>(part);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

template <class Visit>
void each_figure(const AnnualReport& report, Visit&& visit) {
  const auto& paths = form::paths();
  const auto& of = form::form_of(report.form);
  for (const auto& fact : of.facts) visit(std::string_view(fact.path), fact.cell(mutable_part(report)));
  for (std::size_t r = 0; r < form::matrix_row_count; ++r) {
    if (!of.has_row(r)) continue;
    const auto* counts = form::row_of(report.applications, r);
    if (counts == nullptr) continue;
    for (std::size_t c = 0; c < form::applicant_count; ++c)
      visit(std::string_view(paths.matrix[r][c]), counts->*form::applicants[c].cell);
  }
  for (std::size_t b = 0; b < form::review_block_count; ++b)
    for (std::size_t o = 0; o < form::outcome_count; ++o)
      visit(std::string_view(paths.review[b][o]),
            report.review_and_litigation.*form::review_blocks[b].counts.*form::outcomes[o].cell);
}

}  // namespace

std::vector<Figure> figures(const AnnualReport& report) {
  std::vector<Figure> list;
  list.reserve(form_figures().size());
  each_figure(report, [&](std::string_view path, const Cell& cell) { list.push_back({path, &cell}); });
  return list;
}

const Cell* find_figure(const AnnualReport& report, std::string_view path) noexcept {
  const Cell* found = nullptr;
  each_figure(report, [&](std::string_view candidate, const Cell& cell) {
    if (candidate == path) found = &cell;
  });
  return found;
}

}  // namespace nianbao
