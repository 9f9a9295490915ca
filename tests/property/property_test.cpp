// SPDX-License-Identifier: Apache-2.0
// What holds for every input, and what does not change when a report is written in another way.
#include <algorithm>
#include <string>
#include <vector>

#include "nianbao/nianbao.hpp"
#include "property/faults.hpp"
#include "property/inputs.hpp"
#include "property/places.hpp"
#include "support/catch.hpp"
#include "support/docx.hpp"
#include "support/encode.hpp"
#include "support/samples.hpp"

namespace nianbao::property {

namespace {

const std::string byte_order_mark = "\uFEFF";

std::vector<std::string> utf8_samples() {
  std::vector<std::string> names;
  for (const auto& sample : support::sample_reports())
    if (is_utf8(support::read_file(sample.path))) names.push_back(sample.name);
  return names;
}

std::string all_samples() {
  std::string text;
  for (const auto& name : utf8_samples()) text += support::sample_bytes(name) + '\n';
  return text;
}

void check_same(const std::string& text, const std::string& variant, const char* how) {
  INFO(how);
  const auto before = parse(text);
  const auto after = parse(variant);
  CHECK(difference(content_of(before), content_of(after)) == "");
  CHECK(difference(doubts_of(before), doubts_of(after)) == "");
  CHECK(fault_of_places(variant, after) == "");
}

}  // namespace

TEST_CASE("random bytes give a result and nothing worse") {
  Dice dice(1);
  for (int i = 0; i < 150; ++i) {
    INFO("input " << i);
    CHECK(fault_of(random_bytes(dice, dice.below(4000))) == "");
  }
}

TEST_CASE("random characters of reports give a result and nothing worse") {
  Dice dice(2);
  auto alphabet = characters_of(all_samples());
  for (int i = 0; i < 60; ++i) {
    INFO("input " << i);
    CHECK(fault_of(random_text(dice, alphabet, dice.below(3000))) == "");
  }
}

TEST_CASE("lines of reports in any order give a result and nothing worse") {
  Dice dice(3);
  auto lines = lines_of(all_samples());
  for (auto& line : lines) line += '\n';
  for (int i = 0; i < 60; ++i) {
    INFO("input " << i);
    CHECK(fault_of(random_text(dice, lines, dice.below(150))) == "");
  }
}

TEST_CASE("damaged reports have only figures that are printed") {
  Dice dice(4);
  for (const auto& sample : support::sample_reports()) {
    const auto bytes = support::read_file(sample.path);
    for (int i = 0; i < 20; ++i) {
      INFO(sample.name << ", damage " << i);
      CHECK(fault_of(mutated(dice, bytes)) == "");
    }
  }
}

#if NIANBAO_DOCX
TEST_CASE("a report says the same in DOCX, whoever numbers its headings") {
  const auto before = parse(support::sample_bytes("clean.md"));
  for (const auto* name : {"clean.docx", "numbered.docx"}) {
    INFO(name);
    const auto after = parse(support::sample_bytes(name));
    CHECK(difference(content_of(before), content_of(after)) == "");
    CHECK(difference(doubts_of(before), doubts_of(after)) == "");
  }
}

TEST_CASE("documents whose XML is damaged have only figures that are printed") {
  Dice dice(6);
  for (const auto* name : {"clean.docx", "numbered.docx"}) {
    const auto whole = support::unzipped(support::sample_bytes(name));
    for (int i = 0; i < 60; ++i) {
      auto parts = whole;
      // The main part most often; else any.
      auto* part = &parts[dice.below(parts.size())];
      for (auto& other : parts)
        if (other.first == "word/document.xml" && dice.below(3) > 0) part = &other;
      part->second = mutated(dice, part->second);
      INFO(name << ", damage " << i << " of " << part->first);
      CHECK(fault_of(support::zipped(parts)) == "");
    }
  }
}
#endif

TEST_CASE("reports cut at any place have only figures that are printed") {
  for (const auto& sample : support::sample_reports()) {
    const auto bytes = support::read_file(sample.path);
    for (std::size_t size = 0; size < bytes.size(); size += 97) {
      INFO(sample.name << " cut at " << size);
      const auto cut = bytes.substr(0, size);
      CHECK(fault_of_places(cut, parse(cut)) == "");
    }
  }
}

TEST_CASE("everything in a sample report has its place") {
  for (const auto& sample : support::sample_reports()) {
    INFO(sample.name);
    const auto bytes = support::read_file(sample.path);
    CHECK(fault_of(bytes) == "");
    const auto report = parse(bytes).report;
    CHECK(figures(report).size() >= (report.form == Template::form_2019 ? 198 : 200));
  }
}

TEST_CASE("JSON read back is the same JSON") {
  Dice dice(5);
  for (const auto& sample : support::sample_reports()) {
    INFO(sample.name);
    const auto bytes = support::read_file(sample.path);
    CHECK(fault_of_json(parse(bytes)) == "");
    CHECK(fault_of_json(parse(mutated(dice, bytes))) == "");
  }
  CHECK(fault_of_json(parse("")) == "");
  CHECK(fault_of_json(parse(random_bytes(dice, 2000))) == "");
}

TEST_CASE("encodings and line breaks change nothing") {
  for (const auto& name : utf8_samples()) {
    INFO(name);
    const auto text = support::sample_bytes(name);
    check_same(text, support::with_crlf(text), "CRLF");
    check_same(text, support::with_cr(text), "CR");
    check_same(text, byte_order_mark + text, "UTF-8 with a mark");
    check_same(text, support::encode(byte_order_mark + text, "UTF-16LE"), "UTF-16LE");
    check_same(text, support::encode(byte_order_mark + text, "UTF-16BE"), "UTF-16BE");
    check_same(text, support::encode(text, "gb18030"), "GB18030");
  }
}

TEST_CASE("full-width digits change nothing") {
  for (const auto& name : utf8_samples()) {
    INFO(name);
    const auto text = support::sample_bytes(name);
    check_same(text, with_full_width_tables(text), "full-width digits");
  }
}

TEST_CASE("spaces inside labels change nothing") {
  for (const auto* name : {"clean.txt", "truncated-columns.txt", "slid-rows.txt", "mostly-blank.txt"}) {
    INFO(name);
    const auto text = support::sample_bytes(name);
    check_same(text, with_spaced_labels(text), "spaces inside labels");
  }
}

TEST_CASE("Markdown changes nothing") {
  for (const auto* name : {"clean.txt", "truncated-columns.txt", "slid-rows.txt", "mostly-blank.txt"}) {
    INFO(name);
    const auto text = support::sample_bytes(name);
    check_same(text, as_markdown(text), "Markdown");
  }
}

}  // namespace nianbao::property
