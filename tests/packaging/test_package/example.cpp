// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <nianbao/nianbao.hpp>

int main() {
  const auto result = nianbao::parse("示例县水利局2024年政府信息公开工作年度报告\n一、总体情况\n无。\n");
  const auto again = nianbao::from_json(nianbao::to_json(result));
  if (!again || again->report.agency != "示例县水利局" || again->report.year != 2024) {
    std::cerr << "the title was not read\n";
    return 1;
  }
  std::cout << "nianbao " << nianbao::version() << " from C++: " << again->report.agency << '\n';
}
