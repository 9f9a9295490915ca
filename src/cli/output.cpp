// SPDX-License-Identifier: Apache-2.0
#include "output.hpp"

#include <cerrno>
#include <iostream>
#include <random>
#include <stdexcept>
#include <system_error>

#include "talk.hpp"

namespace nianbao::cli {

namespace fs = std::filesystem;

namespace {

std::string problem() { return std::generic_category().message(errno); }

// A name that no other process takes.
fs::path beside(const fs::path& target) {
  std::random_device random;
  auto name = target.filename();
  name += ".part-" + std::to_string(random());
  return target.parent_path() / name;
}

}  // namespace

Output::Output(const std::string& name) : name_(name) {
  if (is_standard(name)) return;
  std::error_code error;
  // Where a link stands, the file behind it is written.
  target_ = fs::weakly_canonical(name, error);
  if (error) target_ = name;
  const bool is_device = fs::exists(target_, error) && !fs::is_regular_file(target_, error);
  if (!is_device) temporary_ = beside(target_);
  errno = 0;
  file_.open(is_device ? target_ : temporary_, std::ios::binary);
  if (!file_) throw std::runtime_error(name + ": cannot be written: " + problem());
}

Output::~Output() {
  if (temporary_.empty()) return;
  file_.close();
  std::error_code ignored;
  fs::remove(temporary_, ignored);
}

Output& Output::operator<<(std::string_view text) {
  (is_file() ? static_cast<std::ostream&>(file_) : std::cout) << text;
  return *this;
}

bool Output::put_in_place() {
  file_.close();
  if (!file_ || temporary_.empty()) return static_cast<bool>(file_);
  std::error_code error;
  if (fs::exists(target_, error))
    fs::permissions(temporary_, fs::status(target_, error).permissions(), error);
  fs::rename(temporary_, target_, error);
  if (!error) temporary_.clear();
  return !error;
}

bool Output::finish() {
  if (!is_file()) {
    std::cout.flush();
    if (!std::cout) say("the output cannot be written");
    return static_cast<bool>(std::cout);
  }
  errno = 0;
  if (put_in_place()) return true;
  say(name_ + ": cannot be written: " + problem());
  return false;
}

}  // namespace nianbao::cli
