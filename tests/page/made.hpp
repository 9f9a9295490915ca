// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "nianbao/render.hpp"

/// Reports with every kind of fault, and their pages.
namespace nianbao::page_tests {

/// A report with all that its page is made of.
struct Made {
  std::string name;
  std::string text;
  ParseResult parsed;
  CheckResult checked;

  [[nodiscard]] CheckedReport view() const {
    CheckedReport view;
    view.name = name;
    view.text = text;
    view.parsed = &parsed;
    view.checked = &checked;
    return view;
  }
};

/// Reads and checks `text`.
Made made(std::string name, std::string text, Format format = Format::automatic);

/// `text` with its one `old` replaced; throws if it has none.
std::string with(std::string text, const std::string& old, const std::string& instead);

/// clean.txt with sums that fail, cells that are blank, cut and unreadable, and a text that contradicts them.
Made faulty();

/// A report whose every text is markup, and whose bytes are no UTF-8.
Made hostile();

/// truncated-columns.txt with what its sums prove filled in.
Made inferred();

/// What faulty() might have said a year before.
Made last_year();

struct Page {
  std::string name;
  std::string html;
};

std::vector<Page> made_pages();

}  // namespace nianbao::page_tests
