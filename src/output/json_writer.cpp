// SPDX-License-Identifier: Apache-2.0
// Written straight from the report, key by key in the order of the contract: building a tree of
// nlohmann values first took longer than reading the report.
#include <string>
#include <vector>

#include "form/form.hpp"
#include "metadata_items.hpp"
#include "nianbao/json.hpp"
#include "output/writer.hpp"

namespace nianbao {

namespace {

using Keys = std::vector<output::Key>;

// The keys of a part of the form's table, in its order.
template <class Parts>
Keys keys_of(const Parts& parts) {
  Keys keys;
  for (const auto& part : parts) keys.emplace_back(part.names.key);
  return keys;
}

class ReportWriter {
 public:
  ReportWriter(const ParseResult& result, const JsonOptions& options)
      : result_(result),
        report_(result.report),
        of_(form::form_of(report_.form)),
        options_(options),
        w_(options.indent) {}

  std::string run() {
    w_.reserve(options_.figures ? 64 * 1024 : 16 * 1024 + 2 * report_.overview.prose.text.size());
    w_.begin('{');
    head();
    overview();
    facts();
    applications();
    review();
    prose("problems_and_improvements", report_.problems_and_improvements);
    prose("other_matters", report_.other_matters);
    if (!report_.metadata.empty()) metadata();
    diagnostics();
    if (options_.figures) all_figures();
    w_.end('}');
    return w_.take();
  }

 private:
  void head() {
    w_.key("schema_version");
    w_.number(json_schema_version);
    w_.text_or_null("title", report_.title);
    w_.text_or_null("agency", report_.agency);
    w_.key("year");
    if (report_.year)
      w_.decimal({*report_.year, 0});
    else
      w_.null();
    w_.text_or_null("template", to_string(report_.form));
    period();
    w_.text("preamble", report_.preamble);
  }

  static std::string iso(const Date& date) {
    const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(date.year) + '-' + two(date.month) + '-' + two(date.day);
  }

  void period() {
    w_.key("period");
    if (!report_.period) {
      w_.null();
      return;
    }
    w_.begin('{');
    w_.text("start", iso(report_.period->start));
    w_.text("end", iso(report_.period->end));
    w_.end('}');
  }

  void overview() {
    w_.key("overview");
    w_.begin('{');
    w_.text("text", report_.overview.prose.text);
    w_.key("parts");
    w_.begin('[');
    for (const auto& part : report_.overview.parts) {
      w_.begin('{');
      w_.text("key", part.key);
      w_.text("heading", part.prose.heading);
      w_.text("text", part.prose.text);
      w_.end('}');
    }
    w_.end(']');
    w_.end('}');
  }

  void prose(std::string_view key, const Prose& prose) {
    w_.key(key);
    w_.begin('{');
    w_.text("text", prose.text);
    w_.end('}');
  }

  void metadata() {
    w_.key("metadata");
    w_.begin('{');
    for (const auto& item : metadata_items) w_.text(item.key, report_.metadata.*item.text);
    w_.end('}');
  }

  void cell(std::string_view key, const Cell& cell) {
    w_.key(key);
    value(cell);
  }

  // A row of `parts`, which name its cells.
  template <class Row, class Parts>
  void row(const Row& row, const Parts& parts, const Keys& keys) {
    w_.begin('{');
    auto key = keys.begin();
    for (const auto& part : parts) {
      w_.key(*key++);
      value(row.*part.cell);
    }
    w_.end('}');
  }

  void value(const Cell& cell) {
    if (cell.has_value())
      w_.decimal(cell.value);
    else
      w_.null();
  }

  void facts() {
    w_.key("proactive_disclosure");
    w_.begin('{');
    int row = -1;
    for (const auto& fact : of_.facts) {
      if (fact.row != row) {
        if (row >= 0) w_.end('}');
        w_.key(of_.fact_row(fact.row).names.key);
        w_.begin('{');
        row = fact.row;
      }
      // The accessor reaches into a report that may be changed; here nothing is.
      cell(form::fact_column(fact.column).names.key, fact.cell(const_cast<AnnualReport&>(report_)));
    }
    w_.end('}');
    w_.end('}');
  }

  // Row keys nest by their dots.
  void applications() {
    w_.key("applications");
    w_.begin('{');
    static const auto keys = keys_of(form::applicants);
    static const ApplicantCounts nothing;
    std::string_view open;  // the dotted key of the objects that are open
    for (std::size_t r = 0; r < form::matrix_row_count; ++r) {
      const auto* counts = form::row_of(report_.applications, r);
      if (!of_.has_row(r) || (counts == nullptr && of_.is_optional(r))) continue;
      if (counts == nullptr) counts = &nothing;
      const std::string_view key = form::matrix_rows[r].names.key;
      const auto dot = key.rfind('.');
      move_to(open, dot == std::string_view::npos ? std::string_view() : key.substr(0, dot));
      w_.key(key.substr(dot == std::string_view::npos ? 0 : dot + 1));
      row(*counts, form::applicants, keys);
    }
    move_to(open, {});
    w_.end('}');
  }

  static bool is_inside(std::string_view inner, std::string_view outer) noexcept {
    return outer.empty() || (inner.substr(0, outer.size()) == outer &&
                             (inner.size() == outer.size() || inner[outer.size()] == '.'));
  }

  void move_to(std::string_view& open, std::string_view wanted) {
    while (!is_inside(wanted, open)) {
      w_.end('}');
      const auto dot = open.rfind('.');
      open = dot == std::string_view::npos ? std::string_view() : open.substr(0, dot);
    }
    while (open.size() < wanted.size()) {
      const auto start = open.empty() ? 0 : open.size() + 1;
      const auto dot = std::min(wanted.find('.', start), wanted.size());
      w_.key(wanted.substr(start, dot - start));
      w_.begin('{');
      open = wanted.substr(0, dot);
    }
  }

  void review() {
    w_.key("review_and_litigation");
    w_.begin('{');
    static const auto keys = keys_of(form::outcomes);
    for (const auto& block : form::review_blocks) {
      w_.key(block.names.key);
      row(report_.review_and_litigation.*block.counts, form::outcomes, keys);
    }
    w_.end('}');
  }

  void diagnostics() {
    w_.key("diagnostics");
    w_.begin('[');
    for (const auto& d : result_.diagnostics) {
      w_.begin('{');
      w_.text("code", to_string(d.code));
      w_.text("severity", to_string(d.severity));
      w_.text("message", d.message(Language::english));
      w_.text("message_zh", d.message(Language::chinese));
      w_.text("path", d.path);
      w_.key("span");
      w_.span(d.span);
      w_.key("related");
      w_.begin('[');
      for (const auto& related : d.related) w_.span(related);
      w_.end(']');
      w_.end('}');
    }
    w_.end(']');
  }

  void all_figures() {
    w_.key("figures");
    w_.begin('[');
    for (const auto& figure : figures(report_)) {
      w_.begin('{');
      w_.text("path", figure.path);
      w_.text("state", to_string(figure.cell->state));
      w_.key("value");
      value(*figure.cell);
      w_.text("raw", figure.cell->raw);
      w_.key("span");
      w_.span(figure.cell->span);
      w_.end('}');
    }
    w_.end(']');
  }

  const ParseResult& result_;
  const AnnualReport& report_;
  const form::Form& of_;
  const JsonOptions& options_;
  output::Writer w_;
};

}  // namespace

std::string to_json(const ParseResult& result, const JsonOptions& options) {
  return ReportWriter(result, options).run();
}

}  // namespace nianbao
