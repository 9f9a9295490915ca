// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "nianbao/nianbao.hpp"
#include "output/coded_values.hpp"
#include "support/catch.hpp"
#include "support/samples.hpp"

namespace nianbao {

namespace {

using Json = nlohmann::ordered_json;
using Record = std::vector<std::string>;

constexpr std::array<Table, 4> tables{Table::figures, Table::reports, Table::diagnostics, Table::statements};

// A reader of RFC 4180 that takes nothing else: lines end with CRLF, quotes stand where they are needed.
std::vector<Record> read_csv(const std::string& text) {
  std::vector<Record> records;
  Record record{""};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      record.back() += text[++i];
    } else if (c == '"') {
      REQUIRE((quoted || record.back().empty()));
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      record.emplace_back();
    } else if (!quoted && c == '\r') {
      REQUIRE(text.compare(i, 2, "\r\n") == 0);
      ++i;
      records.push_back(std::move(record));
      record = {""};
    } else {
      REQUIRE((quoted || c != '\n'));
      record.back() += c;
    }
  }
  REQUIRE(record == Record{""});
  return records;
}

std::vector<Json> read_lines(const std::string& text) {
  std::vector<Json> out;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = text.find('\n', at);
    REQUIRE(end != std::string::npos);
    out.push_back(Json::parse(text.substr(at, end - at)));
    at = end + 1;
  }
  return out;
}

// A value of JSON as CSV has it. Numbers are compared as they are written.
std::string as_csv(const Json& value) {
  if (value.is_null()) return {};
  return value.is_string() ? value.get<std::string>() : value.dump();
}

struct Read {
  explicit Read(const std::string& bytes, std::string_view source_ = "a/b.txt")
      : source(source_), parsed(parse(bytes)), checked(check(parsed.report)) {}

  [[nodiscard]] TableReport view() const { return {source, &parsed, &checked}; }
  [[nodiscard]] std::vector<Json> rows(Table table) const {
    return read_lines(table_rows(table, view(), TableFormat::jsonl));
  }

  std::string source;
  ParseResult parsed;
  CheckResult checked;
};

Json row_of(const std::vector<Json>& rows, const std::string& path) {
  for (const auto& row : rows)
    if (row.at("path") == path) return row;
  return {};
}

const std::string procurement = "proactive_disclosure.government_procurement.amount";

std::string report_of_2019(const std::string& amount) {
  return "示例县2020年政府信息公开工作年度报告\n一、总体情况\n甲。\n二、主动公开政府信息情况\n第二十条第（一"
         "）项\n"
         "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t1\t2\t3\n规范性文件\t4\t5\t6\n"
         "第二十条第（九）项\n信息内容\t采购项目数量\t采购总金额\n政府集中采购\t7\t" +
         amount + "\n";
}

}  // namespace

TEST_CASE("Columns have names of their own and begin with those of the report") {
  for (const auto table : tables) {
    const auto& columns = table_columns(table);
    std::set<std::string> names;
    for (const auto& column : columns) {
      CHECK(names.insert(column.name).second);
      CHECK(std::string(column.english) != column.chinese);
    }
    REQUIRE(columns.size() > 5);
    const std::array<const char*, 5> common{"report_id", "source", "agency", "year", "form"};
    for (std::size_t i = 0; i < common.size(); ++i) CHECK(std::string(columns[i].name) == common[i]);
  }
}

TEST_CASE("CSV and JSON lines say the same of every sample") {
  for (const auto& sample : support::sample_reports()) {
    const Read read(support::read_file(sample.path), sample.name);
    for (const auto table : tables) {
      INFO(sample.name << ' ' << to_string(table));
      const auto& columns = table_columns(table);
      const auto csv =
          read_csv(table_header(table, TableFormat::csv) + table_rows(table, read.view(), TableFormat::csv));
      const auto rows = read.rows(table);
      REQUIRE(csv.size() == rows.size() + 1);
      for (std::size_t r = 0; r < rows.size(); ++r) {
        REQUIRE(rows[r].size() == columns.size());
        REQUIRE(csv[r + 1].size() == columns.size());
        std::size_t c = 0;
        for (const auto& item : rows[r].items()) {
          const auto& key = item.key();
          const auto& value = item.value();
          CHECK(key == columns[c].name);
          CHECK(csv[0][c] == key);
          CHECK((columns[c].nullable || !value.is_null()));
          // Another reader of JSON drops digits of decimals.
          if (columns[c].type != ColumnType::decimal) CHECK(csv[r + 1][c] == as_csv(value));
          const auto& coded = output::coded_values(table, key);
          CHECK(
              (coded.empty() || value.is_null() ||
               std::any_of(coded.begin(), coded.end(), [&](const auto& one) { return one.word == value; })));
          ++c;
        }
      }
    }
  }
}

TEST_CASE("The table of figures has every cell with the parts of its path") {
  const Read read(support::sample_bytes("clean.txt"));
  const auto all = figures(read.parsed.report);
  const auto rows = read.rows(Table::figures);
  REQUIRE(rows.size() == all.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i];
    const auto& cell = *all[i].cell;
    CHECK(row.at("path") == std::string(all[i].path));
    CHECK(row.at("section").get<std::string>() + '.' + row.at("row").get<std::string>() + '.' +
              row.at("column").get<std::string>() ==
          row.at("path"));
    for (const char* label : {"section_zh", "row_zh", "column_zh"}) CHECK(row.at(label) != "");
    CHECK(row.at("state") == std::string(to_string(cell.state)));
    CHECK(row.at("value").is_null() != cell.has_value());
    if (cell.has_value() && cell.value.scale == 0) CHECK(row.at("value") == cell.value.coefficient);
    CHECK(as_csv(row.at("raw")) == cell.raw);
    CHECK(row.at("start") == cell.span.start);
    CHECK(row.at("end") == cell.span.end);
    CHECK(row.at("line") == cell.span.line);
  }
  const auto total = row_of(rows, "applications.results.not_disclosed.state_secret.total");
  CHECK(total.at("section_zh") == "三、收到和处理政府信息公开申请情况");
  CHECK(total.at("row") == "results.not_disclosed.state_secret");
  CHECK(total.at("row_zh") == "1.属于国家秘密");
  CHECK(total.at("column_zh") == "总计");
  CHECK(total.at("unit") == "件");
}

TEST_CASE("Amounts keep their digits, and a unit only where it is sure") {
  const auto amount = [](const std::string& printed) {
    return row_of(Read(report_of_2019(printed)).rows(Table::figures), procurement);
  };
  CHECK(amount("12.50万元").at("unit") == "万元");
  CHECK(amount("12.50元").at("unit").is_null());
  CHECK(amount("12.50").at("unit").is_null());
  CHECK(amount("0").at("unit").is_null());
  CHECK(amount("/").at("unit").is_null());
  const Read read(report_of_2019("12.50万元"));
  const auto csv = table_rows(Table::figures, read.view(), TableFormat::csv);
  CHECK(csv.find(",12.50,万元,") != std::string::npos);
  const auto json = table_rows(Table::figures, read.view(), TableFormat::jsonl);
  CHECK(json.find("\"value\":12.50,\"unit\":\"万元\"") != std::string::npos);
}

TEST_CASE("Fields are quoted where they must be and valid UTF-8 always") {
  Read read(support::sample_bytes("clean.txt"), "a,\"b\"\xFF\xE5.txt");
  read.parsed.report.title = "一\r\n二,\"三\"";
  const auto records = read_csv(table_rows(Table::reports, read.view(), TableFormat::csv));
  REQUIRE(records.size() == 1);
  CHECK(records[0][1] == "a,\"b\"\uFFFD\uFFFD.txt");
  CHECK(records[0][6] == "一\r\n二,\"三\"");
  CHECK(read.rows(Table::reports)[0].at("source") == records[0][1]);
}

TEST_CASE("What is no report has a row of its own and its doubts, but no figures") {
  const Read read("今天天气很好。\n");
  CHECK(read.rows(Table::figures).empty());
  const auto reports = read.rows(Table::reports);
  REQUIRE(reports.size() == 1);
  CHECK(reports[0].at("recognised") == false);
  CHECK(reports[0].at("absent") == 0);
  CHECK(reports[0].at("errors") == 1);
  const auto doubts = read.rows(Table::diagnostics);
  REQUIRE(doubts.size() == 1);
  CHECK(doubts[0].at("code") == "report.not-recognised");
}

TEST_CASE("A report's row counts its cells and tells its period") {
  Read read(support::sample_bytes("clean.txt"));
  read.parsed.report.period = Period{{2023, 1, 1}, {2023, 12, 31}};
  read.parsed.report.applications.newly_received.total.state = CellState::blank;
  const auto row = read.rows(Table::reports).at(0);
  CHECK(row.at("numbers") == 199);
  CHECK(row.at("blanks") == 1);
  CHECK(row.at("period_start") == "2023-01-01");
  CHECK(row.at("period_end") == "2023-12-31");
  CHECK(row.at("overview") == read.parsed.report.overview.prose.text);
}

TEST_CASE("Statements say what they agree with only if they were checked") {
  Read read(support::sample_bytes("clean.txt"));
  const auto rows = read.rows(Table::statements);
  REQUIRE(rows.size() == read.checked.statements.size());
  CHECK(std::any_of(rows.begin(), rows.end(), [](const Json& row) { return !row.at("matched").is_null(); }));
  const TableReport unchecked{read.source, &read.parsed, nullptr};
  const auto others = read_lines(table_rows(Table::statements, unchecked, TableFormat::jsonl));
  REQUIRE(others.size() == rows.size());
  for (const auto& row : others) CHECK(row.at("matched").is_null());
}

TEST_CASE("Report ids are those of FNV-1a") {
  CHECK(report_id("") == "cbf29ce484222325");
  CHECK(report_id("a") == "af63dc4c8601ec8c");
  CHECK(report_id("foobar") == "85944171f73967e8");
}

TEST_CASE("The codebook knows every column, figure and code") {
  const auto markdown = codebook(CodebookFormat::markdown);
  const auto csv = read_csv(codebook(CodebookFormat::csv));
  std::set<std::string> names;
  std::set<std::string> values;
  for (const auto& record : csv) {
    REQUIRE(record.size() == 8);
    CHECK((!record[6].empty() && !record[7].empty()));
    names.insert(record[1] + '.' + record[2]);
    values.insert(record[3]);
  }
  const auto has = [&markdown](std::string_view word) {
    return markdown.find('`' + std::string(word) + '`') != std::string::npos;
  };
  for (const auto table : tables)
    for (const auto& column : table_columns(table)) {
      CHECK(has(column.name));
      CHECK(names.count(std::string(to_string(table)) + '.' + column.name) == 1);
    }
  for (const auto form : {Template::form_2021, Template::form_2019})
    for (const auto& figure : form_figures(form)) {
      CHECK(has(figure.path));
      CHECK(values.count(std::string(figure.path)) == 1);
    }
  for (const auto& diagnostic : diagnostic_catalogue()) {
    CHECK(has(diagnostic.word));
    CHECK(values.count(diagnostic.word) == 1);
  }
}

TEST_CASE("A data package keeps what it has and describes a file once") {
  const auto first = data_package("", Table::figures, TableFormat::csv, "f.csv");
  REQUIRE(first);
  const auto second = data_package(*first, Table::figures, TableFormat::jsonl, "f.jsonl");
  REQUIRE(second);
  auto package = Json::parse(*second);
  package["resources"].insert(package["resources"].begin(), Json{{"name", "map"}, {"path", "map.geojson"}});
  package["licenses"] = {{{"name", "CC0-1.0"}}};
  const auto third = data_package(package.dump(), Table::reports, TableFormat::csv, "f.csv");
  REQUIRE(third);
  package = Json::parse(*third);
  const auto& resources = package.at("resources");
  REQUIRE(resources.size() == 3);
  CHECK(package.at("licenses").size() == 1);
  CHECK(resources[0].at("path") == "map.geojson");
  CHECK(resources[1].at("path") == "f.csv");
  CHECK(resources[1].at("name") == "reports");
  CHECK(resources[1].at("schema").at("primaryKey") == Json{"report_id"});
  CHECK(resources[2].at("name") == "figures-2");
  CHECK(resources[2].at("schema").at("fields").size() == table_columns(Table::figures).size());

  std::string error;
  for (const char* other : {"[]", "{", "{\"resources\": 1}", "{\"resources\": [1]}"}) {
    CHECK_FALSE(data_package(other, Table::figures, TableFormat::csv, "f.csv", &error));
    CHECK_FALSE(error.empty());
  }
  CHECK_FALSE(
      data_package("{\"resources\": [{\"name\": 1}]}", Table::figures, TableFormat::csv, "f.csv", &error));
}

}  // namespace nianbao
