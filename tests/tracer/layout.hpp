// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tracer/page.hpp"

/// The layouts that a page may be printed in.
namespace nianbao::tracer {

struct Layout {
  const char* name;
  Labels labels;
  bool markdown;    ///< headings and cells may carry marks
  bool shows_grid;  ///< blank cells can be told from cells that are not there
  std::string (*table)(const Table& table);
  bool is_placed = false;  ///< columns are places: cells cannot slide out of them
  std::string (*in_page)(const Table& table, const Page& page) = nullptr;  ///< instead of `table`
  std::string (*whole)(const std::string& page) = nullptr;                 ///< what becomes of the whole page
};

/// Every layout of plain text and Markdown.
const std::vector<Layout>& layouts();

/// `page` as text, in UTF-8 with \n.
std::string print(const Page& page, const Layout& layout);

}  // namespace nianbao::tracer
