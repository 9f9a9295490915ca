// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/statement.hpp"

/// The words that sentences with quantities are made of, and sentences as runs of them.
namespace nianbao::rules {

/// What a word does in a sentence.
enum class WordKind : std::uint8_t {
  text,        ///< a run of characters that are no words
  comma,       ///< ， ； ： and brackets: a clause ends
  pause,       ///< 、 和: between things of one kind
  number,      ///< a count
  figure,      ///< digits that count nothing: dates, shares, numbers of documents
  unit,        ///< 件 宗 起
  inexact,     ///< 约 余 近 超期: not what the form counts
  filler,      ///< 共 了 的
  tail,        ///< 均 并 按: behind a quantity, words about it follow
  each,        ///< 各 均为
  negation,    ///< 未 没有 无
  compare,     ///< 同比 增加
  other_time,  ///< 往年 上半年 2016年
  last_year,
  this_year,
  next_year,
  until,    ///< 截至: what is 累计 then may be of many years
  title,    ///< 《…》
  own,      ///< 我局 本机关
  place,    ///< 全市: the agency's own only if it is the place's
  others,   ///< 各县区 下属单位
  foreign,  ///< 热线 提案 信息: things that the form does not ask
  via,      ///< 通过 依托
  part,     ///< 涉及 针对 以…名义 清理: what is counted then may be less than all
  applicant,
  channel,
  receive,
  accept,
  handle,      ///< 办结 答复
  process,     ///< 办理
  carry,       ///< 结转
  unfinished,  ///< 尚在办理
  towards,     ///< 至 到
  postpone,    ///< 顺延
  request,     ///< 政府信息公开申请
  bare,        ///< 申请: a request where requests are spoken of
  matter,      ///< 政府信息公开
  result,
  occur,  ///< 发生 引发 被提起
  dispute,
  outcome,
  all_upheld,  ///< 均获维持
  document_act,
  document,
  fee,  ///< 行政事业性收费
};

/// Details of words, beside StatementOutcome, StatementChannel and the numbers of results and units.
enum class DisputeWord : std::uint8_t { reconsideration, litigation, direct, later };
enum class DocumentAct : std::uint8_t { issue, repeal, keep };
enum class DocumentWord : std::uint8_t { document, regulation };

/// What a word of kind result counts.
struct ResultWord {
  StatementKind kind;
  const char* row;  ///< path of the row of 三 that is meant; "" if the whole group is
};

/// A line of the table of words.
struct WordLine {
  WordKind kind;
  std::uint8_t detail;
  bool is_vague;      ///< what it counts may be less than the form does
  const char* words;  ///< parted by |
};

/// The table of words. Where several words begin alike, the longest is meant.
const std::vector<WordLine>& word_lines();

const ResultWord& result_word(std::uint8_t detail) noexcept;
std::string_view unit_word(std::uint8_t detail) noexcept;

}  // namespace nianbao::rules
