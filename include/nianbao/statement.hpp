// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/export.hpp"
#include "nianbao/report.hpp"

namespace nianbao {

/// What a sentence counts.
enum class StatementKind : std::uint8_t {
  received,             ///< 收到, 新收, 接收 N 件: requests of this year
  accepted,             ///< 受理 N 件: of this year, or with those carried over
  processed,            ///< 办理 N 件, 收到并办结 N 件: it may not be said of all what came of it
  carried_over_in,      ///< 上年结转 N 件
  handled,              ///< 办结, 答复, 办理 N 件
  carried_over_out,     ///< 结转下年, 顺延 N 件
  disclosed,            ///< 予以公开 N 件
  partially_disclosed,  ///< 部分公开 N 件
  not_disclosed,        ///< 不予公开 N 件
  unable_to_provide,    ///< 无法提供 N 件
  not_processed,        ///< 不予处理 N 件
  other_results,        ///< 其他处理 N 件
  reconsideration,      ///< 行政复议 N 件
  litigation,           ///< 行政诉讼 N 件, of both kinds
  litigation_direct,    ///< 未经复议直接起诉 N 件
  litigation_after_reconsideration,  ///< 复议后起诉 N 件
  disputes,                          ///< 行政复议、行政诉讼 N 件 together
  regulations_issued,                ///< 制发规章 N 件
  regulations_repealed,              ///< 废止规章 N 件
  regulations_in_force,              ///< 现行有效规章 N 件
  documents_issued,                  ///< 制发行政规范性文件 N 件
  documents_repealed,                ///< 废止行政规范性文件 N 件
  documents_in_force,                ///< 现行有效行政规范性文件 N 件
  administrative_fees,               ///< 无行政事业性收费; amounts are not read
};

/// Which outcome of reconsideration or litigation a sentence counts.
enum class StatementOutcome : std::uint8_t { all, upheld, corrected, other, pending };

/// Through which channel requests came.
enum class StatementChannel : std::uint8_t { any, online, letter, in_person, fax, email, other };

/// One quantity that the text of a report states: "收到政府信息公开申请 266 件".
struct Statement {
  StatementKind kind{};
  StatementOutcome outcome = StatementOutcome::all;
  StatementChannel channel = StatementChannel::any;
  std::int64_t value = 0;
  /// It counts, or may count, no more than a part: 其中…, one channel, 以…名义. Held against a total only
  /// where its sentence gives the other figures of the row as they are printed.
  bool is_part = false;
  bool in_words = false;  ///< no figure is written: 未收到…, 均获维持
  std::string_view unit;  ///< static storage: 件, 宗, 起, 份, 条, 个; "" if in words
  std::string_view row;   ///< static storage: path of the row of 三 that is meant, if it is one of a group;
                          ///< "applications.results.not_processed.duplicate" for 重复申请 2 件
  std::string_view path;  ///< static storage: the text it stands in: "overview", "problems_and_improvements",
                          ///< "other_matters"
  std::string text;       ///< the clause as it is written
  std::size_t start = 0;  ///< of the clause, in bytes of that text (Prose::text)
  std::size_t end = 0;
  SourceSpan span;  ///< the clause in the input; exists only if the report was read and not taken from JSON

  /// Paths of the figures whose sum it equals: which reading of the sentence fits. Empty if none does. Filled
  /// in by check.
  std::vector<std::string_view> matched;
  std::vector<std::string_view> matched_less;  ///< figures that are taken off that sum: 办结 = 一 + 二 − 四
};

/// "received", "carried_over_in", …
NIANBAO_EXPORT std::string_view to_string(StatementKind kind) noexcept;
NIANBAO_EXPORT std::string_view to_string(StatementOutcome outcome) noexcept;
NIANBAO_EXPORT std::string_view to_string(StatementChannel channel) noexcept;

/// The quantities that the text of `report` states, in order of their places. What a sentence says of other
/// years, other organs or other things is left out.
///
///     for (const auto& s : nianbao::statements(report)) std::cout << s.text << ": " << s.value << '\n';
NIANBAO_EXPORT std::vector<Statement> statements(const AnnualReport& report);

}  // namespace nianbao
