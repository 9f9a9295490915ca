// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "nianbao/check.hpp"
#include "nianbao/json.hpp"
#include "nianbao/parse.hpp"
#include "nianbao/statement.hpp"
#include "support/catch.hpp"

// All agencies and sentences here are invented.
namespace nianbao {

namespace {

struct ReadSentence {
  const char* text;
  const char* expected;  ///< statements, parted by "; "
  const char* agency = "示例市教育局";
};

AnnualReport report_saying(const std::string& overview, const std::string& agency = "示例市教育局") {
  AnnualReport report;
  report.agency = agency;
  report.year = 2024;
  report.overview.prose.text = overview;
  return report;
}

// "reconsideration/upheld 2 件 part"
std::string described(const Statement& s) {
  std::string out(to_string(s.kind));
  if (s.outcome != StatementOutcome::all) out += "/" + std::string(to_string(s.outcome));
  if (s.channel != StatementChannel::any) out += "@" + std::string(to_string(s.channel));
  out += " " + std::to_string(s.value);
  if (!s.unit.empty()) out += " " + std::string(s.unit);
  if (s.is_part) out += " part";
  if (s.in_words) out += " words";
  if (!s.row.empty()) out += " " + std::string(s.row.substr(sizeof("applications.results.") - 1));
  return out;
}

std::string described(const AnnualReport& report) {
  std::string out;
  for (const auto& statement : statements(report)) out += (out.empty() ? "" : "; ") + described(statement);
  return out;
}

void check_cases(const std::vector<ReadSentence>& cases) {
  for (const auto& c : cases) {
    INFO(c.text);
    CHECK(described(report_saying(c.text, c.agency)) == c.expected);
  }
}

}  // namespace

TEST_CASE("Requests that a sentence counts") {
  check_cases({
      {"2024年，我局共收到政府信息公开申请12件，均为网上申请，其中上年结转1件，已全部按期答复。",
       "received 12 件; carried_over_in 1 件"},
      {"2024年，本机关共收到公民、法人和其他组织提交的政府信息公开申请35件，同比增长20%。", "received 35 件"},
      {"全年受理依申请公开事项28宗，较上年减少3宗，均在法定期限内答复。", "accepted 28 宗"},
      {"2024年度，我局收到政府信息公开申请共计1,234件，上年度结转12件，办结1,200件，结转下年度继续办理46件。",
       "received 1234 件; carried_over_in 12 件; handled 1200 件; carried_over_out 46 件"},
      {"２０２４年我委新收依申请公开１８件，办结１７件，1件结转下一年度。",
       "received 18 件; handled 17 件; carried_over_out 1 件"},
      {"2024年我局共接到依申请公开申请十二件，已全部答复。", "received 12 件"},
      {"（二）依申请公开。今年共收到申请9件，按时答复9件，答复率100%。", "received 9 件; handled 9 件"},
      {"（二）依申请公开情况\n2024年，共受理12件，办结12件。", "accepted 12 件; handled 12 件"},
      {"去年收到政府信息公开申请30件，今年收到25件。", "received 25 件"},
      {"2023年收到政府信息公开申请30件，办结30件；2024年收到政府信息公开申请25件，办结24件。",
       "received 25 件; handled 24 件"},
      {"与2023年相比，2024年收到政府信息公开申请25件，减少5件。", "received 25 件"},
      {"全市共收到政府信息公开申请330件，其中市本级20件。", "received 330 件", "示例市"},
      {"截至2024年底，累计收到政府信息公开申请58件。", "received 58 件 part"},
      {"2024年1月1日至12月31日，收到政府信息公开申请6件。", "received 6 件"},
      {"通过政府网站、信函、当面等渠道共收到政府信息公开申请12件。", "received 12 件"},
      {"收到依申请公开12件，其中自然人申请10件，法人或其他组织申请2件。", "received 12 件"},
      {"收到政府信息公开申请12件（自然人10件，法人2件），办结12件。", "received 12 件; handled 12 件"},
      {"2024年共办理政府信息公开申请14件（含上年结转2件），其中，按时办结13件，结转下年1件。",
       "processed 14 件; carried_over_in 2 件; handled 13 件; carried_over_out 1 件"},
      {"2024年，本机关收到并答复政府信息公开申请12件。", "processed 12 件"},
      {"2024年，收到并办结依申请公开7件。", "processed 7 件"},
      {"全年共处理政府信息公开申请19件，其中新收18件，上年结转1件。",
       "processed 19 件; received 18 件 part; carried_over_in 1 件"},
      {"本年度新收政府信息公开申请18件、结转上年政府信息公开申请1件，共办理19件。",
       "received 18 件; carried_over_in 1 件; processed 19 件"},
      {"2023年结转至2024年办理的政府信息公开申请2件。", "carried_over_in 2 件"},
      {"2024年结转至2025年继续办理的政府信息公开申请2件。", "carried_over_out 2 件"},
      {"按期答复率100%，答复政府信息公开申请12件，无超期答复。", "handled 12 件"},
      {"依申请公开：收到3件、答复3件。", "received 3 件; handled 3 件"},
      {"依申请公开工作。全年收到依申请公开3件，转办2件，答复1件。", "received 3 件"},
      {"根据国办函〔2020〕109号文件收到政府信息公开申请7件。", "received 7 件"},
      {"办结政府信息公开申请13件（其中1件为上年结转）。", "handled 13 件; carried_over_in 1 件"},
      {"2024年，市住建局共收到政府信息公开申请12件。", "received 12 件", "示例市住房和城乡建设局"},
      {"2024年，示例市住房和城乡建设局共收到政府信息公开申请12件。", "received 12 件",
       "示例市住房和城乡建设局"},
      {"2024年，市发展改革委共收到政府信息公开申请12件。", "received 12 件", "示例市发展和改革委员会"},
      {"2024年，市发展和改革委员会共收到政府信息公开申请12件。", "received 12 件", "示例市发展和改革委员会"},
      {"2024年，市信访局共收到政府信息公开申请12件。", "received 12 件", "示例市信访局"},
      {"我局认真做好为全市发展服务，全年收到政府信息公开申请12件。", "received 12 件"},
      {"收到政府信息公开申请12件，书面答复12件。", "received 12 件; handled 12 件"},
      {"12件政府信息公开申请均按时办结。", "handled 12 件"},
      {"2024年收到依申请公开申请一件，为自然人申请。", "received 1 件"},
      {"一是收到的依申请公开件12件均办结。", "received 12 件"},
      {"今年以来，共收到依申请公开12份，答复12份。", "received 12 份; handled 12 份"},
      {"全年收到政府信息公开申请10件，较2023年增加2件，增长25%。", "received 10 件"},
      {"2024年收到政府信息公开申请10件，2023年为8件。", "received 10 件"},
      {"我局2024年收到政府信息公开申请10件（2023年8件）。", "received 10 件"},
      {"通过书面形式收到政府信息公开申请1件。", "received 1 件 part"},
      {"2024年度本机关共办理依申请公开事项26件，其中，上年度结转3件，本年新收23件；已办结25件，1件结转至2025"
       "年度。",
       "processed 26 件; carried_over_in 3 件; received 23 件; handled 25 件; carried_over_out 1 件"},
      {"全年我厅收到政府信息公开申请153件（含上年结转5件），较2023年下降12.1%，办结150件。",
       "received 153 件; carried_over_in 5 件; handled 150 件"},
      {"全年共收到政府信息公开申请89件，其中自然人申请80件、法人或其他组织申请9件；答复86件，结转下年度办理3"
       "件。",
       "received 89 件; handled 86 件; carried_over_out 3 件"},
      {"一年来，我镇共收到依申请公开申请2件，均在规定时限内办结。", "received 2 件"},
      {"2024年，我街道通过线上线下共受理依申请公开4件，均已办结。", "accepted 4 件"},
      {"全年收到公开申请31件，同比减少6件；办结32件（含上年结转1件）。",
       "received 31 件; handled 32 件; carried_over_in 1 件"},
      {"2024年我局办理政府信息公开申请共计45件，其中43件已按期答复、2件结转下年度。",
       "processed 45 件; handled 43 件; carried_over_out 2 件"},
      {"我局2024年新收到政府信息公开申请21件，2023年结转2件，共23件。全部办理完毕，无结转。",
       "received 21 件; carried_over_in 2 件"},
      {"本机关2024年度政府信息公开申请受理数为0件。", "accepted 0 件"},
      {"本年度共受理信息公开申请3起，答复3起。", "accepted 3 起; handled 3 起"},
      {"办理12345热线诉求2300件，办理依申请公开15件，办结率100%。", "processed 15 件"},
      {"接待群众来访120人次，受理信访件89件，依申请公开3件。", "received 3 件"},
      {"受理办件申请1200件，收到公开申请2件。", "received 2 件"},
      {"对收到的5件政府信息公开申请，均在15个工作日内答复。", "received 5 件 part"},
      {"（二）依申请公开情况。严格落实《条例》要求，规范受理、审核、答复等流程。2024年，收到6件，答复6件。",
       "received 6 件; handled 6 件"},
      {"（二）依申请公开。2024年收到6件。较去年多2件。", "received 6 件"},
      {"（二）依申请公开。与去年的8件相比，今年收到6件。", "received 6 件"},
      {"（二）依申请公开。2022年收到4件，2023年收到8件，2024年收到6件。", "received 6 件"},
      {"近三年共收到政府信息公开申请36件，其中2024年收到6件。", "received 6 件 part"},
      {"协助其他单位答复政府信息公开申请9件，本局答复政府信息公开申请6件。", "handled 6 件"},
      {"我局答复政府信息公开申请6件，各镇街答复政府信息公开申请20件。", "handled 6 件"},
      {"收到政府信息公开申请6件，提供材料12份，公开文件30份。", "received 6 件"},
      {"收到政府信息公开申请6件，答复书6份，征求第三方意见函2件。", "received 6 件"},
      {"收到政府信息公开申请6件，告知补正2件，撤回1件，办结5件。", "received 6 件; handled 5 件"},
      {"收到政府信息公开申请6件，其中3件涉及拆迁，2件涉及规划，1件涉及教育。", "received 6 件"},
      {"收到政府信息公开申请6件，涉及8个事项，答复8份。", "received 6 件; handled 8 份 part"},
      {"共接受政府信息公开申请6件，均为当面申请。", "accepted 6 件"},
      {"已受理的6件政府信息公开申请，主动公开5件，不予公开1件。", "accepted 6 件"},
      {"收到依申请公开件６件，答复６件。", "received 6 件; handled 6 件"},
      {"收到政府信息公开申请二十三件，办结二十二件，结转下年一件。",
       "received 23 件; handled 22 件; carried_over_out 1 件"},
      {"共收到两件政府信息公开申请。", "received 2 件"},
      {"（二）依申请公开。全市行政机关共收到政府信息公开申请1560件，同比上升8.6%"
       "。其中，市级部门收到960件，各区县收到600件。办结1550件，予以公开800件。",
       "received 1560 件", "示例市"},
      {"收到政府信息公开申请12件，较上年度的15件减少3件，下降20%。", "received 12 件"},
      {"受理政府信息公开申请12件，比去年同期（10件）增加2件。", "accepted 12 件"},
      {"2024年度我局收到政府信息公开申请12件，上年为10件。", "received 12 件"},
      {"2024年，我局政府信息公开申请12件，上年度6件，增长100%。", "received 12 件"},
      {"2024年，机关本级收到政府信息公开申请12件，所属事业单位收到3件。", "received 12 件 part"},
      {"全年12件政府信息公开申请全部按期办结。", "handled 12 件"},
      {"依申请公开办结12件，办结率100%。", "handled 12 件"},
      {"2024年度共有政府信息公开申请12件。", "received 12 件"},
  });
}

TEST_CASE("None, in words or in figures") {
  check_cases({
      {"全年未收到政府信息公开申请。", "received 0 words"},
      {"2024年，我局没有收到公民、法人或者其他组织提出的政府信息公开申请。", "received 0 words"},
      {"2024年本单位未接到任何政府信息公开申请。", "received 0 words"},
      {"2024年无依申请公开事项。", "received 0 words"},
      {"2024年我局政府信息公开申请数量为0。", "received 0"},
      {"本年度依申请公开0件。", "received 0 件"},
      {"2024年共收到政府信息公开申请12件，上年结转的2件申请已办结，无上年结转件，无结转下年件。",
       "received 12 件; carried_over_in 2 件; carried_over_in 0 words; carried_over_out 0 words"},
      {"本年度政府信息公开申请零件。", "received 0 件"},
      {"2024年度，本机关新收政府信息公开申请 0 件，上年结转 0 件，办结 0 件，结转下年度 0 件。",
       "received 0 件; carried_over_in 0 件; handled 0 件; carried_over_out 0 件"},
      {"收到政府信息公开申请0件，上年结转0件，答复0件。",
       "received 0 件; carried_over_in 0 件; handled 0 件"},
      {"本年度，未收到任何形式的政府信息公开申请。", "received 0 words"},
      {"全年没有收到依申请公开。", "received 0 words"},
      {"2024年度未产生依申请公开业务。", "received 0 words"},
      {"2024年度未受理公民、法人及其他组织政府信息公开申请。", "received 0 words"},
      {"（二）依申请公开情况。我局高度重视依申请公开工作，安排专人负责。今年以来未收到相关申请。",
       "received 0 words"},
      {"（二）依申请公开。本年度未收到公民、法人和其他组织的申请。", "received 0 words"},
      {"本年度未收取任何行政事业性收费。", "administrative_fees 0 words"},
      {"2024年依申请公开信息处理费收取0元，无行政事业性收费。", "administrative_fees 0 words"},
  });
}

TEST_CASE("What became of requests") {
  check_cases({
      {"新收政府信息公开申请5件，办结5件，其中予以公开3件、部分公开1件、本机关不掌握1件。",
       "received 5 件; handled 5 件; disclosed 3 件; partially_disclosed 1 件; unable_to_provide 1 件 "
       "unable_to_provide.not_held"},
      {"2024年收到政府信息公开申请12件，其中予以公开5件，部分公开1件，不予公开2件，无法提供3件，不予处理1件，"
       "其他处理0件。",
       "received 12 件; disclosed 5 件; partially_disclosed 1 件; not_disclosed 2 件; unable_to_provide 3 "
       "件; not_processed 1 件; other_results 0 件"},
      {"收到的12件政府信息公开申请中，予以公开6件，6件不予公开。",
       "received 12 件; disclosed 6 件; not_disclosed 6 件"},
      {"（二）依申请公开。收到申请5件，其中1件为重复申请，以其他方式处理1件，对其中1件作出不予公开决定，1件正"
       "在办理。",
       "received 5 件; not_processed 1 件 not_processed.duplicate; other_results 1 件 part; carried_over_out "
       "1 件 part"},
      {"政府信息公开申请予以公开12件、部分公开2件、不予公开3件（其中属于国家秘密1件，属于三类内部事务信息2件"
       "），无法提供4件（本机关不掌握相关政府信息3件、没有现成信息需要另行制作1件）。",
       "disclosed 12 件; partially_disclosed 2 件; not_disclosed 3 件; not_disclosed 1 件 "
       "not_disclosed.state_secret; not_disclosed 2 件 not_disclosed.internal_affairs; unable_to_provide 4 "
       "件; unable_to_provide 3 件 unable_to_provide.not_held; unable_to_provide 1 件 "
       "unable_to_provide.requires_creation"},
      {"今年共收到政府信息公开申请7件，答复7件，其中同意公开4件，不予公开1件，申请信息不存在2件。",
       "received 7 件; handled 7 件; disclosed 4 件; not_disclosed 1 件; unable_to_provide 2 件 part"},
      {"收到政府信息公开申请6件，不予公开1件（涉及国家秘密1件），其余5件予以公开。",
       "received 6 件; not_disclosed 1 件; disclosed 5 件"},
      {"受理政府信息公开申请6件，不予受理1件。", "accepted 6 件; not_processed 1 件 part"},
      {"依申请公开（共12件）：予以公开5件，不予公开7件。", "disclosed 5 件; not_disclosed 7 件"},
      {"（二）依申请公开。健全依申请公开工作制度，规范受理、登记、审核、答复流程，不断提升办理质效。2024年，"
       "全局共办理依申请公开11件，其中上年度结转1件，本年度新收10件，均按时办结，未发生逾期答复情况。在答复的"
       "申请中，予以公开6件，部分公开2件，本机关不掌握相关政府信息3件。",
       "processed 11 件; carried_over_in 1 件; received 10 件; disclosed 6 件; partially_disclosed 2 件; "
       "unable_to_provide 3 件 unable_to_provide.not_held"},
      {"（二）依申请公开。2024年，本机关共收到政府信息公开申请56件（其中自然人50件，法人或其他组织6件），加上"
       "上年结转的4件，共需办理60件。截至2024年12月31日，已办结57件，结转下年度继续办理3件。从办理结果看，予"
       "以公开20件，占35.1%；部分公开5件，占8.8%；不予公开8件，占14.0%；无法提供18件，占31.6%"
       "；不予处理4件，占7.0%；其他处理2件，占3.5%。",
       "received 56 件; carried_over_in 4 件; processed 60 件 part; handled 57 件; carried_over_out 3 件; "
       "disclosed 20 件; partially_disclosed 5 件; not_disclosed 8 件; unable_to_provide 18 件; "
       "not_processed 4 件; other_results 2 件"},
      {"收到政府信息公开申请12件，经补正后受理10件，2件逾期未补正。",
       "received 12 件; accepted 10 件 part; other_results 2 件 other.correction_overdue"},
  });
}

TEST_CASE("Reconsiderations and lawsuits") {
  check_cases({
      {"因政府信息公开引发的行政复议2件，其中维持1件，撤销1件；行政诉讼1件，尚未审结。",
       "reconsideration 2 件; reconsideration/upheld 1 件; reconsideration/corrected 1 件 part; litigation 1 "
       "件"},
      {"未发生因政府信息公开引发的行政复议、行政诉讼。", "disputes 0 words"},
      {"2024年未收到政府信息公开申请，也未发生行政复议、行政诉讼案件。",
       "received 0 words; disputes 0 words"},
      {"全年没有因政府信息公开申请行政复议、提起行政诉讼的情况。", "disputes 0 words"},
      {"2024年，因政府信息公开被申请行政复议3件，其中结果维持2件，结果纠正1件；被提起行政诉讼2件，均获维持。",
       "reconsideration 3 件; reconsideration/upheld 2 件; reconsideration/corrected 1 件; litigation 2 件; "
       "litigation/upheld 2 words"},
      {"政府信息公开行政复议2件，均获维持。", "reconsideration 2 件; reconsideration/upheld 2 words"},
      {"因依申请公开引发行政复议1件，维持；行政诉讼0件。", "reconsideration 1 件; litigation 0 件"},
      {"涉及政府信息公开的行政复议、行政诉讼各1件。", "reconsideration 1 件; litigation 1 件"},
      {"因政府信息公开产生行政复议、行政诉讼共3件。", "disputes 3 件"},
      {"政府信息公开工作被申请行政复议2件（其中维持1件，尚未审结1件），被提起行政诉讼1件（未经复议直接起诉）"
       "。",
       "reconsideration 2 件; reconsideration/upheld 1 件; reconsideration/pending 1 件; litigation 1 件"},
      {"因政府信息公开引发行政诉讼3件，其中未经复议直接起诉2件，复议后起诉1件。",
       "litigation 3 件; litigation_direct 2 件; litigation_after_reconsideration 1 件"},
      {"政府信息公开行政复议案件0件，行政诉讼案件0件。", "reconsideration 0 件; litigation 0 件"},
      {"发生政府信息公开行政复议案件3件（维持2件、纠正1件），行政诉讼案件2件（一审维持1件，二审维持1件）。",
       "reconsideration 3 件; reconsideration/upheld 2 件; reconsideration/corrected 1 件; litigation 2 件"},
      {"政府信息公开行政复议3件，其中维持2件，1件尚未审结。",
       "reconsideration 3 件; reconsideration/upheld 2 件; reconsideration/pending 1 件"},
      {"全年我镇未收到依申请公开申请，无行政复议、诉讼。", "received 0 words; disputes 0 words"},
      {"2024年，我单位共收到政府信息公开申请3件，办结3件，其中：予以公开1件、部分公开1件、无法提供1件。未发生"
       "因政府信息公开申请引起的行政复议和行政诉讼案件。",
       "received 3 件; handled 3 件; disclosed 1 件; partially_disclosed 1 件; unable_to_provide 1 件; "
       "disputes 0 words"},
      {"共收到依申请公开件2件，均已在规定期限内答复，未产生行政复议和行政诉讼。",
       "received 2 件; disputes 0 words"},
      {"2024年，全委共受理群众依申请公开事项8件，均已依法依规答复，按时办结率100%"
       "，未产生行政复议及行政诉讼。",
       "accepted 8 件; disputes 0 words"},
      {"2024年，本单位未收到依申请公开事项，未发生因政府信息公开申请行政复议、提起行政诉讼情况。",
       "received 0 words; disputes 0 words"},
      {"2024年，政府信息公开申请共收到3件，办结3件，无行政复议，无行政诉讼。",
       "received 3 件; handled 3 件; reconsideration 0 words; litigation 0 words"},
      {"因政府信息公开被提起行政复议案件5件，其中维持2件、纠正1件、其他结果1件、尚未审结1件；行政诉讼案件2件"
       "，维持1件、尚未审结1件。",
       "reconsideration 5 件; reconsideration/upheld 2 件; reconsideration/corrected 1 件; "
       "reconsideration/other 1 件; reconsideration/pending 1 件; litigation 2 件; litigation/upheld 1 件; "
       "litigation/pending 1 件"},
      {"2024年，因政府信息公开行政行为引发行政复议1宗，行政诉讼1宗，均被维持。",
       "reconsideration 1 宗; litigation 1 宗; reconsideration/upheld 1 words; litigation/upheld 1 words"},
      {"年内，我局没有因政府信息公开引起的行政复议、行政诉讼。", "disputes 0 words"},
      {"全年发生政府信息公开类行政复议2件、行政诉讼0件。", "reconsideration 2 件; litigation 0 件"},
      {"2024年收到政府信息公开申请12件，涉及行政复议2件。", "received 12 件; reconsideration 2 件"},
      {"政府信息公开行政复议案件2件，比上年减少1件。", "reconsideration 2 件"},
      {"因政府信息公开引发行政复议2件、行政诉讼1件，涉及申请3件。", "reconsideration 2 件; litigation 1 件"},
      {"2024年因政府信息公开发生行政复议2件，其中1件被撤销，1件驳回。",
       "reconsideration 2 件; reconsideration/corrected 1 件 part; reconsideration/upheld 1 件 part"},
      {"发生政府信息公开行政复议5件、同比下降50%，行政诉讼0件。", "reconsideration 5 件; litigation 0 件"},
  });
}

TEST_CASE("Regulations and normative documents") {
  check_cases({
      {"2024年制发行政规范性文件5件，废止3件，现行有效40件。",
       "documents_issued 5 件; documents_repealed 3 件; documents_in_force 40 件"},
      {"2024年，我局制定出台规范性文件2件，废止规范性文件1件。",
       "documents_issued 2 件; documents_repealed 1 件"},
      {"清理规范性文件30件，继续有效20件，废止5件，修改5件。",
       "documents_in_force 20 件 part; documents_repealed 5 件 part"},
      {"现行有效行政规范性文件16件。", "documents_in_force 16 件"},
      {"截至2024年12月31日，我局现行有效规范性文件16件。", "documents_in_force 16 件"},
      {"2024年未制发规章，未制发行政规范性文件。", "regulations_issued 0 words; documents_issued 0 words"},
      {"2024年，市政府制定政府规章2部，废止1部。", "regulations_issued 2 部; regulations_repealed 1 部",
       "示例市"},
      {"本年度未制定规章和行政规范性文件。", "regulations_issued 0 words; documents_issued 0 words"},
      {"印发《示例市教育局工作办法》等规范性文件2件。", "documents_issued 2 件"},
      {"2024年，市政府制定政府规章2部，废止1部。", "regulations_issued 2 部; regulations_repealed 1 部",
       "示例市人民政府"},
      {"印发《示例市教育局工作办法》《示例规定》等规范性文件2件。", "documents_issued 2 件"},
      {"本年度制定行政规范性文件1件，废止规范性文件0件，现行有效规范性文件9件。",
       "documents_issued 1 件; documents_repealed 0 件; documents_in_force 9 件"},
      {"全年共制发规范性文件4份，全部在网站公开。", "documents_issued 4 份"},
      {"新制定规范性文件2件，修订1件，宣布失效3件。", "documents_issued 2 件; documents_repealed 3 件"},
      {"开展规范性文件清理，共清理规范性文件56件，保留45件，废止8件，修改3件。",
       "documents_in_force 45 件 part; documents_repealed 8 件 part"},
      {"年内审核规范性文件18件，其中制发4件。", "documents_issued 4 件 part"},
      {"我局起草并以市政府名义印发规范性文件2件。", "documents_issued 2 件 part"},
      {"2024年未制定、未废止行政规范性文件。", "documents_repealed 0 words"},
      {"全年共制定行政规范性文件5件（其中市政府2件、部门3件），废止1件。",
       "documents_issued 5 件; documents_repealed 1 件"},
  });
}

TEST_CASE("Requests by channel") {
  check_cases({
      {"2024年，收到依申请公开件5件，其中通过网上提交3件，信函2件，全部按期办结。",
       "received 5 件; received@online 3 件 part; received@letter 2 件 part"},
      {"2024年收到政府信息公开申请12件，其中网上申请8件、信函申请3件、当面申请1件。",
       "received 12 件; received@online 8 件 part; received@letter 3 件 part; received@in_person 1 件 part"},
      {"2024年收到政府信息公开申请12件，其中网络申请8件，邮寄3件，现场2件。",
       "received 12 件; received@online 8 件 part; received@letter 3 件 part; received@in_person 2 件 part"},
      {"通过网络平台收到政府信息公开申请8件，通过信函收到政府信息公开申请4件。",
       "received@online 8 件 part; received@letter 4 件 part"},
      {"2024年，依申请公开共受理政府信息公开申请 45 宗，其中网上 40 宗、现场 5 宗；上年度结转 3 宗。办结 47 "
       "宗，结转下年度 1 宗。",
       "accepted 45 宗; received@online 40 宗 part; received@in_person 5 宗 part; carried_over_in 3 宗; "
       "handled 47 宗; carried_over_out 1 宗"},
      {"全年受理政府信息公开申请10件，其中受理网上申请8件，受理邮寄申请2件。",
       "accepted 10 件; received@online 8 件 part; received@letter 2 件 part"},
      {"2024年共收到依申请公开政府信息申请16件（网上申请12件，信函申请3件，当面申请1件），已全部依法予以答复"
       "，其中予以公开9件，部分公开2件，无法提供5件。",
       "received 16 件; received@online 12 件 part; received@letter 3 件 part; received@in_person 1 件 part; "
       "disclosed 9 件; partially_disclosed 2 件; unable_to_provide 5 件"},
      {"（二）依申请公开方面。一是畅通受理渠道。在门户网站设置依申请公开专栏，公布办公地址、联系电话、传真号"
       "码。二是规范办理流程。全年共收到政府信息公开申请20件，其中网络申请15件、信函申请4件、现场申请1件，均"
       "在法定期限内答复。三是加强沟通协调。与申请人电话沟通30余次，主动撤回申请2件。",
       "received 20 件; received@online 15 件 part; received@letter 4 件 part; received@in_person 1 件 part"},
      {"（二）依申请公开。2024年，我单位收到线上依申请公开1件，已按要求答复。线下0件。",
       "received@online 1 件 part; received@in_person 0 件 part"},
      {"（二）依申请公开。2024年未收到线下依申请公开，收到线上依申请公开1件。", "received@online 1 件 part"},
  });
}

TEST_CASE("Sentences that state nothing of the tables") {
  for (const char* text : {
           "（二）依申请公开。未按期办结3件。",
           "（二）依申请公开。收到政府信息公开申请12件左右。",
           "收到政府信息公开申请5件材料。",
           "收到政府信息公开申请12件的单位受到通报。",
           "市自然资源局收到政府信息公开申请33件，办结30件。",
           "全市共收到政府信息公开申请330件，其中市本级20件。",
           "各县区共收到政府信息公开申请330件，办结320件。",
           "指导下属单位办理政府信息公开申请12件。",
           "协助市政府办理依申请公开件3件。",
           "2024年，共收到12345热线转办工单300件，办结299件。",
           "办理人大建议12件、政协提案8件，答复率100%。",
           "受理网民咨询、投诉事项3872件，办结3872件。",
           "发布政府信息1200条，其中规范性文件3件。",
           "组织开展依申请公开专题培训2次，发放资料30份。",
           "自收到申请之日起20个工作日内答复。",
           "依据《条例》第三十六条，予以公开3件，部分公开2件。",
           "2024年收到申请12件。其中，3件予以公开，2件部分公开，7件无法提供。",
           "2024年收到政府信息公开申请约12件。",
           "2024年收到政府信息公开申请12余件。",
           "2024年收到政府信息公开申请超过100件。",
           "自2008年以来累计收到政府信息公开申请580件。",
           "上半年收到政府信息公开申请6件，下半年收到8件。",
           "2024年6月收到政府信息公开申请6件。",
           "未收到对政府信息公开申请答复不满的投诉。",
           "收到涉及征地拆迁的政府信息公开申请5件。",
           "2024年收到征地类政府信息公开申请5件。",
           "土地类申请5件。",
           "收到申请12件，涉及土地征收5件，住房保障3件，办结12件。",
           "全年办理行政复议案件120件，政府信息公开类3件。",
           "依法办理涉及政府信息公开的行政复议案件2件。",
           "2024年收到行政复议申请300件，审结290件。",
           "未经复议直接起诉2件，复议后起诉1件。",
           "全年公开规范性文件5件。",
           "审查规范性文件12件，备案8件。",
           "2024年，市政府制定政府规章2部，废止1部。",
           "门户网站发布规范性文件12件。",
           "按申请方式分，网上申请8件，信函4件。",
           "属于行政查询事项2件，重复申请1件，信访举报投诉类申请3件。",
           "依申请公开答复中，予以公开6件，属于行政查询事项2件，重复申请1件，信访举报投诉类申请3件。",
           "延期答复政府信息公开申请3件。",
           "超期答复政府信息公开申请0件。",
           "未按期办结3件。",
           "未予公开2件。",
           "申请人主动撤回2件。",
           "2024年收取信息处理费0元。",
           "2025年计划受理政府信息公开申请不超过10件。",
           "下一步，力争办结政府信息公开申请100件。",
           "收到政府信息公开申请2 58件。",
           "收到政府信息公开申请12件次。",
           "联系电话：0458-3368995件。",
           "收到涉及征地拆迁的政府信息公开申请5件，办结5件。",
           "全市各级行政机关共收到政府信息公开申请330件。其中，市级部门200件。办结320件。",
           "其中1件为重复申请。",
           "主动公开政府信息1234条，依申请公开政府信息12条。",
           "收到依申请公开信息0条。",
           "（二）依申请公开。电话咨询12件，网上咨询30件，答复30件。",
           "（二）依申请公开。政务服务热线、依申请公开平台等渠道收到群众诉求300件。",
           "收到各类来信来访、依申请公开共120件。",
           "全年办理行政复议案件120件，其中政府信息公开行政复议3件。",
           "我局办理“高效办成一件事”12件，（二）依申请公开。",
           "2023年、2024年分别收到政府信息公开申请10件、12件。",
           "2024年度区教育局无依申请公开情况。",
           "2024年没有发生针对本机关有关政府信息公开事务的行政复议案件、行政诉讼案件和有关的申诉案件。",
           "政府信息公开行政复议案件被纠正1件。",
           "全市政府信息公开行政复议案件收案220件，审结200件。",
           "本年度行政复议纠错率为0，行政诉讼败诉率为0。",
           "全年共办理行政诉讼案件15件。",
           "主动公开规范性文件15件，解读12件。",
           "公布现行有效的行政规范性文件目录，共计23件。",
           "截至2024年底，我县现行有效行政规范性文件112件。",
           "本机关无规范性文件制发、废止情况。",
           "严格执行规范性文件合法性审核，审核率100%，全年合法性审核规范性文件12件。",
           "全年公开政府信息3560条，其中依申请公开政府信息5条。",
           "收到市长信箱来信56件，全部答复。",
           "依申请公开信箱收到邮件12件。",
           "组织信息公开业务培训3场次，受理培训申请12件。",
           "全年受理行政许可申请350件，办结348件。",
           "政府信息公开申请平均办理时长8.5天，最长20个工作日。",
           "（二）依申请公开。建立台账制度，办理建议提案12件。答复12件。",
           "自政府信息公开平台开通以来，共收到申请300件。",
           "第四季度收到政府信息公开申请2件。",
           "2024年1月至6月收到政府信息公开申请2件，7月至12月收到4件。",
           "预计2025年收到政府信息公开申请200件。",
           "每年收到政府信息公开申请约20件。",
           "代县政府答复政府信息公开申请9件。",
           "区政府转办政府信息公开申请3件，我局均按要求提出答复意见。",
           "示例市交通局答复政府信息公开申请9件。",
           "申请人张某就同一事项提出政府信息公开申请8件。",
           "其中，张某一人提交政府信息公开申请20件。",
           "某公司申请公开文件3件，予以公开2件。",
           "共收到申请表6份，其中有效申请5份。",
           "对依申请公开的12条信息予以公开。",
           "收到政府信息公开申请 １，２３４ 件。",
           "（二）依申请公开。全市行政机关共收到政府信息公开申请1560件，同比上升8.6%"
           "。其中，市级部门收到960件，各区县收到600件。办结1550件，予以公开800件。",
           "（五）监督保障。2024年，未收到关于政府信息公开工作的举报投诉，未发生因政府信息公开被追责情况。",
           "（五）监督保障。全年接受社会监督，收到意见建议15件，办结15件，政府信息公开申请满意率100%。",
           "我局收到市政府办公室转来的政府信息公开申请3件，配合办理2件。",
           "申请数量方面，2024年为12件，2023年为10件。",
           "2024年共收到政府信息公开申请12件次，答复12件次。",
           "政府信息公开申请受理量较大的单位为：市公安局120件，市住建局80件，市教育局20件。",
           "收到政府信息公开申请数量居前三位的是示例区30件、样例县20件。",
           "全年行政复议2件，行政诉讼1件，均与政府信息公开无关。",
           "上年度结转政府信息公开行政复议1件，本年新增2件。",
           "2024年政府信息公开类行政诉讼一审案件3件，二审案件2件。",
           "2024年办理以市政府为被申请人的政府信息公开行政复议案件5件。",
           "全年出台惠企政策文件12件，行政规范性文件3件。",
           "今年制发公文300件，其中规范性文件3件，主动公开250件。",
           "全年共发布规章、规范性文件及其他政策文件120件。",
           "现行有效规范性文件目录新增3件，删除2件。",
           "市政府及市政府办公室共印发行政规范性文件8件。",
           "全年规范性文件备案审查率100%，报送备案3件。",
           "2024年，全年累计公开行政规范性文件2件，行政处罚120件。",
           "提供规范性文件查阅服务35件次。",
           "本年度收费0元，依申请公开收费减免0件。",
           "本机关不收取行政事业性收费。",
           "没有行政事业性收费项目减免。",
           "2024年政府信息公开申请办理中，依法收取信息处理费1件。",
           "五是政府信息公开申请办理能力有待提升，部分申请办理不够规范，2024年被行政复议机关纠正1件。",
           "政府信息公开申请答复被纠正1件，被撤销1件。",
           "对12件申请逐一研判，公开8件，不公开4件。",
           "全年共12件依申请公开，全部办结。",
           "2024年依申请公开工作总量12件，其中新收10件，结转2件。",
           "新收10件、上年结转2件、办结11件、结转下年1件。",
       }) {
    INFO(text);
    CHECK(described(report_saying(text)).empty());
  }
}

TEST_CASE("What sentences mean by years depends on the year reported on") {
  auto report = report_saying("2023年收到政府信息公开申请8件，2024年结转至2025年办理1件。");
  CHECK(described(report) == "carried_over_out 1 件");
  report.year = 2023;
  CHECK(described(report) == "received 8 件");
  report.year.reset();
  CHECK(described(report).empty());
  CHECK(described(report_saying("收到政府信息公开申请8件。")) == "received 8 件");
}

TEST_CASE("A topic goes on in its paragraph and ends with it") {
  CHECK(described(report_saying("（二）依申请公开情况\n共受理12件。办结11件。")) ==
        "accepted 12 件; handled 11 件");
  const std::string paragraph =
      "全年收到政府信息公开申请12件，均在法定期限内作出答复，切实保障公众的知情权。";
  CHECK(described(report_saying(paragraph + "办结11件。")) == "received 12 件; handled 11 件");
  CHECK(described(report_saying(paragraph + "\n办结11件。")) == "received 12 件");
}

TEST_CASE("A statement keeps its clause and where it stands") {
  const std::string before = "2024年，";
  const std::string clause = "本机关共收到政府信息公开申请 １２ 件";
  const auto all = statements(report_saying(before + clause + "，办结9件。"));
  REQUIRE(all.size() == 2);
  CHECK(all[0].value == 12);
  CHECK(all[0].path == "overview");
  CHECK(all[0].text == clause);
  CHECK(all[0].start == before.size());
  CHECK(all[0].end == before.size() + clause.size());
  CHECK_FALSE(all[0].span.exists());
}

TEST_CASE("A sentence of any length says each thing once") {
  std::string text;
  constexpr std::size_t often = 20000;
  for (std::size_t i = 0; i < often; ++i) text += "因政府信息公开被申请行政复议3件，均获维持，";
  CHECK(statements(report_saying(text)).size() == 2 * often);
  text.clear();
  for (std::size_t i = 0; i < often; ++i) text += "一";
  CHECK(statements(report_saying("收到政府信息公开申请" + text)).empty());
}

TEST_CASE("Any bytes are a text") {
  std::uint32_t seed = 1;
  const std::string words =
      "2024年共收到政府信息公开申请１２件，，；结转下年\xE8\xAF 未\xF0\x9F\x98\x80\xFF、和各《";
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      seed = seed * 1664525U + 1013904223U;
      text += words.substr((seed >> 8U) % words.size(), (seed >> 24U) % 9);
    }
    for (const auto& s : statements(report_saying(text))) {
      REQUIRE(s.start < s.end);
      REQUIRE(s.end <= text.size());
      REQUIRE(s.text == text.substr(s.start, s.end - s.start));
    }
  }
}

TEST_CASE("Texts of 五 and 六 are read, too") {
  AnnualReport report;
  report.year = 2024;
  report.problems_and_improvements.text = "2024年因政府信息公开被提起行政诉讼1件。";
  report.other_matters.text = "本年度无行政事业性收费。未收取信息处理费。";
  const auto all = statements(report);
  REQUIRE(all.size() == 2);
  CHECK(all[0].path == "problems_and_improvements");
  CHECK(described(all[0]) == "litigation 1 件");
  CHECK(all[1].path == "other_matters");
  CHECK(described(all[1]) == "administrative_fees 0 words");
}

namespace {

const char* const page =
    "示例市教育局2024年政府信息公开工作年度报告\n"
    "一、总体情况\n"
    "（一）依申请公开。2024年，本机关严格按照规定办理，共收到政府信息公\n"
    "开申请12件，办结11件，结转下年1件。\n"
    "六、其他需要报告的事项\n"
    "无行政事业性收费。\n";

std::string placed(const std::string& input, const Statement& statement) {
  return input.substr(statement.span.start, statement.span.end - statement.span.start);
}

}  // namespace

TEST_CASE("Statements have their places in the input") {
  const std::string input = page;
  const auto all = statements(parse(input).report);
  REQUIRE(all.size() == 4);
  CHECK(placed(input, all[0]) ==
        "共收到政府信息公\n开申请12件");  // over a line break that is none of the text's
  CHECK(all[0].text == "共收到政府信息公开申请12件");
  CHECK(all[0].span.line == 3);
  CHECK(all[0].span.column == 28);
  CHECK(placed(input, all[1]) == "办结11件");
  CHECK(all[1].span.line == 4);
  CHECK(all[1].span.column == 8);
  CHECK(placed(input, all[3]) == "无行政事业性收费");
  CHECK(all[3].span.line == 6);
}

TEST_CASE("In markup a statement has its line's place") {
  const std::string input =
      "# 示例市教育局2024年政府信息公开工作年度报告\n## 一、总体情况\n**共收到**政府信息公开申请12件。\n";
  const auto all = statements(parse(input).report);
  REQUIRE(all.size() == 1);
  CHECK(all[0].span.line == 3);
  CHECK(placed(input, all[0]).find("政府信息公开申请12件") != std::string::npos);
}

TEST_CASE("A report from JSON has statements without places") {
  const auto read = from_json(to_json(parse(page)));
  REQUIRE(read);
  const auto all = statements(read->report);
  REQUIRE(all.size() == 4);
  CHECK(all[0].text == "共收到政府信息公开申请12件");
  CHECK_FALSE(all[0].span.exists());
}

}  // namespace nianbao
