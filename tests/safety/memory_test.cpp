// SPDX-License-Identifier: Apache-2.0
// Memory runs out at the first allocation of a call, at the second, and so on until the call succeeds. Each
// time C says NIANBAO_ERROR_NOMEM, nothing has been made and nothing is lost; or the call did without that
// memory and its result is the same as ever.
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fuzz/arrow.hpp"
#include "nianbao/nianbao.h"
#include "safety/allocations.hpp"

namespace {

using nianbao::safety::fail_allocation;
using nianbao::safety::heap;
using nianbao::safety::stop_failing;

// What a call made, told after memory was there again.
struct Outcome {
  nianbao_status status = NIANBAO_OK;
  bool made = false;        // whether there is an object or a text
  bool has_failed = false;  // whether it was refused any memory
  std::string result;       // all that it says
};

// One call of the interface. It begins to fail by begin(), after all that the test itself needs, and ends by
// stop_failing().
struct Call {
  std::string name;
  std::function<Outcome()> run;
};

struct Failure {
  std::uint64_t n = 0;
  bool all_after = false;
};
Failure failure;
std::uint64_t failures = 0;  // of all calls

void begin() { fail_allocation(failure.n, failure.all_after); }

[[noreturn]] void fail(const std::string& call, const char* what) {
  std::fprintf(stderr, "%s, allocation %llu%s: %s\n", call.c_str(),
               static_cast<unsigned long long>(failure.n), failure.all_after ? " and all after it" : "",
               what);
  std::exit(1);
}

template <class Make>
Outcome text_of(Make&& make) {
  char* text = nullptr;
  std::size_t size = 0;
  begin();
  const auto status = make(&text, &size);
  const bool has_failed = stop_failing();
  Outcome outcome{status, text != nullptr, has_failed, std::string(text != nullptr ? text : "", size)};
  nianbao_string_free(text);
  return outcome;
}

// An object of the interface: made, told by `tell` and freed by `release`.
template <class Object, class Make, class Tell>
Outcome object_of(Make&& make, Tell&& tell, void (*release)(Object*)) {
  Object* object = nullptr;
  begin();
  const auto status = make(&object);
  const bool has_failed = stop_failing();
  Outcome outcome{status, object != nullptr, has_failed, object != nullptr ? tell(object) : std::string()};
  release(object);
  return outcome;
}

// Tells without failing, whatever is set.
template <class Make>
std::string told(Make&& make) {
  const auto chosen = std::exchange(failure, Failure());
  auto text = text_of(make).result;
  failure = chosen;
  return text;
}

std::string json_of(const nianbao_report* report) {
  return told([&](char** text, std::size_t* size) {
    return nianbao_report_json(report, NIANBAO_JSON_FIGURES, text, size);
  });
}

template <class Make>
Outcome report_of(Make&& make) {
  return object_of<nianbao_report>(make, json_of, nianbao_report_free);
}

std::string file(const std::string& name) {
  std::ifstream in(NIANBAO_SOURCE_DIR "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Call parse_call(const std::string& name, const std::string& bytes, std::int32_t format) {
  return {"parse " + name, [bytes, format] {
            nianbao_options options;
            nianbao_options_init(&options, sizeof options);
            options.format = format;
            return report_of([&](nianbao_report** report) {
              return nianbao_parse(bytes.data(), bytes.size(), &options, report);
            });
          }};
}

// The same words in a row and in columns; what they say does not matter.
Call words_call() {
  return {"words", [] {
            constexpr std::string_view text = "规章行政规范性文件";
            std::vector<nianbao_word> words;
            for (unsigned i = 0; i < 40; ++i) {
              nianbao_word word = {};
              word.text = i % 4 == 0 ? nianbao_view{text.data(), text.size()} : nianbao_view{"12", 2};
              word.x0 = 40.0 * (i % 4);
              word.x1 = word.x0 + 30;
              word.y0 = 20.0 * (i / 4);
              word.y1 = word.y0 + 12;
              words.push_back(word);
            }
            return report_of([&](nianbao_report** report) {
              return nianbao_parse_words(words.data(), words.size(), nullptr, report);
            });
          }};
}

// A report without failures, for the calls that need one.
nianbao_report* report_from(const std::string& bytes) {
  nianbao_report* report = nullptr;
  if (nianbao_parse(bytes.data(), bytes.size(), nullptr, &report) != NIANBAO_OK)
    fail("setting up", "no report");
  return report;
}

std::string check_json(const nianbao_check* check) {
  return told([&](char** text, std::size_t* size) {
    return nianbao_check_render(check, NIANBAO_RENDER_JSON, nullptr, text, size);
  });
}

std::string comparison_json(const nianbao_comparison* comparison) {
  return told([&](char** text, std::size_t* size) {
    return nianbao_comparison_render(comparison, NIANBAO_RENDER_JSON, nullptr, text, size);
  });
}

nianbao_render_options rendering(const std::string& source) {
  nianbao_render_options options;
  nianbao_render_options_init(&options, sizeof options);
  options.name = {"a report.txt", 12};
  options.source = options.older_source = {source.data(), source.size()};
  return options;
}

std::vector<Call> parse_calls() {
  std::vector<Call> calls{
      parse_call("plain", file("examples/reports/clean.txt"), NIANBAO_FORMAT_AUTOMATIC),
      parse_call("damaged", file("examples/reports/truncated-columns.txt"), NIANBAO_FORMAT_AUTOMATIC),
      parse_call("gb18030", file("examples/reports/encoding-gb18030.txt"), NIANBAO_FORMAT_AUTOMATIC),
      parse_call("form of 2019", file("examples/reports/form-2019.txt"), NIANBAO_FORMAT_AUTOMATIC),
      parse_call("markdown", file("examples/reports/clean.md"), NIANBAO_FORMAT_MARKDOWN),
      parse_call("markdown with html", file("examples/reports/html-table.md"), NIANBAO_FORMAT_MARKDOWN),
      parse_call("html", file("examples/reports/web-page.html"), NIANBAO_FORMAT_HTML),
      parse_call("docx", file("examples/reports/numbered.docx"), NIANBAO_FORMAT_DOCX),
      parse_call("layout", file("tests/golden/cases/printed-a4.layout.txt"), NIANBAO_FORMAT_LAYOUT),
      parse_call("words of pages", file("tests/golden/cases/printed-a4.words.html"), NIANBAO_FORMAT_WORDS),
      parse_call("nothing", "", NIANBAO_FORMAT_AUTOMATIC),
      words_call()};
  calls.push_back({"unreadable", [] {
                     return report_of([](nianbao_report** report) {
                       return nianbao_unreadable(NIANBAO_CODE_INPUT_ENCRYPTED,
                                                 "a text that no small string holds", 1, 2, report);
                     });
                   }});
  return calls;
}

// Calls on reports that exist already; they are never freed, for the calls refer to them.
std::vector<Call> calls_on_reports() {
  static const auto newer_text = file("examples/reports/truncated-columns.txt");
  static const auto older_text = file("examples/reports/clean.txt");
  static const auto* const newer = report_from(newer_text);
  static const auto* const older = report_from(older_text);
  static nianbao_check* check = nullptr;
  static nianbao_comparison* comparison = nullptr;
  static const auto json = json_of(newer);
  nianbao_report_check(newer, nullptr, &check);
  nianbao_compare(older, newer, nullptr, &comparison);
  std::vector<Call> calls{
      {"json",
       [] { return text_of([](char** t, size_t* s) { return nianbao_report_json(newer, 3, t, s); }); }},
      {"from json",
       [] {
         return report_of(
             [](nianbao_report** r) { return nianbao_report_from_json(json.data(), json.size(), r); });
       }},
      {"infer", [] { return report_of([](nianbao_report** r) { return nianbao_report_infer(newer, r); }); }},
      {"rules",
       [] {
         return text_of([](char** t, size_t* s) { return nianbao_rules_json(NIANBAO_JSON_PRETTY, t, s); });
       }},
      {"check",
       [] {
         nianbao_check_options options;
         nianbao_check_options_init(&options, sizeof options);
         options.rules = "balance=warning,cell-blank=error";
         return object_of<nianbao_check>(
             [&](nianbao_check** c) { return nianbao_report_check(newer, &options, c); }, check_json,
             nianbao_check_free);
       }},
      {"compare", [] {
         return object_of<nianbao_comparison>(
             [](nianbao_comparison** c) { return nianbao_compare(older, newer, nullptr, c); },
             comparison_json, nianbao_comparison_free);
       }}};
  for (const std::int32_t format :
       {NIANBAO_RENDER_JSON, NIANBAO_RENDER_TEXT, NIANBAO_RENDER_SARIF, NIANBAO_RENDER_HTML}) {
    calls.push_back({"render " + std::to_string(format), [format] {
                       const auto options = rendering(newer_text);
                       return text_of([&](char** t, size_t* s) {
                         return nianbao_check_render(check, format, &options, t, s);
                       });
                     }});
    calls.push_back({"render comparison " + std::to_string(format), [format] {
                       const auto options = rendering(newer_text);
                       return text_of([&](char** t, size_t* s) {
                         return nianbao_comparison_render(comparison, format, &options, t, s);
                       });
                     }});
  }
  return calls;
}

// All that a table holds, by its stream.
std::string rows_of(nianbao_table* table) {
  ArrowArrayStream stream;
  if (nianbao_table_export(table, &stream) != NIANBAO_OK) fail("a table", "no stream of it");
  nianbao::fuzz::ArrowReader reader;
  const auto rows = reader.read(stream);
  return std::to_string(rows) + " rows, " + std::to_string(reader.sum());
}

constexpr std::string_view table_source = "a name that no small string holds";
const nianbao_view source_of_rows{table_source.data(), table_source.size()};

nianbao_table* table_with(std::int32_t which, const nianbao_report* report) {
  nianbao_table* table = nullptr;
  if (nianbao_table_new(which, &table) != NIANBAO_OK ||
      nianbao_table_add_report(table, report, source_of_rows) != NIANBAO_OK)
    fail("setting up", "no table");
  return table;
}

// A call that changes a table which has rows already. One that fails leaves it as it was, so that the same
// call does then what it would have done at first.
template <class Change>
Outcome change_of(std::int32_t which, const nianbao_report* report, Change&& change) {
  auto* const table = table_with(which, report);
  const auto before = rows_of(table);
  begin();
  const auto status = change(table);
  const bool has_failed = stop_failing();
  if (status != NIANBAO_OK && rows_of(table) != before) fail("a table", "rows of a call that failed");
  const Outcome outcome{status, status == NIANBAO_OK, has_failed, rows_of(table)};
  static std::string wanted[4];  // of the first call, which nothing fails
  auto& rows = wanted[which];
  if (status == NIANBAO_OK && rows.empty()) rows = outcome.result;
  if (status != NIANBAO_OK && (change(table) != NIANBAO_OK || rows_of(table) != rows))
    fail("a table", "other rows after a failure");
  nianbao_table_free(table);
  return outcome;
}

// What a stream hands out when memory fails: nothing, and it goes on where it was.
Outcome stream_of(nianbao_table* table) {
  ArrowArrayStream stream{};
  ArrowSchema schema{};
  ArrowArray batch{};
  begin();
  auto status = nianbao_table_export(table, &stream);
  int error = 0;
  if (status == NIANBAO_OK) error = stream.get_schema(&stream, &schema);
  if (status == NIANBAO_OK && error == 0) error = stream.get_next(&stream, &batch);
  const bool has_failed = stop_failing();
  if (error != 0) status = error == ENOMEM ? NIANBAO_ERROR_NOMEM : NIANBAO_ERROR_INTERNAL;
  Outcome outcome{status, batch.release != nullptr, has_failed, ""};
  if (batch.release != nullptr) batch.release(&batch);
  if (schema.release != nullptr) schema.release(&schema);
  if (outcome.made) outcome.result = rows_of(table);
  if (stream.release != nullptr) stream.release(&stream);
  return outcome;
}

// A table that is added to once more after a failure, with nothing in between that would begin a new batch.
// The forms differ: what is copied from the report before is that of the last one which was added.
Outcome going_on() {
  static const auto* const older = report_from(file("examples/reports/form-2019.txt"));
  static const auto text = file("examples/reports/clean.txt");
  static const nianbao_input input{text.data(), text.size(), table_source.data(), table_source.size()};
  const auto with_both = [](bool fails) {
    auto* const table = table_with(NIANBAO_TABLE_FIGURES, older);
    if (fails) begin();
    auto status = nianbao_table_parse_all(table, &input, 1, nullptr, nullptr);
    const bool has_failed = stop_failing();
    const Outcome outcome{status, status == NIANBAO_OK, has_failed, ""};
    if (status != NIANBAO_OK) status = nianbao_table_parse_all(table, &input, 1, nullptr, nullptr);
    auto rows = status == NIANBAO_OK ? rows_of(table) : std::string();
    nianbao_table_free(table);
    return std::pair(outcome, std::move(rows));
  };
  static const auto whole = with_both(false).second;
  auto [outcome, rows] = with_both(true);
  if (rows != whole) fail("table parse all", "other rows after a failure");
  if (outcome.made) outcome.result = std::move(rows);
  return outcome;
}

std::vector<Call> calls_on_tables() {
  static const auto* const report = report_from(file("examples/reports/truncated-columns.txt"));
  static const auto text = file("examples/reports/clean.txt");
  std::vector<Call> calls;
  for (const std::int32_t which :
       {NIANBAO_TABLE_FIGURES, NIANBAO_TABLE_REPORTS, NIANBAO_TABLE_DIAGNOSTICS, NIANBAO_TABLE_STATEMENTS}) {
    const auto number = std::to_string(which);
    static nianbao_table* full[4];
    full[which] = table_with(which, report);
    calls.push_back({"table " + number, [which] {
                       return object_of<nianbao_table>(
                           [which](nianbao_table** table) { return nianbao_table_new(which, table); },
                           [](nianbao_table* table) { return rows_of(table); }, nianbao_table_free);
                     }});
    calls.push_back({"table stream " + number, [which] { return stream_of(full[which]); }});
    calls.push_back({"table parse " + number, [which] {
                       return change_of(which, report, [](nianbao_table* table) {
                         return nianbao_table_parse(table, text.data(), text.size(), nullptr, source_of_rows);
                       });
                     }});
  }
  calls.push_back({"table parse all", going_on});
  return calls;
}

// Rows that are moved: what fails to come is still where it was.
Call append_call() {
  return {"table append", [] {
            static const auto* const report = report_from(file("examples/reports/clean.txt"));
            auto* const table = table_with(NIANBAO_TABLE_FIGURES, report);
            auto* const other = table_with(NIANBAO_TABLE_FIGURES, report);
            const auto rows = nianbao_table_row_count(table);
            begin();
            const auto status = nianbao_table_append(table, other);
            const bool has_failed = stop_failing();
            const auto now = status == NIANBAO_OK ? rows * 2 : rows;
            if (nianbao_table_row_count(table) != now || nianbao_table_row_count(other) != rows * 2 - now)
              fail("table append", "rows that are in both tables or in none");
            const Outcome outcome{status, status == NIANBAO_OK, has_failed, rows_of(table) + rows_of(other)};
            nianbao_table_free(table);
            nianbao_table_free(other);
            return outcome;
          }};
}

// What libxml2 2.9 and libzip 1.7 lose themselves when they cannot set up a parser or open a part.
std::int64_t lost_by_libraries(const std::string& call) {
  return call == "parse html" || call == "words of pages" ? 9 : call == "parse docx" ? 1 : 0;
}

// One failure; false once the call needs no more allocations than that.
bool fails(const Call& call, const std::string& wanted) {
  const auto blocks = heap().blocks;
  bool has_failed = false;
  {
    const auto outcome = call.run();
    has_failed = outcome.has_failed;
    if (outcome.made != (outcome.status == NIANBAO_OK))
      fail(call.name, "something made by a call that failed");
    if (outcome.status != NIANBAO_OK && outcome.status != NIANBAO_ERROR_NOMEM)
      fail(call.name, nianbao_status_message(outcome.status));
    if (outcome.status == NIANBAO_OK && outcome.result != wanted) fail(call.name, "another result");
    if (outcome.status != NIANBAO_OK && !has_failed) fail(call.name, "out of memory that was there");
  }
  failures += has_failed ? 1 : 0;
  if (heap().blocks > blocks + lost_by_libraries(call.name)) fail(call.name, "memory is lost");
  return has_failed;
}

std::uint64_t exhaust(const Call& call) {
  failure = {};
  const auto wanted = call.run().result;
  std::uint64_t most = 0;
  for (const bool all_after : {false, true}) {
    // Where no memory at all is left, libxml2 2.9 waits in some loops of its HTML parser for ever.
    if (all_after && call.name == "parse html") break;
    for (failure = {1, all_after}; fails(call, wanted); ++failure.n) {
    }
    most = failure.n - 1;
  }
  failure = {};
  if (call.run().result != wanted) fail(call.name, "another result after all failures");
  return most;
}

// What is set up on first use, in processes that are new for each failure.
void exhaust_cold(const Call& call) {
  for (failure.n = 1;; failure.n += 1 + failure.n / 16) {
    const auto child = fork();
    if (child == 0) {
      const auto first = call.run();
      if (first.made != (first.status == NIANBAO_OK))
        fail(call.name, "something made by a first call that failed");
      if (first.status != NIANBAO_OK && first.status != NIANBAO_ERROR_NOMEM)
        fail(call.name, nianbao_status_message(first.status));
      failure = {};
      const auto second = call.run();
      if (second.status != NIANBAO_OK) fail(call.name, "no second call after the first failed");
      if (first.status == NIANBAO_OK && first.result != second.result)
        fail(call.name, "another result at first");
      if (second.result != call.run().result) fail(call.name, "another result the third time");
      std::_Exit(first.has_failed ? 0 : 2);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) == 1) fail(call.name, "a first call ended the process");
    if (WEXITSTATUS(status) == 2) break;
    ++failures;
  }
  std::printf("%-24s %6llu allocations at first\n", call.name.c_str(),
              static_cast<unsigned long long>(failure.n));
  std::fflush(stdout);
  failure = {};
}

}  // namespace

int main() {
  const auto parses = parse_calls();
  for (const auto& call : parses)
    if (call.name == "parse plain" || call.name == "parse html" || call.name == "parse docx")
      exhaust_cold(call);
  auto calls = calls_on_reports();
  calls.insert(calls.begin(), parses.begin(), parses.end());
  const auto tables = calls_on_tables();
  calls.insert(calls.end(), tables.begin(), tables.end());
  calls.push_back(append_call());
  for (const auto& call : calls) {
    const auto most = exhaust(call);
    std::printf("%-24s %6llu allocations\n", call.name.c_str(), static_cast<unsigned long long>(most));
    std::fflush(stdout);
  }
  std::printf("%llu failures\n", static_cast<unsigned long long>(failures));
  return 0;
}
