// SPDX-License-Identifier: Apache-2.0
#include "prose/metadata.hpp"

#include "nianbao/json.hpp"
#include "nianbao/parse.hpp"
#include "support/catch.hpp"

namespace nianbao {

namespace {

const std::string title = "样例县教育局2023年政府信息公开工作年度报告\n";

AnnualReport report_of(const std::string& head) { return parse(head + "一、总体情况\n甲。\n").report; }

}  // namespace

TEST_CASE("Metadata of a line, of rows and of lines in pairs") {
  for (const auto* head :
       {"索引号：A-1 发布机构：样例县教育局 发布日期：2024-01-09 10:30 文号：样教〔2024〕1号\n",
        "索 引 号:　A-1　　发布机构:样例县教育局\n发布日期:2024-01-09 10:30 "
        "来源:本站\n文　　号:样教〔2024〕1号\n",
        "索引号\tA-1\t发布机构\t样例县教育局\n发布日期\t2024-01-09 10:30\t文号\t样教〔2024〕1号\n",
        "索引号：\tA-1\t发布机构：\t样例县教育局\n发布日期：\t2024-01-09 10:30\t文号：\t样教〔2024〕1号\n",
        "【索引号】A-1\n【发布机构】样例县教育局\n【发布日期】2024-01-09 10:30\n【文号】样教〔2024〕1号\n",
        "索引号\nA-1\n发布机构\n样例县教育局\n发布日期\n2024-01-09 10:30\n文号\n样教〔2024〕1号\n"}) {
    INFO(head);
    for (const auto& text : {head + title, title + head}) {
      const auto report = report_of(text);
      CHECK(report.metadata.index_number == "A-1");
      CHECK(report.metadata.publisher == "样例县教育局");
      CHECK(report.metadata.date == "2024-01-09 10:30");
      CHECK(report.metadata.document_number == "样教〔2024〕1号");
      CHECK(report.title + "\n" == title);
      CHECK(report.agency == "样例县教育局");
      CHECK(report.preamble.empty());
    }
  }
}

TEST_CASE("An item without a value takes none from its neighbours") {
  const auto report = report_of("文号：\n" + title + "索引号\n发布机构\t文号\t样教1号\n");
  CHECK(report.metadata.document_number == "样教1号");
  CHECK(report.metadata.index_number.empty());
  CHECK(report.metadata.publisher.empty());
  CHECK(report.title + "\n" == title);
}

TEST_CASE("The first of two dates counts") {
  CHECK(report_of("成文日期：2024-01-08 发布日期：2024-01-09\n" + title).metadata.date == "2024-01-08");
}

TEST_CASE("Sentences are no metadata") {
  const auto report = report_of(title + "说明：本报告由样例县教育局编制。\n现将文号另行公布：见附件。\n");
  CHECK(report.metadata.empty());
  CHECK(report.preamble == "说明：本报告由样例县教育局编制。\n现将文号另行公布：见附件。");
}

TEST_CASE("The name among the metadata is the title where the text has none") {
  const auto report = report_of("名称：样例县教育局2023年政府信息公开工作年度报告\n索引号：A-1\n");
  CHECK(report.title + "\n" == title);
  CHECK(report.year == 2023);
  CHECK(report.title_span.exists());
}

TEST_CASE("What a page calls itself, without the site's name") {
  const auto text_of = [](const char* text) {
    const auto title_of_page = prose::parse_page_title(text);
    return title_of_page ? title_of_page->text : "";
  };
  const std::string plain = "样例县教育局2023年政府信息公开工作年度报告";
  for (const auto* site : {"", "_示例县人民政府", " - 示例网", "-年报-示例网", "|年报|示例网", " — 示例网"})
    CHECK(text_of((plain + site).c_str()) == plain);
  CHECK(text_of("示例网_样例县教育局2023年政府信息公开工作年度报告") == plain);
  CHECK(text_of("政府信息公开年报-示例网") == "");
  CHECK(text_of("示例网") == "");
}

TEST_CASE("Metadata in JSON, only where there are any") {
  CHECK(to_json(parse(title + "一、总体情况\n甲。")).find("\"metadata\"") == std::string::npos);
  const auto json = to_json(parse("索引号：A-1\n" + title + "一、总体情况\n甲。"));
  CHECK(json.find(R"("metadata":{"index_number":"A-1","publisher":"","date":"","document_number":""})") !=
        std::string::npos);
  const auto read = from_json(json);
  REQUIRE(read);
  CHECK(read->report.metadata.index_number == "A-1");
  CHECK(to_json(*read) == json);
}

}  // namespace nianbao
