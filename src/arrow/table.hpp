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

/// How the column of that number lies in memory. Texts that repeat are dictionaries; where all words that may
/// come are known, every table has the same dictionary, whose numbers are as small as it allows.
Layout layout_of(Table table, std::size_t column);

/// Some rows. It does not change any more once it is shared.
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
class TableBuilder final : private output::ColumnVisitor {
 public:
  explicit TableBuilder(Table table);

  [[nodiscard]] Table table() const noexcept { return table_; }
  [[nodiscard]] std::uint64_t rows() const noexcept;

  void add(const TableReport& report);

  /// Moves the rows of `other`, a builder of the same table, behind these.
  void append(TableBuilder& other);

  std::shared_ptr<const Snapshot> snapshot();

 private:
  void rows(std::size_t count) override;
  void lines(const std::uint16_t* numbers, std::size_t count) override;
  void column(std::size_t column, const output::ColumnValues& values) override;
  void append_lines(std::size_t column);
  void number_texts(std::size_t column, const output::ColumnValues& values);
  void number_dates(const output::ColumnValues& values);
  [[nodiscard]] Batch empty_batch() const;
  void finish_batch();
  std::vector<std::vector<std::int32_t>> numbers_of(const TableBuilder& other);

  Table table_;
  std::size_t width_;
  std::vector<Dictionary> dictionaries_;  ///< one a column; empty where there is none, or it is of lines
  std::vector<std::shared_ptr<Batch>> batches_;
  std::uint64_t rows_in_batches_ = 0;
  Batch current_;
  std::size_t rows_to_come_ = 0;       ///< of the report that is being added
  std::vector<std::uint16_t> lines_;   ///< of the rows of the one that was added last
  std::vector<std::int32_t> numbers_;  ///< room for those of one column of it
};

}  // namespace nianbao::arrow
