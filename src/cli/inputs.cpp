// SPDX-License-Identifier: Apache-2.0
#include "inputs.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <set>

#include "talk.hpp"

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

// The files below a folder that may be reports, in order of their names; what cannot be entered is an input
// with a problem. Returns how many other files there are.
std::size_t add_folder(const fs::path& folder, std::vector<Input>& out) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    entries.push_back(*at);
  if (error) {
    out.push_back({folder, folder.string(), false, error.message()});
    return 0;
  }
  std::size_t others = 0;
  std::sort(entries.begin(), entries.end());
  for (const auto& entry : entries) {
    if (entry.path().filename().string().front() == '.') continue;
    std::error_code ignored;
    if (entry.is_directory(ignored) && !entry.is_symlink(ignored))
      others += add_folder(entry.path(), out);
    else if (entry.is_regular_file(ignored) && is_report_file(entry.path()))
      out.push_back({entry.path(), entry.path().string(), false, {}});
    else
      ++others;
  }
  return others;
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

bool read_input(Input& input, std::uint64_t limit, std::string& bytes) {
  if (!input.problem.empty()) return false;
  if (input.is_stdin) return read_stream(std::cin, limit, bytes);
  std::error_code error;
  if (!fs::exists(input.path, error)) {
    input.problem = error ? error.message() : "no such file";
    return false;
  }
  std::ifstream file(input.path, std::ios::binary);
  if (!file || !read_stream(file, limit, bytes)) {
    input.problem = "cannot be read: " + std::generic_category().message(errno);
    return false;
  }
  return true;
}

}  // namespace

Inputs list_inputs(const std::vector<std::string>& names) {
  Inputs out;
  out.many = names.size() > 1;
  for (const auto& name : names) {
    std::error_code error;
    if (name == "-" || !fs::is_directory(name, error)) {
      out.list.push_back(single_input(name));
      continue;
    }
    out.many = true;
    const auto before = out.list.size();
    const auto others = add_folder(name, out.list);
    if (others > 0)
      say(name + ": " + std::to_string(others) +
          " file(s) other than .txt, .text, .md, .markdown, .html, .htm, .shtml, .docx and .pdf were not "
          "read");
    if (out.list.size() == before)
      out.list.push_back({name, name, false, "the folder holds no text, Markdown, HTML, DOCX or PDF file"});
  }
  return out;
}

Input single_input(const std::string& name) {
  if (name == "-") return {{}, "-", true, {}};
  return {name, name, false, {}};
}

bool take_input(Input& input, std::uint64_t limit, std::string& bytes) {
  if (read_input(input, limit, bytes)) return true;
  say(input.name + ": " + input.problem);
  return false;
}

}  // namespace nianbao::cli
