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

fs::path place_of(const std::string& name) {
  std::error_code error;
  auto place = fs::weakly_canonical(name, error);
  return error ? fs::path(name) : place;
}

bool is_device(const fs::path& place) {
  std::error_code error;
  return fs::exists(place, error) && !fs::is_regular_file(place, error);
}

bool put_in_place(const fs::path& from, const fs::path& to) {
  std::error_code error;
  if (fs::exists(to, error)) fs::permissions(from, fs::status(to, error).permissions(), error);
  fs::rename(from, to, error);
  return !error;
}

Output::Output(const std::string& name) : name_(name) {
  if (is_standard(name)) return;
  target_ = place_of(name);
  if (!is_device(target_)) temporary_ = beside(target_);
  errno = 0;
  file_.open(temporary_.empty() ? target_ : temporary_, std::ios::binary);
  if (!file_) throw std::runtime_error(name + ": cannot be written: " + problem());
}

Output::~Output() { discard(); }

void Output::discard() {
  if (temporary_.empty()) return;
  file_.close();
  std::error_code ignored;
  fs::remove(temporary_, ignored);
  temporary_.clear();
}

Output& Output::operator<<(std::string_view text) {
  (is_file() ? static_cast<std::ostream&>(file_) : std::cout) << text;
  return *this;
}

bool Output::close_and_place() {
  file_.close();
  if (!file_ || temporary_.empty()) return static_cast<bool>(file_);
  if (!put_in_place(temporary_, target_)) return false;
  temporary_.clear();
  return true;
}

bool Output::finish() {
  if (!is_file()) {
    std::cout.flush();
    if (!std::cout) say("the output cannot be written");
    return static_cast<bool>(std::cout);
  }
  errno = 0;
  if (close_and_place()) return true;
  say(name_ + ": cannot be written: " + problem());
  return false;
}

}  // namespace nianbao::cli
