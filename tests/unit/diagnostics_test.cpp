// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>

#include "nianbao/parse.hpp"
#include "support/catch.hpp"
#if NIANBAO_DOCX
#include "support/docx.hpp"
#endif

namespace nianbao {

namespace {

using Code = DiagnosticCode;

// An input, as short as can be, that has a diagnostic of one code.
struct Case {
  Code code;
  std::string input;
  ParseOptions options = {};
};

ParseOptions with(std::uint64_t ParseOptions::*limit, std::uint64_t value) {
  ParseOptions options;
  options.*limit = value;
  return options;
}

ParseOptions as_utf8() {
  ParseOptions options;
  options.encoding = Encoding::utf8;
  return options;
}

const std::string head = "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n";
const std::string received_label = "一、本年新收政府信息公开申请数量";
const std::string carried_label = "二、上年结转政府信息公开申请数量";
const std::string whole_row = received_label + "\t1\t2\t3\t4\t5\t6\t21\n";
const std::string head_of_2019 = "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n";
const std::string untitled =
    "政府信息公开工作年度报告\n现公布样例县教育局2023年政府信息公开工作年度报告。\n一、总体情况\n甲。";

#ifdef NIANBAO_HTML
// <b> in <b>, deeper than any page.
std::string nested(int depth) {
  std::string page;
  for (int i = 0; i < depth; ++i) page += "<b>";
  return page;
}
#endif

// A file that is what its reader refuses, or holds what it cannot read.
std::vector<Case> packed_cases() {
#if NIANBAO_DOCX
  const std::string embedded = "<w:altChunk/><w:p><w:r><a:blip xmlns:a=\"a\"/></w:r></w:p>";
  const std::string numbered =
      "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>";
  const std::string list =
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl><w:numFmt w:val=\"thaiNumbers\"/><w:lvlText w:val=\"%1\"/>"
      "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
  auto with_dtd = support::docx_parts("");
  with_dtd[3].second = "<!DOCTYPE a><a/>";
  return {
      {Code::input_encrypted, support::zipped(support::docx_parts(""), "secret")},
      {Code::input_damaged, "PK\x03\x04"},
      {Code::input_cut_short, support::docx_file("<w:p")},
      {Code::input_has_dtd, support::zipped(with_dtd)},
      {Code::numbering_unknown, support::docx_file(numbered, {{"word/numbering.xml", list}})},
      {Code::content_pictures, support::docx_file(embedded)},
      {Code::content_embedded, support::docx_file(embedded)},
  };
#else
  return {};
#endif
}

std::vector<Case> cases() {
  std::vector<Case> all{
      {Code::encoding_invalid, "一、总体情况\xFF", as_utf8()},
      {Code::input_empty, ""},
      {Code::input_too_large, "一、总体情况", with(&ParseOptions::max_bytes, 10)},
      {Code::input_nul_bytes, std::string("甲\0乙", 7), as_utf8()},
      {Code::input_unsupported_format, "%PDF-1.7"},
      {Code::limit_lines, "甲\n乙", with(&ParseOptions::max_lines, 1)},
      {Code::limit_cells, "甲\t乙", with(&ParseOptions::max_cells, 1)},
      {Code::limit_diagnostics, "一、总体情况", with(&ParseOptions::max_diagnostics, 1)},
      {Code::report_not_recognised, "甲"},
      {Code::template_unsupported, "政府信息公开情况统计表\n规章\t1"},
      {Code::title_missing, "一、总体情况"},
      {Code::agency_missing, "一、总体情况"},
      {Code::year_missing, "一、总体情况"},
      {Code::agency_from_text, untitled},
      {Code::year_from_text, untitled},
      {Code::template_year_mismatch,
       "样例县教育局2022年政府信息公开工作年度报告\n" + head_of_2019 + "规章\t1\t2\t3"},
      {Code::template_mixed, head_of_2019 + "规章\t1\t2\t3\n信息内容\t本年收费金额\n行政事业性收费\t4"},
      {Code::section_missing, "一、总体情况"},
      {Code::section_duplicate, "五、存在的主要问题及改进情况\n甲。\n五、存在的主要问题及改进情况"},
      {Code::heading_order, "六、其他需要报告的事项\n五、存在的主要问题及改进情况"},
      {Code::heading_unusual, "五、存在的主要问题及改进情况\n甲。\n六、其他事项\n乙。"},
      {Code::heading_missing, "行政许可\t1"},
      {Code::part_missing, "一、总体情况"},
      {Code::table_missing, "二、主动公开政府信息情况"},
      {Code::table_blank, "二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n行政许可\t\n"},
      {Code::table_stray_value, head + whole_row + "见下\n5"},
      {Code::row_missing, "行政许可\t1"},
      {Code::row_truncated, head + received_label},
      {Code::row_ambiguous, head + whole_row + carried_label + "\t1\t2\t3"},
      {Code::row_unknown, head + "其他主动公开文件\t7\n" + whole_row},
      {Code::row_conflict, head + whole_row + received_label + "\t2\t2\t3\t4\t5\t6\t22"},
      {Code::column_missing, "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n" +
                                 received_label + "\t1\t2\t3\t4\t5\t6"},
      {Code::column_unnamed, "\t自然人\t商业企业\t科研机构\t社会公益组织\t其他\t总计\n" + whole_row},
      {Code::cell_blank, head + whole_row + carried_label + "\t1\t2\t\t4\t5\t6\t21"},
      {Code::cell_unreadable, "行政许可\t见附件"},
      {Code::cell_remark, "行政许可\t12（其中1件）"},
      {Code::cell_split_number, "行政许可\t1 2"},
      {Code::cell_not_a_count, "行政许可\t-1"},
      {Code::amount_unit, "行政事业性收费\t12元"},
      {Code::amount_unit_missing, "信息内容\t采购项目数量\t采购总金额\n政府集中采购\t2\t30"},
#ifdef NIANBAO_HTML
      {Code::limit_nesting, nested(100'000)},
#endif
      {Code::title_from_page, "名称：样例县教育局2023年政府信息公开工作年度报告\n一、总体情况"},
      {Code::input_image_only, "<doc>\n<page width=\"595\" height=\"842\">\n</page>\n</doc>"},
  };
  for (auto& packed : packed_cases()) all.push_back(std::move(packed));
  return all;
}

const Diagnostic* find(const ParseResult& result, Code code) {
  const auto found = std::find_if(result.diagnostics.begin(), result.diagnostics.end(),
                                  [code](const Diagnostic& d) { return d.code == code; });
  return found == result.diagnostics.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("Each input has the diagnostic it is for, in full sentences") {
  for (const auto& c : cases()) {
    INFO(to_string(c.code));
    const auto result = parse(c.input, c.options);
    const auto* found = find(result, c.code);
    if (found == nullptr) {
      FAIL_CHECK("is not emitted");
      continue;
    }
    for (const auto language : {Language::english, Language::chinese}) {
      const auto message = found->message(language);
      CHECK(message.find_first_of("{}") == std::string::npos);
      CHECK_FALSE(message.empty());
    }
  }
}

// What only programs find out that get text out of files.
constexpr std::array<Code, 4> found_by_programs{Code::input_encrypted, Code::input_damaged,
                                                Code::input_tool_missing, Code::input_timed_out};

// Those of the readers of packed formats, which may have been left out.
bool is_of_packed(Code code) { return code >= Code::input_encrypted && code <= Code::content_embedded; }

TEST_CASE("What a program could not get text from is a report with one diagnostic") {
  for (const auto code : found_by_programs) {
    const auto result = unreadable(code, "PDF", 60);
    INFO(to_string(code));
    CHECK_FALSE(result.recognised);
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].code == code);
    CHECK(result.diagnostics[0].severity == Severity::error);
    for (const auto language : {Language::english, Language::chinese})
      CHECK(result.diagnostics[0].message(language).find_first_of("{}") == std::string::npos);
  }
}

TEST_CASE("Every code has its input, and no code but one of the table") {
  // The last three are infer's: infer_test has their inputs.
  std::set<Code> tried{Code::input_tool_missing, Code::input_timed_out, Code::cell_inferred,
                       Code::cell_bounded, Code::equation_contradicted};
  for (const auto& c : cases()) {
    INFO(to_string(c.code));
    CHECK(tried.insert(c.code).second);
  }
  for (const auto& info : diagnostic_catalogue()) {
    if (packed_cases().empty() && is_of_packed(info.code)) continue;
    INFO(info.word);
#ifndef NIANBAO_HTML
    if (info.code == Code::limit_nesting) continue;
#endif
    CHECK(tried.erase(info.code) == 1);
  }
  CHECK(tried.empty());
}

TEST_CASE("The table of diagnostics is in order, and its words and names are unique") {
  std::set<std::string> words;
  std::set<std::string> symbols;
  auto last = Code{};
  for (const auto& info : diagnostic_catalogue()) {
    INFO(info.word);
    CHECK(last < info.code);
    last = info.code;
    CHECK(words.insert(info.word).second);
    CHECK(symbols.insert(info.symbol).second);
    CHECK(to_string(info.code) == info.word);
  }
  CHECK(to_string(static_cast<Code>(9999)).empty());
}

TEST_CASE("Both languages name the same things") {
  const auto named = [](std::string_view message) {
    std::set<std::string> out;
    for (const char* name : {"{n}", "{m}", "{text}"})
      if (message.find(name) != std::string_view::npos) out.insert(name);
    return out;
  };
  for (const auto& info : diagnostic_catalogue()) {
    INFO(info.word);
    CHECK(named(info.english) == named(info.chinese));
  }
}

TEST_CASE("Placeholders become what they stand for") {
  Diagnostic d;
  d.code = Code::row_truncated;
  d.n = 5;
  d.m = 7;
  d.text = "{n}";
  CHECK(d.message(Language::english) == "Row “{n}” is cut off: 5 of 7 columns are printed.");
  CHECK(d.message(Language::chinese) == "“{n}”一行被截断：7 列中只有 5 列。");
  d.given_english = "As given.";
  CHECK(d.message(Language::english) == "As given.");
  d.code = static_cast<Code>(9999);
  CHECK(d.message(Language::chinese).empty());
}

TEST_CASE("Diagnostics stand in the order of their places, and point at what they are about") {
  const std::string text = "行政许可\t-1\n行政处罚\t1 2\n";
  const auto result = parse(text);
  std::uint64_t last = 0;
  for (const auto& d : result.diagnostics) {
    CHECK(d.span.start >= last);
    last = d.span.start;
  }
  const auto* split = find(result, Code::cell_split_number);
  REQUIRE(split != nullptr);
  CHECK(text.substr(split->span.start, split->span.end - split->span.start) == "1 2");
  CHECK(split->span.line == 2);
  CHECK(split->span.column == 6);
  CHECK(split->path == "proactive_disclosure.administrative_penalties.decisions");
  CHECK(split->severity == Severity::warning);
}

TEST_CASE("The two places of rows that disagree") {
  const auto result = parse(head + whole_row + received_label + "\t2\t2\t3\t4\t5\t6\t22");
  const auto* conflict = find(result, Code::row_conflict);
  REQUIRE(conflict != nullptr);
  CHECK(conflict->span.line == 3);
  REQUIRE(conflict->related.size() == 1);
  CHECK(conflict->related[0].line == 2);
  CHECK_FALSE(result.report.applications.newly_received.total.has_value());
}

TEST_CASE("A cell before the values that is no number is not blank") {
  const std::string header = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t";
  const auto result = parse("四、政府信息公开行政复议、行政诉讼情况\n\n" + header + header + header +
                            "\n约1\t约2\t3\t4\t10\t1\t2\t3\t4\t10\t1\t2\t3\t4\t10\n");
  const auto& counts = result.report.review_and_litigation.reconsideration;
  CHECK(counts.upheld.state == CellState::unreadable);
  CHECK(counts.corrected.state == CellState::unreadable);
  CHECK(counts.other.value.coefficient == 3);
}

TEST_CASE("What a limit leaves out is counted") {
  const auto all = parse("一、总体情况").diagnostics.size();
  const auto few = parse("一、总体情况", with(&ParseOptions::max_diagnostics, 2)).diagnostics;
  REQUIRE(few.size() == 3);
  CHECK(few.back().code == Code::limit_diagnostics);
  CHECK(few.back().n == 2);
  CHECK(static_cast<std::size_t>(few.back().m) == all - 2);
  const auto none = parse("一、总体情况", with(&ParseOptions::max_diagnostics, all)).diagnostics;
  CHECK(none.size() == all);
}

}  // namespace nianbao
