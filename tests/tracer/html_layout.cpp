// SPDX-License-Identifier: Apache-2.0
// Pages of HTML, in the styles of the programs that make them.
#include "tracer/layout.hpp"

namespace nianbao::tracer {

namespace {

// --- tables ----------------------------------------------------------------------------------------

using PrintCell = std::string (*)(const Table& table, std::size_t row, std::size_t at);

std::string rows_of(const Table& table, PrintCell cell, const char* row_end) {
  std::string out;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    out += "<tr>\n";
    for (std::size_t i = 0; i < table.rows[r].cells.size(); ++i) out += cell(table, r, i);
    out += row_end;
  }
  return out;
}

std::string spanning_cell(const Table& table, std::size_t row, std::size_t at) {
  if (is_hidden(table, row, at)) return {};
  return "  <td" + spans(table, row, at) + "><p>" + with_breaks(table.rows[row].cells[at].text, "</p>\n<p>") +
         "</p></td>\n";
}

std::string spanning(const Table& table) {
  return "<table border=\"1\"><tbody>\n" + rows_of(table, spanning_cell, "</tr>\n") + "</tbody></table>\n";
}

std::string plain_cell(const Table& table, std::size_t row, std::size_t at) {
  const auto& text = table.rows[row].cells[at].text;
  return "<td>" + (text.empty() ? "&nbsp;" : with_breaks(text, "<br>")) + "</td>";
}

std::string without_spans(const Table& table) {
  return "<table>" + rows_of(table, plain_cell, "</tr>") + "</table>";
}

std::string word_cell(const Table& table, std::size_t row, std::size_t at) {
  if (is_hidden(table, row, at)) return {};
  const auto& text = table.rows[row].cells[at].text;
  return "  <td width=66" + spans(table, row, at) +
         " valign=top style='width:49.5pt;border:solid\n  windowtext 1.0pt;padding:0cm 5.4pt'>\n"
         "  <p class=MsoNormal align=center style='text-align:center'><span lang=EN-US\n"
         "  style='font-family:宋体'>" +
         with_breaks(text, "<br>\n  ") + "<o:p>" + (text.empty() ? "&nbsp;" : "") +
         "</o:p></span></p>\n  </td>\n";
}

// The last row of a table of Word's gives columns their widths where edges do not meet.
std::string of_word(const Table& table) {
  std::string widths;
  for (std::size_t i = 0; i < 30; ++i)
    widths += "  <td width=" + std::to_string(20 + i) + " style='border:none'></td>\n";
  return "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0>\n" +
         rows_of(table, word_cell, " </tr>\n") + " <![if !supportMisalignedColumns]>\n <tr height=0>\n" +
         widths + " </tr>\n <![endif]>\n</table>\n";
}

std::string open_cell(const Table& table, std::size_t row, std::size_t at) {
  if (is_hidden(table, row, at)) return {};
  return "<TD" + spans(table, row, at) + "><FONT size=2><STRONG>" +
         with_breaks(table.rows[row].cells[at].text, "<BR>");
}

// Nothing is closed but the table.
std::string unclosed(const Table& table) {
  return "<TABLE border=1>" + rows_of(table, open_cell, "\n") + "</TABLE>\n";
}

// --- pages -----------------------------------------------------------------------------------------

// The lines of `text` that are not blank, each as `open` and `close` enclose it.
std::string lines_as(const std::string& text, const std::string& open, const std::string& close) {
  std::string out;
  std::string line;
  for (const char c : text + '\n') {
    if (c != '\n') {
      line += c;
      continue;
    }
    if (!line.empty()) out += open + line + close;
    line.clear();
  }
  return out;
}

struct Wrap {
  std::string open, close;
};

std::string blocks_of(const Page& page, const Layout& layout, const Wrap& title, const Wrap& heading,
                      const Wrap& paragraph) {
  std::string out;
  for (const auto& block : page.blocks) {
    switch (block.is) {
      case Block::Is::title: out += title.open + block.text + title.close; break;
      case Block::Is::heading: out += heading.open + block.text + heading.close; break;
      case Block::Is::paragraph: out += paragraph.open + block.text + paragraph.close; break;
      case Block::Is::page_break: out += lines_as(block.text, paragraph.open, paragraph.close); break;
      case Block::Is::table: out += layout.table(block.table); break;
    }
  }
  return out;
}

std::string modern(const Page& page, const Layout& layout) {
  return "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta "
         "charset=\"utf-8\">\n<title>年报_示例网</title>\n"
         "<style>td { border: 1px solid; }</style>\n<script>var a = '<table><tr><td>77</td></tr></table>';\n"
         "if (1 < 2 && a) { a = \"</p>\"; "
         "}</script>\n</head>\n<body>\n<nav><ul><li>首页</li><li>12</li></ul></nav>\n"
         "<div class=\"breadcrumb\">首页 &gt; 年报</div>\n<div id=\"content\">\n" +
         blocks_of(page, layout, {"<h1>", "</h1>\n"}, {"<h2>", "</h2>\n"}, {"<p>&emsp;&emsp;", "</p>\n"}) +
         "</div>\n<div style=\"display: none\">31415926</div>\n<footer><p>版权所有 "
         "2025</p></footer>\n</body>\n</html>\n";
}

std::string word(const Page& page, const Layout& layout) {
  return "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n\n<head>\n"
         "<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">\n"
         "<!--[if gte mso 9]><xml><o:Pages>3</o:Pages></xml><![endif]-->\n</head>\n\n"
         "<body lang=ZH-CN>\n<div class=Section1>\n" +
         blocks_of(page, layout,
                   {"<p class=MsoNormal align=center><b><span\nlang=EN-US>", "<o:p></o:p></span></b></p>\n"},
                   {"<p class=MsoNormal><font face=\"黑体\">", "</font></p>\n"},
                   {"<p class=MsoNormal style='text-indent:24.0pt'><span>", "</span></p>\n"}) +
         "</div>\n</body>\n</html>\n";
}

std::string in_layout_table(const Page& page, const Layout& layout) {
  return "<HTML><BODY><TABLE width=1000><TR><TD width=200><UL><LI>首页<LI>公开</UL></TD>\n<TD><CENTER>" +
         blocks_of(page, layout, {"<B>", "</B><BR>"}, {"<P><B>", "</B>"}, {"<P>　　", "\n"}) +
         "</CENTER></TD></TR><TR><TD colspan=2>主办：示例县档案局</TD></TR></TABLE></BODY></HTML>\n";
}

}  // namespace

std::vector<Layout> html_layouts() {
#ifndef NIANBAO_HTML
  return {};  // this build has no reader for them
#endif
  return {
      {"page, three label columns", Labels::three, Marks::html, true, spanning, modern},
      {"page, compact", Labels::compact, Marks::html, true, spanning, modern},
      {"page without spans, three label columns", Labels::three, Marks::html, true, without_spans, modern},
      {"page without spans, ragged", Labels::ragged, Marks::html, true, without_spans, modern},
      {"page of Word, three label columns", Labels::three, Marks::html, true, of_word, word},
      {"page of Word, compact", Labels::compact, Marks::html, true, of_word, word},
      {"unclosed tags in a layout table, three label columns", Labels::three, Marks::html, true, unclosed,
       in_layout_table},
      {"unclosed tags, ragged", Labels::ragged, Marks::html, true, unclosed, word},
  };
}

}  // namespace nianbao::tracer
