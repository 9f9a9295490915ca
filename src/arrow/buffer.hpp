// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace nianbao::arrow {

/// Bytes that other programs are given as they are. Unlike a vector, it writes nothing into room before its
/// bytes are known, and grows where it lies if the system can: a column has many megabytes.
class Buffer {
 public:
  Buffer() = default;
  Buffer(const Buffer& other) { add(other.bytes_.get(), other.size_); }
  Buffer(Buffer&& other) noexcept
      : bytes_(std::move(other.bytes_)),
        size_(std::exchange(other.size_, 0)),
        room_(std::exchange(other.room_, 0)) {}
  Buffer& operator=(const Buffer&) = delete;
  Buffer& operator=(Buffer&&) = delete;
  ~Buffer() = default;

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] const void* data() const noexcept { return bytes_.get(); }

  /// All of it as values of that type, of which alone it is then made.
  template <class T>
  [[nodiscard]] T* as() const noexcept {
    static_assert(std::is_trivially_copyable_v<T>);
    return static_cast<T*>(static_cast<void*>(bytes_.get()));
  }

  /// Room for `count` more values, which the caller writes.
  template <class T>
  T* extend(std::size_t count) {
    reserve(size_ + count * sizeof(T));
    auto* const begin = bytes_.get() + size_;
    size_ += count * sizeof(T);
    return static_cast<T*>(static_cast<void*>(begin));
  }

  void add(const void* bytes, std::size_t size) {
    if (size > 0) std::memcpy(extend<char>(size), bytes, size);
  }

  /// Leaves the first `size` bytes, if there are more.
  void cut(std::size_t size) noexcept { size_ = std::min(size_, size); }

 private:
  struct Free {
    void operator()(char* bytes) const noexcept { std::free(bytes); }
  };

  void reserve(std::size_t size) {
    if (size <= room_) return;
    // Room costs nothing until it is written, and each time it moves all is copied.
    const auto room = std::max(size, 4 * room_);
    auto* const grown = static_cast<char*>(std::realloc(bytes_.get(), room));
    if (grown == nullptr) throw std::bad_alloc();
    static_cast<void>(bytes_.release());
    bytes_.reset(grown);
    room_ = room;
  }

  std::unique_ptr<char, Free> bytes_;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
};

}  // namespace nianbao::arrow
