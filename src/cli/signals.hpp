// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Being asked to stop: SIGINT, SIGTERM, SIGHUP. The second time ends the program at once.
namespace nianbao::cli {

/// From now on such a signal only sets stopping(). One that is ignored stays so (nohup).
void heed_signals() noexcept;

bool stopping() noexcept;

/// Ends the program the way that the signal would have, so that a shell knows of it. Nothing is destroyed.
[[noreturn]] void end_by_signal() noexcept;

}  // namespace nianbao::cli
