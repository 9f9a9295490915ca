// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "form/form.hpp"
#include "nianbao/json.hpp"

namespace nianbao {

namespace {

using Json = nlohmann::json;

struct Scalar {
  enum class Type : std::uint8_t { null, boolean, number, string } type = Type::null;
  std::string text;
};

// All scalars of a document by dotted path; elements of arrays by index. Numbers stay the text they
// are: a decimal must not pass through a double.
class Flattener : public nlohmann::json_sax<Json> {
 public:
  std::unordered_map<std::string, Scalar> scalars;
  std::string error;

  bool null() override { return put({Scalar::Type::null, {}}); }
  bool boolean(bool value) override { return put({Scalar::Type::boolean, value ? "true" : "false"}); }
  bool number_integer(number_integer_t n) override { return put({Scalar::Type::number, std::to_string(n)}); }
  bool number_unsigned(number_unsigned_t n) override {
    return put({Scalar::Type::number, std::to_string(n)});
  }
  bool number_float(number_float_t, const string_t& text) override {
    return put({Scalar::Type::number, text});
  }
  bool string(string_t& text) override { return put({Scalar::Type::string, std::move(text)}); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override { return open(false); }
  bool start_array(std::size_t) override { return open(true); }
  bool key(string_t& name) override {
    name_ = std::move(name);
    return true;
  }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& e) override {
    error = e.what();
    return false;
  }

 private:
  struct Level {
    std::size_t path_size;
    bool is_array;
    std::size_t next;
  };

  // The reports that nianbao writes are five levels deep.
  static constexpr std::size_t deepest = 16;

  std::string name_of_next() {
    if (levels_.empty()) return {};
    auto& level = levels_.back();
    return level.is_array ? std::to_string(level.next++) : name_;
  }

  std::string child() {
    const auto name = name_of_next();
    return path_.empty() ? name : path_ + '.' + name;
  }

  bool put(Scalar scalar) {
    if (levels_.empty()) return fail();
    scalars[child()] = std::move(scalar);
    return true;
  }

  bool open(bool is_array) {
    if (levels_.empty() && is_array) return fail();
    if (levels_.size() == deepest) return fail();
    const auto size = path_.size();
    path_ = child();
    levels_.push_back({size, is_array, 0});
    return true;
  }

  bool close() {
    path_.resize(levels_.back().path_size);
    levels_.pop_back();
    return true;
  }

  bool fail() {
    error = "not an object as nianbao writes it";
    return false;
  }

  std::string path_;
  std::string name_;
  std::vector<Level> levels_;
};

template <class Integer>
bool to_integer(std::string_view text, Integer& value) noexcept {
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failure == std::errc() && end == text.data() + text.size();
}

bool to_decimal(std::string_view text, Decimal& value) {
  std::string digits(text);
  value.scale = 0;
  if (const auto point = digits.find('.'); point != std::string::npos) {
    value.scale = static_cast<std::int32_t>(digits.size() - point - 1);
    digits.erase(point, 1);
  }
  return value.scale <= 18 && to_integer(digits, value.coefficient);
}

class Reader {
 public:
  explicit Reader(const Flattener& from) : from_(from) {}

  std::optional<ParseResult> run(std::string& error) {
    int version = 0;
    if (!to_integer(number("schema_version"), version) || version != json_schema_version) {
      error = "schema_version is not " + std::to_string(json_schema_version);
      return std::nullopt;
    }
    read_texts();
    read_values();
    if (find("figures.0.path") != nullptr) read_figures();
    if (!read_diagnostics()) bad_ = "a diagnostic has an unknown code or severity";
    if (!bad_.empty()) {
      error = bad_;
      return std::nullopt;
    }
    return std::move(result_);
  }

 private:
  const Scalar* find(const std::string& path) const {
    const auto found = from_.scalars.find(path);
    return found == from_.scalars.end() ? nullptr : &found->second;
  }

  std::string_view scalar(const std::string& path, Scalar::Type type) const {
    const auto* found = find(path);
    return found != nullptr && found->type == type ? std::string_view(found->text) : std::string_view();
  }
  std::string_view text(const std::string& path) const { return scalar(path, Scalar::Type::string); }
  std::string_view number(const std::string& path) const { return scalar(path, Scalar::Type::number); }

  static bool to_date(std::string_view iso, Date& date) noexcept {
    return iso.size() == 10 && to_integer(iso.substr(0, 4), date.year) &&
           to_integer(iso.substr(5, 2), date.month) && to_integer(iso.substr(8, 2), date.day);
  }

  void read_texts() {
    auto& report = result_.report;
    report.title = text("title");
    report.agency = text("agency");
    if (std::int32_t year = 0; to_integer(number("year"), year)) report.year = year;
    const auto form = text("template");
    report.form = form == "2021"   ? Template::form_2021
                  : form == "2019" ? Template::form_2019
                                   : Template::unknown;
    Period period;
    if (to_date(text("period.start"), period.start) && to_date(text("period.end"), period.end))
      report.period = period;
    report.preamble = text("preamble");
    report.overview.prose.text = text("overview.text");
    for (std::size_t i = 0;; ++i) {
      const auto base = "overview.parts." + std::to_string(i) + '.';
      if (find(base + "key") == nullptr) break;
      OverviewPart part;
      part.key = text(base + "key");
      part.prose.heading = text(base + "heading");
      part.prose.text = text(base + "text");
      report.overview.parts.push_back(std::move(part));
    }
    report.problems_and_improvements.text = text("problems_and_improvements.text");
    report.other_matters.text = text("other_matters.text");
  }

  void read_values() {
    auto& report = result_.report;
    const auto& of = form::form_of(report.form);
    for (std::size_t r = 0; r < form::matrix_row_count; ++r) {
      const auto& first = form::paths().matrix[r][0];
      const bool is_there = of.has_row(r) && (!of.is_optional(r) || find(first) != nullptr);
      if (is_there) form::matrix_rows[r].counts(report.applications, true);
    }
    for (const auto& figure : figures(report)) {
      const auto* value = find(std::string(figure.path));
      if (value == nullptr || value->type == Scalar::Type::null) continue;
      auto& cell = const_cast<Cell&>(*figure.cell);  // a cell of our own report
      if (value->type != Scalar::Type::number || !to_decimal(value->text, cell.value))
        bad_ = "the value of " + std::string(figure.path) + " is not a decimal number";
      cell.state = CellState::number;
      result_.recognised = true;
    }
    result_.recognised =
        result_.recognised || report.form != Template::unknown || !report.overview.prose.text.empty();
  }

  bool read_span(const std::string& base, SourceSpan& span) const {
    return to_integer(number(base + ".start"), span.start) && to_integer(number(base + ".end"), span.end) &&
           to_integer(number(base + ".line"), span.line) && to_integer(number(base + ".column"), span.column);
  }

  void read_figures() {
    for (std::size_t i = 0;; ++i) {
      const auto base = "figures." + std::to_string(i);
      const auto path = text(base + ".path");
      if (path.empty()) return;
      auto* cell = const_cast<Cell*>(find_figure(result_.report, path));  // a cell of our own report
      if (cell == nullptr) {
        bad_ = "no figure is called " + std::string(path);
        return;
      }
      const auto state = text(base + ".state");
      for (std::uint8_t s = 0; s <= static_cast<std::uint8_t>(CellState::inferred); ++s)
        if (state == to_string(static_cast<CellState>(s))) cell->state = static_cast<CellState>(s);
      cell->raw = text(base + ".raw");
      read_span(base + ".span", cell->span);
    }
  }

  bool read_diagnostics() {
    for (std::size_t i = 0;; ++i) {
      const auto base = "diagnostics." + std::to_string(i);
      const auto code = text(base + ".code");
      if (find(base + ".code") == nullptr) return true;
      const auto& all = diagnostic_catalogue();
      const auto info = std::find_if(all.begin(), all.end(),
                                     [code](const DiagnosticInfo& known) { return code == known.word; });
      if (info == all.end()) return false;
      Diagnostic d;
      d.code = info->code;
      d.severity = info->severity;
      d.path = text(base + ".path");
      d.given_english = text(base + ".message");
      d.given_chinese = text(base + ".message_zh");
      read_span(base + ".span", d.span);
      for (std::size_t k = 0;; ++k) {
        SourceSpan related;
        if (!read_span(base + ".related." + std::to_string(k), related)) break;
        d.related.push_back(related);
      }
      const auto severity = text(base + ".severity");
      for (const auto known : {Severity::error, Severity::warning, Severity::note})
        if (severity == to_string(known)) d.severity = known;
      result_.diagnostics.push_back(std::move(d));
    }
  }

  const Flattener& from_;
  ParseResult result_;
  std::string bad_;
};

}  // namespace

std::optional<ParseResult> from_json(std::string_view json, std::string* error) {
  Flattener flat;
  std::string why;
  std::optional<ParseResult> result;
  if (!Json::sax_parse(json.begin(), json.end(), &flat))
    why = flat.error;
  else
    result = Reader(flat).run(why);
  if (!result && error != nullptr) *error = why;
  return result;
}

}  // namespace nianbao
