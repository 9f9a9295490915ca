// SPDX-License-Identifier: Apache-2.0
// Stages and the whole way on the sample reports, beside two floors of the same run. Quote ratios:
//
//     nianbao_bench --benchmark_min_time=1
#include <benchmark/benchmark.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "allocations.hpp"
#include "grammar/report.hpp"
#include "grammar/token.hpp"
#include "nianbao/nianbao.hpp"
#include "readers/document.hpp"
#include "text/fold.hpp"
#include "text/source.hpp"
#include "text/utf8.hpp"

namespace {

namespace fs = std::filesystem;

// The samples that are UTF-8 text: on the others a UTF-8 pass is no floor. Pages of HTML have their own.
const std::vector<std::string>& samples() {
  static const std::vector<std::string> all = [] {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(NIANBAO_SOURCE_DIR "/examples/reports"))
      if (entry.path().filename() != "README.md" && entry.path().extension() != ".html")
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> texts;
    for (const auto& path : paths) {
      std::ifstream file(path, std::ios::binary);
      std::string text{std::istreambuf_iterator<char>(file), {}};
      if (nianbao::text::valid_utf8_prefix(text) == text.size()) texts.push_back(std::move(text));
    }
    return texts;
  }();
  return all;
}

std::int64_t sample_bytes() {
  std::int64_t sum = 0;
  for (const auto& text : samples()) sum += static_cast<std::int64_t>(text.size());
  return sum;
}

// One iteration goes over all samples. What it allocates is told per report.
template <class Body>
void over_samples(benchmark::State& state, Body body) {
  const auto before = allocations();
  for (auto _ : state)
    for (const auto& text : samples()) body(text);
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.counters["allocations"] = static_cast<double>(allocations() - before) /
                                  (static_cast<double>(rounds) * static_cast<double>(samples().size()));
  state.SetBytesProcessed(rounds * sample_bytes());
  state.SetItemsProcessed(rounds * static_cast<std::int64_t>(samples().size()));
}

void floor_utf8_validation(benchmark::State& state) {
  over_samples(state, [](const std::string& text) {
    std::size_t bad = 0;
    for (std::size_t at = 0; at < text.size();) bad += nianbao::text::next_utf8(text, at) == 0xFFFD ? 1U : 0U;
    benchmark::DoNotOptimize(bad);
  });
}
BENCHMARK(floor_utf8_validation);

void floor_line_scan(benchmark::State& state) {
  over_samples(state, [](const std::string& text) {
    std::size_t lines = 0;
    const char* at = text.data();
    const char* const end = at + text.size();
    while ((at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) !=
           nullptr) {
      ++lines;
      if (++at == end) break;
    }
    benchmark::DoNotOptimize(lines);
  });
}
BENCHMARK(floor_line_scan);

void stage_text(benchmark::State& state) {
  over_samples(state, [](const std::string& text) {
    const nianbao::text::Source source(text, {});
    benchmark::DoNotOptimize(source.text().data());
  });
}
BENCHMARK(stage_text);

void stage_reader(benchmark::State& state) {
  over_samples(state, [](const std::string& text) {
    auto document = nianbao::readers::read(text, {});
    benchmark::DoNotOptimize(document.cells.data());
  });
}
BENCHMARK(stage_reader);

void stage_cells(benchmark::State& state) {
  std::vector<nianbao::readers::Document> documents;
  for (const auto& text : samples()) documents.push_back(nianbao::readers::read(text, {}));
  std::size_t i = 0;
  over_samples(state, [&](const std::string&) {
    auto tokens = nianbao::grammar::tokenize(documents[i++ % documents.size()]);
    benchmark::DoNotOptimize(tokens.data());
  });
}
BENCHMARK(stage_cells);

void stage_report_grammar(benchmark::State& state) {
  std::vector<nianbao::grammar::Tokens> tokens;
  for (const auto& text : samples())
    tokens.push_back(nianbao::grammar::tokenize(nianbao::readers::read(text, {})));
  std::size_t i = 0;
  over_samples(state, [&](const std::string&) {
    auto tree = nianbao::grammar::parse_report(tokens[i++ % tokens.size()]);
    benchmark::DoNotOptimize(tree.matrix.rows.data());
  });
}
BENCHMARK(stage_report_grammar);

void bytes_to_report(benchmark::State& state) {
  over_samples(state, [](const std::string& text) {
    auto result = nianbao::parse(text);
    benchmark::DoNotOptimize(result.report.year);
  });
}
BENCHMARK(bytes_to_report);

void report_to_statements(benchmark::State& state) {
  std::vector<nianbao::ParseResult> results;
  for (const auto& text : samples()) results.push_back(nianbao::parse(text));
  std::size_t i = 0;
  over_samples(state, [&](const std::string&) {
    auto statements = nianbao::statements(results[i++ % results.size()].report);
    benchmark::DoNotOptimize(statements.data());
  });
}
BENCHMARK(report_to_statements);

// All rules, statements and suspects included: to be held against bytes_to_report. With `wrong`, one figure
// of each report is, so that suspects are looked for.
void findings(benchmark::State& state, bool wrong) {
  std::vector<nianbao::AnnualReport> reports;
  for (const auto& text : samples()) {
    reports.push_back(nianbao::parse(text).report);
    if (wrong) ++reports.back().applications.results.disclosed.natural_person.value.coefficient;
  }
  std::size_t i = 0;
  over_samples(state, [&](const std::string&) {
    auto checked = nianbao::check(reports[i++ % reports.size()]);
    benchmark::DoNotOptimize(checked.findings.data());
  });
}
BENCHMARK_CAPTURE(findings, of_reports, false);
BENCHMARK_CAPTURE(findings, of_wrong_reports, true);

void bytes_to_json(benchmark::State& state) {
  over_samples(state, [](const std::string& text) {
    auto json = nianbao::to_json(nianbao::parse(text));
    benchmark::DoNotOptimize(json.data());
  });
}
BENCHMARK(bytes_to_json);

void report_to_json(benchmark::State& state) {
  std::vector<nianbao::ParseResult> results;
  for (const auto& text : samples()) results.push_back(nianbao::parse(text));
  std::size_t i = 0;
  over_samples(state, [&](const std::string&) {
    auto json = nianbao::to_json(results[i++ % results.size()]);
    benchmark::DoNotOptimize(json.data());
  });
}
BENCHMARK(report_to_json);

// What writing the same object with nlohmann's tree costs: why the writer is our own.
void report_to_json_by_tree(benchmark::State& state) {
  std::vector<nianbao::ParseResult> results;
  for (const auto& text : samples()) results.push_back(nianbao::parse(text));
  std::size_t i = 0;
  over_samples(state, [&](const std::string&) {
    const auto& report = results[i++ % results.size()].report;
    nlohmann::ordered_json tree;
    tree["title"] = report.title;
    tree["overview"]["text"] = report.overview.prose.text;
    for (const auto& figure : nianbao::figures(report)) {
      auto* node = &tree;
      for (std::string_view path = figure.path; !path.empty();) {
        const auto dot = std::min(path.find('.'), path.size());
        node = &(*node)[std::string(path.substr(0, dot))];
        path.remove_prefix(std::min(dot + 1, path.size()));
      }
      *node = figure.cell->value.coefficient;
    }
    auto json = tree.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    benchmark::DoNotOptimize(json.data());
  });
}
BENCHMARK(report_to_json_by_tree);

// --- text laid out by spaces, and words with their boxes ---------------------------------------------

std::string printed(const char* name) {
  std::ifstream file(std::string(NIANBAO_SOURCE_DIR "/tests/golden/cases/") + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class Body>
void over_text(benchmark::State& state, const std::string& text, Body body) {
  for (auto _ : state) body(text);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text.size()));
}

void layout_utf8_validation(benchmark::State& state) {
  over_text(state, printed("printed-a4.layout.txt"), [](const std::string& text) {
    std::size_t bad = 0;
    for (std::size_t at = 0; at < text.size();) bad += nianbao::text::next_utf8(text, at) == 0xFFFD ? 1U : 0U;
    benchmark::DoNotOptimize(bad);
  });
}
void layout_reader(benchmark::State& state) {
  over_text(state, printed("printed-a4.layout.txt"), [](const std::string& text) {
    auto document = nianbao::readers::read(text, {});
    benchmark::DoNotOptimize(document.cells.data());
  });
}
void layout_to_report(benchmark::State& state) {
  over_text(state, printed("printed-a4.layout.txt"), [](const std::string& text) {
    auto result = nianbao::parse(text);
    benchmark::DoNotOptimize(result.report.year);
  });
}
void words_reader(benchmark::State& state) {
  over_text(state, printed("printed-a4.words.html"), [](const std::string& text) {
    auto document = nianbao::readers::read(text, {});
    benchmark::DoNotOptimize(document.cells.data());
  });
}
void words_to_report(benchmark::State& state) {
  over_text(state, printed("printed-a4.words.html"), [](const std::string& text) {
    auto result = nianbao::parse(text);
    benchmark::DoNotOptimize(result.report.year);
  });
}
BENCHMARK(layout_utf8_validation);
BENCHMARK(layout_reader);
BENCHMARK(layout_to_report);
BENCHMARK(words_reader);
BENCHMARK(words_to_report);

// Linear or not: the time a byte takes must not grow with the input. `range` is MiB.
std::string repeated(std::string_view piece, std::int64_t mebibytes) {
  std::string text;
  const auto size = static_cast<std::size_t>(mebibytes) << 20U;
  text.reserve(size + piece.size());
  while (text.size() < size) text.append(piece);
  return text;
}

void parse_large(benchmark::State& state, std::string_view piece) {
  const auto text = repeated(piece, state.range(0));
  nianbao::ParseOptions options;
  options.max_lines = options.max_cells = std::uint64_t{1} << 40U;
  for (auto _ : state) {
    auto result = nianbao::parse(text, options);
    benchmark::DoNotOptimize(result.report.year);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text.size()));
}

void linear_reports(benchmark::State& state) { parse_large(state, samples().front()); }
void linear_tabs(benchmark::State& state) { parse_large(state, "\t"); }
void linear_numbers_and_tabs(benchmark::State& state) { parse_large(state, "0\t"); }
void linear_one_cell_lines(benchmark::State& state) { parse_large(state, "总计\n0\n其他\n"); }
void linear_rows(benchmark::State& state) { parse_large(state, "1.属于国家秘密\t1\t2\t3\t4\t5\t6\t7\n"); }
void linear_broken_labels(benchmark::State& state) { parse_large(state, "2.其他法律行政\n"); }
void linear_groups(benchmark::State& state) { parse_large(state, "（三）不予公开\n"); }
void linear_wide_lines(benchmark::State& state) {
  std::string line;
  for (int i = 0; i < 5000; ++i) line += "2.其他法律行政\t";
  parse_large(state, line + "\n");
}
void linear_open_tags(benchmark::State& state) { parse_large(state, "<table><tr><td><"); }
void linear_layout(benchmark::State& state) { parse_large(state, printed("printed-a4.layout.txt")); }
void linear_words(benchmark::State& state) { parse_large(state, printed("printed-a4.words.html")); }
BENCHMARK(linear_layout)->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);
BENCHMARK(linear_words)->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);
BENCHMARK(linear_reports)->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);
BENCHMARK(linear_tabs)->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);
BENCHMARK(linear_numbers_and_tabs)->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);
BENCHMARK(linear_one_cell_lines)->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);
BENCHMARK(linear_rows)->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);
BENCHMARK(linear_broken_labels)->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);
BENCHMARK(linear_groups)->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);
BENCHMARK(linear_wide_lines)->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);
BENCHMARK(linear_open_tags)->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
