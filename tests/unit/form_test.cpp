// SPDX-License-Identifier: Apache-2.0
#include "form/form.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <set>

#include "nianbao/parse.hpp"
#include "support/catch.hpp"
#include "text/utf8.hpp"

namespace nianbao::form {

namespace {

using Strings = std::vector<std::string>;

// ICU's simplified character of every Han character, in order. A line for each keeps ICU from
// reading two of them as a word.
std::u32string simplified_by_icu() {
  icu::UnicodeString text;
  for (auto c = first_han; c < past_han; ++c) {
    text.append(static_cast<UChar32>(c));
    text.append(static_cast<UChar32>('\n'));
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> icu(
      icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
  REQUIRE(U_SUCCESS(status));
  icu->transliterate(text);
  std::u32string out;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
    if (text.char32At(at) != '\n') out += static_cast<char32_t>(text.char32At(at));
  REQUIRE(out.size() == past_han - first_han);
  return out;
}

// The characters of everything that the library looks for in print.
std::set<char32_t> characters_of_labels() {
  std::set<char32_t> out;
  const auto add = [&out](std::string_view text) {
    for (std::size_t at = 0; at < text.size();) out.insert(text::next_utf8(text, at));
  };
  for (const auto& wording : all_wordings()) add(wording.text);
  for (const auto& part : overview_parts) {
    add(part.names.label);
    add(part.names.aliases);
  }
  return out;
}

}  // namespace

TEST_CASE("Patterns are expanded") {
  CHECK(expand("") == Strings{""});
  CHECK(expand("总计") == Strings{"总计"});
  CHECK(expand("a[b]c") == Strings{"ac", "abc"});
  CHECK(expand("[a]b(c/d)") == Strings{"bc", "bd", "abc", "abd"});
  CHECK(expand("(a/b)(c/d)") == Strings{"ac", "ad", "bc", "bd"});
  CHECK(expand("[a/b]c") == Strings{"c", "ac", "bc"});
  CHECK(expand("[a[b]]c") == Strings{"c", "ac", "abc"});
  CHECK(expand("(a/)b") == Strings{"ab", "b"});
}

TEST_CASE("Patterns that nobody closed end somewhere") {
  for (const char* pattern : {"[", "(", "a[b", "a(b/", "a)b", "]"}) {
    INFO(pattern);
    CHECK_FALSE(expand(pattern).empty());
  }
}

TEST_CASE("The form has 200 figures and 28 subtotals, each with its own path") {
  const auto& all = form_figures();
  const auto subtotals =
      std::count_if(all.begin(), all.end(), [](const FigureInfo& f) { return f.subtotal; });
  CHECK(all.size() - static_cast<std::size_t>(subtotals) == 200);
  CHECK(subtotals == 28);
  std::set<std::string_view> paths;
  for (const auto& figure : all) CHECK(paths.insert(figure.path).second);
}

TEST_CASE("The form of 2019 has 198 figures and 21 subtotals, each with its own path") {
  const auto& all = form_figures(Template::form_2019);
  const auto subtotals =
      std::count_if(all.begin(), all.end(), [](const FigureInfo& f) { return f.subtotal; });
  CHECK(all.size() - static_cast<std::size_t>(subtotals) == 22 + 23 * 7 + 15);
  CHECK(subtotals == 21);
  std::set<std::string_view> paths;
  for (const auto& figure : all) CHECK(paths.insert(figure.path).second);
  CHECK(form_figures(Template::unknown).empty());
  CHECK(&form_figures(Template::form_2021) == &form_figures());
}

// No figure of one form is given as a figure of the other: of 二 only the decisions have the same path,
// and the fees' and procurement's money have not.
TEST_CASE("The forms share no figure of 二 but the decisions") {
  std::set<std::string_view> of_2021;
  for (const auto& figure : form_figures()) of_2021.insert(figure.path);
  const std::string_view section = "proactive_disclosure.";
  const std::string_view decisions = ".decisions";
  for (const auto& figure : form_figures(Template::form_2019)) {
    if (figure.path.substr(0, section.size()) != section || of_2021.count(figure.path) == 0) continue;
    INFO(figure.path);
    CHECK(figure.path.substr(figure.path.size() - decisions.size()) == decisions);
  }
}

TEST_CASE("Every path leads to its own cell") {
  const auto form = GENERATE(Template::form_2021, Template::form_2019);
  AnnualReport report;
  report.form = form;
  for (const auto& row : matrix_rows) row.counts(report.applications, true);
  std::set<const Cell*> cells;
  for (const auto& figure : form_figures(form)) {
    INFO(figure.path);
    const auto* cell = find_figure(report, figure.path);
    REQUIRE(cell != nullptr);
    CHECK(cells.insert(cell).second);
  }
  CHECK(figures(report).size() == form_figures(form).size());
  for (const char* path :
       {"", "applications", "applications.newly_received", "applications.newly_received.none",
        "applications.newly_received.total.", ".applications.newly_received.total"})
    CHECK(find_figure(report, path) == nullptr);
}

TEST_CASE("A subtotal is there only where it is printed") {
  AnnualReport report;
  CHECK(figures(report).size() == 200);
  CHECK(find_figure(report, "applications.results.other.subtotal.total") == nullptr);
  report.applications.results.other.subtotal.emplace();
  CHECK(figures(report).size() == 207);
  CHECK(find_figure(report, "applications.results.other.subtotal.total") != nullptr);
}

TEST_CASE("A report on one form has none of the other's figures") {
  auto report = parse("信息内容\t本年新制作数量\n规章\t1\n").report;
  REQUIRE(report.form == Template::form_2019);
  CHECK(figures(report).size() == 198);
  CHECK(find_figure(report, "proactive_disclosure.regulations.in_force") == nullptr);
  CHECK(find_figure(report, "applications.results.other.fee_overdue.total") == nullptr);
  CHECK(find_figure(report, "proactive_disclosure.regulations.total_disclosed") ==
        &report.proactive_disclosure_2019.regulations.total_disclosed);
  report.form = Template::form_2021;
  CHECK(find_figure(report, "proactive_disclosure.regulations.total_disclosed") == nullptr);
}

TEST_CASE("Figures of the form of 2019 come with their labels and units") {
  for (const auto& figure : form_figures(Template::form_2019)) {
    INFO(figure.path);
    CHECK_FALSE(figure.row.empty());
    CHECK_FALSE(figure.column.empty());
    CHECK_FALSE(figure.row_en.empty());
    CHECK_FALSE(figure.column_en.empty());
    const bool money = figure.path == "proactive_disclosure.government_procurement.amount";
    CHECK((figure.unit == Unit::as_printed) == money);
    CHECK(figure.unit != Unit::ten_thousand_yuan);
  }
}

TEST_CASE("Figures come with their labels and units") {
  for (const auto& figure : form_figures()) {
    INFO(figure.path);
    CHECK_FALSE(figure.row.empty());
    CHECK_FALSE(figure.column.empty());
    CHECK_FALSE(figure.row_en.empty());
    CHECK_FALSE(figure.column_en.empty());
    const bool money = figure.path == "proactive_disclosure.administrative_fees.amount";
    CHECK((figure.unit == Unit::ten_thousand_yuan) == money);
  }
}

TEST_CASE("No two labels share a wording") {
  std::set<std::string> seen;
  for (const auto& wording : all_wordings()) {
    INFO(wording.text);
    CHECK_FALSE(wording.text.empty());
    // Labels that differ may not have one text; the same label may repeat its own.
    if (wording.is_official) CHECK(seen.insert(wording.text).second);
  }
}

TEST_CASE("The form's traditional characters are those of ICU") {
  const auto icu = simplified_by_icu();
  const auto labels = characters_of_labels();
  for (auto c = first_han; c < past_han; ++c) {
    // A few more may be there, for words beside the labels.
    const auto expected = icu[c - first_han];
    const bool may_stay = labels.count(expected) == 0;
    if (simplified(c) == expected || (may_stay && simplified(c) == c)) continue;
    std::string shown;
    text::append_utf8(shown, c);
    FAIL_CHECK(shown << " (U+" << std::hex << static_cast<std::uint32_t>(c) << ") should become U+"
                     << static_cast<std::uint32_t>(expected) << ", not U+"
                     << static_cast<std::uint32_t>(simplified(c)));
  }
  CHECK(simplified(U'a') == U'a');
  CHECK(simplified(U'𠮷') == U'𠮷');
}

}  // namespace nianbao::form
