// SPDX-License-Identifier: Apache-2.0
#include "journal.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "commands.hpp"
#include "output.hpp"
#include "talk.hpp"

#if !defined(_WIN32)
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace nianbao::cli {

namespace fs = std::filesystem;

namespace {

constexpr const char* journal_mark = "nianbao-journal 1 ";

// What is done again after a crash is never more than the work of that time.
constexpr auto commit_every = std::chrono::milliseconds(250);

std::runtime_error not_written(const fs::path& path) {
  return std::runtime_error(path.string() + ": cannot be written: " + std::generic_category().message(errno));
}

constexpr std::uint64_t fnv_prime = 0x100000001B3U;
constexpr std::uint64_t other_factor = 0x9E3779B97F4A7C15U;

// In the manner of FNV-1a; two factors make two hashes.
std::uint64_t hash_of(std::string_view text, std::uint64_t factor) noexcept {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * factor;
    hash ^= hash >> 32U;
  }
  return hash;
}

// A name as it stands in a line of the journal.
std::string in_one_line(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '\\')
      out += "\\\\";
    else if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else
      out += c;
  }
  return out;
}

#if !defined(_WIN32)
// Whether the file that is open as `number` is still the one at `path`: another run may have put it in its
// place while this one waited.
bool is_same_file(int number, const fs::path& path) noexcept {
  struct stat open {};
  struct stat there {};
  return ::fstat(number, &open) == 0 && ::stat(path.c_str(), &there) == 0 && open.st_dev == there.st_dev &&
         open.st_ino == there.st_ino;
}
#endif

// A line of the journal: how long the output was then, why the input failed, its name.
struct Line {
  std::uint64_t size = 0;
  std::string_view failure;
  std::string_view input;

  static bool read(std::string_view text, Line& out) noexcept {
    const auto first = text.find('\t');
    const auto second = first == std::string_view::npos ? first : text.find('\t', first + 1);
    if (second == std::string_view::npos || first == 0 || first > 19) return false;
    out.size = 0;
    for (const char c : text.substr(0, first)) {
      if (c < '0' || c > '9') return false;
      out.size = out.size * 10 + static_cast<std::uint64_t>(c - '0');
    }
    out.failure = text.substr(first + 1, second - first - 1);
    out.input = text.substr(second + 1);
    return true;
  }
};

}  // namespace

// --- Appender ----------------------------------------------------------------------------------------

void Appender::open(const fs::path& path) {
  path_ = path;
  for (;;) {
    errno = 0;
    file_ = std::fopen(path.string().c_str(), "ab");
    if (file_ == nullptr) throw not_written(path);
#if !defined(_WIN32)
    // A helper that outlives this program must not keep the lock.
    ::fcntl(fileno(file_), F_SETFD, FD_CLOEXEC);
    if (::flock(fileno(file_), LOCK_EX | LOCK_NB) != 0)
      throw std::runtime_error(path.string() + ": another run is writing it");
    if (!is_same_file(fileno(file_), path)) {
      std::fclose(file_);
      continue;
    }
#endif
    break;
  }
  std::error_code error;
  size_ = fs::file_size(path, error);
  if (error) throw std::runtime_error(path.string() + ": " + error.message());
}

void Appender::cut(std::uint64_t size) {
  std::error_code error;
  fs::resize_file(path_, size, error);
  if (error) throw std::runtime_error(path_.string() + ": " + error.message());
  size_ = size;
}

void Appender::write(std::string_view text) noexcept {
  if (text.empty()) return;
  is_good_ = is_good_ && std::fwrite(text.data(), 1, text.size(), file_) == text.size();
  size_ += text.size();
}

void Appender::sync() noexcept {
  is_good_ = is_good_ && std::fflush(file_) == 0;
#if !defined(_WIN32)
  // Not every file can be synced (EINVAL); those that can say so if it fails.
  is_good_ = is_good_ && (::fsync(fileno(file_)) == 0 || errno == EINVAL || errno == EINTR);
#endif
}

bool Appender::close() noexcept {
  if (file_ != nullptr && std::fclose(file_) != 0) is_good_ = false;
  file_ = nullptr;
  return is_good_;
}

// --- JournaledOutput ---------------------------------------------------------------------------------

JournaledOutput::JournaledOutput(const std::string& name, const std::string& signature, bool resume_former)
    : name_(name), target_(place_of(name)), partial_path_(target_), journal_path_(target_) {
  partial_path_ += ".partial";
  journal_path_ += ".journal";
  const auto header = journal_mark + std::to_string(hash_of(signature, fnv_prime)) + '\n';
  std::error_code error;
  const bool is_left = fs::exists(partial_path_, error) && fs::exists(journal_path_, error);
  partial_.open(partial_path_);
  journal_.open(journal_path_);
  if (resume_former && is_left) resume(header);
  if (is_resumed_) return;
  // The journal goes first: without it, nothing of the output counts.
  journal_.cut(0);
  partial_.cut(0);
  journal_.write(header);
  journal_.sync();
}

// Believes the journal as far as it is whole and the output is as long as it says.
void JournaledOutput::resume(const std::string& header) {
  std::ifstream file(journal_path_, std::ios::binary);
  std::string text;
  if (!std::getline(file, text) || file.eof()) return;
  if (text + '\n' != header)
    throw UsageError(
        name_ + ": the run that is to be resumed had other inputs or options; begin anew without --resume");
  std::uint64_t journal_size = header.size();
  Line line;
  std::uint64_t whole = 0;
  while (std::getline(file, text) && !file.eof()) {
    if (!Line::read(text, line) || line.size < whole || line.size > partial_.size()) break;
    whole = line.size;
    journal_size += text.size() + 1;
    is_resumed_ = true;
    if (line.input.empty()) continue;  // the beginning
    finished_.push_back(key_of(line.input));
    ++earlier_;
    if (!line.failure.empty()) earlier_failures_.emplace_back(line.failure);
  }
  if (!is_resumed_) return;
  std::sort(finished_.begin(), finished_.end());
  taken_.resize(finished_.size());
  partial_.cut(whole);
  journal_.cut(journal_size);
}

void JournaledOutput::each_earlier(const std::function<void(const std::string& failure)>& take) const {
  for (const auto& failure : earlier_failures_) take(failure);
  for (auto n = earlier_failures_.size(); n < earlier_; ++n) take({});
}

// Names would fill the memory; that two of them have the same 128 bits will not be.
JournaledOutput::Key JournaledOutput::key_of(std::string_view input) noexcept {
  return {hash_of(input, fnv_prime), hash_of(input, other_factor)};
}

bool JournaledOutput::take_finished(const std::string& input) {
  const auto key = key_of(in_one_line(input));
  for (auto at = std::lower_bound(finished_.begin(), finished_.end(), key);
       at != finished_.end() && *at == key; ++at) {
    const auto n = static_cast<std::size_t>(at - finished_.begin());
    if (taken_[n]) continue;
    taken_[n] = true;
    return true;
  }
  return false;
}

void JournaledOutput::begin(std::string_view text) {
  if (is_resumed_) return;
  partial_.write(text);
  note({}, {});
  commit();
}

void JournaledOutput::add(const std::string& input, const std::string& failure, std::string_view text) {
  partial_.write(text);
  note(failure, in_one_line(input));
  commit_if_due();
  if (!partial_.is_good() || !journal_.is_good()) throw not_written(name_);
}

void JournaledOutput::note(std::string_view failure, std::string_view input) {
  noted_ += std::to_string(partial_.size()) + '\t';
  (noted_ += in_one_line(failure)) += '\t';
  (noted_ += input) += '\n';
}

void JournaledOutput::commit_if_due() {
  if (Clock::now() - committed_ >= commit_every) commit();
}

// The output is on the disk before the journal says so.
void JournaledOutput::commit() {
  committed_ = Clock::now();
  if (noted_.empty()) return;
  partial_.sync();
  if (!partial_.is_good()) return;
  journal_.write(noted_);
  journal_.sync();
  noted_.clear();
}

bool JournaledOutput::finish() {
  errno = 0;
  commit();
  // The lock on the output lasts until it is in its place: no other run takes the name before.
  if (!partial_.is_good() || !journal_.is_good() || !put_in_place(partial_path_, target_)) {
    say(name_ + ": cannot be written: " + std::generic_category().message(errno));
    return false;
  }
  std::error_code ignored;
  fs::remove(journal_path_, ignored);
  return partial_.close();
}

}  // namespace nianbao::cli
