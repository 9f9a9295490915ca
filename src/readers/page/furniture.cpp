// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "readers/page/page.hpp"

namespace nianbao::readers::page {

namespace {

// Headers and footers are among so many lines from a page's edge.
constexpr std::size_t edge_lines = 2;

// A page's number has no more characters than this, with what stands around it.
constexpr std::size_t longest_number = 48;

class FurnitureFinder {
 public:
  explicit FurnitureFinder(Pages& pages) : pages_(pages) {}

  void run() {
    const auto& lines = pages_.lines;
    for (std::size_t first = 0; first < lines.size();) {
      auto last = first + 1;
      while (last < lines.size() && lines[last].page == lines[first].page) ++last;
      look_at_edges(first, last);
      ++page_count_;
      first = last;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) look_for_dressed(i);
    mark_numbers();
    mark_repeated();
  }

 private:
  // A line that is nothing but a number, perhaps a page's.
  struct Candidate {
    std::size_t line;
    long long number;
    bool dressed;  ///< -3- or 第3页: no figure looks like this
  };

  void look_at_edges(std::size_t first, std::size_t last) {
    const auto count = last - first;
    for (std::size_t i = 0; i < std::min(edge_lines, count); ++i) look_at(first + i, true);
    for (std::size_t i = 0; i < std::min(edge_lines, count); ++i)
      if (count - 1 - i >= edge_lines) look_at(last - 1 - i, false);
  }

  void look_at(std::size_t line, bool at_top) {
    if (bytes_of(pages_.lines[line]) > 200) return;
    const auto text = text_of(pages_.lines[line]);
    if (text.empty()) return;
    Candidate candidate{line, 0, false};
    const auto& printed = pages_.lines[line];
    if (text.size() <= longest_number && read_number(text, candidate) &&
        (candidate.dressed || printed.size() == 1))
      candidates_.push_back(candidate);
    const bool holds_values =
        std::any_of(pages_.fragments.begin() + printed.first, pages_.fragments.begin() + printed.last,
                    [](const Fragment& fragment) { return fragment.is_value; });
    if (printed.size() == 1 && !holds_values) repeated_[(at_top ? "^" : "$") + text].push_back(line);
  }

  // -3- is a page's number wherever it stands; 3/10 only at an edge.
  void look_for_dressed(std::size_t line) {
    if (pages_.lines[line].size() > 4 || bytes_of(pages_.lines[line]) > longest_number) return;
    const auto text = text_of(pages_.lines[line]);
    Candidate candidate{line, 0, false};
    if (text.find('/') == std::string::npos && read_number(text, candidate) && candidate.dressed) mark(line);
  }

  [[nodiscard]] std::size_t bytes_of(const PrintedLine& line) const {
    std::size_t bytes = 0;
    for (auto f = line.first; f < line.last; ++f)
      for (auto w = pages_.fragments[f].first; w < pages_.fragments[f].last; ++w)
        bytes += pages_.words[w].text.size();
    return bytes;
  }

  [[nodiscard]] std::string text_of(const PrintedLine& line) const {
    std::string text;
    for (auto f = line.first; f < line.last; ++f)
      for (auto w = pages_.fragments[f].first; w < pages_.fragments[f].last; ++w)
        text += pages_.words[w].text;
    return text;
  }

  // Digits, and only what stands around a page's number.
  static bool read_number(const std::string& text, Candidate& out) {
    if (text.find_first_of("0123456789") == std::string::npos) return false;
    std::string rest;
    std::string digits;
    for (const char c : text) {
      if (c >= '0' && c <= '9') {
        if (digits.size() < 6 && rest.find('/') == std::string::npos && rest.find("共") == std::string::npos)
          digits += c;
      } else if (c != ' ') {
        rest += c;
      }
    }
    if (digits.empty()) return false;
    out.number = std::stoll(digits);
    if (rest.empty()) return true;
    static const std::string_view dresses[] = {"--",        "——",   "––",       "――",        "──",
                                               "第页",      "第頁", "第页共页", "第页,共页", "第页，共页",
                                               "第页/共页", "/",    "－－",     "~~",        "··"};
    out.dressed = std::find(std::begin(dresses), std::end(dresses), rest) != std::end(dresses);
    return out.dressed;
  }

  void mark(std::size_t line) { pages_.lines[line].is_furniture = true; }

  // A bare number is a page's where at least two pages count on.
  void mark_numbers() {
    std::map<long long, std::vector<std::size_t>> by_offset;
    for (const auto& candidate : candidates_) {
      if (candidate.dressed || is_lonely(candidate.line)) mark(candidate.line);
      if (!candidate.dressed)
        by_offset[candidate.number - pages_.lines[candidate.line].page].push_back(candidate.line);
    }
    for (const auto& [offset, lines] : by_offset)
      if (lines.size() >= 2 && lines.size() * 2 >= page_count_)
        for (const auto line : lines) mark(line);
  }

  // Whether nothing stands near a line above or below.
  [[nodiscard]] bool is_lonely(std::size_t line) const {
    constexpr double far = 2.7;
    const auto& lines = pages_.lines;
    const auto reach = far * pages_.fragments[lines[line].first].height();
    const auto is_far = [&](std::size_t other) {
      return lines[other].page != lines[line].page ||
             std::abs(lines[other].middle - lines[line].middle) > reach;
    };
    return (line == 0 || is_far(line - 1)) && (line + 1 >= lines.size() || is_far(line + 1));
  }

  // The same text at the edge of most pages.
  void mark_repeated() {
    for (const auto& [text, lines] : repeated_)
      if (lines.size() >= 2 && lines.size() * 2 > page_count_)
        for (const auto line : lines) mark(line);
  }

  Pages& pages_;
  std::size_t page_count_ = 0;
  std::vector<Candidate> candidates_;
  std::map<std::string, std::vector<std::size_t>> repeated_;
};

}  // namespace

void mark_furniture(Pages& pages) { FurnitureFinder(pages).run(); }

}  // namespace nianbao::readers::page
