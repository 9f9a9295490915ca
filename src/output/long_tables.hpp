// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "nianbao/tables.hpp"

/// The one table of the long tables' columns (long_tables.cpp): CSV headers, keys of JSON lines, the
/// codebook, the data package and Arrow schemas are made of it.
namespace nianbao::output {

/// What stands in a column of a row. Borrowed until the next row.
struct Value {
  enum class Kind : std::uint8_t { null, text, number, boolean };

  Kind kind = Kind::null;
  std::string_view text;  ///< of columns of type text and date
  Decimal number;         ///< of integer (scale 0), decimal and boolean (0 or 1)

  static Value of_text(std::string_view text) noexcept { return {Kind::text, text, {}}; }
  static Value of_number(Decimal number) noexcept { return {Kind::number, {}, number}; }
  static Value of_boolean(bool value) noexcept { return {Kind::boolean, {}, {value ? 1 : 0, 0}}; }

  /// Nothing where a place points nowhere, a text is empty, and so on.
  static Value text_or_null(std::string_view text) noexcept { return text.empty() ? Value() : of_text(text); }
};

/// How often the values of a column change.
enum class Scope : std::uint8_t {
  report,  ///< the same in all rows of a report
  line,    ///< the same in all rows of one line of the form; of figures only
  row,
};

Scope scope_of(Table table, std::size_t column) noexcept;

class RowVisitor {
 public:
  virtual ~RowVisitor() = default;

  /// `values` has as many items as the table has columns.
  virtual void row(const Value* values, std::size_t count) = 0;
};

/// Calls `visitor` with each row that `report` has in `table`, in order of the form or of places.
void visit_rows(Table table, const TableReport& report, RowVisitor& visitor);

/// What a column holds in some rows: texts if it is of type text or date, else numbers. Borrowed until the
/// next column.
struct ColumnValues {
  std::size_t count = 0;
  const std::uint8_t* valid = nullptr;  ///< 1, or 0 where it is null
  const std::string_view* texts = nullptr;
  const Decimal* numbers = nullptr;
};

class ColumnVisitor {
 public:
  virtual ~ColumnVisitor() = default;

  /// Comes first; a report without rows in the table has no call at all.
  virtual void rows(std::size_t count) = 0;

  /// Of figures, what stands for the columns of scope `line`: the line of each row (FigureLine::number).
  virtual void lines(const std::uint16_t* numbers, std::size_t count) = 0;

  /// Of scope `report` one value that holds for all rows, of scope `row` as many as there are rows.
  virtual void column(std::size_t column, const ColumnValues& values) = 0;
};

/// As visit_rows, column by column.
void visit_columns(Table table, const TableReport& report, ColumnVisitor& visitor);

/// What that column of figures, of scope `line`, holds in every line of all forms, by FigureLine::number.
std::vector<std::string_view> texts_of_lines(std::size_t column);

}  // namespace nianbao::output
