// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/check.hpp"
#include "nianbao/export.hpp"
#include "nianbao/parse.hpp"

/// Reports as long tables, for data frames and databases: one row a figure, a report, a diagnostic or a
/// statement. Tables have the same columns for every report, whatever its form.
namespace nianbao {

/// What is not recognised as a report has a row in `reports` and in `diagnostics`, but none in `figures`.
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

/// `csv`: as RFC 4180 has it, UTF-8, with a header; what is null is empty, decimals are exact. `jsonl`: one
/// JSON object a line with every column as a key.
enum class TableFormat : std::uint8_t { csv, jsonl };

/// "csv", "jsonl".
NIANBAO_EXPORT std::string_view to_string(TableFormat format) noexcept;

/// What a file of that table begins with: the header of CSV, nothing of JSON lines.
NIANBAO_EXPORT std::string table_header(Table table, TableFormat format);

/// The rows of one report, each ended. A file is its header and the rows of report after report.
///
///     out << nianbao::table_header(table, format);
///     for (…) out << nianbao::table_rows(table, {name, &result}, format);
NIANBAO_EXPORT std::string table_rows(Table table, const TableReport& report, TableFormat format);

/// How a codebook is written: to be read, or as a table of its own (RFC 4180).
enum class CodebookFormat : std::uint8_t { markdown, csv };

/// What all tables, columns, coded values, figures and diagnostics mean, in English and Chinese.
NIANBAO_EXPORT std::string codebook(CodebookFormat format);

/// The description of a folder of such files (datapackage.json of Frictionless Data) with `file`, a name in
/// that folder, added or replaced. `existing` is what it was before, or empty. Nothing if that is no such
/// description; `error`, if given, then says why in English.
NIANBAO_EXPORT std::optional<std::string> data_package(std::string_view existing, Table table,
                                                       TableFormat format, std::string_view file,
                                                       std::string* error = nullptr);

/// The report id of a source: 16 hexadecimal digits, the same for the same name.
NIANBAO_EXPORT std::string report_id(std::string_view source);

}  // namespace nianbao
