// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::cli {

/// Whether a shell would take `name` for a pattern: it holds * ? or [.
bool is_pattern(std::string_view name) noexcept;

/// Whether a file's name matches a part of a pattern without slashes: * ? [a-z] [!a-z]. Only a part that
/// begins with a dot matches a name that does.
bool matches_part(std::string_view part, std::string_view name) noexcept;

/// A pattern such as data/**/*.txt, followed folder by folder: ** stands for any number of folders, none
/// included.
class Pattern {
 public:
  /// How many parts of the pattern the way to a folder has matched, in each way that there is.
  using Places = std::vector<std::size_t>;

  explicit Pattern(const std::string& pattern);

  /// The folder that all of it lies in, and where to begin there.
  [[nodiscard]] const std::filesystem::path& root() const noexcept { return root_; }
  [[nodiscard]] Places begin() const { return with_skips({0}); }

  /// Where one is having gone from `places` into `name`; nowhere if nothing below it can match.
  [[nodiscard]] Places step(const Places& places, std::string_view name) const;
  [[nodiscard]] bool is_whole(const Places& places) const noexcept;

 private:
  [[nodiscard]] Places with_skips(Places places) const;

  std::filesystem::path root_;
  std::vector<std::string> parts_;
};

}  // namespace nianbao::cli
