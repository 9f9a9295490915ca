// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "nianbao/parse.hpp"
#include "support/catch.hpp"

namespace nianbao {

namespace {

using Figures = std::map<std::string, std::string>;

const std::string section = "proactive_disclosure.";

// The figures of 二 that have a value, by the rest of their paths.
Figures facts_of(const std::string& text) {
  Figures found;
  const auto result = parse(text);
  for (const auto& figure : figures(result.report))
    if (figure.cell->has_value() && figure.path.substr(0, section.size()) == section)
      found[std::string(figure.path.substr(section.size()))] = figure.cell->value.to_string();
  return found;
}

bool has(const ParseResult& result, DiagnosticCode code, const std::string& path) {
  return std::any_of(result.diagnostics.begin(), result.diagnostics.end(), [&](const Diagnostic& d) {
    return d.code == code && (path.empty() || d.path == section + path);
  });
}

const std::string documents = "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n";
const std::string decisions = "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n";
const std::string procurement_table = "信息内容\t采购项目数量\t采购总金额\n";

}  // namespace

TEST_CASE("Figures of the form of 2019 are none of the form of 2021") {
  const auto result = parse(documents + "规章\t1\t2\t3\n");
  CHECK(result.report.form == Template::form_2019);
  CHECK(result.report.proactive_disclosure_2019.regulations.total_disclosed.value == Decimal{3, 0});
  CHECK(result.report.proactive_disclosure.regulations.in_force.state == CellState::absent);
  const auto other = parse("信息内容\t本年制发件数\n规章\t1\n").report;
  CHECK(other.proactive_disclosure.regulations.issued.has_value());
  CHECK(other.proactive_disclosure_2019.regulations.produced.state == CellState::absent);
}

TEST_CASE("Labels of columns in other wordings") {
  CHECK(facts_of("信息内容\t本年度新制作数\t本年新公开 数量\t对外公开数量\n行政规范性文件\t1\t2\t3\n") ==
        Figures{{"normative_documents.produced", "1"},
                {"normative_documents.newly_disclosed", "2"},
                {"normative_documents.total_disclosed", "3"}});
  CHECK(facts_of("信息內容\t上年項目數量\t本年增／減\t處理決定數\n其它對外管理服務\t1\t-2\t3\n") ==
        Figures{{"other_external_services.previous_year_items", "1"},
                {"other_external_services.change", "-2"},
                {"other_external_services.decisions", "3"}});
}

TEST_CASE("A count below zero is doubted, a change is not") {
  const auto result = parse(decisions + "行政许可\t-1\t-2\t3\n");
  CHECK(has(result, DiagnosticCode::cell_not_a_count, "administrative_licensing.previous_year_items"));
  CHECK_FALSE(has(result, DiagnosticCode::cell_not_a_count, "administrative_licensing.change"));
  CHECK(has(parse(decisions + "行政许可\t1\t-2.5\t3\n"), DiagnosticCode::cell_not_a_count,
            "administrative_licensing.change"));
}

TEST_CASE("Words of a change are a number where a change stands, and nowhere else") {
  CHECK(facts_of(decisions + "行政许可\t增加1\t减少2\t减少3\n") ==
        Figures{{"administrative_licensing.change", "-2"}});
}

TEST_CASE("An item of a list is no change") {
  const std::string head = "信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n";
  CHECK(facts_of(head + "行政许可\n1\n-2\n3\n").size() == 3);
  const auto result = parse(head + "行政许可\n1\n- 2\n3\n");
  CHECK(has(result, DiagnosticCode::cell_unreadable, "administrative_licensing.change"));
}

TEST_CASE("An amount without a unit of the form's always says its unit") {
  const auto code_of = [](const std::string& head, const std::string& cell) {
    const auto result = parse(head + "政府集中采购\t1\t" + cell + "\n");
    const bool other = has(result, DiagnosticCode::amount_unit, "government_procurement.amount");
    const bool none = has(result, DiagnosticCode::amount_unit_missing, "government_procurement.amount");
    return std::string(other ? "other" : "") + (none ? "none" : "");
  };
  CHECK(code_of(procurement_table, "251000") == "none");
  CHECK(code_of(procurement_table, "25.10") == "none");
  CHECK(code_of(procurement_table, "０．５") == "none");
  CHECK(code_of(procurement_table, "251000元") == "other");
  CHECK(code_of(procurement_table, "3亿元") == "other");
  CHECK(code_of(procurement_table, "25.10万元") == "");
  CHECK(code_of(procurement_table, "0") == "");
  CHECK(code_of("信息内容\t采购项目数量\t采购总金额（万元）\n", "25.10") == "");
  CHECK(code_of("信息内容\t采购项目数量\t采购总金额（万元）\n", "251000元") == "other");
  CHECK(code_of("信息内容\t采购项目数量\t采购总金额（元）\n", "251000") == "other");
  CHECK(code_of("信息内容\t采购项目数量\t采购总金额（元）\n", "25.10万元") == "");
}

TEST_CASE("A header that names another unit for the fees is heard") {
  const auto doubted = [](const std::string& head) {
    return has(parse("信息内容\t" + head + "\n行政事业性收费\t251000\n"), DiagnosticCode::amount_unit,
               "administrative_fees.amount");
  };
  CHECK(doubted("本年收费金额（单位：元）"));
  CHECK_FALSE(doubted("本年收费金额（单位：万元）"));
  CHECK_FALSE(doubted("本年收费金额"));
}

TEST_CASE("A row under the columns of the other form is not read") {
  const auto text = documents + "规章\t1\t2\t3\n" + decisions + "行政处罚\t4\t5\t6\n" +
                    "信息内容\t本年处理决定数量\t\t\n行政强制\t7\t\t\n";
  const auto result = parse(text);
  CHECK(facts_of(text).count("administrative_coercion.previous_year_items") == 0);
  CHECK(facts_of(text).count("administrative_coercion.decisions") == 0);
  CHECK(has(result, DiagnosticCode::row_unknown, ""));
  CHECK(has(result, DiagnosticCode::row_missing, "administrative_coercion"));
}

TEST_CASE("A row under other columns than its neighbours is not read") {
  const auto text = decisions + "行政处罚\t4\t5\t6\n信息内容\t本年增/减\t处理决定数量\t\n行政强制\t7\t8\t\n";
  CHECK(facts_of(text).count("administrative_penalties.change") == 1);
  CHECK(facts_of(text).count("administrative_coercion.previous_year_items") == 0);
  CHECK(has(parse(text), DiagnosticCode::row_ambiguous, "administrative_coercion"));
}

TEST_CASE("A column of remarks takes no figure's place") {
  const std::string head = "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\t备注\n";
  CHECK(facts_of(head + "行政许可\t1\t-2\t3\t无\n行政处罚\t\t-4\t5\t6\n") ==
        Figures{{"administrative_licensing.previous_year_items", "1"},
                {"administrative_licensing.change", "-2"},
                {"administrative_licensing.decisions", "3"},
                {"administrative_penalties.change", "-4"},
                {"administrative_penalties.decisions", "5"}});
}

TEST_CASE("A column of remarks takes no single figure's place") {
  const std::string head = "信息内容\t本年处理决定数量\t备注\n";
  CHECK(facts_of(head + "行政许可\t1\t2\n行政处罚\t\t3\n行政强制\t4\t\n") ==
        Figures{{"administrative_licensing.decisions", "1"}, {"administrative_coercion.decisions", "4"}});
  CHECK(facts_of(head + "行政许可\t\t1\t\n").empty());
  CHECK(has(parse(head + "行政许可\t\t1\t\n"), DiagnosticCode::row_ambiguous, "administrative_licensing"));
}

TEST_CASE("Of two columns of one name neither is read") {
  const std::string text = "信息内容\t上一年项目数量\t上一年项目数量\t本年增/减\n行政事业性收费\t4\t5\t-6\n";
  CHECK(facts_of(text) == Figures{{"administrative_fees.change", "-6"}});
  CHECK(has(parse(text), DiagnosticCode::column_missing, "administrative_fees.previous_year_items"));
}

TEST_CASE("Behind a caption the header of another table is over") {
  const auto text = decisions + "行政许可\t1\t2\t3\n第二十条第（九）项\n政府集中采购\t4\t5万元\n";
  CHECK(facts_of(text).count("government_procurement.items") == 1);
  CHECK(facts_of(text).count("government_procurement.amount") == 1);
}

TEST_CASE("A column whose name cannot be read keeps its place") {
  CHECK(facts_of(
            "信息内容\t本年新制作数量\t本年公开某量\t对外公开总数量\n规章\t1\t2\t\n规范性文件\t4\t5\t6\n") ==
        Figures{{"regulations.produced", "1"},
                {"normative_documents.produced", "4"},
                {"normative_documents.total_disclosed", "6"}});
}

TEST_CASE("Merged cells leave gaps between columns") {
  const std::string head = "信息内容\t采购项目数量\t\t采购总金额\t\n";
  CHECK(facts_of(head + "政府集中采购\t1\t\t2万元\t\n") ==
        Figures{{"government_procurement.items", "1"}, {"government_procurement.amount", "2"}});
  CHECK(facts_of(head + "政府集中采购\t\t\t2万元\t\n") == Figures{{"government_procurement.amount", "2"}});
  CHECK(facts_of(head + "政府集中采购\t1\t\t\t\n") == Figures{{"government_procurement.items", "1"}});
}

TEST_CASE("A gap where the header has none is a blank figure, and nobody knows whose") {
  // Of four cells for three columns one is a stranger's.
  const auto text = "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\t\n行政许可\t1\t\t2\t3\n";
  CHECK(facts_of(text).empty());
  CHECK(has(parse(text), DiagnosticCode::row_ambiguous, "administrative_licensing"));
}

TEST_CASE("A row in a line of its own width has its values in order") {
  const std::string head = "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n";
  CHECK(facts_of(head + "行政许可\t1\t\t2\t\t3\n").size() == 3);
  // Where the header shows that cells are merged, a blank cell may be half of one.
  const std::string merged = "信息内容\t上一年项目数量\t\t本年增/减\t\t处理决定数量\t\n";
  CHECK(facts_of(merged + "行政许可\t1\t\t2\t\t3\n").size() == 3);
  CHECK(facts_of(merged + "行政许可\t1\t2\t3\n").size() == 3);
  CHECK(facts_of(merged + "行政许可\t1\t\t2\t\t\n").empty());
  CHECK(facts_of(merged + "行政许可\t1\t\t2\t\t\t\n").size() == 2);
}

TEST_CASE("Columns that nothing names and no form owns are not read") {
  const auto result = parse("规章\t1\t2\t3\n");
  CHECK(facts_of("规章\t1\t2\t3\n").empty());
  CHECK(has(result, DiagnosticCode::row_ambiguous, "regulations"));
  CHECK(facts_of("规章\t1\t2\t3\n政府集中采购\t4\t5万元\n").size() == 5);
}

TEST_CASE("Two printings that differ in words contradict each other") {
  const auto text = decisions + "行政许可\t1\t减少2\t3\n行政许可\t1\t减少4\t3\n";
  CHECK(facts_of(text).empty());
  CHECK(has(parse(text), DiagnosticCode::row_conflict, "administrative_licensing"));
}

TEST_CASE("The form and the year are held against each other") {
  const auto mismatch = [](int year, const std::string& table) {
    return has(parse("样例县教育局" + std::to_string(year) + "年政府信息公开工作年度报告\n" + table),
               DiagnosticCode::template_year_mismatch, "");
  };
  const auto of_2019 = documents + "规章\t1\t2\t3\n";
  const std::string of_2021 = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t2\t3\n";
  CHECK_FALSE(mismatch(2019, of_2019));
  CHECK_FALSE(mismatch(2020, of_2019));
  CHECK(mismatch(2021, of_2019));
  CHECK(mismatch(2020, of_2021));
  CHECK_FALSE(mismatch(2021, of_2021));
  CHECK_FALSE(mismatch(2020, "一、总体情况\n甲。\n"));
}

}  // namespace nianbao
