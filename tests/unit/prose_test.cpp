// SPDX-License-Identifier: Apache-2.0
#include <tuple>

#include "nianbao/parse.hpp"
#include "prose/title.hpp"
#include "support/catch.hpp"

namespace nianbao::prose {

namespace {

using Strings = std::vector<std::string>;

AnnualReport report_of(const std::string& text) { return parse(text).report; }

std::string overview_of(const std::string& text) {
  return report_of("一、总体情况\n" + text).overview.prose.text;
}

std::string last_section(const std::string& text) {
  return report_of("样例县审计局2023年政府信息公开工作年度报告\n六、其他需要报告的事项\n" + text)
      .other_matters.text;
}

}  // namespace

TEST_CASE("Titles in their variants") {
  struct Case {
    const char* line;
    const char* agency;
    int year;  // 0: not named
  };
  for (const auto& c :
       {Case{"样例县审计局2025年政府信息公开工作年度报告", "样例县审计局", 2025},
        Case{"2022年示例市政府信息公开工作年度报告", "示例市", 2022},
        Case{"2022年示例镇人民政府信息公开工作年度报告", "示例镇人民政府", 2022},
        Case{"示例镇人民政府2022年政府信息公开工作年度报告", "示例镇人民政府", 2022},
        Case{"样例县审计局2022年度政府信息公开年报", "样例县审计局", 2022},
        Case{"样例县审计局2022年信息公开工作报告", "样例县审计局", 2022},
        Case{"样例县审计局2022年政府信息公开工作的年度报告", "样例县审计局", 2022},
        Case{"样例县审计局政务信息公开年度报告", "样例县审计局", 0},
        Case{"样例县审计局政府信息公开工作2023年度报告", "样例县审计局", 2023},
        Case{"县教育局2023年政府信息公开工作年度报告", "县教育局", 2023},
        Case{"样例县信访局（群众工作局）2023年政府信息公开工作年度报告", "样例县信访局（群众工作局）", 2023},
        Case{"《样例县审计局2023年政府信息公开工作年度报告》", "样例县审计局", 2023},
        Case{"首页>公开年报>样例县审计局2023年政府信息公开工作年度报告", "样例县审计局", 2023},
        Case{"标题：样例县审计局2023年政府信息公开工作年度报告", "样例县审计局", 2023},
        Case{"关于样例县审计局2023年政府信息公开工作年度报告", "样例县审计局", 2023},
        Case{"样例县审计局二〇二三年政府信息公开工作年度报告", "样例县审计局", 2023},
        Case{"样例縣審計局2023年政府信息公開工作年度報告", "样例縣審計局", 2023},
        Case{"样例县审计局2023年政府信息公开工作年度报告（附表）", "样例县审计局", 2023},
        Case{"2023年政府信息公开工作年度报告", "", 2023},
        Case{"政府信息公开工作年度报告", "", 0}}) {
    INFO(c.line);
    const auto title = parse_title(c.line);
    REQUIRE(title);
    CHECK(title->agency == c.agency);
    CHECK(title->year.value_or(0) == c.year);
  }
}

TEST_CASE("Lines that are no title") {
  for (const char* line : {"2021年政府信息公开工作年度报告2020年政府信息公开工作年度报告", "", "样例县审计局",
                           "政府信息公开年报栏目更新", "中华人民共和国政府信息公开条例",
                           "根据条例，现公布本局政府信息公开工作年度报告", "政府信息公开指南", "一、总体情况",
                           "现公布样例县教育局2023年政府信息公开工作年度报告。"}) {
    INFO(line);
    CHECK_FALSE(parse_title(line));
  }
}

TEST_CASE("A title is found among lines, one or several") {
  const auto found = find_title({"索引号：009-2019-0042", "示审发〔2019〕60号", "示例市审计局",
                                 "2022年政府信息公开工作", "年度报告", "2023年1月20日"});
  REQUIRE(found);
  CHECK(found->title.text == "示例市审计局2022年政府信息公开工作年度报告");
  CHECK(found->title.agency == "示例市审计局");
  CHECK(found->title.year == 2022);
  CHECK(found->first == 2);
  CHECK(found->last == 5);
  CHECK_FALSE(find_title({"示例市审计局", "总体情况"}));
  CHECK_FALSE(find_title({}));
}

TEST_CASE("A title in brackets on a line of its own keeps them") {
  const auto report =
      parse(
          "# 示例市金融监督管理局（示例市金融工作办公室）\n\n## 2022年政府信息公开工作年度报告\n\n"
          "一、总体情况\n")
          .report;
  CHECK(report.agency == "示例市金融监督管理局（示例市金融工作办公室）");
  CHECK(report.title == "示例市金融监督管理局（示例市金融工作办公室）2022年政府信息公开工作年度报告");
}

TEST_CASE("The agency is named in the preamble") {
  CHECK(find_agency("根据条例的规定，现公布样例县教育局2023年政府信息公开工作年度报告。") == "样例县教育局");
  CHECK(find_agency("本年度报告由样例县水务局编制。") == "样例县水务局");
  CHECK(find_agency("本报告由样例县水务局依照政府信息公开条例编制。") == "样例县水务局");
  CHECK(find_agency("全面总结样例县人民政府2023年政府信息公开工作。") == "样例县人民政府");
  CHECK(find_agency("由于疫情，由政府信息公开").empty());
  CHECK(find_agency("").empty());
}

TEST_CASE("The title comes before what the text says") {
  const auto report = report_of(
      "样例县审计局2023年政府信息公开工作年度报告\n现公布样例县教育局2022年政府信息公开工作年度报告。\n一、总"
      "体情况\n甲。");
  CHECK(report.agency == "样例县审计局");
  CHECK(report.year == 2023);
}

TEST_CASE("Periods") {
  struct Case {
    const char* text;
    std::tuple<int, int, int, int, int, int> days;
  };
  for (const auto& c : {Case{"统计期限自2025年1月1日起至2025年12月31日止", {2025, 1, 1, 2025, 12, 31}},
                        Case{"自2025年1月1日至12月31日", {2025, 1, 1, 2025, 12, 31}},
                        Case{"2020年的事，2021年3月2日—2022年2月1日", {2021, 3, 2, 2022, 2, 1}}}) {
    INFO(c.text);
    const auto period = find_period(c.text);
    REQUIRE(period);
    const auto& [start, end] = *period;
    CHECK(std::make_tuple(start.year, start.month, start.day, end.year, end.month, end.day) == c.days);
  }
  for (const char* text : {"", "2025年", "2025年1月1日", "2025年13月1日至12月31日", "2025年1月1日至12月32日",
                           "1025年1月1日至12月31日", "2025年1月1日至2025月31日", "年年年"})
    CHECK_FALSE(find_period(text));
}

TEST_CASE("Years and dates") {
  CHECK(find_year("截至2023年底") == 2023);
  CHECK(find_year("二〇二三年") == 2023);
  CHECK_FALSE(find_year("1023年，2023"));
  CHECK(is_date("2026年1月20日"));
  CHECK(is_date("二〇二六年一月二十日"));
  CHECK(is_date("2026 年 1 月 20 日"));
  CHECK_FALSE(is_date("2026年1月"));
  CHECK_FALSE(is_date("2026年1月20日印发"));
}

TEST_CASE("Names of organs") {
  for (const char* name : {"样例县审计局", "示例市人民政府办公室", "示例街道", "示例大学"})
    CHECK(names_organ(name));
  for (const char* name : {"", "没有。由局", "总体情况"}) CHECK_FALSE(names_organ(name));
}

TEST_CASE("A sentence that a page break cut is one again") {
  const std::string head = "全年在门户网站公布审计结果公告，其中涉及民生资金的";
  CHECK(overview_of(head + "\n\n公告都附有整改清单。") == head + "公告都附有整改清单。");
  CHECK(overview_of(head + "\n-3-\n公告都附有整改清单。") == head + "公告都附有整改清单。");
  CHECK(overview_of("短句，\n后半。") == "短句，后半。");
  CHECK(overview_of(head + "GDP\nABC。") == head + "GDP ABC。");
}

TEST_CASE("Paragraphs stay apart") {
  const std::string head = "全年在门户网站公布审计结果公告，其中涉及民生资金的";
  CHECK(overview_of("甲。\n乙。") == "甲。\n乙。");
  CHECK(overview_of("短的一行\n后半。") == "短的一行\n后半。");
  CHECK(overview_of(head + "\n（二）依申请公开。无。") == head + "\n（二）依申请公开。无。");
  CHECK(overview_of(head + "\n2024年1月20日") == head + "\n2024年1月20日");
  CHECK(overview_of("# " + head + "\n后半。") == head + "\n后半。");
}

TEST_CASE("Signatures below the last section are no text of it") {
  CHECK(last_section("无。\n样例县审计局\n2024年1月20日") == "无。");
  CHECK(last_section("无。\n附件：统计表") == "无。");
  CHECK(last_section("无。\n扫描二维码看图解") == "无。");
  CHECK(last_section("无。\n县审计局办公室") == "无。");
  CHECK(last_section(
            "无。\n上一篇：没有了\n下一篇：简讯\n打印本页\n版权所有：样例县人民政府\n样ICP备00000号") ==
        "无。");
  CHECK(last_section("无。\n关闭政务新媒体3个。") == "无。\n关闭政务新媒体3个。");
  CHECK(last_section("2024年1月20日") == "2024年1月20日");
  CHECK(last_section("无。\n本局收费。") == "无。\n本局收费。");
}

TEST_CASE("Parts of 一") {
  const auto report = report_of(
      "一、总体情况\n开头。\n（一）主动公开。甲。\n（二）其他工作。乙。\n（三）监督保障情况\n丙。\n丁。");
  REQUIRE(report.overview.parts.size() == 3);
  CHECK(report.overview.parts[0].key == "proactive_disclosure");
  CHECK(report.overview.parts[0].prose.text == "甲。");
  CHECK(report.overview.parts[1].key == "other");
  CHECK(report.overview.parts[2].key == "supervision");
  CHECK(report.overview.parts[2].prose.heading == "（三）监督保障情况");
  CHECK(report.overview.parts[2].prose.text == "丙。\n丁。");
}

TEST_CASE("Long headings are found however their sections are numbered") {
  for (const std::string number : {"五、", "伍、", "5.", "第五部分 ", ""}) {
    INFO(number);
    const auto report =
        parse("一、总体情况\n甲。\n" + number +
              "政府信息公开工作存在的主要问题及改进情况\n乙。\n六、需要报告的其他事项\n丙。\n")
            .report;
    CHECK(report.problems_and_improvements.text == "乙。");
    CHECK(report.other_matters.text == "丙。");
  }
}

TEST_CASE("Headings are kept as they are printed, with their place") {
  const std::string text = "标题\n## **二、 主动公开政府信息情况**\n";
  const auto heading = report_of(text).proactive_disclosure.prose;
  CHECK(heading.heading == "二、主动公开政府信息情况");
  CHECK(heading.heading_span.line == 2);
  CHECK(text.substr(heading.heading_span.start, heading.heading_span.end - heading.heading_span.start) ==
        "二、 主动公开政府信息情况");
}

}  // namespace nianbao::prose
