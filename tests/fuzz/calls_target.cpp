// SPDX-License-Identifier: Apache-2.0
// Calls of the C interface in any order, decoded from the bytes: objects are made, asked for anything and
// freed before what they were made from or after. Every text that a call gives is read to its end.
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "fuzz/arrow.hpp"
#include "nianbao/nianbao.h"

namespace {

// The bytes as arguments; zeros when they are used up.
class Arguments {
 public:
  Arguments(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

  [[nodiscard]] bool empty() const { return size_ == 0; }

  std::uint8_t byte() {
    if (size_ == 0) return 0;
    --size_;
    return *data_++;
  }

  // Mostly small, sometimes what no list is as long as.
  std::size_t index() {
    const auto value = byte();
    return value < 0xF0 ? value : SIZE_MAX - (0xFFU - value);
  }

  std::int32_t number() { return static_cast<std::int32_t>(byte()) - 2; }

  std::string_view text() {
    const std::size_t wanted = byte() * 16U;
    const auto size = wanted < size_ ? wanted : size_;
    const std::string_view found(reinterpret_cast<const char*>(data_), size);
    data_ += size;
    size_ -= size;
    return found;
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
};

void demand(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

volatile unsigned read_bytes = 0;

void read(nianbao_view view) {
  demand(view.data != nullptr, "a view of nothing");
  unsigned sum = 0;
  for (std::size_t i = 0; i < view.size; ++i) sum += static_cast<unsigned char>(view.data[i]);
  read_bytes = read_bytes + sum;
}

void read_status(nianbao_status status) {
  demand(status >= NIANBAO_OK && status < NIANBAO_ERROR_INTERNAL && status != NIANBAO_ERROR_NOMEM,
         nianbao_status_message(status));
}

// The sample that calls parse when the input has nothing better, damaged as the input says.
const std::string& sample() {
  static const std::string text = [] {
    std::ifstream file(NIANBAO_SOURCE_DIR "/examples/reports/clean.txt", std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }();
  return text;
}

constexpr std::size_t slots = 3;

class Caller {
 public:
  explicit Caller(Arguments arguments) : in_(arguments) {}
  Caller(const Caller&) = delete;
  Caller& operator=(const Caller&) = delete;
  ~Caller() {
    for (auto* report : reports_) nianbao_report_free(report);
    for (auto* check : checks_) nianbao_check_free(check);
    for (auto* comparison : comparisons_) nianbao_comparison_free(comparison);
    for (auto* table : tables_) nianbao_table_free(table);
  }

  void run() {
    for (int calls = 0; calls < 200 && !in_.empty(); ++calls) call(in_.byte());
  }

 private:
  void call(std::uint8_t which) {
    switch (which % 22) {
      case 0: parse(); break;
      case 1: parse_sample(); break;
      case 2: parse_words(); break;
      case 3: from_json(); break;
      case 4: through_json(); break;
      case 5: unreadable(); break;
      case 6: free_one(); break;
      case 7: check(); break;
      case 8: compare(); break;
      case 9: read_report(report()); break;
      case 10: read_check(checks_[slot()]); break;
      case 11: read_comparison(comparisons_[slot()]); break;
      case 12: render_check(); break;
      case 13: render_comparison(); break;
      case 14: read_rules(); break;
      case 16: infer(); break;
      case 17: new_table(); break;
      case 18: add_to_table(); break;
      case 19: parse_to_table(); break;
      case 20: append_table(); break;
      case 21: export_table(); break;
      default: call_with_nothing(); break;
    }
  }

  std::size_t slot() { return in_.byte() % slots; }
  nianbao_report* report() { return reports_[slot()]; }

  void keep(nianbao_status status, nianbao_report* made) {
    read_status(status);
    demand((status == NIANBAO_OK) == (made != nullptr), "a report although it failed, or none");
    if (made == nullptr) return;
    auto& place = reports_[slot()];
    nianbao_report_free(place);
    place = made;
  }

  nianbao_options options() {
    nianbao_options chosen;
    const std::size_t sizes[] = {sizeof chosen, offsetof(nianbao_options, max_lines), 4};
    std::memset(&chosen, 0, sizeof chosen);
    read_status(nianbao_options_init(&chosen, sizes[in_.byte() % 3]));
    chosen.format = in_.number();
    chosen.encoding = in_.number();
    if (in_.byte() % 4 == 0) chosen.max_lines = in_.index();
    if (in_.byte() % 4 == 0) chosen.max_cells = in_.index();
    if (in_.byte() % 4 == 0) chosen.max_diagnostics = in_.index();
    return chosen;
  }

  void parse_bytes(std::string_view bytes) {
    const auto chosen = options();
    nianbao_report* made = nullptr;
    const auto status =
        nianbao_parse(bytes.data(), bytes.size(), in_.byte() % 2 == 0 ? nullptr : &chosen, &made);
    keep(status, made);
  }

  void parse() { parse_bytes(in_.text()); }

  void parse_sample() {
    auto text = sample();
    for (auto edits = in_.byte() % 8; edits > 0; --edits) {
      const auto at = (in_.byte() * 256U + in_.byte()) % text.size();
      text.replace(at, in_.byte() % 16U, in_.text().substr(0, 64));
    }
    parse_bytes(text);
  }

  void parse_words() {
    std::array<nianbao_word, 12> words{};
    const auto text = in_.text();
    for (auto& word : words) {
      const auto from = in_.byte() % (text.size() + 1);
      const auto part = text.substr(from, in_.byte() % 16U);
      word.text = {part.data(), part.size()};
      word.x0 = in_.byte();
      word.y0 = in_.byte();
      word.x1 = word.x0 + in_.number();
      word.y1 = in_.byte() == 0 ? HUGE_VAL : word.y0 + in_.number();
      word.page = in_.byte() / 64;
    }
    const auto chosen = options();
    nianbao_report* made = nullptr;
    const auto status =
        nianbao_parse_words(words.data(), words.size(), in_.byte() % 2 == 0 ? nullptr : &chosen, &made);
    keep(status, made);
  }

  void from_json() {
    const auto text = in_.text();
    nianbao_report* made = nullptr;
    const auto status = nianbao_report_from_json(text.data(), text.size(), &made);
    keep(status, made);
  }

  // A report's own JSON, with one byte of it changed or none.
  void through_json() {
    char* json = nullptr;
    std::size_t size = 0;
    const auto status = nianbao_report_json(report(), in_.byte() % 4U, &json, &size);
    read_status(status);
    if (status != NIANBAO_OK) return;
    const auto at = size * in_.byte() / 256;
    if (const auto change = in_.byte(); change != 0) json[at] = static_cast<char>(change);
    nianbao_report* made = nullptr;
    const auto read_back = nianbao_report_from_json(json, size, &made);
    nianbao_string_free(json);
    keep(read_back, made);
  }

  void infer() {
    nianbao_report* made = nullptr;
    const auto status = nianbao_report_infer(report(), &made);
    keep(status, made);
  }

  void unreadable() {
    const std::string text(in_.text().substr(0, 64));
    nianbao_report* made = nullptr;
    const auto status = nianbao_unreadable(in_.number(), in_.byte() % 2 == 0 ? nullptr : text.c_str(),
                                           in_.number(), INT64_MIN, &made);
    keep(status, made);
  }

  void free_one() {
    const auto which = in_.byte() % 4;
    const auto at = slot();
    if (which == 0) nianbao_report_free(std::exchange(reports_[at], nullptr));
    if (which == 1) nianbao_check_free(std::exchange(checks_[at], nullptr));
    if (which == 2) nianbao_comparison_free(std::exchange(comparisons_[at], nullptr));
    if (which == 3) nianbao_table_free(std::exchange(tables_[at], nullptr));
  }

  // Now and then what names no rule.
  std::string rules() {
    constexpr const char* known[] = {"", "*=off", "balance=off,cell-blank=error", "*=note,repetition=error",
                                     ","};
    const auto which = in_.byte() % 6;
    return which < 5 ? known[which] : std::string(in_.text().substr(0, 64));
  }

  void check() {
    const auto set = rules();
    nianbao_check_options chosen;
    read_status(nianbao_check_options_init(&chosen, sizeof chosen));
    chosen.rules = set.c_str();
    chosen.suspects = in_.number();
    nianbao_check* made = nullptr;
    const auto status = nianbao_report_check(report(), in_.byte() % 2 == 0 ? nullptr : &chosen, &made);
    read_status(status);
    demand((status == NIANBAO_OK) == (made != nullptr), "a check although it failed, or none");
    if (made == nullptr) return;
    auto& place = checks_[slot()];
    nianbao_check_free(place);
    place = made;
  }

  void compare() {
    const auto set = rules();
    nianbao_compare_options chosen;
    read_status(nianbao_compare_options_init(&chosen, sizeof chosen));
    chosen.rules = set.c_str();
    chosen.shortest_passage = in_.index();
    chosen.repetition_length = in_.index();
    chosen.repetition_limit = in_.number() / 16.0;
    chosen.jump_factor = in_.number();
    chosen.jump_difference = in_.number();
    nianbao_comparison* made = nullptr;
    auto* older = report();
    const auto status = nianbao_compare(older, report(), in_.byte() % 2 == 0 ? nullptr : &chosen, &made);
    read_status(status);
    demand((status == NIANBAO_OK) == (made != nullptr), "a comparison although it failed, or none");
    if (made == nullptr) return;
    auto& place = comparisons_[slot()];
    nianbao_comparison_free(place);
    place = made;
  }

  void read_report(const nianbao_report* from) {
    nianbao_view view;
    nianbao_figure figure;
    nianbao_diagnostic diagnostic;
    nianbao_date start;
    nianbao_date end;
    const auto which = in_.index();
    if (nianbao_report_text(from, in_.number(), &view) == NIANBAO_OK) read(view);
    if (nianbao_report_metadata(from, "publisher", &view) == NIANBAO_OK) read(view);
    if (nianbao_report_figure(from, which, &figure) == NIANBAO_OK) {
      read(figure.raw);
      nianbao_figure same;
      const std::string path(figure.path.data, figure.path.size);
      demand(nianbao_report_figure_by_path(from, path.c_str(), &same) == NIANBAO_OK,
             "a figure without a path");
      demand(same.coefficient == figure.coefficient && same.raw.data == figure.raw.data, "another figure");
    } else {
      demand(which >= nianbao_report_figure_count(from), "no figure although there is one");
    }
    if (nianbao_report_diagnostic(from, which, &diagnostic) == NIANBAO_OK) {
      read(diagnostic.message);
      read(diagnostic.message_zh);
      read(diagnostic.path);
    }
    const std::string path(in_.text().substr(0, 80));
    read_status(nianbao_report_figure_by_path(from, path.c_str(), &figure));
    read_status(nianbao_report_period(from, &start, &end));
    nianbao_report_year(from);
    nianbao_report_template(from);
    nianbao_report_recognised(from);
  }

  static void read(const nianbao_finding& finding) {
    for (const auto view : {finding.word, finding.subject, finding.message, finding.message_zh}) ::read(view);
  }
  static void read(const nianbao_operand& operand) {
    for (const auto view : {operand.path, operand.text}) ::read(view);
  }
  static void read(nianbao_view view) { ::read(view); }

  void read_check(const nianbao_check* from) {
    nianbao_finding finding;
    nianbao_operand operand;
    nianbao_statement statement;
    nianbao_suspect suspect;
    nianbao_suspect_cell cell;
    nianbao_view path;
    const auto which = in_.index();
    const auto inner = in_.index();
    std::size_t index = 0;
    nianbao_check_count(from, in_.number());
    nianbao_check_has_errors(from);
    if (nianbao_check_finding(from, which, &finding) == NIANBAO_OK) read(finding);
    if (nianbao_check_operand(from, which, inner, &operand) == NIANBAO_OK) read(operand);
    if (nianbao_check_statement(from, which, &statement) == NIANBAO_OK)
      for (const auto view : {statement.kind, statement.outcome, statement.channel, statement.unit,
                              statement.row, statement.path, statement.text})
        read(view);
    if (nianbao_check_statement_match(from, which, inner, &path) == NIANBAO_OK) read(path);
    if (nianbao_check_suspect(from, which, &suspect) == NIANBAO_OK)
      for (const auto view : {suspect.kind, suspect.message, suspect.message_zh}) read(view);
    if (nianbao_check_suspect_cell(from, which, inner, &cell) == NIANBAO_OK) read(cell.path);
    if (nianbao_check_suspect_finding(from, which, inner, &index) == NIANBAO_OK)
      demand(index < nianbao_check_finding_count(from), "a suspect of no finding");
  }

  void read_comparison(const nianbao_comparison* from) {
    nianbao_finding finding;
    nianbao_operand operand;
    nianbao_change change;
    nianbao_repetition repetition;
    nianbao_passage passage;
    const auto which = in_.index();
    const auto inner = in_.index();
    nianbao_comparison_count(from, in_.number());
    nianbao_comparison_has_errors(from);
    if (nianbao_comparison_finding(from, which, &finding) == NIANBAO_OK) read(finding);
    if (nianbao_comparison_operand(from, which, inner, &operand) == NIANBAO_OK) read(operand);
    if (nianbao_comparison_change(from, which, &change) == NIANBAO_OK) read(change.path);
    if (nianbao_comparison_repetition(from, which, &repetition) == NIANBAO_OK) read(repetition.path);
    read_status(nianbao_comparison_passage(from, which, inner, &passage));
  }

  nianbao_render_options rendering(std::string_view name, std::string_view source) {
    nianbao_render_options chosen;
    read_status(nianbao_render_options_init(&chosen, sizeof chosen));
    chosen.language = in_.byte() % 2;
    chosen.flags = in_.byte() % 9U;
    chosen.name = {name.data(), name.size()};
    chosen.source = {source.data(), source.size()};
    chosen.encoding = in_.byte() % 7;
    chosen.older_name = chosen.name;
    chosen.older_source = chosen.source;
    chosen.older_encoding = in_.byte() % 7;
    return chosen;
  }

  template <class Render, class Object>
  void render(Render&& call_render, const Object* object) {
    const auto name = in_.text().substr(0, 40);
    const auto source = in_.byte() % 2 == 0 ? std::string_view(sample()) : in_.text();
    const auto chosen = rendering(name, source);
    char* text = nullptr;
    std::size_t size = 1;
    const auto status =
        call_render(object, in_.number(), in_.byte() % 4 == 0 ? nullptr : &chosen, &text, &size);
    read_status(status);
    demand((status == NIANBAO_OK) == (text != nullptr), "a text although it failed, or none");
    if (text != nullptr) demand(text[size] == '\0', "a text without its end");
    nianbao_string_free(text);
  }

  void render_check() { render(nianbao_check_render, checks_[slot()]); }
  void render_comparison() { render(nianbao_comparison_render, comparisons_[slot()]); }

  void read_rules() {
    nianbao_rule_info info;
    const auto which = in_.index();
    const auto status = nianbao_rule(which, &info);
    demand((status == NIANBAO_OK) == (which < nianbao_rule_count()), "rules that are not counted");
    if (status == NIANBAO_OK)
      for (const auto view :
           {info.word, info.scope, info.forms, info.formula, info.source, info.message, info.message_zh})
        read(view);
    char* json = nullptr;
    if (nianbao_rules_json(in_.byte(), &json, nullptr) == NIANBAO_OK)
      demand(*json == '[', "rules that are no list");
    nianbao_string_free(json);
  }

  void new_table() {
    nianbao_table* made = nullptr;
    const auto status = nianbao_table_new(in_.number(), &made);
    read_status(status);
    demand((status == NIANBAO_OK) == (made != nullptr), "a table although it failed, or none");
    if (made == nullptr) return;
    auto& place = tables_[slot()];
    nianbao_table_free(place);
    place = made;
  }

  nianbao_view source() {
    const auto text = in_.text().substr(0, 40);
    return {text.data(), text.size()};
  }

  // What fails leaves the table as it was.
  static void keep(nianbao_table* table, std::uint64_t rows, nianbao_status status) {
    read_status(status);
    if (status != NIANBAO_OK) demand(nianbao_table_row_count(table) == rows, "rows of a call that failed");
  }

  void add_to_table() {
    auto* table = tables_[slot()];
    const auto rows = nianbao_table_row_count(table);
    auto* added = report();
    keep(table, rows, nianbao_table_add_report(table, added, source()));
  }

  void parse_to_table() {
    auto* table = tables_[slot()];
    const auto rows = nianbao_table_row_count(table);
    const auto chosen = options();
    const auto own = in_.text();
    const auto text = own.empty() ? std::string_view(sample()) : own;
    const auto name = source();
    if (in_.byte() % 2 == 0)
      return keep(table, rows, nianbao_table_parse(table, text.data(), text.size(), &chosen, name));
    const std::array<nianbao_input, 2> inputs{
        {{text.data(), text.size(), name.data, name.size}, {nullptr, 0, nullptr, 0}}};
    std::size_t done = 0;
    const auto status = nianbao_table_parse_all(table, inputs.data(), inputs.size(), &chosen, &done);
    demand((status == NIANBAO_OK) == (done == inputs.size()), "inputs that are not counted");
    if (done == 0) keep(table, rows, status);
  }

  void append_table() {
    auto* table = tables_[slot()];
    auto* other = tables_[slot()];
    const auto rows = nianbao_table_row_count(table);
    const auto more = nianbao_table_row_count(other);
    const auto status = nianbao_table_append(table, other);
    keep(table, rows, status);
    if (status == NIANBAO_OK && table != other)
      demand(nianbao_table_row_count(table) == rows + more && nianbao_table_row_count(other) == 0,
             "rows that got lost between tables");
  }

  void export_table() {
    auto*& table = tables_[slot()];
    const auto rows = nianbao_table_row_count(table);
    ArrowArrayStream stream;
    const auto status = nianbao_table_export(table, &stream);
    read_status(status);
    if (status != NIANBAO_OK) return;
    if (in_.byte() % 4 == 0) nianbao_table_free(std::exchange(table, nullptr));
    if (in_.byte() % 4 == 0) return stream.release(&stream);
    demand(nianbao::fuzz::ArrowReader().read(stream) == static_cast<std::int64_t>(rows),
           "a stream of other rows");
  }

  void call_with_nothing() {
    read_report(nullptr);
    read_check(nullptr);
    read_comparison(nullptr);
    demand(nianbao_report_json(nullptr, 0, nullptr, nullptr) == NIANBAO_ERROR_ARGUMENT,
           "nothing is an argument");
    auto* made = reports_[0];
    demand(nianbao_parse(nullptr, 1, nullptr, &made) == NIANBAO_ERROR_ARGUMENT && made == nullptr,
           "a report of nothing");
  }

  Arguments in_;
  std::array<nianbao_report*, slots> reports_{};
  std::array<nianbao_check*, slots> checks_{};
  std::array<nianbao_comparison*, slots> comparisons_{};
  std::array<nianbao_table*, slots> tables_{};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Caller(Arguments(data, size)).run();
  return 0;
}
