// SPDX-License-Identifier: Apache-2.0
// Writes what a fuzzer of reports should know of their language, in libFuzzer's format: the labels of the
// form and the words of statements.
#include <cstdio>
#include <set>
#include <string>
#include <string_view>

#include "form/form.hpp"

namespace {

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

}  // namespace

int main() {
  std::set<std::string> words(std::begin(others), std::end(others));
  for (const auto& wording : nianbao::form::all_wordings())
    if (wording.is_official) words.insert(wording.text);
  for (const auto& word : words) write(word);
  return 0;
}
