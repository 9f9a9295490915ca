// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "arrow/column.hpp"
#include "arrow/dictionary.hpp"
#include "output/long_tables.hpp"

/// Rows of reports in the memory layout of Apache Arrow, built by hand: a few buffers a column need no
/// library.
namespace nianbao::arrow {

/// How the column lies in memory.
Layout layout_of(Table table, const ColumnInfo& column) noexcept;

/// Some thousand rows. It does not change any more once it is shared.
struct Batch {
  std::vector<Column> columns;

  [[nodiscard]] std::size_t rows() const noexcept { return columns.front().rows(); }
};

/// What a stream reads: batches, and of each column the texts that they number (nullptr if they number none).
struct Snapshot {
  Table table;
  std::vector<std::shared_ptr<const Batch>> batches;
  std::vector<std::shared_ptr<const Column>> dictionaries;
};

/// Collects rows. What throws leaves the table as it was.
class TableBuilder final : private output::RowVisitor {
 public:
  explicit TableBuilder(Table table);

  [[nodiscard]] Table table() const noexcept { return table_; }
  [[nodiscard]] std::uint64_t rows() const noexcept;

  void add(const TableReport& report);

  /// Moves the rows of `other`, a builder of the same table, behind these.
  void append(TableBuilder& other);

  std::shared_ptr<const Snapshot> snapshot();

 private:
  bool knows_line(std::size_t number) override;
  void row(const output::Value* values, std::size_t count) override;
  void keep_line(const output::Value* values);
  void append_shared();
  void append_value(std::size_t column, const output::Value& value);
  [[nodiscard]] Batch empty_batch() const;
  void finish_batch();
  std::vector<std::vector<std::int32_t>> numbers_of(const TableBuilder& other);

  Table table_;
  const std::vector<ColumnInfo>& infos_;
  std::vector<Dictionary> dictionaries_;  ///< one a column; empty where texts do not repeat
  std::vector<std::shared_ptr<Batch>> batches_;
  std::uint64_t rows_in_batches_ = 0;

  std::vector<output::Scope> scopes_;         ///< of the columns
  std::vector<std::size_t> columns_of_rows_;  ///< those of scope `row`
  std::size_t rows_ = 0;                      ///< of current_, the one that is being added included
  std::size_t rows_before_ = 0;               ///< the report that is being added

  // Of lines of the form, by their numbers: which have come before, and what each column holds in them. The
  // columns of scope `line` are filled when all rows of a report are there, for which it suffices to know
  // their lines.
  std::vector<bool> is_known_line_;
  std::vector<std::vector<std::int32_t>> line_numbers_;
  std::vector<std::uint16_t> lines_of_rows_;
  bool knows_line_ = false;

  Batch current_;
};

}  // namespace nianbao::arrow
