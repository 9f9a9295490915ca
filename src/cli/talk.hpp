// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// A bar on a terminal, nothing elsewhere. One at a time.
class Progress {
 public:
  /// `on`: whether a bar may be shown at all.
  Progress(std::size_t total, bool on);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step();

 private:
  std::size_t total_;
  std::size_t done_ = 0;
  std::size_t percent_ = 101;
};

}  // namespace nianbao::cli
