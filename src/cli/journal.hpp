// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::cli {

/// A file that is open for adding to its end.
class Appender {
 public:
  Appender() = default;
  ~Appender() { close(); }
  Appender(const Appender&) = delete;
  Appender& operator=(const Appender&) = delete;

  /// Throws std::runtime_error if it cannot be opened, or if another process has it open.
  void open(const std::filesystem::path& path);
  void cut(std::uint64_t size);
  void write(std::string_view text) noexcept;
  /// What was written is on the disk.
  void sync() noexcept;
  bool close() noexcept;

  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  [[nodiscard]] bool is_good() const noexcept { return is_good_; }

 private:
  std::filesystem::path path_;
  std::FILE* file_ = nullptr;
  std::uint64_t size_ = 0;
  bool is_good_ = true;
};

/// An output of many inputs that outlives its run. NAME.partial is what was written, NAME.journal says of
/// which inputs and how far; both go away when the output is whole and takes its place. Whenever the program
/// ends, what stands in the journal stands in the partial output, whole, once: what is behind that is cut off
/// by the run that resumes.
class JournaledOutput {
 public:
  /// `signature`: what makes the output what it is, e.g. the options; a run resumes only what has the same.
  /// Throws std::runtime_error if files cannot be made, UsageError if there is another signature.
  JournaledOutput(const std::string& name, const std::string& signature, bool resume);

  /// Whether a former run left something that is gone on with.
  [[nodiscard]] bool is_resumed() const noexcept { return is_resumed_; }

  /// Why the inputs that a former run finished failed; "" for those that did not.
  void each_earlier(const std::function<void(const std::string& failure)>& take) const;

  /// Whether a former run finished the input; true as often as it did. One thread at a time may ask.
  [[nodiscard]] bool take_finished(const std::string& input);

  /// Writes what every output begins with, unless a former run did.
  void begin(std::string_view text);

  /// Writes the result of an input. Throws std::runtime_error once something could not be written.
  void add(const std::string& input, const std::string& failure, std::string_view text);

  /// Notes in the journal what was written until now; `add` does so from time to time.
  void commit();
  void commit_if_due();

  /// Puts the output in its place. False if something could not be written; that is told.
  bool finish();

 private:
  using Key = std::array<std::uint64_t, 2>;
  using Clock = std::chrono::steady_clock;

  static Key key_of(std::string_view input) noexcept;
  void resume(const std::string& header);
  void note(std::string_view failure, std::string_view input);

  std::string name_;
  std::filesystem::path target_;
  std::filesystem::path partial_path_;
  std::filesystem::path journal_path_;
  Appender partial_;
  Appender journal_;
  std::string noted_;          ///< lines that are to be committed
  std::vector<Key> finished_;  ///< in order
  std::vector<bool> taken_;    ///< of those, whether it was asked for
  std::vector<std::string> earlier_failures_;
  std::size_t earlier_ = 0;
  Clock::time_point committed_ = Clock::now();
  bool is_resumed_ = false;
};

}  // namespace nianbao::cli
