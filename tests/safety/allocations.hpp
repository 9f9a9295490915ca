// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// The heap of this program, counted and made to fail: of C++, and of the C libraries that formats are read
/// with. One thread.
namespace nianbao::safety {

/// From now on allocation `n` fails, counted from 1; with `all_after` those behind it too. 0: none.
void fail_allocation(std::uint64_t n, bool all_after) noexcept;

/// Ends that; whether any allocation has failed.
bool stop_failing() noexcept;

struct Heap {
  std::uint64_t allocations = 0;  ///< since the program began
  std::int64_t blocks = 0;        ///< not freed yet
  std::uint64_t bytes = 0;        ///< in them
  std::uint64_t peak = 0;         ///< most bytes since reset_peak
};

Heap heap() noexcept;
void reset_peak() noexcept;

}  // namespace nianbao::safety
