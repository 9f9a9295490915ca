// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory_resource>
#include <vector>

#include "tables/columns.hpp"
#include "tables/printed.hpp"
#include "tables/rows.hpp"

/// The tables of 二 as they are printed: which rows stand under which columns, of which form.
namespace nianbao::tables {

/// Rows of 二 are few; what a text has beyond these belongs to other reports.
inline constexpr std::size_t most_fact_rows = 128;

/// The form that a label of a column is of; unknown for 处理决定数量, which both have.
Template form_of_label(const grammar::Token& token);

/// The labels of a header, as tokens.
using HeaderLabels = std::pmr::vector<std::uint32_t>;

/// The headers of 二, each read once.
class FactHeaders {
 public:
  FactHeaders(const grammar::Tokens& tokens, const grammar::PrintedTable& facts,
              std::pmr::memory_resource* memory);

  /// The labels of columns that `row` stands under; empty if a caption or nothing stands above it.
  [[nodiscard]] const HeaderLabels& labels_above(const grammar::PrintedRow& row) const;

  /// The form that a row is of, by its own label and those it stands under; unknown if it may be of
  /// either.
  [[nodiscard]] Template form_of(const grammar::PrintedRow& row) const;

 private:
  struct Header {
    HeaderLabels labels;
    Template form = Template::unknown;  ///< that most of the labels are of
  };

  void leave_out_repeats(const grammar::Tokens& tokens, const grammar::PrintedTable& facts);

  std::pmr::vector<Header> headers_;  ///< as many as stand above a row: the first is that of none
};

/// The rows of 二 that have their columns in common.
struct FactTable {
  explicit FactTable(std::pmr::memory_resource* memory) : lines(memory), rows(memory), doubted(memory) {}

  PrintedColumns columns;           ///< numbers of fact columns
  std::vector<std::int8_t> wanted;  ///< what the form has in their place
  std::pmr::vector<const form::FactRow*> lines;
  Rows rows;
  Rows doubted;                                    ///< rows that stand under other columns than the rest
  std::uint32_t amount_token = grammar::no_token;  ///< the label of its column of money
};

struct FactTables {
  std::pmr::vector<FactTable> tables;
  Rows others;  ///< rows of another form
};

FactTables fact_tables(const Reading& reading, const FactHeaders& headers, const form::Form& of);

/// Goes over the placed `rows` of `table`: where merged cells make gaps between columns, cell under cell
/// of its header, or in order. Ambiguous is what the gaps hide, what stands under other columns than
/// the rest, and, if the form is not certain, columns that nothing names: they differ from form to form.
void settle_facts(const Reading& reading, const FactHeaders& headers, const FactTable& table,
                  bool is_form_certain, PlacedRows& rows);

/// The unit that a label names, as 采购总金额（元） does; none if there is no label.
grammar::PrintedUnit unit_named_by(const Reading& reading, std::uint32_t token);

}  // namespace nianbao::tables
