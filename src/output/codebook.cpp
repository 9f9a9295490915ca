// SPDX-License-Identifier: Apache-2.0
// The codebook of the long tables: all of it is made of the tables of columns, of the form and of
// diagnostics.
#include <array>
#include <map>

#include "output/coded_values.hpp"
#include "output/csv.hpp"
#include "output/figure_lines.hpp"
#include "output/long_tables.hpp"

namespace nianbao {

namespace output {

namespace {

constexpr std::array<Table, 4> tables{Table::figures, Table::reports, Table::diagnostics, Table::statements};

// A figure of the form, and of which forms it is one.
struct FormFigure {
  const FigureLine* line;
  std::string forms;
};

std::vector<FormFigure> figures_of_forms() {
  std::vector<FormFigure> out;
  std::map<std::string_view, std::size_t> known;
  for (const auto form : {Template::form_2021, Template::form_2019})
    for (const auto& line : figure_lines(form)) {
      const auto [at, is_new] = known.emplace(line.figure.path, out.size());
      if (is_new)
        out.push_back({&line, std::string(to_string(form))});
      else
        (out[at->second].forms += ' ') += to_string(form);
    }
  return out;
}

std::string both(std::string_view one, std::string_view other) {
  return std::string(one) + " · " + std::string(other);
}

std::string unit_words(const FigureLine& line) {
  const auto unit = unit_in_chinese(line.figure.unit);
  return std::string(unit.empty() ? "as printed 见原文" : unit);
}

class Markdown {
 public:
  std::string write() {
    out_ =
        "# Codebook · 编码手册\n\nThe long tables that `nianbao export` writes. What is null is empty in CSV "
        "and "
        "`null` in JSON lines.\n\n`nianbao export` 输出的长表。空值在 CSV 中为空字段，在 JSON 行中为 "
        "`null`。\n";
    for (const auto table : tables) add(table);
    add_values();
    add_figures();
    add_diagnostics();
    return std::move(out_);
  }

 private:
  void head(std::string_view title, const std::vector<std::string>& columns) {
    ((out_ += "\n## ") += title) += "\n\n";
    row(columns);
    out_ += '|';
    for (std::size_t i = 0; i < columns.size(); ++i) out_ += "---|";
    out_ += '\n';
  }

  void row(const std::vector<std::string>& cells) {
    out_ += '|';
    for (const auto& cell : cells) {
      out_ += ' ';
      for (const char c : cell) (out_ += c == '|' ? "\\" : "") += c;
      out_ += " |";
    }
    out_ += '\n';
  }

  static std::string code(std::string_view word) { return '`' + std::string(word) + '`'; }

  void add(Table table) {
    const auto about = description_of(table);
    head("Table `" + about.word + "` · " + about.english + ' ' + about.chinese,
         {"column 列", "type 类型", "null 可空", "English", "中文"});
    for (const auto& column : table_columns(table))
      row({code(column.name), std::string(to_string(column.type)), column.nullable ? "yes 是" : "",
           column.english, column.chinese});
  }

  void add_values() {
    head("Values · 取值", {"table 表", "column 列", "value 取值", "English", "中文"});
    for (const auto table : tables)
      for (const auto& column : table_columns(table))
        for (const auto& value : coded_values(table, column.name))
          row({code(to_string(table)), code(column.name), code(value.word), value.english, value.chinese});
  }

  void add_figures() {
    head("Figures · 数据",
         {"path 路径", "form 格式", "unit 单位", "row 行", "column 列", "row", "column", "optional 可缺"});
    for (const auto& [line, forms] : figures_of_forms()) {
      const auto& f = line->figure;
      row({code(f.path), forms, unit_words(*line), std::string(f.row), std::string(f.column),
           std::string(f.row_en), std::string(f.column_en), f.subtotal ? "yes 是" : ""});
    }
  }

  void add_diagnostics() {
    head("Diagnostics · 诊断", {"code 代码", "severity 程度", "English", "中文"});
    for (const auto& d : diagnostic_catalogue())
      row({code(d.word), std::string(to_string(d.severity)), d.english, d.chinese});
  }

  std::string out_;
};

class Csv {
 public:
  std::string write() {
    row({"kind", "table", "name", "value", "type", "nullable", "english", "chinese"});
    for (const auto table : tables) add(table);
    for (const auto& [line, forms] : figures_of_forms()) {
      const auto& f = line->figure;
      row({"figure", "figures", "path", std::string(f.path), unit_words(*line), f.subtotal ? "true" : "false",
           both(f.row_en, f.column_en), both(f.row, f.column)});
    }
    for (const auto& d : diagnostic_catalogue())
      row({"diagnostic", "diagnostics", "code", d.word, std::string(to_string(d.severity)), "", d.english,
           d.chinese});
    return std::move(out_);
  }

 private:
  void row(const std::vector<std::string>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (i > 0) out_ += ',';
      add_csv_field(fields[i], out_);
    }
    out_ += csv_line_end;
  }

  void add(Table table) {
    const auto about = description_of(table);
    row({"table", about.word, "", "", "", "", about.english, about.chinese});
    for (const auto& column : table_columns(table)) {
      row({"column", about.word, column.name, "", std::string(to_string(column.type)),
           column.nullable ? "true" : "false", column.english, column.chinese});
      for (const auto& value : coded_values(table, column.name))
        row({"value", about.word, column.name, value.word, "", "", value.english, value.chinese});
    }
  }

  std::string out_;
};

}  // namespace

}  // namespace output

std::string codebook(CodebookFormat format) {
  return format == CodebookFormat::csv ? output::Csv().write() : output::Markdown().write();
}

}  // namespace nianbao
