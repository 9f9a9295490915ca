// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// Writes HTML in which nothing that comes from a report can be anything but text.
namespace nianbao::html {

/// An attribute of an element. Its name is ours and a literal; its value is escaped.
struct Attribute {
  const char* name;
  std::string_view value;
  bool is_there = true;  ///< left out if false, so that a condition needs no branch around the element
};

using Attributes = std::initializer_list<Attribute>;

/// Elements are opened and closed, texts are escaped: there is no way to write markup that a report has
/// brought along. Names of elements and attributes are literals of ours.
class Writer {
 public:
  Writer& open(const char* element, Attributes attributes = {});
  /// Closes the element that was opened last.
  Writer& close();
  /// An element that has no content: <col/>, <rect …/>.
  Writer& empty(const char* element, Attributes attributes = {});
  /// An element with nothing but text in it.
  Writer& leaf(const char* element, Attributes attributes, std::string_view text);

  Writer& text(std::string_view text);
  Writer& number(std::int64_t value);

  /// What we have written ourselves: the style, the script, the first line of the page.
  Writer& verbatim(std::string_view ours);

  /// The page; every element must be closed.
  [[nodiscard]] std::string take() { return std::move(out_); }
  [[nodiscard]] bool all_closed() const noexcept { return open_.empty(); }

 private:
  void begin(const char* element, Attributes attributes);
  void escape(std::string_view text);
  void escape_valid(std::string_view text);

  std::string out_;
  std::vector<const char*> open_;
};

/// Decimal digits of `value`.
std::string digits(std::int64_t value);

/// `path`, relative to the page, as the value of href. Never another scheme or host, whatever it holds.
std::string relative_link(std::string_view path);

}  // namespace nianbao::html
