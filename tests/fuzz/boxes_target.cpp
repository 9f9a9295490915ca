// SPDX-License-Identifier: Apache-2.0
// Words with their boxes, a line each: x0 y0 x1 y1 page and, behind one space, the text. What is missing is 0
// or nothing; numbers may be nan, inf or 1e308. Chosen are limits, bits 2 and 7; JSON, 3.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "fuzz/choice.hpp"
#include "nianbao/nianbao.hpp"
#include "property/faults.hpp"

namespace {

using nianbao::fuzz::demand;

std::string_view next(std::string_view& rest, char border) {
  const auto part = rest.substr(0, rest.find(border));
  rest.remove_prefix(part.size() == rest.size() ? rest.size() : part.size() + 1);
  return part;
}

double number(std::string_view& rest) { return std::strtod(std::string(next(rest, ' ')).c_str(), nullptr); }

std::vector<nianbao::Word> words_of(std::string_view input) {
  std::vector<nianbao::Word> words;
  while (!input.empty()) {
    auto line = next(input, '\n');
    nianbao::Word word;
    for (auto* edge : {&word.x0, &word.y0, &word.x1, &word.y1}) *edge = number(line);
    word.page = static_cast<std::uint32_t>(std::strtoul(std::string(next(line, ' ')).c_str(), nullptr, 10));
    word.text = line;
    words.push_back(word);
  }
  return words;
}

void run(std::string_view input) {
  const auto choice = nianbao::fuzz::take_choice(input);
  const auto words = words_of(input);
  nianbao::ParseOptions options;
  nianbao::fuzz::choose_limits(options, choice, input.size());
  const auto result = nianbao::parse_words(words.data(), words.size(), options);
  demand(nianbao::property::fault_of_places({}, result));
  if (!choice.given || choice.at(3)) demand(nianbao::property::fault_of_json(result));
  // A figure is made of nothing but words.
  for (const auto& figure : nianbao::figures(result.report)) {
    const auto& span = figure.cell->span;
    if (span.exists() && span.end > result.extracted_text.size()) demand("a figure outside of the words");
  }
  const auto again = nianbao::parse_words(words.data(), words.size(), options);
  if (again.extracted_text != result.extracted_text || to_json(again) != to_json(result))
    demand("another report the second time");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  run({reinterpret_cast<const char*>(data), size});
  return 0;
}
