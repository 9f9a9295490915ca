// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/check.hpp"
#include "nianbao/export.hpp"
#include "nianbao/parse.hpp"

/// Reports as long tables, for data frames and databases: one row a figure, a report, a diagnostic or a
/// statement. Tables have the same columns for every report, whatever its form.
namespace nianbao {

enum class Table : std::uint8_t { figures, reports, diagnostics, statements };

/// `decimal` is exact and has as many places as are printed; `date` is written 2024-01-31.
enum class ColumnType : std::uint8_t { text, integer, decimal, boolean, date };

/// "figures", "reports", "diagnostics", "statements".
NIANBAO_EXPORT std::string_view to_string(Table table) noexcept;
/// "text", "integer", "decimal", "boolean", "date".
NIANBAO_EXPORT std::string_view to_string(ColumnType type) noexcept;

/// A column of a long table. Static storage.
struct ColumnInfo {
  const char* name;
  ColumnType type;
  bool nullable;
  const char* english;  ///< what stands in it
  const char* chinese;
};

/// The columns of `table`, in order. Static storage.
///
///     for (const auto& column : nianbao::table_columns(nianbao::Table::figures)) …
NIANBAO_EXPORT const std::vector<ColumnInfo>& table_columns(Table table);

/// A report that rows are made of. Borrowed: all must live as long as its rows.
struct TableReport {
  std::string_view source;  ///< name of its file; report ids are made of it
  const ParseResult* parsed = nullptr;
  const CheckResult* checked = nullptr;  ///< may be null; statements then do not say what they agree with
};

/// The report id of a source: 16 hexadecimal digits, the same for the same name.
NIANBAO_EXPORT std::string report_id(std::string_view source);

}  // namespace nianbao
