// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "grammar/token.hpp"

/// The lower grammar: the characters of one cell or line to what they are.
namespace nianbao::grammar {

/// The enumerator at the start of a label, and what follows it.
struct Enumerated {
  Enumerator style = Enumerator::none;
  bool punctuated = false;  ///< 、 or . or brackets part it from the rest
  std::size_t length = 0;   ///< bytes of folded text
  int number = 0;           ///< 1 to 99
};

Enumerated parse_enumerator(std::string_view folded);

/// The section whose heading `folded` may be although the form words it otherwise: numbered as the
/// section is, and one of its words in it. 255 if none.
std::uint8_t likely_section(std::string_view folded);

/// Reads `folded` as a number with its unit and remark, or as a mark or page number. Sets kind,
/// coefficient, scale, unit and flags of `token`; false if it is nothing of the kind.
bool parse_value(std::string_view folded, Token& token);

/// True for what pages carry of their own: -3-, 第3页, 3/10.
bool is_page_number(std::string_view folded);

/// Reads `text`, as it is printed, as digits and nothing else: most cells of most reports.
bool parse_plain_number(std::string_view text, Token& token) noexcept;

/// The form's labels, looked up by skeleton. One table for the program, made at first use.
class Labels {
 public:
  static const Labels& instance();

  /// The label that `printed` is, letter for letter the official one in a common way of writing
  /// enumerators and brackets: most labels of most reports. False if it is none of these.
  [[nodiscard]] bool find_exact(std::string_view printed, Token& token) const;

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
  void add_exact(const std::string& official);
  ~Labels();
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

/// The whole of a cell that is a label: its enumerator and wording. False if it is none.
bool parse_label(std::string_view folded, Token& token, std::string& buffer);

/// The skeleton of a label without its enumerator. Appends to `out`.
void label_skeleton(std::string_view folded, std::string& out);

/// The part of 一 that a heading's wording names, 255 if it is none of the five.
std::uint8_t part_of(std::string_view heading);

/// `text` with its traditional characters of the form made simplified; unchanged text is not copied.
std::string_view simplify(std::string_view text, std::string& buffer);

}  // namespace nianbao::grammar
