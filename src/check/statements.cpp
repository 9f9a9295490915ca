// SPDX-License-Identifier: Apache-2.0
#include "nianbao/statement.hpp"

#include <array>

#include "check/statement_reader.hpp"
#include "form/form.hpp"

namespace nianbao {

std::string_view to_string(StatementKind kind) noexcept {
  static constexpr std::array<std::string_view, 24> words{"received",
                                                          "accepted",
                                                          "processed",
                                                          "carried_over_in",
                                                          "handled",
                                                          "carried_over_out",
                                                          "disclosed",
                                                          "partially_disclosed",
                                                          "not_disclosed",
                                                          "unable_to_provide",
                                                          "not_processed",
                                                          "other_results",
                                                          "reconsideration",
                                                          "litigation",
                                                          "litigation_direct",
                                                          "litigation_after_reconsideration",
                                                          "disputes",
                                                          "regulations_issued",
                                                          "regulations_repealed",
                                                          "regulations_in_force",
                                                          "documents_issued",
                                                          "documents_repealed",
                                                          "documents_in_force",
                                                          "administrative_fees"};
  return words[static_cast<std::size_t>(kind) % words.size()];
}

std::string_view to_string(StatementOutcome outcome) noexcept {
  static constexpr std::array<std::string_view, 5> words{"all", "upheld", "corrected", "other", "pending"};
  return words[static_cast<std::size_t>(outcome) % words.size()];
}

std::string_view to_string(StatementChannel channel) noexcept {
  static constexpr std::array<std::string_view, 7> words{"any", "online", "letter", "in_person",
                                                         "fax", "email",  "other"};
  return words[static_cast<std::size_t>(channel) % words.size()];
}

std::vector<Statement> statements(const AnnualReport& report) {
  std::vector<Statement> out;
  rules::StatementReader reader(report, out);
  reader.read(form::sections[form::section::overview].names.key, report.overview.prose);
  reader.read(form::sections[form::section::review].names.key, report.review_and_litigation.prose);
  reader.read(form::sections[form::section::problems].names.key, report.problems_and_improvements);
  reader.read(form::sections[form::section::other_matters].names.key, report.other_matters);
  return out;
}

}  // namespace nianbao
