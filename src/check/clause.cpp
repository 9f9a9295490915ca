// SPDX-License-Identifier: Apache-2.0
#include "check/clause.hpp"

#include <boost/spirit/home/x3.hpp>

#include <functional>

namespace nianbao::rules {

namespace x3 = boost::spirit::x3;

namespace {

using Iterator = const Word*;
using W = WordKind;

struct clause_tag;

template <class Context>
Clause& clause(Context& context) {
  return x3::get<clause_tag>(context).get();
}

// --- words as characters ---------------------------------------------------------------------------------

// Matches one word that `Test` accepts; its attribute is the word.
template <class Test>
struct word_parser : x3::parser<word_parser<Test>> {
  using attribute_type = const Word*;
  static constexpr bool has_attribute = true;

  explicit word_parser(Test given) : test(given) {}

  template <class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, RuleContext&,
             Attribute& attribute) const {
    if (first == last || !test(*first)) return false;
    x3::traits::move_to(static_cast<const Word*>(first), attribute);
    ++first;
    return true;
  }

  Test test;
};

template <class Test>
word_parser<Test> word_that(Test test) {
  return word_parser<Test>(test);
}

auto word(WordKind kind) {
  return word_that([kind](const Word& w) { return w.kind == kind; });
}

// --- actions ---------------------------------------------------------------------------------------------

template <class Context>
const Word& matched(Context& context) {
  return *x3::_attr(context);
}

std::uint8_t bit(std::uint8_t detail) noexcept { return static_cast<std::uint8_t>(1U << detail); }

template <Act act>
struct add_act {
  template <class Context>
  void operator()(Context& context) const {
    clause(context).acts |= act;
  }
};

template <RequestNoun noun>
struct set_noun {
  template <class Context>
  void operator()(Context& context) const {
    clause(context).noun = noun;
  }
};

const auto set_number = [](auto& context) { clause(context).number = &matched(context); };
const auto set_unit = [](auto& context) { clause(context).unit = &matched(context); };
const auto set_detail = [](auto& context) { clause(context).detail = &matched(context); };
const auto set_act = [](auto& context) { clause(context).act = &matched(context); };
const auto set_each = [](auto& context) { clause(context).is_each = true; };
const auto set_none = [](auto& context) { clause(context).is_none = true; };
const auto add_dispute = [](auto& context) { clause(context).disputes |= bit(matched(context).detail); };
const auto add_document = [](auto& context) { clause(context).documents |= bit(matched(context).detail); };

// --- phrases ---------------------------------------------------------------------------------------------

const auto filler = x3::omit[word_that(
    [](const Word& w) { return w.kind == W::filler || w.kind == W::this_year || w.kind == W::until; })];
const auto fillers = *filler;
const auto pause = x3::omit[word(W::pause)];
const auto tail = x3::omit[word(W::tail)];

// 12 件; 0 may do without a unit where the clause ends: 数量为 0.
const auto zero = word_that([](const Word& w) { return w.kind == W::number && w.value == 0; });
const auto quantity =
    (word(W::number)[set_number] >> word(W::unit)[set_unit]) | (zero[set_number] >> x3::eoi);

// 公民、法人和其他组织: whoever may apply.
const auto applicant = x3::omit[word(W::applicant)];
const auto anybody = applicant >> +(+(pause | filler) >> applicant) >> fillers;

const auto full_noun = word(W::request)[set_noun<RequestNoun::full>()];
const auto bare_noun = word(W::bare)[set_noun<RequestNoun::bare>()];
const auto matter = x3::omit[word(W::matter)];
const auto request = -anybody >>
                     ((full_noun >> -x3::omit[word(W::bare)]) |
                      (matter >> *filler >> x3::omit[word(W::bare)][set_noun<RequestNoun::full>()]) |
                      bare_noun);
// 受理政府信息公开 3 件: behind a verb, what is disclosed stands for the request.
const auto object = request | matter[set_noun<RequestNoun::full>()];

const auto verb = word(W::receive)[add_act<received>()] | word(W::accept)[add_act<accepted>()] |
                  word(W::handle)[add_act<handled>()] | word(W::process)[add_act<processed>()];
const auto any_verb = x3::omit[word(W::receive) | word(W::accept) | word(W::handle) | word(W::process)];
const auto link = filler | pause | tail;
const auto verbs = verb >> *(*link >> verb);

// --- requests --------------------------------------------------------------------------------------------

// 收到政府信息公开申请 12 件, 收到并办结 12 件, 收到 12 件申请
const auto requests = verbs >> fillers >> -object >> *link >> -verbs >> fillers >> quantity >>
                      -(fillers >> request);
// 政府信息公开申请受理 12 件
const auto named_requests = request >> fillers >> -verbs >> fillers >> quantity;

const auto towards = x3::omit[word(W::towards)];
const auto last_year = x3::omit[word(W::last_year)];
const auto next_year = x3::omit[word(W::next_year)];
const auto carry = x3::omit[word(W::carry)];
const auto carried = filler | towards | any_verb;

// 上年结转 1 件, 结转上年政府信息公开申请 1 件, 2015 年结转至 2016 年办理 1 件
const auto from_last_year = (last_year >> fillers >> +carry) | (carry >> last_year);
const auto carried_in = from_last_year >> *carried >> -request >> *carried >> quantity >>
                        -(fillers >> request);

// 结转下年度继续办理 1 件, 顺延至明年 1 件, 1 件结转下年
const auto to_next_year = (carry >> *(towards | filler | carry) >> next_year) |
                          (next_year >> fillers >> (carry | x3::omit[word(W::handle) | word(W::process)])) |
                          (x3::omit[word(W::postpone)] >> *(towards | filler) >> -next_year);
const auto carried_out = to_next_year >> *carried >> -request >> *carried >> quantity >>
                         -(fillers >> request);

// 结转 1 件; 尚在办理 1 件
const auto set_somewhere = [](auto& context) { clause(context).is_somewhere = true; };
const auto set_vague = [](auto& context) { clause(context).is_vague = true; };
const auto plain_carry = word_that([](const Word& w) { return w.kind == W::carry && w.detail == 1; });
const auto unfinished = x3::omit[word(W::unfinished)][set_vague];
const auto left_over =
    (x3::omit[plain_carry][set_somewhere] | unfinished) >> fillers >> -request >> fillers >> quantity;

// 予以公开 3 件, 作出不予公开答复 1 件
const auto result_name = word(W::result)[set_detail];
const auto result = result_name >> *(filler | any_verb) >> -request >> fillers >> quantity;

// 网上申请 8 件, 通过信函渠道收到 3 件
const auto channel = word(W::channel)[set_detail];
const auto comes = filler | x3::omit[word(W::receive) | word(W::accept)];
const auto by_channel = channel >> *comes >> -request >> *comes >> quantity >> -(fillers >> request);

const auto via = x3::omit[word(W::via)];

// 3 件予以公开, 1 件结转下年, 12 件已办结
const auto counted_first = quantity >> fillers >> -request >> *(filler | tail);

// --- disputes --------------------------------------------------------------------------------------------

const auto dispute = word(W::dispute)[add_dispute];
const auto occur = x3::omit[word(W::occur)];
// 行政复议、行政诉讼案件
const auto disputes_named = dispute >> *(*(pause | filler | occur) >> dispute);
const auto about_disputes = *(filler | occur);
const auto each = word(W::each)[set_each];
const auto disputes = disputes_named >> about_disputes >> -each >> about_disputes >> quantity;

const auto outcome = word(W::outcome)[set_detail] >> fillers >> quantity;

// --- documents -------------------------------------------------------------------------------------------

const auto document_act = word(W::document_act)[set_act];
const auto document = word(W::document)[add_document];
const auto documents_named = document >> *(*(pause | filler) >> document);
const auto title = x3::omit[word(W::title)];
const auto documents_done = document_act >> *(filler | title | pause) >> -documents_named >> fillers >> -each
                            >> quantity >> -(fillers >> documents_named);
const auto documents_first = documents_named >> fillers >> document_act >> fillers >> -each >> quantity;

// --- none ------------------------------------------------------------------------------------------------

const auto negation = word(W::negation)[set_none];
const auto none_verb = x3::omit[word(W::receive) | word(W::accept)] | occur;
const auto ended = *(filler | occur | x3::omit[word(W::unit)]) >> x3::eoi;

// 未收到公民、法人和其他组织的政府信息公开申请
const auto no_requests = negation >> *(filler | none_verb) >> request >> ended;
// 未发生因政府信息公开引发的行政复议、行政诉讼
const auto cause = filler | none_verb | pause | matter | x3::omit[word(W::request)] | x3::omit[word(W::bare)];
const auto no_disputes = negation >> *cause >> disputes_named >> ended;
// 未制定行政规范性文件
const auto no_documents = negation >> fillers >> document_act >>
                          *(filler | x3::omit[word(W::own)]) >> documents_named >> ended;
// 无行政事业性收费
const auto no_fees = negation >> *(filler | occur) >> x3::omit[word(W::fee)] >> ended;
const auto none_carried_in = negation >> fillers >> from_last_year >> *carried >> -request >> ended;
const auto none_carried_out = negation >> fillers >> to_next_year >> *carried >> -request >> ended;

// --- which of them ---------------------------------------------------------------------------------------

template <class Rule>
bool matches(const Rule& rule, Counted counted, Iterator& first, Iterator last, Clause& out) {
  Clause read;
  auto at = first;
  if (!x3::parse(at, last, x3::with<clause_tag>(std::ref(read))[rule])) return false;
  read.counted = counted;
  out = read;
  first = at;
  return true;
}

bool parse_none(Iterator& first, Iterator last, Clause& out) {
  return matches(no_disputes, Counted::disputes, first, last, out) ||
         matches(none_carried_in, Counted::carried_in, first, last, out) ||
         matches(none_carried_out, Counted::carried_out, first, last, out) ||
         matches(no_requests, Counted::requests, first, last, out) ||
         matches(no_documents, Counted::documents, first, last, out) ||
         matches(no_fees, Counted::fees, first, last, out);
}

bool parse_counted_first(Iterator& first, Iterator last, Clause& out) {
  return matches(counted_first >> result_name, Counted::result, first, last, out) ||
         matches(counted_first >> (to_next_year | unfinished), Counted::carried_out, first, last, out) ||
         matches(counted_first >> from_last_year, Counted::carried_in, first, last, out) ||
         matches(counted_first >> *(filler | via) >> channel, Counted::by_channel, first, last, out) ||
         matches(counted_first >> verb, Counted::requests, first, last, out) ||
         matches(quantity >> fillers >> disputes_named, Counted::disputes, first, last, out) ||
         matches(quantity >> fillers >> word(W::outcome)[set_detail], Counted::outcome, first, last, out);
}

}  // namespace

Clause parse_clause(const Word*& first, const Word* last) {
  Clause out;
  const auto begins_with = first->kind;
  switch (first->kind) {
    case W::receive:
    case W::accept:
    case W::handle:
    case W::process: matches(requests, Counted::requests, first, last, out); break;
    case W::request:
    case W::matter:
    case W::bare: matches(named_requests, Counted::requests, first, last, out); break;
    case W::last_year: matches(carried_in, Counted::carried_in, first, last, out); break;
    case W::carry:
      if (!matches(carried_in, Counted::carried_in, first, last, out) &&
          !matches(carried_out, Counted::carried_out, first, last, out))
        matches(left_over, Counted::carried_out, first, last, out);
      break;
    case W::next_year: matches(carried_out, Counted::carried_out, first, last, out); break;
    case W::unfinished: matches(left_over, Counted::carried_out, first, last, out); break;
    case W::postpone: matches(carried_out, Counted::carried_out, first, last, out); break;
    case W::result: matches(result, Counted::result, first, last, out); break;
    case W::channel: matches(by_channel, Counted::by_channel, first, last, out); break;
    case W::dispute: matches(disputes, Counted::disputes, first, last, out); break;
    case W::outcome: matches(outcome, Counted::outcome, first, last, out); break;
    case W::all_upheld:
      out.counted = Counted::upheld;
      ++first;
      break;
    case W::document_act: matches(documents_done, Counted::documents, first, last, out); break;
    case W::document: matches(documents_first, Counted::documents, first, last, out); break;
    case W::number: parse_counted_first(first, last, out); break;
    case W::negation: parse_none(first, last, out); break;
    default: break;
  }
  out.begins_with_noun = begins_with == W::request || begins_with == W::matter || begins_with == W::bare ||
                         begins_with == W::document;
  out.begins_with_number = begins_with == W::number;
  return out;
}

}  // namespace nianbao::rules
