// SPDX-License-Identifier: Apache-2.0
// The C face: each function turns arguments into calls of the C++ interface, and nothing gets past
// its firewall but a status.
#include "nianbao/nianbao.h"

#include <cstddef>
#include <string_view>
#include <vector>

#include "capi/handles.hpp"
#include "metadata_items.hpp"
#include "nianbao/nianbao.hpp"

static_assert(sizeof(nianbao_span) == 24, "frozen layout");
static_assert(sizeof(nianbao_view) == 2 * sizeof(void*), "frozen layout");
static_assert(offsetof(nianbao_figure, coefficient) == 2 * sizeof(nianbao_view), "frozen layout");
static_assert(offsetof(nianbao_figure, span) == 2 * sizeof(nianbao_view) + 16, "frozen layout");
static_assert(sizeof(nianbao_figure) == 2 * sizeof(nianbao_view) + 40, "frozen layout");
static_assert(offsetof(nianbao_diagnostic, word) == 8, "frozen layout");
static_assert(sizeof(nianbao_diagnostic) == 8 + 4 * sizeof(nianbao_view) + 24, "frozen layout");

static_assert(sizeof(nianbao_word) == sizeof(nianbao_view) + 40, "frozen layout");

namespace {

using nianbao::capi::firewall;
using nianbao::capi::read_options;
using nianbao::capi::span;
using nianbao::capi::view;

nianbao_figure figure_of(const nianbao::Figure& from) noexcept {
  const auto& cell = *from.cell;
  return {view(from.path),
          view(cell.raw),
          cell.value.coefficient,
          cell.value.scale,
          static_cast<int32_t>(cell.state),
          span(cell.span)};
}

bool is_format(int32_t format) noexcept {
  switch (format) {
    case NIANBAO_FORMAT_AUTOMATIC:
    case NIANBAO_FORMAT_PLAIN:
    case NIANBAO_FORMAT_MARKDOWN:
    case NIANBAO_FORMAT_HTML:
    case NIANBAO_FORMAT_DOCX:
    case NIANBAO_FORMAT_LAYOUT:
    case NIANBAO_FORMAT_WORDS: return true;
    default: return false;
  }
}

}  // namespace

bool nianbao::capi::read_options(const nianbao_options* from, nianbao::ParseOptions& to) noexcept {
  if (from == nullptr) return true;
  nianbao_options known;
  nianbao_options_init(&known, sizeof known);
  if (!nianbao::capi::read_known(*from, known, offsetof(nianbao_options, max_bytes))) return false;
  if (!is_format(known.format)) return false;
  if (known.encoding < NIANBAO_ENCODING_AUTOMATIC || known.encoding > NIANBAO_ENCODING_BIG5) return false;
  to.format = static_cast<nianbao::Format>(known.format);
  to.encoding = static_cast<nianbao::Encoding>(known.encoding);
  to.max_bytes = known.max_bytes;
  to.max_lines = known.max_lines;
  to.max_cells = known.max_cells;
  to.max_diagnostics = known.max_diagnostics;
  to.max_unpacked_bytes = known.max_unpacked_bytes;
  to.max_unpacked_ratio = known.max_unpacked_ratio;
  return true;
}

const char* nianbao_version(void) { return nianbao::version(); }

int32_t nianbao_abi_version(void) { return NIANBAO_ABI_VERSION; }

const char* nianbao_status_message(nianbao_status status) {
  switch (status) {
    case NIANBAO_OK: return "success";
    case NIANBAO_ERROR_ARGUMENT: return "an argument is not valid";
    case NIANBAO_ERROR_NOMEM: return "out of memory";
    case NIANBAO_ERROR_NOT_FOUND: return "not found";
    case NIANBAO_ERROR_JSON: return "not JSON as nianbao writes it";
    case NIANBAO_ERROR_INTERNAL: return "internal error";
    default: return "unknown status";
  }
}

nianbao_status nianbao_options_init(nianbao_options* options, size_t struct_size) {
  const nianbao::ParseOptions defaults;
  nianbao_options all = {};
  all.max_bytes = defaults.max_bytes;
  all.max_lines = defaults.max_lines;
  all.max_cells = defaults.max_cells;
  all.max_diagnostics = defaults.max_diagnostics;
  all.max_unpacked_bytes = defaults.max_unpacked_bytes;
  all.max_unpacked_ratio = defaults.max_unpacked_ratio;
  return nianbao::capi::init_options(options, struct_size, all);
}

nianbao_status nianbao_parse(const void* data, size_t size, const nianbao_options* options,
                             nianbao_report** report) {
  if (report == nullptr) return NIANBAO_ERROR_ARGUMENT;
  *report = nullptr;
  if (data == nullptr && size > 0) return NIANBAO_ERROR_ARGUMENT;
  return firewall([&]() -> nianbao_status {
    nianbao::ParseOptions parse_options;
    if (!read_options(options, parse_options)) return NIANBAO_ERROR_ARGUMENT;
    const std::string_view bytes(size > 0 ? static_cast<const char*>(data) : "", size);
    *report = new nianbao_report(nianbao::parse(bytes, parse_options));
    return NIANBAO_OK;
  });
}

nianbao_status nianbao_parse_words(const nianbao_word* words, size_t count, const nianbao_options* options,
                                   nianbao_report** report) {
  if (report == nullptr) return NIANBAO_ERROR_ARGUMENT;
  *report = nullptr;
  if (words == nullptr && count > 0) return NIANBAO_ERROR_ARGUMENT;
  return firewall([&]() -> nianbao_status {
    nianbao::ParseOptions parse_options;
    if (!read_options(options, parse_options)) return NIANBAO_ERROR_ARGUMENT;
    std::vector<nianbao::Word> of_words;
    of_words.reserve(count);
    for (size_t i = 0; i < count; ++i) {
      const auto& word = words[i];
      if (word.text.data == nullptr && word.text.size > 0) return NIANBAO_ERROR_ARGUMENT;
      const std::string_view text(word.text.size > 0 ? word.text.data : "", word.text.size);
      of_words.push_back({text, word.x0, word.y0, word.x1, word.y1, word.page});
    }
    *report = new nianbao_report(nianbao::parse_words(of_words.data(), of_words.size(), parse_options));
    return NIANBAO_OK;
  });
}

nianbao_status nianbao_unreadable(int32_t code, const char* text, int64_t n, int64_t m,
                                  nianbao_report** report) {
  if (report == nullptr) return NIANBAO_ERROR_ARGUMENT;
  *report = nullptr;
  return firewall([&]() -> nianbao_status {
    for (const auto& known : nianbao::diagnostic_catalogue()) {
      if (static_cast<int32_t>(known.code) != code) continue;
      *report = new nianbao_report(nianbao::unreadable(known.code, text != nullptr ? text : "", n, m));
      return NIANBAO_OK;
    }
    return NIANBAO_ERROR_ARGUMENT;
  });
}

nianbao_status nianbao_report_from_json(const char* json, size_t size, nianbao_report** report) {
  if (report == nullptr) return NIANBAO_ERROR_ARGUMENT;
  *report = nullptr;
  if (json == nullptr) return NIANBAO_ERROR_ARGUMENT;
  return firewall([&]() -> nianbao_status {
    auto result = nianbao::from_json({json, size});
    if (!result) return NIANBAO_ERROR_JSON;
    *report = new nianbao_report(std::move(*result));
    return NIANBAO_OK;
  });
}

nianbao_status nianbao_report_infer(const nianbao_report* report, nianbao_report** inferred) {
  if (inferred == nullptr) return NIANBAO_ERROR_ARGUMENT;
  *inferred = nullptr;
  if (report == nullptr) return NIANBAO_ERROR_ARGUMENT;
  return firewall([&]() -> nianbao_status {
    auto result = report->parsed->result;
    nianbao::infer(result);
    *inferred = new nianbao_report(std::move(result));
    return NIANBAO_OK;
  });
}

void nianbao_report_free(nianbao_report* report) { delete report; }

int32_t nianbao_report_recognised(const nianbao_report* report) {
  return report != nullptr && report->parsed->result.recognised ? 1 : 0;
}

nianbao_status nianbao_report_text(const nianbao_report* report, int32_t which, nianbao_view* text) {
  if (report == nullptr || text == nullptr) return NIANBAO_ERROR_ARGUMENT;
  const auto& r = report->parsed->result.report;
  switch (which) {
    case NIANBAO_TEXT_TITLE: *text = view(r.title); break;
    case NIANBAO_TEXT_AGENCY: *text = view(r.agency); break;
    case NIANBAO_TEXT_PREAMBLE: *text = view(r.preamble); break;
    case NIANBAO_TEXT_OVERVIEW: *text = view(r.overview.prose.text); break;
    case NIANBAO_TEXT_PROBLEMS_AND_IMPROVEMENTS: *text = view(r.problems_and_improvements.text); break;
    case NIANBAO_TEXT_EXTRACTED: *text = view(report->parsed->result.extracted_text); break;
    case NIANBAO_TEXT_OTHER_MATTERS: *text = view(r.other_matters.text); break;
    default: return NIANBAO_ERROR_NOT_FOUND;
  }
  return NIANBAO_OK;
}

nianbao_status nianbao_report_metadata(const nianbao_report* report, const char* name, nianbao_view* text) {
  if (report == nullptr || name == nullptr || text == nullptr) return NIANBAO_ERROR_ARGUMENT;
  const auto* found = nianbao::metadata_item(report->parsed->result.report.metadata, name);
  if (found == nullptr) return NIANBAO_ERROR_NOT_FOUND;
  *text = view(*found);
  return NIANBAO_OK;
}

int32_t nianbao_report_year(const nianbao_report* report) {
  return report != nullptr ? report->parsed->result.report.year.value_or(0) : 0;
}

int32_t nianbao_report_template(const nianbao_report* report) {
  if (report == nullptr) return 0;
  switch (report->parsed->result.report.form) {
    case nianbao::Template::form_2019: return 2019;
    case nianbao::Template::form_2021: return 2021;
    default: return 0;
  }
}

nianbao_status nianbao_report_period(const nianbao_report* report, nianbao_date* start, nianbao_date* end) {
  if (report == nullptr || start == nullptr || end == nullptr) return NIANBAO_ERROR_ARGUMENT;
  const auto& period = report->parsed->result.report.period;
  if (!period) return NIANBAO_ERROR_NOT_FOUND;
  *start = {period->start.year, period->start.month, period->start.day};
  *end = {period->end.year, period->end.month, period->end.day};
  return NIANBAO_OK;
}

size_t nianbao_report_figure_count(const nianbao_report* report) {
  return report != nullptr ? report->parsed->figures.size() : 0;
}

nianbao_status nianbao_report_figure(const nianbao_report* report, size_t index, nianbao_figure* figure) {
  if (report == nullptr || figure == nullptr) return NIANBAO_ERROR_ARGUMENT;
  if (index >= report->parsed->figures.size()) return NIANBAO_ERROR_NOT_FOUND;
  *figure = figure_of(report->parsed->figures[index]);
  return NIANBAO_OK;
}

nianbao_status nianbao_report_figure_by_path(const nianbao_report* report, const char* path,
                                             nianbao_figure* figure) {
  if (report == nullptr || path == nullptr || figure == nullptr) return NIANBAO_ERROR_ARGUMENT;
  for (const auto& candidate : report->parsed->figures) {
    if (candidate.path != path) continue;
    *figure = figure_of(candidate);
    return NIANBAO_OK;
  }
  return NIANBAO_ERROR_NOT_FOUND;
}

size_t nianbao_report_diagnostic_count(const nianbao_report* report) {
  return report != nullptr ? report->parsed->result.diagnostics.size() : 0;
}

nianbao_status nianbao_report_diagnostic(const nianbao_report* report, size_t index,
                                         nianbao_diagnostic* diagnostic) {
  if (report == nullptr || diagnostic == nullptr) return NIANBAO_ERROR_ARGUMENT;
  if (index >= report->parsed->result.diagnostics.size()) return NIANBAO_ERROR_NOT_FOUND;
  const auto& from = report->parsed->result.diagnostics[index];
  const auto& messages = report->parsed->messages[index];
  *diagnostic = {static_cast<int32_t>(from.code),
                 static_cast<int32_t>(from.severity),
                 view(nianbao::to_string(from.code)),
                 view(messages.english),
                 view(messages.chinese),
                 view(from.path),
                 span(from.span)};
  return NIANBAO_OK;
}

nianbao_status nianbao_report_json(const nianbao_report* report, uint32_t flags, char** json, size_t* size) {
  if (json == nullptr) return NIANBAO_ERROR_ARGUMENT;
  *json = nullptr;
  if (size != nullptr) *size = 0;
  if (report == nullptr || (flags & ~static_cast<uint32_t>(NIANBAO_JSON_FIGURES | NIANBAO_JSON_PRETTY)) != 0)
    return NIANBAO_ERROR_ARGUMENT;
  return firewall([&]() -> nianbao_status {
    nianbao::JsonOptions options;
    options.figures = (flags & NIANBAO_JSON_FIGURES) != 0;
    options.indent = (flags & NIANBAO_JSON_PRETTY) != 0 ? 2 : 0;
    const auto text = nianbao::to_json(report->parsed->result, options);
    nianbao::capi::hand_over(text, json, size);
    return NIANBAO_OK;
  });
}

void nianbao_string_free(char* text) { delete[] text; }
