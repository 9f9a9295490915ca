// SPDX-License-Identifier: Apache-2.0
#include "form/labels.hpp"

#include <string>
#include <unordered_map>

#include "form/form.hpp"

namespace nianbao::form {

namespace {

struct Labels {
  std::string english;
  std::string chinese;
};

using Table = std::unordered_map<std::string, Labels>;

Labels labels_of(const Names& names) { return {names.english, names.label}; }

void add_sections(Table& table) {
  table.emplace("", Labels{"The report", "报告"});
  table.emplace("title", Labels{"Title", "标题"});
  table.emplace("preamble", Labels{"Preamble", "前言"});
  for (const auto& section : sections) table.emplace(section.names.key, labels_of(section.names));
  for (const auto& part : overview_parts)
    table.emplace(std::string("overview.parts.") + part.names.key, labels_of(part.names));
}

void add_columns(Table& table) {
  for (std::size_t c = 0; c < applicant_count; ++c)
    table.emplace(paths().matrix_column[c], labels_of(applicants[c].names));
  for (const auto& outcome : outcomes)
    table.emplace(std::string("review_and_litigation.*.") + outcome.names.key, labels_of(outcome.names));
  for (std::size_t c = 0; c < fact_column_count + fact_column_count_2019; ++c)
    table.emplace(std::string("proactive_disclosure.*.") + fact_column(c).names.key,
                  labels_of(fact_column(c).names));
}

void add_rows(Table& table) {
  for (std::size_t r = 0; r < matrix_row_count; ++r)
    table.emplace(paths().matrix_row[r], labels_of(matrix_rows[r].names));
  for (const auto& block : review_blocks)
    table.emplace(std::string("review_and_litigation.") + block.names.key, labels_of(block.names));
  for (const auto version : {Template::form_2021, Template::form_2019})
    for (const auto& row : form_of(version).fact_rows)
      table.emplace(paths().fact_row[row.number], labels_of(row.names));
}

void add_figures(Table& table) {
  for (const auto version : {Template::form_2021, Template::form_2019})
    for (const auto& figure : form_figures(version))
      table.emplace(figure.path, Labels{std::string(figure.row_en) + " · " + std::string(figure.column_en),
                                        std::string(figure.row) + " · " + std::string(figure.column)});
}

const Table& labels() {
  static const Table built = [] {
    Table table;
    add_sections(table);
    add_columns(table);
    add_rows(table);
    add_figures(table);
    return table;
  }();
  return built;
}

}  // namespace

std::string_view label_of(std::string_view path, Language language) {
  const auto found = labels().find(std::string(path));
  if (found == labels().end()) return path;
  return language == Language::english ? found->second.english : found->second.chinese;
}

}  // namespace nianbao::form
