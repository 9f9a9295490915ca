// SPDX-License-Identifier: Apache-2.0
// Any package, or any XML in the parts of a sound one: body, numbering and styles, parted by "@@@".
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "nianbao/nianbao.hpp"
#include "support/docx.hpp"

namespace {

std::string next_part(std::string& rest) {
  constexpr std::string_view border = "@@@";
  const auto end = rest.find(border);
  auto part = rest.substr(0, end);
  rest = end == std::string::npos ? std::string() : rest.substr(end + border.size());
  return part;
}

std::string package_of(std::string input) {
  if (input.substr(0, 2) == "PK") return input;
  const auto body = next_part(input);
  const auto numbering = next_part(input);
  return nianbao::support::docx_file(
      body, {{"word/numbering.xml", numbering}, {"word/styles.xml", next_part(input)}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  nianbao::ParseOptions options;
  options.format = nianbao::Format::docx;
  const auto bytes = package_of({reinterpret_cast<const char*>(data), size});
  const auto result = nianbao::parse(bytes, options);
  for (const auto& figure : nianbao::figures(result.report))
    if (figure.cell->span.end > result.extracted_text.size()) std::abort();
  if (nianbao::to_json(result, {true, 0}).empty()) std::abort();
  return 0;
}
