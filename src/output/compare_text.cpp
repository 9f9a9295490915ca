// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "form/labels.hpp"
#include "nianbao/render.hpp"
#include "output/finding_text.hpp"
#include "text/utf8.hpp"
#include "text/width.hpp"

namespace nianbao {

namespace {

using output::Color;

constexpr std::size_t most_passages = 3;
constexpr std::size_t passage_columns = 60;

// A table whose columns are right-aligned but for the last.
class TextTable {
 public:
  using Row = std::vector<std::string>;

  void add(Row row) {
    widths_.resize(std::max(widths_.size(), row.size()));
    for (std::size_t c = 0; c < row.size(); ++c)
      widths_[c] = std::max(widths_[c], text::display_width(row[c]));
    rows_.push_back(std::move(row));
  }

  void print(std::string& out) const {
    for (const auto& row : rows_) {
      for (std::size_t c = 0; c < row.size(); ++c) {
        if (c + 1 == row.size() && row[c].empty()) continue;
        out += "  ";
        if (c + 1 < row.size()) out.append(widths_[c] - text::display_width(row[c]), ' ');
        out += row[c];
      }
      out += '\n';
    }
  }

 private:
  std::vector<Row> rows_;
  std::vector<std::size_t> widths_;
};

const Prose* prose_at(const AnnualReport& report, std::string_view path) noexcept {
  if (path == "overview") return &report.overview.prose;
  if (path == "problems_and_improvements") return &report.problems_and_improvements;
  if (path == "other_matters") return &report.other_matters;
  return nullptr;
}

std::string percent(double rate) {
  const auto tenths = std::llround(rate * 1000);
  return Decimal{tenths, 1}.to_string() + "%";
}

// The first columns of `text` in one line.
std::string beginning(std::string_view text) {
  auto line = text::shown(text);
  std::size_t columns = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto from = at;
    columns += text::display_width(text::next_utf8(line, at));
    if (columns > passage_columns) return line.substr(0, from) + "…";
  }
  return line;
}

class ComparisonText {
 public:
  ComparisonText(const ComparedReports& reports, const TextOptions& options)
      : reports_(reports),
        comparison_(*reports.comparison),
        options_(options),
        words_{options.language},
        paint_(options.color) {}

  std::string run() {
    head();
    changes();
    repetition();
    findings();
    out_ += words_("Comparison: ", "对比：") + output::counts_in_words(words_, comparison_.findings) + '\n';
    return std::move(out_);
  }

 private:
  void title(const std::string& text) { out_ += paint_(Color::bold, text) + "\n"; }

  void head() {
    one_report(words_("older: ", "上一年度："), reports_.older);
    one_report(words_("newer: ", "本年度：　"), reports_.newer);
    out_ += '\n';
  }

  void one_report(const char* word, const CheckedReport& report) {
    const auto& read = report.parsed->report;
    out_ += paint_(Color::bold, word) + text::shown(report.name);
    if (!read.title.empty()) out_ += "  " + text::shown(read.title);
    out_ += '\n';
  }

  static bool is_changed(const CellChange& change) noexcept {
    return change.older_state != change.newer_state ||
           (change.difference && change.difference->coefficient != 0);
  }

  [[nodiscard]] std::string figure(CellState state, const Decimal& value) const {
    if (state == CellState::number || state == CellState::inferred) return value.to_string();
    return name_of(words_, state);
  }

  static std::string with_sign(const std::optional<Decimal>& difference) {
    if (!difference) return "";
    return (difference->coefficient > 0 ? "+" : "") + difference->to_string();
  }

  void changes() {
    const auto& all = comparison_.changes;
    const auto changed = std::count_if(all.begin(), all.end(), is_changed);
    title(words_("Figures that changed: ", "有变化的数据：") + std::to_string(changed) +
          words_(" of ", " / ") + std::to_string(all.size()));
    TextTable table;
    table.add({words_("older", "上一年度"), words_("newer", "本年度"), words_("change", "增减"), ""});
    for (const auto& change : all)
      if (options_.all || is_changed(change))
        table.add({figure(change.older_state, change.older), figure(change.newer_state, change.newer),
                   with_sign(change.difference),
                   std::string(form::label_of(change.path, options_.language))});
    if (changed > 0 || options_.all) table.print(out_);
    out_ += '\n';
  }

  void repetition() {
    title(words_("Text that stands in both reports", "与上一年度重复的文字"));
    TextTable table;
    table.add({words_("repeated", "重复率"), words_("without figures", "不计数字"),
               words_("characters", "字数"), ""});
    for (const auto& r : comparison_.repetition)
      table.add({percent(r.rate), percent(r.rate_without_figures),
                 std::to_string(r.repeated) + "/" + std::to_string(r.length),
                 std::string(r.path.empty() ? words_("all texts", "全部文字")
                                            : form::label_of(r.path, options_.language))});
    table.print(out_);
    for (const auto& r : comparison_.repetition) passages(r);
    out_ += '\n';
  }

  // The longest of them, in order of the text.
  void passages(const Repetition& repetition) {
    const auto* prose = prose_at(reports_.newer.parsed->report, repetition.path);
    if (prose == nullptr) return;
    auto shown = repetition.passages;
    const auto length = [](const CopiedPassage& p) { return p.newer_end - p.newer_start; };
    std::stable_sort(shown.begin(), shown.end(),
                     [&](const CopiedPassage& a, const CopiedPassage& b) { return length(a) > length(b); });
    if (!options_.all && shown.size() > most_passages) shown.resize(most_passages);
    std::stable_sort(shown.begin(), shown.end(), [](const CopiedPassage& a, const CopiedPassage& b) {
      return a.newer_start < b.newer_start;
    });
    for (const auto& passage : shown) {
      const auto text = std::string_view(prose->text);
      const auto start = std::min(passage.newer_start, text.size());
      out_ += "    ";
      if (passage.newer_span.exists())
        out_ += paint_(Color::cyan, std::to_string(passage.newer_span.line) + ':' +
                                        std::to_string(passage.newer_span.column)) +
                ' ';
      out_ += beginning(text.substr(start, length(passage))) + '\n';
    }
  }

  void findings() {
    const output::FindingPrinter printer(reports_.newer, options_);
    for (const auto i : output::in_order_of_place(comparison_.findings, options_.all))
      printer.print(comparison_.findings[i], {}, out_);
  }

  const ComparedReports& reports_;
  const Comparison& comparison_;
  const TextOptions& options_;
  output::Words words_;
  output::Paint paint_;
  std::string out_;
};

}  // namespace

std::string to_text(const ComparedReports& reports, const TextOptions& options) {
  return ComparisonText(reports, options).run();
}

}  // namespace nianbao
