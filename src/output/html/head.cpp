// SPDX-License-Identifier: Apache-2.0
#include "output/html/head.hpp"

#include <string>

namespace nianbao::html {

namespace {

std::string two_digits(std::int32_t number) {
  const auto text = std::to_string(number);
  return text.size() < 2 ? "0" + text : text;
}

std::string date_text(const Date& date) {
  return std::to_string(date.year) + "-" + two_digits(date.month) + "-" + two_digits(date.day);
}

Text form_text(Template form) {
  switch (form) {
    case Template::form_2019: return Text::form_2019;
    case Template::form_2021: return Text::form_2021;
    default: return Text::form_unknown;
  }
}

}  // namespace

std::string_view short_name(const CheckedReport& checked, const Texts& texts) {
  const auto& report = checked.parsed->report;
  if (!report.agency.empty()) return report.agency;
  if (!report.title.empty()) return report.title;
  return checked.name.empty() ? texts(Text::untitled) : checked.name;
}

void write_report_facts(Writer& out, const Texts& texts, const CheckedReport& checked) {
  const auto& report = checked.parsed->report;
  const auto fact = [&](Text term, std::string_view value) {
    out.open("div").leaf("dt", {}, texts(term));
    out.leaf("dd", {}, value.empty() ? texts(Text::not_given) : value).close();
  };
  const auto optional_fact = [&](Text term, std::string_view value) {
    if (!value.empty()) fact(term, value);
  };
  out.open("dl", {{"class", "facts-list"}});
  fact(Text::agency, report.agency);
  fact(Text::year, report.year ? std::to_string(*report.year) : std::string());
  fact(Text::form, texts(form_text(report.form)));
  if (report.period)
    fact(Text::period,
         texts(Text::period_value, {date_text(report.period->start), date_text(report.period->end)}));
  optional_fact(Text::index_number, report.metadata.index_number);
  optional_fact(Text::document_number, report.metadata.document_number);
  optional_fact(Text::publisher, report.metadata.publisher);
  optional_fact(Text::date, report.metadata.date);
  optional_fact(Text::file, checked.name);
  out.close();
}

void write_report_head(Writer& out, const Texts& texts, const CheckedReport& checked) {
  const auto& report = checked.parsed->report;
  out.open("header", {{"class", "head"}});
  out.open("nav", {{"class", "top"}, {"aria-label", texts(Text::contents)}});
  out.leaf("a", {{"class", "skip"}, {"href", "#form"}}, texts(Text::skip_to_form));
  if (!checked.list.empty())
    out.leaf("a", {{"href", relative_link(checked.list)}},
             std::string("← ") + std::string(texts(Text::back_to_list)));
  out.close();
  out.leaf("h1", {{"lang", "zh-CN", !report.title.empty()}},
           report.title.empty() ? texts(Text::untitled) : std::string_view(report.title));
  write_report_facts(out, texts, checked);
  if (!checked.parsed->recognised)
    out.open("p", {{"class", "alert"}, {"role", "alert"}}).text(texts(Text::not_recognised)).close();
  out.close().verbatim("\n");
}

void write_legend(Writer& out, const Texts& texts) {
  struct Entry {
    const char* name;
    std::string_view sample;
    Text meaning;
  };
  const Entry entries[] = {
      {"fail error", "12", Text::legend_fail},
      {"suspect error", "12", Text::legend_suspect},
      {"part", "12", Text::legend_part},
      {"stated", "12", Text::legend_statement},
      {"blank", texts(Text::state_blank_short), Text::state_blank},
      {"not-applicable", "/", Text::state_not_applicable},
      {"unreadable", "1?2", Text::state_unreadable},
      {"absent", texts(Text::state_absent_short), Text::state_absent},
      {"inferred", "12", Text::state_inferred},
  };
  out.open("details", {{"class", "legend"}});
  out.leaf("summary", {}, texts(Text::legend));
  out.open("ul");
  for (const auto& entry : entries) {
    const std::string_view name = entry.name;
    const auto sign =
        name == "stated" ? "〃" : (name == "fail error" ? "✕" : (name == "suspect error" ? "◆" : ""));
    out.open("li").open("span",
                        {{"class", std::string("fig sample ") + entry.name}, {"aria-hidden", "true"}});
    out.open("span", {{"class", "v"}}).text(entry.sample);
    if (*sign != '\0') out.leaf("span", {{"class", "sign"}}, sign);
    out.close().close().text(" ").text(texts(entry.meaning)).close();
  }
  out.close().close();
}

}  // namespace nianbao::html
