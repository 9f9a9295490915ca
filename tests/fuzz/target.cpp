// SPDX-License-Identifier: Apache-2.0
// What a fuzzer calls, and replay.cpp for what fuzzers have found. One target a format:
// NIANBAO_FUZZ_FORMAT is an enumerator of Format, or NIANBAO_FUZZ_JSON is defined.
#include <cstdint>
#include <string>

#include "fuzz/choice.hpp"
#include "nianbao/nianbao.hpp"
#include "property/faults.hpp"

namespace {

using nianbao::fuzz::demand;

#ifdef NIANBAO_FUZZ_JSON

void run(std::string_view input) {
  std::string error;
  const auto result = nianbao::from_json(input, &error);
  if (result)
    demand(nianbao::property::fault_of_json(*result));
  else if (error.empty())
    demand("JSON refused without a word");
}

#else

// Chosen are: the format found out, bit 0; limits, 2 and 7; JSON, 3; the encoding, 4 to 6.
void run(std::string_view input) {
  const auto choice = nianbao::fuzz::take_choice(input);
  nianbao::ParseOptions options;
  if (!choice.at(0)) options.format = nianbao::Format::NIANBAO_FUZZ_FORMAT;
  options.encoding = static_cast<nianbao::Encoding>(choice.number(4, 3) % 6);
  nianbao::fuzz::choose_limits(options, choice, input.size());
  const auto result = nianbao::parse(input, options);
  demand(nianbao::property::fault_of_places(input, result, options));
  if (!choice.given || choice.at(3)) demand(nianbao::property::fault_of_json(result));
}

#endif

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  run({reinterpret_cast<const char*>(data), size});
  return 0;
}
