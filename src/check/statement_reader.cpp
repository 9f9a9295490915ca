// SPDX-License-Identifier: Apache-2.0
#include "check/statement_reader.hpp"

#include <algorithm>
#include <array>

#include "check/prose_scan.hpp"
#include "text/fold.hpp"

namespace nianbao::rules {

namespace {

using W = WordKind;
using Kind = StatementKind;

// A clause of more words is none that counts.
constexpr std::ptrdiff_t longest_clause = 64;

// What names of organs and of places end with.
constexpr std::array<std::string_view, 28> organ_ends{
    "局", "委", "办", "厅", "院", "府", "镇", "乡", "道", "心", "室", "科", "处", "站",
    "所", "馆", "校", "队", "会", "司", "团", "部", "门", "位", "区", "市", "县", "省"};
constexpr std::array<std::string_view, 11> place_ends{"人民政府", "市", "县", "区",   "省",    "州",
                                                      "旗",       "盟", "镇", "街道", "办事处"};

template <std::size_t N>
bool ends_with_any(std::string_view text, const std::array<std::string_view, N>& tails) noexcept {
  return std::any_of(tails.begin(), tails.end(), [text](std::string_view tail) {
    return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
  });
}

// Whether the characters of `name` stand in `agency` in this order: 市住建局 is 示例市住房和城乡建设局.
bool is_short_for(std::string_view name, std::string_view agency) noexcept {
  while (!name.empty()) {
    const auto length =
        std::min<std::size_t>(static_cast<unsigned char>(name[0]) < 0x80 ? 1 : 3, name.size());
    const auto found = agency.find(name.substr(0, length));
    if (found == std::string_view::npos) return false;
    agency.remove_prefix(found + length);
    name.remove_prefix(length);
  }
  return true;
}

bool has(std::uint8_t bits, DisputeWord word) noexcept {
  return ((static_cast<unsigned>(bits) >> static_cast<unsigned>(word)) & 1U) != 0;
}

bool has(std::uint8_t bits, DocumentWord word) noexcept {
  return ((static_cast<unsigned>(bits) >> static_cast<unsigned>(word)) & 1U) != 0;
}

std::uint8_t bit_of(const Word& word) noexcept { return static_cast<std::uint8_t>(1U << word.detail); }

}  // namespace

StatementReader::StatementReader(const AnnualReport& report, std::vector<Statement>& out)
    : agency_(report.agency),
      is_place_(ends_with_any(report.agency, place_ends)),
      sentences_(report.year.value_or(0)),
      out_(out) {
  // 市政府 is short for 示例市 as well.
  if (is_place_ && agency_.find("政府") == std::string::npos) agency_ += "人民政府";
}

void StatementReader::read(std::string_view path, const Prose& prose) {
  path_ = path;
  prose_ = &prose;
  places_.emplace(prose);
  topic_ = Topic::none;
  has_matter_ = false;
  ProseScan scan(prose.text);
  for (ScannedSentence sentence; scan.next(sentence);) {
    if (sentence.has_noun || topic_ != Topic::none) read_sentence(sentence.begin, sentence.end);
    if (!sentence.ends_paragraph || sentence.is_heading) continue;
    topic_ = Topic::none;
    has_matter_ = false;
  }
}

// --- sentences and clauses -------------------------------------------------------------------------------

void StatementReader::read_sentence(std::size_t begin, std::size_t end) {
  const auto& words = sentences_.read(prose_->text, begin, end);
  other_time_ = other_subject_ = is_left_out_ = is_until_ = is_narrowed_ = false;
  counted_disputes_.clear();
  told_disputes_ = 0;
  first_in_sentence_ = out_.size();
  const Word* const last = words.data() + words.size();
  const Word* first = words.data();
  bool has_quantity = false;
  for (const Word* at = first; at != last; ++at) {
    has_quantity = has_quantity || (at->kind == W::unit && at != first && at[-1].kind == W::number);
    if (at->kind != W::comma && !(at->kind == W::pause && has_quantity)) continue;
    read_clause(first, at);
    first = at + 1;
    has_quantity = false;
  }
  read_clause(first, last);
  // What the next sentence counts is not said to be of these.
  if (topic_ == Topic::foreign || is_left_out_) topic_ = Topic::none;
}

void StatementReader::read_clause(const Word* first, const Word* last) {
  if (last - first > longest_clause) return;
  Before before;
  before.compares = std::any_of(first, last, [](const Word& w) { return w.kind == W::compare; });
  const auto count = out_.size();
  for (const Word *at = first, *start = first; at != last;) {
    const Word* behind = at;
    const auto clause = parse_clause(behind, last);
    // Where several ways are named, all of them are meant: 通过网站、信函等渠道共收到 …
    const bool is_one_of_all = clause.counted == Counted::by_channel && before.channels > 0;
    if (clause.counted == Counted::nothing || is_one_of_all) {
      see(*at++, before);
      continue;
    }
    has_matter_ = has_matter_ || std::any_of(at, behind, [](const Word& w) {
                    return w.kind == W::request || w.kind == W::matter;
                  });
    if (!is_believed(clause, before, *at) || !is_done(behind, last)) {
      while (at != last) see(*at++, before);
      break;
    }
    state(clause, before, start, behind);
    start = at = behind;
    before = {};
  }
  if (out_.size() == count) leave_unread(first, last, before);
}

// What is counted but not understood is what the next clauses go on about.
void StatementReader::leave_unread(const Word* first, const Word* last, const Before& before) {
  if (!before.has_verb || before.compares || is_left_out_) return;
  for (const Word* at = first; at < last; ++at)
    if (at + 1 < last && at->kind == W::number && at[1].kind == W::unit) topic_ = Topic::foreign;
}

// --- context ---------------------------------------------------------------------------------------------

void StatementReader::see_subject(const Word& word, const Before& before) {
  switch (word.kind) {
    case W::other_time:
    case W::last_year:
    case W::next_year: other_time_ = other_time_ || !before.compares; break;
    case W::this_year: other_time_ = false; break;
    case W::own: other_subject_ = false; break;
    case W::others: other_subject_ = true; break;
    case W::foreign: topic_ = Topic::foreign; break;
    case W::request: topic_ = Topic::requests; break;
    case W::dispute: topic_ = Topic::disputes; break;
    case W::document: topic_ = Topic::documents; break;
    default: break;
  }
}

void StatementReader::see(const Word& word, Before& before) {
  see_subject(word, before);
  switch (word.kind) {
    case W::part: before.is_part = is_narrowed_ = true; break;
    case W::via: before.via = true; break;
    case W::place: before.has_place = before.has_place || !is_place_; break;
    case W::until: is_until_ = true; break;
    // 本级收到 12 件: there are others.
    case W::own: before.is_part = before.is_part || sentences_.written(word).substr(0, 6) == "本级"; break;
    case W::applicant: before.has_applicant = true; break;
    case W::channel:
      ++before.channels;
      before.channel = &word;
      break;
    case W::accept:
    case W::process:
    case W::handle: before.has_organ_act = before.has_verb = true; break;
    case W::receive: before.has_verb = true; break;
    case W::request:
    case W::matter: has_matter_ = before.has_matter = true; break;
    case W::document: documents_ = bit_of(word); break;
    case W::document_act:
      if (before.act == nullptr) before.act = &word;
      break;
    case W::filler: before.is_within = before.is_within || sentences_.written(word) == "其中"; break;
    default: break;
  }
  if (word.kind != W::filler && word.kind != W::this_year && word.kind != W::tail && word.kind != W::until)
    before.last = &word;
}

// 市教育局收到 …: the tables hold the agency's own figures.
bool StatementReader::names_organ(const Word& word, bool own) const {
  if (word.kind != W::text) return false;
  const auto name = sentences_.written(word);
  return ends_with_any(name, organ_ends) && is_short_for(name, agency_) == own;
}

// --- what is believed ------------------------------------------------------------------------------------

bool StatementReader::is_believed(const Clause& clause, const Before& before, const Word& first) {
  if (first.kind == W::this_year) other_time_ = false;
  other_subject_ =
      other_subject_ || before.has_place || (before.last != nullptr && names_organ(*before.last, false));
  is_left_out_ = is_left_out_ || other_time_ || other_subject_;
  if (other_time_ || other_subject_) return false;
  // 跨年办理 3 件: what is not known may change what the verb means.
  is_doubtful_ = before.last != nullptr && before.last->kind == W::text && !names_organ(*before.last, true);
  if (before.last != nullptr && !may_follow(clause, before)) return false;
  if (clause.is_none && (before.is_part || before.has_applicant)) return false;
  return fits_topic(clause, before);
}

// Whether the statement may stand behind the words before it. One that begins with a verb is complete; others
// are about what those words say.
bool StatementReader::may_follow(const Clause& clause, const Before& before) const {
  const auto kind = before.last->kind;
  if (kind == W::negation || kind == W::inexact || kind == W::compare || kind == W::foreign ||
      kind == W::each)
    return false;
  const bool begins_with_verb =
      clause.counted == Counted::requests && !clause.begins_with_noun && !clause.begins_with_number;
  if (begins_with_verb || clause.is_none || clause.counted == Counted::carried_in ||
      clause.counted == Counted::carried_out || clause.counted == Counted::upheld)
    return true;
  switch (clause.counted) {
    case Counted::by_channel: return kind != W::dispute && kind != W::document;
    case Counted::disputes: return kind != W::text || before.has_matter;
    case Counted::documents: return kind != W::text || !clause.begins_with_noun;
    default: break;
  }
  if (clause.begins_with_noun) return kind == W::own || kind == W::matter || kind == W::place;
  return kind == W::own || kind == W::handle || kind == W::process || kind == W::accept || kind == W::bare ||
         kind == W::request || kind == W::dispute || kind == W::pause || kind == W::place ||
         kind == W::matter;
}

bool StatementReader::fits_topic(const Clause& clause, const Before& before) const {
  // 办结 9 件，结转 1 件: what is left when the rest is done goes to next year.
  if (clause.is_somewhere && (out_.size() == first_in_sentence_ || out_.back().kind != Kind::handled))
    return false;
  switch (clause.counted) {
    case Counted::disputes: {
      const bool is_lawsuit =
          has(clause.disputes, DisputeWord::direct) || has(clause.disputes, DisputeWord::later);
      return has_matter_ && !before.has_organ_act && (!before.is_within || is_lawsuit);
    }
    case Counted::outcome:
    case Counted::upheld: return topic_ == Topic::disputes;
    case Counted::documents: return clause.documents != 0 || topic_ == Topic::documents;
    case Counted::fees: return true;
    default: return clause.noun == RequestNoun::full || topic_ == Topic::requests;
  }
}

// Whether what follows the statement leaves it as it is.
bool StatementReader::is_done(const Word* at, const Word* last) const {
  while (at != last && at->kind == W::filler) {
    if (sentences_.written(*at) == "的") return false;
    ++at;
  }
  if (at == last) return true;
  return at->kind != W::text && at->kind != W::inexact && at->kind != W::unit && at->kind != W::number &&
         at->kind != W::foreign && at->kind != W::figure;
}

// --- statements ------------------------------------------------------------------------------------------

void StatementReader::state(const Clause& clause, const Before& before, const Word* first,
                            const Word* behind) {
  start_ = sentences_.start_of(*first);
  end_ = sentences_.end_of(behind[-1]);
  switch (clause.counted) {
    case Counted::disputes: state_disputes(clause); break;
    case Counted::outcome: state_outcome(clause); break;
    case Counted::upheld: state_upheld(); break;
    case Counted::documents: state_documents(clause, before); break;
    case Counted::fees: add(Kind::administrative_fees, clause); break;
    default: state_requests(clause, before); break;
  }
}

Statement& StatementReader::add(Kind kind, const Clause& clause) {
  auto& statement = out_.emplace_back();
  statement.kind = kind;
  statement.path = path_;
  statement.in_words = clause.number == nullptr;
  if (clause.number != nullptr) statement.value = clause.number->value;
  if (clause.unit != nullptr) statement.unit = unit_word(clause.unit->detail);
  statement.start = start_;
  statement.end = end_;
  statement.text = prose_->text.substr(start_, end_ - start_);
  statement.span = places_->of(start_, end_);
  return statement;
}

void StatementReader::state_requests(const Clause& clause, const Before& before) {
  topic_ = Topic::requests;
  switch (clause.counted) {
    case Counted::carried_in: add(Kind::carried_over_in, clause).is_part = before.is_part; return;
    case Counted::carried_out:
      add(Kind::carried_over_out, clause).is_part = before.is_part || clause.is_vague;
      return;
    case Counted::result: {
      const auto& word = result_word(clause.detail->detail);
      auto& statement = add(word.kind, clause);
      statement.row = word.row;
      statement.is_part = before.is_part || clause.detail->is_vague;
      return;
    }
    default: break;
  }
  const bool comes_and_goes = (clause.acts & handled) != 0 && (clause.acts & (received | accepted)) != 0;
  const auto kind = comes_and_goes || (clause.acts & processed) != 0 ? Kind::processed
                    : (clause.acts & handled) != 0                   ? Kind::handled
                    : (clause.acts & accepted) != 0                  ? Kind::accepted
                                                                     : Kind::received;
  // 收到申请 6 件，答复 8 份: papers are no requests.
  const bool has_other_unit = clause.unit != nullptr && out_.size() > first_in_sentence_ &&
                              !out_.back().unit.empty() && out_.back().unit != unit_word(clause.unit->detail);
  auto& statement = add(kind, clause);
  const bool is_within = before.is_within && kind != Kind::handled;
  const bool is_of_years = is_until_ && statement.text.find("累计") != std::string::npos;
  statement.is_part = before.is_part || is_doubtful_ || is_within || has_other_unit || is_of_years ||
                      before.has_applicant || before.channels == 1 || (before.via && before.channels == 0);
  const Word* const channel = clause.counted == Counted::by_channel ? clause.detail
                              : before.channels == 1                ? before.channel
                                                                    : nullptr;
  if (channel == nullptr) return;
  statement.channel = static_cast<StatementChannel>(channel->detail);
  statement.is_part = true;
}

void StatementReader::state_disputes(const Clause& clause) {
  topic_ = Topic::disputes;
  disputes_ = clause.disputes;
  const auto add_one = [&](Kind kind) {
    counted_disputes_.push_back(out_.size());
    add(kind, clause);
  };
  const bool reconsidered = has(disputes_, DisputeWord::reconsideration);
  const bool later = has(disputes_, DisputeWord::later);
  const bool direct = has(disputes_, DisputeWord::direct);
  const bool litigated = has(disputes_, DisputeWord::litigation) || later || direct;
  if (reconsidered && litigated && !clause.is_each && !later && !direct) {
    add_one(Kind::disputes);
    return;
  }
  if (reconsidered) add_one(Kind::reconsideration);
  if (litigated)
    add_one(later == direct ? Kind::litigation
            : later         ? Kind::litigation_after_reconsideration
                            : Kind::litigation_direct);
}

void StatementReader::state_outcome(const Clause& clause) {
  if (counted_disputes_.empty()) return;
  const auto of = out_[counted_disputes_.back()].kind;
  auto& statement = add(of, clause);
  statement.outcome = static_cast<StatementOutcome>(clause.detail->detail);
  statement.is_part = clause.detail->is_vague;
  told_disputes_ = counted_disputes_.size();
}

void StatementReader::state_upheld() {
  for (auto i = told_disputes_; i < counted_disputes_.size(); ++i) {
    Statement statement = out_[counted_disputes_[i]];
    statement.outcome = StatementOutcome::upheld;
    statement.in_words = true;
    statement.unit = {};
    statement.start = start_;
    statement.end = end_;
    statement.text = prose_->text.substr(start_, end_ - start_);
    statement.span = places_->of(start_, end_);
    out_.push_back(std::move(statement));
  }
  told_disputes_ = counted_disputes_.size();
}

void StatementReader::state_documents(const Clause& clause, const Before& before) {
  topic_ = Topic::documents;
  if (clause.documents != 0) documents_ = clause.documents;
  const bool both = has(documents_, DocumentWord::document) && has(documents_, DocumentWord::regulation);
  if (both && !clause.is_each && !clause.is_none) return;
  // 保留以…名义印发的文件 3 件: the first of several acts is what is said of them.
  const Word* const act = before.act != nullptr && !clause.is_none ? before.act : clause.act;
  const auto add_one = [&](Kind issued) {
    auto& statement = add(static_cast<Kind>(static_cast<std::uint8_t>(issued) + act->detail), clause);
    statement.is_part = (is_narrowed_ || is_doubtful_ || before.is_within) && !clause.is_none;
  };
  if (has(documents_, DocumentWord::regulation)) add_one(Kind::regulations_issued);
  if (has(documents_, DocumentWord::document)) add_one(Kind::documents_issued);
}

}  // namespace nianbao::rules
