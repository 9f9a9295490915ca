// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The numbers that a page's lists show, which its text does not hold.
namespace nianbao::readers {

class HtmlLists {
 public:
  /// An `ol` (numbered) or `ul` begins; `start`, `type` and `style` are its attributes.
  void begin(bool is_numbered, std::string_view start, std::string_view type, std::string_view style);
  void end() noexcept;

  /// What stands before the next item: "3.", "三、", or nothing; `value` is the item's attribute.
  std::string next(std::string_view value);

 private:
  struct List {
    std::string_view format;  // as numeral names it; empty if its items show no number
    std::uint32_t next = 1;
  };
  std::vector<List> lists_;  // each in an item of the one before
};

/// `number`, as it stands before `text` in its line; nothing where the text has a number of its own, for
/// then the page hides the list's. It never becomes a part of a figure.
std::string before_item(std::string number, std::string_view text);

}  // namespace nianbao::readers
