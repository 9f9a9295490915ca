// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/clause.hpp"
#include "check/sentence.hpp"
#include "nianbao/statement.hpp"
#include "prose/places.hpp"

/// From sentences to statements: which clauses are believed, and what they are about.
namespace nianbao::rules {

/// What is being spoken of.
enum class Topic : std::uint8_t { none, requests, disputes, documents, foreign };

/// What the words of a clause before a statement say of it.
struct Before {
  bool compares = false;       ///< 同比, 增加: the clause is about a difference
  bool is_part = false;        ///< 涉及, 通过, 清理
  bool is_within = false;      ///< 其中
  bool via = false;            ///< 通过
  bool has_verb = false;       ///< 收到, 受理, 办理
  bool has_organ_act = false;  ///< 受理, 办理: of cases, the work of the organ that decides them
  bool has_matter = false;     ///< 政府信息公开
  bool has_applicant = false;
  bool has_place = false;     ///< 全市, where the agency is not the city
  std::uint8_t channels = 0;  ///< how many ways are named
  const Word* channel = nullptr;
  const Word* act = nullptr;   ///< what was done with documents
  const Word* last = nullptr;  ///< the last word that is no filler
};

class StatementReader {
 public:
  StatementReader(const AnnualReport& report, std::vector<Statement>& out);

  /// Adds the statements of `prose`, which stands at `path`.
  void read(std::string_view path, const Prose& prose);

 private:
  void read_sentence(std::size_t begin, std::size_t end);
  void read_clause(const Word* first, const Word* last);
  void leave_unread(const Word* first, const Word* last, const Before& before);

  void see(const Word& word, Before& before);
  void see_subject(const Word& word, const Before& before);

  bool is_believed(const Clause& clause, const Before& before, const Word& first);
  [[nodiscard]] bool may_follow(const Clause& clause, const Before& before) const;
  [[nodiscard]] bool fits_topic(const Clause& clause, const Before& before) const;
  [[nodiscard]] bool is_done(const Word* at, const Word* last) const;
  [[nodiscard]] bool names_organ(const Word& word, bool own) const;

  void state(const Clause& clause, const Before& before, const Word* first, const Word* behind);
  void state_requests(const Clause& clause, const Before& before);
  void state_disputes(const Clause& clause);
  void state_outcome(const Clause& clause);
  void state_documents(const Clause& clause, const Before& before);
  void state_upheld();
  Statement& add(StatementKind kind, const Clause& clause);

  std::string agency_;
  const bool is_place_;  ///< 全市 is the agency's own
  SentenceReader sentences_;
  std::vector<Statement>& out_;

  std::string_view path_;
  const Prose* prose_ = nullptr;
  std::optional<prose::Places> places_;
  Topic topic_ = Topic::none;
  bool has_matter_ = false;                    ///< 政府信息公开 is spoken of
  bool other_time_ = false;                    ///< what follows in the sentence is of another time
  bool other_subject_ = false;                 ///< or of another organ
  bool is_left_out_ = false;                   ///< a statement of another time or organ stood in the sentence
  bool is_until_ = false;                      ///< 截至
  bool is_narrowed_ = false;                   ///< only some documents are spoken of
  std::uint8_t documents_ = 0;                 ///< which documents are spoken of: bits by DocumentWord
  std::uint8_t disputes_ = 0;                  ///< which disputes: bits by DisputeWord
  std::vector<std::size_t> counted_disputes_;  ///< statements of the sentence that count them
  std::size_t told_disputes_ = 0;              ///< how many of them have had their outcomes told
  std::size_t first_in_sentence_ = 0;          ///< its first statement
  bool is_doubtful_ = false;                   ///< words that are not known stand right before the statement
  std::size_t start_ = 0;                      ///< of the clause, in the text
  std::size_t end_ = 0;
};

}  // namespace nianbao::rules
