// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// How often this program has asked for memory by operator new so far.
std::uint64_t allocations() noexcept;
