// SPDX-License-Identifier: Apache-2.0
// What only the form of 国办公开办函〔2019〕60号 has: the tables of 二, and （六）其他处理 in one row. Labels
// are quoted exactly.
#include "form/form.hpp"

namespace nianbao::form {

// clang-format off
const std::array<FactColumn, fact_column_count_2019> fact_columns_2019{{
  {{"produced", "本年新制作数量", "本年[度]新制作[件]数|本年[度]新制作件数量|本年[度]新制作", "Newly produced this year"}, Unit::items},
  {{"newly_disclosed", "本年新公开数量", "本年[度]新公开[件]数|本年[度]新公开件数量|本年[度]新公开", "Newly disclosed this year"}, Unit::items},
  {{"total_disclosed", "对外公开总数量", "对外公开[总](数量/数/件数)", "Disclosed in total"}, Unit::items},
  {{"previous_year_items", "上一年项目数量", "上[一]年[度]项目(数量/数)", "Items of the previous year"}, Unit::items},
  {{"change", "本年增/减", "本年[度]增减[数量/数/情况/项目数量]", "Change this year"}, Unit::items, true},
  {{"decisions", "处理决定数量", "处理决定[数/件数]", "Decisions"}, Unit::items},
  {{"items", "采购项目数量", "采购项目(数/总数量/总数)", "Procurement items"}, Unit::items},
  {{"amount", "采购总金额", "采购(金额/总额)|采购[总](金额/额)[单位](万元/元)", "Procurement amount"}, Unit::as_printed},
}};

const std::array<FactRow, fact_row_count_2019> fact_rows_2019{{
  {{"regulations", "规章", "", "Regulations"}, {5, 6, 7}, 0, 1},
  {{"normative_documents", "规范性文件", "", "Normative documents"}, {5, 6, 7}, 1, 1},
  {{"administrative_licensing", "行政许可", "", "Administrative licensing"}, {8, 9, 10}, 2, 5},
  {{"other_external_services", "其他对外管理服务事项", "(其他/其它)对外管理服务[事项]", "Other administrative services"}, {8, 9, 10}, 6, 5},
  {{"administrative_penalties", "行政处罚", "", "Administrative penalties"}, {8, 9, 10}, 3, 6},
  {{"administrative_coercion", "行政强制", "", "Administrative coercion"}, {8, 9, 10}, 4, 6},
  {{"administrative_fees", "行政事业性收费", "", "Administrative fees"}, {8, 9, -1}, 5, 8},
  {{"government_procurement", "政府集中采购", "", "Centralised government procurement"}, {11, 12, -1}, 7, 9},
}};

#define NIANBAO_FACT(row, column, member) \
  {row, column, "proactive_disclosure." #member, \
   [](AnnualReport& r) -> Cell& { return r.proactive_disclosure_2019.member; }}
const std::array<Fact, fact_count_2019> facts_2019{{
  NIANBAO_FACT(0, 5, regulations.produced),
  NIANBAO_FACT(0, 6, regulations.newly_disclosed),
  NIANBAO_FACT(0, 7, regulations.total_disclosed),
  NIANBAO_FACT(1, 5, normative_documents.produced),
  NIANBAO_FACT(1, 6, normative_documents.newly_disclosed),
  NIANBAO_FACT(1, 7, normative_documents.total_disclosed),
  NIANBAO_FACT(2, 8, administrative_licensing.previous_year_items),
  NIANBAO_FACT(2, 9, administrative_licensing.change),
  NIANBAO_FACT(2, 10, administrative_licensing.decisions),
  NIANBAO_FACT(6, 8, other_external_services.previous_year_items),
  NIANBAO_FACT(6, 9, other_external_services.change),
  NIANBAO_FACT(6, 10, other_external_services.decisions),
  NIANBAO_FACT(3, 8, administrative_penalties.previous_year_items),
  NIANBAO_FACT(3, 9, administrative_penalties.change),
  NIANBAO_FACT(3, 10, administrative_penalties.decisions),
  NIANBAO_FACT(4, 8, administrative_coercion.previous_year_items),
  NIANBAO_FACT(4, 9, administrative_coercion.change),
  NIANBAO_FACT(4, 10, administrative_coercion.decisions),
  NIANBAO_FACT(5, 8, administrative_fees.previous_year_items),
  NIANBAO_FACT(5, 9, administrative_fees.change),
  NIANBAO_FACT(7, 11, government_procurement.items),
  NIANBAO_FACT(7, 12, government_procurement.amount),
}};
#undef NIANBAO_FACT
// clang-format on

}  // namespace nianbao::form
