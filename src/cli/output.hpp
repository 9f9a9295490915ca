// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace nianbao::cli {

/// Whether that name of an output means standard output.
inline bool is_standard(std::string_view name) noexcept { return name.empty() || name == "-"; }

/// Where a command writes: standard output, or a file that appears only when it is whole. It is written
/// beside its place under another name; whatever goes wrong, the file that was there before stays.
class Output {
 public:
  /// Throws std::runtime_error if the file cannot be made.
  explicit Output(const std::string& name);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  Output& operator<<(std::string_view text);

  /// Puts the file in its place. False if something could not be written; that is told.
  bool finish();

 private:
  [[nodiscard]] bool is_file() const noexcept { return !target_.empty(); }
  bool put_in_place();

  std::string name_;
  std::filesystem::path target_;
  std::filesystem::path temporary_;  ///< empty where the file is no regular one: it is written as it is
  std::ofstream file_;
};

}  // namespace nianbao::cli
