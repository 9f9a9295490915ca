// SPDX-License-Identifier: Apache-2.0
// What a fuzzer calls, and replay.cpp for what fuzzers have found. One target a format:
// NIANBAO_FUZZ_FORMAT is an enumerator of Format, or NIANBAO_FUZZ_JSON is defined.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "nianbao/nianbao.hpp"
#include "property/faults.hpp"

namespace {

void demand(const std::string& fault) {
  if (fault.empty()) return;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}

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

// The last byte chooses: limits that are passed soon, the format told or found out, JSON written or not.
nianbao::ParseOptions options_of(std::string_view input) {
  nianbao::ParseOptions options;
  const auto choice = static_cast<unsigned char>(input.back());
  if ((choice & 1U) == 0) options.format = nianbao::Format::NIANBAO_FUZZ_FORMAT;
  if ((choice & 4U) != 0) {
    options.max_lines = 5;
    options.max_cells = 40;
    options.max_diagnostics = 3;
  }
  return options;
}

void run(std::string_view input) {
  if (input.empty()) return;
  const auto options = options_of(input);
  const auto result = nianbao::parse(input, options);
  demand(nianbao::property::fault_of_places(input, result, options));
  if ((static_cast<unsigned char>(input.back()) & 8U) != 0) demand(nianbao::property::fault_of_json(result));
}

#endif

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  run({reinterpret_cast<const char*>(data), size});
  return 0;
}
