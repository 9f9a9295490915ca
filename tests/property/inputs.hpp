// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

/// Inputs that nobody would write, and reports written in other ways.
namespace nianbao::property {

/// The same numbers on every machine: the standard's distributions are not.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return n == 0 ? 0 : engine_() % n; }

  template <class List>
  const typename List::value_type& one_of(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937 engine_;
};

std::vector<std::string> lines_of(std::string_view text);
std::string joined(const std::vector<std::string>& lines);

/// The characters of UTF-8.
std::vector<std::string> characters_of(std::string_view text);

std::string random_bytes(Dice& dice, std::size_t size);
std::string random_text(Dice& dice, const std::vector<std::string>& alphabet, std::size_t size);

/// A few pieces of `bytes` deleted, put in or swapped.
std::string mutated(Dice& dice, std::string bytes);

/// Digits of table rows in full width.
std::string with_full_width_tables(const std::string& text);

/// Labels of table rows with spaces in them, as extraction and justified text leave them.
std::string with_spaced_labels(const std::string& text);

/// Tab-separated tables as pipe tables, headings of sections as Markdown headings.
std::string as_markdown(const std::string& text);

}  // namespace nianbao::property
