// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/statement_words.hpp"

/// Sentences as runs of words.
namespace nianbao::rules {

/// A word of a sentence, or a run of characters that are none.
struct Word {
  WordKind kind = WordKind::text;
  std::uint8_t detail = 0;
  bool is_vague = false;
  std::uint32_t begin = 0;  ///< in the squeezed sentence
  std::uint32_t end = 0;
  std::int64_t value = 0;  ///< of a number
};

using Words = std::vector<Word>;

/// Makes words of sentences. Keeps its memory for the next sentence.
class SentenceReader {
 public:
  /// Years are told by `year`, the one reported on; 0 if it is not known.
  explicit SentenceReader(std::int32_t year) : year_(year) {}

  /// The words of text[begin, end). They and what is asked of them hold until the next call.
  const Words& read(std::string_view text, std::size_t begin, std::size_t end);

  /// What is written in a word, widths folded and without spaces.
  [[nodiscard]] std::string_view written(const Word& word) const noexcept {
    return std::string_view(squeezed_).substr(word.begin, word.end - word.begin);
  }

  /// Where a word begins and ends in the text.
  [[nodiscard]] std::size_t start_of(const Word& word) const noexcept { return offsets_[word.begin]; }
  [[nodiscard]] std::size_t end_of(const Word& word) const noexcept;

 private:
  void squeeze(std::size_t begin, std::size_t end);
  void make_simple();
  std::size_t add_digits(std::size_t at);
  std::size_t add_chinese_number(std::size_t at);
  std::size_t add_title(std::size_t at);
  std::size_t add_word(std::size_t at);
  void add(WordKind kind, std::size_t begin, std::size_t end);
  void add_year(std::int64_t year, std::size_t begin, std::size_t end);
  void add_text(std::size_t begin, std::size_t end);

  std::int32_t year_;
  std::string_view text_;
  std::string squeezed_;
  std::string simplified_;
  std::vector<std::uint32_t> offsets_;  ///< in text_, of each byte of squeezed_
  Words words_;
};

}  // namespace nianbao::rules
