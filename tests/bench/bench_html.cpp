// SPDX-License-Identifier: Apache-2.0
// Pages of HTML: the whole way beside libxml2's own parse of the same bytes in the same run.
#include <benchmark/benchmark.h>
#include <libxml/HTMLparser.h>

#include <fstream>
#include <iterator>
#include <string>

#include "nianbao/nianbao.hpp"
#include "readers/document.hpp"

namespace {

const std::string& page() {
  static const std::string bytes = [] {
    std::ifstream file(NIANBAO_SOURCE_DIR "/examples/reports/web-page.html", std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(file), {}};
  }();
  return bytes;
}

// The page of a program that writes much around each word.
const std::string& page_of_word() {
  static const std::string bytes = [] {
    std::string out;
    for (std::size_t at = 0; at < page().size();) {
      const auto cell = std::min(page().find("<td", at), page().size());
      const auto text = std::min(page().find('>', cell), page().size() - 1) + 1;
      const auto end = std::min(page().find("</td>", text), page().size());
      out += page().substr(at, text - at);
      if (text < page().size())
        out += "<p class=MsoNormal align=center style='text-align:center'><span style='font-family:SimSun'>" +
               page().substr(text, end - text) + "<o:p></o:p></span></p>";
      at = std::max(end, text);
    }
    return out;
  }();
  return bytes;
}

template <class Body>
void over(benchmark::State& state, const std::string& bytes, Body body) {
  for (auto _ : state) body(bytes);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(bytes.size()));
}

void parse_by_libxml2(const std::string& bytes) {
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING;
  auto* document = htmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, "UTF-8", options);
  benchmark::DoNotOptimize(document);
  xmlFreeDoc(document);
}

void read_page(const std::string& bytes) {
  const auto document = nianbao::readers::read_html(bytes, {});
  benchmark::DoNotOptimize(document.cells.data());
}

void report_of(const std::string& bytes) {
  const auto result = nianbao::parse(bytes);
  benchmark::DoNotOptimize(result.report.year);
}

void html_floor_libxml2(benchmark::State& state) { over(state, page(), parse_by_libxml2); }
void html_reader(benchmark::State& state) { over(state, page(), read_page); }
void html_to_report(benchmark::State& state) { over(state, page(), report_of); }
void html_word_floor_libxml2(benchmark::State& state) { over(state, page_of_word(), parse_by_libxml2); }
void html_word_reader(benchmark::State& state) { over(state, page_of_word(), read_page); }
void html_word_to_report(benchmark::State& state) { over(state, page_of_word(), report_of); }
BENCHMARK(html_floor_libxml2);
BENCHMARK(html_reader);
BENCHMARK(html_to_report);
BENCHMARK(html_word_floor_libxml2);
BENCHMARK(html_word_reader);
BENCHMARK(html_word_to_report);

void parse_large(benchmark::State& state, const std::string& piece) {
  const auto size = static_cast<std::size_t>(state.range(0)) << 20U;
  std::string bytes = "<html>";
  while (bytes.size() < size) bytes += piece;
  nianbao::ParseOptions options;
  options.max_lines = options.max_cells = std::uint64_t{1} << 40U;
  over(state, bytes, [&](const std::string& text) {
    const auto result = nianbao::parse(text, options);
    benchmark::DoNotOptimize(result.report.year);
  });
}

void linear_html_pages(benchmark::State& state) { parse_large(state, page()); }
void linear_html_cells(benchmark::State& state) { parse_large(state, "<td>1"); }
void linear_html_tables(benchmark::State& state) { parse_large(state, "<table><tr><td>1</table>"); }
BENCHMARK(linear_html_pages)->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);
BENCHMARK(linear_html_cells)->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);
BENCHMARK(linear_html_tables)->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);

}  // namespace
