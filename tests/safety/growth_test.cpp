// SPDX-License-Identifier: Apache-2.0
// Twice as hostile an input takes about twice the time and memory. Memory is counted to the byte; time is the
// processor's, the least of a few runs, for other work on the machine only ever adds to it.
#include <ctime>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nianbao/nianbao.hpp"
#include "safety/allocations.hpp"
#include "support/docx.hpp"

namespace {

using nianbao::safety::heap;

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  out.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

// A report whose first section is `overview`.
std::string report(const std::string& overview) {
  return "某局2023年政府信息公开工作年度报告\n一、总体情况\n" + overview + "\n二、主动公开政府信息情况\n";
}

nianbao::ParseOptions unlimited(nianbao::Format format = nianbao::Format::automatic) {
  nianbao::ParseOptions options;
  options.format = format;
  options.max_lines = options.max_cells = options.max_unpacked_ratio = UINT32_MAX;
  return options;
}

// `make` is not measured, `run` is.
struct Case {
  const char* name;
  std::size_t size;
  std::function<std::string(std::size_t)> make;
  std::function<void(const std::string&)> run;
};

void parse(const std::string& input) { nianbao::parse(input, unlimited()); }
void parse_html(const std::string& input) { nianbao::parse(input, unlimited(nianbao::Format::html)); }
void parse_markdown(const std::string& input) { nianbao::parse(input, unlimited(nianbao::Format::markdown)); }
void parse_layout(const std::string& input) { nianbao::parse(input, unlimited(nianbao::Format::layout)); }

nianbao::AnnualReport with_overview(const std::string& text) {
  nianbao::AnnualReport made;
  made.year = 2023;
  made.overview.prose.text = text;
  return made;
}

void check(const std::string& overview) { nianbao::check(with_overview(overview)); }

void compare_with_itself(const std::string& overview) {
  const auto made = with_overview(overview);
  nianbao::compare(made, made);
}

// All of the second half, with other words in between, is in the first.
void compare_halves(const std::string& overview) {
  nianbao::compare(with_overview(overview), with_overview(overview.substr(overview.size() / 2 / 3 * 3)));
}

// What was found, in every way of writing it, over the text that it stands in.
void show(const std::string& input) {
  const auto parsed = nianbao::parse(input, unlimited());
  const auto checked = nianbao::check(parsed.report);
  const auto compared = nianbao::compare(parsed.report, parsed.report);
  nianbao::CheckedReport shown;
  shown.text = input;
  shown.parsed = &parsed;
  shown.checked = &checked;
  nianbao::to_text(shown, {nianbao::Language::english, true, true});
  nianbao::to_json(shown);
  nianbao::to_html(shown, nianbao::Language::chinese);
  nianbao::to_sarif({shown}, nianbao::Language::chinese);
  nianbao::ComparedReports both{shown, shown, &compared};
  nianbao::to_text(both);
  nianbao::to_html(both, nianbao::Language::chinese);
}

std::string table(const std::string& rows) { return "<table>" + rows + "</table>"; }

std::vector<Case> readers() {
  return {
      {"tabs", 2'000'000, [](std::size_t n) { return std::string(n, '\t'); }, parse},
      {"one line", 200'000, [](std::size_t n) { return report(times(n, "政府信息公开")); }, parse},
      {"labels that almost match", 20'000,
       [](std::size_t n) { return times(n, "本年新收政府信息公开申请数\t1\n"); }, parse},
      {"broken labels", 20'000, [](std::size_t n) { return times(n, "本年新收\n政府信息公\n"); }, parse},
      {"headings", 100'000, [](std::size_t n) { return times(n, "一、总体情况\n"); }, parse},
      {"rows", 30'000, [](std::size_t n) { return times(n, "规章\t1\t2\t3\n"); }, parse},
      {"headings of Markdown", 100'000, [](std::size_t n) { return times(n, "###### 一、总体情况\n\n"); },
       parse_markdown},
      {"pipes", 2'000'000, [](std::size_t n) { return std::string(n, '|'); }, parse_markdown},
      {"rows of pipes", 40'000, [](std::size_t n) { return times(n, "|规章|1|2|\n|---|---|---|\n"); },
       parse_markdown},
      {"marks", 2'000'000, [](std::size_t n) { return times(n, "**_`["); }, parse_markdown},
      {"layout", 4'000, [](std::size_t n) { return times(n, "  规章        1      2      3\n"); },
       parse_layout},
      {"layout of one line", 50'000, [](std::size_t n) { return times(n, "规章    1    "); }, parse_layout},
      {"tables in tables", 5'000, [](std::size_t n) { return times(n, "<table><tr><td>"); }, parse_html},
      {"blank cells", 50'000,
       [](std::size_t n) { return table(times(n / 10, "<tr>" + times(10, "<td></td>") + "</tr>")); },
       parse_html},
      {"colspan", 5'000,
       [](std::size_t n) { return table(times(n, "<tr><td colspan=1000000>规章<td>1</tr>")); }, parse_html},
      {"rowspans that overlap", 2'000,
       [](std::size_t n) {
         return table(times(n, "<tr><td rowspan=65000>1<td rowspan=3 colspan=2>2<td>3</tr>"));
       },
       parse_html},
      {"entities", 100'000, [](std::size_t n) { return "<p>" + times(n, "&amp;&#22269;"); }, parse_html},
      {"open elements", 50'000, [](std::size_t n) { return times(n, "<div><b><span>"); }, parse_html},
      {"attributes", 500'000, [](std::size_t n) { return "<p " + times(n, "a='1' ") + ">"; }, parse_html},
      {"headings of pages", 20'000, [](std::size_t n) { return times(n, "<h1><h6>一、总体情况"); },
       parse_html},
      {"lists in lists", 20'000, [](std::size_t n) { return times(n, "<ol><li>信"); }, parse_html},
      {"cells never closed", 20'000, [](std::size_t n) { return "<table>" + times(n, "<td>1"); }, parse_html},
      {"comments", 50'000, [](std::size_t n) { return times(n, "<!-- -"); }, parse_html}};
}

// Lists and styles that refer to each other, and paragraphs of each.
std::string references(std::size_t count) {
  std::string body;
  std::string styles = "<w:styles>";
  std::string numbering = "<w:numbering>";
  for (std::size_t i = 0; i < count; ++i) {
    const auto number = std::to_string(i);
    const auto id = "\"" + number + "\"";
    body += "<w:p><w:pPr><w:pStyle w:val=\"s" + number +
            "\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=" + id +
            "/></w:numPr></w:pPr><w:r><w:t>信</w:t></w:r></w:p>";
    styles += "<w:style w:type=\"paragraph\" w:styleId=\"s" + number + "\"><w:basedOn w:val=\"s" +
              std::to_string(i + 1) + "\"/></w:style>";
    numbering += "<w:num w:numId=" + id + "><w:abstractNumId w:val=" + id +
                 "/></w:num><w:abstractNum w:abstractNumId=" + id +
                 "><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>";
  }
  return nianbao::support::docx_file(body, {{"word/styles.xml", styles + "</w:styles>"},
                                            {"word/numbering.xml", numbering + "</w:numbering>"}});
}

std::vector<Case> packed() {
  const auto docx = [](const std::string& input) { nianbao::parse(input, unlimited(nianbao::Format::docx)); };
  const auto paragraph = [](const std::string& content) {
    return nianbao::support::docx_file("<w:p>" + content + "</w:p>");
  };
  return {
      {"runs", 20'000, [=](std::size_t n) { return paragraph(times(n, "<w:r><w:t>信</w:t></w:r>")); }, docx},
      {"cells of DOCX", 20'000,
       [](std::size_t n) {
         return nianbao::support::docx_file(
             "<w:tbl>" + times(n / 10, "<w:tr>" + times(10, "<w:tc/>") + "</w:tr>") + "</w:tbl>");
       },
       docx},
      {"styles and lists of DOCX", 1'000, references, docx},
      {"cells over rows of DOCX", 2'000,
       [](std::size_t n) {
         const std::string cell =
             "<w:tc><w:tcPr><w:gridSpan w:val=\"1000000\"/><w:vMerge/></w:tcPr><w:p/></w:tc>";
         return nianbao::support::docx_file("<w:tbl>" + times(n, "<w:tr>" + cell + cell + "</w:tr>") +
                                            "</w:tbl>");
       },
       docx},
      {"tables in tables of DOCX", 60,
       [](std::size_t n) {
         return nianbao::support::docx_file(times(n, "<w:tbl><w:tr><w:tc>") +
                                            times(n, "</w:tc></w:tr></w:tbl>"));
       },
       docx}};
}

// Words, each where `place` says of its number.
template <class Place>
std::string boxes(std::size_t count, Place&& place) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    const auto [x, y] = place(i);
    const auto edge = [](const char* name, std::size_t value) {
      return std::string(name) + "=\"" + std::to_string(value) + "\" ";
    };
    out += "<word " + edge("xMin", x) + edge("yMin", y) + edge("xMax", x + 9) + edge("yMax", y + 9) + ">" +
           (i % 4 == 0 ? "规章" : std::to_string(i % 100)) + "</word>";
  }
  return "<page width=\"600\" height=\"800\">" + out + "</page>";
}

using Place = std::pair<std::size_t, std::size_t>;

std::vector<Case> pages() {
  const auto words = [](const std::string& input) {
    nianbao::parse(input, unlimited(nianbao::Format::words));
  };
  // The same, by the caller's own words.
  const auto own_words = [](const std::string& input) {
    std::vector<nianbao::Word> all;
    for (std::size_t i = 0; i + 3 <= input.size(); i += 3) {
      const auto x = static_cast<double>(i / 3 % 8) * 40;
      const auto y = static_cast<double>(i / 24) * 12;
      all.push_back({std::string_view(input).substr(i, 3), x, y, x + 30, y + 10, 0});
    }
    nianbao::parse_words(all.data(), all.size(), unlimited());
  };
  return {
      {"words in a line", 40'000,
       [](std::size_t n) { return boxes(n, [](std::size_t i) { return Place(i * 12, 10); }); }, words},
      {"words below each other", 4'000,
       [](std::size_t n) { return boxes(n, [](std::size_t i) { return Place(10, i * 12); }); }, words},
      {"words at one place", 40'000,
       [](std::size_t n) { return boxes(n, [](std::size_t) { return Place(10, 10); }); }, words},
      {"words in steps", 4'000,
       [](std::size_t n) { return boxes(n, [](std::size_t i) { return Place(i * 3, i * 3); }); }, words},
      {"words in a table", 20'000,
       [](std::size_t n) { return boxes(n, [](std::size_t i) { return Place(i % 8 * 40, i / 8 * 12); }); },
       words},
      {"words of the caller", 4'000, [](std::size_t n) { return times(n, "年12规章"); }, own_words}};
}

std::vector<Case> json() {
  const auto read = [](const std::string& input) {
    std::string error;
    nianbao::from_json(input, &error);
  };
  const auto around = [](const std::string& members) {
    auto sound = nianbao::to_json(nianbao::parse("某局2023年政府信息公开工作年度报告\n"));
    return sound.insert(sound.find('{') + 1, members);
  };
  return {{"lists in JSON", 100'000, [](std::size_t n) { return times(n, "["); }, read},
          {"objects in JSON", 20'000, [](std::size_t n) { return times(n, "{\"overview\":"); }, read},
          {"unknown members", 20'000, [=](std::size_t n) { return around(times(n, "\"a\":[1,{}],")); }, read},
          {"one text of JSON", 100'000,
           [=](std::size_t n) { return around("\"title\":\"" + times(n, "\\u5E74") + "\","); }, read},
          {"digits of JSON", 200'000,
           [=](std::size_t n) { return around("\"year\":" + times(n, "9") + ","); }, read}};
}

std::vector<Case> findings() {
  const auto statements = [](std::size_t n) {
    return times(n, "本年共收到政府信息公开申请12件，较去年增加3件，其中予以公开5件，不予公开2件。");
  };
  const auto one_sentence = [](std::size_t n) { return times(n, "收到申请12件，其中"); };
  const auto nouns = [](std::size_t n) { return times(n, "政府信息公开申请行政复议行政诉讼规范性文件"); };
  const auto numbers = [](std::size_t n) { return times(n, "12件3宗"); };
  const auto one = [](std::size_t n) { return times(n, "一"); };
  const auto periods = [](std::size_t n) {
    return times(n, "甲乙丙丁戊己庚辛壬癸子丑寅卯") + times(n, "甲乙丙丁戊");
  };
  return {{"statements", 4'000, statements, check},
          {"statements of one sentence", 10'000, one_sentence, check},
          {"nouns", 10'000, nouns, check},
          {"numbers", 60'000, numbers, check},
          {"one character checked", 200'000, one, check},
          {"one character compared", 100'000, one, compare_with_itself},
          {"periods compared", 10'000, periods, compare_with_itself},
          {"halves compared", 10'000, periods, compare_halves},
          {"statements compared", 4'000, statements, compare_with_itself},
          {"statements shown", 1'000, [=](std::size_t n) { return report(statements(n)); }, show},
          {"statements of one line", 2'000, [=](std::size_t n) { return report(statements(n)); },
           [](const std::string& input) { nianbao::check(nianbao::parse(input, unlimited()).report); }},
          {"paragraphs shown", 1'000,
           [](std::size_t n) { return report(times(n, "本年共收到政府信息公开申请12件。\n")); }, show},
          {"signs shown", 20'000, [](std::size_t n) { return report(times(n, "<&\"\t'\x01")); }, show}};
}

struct Cost {
  double seconds = 0;
  double bytes = 0;
};

Cost cost_of(const Case& subject, std::size_t size) {
  const auto input = subject.make(size);
  Cost least{1e9, 0};
  for (int run = 0; run < 3; ++run) {
    nianbao::safety::reset_peak();
    const auto before = heap().bytes;
    const auto began = std::clock();
    subject.run(input);
    least.seconds = std::min(least.seconds, static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC);
    least.bytes = static_cast<double>(heap().peak - before);
  }
  return least;
}

// The cost of four times the input by that of one, as a factor for each doubling; more measurements for a
// machine that was too busy.
bool grows_evenly(const Case& subject) {
  constexpr double most_memory = 2.5 * 2.5;
  constexpr double most_time = 3 * 3;  // what leaves the processor's caches takes longer, piece by piece
  constexpr double too_short_to_tell = 0.002;
  for (int attempt = 0; attempt < 6; ++attempt) {
    const auto one = cost_of(subject, subject.size);
    const auto four = cost_of(subject, subject.size * 4);
    const auto in_time = four.seconds / std::max(one.seconds, too_short_to_tell);
    const auto in_memory = four.bytes / std::max(one.bytes, 4096.0);
    std::printf("%-28s %8.1f ms x %4.1f %10.1f kB x %4.1f\n", subject.name, one.seconds * 1000, in_time,
                one.bytes / 1024, in_memory);
    std::fflush(stdout);
    if (in_memory > most_memory) return false;
    if (in_time <= most_time) return true;
  }
  return false;
}

}  // namespace

// growth_test [NAME SIZE]: all of it; or one case once, for tools that count instructions.
int main(int count, char** arguments) {
  auto cases = readers();
  const auto add = [&](const std::vector<Case>& more) {
    cases.insert(cases.end(), more.begin(), more.end());
  };
  add(packed());
  add(pages());
  add(json());
  add(findings());
  if (count == 3) {
    for (const auto& subject : cases)
      if (std::string_view(arguments[1]) == subject.name)
        subject.run(subject.make(std::strtoul(arguments[2], nullptr, 10)));
    return 0;
  }
  int failed = 0;
  nianbao::parse(report(""));  // what is set up once is nobody's cost
  for (const auto& subject : cases)
    if (!grows_evenly(subject)) {
      std::printf("^ grows faster than its input\n");
      ++failed;
    }
  return failed;
}
