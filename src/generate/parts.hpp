// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "form/form.hpp"
#include "nianbao/nianbao.hpp"

/// The report's figures as a tree, from which the generated files are written.
namespace nianbao::generate {

inline constexpr std::array<nianbao::CellState, 6> cell_states{
    nianbao::CellState::number,     nianbao::CellState::blank,  nianbao::CellState::not_applicable,
    nianbao::CellState::unreadable, nianbao::CellState::absent, nianbao::CellState::inferred};
inline constexpr std::array<nianbao::Severity, 3> severities{
    nianbao::Severity::error, nianbao::Severity::warning, nianbao::Severity::note};

/// A member of the report: a cell (no members), a row whose members other rows have too, or an
/// object of its own.
struct Part {
  enum class Kind { count, amount, row, object } kind = Kind::object;
  std::string key;
  std::string label;
  std::string english;
  std::string type;  // of rows and objects: the class in Python; its words in JSON's $defs
  bool optional = false;
  std::vector<Part> parts;
};

/// The three sections that hold figures.
std::vector<Part> figure_sections();

/// A type that several rows share, in words.
struct RowType {
  const char* name;
  const char* english;
  const char* chinese;
};
inline constexpr std::array<RowType, 5> row_types{{
    {"DocumentCounts", "Documents of one kind", "一类文件的件数"},
    {"DecisionCount", "Decisions of one kind", "一类处理决定的数量"},
    {"FeeAmount", "Fees", "收费金额"},
    {"ApplicantCounts", "Requests by kind of applicant", "按申请人类别统计的申请件数"},
    {"OutcomeCounts", "Cases by outcome", "按结果统计的案件数"},
}};

/// A row of that type, for what all rows of it share. Throws std::runtime_error if there is none.
const Part& row_of_type(const std::vector<Part>& sections, std::string_view type);

std::string upper(std::string_view text);
std::string capitalised(const std::string& text);

/// "not_disclosed" to "NotDisclosed".
std::string camel_case(std::string_view key);

/// The last word of a dotted key.
std::string last_of(std::string_view dotted);

/// "English / 中文", how both languages stand in one text.
std::string both(std::string_view english, std::string_view chinese);

}  // namespace nianbao::generate
