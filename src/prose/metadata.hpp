// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "prose/title.hpp"
#include "reading.hpp"

/// What a page says of its report beside the text: 索引号, 发布机构, 文号 …
namespace nianbao::prose {

struct PageData {
  Metadata metadata;
  std::vector<std::uint32_t> rest;          ///< tokens of the preamble that are no metadata
  std::uint32_t title = grammar::no_token;  ///< of 标题 or 名称: the value
};

/// Parts the metadata from the preamble; what the head of a page names is added where no line does.
PageData read_page_data(const Reading& reading);

/// The title that a page calls itself, without the site's name: "…年度报告_示例市人民政府". None if that
/// is no title of a report with its year.
std::optional<Title> parse_page_title(std::string_view text);

}  // namespace nianbao::prose
