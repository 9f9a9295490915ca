// SPDX-License-Identifier: Apache-2.0
// Comparisons of two reports in C.
#include <cstddef>

#include "capi/findings.hpp"
#include "capi/render.hpp"

using nianbao::capi::element;
using nianbao::capi::number;
using nianbao::capi::span;
using nianbao::capi::view;

struct nianbao_comparison {
  std::shared_ptr<const nianbao::capi::Parsed> older;
  std::shared_ptr<const nianbao::capi::Parsed> newer;
  nianbao::Comparison result;
  std::vector<nianbao::capi::Message> messages;

  nianbao_comparison(const nianbao_report& of_older, const nianbao_report& of_newer,
                     const nianbao::CompareOptions& options)
      : older(of_older.parsed),
        newer(of_newer.parsed),
        result(nianbao::compare(older->result.report, newer->result.report, options)),
        messages(nianbao::capi::messages_of(result.findings)) {}
};

namespace {

bool read_options(const nianbao_compare_options* from, nianbao::CompareOptions& to) {
  if (from == nullptr) return true;
  nianbao_compare_options known;
  nianbao_compare_options_init(&known, sizeof known);
  if (!nianbao::capi::read_known(*from, known, offsetof(nianbao_compare_options, shortest_passage)))
    return false;
  to.shortest_passage = static_cast<size_t>(known.shortest_passage);
  to.repetition_limit = known.repetition_limit;
  to.repetition_length = static_cast<size_t>(known.repetition_length);
  to.jump_factor = known.jump_factor;
  to.jump_difference = known.jump_difference;
  return nianbao::capi::read_rules(known.rules, to.rules);
}

nianbao_change change_of(const nianbao::CellChange& from) noexcept {
  nianbao_change c = {};
  c.path = view(from.path);
  c.older = number(from.older_state, from.older);
  c.newer = number(from.newer_state, from.newer);
  c.difference = number(from.difference);
  c.older_state = static_cast<int32_t>(from.older_state);
  c.newer_state = static_cast<int32_t>(from.newer_state);
  c.differs = nianbao::capi::number_of(from.differs());
  return c;
}

nianbao_repetition repetition_of(const nianbao::Repetition& from) noexcept {
  return {view(from.path),           from.length,         from.repeated, from.rate,
          from.rate_without_figures, from.passages.size()};
}

nianbao_passage passage_of(const nianbao::CopiedPassage& from) noexcept {
  return {from.older_start, from.older_end,        from.newer_start,
          from.newer_end,   span(from.older_span), span(from.newer_span)};
}

}  // namespace

nianbao_status nianbao_compare_options_init(nianbao_compare_options* options, size_t struct_size) {
  const nianbao::CompareOptions defaults;
  nianbao_compare_options all = {};
  all.shortest_passage = defaults.shortest_passage;
  all.repetition_limit = defaults.repetition_limit;
  all.repetition_length = defaults.repetition_length;
  all.jump_factor = defaults.jump_factor;
  all.jump_difference = defaults.jump_difference;
  return nianbao::capi::init_options(options, struct_size, all);
}

nianbao_status nianbao_compare(const nianbao_report* older, const nianbao_report* newer,
                               const nianbao_compare_options* options, nianbao_comparison** comparison) {
  if (comparison == nullptr) return NIANBAO_ERROR_ARGUMENT;
  *comparison = nullptr;
  if (older == nullptr || newer == nullptr) return NIANBAO_ERROR_ARGUMENT;
  return nianbao::capi::firewall([&]() -> nianbao_status {
    nianbao::CompareOptions compare_options;
    if (!read_options(options, compare_options)) return NIANBAO_ERROR_ARGUMENT;
    *comparison = new nianbao_comparison(*older, *newer, compare_options);
    return NIANBAO_OK;
  });
}

void nianbao_comparison_free(nianbao_comparison* comparison) { delete comparison; }

size_t nianbao_comparison_count(const nianbao_comparison* comparison, int32_t status) {
  return comparison != nullptr ? nianbao::capi::count_of(comparison->result, status) : 0;
}

int32_t nianbao_comparison_has_errors(const nianbao_comparison* comparison) {
  return nianbao::capi::number_of(comparison != nullptr && comparison->result.has_errors());
}

size_t nianbao_comparison_finding_count(const nianbao_comparison* comparison) {
  return comparison != nullptr ? comparison->result.findings.size() : 0;
}

nianbao_status nianbao_comparison_finding(const nianbao_comparison* comparison, size_t index,
                                          nianbao_finding* finding) {
  if (comparison == nullptr) return NIANBAO_ERROR_ARGUMENT;
  return nianbao::capi::finding_at(comparison->result.findings, comparison->messages, index, finding);
}

nianbao_status nianbao_comparison_operand(const nianbao_comparison* comparison, size_t finding, size_t index,
                                          nianbao_operand* operand) {
  if (comparison == nullptr) return NIANBAO_ERROR_ARGUMENT;
  return nianbao::capi::operand_at(comparison->result.findings, finding, index, operand);
}

size_t nianbao_comparison_change_count(const nianbao_comparison* comparison) {
  return comparison != nullptr ? comparison->result.changes.size() : 0;
}

nianbao_status nianbao_comparison_change(const nianbao_comparison* comparison, size_t index,
                                         nianbao_change* change) {
  if (comparison == nullptr) return NIANBAO_ERROR_ARGUMENT;
  return element(comparison->result.changes, index, change, change_of);
}

size_t nianbao_comparison_repetition_count(const nianbao_comparison* comparison) {
  return comparison != nullptr ? comparison->result.repetition.size() : 0;
}

nianbao_status nianbao_comparison_repetition(const nianbao_comparison* comparison, size_t index,
                                             nianbao_repetition* repetition) {
  if (comparison == nullptr) return NIANBAO_ERROR_ARGUMENT;
  return element(comparison->result.repetition, index, repetition, repetition_of);
}

nianbao_status nianbao_comparison_passage(const nianbao_comparison* comparison, size_t repetition,
                                          size_t index, nianbao_passage* passage) {
  if (comparison == nullptr || passage == nullptr) return NIANBAO_ERROR_ARGUMENT;
  if (repetition >= comparison->result.repetition.size()) return NIANBAO_ERROR_NOT_FOUND;
  return element(comparison->result.repetition[repetition].passages, index, passage, passage_of);
}

nianbao_status nianbao_comparison_render(const nianbao_comparison* comparison, int32_t format,
                                         const nianbao_render_options* options, char** text, size_t* size) {
  return nianbao::capi::render(options, text, size, [&](nianbao::capi::Rendering& rendering) {
    if (comparison == nullptr) return false;
    nianbao::ComparedReports reports;
    reports.older = rendering.older(*comparison->older);
    reports.newer = rendering.newer(*comparison->newer);
    reports.comparison = &comparison->result;
    return rendering.run(format, reports);
  });
}
