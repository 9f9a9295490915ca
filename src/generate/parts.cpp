// SPDX-License-Identifier: Apache-2.0
#include "generate/parts.hpp"

#include <algorithm>
#include <stdexcept>

namespace nianbao::generate {

std::string upper(std::string_view text) {
  std::string out;
  for (const char c : text) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

std::string capitalised(const std::string& text) {
  return text.empty() ? text : upper(text.substr(0, 1)) + text.substr(1);
}

std::string camel_case(std::string_view key) {
  std::string out;
  bool start = true;
  for (const char c : key) {
    if (c != '_') out += start ? upper({&c, 1}) : std::string(1, c);
    start = c == '_';
  }
  return out;
}

std::string last_of(std::string_view dotted) { return std::string(dotted.substr(dotted.rfind('.') + 1)); }

std::string both(std::string_view english, std::string_view chinese) {
  return std::string(english) + " / " + std::string(chinese);
}

namespace {

Part::Kind kind_of(nianbao::Unit unit, bool is_signed) {
  switch (unit) {
    case nianbao::Unit::ten_thousand_yuan: return Part::Kind::amount;
    case nianbao::Unit::as_printed: return Part::Kind::printed_amount;
    default: return is_signed ? Part::Kind::change : Part::Kind::count;
  }
}

Part cell_part(const form::Names& names, nianbao::Unit unit, bool is_signed = false) {
  return {kind_of(unit, is_signed), names.key, names.label, names.english, {}, false, {}};
}

// The class of a line of 二, by its columns.
std::string fact_type(const std::vector<Part>& columns) {
  const auto& first = columns.front().key;
  if (first == "decisions") return "DecisionCount";
  if (first == "amount") return "FeeAmount";
  if (first == "issued") return "DocumentCounts";
  if (first == "produced") return "DocumentCounts2019";
  if (first == "items") return "Procurement2019";
  return columns.size() == 3 ? "DecisionCounts2019" : "FeeItems2019";
}

Part disclosure_part(nianbao::Template version, const char* type) {
  const auto& names = form::sections[form::section::disclosure].names;
  Part section{Part::Kind::object, names.key, names.label, names.english, type, false, {}};
  for (const auto& row : form::form_of(version).fact_rows) {
    Part line{Part::Kind::row, row.names.key, row.names.label, row.names.english, {}, false, {}};
    for (const auto column : row.columns) {
      if (column < 0) break;
      const auto& cell = form::fact_column(static_cast<std::size_t>(column));
      line.parts.push_back(cell_part(cell.names, cell.unit, cell.is_signed));
    }
    line.type = fact_type(line.parts);
    section.parts.push_back(std::move(line));
  }
  return section;
}

Part applicants_part(const form::Names& names) {
  Part row{Part::Kind::row, last_of(names.key), names.label, names.english, "ApplicantCounts", false, {}};
  for (const auto& applicant : form::applicants)
    row.parts.push_back(cell_part(applicant.names, nianbao::Unit::items));
  return row;
}

// 三、本年度办理结果: a label without figures of its own.
const char* results_label() {
  const form::Label label{form::Kind::matrix_group, 255};
  const auto found = std::find_if(form::furniture.begin(), form::furniture.end(),
                                  [&](const form::Furniture& item) { return item.label == label; });
  if (found == form::furniture.end()) throw std::runtime_error("the form has no label for the results");
  return found->wording;
}

// The object at a dotted key below 三 that is not a row itself: its names come from the line that
// heads the group, if there is one.
Part group_part(const std::string& key) {
  Part group;
  group.key = last_of(key);
  group.type = key == "results.other" ? "OtherResults" : camel_case(group.key);
  if (key == "results") {
    group.label = results_label();
    group.english = "Results of this year";
    return group;
  }
  const auto& names = form::matrix_rows.at(form::matrix_row_index(key + ".subtotal")).names;
  group.label = names.label;
  group.english = names.english;
  group.english.resize(std::min(group.english.size(), group.english.find(", subtotal")));
  return group;
}

// The member `key` of `parent`, made if it is not there yet.
Part& group_in(Part& parent, const std::string& dotted) {
  const auto found = std::find_if(parent.parts.begin(), parent.parts.end(),
                                  [&](const Part& part) { return part.key == last_of(dotted); });
  if (found != parent.parts.end()) return *found;
  return parent.parts.emplace_back(group_part(dotted));
}

Part applications_part() {
  const auto& names = form::sections[form::section::applications].names;
  Part section{Part::Kind::object, names.key, names.label, names.english, "Applications", false, {}};
  for (const auto& row : form::matrix_rows) {
    const std::string key = row.names.key;
    Part* parent = &section;
    for (auto dot = key.find('.'); dot != std::string::npos; dot = key.find('.', dot + 1))
      parent = &group_in(*parent, key.substr(0, dot));
    Part part = applicants_part(row.names);
    part.optional = row.subtotal;
    parent->parts.push_back(std::move(part));
  }
  return section;
}

Part review_part() {
  const auto& names = form::sections[form::section::review].names;
  Part section{Part::Kind::object, names.key, names.label, names.english, "ReviewAndLitigation", false, {}};
  for (const auto& block : form::review_blocks) {
    Part row{
        Part::Kind::row, block.names.key, block.names.label, block.names.english, "OutcomeCounts", false, {}};
    for (const auto& outcome : form::outcomes)
      row.parts.push_back(cell_part(outcome.names, nianbao::Unit::items));
    section.parts.push_back(std::move(row));
  }
  return section;
}

const Part* find_row_of_type(const std::vector<Part>& parts, std::string_view type) {
  for (const auto& part : parts) {
    if (part.kind == Part::Kind::row && part.type == type) return &part;
    if (const auto* inside = find_row_of_type(part.parts, type)) return inside;
  }
  return nullptr;
}

}  // namespace

std::vector<Part> figure_sections() {
  return {disclosure_part(nianbao::Template::form_2021, "ProactiveDisclosure"), applications_part(),
          review_part()};
}

Part disclosure_2019() {
  auto part = disclosure_part(nianbao::Template::form_2019, "ProactiveDisclosure2019");
  part.english += " on the form of 2019";
  part.label += "（2019 年格式）";
  return part;
}

bool is_only_of_2021(const std::string& group_type, const std::string& key) {
  return group_type == "OtherResults" && key != "subtotal";
}

const Part& row_of_type(const std::vector<Part>& sections, std::string_view type) {
  const auto* row = find_row_of_type(sections, type);
  if (row == nullptr) throw std::runtime_error("no row is of type " + std::string(type));
  return *row;
}

}  // namespace nianbao::generate
