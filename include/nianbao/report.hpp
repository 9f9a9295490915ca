// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/export.hpp"
#include "nianbao/span.hpp"

/// The annual report as a typed value. Member names are the field's terms and are the same in C++,
/// C paths, JSON and Python. Everything here owns its data: a report may be copied, moved and read
/// from several threads at once.
namespace nianbao {

/// What stands in a cell of the form.
enum class CellState : std::uint8_t {
  absent,          ///< not printed: a cut row, a missing row or column
  number,          ///< a number is printed
  blank,           ///< the cell is printed and empty
  not_applicable,  ///< a mark for "none": / — - 无 不适用 N/A
  unreadable,      ///< text where a number belongs
  inferred,        ///< not printed, but proven by the form's own equations (only on request)
};

/// The stable word of a state, as in JSON: "number", "blank", …
NIANBAO_EXPORT std::string_view to_string(CellState state) noexcept;

/// An exact decimal number: `coefficient` × 10^-`scale`. "160.5964" is {1605964, 4}.
struct Decimal {
  std::int64_t coefficient = 0;
  std::int32_t scale = 0;

  /// The number as it is written in JSON, with exactly `scale` digits after the point.
  [[nodiscard]] NIANBAO_EXPORT std::string to_string() const;

  friend bool operator==(const Decimal& a, const Decimal& b) noexcept {
    return a.coefficient == b.coefficient && a.scale == b.scale;
  }
  friend bool operator!=(const Decimal& a, const Decimal& b) noexcept { return !(a == b); }
};

/// One figure of the form.
///
///     const nianbao::Cell& c = report.applications.newly_received.total;
///     if (c.has_value()) use(c.value.coefficient);
struct Cell {
  CellState state = CellState::absent;
  Decimal value;    ///< meaningful only if has_value()
  std::string raw;  ///< what is printed, widths and spaces folded; empty if nothing is
  SourceSpan span;  ///< where it is printed; for a blank cell an empty span at its place

  [[nodiscard]] bool has_value() const noexcept {
    return state == CellState::number || state == CellState::inferred;
  }

  friend bool operator==(const Cell& a, const Cell& b) noexcept {
    return a.state == b.state && a.value == b.value && a.raw == b.raw && a.span == b.span;
  }
};

/// The form that a report is printed on, told from its labels and never from its year.
enum class Template : std::uint8_t {
  unknown,
  form_2019,  ///< 国办公开办函〔2019〕60号
  form_2021,  ///< 国办公开办函〔2021〕30号
};

/// "2019", "2021", or "" when the form is not known.
NIANBAO_EXPORT std::string_view to_string(Template form) noexcept;

struct Date {
  std::int32_t year = 0;
  std::int32_t month = 0;
  std::int32_t day = 0;
};

/// 统计期限: the days that the figures count, both included.
struct Period {
  Date start;
  Date end;
};

/// Where a line of the input stands in a Prose's text.
struct ProsePiece {
  std::size_t offset = 0;    ///< in the text
  std::size_t size = 0;      ///< bytes of the text
  SourceSpan span;           ///< the line's text
  bool is_verbatim = false;  ///< it stands there as it is, byte for byte
};

/// A stretch of text with its heading. Line breaks that a page break put inside a sentence are
/// gone; paragraphs are separated by one '\n'.
struct Prose {
  std::string heading;
  SourceSpan heading_span;
  std::string text;
  SourceSpan span;
  std::vector<ProsePiece> pieces;  ///< in order; of sections that were read, not of parts, nor from JSON
};

/// One of the customary parts of 一、总体情况. `key` is "proactive_disclosure",
/// "disclosure_on_request", "information_management", "platform_development", "supervision" or
/// "other".
struct OverviewPart {
  std::string key;
  Prose prose;
};

/// 一、总体情况. `prose.text` is the whole section; `parts` are its parts once more.
struct Overview {
  Prose prose;
  std::vector<OverviewPart> parts;
};

/// 第二十条第（一）项, one line: 本年制发件数, 本年废止件数, 现行有效件数.
struct DocumentCounts {
  Cell issued;
  Cell repealed;
  Cell in_force;
};

/// 第二十条第（五）、（六）项, one line: 本年处理决定数量.
struct DecisionCount {
  Cell decisions;
};

/// 第二十条第（八）项: 本年收费金额, unit 万元 (10,000 yuan). Where another unit is named, the number is
/// kept as it is printed and has a diagnostic `amount.unit`.
struct FeeAmount {
  Cell amount;
};

/// 二、主动公开政府信息情况 on the form of 2021.
struct ProactiveDisclosure {
  Prose prose;  ///< heading only; its figures are the content
  DocumentCounts regulations;
  DocumentCounts normative_documents;
  DecisionCount administrative_licensing;
  DecisionCount administrative_penalties;
  DecisionCount administrative_coercion;
  FeeAmount administrative_fees;
};

/// 第二十条第（一）项 on the form of 2019, one line: 本年新制作数量, 本年新公开数量, 对外公开总数量.
struct DocumentCounts2019 {
  Cell produced;
  Cell newly_disclosed;
  Cell total_disclosed;
};

/// 第二十条第（五）、（六）项 on the form of 2019, one line: 上一年项目数量, 本年增/减, 处理决定数量.
struct DecisionCounts2019 {
  Cell previous_year_items;
  Cell change;  ///< below zero where the items became fewer
  Cell decisions;
};

/// 第二十条第（八）项 on the form of 2019: 上一年项目数量, 本年增/减.
struct FeeItems2019 {
  Cell previous_year_items;
  Cell change;
};

/// 第二十条第（九）项 on the form of 2019: 采购项目数量, 采购总金额. The form names no unit for the
/// amount: the number is kept as it is printed; unless its unit is 万元, a diagnostic `amount.unit` or
/// `amount.unit-missing` says so.
struct Procurement2019 {
  Cell items;
  Cell amount;
};

/// 二、主动公开政府信息情况 on the form of 2019. It asks other things than that of 2021: no figure of
/// one stands for a figure of the other.
struct ProactiveDisclosure2019 {
  DocumentCounts2019 regulations;
  DocumentCounts2019 normative_documents;
  DecisionCounts2019 administrative_licensing;
  DecisionCounts2019 other_external_services;
  DecisionCounts2019 administrative_penalties;
  DecisionCounts2019 administrative_coercion;
  FeeItems2019 administrative_fees;
  Procurement2019 government_procurement;
};

/// One row of the matrix in 三: requests by kind of applicant.
struct ApplicantCounts {
  Cell natural_person;
  Cell commercial_enterprise;
  Cell research_institution;
  Cell public_interest_organization;
  Cell legal_service_organization;
  Cell other;
  Cell total;
};

/// （三）不予公开
struct NotDisclosed {
  std::optional<ApplicantCounts> subtotal;  ///< only where a row of figures is printed for the group
  ApplicantCounts state_secret;
  ApplicantCounts prohibited_by_law;
  ApplicantCounts security_and_stability;
  ApplicantCounts third_party_rights;
  ApplicantCounts internal_affairs;
  ApplicantCounts process_information;
  ApplicantCounts enforcement_case_file;
  ApplicantCounts administrative_inquiry;
};

/// （四）无法提供
struct UnableToProvide {
  std::optional<ApplicantCounts> subtotal;
  ApplicantCounts not_held;
  ApplicantCounts requires_creation;
  ApplicantCounts unclear_after_correction;
};

/// （五）不予处理
struct NotProcessed {
  std::optional<ApplicantCounts> subtotal;
  ApplicantCounts petition_or_complaint;
  ApplicantCounts duplicate;
  ApplicantCounts published_material;
  ApplicantCounts unreasonably_frequent;
  ApplicantCounts confirmation_or_reissue;
};

/// （六）其他处理. On the form of 2019 it is one row: `subtotal`; the three others are absent.
struct OtherResults {
  std::optional<ApplicantCounts> subtotal;
  ApplicantCounts correction_overdue;
  ApplicantCounts fee_overdue;
  ApplicantCounts other;
};

/// 三、本年度办理结果
struct Results {
  ApplicantCounts disclosed;
  ApplicantCounts partially_disclosed;
  NotDisclosed not_disclosed;
  UnableToProvide unable_to_provide;
  NotProcessed not_processed;
  OtherResults other;
  ApplicantCounts total;
};

/// 三、收到和处理政府信息公开申请情况
struct Applications {
  Prose prose;  ///< heading only
  ApplicantCounts newly_received;
  ApplicantCounts carried_over_in;
  Results results;
  ApplicantCounts carried_over_out;
};

/// Five figures of 四: 结果维持, 结果纠正, 其他结果, 尚未审结, 总计.
struct OutcomeCounts {
  Cell upheld;
  Cell corrected;
  Cell other;
  Cell pending;
  Cell total;
};

/// 四、政府信息公开行政复议、行政诉讼情况
struct ReviewAndLitigation {
  Prose prose;                                     ///< heading only
  OutcomeCounts reconsideration;                   ///< 行政复议
  OutcomeCounts litigation_direct;                 ///< 未经复议直接起诉
  OutcomeCounts litigation_after_reconsideration;  ///< 复议后起诉
};

/// What the page that a report is published on says of it beside its text, as printed; "" where it
/// does not.
struct Metadata {
  std::string index_number;     ///< 索引号
  std::string publisher;        ///< 发布机构, 公开主体
  std::string date;             ///< 发文日期, 发布日期, 成文日期: the first that is printed
  std::string document_number;  ///< 文号

  [[nodiscard]] bool empty() const noexcept {
    return index_number.empty() && publisher.empty() && date.empty() && document_number.empty();
  }
};

/// 政府信息公开工作年度报告.
struct AnnualReport {
  // Two hundred cells make these long; they stand in the library once, and not in all that has a report.
  NIANBAO_EXPORT AnnualReport();
  NIANBAO_EXPORT AnnualReport(const AnnualReport& other);
  NIANBAO_EXPORT AnnualReport(AnnualReport&& other) noexcept;
  NIANBAO_EXPORT AnnualReport& operator=(const AnnualReport& other);
  NIANBAO_EXPORT AnnualReport& operator=(AnnualReport&& other) noexcept;
  NIANBAO_EXPORT ~AnnualReport();

  std::string title;  ///< on one line, without spaces beside CJK characters; "" if missing
  SourceSpan title_span;
  std::string agency;  ///< the organ as the title (or, failing that, the text) names it
  std::optional<std::int32_t> year;
  Template form = Template::unknown;
  std::optional<Period> period;
  std::string preamble;  ///< text between the title and 一

  Overview overview;                          ///< 一
  ProactiveDisclosure proactive_disclosure;   ///< 二; on the form of 2019 its heading alone
  Applications applications;                  ///< 三
  ReviewAndLitigation review_and_litigation;  ///< 四
  Prose problems_and_improvements;            ///< 五
  Prose other_matters;                        ///< 六

  Metadata metadata;

  /// 二 on the form of 2019: absent in all its cells unless `form` is form_2019. The paths of its figures
  /// begin with "proactive_disclosure" as those of the other form do.
  ProactiveDisclosure2019 proactive_disclosure_2019;
};

/// A figure together with its path, e.g. "applications.newly_received.total". `path` lives as long
/// as the program, `cell` as long as the report it was taken from.
struct Figure {
  std::string_view path;
  const Cell* cell;
};

/// Every figure of `report` in the order of its form: 10 + 175 + 15 on that of 2021, 22 + 161 + 15 on
/// that of 2019, and the subtotals of groups where they are printed. Borrowed from `report`.
NIANBAO_EXPORT std::vector<Figure> figures(const AnnualReport& report);

/// The figure at `path`, or nullptr if the form (or, for a subtotal, the report) has none there.
/// Borrowed from `report`.
NIANBAO_EXPORT const Cell* find_figure(const AnnualReport& report, std::string_view path) noexcept;

}  // namespace nianbao
