// SPDX-License-Identifier: Apache-2.0
#include "nianbao/parse.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory_resource>

#include "diagnostics/sink.hpp"
#include "grammar/report.hpp"
#include "prose/sections.hpp"
#include "readers/document.hpp"
#include "readers/formats.hpp"
#include "readers/packed.hpp"
#include "tables/facts.hpp"
#include "tables/figures.hpp"
#include "tables/template.hpp"
#include "text/locator.hpp"
#include "text/source.hpp"

namespace nianbao {

namespace {

using diagnostics::Draft;
using diagnostics::Sink;

const char* encoding_name(Encoding encoding) noexcept {
  switch (encoding) {
    case Encoding::utf16le:
    case Encoding::utf16be: return "UTF-16";
    case Encoding::gb18030: return "GB18030";
    case Encoding::big5: return "Big5";
    default: return "UTF-8";
  }
}

void add(Sink& sink, DiagnosticCode code, std::int64_t n = 0, std::int64_t m = 0, std::string text = {}) {
  Draft draft;
  draft.code = code;
  draft.n = n;
  draft.m = m;
  draft.text = std::move(text);
  sink.add(std::move(draft));
}

void add_at(Sink& sink, DiagnosticCode code, text::Range place, std::string path, std::string text,
            std::int64_t n = 0) {
  Draft draft;
  draft.code = code;
  draft.has_place = true;
  draft.place = place;
  draft.path = std::move(path);
  draft.text = std::move(text);
  draft.n = n;
  sink.add(std::move(draft));
}

void note_source(Sink& sink, std::string_view bytes, const text::Source& source,
                 const ParseOptions& options) {
  const auto limit = std::min<std::uint64_t>(options.max_bytes, text::most_bytes);
  const bool cut = bytes.size() > limit;
  if (source.text().empty() && !cut) add(sink, DiagnosticCode::input_empty);
  if (cut)
    add(sink, DiagnosticCode::input_too_large, static_cast<std::int64_t>(bytes.size()),
        static_cast<std::int64_t>(limit), "max_bytes");
  if (source.invalid() > 0)
    add_at(sink, DiagnosticCode::encoding_invalid, {source.first_invalid(), source.first_invalid() + 3}, "",
           encoding_name(source.encoding()), static_cast<std::int64_t>(source.invalid()));
  const auto nul = source.text().find('\0');
  if (nul != std::string_view::npos) {
    const auto at = static_cast<std::uint32_t>(nul);
    add_at(sink, DiagnosticCode::input_nul_bytes, {at, at + 1}, "", "",
           std::count(source.text().begin(), source.text().end(), '\0'));
  }
  for (auto& draft : sink.drafts()) draft.of_source = draft.has_place;
}

void note_limits(Sink& sink, const readers::Document& document, const ParseOptions& options) {
  if (document.too_many_lines)
    add(sink, DiagnosticCode::limit_lines, static_cast<std::int64_t>(options.max_lines));
  if (document.too_many_cells)
    add(sink, DiagnosticCode::limit_cells, static_cast<std::int64_t>(options.max_cells));
  if (document.too_deep > 0) add(sink, DiagnosticCode::limit_nesting, document.too_deep);
}

void note_events(Sink& sink, const grammar::Tokens& tokens, const grammar::ReportTree& tree) {
  for (const auto& event : tree.events) {
    const auto& names = form::sections[event.section].names;
    const auto& token = tokens[std::min<std::size_t>(event.token, tokens.size() - 1)];
    add_at(sink, event.code, token.range, names.key, names.label);
  }
}

// What the labels say of the form, and that they say it with two voices or against the year.
void note_form(Sink& sink, const readers::Document& document, const grammar::Tokens& tokens,
               const tables::Told& told, const AnnualReport& report) {
  if (report.form == Template::unknown) return;
  constexpr std::int32_t first_year_of_2021 = 2021;
  const bool is_older = report.form == Template::form_2019;
  const std::int64_t form_year = is_older ? 2019 : 2021;
  if (told.other != grammar::no_token) {
    const auto range = tokens[told.other].range;
    add_at(sink, DiagnosticCode::template_mixed, range, "template",
           std::string(document.text.substr(range.begin, range.size())), form_year);
  }
  if (!report.year || (*report.year < first_year_of_2021) == is_older) return;
  Draft draft;
  draft.code = DiagnosticCode::template_year_mismatch;
  draft.has_place = told.token != grammar::no_token;
  if (draft.has_place) draft.place = tokens[told.token].range;
  draft.path = "template";
  draft.n = form_year;
  draft.m = *report.year;
  sink.add(std::move(draft));
}

bool is_recognised(const grammar::ReportTree& tree) noexcept {
  return std::any_of(tree.sections.begin(), tree.sections.end(),
                     [](const grammar::SectionNode& node) { return node.found; });
}

// A text that was taken out of the source stands there in order, but what is wrong with the source
// itself is found otherwise.
void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  const auto order = [](const Diagnostic& d) { return d.span.exists() ? d.span.start + 1 : 0; };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return order(a) < order(b); });
}

// Drafts, which know places of the text, to diagnostics, which know places of the input.
std::vector<Diagnostic> finish(Sink& sink, const text::Source& source, const readers::Document& document,
                               text::Locator& locator, std::uint64_t limit) {
  auto& drafts = sink.drafts();
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return (a.has_place ? a.place.begin + 1 : 0) < (b.has_place ? b.place.begin + 1 : 0);
  });
  const auto locate = [&](text::Range range) {
    const auto after =
        std::upper_bound(document.lines.begin(), document.lines.end(), range.begin,
                         [](std::uint32_t at, const readers::Line& line) { return at < line.start; });
    if (after == document.lines.begin()) return locator.locate(range, 0, 1);
    const auto& line = *std::prev(after);
    return locator.locate(range, line.start, line.number);
  };
  text::Locator in_source(source, document.line_break);
  std::vector<Diagnostic> out;
  out.reserve(drafts.size() + 1);
  for (auto& draft : drafts) {
    Diagnostic diagnostic;
    diagnostic.code = draft.code;
    diagnostic.severity = diagnostics::severity_of(draft.code);
    diagnostic.path = std::move(draft.path);
    diagnostic.n = draft.n;
    diagnostic.m = draft.m;
    diagnostic.text = std::move(draft.text);
    if (!draft.related.empty()) diagnostic.related.push_back(locate(draft.related));
    if (draft.has_place)
      diagnostic.span = draft.of_source ? in_source.locate(draft.place, 0, 1) : locate(draft.place);
    out.push_back(std::move(diagnostic));
  }
  if (document.extracted != nullptr) sort_by_place(out);
  if (sink.left_out() > 0) {
    Diagnostic more;
    more.code = DiagnosticCode::limit_diagnostics;
    more.severity = diagnostics::severity_of(more.code);
    more.n = static_cast<std::int64_t>(limit);
    more.m = static_cast<std::int64_t>(sink.left_out());
    out.push_back(std::move(more));
  }
  return out;
}

text::Locator locator_of(const text::Source& source, const readers::Document& document) {
  if (document.extracted == nullptr) return {source, document.line_break};
  if (document.pieces.empty()) return {document.text, document.line_break};
  return {source, document.pieces, document.line_break};
}

// What reading the tables of a usual report takes on the way, and some more.
constexpr std::size_t enough_memory = 24576;

// What comes after reading, whatever was read.
ParseResult read_report(Sink& sink, const text::Source& source, const readers::Document& document,
                        const ParseOptions& options) {
  ParseResult result;
  const auto tokens = grammar::tokenize(document);
  const auto tree = grammar::parse_report(tokens);
  auto locator = locator_of(source, document);
  note_limits(sink, document, options);

  result.recognised = is_recognised(tree);
  if (result.recognised) {
    std::array<std::byte, enough_memory> room;  // NOLINT(*-member-init): what is taken is written first
    std::pmr::monotonic_buffer_resource memory(room.data(), room.size());
    const Reading reading{document, tokens, tree, locator, sink, &memory};
    auto& report = result.report;
    const bool is_read = tree.foreign == grammar::no_token;
    const tables::FactHeaders headers(tokens, tree.facts, &memory);
    const auto told = is_read ? tables::tell_form(tokens, tree, headers) : tables::Told{};
    report.form = told.form;
    if (report.form == Template::form_2019) report.applications.results.other.subtotal.emplace();
    note_events(sink, tokens, tree);
    if (!is_read) {
      const auto& token = tokens[tree.foreign];
      add_at(sink, DiagnosticCode::template_unsupported, token.range, "proactive_disclosure",
             std::string(document.text.substr(token.range.begin, token.range.size())),
             2000 + token.label.index);
    }
    prose::read_prose(reading, report);
    note_form(sink, document, tokens, told, report);
    tables::read_figures(reading, headers, told.is_certain, report);
  } else if (document.is_image_only) {
    add(sink, DiagnosticCode::input_image_only);
  } else if (!(source.text().empty() && document.text.empty()) && document.left_out == nullptr) {
    add(sink, DiagnosticCode::report_not_recognised);
  }
  result.diagnostics = finish(sink, source, document, locator, options.max_diagnostics);
  if (document.extracted != nullptr && document.pieces.empty()) result.extracted_text = *document.extracted;
  return result;
}

}  // namespace

ParseResult parse(std::string_view bytes, const ParseOptions& options) {
  Sink sink(options.max_diagnostics);
  const bool packed = readers::is_packed(bytes, options);
  if (const auto* format = packed ? nullptr : readers::foreign_format(bytes)) {
    add(sink, DiagnosticCode::input_unsupported_format, 0, 0, format);
    bytes = {};
  }
  const text::Source source(packed ? std::string_view{} : bytes, options);
  const auto document =
      packed ? readers::read_packed(bytes, options, sink) : readers::read(source.text(), options);
  if (document.left_out != nullptr)
    add(sink, DiagnosticCode::input_unsupported_format, 0, 0, document.left_out);
  if (sink.drafts().empty() && !packed) note_source(sink, bytes, source, options);
  if (sink.drafts().empty() && packed && document.lines.empty()) add(sink, DiagnosticCode::input_empty);
  // Places of the input are none of a text that does not stand in it.
  if (document.extracted != nullptr && document.pieces.empty())
    for (auto& draft : sink.drafts()) draft.has_place = false;
  return read_report(sink, source, document, options);
}

ParseResult parse_words(const Word* words, std::size_t count, const ParseOptions& options) {
  Sink sink(options.max_diagnostics);
  const auto document = readers::read_words(words, count, options);
  if (document.too_many_bytes) {
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < count; ++i) bytes += words[i].text.size();
    add(sink, DiagnosticCode::input_too_large, static_cast<std::int64_t>(bytes),
        static_cast<std::int64_t>(options.max_bytes));
  }
  return read_report(sink, text::Source({}, options), document, options);
}

ParseResult unreadable(DiagnosticCode code, std::string_view text, std::int64_t n, std::int64_t m) {
  ParseResult result;
  Sink sink(1);
  add(sink, code, n, m, std::string(text));
  const text::Source source({}, {});
  const readers::Document document;
  text::Locator locator(source, document.line_break);
  result.diagnostics = finish(sink, source, document, locator, 1);
  return result;
}

}  // namespace nianbao
