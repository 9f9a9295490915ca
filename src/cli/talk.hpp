// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>

/// What the program says beside its output: on standard error only.
namespace nianbao::cli {

/// One line: "nianbao: …".
void say(const std::string& message);

bool is_terminal_output() noexcept;

/// Whether standard output takes colours: `wanted` is "always", "never" or "auto" (a terminal, unless
/// NO_COLOR or TERM=dumb says otherwise).
bool wants_color(const std::string& wanted);

/// A bar on a terminal with what is done, how fast, and how long the rest will take; nothing elsewhere. One
/// at a time.
class Progress {
 public:
  /// `on`: whether a bar may be shown at all.
  explicit Progress(bool on);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  [[nodiscard]] bool is_shown() const noexcept { return is_shown_; }

  /// How many inputs there are, once that is known. Any thread may say so, as with skip().
  void set_total(std::size_t total) noexcept { total_ = total; }

  /// One more is done; or was before, and tells nothing of the rate.
  void step();
  void skip() noexcept { ++skipped_; }

  /// Draws the bar again, if it was not drawn just before.
  void show();
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool is_shown_;
  std::atomic<std::size_t> total_{0};
  std::atomic<std::size_t> skipped_{0};
  std::size_t done_ = 0;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point drawn_ = begin_;
};

/// What the bar says behind itself: "120/2000  340/s  0:05 left"; without a total "120  340/s". `skipped` of
/// the done ones took no time.
std::string progress_words(std::size_t done, std::size_t skipped, std::size_t total, double seconds);

}  // namespace nianbao::cli
