// SPDX-License-Identifier: Apache-2.0
#include "prose/sections.hpp"

#include <algorithm>

#include "prose/metadata.hpp"
#include "prose/paragraphs.hpp"
#include "prose/title.hpp"
#include "text/fold.hpp"

namespace nianbao::prose {

namespace {

using grammar::Token;
using grammar::TokenKind;

// A title stands at most this many lines above section 一, and lines of it are no longer than this.
constexpr std::size_t title_window = 200;
constexpr std::uint32_t longest_title_line = 400;

class SectionReader {
 public:
  SectionReader(const Reading& reading, AnnualReport& report)
      : in_(reading), report_(report), page_(read_page_data(reading)) {
    report_.metadata = page_.metadata;
  }

  void run() {
    read_title();
    read_overview();
    read_text(form::section::problems, report_.problems_and_improvements);
    read_text(form::section::other_matters, report_.other_matters);
    read_heading(form::section::disclosure, report_.proactive_disclosure.prose);
    read_heading(form::section::applications, report_.applications.prose);
    read_heading(form::section::review, report_.review_and_litigation.prose);
    find_what_the_title_lacks();
    note_missing_sections();
  }

 private:
  [[nodiscard]] std::string_view view(text::Range range) const {
    return in_.document.text.substr(range.begin, range.size());
  }

  SourceSpan locate(text::Range range, std::uint32_t line) {
    const auto& at = in_.document.lines[line];
    return in_.locator.locate(range, at.start, at.number);
  }

  std::string plain(text::Range range) const {
    std::string out;
    if (in_.document.has_markup)
      text::strip_markup(view(range), out);
    else
      out = view(range);
    return out;
  }

  std::string tidied(text::Range range) const {
    return in_.document.has_markup ? text::tidy(plain(range)) : text::tidy(view(range));
  }

  void add(DiagnosticCode code, std::string path, std::string text, std::int64_t n = 0) {
    diagnostics::Draft draft;
    draft.code = code;
    draft.path = std::move(path);
    draft.text = std::move(text);
    draft.n = n;
    in_.sink.add(std::move(draft));
  }

  // --- title -----------------------------------------------------------------------------------------

  // The lines above 一 that may hold the title; their tokens.
  std::vector<std::uint32_t> title_tokens() const {
    std::vector<std::uint32_t> tokens;
    const auto& preamble = page_.rest;
    const auto skip = preamble.size() > title_window ? preamble.size() - title_window : 0;
    for (auto i = skip; i < preamble.size(); ++i) {
      const auto& token = in_.tokens[preamble[i]];
      if (token.range.size() <= longest_title_line) tokens.push_back(preamble[i]);
    }
    return tokens;
  }

  void read_title() {
    const auto candidates = title_tokens();
    std::vector<std::string> lines;
    lines.reserve(candidates.size());
    for (const auto token : candidates) lines.push_back(tidied(in_.tokens[token].range));
    auto behind_title = page_.rest.begin();
    if (auto found = find_title(lines)) {
      const auto& first = in_.tokens[candidates[found->first]];
      const auto& last = in_.tokens[candidates[found->last - 1]];
      report_.title_span = locate({first.range.begin, last.range.end}, first.line);
      report_.title = std::move(found->title.text);
      report_.agency = std::move(found->title.agency);
      report_.year = found->title.year;
      behind_title = std::upper_bound(page_.rest.begin(), page_.rest.end(), candidates[found->last - 1]);
    }
    if (report_.agency.empty() && !report_.year) read_page_title();
    const auto* const rest = page_.rest.data() + (behind_title - page_.rest.begin());
    auto found = paragraphs(in_, {rest, page_.rest.data() + page_.rest.size()});
    report_.preamble = join(found);
  }

  // What the page calls the report where the text has no title, or one that names neither agency nor
  // year: 名称 among its metadata, <title>, and what sites name by <meta>.
  void read_page_title() {
    const auto& head = in_.document.head;
    if (page_.title != grammar::no_token) {
      const auto& token = in_.tokens[page_.title];
      if (take_page_title(plain(token.range))) {
        report_.title_span = locate(token.range, token.line);
        return;
      }
    }
    if (take_page_title(std::string(view(head.title)))) {
      report_.title_span = in_.locator.locate(head.title, 0, 1);
      return;
    }
    for (const auto& [name, content] : head.named)
      if (name == "ArticleTitle" && take_page_title(content)) return;
  }

  bool take_page_title(const std::string& text) {
    auto title = parse_page_title(text);
    if (!title) return false;
    report_.title_span = {};
    add(DiagnosticCode::title_from_page, "title", title->text);
    report_.title = std::move(title->text);
    report_.agency = std::move(title->agency);
    report_.year = title->year;
    return true;
  }

  // --- sections --------------------------------------------------------------------------------------

  void read_heading(std::uint8_t section, Prose& prose) {
    const auto& node = in_.tree.sections[section];
    if (node.heading == grammar::no_token) return;
    const auto& token = in_.tokens[node.heading];
    prose.heading = tidied(token.range);
    prose.heading_span = locate(token.range, token.line);
  }

  void set_text(Prose& prose, const Paragraphs& paragraphs) {
    prose.text = join(paragraphs);
    if (!paragraphs.empty())
      prose.span =
          locate({paragraphs.front().range.begin, paragraphs.back().range.end}, paragraphs.front().line);
  }

  void read_text(std::uint8_t section, Prose& prose) {
    read_heading(section, prose);
    PlacedLines lines(in_.memory);
    const auto& indices = in_.tree.sections[section].prose;
    auto found = paragraphs(in_, {indices.data(), indices.data() + indices.size()}, &lines);
    if (section == form::section::other_matters) drop_signature(found, report_.agency);
    set_pieces(prose, found, lines);
    set_text(prose, found);
  }

  // Lines of paragraphs that were dropped stand at the end.
  void set_pieces(Prose& prose, const Paragraphs& paragraphs, const PlacedLines& lines) {
    prose.pieces.reserve(lines.size());
    std::size_t paragraph = 0;
    std::size_t start = 0;
    for (const auto& line : lines) {
      if (line.paragraph >= paragraphs.size()) break;
      for (; paragraph < line.paragraph; ++paragraph) start += paragraphs[paragraph].text.size() + 1;
      const auto text = std::string_view(paragraphs[paragraph].text).substr(line.offset, line.size);
      prose.pieces.push_back({start + line.offset, line.size, locate(line.range, line.line),
                              text == view(line.range) && in_.locator.is_verbatim(line.range)});
    }
  }

  void read_overview() {
    read_text(form::section::overview, report_.overview.prose);
    const auto& prose = in_.tree.sections[form::section::overview].prose;
    std::vector<std::size_t> starts;
    starts.reserve(std::min<std::size_t>(prose.size(), 2 * form::part_count));
    for (std::size_t i = 0; i < prose.size(); ++i)
      if (starts_part(in_.tokens[prose[i]], starts.empty() ? nullptr : &in_.tokens[prose[starts[0]]]))
        starts.push_back(i);
    report_.overview.parts.reserve(starts.size());
    for (std::size_t k = 0; k < starts.size(); ++k) {
      const auto end = k + 1 < starts.size() ? starts[k + 1] : prose.size();
      read_part({prose.data() + starts[k], prose.data() + end});
    }
  }

  // Parts are numbered alike; what is numbered otherwise is inside one.
  static bool starts_part(const Token& token, const Token* first) noexcept {
    if (token.kind != TokenKind::part) return false;
    if (first == nullptr) return token.label.index < form::part_count;
    return token.enumerator == first->enumerator;
  }

  void read_part(Indices tokens) {
    const auto& heading = in_.tokens[*tokens.first];
    report_.overview.parts.emplace_back();
    auto& part = report_.overview.parts.back();
    part.key = heading.label.index < form::part_count ? form::overview_parts[heading.label.index].names.key
                                                      : "other";
    part.prose.heading = tidied(heading.range);
    part.prose.heading_span = locate(heading.range, heading.line);
    auto found = paragraphs(in_, {tokens.first + 1, tokens.last});
    set_text(part.prose, found);
  }

  // --- what is missing -------------------------------------------------------------------------------

  static std::string beginning_of(std::string_view text) {
    const auto window = text.substr(0, 200);
    return text::tidy(window.substr(0, text::valid_utf8_prefix(window)));
  }

  // A page links to the reports of other years, whose titles do not name the agency.
  void drop_title_of_another_year() {
    if (report_.title.empty() || !report_.agency.empty() || !report_.year || !report_.period) return;
    if (*report_.year == report_.period->start.year) return;
    report_.title.clear();
    report_.title_span = {};
    report_.year.reset();
  }

  void find_what_the_title_lacks() {
    const std::string& overview = report_.overview.prose.text;
    const auto preamble = text::tidy(report_.preamble);
    report_.period = find_period(preamble);
    if (!report_.period && overview.find("期限") != std::string::npos)
      report_.period = find_period(text::tidy(overview));
    drop_title_of_another_year();
    const bool lacks = report_.agency.empty() || !report_.year;
    if (report_.title.empty()) add(DiagnosticCode::title_missing, "title", "");
    if (!lacks) return;
    if (report_.agency.empty()) {
      report_.agency = find_agency(preamble);
      if (report_.agency.empty()) report_.agency = find_agency(beginning_of(overview));
      add(report_.agency.empty() ? DiagnosticCode::agency_missing : DiagnosticCode::agency_from_text,
          "agency", report_.agency);
    }
    if (!report_.year) {
      if (report_.period)
        report_.year = report_.period->start.year;
      else if (!(report_.year = find_year(preamble)))
        report_.year = find_year(beginning_of(overview));
      add(report_.year ? DiagnosticCode::year_from_text : DiagnosticCode::year_missing, "year", "",
          report_.year.value_or(0));
    }
  }

  void note_missing_sections() {
    for (std::size_t i = 0; i < form::section_count; ++i)
      if (!in_.tree.sections[i].found)
        add(DiagnosticCode::section_missing, form::sections[i].names.key, form::sections[i].names.label);
    if (!in_.tree.sections[form::section::overview].found) return;
    for (const auto& part : form::overview_parts) {
      const auto& parts = report_.overview.parts;
      const bool found = std::any_of(parts.begin(), parts.end(), [&](const OverviewPart& printed) {
        return printed.key == part.names.key;
      });
      if (!found)
        add(DiagnosticCode::part_missing, std::string("overview.parts.") + part.names.key, part.names.label);
    }
  }

  const Reading& in_;
  AnnualReport& report_;
  PageData page_;
};

}  // namespace

void read_prose(const Reading& reading, AnnualReport& report) { SectionReader(reading, report).run(); }

}  // namespace nianbao::prose
