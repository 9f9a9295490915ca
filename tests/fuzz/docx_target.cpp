// SPDX-License-Identifier: Apache-2.0
// Any package, or any XML in the parts of a sound one: body, numbering and styles, parted by "@@@". Chosen
// are limits, bits 2 and 7; JSON, 3.
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/choice.hpp"
#include "nianbao/nianbao.hpp"
#include "property/faults.hpp"
#include "support/docx.hpp"

namespace {

using nianbao::fuzz::demand;

std::string next_part(std::string_view& rest) {
  constexpr std::string_view border = "@@@";
  const auto end = rest.find(border);
  std::string part(rest.substr(0, end));
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + border.size());
  return part;
}

std::string package_of(std::string_view input) {
  if (input.substr(0, 2) == "PK") return std::string(input);
  const auto body = next_part(input);
  const auto numbering = next_part(input);
  return nianbao::support::docx_file(
      body, {{"word/numbering.xml", numbering}, {"word/styles.xml", next_part(input)}});
}

void run(std::string_view input) {
  const auto choice = nianbao::fuzz::take_choice(input);
  const auto bytes = package_of(input);
  nianbao::ParseOptions options;
  options.format = nianbao::Format::docx;
  nianbao::fuzz::choose_limits(options, choice, bytes.size());
  const auto result = nianbao::parse(bytes, options);
  if (!result.extracted_text.empty()) demand(nianbao::property::fault_of_places({}, result));
  for (const auto& figure : nianbao::figures(result.report))
    if (figure.cell->span.end > result.extracted_text.size()) demand("a figure outside of the text");
  if (!choice.given || choice.at(3)) demand(nianbao::property::fault_of_json(result));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  run({reinterpret_cast<const char*>(data), size});
  return 0;
}
