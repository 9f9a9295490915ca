// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "account.hpp"
#include "patterns.hpp"

/// The files that a command is given.
namespace nianbao::cli {

/// An input by the name it is reported by; a path, or - for standard input.
struct Input {
  std::string name;
  bool is_stdin = false;
  std::string problem;  ///< why it cannot be read, if known beforehand
  std::string note;     ///< no input, but something to say of those before
};

/// The inputs that names name: files, folders, patterns (data/**/*.txt), standard input. Folders are walked
/// as inputs are asked for, each in order of its names: what is in memory are the folders on the way.
class InputWalk {
 public:
  explicit InputWalk(std::vector<std::string> names);

  /// Whether more than one file may come of the names.
  [[nodiscard]] bool many() const noexcept { return many_; }

  /// The next input; nothing after the last.
  std::optional<Input> next();

 private:
  // A folder on the way. Entries are taken from the end.
  struct Folder {
    std::vector<std::filesystem::directory_entry> entries;
    Pattern::Places places;  // in the pattern, if there is one
  };

  void begin(const std::string& name);
  bool enter(const std::filesystem::path& folder, Pattern::Places places);
  bool take_entry();
  void end();

  std::vector<std::string> names_;
  std::size_t next_name_ = 0;
  bool many_ = false;
  std::optional<Input> ready_;

  // Of the folder or pattern that is walked now.
  std::string walked_;
  std::optional<Pattern> pattern_;
  std::vector<Folder> way_;
  bool found_ = false;
  std::size_t others_ = 0;
};

/// One file, or standard input.
Input single_input(const std::string& name);

/// Whether `input` could be read; if not, `account` says why. Of a file larger than `limit` one byte more is
/// read than that.
bool take_input(const Input& input, std::uint64_t limit, std::string& bytes, Account& account);

}  // namespace nianbao::cli
