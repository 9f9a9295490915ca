// SPDX-License-Identifier: Apache-2.0
// Written straight from the report, key by key in the order of the contract: building a tree of
// nlohmann values first took longer than reading the report.
#include <array>
#include <string>

#include "form/form.hpp"
#include "metadata_items.hpp"
#include "nianbao/json.hpp"
#include "text/bytes.hpp"
#include "text/source.hpp"

namespace nianbao {

namespace {

class Writer {
 public:
  explicit Writer(int indent) : indent_(indent) {}

  std::string out;

  void begin(char bracket) {
    value();
    out += bracket;
    ++depth_;
    first_ = true;
  }

  void end(char bracket) {
    --depth_;
    if (!first_) new_line();
    out += bracket;
    first_ = false;
  }

  void key(std::string_view name) {
    separate();
    out += '"';
    out += name;  // keys are ours: nothing to escape
    out += indent_ > 0 ? "\": " : "\":";
    has_key_ = true;
  }

  void null() { raw("null"); }

  void raw(std::string_view text) {
    value();
    out += text;
  }

  void number(std::uint64_t n) {
    value();
    append(n);
  }

  void decimal(const Decimal& d) {
    value();
    if (d.scale == 0 && d.coefficient >= 0)
      append(static_cast<std::uint64_t>(d.coefficient));
    else
      out += d.to_string();
  }

  void string(std::string_view text) {
    value();
    out += '"';
    escape(text);
    out += '"';
  }

 private:
  void new_line() {
    if (indent_ <= 0) return;
    out += '\n';
    out.append(static_cast<std::size_t>(indent_) * static_cast<std::size_t>(depth_), ' ');
  }

  void separate() {
    if (!first_) out += ',';
    first_ = false;
    new_line();
  }

  // A value follows its key, or is the next one of an array.
  void value() {
    if (!has_key_ && depth_ > 0) separate();
    has_key_ = false;
  }

  void append(std::uint64_t n) {
    std::array<char, 20> digits{};
    auto at = digits.size();
    do {
      digits[--at] = static_cast<char>('0' + n % 10);
      n /= 10;
    } while (n != 0);
    out.append(digits.data() + at, digits.size() - at);
  }

  void escape(std::string_view text) {
    while (!text.empty()) {
      const auto valid = text::valid_utf8_prefix(text);
      escape_valid(text.substr(0, valid));
      if (valid == text.size()) return;
      out += "\xEF\xBF\xBD";
      text.remove_prefix(valid + 1);
    }
  }

  static bool is_plain(std::uint64_t eight_bytes) noexcept {
    return !text::has_byte_below(eight_bytes, 0x20) && !text::has_byte(eight_bytes, '"') &&
           !text::has_byte(eight_bytes, '\\');
  }

  void escape_valid(std::string_view text) {
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      while (text.size() - at > 8 && is_plain(text::eight_bytes(text.data() + at))) at += 8;
      const auto c = static_cast<unsigned char>(text[at]);
      if (c >= 0x20 && c != '"' && c != '\\') continue;
      out.append(text.substr(copied, at - copied));
      copied = at + 1;
      escape_one(c);
    }
    out.append(text.substr(copied));
  }

  void escape_one(unsigned char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    out += '\\';
    switch (c) {
      case '\n': out += 'n'; break;
      case '\t': out += 't'; break;
      case '\r': out += 'r'; break;
      case '"':
      case '\\': out += static_cast<char>(c); break;
      default:
        out += "u00";
        out += hex[c >> 4U];
        out += hex[c & 15U];
    }
  }

  int indent_;
  int depth_ = 0;
  bool first_ = true;
  bool has_key_ = false;
};

class ReportWriter {
 public:
  ReportWriter(const ParseResult& result, const JsonOptions& options)
      : result_(result),
        report_(result.report),
        of_(form::form_of(report_.form)),
        options_(options),
        w_(options.indent) {}

  std::string run() {
    w_.out.reserve(options_.figures ? 64 * 1024 : 16 * 1024 + 2 * report_.overview.prose.text.size());
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
    return std::move(w_.out);
  }

 private:
  void text_or_null(std::string_view key, std::string_view text) {
    w_.key(key);
    if (text.empty())
      w_.null();
    else
      w_.string(text);
  }

  void text(std::string_view key, std::string_view text) {
    w_.key(key);
    w_.string(text);
  }

  void head() {
    w_.key("schema_version");
    w_.number(json_schema_version);
    text_or_null("title", report_.title);
    text_or_null("agency", report_.agency);
    w_.key("year");
    if (report_.year)
      w_.decimal({*report_.year, 0});
    else
      w_.null();
    text_or_null("template", to_string(report_.form));
    period();
    text("preamble", report_.preamble);
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
    text("start", iso(report_.period->start));
    text("end", iso(report_.period->end));
    w_.end('}');
  }

  void overview() {
    w_.key("overview");
    w_.begin('{');
    text("text", report_.overview.prose.text);
    w_.key("parts");
    w_.begin('[');
    for (const auto& part : report_.overview.parts) {
      w_.begin('{');
      text("key", part.key);
      text("heading", part.prose.heading);
      text("text", part.prose.text);
      w_.end('}');
    }
    w_.end(']');
    w_.end('}');
  }

  void prose(std::string_view key, const Prose& prose) {
    w_.key(key);
    w_.begin('{');
    text("text", prose.text);
    w_.end('}');
  }

  void metadata() {
    w_.key("metadata");
    w_.begin('{');
    for (const auto& item : metadata_items) text(item.key, report_.metadata.*item.text);
    w_.end('}');
  }

  void cell(std::string_view key, const Cell& cell) {
    w_.key(key);
    value(cell);
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
    const ApplicantCounts nothing;
    std::string_view open;  // the dotted key of the objects that are open
    for (std::size_t r = 0; r < form::matrix_row_count; ++r) {
      const auto& row = form::matrix_rows[r];
      const auto* counts = row.counts(const_cast<Applications&>(report_.applications), false);
      if (!of_.has_row(r) || (counts == nullptr && of_.is_optional(r))) continue;
      if (counts == nullptr) counts = &nothing;
      const std::string_view key = row.names.key;
      const auto dot = key.rfind('.');
      move_to(open, dot == std::string_view::npos ? std::string_view() : key.substr(0, dot));
      w_.key(key.substr(dot == std::string_view::npos ? 0 : dot + 1));
      w_.begin('{');
      for (const auto& applicant : form::applicants) cell(applicant.names.key, counts->*applicant.cell);
      w_.end('}');
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
    for (const auto& block : form::review_blocks) {
      w_.key(block.names.key);
      w_.begin('{');
      const auto& counts = report_.review_and_litigation.*block.counts;
      for (const auto& outcome : form::outcomes) cell(outcome.names.key, counts.*outcome.cell);
      w_.end('}');
    }
    w_.end('}');
  }

  void span(const SourceSpan& span) {
    if (!span.exists()) {
      w_.null();
      return;
    }
    w_.begin('{');
    w_.key("start");
    w_.number(span.start);
    w_.key("end");
    w_.number(span.end);
    w_.key("line");
    w_.number(span.line);
    w_.key("column");
    w_.number(span.column);
    w_.end('}');
  }

  void diagnostics() {
    w_.key("diagnostics");
    w_.begin('[');
    for (const auto& d : result_.diagnostics) {
      w_.begin('{');
      text("code", to_string(d.code));
      text("severity", to_string(d.severity));
      text("message", d.message(Language::english));
      text("message_zh", d.message(Language::chinese));
      text("path", d.path);
      w_.key("span");
      span(d.span);
      w_.key("related");
      w_.begin('[');
      for (const auto& related : d.related) span(related);
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
      text("path", figure.path);
      text("state", to_string(figure.cell->state));
      w_.key("value");
      value(*figure.cell);
      text("raw", figure.cell->raw);
      w_.key("span");
      span(figure.cell->span);
      w_.end('}');
    }
    w_.end(']');
  }

  const ParseResult& result_;
  const AnnualReport& report_;
  const form::Form& of_;
  const JsonOptions& options_;
  Writer w_;
};

}  // namespace

std::string to_json(const ParseResult& result, const JsonOptions& options) {
  return ReportWriter(result, options).run();
}

}  // namespace nianbao
