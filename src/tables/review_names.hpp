// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "tables/figures.hpp"

/// What the labels of 四 name.
namespace nianbao::tables {

inline constexpr std::size_t all_review_columns = form::review_block_count * form::outcome_count;

/// What a header names: the outcomes in their order, each block beginning them anew, and the blocks.
struct ReviewNames {
  std::vector<std::uint8_t> outcomes;
  std::vector<std::uint8_t>
      last_line;                     ///< all of them where merged cells are repeated in each of their lines
  std::vector<std::uint8_t> blocks;  ///< each once, in the order of the form
  std::uint32_t first = grammar::no_token;  ///< the first outcome
  bool is_whole = true;                     ///< no cell among the outcomes is blank or says something else
};

[[nodiscard]] bool is_outcome(const grammar::Token& token) noexcept;
[[nodiscard]] std::uint8_t outcome_of(const grammar::Token& token) noexcept;

ReviewNames review_names(const Reading& reading, grammar::TokenRange header);

/// The form's columns that `named` are; none if it does not tell their blocks.
std::optional<std::vector<std::int8_t>> review_columns_of(const ReviewNames& named);

/// The number of an outcome's column among all of 四.
[[nodiscard]] constexpr std::int8_t review_column(std::size_t block, std::size_t outcome) noexcept {
  return static_cast<std::int8_t>(block * form::outcome_count + outcome);
}

}  // namespace nianbao::tables
