// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/report.hpp"

/// The title of the report, and what the text says in its stead.
namespace nianbao::prose {

/// A title as its grammar reads it.
struct Title {
  std::string text;
  std::string agency;  ///< "" if the title does not name it
  std::optional<std::int32_t> year;
};

/// Reads `line` (tidied) as a title: "X2025年政府信息公开工作年度报告" and its variants.
std::optional<Title> parse_title(std::string_view line);

/// A title among lines, one or several of them: [first, last).
struct FoundTitle {
  Title title;
  std::size_t first = 0;
  std::size_t last = 0;
};

/// The report's title among `lines` (tidied, in order, above section 一).
std::optional<FoundTitle> find_title(const std::vector<std::string>& lines);

/// 统计期限: "自2025年1月1日起至12月31日止", anywhere in `text` (tidied).
std::optional<Period> find_period(std::string_view text);

/// The agency that the preamble names: "现公布X2025年…", "由X编制", "全面总结X2025年…". "" if none.
std::string find_agency(std::string_view text);

/// The first year that `text` (tidied) names as the year reported on.
std::optional<std::int32_t> find_year(std::string_view text);

/// Whether `text` is a day and nothing else: 2026年1月20日, 二〇二六年一月二十日.
bool is_date(std::string_view text);

/// Whether `text` (tidied) can be the name of an organ: short, no stop in it, ends as organs end.
bool names_organ(std::string_view text);

}  // namespace nianbao::prose
