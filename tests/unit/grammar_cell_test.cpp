// SPDX-License-Identifier: Apache-2.0
#include "grammar/cell.hpp"

#include <set>
#include <utility>
#include <vector>

#include "grammar/labels.hpp"
#include "support/catch.hpp"
#include "text/fold.hpp"
#include "text/han.hpp"
#include "text/utf8.hpp"

namespace nianbao::grammar {

namespace {

using form::Kind;
using form::Label;

// "12", "-1.50", "mark" or "none"; "~" for a number with a space in it, "*" for one with a remark.
std::string read(std::string_view printed) {
  std::string buffer;
  Token token;
  if (!parse_value(text::fold(printed, buffer), token)) return "none";
  if (token.kind == TokenKind::mark) return "mark";
  return Decimal{token.coefficient, token.scale}.to_string() + (token.has(split_number) ? "~" : "") +
         (token.has(remark) ? "*" : "");
}

PrintedUnit unit_of(std::string_view printed) {
  Token token;
  CHECK(parse_value(printed, token));
  return token.unit;
}

Token labelled(std::string_view printed) {
  std::string folded;
  std::string key;
  Token token;
  parse_label(text::fold(printed, folded), token, key);
  return token;
}

void check_all(const std::vector<std::pair<std::string, std::string>>& pairs) {
  for (const auto& [printed, expected] : pairs) {
    INFO(printed);
    CHECK(read(printed) == expected);
  }
}

std::uint8_t row(const char* key) { return form::matrix_row_index(key); }

// Without its enumerator a wording may be that of another label, or of none.
std::string without_enumerator(const std::string& wording) {
  std::string buffer;
  const auto folded = text::fold(wording, buffer);
  return std::string(folded.substr(parse_enumerator(folded).length));
}

std::string shown(Label label) {
  return std::to_string(static_cast<int>(label.kind)) + ':' + std::to_string(label.index);
}

// Wordings that the table of the form gives to two labels.
bool is_shared(const std::string& wording) {
  static const auto all = form::all_wordings();
  std::set<std::string> labels;
  for (const auto& other : all)
    if (other.text == wording) labels.insert(shown(other.label));
  return labels.size() > 1;
}

std::string spaced(const std::string& wording) {
  std::string out;
  for (const char c : wording) {
    const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (begins && static_cast<unsigned char>(c) >= 0xE4) out += ' ';
    out += c;
  }
  return out;
}

}  // namespace

TEST_CASE("A unit without a number is no number") {
  for (const char* text : {"万元", "万", "百", "元"}) {
    INFO(text);
    Token token;
    CHECK_FALSE(parse_value(text, token));
  }
  Token token;
  CHECK(parse_value("五万元", token));
}

TEST_CASE("Numbers as they are printed") {
  check_all({{"0", "0"},
             {"258", "258"},
             {"023", "23"},
             {"12345678", "12345678"},
             {"１２３", "123"},
             {"1,234", "1234"},
             {"1，234，567", "1234567"},
             {"12, 345", "12345"},
             {"-12", "-12"},
             {"- 12", "-12"},
             {"+42", "42"},
             {"59237.2449", "59237.2449"},
             {"1,234.50", "1234.50"},
             {"0.35", "0.35"},
             {"-0.5", "-0.5"},
             {"共12", "12"}});
}

TEST_CASE("A number that the extraction split is one, and marked") {
  check_all({{"2 58", "258~"}, {"1 2 3", "123~"}, {"1 017.5", "1017.5~"}});
}

TEST_CASE("What is no number") {
  check_all({{"", "none"},
             {"12,34", "none"},
             {"1234,567", "none"},
             {"1.", "none"},
             {".5", "none"},
             {"1.2.3", "none"},
             {"12/3", "none"},
             {"1-2", "none"},
             {"见附件", "none"},
             {"十几", "none"},
             {"件", "none"},
             {"约12", "none"},
             {"12以上", "none"}});
}

TEST_CASE("Numbers that 64 bits do not hold are none") {
  check_all({{"9223372036854775807", "9223372036854775807"},
             {"9223372036854775808", "none"},
             {"-9223372036854775807", "-9223372036854775807"},
             {"99999999999999999999999999", "none"},
             {"0.000000000000000001", "0.000000000000000001"},
             {"0.0000000000000000001", "none"},
             {"999999999999999999.99", "none"}});
}

TEST_CASE("Chinese numerals") {
  check_all({{"零", "0"},
             {"〇", "0"},
             {"二", "2"},
             {"两", "2"},
             {"十", "10"},
             {"十二", "12"},
             {"二十", "20"},
             {"四十五", "45"},
             {"一百零六", "106"},
             {"一百二十三件", "123"},
             {"二千零一", "2001"},
             {"三万", "30000"},
             {"一万二千", "12000"},
             {"十二万三千四百五十六", "123456"},
             {"二〇七", "207"},
             {"一二", "12"}});
}

TEST_CASE("Chinese characters that make no numeral") {
  // 一 alone is as likely a dash.
  check_all({{"一", "none"}, {"百", "none"}, {"十十", "none"}, {"一千万万", "none"}, {"二三十", "none"}});
}

TEST_CASE("Marks that stand for none") {
  for (const char* mark :
       {"/", "—", "——", "-", "--", "无", "無", "不适用", "不適用", "N/A", "n/a", "－", "–", "\\"}) {
    INFO(mark);
    CHECK(read(mark) == "mark");
  }
  check_all({{"无数据", "none"}, {"/ 1", "none"}, {"-1", "-1"}});
}

TEST_CASE("Units belong to numbers") {
  CHECK(unit_of("12件") == PrintedUnit::items);
  CHECK(unit_of("12 项") == PrintedUnit::items);
  CHECK(unit_of("31件次") == PrintedUnit::items);
  CHECK(unit_of("251000元") == PrintedUnit::yuan);
  CHECK(unit_of("3元整") == PrintedUnit::yuan);
  CHECK(unit_of("160.5964万元") == PrintedUnit::ten_thousand_yuan);
  CHECK(unit_of("7萬元") == PrintedUnit::ten_thousand_yuan);
  CHECK(unit_of("3千元") == PrintedUnit::other);
  CHECK(unit_of("2亿元") == PrintedUnit::other);
  CHECK(unit_of("12") == PrintedUnit::none);
  check_all({{"75394432.52元", "75394432.52"}, {"0件", "0"}});
}

TEST_CASE("Remarks follow numbers in brackets") {
  check_all({{"22（其中修订16件）", "22*"}, {"22件(含2件)", "22*"}, {"(22)", "none"}, {"22其中", "none"}});
}

TEST_CASE("Marks of notes follow numbers") {
  CHECK(read("12*") == "12*");
  CHECK(read("12①") == "12*");
  CHECK(read("12 ※") == "12*");
  CHECK(read("1,234件[3]") == "1234*");
  CHECK(read("12①3") == "none");
  CHECK(read("[3]") == "none");
  CHECK(read("12[注]") == "none");
  CHECK(read("*") == "none");
}

TEST_CASE("Markdown's marks of bold stand around values of any text") {
  check_all({{"**666**", "666"},
             {"** 1,234 **", "1234"},
             {"**2 58**", "258~"},
             {"**/**", "mark"},
             {"**12", "none"},
             {"12**", "12*"},
             {"**12*", "none"},
             {"**1**2**", "none"},
             {"****", "none"},
             {"**总计**", "none"}});
}

TEST_CASE("Apostrophes part groups of three digits") {
  CHECK(read("1'234'567") == "1234567");
  CHECK(read("12’345") == "12345");
  CHECK(read("1'23") == "none");
  CHECK(read("1'2345") == "none");
  CHECK(read("'123") == "none");
}

TEST_CASE("Plain digits take the short way") {
  Token token;
  CHECK(parse_plain_number("000123", token));
  CHECK(token.coefficient == 123);
  CHECK(parse_plain_number("999999999999999999", token));
  CHECK(token.coefficient == 999999999999999999);
  for (const char* text : {"", "1 2", "-1", "1.0", "1234567890123456789", "一"})
    CHECK_FALSE(parse_plain_number(text, token));
}

TEST_CASE("Plain digits are read alike wherever they stand") {
  // Any byte behind any number of digits, at the start of a text and far from it.
  for (const std::string before : {"", "7", "1234567\t", "总计总计\t"})
    for (const std::string digits :
         {"", "0", "90", "1234", "9999999", "01234567", "123456789", "000000000000000001"})
      for (int byte = 0; byte < 256; ++byte) {
        const auto cell = digits + static_cast<char>(byte);
        const auto text = before + cell;
        const text::Range range{static_cast<std::uint32_t>(before.size()),
                                static_cast<std::uint32_t>(text.size())};
        Token alone;
        Token placed;
        const bool is_number = parse_plain_number(cell, alone);
        CHECK(parse_plain_number(text, range, placed) == is_number);
        CHECK((!is_number || alone.coefficient == placed.coefficient));
      }
}

TEST_CASE("Page numbers") {
  for (const char* page : {"-3-", "- 12 -", "—3—", "第3页", "第 3 页 共 5 页", "第3頁", "3/10", "~3~"}) {
    INFO(page);
    CHECK(is_page_number(page));
  }
  for (const char* other : {"3", "-3", "3-", "第三方", "页", "", "2023-1-2"}) {
    INFO(other);
    CHECK_FALSE(is_page_number(other));
  }
}

TEST_CASE("Enumerators") {
  struct Case {
    const char* folded;
    Enumerator style;
    bool punctuated;
    const char* taken;
    int number;
  };
  for (const auto& c : {Case{"一、总体", Enumerator::chinese, true, "一、", 1},
                        Case{"十.总体", Enumerator::chinese, true, "十.", 10},
                        Case{"一 总体", Enumerator::chinese, false, "一 ", 1},
                        Case{"一总体", Enumerator::chinese, false, "一", 1},
                        Case{"第二部分 主动", Enumerator::chinese, true, "第二部分 ", 2},
                        Case{"第三章、收到", Enumerator::chinese, true, "第三章、", 3},
                        Case{"第二十条", Enumerator::none, false, "", 0},
                        Case{"(一)予以", Enumerator::bracketed, true, "(一)", 1},
                        Case{"( 七 ) 总计", Enumerator::bracketed, true, "( 七 )", 7},
                        Case{"(一)、予以", Enumerator::bracketed, true, "(一)、", 1},
                        Case{"(12)a", Enumerator::bracketed, true, "(12)", 12},
                        Case{"第(八)项", Enumerator::bracketed, true, "第(八)", 8},
                        Case{"壹、总体", Enumerator::legal, true, "壹、", 1},
                        Case{"陸 、其他", Enumerator::legal, true, "陸 、", 6},
                        Case{"陆地测绘", Enumerator::none, false, "", 0},
                        Case{"1.属于", Enumerator::arabic, true, "1.", 1},
                        Case{"12、属于", Enumerator::arabic, true, "12、", 12},
                        Case{"3)其他", Enumerator::arabic, true, "3)", 3},
                        Case{"3 其他", Enumerator::arabic, false, "3 ", 3},
                        Case{"总体", Enumerator::none, false, "", 0},
                        Case{"", Enumerator::none, false, "", 0},
                        Case{"(一", Enumerator::none, false, "", 0},
                        Case{"()予", Enumerator::none, false, "", 0}}) {
    INFO(c.folded);
    const auto found = parse_enumerator(c.folded);
    CHECK(found.style == c.style);
    CHECK(found.punctuated == c.punctuated);
    CHECK(std::string_view(c.folded).substr(0, found.length) == c.taken);
    CHECK(found.number == c.number);
  }
}

TEST_CASE("A line may be a heading that is worded otherwise") {
  struct Case {
    const char* folded;
    int section;
  };
  for (const auto& c : {Case{"一、工作总体情况", 0}, Case{"二、主动公开政府信息数据情况", 1},
                        Case{"第三部分 依申请公开情况", 2}, Case{"四、行政复議", 3}, Case{"四、复议应诉", 3},
                        Case{"5.存在的不足与下一步打算", 4}, Case{"六、其它事项", 5},
                        Case{"七、其他事项", 255}, Case{"五、其他事项", 255}, Case{"六 其他事项", 255},
                        Case{"(六)其他事项", 255}, Case{"五、存在的问题，一是人手不足", 255},
                        Case{"五、存在的问题中最突出的一个是信息更新不及时而且这一行实在太长", 255},
                        Case{"其他事项", 255}, Case{"", 255}}) {
    INFO(c.folded);
    CHECK(static_cast<int>(likely_section(c.folded, parse_enumerator(c.folded))) == c.section);
  }
}

TEST_CASE("Every wording of the form is its own label") {
  for (const auto& wording : form::all_wordings()) {
    if (is_shared(wording.text)) continue;
    INFO(wording.text);
    CHECK(shown(labelled(wording.text).label) == shown(wording.label));
    CHECK(shown(labelled(spaced(wording.text)).label) == shown(wording.label));
    CHECK(shown(labelled(without_enumerator(wording.text)).label) == shown(wording.label));
  }
}

TEST_CASE("No wording of one form's columns is a wording of the other's") {
  for (const auto& wording : form::all_wordings()) {
    INFO(wording.text);
    if (wording.label.kind == Kind::fact_column) CHECK_FALSE(is_shared(wording.text));
  }
}

TEST_CASE("The short way to a label says what the long way says") {
  for (const auto& wording : form::all_wordings()) {
    INFO(wording.text);
    Token token;
    if (!Labels::instance().find_exact(wording.text, token)) continue;
    const auto long_way = labelled(wording.text);
    CHECK(shown(token.label) == shown(long_way.label));
    CHECK(token.enumerator == long_way.enumerator);
    CHECK((token.kind == TokenKind::heading) == (token.label.kind == Kind::section));
    CHECK(read(wording.text) == "none");
  }
  for (const char* printed : {"1. 属于国家秘密", "1.属于国家秘密", "1、属于国家秘密", "1．属于国家秘密"}) {
    INFO(printed);
    Token token;
    REQUIRE(Labels::instance().find_exact(printed, token));
    CHECK(token.label == Label{Kind::matrix_row, row("results.not_disclosed.state_secret")});
    CHECK(token.enumerator == Enumerator::arabic);
  }
  for (const char* printed : {"结果 维持", "（一）予以公开", "(一) 予以公开", "一、总体情况", "合计"}) {
    INFO(printed);
    Token token;
    CHECK(Labels::instance().find_exact(printed, token));
  }
  // A part of 一 may be worded as a section is, and any text may begin or end as a label does.
  for (const char* printed : {"（一）总体情况", "", "总", "属于国家秘密。", "属于国家秘", "12345678"}) {
    INFO(printed);
    Token token;
    CHECK_FALSE(Labels::instance().find_exact(printed, token));
  }
}

namespace {

// Places between the characters of `text`, its ends left out.
std::vector<std::size_t> places_within(std::string_view text) {
  std::vector<std::size_t> places;
  for (std::size_t at = 1; at < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) places.push_back(at);
  return places;
}

Token labelled_in_markup(std::string_view printed) {
  std::string folded;
  std::string key;
  Token token;
  const auto text = text::fold_markup(printed, folded);
  if (!parse_value(text, token)) parse_label(text, token, key);
  return token;
}

// All traditional writings of `text`: one with every character of it changed that can be, and for each
// character that can be changed in several ways one with each of them.
std::vector<std::string> traditional(std::string_view text) {
  std::vector<std::string> all;
  for (std::size_t way = 0; way < 3; ++way) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const auto c = text::han_at(text.substr(at));
      std::vector<char32_t> ways;
      for (auto t = form::first_han; c != 0 && t < form::past_han; ++t)
        if (form::is_traditional(t) && form::simplified(t) == c) ways.push_back(t);
      if (ways.empty()) {
        out += text[at++];
      } else {
        text::append_utf8(out, ways[std::min(way, ways.size() - 1)]);
        at += 3;
      }
    }
    all.push_back(std::move(out));
  }
  return all;
}

void check_loosely(const std::string& printed) {
  INFO(printed);
  Token token;
  REQUIRE(Labels::instance().find_loosely(printed, true, token));
  const auto long_way = labelled_in_markup(printed);
  CHECK(long_way.kind == TokenKind::label);
  CHECK(shown(token.label) == shown(long_way.label));
  CHECK(token.enumerator == long_way.enumerator);
}

}  // namespace

TEST_CASE("The short way says so with spaces and breaks anywhere and in the other script") {
  std::vector<std::string> writings;
  for (const auto& wording : form::all_wordings()) {
    const auto& official = wording.text;
    writings.push_back(official);
    if (official.substr(0, 2) == "1.") writings.push_back("1、" + official.substr(2));
    if (official.substr(0, 3) == "（")
      writings.push_back("(" + official.substr(3, 3) + ")" + official.substr(9));
  }
  for (const auto& row : form::matrix_rows) writings.emplace_back(row.names.label);
  for (const auto& writing : writings) {
    Token token;
    if (!Labels::instance().find_exact(writing, token)) continue;
    for (const auto at : places_within(writing))
      for (const char* gap : {" ", "  ", "<br>", "<br/>", " <br /> "})
        check_loosely(writing.substr(0, at) + gap + writing.substr(at));
    std::string spread;
    std::size_t from = 0;
    for (const auto at : places_within(writing)) {
      spread += writing.substr(from, at - from) + ' ';
      from = at;
    }
    check_loosely(spread + writing.substr(from));
    for (const auto& other : traditional(writing)) check_loosely(other);
  }
  for (const char* other : {"总<b>计", "总**计", "总&nbsp;计", "总1计", "<br>", "", "3件"}) {
    INFO(other);
    Token token;
    CHECK_FALSE(Labels::instance().find_loosely(other, true, token));
  }
  Token token;
  CHECK_FALSE(Labels::instance().find_loosely("总<br>计", false, token));
}

TEST_CASE("Nothing that begins otherwise is a value, a label or its beginning") {
  const auto& labels = Labels::instance();
  for (const auto& wording : form::all_wordings()) {
    INFO(wording.text);
    CHECK(labels.may_begin(wording.text));
  }
  for (const char* printed :
       {"總計", "結果維持", "的总计", "與总计", "第3页", "共3件", "无", "二", "3", "（", "", "。"}) {
    INFO(printed);
    CHECK(labels.may_begin(printed));
  }
  for (const char* printed : {"我局", "积极", "乡镇"}) {
    INFO(printed);
    CHECK_FALSE(labels.may_begin(printed));
  }
}

TEST_CASE("Only enumerators tell the rows 总计 and 其他 from the columns") {
  CHECK(labelled("总计").label == Label{Kind::total, 0});
  CHECK(labelled("（七）总计").label == Label{Kind::matrix_row, row("results.total")});
  CHECK(labelled("(七) 合计").label == Label{Kind::matrix_row, row("results.total")});
  CHECK(labelled("其他").label == Label{Kind::other, 0});
  CHECK(labelled("3.其他").label == Label{Kind::matrix_row, row("results.other.other")});
  CHECK(labelled("3、其它").label == Label{Kind::matrix_row, row("results.other.other")});
}

TEST_CASE("Only the third of a group is 其他") {
  CHECK(labelled("2.其他").label.kind == Kind::other);
  CHECK(labelled("3.其他").label.kind == Kind::matrix_row);
}

TEST_CASE("Labels with remarks, quotes and other widths") {
  CHECK(labelled("规章（件）").label == Label{Kind::fact_row, 0});
  CHECK(labelled("３．危及\"三安全一稳定\"").label ==
        Label{Kind::matrix_row, row("results.not_disclosed.security_and_stability")});
  CHECK(labelled("本年(2023)制发件数").label == Label{Kind::fact_column, 0});
  for (const char* other : {"其他主动公开文件", "总体", "规章制度", "", "（）"}) {
    INFO(other);
    CHECK(labelled(other).kind == TokenKind::text);
  }
}

TEST_CASE("Labels are found by their beginnings") {
  const auto& labels = Labels::instance();
  std::size_t length = 0;
  CHECK(labels.find_heading_prefix("总体情况2025年", length) == Label{Kind::section, 0});
  CHECK(length == std::string_view("总体情况").size());
  CHECK(labels.find_heading_prefix("总体", length).kind == Kind::none);
  CHECK(labels.is_prefix("本年新收政府信"));
  CHECK(labels.is_prefix("屬於國家"));
  CHECK_FALSE(labels.is_prefix("属于国家秘密"));
  CHECK_FALSE(labels.is_prefix("属于国密"));
}

TEST_CASE("Parts of 一 are told by words of their headings") {
  CHECK(part_of("依申请公开") == 0);
  CHECK(part_of("政府信息公开平台建设情况") == 1);
  CHECK(part_of("监督保障方面") == 2);
  CHECK(part_of("政府信息管理") == 3);
  CHECK(part_of("主动公开") == 4);
  CHECK(part_of("依申請公開") == 0);
  CHECK(part_of("其他工作") == 255);
}

TEST_CASE("Text without traditional characters is not copied") {
  std::string buffer;
  const std::string_view text = "总计12（a）";
  CHECK(simplify(text, buffer).data() == text.data());
  CHECK(simplify("總計12（a）", buffer) == text);
  CHECK(simplify("x總", buffer) == "x总");
  CHECK(simplify("\xE7\xB8", buffer) == "\xE7\xB8");
}

}  // namespace nianbao::grammar
