// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <string>

#include "readers/page/page.hpp"
#include "text/source.hpp"
#include "text/utf8.hpp"

namespace nianbao::readers {

namespace {

using page::BoxedWord;

// --- the machine-made XHTML of pdftotext -----------------------------------------------------------

constexpr std::string_view page_tag = "<page ";
constexpr std::string_view word_tag = "<word ";
constexpr std::string_view word_end = "</word>";

// A page without a word is about as long as this; a file of several such pages is no text.
constexpr std::size_t head = 4096;

// The value of the attribute `name` of a tag; 0 if it has none. Digits, a point, a sign.
double attribute(std::string_view tag, std::string_view name) noexcept {
  const auto found = tag.find(name);
  if (found == std::string_view::npos) return 0;
  auto at = found + name.size();
  if (tag.substr(at, 2) != "=\"") return 0;
  at += 2;
  const bool negative = at < tag.size() && tag[at] == '-';
  if (negative) ++at;
  double value = 0;
  double place = 1;
  bool fraction = false;
  for (std::size_t digits = 0; at < tag.size() && digits < 20; ++at) {
    const char c = tag[at];
    if (c == '.' && !fraction) {
      fraction = true;
    } else if (c >= '0' && c <= '9') {
      ++digits;
      value = value * 10 + (c - '0');
      if (fraction) place *= 10;
    } else {
      break;
    }
  }
  return (negative ? -value : value) / place;
}

// &#20108; or &#x4E8C; without what encloses it; 0 if it is no character.
char32_t numbered_character(std::string_view digits) noexcept {
  const bool hexadecimal = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hexadecimal) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return 0;
  char32_t value = 0;
  for (const char c : digits) {
    const char32_t digit = c >= '0' && c <= '9'                  ? static_cast<char32_t>(c - '0')
                           : hexadecimal && c >= 'a' && c <= 'f' ? static_cast<char32_t>(c - 'a' + 10)
                           : hexadecimal && c >= 'A' && c <= 'F' ? static_cast<char32_t>(c - 'A' + 10)
                                                                 : 99;
    if (digit == 99) return 0;
    value = value * (hexadecimal ? 16 : 10) + digit;
  }
  const bool is_scalar = value < 0xD800 || (value > 0xDFFF && value < 0x110000);
  return is_scalar ? value : 0;
}

char32_t entity(std::string_view name) noexcept {
  if (name == "amp") return '&';
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  if (name == "quot") return '"';
  if (name == "apos") return '\'';
  return name.substr(0, 1) == "#" ? numbered_character(name.substr(1)) : 0;
}

void decode(std::string_view text, std::string& out) {
  constexpr std::size_t longest_entity = 10;
  for (std::size_t at = 0; at < text.size();) {
    const auto mark = std::min(text.find('&', at), text.size());
    out.append(text.substr(at, mark - at));
    if (mark == text.size()) return;
    const auto end = text.substr(0, mark + longest_entity + 2).find(';', mark);
    const auto c = end == std::string_view::npos ? 0 : entity(text.substr(mark + 1, end - mark - 1));
    if (c == 0) {
      out += '&';
      at = mark + 1;
    } else {
      text::append_utf8(out, c);
      at = end + 1;
    }
  }
}

// Reads tags of pages and words; what else there is says nothing.
class BoxReader {
 public:
  explicit BoxReader(std::string_view text) : text_(text) {}

  std::vector<BoxedWord> run() {
    std::uint32_t page = 0;
    for (auto at = text_.find('<'); at != std::string_view::npos; at = text_.find('<', at + 1)) {
      const auto rest = text_.substr(at, word_tag.size());
      if (rest == page_tag) ++page;
      if (rest == word_tag) at = read_word(at, page);
    }
    pages_ = page;
    return std::move(words_);
  }

  [[nodiscard]] std::uint32_t pages() const noexcept { return pages_; }

 private:
  // The word whose tag is at `at`; returns where it ends.
  std::size_t read_word(std::size_t at, std::uint32_t page) {
    const auto close = text_.find('>', at);
    const auto end = close == std::string_view::npos ? close : text_.find('<', close);
    if (end == std::string_view::npos) return text_.size();
    if (text_.substr(end, word_end.size()) != word_end) return close;
    const auto tag = text_.substr(at, close - at);
    BoxedWord word;
    word.text = text_.substr(close + 1, end - close - 1);
    word.x0 = attribute(tag, "xMin");
    word.y0 = attribute(tag, "yMin");
    word.x1 = attribute(tag, "xMax");
    word.y1 = attribute(tag, "yMax");
    word.page = page;
    if (word.text.find('&') != std::string_view::npos) {
      decoded_.emplace_back();
      decode(word.text, decoded_.back());
      word.text = decoded_.back();
    }
    if (!word.text.empty()) words_.push_back(word);
    return end;
  }

  std::string_view text_;
  std::vector<BoxedWord> words_;
  std::uint32_t pages_ = 0;

 public:
  std::deque<std::string> decoded_;  // words that hold entities
};

// `text` with what is no UTF-8 made U+FFFD.
std::string repaired(std::string_view text) {
  ParseOptions options;
  options.encoding = Encoding::utf8;
  return std::string(text::Source(text, options).text());
}

}  // namespace

bool is_bbox(std::string_view text) noexcept {
  const auto start = text.substr(0, head);
  return start.find("<page width=\"") != std::string_view::npos &&
         (start.find("<word xMin=\"") != std::string_view::npos ||
          start.find("<doc>") != std::string_view::npos);
}

Document read_bbox(std::string_view text, const ParseOptions& options) {
  BoxReader reader(text);
  auto words = reader.run();
  const bool image_only = words.empty() && reader.pages() > 0;
  auto document = page::read_pages(std::move(words), page::Scale{}, options);
  document.is_image_only = image_only;
  return document;
}

Document read_words(const Word* words, std::size_t count, const ParseOptions& options) {
  std::vector<BoxedWord> boxed;
  std::deque<std::string> mended;
  std::uint64_t bytes = 0;
  bool too_many = false;
  boxed.reserve(std::min<std::size_t>(count, std::size_t{1} << 20));
  for (std::size_t i = 0; i < count; ++i) {
    const auto& word = words[i];
    if (word.text.empty()) continue;
    bytes += word.text.size();
    if (bytes > std::min<std::uint64_t>(options.max_bytes, text::most_bytes / 2)) {
      too_many = true;
      break;
    }
    auto text = word.text;
    if (text::valid_utf8_prefix(text) != text.size()) {
      mended.push_back(repaired(text));
      text = mended.back();
    }
    boxed.push_back({text, word.x0, word.y0, word.x1, word.y1, word.page, page::no_source});
  }
  const bool image_only = boxed.empty();
  auto document = page::read_pages(std::move(boxed), page::Scale{}, options);
  document.is_image_only = image_only;
  document.too_many_bytes = too_many;
  return document;
}

}  // namespace nianbao::readers
