// SPDX-License-Identifier: Apache-2.0
#include "capi/render.hpp"

namespace nianbao::capi {

namespace {

constexpr uint32_t known_flags = NIANBAO_RENDER_PRETTY | NIANBAO_RENDER_COLOR | NIANBAO_RENDER_ALL;

bool is_encoding(int32_t encoding) noexcept {
  return encoding >= NIANBAO_ENCODING_AUTOMATIC && encoding <= NIANBAO_ENCODING_BIG5;
}

bool is_text(nianbao_view from) noexcept { return from.data != nullptr || from.size == 0; }

std::string_view text_of(nianbao_view from) noexcept {
  return from.size == 0 ? std::string_view() : std::string_view(from.data, from.size);
}

}  // namespace

bool Rendering::read(const nianbao_render_options* options) noexcept {
  nianbao_render_options_init(&options_, sizeof options_);
  if (options == nullptr) return true;
  if (!read_known(*options, options_, offsetof(nianbao_render_options, name))) return false;
  return (options_.language == NIANBAO_LANGUAGE_ENGLISH || options_.language == NIANBAO_LANGUAGE_CHINESE) &&
         (options_.flags & ~known_flags) == 0 && is_encoding(options_.encoding) &&
         is_encoding(options_.older_encoding) && is_text(options_.name) && is_text(options_.source) &&
         is_text(options_.older_name) && is_text(options_.older_source);
}

CheckedReport Rendering::report_of(const Parsed& parsed, nianbao_view name, nianbao_view source,
                                   int32_t encoding, std::string& decoded) const {
  CheckedReport report;
  report.name = text_of(name);
  report.parsed = &parsed.result;
  if (!parsed.result.extracted_text.empty()) {
    report.text = parsed.result.extracted_text;
  } else if (source.size > 0) {
    ParseOptions options;
    options.encoding = static_cast<Encoding>(encoding);
    decoded = decoded_text(text_of(source), options, &report.encoding);
    report.text = decoded;
  }
  return report;
}

CheckedReport Rendering::newer(const Parsed& parsed, const CheckResult* checked) {
  auto report = report_of(parsed, options_.name, options_.source, options_.encoding, newer_text_);
  report.checked = checked;
  return report;
}

CheckedReport Rendering::older(const Parsed& parsed) {
  return report_of(parsed, options_.older_name, options_.older_source, options_.older_encoding, older_text_);
}

Language Rendering::language() const noexcept {
  return options_.language == NIANBAO_LANGUAGE_CHINESE ? Language::chinese : Language::english;
}

JsonOptions Rendering::json_options() const noexcept {
  JsonOptions options;
  options.indent = has(NIANBAO_RENDER_PRETTY) ? 2 : 0;
  options.passes = has(NIANBAO_RENDER_ALL);
  return options;
}

TextOptions Rendering::text_options() const noexcept {
  TextOptions options;
  options.language = language();
  options.color = has(NIANBAO_RENDER_COLOR);
  options.all = has(NIANBAO_RENDER_ALL);
  return options;
}

bool Rendering::run(int32_t format, const CheckedReport& report) {
  switch (format) {
    case NIANBAO_RENDER_JSON: text_ = to_json(report, json_options()); return true;
    case NIANBAO_RENDER_TEXT: text_ = to_text(report, text_options()); return true;
    case NIANBAO_RENDER_SARIF: text_ = to_sarif({report}, language(), json_options()); return true;
    case NIANBAO_RENDER_HTML: text_ = to_html(report, language()); return true;
    default: return false;
  }
}

bool Rendering::run(int32_t format, const ComparedReports& reports) {
  switch (format) {
    case NIANBAO_RENDER_JSON: text_ = to_json(reports, json_options()); return true;
    case NIANBAO_RENDER_TEXT: text_ = to_text(reports, text_options()); return true;
    case NIANBAO_RENDER_SARIF: text_ = comparison_sarif(reports, language(), json_options()); return true;
    case NIANBAO_RENDER_HTML: text_ = to_html(reports, language()); return true;
    default: return false;
  }
}

}  // namespace nianbao::capi

nianbao_status nianbao_render_options_init(nianbao_render_options* options, size_t struct_size) {
  nianbao_render_options all = {};
  all.name = all.source = all.older_name = all.older_source = nianbao::capi::view({});
  return nianbao::capi::init_options(options, struct_size, all);
}

nianbao_status nianbao_rules_json(uint32_t flags, char** json, size_t* size) {
  if (json == nullptr) return NIANBAO_ERROR_ARGUMENT;
  *json = nullptr;
  if (size != nullptr) *size = 0;
  if ((flags & ~static_cast<uint32_t>(NIANBAO_JSON_PRETTY)) != 0) return NIANBAO_ERROR_ARGUMENT;
  return nianbao::capi::firewall([&]() -> nianbao_status {
    nianbao::JsonOptions options;
    options.indent = flags != 0 ? 2 : 0;
    nianbao::capi::hand_over(nianbao::rules_json(options), json, size);
    return NIANBAO_OK;
  });
}
