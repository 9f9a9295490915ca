// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "readers/page/tables.hpp"

namespace nianbao::readers::page {

namespace {

// Of two rows beside a line both may own it if it is not so much closer to one.
constexpr double clearly_closer = 0.8;

// Columns narrower than this, in characters, break their headers.
constexpr double narrow_column = 5.5;

// Text over fewer gaps than this is text with gaps; over more it is a row.
constexpr std::size_t fewest_runs = 3;

class LayoutMaker {
 public:
  LayoutMaker(const Pages& pages, const Scale& scale)
      : pages_(pages),
        scale_(scale),
        is_used_(pages.fragments.size(), false),
        is_set_(pages.words.size(), false) {}

  Layout run() {
    find_margins();
    std::uint32_t next = 0;
    auto segments = find_segments(pages_, scale_);
    const Segment* above = nullptr;
    for (auto& segment : segments) {
      if (above == nullptr || !goes_on_below(*above, segment)) {
        ++table_;
        is_headed_ = true;
      }
      add_prose(next, segment.first);
      add_segment(segment);
      next = segment.last;
      above = &segment;
    }
    add_prose(next, static_cast<std::uint32_t>(pages_.lines.size()));
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Fragment& at(std::uint32_t fragment) const { return pages_.fragments[fragment]; }

  // --- setting lines ---------------------------------------------------------------------------------

  SetLine begin(const PrintedLine& line) const {
    SetLine set;
    set.page = line.page;
    set.table = table_;
    set.first = static_cast<std::uint32_t>(out_.cells.size());
    return set;
  }

  void add_part(std::uint32_t column, Part part) {
    out_.cells.push_back({column, static_cast<std::uint32_t>(out_.parts.size()),
                          static_cast<std::uint32_t>(out_.parts.size() + 1)});
    out_.parts.push_back(part);
  }

  void extend(Part part) {
    out_.parts.push_back(part);
    ++out_.cells.back().last;
  }

  void end(SetLine set, double key) {
    set.last = static_cast<std::uint32_t>(out_.cells.size());
    if (set.first == set.last) return;
    out_.lines.push_back(set);
    keys_.push_back(key);
  }

  [[nodiscard]] Part part_of(std::uint32_t fragment) const { return {at(fragment).first, at(fragment).last}; }

  void add_furniture(const PrintedLine& line) {
    auto set = begin(line);
    set.is = SetLine::Is::furniture;
    for (auto f = line.first; f < line.last; ++f)
      f == line.first ? add_part(0, part_of(f)) : extend(part_of(f));
    end(set, line.middle);
  }

  // --- prose -----------------------------------------------------------------------------------------

  void add_prose(std::uint32_t first, std::uint32_t last) {
    for (auto i = first; i < last; ++i) {
      const auto& line = pages_.lines[i];
      if (line.is_furniture)
        add_furniture(line);
      else
        add_text(line, i);
    }
    keys_.clear();
  }

  void add_text(const PrintedLine& line, std::uint32_t index) {
    std::size_t runs = 1;
    for (auto f = line.first + 1; f < line.last; ++f) runs += at(f).is_close ? 0U : 1U;
    auto set = begin(line);
    set.is = runs < fewest_runs ? SetLine::Is::text : SetLine::Is::row;
    for (auto f = line.first; f < line.last; ++f) {
      const bool opens = f == line.first || (runs >= fewest_runs && !at(f).is_close);
      if (opens)
        add_part(set.width++, part_of(f));
      else
        extend(part_of(f));
    }
    set.continues = runs == 1 && continues(index);
    end(set, line.middle);
  }

  // Whether a line goes on with the paragraph of the line before: that one is full, and this one begins at
  // the margin.
  [[nodiscard]] bool continues(std::uint32_t index) {
    const auto& line = pages_.lines[index];
    const auto previous = previous_text_;
    previous_text_ = index;
    while (margins_[page_].page != line.page) ++page_;
    const auto& margins = margins_[page_];
    const auto& first = at(line.first);
    const auto em = scale_.em * first.height();
    const bool at_margin = first.x0 < margins.x0 + 0.9 * em;
    const bool was_full = is_full_;
    is_full_ = at(line.last - 1).x1 > margins.x1 - 1.2 * em && at(line.last - 1).x1 - first.x0 > 12 * em;
    if (previous == none || out_.lines.empty() || out_.lines.back().is == SetLine::Is::row) return false;
    const auto& before = pages_.lines[previous];
    const auto furthest = scale_.is_printed ? 2.6 : scale_.tight;
    const bool near = before.page + 1 == line.page ||
                      (before.page == line.page && line.middle - before.middle < furthest * first.height());
    return near && was_full && at_margin && !first.begins_item;
  }

  // From where to where the lines of each page go.
  void find_margins() {
    for (const auto& line : pages_.lines) {
      if (line.is_furniture || line.is_downward) continue;
      if (margins_.empty() || margins_.back().page != line.page)
        margins_.push_back({line.page, at(line.first).x0, at(line.last - 1).x1});
      auto& margins = margins_.back();
      margins.x0 = std::min(margins.x0, at(line.first).x0);
      margins.x1 = std::max(margins.x1, at(line.last - 1).x1);
    }
  }

  // --- tables ----------------------------------------------------------------------------------------

  // Whether the figures of `lower` are those of the same columns on the next page of a text: nothing but
  // labels stands between.
  [[nodiscard]] bool goes_on_below(const Segment& upper, Segment& lower) const {
    if (!lower.is_counted || pages_.lines[upper.rows.back()].page == pages_.lines[lower.rows.front()].page)
      return false;
    const bool is_next =
        std::all_of(pages_.lines.begin() + upper.last, pages_.lines.begin() + lower.first_figure,
                    [&](const PrintedLine& line) {
                      return line.is_furniture || line.is_downward || at(line.last - 1).x1 <= lower.left;
                    });
    return is_next && (hang_below(upper, lower) || upper.columns.size() == lower.columns.size());
  }

  void add_segment(Segment& segment) {
    previous_text_ = none;
    keys_.clear();
    first_of_segment_ = out_.lines.size();
    const auto labels = find_labels(pages_, segment, scale_);
    for (const auto& label : labels.of_rows)
      for (const auto f : label.parts) is_used_[f] = true;
    const auto& top = pages_.lines[segment.rows.front()];
    const auto& bottom = pages_.lines[segment.rows.back()];
    for (const auto& label : labels.others) {
      // What stands above or below all rows is text.
      const auto page = page_of(label.front());
      const auto middle = at(label.front()).middle();
      if (page < top.page || (page == top.page && middle < top.middle)) continue;
      if (page > bottom.page || (page == bottom.page && middle > bottom.middle)) continue;
      for (const auto f : label) is_used_[f] = true;
      add_label(label);
    }
    if (segment.is_counted) {
      // Only a header tells whether rows with figures for all columns that are seen have them all.
      const auto heads = add_heads_in_order(segment);
      if (heads > 0) is_headed_ = heads == segment.columns.size();
    } else {
      add_heads(segment);
    }
    std::size_t row = 0;
    for (auto i = segment.first; i < segment.last; ++i) {
      const auto& line = pages_.lines[i];
      if (line.is_furniture) {
        add_furniture(line);
      } else if (row < segment.rows.size() && segment.rows[row] == i) {
        add_row(segment, labels, row);
        ++row;
      } else {
        add_header(segment, line);
      }
    }
    sort_by_place();
  }

  // Lines of a table are made in another order than they stand in.
  void sort_by_place() {
    std::vector<std::size_t> order(keys_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto base = first_of_segment_;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const auto& x = out_.lines[base + a];
      const auto& y = out_.lines[base + b];
      return x.page != y.page ? x.page < y.page : keys_[a] < keys_[b];
    });
    std::vector<SetLine> sorted;
    sorted.reserve(order.size());
    for (const auto i : order) sorted.push_back(out_.lines[base + i]);
    std::copy(sorted.begin(), sorted.end(), out_.lines.begin() + static_cast<std::ptrdiff_t>(base));
    keys_.clear();
  }

  [[nodiscard]] std::uint32_t page_of(std::uint32_t fragment) const {
    return pages_.words[at(fragment).first].page;
  }

  // A label that is no row's, on a line of its own. A lone character is what is left of one.
  void add_label(const std::vector<std::uint32_t>& parts) {
    const auto& first = at(parts.front());
    const auto& last = at(parts.back());
    SetLine set;
    set.page = pages_.words[first.first].page;
    set.first = static_cast<std::uint32_t>(out_.cells.size());
    const bool is_left_over =
        parts.size() == 1 && first.last - first.first == 1 && is_single(pages_.words[first.first].text);
    set.is = is_left_over ? SetLine::Is::furniture : SetLine::Is::text;
    set.width = 1;
    for (const auto f : parts) f == parts.front() ? add_part(0, part_of(f)) : extend(part_of(f));
    end(set, (first.middle() + last.middle()) / 2);
  }

  // --- headers of columns ----------------------------------------------------------------------------

  // What heads a single column, words from top to bottom.
  struct Head {
    Part part;
    double x0;
    double x1;
    double middle;
    double height;
    bool is_alone;  // no other word in its line heads a single column
  };

  // The lowest header of each column, put together from its lines, in one line of the document: what
  // heads several columns stands above.
  void add_heads(const Segment& segment) {
    if (segment.columns.empty()) return;
    std::vector<std::vector<Head>> heads(segment.columns.size());
    auto bottom = segment.first_figure;
    for (auto i = segment.first; i < segment.first_figure; ++i) {
      const auto& line = pages_.lines[i];
      if (line.is_furniture) continue;
      std::size_t heading = 0;
      for (auto f = line.first; f < line.last; ++f)
        if (!is_used_[f] && gather_heads(segment, f, heads)) {
          bottom = i;
          ++heading;
        }
      if (heading == 1 && segment.columns.size() > 2) mark_alone(line, heads);
    }
    if (bottom == segment.first_figure) return;
    auto set = begin(pages_.lines[bottom]);
    set.is = SetLine::Is::row;
    set.width = static_cast<std::uint32_t>(segment.columns.size()) + 1;
    for (std::uint32_t c = 0; c < heads.size(); ++c) {
      const auto& stack = heads[c];
      if (stack.empty()) continue;
      auto first = stack.size() - 1;
      while (first > 0 && goes_on(segment, c, stack[first - 1], stack[first])) --first;
      for (auto i = first; i < stack.size(); ++i) {
        i == first ? add_part(c + 1, stack[i].part) : extend(stack[i].part);
        for (auto w = stack[i].part.first; w < stack[i].part.last; ++w) is_set_[w] = true;
      }
    }
    end(set, pages_.lines[bottom].middle);
  }

  // Adds the words of a fragment that head one column; false if none does.
  bool gather_heads(const Segment& segment, std::uint32_t f, std::vector<std::vector<Head>>& heads) {
    const auto& fragment = at(f);
    const auto step = fragment.is_downward ? fragment.last - fragment.first : 1U;
    bool any = false;
    for (auto w = fragment.first; w < fragment.last; w += step) {
      const auto& word = pages_.words[w];
      const auto column = column_of(segment.columns, word.x0, word.x1);
      if (column == no_column) {
        bar(segment, word, heads);
        continue;
      }
      const auto height = word.height();
      heads[column].push_back({{w, w + step}, word.x0, word.x1, fragment.middle(), height, false});
      any = true;
    }
    return any;
  }

  static void mark_alone(const PrintedLine& line, std::vector<std::vector<Head>>& heads) {
    for (auto& stack : heads)
      if (!stack.empty() && std::abs(stack.back().middle - line.middle) < 1e-9) stack.back().is_alone = true;
  }

  // What heads several columns ends what stands above their headers.
  static void bar(const Segment& segment, const BoxedWord& word, std::vector<std::vector<Head>>& heads) {
    for (std::size_t c = 0; c < heads.size(); ++c)
      if (word.x0 < segment.columns[c].x1 && word.x1 > segment.columns[c].x0) heads[c].clear();
  }

  // Whether a header goes on in the next line: it has no room for another character, and not more than its
  // room. A wider one heads several columns, whatever figures stand below it.
  [[nodiscard]] bool goes_on(const Segment& segment, std::uint32_t column, const Head& upper,
                             const Head& lower) const {
    if (lower.middle - upper.middle < 1e-9) return true;  // parted by a space
    const auto& columns = segment.columns;
    // Figures may stand at either side of their cells.
    const auto pitch = [](const Column& a, const Column& b) { return std::max(b.x0 - a.x0, b.x1 - a.x1); };
    double room = std::numeric_limits<double>::max();
    if (column > 0) room = std::min(room, pitch(columns[column - 1], columns[column]));
    if (column + 1 < columns.size()) room = std::min(room, pitch(columns[column], columns[column + 1]));
    const auto em = scale_.em * upper.height;
    const auto width = upper.x1 - upper.x0;
    if (lower.middle - upper.middle > scale_.tight * upper.height || width > room + 0.1 * em) return false;
    // One header alone in its line is rather above another, unless that is a last character.
    if (upper.is_alone && lower.x1 - lower.x0 > 1.3 * em) return false;
    return room < narrow_column * em || width + 1.4 * em > room;
  }

  // --- headers of text -------------------------------------------------------------------------------

  // How many headers stand over the figures.
  std::size_t add_heads_in_order(Segment& segment) {
    const auto heads = stack_heads(pages_, segment, scale_, is_used_);
    if (heads.size() < 2) return 0;
    auto bottom = segment.first;
    for (const auto& head : heads) bottom = std::max(bottom, head.bottom);
    auto set = begin(pages_.lines[bottom]);
    set.is = SetLine::Is::row;
    std::uint32_t column = 0;
    for (const auto& head : heads) {
      ++column;
      for (const auto& part : head.parts) {
        &part == &head.parts.front() ? add_part(column, part) : extend(part);
        for (auto w = part.first; w < part.last; ++w) is_set_[w] = true;
      }
    }
    set.width = std::max(column, static_cast<std::uint32_t>(segment.columns.size())) + 1;
    set.stands_over = stand_over(heads, segment.columns);
    end(set, pages_.lines[bottom].middle);
    return heads.size();
  }

  // --- lines of a table --------------------------------------------------------------------------------

  void add_header(const Segment& segment, const PrintedLine& line) {
    auto set = begin(line);
    set.width = static_cast<std::uint32_t>(segment.columns.size()) + 1;
    for (auto f = line.first; f < line.last; ++f) {
      if (is_used_[f]) continue;
      const auto& fragment = at(f);
      if (fragment.is_downward) {
        if (!is_set_[fragment.first])
          add_to(set, header_column(segment, fragment.x0, fragment.x1), part_of(f));
        continue;
      }
      for (auto w = fragment.first; w < fragment.last; ++w)
        if (!is_set_[w])
          add_to(set, header_column(segment, pages_.words[w].x0, pages_.words[w].x1), {w, w + 1});
    }
    const bool alone = out_.cells.size() - set.first <= 1;
    // In text a row whose figures are words may stand here: no header holds a figure.
    if (segment.is_counted && !alone && at(line.last - 1).is_value) {
      set.is_doubtful = true;
      set_as_text(set);
      end(set, line.middle);
      return;
    }
    set.is = alone ? SetLine::Is::text : SetLine::Is::row;
    if (alone && out_.cells.size() > set.first) {
      out_.cells.back().column = 0;
      set.width = 1;
    }
    end(set, line.middle);
  }

  // The column of what heads one, the first of several; 0 for what heads the labels.
  [[nodiscard]] static std::uint32_t header_column(const Segment& segment, double x0, double x1) {
    if (x1 <= segment.left && columns_under(segment.columns, x0, x1) == 0 &&
        (segment.columns.empty() || x1 <= segment.columns.front().x0))
      return 0;
    const auto first = std::upper_bound(segment.columns.begin(), segment.columns.end(), x0,
                                        [](double x, const Column& column) { return x < column.x1; });
    const auto index = static_cast<std::uint32_t>(first - segment.columns.begin());
    return std::min(index, static_cast<std::uint32_t>(segment.columns.size()) - 1) + 1;
  }

  void add_to(const SetLine& set, std::uint32_t column, Part part) {
    if (out_.cells.size() > set.first && out_.cells.back().column >= column)
      extend(part);
    else
      add_part(column, part);
  }

  void add_row(const Segment& segment, const Labels& labels, std::size_t row) {
    const auto& line = pages_.lines[segment.rows[row]];
    const auto& label = labels.of_rows[row];
    const bool is_loose = segment.is_counted && !line.is_flowing && add_left_over(line);
    auto set = begin(line);
    set.is = line.is_flowing ? SetLine::Is::flow : SetLine::Is::row;
    set.width = static_cast<std::uint32_t>(segment.columns.size()) + 1;
    set.stands_below = segment.is_gridded();
    set.is_doubtful = is_loose || (labels.any && !label.is_certain) || is_broken(segment, labels, row);
    for (const auto f : label.parts) f == label.parts.front() ? add_part(0, part_of(f)) : extend(part_of(f));
    if (segment.is_counted && !line.is_flowing)
      add_counted_values(segment, line, set);
    else
      add_values(segment, line, set);
    if (set.is_doubtful) set_as_text(set);
    end(set, line.middle);
  }

  void add_values(const Segment& segment, const PrintedLine& line, SetLine& set) {
    const auto values = out_.cells.size();
    bool last_was_value = false;
    for (auto f = line.first; f < line.last; ++f) {
      const auto& fragment = at(f);
      if (is_used_[f]) continue;
      auto column = line.is_flowing ? static_cast<std::uint32_t>(out_.cells.size() - values)
                                    : column_of(segment.columns, fragment.x0, fragment.x1);
      const bool has_cell = out_.cells.size() > values;
      if (column == no_column) {
        set.is_doubtful = true;
        column = has_cell ? out_.cells.back().column : 0;
      } else {
        ++column;
      }
      const bool same = has_cell && out_.cells.back().column >= column;
      // Two numbers in a cell are one that is broken, or two whose columns nobody knows.
      if (same && last_was_value && fragment.is_value) set.is_doubtful = true;
      if (has_cell && last_was_value && fragment.is_value && fragment.is_close) set.is_dense = true;
      if (same)
        extend(part_of(f));
      else
        add_part(column, part_of(f));
      last_was_value = fragment.is_value;
    }
  }

  // What stands before a row's values and is no label is a piece of a group's, or may be a figure: then true.
  bool add_left_over(const PrintedLine& line) {
    bool any = false;
    for (auto f = line.first; f < line.last && !at(f).is_value; ++f) {
      if (is_used_[f]) continue;
      any = any || may_be_figure(pages_.words[at(f).first].text);
      auto set = begin(line);
      set.is = SetLine::Is::furniture;
      add_part(0, part_of(f));
      is_used_[f] = true;
      end(set, line.middle);
    }
    return any;
  }

  // Values of a row of text: all, in their order, or some, each clearly below one column.
  void add_counted_values(const Segment& segment, const PrintedLine& line, SetLine& set) {
    const auto values = out_.cells.size();
    bool begun = false;
    for (auto f = line.first; f < line.last; ++f) {
      begun = begun || at(f).is_value;
      if (is_used_[f]) continue;
      if (out_.cells.size() > values && at(f).is_close && at(f).is_value) set.is_dense = true;
      if (out_.cells.size() > values && begun && at(f).is_close && !at(f).is_value)
        extend(part_of(f));
      else
        add_part(static_cast<std::uint32_t>(out_.cells.size() - values) + 1, part_of(f));
    }
    const auto count = out_.cells.size() - values;
    const bool is_placed = place_values(segment, values);
    if (is_placed) set.is_dense = false;
    if (count == segment.columns.size() || (is_placed && segment.is_gridded())) return;
    if (count > segment.columns.size() || !is_headed_ || !segment.is_clear || segment.is_gridded())
      set.is_doubtful = true;
    std::uint32_t last = 0;
    for (auto i = values; i < out_.cells.size() && !set.is_doubtful; ++i) {
      const auto extent = extent_of(out_.cells[i]);
      const auto column = clear_column(segment.columns, extent.x0, extent.x1, scale_) + 1;
      if (column == 0 || column <= last) set.is_doubtful = true;
      out_.cells[i].column = last = column;
    }
  }

  [[nodiscard]] Column extent_of(const SetCell& cell) const {
    const auto& part = out_.parts[cell.first];
    return {pages_.words[part.first].x0, pages_.words[out_.parts[cell.last - 1].last - 1].x1};
  }

  // Whether each value of a row, from cell `values` on, stands in a place of its own in a grid that has one
  // for each column that is seen, or hangs below headers: then their columns are those.
  bool place_values(const Segment& segment, std::size_t values) {
    if (!segment.is_gridded() && segment.grid.keys.size() != segment.columns.size()) return false;
    extents_.clear();
    for (auto i = values; i < out_.cells.size(); ++i) extents_.push_back(extent_of(out_.cells[i]));
    if (!places_in(segment.grid, {extents_.data(), extents_.size()}, places_)) return false;
    for (std::size_t i = 0; segment.is_gridded() && i < places_.size(); ++i)
      out_.cells[values + i].column = segment.column_of_place[places_[i]] + 1;
    return true;
  }

  // What nobody can read is one cell of text.
  void set_as_text(SetLine& set) {
    set.is = SetLine::Is::text;
    set.width = 1;
    auto& first = out_.cells[set.first];
    first.last = out_.cells.back().last;
    first.column = 0;
    out_.cells.resize(set.first + 1);
  }

  // Whether a row's numbers may be broken over lines: a line of figures without a label stands closer to it
  // than to the next row. In a table without labels any line does that is close.
  [[nodiscard]] bool is_broken(const Segment& segment, const Labels& labels, std::size_t row) const {
    const auto is_row = [&](std::size_t r) {
      return labels.any && !labels.of_rows[r].parts.empty() && !is_beside_group(segment, labels, r);
    };
    if (!is_row(row))
      return labels.any || is_close(segment, row, row + 1) || (row > 0 && is_close(segment, row - 1, row));
    const auto owns = [&](std::size_t line, std::size_t other, bool has_other) {
      if (is_row(line) || !is_close(segment, row, line)) return false;
      const bool rivals = has_other && is_row(other) && is_close(segment, line, other);
      return !rivals || clearly_closer * distance(segment, row, line) <= distance(segment, line, other);
    };
    if (row > 0 && owns(row - 1, row - 2, row > 1)) return true;
    return row + 1 < segment.rows.size() && owns(row + 1, row + 2, row + 2 < segment.rows.size());
  }

  // Whether what stands before a few figures is only a group's label, left of those of the rows above and
  // below.
  [[nodiscard]] bool is_beside_group(const Segment& segment, const Labels& labels, std::size_t row) const {
    const auto edge = at(labels.of_rows[row].parts.front()).x1;
    const auto is_left_of = [&](std::size_t other) {
      const auto& parts = labels.of_rows[other].parts;
      return parts.empty() || edge <= at(parts.front()).x0;
    };
    const auto& line = pages_.lines[segment.rows[row]];
    const auto values =
        std::count_if(pages_.fragments.begin() + line.first, pages_.fragments.begin() + line.last,
                      [](const Fragment& fragment) { return fragment.is_value; });
    return static_cast<std::size_t>(values) * 2 <= segment.columns.size() &&
           (row == 0 || is_left_of(row - 1)) && (row + 1 >= segment.rows.size() || is_left_of(row + 1));
  }

  [[nodiscard]] double distance(const Segment& segment, std::size_t a, std::size_t b) const {
    return std::abs(pages_.lines[segment.rows[a]].middle - pages_.lines[segment.rows[b]].middle);
  }

  [[nodiscard]] bool is_close(const Segment& segment, std::size_t a, std::size_t b) const {
    if (std::max(a, b) >= segment.rows.size()) return false;
    const auto& line = pages_.lines[segment.rows[a]];
    return line.page == pages_.lines[segment.rows[b]].page &&
           distance(segment, a, b) < scale_.broken * at(line.first).height();
  }

  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::vector<Column> extents_;  // of the values of a row
  std::vector<std::uint32_t> places_;

  const Pages& pages_;
  const Scale& scale_;
  Layout out_;
  std::vector<double> keys_;  // where the lines of the table stand
  std::size_t first_of_segment_ = 0;
  std::vector<bool> is_used_;  // fragments that are part of a label
  std::uint32_t table_ = 0;    // that lines are set for
  bool is_headed_ = false;     // in text: its header has as many columns as its rows
  std::vector<bool> is_set_;   // words that head a column
  std::uint32_t previous_text_ = none;
  bool is_full_ = false;
  struct Margins {
    std::uint32_t page;
    double x0;
    double x1;
  };
  std::vector<Margins> margins_;  // of each page with lines
  std::size_t page_ = 0;          // of the last line of text, in margins_
};

}  // namespace

Layout lay_out(const Pages& pages, const Scale& scale) { return LayoutMaker(pages, scale).run(); }

}  // namespace nianbao::readers::page
