// SPDX-License-Identifier: Apache-2.0
#include "readers/html_tags.hpp"

#include <algorithm>
#include "text/fold.hpp"

namespace nianbao::readers {

namespace {

constexpr std::size_t most_attributes = 256;

// Browsers go no deeper than the first; pages that close nothing do, and are read all the same where
// that costs no more than so many comparisons.
constexpr std::size_t surely_deep = 512;
constexpr std::size_t most_deep = 65536;
constexpr std::size_t most_comparisons = 1'000'000'000;

using text::is_blank;

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Walks over tags as libxml2 does.
class TagWalker {
 public:
  explicit TagWalker(std::string_view text) : text_(text) {}

  // The next part that has to go: attributes of a tag that has too many, what is no tag. False at the end of
  // the text.
  bool next_fault(std::size_t& begin, std::size_t& end) {
    while ((at_ = text_.find('<', at_)) != std::string_view::npos) {
      if (text::starts_ignoring_case(text_.substr(at_), "<!--")) {
        skip_behind("-->");
        continue;
      }
      if (is_declaration()) {
        begin = at_;
        skip_behind(">");
        end = at_;
        return true;
      }
      if (text::starts_ignoring_case(text_.substr(at_), "</")) ++end_tags_;
      if (++at_ < text_.size() && is_letter(text_[at_])) {
        const auto name = at_;
        const auto flood = pass_tag();
        end = at_;
        skip_raw_text(text_.substr(name));
        if (flood == 0) continue;
        begin = flood;
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::size_t end_tags() const noexcept { return end_tags_; }

 private:
  // <![endif]>, </2>: no tags, and nothing that is shown.
  [[nodiscard]] bool is_declaration() const noexcept {
    const auto here = text_.substr(at_);
    return text::starts_ignoring_case(here, "<![") ||
           (text::starts_ignoring_case(here, "</") && (here.size() == 2 || !is_letter(here[2])));
  }

  void skip_behind(std::string_view mark) {
    const auto found = text_.find(mark, std::min(at_ + 2, text_.size()));
    at_ = found == std::string_view::npos ? text_.size() : found + mark.size();
  }

  // Up to the end of the tag; where its attributes became too many, or 0.
  std::size_t pass_tag() {
    std::size_t flood = 0;
    std::size_t count = 0;
    while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '>') ++at_;
    while (at_ < text_.size() && text_[at_] != '>') {
      if (is_blank(text_[at_])) {
        ++at_;
        continue;
      }
      if (++count == most_attributes + 1) flood = at_;
      pass_attribute();
    }
    return flood;
  }

  void pass_attribute() {
    while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '=' && text_[at_] != '>') ++at_;
    auto value = at_;
    while (value < text_.size() && is_blank(text_[value])) ++value;
    if (value >= text_.size() || text_[value] != '=') return;
    ++value;
    while (value < text_.size() && is_blank(text_[value])) ++value;
    at_ = value;
    if (at_ >= text_.size()) return;
    if (text_[at_] == '"' || text_[at_] == '\'') {
      at_ = std::min(text_.find(text_[at_], at_ + 1), text_.size() - 1) + 1;
    } else {
      while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '>') ++at_;
    }
  }

  // In scripts and styles nothing is a tag but their end.
  void skip_raw_text(std::string_view tag) {
    for (const std::string_view name : {"script", "style"}) {
      if (!text::starts_ignoring_case(tag, name)) continue;
      while ((at_ = text_.find("</", std::min(at_, text_.size()))) != std::string_view::npos &&
             !text::starts_ignoring_case(text_.substr(at_ + 2), name))
        at_ += 2;
      at_ = std::min(at_, text_.size());
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t end_tags_ = 0;
};

// A declaration becomes a comment, for no space may come between what stands on its two sides.
void blank(std::string& page, std::size_t begin, std::size_t end) {
  constexpr std::string_view open = "<!--";
  constexpr std::string_view close = "-->";
  const bool is_declaration = page[begin] == '<' && end - begin >= open.size() + close.size();
  std::fill(page.begin() + static_cast<std::ptrdiff_t>(begin),
            page.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  if (!is_declaration) return;
  page.replace(begin, open.size(), open);
  page.replace(end - close.size(), close.size(), close);
}

}  // namespace

SafePage make_safe(std::string_view text) {
  SafePage page;
  auto& out = page.text;
  if (text.find('\0') != std::string_view::npos) {
    out = text;
    std::replace(out.begin(), out.end(), '\0', ' ');
  }
  TagWalker tags(text);
  for (std::size_t begin = 0, end = 0; tags.next_fault(begin, end);) {
    if (out.empty()) out = text;
    blank(out, begin, end);
  }
  page.deepest = static_cast<std::uint32_t>(
      std::clamp(most_comparisons / (tags.end_tags() + 1), surely_deep, most_deep));
  return page;
}

}  // namespace nianbao::readers
