// SPDX-License-Identifier: Apache-2.0
// Long tables as CSV and as JSON lines.
#include <array>

#include "output/csv.hpp"
#include "output/long_tables.hpp"
#include "output/writer.hpp"

namespace nianbao {

namespace output {

namespace {

class CsvRows : public RowVisitor {
 public:
  std::string out;

  explicit CsvRows(const std::vector<ColumnInfo>& columns) : columns_(columns) {}

  void row(const Value* values, std::size_t count) override {
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) out += ',';
      value(values[i], columns_[i].type);
    }
    out += csv_line_end;
  }

 private:
  void value(const Value& value, ColumnType type) {
    if (value.kind == Value::Kind::null) return;
    if (value.kind == Value::Kind::text)
      add_csv_field(value.text, out);
    else if (type == ColumnType::boolean)
      out += value.number.coefficient != 0 ? "true" : "false";
    else
      out += value.number.to_string();
  }

  const std::vector<ColumnInfo>& columns_;
};

class JsonRows : public RowVisitor {
 public:
  explicit JsonRows(const std::vector<ColumnInfo>& columns) : columns_(columns), w_(0) {}

  void row(const Value* values, std::size_t count) override {
    w_.begin('{');
    for (std::size_t i = 0; i < count; ++i) {
      w_.key(columns_[i].name);
      value(values[i]);
    }
    w_.end('}');
    w_.end_line();
  }

  std::string take() { return w_.take(); }

 private:
  void value(const Value& value) {
    switch (value.kind) {
      case Value::Kind::null: return w_.null();
      case Value::Kind::text: return w_.string(value.text);
      case Value::Kind::number: return w_.decimal(value.number);
      case Value::Kind::boolean: return w_.boolean(value.number.coefficient != 0);
    }
  }

  const std::vector<ColumnInfo>& columns_;
  Writer w_;
};

}  // namespace

}  // namespace output

std::string_view to_string(TableFormat format) noexcept {
  return format == TableFormat::csv ? "csv" : "jsonl";
}

std::string table_header(Table table, TableFormat format) {
  std::string out;
  if (format != TableFormat::csv) return out;
  for (const auto& column : table_columns(table)) (out += out.empty() ? "" : ",") += column.name;
  return out += output::csv_line_end;
}

std::string table_rows(Table table, const TableReport& report, TableFormat format) {
  const auto& columns = table_columns(table);
  if (format == TableFormat::csv) {
    output::CsvRows rows(columns);
    output::visit_rows(table, report, rows);
    return std::move(rows.out);
  }
  output::JsonRows rows(columns);
  output::visit_rows(table, report, rows);
  return rows.take();
}

}  // namespace nianbao
