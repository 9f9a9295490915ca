// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace nianbao::cli {

/// Whether that name of an output means standard output.
inline bool is_standard(std::string_view name) noexcept { return name.empty() || name == "-"; }

/// Where a file called `name` is: where a link stands, the file behind it.
std::filesystem::path place_of(const std::string& name);

/// Whether something other than a file stands there, such as a device: it is written as it is.
bool is_device(const std::filesystem::path& place);

/// Puts the file `from` in the place of `to`, which it takes the permissions of.
bool put_in_place(const std::filesystem::path& from, const std::filesystem::path& to);

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

  /// Leaves what was there before as it was.
  void discard();

 private:
  [[nodiscard]] bool is_file() const noexcept { return !target_.empty(); }
  bool close_and_place();

  std::string name_;
  std::filesystem::path target_;
  std::filesystem::path temporary_;  ///< empty where the file is no regular one: it is written as it is
  std::ofstream file_;
};

}  // namespace nianbao::cli
