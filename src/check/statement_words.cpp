// SPDX-License-Identifier: Apache-2.0
#include "check/statement_words.hpp"

#include <array>

namespace nianbao::rules {

namespace {

using Kind = StatementKind;
using W = WordKind;

#define NIANBAO_RESULTS "applications.results."
constexpr std::array<ResultWord, 24> results{{
    {Kind::disclosed, ""},
    {Kind::partially_disclosed, ""},
    {Kind::not_disclosed, ""},
    {Kind::unable_to_provide, ""},
    {Kind::not_processed, ""},
    {Kind::other_results, ""},
    {Kind::not_disclosed, NIANBAO_RESULTS "not_disclosed.state_secret"},
    {Kind::not_disclosed, NIANBAO_RESULTS "not_disclosed.prohibited_by_law"},
    {Kind::not_disclosed, NIANBAO_RESULTS "not_disclosed.security_and_stability"},
    {Kind::not_disclosed, NIANBAO_RESULTS "not_disclosed.third_party_rights"},
    {Kind::not_disclosed, NIANBAO_RESULTS "not_disclosed.internal_affairs"},
    {Kind::not_disclosed, NIANBAO_RESULTS "not_disclosed.process_information"},
    {Kind::not_disclosed, NIANBAO_RESULTS "not_disclosed.enforcement_case_file"},
    {Kind::not_disclosed, NIANBAO_RESULTS "not_disclosed.administrative_inquiry"},
    {Kind::unable_to_provide, NIANBAO_RESULTS "unable_to_provide.not_held"},
    {Kind::unable_to_provide, NIANBAO_RESULTS "unable_to_provide.requires_creation"},
    {Kind::unable_to_provide, NIANBAO_RESULTS "unable_to_provide.unclear_after_correction"},
    {Kind::not_processed, NIANBAO_RESULTS "not_processed.petition_or_complaint"},
    {Kind::not_processed, NIANBAO_RESULTS "not_processed.duplicate"},
    {Kind::not_processed, NIANBAO_RESULTS "not_processed.published_material"},
    {Kind::not_processed, NIANBAO_RESULTS "not_processed.unreasonably_frequent"},
    {Kind::not_processed, NIANBAO_RESULTS "not_processed.confirmation_or_reissue"},
    {Kind::other_results, NIANBAO_RESULTS "other.correction_overdue"},
    {Kind::other_results, NIANBAO_RESULTS "other.fee_overdue"},
}};
#undef NIANBAO_RESULTS

constexpr std::array<std::string_view, 7> units{"件", "宗", "起", "份", "条", "个", "部"};

template <class Detail>
WordLine line(WordKind kind, Detail detail, const char* words, bool is_vague = false) {
  return {kind, static_cast<std::uint8_t>(detail), is_vague, words};
}

WordLine line(WordKind kind, const char* words) { return {kind, 0, false, words}; }

constexpr bool vague = true;

std::vector<WordLine> lines_of_speech() {
  return {
      line(W::comma, "，|,|；|;|：|:|（|）|(|)|——|—|[|]|【|】"),
      line(W::pause, "、|和|及|以及|与|或|或者|暨"),
      line(W::inexact,
           "不满|超期|逾期|逾期未|撤回|撤销申请|补正通知|延期|延期答复|延长|不规范|未按时|疑难|典型|约|余|多|"
           "近|超|超过|左右|以上|以下|逾|将近|大约|不足|不到|上下|上百|数十|若干"),
      line(W::filler,
           "一是|二是|三是|四是|五是|任何|书面|尚有|还有|余下|连同|共|共计|总计|合计|累计|总共|一共|计|为|是|"
           "有|了|的|地|得|已|已经|"
           "其|其中|含|包括|包含|"
           "另|另有|"
           "另外|"
           "分别为|全年|全年度|年内|期间|我们|各类|各种|相关|有关|数量|数|总数|总量|件数|总件数|数量为|数为|"
           "达|达到|新|新增|再|又|也|还|则|仍|继续|依法|依规|依法依规|按期|按时|及时|如期|按规定|"
           "依法按时|依法按期|依法及时|按时依法|严格|妥善|认真|规范|全部|所有|作出|做出|给予|决定|等|类|方面|"
           "部分为|"
           "工作|事务|情况|结果|结果为|方式|形式|要求|提出|提交|递交|提出的|提交的|向我局|向本机关|书面形式|"
           "正式|"
           "到|于|从|自|内|中|里|后|以|面向社会|社会|公众|社会公众|群众|申请人|县级|市级|区级|"
           "“|”|\"|主要|主动|渠道|途径|平台|"
           "办理结果为|办理情况为|处理结果为|上|从办理结果看|从申请方式看|从申请渠道看|按办理结果分|实际|"
           "经|经审核|经审查|告知|答复为|答复结果为|属于|因|由于|由|在|至今|其余|剩余|剩|"
           "底|年底|末|年末|依据|依照|根据|按照规定|法定期限内|在法定期限内|法定时限内|在法定时限内|"
           "规定时限内|规定期限内|"
           "在规定时限内|在规定期限内|办理完毕|完毕|完成|事项|案件|件次|案|案例|事宜|"
           "业务|现象|相关诉求"),
      line(W::tail, "均|全|都|并|且|并且|按|按照|同时|从而|皆"),
      line(W::each, "各|各有|均为|均是|各为|都为|都是"),
      line(W::negation,
           "未|没有|没|无|未曾|尚未|从未|暂未|暂无|并无|并未|均未|均无|尚无|未有|无任何|没有任何|未再|未新"),
      line(W::compare,
           "同比|环比|较|相较|相比|比|相比于|增加|增长|减少|下降|上升|同期|去年同期|上年同期|持平|增|降|提高|"
           "增幅|"
           "降幅|增多|上涨|多出|办结率|答复率|按时办结率|按期办结率|按时答复率|按期答复率|占"),
      line(W::other_time,
           "去年|往年|历年|近年|近年来|近三年|近五年|三年来|五年来|历史|以来|上半年|下半年|一季度|二季度|"
           "三季度|"
           "四季度|第一季度|第二季度|第三季度|第四季度|季度|每月|每年|每季度|每周|前年|日常|下一步|明年起|"
           "计划|拟|"
           "力争|预计|十三五|十四五|期末|截至6月底|月份|当月|次月|今后"),
      line(W::last_year,
           "上年|上年度|上一年|上一年度|上一个年度|去年度|往年度|上年末|上年底|上一年末|前一年|前一年度|"
           "上年未办结"),
      line(W::this_year,
           "今年以来|本年以来|本年度以来|本年度|今年|本年|今年内|本年度内|本年内|当年度|该年度|报告年度|"
           "本统计年度|本统计期"),
      line(W::next_year,
           "下年|下年度|下一年|下一年度|次年|次年度|来年|明年|下个年度|下一个年度|下一年年度|翌年|下明年度|"
           "第二年"),
      line(W::own,
           "我局|我委|我办|我厅|我院|我街道|我镇|我乡|我单位|我机关|我中心|我部门|本局|"
           "本委|本办|"
           "本厅|本机关|本单位|本部门|本级|本行政机关|局机关|委机关|厅机关|办机关|机关|全局|全委|我馆|我处|"
           "我所|我站|"
           "我队|我支队|我校|本镇|本乡|本街道|本级政府|我会|本中心|我街"),
      line(W::place,
           "我区|我县|我市|我省|我州|我盟|我旗|本市|本县|本区|全市|全县|全区|全省|全州|全盟|全旗|全镇|全乡|"
           "全街道|全自治区|全市共|全县共|全区共"),
      line(
          W::others,
          "各县|各县区|各区县|各县市|各市县|县区|区县|县市区|各区|各市|各镇|各乡镇|各镇街|各街道|各乡|"
          "乡镇街道|镇街|"
          "各部门|各单位|各级|各科室|各处室|市直|县直|区直|省直|市级部门|县级部门|区级部门|直属|下属|所属|"
          "下级|上级|"
          "基层|全系统|系统|其他机关|其他单位|其他部门|兄弟单位|成员单位|相关部门|有关部门|相关单位|有关单位|"
          "责任单位|承办单位|全国|转办|转交|转送|移送|移交|交办|代为|代市政府|代县政府|代区政府|协办|"
          "会办|协助|"
          "配合|指导|督促|征求意见|分别|某|转发|承办市政府|承办区政府|承办县政府|委托|下辖|辖区|市本级|"
          "县本级|区本级|"
          "省本级|垂直|派出机构|区域内"),
      line(W::foreign,
           "热线|12345|市长信箱|局长信箱|县长信箱|区长信箱|信箱|留言|网民留言|咨询|提案|建议|议案|人大|政协|"
           "建议提案|"
           "信访|信访件|信访事项|来信来访|投诉|举报|舆情|政务信息|信息|信息公开信息|公开信息|政策|解读|"
           "政策解读|新闻|"
           "稿件|栏目|培训|会议|公众号|微信|微博|动态|公告|公示|许可|行政许可|处罚|行政处罚|执法|检查|"
           "主动公开|"
           "主动公开信息|主动公开政府信息|政府信息|依申请公开信息|依申请公开政府信息|依申请公开目录|申请表|"
           "申请书|"
           "申请公开目录|来电|电话|来访|群众来信|群众来访|工单|件事|一件事|民生实事|互动|问卷|意见|案卷|"
           "文件解读|个工作日|工作日|件次信息|小时|答复书|告知书|听证|满意度|评议|责任追究|行政复议机关|"
           "行政复议法|"
           "行政复议决定|行政复议答复|行政复议意见|复议机关|复议决定|复议纠错|行政诉讼法|诉讼法|诉讼请求|"
           "败诉率|"
           "行政应诉|应诉|申请流程|申请渠道|申请受理点|申请表格|申请答复|"
           "依申请公开流程|依申请公开渠道|依申请公开培训|规范性文件解读|规范性文件库|规范性文件数据库|"
           "政府信息公开申请办理|政府信息公开申请渠道|党组|专栏|未来|无偿|无障碍|"
           "指南|"
           "目录|清单|制度"),
      line(W::via, "通过|依托|利用|经由|借助|采用|采取|运用"),
      line(W::part, "涉及|针对|关于|围绕|就|名义|清理|梳理|牵头|起草|代拟|对|向|属|涉|内容为|联合|会同|党内"),
      line(
          W::applicant,
          "自然人|公民|个人|法人|其他组织|法人或其他组织|法人和其他组织|法人及其他组织|法人或者其他组织|企业|"
          "商业企业|企业法人|科研机构|社会公益组织|公益组织|法律服务机构|组织|单位|律师|律师事务所|机构|"
          "法人组织|社会组织"),
      line(W::until, "截至|截止|截至目前|截止目前"),
      line(W::receive, "收到|接收|接到|新收|新收到|共收到|新接收"),
      line(W::accept, "受理|新受理|接受|接收受理"),
      line(W::handle, "办结|答复|回复|已办结|办毕|审结|办理结案|结案|答复办结|办结答复|办理答复"),
      line(W::process, "办理|处理|回应|反馈|处置"),
      line(W::fee, "行政事业性收费|行政事业性收费项目|任何行政事业性收费"),
      line(W::carry, 1, "结转|转结|跨年结转|跨年度结转"),
      line(W::carry, "结余|接转|转接|结转来|转来|转入|转至|转到|承接|遗留|留存|接续|续办|续办理|接续办理"),
      line(W::unfinished,
           "尚在办理|正在办理|正在办理中|尚在办理中|在办|办理中|尚未办理完毕|未办结|正在按程序办理"),
      line(W::towards, "至|入|延至|延续至"),
      line(W::postpone, "顺延"),
      line(W::occur, "发生|引发|引起|提起|被提起|产生|出现|被申请|被|不服|所|遭|导致|形成|存在|而|收取|收缴"),
      line(W::matter,
           "政府信息公开|信息公开|政务公开|政府信息公开工作|信息公开工作|政务公开工作|政府信息公开答复|"
           "政府信息公开申请答复|依申请公开工作|依申请公开答复|政府信息公开行为|政府信息公开事项|"
           "政府信息公开类|"
           "政务信息公开|政府信息公开案件"),
  };
}

std::vector<WordLine> lines_of_things() {
  return {
      line(W::channel, StatementChannel::online,
           "网上|网络|在线|线上|互联网|网站|门户网站|政府网站|政府门户网站|网上申请|网络申请|在线申请|"
           "线上申请|网申|"
           "网页|政务服务网|网络平台|网上平台|在线平台|互联网平台|网络渠道|网上提交|网络提交|政府网|"
           "一体化平台|"
           "依申请公开系统|网上申请平台|依申请公开平台|网站平台|网络在线|申请公开系统|依申请公开办理系统|"
           "网上渠道|网络方式|线上渠道"),
      line(W::channel, StatementChannel::letter,
           "信函|邮寄|来信|信件|邮政|书信|挂号信|快递|邮递|信函申请|邮寄申请|书面申请|信函邮寄|邮寄信函|"
           "邮件寄送|"
           "邮政快递|邮政寄送|信函方式|邮寄方式|纸质|纸质申请"),
      line(
          W::channel, StatementChannel::in_person,
          "当面|现场|窗口|当场|当面申请|现场申请|当面提交|现场提交|窗口申请|当面递交|现场递交|上门|到场|线下|"
          "现场受理|窗口受理|直接递交|线下申请|面交"),
      line(W::channel, StatementChannel::fax, "传真|传真申请"),
      line(W::channel, StatementChannel::email, "电子邮件|电子邮箱|电邮|邮箱|邮件|电子邮件申请"),
      line(W::channel, StatementChannel::other,
           "其他方式|其他渠道|其他形式|其它方式|其它渠道|其他途径|其它形式"),
      line(W::request,
           "政府信息公开申请|信息公开申请|依申请公开|公开申请|政府信息公开申请件|依申请公开件|依申请公开申请|"
           "依申请公开事项|政府信息依申请公开|信息依申请公开|依申请公开政府信息申请|政府信息依申请公开事项|"
           "依申请政府信息公开|依申请信息公开|公开申请件|政务公开申请|政务信息公开申请|依申请件|依申请事项|"
           "申请公开事项|申请政府信息公开|申请信息公开|政府信息申请|依申请公开案件|政府信息公开申请事项|"
           "政府信息公开依申请|依申请|申请公开政府信息|政府信息公开的申请|信息公开的申请|"
           "依申请公开政府信息事项|"
           "依申请公开办件|依申请公开办理件|信息公开申请件|政府信息依申请|依申请公开的申请|"
           "依申请公开信息申请|公开政府信息申请|"
           "公开政府信息的申请|政府信息公开事项申请"),
      line(W::bare, "申请|申请件|申请事项|申请数|申请数量|申请量|申请总数"),
      line(W::all_upheld,
           "均获维持|均被维持|全部维持|均维持|均予维持|均予以维持|结果均为维持|均已维持|全部获得维持|"
           "均得到维持|"
           "全部予以维持|均为维持|均为结果维持|结果维持均|都被维持|均作出维持决定|均维持原决定"),
      line(W::dispute, DisputeWord::reconsideration,
           "行政复议|复议|申请行政复议|被申请行政复议|提起行政复议|被提起行政复议|行政复议申请|行政复议案件|"
           "行政复议案|复议案件|复议申请|申请复议|提出行政复议|行政复议事项|被申请复议|被行政复议"),
      line(W::dispute, DisputeWord::litigation,
           "行政诉讼|诉讼|提起行政诉讼|被提起行政诉讼|行政诉讼案件|诉讼案件|行政诉讼案|提起诉讼|行政诉讼事项|"
           "被提起诉讼|被行政诉讼"),
      line(W::dispute, DisputeWord::direct,
           "未经复议直接起诉|直接起诉|未经行政复议直接起诉|未经复议直接提起行政诉讼|未经复议直接提起诉讼"),
      line(W::dispute, DisputeWord::later,
           "复议后起诉|经复议后起诉|行政复议后起诉|复议后提起行政诉讼|经行政复议后起诉|复议后提起诉讼"),
      line(W::document_act, DocumentAct::issue,
           "制发|印发|出台|制定|新制定|新制发|制定印发|制定出台|新出台|新印发|制定发布|制作"),
      line(W::document_act, DocumentAct::repeal,
           "废止|废止失效|宣布失效|失效|废止和宣布失效|宣布废止|废止了"),
      line(W::document_act, DocumentAct::keep,
           "现行有效|继续有效|保留|现有有效|有效的|现行有效的|继续有效的|保留有效"),
      line(W::document, DocumentWord::document, "规范性文件|行政规范性文件|政府规范性文件"),
      line(W::document, DocumentWord::regulation, "规章|政府规章|行政规章|地方政府规章|地方性规章"),
  };
}

std::vector<WordLine> lines_of_results() {
  using Outcome = StatementOutcome;
  return {
      line(W::result, 0,
           "予以公开|同意公开|全部公开|予以全部公开|全部予以公开|完全公开|答复予以公开|准予公开|公开答复"),
      line(W::result, 0, "公开|提供|予以提供|提供信息|信息提供|已主动公开|属于已主动公开", vague),
      line(W::result, 1,
           "部分公开|予以部分公开|部分予以公开|区分处理|同意部分公开|部分公开答复|部分不予公开"),
      line(W::result, 2, "不予公开|未予公开|不同意公开|决定不予公开"),
      line(W::result, 2, "不公开|免予公开", vague),
      line(W::result, 3, "无法提供|未能提供|政府信息无法提供"),
      line(W::result, 3, "信息不存在|政府信息不存在|申请信息不存在|不存在", vague),
      line(W::result, 4, "不予处理"),
      line(W::result, 4, "不予受理|不予答复|不再处理|不再重复处理", vague),
      line(W::result, 5, "其他处理|其它处理|其他处理情况"),
      line(W::result, 5, "其他方式处理|其他方式办理|其它方式处理|其他情况处理", vague),
      line(W::result, 6, "属于国家秘密|国家秘密"),
      line(W::result, 7, "其他法律行政法规禁止公开|法律行政法规禁止公开|法律法规禁止公开"),
      line(W::result, 8, "危及“三安全一稳定”|三安全一稳定|危及三安全一稳定"),
      line(W::result, 9, "保护第三方合法权益|第三方合法权益"),
      line(W::result, 10, "属于三类内部事务信息|三类内部事务信息|内部事务信息|属于内部事务信息"),
      line(W::result, 11, "属于四类过程性信息|四类过程性信息|过程性信息|属于过程性信息"),
      line(W::result, 12, "属于行政执法案卷|行政执法案卷|行政执法案卷信息"),
      line(W::result, 13, "属于行政查询事项|行政查询事项"),
      line(
          W::result, 14,
          "本机关不掌握|本机关不掌握相关政府信息|不掌握相关政府信息|本机关不掌握相关信息|不掌握相关信息|"
          "本机关不掌握政府信息|本行政机关不掌握|不掌握|本单位不掌握|我局不掌握|本机关未掌握|未掌握相关信息"),
      line(W::result, 15,
           "没有现成信息需要另行制作|没有现成信息|需要另行制作|需另行制作|无现成信息|"
           "没有现成信息、需要另行制作|"
           "没有现成信息，需要另行制作|没有现成信息需另行制作"),
      line(W::result, 16, "补正后申请内容仍不明确|补正后内容仍不明确|补正后仍不明确|内容仍不明确"),
      line(W::result, 17,
           "信访举报投诉类申请|信访举报投诉类|信访、举报、投诉类申请|信访投诉举报类申请|"
           "信访、投诉、举报类申请|"
           "信访类申请|信访投诉类"),
      line(W::result, 18, "重复申请|属重复申请"),
      line(W::result, 19, "要求提供公开出版物|公开出版物"),
      line(W::result, 20, "无正当理由大量反复申请|大量反复申请|反复申请"),
      line(W::result, 21,
           "要求行政机关确认或重新出具已获取信息|要求确认或重新出具已获取信息|确认或重新出具已获取信息"),
      line(W::result, 22,
           "申请人无正当理由逾期不补正|无正当理由逾期不补正|逾期不补正|逾期未补正|申请人逾期不补正|"
           "申请人逾期未补正"),
      line(W::result, 23, "逾期未按收费通知要求缴纳费用|逾期未缴费|逾期未缴纳费用"),
      line(W::outcome, Outcome::upheld,
           "维持|结果维持|予以维持|获维持|被维持|维持原决定|维持原行政行为|维持答复"),
      line(W::outcome, Outcome::upheld, "驳回|驳回申请|驳回起诉|驳回复议申请|驳回原告诉讼请求|胜诉", vague),
      line(W::outcome, Outcome::corrected, "纠正|结果纠正|被纠正|予以纠正"),
      line(W::outcome, Outcome::corrected, "撤销|责令重新答复|责令重作|确认违法|败诉|变更|被撤销", vague),
      line(W::outcome, Outcome::other, "其他结果|其它结果"),
      line(W::outcome, Outcome::other, "终止|撤诉|调解|和解|撤回申请|终止审理", vague),
      line(W::outcome, Outcome::pending,
           "尚未审结|未审结|正在审理|正在审理中|审理中|尚在审理|尚在审理中|未结|尚未办结|在审|仍在审理|"
           "未审理完结"),
  };
}

std::vector<WordLine> lines_of_units() {
  std::vector<WordLine> lines;
  for (std::size_t i = 0; i < units.size(); ++i) lines.push_back(line(W::unit, i, units[i].data()));
  return lines;
}

}  // namespace

const std::vector<WordLine>& word_lines() {
  static const std::vector<WordLine> all = [] {
    std::vector<WordLine> lines;
    for (const auto& part : {lines_of_speech(), lines_of_things(), lines_of_results(), lines_of_units()})
      lines.insert(lines.end(), part.begin(), part.end());
    return lines;
  }();
  return all;
}

const ResultWord& result_word(std::uint8_t detail) noexcept { return results[detail % results.size()]; }

std::string_view unit_word(std::uint8_t detail) noexcept { return units[detail % units.size()]; }

}  // namespace nianbao::rules
