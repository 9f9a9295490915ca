// SPDX-License-Identifier: Apache-2.0
// Pages that nobody would make: a result, and nothing worse.
#include <algorithm>
#include <string>

#include "nianbao/nianbao.hpp"
#include "property/faults.hpp"
#include "property/inputs.hpp"
#include "support/catch.hpp"
#include "support/encode.hpp"
#include "support/samples.hpp"

namespace nianbao::property {

namespace {

const std::vector<std::string>& tags() {
  static const std::vector<std::string> all{"<table>",
                                            "</table>",
                                            "<tr>",
                                            "</tr>",
                                            "<td>",
                                            "</td>",
                                            "<td colspan=2>",
                                            "<td rowspan=3>",
                                            "<td colspan=60000 rowspan=60000>",
                                            "<p>",
                                            "</p>",
                                            "<br>",
                                            "<div>",
                                            "</div>",
                                            "<b>",
                                            "</i>",
                                            "<h1>",
                                            "</h1>",
                                            "<tbody>",
                                            "</thead>",
                                            "<script>",
                                            "</script>",
                                            "<select>",
                                            "</select>",
                                            "<div style='display:none'>",
                                            "<title>",
                                            "</title>",
                                            "<footer>",
                                            "</footer>",
                                            "<main>",
                                            "<ol>",
                                            "<ol start=9 type=i>",
                                            "</ol>",
                                            "<li>",
                                            "<li value=12>",
                                            "<input value=12>",
                                            "<input type=text value='3'>",
                                            "<textarea>",
                                            "</textarea>",
                                            "<sup>",
                                            "<!--",
                                            "-->",
                                            "<![if x]>",
                                            "<!DOCTYPE html>",
                                            "<html>",
                                            "</html>",
                                            "</body>",
                                            "&nbsp;",
                                            "&#49;",
                                            "&#x32;",
                                            "&lt;",
                                            "&bogus;",
                                            "&",
                                            "<",
                                            ">",
                                            "\"",
                                            "12",
                                            "3",
                                            "\n",
                                            "\r\n",
                                            " ",
                                            "年",
                                            "\x01",
                                            std::string(1, '\0'),
                                            "<td",
                                            "=",
                                            "'",
                                            "一、本年新收政府信息公开申请数量",
                                            "自然人",
                                            "总计",
                                            "行政许可",
                                            "三、收到和处理政府信息公开申请情况"};
  return all;
}

std::string repeated(const std::string& text, std::size_t size) {
  std::string out;
  while (out.size() < size) out += text;
  return out;
}

}  // namespace

TEST_CASE("pages of random tags give a result and nothing worse", "[html]") {
  Dice dice(11);
  for (int i = 0; i < 400; ++i) {
    const auto page = "<html>" + random_text(dice, tags(), dice.below(300));
    INFO(page);
    CHECK(fault_of(page) == "");
  }
}

TEST_CASE("a damaged page has only figures that are printed", "[html]") {
  Dice dice(12);
  const auto page = support::sample_bytes("web-page.html");
  for (int i = 0; i < 200; ++i) {
    auto damaged = mutated(dice, page);
    for (auto edits = dice.below(4); edits > 0; --edits)
      damaged.insert(dice.below(damaged.size()), dice.one_of(tags()));
    INFO("damage " << i);
    CHECK(fault_of(damaged) == "");
  }
}

TEST_CASE("a figure's place in a page holds the figure and nothing else", "[html]") {
  const auto page = support::sample_bytes("web-page.html");
  const auto result = parse(page);
  std::size_t seen = 0;
  for (const auto& figure : figures(result.report)) {
    if (!figure.cell->has_value()) continue;
    INFO(figure.path);
    const auto& span = figure.cell->span;
    CHECK(page.substr(span.start, span.end - span.start) == figure.cell->raw);
    ++seen;
  }
  CHECK(seen == 200);
}

TEST_CASE("a page in another encoding says the same", "[html]") {
  const auto page = support::sample_bytes("web-page.html");
  const auto before = content_of(parse(page));
  for (const auto* encoding : {"gb18030", "UTF-16LE"}) {
    INFO(encoding);
    const auto after = parse(support::encode("\uFEFF" + page, encoding));
    CHECK(difference(before, content_of(after)) == "");
  }
  CHECK(difference(before, content_of(parse(support::encode(page, "gb18030")))) == "");
  CHECK(difference(before, content_of(parse(support::with_crlf(page)))) == "");
  CHECK(difference(before, content_of(parse(support::with_cr(page)))) == "");
}

TEST_CASE("whatever the limits, no figure of a page is another", "[html]") {
  const auto page = support::sample_bytes("web-page.html");
  const auto whole = parse(page);
  const auto check = [&](const ParseOptions& options) {
    const auto part = parse(page, options);
    for (const auto& figure : figures(part.report))
      if (figure.cell->has_value()) {
        INFO(figure.path);
        CHECK(figure.cell->value == find_figure(whole.report, figure.path)->value);
      }
  };
  for (std::uint64_t most = 0; most < 300; most += 7) {
    ParseOptions options;
    options.max_cells = most;
    check(options);
    options = {};
    options.max_lines = most / 4;
    check(options);
    options = {};
    options.max_bytes = page.size() * most / 300;
    check(options);
  }
}

TEST_CASE("50 MB of tables in tables end soon, and what cuts them is said", "[html]") {
  constexpr std::size_t size = std::size_t{50} << 20U;
  const auto has = [](const ParseResult& result, DiagnosticCode code) {
    return std::any_of(result.diagnostics.begin(), result.diagnostics.end(),
                       [code](const Diagnostic& diagnostic) { return diagnostic.code == code; });
  };
  const std::string open = "<table><tr><td>规章<td>12<td>";
  CHECK(has(parse("<html>" + repeated(open, size)), DiagnosticCode::limit_nesting));
  const auto nest = repeated(open, 100 * open.size()) + repeated("</table>", 100 * 8);
  const auto closed = parse("<html>" + repeated(nest, size));
  CHECK((has(closed, DiagnosticCode::limit_lines) || has(closed, DiagnosticCode::limit_cells)));
}

TEST_CASE("pages made to be slow end soon", "[html]") {
  constexpr std::size_t size = std::size_t{2} << 20U;
  for (const auto* piece : {"<table><tr><td>",
                            "<b>",
                            "<b></i>",
                            "</i>",
                            "<td rowspan=60000>1",
                            "<tr><td rowspan=60000>1",
                            "<td>",
                            "<td>1",
                            "<br>",
                            "<p a=1 b=2>",
                            " a",
                            "&#49;",
                            "&",
                            "<",
                            "<!--",
                            "<div class='a b c d e f g'>x</div>",
                            "<table><tr><td>1</table>",
                            "<td><table></table>",
                            "1<br>",
                            "<ol><li>1",
                            "<li>1",
                            "<td><input value=1>",
                            "<input value='",
                            "<select>"}) {
    INFO(piece);
    const auto result = parse("<html><table><tr><td>" + repeated(piece, size));
    CHECK_FALSE(result.diagnostics.empty());
  }
}

}  // namespace nianbao::property
