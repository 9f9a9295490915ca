// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "form/form.hpp"

namespace nianbao::form {

namespace {

// A choice: alternatives parted by '/' up to the closing bracket, each itself a pattern.
struct Expansion {
  std::string_view pattern;
  std::size_t at = 0;

  using Strings = std::vector<std::string>;

  static Strings product(const Strings& heads, const Strings& tails) {
    Strings out;
    out.reserve(heads.size() * tails.size());
    for (const auto& head : heads)
      for (const auto& tail : tails) out.push_back(head + tail);
    return out;
  }

  Strings sequence() {
    Strings out{""};
    while (at < pattern.size()) {
      const char c = pattern[at];
      if (c == '/' || c == ']' || c == ')') break;
      ++at;
      if (c == '[' || c == '(') {
        out = product(out, choice(c == '['));
      } else {
        for (auto& text : out) text += c;
      }
    }
    return out;
  }

  Strings choice(bool optional) {
    Strings out;
    if (optional) out.emplace_back();
    for (;;) {
      for (auto& text : sequence()) out.push_back(std::move(text));
      const bool more = at < pattern.size() && pattern[at] == '/';
      if (at < pattern.size()) ++at;
      if (!more) return out;
    }
  }
};

void add(std::vector<Wording>& out, Label label, const char* official, std::string_view aliases) {
  out.push_back({official, label, true});
  while (!aliases.empty()) {
    const auto bar = aliases.find('|');
    for (auto& text : expand(aliases.substr(0, bar))) out.push_back({std::move(text), label, false});
    if (bar == std::string_view::npos) break;
    aliases.remove_prefix(bar + 1);
  }
}

// Lines that both forms have are added once.
void add_fact_rows(std::vector<Wording>& out) {
  const auto is_known = [&out](const std::string& text) {
    return std::any_of(out.begin(), out.end(), [&](const Wording& wording) { return wording.text == text; });
  };
  for (const auto version : {Template::form_2021, Template::form_2019})
    for (const auto& row : form_of(version).fact_rows)
      if (!is_known(row.names.label))
        add(out, {Kind::fact_row, row.number}, row.names.label, row.names.aliases);
}

// "1.属于国家秘密" without its number.
std::string_view without_number(std::string_view label) noexcept {
  for (const std::string_view stop : {".", "）"})
    if (const auto at = label.find(stop); at != std::string_view::npos && at <= 6)
      return label.substr(at + stop.size());
  return label;
}

// Outer labels printed in one cell with the row's own: （三）不予公开 1.属于国家秘密.
void add_with_outer_labels(std::vector<Wording>& out, std::uint8_t index) {
  const auto& row = matrix_rows[index];
  if (row.depth < 2) return;
  const std::string results = results_label;
  std::vector<Wording> own;
  add(own, {row.subtotal ? Kind::matrix_group : Kind::matrix_row, index}, row.names.label, row.names.aliases);
  const auto* const group =
      std::find_if(matrix_rows.begin(), matrix_rows.end(),
                   [&row](const MatrixRow& other) { return other.subtotal && other.group == row.group; });
  for (const auto& wording : own) {
    if (row.group == 0 || row.subtotal) {
      out.push_back({results + wording.text, wording.label, false});
      continue;
    }
    out.push_back({group->names.label + wording.text, wording.label, false});
    out.push_back({results + group->names.label + wording.text, wording.label, false});
    out.push_back({group->names.label + std::string(without_number(wording.text)), wording.label, false});
  }
}

// A block and its outcome in one cell: 行政复议结果维持, 行政诉讼复议后起诉总计.
void add_review_figures(std::vector<Wording>& out) {
  constexpr std::size_t reconsideration = 0;
  for (std::size_t b = 0; b < review_block_count; ++b)
    for (std::size_t o = 0; o < outcome_count; ++o) {
      const auto figure = static_cast<std::uint8_t>(b * outcome_count + o);
      std::vector<Wording> own;
      add(own, {Kind::review_figure, figure}, outcomes[o].names.label, outcomes[o].names.aliases);
      for (const auto& wording : own) {
        const auto named = review_blocks[b].names.label + wording.text;
        out.push_back({named, wording.label, false});
        if (b != reconsideration) out.push_back({litigation_label + named, wording.label, false});
      }
    }
}

template <class Table>
void add_all(std::vector<Wording>& out, Kind kind, const Table& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Names& names = table[i].names;
    add(out, {kind, static_cast<std::uint8_t>(i)}, names.label, names.aliases);
  }
}

}  // namespace

std::vector<std::string> expand(std::string_view pattern) { return Expansion{pattern}.sequence(); }

std::vector<Wording> all_wordings() {
  std::vector<Wording> out;
  add_all(out, Kind::section, sections);
  for (std::uint8_t i = 0; i < fact_column_count + fact_column_count_2019; ++i)
    add(out, {Kind::fact_column, i}, fact_column(i).names.label, fact_column(i).names.aliases);
  add_fact_rows(out);
  add_all(out, Kind::review_block, review_blocks);
  for (std::uint8_t i = 0; i < applicant_other; ++i)
    add(out, {Kind::applicant, i}, applicants[i].names.label, applicants[i].names.aliases);
  for (std::uint8_t i = 0; i < outcome_total; ++i)
    add(out, {Kind::outcome, i}, outcomes[i].names.label, outcomes[i].names.aliases);
  add_review_figures(out);
  const auto other = matrix_row_index("results.other.other");
  const auto total = matrix_row_index("results.total");
  for (std::uint8_t i = 0; i < matrix_row_count; ++i) {
    if (i == other || i == total) continue;
    const auto kind = matrix_rows[i].subtotal ? Kind::matrix_group : Kind::matrix_row;
    add(out, {kind, i}, matrix_rows[i].names.label, matrix_rows[i].names.aliases);
  }
  for (std::uint8_t i = 0; i < matrix_row_count; ++i) add_with_outer_labels(out, i);
  for (const auto& item : furniture) add(out, item.label, item.wording, item.aliases);
  return out;
}

}  // namespace nianbao::form
