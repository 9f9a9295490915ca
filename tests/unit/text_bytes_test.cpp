// SPDX-License-Identifier: Apache-2.0
#include "text/bytes.hpp"

#include <algorithm>
#include <random>
#include <string>

#include "support/catch.hpp"
#include "text/fold.hpp"
#include "text/source.hpp"
#include "text/utf8.hpp"

namespace nianbao::text {

namespace {

// Text of characters of all lengths, with some of its bytes changed.
std::string random_text(std::mt19937& random, std::size_t size, unsigned changed) {
  constexpr char32_t some[] = {U'a',  U'7',  U'\n', U'\t',     U'|',      U'é',      U'总', U'计',
                               U'。', U'０', U'㐀', U'\u0800', U'\uD7FF', U'\uE000', U'𠀀', U'\U0010FFFF'};
  std::string text;
  while (text.size() < size) append_utf8(text, some[random() % std::size(some)]);
  for (unsigned i = 0; i < changed; ++i) text[random() % text.size()] = static_cast<char>(random());
  return text;
}

// What a character after the other by ICU says.
std::size_t valid_prefix(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    if (next_utf8(text, at) == 0xFFFD && text.substr(begin, 3) != "\uFFFD") return begin;
  }
  return text.size();
}

}  // namespace

TEST_CASE("Wide instructions say what the same does byte by byte") {
  std::mt19937 random(1);
  constexpr std::array<char, 3> wanted{'\n', '|', '\xE6'};
  for (unsigned round = 0; round < 2000; ++round) {
    const auto text = random_text(random, 96, round % 4);
    for (std::size_t at = 2; at < 18; ++at) {
      REQUIRE(matches(text.data() + at, wanted) == scalar::matches(text.data() + at, wanted));
      REQUIRE(is_usual_utf8(text.data() + at) == scalar::is_usual_utf8(text.data() + at));
    }
  }
}

TEST_CASE("Of sixteen bytes those are told that JSON wants escaped") {
  std::mt19937 random(4);
  for (unsigned round = 0; round < 20000; ++round) {
    std::string text(16, 'a');
    for (unsigned i = 0; i < 1 + round % 8; ++i) text[random() % 16] = static_cast<char>(random() % 256);
    text[random() % 16] = "\"\\\n\x1F\x20\x7F\x80\xFF"[random() % 8];
    REQUIRE(to_escape(text.data()) == scalar::to_escape(text.data()));
  }
}

TEST_CASE("UTF-8 is valid as far as ICU says") {
  std::mt19937 random(2);
  for (unsigned round = 0; round < 20000; ++round) {
    const auto text = random_text(random, 1 + round % 90, round % 3);
    const std::string_view view(text);
    REQUIRE(valid_utf8_prefix(view) == valid_prefix(view));
    const auto cut = view.substr(0, random() % text.size());
    REQUIRE(valid_utf8_prefix(cut) == valid_prefix(cut));
  }
}

TEST_CASE("Every two and three bytes between Chinese characters are valid as ICU says") {
  const std::string before = "总体情况总体情况";
  for (unsigned bytes = 0; bytes < 0x10000; ++bytes)
    for (const char third : {'a', '\x80', '\xBF', '\xE4'}) {
      const auto text = before + static_cast<char>(bytes >> 8U) + static_cast<char>(bytes) + third + before;
      REQUIRE(valid_utf8_prefix(text) == valid_prefix(text));
    }
}

TEST_CASE("Bytes are found from any place on") {
  std::mt19937 random(3);
  for (unsigned round = 0; round < 300; ++round) {
    const auto text = random_text(random, 1 + random() % 300, 0);
    ByteFinder<2> finder(text, {'\n', '|'});
    for (unsigned i = 0; i < 200; ++i) {
      const auto from = random() % (text.size() + 2);
      REQUIRE(finder.next(from) == std::min(text.find_first_of("\n|", from), text.size()));
    }
  }
  CHECK(ByteFinder<1>("", {'a'}).next(0) == 0);
}

TEST_CASE("Characters that are bare at an edge are never trimmed") {
  for (char32_t c = 1; c < 0x30000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text;
    append_utf8(text, c);
    const auto is_bare = begins_bare(text);
    REQUIRE(is_bare == ends_bare("总" + text));
    std::string buffer;
    const bool is_kept = trim(text) == text && fold_markup("a" + text + "a", buffer).size() > 2;
    REQUIRE((is_kept || !is_bare));
  }
  for (const char* bare : {"总", "（", "。", "0", "Z", "/", "-"}) CHECK(begins_bare(bare));
  for (const char* other : {" ", "\t", "　", "<", "&", "*", "_", ";", ">", "é", "\u200B", "\uFEFF"})
    CHECK_FALSE(begins_bare(other));
}

}  // namespace nianbao::text
