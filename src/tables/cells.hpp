// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tables/notes.hpp"
#include "tables/printed.hpp"
#include "tables/target.hpp"

/// Printed values to cells of the report: state, value, printed text, place.
namespace nianbao::tables {

class CellFiller {
 public:
  CellFiller(const Reading& reading, Notes& notes) : in_(reading), notes_(notes) {}

  /// Fills a row that is nothing but counts, as digits side by side in the input: most rows are. The first
  /// one's place tells all others'. False, and nothing done, if it is another.
  bool fill_counts(const PlacedRow& placed, const TargetRow& target);

  /// Fills the cell of `target` from a token, whatever that is. `certain`: every column of its row has a
  /// cell.
  void fill_value(const Target& target, std::uint32_t index, bool certain);

  /// A blank cell, at `offset` of a row's columns.
  void fill_blank(Cell& cell, const PlacedRow& placed, std::uint32_t offset);

 private:
  SourceSpan locate(text::Range range, std::uint32_t line);
  void read_value(const Target& target, std::uint32_t index, std::string_view view, bool certain);
  void doubt_number(const Target& target, std::uint32_t index, const grammar::Token& token, const Cell& cell);
  void doubt_unit(const Target& target, std::uint32_t index, const grammar::Token& token, const Cell& cell);

  const Reading& in_;
  Notes& notes_;
  std::string buffer_;
};

}  // namespace nianbao::tables
