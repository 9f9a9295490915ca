// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/form.hpp"
#include "nianbao/report.hpp"

/// The one table of the form: every label with its aliases, key, unit and place in AnnualReport.
/// form_2021.cpp has the form of 2021 and what both forms share, form_2019.cpp what only the form of
/// 2019 has.
///
/// To teach the library another wording, add it to the `aliases` of its line there.
/// Aliases are patterns: `[x]` is optional, `[a/b]` and `(a/b)` are choices, `|` parts whole
/// wordings. No alias is needed for what never matters: spaces, punctuation, brackets and quotes,
/// the particles 的 及 和 与 或, a year in brackets, and the enumerator in front.
namespace nianbao::form {

/// The labels of one thing on the form.
struct Names {
  const char* key;      ///< member name in C++, JSON, C paths and Python
  const char* label;    ///< official label
  const char* aliases;  ///< other wordings met, as patterns
  const char* english;
};

struct Section {
  Names names;
  bool has_table;
  const char* cues;  ///< words, parted by |, one of which any heading of the section has
};

/// A customary part of 一: told by a word in its heading.
struct OverviewPartName {
  Names names;
};

/// A column of 二. Its number, with which labels and rows speak of it, is the same in all forms.
struct FactColumn {
  Names names;
  Unit unit;
  bool is_signed = false;  ///< a number below zero is one of its own: 本年增/减
};

/// A line of 二. Forms that ask the same of different columns share the number of the line.
struct FactRow {
  Names names;
  std::array<std::int8_t, 3> columns;  ///< numbers of fact columns; -1 ends
  std::uint8_t number;
  std::uint8_t item;  ///< 第二十条第（…）项 that its table is headed by
};

/// Where a fact stands in AnnualReport.
struct Fact {
  std::uint8_t row;     ///< its number
  std::uint8_t column;  ///< its number
  const char* path;
  Cell& (*cell)(AnnualReport&);
};

struct Applicant {
  Names names;
  Cell ApplicantCounts::*cell;
};

/// A line of the matrix. Rows of a group share `group`; the group's own line is its subtotal.
struct MatrixRow {
  Names names;
  std::uint8_t depth;  ///< how many labels stand in it: 1, 2 or 3
  std::uint8_t group;  ///< 0 none, 3…6 （三）…（六）
  bool subtotal;
  /// The row in `a`; for a subtotal nullptr unless printed, made if `create`.
  ApplicantCounts* (*counts)(Applications& a, bool create);
};

struct Outcome {
  Names names;
  Cell OutcomeCounts::*cell;
};

struct ReviewBlock {
  Names names;
  OutcomeCounts ReviewAndLitigation::*counts;
};

inline constexpr std::size_t section_count = 6;
inline constexpr std::size_t part_count = 5;
inline constexpr std::size_t fact_column_count = 5;
inline constexpr std::size_t fact_row_count = 6;
inline constexpr std::size_t fact_count = 10;
inline constexpr std::size_t fact_column_count_2019 = 8;
inline constexpr std::size_t fact_row_count_2019 = 8;
inline constexpr std::size_t fact_count_2019 = 22;
inline constexpr std::size_t applicant_count = 7;
inline constexpr std::size_t matrix_row_count = 29;  // 25 and four subtotals
inline constexpr std::size_t outcome_count = 5;
inline constexpr std::size_t review_block_count = 3;

extern const std::array<Section, section_count> sections;
extern const std::array<OverviewPartName, part_count> overview_parts;
extern const std::array<FactColumn, fact_column_count> fact_columns;
extern const std::array<FactRow, fact_row_count> fact_rows;
extern const std::array<Fact, fact_count> facts;
extern const std::array<FactColumn, fact_column_count_2019> fact_columns_2019;  ///< numbered behind 2021's
extern const std::array<FactRow, fact_row_count_2019> fact_rows_2019;
extern const std::array<Fact, fact_count_2019> facts_2019;
extern const std::array<Applicant, applicant_count> applicants;
extern const std::array<MatrixRow, matrix_row_count> matrix_rows;
extern const std::array<Outcome, outcome_count> outcomes;
extern const std::array<ReviewBlock, review_block_count> review_blocks;

/// The column of that number, of whichever form.
const FactColumn& fact_column(std::size_t number) noexcept;

/// Lines of a table that is stored elsewhere.
template <class T>
struct Lines {
  const T* first;
  std::size_t count;

  [[nodiscard]] const T* begin() const noexcept { return first; }
  [[nodiscard]] const T* end() const noexcept { return first + count; }
};

/// What one form has of its own: the tables of 二, and （六）其他处理 as one row or as three. All else
/// is the same in both.
struct Form {
  Template version;
  Lines<FactRow> fact_rows;
  Lines<Fact> facts;
  bool other_is_one_row;

  /// The line of 二 of that number; the form must have it.
  [[nodiscard]] const FactRow& fact_row(std::uint8_t number) const noexcept;
  [[nodiscard]] bool has_row(std::size_t matrix_row) const noexcept;
  /// Whether only some offices print the row: the figures of a group.
  [[nodiscard]] bool is_optional(std::size_t matrix_row) const noexcept;
};

/// The printed row of a report; nullptr for a subtotal that is not printed.
const ApplicantCounts* row_of(const Applications& applications, std::size_t matrix_row);

/// The form of that version; that of 2021 if none is known.
const Form& form_of(Template version) noexcept;

/// Indices that the grammar must know by name.
namespace section {
inline constexpr std::uint8_t overview = 0, disclosure = 1, applications = 2, review = 3, problems = 4,
                              other_matters = 5;
}
/// The group that all of the results stand in, a line without figures.
inline constexpr const char* results_label = "三、本年度办理结果";
/// What the last two blocks of 四 stand under.
inline constexpr const char* litigation_label = "行政诉讼";

inline constexpr std::uint8_t applicant_other = 5;
inline constexpr std::uint8_t applicant_total = 6;
inline constexpr std::uint8_t outcome_total = 4;
std::uint8_t matrix_row_index(std::string_view key) noexcept;

/// What a label is.
enum class Kind : std::uint8_t {
  none,
  section,                 ///< index: section
  caption,                 ///< 第二十条第（…）项
  fact_header,             ///< 信息内容
  fact_column,             ///< index: number of the column
  fact_row,                ///< index: number of the row
  matrix_header,           ///< corner, 申请人情况, 法人或其他组织
  applicant,               ///< index: applicant
  organisations_subtotal,  ///< the extra column 法人小计
  matrix_row,              ///< index: matrix row
  matrix_group,            ///< index: the group's subtotal line; results itself has index 255
  review_header,           ///< 行政诉讼
  review_block,            ///< index: block
  outcome,                 ///< index: outcome
  review_figure,           ///< a block and its outcome in one cell; index: block times outcomes, and outcome
  total,                   ///< 总计: a column, a row or an outcome
  other,                   ///< 其他: a column or a row
  foreign,                 ///< a label of a form that is not read; index: year - 2000
};

struct Label {
  Kind kind = Kind::none;
  std::uint8_t index = 0;

  friend bool operator==(Label a, Label b) noexcept { return a.kind == b.kind && a.index == b.index; }
};

/// A label that is no figure's own: captions, headers, labels of other forms.
struct Furniture {
  Label label;
  const char* wording;
  const char* aliases;
};
extern const std::array<Furniture, 17> furniture;

/// One wording of a label: the official one, or an alias with its choices made.
struct Wording {
  std::string text;
  Label label;
  bool is_official = false;
};

/// All wordings of all labels but （七）总计 and 3.其他, which only their enumerator tells from the
/// column 总计 and the column 其他.
std::vector<Wording> all_wordings();

/// Makes the choices of a pattern: "[a]b(c/d)" gives abc, abd, bc, bd.
std::vector<std::string> expand(std::string_view pattern);

/// Paths of figures and of rows, built once. Views have static storage.
struct Paths {
  std::array<std::array<std::string, applicant_count>, matrix_row_count> matrix;
  std::array<std::string, matrix_row_count> matrix_row;
  std::array<std::array<std::string, outcome_count>, review_block_count> review;
  std::array<std::string, applicant_count> matrix_column;
  std::array<std::string, fact_row_count_2019> fact_row;  ///< by number
};
const Paths& paths();

inline constexpr char32_t first_han = 0x4E00;
inline constexpr char32_t past_han = 0xA000;
extern const std::array<std::uint64_t, (past_han - first_han) / 64> traditional_bits;

/// Whether `c` is a traditional character that simplified() knows. Nearly every one asked for is not.
inline bool is_traditional(char32_t c) noexcept {
  return c >= first_han && c < past_han &&
         ((traditional_bits[(c - first_han) / 64] >> ((c - first_han) % 64)) & 1U) != 0;
}

/// The simplified character of a traditional one in the form's labels; else `c` itself.
char32_t simplified(char32_t c) noexcept;

}  // namespace nianbao::form
