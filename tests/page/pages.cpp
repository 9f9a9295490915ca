// SPDX-License-Identifier: Apache-2.0
// Writes the pages that are looked at in a browser: nianbao_pages FOLDER
#include <exception>
#include <fstream>
#include <iostream>
#include <string>

#include "page/made.hpp"

namespace {

void write(const std::string& path, const std::string& page) {
  std::ofstream file(path, std::ios::binary);
  file.write(page.data(), static_cast<std::streamsize>(page.size()));
  if (!file) throw std::runtime_error("cannot write " + path);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 2) throw std::runtime_error("usage: nianbao_pages FOLDER");
    const std::string folder = argv[1];
    for (const auto& page : nianbao::page_tests::made_pages()) write(folder + "/" + page.name, page.html);
    return 0;
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 1;
  }
}
