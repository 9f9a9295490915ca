// SPDX-License-Identifier: Apache-2.0
// Reads one report and prints what it is, two figures with their places, and every doubt.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "nianbao/nianbao.hpp"

namespace {

void print(const char* name, const nianbao::Cell& cell) {
  std::cout << name << ": ";
  if (cell.has_value())
    std::cout << cell.value.to_string() << " (line " << cell.span.line << ", bytes " << cell.span.start << "-"
              << cell.span.end << ")\n";
  else
    std::cout << nianbao::to_string(cell.state) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: " << argv[0] << " FILE\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  if (!file) {
    std::cerr << argv[1] << ": cannot be read\n";
    return 3;
  }
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};

  const auto result = nianbao::parse(bytes);
  const auto& report = result.report;
  std::cout << report.title << '\n' << "agency: " << report.agency << '\n';
  if (report.year) std::cout << "year: " << *report.year << '\n';
  print("newly received, natural persons", report.applications.newly_received.natural_person);
  print("newly received, total", report.applications.newly_received.total);

  for (const auto& diagnostic : result.diagnostics)
    std::cout << "line " << diagnostic.span.line << ": " << diagnostic.message(nianbao::Language::english)
              << '\n';
  return result.recognised ? 0 : 3;
}
