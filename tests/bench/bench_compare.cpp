// SPDX-License-Identifier: Apache-2.0
// How much of a text stands in last year's: texts of 1 kB and 100 kB, and texts made to be slow.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>

#include "nianbao/compare.hpp"
#include "text/utf8.hpp"

namespace {

std::string sentence(std::mt19937& random) {
  std::string text;
  const auto length = 12 + random() % 40;
  for (std::size_t i = 0; i < length; ++i)  // as many different characters as reports have
    nianbao::text::append_utf8(text, 0x4E00 + static_cast<char32_t>(random() % 40 * (random() % 40)));
  return text + "，2024年123件。";
}

nianbao::AnnualReport report_with(std::string text) {
  nianbao::AnnualReport report;
  report.overview.prose.text = std::move(text);
  return report;
}

void compare_texts(benchmark::State& state, const std::string& older, const std::string& newer) {
  const auto last_year = report_with(older);
  const auto this_year = report_with(newer);
  for (auto _ : state) {
    auto comparison = nianbao::compare(last_year, this_year);
    benchmark::DoNotOptimize(comparison.repetition.back().rate);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(older.size() + newer.size()));
}

// Half of the sentences are last year's. `range` is the size of each text in kB.
void repetition_prose(benchmark::State& state) {
  std::mt19937 random(1);
  std::string older;
  std::string newer;
  while (older.size() < static_cast<std::size_t>(state.range(0)) * 1000) {
    const auto written = sentence(random);
    older += written;
    newer += random() % 2 == 0 ? written : sentence(random);
  }
  compare_texts(state, older, newer);
}

void repetition_of_one_character(benchmark::State& state) {
  std::string text;
  while (text.size() < static_cast<std::size_t>(state.range(0)) * 1000) text += "公";
  compare_texts(state, text, text);
}

// Every window of the newer text stands in the older one thousands of times, and no passage is long.
void repetition_of_periods(benchmark::State& state) {
  std::string older;
  std::string newer;
  while (older.size() < static_cast<std::size_t>(state.range(0)) * 1000) {
    older += "公公公公公公公公公公公公公开";
    newer += "公公公公公公公公公公公公公务";
  }
  compare_texts(state, older, newer);
}

BENCHMARK(repetition_prose)->Arg(1)->Arg(100)->Arg(200)->Arg(400)->Unit(benchmark::kMillisecond);
BENCHMARK(repetition_of_one_character)->Arg(100)->Arg(400)->Unit(benchmark::kMillisecond);
BENCHMARK(repetition_of_periods)->Arg(100)->Arg(400)->Unit(benchmark::kMillisecond);

}  // namespace
