// SPDX-License-Identifier: Apache-2.0
#include "form/form.hpp"

namespace nianbao {

const std::vector<FigureInfo>& form_figures() {
  static const std::vector<FigureInfo> built = [] {
    std::vector<FigureInfo> list;
    for (const auto& fact : form::facts) {
      const auto& row = form::fact_rows[fact.row].names;
      const auto& column = form::fact_columns[fact.column];
      list.push_back(
          {fact.path, row.label, column.names.label, row.english, column.names.english, column.unit, false});
    }
    for (std::size_t r = 0; r < form::matrix_row_count; ++r)
      for (std::size_t c = 0; c < form::applicant_count; ++c) {
        const auto& row = form::matrix_rows[r];
        const auto& column = form::applicants[c].names;
        list.push_back({form::paths().matrix[r][c], row.names.label, column.label, row.names.english,
                        column.english, Unit::items, row.subtotal});
      }
    for (std::size_t b = 0; b < form::review_block_count; ++b)
      for (std::size_t o = 0; o < form::outcome_count; ++o) {
        const auto& row = form::review_blocks[b].names;
        const auto& column = form::outcomes[o].names;
        list.push_back({form::paths().review[b][o], row.label, column.label, row.english, column.english,
                        Unit::items, false});
      }
    return list;
  }();
  return built;
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
  for (const auto& fact : form::facts)
    visit(std::string_view(fact.path), fact.cell(mutable_part(report.proactive_disclosure)));
  for (std::size_t r = 0; r < form::matrix_row_count; ++r) {
    const auto* counts = form::matrix_rows[r].counts(mutable_part(report.applications), false);
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
