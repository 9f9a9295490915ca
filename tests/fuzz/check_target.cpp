// SPDX-License-Identifier: Apache-2.0
// Two reports, parted by "@@@", are checked, proven, compared and shown in every way. With NIANBAO_FUZZ_JSON
// they are JSON, so that places and figures are whatever the fuzzer likes; else texts. Options are chosen;
// without a second report the first is compared with itself.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "fuzz/choice.hpp"
#include "nianbao/nianbao.hpp"
#include "property/check_faults.hpp"

namespace {

constexpr std::string_view border = "@@@";

using nianbao::fuzz::Choice;
using nianbao::fuzz::demand;

#ifdef NIANBAO_FUZZ_JSON

std::optional<nianbao::ParseResult> read(std::string_view input, Choice) {
  // What stands behind the object chooses only.
  return nianbao::from_json(input.substr(0, input.rfind('}') + 1));
}

#else

std::optional<nianbao::ParseResult> read(std::string_view input, Choice choice) {
  nianbao::ParseOptions options;
  if (choice.at(0)) options.encoding = nianbao::Encoding::utf8;
  return nianbao::parse(input, options);
}

#endif

nianbao::CheckOptions check_options(Choice choice) {
  nianbao::CheckOptions options;
  options.suspects = !choice.at(1);
  if (choice.at(2)) options.rules.push_back({"*", nianbao::Severity::warning});
  return options;
}

nianbao::CompareOptions compare_options(Choice choice) {
  nianbao::CompareOptions options;
  if (choice.at(3)) options.shortest_passage = 1;
  if (choice.at(4)) options.repetition_length = 0;
  if (choice.at(2)) options.rules.push_back({"*", nianbao::Severity::note});
  return options;
}

// One way of writing each time, for there are many; all for an input that chooses none.
nianbao::property::Writings writings(Choice choice) {
  if (!choice.given) return {};
  const auto which = choice.bits >> 8U;
  nianbao::property::Writings chosen;
  chosen.language = which % 2 == 0 ? nianbao::Language::chinese : nianbao::Language::english;
  chosen.text = which / 2 % 3 == 0;
  chosen.json = which / 2 % 3 == 1;
  chosen.page = which / 2 % 3 == 2;
  return chosen;
}

// The places of a report in the text of another point anywhere.
void check(const nianbao::ParseResult& report, std::string_view input, std::string_view other,
           Choice choice) {
  nianbao::ParseOptions options;
  if (choice.at(0)) options.encoding = nianbao::Encoding::utf8;
  auto encoding = nianbao::Encoding::utf8;
  const auto text = nianbao::decoded_text(choice.at(5) ? other : input, options, &encoding);
  demand(nianbao::property::fault_of_check(report, text, encoding, check_options(choice), writings(choice)));
  demand(nianbao::property::fault_of_inference(report));
}

void run(std::string_view input) {
  const auto choice = nianbao::fuzz::take_choice(input);
  const auto end = input.find(border);
  const auto first = input.substr(0, end);
  const auto second = end == std::string_view::npos ? first : input.substr(end + border.size());
  const auto older = read(first, choice);
  const auto newer = read(second, choice);
  if (older) check(*older, first, second, choice);
  if (older && newer) {
    demand(nianbao::property::fault_of_comparison(*older, *newer, second, compare_options(choice),
                                                  writings(choice)));
    auto proven = *newer;
    nianbao::infer(proven);
    if (choice.at(6)) check(proven, second, first, choice);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  run({reinterpret_cast<const char*>(data), size});
  return 0;
}
