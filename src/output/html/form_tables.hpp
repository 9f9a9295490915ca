// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "form/form.hpp"
#include "output/html/cell.hpp"

/// The tables of the form, redrawn as offices know them.
namespace nianbao::html {

/// What the tables are filled with: the figures of a report, or what has changed between two.
class Filling {
 public:
  Filling() = default;
  Filling(const Filling&) = delete;
  Filling& operator=(const Filling&) = delete;
  virtual ~Filling() = default;

  [[nodiscard]] virtual CellFace face(std::string_view path) const = 0;
  /// Whether the row of a group's own figures is drawn, too.
  [[nodiscard]] virtual bool has_subtotal(std::size_t matrix_row) const = 0;
};

class FormTables {
 public:
  FormTables(Writer& out, const Texts& texts, const Notes& notes, const form::Form& of,
             const Filling& filling)
      : out_(out), texts_(texts), notes_(notes), form_(of), filling_(filling), cells_(out, texts, notes) {}

  /// The tables of 二.
  void write_disclosure();
  /// The matrix of 三.
  void write_matrix();
  /// The row of 四.
  void write_review();

 private:
  void begin_table(const char* name, form::Names section);
  void end_table();
  void figure(std::string_view path, bool is_right, const char* span = "1");
  void head(std::string_view chinese, std::string_view english, const char* scope, const char* columns = "1",
            const char* rows = "1", const char* name = "");

  void write_item(std::uint8_t item);
  void write_facts(const form::FactRow& row);
  [[nodiscard]] std::string_view fact_path(std::uint8_t row, std::int8_t column) const;

  void write_matrix_head();
  void write_matrix_row(std::size_t row);
  void write_row_labels(std::size_t row);
  void write_column_checks();
  [[nodiscard]] bool draws(std::size_t row) const;
  [[nodiscard]] std::size_t rows_of_group(std::uint8_t group) const;
  [[nodiscard]] std::size_t rows_of_results() const;

  void write_review_head();
  void write_review_checks();

  Writer& out_;
  const Texts& texts_;
  const Notes& notes_;
  const form::Form& form_;
  const Filling& filling_;
  CellWriter cells_;
  std::uint8_t group_ = 0;  // of the row above
  bool in_results_ = false;
};

}  // namespace nianbao::html
