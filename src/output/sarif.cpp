// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "form/labels.hpp"
#include "nianbao/version.hpp"
#include "output/check_json.hpp"
#include "output/places.hpp"
#include "output/uri.hpp"

namespace nianbao {

namespace {

using output::Places;
using output::Writer;

std::string_view level_of(Severity severity) noexcept { return to_string(severity); }

// "…: the applicants add up to …, but 总计 is …": a message without what one result puts into it.
std::string general(std::string_view pattern) {
  std::string out;
  while (!pattern.empty()) {
    const auto open = std::min(pattern.find('{'), pattern.size());
    out += pattern.substr(0, open);
    pattern.remove_prefix(open);
    const auto close = pattern.find('}');
    if (close == std::string_view::npos) break;
    out += "…";
    pattern.remove_prefix(close + 1);
  }
  return out;
}

std::size_t index_of(RuleId rule) {
  const auto& all = rule_catalogue();
  std::size_t index = 0;
  while (index < all.size() && all[index].id != rule) ++index;
  return index;
}

}  // namespace

class SarifLog::Log {
 public:
  Log(Language language, const JsonOptions& options) : language_(language), w_(options.indent) {}

  void begin() {
    w_.begin('{');
    w_.text("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    w_.text("version", "2.1.0");
    w_.key("runs");
    w_.begin('[');
    w_.begin('{');
    tool();
    w_.text("language", language_ == Language::english ? "en" : "zh-CN");
    w_.text("columnKind", "unicodeCodePoints");
    w_.key("results");
    w_.begin('[');
  }

  void add(const CheckedReport& report) {
    const Places places(report.text, report.encoding);
    uri_ = output::uri_of(report.name);
    // Places in a text that was taken out of the file are none of the file.
    const bool is_in_file = report.parsed->extracted_text.empty();
    places_ = is_in_file ? &places : nullptr;
    const auto& checked = *report.checked;
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
      const auto status = checked.findings[i].status;
      if (status == RuleStatus::fail || status == RuleStatus::uncertain) result(checked, i);
    }
    places_ = nullptr;
  }

  void end() {
    w_.end(']');
    w_.end('}');
    w_.end(']');
    w_.end('}');
  }

  std::string take() { return w_.take(); }

 private:
  void message(std::string_view key, std::string_view text) {
    w_.key(key);
    w_.begin('{');
    w_.text("text", text);
    w_.end('}');
  }

  void tool() {
    w_.key("tool");
    w_.begin('{');
    w_.key("driver");
    w_.begin('{');
    w_.text("name", "nianbao");
    w_.text("version", version());
    w_.text("semanticVersion", version());
    w_.key("rules");
    w_.begin('[');
    for (const auto& info : rule_catalogue()) rule(info);
    w_.end(']');
    w_.end('}');
    w_.end('}');
  }

  void rule(const RuleInfo& info) {
    w_.begin('{');
    w_.text("id", info.word);
    w_.text("name", info.symbol);
    const bool is_english = language_ == Language::english;
    message("shortDescription", is_english ? info.title : info.title_zh);
    message("fullDescription", general(is_english ? info.english : info.chinese));
    message("help", is_english ? std::string(info.formula) + "\n" + info.source
                               : std::string(info.formula_zh) + "\n" + info.source_zh);
    w_.key("defaultConfiguration");
    w_.begin('{');
    w_.text("level", level_of(info.severity));
    w_.end('}');
    w_.key("properties");
    w_.begin('{');
    w_.text("scope", to_string(info.scope));
    w_.text("forms", to_string(info.forms));
    w_.end('}');
    w_.end('}');
  }

  void result(const CheckResult& checked, std::size_t number) {
    const auto& finding = checked.findings[number];
    const bool failed = finding.status == RuleStatus::fail;
    w_.begin('{');
    w_.text("ruleId", to_string(finding.rule));
    w_.key("ruleIndex");
    w_.number(index_of(finding.rule));
    // What cannot be decided is "open", and then has no level.
    w_.text("kind", failed ? "fail" : "open");
    w_.text("level", failed ? level_of(finding.severity) : "none");
    message("message", finding.message(language_));
    w_.key("locations");
    w_.begin('[');
    location(finding.span, finding.subject, {}, 0);
    w_.end(']');
    related(checked, number);
    w_.key("partialFingerprints");
    w_.begin('{');
    w_.text("nianbao/v1", output::fingerprint_text(finding.fingerprint));
    w_.end('}');
    w_.end('}');
  }

  // Operands first, then the cells that would mend it.
  void related(const CheckResult& checked, std::size_t number) {
    const auto& finding = checked.findings[number];
    std::uint64_t id = 0;
    w_.key("relatedLocations");
    w_.begin('[');
    for (const auto& operand : finding.operands)
      location(operand.span, operand.path, in_words(operand), ++id);
    for (const auto& suspect : checked.suspects)
      if (std::find(suspect.findings.begin(), suspect.findings.end(), number) != suspect.findings.end())
        for (const auto& cell : suspect.cells)
          location(cell.span, cell.path, suspect.message(language_), ++id);
    w_.end(']');
  }

  [[nodiscard]] std::string in_words(const Operand& operand) const {
    std::string out(form::label_of(operand.path, language_));
    if (operand.state == CellState::number || operand.state == CellState::inferred)
      return out + " = " + operand.value.to_string();
    if (!operand.text.empty() && operand.text != out) out += ": " + operand.text;
    return out;
  }

  // `id` 0 and an empty text are left out.
  void location(const SourceSpan& span, std::string_view path, std::string_view text, std::uint64_t id) {
    w_.begin('{');
    if (id != 0) {
      w_.key("id");
      w_.number(id);
    }
    w_.key("physicalLocation");
    w_.begin('{');
    w_.key("artifactLocation");
    w_.begin('{');
    w_.text("uri", uri_);
    w_.end('}');
    if (places_ != nullptr && span.exists()) region(span);
    w_.end('}');
    if (!path.empty()) {
      w_.key("logicalLocations");
      w_.begin('[');
      w_.begin('{');
      w_.text("name", form::label_of(path, language_));
      w_.text("fullyQualifiedName", path);
      w_.end('}');
      w_.end(']');
    }
    if (!text.empty()) message("message", text);
    w_.end('}');
  }

  void region(const SourceSpan& span) {
    w_.key("region");
    w_.begin('{');
    number("startLine", span.line);
    number("startColumn", span.column);
    if (const auto range = places_->find(span, std::numeric_limits<std::size_t>::max())) {
      const auto end = places_->position_of(range->end);
      number("endLine", end.line);
      number("endColumn", end.column);
    }
    number("byteOffset", span.start);
    number("byteLength", span.end - span.start);
    w_.end('}');
  }

  void number(std::string_view key, std::uint64_t value) {
    w_.key(key);
    w_.number(value);
  }

  Language language_;
  Writer w_;
  std::string uri_;
  const Places* places_ = nullptr;
};

SarifLog::SarifLog(Language language, const JsonOptions& options)
    : log_(std::make_unique<Log>(language, options)) {}

SarifLog::~SarifLog() = default;

std::string SarifLog::begin() {
  log_->begin();
  return log_->take();
}

std::string SarifLog::add(const CheckedReport& report) {
  log_->add(report);
  return log_->take();
}

std::string SarifLog::end() {
  log_->end();
  return log_->take();
}

std::string to_sarif(const std::vector<CheckedReport>& reports, Language language,
                     const JsonOptions& options) {
  SarifLog log(language, options);
  auto out = log.begin();
  for (const auto& report : reports) out += log.add(report);
  return out + log.end();
}

}  // namespace nianbao
