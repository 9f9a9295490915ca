// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "check/sentence.hpp"

/// The grammar of clauses that state a quantity.
namespace nianbao::rules {

/// What a clause counts.
enum class Counted : std::uint8_t {
  nothing,
  requests,     ///< received, accepted, handled: by `acts`
  by_channel,   ///< requests that came one way
  carried_in,   ///< from last year
  carried_out,  ///< to next year
  result,
  disputes,
  outcome,  ///< of disputes spoken of
  upheld,   ///< all of them
  documents,
  fees,
};

/// Bits of Clause::acts.
enum Act : std::uint8_t { received = 1, accepted = 2, handled = 4, processed = 8 };

/// How requests are named in a clause.
enum class RequestNoun : std::uint8_t { none, bare, full };

/// What the grammar read.
struct Clause {
  Counted counted = Counted::nothing;
  std::uint8_t acts = 0;
  std::uint8_t disputes = 0;   ///< bits by DisputeWord
  std::uint8_t documents = 0;  ///< bits by DocumentWord
  bool begins_with_noun = false;
  bool begins_with_number = false;
  bool is_none = false;       ///< 未收到…: the quantity is zero, in words
  bool is_vague = false;      ///< it may count something else as well: 尚在办理
  bool is_somewhere = false;  ///< 结转 3 件, without whence or whither
  bool is_each = false;       ///< 各 3 件
  RequestNoun noun = RequestNoun::none;
  const Word* number = nullptr;
  const Word* unit = nullptr;
  const Word* detail = nullptr;  ///< the word that names the result, outcome or channel
  const Word* act = nullptr;     ///< what was done with documents
};

/// Reads the statement that begins at `first` and ends before `last`, where the clause ends; `first` moves
/// behind it. What stands before and behind it is the caller's to judge.
Clause parse_clause(const Word*& first, const Word* last);

}  // namespace nianbao::rules
