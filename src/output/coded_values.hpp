// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nianbao/tables.hpp"

namespace nianbao::output {

/// One of the words that a column may hold.
struct CodedValue {
  std::string word;
  std::string english;
  std::string chinese;
};

/// What a long table is about, in both languages.
CodedValue description_of(Table table);

/// All words that the column of that table may hold; none if it holds anything else.
const std::vector<CodedValue>& coded_values(Table table, std::string_view column);

/// The columns that tell one row of the table from all others; none if rows have no such name.
std::vector<std::string> key_of(Table table);

}  // namespace nianbao::output
