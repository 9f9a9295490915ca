// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "grammar/cell.hpp"
#include "grammar/token.hpp"

/// What cells and lines say in the form's own words.
namespace nianbao::grammar {

/// The form's labels, looked up by skeleton. One table for the program, made at first use.
class Labels {
 public:
  static const Labels& instance();

  /// The label that `printed` is, letter for letter a wording in a common way of writing enumerators and
  /// brackets: most labels of most reports. False if it is none of these. A section's label is a heading.
  [[nodiscard]] bool find_exact(std::string_view printed, Token& token) const noexcept;

  /// The same for what is left of `printed` without spaces and, in `markup`, line breaks, in simplified
  /// characters: what narrow cells and the other script make of a wording.
  [[nodiscard]] bool find_loosely(std::string_view printed, bool markup, Token& token) const noexcept;

  /// The heading of a part of 一 that stands in front of `printed`, numbered in brackets, worded as it
  /// commonly is, and followed by a stop or nothing: its length, 0 if there is none.
  [[nodiscard]] std::size_t find_part(std::string_view printed, Token& token) const noexcept;

  /// False if `printed` begins with a Chinese character that no value, enumerator or label begins with,
  /// in either script: it is text, and no label's beginning. So is most prose.
  [[nodiscard]] bool may_begin(std::string_view printed) const noexcept;

  /// The label whose wording `skeleton` is; Kind::none if there is none. Simplified or traditional.
  [[nodiscard]] form::Label find(std::string_view skeleton) const;

  /// The section heading that `skeleton` begins with, and its length in bytes; Kind::none if none.
  [[nodiscard]] form::Label find_heading_prefix(std::string_view skeleton, std::size_t& length) const;

  /// Whether some label begins with `skeleton` and goes on.
  [[nodiscard]] bool is_prefix(std::string_view skeleton) const;

  Labels(const Labels&) = delete;
  Labels& operator=(const Labels&) = delete;

 private:
  Labels();
  ~Labels();
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

/// The whole of a cell that is a label: its enumerator and wording. False if it is none.
bool parse_label(std::string_view folded, Token& token, std::string& buffer);

/// The skeleton of a label without its enumerator. Appends to `out`.
void label_skeleton(std::string_view folded, std::string& out);

/// The section whose heading `folded`, behind its enumerator, may be although the form words it otherwise:
/// numbered as the section is, and one of its words in it. 255 if none.
std::uint8_t likely_section(std::string_view folded, const Enumerated& enumerated);

/// The part of 一 that a heading's wording names, 255 if it is none of the five.
std::uint8_t part_of(std::string_view heading);

/// `text` with its traditional characters of the form made simplified; unchanged text is not copied.
std::string_view simplify(std::string_view text, std::string& buffer);

}  // namespace nianbao::grammar
