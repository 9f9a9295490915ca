// SPDX-License-Identifier: Apache-2.0
#include "output/coded_values.hpp"

#include <array>

#include "form/form.hpp"
#include "output/terminal.hpp"

namespace nianbao::output {

namespace {

using CodedValues = std::vector<CodedValue>;

CodedValues forms() {
  return {{"2021", "The form of 国办公开办函〔2021〕30号", "国办公开办函〔2021〕30号规定的格式"},
          {"2019", "The form of 国办公开办函〔2019〕60号", "国办公开办函〔2019〕60号规定的格式"}};
}

CodedValues sections(bool with_tables) {
  CodedValues out;
  for (const auto& section : form::sections)
    if (section.has_table || !with_tables)
      out.push_back({section.names.key, section.names.english, section.names.label});
  return out;
}

CodedValues states() {
  CodedValues out;
  for (auto n = 0; n <= static_cast<int>(CellState::inferred); ++n) {
    const auto state = static_cast<CellState>(n);
    out.push_back({std::string(to_string(state)), name_of({Language::english}, state),
                   name_of({Language::chinese}, state)});
  }
  return out;
}

CodedValues severities() {
  return {{"error", "Something of the form is missing or could not be read", "缺少应有内容或无法读取"},
          {"warning", "What was read is doubtful", "读取结果存疑"},
          {"note", "Worth knowing", "供参考"}};
}

CodedValues units_of_figures() { return {{"件", "Items", "件"}, {"万元", "10,000 yuan", "万元"}}; }

// In the order of StatementKind.
CodedValues kinds() {
  constexpr std::array<std::array<const char*, 2>, 24> words{{
      {"Requests received this year", "收到、新收、接收"},
      {"Requests accepted: of this year, or with those carried over", "受理（本年新收，或含上年结转）"},
      {"Requests dealt with; it may not be said of all what came of it", "办理（未必均已办结）"},
      {"Requests carried over from the year before", "上年结转"},
      {"Requests answered", "办结、答复"},
      {"Requests carried over to the next year", "结转下年度"},
      {"Requests whose information was disclosed", "予以公开"},
      {"Requests whose information was disclosed in part", "部分公开"},
      {"Requests refused", "不予公开"},
      {"Requests for information that cannot be provided", "无法提供"},
      {"Requests not processed", "不予处理"},
      {"Other results", "其他处理"},
      {"Cases of reconsideration", "行政复议"},
      {"Cases of litigation of both kinds", "行政诉讼（两类合计）"},
      {"Litigation without reconsideration before it", "未经复议直接起诉"},
      {"Litigation after reconsideration", "复议后起诉"},
      {"Reconsideration and litigation together", "行政复议、行政诉讼合计"},
      {"Regulations issued", "制发规章"},
      {"Regulations repealed", "废止规章"},
      {"Regulations in force", "现行有效规章"},
      {"Normative documents issued", "制发行政规范性文件"},
      {"Normative documents repealed", "废止行政规范性文件"},
      {"Normative documents in force", "现行有效行政规范性文件"},
      {"Administrative fees", "行政事业性收费"},
  }};
  CodedValues out;
  for (std::size_t n = 0; n < words.size(); ++n)
    out.push_back({std::string(to_string(static_cast<StatementKind>(n))), words[n][0], words[n][1]});
  return out;
}

CodedValues outcomes() {
  CodedValues out{{"all", "All outcomes", "全部"}};
  for (const auto& outcome : form::outcomes)
    if (&outcome != &form::outcomes[form::outcome_total])
      out.push_back({outcome.names.key, outcome.names.english, outcome.names.label});
  return out;
}

CodedValues channels() {
  return {
      {"any", "Any channel", "不限"},          {"online", "Online", "网络"}, {"letter", "Letter", "信函"},
      {"in_person", "In person", "当面"},      {"fax", "Fax", "传真"},       {"email", "E-mail", "电子邮件"},
      {"other", "Another channel", "其他渠道"}};
}

struct CodedColumn {
  Table table;
  std::string_view column;
  CodedValues values;
};

}  // namespace

CodedValue description_of(Table table) {
  switch (table) {
    case Table::figures:
      return {"figures", "One row for each figure of the form and report, printed or not.",
              "每份报告的每项数据一行，无论是否印出。"};
    case Table::reports: return {"reports", "One row for each report.", "每份报告一行。"};
    case Table::diagnostics:
      return {"diagnostics", "One row for each doubt about a report.", "每条诊断一行。"};
    default:
      return {"statements", "One row for each quantity that the text of a report states.",
              "报告文字中的每条数量陈述一行。"};
  }
}

const std::vector<CodedValue>& coded_values(Table table, std::string_view column) {
  static const std::array<CodedColumn, 8> all{{{Table::figures, "section", sections(true)},
                                               {Table::figures, "state", states()},
                                               {Table::figures, "unit", units_of_figures()},
                                               {Table::diagnostics, "severity", severities()},
                                               {Table::statements, "section", sections(false)},
                                               {Table::statements, "kind", kinds()},
                                               {Table::statements, "outcome", outcomes()},
                                               {Table::statements, "channel", channels()}}};
  static const CodedValues of_form = forms();
  static const CodedValues none;
  if (column == "form") return of_form;
  for (const auto& one : all)
    if (one.table == table && one.column == column) return one.values;
  return none;
}

std::vector<std::string> key_of(Table table) {
  switch (table) {
    case Table::figures: return {"report_id", "path"};
    case Table::reports: return {"report_id"};
    default: return {};
  }
}

}  // namespace nianbao::output
