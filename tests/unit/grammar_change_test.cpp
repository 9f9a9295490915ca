// SPDX-License-Identifier: Apache-2.0
#include "grammar/change.hpp"

#include "support/catch.hpp"

namespace nianbao::grammar {

namespace {

// The change that a cell says; "text" if it says none.
std::string change(std::string_view folded) {
  Token token;
  parse_change(folded, token);
  if (token.kind != TokenKind::number) return "text";
  CHECK(token.scale == 0);
  return std::to_string(token.coefficient);
}

}  // namespace

TEST_CASE("Changes in words have the sign of the word") {
  CHECK(change("减少3") == "-3");
  CHECK(change("减少 3") == "-3");
  CHECK(change("减3") == "-3");
  CHECK(change("減少12項") == "-12");
  CHECK(change("净减3") == "-3");
  CHECK(change("增加2") == "2");
  CHECK(change("增2项") == "2");
  CHECK(change("净增1,234") == "1234");
  CHECK(change("−3") == "-3");
  CHECK(change("减少0") == "0");
  CHECK(change("减少三项") == "-3");
}

TEST_CASE("What may mean something else is no change") {
  for (const char* text :
       {"",          "减少",   "增",           "↑2",     "↓2",     "—3",     "–3",    "减少-3",
        "增加+2",    "增2减1", "增加2，减少1", "减少3%", "持平",   "无变化", "新增2", "减少率3",
        "减少（3）", "减少/",  "减少无",       "减少一", "见附件", "3"}) {
    INFO(text);
    CHECK(change(text) == "text");
  }
}

TEST_CASE("What is no change leaves the token as it is") {
  Token token;
  token.range = {3, 9};
  parse_change("减少-3", token);
  CHECK(token.kind == TokenKind::text);
  CHECK(token.coefficient == 0);
  CHECK(token.range.begin == 3);
}

}  // namespace nianbao::grammar
