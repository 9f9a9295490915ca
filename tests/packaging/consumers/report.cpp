// SPDX-License-Identifier: Apache-2.0
// report_cpp FILE FIGURE EXPECTED: is the figure of that path in the report FILE printed as EXPECTED?
#include <fstream>
#include <iostream>
#include <iterator>
#include <nianbao/nianbao.hpp>
#include <string>

int main(int argc, char** argv) {
  std::ifstream file(argc == 4 ? argv[1] : "", std::ios::binary);
  if (!file) {
    std::cerr << "usage: report_cpp FILE FIGURE EXPECTED\n";
    return 2;
  }
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  const auto result = nianbao::parse(bytes);
  const auto* cell = nianbao::find_figure(result.report, argv[2]);
  if (cell == nullptr || !cell->has_value() || cell->value.to_string() != argv[3]) {
    std::cerr << argv[2] << ": expected " << argv[3] << ", read \""
              << (cell != nullptr ? cell->raw : "nothing") << "\"\n";
    return 1;
  }
  const auto again = nianbao::from_json(nianbao::to_json(result));
  if (!again || again->report.agency != result.report.agency) {
    std::cerr << "the report is not the same after JSON\n";
    return 1;
  }
  std::cout << nianbao::version() << ' ' << argv[2] << " = " << argv[3] << '\n';
}
