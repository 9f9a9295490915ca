// SPDX-License-Identifier: Apache-2.0
#include "text/source.hpp"

#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/encode.hpp"

namespace nianbao::text {

namespace {

ParseOptions as(Encoding encoding) {
  ParseOptions options;
  options.encoding = encoding;
  return options;
}

const std::string some = "示例市2023年报：1,234件\n";

// Some hundreds of characters: longer than the stretch between two noted places.
std::string long_text() {
  std::string out;
  for (int i = 0; i < 900; ++i) out += "年a㐀\n";
  return out;
}

}  // namespace

TEST_CASE("UTF-8 is borrowed, and offsets are the input's own") {
  const Source source(some, {});
  CHECK(source.text().data() == some.data());
  CHECK(source.text() == some);
  CHECK(source.encoding() == Encoding::utf8);
  CHECK(source.to_input(3) == 3);
}

TEST_CASE("A byte order mark is no text but counts in offsets") {
  const std::string marked = "\xEF\xBB\xBF" + some;
  const Source source(marked, {});
  CHECK(source.text() == some);
  CHECK(source.to_input(0) == 3);
  CHECK(source.to_input(6) == 9);
}

TEST_CASE("Encodings are told by their marks or by what fits") {
  struct Case {
    const char* name;
    bool mark;
    Encoding encoding;
  };
  for (const auto& c :
       {Case{"gb18030", false, Encoding::gb18030}, Case{"gb18030", true, Encoding::gb18030},
        Case{"UTF-16LE", true, Encoding::utf16le}, Case{"UTF-16BE", true, Encoding::utf16be},
        Case{"UTF-16LE", false, Encoding::utf16le}, Case{"UTF-16BE", false, Encoding::utf16be}}) {
    INFO(c.name << (c.mark ? " with mark" : ""));
    const auto bytes = support::encode((c.mark ? "\xEF\xBB\xBF" : "") + some, c.name);
    const Source source(bytes, {});
    CHECK(source.text() == some);
    CHECK(source.encoding() == c.encoding);
    CHECK(source.invalid() == 0);
  }
}

TEST_CASE("Every character of a converted text knows its bytes") {
  const std::vector<std::pair<const char*, Encoding>> encodings{
      {"gb18030", Encoding::gb18030}, {"UTF-16LE", Encoding::utf16le}, {"UTF-16BE", Encoding::utf16be}};
  for (const auto& [name, encoding] : encodings) {
    INFO(name);
    const auto text = long_text();
    const auto bytes = support::encode(text, name);
    const Source source(bytes, as(encoding));
    const bool same = source.text() == text;  // too long to be shown
    REQUIRE(same);
    std::size_t wrong = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
      const auto before = at % 8;  // 年 a 㐀 and the line break are 3, 1, 3 and 1 bytes
      const auto whole_lines = support::encode(text.substr(0, 8), name).size() * (at / 8);
      const auto part = before == 0 ? 0 : support::encode(text.substr(0, before), name).size();
      if (source.to_input(static_cast<std::uint32_t>(at)) != whole_lines + part) ++wrong;
    }
    CHECK(wrong == 0);
    CHECK(source.to_input(static_cast<std::uint32_t>(text.size())) == bytes.size());
  }
}

TEST_CASE("Bytes that are not valid become one U+FFFD a run, and offsets stay right") {
  const std::string bad = "年\xFF\xFE报\xE5\xB9";
  const Source source(bad, as(Encoding::utf8));
  CHECK(source.text() == "年\uFFFD报\uFFFD");
  CHECK(source.invalid() == 2);
  CHECK(source.first_invalid() == 3);
  CHECK(source.to_input(3) == 3);
  CHECK(source.to_input(6) == 5);
  CHECK(source.to_input(9) == 8);
}

TEST_CASE("A stray byte does not make UTF-8 another encoding") {
  const std::string bad = some + some + "\xFF" + some;
  const Source source(bad, {});
  CHECK(source.encoding() == Encoding::utf8);
  CHECK(source.invalid() == 1);
  CHECK(source.first_invalid() == 2 * some.size());
}

TEST_CASE("Overlong forms, surrogates and too large numbers are not UTF-8") {
  for (const std::string_view bytes :
       {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF0\x80\x80\xAF"})
    CHECK(valid_utf8_prefix(bytes) == 0);
  for (const std::string_view bytes :
       {"\xC2\x80", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF", "\xEF\xBF\xBF"})
    CHECK(valid_utf8_prefix(bytes) == bytes.size());
  CHECK(valid_utf8_prefix("一二\xE4\xB8") == 6);
}

TEST_CASE("A limit that cuts a character or a number is no fault of the text") {
  ParseOptions options;
  for (const std::uint64_t most : {4U, 5U, 6U, 7U, 9U}) {
    options.max_bytes = most;
    const Source source("年\n报123", options);
    CHECK(source.text() == "年\n");
    CHECK(source.invalid() == 0);
  }
  options.max_bytes = 10;
  CHECK(Source("年\n报123", options).text() == "年\n报123");
  options.max_bytes = 0;
  CHECK(Source("年报", options).text().empty());
}

TEST_CASE("The caller's encoding is taken, whatever the bytes look like") {
  const Source source("\xC4\xEA", as(Encoding::gb18030));
  CHECK(source.text() == "年");
  const Source wide("\x74\x5E", as(Encoding::utf16le));
  CHECK(wide.text() == "年");
}

TEST_CASE("A font that is named in every tag does not hide the encoding of the text") {
  const std::string prose = "政府信息公開工作年度報告，本機關依申請公開的政府信息由縣檔案局負責答覆。\n";
  std::string page;
  for (int i = 0; i < 2000; ++i) page += "<td style='font-family:宋體'>\n";
  page += prose;
  CHECK(Source(support::encode(page, "Big5"), {}).encoding() == Encoding::big5);
  CHECK(Source(support::encode(page, "gb18030"), {}).encoding() == Encoding::gb18030);
}

TEST_CASE("Of what a limit leaves out nothing is said to be invalid") {
  ParseOptions options;
  options.max_bytes = 9;
  const Source left_out("a\n\x1b\x80\x80\x80\xE4\x1b\x80\x1b", options);
  CHECK(left_out.text() == "a\n");
  CHECK(left_out.invalid() == 0);
  const Source read("\x80\n\x1b\x80\x80\x80\xE4\x1b\x80\x1b", options);
  CHECK(read.invalid() > 0);
  CHECK(read.first_invalid() == 0);
}

}  // namespace nianbao::text
