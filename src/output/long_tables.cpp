// SPDX-License-Identifier: Apache-2.0
#include "output/long_tables.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <string>

#include "output/figure_lines.hpp"

namespace nianbao {

namespace output {

namespace {

// Room for what a column holds in all rows of a report.
class Values {
 public:
  explicit Values(std::size_t rows) : valid_(rows), texts_(rows), numbers_(rows) {}

  template <bool is_text>
  void set(std::size_t row, const Value& value) noexcept {
    valid_[row] = value.kind != Value::Kind::null ? 1 : 0;
    if constexpr (is_text)
      texts_[row] = value.text;
    else
      numbers_[row] = value.number;
  }

  [[nodiscard]] ColumnValues first(std::size_t count) const noexcept {
    return {count, valid_.data(), texts_.data(), numbers_.data()};
  }

 private:
  std::vector<std::uint8_t> valid_;
  std::vector<std::string_view> texts_;
  std::vector<Decimal> numbers_;
};

template <class Row>
struct Column {
  ColumnInfo info;
  Value (*value)(const Row&);
  void (*values)(const Row* rows, std::size_t count, Values& out);
};

// A loop of its own for each column, into which `get` is compiled: a call a value takes longer than the
// value.
template <class Row, ColumnType type, class Get>
Column<Row> column_of(const char* name, bool nullable, const char* english, const char* chinese, Get get) {
  static const Get kept = get;
  return {{name, type, nullable, english, chinese}, get, [](const Row* rows, std::size_t count, Values& out) {
            constexpr bool is_text = type == ColumnType::text || type == ColumnType::date;
            for (std::size_t i = 0; i < count; ++i) out.set<is_text>(i, kept(rows[i]));
          }};
}

// How many columns of each scope stand at the beginning of a table.
constexpr std::size_t columns_of_report = 5;
constexpr std::size_t columns_of_line = 7;

// What the rows of every table begin with.
struct ReportRow {
  const TableReport& in;
  const AnnualReport& report;
  std::string id;

  explicit ReportRow(const TableReport& of) : in(of), report(of.parsed->report), id(report_id(of.source)) {}
};

struct FigureRow {
  const ReportRow& of;
  const FigureLine* line = nullptr;
  const Cell* cell = nullptr;
  bool unit_is_doubtful = false;
};

struct DiagnosticRow {
  const ReportRow& of;
  const Diagnostic* diagnostic = nullptr;
  std::string english;
  std::string chinese;
};

struct StatementRow {
  const ReportRow& of;
  const Statement* statement = nullptr;
  std::string matched;
  std::string matched_less;
};

struct SummaryRow {
  const ReportRow& of;
  std::string period_start;
  std::string period_end;
  std::array<std::int64_t, 6> cells{};   // by CellState
  std::array<std::int64_t, 4> doubts{};  // by Severity
};

Value number(std::uint64_t n) noexcept { return Value::of_number({static_cast<std::int64_t>(n), 0}); }

Value number(std::int64_t n) noexcept { return Value::of_number({n, 0}); }

Value number_if(bool exists, std::uint64_t n) noexcept { return exists ? number(n) : Value(); }

Value year_of(const AnnualReport& report) noexcept {
  return report.year ? number(std::int64_t{*report.year}) : Value();
}

// Each is one column of several tables: the same wherever it stands.
#define NIANBAO_COLUMN(name, type, nullable, english, chinese, expression) \
  column_of<Row, ColumnType::type>(name, nullable, english, chinese,       \
                                   [](const Row& r) noexcept -> Value { return expression; })

#define NIANBAO_REPORT_COLUMNS                                                                           \
  NIANBAO_COLUMN("report_id", text, false, "Report id: the same for the same source, and in all tables", \
                 "报告标识：同一来源取值相同，各表一致", Value::of_text(r.of.id)),                       \
      NIANBAO_COLUMN("source", text, false, "File that was read", "来源文件",                            \
                     Value::of_text(r.of.in.source)),                                                    \
      NIANBAO_COLUMN("agency", text, true, "Agency that publishes the report", "发布机关",               \
                     Value::text_or_null(r.of.report.agency)),                                           \
      NIANBAO_COLUMN("year", integer, true, "Year reported on", "年度", year_of(r.of.report)),           \
      NIANBAO_COLUMN("form", text, true, "Form that the report is printed on", "表格格式",               \
                     Value::text_or_null(to_string(r.of.report.form)))

// `place` is an expression that gives a SourceSpan.
#define NIANBAO_PLACE_COLUMNS(place)                                                                   \
  NIANBAO_COLUMN("line", integer, true, "Line in the input, from 1; null if it is printed nowhere",    \
                 "所在行（从 1 起）；未印出时为空", number_if((place).exists(), (place).line)),        \
      NIANBAO_COLUMN("start", integer, true, "First byte in the input, from 0", "起始字节（从 0 起）", \
                     number_if((place).exists(), (place).start)),                                      \
      NIANBAO_COLUMN("end", integer, true, "Byte behind the last", "结束字节（不含）",                 \
                     number_if((place).exists(), (place).end))

Value unit_of(const FigureRow& r) noexcept {
  const auto unit = r.line->figure.unit;
  if (unit == Unit::items) return Value::of_text(unit_in_chinese(unit));
  if (r.unit_is_doubtful || !r.cell->has_value()) return {};
  // Where the form names no unit and nothing is doubted, the report names it, or the number is 0.
  if (unit == Unit::as_printed && r.cell->value.coefficient == 0) return {};
  return Value::of_text(unit_in_chinese(Unit::ten_thousand_yuan));
}

const std::vector<Column<FigureRow>>& figure_columns() {
  using Row = FigureRow;
  static const std::vector<Column<Row>> columns{
      NIANBAO_REPORT_COLUMNS,
      // The columns of scope `line` begin here.
      NIANBAO_COLUMN("section", text, false, "Key of the section", "部分的键",
                     Value::of_text(r.line->section)),
      NIANBAO_COLUMN("section_zh", text, false, "Official heading of the section", "部分的标题",
                     Value::of_text(r.line->section_zh)),
      NIANBAO_COLUMN("row", text, false, "Key of the row", "行的键", Value::of_text(r.line->row)),
      NIANBAO_COLUMN("row_zh", text, false, "Official label of the row", "行的标签",
                     Value::of_text(r.line->figure.row)),
      NIANBAO_COLUMN("column", text, false, "Key of the column", "列的键", Value::of_text(r.line->column)),
      NIANBAO_COLUMN("column_zh", text, false, "Official label of the column", "列的标签",
                     Value::of_text(r.line->figure.column)),
      NIANBAO_COLUMN("path", text, false, "Path of the figure: section, row and column",
                     "数据的路径：部分、行、列", Value::of_text(r.line->figure.path)),
      // And end here.
      NIANBAO_COLUMN("state", text, false, "What stands in the cell", "单元格状态",
                     Value::of_text(to_string(r.cell->state))),
      NIANBAO_COLUMN("value", decimal, true,
                     "The number, exactly as printed; null unless the state is number or inferred",
                     "数值（保留印出的小数位数）；状态不是 number 或 inferred 时为空",
                     r.cell->has_value() ? Value::of_number(r.cell->value) : Value()),
      NIANBAO_COLUMN("unit", text, true,
                     "Unit of the number; null for an amount whose unit is another or is not named",
                     "数值的单位；金额的单位另有规定或未写明时为空", unit_of(r)),
      NIANBAO_COLUMN("raw", text, true, "What is printed in the cell; null if nothing is",
                     "单元格原文；未印出内容时为空", Value::text_or_null(r.cell->raw)),
      NIANBAO_PLACE_COLUMNS(r.cell->span)};
  return columns;
}

std::int64_t doubts(const SummaryRow& row, Severity severity) noexcept {
  return row.doubts[static_cast<std::size_t>(severity)];
}

std::int64_t cells(const SummaryRow& row, CellState state) noexcept {
  return row.cells[static_cast<std::size_t>(state)];
}

const std::vector<Column<SummaryRow>>& report_columns() {
  using Row = SummaryRow;
  static const std::vector<Column<Row>> columns{
      NIANBAO_REPORT_COLUMNS,
      NIANBAO_COLUMN("recognised", boolean, false, "Whether anything of the form was found",
                     "是否识别为年度报告", Value::of_boolean(r.of.in.parsed->recognised)),
      NIANBAO_COLUMN("title", text, true, "Title", "标题", Value::text_or_null(r.of.report.title)),
      NIANBAO_COLUMN("period_start", date, true, "First day that the figures count", "统计期限起始日",
                     Value::text_or_null(r.period_start)),
      NIANBAO_COLUMN("period_end", date, true, "Last day that the figures count", "统计期限截止日",
                     Value::text_or_null(r.period_end)),
      NIANBAO_COLUMN("index_number", text, true, "Index number that the page names", "索引号",
                     Value::text_or_null(r.of.report.metadata.index_number)),
      NIANBAO_COLUMN("publisher", text, true, "Publisher that the page names", "发布机构",
                     Value::text_or_null(r.of.report.metadata.publisher)),
      NIANBAO_COLUMN("date", text, true, "Date of the page, as printed", "发布日期（原文）",
                     Value::text_or_null(r.of.report.metadata.date)),
      NIANBAO_COLUMN("document_number", text, true, "Document number that the page names", "文号",
                     Value::text_or_null(r.of.report.metadata.document_number)),
      NIANBAO_COLUMN("numbers", integer, false, "Cells that hold a number", "填有数字的单元格数",
                     number(cells(r, CellState::number))),
      NIANBAO_COLUMN("blanks", integer, false, "Cells that are printed and empty", "空白单元格数",
                     number(cells(r, CellState::blank))),
      NIANBAO_COLUMN("not_applicable", integer, false, "Cells with a mark for none",
                     "标为“无”“/”等的单元格数", number(cells(r, CellState::not_applicable))),
      NIANBAO_COLUMN("unreadable", integer, false, "Cells with text where a number belongs",
                     "无法读取的单元格数", number(cells(r, CellState::unreadable))),
      NIANBAO_COLUMN("absent", integer, false, "Cells that are not printed", "未印出的单元格数",
                     number(cells(r, CellState::absent))),
      NIANBAO_COLUMN("inferred", integer, false, "Cells that the form's equations prove",
                     "按勾稽关系推算的单元格数", number(cells(r, CellState::inferred))),
      NIANBAO_COLUMN("errors", integer, false, "Diagnostics of severity error", "错误诊断数",
                     number(doubts(r, Severity::error))),
      NIANBAO_COLUMN("warnings", integer, false, "Diagnostics of severity warning", "警告诊断数",
                     number(doubts(r, Severity::warning))),
      NIANBAO_COLUMN("notes", integer, false, "Diagnostics of severity note", "提示诊断数",
                     number(doubts(r, Severity::note))),
      NIANBAO_COLUMN("preamble", text, true, "Text between the title and section 一",
                     "标题与第一部分之间的文字", Value::text_or_null(r.of.report.preamble)),
      NIANBAO_COLUMN("overview", text, true, "Text of section 一", "第一部分（总体情况）的文字",
                     Value::text_or_null(r.of.report.overview.prose.text)),
      NIANBAO_COLUMN("problems_and_improvements", text, true, "Text of section 五",
                     "第五部分（存在的主要问题及改进情况）的文字",
                     Value::text_or_null(r.of.report.problems_and_improvements.text)),
      NIANBAO_COLUMN("other_matters", text, true, "Text of section 六",
                     "第六部分（其他需要报告的事项）的文字",
                     Value::text_or_null(r.of.report.other_matters.text))};
  return columns;
}

const std::vector<Column<DiagnosticRow>>& diagnostic_columns() {
  using Row = DiagnosticRow;
  static const std::vector<Column<Row>> columns{
      NIANBAO_REPORT_COLUMNS,
      NIANBAO_COLUMN("code", text, false, "Stable code of the diagnostic", "诊断代码",
                     Value::of_text(to_string(r.diagnostic->code))),
      NIANBAO_COLUMN("severity", text, false, "How grave it is", "严重程度",
                     Value::of_text(to_string(r.diagnostic->severity))),
      NIANBAO_COLUMN("path", text, true, "Section, row, column or figure that it is about",
                     "所涉部分、行、列或数据", Value::text_or_null(r.diagnostic->path)),
      NIANBAO_COLUMN("message", text, false, "Message in English", "英文说明", Value::of_text(r.english)),
      NIANBAO_COLUMN("message_zh", text, false, "Message in Chinese", "中文说明", Value::of_text(r.chinese)),
      NIANBAO_PLACE_COLUMNS(r.diagnostic->span)};
  return columns;
}

const std::vector<Column<StatementRow>>& statement_columns() {
  using Row = StatementRow;
  static const std::vector<Column<Row>> columns{
      NIANBAO_REPORT_COLUMNS,
      NIANBAO_COLUMN("section", text, false, "Key of the section it stands in", "所在部分的键",
                     Value::of_text(r.statement->path)),
      NIANBAO_COLUMN("kind", text, false, "What the sentence counts", "统计内容",
                     Value::of_text(to_string(r.statement->kind))),
      NIANBAO_COLUMN("outcome", text, false, "Outcome of reconsideration or litigation that it counts",
                     "复议、诉讼的结果", Value::of_text(to_string(r.statement->outcome))),
      NIANBAO_COLUMN("channel", text, false, "Channel through which requests came", "申请渠道",
                     Value::of_text(to_string(r.statement->channel))),
      NIANBAO_COLUMN("row", text, true, "Path of the row of 三 that is meant, if it is one of a group",
                     "所指第三部分的行（属于某一类时）", Value::text_or_null(r.statement->row)),
      NIANBAO_COLUMN("value", integer, false, "The number", "数量", number(r.statement->value)),
      NIANBAO_COLUMN("unit", text, true, "Unit as written; null where the number is told in words",
                     "原文的单位；以文字表述时为空", Value::text_or_null(r.statement->unit)),
      NIANBAO_COLUMN("is_part", boolean, false, "Whether it counts, or may count, no more than a part",
                     "是否仅为（或可能仅为）其中一部分", Value::of_boolean(r.statement->is_part)),
      NIANBAO_COLUMN("in_words", boolean, false, "Whether no figure is written", "是否以文字表述",
                     Value::of_boolean(r.statement->in_words)),
      NIANBAO_COLUMN("matched", text, true, "Paths of the figures whose sum it equals, parted by spaces",
                     "与其相等之和的各数据路径，以空格分隔", Value::text_or_null(r.matched)),
      NIANBAO_COLUMN("matched_less", text, true, "Paths of the figures that are taken off that sum",
                     "从该和中减去的数据路径", Value::text_or_null(r.matched_less)),
      NIANBAO_COLUMN("text", text, false, "The clause as it is written", "原文",
                     Value::of_text(r.statement->text)),
      NIANBAO_PLACE_COLUMNS(r.statement->span)};
  return columns;
}

#undef NIANBAO_COLUMN
#undef NIANBAO_REPORT_COLUMNS
#undef NIANBAO_PLACE_COLUMNS

template <class Row>
std::vector<ColumnInfo> infos_of(const std::vector<Column<Row>>& columns) {
  std::vector<ColumnInfo> out;
  out.reserve(columns.size());
  for (const auto& column : columns) out.push_back(column.info);
  return out;
}

// Nothing of what columns of scope `line` hold depends on the report.
template <class Row>
void give_lines(const std::vector<Row>& /*rows*/, ColumnVisitor& /*visitor*/) {}

void give_lines(const std::vector<FigureRow>& rows, ColumnVisitor& visitor) {
  std::vector<std::uint16_t> numbers(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) numbers[i] = static_cast<std::uint16_t>(rows[i].line->number);
  visitor.lines(numbers.data(), numbers.size());
}

template <class Row>
void give(Table table, const std::vector<Column<Row>>& columns, const std::vector<Row>& rows,
          ColumnVisitor& visitor) {
  if (rows.empty()) return;
  visitor.rows(rows.size());
  give_lines(rows, visitor);
  Values values(rows.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto scope = scope_of(table, i);
    if (scope == Scope::line) continue;
    const auto count = scope == Scope::report ? 1 : rows.size();
    columns[i].values(rows.data(), count, values);
    visitor.column(i, values.first(count));
  }
}

template <class Row>
void give(Table /*table*/, const std::vector<Column<Row>>& columns, const std::vector<Row>& rows,
          RowVisitor& visitor) {
  std::vector<Value> values(columns.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    // Made in its place: a copy would wait for the parts that were just written.
    for (std::size_t i = r == 0 ? 0 : columns_of_report; i < columns.size(); ++i)
      new (&values[i]) Value(columns[i].value(rows[r]));
    visitor.row(values.data(), values.size());
  }
}

bool doubts_unit(const ParseResult& parsed, std::string_view path) noexcept {
  return std::any_of(parsed.diagnostics.begin(), parsed.diagnostics.end(), [path](const Diagnostic& d) {
    return (d.code == DiagnosticCode::amount_unit || d.code == DiagnosticCode::amount_unit_missing) &&
           d.path == path;
  });
}

// What is no report has no cells, neither printed nor missing.
std::vector<Figure> figures_of(const ReportRow& of) {
  return of.in.parsed->recognised ? figures(of.report) : std::vector<Figure>();
}

std::vector<FigureRow> figure_rows(const ReportRow& of) {
  const auto all = figures_of(of);
  std::vector<FigureRow> rows;
  rows.reserve(all.size());
  auto line = figure_lines(of.report.form).begin();
  for (const auto& figure : all) {
    // Figures come in the order of the form, whose subtotals a report need not have; paths are the same
    // characters of the same table.
    while (line->figure.path.data() != figure.path.data()) ++line;
    rows.push_back({of, &*line, figure.cell,
                    line->figure.unit != Unit::items && doubts_unit(*of.in.parsed, figure.path)});
  }
  return rows;
}

std::string iso(const Date& date) {
  const auto digits = [](int n, std::size_t width) {
    auto out = std::to_string(n);
    out.insert(0, width - std::min(width, out.size()), '0');
    return out;
  };
  return digits(date.year, 4) + '-' + digits(date.month, 2) + '-' + digits(date.day, 2);
}

std::vector<SummaryRow> summary_rows(const ReportRow& of) {
  SummaryRow row{of, {}, {}};
  if (of.report.period) {
    row.period_start = iso(of.report.period->start);
    row.period_end = iso(of.report.period->end);
  }
  for (const auto& figure : figures_of(of)) ++row.cells[static_cast<std::size_t>(figure.cell->state)];
  for (const auto& d : of.in.parsed->diagnostics) ++row.doubts[static_cast<std::size_t>(d.severity)];
  return {row};
}

std::vector<DiagnosticRow> diagnostic_rows(const ReportRow& of) {
  std::vector<DiagnosticRow> rows;
  rows.reserve(of.in.parsed->diagnostics.size());
  for (const auto& d : of.in.parsed->diagnostics)
    rows.push_back({of, &d, d.message(Language::english), d.message(Language::chinese)});
  return rows;
}

std::string joined(const std::vector<std::string_view>& paths) {
  std::string out;
  for (const auto path : paths) (out += out.empty() ? "" : " ") += path;
  return out;
}

std::vector<StatementRow> statement_rows(const ReportRow& of, const std::vector<Statement>& statements) {
  std::vector<StatementRow> rows;
  rows.reserve(statements.size());
  for (const auto& statement : statements)
    rows.push_back({of, &statement, joined(statement.matched), joined(statement.matched_less)});
  return rows;
}

template <class Visitor>
void visit_statements(const ReportRow& of, Visitor& visitor) {
  // Rows point to the statements.
  const auto unchecked = of.in.checked != nullptr ? std::vector<Statement>() : statements(of.report);
  const auto& all = of.in.checked != nullptr ? of.in.checked->statements : unchecked;
  give(Table::statements, statement_columns(), statement_rows(of, all), visitor);
}

template <class Visitor>
void visit(Table table, const TableReport& report, Visitor& visitor) {
  const ReportRow row(report);
  switch (table) {
    case Table::figures: return give(table, figure_columns(), figure_rows(row), visitor);
    case Table::reports: return give(table, report_columns(), summary_rows(row), visitor);
    case Table::diagnostics: return give(table, diagnostic_columns(), diagnostic_rows(row), visitor);
    case Table::statements: return visit_statements(row, visitor);
  }
}

}  // namespace

Scope scope_of(Table table, std::size_t column) noexcept {
  if (column < columns_of_report) return Scope::report;
  return table == Table::figures && column < columns_of_report + columns_of_line ? Scope::line : Scope::row;
}

void visit_rows(Table table, const TableReport& report, RowVisitor& visitor) {
  visit(table, report, visitor);
}

void visit_columns(Table table, const TableReport& report, ColumnVisitor& visitor) {
  visit(table, report, visitor);
}

std::vector<std::string_view> texts_of_lines(std::size_t column) {
  static const ParseResult nothing;
  const TableReport report{{}, &nothing, nullptr};
  const ReportRow of(report);
  std::vector<std::string_view> texts;
  for (const auto form : {Template::form_2021, Template::form_2019})
    for (const auto& line : figure_lines(form)) {
      texts.resize(std::max(texts.size(), line.number + 1));
      texts[line.number] = figure_columns()[column].value({of, &line, nullptr, false}).text;
    }
  return texts;
}

}  // namespace output

std::string_view to_string(Table table) noexcept {
  constexpr std::array<std::string_view, 4> words{"figures", "reports", "diagnostics", "statements"};
  return words[static_cast<std::size_t>(table) % words.size()];
}

std::string_view to_string(ColumnType type) noexcept {
  constexpr std::array<std::string_view, 5> words{"text", "integer", "decimal", "boolean", "date"};
  return words[static_cast<std::size_t>(type) % words.size()];
}

const std::vector<ColumnInfo>& table_columns(Table table) {
  static const std::array<std::vector<ColumnInfo>, 4> infos{
      output::infos_of(output::figure_columns()), output::infos_of(output::report_columns()),
      output::infos_of(output::diagnostic_columns()), output::infos_of(output::statement_columns())};
  return infos[static_cast<std::size_t>(table) % infos.size()];
}

// FNV-1a: ids are kept by other programs, so they must be the same everywhere and for ever.
std::string report_id(std::string_view source) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : source) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out(16, '0');
  for (auto digit = out.rbegin(); digit != out.rend(); ++digit, hash >>= 4U) *digit = hex[hash & 15U];
  return out;
}

}  // namespace nianbao
