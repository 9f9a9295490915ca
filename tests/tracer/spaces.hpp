// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tracer/page.hpp"

/// Layouts without separators: columns are places.
namespace nianbao::tracer {

/// Cells below each other, parted by runs of spaces; a Chinese character takes two columns. Columns are as
/// wide as all of `page`'s tables of the section need them: a page's end does not move them.
std::string laid_out(const Table& table, const Page& page);
std::string laid_out(const Table& table);

/// Cells parted by single spaces; blank ones leave no trace.
std::string single_spaces(const Table& table);

/// A laid-out page as words with their boxes, as `pdftotext -bbox` prints them.
std::string words(const std::string& laid_out_page);

}  // namespace nianbao::tracer
