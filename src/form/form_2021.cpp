// SPDX-License-Identifier: Apache-2.0
// The form of 国办公开办函〔2021〕30号, and what that of 2019 shares with it: sections, applicants, rows
// of the matrix, review. Labels are quoted exactly.
#include "form/form.hpp"

namespace nianbao::form {

// clang-format off
const std::array<Section, section_count> sections{{
  {{"overview", "一、总体情况",
    "一、(总体/基本)[工作]情况|一、概述",
    "Overview"}, false, "总体|基本情况|概述|概况|綜述|综述"},
  {{"proactive_disclosure", "二、主动公开政府信息情况",
    "二、[行政机关]主动公开政府信息[工作]情况",
    "Information disclosed on the agency's own initiative"}, true, "主动公开|公开政府信息"},
  {{"applications", "三、收到和处理政府信息公开申请情况",
    "三、[行政机关](收到/受理)处理政府信息公开申请[工作]情况",
    "Requests for information received and handled"}, true, "申请"},
  {{"review_and_litigation", "四、政府信息公开行政复议、行政诉讼情况",
    "四、[因]政府信息公开[工作][被申请/申请]行政复议[被提起/提起]行政诉讼[工作]情况",
    "Administrative reconsideration and litigation"}, true, "复议|诉讼"},
  {{"problems_and_improvements", "五、存在的主要问题及改进情况",
    "五、[政府信息公开[工作]]存在[主要](问题/不足)(改进/整改)(情况/措施)|五、主要问题改进(情况/措施)",
    "Problems and improvements"}, false, "问题|不足|困难"},
  {{"other_matters", "六、其他需要报告的事项",
    "六、(其他/其它)[需要/需/应当/应](报告/说明)(事项/情况)|六、(需要/需)(报告/说明)(其他/其它)(事项/情况)",
    "Other matters"}, false, "其他|其它"},
}};

const std::array<OverviewPartName, part_count> overview_parts{{
  {{"disclosure_on_request", "依申请公开", "依申请|申请公开", "Disclosure on request"}},
  {{"platform_development", "政府信息公开平台建设", "平台", "Platforms"}},
  {{"supervision", "监督保障", "监督|保障", "Supervision and support"}},
  {{"information_management", "政府信息管理", "信息管理|信息资源|管理情况", "Management of information"}},
  {{"proactive_disclosure", "主动公开", "主动公开|主动发布", "Disclosure on own initiative"}},
}};

const std::array<FactColumn, fact_column_count> fact_columns{{
  {{"issued", "本年制发件数", "本年[度](制发/制定/印发)[文件][件数/数量/数]|本年[度]制作件数", "Issued this year"}, Unit::items},
  {{"repealed", "本年废止件数", "本年[度]废止[文件][件数/数量/数]", "Repealed this year"}, Unit::items},
  {{"in_force", "现行有效件数", "(现行有效/现行)[文件][件数/数量/数]", "In force"}, Unit::items},
  {{"decisions", "本年处理决定数量", "本年[度]处理决定[数/件数/数量]", "Decisions this year"}, Unit::items},
  {{"amount", "本年收费金额（单位：万元）", "本年[度]收费[总]金额[单位][万元]", "Fees charged this year (10,000 yuan)"}, Unit::ten_thousand_yuan},
}};

const std::array<FactRow, fact_row_count> fact_rows{{
  {{"regulations", "规章", "[政府/部门]规章", "Regulations"}, {0, 1, 2}, 0, 1},
  {{"normative_documents", "行政规范性文件", "规范性文件", "Normative documents"}, {0, 1, 2}, 1, 1},
  {{"administrative_licensing", "行政许可", "", "Administrative licensing"}, {3, -1, -1}, 2, 5},
  {{"administrative_penalties", "行政处罚", "", "Administrative penalties"}, {3, -1, -1}, 3, 6},
  {{"administrative_coercion", "行政强制", "", "Administrative coercion"}, {3, -1, -1}, 4, 6},
  {{"administrative_fees", "行政事业性收费", "行政事业[单位]收费", "Administrative fees"}, {4, -1, -1}, 5, 8},
}};

#define NIANBAO_FACT(row, column, member) \
  {row, column, "proactive_disclosure." #member, [](AnnualReport& r) -> Cell& { return r.proactive_disclosure.member; }}
const std::array<Fact, fact_count> facts{{
  NIANBAO_FACT(0, 0, regulations.issued),
  NIANBAO_FACT(0, 1, regulations.repealed),
  NIANBAO_FACT(0, 2, regulations.in_force),
  NIANBAO_FACT(1, 0, normative_documents.issued),
  NIANBAO_FACT(1, 1, normative_documents.repealed),
  NIANBAO_FACT(1, 2, normative_documents.in_force),
  NIANBAO_FACT(2, 3, administrative_licensing.decisions),
  NIANBAO_FACT(3, 3, administrative_penalties.decisions),
  NIANBAO_FACT(4, 3, administrative_coercion.decisions),
  NIANBAO_FACT(5, 4, administrative_fees.amount),
}};
#undef NIANBAO_FACT

const std::array<Applicant, applicant_count> applicants{{
  {{"natural_person", "自然人", "", "Natural persons"}, &ApplicantCounts::natural_person},
  {{"commercial_enterprise", "商业企业", "商业|法人其他组织商业企业", "Commercial enterprises"}, &ApplicantCounts::commercial_enterprise},
  {{"research_institution", "科研机构", "科研|法人其他组织科研机构", "Research institutions"}, &ApplicantCounts::research_institution},
  {{"public_interest_organization", "社会公益组织", "社会公益|法人其他组织社会公益组织", "Public-interest organizations"}, &ApplicantCounts::public_interest_organization},
  {{"legal_service_organization", "法律服务机构", "法律服务|法人其他组织法律服务机构", "Legal service organizations"}, &ApplicantCounts::legal_service_organization},
  {{"other", "其他", "其它", "Other organizations"}, &ApplicantCounts::other},
  {{"total", "总计", "合计", "Total"}, &ApplicantCounts::total},
}};

#define NIANBAO_ROW(depth, group, member, label, aliases, english) \
  {{#member, label, aliases, english}, depth, group, false, \
   [](Applications& a, bool) -> ApplicantCounts* { return &a.member; }}
#define NIANBAO_SUBTOTAL(group, member, label, aliases, english) \
  {{#member ".subtotal", label, aliases, english}, 2, group, true, \
   [](Applications& a, bool create) -> ApplicantCounts* { \
     if (create && !a.member.subtotal) a.member.subtotal.emplace(); \
     return a.member.subtotal ? &*a.member.subtotal : nullptr; }}
const std::array<MatrixRow, matrix_row_count> matrix_rows{{
  NIANBAO_ROW(1, 0, newly_received, "一、本年新收政府信息公开申请数量", "一、本年[度]新收[到][政府信息][公开]申请[数量/数/件数]", "Received this year"),
  NIANBAO_ROW(1, 0, carried_over_in, "二、上年结转政府信息公开申请数量", "二、上年[度]结转[政府信息][公开]申请[数量/数/件数]", "Carried over from last year"),
  NIANBAO_ROW(2, 0, results.disclosed, "（一）予以公开", "", "Disclosed"),
  NIANBAO_ROW(2, 0, results.partially_disclosed, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开[区分处理]|（二）部分公开区分处理只计这一(情形/情况)不计(其他/其它)(情形/情况)", "Partially disclosed"),
  NIANBAO_SUBTOTAL(3, results.not_disclosed, "（三）不予公开", "", "Not disclosed, subtotal"),
  NIANBAO_ROW(3, 3, results.not_disclosed.state_secret, "1.属于国家秘密", "", "State secrets"),
  NIANBAO_ROW(3, 3, results.not_disclosed.prohibited_by_law, "2.其他法律行政法规禁止公开", "2.(其他/其它)法律[和]行政法规禁止公开", "Prohibited by laws or administrative regulations"),
  NIANBAO_ROW(3, 3, results.not_disclosed.security_and_stability, "3.危及“三安全一稳定”", "3.危及三安全一稳定", "Endangering the “three securities and one stability”"),
  NIANBAO_ROW(3, 3, results.not_disclosed.third_party_rights, "4.保护第三方合法权益", "4.(保护/损害)第三方合法权益", "Protecting third parties' lawful rights"),
  NIANBAO_ROW(3, 3, results.not_disclosed.internal_affairs, "5.属于三类内部事务信息", "5.属于三类内部事务[信息]", "Three kinds of internal affairs information"),
  NIANBAO_ROW(3, 3, results.not_disclosed.process_information, "6.属于四类过程性信息", "6.属于四类过程[性]信息", "Four kinds of process information"),
  NIANBAO_ROW(3, 3, results.not_disclosed.enforcement_case_file, "7.属于行政执法案卷", "7.属于行政执法案卷[信息]", "Administrative enforcement case files"),
  NIANBAO_ROW(3, 3, results.not_disclosed.administrative_inquiry, "8.属于行政查询事项", "8.属于行政查询事项[信息]", "Matters of administrative inquiry"),
  NIANBAO_SUBTOTAL(4, results.unable_to_provide, "（四）无法提供", "", "Unable to provide, subtotal"),
  NIANBAO_ROW(3, 4, results.unable_to_provide.not_held, "1.本机关不掌握相关政府信息", "1.本机关(不掌握/未掌握)[相关]政府信息", "Not held by this agency"),
  NIANBAO_ROW(3, 4, results.unable_to_provide.requires_creation, "2.没有现成信息需要另行制作", "2.没有现成[政府]信息需[要]另行制作", "Not readily available, would need to be created"),
  NIANBAO_ROW(3, 4, results.unable_to_provide.unclear_after_correction, "3.补正后申请内容仍不明确", "3.补正后申请内容(仍不明确/不明确)", "Still unclear after correction"),
  NIANBAO_SUBTOTAL(5, results.not_processed, "（五）不予处理", "", "Not processed, subtotal"),
  NIANBAO_ROW(3, 5, results.not_processed.petition_or_complaint, "1.信访举报投诉类申请", "1.信访[类]举报[类]投诉[类]申请", "Petitions, reports and complaints"),
  NIANBAO_ROW(3, 5, results.not_processed.duplicate, "2.重复申请", "2.重复[提出]申请", "Repeated requests"),
  NIANBAO_ROW(3, 5, results.not_processed.published_material, "3.要求提供公开出版物", "3.要求提供公开出版物", "Requests for published material"),
  NIANBAO_ROW(3, 5, results.not_processed.unreasonably_frequent, "4.无正当理由大量反复申请", "4.无正当理由(大量反复/反复大量/大量反覆)申请", "Unreasonably many and frequent requests"),
  NIANBAO_ROW(3, 5, results.not_processed.confirmation_or_reissue, "5.要求行政机关确认或重新出具已获取信息", "5.要求行政机关确认重新出具已获取[政府]信息", "Requests to confirm or reissue information already obtained"),
  NIANBAO_SUBTOTAL(6, results.other, "（六）其他处理", "（六）(其它/其他)处理[情况]", "Other results, subtotal"),
  NIANBAO_ROW(3, 6, results.other.correction_overdue, "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.申请人无正当理由逾期(不补正/未补正)行政机关不再处理其政府信息公开申请", "Correction overdue without good reason"),
  NIANBAO_ROW(3, 6, results.other.fee_overdue, "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2.申请人逾期未按收费通知要求(缴纳/交纳)费用行政机关不再处理其政府信息公开申请", "Fee overdue"),
  NIANBAO_ROW(3, 6, results.other.other, "3.其他", "3.其它", "Other"),
  NIANBAO_ROW(2, 0, results.total, "（七）总计", "（七）(合计/总数/共计)", "Total results"),
  NIANBAO_ROW(1, 0, carried_over_out, "四、结转下年度继续办理", "四、结转(下年度/下年/下一年度/下一年/下明年度/下明年)继续办理[数量/的]", "Carried over to next year"),
}};
#undef NIANBAO_ROW
#undef NIANBAO_SUBTOTAL

const std::array<Outcome, outcome_count> outcomes{{
  {{"upheld", "结果维持", "维持结果", "Upheld"}, &OutcomeCounts::upheld},
  {{"corrected", "结果纠正", "纠正结果", "Corrected"}, &OutcomeCounts::corrected},
  {{"other", "其他结果", "其它结果", "Other outcome"}, &OutcomeCounts::other},
  {{"pending", "尚未审结", "未审结", "Pending"}, &OutcomeCounts::pending},
  {{"total", "总计", "合计", "Total"}, &OutcomeCounts::total},
}};

const std::array<ReviewBlock, review_block_count> review_blocks{{
  {{"reconsideration", "行政复议", "", "Administrative reconsideration"}, &ReviewAndLitigation::reconsideration},
  {{"litigation_direct", "未经复议直接起诉", "未经[行政]复议直接(起诉/诉讼/提起诉讼)", "Litigation without reconsideration"}, &ReviewAndLitigation::litigation_direct},
  {{"litigation_after_reconsideration", "复议后起诉", "[行政]复议后(起诉/诉讼/提起诉讼)", "Litigation after reconsideration"}, &ReviewAndLitigation::litigation_after_reconsideration},
}};

const std::array<Furniture, 17> furniture{{
  {{Kind::caption, 1}, "第二十条第（一）项", "条例第二十条第一项"},
  {{Kind::caption, 5}, "第二十条第（五）项", "条例第二十条第五项"},
  {{Kind::caption, 6}, "第二十条第（六）项", "条例第二十条第六项"},
  {{Kind::caption, 8}, "第二十条第（八）项", "条例第二十条第八项"},
  {{Kind::caption, 9}, "第二十条第（九）项", "条例第二十条第九项"},
  {{Kind::fact_header, 0}, "信息内容", ""},
  {{Kind::matrix_header, 0}, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "本[列/行]数据的(勾稽/钩稽)关系为[第]一项加[第]二项之和等于[第]三项加[第]四项之和"},
  {{Kind::matrix_header, 1}, "申请人情况", ""},
  {{Kind::matrix_header, 2}, "法人或其他组织", "法人(其他/其它)组织"},
  {{Kind::organisations_subtotal, 0}, "小计", "法人小计|法人或其他组织小计|组织小计"},
  {{Kind::matrix_group, 255}, results_label, "三、本年[度]办理结果"},
  {{Kind::review_header, 0}, litigation_label, ""},
  {{Kind::total, 0}, "总计", "合计|共计"},
  {{Kind::other, 0}, "其他", "其它|法人其他组织其他"},
  {{Kind::foreign, 14}, "政府信息公开情况统计表", ""},
  {{Kind::foreign, 14}, "统计指标", ""},
  {{Kind::matrix_header, 3}, "申请人", ""},
}};
// clang-format on

}  // namespace nianbao::form
