// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "readers/document.hpp"
#include "support/catch.hpp"
#include "unit/reading.hpp"

namespace nianbao::readers {

namespace {

using Lines = std::vector<std::string>;

Lines html(std::string_view text) { return unit::shown(read_html(text, {})); }

// What the page has at the place of each cell.
Lines places(const std::string& page) {
  const auto document = read_html(page, {});
  const text::Source source(page, {});
  text::Locator locator(source, document.pieces, document.line_break);
  Lines out;
  for (const auto& cell : document.cells) {
    const auto span = locator.locate(cell.range, 0, 0);
    out.push_back(page.substr(span.start, span.end - span.start));
  }
  return out;
}

std::string repeated(const std::string& text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("Blocks and breaks are lines; what flows is one", "[html]") {
  CHECK(html("<div>a<p>b<span>c</span> <b>d</b></p>e<br>f<hr>g</div><ul><li>h<li>i</ul>") ==
        Lines{"0=a /1", "0=bc d /1", "0=e /1", "0=f /1", "0=g /1", "0=h /1", "0=i /1"});
  CHECK(html("<h1>a</h1><h3>b<br>c</h3>d") == Lines{"#0=a /1", "###0=b /1", "###0=c /1", "0=d /1"});
}

TEST_CASE("White space is as the screen shows it", "[html]") {
  CHECK(html("<p>  a \n\t b  c\n</p>") == Lines{"0=a b c /1"});
  CHECK(html("<p>年\n  报</p>") == Lines{"0=年报 /1"});
  CHECK(html("<p>&nbsp;&nbsp;\u3000年 报&nbsp;</p>") == Lines{"0=年 报 /1"});
}

TEST_CASE("Items have the numbers that their list shows", "[html]") {
  CHECK(html("<ol><li>总体情况<li><p>主动公开</p><ul><li>甲</ul><li></li><li>乙</ol><p>丙") ==
        Lines{"0=1. 总体情况 /1", "0=2. 主动公开 /1", "0=甲 /1", "0=4. 乙 /1", "0=丙 /1"});
  CHECK(html("<ol start=3 type=I><li>甲<li value='7'>乙<li>丙</ol>") ==
        Lines{"0=III. 甲 /1", "0=VII. 乙 /1", "0=VIII. 丙 /1"});
  CHECK(html("<ol style='list-style-type: cjk-ideographic'><li>总体情况</ol>") == Lines{"0=一、总体情况 /1"});
  CHECK(html("<ol style='list-style: none'><li>甲</ol><ol start=0><li>乙</ol>") ==
        Lines{"0=甲 /1", "0=乙 /1"});
  // Numbered by hand: then the page hides the list's numbers.
  CHECK(html("<ol><li>一、总体情况<li>（一）主动公开</ol>") ==
        Lines{"0=一、总体情况 /1", "0=（一）主动公开 /1"});
  CHECK(html("<ol><li style='display:none'>甲<li>乙</ol>") == Lines{"0=1. 乙 /1"});
}

TEST_CASE("Sections are told by the numbers of a list and by those in text", "[html]") {
  // Each item is a section's heading, its text below it; `part` heads the part of 一.
  const auto report_with = [](const std::vector<std::string>& before, const std::string& open,
                              const std::string& part, const std::string& close) {
    const std::vector<std::string> sections{"总体情况",
                                            "主动公开政府信息情况",
                                            "收到和处理政府信息公开申请情况",
                                            "政府信息公开行政复议、行政诉讼情况",
                                            "存在的主要问题及改进情况",
                                            "其他需要报告的事项"};
    const std::vector<std::string> texts{
        "<p>" + part + "</p><p>全年平稳。</p>",
        "<table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>12</table>",
        "",
        "",
        "",
        "<p>没有。</p>"};
    std::string page = "<body>" + open;
    for (std::size_t i = 0; i < sections.size(); ++i)
      page += before[i % before.size()] + "<b>" + sections[i] + "</b></p>" + texts[i];
    return parse(page + close + "</body>");
  };
  const std::vector<std::string> legal{"<p>壹、", "<p>贰、", "<p>叁、", "<p>肆、", "<p>伍、", "<p>陆、"};
  const std::vector<std::string> bracketed{"<p>（一）", "<p>（二）", "<p>（三）",
                                           "<p>（四）", "<p>（五）", "<p>（六）"};
  const auto result =
      GENERATE_COPY(report_with(legal, "", "一、主动公开政府信息情况", ""),
                    report_with(bracketed, "", "1.主动公开政府信息情况", ""),
                    report_with({"<li><p>"}, "<ol style='list-style-type: simp-chinese-formal'>",
                                "一、主动公开政府信息情况", "</ol>"));
  const auto& report = result.report;
  for (const auto& d : result.diagnostics) CHECK(d.code != DiagnosticCode::section_missing);
  REQUIRE(report.overview.parts.size() == 1);
  CHECK(report.overview.parts[0].prose.text == "全年平稳。");
  CHECK(report.other_matters.text == "没有。");
  CHECK(report.proactive_disclosure.administrative_licensing.decisions.value.coefficient == 12);
}

TEST_CASE("A list's number is no part of a figure", "[html]") {
  CHECK(html("<table><tr><td>规章<td><ol><li>5<li>-6<li>.7</ol></table>") ==
        Lines{"row 0=规章 1=1.、5 / 2.、-6 / 3.、.7 /2"});
  CHECK(html("<ol><li><table><tr><td>5</table>6</ol>") == Lines{"row 0=5 /1", "0=6 /1"});
  CHECK(places("<ol><li>总体<b>情况</b></ol>") == Lines{"总体<b>情况"});
}

TEST_CASE("Fields in cells show their values", "[html]") {
  const auto row = [](const std::string& cell) {
    return html("<table><tr><td>规章<td>" + cell + "</table>");
  };
  CHECK(row("<input value=12>") == Lines{"row 0=规章 1=12 /2"});
  CHECK(row("<input type=Number name=12 value='3'>件") == Lines{"row 0=规章 1=3件 /2"});
  CHECK(row("<input value='&#49;2'/>") == Lines{"row 0=规章 1=12 /2"});
  CHECK(row("1<input value=2>3") == Lines{"row 0=规章 1=1 / 2 / 3 /2"});
  CHECK(row("<textarea>4</textarea>") == Lines{"row 0=规章 1=4 /2"});
  CHECK(row("<input type=hidden value=1><input type=checkbox value=2><input style='display:none' value=3>") ==
        Lines{"row 0=规章 /2"});
  CHECK(html("<p>a<input value=b></p>") == Lines{"0=a /1"});
  CHECK(places("<table><tr><td><input name=1 value=\"1\"><td><input value=2 id=2><td>"
               "<input value='&#51;'>") == Lines{"1", "<input value=2 id=2>", "<input value='&#51;'>"});
}

TEST_CASE("A select shows the option that is selected, and is unreadable if none is", "[html]") {
  const auto row = [](const std::string& cell) {
    return html("<table><tr><td>规章<td>" + cell + "</table>");
  };
  CHECK(row("<select><option>1<option selected>12<option>3</select>件") == Lines{"row 0=规章 1=12件 /2"});
  CHECK(row("<select><optgroup label=a><option selected='selected'>12</option></optgroup></select>3") ==
        Lines{"row 0=规章 1=12 / 3 /2"});
  CHECK(row("<select><option>1<option>2</select>") == Lines{"row 0=规章 1=\uFFFD /2"});
  CHECK(row("<select><option>示例省政府网站<option>示例市政府网站</select>") == Lines{"row 0=规章 /2"});
  CHECK(row("<select></select>") == Lines{"row 0=规章 1=\uFFFD /2"});
  CHECK(row("<select><option selected>1<option selected>2</select>") == Lines{"row 0=规章 1=1 / 2\uFFFD /2"});
  CHECK(row("<select multiple><option selected>1<option>2</select>") == Lines{"row 0=规章 1=1\uFFFD /2"});
  CHECK(row("<select hidden><option>1</select>") == Lines{"row 0=规章 /2"});
  CHECK(html("<p>a<select><option selected>b</select>") == Lines{"0=a /1"});
  CHECK(places("<table><tr><td><select id=1><option>1</select><td><select><option selected>2</select>") ==
        Lines{"<select id=1>", "2"});
}

TEST_CASE("What is not shown and what is the site's is left out", "[html]") {
  CHECK(html("<head><style>a{}</style><script>'<p>'</script></head><nav>a</nav><p>b<select><option>1"
             "</select></p><noscript>c</noscript><div style='color:red; DISPLAY : none'>d</div>"
             "<p hidden>e</p><del>f</del><div class='x Footer'>g</div><div id=nav>h</div>") ==
        Lines{"0=b /1"});
  CHECK(html("<header><h1>a</h1>b</header><main><header>c</header></main><footer>d</footer>") ==
        Lines{"#0=a /1", "0=c /1"});
  CHECK(html("<footer>a<table><tr><td>b</table>c</footer>") == Lines{"row 0=b /1", "0=c /1"});
  CHECK(html("a<!-- b --><![if !x]>c<![endif]>") == Lines{"0=ac /1"});
}

TEST_CASE("Text without a size and text that is clear is not shown", "[html]") {
  CHECK(html("<p><span style='font-size:0'>7</span>12<b style='FONT-SIZE: 0.0px;color:red'>8</b></p>") ==
        Lines{"0=12 /1"});
  CHECK(html("<div style='font-size:0pt'>a<p style='font-size:12px'>b</p><i>c</i></div>d") ==
        Lines{"0=b /1", "0=d /1"});
  CHECK(html("<p style='font-size:0.9em'>a</p><p style='opacity: 0'>b</p><p style='opacity:.5'>c</p>") ==
        Lines{"0=a /1", "0=c /1"});
}

TEST_CASE("Spans make the true grid", "[html]") {
  CHECK(html("<table><tr><td colspan=2>a</td><td "
             "rowspan='2'>b</td></tr><tr><td>c</td><th>d</th></tr></table>") ==
        Lines{"row 0=a 2=b /3", "row 0=c 1=d /3"});
  CHECK(html("<table><tr><td rowspan=0>a<td>b<tr><td>c<td>d</table>") ==
        Lines{"row 0=a 1=b /2", "row 1=c 2=d /3"});
  CHECK(html("<table><tr><td colspan=99999999999>a</td><td>b</td></tr></table>") == Lines{"row 0=a 1=b /2"});
  CHECK(html("<table><tr><td colspan=x rowspan=-1>a<td>b<tr><td>c</table>") ==
        Lines{"row 0=a 1=b /2", "row 0=c /1"});
}

TEST_CASE("Cells and rows that nobody closed", "[html]") {
  CHECK(html("<table><tr><td><div><strong>a<td><strong>b<tr><td>c<td>d</table>e") ==
        Lines{"row 0=a 1=b /2", "row 0=c 1=d /2", "0=e /1"});
  CHECK(html("<tr><td>a</td><td>b</td></tr>") == Lines{"row 0=a 1=b /2"});
  CHECK(html("<table><td>a<td>b") == Lines{"row 0=a 1=b /2"});
}

TEST_CASE("Blank cells count", "[html]") {
  CHECK(html("<table><tr><td></td><td>&nbsp;</td><td>a<td> </table>") == Lines{"row 2=a /4"});
  CHECK(html("<table><tr><td>&nbsp;<tr><td>a</table>") == Lines{"row 0=a /1"});
}

TEST_CASE("Lines of a cell stay together, and digits of two lines apart", "[html]") {
  CHECK(
      html(
          "<table><tr><td>年<br>报<td><p>一<p>二<td>1<br>2<td>3,<p>4<td>5<sup>6</sup><td>７<br>８</table>") ==
      Lines{"row 0=年\n报 1=一\n二 2=1 / 2 3=3, / 4 4=5 / 6 5=７ / ８ /6"});
  CHECK(html("<table><tr><td>1\n2<td><b>3</b>4<td>5 6</table>") == Lines{"row 0=1 / 2 1=34 2=5 6 /3"});
}

TEST_CASE("A cell that holds a table is there for the look of the page", "[html]") {
  CHECK(html("<table><tr><td>a<td><p>b<table><tr><td>1<td>2</table>c<td>d<tr><td>e<td>f</table>") ==
        Lines{"0=a /1", "0=b /1", "row 0=1 1=2 /2", "0=c /1", "0=d /1", "row 0=e 1=f /2"});
  const auto sentence = repeated("全年平稳。", 30);
  CHECK(html("<table><tr><td>a<td><p>" + sentence + "<p>b</table>") ==
        Lines{"0=a /1", "0=" + sentence + " /1", "0=b /1"});
}

TEST_CASE("The title and the names of a page are no lines", "[html]") {
  const auto document =
      read_html("<head><title> 年报_甲 </title><meta name=PubDate content='2024'></head><p>a", {});
  CHECK(unit::shown(document) == Lines{"0=a /1"});
  CHECK(unit::cut(document, document.head.title) == "年报_甲");
  REQUIRE(document.head.named.size() == 1);
  CHECK(document.head.named[0].second == "2024");
}

TEST_CASE("Each text knows its bytes", "[html]") {
  CHECK(places("<p>a&nbsp;b</p>\r\n<table><tr><td> "
               "1<b>2</b>\n<td>&#51;4<td>5&#54;<td>７<br>8</table>\r\n<p>\r\n年\r\n报</p>") ==
        Lines{"a&nbsp;b", "1<b>2", "&#51;4", "5&#54;", "７<br>8", "年\r\n报"});
  // Of a character that no text may hold libxml2 says nothing: all between the tags is the place.
  CHECK(places("<p>a\x01z</p>") == Lines{"a\x01z"});
  CHECK(places(std::string("<p>a\0z</p>", 10)) == Lines{std::string("a\0z", 3)});
  CHECK(places(std::string("<p>\0a<td>\0</p>b", 16)) == Lines{"a", "b"});  // where libxml2 would stop
  const auto text = repeated("年度报告 ", 700) + "完";
  CHECK(places("<p>" + text + "</p>") == Lines{text});
}

TEST_CASE("Limits end the reading of a page and say so", "[html]") {
  ParseOptions options;
  options.max_lines = 2;
  const auto few = read_html("<p>a<p>b<p>c", options);
  CHECK(unit::shown(few) == Lines{"0=a /1", "0=b /1"});
  CHECK(few.too_many_lines);
  options = {};
  options.max_cells = 3;
  const auto cut = read_html("<table><tr><td>a<td>b<tr><td>c<td>d<tr><td>e</table>", options);
  CHECK(unit::shown(cut) == Lines{"row 0=a 1=b /2"});  // never half a row
  CHECK(cut.too_many_cells);
  CHECK_FALSE(read_html("<table><tr><td><td><td><td>a</table>", options).too_many_cells);
}

TEST_CASE("Depth has a limit", "[html]") {
  CHECK(html("<table><tr><td>" + repeated("<font>a", 20'000) + "</table><p>b").back() == "0=b /1");
  const auto deep = read_html("<p>a</p>" + repeated("<table><tr><td>", 100'000) + "b", {});
  CHECK(deep.too_deep > 0);
  CHECK(unit::shown(deep) == Lines{"0=a /1"});
  CHECK(html(repeated("<table><tr><td>", 300) + "b") == Lines{"row 0=b /1"});
}

TEST_CASE("Attributes beyond all reason are not looked at", "[html]") {
  std::string flood = "<table><tr><td colspan=2";
  for (int i = 0; i < 20'000; ++i) flood += " a" + std::to_string(i) + "='>'";
  CHECK(html(flood + " b>x</td><td>y</table>") == Lines{"row 0=x 1=y /2"});
}

}  // namespace nianbao::readers
