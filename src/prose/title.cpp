// SPDX-License-Identifier: Apache-2.0
#include "prose/title.hpp"

#include <boost/spirit/home/x3.hpp>

#include <algorithm>
#include <array>

#include "grammar/labels.hpp"
#include "text/fold.hpp"
#include "text/han.hpp"

namespace nianbao::prose {

namespace x3 = boost::spirit::x3;

namespace {

using Iterator = const char*;
using x3::ascii::digit;

// --- years and days ------------------------------------------------------------------------------

struct digit_symbols : x3::symbols<int> {
  digit_symbols() {
    for (int i = 0; i < 10; ++i) add(std::string(1, static_cast<char>('0' + i)), i);
    add("〇", 0)("○", 0)("零", 0)("O", 0)("一", 1)("二", 2)("三", 3)("四", 4)("五", 5)("六", 6)("七", 7)(
        "八", 8)("九", 9);
  }
};
const digit_symbols any_digit;

struct year_tag;
struct days_tag;

const auto begin_year = [](auto& context) { x3::get<year_tag>(context).get() = 0; };
const auto add_digit = [](auto& context) {
  auto& year = x3::get<year_tag>(context).get();
  year = year * 10 + x3::_attr(context);
};

const auto four_digits = x3::eps[begin_year] >> any_digit[add_digit] >> any_digit[add_digit] >>
                         any_digit[add_digit] >> any_digit[add_digit];
const auto year_word = four_digits >> "年";

bool is_plausible(int year) noexcept { return year >= 2003 && year <= 2100; }

struct PeriodNumbers {
  std::array<int, 6> values{};  // year month day, year month day; 0 if not printed
  std::size_t at = 0;
};
const auto set_day = [](auto& context) {
  auto& days = x3::get<days_tag>(context).get();
  days.values[days.at++] = x3::_attr(context);
};
const auto skip_year = [](auto& context) { ++x3::get<days_tag>(context).get().at; };

const auto number = x3::uint_parser<int, 10, 1, 4>();
const auto month_and_day = number[set_day] >> "月" >> number[set_day] >> (x3::lit("日") | "号");
const auto four_digit_year = x3::uint_parser<int, 10, 4, 4>();
// What an alternative has set before it fails stays set: 年 is looked for first.
const auto full_year = &(four_digit_year >> "年") >> four_digit_year[set_day] >> "年";
const auto until = x3::lit("至") | "到" | "—" | "-" | "~" | "－" | "–";
const auto period = full_year >> month_and_day >> -x3::lit("起") >> +until >>
                    (full_year | x3::eps[skip_year]) >> month_and_day;

const auto chinese_day_digit = x3::lit("十") | any_digit;
const auto date = +any_digit >> "年" >> +chinese_day_digit >> "月" >> +chinese_day_digit >> "日" >> x3::eoi;

// --- the title -----------------------------------------------------------------------------------

// What follows 信息公开: 工作年度报告, 年报, 工作2025年度报告 …
const auto bracketed_end = (x3::lit("（") | "(" | "[" | "〔") >> *x3::char_;
const auto title_tail = -x3::lit("工作") >> -x3::lit("情况") >> -x3::lit("的") >> -year_word >>
                        -x3::lit("年") >> -x3::lit("度") >> -x3::lit("工作") >> -x3::lit("情况") >>
                        -x3::lit("的") >> -x3::lit("年度") >> (x3::lit("报告") | "总结报告" | "报") >>
                        -x3::lit("书") >> -(x3::lit("》") | "”") >> -bracketed_end >> x3::eoi;

bool starts_with(std::string_view text, std::string_view head) noexcept {
  return text.substr(0, head.size()) == head;
}

bool ends_with(std::string_view text, std::string_view tail) noexcept {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

std::size_t length_of(char lead) noexcept {
  const auto b = static_cast<unsigned char>(lead);
  return b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
}

// 2 or 二, the first digits of plausible years.
bool may_begin_year(char c) noexcept { return c == '2' || c == '\xE4'; }

// A year and its place in a text.
struct PlacedYear {
  int year = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The last year in `text`: earlier ones are those of decrees and document numbers.
std::optional<PlacedYear> last_year(std::string_view text) {
  std::optional<PlacedYear> found;
  for (std::size_t at = 0; at < text.size(); at += length_of(text[at])) {
    if (!may_begin_year(text[at])) continue;
    int year = 0;
    Iterator first = text.data() + at;
    if (!x3::parse(first, text.data() + text.size(), x3::with<year_tag>(std::ref(year))[year_word]) ||
        !is_plausible(year))
      continue;
    auto end = static_cast<std::size_t>(first - text.data());
    if (starts_with(text.substr(end), "度")) end += 3;
    found = PlacedYear{year, at, end};
  }
  return found;
}

// What stands before a label or a path: "标题：", "首页 > 公开年报 > ".
std::string_view after_last_mark(std::string_view text) noexcept {
  constexpr std::array<std::string_view, 9> marks{"：", ":", ">", "》", "|", "｜", "_", "»", "→"};
  std::size_t behind = 0;
  for (std::size_t at = 0; at < text.size(); at += length_of(text[at])) {
    if (text::is_han_lead(text[at])) continue;
    for (const auto mark : marks)
      if (starts_with(text.substr(at), mark)) behind = at + mark.size();
  }
  return text.substr(behind);
}

std::string_view without_quotes(std::string_view text) noexcept {
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view mark :
         {"《", "“", "”", "》", "\"", "【", "】", "#", "*", "-", "—", "关于", " "}) {
      if (starts_with(text, mark)) {
        text.remove_prefix(mark.size());
        changed = true;
      }
      if (ends_with(text, mark)) {
        text.remove_suffix(mark.size());
        changed = true;
      }
    }
  }
  return text;
}

constexpr std::array<std::string_view, 9> not_a_name{"。", "，", "；", "！", "？", "：", ",", "、", "〔"};

bool has_stop(std::string_view text) noexcept {
  return std::any_of(not_a_name.begin(), not_a_name.end(),
                     [text](std::string_view stop) { return text.find(stop) != std::string_view::npos; });
}

// A line that can be the first half of a title: an organ, a year, words of the title.
bool may_begin_title(const std::string& line) {
  if (text::characters(line) > 40 || has_stop(line) || is_date(line)) return false;
  for (const std::string_view word : {">", "来源", "发布", "浏览", "索引", "文号", "字号", "打印", "首页",
                                      "点击", "阅读", "@", "www", "http", "目录"})
    if (line.find(word) != std::string::npos) return false;
  const bool digits_only = std::all_of(line.begin(), line.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '/' || c == ':' || c == ' ' || c == '.';
  });
  return !digits_only;
}

int score(const Title& title) noexcept { return (title.agency.empty() ? 0 : 2) + (title.year ? 2 : 0); }

constexpr std::size_t most_title_lines = 3;

bool is_real(const Date& day) noexcept {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (!is_plausible(day.year) || day.month < 1 || day.month > 12 || day.day < 1) return false;
  const bool leap = day.year % 4 == 0 && (day.year % 100 != 0 || day.year % 400 == 0);
  return day.day <= days[static_cast<std::size_t>(day.month - 1)] + (leap && day.month == 2 ? 1 : 0);
}

}  // namespace

std::optional<Title> parse_title(std::string_view line) {
  constexpr std::string_view core = "信息公开";
  if (line.find(core.substr(0, 6)) == std::string_view::npos) return std::nullopt;
  std::string buffer;
  const std::string_view simple = grammar::simplify(line, buffer);
  const auto core_at = simple.rfind(core);
  if (core_at == std::string_view::npos || text::characters(line) > 100) return std::nullopt;
  int year = 0;
  Iterator first = simple.data() + core_at + core.size();
  const Iterator last = simple.data() + simple.size();
  if (!x3::parse(first, last, x3::with<year_tag>(std::ref(year))[title_tail])) return std::nullopt;

  auto head_end = core_at;
  // 示例镇人民政府 + 信息公开…: no organ is called 示例镇人民.
  const auto head_is = [&](std::string_view tail) { return ends_with(simple.substr(0, head_end), tail); };
  if ((head_is("政府") && !head_is("人民政府")) || head_is("政务"))
    head_end -= std::string_view("政府").size();
  const auto head = after_last_mark(line.substr(0, head_end));
  const auto head_begin = static_cast<std::size_t>(head.data() - line.data());
  Title title;
  title.text = std::string(without_quotes(line.substr(head_begin)));
  std::string agency(head);
  if (const auto placed = last_year(simple.substr(head_begin, head.size()))) {
    title.year = placed->year;
    agency = std::string(head.substr(0, placed->begin)) + std::string(head.substr(placed->end));
  } else if (is_plausible(year)) {
    title.year = year;
  }
  // What is left of "（2023年）".
  for (const std::string_view brackets : {"（）", "()", "〔〕", "[]"})
    if (const auto at = agency.find(brackets); at != std::string::npos) agency.erase(at, brackets.size());
  agency = std::string(without_quotes(agency));
  // A list of other years' reports, as beside the text of a page.
  const bool is_list =
      agency.find("年度报告") != std::string::npos || agency.find("年报") != std::string::npos;
  if (is_list || has_stop(agency) || text::characters(agency) > 50) return std::nullopt;
  title.agency = std::move(agency);
  return title;
}

std::optional<FoundTitle> find_title(const std::vector<std::string>& lines) {
  std::optional<FoundTitle> best;
  int best_score = -1;
  for (std::size_t last = 0; last < lines.size(); ++last) {
    std::string joined = lines[last];
    for (std::size_t count = 1; count <= most_title_lines && count <= last + 1; ++count) {
      const auto first = last + 1 - count;
      if (count > 1) {
        if (!may_begin_title(lines[first])) break;
        joined = lines[first] + joined;
      }
      auto title = parse_title(joined);
      if (!title) continue;
      // More lines must bring something: the agency, the year.
      const int worth = score(*title);
      const bool better = worth > best_score || (worth == best_score && count == 1);
      if (better) {
        best_score = worth;
        best = FoundTitle{std::move(*title), first, last + 1};
      }
      if (worth == 4) break;
    }
  }
  return best;
}

std::optional<Period> find_period(std::string_view text) {
  for (auto at = text.find("年"); at != std::string_view::npos; at = text.find("年", at + 3)) {
    if (at < 4) continue;
    PeriodNumbers days;
    Iterator first = text.data() + at - 4;
    if (!x3::parse(first, text.data() + text.size(), x3::with<days_tag>(std::ref(days))[period])) continue;
    auto& v = days.values;
    if (v[3] == 0) v[3] = v[0];
    const Period found{{v[0], v[1], v[2]}, {v[3], v[4], v[5]}};
    if (is_real(found.start) && is_real(found.end)) return found;
  }
  return std::nullopt;
}

bool names_organ(std::string_view text) {
  if (text.empty() || has_stop(text) || text::characters(text) > 40) return false;
  for (const std::string_view tail :
       {"局",   "委", "委员会", "政府", "办", "办公室", "厅", "院",   "中心", "处",
        "站",   "所", "会",     "部",   "署", "镇",     "乡", "街道", "公司", "大学",
        "学校", "队", "银行",   "社",   "馆", "局）",   "室", "區",   "廳",   "處"})
    if (ends_with(text, tail)) return true;
  return false;
}

std::string find_agency(std::string_view text) {
  for (const std::string_view cue : {"现公布", "公布", "总结了", "总结", "由", "是"}) {
    for (auto at = text.find(cue); at != std::string_view::npos; at = text.find(cue, at + cue.size())) {
      const auto rest = text.substr(at + cue.size(), 120);
      auto end = std::string_view::npos;
      for (const std::string_view behind :
           {"编制", "政府信息公开", "依照", "按照", "根据", "依据", "组织", "负责"})
        end = std::min(end, rest.find(behind));
      if (const auto year = last_year(rest.substr(0, std::min(end, rest.size())))) end = year->begin;
      if (end == std::string_view::npos) continue;
      const auto name = rest.substr(0, end);
      if (names_organ(name) && text::characters(name) >= 3) return std::string(name);
    }
  }
  return {};
}

std::optional<std::int32_t> find_year(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += length_of(text[at])) {
    if (!may_begin_year(text[at])) continue;
    int year = 0;
    Iterator first = text.data() + at;
    if (x3::parse(first, text.data() + text.size(), x3::with<year_tag>(std::ref(year))[year_word]) &&
        is_plausible(year))
      return year;
  }
  return std::nullopt;
}

bool is_date(std::string_view text) {
  if (text.size() > 64) return false;
  const auto tidied = text::tidy(text);
  Iterator first = tidied.data();
  return x3::parse(first, first + tidied.size(), date);
}

}  // namespace nianbao::prose
