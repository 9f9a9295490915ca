// SPDX-License-Identifier: Apache-2.0
#include "output/html/charts.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "form/form.hpp"
#include "form/labels.hpp"

namespace nianbao::html {

namespace {

// In units of the drawing, which is scaled to the page.
constexpr std::int64_t label_width = 180;
constexpr std::int64_t bar_width = 300;
constexpr std::int64_t chart_width = 560;
constexpr std::int64_t bar_height = 14;
constexpr std::int64_t gap = 10;
constexpr std::int64_t text_rise = 11;  // of the line that a bar's texts stand on

// Above it a sum of the form's cells could overflow, and no bar would mean anything.
constexpr std::int64_t largest_count = 400'000'000'000'000'000;

struct Amount {
  std::int64_t value = 0;
  bool incomplete = false;  // a figure that belongs to it is not known
  bool unknown = true;      // none is

  void add(const Cell& cell) {
    const bool known = cell.has_value() && cell.value.scale == 0 && cell.value.coefficient >= 0 &&
                       cell.value.coefficient <= largest_count;
    if (known) {
      value += cell.value.coefficient;
      unknown = false;
    } else {
      incomplete = true;
    }
  }
};

struct Bar {
  std::string_view label;
  Amount newer;
  Amount older;
};

const Cell& total_of(const ApplicantCounts& counts) { return counts.total; }

// （三） to （六） as their own row has them, or else as their rows add up.
Amount group_amount(const AnnualReport& report, std::uint8_t group) {
  Amount sum;
  const auto& of = form::form_of(report.form);
  for (std::size_t r = 0; r < form::matrix_row_count; ++r) {
    const auto& row = form::matrix_rows[r];
    if (row.group != group || !of.has_row(r)) continue;
    const auto* counts = form::row_of(report.applications, r);
    if (row.subtotal) {
      if (counts == nullptr || !total_of(*counts).has_value()) continue;
      Amount printed;
      printed.add(total_of(*counts));
      return printed;
    }
    sum.add(total_of(*counts));
  }
  return sum;
}

Amount row_amount(const AnnualReport& report, std::size_t row) {
  Amount amount;
  if (const auto* counts = form::row_of(report.applications, row); counts != nullptr)
    amount.add(total_of(*counts));
  return amount;
}

std::string_view label_of_group(const form::Names& names, const Texts& texts) {
  if (!texts.is_english()) return names.label;
  const std::string_view english = names.english;
  return english.substr(0, english.find(", subtotal"));
}

std::vector<Bar> outcome_bars(const AnnualReport& report, const AnnualReport* older, const Texts& texts) {
  std::vector<Bar> bars;
  for (std::size_t r = 0; r < form::matrix_row_count; ++r) {
    const auto& row = form::matrix_rows[r];
    const std::string_view key = row.names.key;
    const bool alone = key == "results.disclosed" || key == "results.partially_disclosed";
    if (!alone && !row.subtotal) continue;
    const auto amount = [&](const AnnualReport& of) {
      return alone ? row_amount(of, r) : group_amount(of, row.group);
    };
    auto label =
        alone && !texts.is_english() ? std::string_view(row.names.label) : label_of_group(row.names, texts);
    // （二）部分公开 without its remark in brackets
    if (const auto remark = label.find("（区分"); remark != std::string_view::npos)
      label = label.substr(0, remark);
    bars.push_back({label, amount(report), older != nullptr ? amount(*older) : Amount()});
  }
  return bars;
}

std::vector<Bar> applicant_bars(const AnnualReport& report, const AnnualReport* older, const Texts& texts) {
  std::vector<Bar> bars;
  const auto amount = [](const AnnualReport& of, const form::Applicant& applicant) {
    Amount one;
    one.add(of.applications.newly_received.*applicant.cell);
    return one;
  };
  for (std::size_t a = 0; a < form::applicant_total; ++a) {
    const auto& applicant = form::applicants[a];
    bars.push_back({texts.is_english() ? applicant.names.english : applicant.names.label,
                    amount(report, applicant), older != nullptr ? amount(*older, applicant) : Amount()});
  }
  return bars;
}

class ChartWriter {
 public:
  ChartWriter(Writer& out, const Texts& texts, const AnnualReport& report, const AnnualReport* older)
      : out_(out), texts_(texts), paired_(older != nullptr), newer_year_(year_of(report)) {
    if (older != nullptr) older_year_ = year_of(*older);
  }

  void write(const char* name, Text heading, const std::vector<Bar>& bars);

 private:
  static std::string year_of(const AnnualReport& report) {
    return report.year ? std::to_string(*report.year) : std::string();
  }

  [[nodiscard]] std::string words_of(const Bar& bar) const;
  [[nodiscard]] std::string words_of(const Amount& amount) const;
  void write_bar(const Amount& amount, std::int64_t top, std::int64_t most, const char* name,
                 std::string_view year);

  Writer& out_;
  const Texts& texts_;
  bool paired_;
  std::string newer_year_;
  std::string older_year_;
};

std::string ChartWriter::words_of(const Amount& amount) const {
  if (amount.unknown) return std::string(texts_(Text::chart_unknown));
  const auto value = digits(amount.value);
  return amount.incomplete ? texts_(Text::chart_incomplete, {value}) : value;
}

std::string ChartWriter::words_of(const Bar& bar) const {
  auto words = std::string(bar.label) + " " + (paired_ ? words_of(bar.older) + " → " : "");
  return words + words_of(bar.newer);
}

void ChartWriter::write(const char* name, Text heading, const std::vector<Bar>& bars) {
  std::int64_t most = 1;
  std::string words;
  for (const auto& bar : bars) {
    most = std::max({most, bar.newer.value, bar.older.value});
    words += (words.empty() ? "" : "; ") + words_of(bar);
  }
  const auto step = (paired_ ? 2 * bar_height + 2 : bar_height) + gap;
  const auto height = step * static_cast<std::int64_t>(bars.size()) + gap;
  const auto title = std::string("chart-") + name;
  const auto desc = title + "-desc";
  out_.open("figure", {{"class", "chart"}});
  out_.leaf("figcaption", {}, texts_(heading));
  out_.open("svg", {{"role", "img"},
                    {"aria-labelledby", title + " " + desc},
                    {"viewBox", "0 0 " + digits(chart_width) + " " + digits(height)}});
  out_.leaf("title", {{"id", title}}, texts_(heading));
  out_.leaf("desc", {{"id", desc}}, texts_(Text::chart_desc, {words}));
  auto top = gap;
  for (const auto& bar : bars) {
    out_.leaf("text", {{"class", "label"}, {"x", digits(label_width - 10)}, {"y", digits(top + text_rise)}},
              bar.label);
    if (paired_) write_bar(bar.older, top, most, "older", older_year_);
    write_bar(bar.newer, paired_ ? top + bar_height + 2 : top, most, "newer", newer_year_);
    top += step;
  }
  out_.empty("line", {{"class", "axis"},
                      {"x1", digits(label_width)},
                      {"y1", "2"},
                      {"x2", digits(label_width)},
                      {"y2", digits(height - 2)}});
  out_.close().close();
}

void ChartWriter::write_bar(const Amount& amount, std::int64_t top, std::int64_t most, const char* name,
                            std::string_view year) {
  const auto share = static_cast<double>(amount.value) / static_cast<double>(most);
  const auto width = static_cast<std::int64_t>(share * static_cast<double>(bar_width));
  out_.empty("rect", {{"class", name},
                      {"x", digits(label_width)},
                      {"y", digits(top)},
                      {"width", digits(std::max<std::int64_t>(width, amount.value > 0 ? 2 : 0))},
                      {"height", digits(bar_height)}});
  out_.open("text",
            {{"class", "value"}, {"x", digits(label_width + width + 6)}, {"y", digits(top + text_rise)}});
  out_.text(words_of(amount));
  if (paired_ && !year.empty()) out_.text(" ").leaf("tspan", {{"class", "year"}}, year);
  out_.close();
}

}  // namespace

void write_charts(Writer& out, const Texts& texts, const AnnualReport& report, const AnnualReport* older) {
  ChartWriter charts(out, texts, report, older);
  out.open("section", {{"class", "charts"}, {"aria-labelledby", "charts"}});
  out.leaf("h2", {{"id", "charts"}}, texts(Text::charts));
  charts.write("outcomes", Text::chart_outcomes, outcome_bars(report, older, texts));
  charts.write("applicants", Text::chart_applicants, applicant_bars(report, older, texts));
  out.close();
}

}  // namespace nianbao::html
