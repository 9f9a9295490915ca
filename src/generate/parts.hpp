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
  enum class Kind { count, change, amount, printed_amount, row, object } kind = Kind::object;
  std::string key;
  std::string label;
  std::string english;
  std::string type;  // of rows and objects: the class in Python; its words in JSON's $defs
  bool optional = false;
  std::vector<Part> parts;
};

/// The three sections that hold figures, on the form of 2021.
std::vector<Part> figure_sections();

/// Section 二 on the form of 2019.
Part disclosure_2019();

/// Whether the form of 2019 has no member of that key in （六）其他处理.
bool is_only_of_2021(const std::string& group_type, const std::string& key);

/// A type that several rows share, in words.
struct RowType {
  const char* name;
  const char* english;
  const char* chinese;
};
inline constexpr std::array<RowType, 9> row_types{{
    {"DocumentCounts", "Documents of one kind", "一类文件的件数"},
    {"DecisionCount", "Decisions of one kind", "一类处理决定的数量"},
    {"FeeAmount", "Fees", "收费金额"},
    {"DocumentCounts2019", "Documents of one kind on the form of 2019", "一类文件的件数（2019 年格式）"},
    {"DecisionCounts2019", "Items and decisions of one kind on the form of 2019",
     "一类事项的项目与处理决定数量（2019 年格式）"},
    {"FeeItems2019", "Fees on the form of 2019", "收费项目数量（2019 年格式）"},
    {"Procurement2019", "Procurement on the form of 2019", "采购项目数量与金额（2019 年格式）"},
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
