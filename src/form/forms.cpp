// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "form/form.hpp"

namespace nianbao::form {

namespace {

constexpr std::uint8_t other_results = 6;

}  // namespace

const FactColumn& fact_column(std::size_t number) noexcept {
  return number < fact_column_count ? fact_columns[number] : fact_columns_2019[number - fact_column_count];
}

const FactRow& Form::fact_row(std::uint8_t number) const noexcept {
  return *std::find_if(fact_rows.begin(), fact_rows.end(),
                       [number](const FactRow& row) { return row.number == number; });
}

bool Form::has_row(std::size_t matrix_row) const noexcept {
  const auto& row = matrix_rows[matrix_row];
  return !other_is_one_row || row.group != other_results || row.subtotal;
}

bool Form::is_optional(std::size_t matrix_row) const noexcept {
  const auto& row = matrix_rows[matrix_row];
  return row.subtotal && !(other_is_one_row && row.group == other_results);
}

const ApplicantCounts* row_of(const Applications& applications, std::size_t matrix_row) {
  // The table's accessor makes a subtotal only if it is asked to.
  auto& unchanged = const_cast<Applications&>(applications);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
  return matrix_rows[matrix_row].counts(unchanged, false);
}

const Form& form_of(Template version) noexcept {
  static const Form of_2019{Template::form_2019,
                            {fact_rows_2019.data(), fact_row_count_2019},
                            {facts_2019.data(), fact_count_2019},
                            true};
  static const Form of_2021{
      Template::form_2021, {fact_rows.data(), fact_row_count}, {facts.data(), fact_count}, false};
  return version == Template::form_2019 ? of_2019 : of_2021;
}

}  // namespace nianbao::form
