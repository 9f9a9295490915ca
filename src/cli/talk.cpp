// SPDX-License-Identifier: Apache-2.0
#include "talk.hpp"

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string_view>

#if defined(_WIN32)
#include <io.h>
#else
#include <unistd.h>
#endif

namespace nianbao::cli {

namespace {

bool is_terminal(std::FILE* stream) noexcept {
#if defined(_WIN32)
  return _isatty(_fileno(stream)) != 0;
#else
  return isatty(fileno(stream)) != 0;
#endif
}

bool is_set(const char* variable) noexcept {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool bar_is_shown = false;

constexpr std::string_view clear_line = "\r\x1B[K";

}  // namespace

void say(const std::string& message) {
  if (bar_is_shown) std::cerr << clear_line;
  std::cerr << "nianbao: " << message << '\n';
}

bool is_terminal_output() noexcept { return is_terminal(stdout); }

bool wants_color(const std::string& wanted) {
  if (wanted != "auto") return wanted == "always";
  const char* term = std::getenv("TERM");
  const bool is_dumb = term != nullptr && std::string_view(term) == "dumb";
  return is_terminal_output() && !is_set("NO_COLOR") && !is_dumb;
}

Progress::Progress(std::size_t total, bool on) : total_(total) {
  bar_is_shown = on && total > 1 && is_terminal(stderr);
}

Progress::~Progress() {
  if (bar_is_shown) std::cerr << clear_line << std::flush;
  bar_is_shown = false;
}

void Progress::step() {
  ++done_;
  const auto percent = done_ * 100 / total_;
  if (!bar_is_shown || percent == percent_) return;
  percent_ = percent;
  constexpr std::size_t columns = 30;
  const auto filled = done_ * columns / total_;
  std::cerr << clear_line << '[' << std::string(filled, '#') << std::string(columns - filled, '.') << "] "
            << done_ << '/' << total_ << std::flush;
}

}  // namespace nianbao::cli
