// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "form/form.hpp"

namespace nianbao::form {

std::uint8_t matrix_row_index(std::string_view key) noexcept {
  const auto found = std::find_if(matrix_rows.begin(), matrix_rows.end(),
                                  [key](const MatrixRow& row) { return row.names.key == key; });
  return static_cast<std::uint8_t>(found - matrix_rows.begin());
}

const Paths& paths() {
  static const Paths built = [] {
    Paths p;
    for (std::size_t r = 0; r < matrix_row_count; ++r) {
      p.matrix_row[r] = std::string("applications.") + matrix_rows[r].names.key;
      for (std::size_t c = 0; c < applicant_count; ++c)
        p.matrix[r][c] = p.matrix_row[r] + '.' + applicants[c].names.key;
    }
    for (const auto& row : fact_rows_2019)  // the rows of both forms
      p.fact_row[row.number] = std::string("proactive_disclosure.") + row.names.key;
    for (std::size_t c = 0; c < applicant_count; ++c)
      p.matrix_column[c] = std::string("applications.*.") + applicants[c].names.key;
    for (std::size_t b = 0; b < review_block_count; ++b)
      for (std::size_t o = 0; o < outcome_count; ++o)
        p.review[b][o] =
            std::string("review_and_litigation.") + review_blocks[b].names.key + '.' + outcomes[o].names.key;
    return p;
  }();
  return built;
}

}  // namespace nianbao::form
