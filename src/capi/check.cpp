// SPDX-License-Identifier: Apache-2.0
// Checks of one report in C.
#include <cstddef>

#include "capi/findings.hpp"
#include "capi/render.hpp"

using nianbao::capi::element;
using nianbao::capi::firewall;
using nianbao::capi::number;
using nianbao::capi::span;
using nianbao::capi::view;

struct nianbao_check {
  std::shared_ptr<const nianbao::capi::Parsed> parsed;
  nianbao::CheckResult result;
  std::vector<nianbao::capi::Message> messages;
  std::vector<nianbao::capi::Message> suspect_messages;

  nianbao_check(std::shared_ptr<const nianbao::capi::Parsed> of, const nianbao::CheckOptions& options)
      : parsed(std::move(of)),
        result(nianbao::check(parsed->result.report, options)),
        messages(nianbao::capi::messages_of(result.findings)),
        suspect_messages(nianbao::capi::messages_of(result.suspects)) {}
};

namespace {

bool read_options(const nianbao_check_options* from, nianbao::CheckOptions& to) {
  if (from == nullptr) return true;
  nianbao_check_options known;
  nianbao_check_options_init(&known, sizeof known);
  if (!nianbao::capi::read_known(*from, known, offsetof(nianbao_check_options, suspects))) return false;
  to.suspects = known.suspects != 0;
  return nianbao::capi::read_rules(known.rules, to.rules);
}

nianbao_statement statement_of(const nianbao::Statement& from) noexcept {
  nianbao_statement s = {};
  s.kind = view(to_string(from.kind));
  s.outcome = view(to_string(from.outcome));
  s.channel = view(to_string(from.channel));
  s.value = from.value;
  s.unit = view(from.unit);
  s.row = view(from.row);
  s.path = view(from.path);
  s.text = view(from.text);
  s.start = from.start;
  s.end = from.end;
  s.span = span(from.span);
  s.in_words = nianbao::capi::number_of(from.in_words);
  s.is_part = nianbao::capi::number_of(from.is_part);
  s.match_count = static_cast<uint32_t>(from.matched.size());
  s.match_less_count = static_cast<uint32_t>(from.matched_less.size());
  return s;
}

nianbao_suspect_cell cell_of(const nianbao::SuspectCell& from) noexcept {
  return {view(from.path), span(from.span), number(from.printed), number(from.suggested)};
}

}  // namespace

nianbao_status nianbao_check_options_init(nianbao_check_options* options, size_t struct_size) {
  nianbao_check_options all = {};
  all.suspects = nianbao::capi::number_of(nianbao::CheckOptions().suspects);
  return nianbao::capi::init_options(options, struct_size, all);
}

nianbao_status nianbao_report_check(const nianbao_report* report, const nianbao_check_options* options,
                                    nianbao_check** check) {
  if (check == nullptr) return NIANBAO_ERROR_ARGUMENT;
  *check = nullptr;
  if (report == nullptr) return NIANBAO_ERROR_ARGUMENT;
  return firewall([&]() -> nianbao_status {
    nianbao::CheckOptions check_options;
    if (!read_options(options, check_options)) return NIANBAO_ERROR_ARGUMENT;
    *check = new nianbao_check(report->parsed, check_options);
    return NIANBAO_OK;
  });
}

void nianbao_check_free(nianbao_check* check) { delete check; }

size_t nianbao_check_count(const nianbao_check* check, int32_t status) {
  return check != nullptr ? nianbao::capi::count_of(check->result, status) : 0;
}

int32_t nianbao_check_has_errors(const nianbao_check* check) {
  return nianbao::capi::number_of(check != nullptr && check->result.has_errors());
}

size_t nianbao_check_finding_count(const nianbao_check* check) {
  return check != nullptr ? check->result.findings.size() : 0;
}

nianbao_status nianbao_check_finding(const nianbao_check* check, size_t index, nianbao_finding* finding) {
  if (check == nullptr) return NIANBAO_ERROR_ARGUMENT;
  return nianbao::capi::finding_at(check->result.findings, check->messages, index, finding);
}

nianbao_status nianbao_check_operand(const nianbao_check* check, size_t finding, size_t index,
                                     nianbao_operand* operand) {
  if (check == nullptr) return NIANBAO_ERROR_ARGUMENT;
  return nianbao::capi::operand_at(check->result.findings, finding, index, operand);
}

size_t nianbao_check_statement_count(const nianbao_check* check) {
  return check != nullptr ? check->result.statements.size() : 0;
}

nianbao_status nianbao_check_statement(const nianbao_check* check, size_t index,
                                       nianbao_statement* statement) {
  if (check == nullptr) return NIANBAO_ERROR_ARGUMENT;
  return element(check->result.statements, index, statement, statement_of);
}

nianbao_status nianbao_check_statement_match(const nianbao_check* check, size_t statement, size_t index,
                                             nianbao_view* path) {
  if (check == nullptr || path == nullptr) return NIANBAO_ERROR_ARGUMENT;
  if (statement >= check->result.statements.size()) return NIANBAO_ERROR_NOT_FOUND;
  const auto& from = check->result.statements[statement];
  const bool is_less = index >= from.matched.size();
  return element(is_less ? from.matched_less : from.matched, is_less ? index - from.matched.size() : index,
                 path, [](std::string_view of) { return view(of); });
}

size_t nianbao_check_suspect_count(const nianbao_check* check) {
  return check != nullptr ? check->result.suspects.size() : 0;
}

nianbao_status nianbao_check_suspect(const nianbao_check* check, size_t index, nianbao_suspect* suspect) {
  if (check == nullptr) return NIANBAO_ERROR_ARGUMENT;
  return element(check->result.suspects, index, suspect, [&](const nianbao::Suspect& from) {
    nianbao_suspect s = {};
    s.kind = view(to_string(from.kind));
    s.message = view(check->suspect_messages[index].english);
    s.message_zh = view(check->suspect_messages[index].chinese);
    s.rank = from.rank;
    s.cell_count = static_cast<uint32_t>(from.cells.size());
    s.finding_count = static_cast<uint32_t>(from.findings.size());
    return s;
  });
}

nianbao_status nianbao_check_suspect_cell(const nianbao_check* check, size_t suspect, size_t index,
                                          nianbao_suspect_cell* cell) {
  if (check == nullptr || cell == nullptr) return NIANBAO_ERROR_ARGUMENT;
  if (suspect >= check->result.suspects.size()) return NIANBAO_ERROR_NOT_FOUND;
  return element(check->result.suspects[suspect].cells, index, cell, cell_of);
}

nianbao_status nianbao_check_suspect_finding(const nianbao_check* check, size_t suspect, size_t index,
                                             size_t* finding) {
  if (check == nullptr || finding == nullptr) return NIANBAO_ERROR_ARGUMENT;
  if (suspect >= check->result.suspects.size()) return NIANBAO_ERROR_NOT_FOUND;
  return element(check->result.suspects[suspect].findings, index, finding, [](size_t from) { return from; });
}

nianbao_status nianbao_check_render(const nianbao_check* check, int32_t format,
                                    const nianbao_render_options* options, char** text, size_t* size) {
  return nianbao::capi::render(options, text, size, [&](nianbao::capi::Rendering& rendering) {
    if (check == nullptr) return false;
    const auto report = rendering.newer(*check->parsed, &check->result);
    return rendering.run(format, report);
  });
}
