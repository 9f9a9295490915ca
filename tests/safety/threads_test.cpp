// SPDX-License-Identifier: Apache-2.0
// Threads read, check, compare and write at once, the first calls of the process among them, and all get
// what one thread gets alone. With the preset tsan no access of theirs races.
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "nianbao/nianbao.hpp"
#include "safety/everything.hpp"

namespace {

constexpr std::size_t thread_count = 4;

std::vector<std::string> results_of(const std::vector<std::string>& files, std::size_t first) {
  std::vector<std::string> results(files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto at = (first + i) % files.size();
    results[at] = nianbao::safety::everything_of(files[at], files[(at + 1) % files.size()]);
  }
  return results;
}

// One report that all threads look at.
std::string checks_of(const nianbao::ParseResult& shared) {
  const auto checked = nianbao::check(shared.report);
  nianbao::CheckedReport shown;
  shown.parsed = &shared;
  shown.checked = &checked;
  return nianbao::to_json(shown) + nianbao::to_html(shown, nianbao::Language::chinese);
}

}  // namespace

// libzip asks glibc for the local time, which keeps its time zone behind a lock of its own: the sanitizer
// sees the memory that is freed there and not the lock.
extern "C" const char* __tsan_default_suppressions();
extern "C" const char* __tsan_default_suppressions() { return "race:tzset_internal\n"; }

int main() {
  const auto files = nianbao::safety::sample_files();
  std::vector<std::vector<std::string>> results(thread_count);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < thread_count; ++t)
    threads.emplace_back([&, t] { results[t] = results_of(files, t * files.size() / thread_count); });
  for (auto& thread : threads) thread.join();
  const auto alone = results_of(files, 0);
  for (const auto& result : results)
    if (result != alone) return std::puts("threads have other results"), 1;

  const auto shared = nianbao::parse(files.front());
  const auto wanted = checks_of(shared);
  std::vector<std::string> checks(thread_count);
  threads.clear();
  for (auto& check : checks) threads.emplace_back([&] { check = checks_of(shared); });
  for (auto& thread : threads) thread.join();
  for (const auto& check : checks)
    if (check != wanted) return std::puts("threads have other checks"), 1;
  return files.size() > 10 ? 0 : 1;
}
