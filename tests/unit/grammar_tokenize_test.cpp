// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>

#include "support/catch.hpp"
#include "unit/reading.hpp"

namespace nianbao::grammar {

namespace {

using Words = std::vector<std::string>;

// "heading 0 一、总体情况", "number 12": what each token is and what it covers.
Words tokens_of(const char* text) {
  constexpr std::array<const char*, 7> kinds{"label", "number", "mark", "page", "heading", "part", "text"};
  const unit::Reading reading(text);
  Words out;
  for (const auto& token : reading.tokens) {
    std::string word = kinds[static_cast<std::size_t>(token.kind)];
    if (token.kind == TokenKind::heading || token.kind == TokenKind::part)
      word += ' ' + std::to_string(token.label.index);
    out.push_back(word + ' ' + reading.of(token));
  }
  return out;
}

form::Label label_of(const char* text, std::size_t index) {
  const unit::Reading reading(text);
  REQUIRE(reading.tokens.size() > index);
  return reading.tokens[index].label;
}

}  // namespace

TEST_CASE("Cells of a row") {
  CHECK(tokens_of("规章\t12\t/\t见附件\t\t3件") ==
        Words{"label 规章", "number 12", "mark /", "text 见附件", "number 3件"});
}

TEST_CASE("Headings stand on a line of their own") {
  CHECK(tokens_of("一、总体情况") == Words{"heading 0 一、总体情况"});
  CHECK(tokens_of("1、 总体情况") == Words{"heading 0 1、 总体情况"});
  CHECK(tokens_of("总体情况") == Words{"heading 0 总体情况"});
  CHECK(tokens_of("## **六、其他报告的事项**") == Words{"heading 5 六、其他报告的事项"});
  CHECK(tokens_of("五、存在问题及改进情况") == Words{"heading 4 五、存在问题及改进情况"});
  CHECK(tokens_of("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况") ==
        Words{"heading 3 四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"});
  CHECK(tokens_of("一、总体情况\t3") == Words{"text 一、总体情况", "number 3"});
}

TEST_CASE("A part of 一 is no section, whatever its name") {
  CHECK(tokens_of("（二）主动公开政府信息情况") == Words{"part 4 （二）主动公开政府信息情况"});
  CHECK(tokens_of("2.总体情况") == Words{"part 255 2.总体情况"});
  CHECK(tokens_of("（三）政府信息管理") == Words{"part 3 （三）政府信息管理"});
  CHECK(tokens_of("（一）主动公开。全年发布信息。") == Words{"part 4 （一）主动公开", "text 全年发布信息。"});
  CHECK(tokens_of("（六）新媒体：两个账号。") == Words{"part 255 （六）新媒体", "text 两个账号。"});
  CHECK(tokens_of("主动公开信息一千条，比上年多。") == Words{"text 主动公开信息一千条，比上年多。"});
}

TEST_CASE("Sections may all be numbered in brackets") {
  const std::string sections =
      "（一）总体情况\n1.主动公开\n（二）主动公开政府信息情况\n（三）收到和处理政府信息公开申请情况\n"
      "（四）政府信息公开行政复议、行政诉讼情况\n（五）存在的主要问题及改进情况。更新不及时。\n";
  CHECK(tokens_of((sections + "（六）其他需要报告的事项\n").c_str()) ==
        Words{"heading 0 （一）总体情况", "part 4 1.主动公开", "heading 1 （二）主动公开政府信息情况",
              "heading 2 （三）收到和处理政府信息公开申请情况",
              "heading 3 （四）政府信息公开行政复议、行政诉讼情况",
              "heading 4 （五）存在的主要问题及改进情况", "text 更新不及时。",
              "heading 5 （六）其他需要报告的事项"});
  // Five are parts of 一, and so are six beside sections numbered otherwise.
  const auto is_section = [](const std::string& word) { return word.substr(0, 7) == "heading"; };
  const auto five = tokens_of(sections.c_str());
  CHECK(std::none_of(five.begin(), five.end(), is_section));
  const auto beside = tokens_of(("一、总体情况\n" + sections + "（六）其他需要报告的事项\n" +
                                 "二、主动公开政府信息情况\n五、存在的主要问题及改进情况\n")
                                    .c_str());
  CHECK(std::count_if(beside.begin(), beside.end(), is_section) == 3);
  // In another order they are none.
  const auto turned = tokens_of(("（六）其他需要报告的事项\n" + sections).c_str());
  CHECK(std::none_of(turned.begin(), turned.end(), is_section));
}

TEST_CASE("Sections may be numbered in legal writing, and what is below them otherwise") {
  CHECK(tokens_of("贰、主动公开政府信息情况") == Words{"heading 1 贰、主动公开政府信息情况"});
  CHECK(tokens_of("參、主动公开政府信息情况") == Words{"part 4 參、主动公开政府信息情况"});
  CHECK(tokens_of("壹、总体情况\n二、主动公开政府信息情况\n贰、主动公开政府信息情况\n"
                  "叁、收到和处理政府信息公开申请情况\n肆、政府信息公开行政复议、行政诉讼情况\n") ==
        Words{"heading 0 壹、总体情况", "part 4 二、主动公开政府信息情况",
              "heading 1 贰、主动公开政府信息情况", "heading 2 叁、收到和处理政府信息公开申请情况",
              "heading 3 肆、政府信息公开行政复议、行政诉讼情况"});
}

TEST_CASE("Headings with their text on the same line") {
  CHECK(tokens_of("一、总体情况2025年，本局按条例办事。") ==
        Words{"heading 0 一、总体情况", "text 2025年，本局按条例办事。"});
  CHECK(tokens_of("六、其他需要报告的事项：无其他事项需要报告。") ==
        Words{"heading 5 六、其他需要报告的事项", "text 无其他事项需要报告。"});
  CHECK(tokens_of("总体情况良好，本局按条例办事。") == Words{"text 总体情况良好，本局按条例办事。"});
  CHECK(tokens_of("（一）总体情况良好，本局按条例办事。") ==
        Words{"text （一）总体情况良好，本局按条例办事。"});
}

TEST_CASE("A long line may begin with a heading") {
  std::string text = "五、存在的主要问题及改进情况。";
  std::string rest;
  for (int i = 0; i < 60; ++i) rest += "公开的内容还不够细。";
  CHECK(tokens_of((text + rest).c_str()) == Words{"heading 4 五、存在的主要问题及改进情况", "text " + rest});
  CHECK(tokens_of(rest.c_str()) == Words{"text " + rest});
}

TEST_CASE("Page numbers stand alone") {
  CHECK(tokens_of("-3-") == Words{"page -3-"});
  CHECK(tokens_of("第3页 共5页") == Words{"page 第3页 共5页"});
  CHECK(tokens_of("a\t3/10") == Words{"text a", "text 3/10"});
}

TEST_CASE("Labels broken over lines become one, beside their figures") {
  CHECK(tokens_of("一、本年新收政府信\n息公开申请数量\t12") == Words{"label 息公开申请数量", "number 12"});
  CHECK(label_of("一、本年新收政府信\n息公开申请数量\t12", 0) == form::Label{form::Kind::matrix_row, 0});
  CHECK(tokens_of("5.属于三类内部\t12\n事务信息") == Words{"label 5.属于三类内部", "number 12"});
  CHECK(tokens_of("四、政府信息公开行政复议、\n行政诉讼情况") ==
        Words{"heading 3 四、政府信息公开行政复议、\n行政诉讼情况"});
}

TEST_CASE("Labels broken over three lines") {
  CHECK(label_of("2.申请人逾期未按收费\n通知要求缴纳费用、行政机关不再\n处理其政府信息公开申请\t12", 0) ==
        form::Label{form::Kind::matrix_row, form::matrix_row_index("results.other.fee_overdue")});
}

TEST_CASE("Tokens know where they stand") {
  const unit::Reading reading("规章\t12\n\n13");
  REQUIRE(reading.tokens.size() == 3);
  CHECK(reading.tokens[0].has(first_on_line));
  CHECK_FALSE(reading.tokens[1].has(first_on_line));
  CHECK(reading.tokens[1].column == 1);
  CHECK_FALSE(reading.tokens[0].has(alone));
  CHECK(reading.tokens[2].has(alone));
  CHECK(reading.tokens[2].has(after_blank));
  CHECK(reading.tokens[2].line == 1);
}

}  // namespace nianbao::grammar
