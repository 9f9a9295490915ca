// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>
#include <map>

#include "readers/page/tables.hpp"

namespace nianbao::readers::page {

namespace {

// A header has no more lines than this.
constexpr std::uint32_t longest_header = 16;

// Columns that overlap by less than this, in characters, are two.
constexpr double least_overlap = 0.05;

// Cells of a header are parted by so much at least, in characters.
constexpr double least_gap = 0.35;
constexpr double least_space_in_text = 0.7;  // in text: more than a space

// Columns of text are clear if more than one space parts the figures of any of them, in characters.
constexpr double clear_gap = 0.99;

// Of rows with more values than this only the longest are looked at: no table is as wide.
constexpr std::size_t most_values = 24;

class SegmentFinder {
 public:
  SegmentFinder(const Pages& pages, const Scale& scale) : pages_(pages), scale_(scale) {}

  std::vector<Segment> run() {
    for (std::uint32_t i = 0; i < pages_.lines.size(); ++i) {
      const auto& line = pages_.lines[i];
      if (line.is_furniture) continue;
      // On the next page of a text columns stand elsewhere.
      if (is_open_ && !scale_.is_printed && line.page != pages_.lines[segments_.back().rows.back()].page)
        close(i);
      if (is_figure_line(line))
        add(i);
      else if (is_open_ && crosses(line))
        close(i);
    }
    close(static_cast<std::uint32_t>(pages_.lines.size()));
    for (auto& segment : segments_) {
      settle_left(segment);
      find_header(segment);
      if (scale_.is_printed)
        find_columns(segment);
      else
        count_columns(segment);
    }
    return std::move(segments_);
  }

 private:
  [[nodiscard]] const Fragment& at(std::uint32_t fragment) const { return pages_.fragments[fragment]; }

  [[nodiscard]] bool is_figure_line(const PrintedLine& line) const {
    if (line.is_downward) return false;
    if (line.is_lone_value && !fits(line)) return false;
    for (auto f = line.first; f < line.last; ++f)
      if (at(f).is_value) return true;
    return false;
  }

  // Whether the number at the end of a line of text stands in a column of the table above it.
  [[nodiscard]] bool fits(const PrintedLine& line) const {
    const auto& value = at(line.last - 1);
    if (is_open_ && std::any_of(reach_.begin(), reach_.end(), [&](const Column& column) {
          return value.x0 < column.x1 && value.x1 > column.x0;
        }))
      return true;
    // Or the text is short, and no sentence.
    return line.size() == 2 && is_short_label(at(line.first));
  }

  [[nodiscard]] bool is_short_label(const Fragment& fragment) const {
    std::size_t bytes = 0;
    for (auto w = fragment.first; w < fragment.last; ++w) {
      const auto text = pages_.words[w].text;
      bytes += text.size();
      for (const std::string_view stop : {"，", "。", "；", "：", ":", ";"})
        if (text.find(stop) != std::string_view::npos) return false;
    }
    return bytes <= 75 && fragment.last - fragment.first <= 2;
  }

  // Text that reaches into the columns of figures ends the table: a header, a heading, prose.
  [[nodiscard]] bool crosses(const PrintedLine& line) const {
    const auto& last = at(line.last - 1);
    const auto slack = 0.5 * scale_.em * last.height();
    const auto left = segments_.back().left;
    return last.x1 > (left == nowhere ? left_of_others_ : left) + slack;
  }

  void add(std::uint32_t i) {
    if (!is_open_) {
      segments_.emplace_back();
      segments_.back().first_figure = i;
      segments_.back().first = i;
      segments_.back().left = left_of_others_ = nowhere;
      reach_.clear();
      is_open_ = true;
    }
    auto& segment = segments_.back();
    segment.rows.push_back(i);
    const auto& line = pages_.lines[i];
    // What begins a line may be a page's number, or the rest of a row that was torn.
    auto& left = at(line.first).is_value ? left_of_others_ : segment.left;
    for (auto f = line.first; f < line.last; ++f) {
      if (!at(f).is_value) continue;
      left = std::min(left, at(f).x0);
      if (!line.is_flowing) reach(at(f));
    }
  }

  // What is known of the columns so far; few, so that a look is cheap.
  void reach(const Fragment& value) {
    constexpr std::size_t most = 64;
    for (auto& column : reach_) {
      if (value.x0 >= column.x1 || value.x1 <= column.x0) continue;
      column.x0 = std::min(column.x0, value.x0);
      column.x1 = std::max(column.x1, value.x1);
      return;
    }
    if (reach_.size() < most) reach_.push_back({value.x0, value.x1});
  }

  // A line of few figures may be a note's, or one of another table below: it does not move the edge into the
  // labels of those that have many.
  void settle_left(Segment& segment) const {
    std::size_t most = 0;
    for (const auto row : segment.rows) most = std::max(most, count_values(pages_.lines[row]));
    double labels_end = 0;
    for (const auto row : segment.rows) {
      const auto& line = pages_.lines[row];
      if (count_values(line) * 2 < most) continue;
      for (auto f = line.first; f < line.last && !at(f).is_value; ++f)
        labels_end = std::max(labels_end, at(f).x1);
    }
    auto left = nowhere;
    for (const auto row : segment.rows) {
      const auto& line = pages_.lines[row];
      if (at(line.first).is_value) continue;
      const auto* const value = first_value(line);
      if (count_values(line) * 2 >= most || value->x0 >= labels_end) left = std::min(left, value->x0);
    }
    if (left != nowhere) segment.left = left;
  }

  [[nodiscard]] const Fragment* first_value(const PrintedLine& line) const {
    auto f = line.first;
    while (!at(f).is_value) ++f;
    return &at(f);
  }

  [[nodiscard]] std::size_t count_values(const PrintedLine& line) const {
    return static_cast<std::size_t>(
        std::count_if(pages_.fragments.begin() + line.first, pages_.fragments.begin() + line.last,
                      [](const Fragment& fragment) { return fragment.is_value; }));
  }

  void close(std::uint32_t end) {
    if (is_open_) {
      auto& segment = segments_.back();
      segment.last = end;
      if (segment.left == nowhere) segment.left = left_of_others_;
    }
    is_open_ = false;
  }

  // The lines above the first figures, up to the table before, a heading or prose.
  void find_header(Segment& segment) const {
    const auto index = static_cast<std::size_t>(&segment - segments_.data());
    const auto floor = index == 0 ? 0 : segments_[index - 1].last;
    auto first = segment.first_figure;
    const auto edge = label_extent(segment).x1;
    while (first > floor && segment.first_figure - first < longest_header &&
           may_head(pages_.lines[first - 1], segment, edge))
      --first;
    segment.first = first;
  }

  [[nodiscard]] bool may_head(const PrintedLine& line, const Segment& segment, double edge) const {
    if (line.is_furniture || line.is_downward) return true;
    // Prose and headings begin over the labels and go on over the figures.
    for (auto f = line.first; f < line.last; ++f) {
      const auto em = scale_.em * at(f).height();
      auto from = at(f).first;
      for (auto w = from; w < at(f).last; ++w) {
        const auto& word = pages_.words[w];
        // Words of a sentence stand closer together than cells do.
        if (w > from &&
            word.x0 - pages_.words[w - 1].x1 > (scale_.is_printed ? least_gap : least_space_in_text) * em)
          from = w;
        if (pages_.words[from].x0 < edge - 0.5 * em && word.x1 > segment.left + 0.5 * em) return false;
      }
    }
    return true;
  }

  void find_columns(Segment& segment) const {
    auto& columns = segment.columns;
    double em = 0;
    for (const auto row : segment.rows) {
      const auto& line = pages_.lines[row];
      if (line.is_flowing) continue;
      for (auto f = line.first; f < line.last; ++f) {
        if (!at(f).is_value || at(f).x1 <= segment.left) continue;
        columns.push_back({at(f).x0, at(f).x1});
        em = std::max(em, scale_.em * at(f).height());
      }
    }
    std::sort(columns.begin(), columns.end(), [](const Column& a, const Column& b) { return a.x0 < b.x0; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (kept > 0 && columns[i].x0 < columns[kept - 1].x1 - least_overlap * em)
        columns[kept - 1].x1 = std::max(columns[kept - 1].x1, columns[i].x1);
      else
        columns[kept++] = columns[i];
    }
    columns.resize(kept);
    add_blank_columns(segment);
  }

  // In text that imitates a page the places of figures are rough. Rows of one count of values are whole,
  // and columns are where these have them; others must stand clearly below some of them. The count is the
  // one by which most rows can be read.
  void count_columns(Segment& segment) const {
    segment.is_counted = true;
    std::map<std::size_t, std::size_t> counts;
    std::vector<Column> values;
    const auto rows = figure_rows(segment, values);
    for (const auto& row : rows) ++counts[row.size()];
    std::size_t most = 0;
    for (const auto& [count, of_count] : counts) {
      if (count > most_values && count != counts.rbegin()->first) continue;
      auto columns = columns_of(rows, count);
      const bool are_clear = are_parted(columns);
      auto readable = of_count;
      if (are_clear)
        readable += static_cast<std::size_t>(
            std::count_if(rows.begin(), rows.end(), [&, most_cells = count](const auto& row) {
              return row.size() < most_cells && stands_below(columns, row);
            }));
      if (readable < most) continue;
      most = readable;
      segment.columns = std::move(columns);
      segment.is_clear = are_clear;
    }
    segment.grid = find_grid(rows, scale_);
  }

  // The rows of a segment whose places say something; their figures are kept in `values`.
  FigureRows figure_rows(const Segment& segment, std::vector<Column>& values) const {
    FigureRows rows;
    rows.reserve(segment.rows.size());
    for (const auto row : segment.rows) {
      const auto& line = pages_.lines[row];
      if (line.is_flowing) continue;
      const auto before = values.size();
      add_values(line, values);
      rows.push_back({nullptr, values.size() - before, line.size() == 1});
    }
    const auto* next = values.data();
    for (auto& row : rows) {
      row.first = next;
      next += row.count;
    }
    return rows;
  }

  // Whether figures of different columns nowhere come close to each other. Where they do, rows have slid.
  [[nodiscard]] bool are_parted(const std::vector<Column>& columns) const {
    const auto gap = clear_gap * scale_.em;
    return std::adjacent_find(columns.begin(), columns.end(), [gap](const Column& left, const Column& right) {
             return left.x1 + gap > right.x0;
           }) == columns.end();
  }

  // Where the rows of `count` values have them.
  static std::vector<Column> columns_of(const FigureRows& rows, std::size_t count) {
    std::vector<Column> columns;
    for (const auto& row : rows) {
      if (row.size() != count) continue;
      if (columns.empty()) columns.assign(row.begin(), row.end());
      for (std::size_t i = 0; i < count; ++i) {
        columns[i].x0 = std::min(columns[i].x0, row[i].x0);
        columns[i].x1 = std::max(columns[i].x1, row[i].x1);
      }
    }
    return columns;
  }

  // Whether each value of a row stands below a column of its own.
  [[nodiscard]] bool stands_below(const std::vector<Column>& columns, const FigureRow& row) const {
    std::uint32_t next = 0;
    return std::all_of(row.begin(), row.end(), [&](const Column& value) {
      const auto column = clear_column(columns, value.x0, value.x1, scale_);
      const bool is_next = column != no_column && column >= next;
      next = column + 1;
      return is_next;
    });
  }

  // What stands in a line from the first value on.
  void add_values(const PrintedLine& line, std::vector<Column>& values) const {
    bool begun = false;
    const auto before = values.size();
    for (auto f = line.first; f < line.last; ++f) {
      begun = begun || at(f).is_value;
      if (!begun) continue;
      if (values.size() > before && at(f).is_close && !at(f).is_value)
        values.back().x1 = at(f).x1;
      else
        values.push_back({at(f).x0, at(f).x1});
    }
  }

  // A column without any figure is seen by its header alone, from the bottom up: what stands above
  // several columns heads them all, and what stands alone in its line heads the whole table.
  void add_blank_columns(Segment& segment) const {
    constexpr std::size_t most_columns = 64;
    if (segment.columns.empty() || segment.columns.size() > most_columns) return;
    const auto labels = label_extent(segment);
    auto taken = segment.columns;
    for (auto i = segment.first_figure; i > segment.first;) {
      const auto& line = pages_.lines[--i];
      if (line.is_furniture) continue;
      const auto heads = header_words(line, labels.x1);
      if (heads.size() < 2) continue;
      for (const auto& head : heads) {
        const bool is_blank = !touches(taken, head);
        const bool heads_labels =
            labels.x0 <= labels.x1 && head.x0 < segment.left && !has_corner(segment, labels, line);
        if (is_blank && !heads_labels && segment.columns.size() <= most_columns)
          insert(segment.columns, head);
      }
      for (const auto& head : heads) widen(taken, head);
    }
  }

  // What stands right of the labels in a line, word by word; 总 计 is one.
  [[nodiscard]] std::vector<Column> header_words(const PrintedLine& line, double edge) const {
    std::vector<Column> out;
    for (auto f = line.first; f < line.last; ++f) {
      const auto& fragment = at(f);
      if (fragment.is_downward) {
        if (fragment.x0 >= edge) out.push_back({fragment.x0, fragment.x1});
        continue;
      }
      bool after_single = false;
      for (auto w = fragment.first; w < fragment.last; ++w) {
        const auto& word = pages_.words[w];
        const bool single = is_single(word.text);
        if (word.x0 < edge) continue;
        if (single && after_single)
          out.back().x1 = word.x1;
        else
          out.push_back({word.x0, word.x1});
        after_single = single;
      }
    }
    return out;
  }

  static bool touches(const std::vector<Column>& columns, const Column& head) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const Column& column) { return head.x0 < column.x1 && head.x1 > column.x0; });
  }

  static void insert(std::vector<Column>& columns, const Column& column) {
    const auto place = std::upper_bound(columns.begin(), columns.end(), column.x0,
                                        [](double x, const Column& other) { return x < other.x0; });
    columns.insert(place, column);
  }

  // What heads one column widens it; what heads several heads none.
  static void widen(std::vector<Column>& taken, const Column& head) {
    const auto found = columns_under(taken, head.x0, head.x1);
    if (found > 1) return;
    if (found == 0) {
      insert(taken, head);
      return;
    }
    auto& column = taken[column_of(taken, head.x0, head.x1)];
    column.x0 = std::min(column.x0, head.x0);
    column.x1 = std::max(column.x1, head.x1);
  }

  // Whether the header has a text above the labels, so that what stands right of it heads figures.
  [[nodiscard]] bool has_corner(const Segment& segment, const Column& labels, const PrintedLine& but) const {
    for (auto i = segment.first; i < segment.first_figure; ++i) {
      const auto& line = pages_.lines[i];
      if (line.is_furniture || &line == &but) continue;
      if (at(line.first).x0 < labels.x1 && at(line.first).x1 > labels.x0) return true;
    }
    return at(but.first).x0 < labels.x1;
  }

  // From where to where the labels of the rows stand.
  [[nodiscard]] Column label_extent(const Segment& segment) const {
    constexpr auto far = std::numeric_limits<double>::max();
    Column extent{far, -far};
    for (const auto row : segment.rows) {
      const auto& line = pages_.lines[row];
      for (auto f = line.first; f < line.last && !at(f).is_value; ++f) {
        if (at(f).x1 > segment.left) continue;
        extent.x0 = std::min(extent.x0, at(f).x0);
        extent.x1 = std::max(extent.x1, at(f).x1);
      }
    }
    return extent;
  }

  static constexpr auto nowhere = std::numeric_limits<double>::max();

  const Pages& pages_;
  const Scale& scale_;
  double left_of_others_ = nowhere;  // where the figures begin of lines that begin with one
  std::vector<Segment> segments_;
  std::vector<Column> reach_;
  bool is_open_ = false;
};

}  // namespace

namespace {

// Cells touch where they have no margins: what reaches a little into the next column is not in it.
Column within(double x0, double x1) noexcept {
  constexpr double margin = 0.08;
  const auto slack = margin * (x1 - x0);
  return {x0 + slack, x1 - slack};
}

}  // namespace

std::size_t columns_under(const std::vector<Column>& columns, double x0, double x1) noexcept {
  const auto probe = within(x0, x1);
  const auto first = std::upper_bound(columns.begin(), columns.end(), probe.x0,
                                      [](double x, const Column& column) { return x < column.x1; });
  std::size_t count = 0;
  for (auto at = first; at != columns.end() && at->x0 < probe.x1; ++at) ++count;
  return count;
}

std::uint32_t column_of(const std::vector<Column>& columns, double x0, double x1) noexcept {
  const auto probe = within(x0, x1);
  const auto first = std::upper_bound(columns.begin(), columns.end(), probe.x0,
                                      [](double x, const Column& column) { return x < column.x1; });
  if (first == columns.end() || first->x0 >= probe.x1) return no_column;
  const auto next = std::next(first);
  if (next != columns.end() && next->x0 < probe.x1) return no_column;
  return static_cast<std::uint32_t>(first - columns.begin());
}

std::uint32_t clear_column(const std::vector<Column>& columns, double x0, double x1,
                           const Scale& scale) noexcept {
  const auto gap = clear_gap * scale.em;
  const auto first = std::lower_bound(columns.begin(), columns.end(), x0,
                                      [](const Column& column, double x) { return column.x1 <= x; });
  if (first == columns.end() || first->x0 >= x1) return no_column;
  if (first != columns.begin() && std::prev(first)->x1 + gap > x0) return no_column;
  const auto next = std::next(first);
  if (next != columns.end() && next->x0 < x1 + gap) return no_column;
  return static_cast<std::uint32_t>(first - columns.begin());
}

std::vector<Segment> find_segments(const Pages& pages, const Scale& scale) {
  return SegmentFinder(pages, scale).run();
}

}  // namespace nianbao::readers::page
