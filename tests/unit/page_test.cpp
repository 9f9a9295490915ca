// SPDX-License-Identifier: Apache-2.0
// Geometry: words with boxes to lines, rows and columns; text laid out by spaces the same way.
#include "readers/page/page.hpp"

#include <limits>
#include <string>
#include <vector>

#include "nianbao/words.hpp"
#include "support/catch.hpp"
#include "unit/reading.hpp"

namespace nianbao::readers {

namespace {

using Lines = std::vector<std::string>;

// A page in a drawing: words stand where they stand in it. A column is half a character wide; a character
// of Chinese takes two.
class Drawing {
 public:
  explicit Drawing(const Lines& lines, double pitch = 20, double font = 10) {
    double y = 100;
    for (const auto& line : lines) {
      add_line(line, y, font);
      y += pitch;
    }
  }

  Drawing& next_page(const Lines& lines) {
    ++page_;
    double y = 100;
    for (const auto& line : lines) {
      add_line(line, y, 10);
      y += 20;
    }
    return *this;
  }

  [[nodiscard]] Document read() const {
    std::vector<Word> words;
    for (const auto& word : words_) {
      words.push_back(word.box);
      words.back().text = word.text;
    }
    return read_words(words.data(), words.size(), {});
  }

  [[nodiscard]] Lines shown() const {
    const auto document = read();
    return unit::shown(document);
  }

 private:
  struct Owned {
    std::string text;
    Word box;
  };

  void add_line(const std::string& line, double y, double font) {
    double x = 0;
    std::string text;
    double from = 0;
    const auto flush = [&] {
      if (!text.empty()) words_.push_back({text, {{}, from, y, x, y + font * 1.3, page_}});
      text.clear();
    };
    for (std::size_t i = 0; i < line.size();) {
      const auto lead = static_cast<unsigned char>(line[i]);
      const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
      if (line[i] == ' ') {
        flush();
      } else {
        if (text.empty()) from = x;
        text += line.substr(i, size);
      }
      x += size == 1 ? font / 2 : font;
      i += size;
    }
    flush();
  }

  std::vector<Owned> words_;
  std::uint32_t page_ = 1;
};

Lines laid_out(std::string_view text) {
  ParseOptions options;
  options.format = Format::layout;
  const auto document = read(text, options);
  return unit::shown(document);
}

}  // namespace

TEST_CASE("Figures below each other are columns, blank cells among them") {
  CHECK(Drawing({"            甲      乙      丙",  //
                 "一、事       1       2       3",  //
                 "二、物       4               6"})
            .shown() ==
        Lines{"row 1=甲 2=乙 3=丙 /4", "row 0=一、事 1=1 2=2 3=3 /4", "row 0=二、物 1=4 3=6 /4"});
}

TEST_CASE("A column without figures is seen by its header") {
  CHECK(Drawing({"            甲      乙      丙",  //
                 "一、事       1               3",  //
                 "二、物       4               6"})
            .shown() == Lines{"row 1=甲 2=乙 3=丙 /4", "row 0=一、事 1=1 3=3 /4", "row 0=二、物 1=4 3=6 /4"});
}

TEST_CASE("Figures may stand at either side of their cells") {
  CHECK(Drawing({"一、事          1      20     300",  //
                 "二、物       4000   50000       6"})
            .shown() == Lines{"row 0=一、事 1=1 2=20 3=300 /4", "row 0=二、物 1=4000 2=50000 3=6 /4"});
  CHECK(Drawing({"一、事       1      20     300",  //
                 "二、物       4000   50000  6"})
            .shown() == Lines{"row 0=一、事 1=1 2=20 3=300 /4", "row 0=二、物 1=4000 2=50000 3=6 /4"});
}

TEST_CASE("A label above and below its figures is one") {
  const Lines lines{"一、事事",              //
                    "            1      2",  //
                    "事止",                  //
                    "二、物      3      4"};
  // Lines of a cell are closer to each other than lines of a text.
  CHECK(Drawing(lines, 9).shown() == Lines{"row 0=一、事事事止 1=1 2=2 /3", "row 0=二、物 1=3 2=4 /3"});
}

TEST_CASE("Labels without enumerators are parted by where their figures stand") {
  const Lines lines{"规章        1      2",  //
                    "行政",                  //
                    "            3      4",  //
                    "文件"};
  CHECK(Drawing(lines, 9).shown() == Lines{"row 0=规章 1=1 2=2 /3", "row 0=行政文件 1=3 2=4 /3"});
}

TEST_CASE("A label written downward is nobody's but its own") {
  const Lines lines{"三  一、事     1      2",  //
                    "年  二、物     3      4",  //
                    "结  三、人     5      6",  //
                    "果  四、地     7      8"};
  CHECK(Drawing(lines).shown() == Lines{"row 0=一、事 1=1 2=2 /3", "row 0=二、物 1=3 2=4 /3", "0=三年结果 /1",
                                        "row 0=三、人 1=5 2=6 /3", "row 0=四、地 1=7 2=8 /3"});
}

TEST_CASE("A group's label beside its rows is a line of its own") {
  const Lines lines{"            1.事     1      2",  //
                    "（三）组    2.物     3      4",  //
                    "            3.人     5      6"};
  CHECK(Drawing(lines).shown() ==
        Lines{"row 0=1.事 1=1 2=2 /3", "0=（三）组 /1", "row 0=2.物 1=3 2=4 /3", "row 0=3.人 1=5 2=6 /3"});
}

TEST_CASE("The last characters of labels in one line each go on with their own") {
  CHECK(Drawing({"（甲）甲甲  1.丙丙丙丙      1      2",  //
                 "乙          丁",                        //
                 "            2.戊戊          3      4"},
                9)
            .shown() ==
        Lines{"row 0=1.丙丙丙丙丁 1=1 2=2 /3", "0=（甲）甲甲乙 /1", "row 0=2.戊戊 1=3 2=4 /3"});
}

TEST_CASE("The last characters of labels below each other are no label written downward") {
  CHECK(Drawing({"1.丙丙丙丙      1      2",  //
                 "丁",                        //
                 "2.戊戊戊戊      3      4",  //
                 "己",                        //
                 "3.庚庚庚庚      5      6",  //
                 "辛"},
                9)
            .shown() == Lines{"row 0=1.丙丙丙丙丁 1=1 2=2 /3", "row 0=2.戊戊戊戊己 1=3 2=4 /3",
                              "row 0=3.庚庚庚庚辛 1=5 2=6 /3"});
}

TEST_CASE("A number broken over lines leaves its row unread") {
  const Lines lines{"                  1234",    //
                    "一、事     1           3",  //
                    "                  5",       //
                    "",                          //
                    "",                          //
                    "",                          //
                    "",                          //
                    "二、物     4      6    7"};
  CHECK(Drawing(lines, 8).shown() ==
        Lines{"0=□1234 /1", "0=□一、事 1 3 /1", "0=□5 /1", "row 0=二、物 1=4 2=6 3=7 /4"});
}

TEST_CASE("A number broken beside the lines of one label leaves its row unread") {
  const Lines lines{"一、事     1     1234",  //
                    "事止             5",     //
                    "",                       //
                    "二、物     4     6"};
  const auto shown = Drawing(lines, 12).shown();
  REQUIRE_FALSE(shown.empty());
  CHECK(shown.front() == "0=□一、事事止1 1234 /1");
  CHECK(shown.back() == "row 0=二、物 1=4 2=6 /3");
}

TEST_CASE("Two numbers in a column leave their row unread") {
  CHECK(Drawing({"一、事      1     2 58     3",  //
                 "二、物      4     1234     6"})
            .shown() == Lines{"0=□一、事 1 2 58 3 /1", "row 0=二、物 1=4 2=1234 3=6 /4"});
}

TEST_CASE("A number and its unit are one cell") {
  CHECK(Drawing({"一、费      160.5 万元", "二、费      2.25 元"}).shown() ==
        Lines{"row 0=一、费 1=160.5 万元 /2", "row 0=二、费 1=2.25 元 /2"});
}

TEST_CASE("Headers broken over lines are put together, in one line") {
  const Lines lines{"            社会    自然",          //
                    "            公益    人      其他",  //
                    "一、事       1       2       3"};
  CHECK(Drawing(lines, 12).shown() ==
        Lines{"row 1=社会公益 2=自然人 3=其他 /4", "row 0=一、事 1=1 2=2 3=3 /4"});
}

TEST_CASE("A table goes on on the next page; pages' numbers, headers and footers are none of it") {
  Drawing drawing({"某年报", "", "一、事      1       2       3", "", "              1"});
  drawing.next_page({"某年报", "", "二、物      4               6", "", "              2"});
  CHECK(drawing.shown() == Lines{"row 0=一、事 1=1 2=2 3=3 /4", "row 0=二、物 1=4 3=6 /4"});
  CHECK(drawing.read().text.find('\f') != std::string_view::npos);
}

TEST_CASE("Lines of a paragraph are one, as far as they are full") {
  const Lines lines{"    甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲", "乙乙乙。", "    丙丙。"};
  CHECK(Drawing(lines).shown() == Lines{"0=甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲乙乙乙。 /1", "0=丙丙。 /1"});
}

TEST_CASE("Numbers inside sentences are no figures") {
  CHECK(Drawing({"本年收到 12 件，办结 10 件。"}).shown() == Lines{"0=本年收到 12 件，办结 10 件。 /1"});
}

TEST_CASE("What words tell without a form") {
  for (const char* text :
       {"0",          "12",  "1,234", "-5",    "3.25",      "１２",         "2件", "160万元",
        "/",          "—",   "--",    "无",    "N/A",       "零",           "〇",  "1'234",
        "1\u2009234", "12①", "12*",   "12[1]", "12（注1）", "22（其中1件）"}) {
    INFO(text);
    CHECK(page::is_value(text));
  }
  for (const char* text :
       {"", "甲", "2024年", "第3页", "2024-5", "3/10", "其他", "2（", "2①件", "①", "（1）"}) {
    INFO(text);
    CHECK_FALSE(page::is_value(text));
  }
  for (const char* text : {"一、事", "（一）事", "(2)事", "1.事", "12、事", "第二十条", "1."}) {
    INFO(text);
    CHECK(page::begins_item(text));
  }
  for (const char* text : {"", "事", "1.5", "一事", "（区分）", "123.事", "2024年"}) {
    INFO(text);
    CHECK_FALSE(page::begins_item(text));
  }
}

TEST_CASE("Boxes of any kind are read") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double inf = std::numeric_limits<double>::infinity();
  const std::vector<Word> words{{"一、总体情况", nan, inf, -inf, 1e300, 0},
                                {"\xFF甲", 10, 10, -10, -10, 0xFFFFFFFF},
                                {"", 0, 0, 0, 0, 0},
                                {"3", 0, 0, 0, 0, 0}};
  const auto document = read_words(words.data(), words.size(), {});
  CHECK(document.text.find("一、总体情况") != std::string_view::npos);
  CHECK(document.text.find("\xEF\xBF\xBD甲") != std::string_view::npos);
}

// --- pdftotext -bbox-layout --------------------------------------------------------------------------

TEST_CASE("Words of pdftotext are read, entities decoded") {
  const std::string_view text =
      "<doc>\n<page width=\"595.0\" height=\"842.0\">\n"
      "<word xMin=\"10.0\" yMin=\"10.0\" xMax=\"50.0\" yMax=\"20.0\">a&amp;b&#20108;&#x4E09;&bad;&</word>\n"
      "<word xMin=\"10.0\" yMin=\"40.0\" xMax=\"50.0\" yMax=\"50.0\"></word>\n"
      "<word xMin=\"10.0\" yMin=\"40.0\" xMax=\"50.0\"\n</page>\n</doc>";
  CHECK(is_bbox(text));
  const auto document = read(text, {});
  CHECK(document.text == "a&b二三&bad;&");
  CHECK_FALSE(document.is_image_only);
  CHECK(read("<doc>\n<page width=\"595\" height=\"842\">\n</page>\n</doc>", {}).is_image_only);
  CHECK_FALSE(is_bbox("<html><body><p>一、总体情况</p></body></html>"));
}

// --- text laid out by spaces -------------------------------------------------------------------------

TEST_CASE("Columns of text are parted by spaces, whatever Chinese characters measure") {
  for (const char* text :
       {"一、事       1      2      3\n二、事事事   4      5      6\n三、事       7             9\n",
        "一、事             1      2      3\n二、事事事         4      5      6\n"
        "三、事             7             9\n"}) {
    CHECK(laid_out(text) ==
          Lines{"row 0=一、事 1=1 2=2 3=3 /4", "row 0=二、事事事 1=4 2=5 3=6 /4", "row 0=三、事 1=7 3=9 /4"});
  }
}

TEST_CASE("A row of text that lacks figures is read only where columns are clearly apart") {
  // 3 stands where the second column's figures do, but those of the first come as far.
  CHECK(laid_out("一、事事事   1234 5678   9\n二、事     1234     8   9\n三、事            3   9\n").back() ==
        "0=□三、事 3 9 /1");
  // Between two columns, and below one.
  const std::string whole = "一、事事    11      2      3\n二、事事     4      5      6\n";
  CHECK(laid_out(whole + "三、事      7             9\n").back() == "row 0=三、事 1=7 3=9 /4");
  CHECK(laid_out(whole + "三、事           7         9\n").back() == "0=□三、事 7 9 /1");
}

namespace {

// `count` rows of text, all as `row` behind their label.
std::string rows_of_text(const std::string& row, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "一、事事" + row + "\n";
  return text;
}

}  // namespace

TEST_CASE("A column of text without figures is seen where each figure stands below a header") {
  const std::string head = "            甲甲    乙乙    丙丙\n";
  CHECK(laid_out(head + rows_of_text("    11              31", 8)).back() == "row 0=一、事事 1=11 3=31 /4");
  // Not where a figure stands between two headers, nor in few rows.
  CHECK(laid_out(head + rows_of_text("           11       31", 8)).back() == "row 0=一、事事 1=11 2=31 /3");
  CHECK(laid_out(head + rows_of_text("    11              31", 4)).back() == "row 0=一、事事 1=11 2=31 /3");
}

TEST_CASE("Figures of text are placed by the ends or middles that line up") {
  // The second column's figures reach as far left as the first's reach right.
  const auto wide = rows_of_text(" 123456789   3       35", 5);
  const auto narrow = rows_of_text("     1   123456789   35", 5);
  const auto rows = wide + narrow;
  CHECK(laid_out(rows + rows_of_text("    123              35", 2)).back() == "row 0=一、事事 1=123 3=35 /4");
  CHECK(laid_out(rows + rows_of_text("        123          35", 1)).back() == "0=□一、事事 123 35 /1");
}

TEST_CASE("Rows of text that lack figures at their ends alone may have slid") {
  const auto whole = rows_of_text("    11      21      31      41", 6);
  CHECK(laid_out(whole + rows_of_text("    11              31      41", 2)).back() ==
        "row 0=一、事事 1=11 3=31 4=41 /5");
  const auto read = [](const std::string& text) {
    ParseOptions options;
    options.format = Format::layout;
    return readers::read(text, options).lines.back().stands_below;
  };
  CHECK(read(whole + rows_of_text("    11              31      41", 2)));
  CHECK_FALSE(read(whole + rows_of_text("            11      21      31", 2)));
}

TEST_CASE("A number left of the labels and a note with one move no edge") {
  const std::string rows = "1.事事事事     11      2      3\n2.事事事       4      5      6\n";
  CHECK(laid_out(rows + "7\n" + rows).back() == "row 0=2.事事事 1=4 2=5 3=6 /4");
  CHECK(laid_out(rows + rows + "注 7\n").front() == "row 0=1.事事事事 1=11 2=2 3=3 /4");
}

TEST_CASE("A figure in a writing that nobody knows leaves no row without it") {
  const std::string rows = rows_of_text("    11      21      31      41", 8);
  CHECK(laid_out(rows + "一、事事    ~11     21      31      41\n").back() == "0=□一、事事 21 31 41 /1");
  for (const char* text : {"~11", "１~", "**5**"}) CHECK(page::may_be_figure(text));
  for (const char* text : {"甲1", "1.", "~", "N1", ""}) CHECK_FALSE(page::may_be_figure(text));
}

TEST_CASE("Text whose rows have one figure each is laid out if it has many of them") {
  const auto sparse = rows_of_text("                 5", 10);
  CHECK(readers::looks_laid_out(sparse));
  CHECK_FALSE(readers::looks_laid_out(rows_of_text("                 5", 9)));
  CHECK_FALSE(readers::looks_laid_out(rows_of_text(" 5", 20)));
}

TEST_CASE("What stands before the figures of a row of text is none of them") {
  CHECK(laid_out("1.事事事事     11      2      3\n2.事事事       4      5      6\n"
                 "某处   3.事     7      8      9\n")
            .back() == "row 0=3.事 1=7 2=8 3=9 /4");
}

TEST_CASE("A line that holds a figure heads no columns of text") {
  const auto lines = laid_out(
      "3.补正后申请内容仍不明确 三千二百二十五 9811 9201 9590 279 七千零八十四 39190\n（五）不予处理\n\n3\n\n"
      "5.要求行政机关确认或重新出具已获取信息 七千零六十五 4336 4996 8115 5507 六百一十二 30631\n");
  for (const auto& line : lines)
    if (line.find("9811") != std::string::npos) CHECK(line.substr(0, 2) == "0=");
}

TEST_CASE("On the next page of a text rows go on below the header of the page before") {
  ParseOptions options;
  options.format = Format::layout;
  const std::string rows = "一、事事    11      2      3\n二、事事     4      5      6\n";
  const auto tables = [&](const std::string& text) {
    std::vector<std::uint32_t> found;
    const auto document = read(text, options);
    for (const auto& line : document.lines)
      if (line.is_row) found.push_back(line.table);
    return found;
  };
  const std::string head = "            甲      乙      丙\n";
  CHECK(tables(head + rows + "\f" + rows) == std::vector<std::uint32_t>{1, 1, 1, 1, 1});
  CHECK(tables(head + rows + "\f" + head + rows) == std::vector<std::uint32_t>{1, 1, 1, 2, 2, 2});
  CHECK(tables(head + rows + "\f五、存在的主要问题及改进情况在这一行\n" + rows) ==
        std::vector<std::uint32_t>{1, 1, 1, 2, 2});
}

TEST_CASE("Numbers behind single spaces are counted, for nobody knows their places") {
  CHECK(laid_out("1.属于国家秘密 0 2 58 0\n") ==
        Lines{"0=1.属于国家秘密 /1", "0=0 /1", "0=2 /1", "0=58 /1", "0=0 /1"});
}

TEST_CASE("Words of laid-out text know their places in it") {
  const std::string text = "一、事       1      2\n";
  ParseOptions options;
  options.format = Format::layout;
  const auto document = read(text, options);
  REQUIRE(document.cells.size() == 3);
  REQUIRE(document.pieces.size() == 3);
  for (const auto& piece : document.pieces)
    CHECK(document.text.substr(piece.begin, piece.size) == text.substr(piece.source, piece.size));
}

TEST_CASE("A page's end is no column of text") {
  const std::string rows = "1.丙丙丙丙    1      2      3\n2.丁丁丁丁    4      5      6\n";
  const auto shown = laid_out(rows + "\f3.戊戊戊戊    7      8      9\n己\n4.庚庚庚庚   10     11     12\n");
  REQUIRE(shown.size() == 4);
  CHECK(shown[2] == "row 0=3.戊戊戊戊己 1=7 2=8 3=9 /4");
}

TEST_CASE("Only text that is laid out looks so") {
  std::string rows;
  for (int i = 0; i < 6; ++i) rows += "一、事      1     2     3\n";
  CHECK(looks_laid_out(rows));
  std::string close;
  for (int i = 0; i < 6; ++i) close += "一、事 1 2 3\n";
  CHECK(looks_laid_out(close));
  for (const std::string figures :
       {"1 件     2 件     3 件", "１     ２     ３", "1     —     -", "1     2     /"}) {
    std::string other;
    for (int i = 0; i < 6; ++i) other += "一、事      " + figures + '\n';
    INFO(figures);
    CHECK(looks_laid_out(other));
  }
  CHECK_FALSE(looks_laid_out("一、事      1     2     3\n"));
  CHECK_FALSE(looks_laid_out(rows + "甲\t乙\n"));
  CHECK_FALSE(looks_laid_out(rows + "|甲|\n"));
  CHECK_FALSE(looks_laid_out("1\n2\n3\n4\n5\n6\n7\n"));
  CHECK_FALSE(looks_laid_out(""));
}

}  // namespace nianbao::readers
