// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "nianbao/nianbao.hpp"
#include "readers/numerals.hpp"
#include "readers/packed.hpp"
#include "support/catch.hpp"
#include "support/docx.hpp"
#include "support/encode.hpp"
#include "unit/reading.hpp"

namespace nianbao::readers {

namespace {

using support::docx_file;
using support::docx_paragraph;
using Lines = std::vector<std::string>;
using Codes = std::vector<std::string>;

struct Told {
  Lines lines;
  Codes codes;  // with their texts
  std::string text;
};

Told told(const std::string& bytes, const ParseOptions& options = {}) {
  diagnostics::Sink sink(100);
  const auto document = read_packed(bytes, options, sink);
  Told out{unit::shown(document), {}, document.extracted ? *document.extracted : ""};
  for (const auto& draft : sink.drafts())
    out.codes.push_back(std::string(to_string(draft.code)) + ' ' + draft.text);
  return out;
}

Lines lines_of(const std::string& body, const support::Parts& more = {}) {
  const auto found = told(docx_file(body, more));
  CHECK(found.codes.empty());
  return found.lines;
}

std::string run(const std::string& inside, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr>" + inside + "</w:r>";
}

std::string t(const std::string& text, const std::string& properties = "") {
  return run("<w:t>" + text + "</w:t>", properties);
}

std::string p(const std::string& inside, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + inside + "</w:p>";
}

std::string tc(const std::string& text, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + (text.empty() ? "<w:p/>" : docx_paragraph(text)) +
         "</w:tc>";
}

std::string tr(const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; }

std::string tbl(const std::string& rows, const std::vector<int>& widths = {}) {
  std::string grid;
  for (const auto width : widths) grid += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
  return "<w:tbl><w:tblGrid>" + grid + "</w:tblGrid>" + rows + "</w:tbl>";
}

std::string span(int columns) { return "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>"; }

const std::string lists =
    "<w:abstractNum w:abstractNumId=\"0\">"
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText "
    "w:val=\"%1、\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
    "w:val=\"%1.%2\"/></w:lvl>"
    "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText "
    "w:val=\"%1.%3\"/></w:lvl>"
    "<w:lvl w:ilvl=\"3\"><w:start w:val=\"1\"/><w:lvlRestart w:val=\"0\"/><w:numFmt w:val=\"lowerLetter\"/>"
    "<w:lvlText w:val=\"%4)\"/></w:lvl>"
    "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText "
    "w:val=\"•\"/></w:lvl>"
    "</w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>"
    "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
    "w:val=\"5\"/>"
    "</w:lvlOverride></w:num>"
    "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"1\"/></w:num>";

std::string item(int list, int level, const std::string& text = "甲") {
  return p(t(text), "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                        std::to_string(list) + "\"/></w:numPr>");
}

Lines numbered(const std::string& body) { return lines_of(body, {{"word/numbering.xml", lists}}); }

}  // namespace

// --- prose -------------------------------------------------------------------------------------------

TEST_CASE("Paragraphs are lines, and so are their lines", "[docx]") {
  CHECK(lines_of(docx_paragraph("甲") + "<w:p/>" + docx_paragraph("乙")) == Lines{"0=甲 /1", "0=乙 /1"});
  CHECK(lines_of(p(t("甲") + run("<w:br/>") + t("乙") + run("<w:cr/>") + t("丙"))) ==
        Lines{"0=甲 /1", "0=乙 /1", "0=丙 /1"});
  CHECK(lines_of(p(t("甲") + t("乙") + run("<w:noBreakHyphen/>") + t("丙") + run("<w:softHyphen/>") +
                   t("丁"))) == Lines{"0=甲乙-丙丁 /1"});
  CHECK(lines_of(p(run("<w:tab/>") + t("一、") + run("<w:tab/>") + t("总体情况"))) ==
        Lines{"0=一、\t总体情况 /1"});
}

TEST_CASE("Pages begin behind a blank line", "[docx]") {
  for (const auto* second : {"<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>",
                             "<w:p><w:r><w:br w:type=\"page\"/><w:t>乙</w:t></w:r></w:p>"}) {
    diagnostics::Sink sink(9);
    const auto document = read_packed(docx_file(docx_paragraph("甲") + second), {}, sink);
    REQUIRE(document.lines.size() == 2);
    CHECK(document.lines[1].after_blank);
    CHECK(*document.extracted == "甲\n\n乙\n");
  }
}

TEST_CASE("Lines laid out by tab stops are rows", "[docx]") {
  CHECK(lines_of(p("<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>" + t("规章") + run("<w:tab/>") +
                   t("1") + run("<w:tab/>") + t("2"))) == Lines{"row 0=规章 1=1 2=2 /3"});
}

TEST_CASE("Headings are told by style, by name and by level", "[docx]") {
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"章\"><w:name w:val=\"章\"/><w:basedOn "
      "w:val=\"1\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:name w:val=\"x\"/><w:basedOn w:val=\"y\"/>"
      "<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"y\"><w:name w:val=\"y\"/><w:basedOn w:val=\"x\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"t\"><w:name w:val=\"toc 1\"/></w:style>";
  const auto styled = [](const std::string& id) { return p(t("甲"), "<w:pStyle w:val=\"" + id + "\"/>"); };
  CHECK(lines_of(styled("1") + styled("章") + styled("y") + styled("t") +
                     p(t("乙"), "<w:outlineLvl w:val=\"1\"/>") +
                     p(t("丙"), "<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/>"),
                 {{"word/styles.xml", styles}}) ==
        Lines{"#0=甲 /1", "#0=甲 /1", "###0=甲 /1", "##0=乙 /1", "0=丙 /1"});
}

TEST_CASE("What is not shown is not read", "[docx]") {
  const std::string styles =
      "<w:style w:type=\"character\" w:styleId=\"h\"><w:name "
      "w:val=\"h\"/><w:rPr><w:vanish/></w:rPr></w:style>";
  CHECK(lines_of(p(t("甲") + t("1", "<w:vanish/>") + t("乙", "<w:vanish w:val=\"0\"/>") +
                   t("2", "<w:rStyle w:val=\"h\"/>")),
                 {{"word/styles.xml", styles}}) == Lines{"0=甲乙 /1"});
  CHECK(lines_of(p(t("甲") + run("<w:footnoteReference w:id=\"1\"/><w:annotationRef/>") +
                   "<w:r><w:ruby><w:rt><w:r><w:t>yi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>乙</w:t></w:r></"
                   "w:rubyBase>"
                   "</w:ruby></w:r>")) == Lines{"0=甲乙 /1"});
}

TEST_CASE("Fields give their result, not their code", "[docx]") {
  const auto mark = [](const std::string& type) {
    return run("<w:fldChar w:fldCharType=\"" + type + "\"/>");
  };
  CHECK(lines_of(p(mark("begin") + t("码") + mark("begin") + t("1") + mark("separate") + t("2") +
                   mark("end") + mark("separate") + t("果") + mark("end") + t("后"))) == Lines{"0=果后 /1"});
  // A field that never ends takes no more than its paragraph.
  CHECK(lines_of(p(mark("begin") + t("码")) + p(t("后"))) == Lines{"0=后 /1"});
  CHECK(lines_of(p("<w:fldSimple w:instr=\"DATE\">" + t("甲") + "</w:fldSimple>")) == Lines{"0=甲 /1"});
}

TEST_CASE("A field that draws a formula is no blank", "[docx]") {
  CHECK(lines_of(p(run("<w:fldChar w:fldCharType=\"begin\"/>") +
                   run("<w:instrText> EQ \\f(1,2)</w:instrText>") +
                   run("<w:fldChar w:fldCharType=\"end\"/>") + t("件"))) == Lines{"0=\uFFFD件 /1"});
}

TEST_CASE("Symbols, formulas and pictures are no text", "[docx]") {
  CHECK(lines_of(p(run("<w:sym w:font=\"宋体\" w:char=\"2460\"/>") +
                   run("<w:sym w:font=\"Wingdings\" w:char=\"F06E\"/>"))) == Lines{"0=①\uFFFD /1"});
  CHECK(lines_of(p("<m:oMath xmlns:m=\"m\"><m:r><m:t>12</m:t></m:r></m:oMath>")) == Lines{"0=\uFFFD /1"});
}

// --- tracked changes ---------------------------------------------------------------------------------

TEST_CASE("Tracked changes are accepted", "[docx]") {
  CHECK(lines_of(p("<w:ins>" + t("1") + "</w:ins><w:del>" + t("2") + "</w:del><w:moveFrom>" + t("3") +
                   "</w:moveFrom><w:moveTo>" + t("4") + "</w:moveTo>")) == Lines{"0=14 /1"});
  // The end of the first paragraph is deleted; the end of the last has nothing behind it.
  const std::string joined = "<w:rPr><w:del/></w:rPr>";
  CHECK(lines_of(p(t("甲"), joined) + p(t("乙")) + p(t("丙"), joined)) == Lines{"0=甲乙 /1", "0=丙 /1"});
  CHECK(lines_of(tbl(tr(tc("a") + tc("b")) + "<w:tr><w:trPr><w:del/></w:trPr>" + tc("c") + tc("d") +
                     "</w:tr>")) == Lines{"row 0=a 1=b /2"});
  CHECK(lines_of(tbl(tr(tc("a") + tc("b", "<w:cellDel/>") + tc("c")))) == Lines{"row 0=a 1=c /2"});
}

TEST_CASE("What a tracked change says of before is not how it is", "[docx]") {
  CHECK(lines_of(tbl(tr(tc("a", "<w:tcPrChange><w:tcPr>" + span(3) + "<w:vMerge/></w:tcPr></w:tcPrChange>") +
                        tc("b")))) == Lines{"row 0=a 1=b /2"});
  CHECK(lines_of(p(t("甲", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"),
                   "<w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>")) ==
        Lines{"0=甲 /1"});
}

// --- tables ------------------------------------------------------------------------------------------

TEST_CASE("Cells stand on a true grid", "[docx]") {
  const std::string restart = "<w:vMerge w:val=\"restart\"/>";
  CHECK(lines_of(
            tbl(tr(tc("a", span(2)) + tc("b", restart)) + tr(tc("c") + tc("d") + tc("x", "<w:vMerge/>")))) ==
        Lines{"row 0=a 2=b /3", "row 0=c 1=d /3"});
  CHECK(lines_of(tbl(tr(tc("a") + tc("") + tc("b") + tc("")) + tr(tc("c") + tc("d") + tc("e") + tc("f")))) ==
        Lines{"row 0=a 2=b /4", "row 0=c 1=d 2=e 3=f /4"});
  CHECK(lines_of(tbl("<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + tc("a") + "</w:tr>" +
                     tr(tc("b") + tc("c")))) == Lines{"row 1=a /2", "row 0=b 1=c /2"});
  CHECK(lines_of(tbl(tr(tc("a", "<w:hMerge w:val=\"restart\"/>") + tc("x", "<w:hMerge/>") + tc("b")))) ==
        Lines{"row 0=a 2=b /3"});
}

TEST_CASE("A cell that goes on with nothing is a cell", "[docx]") {
  CHECK(lines_of(tbl(tr(tc("a", "<w:vMerge/>") + tc("b")) +
                     tr(tc("x", "<w:vMerge/>") + tc("c", "<w:vMerge/>")))) ==
        Lines{"row 0=a 1=b /2", "row 1=c /2"});
  const std::string deleted =
      "<w:tr><w:trPr><w:del/></w:trPr>" + tc("x", "<w:vMerge w:val=\"restart\"/>") + tc("y") + "</w:tr>";
  CHECK(lines_of(tbl(deleted + tr(tc("12", "<w:vMerge/>") + tc("13")))) == Lines{"row 0=12 1=13 /2"});
  CHECK(lines_of(tbl(tr(tc("a", "<w:hMerge/>") + tc("b")))) == Lines{"row 0=a 1=b /2"});
}

TEST_CASE("Columns that no row of a part uses are none", "[docx]") {
  CHECK(lines_of(tbl(tr(tc("a", span(2)) + tc("b", span(3))) + tr(tc("c", span(2)) + tc("d", span(3))))) ==
        Lines{"row 0=a 1=b /2", "row 0=c 1=d /2"});
  CHECK(lines_of(tbl(tr(tc("a", span(2)) + tc("b", span(2))) + tr(tc("c", span(4))) +
                     tr(tc("d") + tc("e", span(3))))) ==
        Lines{"row 0=a 1=b /2", "row 0=c /2", "row 0=d 1=e /2"});
  CHECK(lines_of(tbl(tr(tc("a", span(999999999)) + tc("b")))) == Lines{"row 0=a 1=b /2"});
}

TEST_CASE("An edge that was dragged a little is the same edge", "[docx]") {
  const auto rows = tr(tc("a") + tc("b", span(2))) + tr(tc("c", span(2)) + tc("d"));
  CHECK(lines_of(tbl(rows, {1000, 100, 1000})) == Lines{"row 0=a 1=b /2", "row 0=c 1=d /2"});
  CHECK(lines_of(tbl(rows, {1000, 200, 1000})) == Lines{"row 0=a 1=b /3", "row 0=c 2=d /3"});
  // A narrow column that a row has is one.
  CHECK(lines_of(tbl(rows + tr(tc("e") + tc("f") + tc("g")), {1000, 100, 1000})) ==
        Lines{"row 0=a 1=b /3", "row 0=c 2=d /3", "row 0=e 1=f 2=g /3"});
}

TEST_CASE("Paragraphs of a cell are one text", "[docx]") {
  const auto cell = [](const Lines& texts) {
    std::string inside;
    for (const auto& text : texts) inside += docx_paragraph(text);
    return tbl(tr("<w:tc>" + inside + "</w:tc>" + tc("b")));
  };
  CHECK(lines_of(cell({"社会公益", "组织"})) == Lines{"row 0=社会公益组织 1=b /2"});
  CHECK(lines_of(cell({"a", "b"})) == Lines{"row 0=a b 1=b /2"});
  CHECK(lines_of(cell({"一、", "12"})) == Lines{"row 0=一、 12 1=b /2"});
  CHECK(lines_of(cell({"", "12", " "})) == Lines{"row 0=12 1=b /2"});
  // Two figures are not one.
  CHECK(lines_of(cell({"１２", "３"})) == Lines{"row 0=１２↵３ 1=b /2"});
  CHECK(lines_of(cell({"-", "5"})) == Lines{"row 0=-↵5 1=b /2"});
  CHECK(lines_of(cell({"十", "二"})) == Lines{"row 0=十↵二 1=b /2"});
  CHECK(lines_of(cell({"12", "34"})) == Lines{"row 0=12↵34 1=b /2"});
}

TEST_CASE("A raised figure is no part of the number beside it", "[docx]") {
  const auto raised = t("1", "<w:vertAlign w:val=\"superscript\"/>");
  CHECK(lines_of(p(t("12") + raised)) == Lines{"0=12^1 /1"});
  CHECK(lines_of(p(raised + t("12"))) == Lines{"0=1^12 /1"});
  CHECK(lines_of(p(t("m") + raised)) == Lines{"0=m1 /1"});
}

TEST_CASE("A table around tables is layout", "[docx]") {
  const auto inner = tbl(tr(tc("a") + tc("b")));
  CHECK(lines_of(tbl(tr("<w:tc>" + docx_paragraph("前") + inner + docx_paragraph("后") + "</w:tc>"))) ==
        Lines{"0=前 /1", "row 0=a 1=b /2", "0=后 /1"});
  CHECK(lines_of(tbl(tr(tc("x") + "<w:tc>" + inner + "</w:tc>") + tr(tc("1") + tc("2")) +
                     tr(tc("末", span(2))))) ==
        Lines{"0=x /1", "row 0=a 1=b /2", "row 0=1 1=2 /2", "0=末 /1"});
  // A frame round text.
  CHECK(lines_of(tbl(tr("<w:tc>" + docx_paragraph("甲") + docx_paragraph("乙") + "</w:tc>"))) ==
        Lines{"0=甲 /1", "0=乙 /1"});
}

TEST_CASE("A picture in a cell is not a blank cell, and pictures are told of", "[docx]") {
  const std::string picture = "<w:p><w:r><w:drawing><a:blip xmlns:a=\"a\"/></w:drawing></w:r></w:p>";
  const auto found = told(docx_file(picture + tbl(tr("<w:tc>" + picture + "</w:tc>" + tc("b")))));
  CHECK(found.lines == Lines{"row 0=\uFFFC 1=b /2"});
  CHECK(found.codes == Codes{"content.pictures "});
}

// --- containers --------------------------------------------------------------------------------------

TEST_CASE("Text boxes are read once, behind the paragraph that holds them", "[docx]") {
  const std::string box = "<w:txbxContent>" + docx_paragraph("框") + "</w:txbxContent>";
  CHECK(lines_of(p("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">" + box +
                   "</mc:Choice><mc:Fallback>" + box + "</mc:Fallback></mc:AlternateContent></w:r>" +
                   t("甲"))) == Lines{"0=甲 /1", "0=框 /1"});
  CHECK(lines_of(p("<w:r><w:pict>" + box + "</w:pict></w:r>")) == Lines{"0=框 /1"});
  CHECK(lines_of(tbl(tr("<w:tc>" + p("<w:r>" + box + "</w:r>") + "</w:tc>" + tc("b")))) ==
        Lines{"row 0=框 1=b /2"});
}

TEST_CASE("Controls, links and tags are looked through; a table of contents is not read", "[docx]") {
  CHECK(lines_of("<w:sdt><w:sdtPr/><w:sdtContent>" +
                 p("<w:hyperlink>" + t("甲") + "</w:hyperlink><w:smartTag><w:smartTagPr/>" + t("乙") +
                   "</w:smartTag>") +
                 "</w:sdtContent></w:sdt>") == Lines{"0=甲乙 /1"});
  CHECK(lines_of("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of "
                 "Contents\"/></w:docPartObj></w:sdtPr>"
                 "<w:sdtContent>" +
                 docx_paragraph("一、总体情况 1") + "</w:sdtContent></w:sdt>" + docx_paragraph("甲")) ==
        Lines{"0=甲 /1"});
}

// --- numbers -----------------------------------------------------------------------------------------

TEST_CASE("Automatic numbers are put in front", "[docx]") {
  CHECK(numbered(item(1, 0) + item(1, 0) + item(1, 1) + item(1, 1) + item(1, 0) + item(1, 1)) ==
        Lines{"0=一、甲 /1", "0=二、甲 /1", "0=二.1 甲 /1", "0=二.2 甲 /1", "0=三、甲 /1", "0=三.1 甲 /1"});
  // Lists of one definition count on together, unless one says where it starts.
  CHECK(numbered(item(1, 0) + item(2, 0) + item(3, 0) + item(3, 0)) ==
        Lines{"0=一、甲 /1", "0=二、甲 /1", "0=五、甲 /1", "0=六、甲 /1"});
  CHECK(numbered(item(1, 0) + item(1, 2) + item(1, 3) + item(1, 0) + item(1, 3)) ==
        Lines{"0=一、甲 /1", "0=1.1 甲 /1", "0=a)甲 /1", "0=二、甲 /1", "0=b)甲 /1"});
  CHECK(numbered(item(4, 0) + item(0, 0) + item(9, 0) + item(1, 8)) ==
        Lines{"0=甲 /1", "0=甲 /1", "0=甲 /1", "0=甲 /1"});
}

TEST_CASE("Sections and parts of 一 are told by automatic numbers of any kind", "[docx]") {
  const auto report_with = [](const char* sections, const char* section, const char* parts,
                              const char* part) {
    const auto level = [](const char* index, const char* format, const char* text) {
      return std::string("<w:lvl w:ilvl=\"") + index + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
             format + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    };
    const auto list = "<w:abstractNum w:abstractNumId=\"0\">" + level("0", sections, section) +
                      level("1", parts, part) +
                      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    const auto body =
        item(1, 0, "总体情况") + item(1, 1, "主动公开政府信息情况") + p(t("全年平稳。")) +
        item(1, 0, "主动公开政府信息情况") +
        tbl(tr(tc("信息内容") + tc("本年处理决定数量")) + tr(tc("行政许可") + tc("12"))) +
        item(1, 0, "收到和处理政府信息公开申请情况") + item(1, 0, "政府信息公开行政复议、行政诉讼情况") +
        item(1, 0, "存在的主要问题及改进情况") + item(1, 0, "其他需要报告的事项") + p(t("没有。"));
    return parse(docx_file(body, {{"word/numbering.xml", list}}));
  };
  const auto result =
      GENERATE_COPY(report_with("chineseLegalSimplified", "%1、", "chineseCountingThousand", "%2、"),
                    report_with("chineseCounting", "（%1）", "decimal", "%2."),
                    report_with("chineseCounting", "第%1部分 ", "chineseCounting", "（%2）"));
  const auto& report = result.report;
  for (const auto& d : result.diagnostics) CHECK(d.code != DiagnosticCode::section_missing);
  REQUIRE(report.overview.parts.size() == 1);
  CHECK(report.overview.parts[0].prose.text == "全年平稳。");
  CHECK(report.other_matters.text == "没有。");
  CHECK(report.proactive_disclosure.administrative_licensing.decisions.value.coefficient == 12);
}

TEST_CASE("A paragraph that goes into the next one is not counted", "[docx]") {
  const auto deleted = p(t("甲"), "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr>");
  CHECK(numbered(deleted + item(1, 0, "乙") + item(1, 0)) == Lines{"0=一、甲乙 /1", "0=二、甲 /1"});
}

TEST_CASE("The number of a cell's paragraph is no part of its figure", "[docx]") {
  CHECK(numbered(item(1, 1, "5") +
                 tbl(tr("<w:tc>" + item(1, 1, "5") + "</w:tc><w:tc>" + item(1, 0, "-5") + "</w:tc>"))) ==
        Lines{"0=一.1、5 /1", "row 0=一.2、5 1=一、、-5 /2"});
}

TEST_CASE("A format of numbers that is not known is told of", "[docx]") {
  const std::string list =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"thaiNumbers\"/><w:lvlText "
      "w:val=\"%1、\"/>"
      "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  const auto found = told(docx_file(item(1, 0), {{"word/numbering.xml", list}}));
  CHECK(found.lines == Lines{"0=甲 /1"});
  CHECK(found.codes == Codes{"numbering.unknown thaiNumbers"});
}

TEST_CASE("Numerals", "[docx]") {
  const auto all = [](std::string_view format) {
    std::string out;
    for (const std::uint32_t n : {0U, 1U, 9U, 10U, 11U, 20U, 21U, 103U, 1010U, 12345U})
      out += numeral(n, format).value_or("?") + ' ';
    return out;
  };
  CHECK(all("decimal") == "0 1 9 10 11 20 21 103 1010 12345 ");
  CHECK(all("chineseCountingThousand") == "0 一 九 十 十一 二十 二十一 一百零三 一千零一十 12345 ");
  CHECK(all("chineseLegalSimplified") == "0 壹 玖 壹拾 壹拾壹 贰拾 贰拾壹 壹佰零叁 壹仟零壹拾 12345 ");
  CHECK(all("ideographDigital") == "0 一 九 一〇 一一 二〇 二一 一〇三 一〇一〇 12345 ");
  CHECK(all("ideographTraditional") == "0 甲 壬 癸 11 20 21 103 1010 12345 ");
  CHECK(all("decimalEnclosedCircle") == "0 ① ⑨ ⑩ ⑪ ⑳ 21 103 1010 12345 ");
  CHECK(all("lowerRoman") == "0 i ix x xi xx xxi ciii mx 12345 ");
  CHECK(numeral(28, "upperLetter") == "BB");
  CHECK(numeral(7, "decimalFullWidth") == "７");
  CHECK_FALSE(numeral(1, "thaiNumbers"));
}

// --- packages ----------------------------------------------------------------------------------------

TEST_CASE("The main part is found wherever it is", "[docx]") {
  auto parts = support::docx_parts(docx_paragraph("甲"));
  parts[1].second = support::replaced(parts[1].second, "word/document.xml", "/文档/正文.xml");
  parts[3].first = "文档/正文.xml";
  CHECK(told(support::zipped(parts)).lines == Lines{"0=甲 /1"});
  parts = support::docx_parts(docx_paragraph("甲"));
  for (auto& [name, content] : parts) name = support::replaced(name, "/", "\\");
  CHECK(told(support::zipped(parts)).lines == Lines{"0=甲 /1"});
}

TEST_CASE("Other packages are refused by name", "[docx]") {
  const auto codes = [](const support::Parts& parts) { return told(support::zipped(parts)).codes; };
  CHECK(codes({{"a.txt", "b"}}) == Codes{"input.unsupported-format ZIP"});
  CHECK(codes({{"[Content_Types].xml", "<a/>"}, {"xl/workbook.xml", "<a/>"}}) ==
        Codes{"input.unsupported-format XLSX"});
  CHECK(codes({{"OFD.xml", "<a/>"}}) == Codes{"input.unsupported-format OFD"});
  CHECK(codes({{"[Content_Types].xml", "<a/>"}, {"word/document.xml", "<a>12</a>"}}) ==
        Codes{"input.unsupported-format DOCX"});
}

TEST_CASE("Encrypted files are said to be", "[docx]") {
  CHECK(told(support::zipped(support::docx_parts(docx_paragraph("甲")), "secret")).codes ==
        Codes{"input.encrypted "});
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0') +
                          std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  CHECK(told(ole).codes == Codes{"input.encrypted "});
}

TEST_CASE("Content whose checksum does not hold is not believed", "[docx]") {
  std::string body;
  for (int i = 0; i < 200; ++i) body += docx_paragraph("第" + std::to_string(i * 7919) + "段");
  const auto whole = docx_file(body);
  for (std::size_t at = whole.find("word/document.xml") + 40; at < whole.size() - 400; at += 101) {
    auto bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    const auto found = told(bytes);
    INFO("byte " << at);
    CHECK(found.lines.empty());
    CHECK_FALSE(found.codes.empty());
  }
  CHECK(told(whole.substr(0, whole.size() / 2)).codes == Codes{"input.damaged ZIP"});
}

TEST_CASE("XML that breaks off is read up to its last whole row", "[docx]") {
  const auto cut = [](const std::string& body) { return told(docx_file(body + "<w:fault")); };
  const auto rows = "<w:tbl>" + tr(tc("a") + tc("1")) + "<w:tr>" + tc("b") + "<w:tc><w:p><w:r><w:t>12";
  const auto found = cut(docx_paragraph("甲") + rows);
  CHECK(found.lines == Lines{"0=甲 /1", "row 0=a 1=1 /2"});
  CHECK(found.codes == Codes{"input.cut-short word/document.xml"});
  CHECK(cut("<w:tbl><w:tr><w:tc>" + docx_paragraph("前") + tbl(tr(tc("a") + tc("1"))) + rows).lines ==
        Lines{"0=前 /1", "row 0=a 1=1 /2", "row 0=a 1=1 /2"});
  CHECK(cut("<w:p><w:r><w:txbxContent>" + docx_paragraph("框") + "<w:p><w:r><w:t>1").lines ==
        Lines{"0=框 /1"});
}

TEST_CASE("Entities and declarations of a document type are refused", "[docx]") {
  auto parts = support::docx_parts("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>");
  auto& content = parts[3].second;
  content.insert(
      content.find("<w:document"),
      "<!DOCTYPE w [<!ENTITY a \"12\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>");
  const auto found = told(support::zipped(parts));
  CHECK(found.lines.empty());
  CHECK(found.codes == Codes{"input.has-dtd word/document.xml"});
  CHECK(told(docx_file("<w:p><w:r><w:t>1&b;2</w:t></w:r></w:p>")).codes ==
        Codes{"input.cut-short word/document.xml"});
  CHECK(lines_of("<w:p><w:r><w:t>&lt;&#20108;&amp;</w:t></w:r></w:p>") == Lines{"0=<二& /1"});
}

// --- limits ------------------------------------------------------------------------------------------

TEST_CASE("Packages that grow too large are refused", "[docx]") {
  const auto body = docx_paragraph(std::string(5'000'000, ' '));
  CHECK(told(docx_file(body)).codes == Codes{"input.too-large max_unpacked_ratio"});
  ParseOptions options;
  options.max_unpacked_ratio = 2'000;
  CHECK(told(docx_file(body), options).codes.empty());
  options.max_unpacked_bytes = 1'000'000;
  CHECK(told(docx_file(body), options).codes == Codes{"input.too-large max_unpacked_bytes"});
  options = {};
  options.max_bytes = 100;
  CHECK(told(docx_file(docx_paragraph("甲")), options).codes == Codes{"input.too-large max_bytes"});
}

TEST_CASE("Many entries are refused", "[docx]") {
  auto parts = support::docx_parts(docx_paragraph("甲"));
  for (int i = 0; i < 10'000; ++i) parts.emplace_back(std::to_string(i), "");
  CHECK(told(support::zipped(parts)).codes == Codes{"input.too-large entries"});
}

TEST_CASE("Deep XML is refused and not climbed", "[docx]") {
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<w:tbl><w:tr><w:tc>";
  CHECK(told(docx_file(deep)).codes == Codes{"input.cut-short word/document.xml"});
}

TEST_CASE("Limits on lines and cells hold", "[docx]") {
  ParseOptions options;
  options.max_cells = 3;
  options.max_lines = 2;
  diagnostics::Sink sink(9);
  const auto many = read_packed(docx_file(tbl(tr(tc("a") + tc("b")) + tr(tc("c") + tc("d")))), options, sink);
  CHECK(many.too_many_cells);
  CHECK(unit::shown(many) == Lines{"row 0=a 1=b /2"});
  const auto lines =
      read_packed(docx_file(docx_paragraph("a") + docx_paragraph("b") + docx_paragraph("c")), options, sink);
  CHECK(lines.too_many_lines);
  CHECK(lines.lines.size() == 2);
}

TEST_CASE("Many blank paragraphs and long numbers take little room", "[docx]") {
  std::string blank;
  for (int i = 0; i < 100'000; ++i) blank += "<w:p/>";
  CHECK(told(docx_file(docx_paragraph("甲") + blank + docx_paragraph("乙"))).text == "甲\n\n乙\n");
}

// --- places ------------------------------------------------------------------------------------------

TEST_CASE("Places are those in the extracted text", "[docx]") {
  const auto result =
      parse(docx_file(docx_paragraph("二、主动公开政府信息情况") + tbl(tr(tc("行政许可") + tc("12")))));
  CHECK(result.extracted_text == "二、主动公开政府信息情况\n\n行政许可\t12\n");
  const auto& cell = result.report.proactive_disclosure.administrative_licensing.decisions;
  REQUIRE(cell.has_value());
  CHECK(cell.value.to_string() == "12");
  CHECK(result.extracted_text.substr(cell.span.start, cell.span.end - cell.span.start) == "12");
  CHECK(cell.span.line == 3);
  CHECK(cell.span.column == 6);
  CHECK(parse("二、主动公开政府信息情况").extracted_text.empty());
}

TEST_CASE("A DOCX is told by its content, and by the caller", "[docx]") {
  ParseOptions options;
  CHECK(is_packed(docx_file(""), options));
  CHECK_FALSE(is_packed("甲", options));
  options.format = Format::docx;
  CHECK(is_packed("甲", options));
  CHECK(told("甲", options).codes == Codes{"input.damaged ZIP"});
  options.format = Format::plain;
  CHECK_FALSE(is_packed(docx_file(""), options));
  const auto empty = parse(docx_file("<w:p/>"));
  REQUIRE(empty.diagnostics.size() == 1);
  CHECK(empty.diagnostics[0].code == DiagnosticCode::input_empty);
}

}  // namespace nianbao::readers
