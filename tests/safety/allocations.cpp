// SPDX-License-Identifier: Apache-2.0
// Stands in front of glibc's malloc, which operator new, ICU, libxml2 and libzip all end in. Blocks are asked
// for their size, so that none is to be remembered.
#include "safety/allocations.hpp"

#include <malloc.h>

#include <cerrno>
#include <cstddef>

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void __libc_free(void* block);
}

namespace nianbao::safety {

namespace {

// Constants at first, for malloc is called before any constructor.
std::uint64_t fails_at = 0;
bool all_fail = false;
bool has_failed = false;
std::uint64_t counted = 0;
Heap state;

bool is_to_fail() noexcept {
  ++state.allocations;
  if (fails_at == 0) return false;
  ++counted;
  if (counted != fails_at && !(all_fail && counted > fails_at)) return false;
  has_failed = true;
  errno = ENOMEM;
  return true;
}

void* taken(void* block) noexcept {
  if (block == nullptr) return nullptr;
  ++state.blocks;
  state.bytes += malloc_usable_size(block);
  if (state.bytes > state.peak) state.peak = state.bytes;
  return block;
}

void given_back(void* block) noexcept {
  if (block == nullptr) return;
  --state.blocks;
  state.bytes -= malloc_usable_size(block);
}

}  // namespace

void fail_allocation(std::uint64_t n, bool all_after) noexcept {
  counted = 0;
  has_failed = false;
  all_fail = all_after;
  fails_at = n;
}

bool stop_failing() noexcept {
  fails_at = 0;
  return has_failed;
}

Heap heap() noexcept { return state; }
void reset_peak() noexcept { state.peak = state.bytes; }

}  // namespace nianbao::safety

namespace safety = nianbao::safety;

extern "C" {

void* malloc(std::size_t size) { return safety::is_to_fail() ? nullptr : safety::taken(__libc_malloc(size)); }

void* calloc(std::size_t count, std::size_t size) {
  return safety::is_to_fail() ? nullptr : safety::taken(__libc_calloc(count, size));
}

void* realloc(void* block, std::size_t size) {
  if (safety::is_to_fail()) return nullptr;
  safety::given_back(block);
  auto* const moved = __libc_realloc(block, size);
  // A block that could not grow is still there; one of no size is gone.
  if (moved == nullptr && size != 0) safety::taken(block);
  return safety::taken(moved);
}

void free(void* block) {
  safety::given_back(block);
  __libc_free(block);
}
}
