// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

#include "nianbao/report.hpp"

/// The items of Metadata and what pages call them: keys, labels and columns come from this table.
namespace nianbao {

struct MetadataItem {
  const char* key;      ///< in C++, JSON, C and Python
  const char* chinese;  ///< its common label
  const char* english;
  std::string Metadata::*text;
};

inline constexpr std::array<MetadataItem, 4> metadata_items{{
    {"index_number", "索引号", "Index number", &Metadata::index_number},
    {"publisher", "发布机构", "Publisher", &Metadata::publisher},
    {"date", "发布日期", "Date", &Metadata::date},
    {"document_number", "文号", "Document number", &Metadata::document_number},
}};

/// The item called `key`, or nullptr.
inline const std::string* metadata_item(const Metadata& metadata, std::string_view key) noexcept {
  for (const auto& item : metadata_items)
    if (key == item.key) return &(metadata.*item.text);
  return nullptr;
}

}  // namespace nianbao
