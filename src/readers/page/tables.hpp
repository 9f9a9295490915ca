// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "readers/page/page.hpp"

/// The tables of pages: which lines belong together, their columns, their rows' labels.
namespace nianbao::readers::page {

struct Column {
  double x0 = 0;
  double x1 = 0;
};

/// The figures of a row, from left to right.
struct FigureRow {
  const Column* first = nullptr;
  std::size_t count = 0;
  bool is_alone = false;  ///< nothing else in its line: it may be a page's

  [[nodiscard]] const Column* begin() const noexcept { return first; }
  [[nodiscard]] const Column* end() const noexcept { return first + count; }
  [[nodiscard]] std::size_t size() const noexcept { return count; }
  [[nodiscard]] const Column& operator[](std::size_t i) const noexcept { return first[i]; }
};
using FigureRows = std::vector<FigureRow>;

/// Where figures of text stand below each other, however far the other end of each of them reaches.
struct Grid {
  /// What lines up: nothing but that columns are apart, or an end of the figures, or their middles.
  enum class By : std::uint8_t { extent, left, middle, right } by = By::extent;
  std::vector<Column> keys;     ///< of each place: from where to where that stands
  std::vector<Column> extents;  ///< and the figures whole
  bool may_have_slid = false;   ///< rows that lack figures lack them at their ends

  [[nodiscard]] bool empty() const noexcept { return keys.empty(); }
};

/// The grid that nearly all rows have; empty if none is clear. Figures alone in their line have no say.
Grid find_grid(const FigureRows& rows, const Scale& scale);

/// The places of the values of a row; false if one has none of its own.
bool places_in(const Grid& grid, const FigureRow& values, std::vector<std::uint32_t>& places);

/// Lines with figures below each other, with the lines above that head them. Label lines between.
struct Segment {
  std::uint32_t first = 0;          ///< first line of the header; in Pages::lines
  std::uint32_t first_figure = 0;   ///< the first line with figures
  std::uint32_t last = 0;           ///< behind the last line
  double left = 0;                  ///< where figures begin; labels end before it
  std::vector<std::uint32_t> rows;  ///< lines with figures
  std::vector<Column> columns;      ///< of figures, from left to right
  std::vector<Column> below;  ///< in text: where all figures stand below each other; empty if they do not
  bool is_counted = false;    ///< places are rough: a row of as many values as columns is whole
  bool is_clear = false;      ///< and others may be read by their places all the same
  Grid grid;                  ///< of text
  std::vector<std::uint32_t> column_of_place;  ///< of the grid, if `columns` are made of it; else empty

  [[nodiscard]] bool is_gridded() const noexcept { return !column_of_place.empty(); }
};

inline constexpr std::uint32_t no_column = 0xFFFFFFFF;

/// The column that `x0` to `x1` overlaps alone; no_column if none or several.
std::uint32_t column_of(const std::vector<Column>& columns, double x0, double x1) noexcept;

/// The same where places are rough: none if another column comes close.
std::uint32_t clear_column(const std::vector<Column>& columns, double x0, double x1,
                           const Scale& scale) noexcept;

/// How many columns it overlaps.
std::size_t columns_under(const std::vector<Column>& columns, double x0, double x1) noexcept;

std::vector<Segment> find_segments(const Pages& pages, const Scale& scale);

/// The label of each row of a segment.
struct RowLabel {
  std::vector<std::uint32_t> parts;  ///< fragments in order of reading
  bool is_certain = false;           ///< a label, and no doubt that it is this row's
};

struct Labels {
  std::vector<RowLabel> of_rows;                   ///< as Segment::rows
  std::vector<std::vector<std::uint32_t>> others;  ///< labels of groups, headings, notes: fragments of each
  bool any = false;                                ///< rows of this table have labels
};

/// A header of one column in text: its words, from the top down.
struct StackedHead {
  std::vector<Part> parts;
  std::uint32_t bottom = 0;  ///< its lowest line, in Pages::lines
  double centre = 0;
};

/// The headers of a segment of text, from left to right: what overlaps from the bottom up is one column's.
/// Where each figure stands below one of them, the segment's columns become theirs, those without figures
/// included. Else they need not stand over their figures, but in their order. `is_used` are fragments of
/// labels.
std::vector<StackedHead> stack_heads(const Pages& pages, Segment& segment, const Scale& scale,
                                     const std::vector<bool>& is_used);

/// Whether there is one header for each column, and none is as close to another column as to its own.
bool stand_over(const std::vector<StackedHead>& heads, const std::vector<Column>& columns);

/// Whether the figures of `lower` stand in the same columns of a table that goes on. They become its own.
bool hang_below(const Segment& upper, Segment& lower);

Labels find_labels(const Pages& pages, const Segment& segment, const Scale& scale);

}  // namespace nianbao::readers::page
