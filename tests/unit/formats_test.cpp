// SPDX-License-Identifier: Apache-2.0
#include "readers/formats.hpp"

#include <algorithm>

#include "support/catch.hpp"

namespace nianbao::readers {

namespace {

Format format_told(std::string_view text) { return format_of(text, Format::automatic); }

}  // namespace

TEST_CASE("HTML is told by its first tag") {
  for (const auto* text :
       {"<!DOCTYPE html>", "<html>", "<HTML lang=zh>", " \n<!-- a --><head>", "<?xml version='1.0'?><html>",
        "<body>", "<meta charset=gbk>", "<div>a</div>", "<p>a", "<TABLE border=1>", "<font size=2>", "<h1>a"})
    CHECK(format_told(text) == Format::html);
  for (const auto* text : {"a<html>", "<", "<<p>", "<pa>", "<中>", "<!-- a", "<xml>", "", "a"})
    CHECK(format_told(text) != Format::html);
}

TEST_CASE("Markdown that holds tags stays Markdown") {
  CHECK(format_told("# a\n<table><tr><td>1</td></tr></table>") == Format::markdown);
  CHECK(format_told("<div align=center>\n\n# a\n") == Format::markdown);
  CHECK(format_told("<table><tr><td>a</td></tr></table>\n\n| a | b |\n") == Format::markdown);
  CHECK(format_told("<table><tr><td>#</td></tr></table>") == Format::html);
  CHECK(format_told("a\t1") == Format::plain);
}

TEST_CASE("The caller's format is taken, whatever the text looks like") {
  CHECK(format_of("<html>", Format::plain) == Format::plain);
  CHECK(format_of("<html>", Format::markdown) == Format::markdown);
  CHECK(format_of("a", Format::html) == Format::html);
}

#ifndef NIANBAO_HTML
TEST_CASE("A build without HTML says so") {
  const auto result = parse("<html><body><p>一、总体情况</p></body></html>");
  CHECK_FALSE(result.recognised);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == DiagnosticCode::input_unsupported_format);
  CHECK(result.diagnostics[0].message(Language::english).find("NIANBAO_HTML=OFF") != std::string::npos);
}
#endif

}  // namespace nianbao::readers
