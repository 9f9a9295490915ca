// SPDX-License-Identifier: Apache-2.0
// What C says is what C++ says; what is written otherwise is read alike; figures are what their places say.
// Chosen are: no checks, bit 0; how the text is written otherwise, 1 to 3.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/choice.hpp"
#include "nianbao/nianbao.h"
#include "nianbao/nianbao.hpp"
#include "property/faults.hpp"
#include "property/inputs.hpp"
#include "property/places.hpp"
#include "support/encode.hpp"

namespace {

using nianbao::CheckedReport;
using nianbao::Language;
using nianbao::ParseResult;

void demand(bool condition, const std::string& what) {
  if (!condition) nianbao::fuzz::demand(what);
}

// A text of the C interface, copied and freed.
template <class Call>
std::string taken(Call&& call) {
  char* text = nullptr;
  std::size_t size = 0;
  demand(call(&text, &size) == NIANBAO_OK, "C has no text");
  std::string copy(text, size);
  nianbao_string_free(text);
  return copy;
}

nianbao_view view(std::string_view text) { return {text.data(), text.size()}; }

std::string rendered(const nianbao_check* check, int32_t format, std::string_view source) {
  nianbao_render_options options;
  nianbao_render_options_init(&options, sizeof options);
  options.language = NIANBAO_LANGUAGE_CHINESE;
  options.flags = format == NIANBAO_RENDER_JSON || format == NIANBAO_RENDER_TEXT ? NIANBAO_RENDER_ALL : 0;
  options.name = view("report.txt");
  options.source = view(source);
  return taken([&](char** text, std::size_t* size) {
    return nianbao_check_render(check, format, &options, text, size);
  });
}

void demand_same_check(std::string_view input, const ParseResult& result, const nianbao_report* report) {
  const auto checked = nianbao::check(result.report);
  nianbao_check* check = nullptr;
  demand(nianbao_report_check(report, nullptr, &check) == NIANBAO_OK, "C has no check");
  CheckedReport shown;
  const auto text = nianbao::decoded_text(input, {}, &shown.encoding);
  shown.name = "report.txt";
  shown.text = text;
  if (!result.extracted_text.empty()) {
    shown.text = result.extracted_text;
    shown.encoding = nianbao::Encoding::utf8;
  }
  shown.parsed = &result;
  shown.checked = &checked;
  nianbao::JsonOptions without_passes;
  without_passes.passes = false;
  const auto chinese = Language::chinese;
  demand(rendered(check, NIANBAO_RENDER_JSON, input) == to_json(shown, nianbao::JsonOptions()),
         "another JSON of checks in C");
  demand(rendered(check, NIANBAO_RENDER_TEXT, input) == to_text(shown, {chinese, false, true}),
         "another text in C");
  demand(rendered(check, NIANBAO_RENDER_HTML, input) == to_html(shown, chinese), "another page in C");
  demand(rendered(check, NIANBAO_RENDER_SARIF, input) == nianbao::to_sarif({shown}, chinese, without_passes),
         "another log in C");
  nianbao_check_free(check);
}

void demand_same_in_c(std::string_view input, const ParseResult& result, bool with_check) {
  const nianbao::JsonOptions options{true, 0};
  const auto json = nianbao::to_json(result, options);
  nianbao_report* report = nullptr;
  demand(nianbao_parse(input.data(), input.size(), nullptr, &report) == NIANBAO_OK, "C has no report");
  const auto json_of = [](const nianbao_report* from) {
    return taken([&](char** text, std::size_t* size) {
      return nianbao_report_json(from, NIANBAO_JSON_FIGURES, text, size);
    });
  };
  demand(json_of(report) == json, "another JSON in C");
  nianbao_report* again = nullptr;
  demand(nianbao_report_from_json(json.data(), json.size(), &again) == NIANBAO_OK, "C cannot read its JSON");
  demand(json_of(again) == json, "another JSON in C when read again");
  if (with_check) demand_same_check(input, result, report);
  nianbao_report_free(again);
  nianbao_report_free(report);
}

// Only texts can be written otherwise and stay the same report: in bytes of other encodings, in marks of
// HTML and in carriage returns these changes are changes of content.
bool is_plain(std::string_view input) {
  return nianbao::property::is_utf8(input) &&
         input.find_first_of(std::string_view("\r\0<&\x1B", 5)) == std::string_view::npos &&
         input.substr(0, 3) != "\xEF\xBB\xBF" && !input.empty();
}

constexpr unsigned ways = 4;
constexpr unsigned full_width = 3;

std::string otherwise(const std::string& text, unsigned how) {
  switch (how) {
    case 0: return nianbao::support::with_crlf(text);
    case 1: return nianbao::support::with_cr(text);
    case 2: return "\xEF\xBB\xBF" + text;
    default: return nianbao::property::with_full_width_tables(text);
  }
}

// Full-width digits are not the same text, but the same figures.
std::vector<std::string> what_stays(const ParseResult& result, unsigned how) {
  if (how != full_width) return nianbao::property::content_of(result);
  std::vector<std::string> lines;
  for (const auto& [path, cell] : nianbao::figures(result.report))
    lines.push_back(std::string(path) + ": " + std::string(to_string(cell->state)) + " " +
                    (cell->has_value() ? cell->value.to_string() : ""));
  return lines;
}

void demand_same_otherwise(const std::string& text, unsigned how) {
  nianbao::ParseOptions options;
  options.format = nianbao::Format::plain;
  options.encoding = nianbao::Encoding::utf8;
  const auto before = nianbao::parse(text, options);
  const auto after = nianbao::parse(otherwise(text, how), options);
  using namespace nianbao::property;
  const auto content = difference(what_stays(before, how), what_stays(after, how));
  demand(content.empty(), "other content, written otherwise (" + std::to_string(how) + "): " + content);
  const auto doubts = difference(doubts_of(before), doubts_of(after));
  demand(doubts.empty(), "other doubts, written otherwise (" + std::to_string(how) + "): " + doubts);
}

void run(std::string_view input) {
  const auto choice = nianbao::fuzz::take_choice(input);
  const auto result = nianbao::parse(input);
  const auto fault = nianbao::property::fault_of_places(input, result);
  demand(fault.empty(), fault);
  demand_same_in_c(input, result, !choice.at(0));
  if (!is_plain(input)) return;
  for (unsigned how = 0; how < ways; ++how)
    if (!choice.given || choice.number(1, 3) % ways == how) demand_same_otherwise(std::string(input), how);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  run({reinterpret_cast<const char*>(data), size});
  return 0;
}
