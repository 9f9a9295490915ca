// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// The files that a command is given.
namespace nianbao::cli {

/// An input and the name it is reported by.
struct Input {
  std::filesystem::path path;
  std::string name;
  bool is_stdin = false;
  std::string problem;  ///< why it cannot be read, if known beforehand
};

struct Inputs {
  std::vector<Input> list;
  bool many = false;  ///< several were named, or a folder
};

/// The files that `names` name, those in folders in order of their names; says of folders how many files in
/// them are not read.
Inputs list_inputs(const std::vector<std::string>& names);

/// One file, or standard input.
Input single_input(const std::string& name);

/// Whether `input` could be read; if not, its problem is told. Of a file larger than `limit` one byte more
/// is read than that.
bool take_input(Input& input, std::uint64_t limit, std::string& bytes);

}  // namespace nianbao::cli
