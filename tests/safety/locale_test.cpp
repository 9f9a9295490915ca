// SPDX-License-Identifier: Apache-2.0
// locale_test NAME: writes everything of the samples in the C and C++ locale of that name. The test gives the
// same bytes in every country, or one of them has changed a comma, an i or an order.
#include <clocale>
#include <cstdio>
#include <locale>
#include <string>

#include "safety/everything.hpp"

// glibc's setlocale keeps the list of folders that it makes of LOCPATH.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:argz_add_sep\n"; }

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::string name = arguments[1];
  if (std::setlocale(LC_ALL, name.c_str()) == nullptr) {
    std::fprintf(stderr, "there is no locale %s\n", name.c_str());
    return 1;
  }
  std::locale::global(std::locale(name));
  const auto files = nianbao::safety::sample_files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto text = nianbao::safety::everything_of(files[i], files[(i + 1) % files.size()]);
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
  return 0;
}
