// SPDX-License-Identifier: Apache-2.0
#include "inputs.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <mutex>
#include <set>

namespace nianbao::cli {

namespace fs = std::filesystem;

namespace {

bool is_report_file(const fs::path& path) {
  static const std::set<std::string> known{".txt", ".text",  ".md",   ".markdown", ".html",
                                           ".htm", ".shtml", ".docx", ".pdf"};
  auto extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::tolower(c)) : c; });
  return known.count(extension) > 0;
}

bool read_stream(std::istream& from, std::uint64_t limit, std::string& bytes) {
  std::vector<char> block(std::size_t{1} << 16);
  // One byte beyond the limit tells the library that there is more.
  while (from && bytes.size() <= limit) {
    from.read(block.data(), static_cast<std::streamsize>(block.size()));
    bytes.append(block.data(), static_cast<std::size_t>(from.gcount()));
  }
  return !from.bad();
}

// Why it could not be read; "" if it could.
std::string read_input(const Input& input, std::uint64_t limit, std::string& bytes) {
  if (!input.problem.empty()) return input.problem;
  if (input.is_stdin) {
    static std::mutex one_at_a_time;
    const std::lock_guard<std::mutex> lock(one_at_a_time);
    return read_stream(std::cin, limit, bytes) ? "" : "cannot be read";
  }
  std::error_code error;
  if (!fs::exists(input.name, error)) return error ? error.message() : "no such file";
  std::ifstream file(input.name, std::ios::binary);
  if (file && read_stream(file, limit, bytes)) return {};
  return "cannot be read: " + std::generic_category().message(errno);
}

}  // namespace

InputWalk::InputWalk(std::vector<std::string> names) : names_(std::move(names)) {
  std::error_code error;
  many_ = names_.size() > 1 || std::any_of(names_.begin(), names_.end(), [&error](const auto& name) {
            return name != "-" &&
                   (fs::is_directory(name, error) || (is_pattern(name) && !fs::exists(name, error)));
          });
}

std::optional<Input> InputWalk::next() {
  while (!ready_) {
    if (!way_.empty()) {
      if (!take_entry() && way_.empty()) end();
      continue;
    }
    if (next_name_ == names_.size()) return std::nullopt;
    begin(names_[next_name_++]);
  }
  auto out = std::move(ready_);
  ready_.reset();
  return out;
}

// A name is a pattern only if no file has it.
void InputWalk::begin(const std::string& name) {
  std::error_code error;
  const bool is_folder = name != "-" && fs::is_directory(name, error);
  if (name == "-" || (!is_folder && (!is_pattern(name) || fs::exists(name, error)))) {
    ready_ = single_input(name);
    return;
  }
  walked_ = name;
  found_ = false;
  others_ = 0;
  pattern_.reset();
  fs::path root = name;
  if (!is_folder) {
    pattern_.emplace(name);
    root = pattern_->root();
  }
  if (!enter(root, pattern_ ? pattern_->begin() : Pattern::Places()) && !ready_) end();
}

// Whether there is anything in it; what cannot be entered is an input with a problem.
bool InputWalk::enter(const fs::path& folder, Pattern::Places places) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(folder.empty() ? "." : folder, error), end; !error && at != end;
       at.increment(error)) {
    if (folder.empty())
      entries.emplace_back(at->path().filename());
    else
      entries.push_back(*at);
  }
  const bool is_missing = pattern_ && error == std::errc::no_such_file_or_directory;
  if (error && !is_missing) {
    ready_ = Input{folder.string(), false, error.message(), {}};
    found_ = true;
  }
  if (error || entries.empty()) return false;
  std::sort(entries.rbegin(), entries.rend());
  way_.push_back({std::move(entries), std::move(places)});
  return true;
}

// Takes the next entry of the innermost folder; leaves a folder that has none.
bool InputWalk::take_entry() {
  auto& folder = way_.back();
  if (folder.entries.empty()) {
    way_.pop_back();
    return false;
  }
  const auto entry = std::move(folder.entries.back());
  folder.entries.pop_back();
  const auto name = entry.path().filename().string();
  std::error_code ignored;
  const bool is_folder = entry.is_directory(ignored) && !entry.is_symlink(ignored);
  if (pattern_) {
    auto places = pattern_->step(folder.places, name);
    if (is_folder && !places.empty())
      enter(entry.path(), std::move(places));
    else if (!is_folder && pattern_->is_whole(places) && entry.is_regular_file(ignored))
      ready_ = single_input(entry.path().string());
  } else if (name.front() == '.') {
    return true;
  } else if (is_folder) {
    enter(entry.path(), {});
  } else if (entry.is_regular_file(ignored) && is_report_file(entry.path())) {
    ready_ = single_input(entry.path().string());
  } else {
    ++others_;
  }
  found_ = found_ || ready_;
  return true;
}

// What is to be said when all of a folder or pattern was walked.
void InputWalk::end() {
  std::string note;
  if (others_ > 0)
    note =
        walked_ + ": " + std::to_string(others_) +
        " file(s) other than .txt, .text, .md, .markdown, .html, .htm, .shtml, .docx and .pdf were not read";
  if (found_) {
    if (!note.empty()) ready_ = Input{walked_, false, {}, std::move(note)};
    return;
  }
  ready_ = Input{walked_, false,
                 pattern_ ? "no file matches this pattern"
                          : "the folder holds no text, Markdown, HTML, DOCX or PDF file",
                 std::move(note)};
}

Input single_input(const std::string& name) { return {name, name == "-", {}, {}}; }

bool take_input(const Input& input, std::uint64_t limit, std::string& bytes, Account& account) {
  const auto problem = read_input(input, limit, bytes);
  if (problem.empty()) return true;
  account.said.push_back(input.name + ": " + problem);
  account.fail("cannot be read");
  account.is_unread = true;
  return false;
}

}  // namespace nianbao::cli
