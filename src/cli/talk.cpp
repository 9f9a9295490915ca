// SPDX-License-Identifier: Apache-2.0
#include "talk.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
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

Progress::Progress(bool on) : is_shown_(on && is_terminal(stderr)) { bar_is_shown = is_shown_; }

Progress::~Progress() {
  clear();
  bar_is_shown = false;
}

void Progress::clear() {
  if (is_shown_) std::cerr << clear_line << std::flush;
}

void Progress::step() {
  ++done_;
  show();
}

void Progress::show() {
  constexpr auto draw_every = std::chrono::milliseconds(100);
  const auto now = Clock::now();
  if (!is_shown_ || now - drawn_ < draw_every) return;
  drawn_ = now;
  constexpr std::size_t columns = 30;
  const std::size_t skipped = skipped_;
  const std::size_t total = total_;
  const auto done = done_ + skipped;
  const auto filled = total == 0 ? 0 : std::min(done, total) * columns / total;
  const auto seconds = std::chrono::duration<double>(now - begin_).count();
  std::cerr << clear_line << '[' << std::string(filled, '#') << std::string(columns - filled, '.') << "] "
            << progress_words(done, skipped, total, seconds) << std::flush;
}

std::string progress_words(std::size_t done, std::size_t skipped, std::size_t total, double seconds) {
  auto words = std::to_string(done);
  if (total > 0) words += '/' + std::to_string(total);
  const auto rate = seconds > 0 ? static_cast<double>(done - skipped) / seconds : 0;
  if (rate <= 0) return words;
  const bool is_slow = rate < 10;
  auto shown = std::to_string(is_slow ? rate : std::round(rate));
  shown.resize(shown.find('.') + (is_slow ? 2 : 0));
  words += "  " + shown + "/s";
  if (total < done) return words;
  const auto left = static_cast<std::uint64_t>(std::ceil(static_cast<double>(total - done) / rate));
  const auto two = [](std::uint64_t n) { return (n < 10 ? ":0" : ":") + std::to_string(n); };
  const auto hours = left / 3600;
  const auto minutes = left / 60 % 60;
  words += "  " + (hours > 0 ? std::to_string(hours) + two(minutes) : std::to_string(minutes));
  return words + two(left % 60) + " left";
}

}  // namespace nianbao::cli
