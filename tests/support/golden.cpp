// SPDX-License-Identifier: Apache-2.0
#include "support/golden.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "support/catch.hpp"

namespace nianbao::support {

namespace fs = std::filesystem;

namespace {

bool is_update() {
  const char* wanted = std::getenv("NIANBAO_UPDATE_GOLDEN");
  return wanted != nullptr && std::string(wanted) == "1";
}

// The first lines that differ: the whole of both would hide them.
std::string difference(const std::string& expected, const std::string& actual) {
  std::istringstream a(expected);
  std::istringstream b(actual);
  std::string left;
  std::string right;
  for (int number = 1;; ++number) {
    const bool more_left = static_cast<bool>(std::getline(a, left));
    const bool more_right = static_cast<bool>(std::getline(b, right));
    if (!more_left && !more_right) return "no line differs";
    if (more_left == more_right && left == right) continue;
    return "line " + std::to_string(number) + "\n  expected: " + (more_left ? left : "(end)") +
           "\n  actual:   " + (more_right ? right : "(end)");
  }
}

}  // namespace

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void check_golden(const fs::path& path, const std::string& actual) {
  if (is_update()) {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  INFO(path.filename().string());
  if (!fs::exists(path)) {
    FAIL_CHECK(path.string() << " is missing; run this test with NIANBAO_UPDATE_GOLDEN=1 to write it,"
                                " then check it by eye");
    return;
  }
  const auto expected = bytes_of(path);
  if (expected != actual) FAIL_CHECK(difference(expected, actual));
}

}  // namespace nianbao::support
