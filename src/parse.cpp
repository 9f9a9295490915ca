// SPDX-License-Identifier: Apache-2.0
#include "nianbao/parse.hpp"

#include <algorithm>
#include <array>

#include "diagnostics/sink.hpp"
#include "grammar/report.hpp"
#include "prose/sections.hpp"
#include "readers/document.hpp"
#include "tables/figures.hpp"
#include "text/locator.hpp"
#include "text/source.hpp"

namespace nianbao {

namespace {

using diagnostics::Draft;
using diagnostics::Sink;

struct Magic {
  std::string_view bytes;
  const char* name;
};

constexpr std::array<Magic, 8> foreign_formats{{
    {"%PDF-", "PDF (to be converted by “pdftotext -bbox-layout”)"},
    {"PK\x03\x04", "ZIP (DOCX, XLSX, WPS, OFD)"},
    {"PK\x05\x06", "ZIP"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "OLE (DOC, XLS)"},
    {"{\\rtf", "RTF"},
    {"\x89PNG", "PNG"},
    {"\xFF\xD8\xFF", "JPEG"},
    {"Rar!", "RAR"},
}};

const char* foreign_format(std::string_view bytes) noexcept {
  for (const auto& magic : foreign_formats)
    if (bytes.substr(0, magic.bytes.size()) == magic.bytes) return magic.name;
  return nullptr;
}

const char* encoding_name(Encoding encoding) noexcept {
  switch (encoding) {
    case Encoding::utf16le:
    case Encoding::utf16be: return "UTF-16";
    case Encoding::gb18030: return "GB18030";
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
        static_cast<std::int64_t>(limit));
  if (source.invalid() > 0)
    add_at(sink, DiagnosticCode::encoding_invalid, {source.first_invalid(), source.first_invalid() + 3}, "",
           encoding_name(source.encoding()), static_cast<std::int64_t>(source.invalid()));
  const auto nul = source.text().find('\0');
  if (nul != std::string_view::npos) {
    const auto at = static_cast<std::uint32_t>(nul);
    add_at(sink, DiagnosticCode::input_nul_bytes, {at, at + 1}, "", "",
           std::count(source.text().begin(), source.text().end(), '\0'));
  }
}

void note_limits(Sink& sink, const readers::Document& document, const ParseOptions& options) {
  if (document.too_many_lines)
    add(sink, DiagnosticCode::limit_lines, static_cast<std::int64_t>(options.max_lines));
  if (document.too_many_cells)
    add(sink, DiagnosticCode::limit_cells, static_cast<std::int64_t>(options.max_cells));
}

void note_events(Sink& sink, const grammar::Tokens& tokens, const grammar::ReportTree& tree) {
  for (const auto& event : tree.events) {
    const auto& names = form::sections[event.section].names;
    const auto& token = tokens[std::min<std::size_t>(event.token, tokens.size() - 1)];
    add_at(sink, event.code, token.range, names.key, names.label);
  }
}

Template form_of(const grammar::Tokens& tokens, const grammar::ReportTree& tree) noexcept {
  if (tree.foreign != grammar::no_token)
    return tokens[tree.foreign].label.index == form::form_2019 ? Template::form_2019 : Template::unknown;
  return tree.facts.rows.empty() && tree.matrix.rows.empty() ? Template::unknown : Template::form_2021;
}

bool is_recognised(const grammar::ReportTree& tree) noexcept {
  return std::any_of(tree.sections.begin(), tree.sections.end(),
                     [](const grammar::SectionNode& node) { return node.found; });
}

// Drafts, which know places of the text, to diagnostics, which know places of the input.
std::vector<Diagnostic> finish(Sink& sink, const readers::Document& document, text::Locator& locator,
                               std::uint64_t limit) {
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
    if (draft.has_place) diagnostic.span = locate(draft.place);
    out.push_back(std::move(diagnostic));
  }
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

// What comes after reading, whatever was read.
ParseResult read_report(Sink& sink, const readers::Document& document, text::Locator locator,
                        const ParseOptions& options) {
  ParseResult result;
  const auto tokens = grammar::tokenize(document);
  const auto tree = grammar::parse_report(tokens);
  note_limits(sink, document, options);

  result.recognised = is_recognised(tree);
  if (result.recognised) {
    auto& report = result.report;
    report.form = form_of(tokens, tree);
    note_events(sink, tokens, tree);
    if (tree.foreign != grammar::no_token) {
      const auto& token = tokens[tree.foreign];
      add_at(sink, DiagnosticCode::template_unsupported, token.range, "proactive_disclosure",
             std::string(document.text.substr(token.range.begin, token.range.size())),
             2000 + token.label.index);
    }
    prose::read_prose({document, tokens, tree, locator, sink}, report);
    tables::read_figures({document, tokens, tree, locator, sink}, report);
  } else if (document.is_image_only) {
    add(sink, DiagnosticCode::input_image_only);
  } else if (!document.text.empty()) {
    add(sink, DiagnosticCode::report_not_recognised);
  }
  result.diagnostics = finish(sink, document, locator, options.max_diagnostics);
  return result;
}

}  // namespace

ParseResult parse(std::string_view bytes, const ParseOptions& options) {
  Sink sink(options.max_diagnostics);
  if (const auto* format = foreign_format(bytes)) {
    add(sink, DiagnosticCode::input_unsupported_format, 0, 0, format);
    bytes = {};
  }
  const text::Source source(bytes, options);
  const auto document = readers::read(source.text(), options);
  if (sink.drafts().empty()) note_source(sink, bytes, source, options);
  // Places of the input are none of a text that was taken from it.
  if (document.extracted != nullptr)
    for (auto& draft : sink.drafts()) draft.has_place = false;
  return read_report(sink, document, locator_of(source, document), options);
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
  return read_report(sink, document, {document.text, document.line_break}, options);
}

ParseResult unreadable(DiagnosticCode code, std::string_view text, std::int64_t n, std::int64_t m) {
  ParseResult result;
  Sink sink(1);
  add(sink, code, n, m, std::string(text));
  const readers::Document document;
  text::Locator locator(std::string_view{}, '\n');
  result.diagnostics = finish(sink, document, locator, 1);
  return result;
}

}  // namespace nianbao
