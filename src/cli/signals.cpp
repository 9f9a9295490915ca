// SPDX-License-Identifier: Apache-2.0
#include "signals.hpp"

#include <signal.h>  // NOLINT(modernize-deprecated-headers): sigaction is POSIX, not of <csignal>

#include <atomic>
#include <cstdlib>
#include <initializer_list>

namespace nianbao::cli {

namespace {

std::atomic<int> received{0};
static_assert(std::atomic<int>::is_always_lock_free, "it is set while a signal is handled");

}  // namespace

extern "C" {
static void note_signal(int number) { received = number; }
}

void heed_signals() noexcept {
#if defined(_WIN32)
  for (const int number : {SIGINT, SIGTERM}) std::signal(number, note_signal);
#else
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    if (::sigaction(number, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = note_signal;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(number, &action, nullptr);
  }
#endif
}

bool stopping() noexcept { return received != 0; }

void end_by_signal() noexcept {
#if !defined(_WIN32)
  ::signal(received, SIG_DFL);
  ::raise(received);
#endif
  std::_Exit(128 + received);
}

}  // namespace nianbao::cli
