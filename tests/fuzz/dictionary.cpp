// SPDX-License-Identifier: Apache-2.0
// dictionary TARGET: writes what a fuzzer should know of the language of its target, in libFuzzer's and AFL's
// format: the labels of the form and the words of statements, and tags, elements or keys.
#include <cstdio>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

#include "form/form.hpp"

namespace {

using Words = std::set<std::string>;

void write(const std::string& text) {
  std::printf("\"");
  for (const char c : text) std::printf("\\x%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
  std::printf("\"\n");
}

// What sentences of 一 are made of, and marks that readers know.
constexpr std::string_view others[] = {"政府信息公开工作年度报告",
                                       "本年新收政府信息公开申请",
                                       "上年结转",
                                       "结转下年度继续办理",
                                       "办结",
                                       "受理",
                                       "予以公开",
                                       "不予公开",
                                       "行政复议",
                                       "行政诉讼",
                                       "行政规范性文件",
                                       "其中",
                                       "件",
                                       "未收到",
                                       "较去年增加",
                                       "2023年",
                                       "2022年1月1日至12月31日",
                                       "\t",
                                       "|",
                                       "|---|",
                                       "# ",
                                       "<table>",
                                       "</td><td>",
                                       "colspan=\"2\"",
                                       "@@@"};

constexpr std::string_view tags[] = {"<tr><td>",
                                     "<th>",
                                     "rowspan=\"3\"",
                                     "<p>",
                                     "<br>",
                                     "<ol><li>",
                                     "<sup>",
                                     "<h2>",
                                     "<div>",
                                     "</div>",
                                     "</table>",
                                     "<input value=\"1\">",
                                     "<!--",
                                     "-->",
                                     "<del>",
                                     "<select><option selected>",
                                     "&nbsp;",
                                     "&#50;",
                                     "&amp;",
                                     "<script>",
                                     "</script>",
                                     "<nav>",
                                     "class=\"footer\"",
                                     "style=\"display:none\"",
                                     "<caption>",
                                     "<title>",
                                     "<meta charset=gbk>",
                                     "<ul>",
                                     "<textarea>",
                                     "<pre>",
                                     "<![CDATA[",
                                     "<colgroup><col>",
                                     "<!DOCTYPE html>"};

constexpr std::string_view word_tags[] = {"<page width=\"595\" height=\"841\">",
                                          "<word xMin=\"71\" yMin=\"97\" xMax=\"124\" yMax=\"110\">",
                                          "</word>",
                                          "xMin=\"1e308\"",
                                          "</page>",
                                          "<flow>",
                                          "<block>",
                                          "<line>"};

constexpr std::string_view attributes[] = {"w:val=\"2\"",
                                           "w:val=\"0\"",
                                           "w:val=\"continue\"",
                                           "w:val=\"restart\"",
                                           "w:w=\"1200\"",
                                           "w:fldCharType=\"begin\"",
                                           "w:fldCharType=\"separate\"",
                                           "w:fldCharType=\"end\"",
                                           "w:val=\"superscript\"",
                                           "w:val=\"chineseCounting\"",
                                           "w:numId=\"1\"",
                                           "w:abstractNumId=\"1\"",
                                           "w:ilvl=\"0\"",
                                           "w:val=\"%1、\"",
                                           "w:styleId=\"1\"",
                                           "w:type=\"paragraph\"",
                                           "xml:space=\"preserve\"",
                                           "&#x4E00;"};

constexpr std::string_view numbers[] = {"0 ", "71.5 ", "1e308 ", "nan ", "inf ", "-1 ", "\n"};

constexpr std::string_view keys[] = {"\"schema_version\":1",
                                     "\"title\":",
                                     "\"agency\":",
                                     "\"year\":",
                                     "\"template\":\"2021\"",
                                     "\"2019\"",
                                     "\"period\":{\"start\":\"2023-01-01\",\"end\":\"2023-12-31\"}",
                                     "\"preamble\":",
                                     "\"overview\":{\"text\":",
                                     "\"parts\":[{\"key\":",
                                     "\"heading\":",
                                     "\"figures\":[{\"path\":",
                                     "\"state\":\"blank\"",
                                     "\"value\":",
                                     "\"raw\":",
                                     "\"span\":{\"start\":0,\"end\":1,\"line\":1,\"column\":1}",
                                     "\"diagnostics\":[{\"code\":",
                                     "\"severity\":\"error\"",
                                     "\"message\":",
                                     "\"message_zh\":",
                                     "\"related\":[]",
                                     "null",
                                     "1e400",
                                     "9223372036854775808",
                                     "-0",
                                     "0.0000000000000000001",
                                     "\\u0000",
                                     "\\ud800"};

template <class List>
void add(Words& words, const List& list) {
  for (const auto& word : list) words.emplace(word);
}

void add_elements(Words& words) {
  for (const std::string name : {
#define NIANBAO_ELEMENT(symbol, space, name) #space ":" name,
#include "readers/docx/elements.def"
#undef NIANBAO_ELEMENT
       }) {
    words.insert("<" + name + ">");
    words.insert("<" + name + " w:val=\"1\"/>");
    words.insert("</" + name + ">");
  }
}

// Members are keys of JSON.
void add_keys(Words& words) {
  for (const auto form : {nianbao::Template::form_2021, nianbao::Template::form_2019})
    for (const auto& figure : nianbao::form_figures(form)) {
      words.emplace(figure.path);
      auto path = figure.path;
      for (auto end = path.find('.'); !path.empty(); end = path.find('.')) {
        words.insert("\"" + std::string(path.substr(0, end)) + "\":");
        path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
      }
    }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return std::fputs("usage: dictionary TARGET\n", stderr), 2;
  const std::string_view target = arguments[1];
  Words words(std::begin(others), std::end(others));
  for (const auto& wording : nianbao::form::all_wordings())
    if (wording.is_official) words.insert(wording.text);
  if (target == "html" || target == "markdown") add(words, tags);
  if (target == "words") add(words, word_tags);
  if (target == "boxes") add(words, numbers);
  if (target == "docx") {
    add(words, attributes);
    add_elements(words);
  }
  if (target == "json" || target == "checkjson") {
    add(words, keys);
    add_keys(words);
  }
  for (const auto& word : words) write(word);
  return 0;
}
