// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "readers/page/tables.hpp"

namespace nianbao::readers::page {

namespace {

constexpr std::uint32_t no_row = 0xFFFFFFFF;

// A label has no more lines than this.
constexpr std::size_t most_pieces = 64;

// Pieces of a label are looked for among so many fragments before.
constexpr std::size_t look_back = 12;

// Fragments in the room of labels, joined where one goes on below the other.
class LabelFinder {
 public:
  LabelFinder(const Pages& pages, const Segment& segment, const Scale& scale)
      : pages_(pages), segment_(segment), scale_(scale) {}

  Labels run() {
    labels_.of_rows.resize(segment_.rows.size());
    gather();
    for (std::uint32_t b = 0; b < blocks_.size(); ++b) find_rows(b);
    choose();
    return std::move(labels_);
  }

 private:
  struct Piece {
    std::uint32_t fragment;
    std::uint32_t line;
    std::uint32_t row;  // whose line it stands in; no_row if none
    std::uint32_t block;
  };

  struct Block {
    std::vector<std::uint32_t> pieces;  // in order of reading
    double x0 = 0;
    std::uint32_t first_row = no_row;  // rows whose figures stand beside it
    std::uint32_t last_row = 0;
    bool is_torn = false;
    bool is_closed = false;  ///< heads a column of labels: nothing goes on below it
  };

  [[nodiscard]] const Fragment& at(std::uint32_t fragment) const { return pages_.fragments[fragment]; }
  [[nodiscard]] const Fragment& of(std::uint32_t piece) const { return at(pieces_[piece].fragment); }

  // What stands left of the figures, line by line. In lines of the header only what no figures' column
  // is headed by: the corner, and the first pieces of the first row's label.
  void gather() {
    std::uint32_t row = 0;
    for (auto i = segment_.first; i < segment_.last; ++i) {
      const auto& line = pages_.lines[i];
      const bool is_row = row < segment_.rows.size() && segment_.rows[row] == i;
      if (!line.is_furniture && !line.is_downward && (is_row || is_beside_figures(line)))
        for (auto f = line.first; f < line.last && is_label_in(at(f), is_row); ++f)
          add_piece({f, i, is_row ? row : no_row, 0});
      if (is_row) ++row;
    }
  }

  [[nodiscard]] bool is_label(const Fragment& fragment) const {
    return !fragment.is_value && !fragment.is_downward && fragment.x1 <= segment_.left &&
           columns_under(segment_.columns, fragment.x0, fragment.x1) == 0;
  }

  // In text that imitates a page all that stands before a row's first value is its label.
  [[nodiscard]] bool is_label_in(const Fragment& fragment, bool is_row) const {
    if (may_be_figure(pages_.words[fragment.first].text) && fragment.last - fragment.first == 1) return false;
    return is_row && segment_.is_counted ? !fragment.is_value : is_label(fragment);
  }

  // Whether the line has nothing but labels.
  [[nodiscard]] bool is_beside_figures(const PrintedLine& line) const { return is_label(at(line.last - 1)); }

  void add_piece(Piece piece) {
    piece.block = goes_on(piece);
    if (piece.block == no_row) {
      piece.block = static_cast<std::uint32_t>(blocks_.size());
      blocks_.emplace_back();
      blocks_.back().x0 = at(piece.fragment).x0;
      blocks_.back().is_closed =
          piece.row == no_row && !at(piece.fragment).begins_item && has_gap(piece.line);
    }
    auto& block = blocks_[piece.block];
    block.x0 = std::min(block.x0, at(piece.fragment).x0);
    block.pieces.push_back(static_cast<std::uint32_t>(pieces_.size()));
    pieces_.push_back(piece);
  }

  // The block that a piece without an enumerator continues: close above it, in the same place.
  [[nodiscard]] std::uint32_t goes_on(const Piece& piece) const {
    const auto& lower = at(piece.fragment);
    if (lower.begins_item) return no_row;
    auto beside = no_row;  // spaced out in one line; the last characters of two labels may be so too
    for (std::size_t back = 1; back <= std::min(look_back, pieces_.size()); ++back) {
      const auto& candidate = pieces_[pieces_.size() - back];
      const auto& upper = at(candidate.fragment);
      if (candidate.line == piece.line) {
        if (back == 1 && is_spaced(upper) && is_spaced(lower)) beside = candidate.block;
        if (beside != no_row && pieces_[blocks_[beside].pieces.front()].line == piece.line) return beside;
        continue;
      }
      if (pages_.lines[candidate.line].page != pages_.lines[piece.line].page) break;
      if (lower.middle() - upper.middle() > scale_.tight * std::max(lower.height(), upper.height()) * reach())
        break;
      if (overlap(upper, lower) <= 0 || !is_in_line(upper, lower)) continue;
      if (candidate.block == beside) return beside;
      if (has_text_between(candidate, piece.line)) return no_row;
      const auto& block = blocks_[candidate.block];
      const bool is_last = block.pieces.back() == pieces_.size() - back;
      return is_last && !block.is_closed && block.pieces.size() < most_pieces ? candidate.block : no_row;
    }
    return beside;
  }

  // Whether a line that is neither a row nor a label's stands between a piece and a line below. In text
  // any does between a row's label and a header.
  [[nodiscard]] bool has_text_between(const Piece& upper, std::uint32_t lower) const {
    for (auto i = upper.line + 1; i < lower; ++i) {
      const auto& line = pages_.lines[i];
      if (line.is_furniture || line.is_downward) continue;
      if (std::binary_search(segment_.rows.begin(), segment_.rows.end(), i)) continue;
      if (!is_beside_figures(line) || (!scale_.is_printed && upper.row != no_row && has_gap(lower)))
        return true;
    }
    return false;
  }

  [[nodiscard]] bool has_gap(std::uint32_t line) const {
    const auto& printed = pages_.lines[line];
    for (auto f = printed.first + 1; f < printed.last; ++f)
      if (!at(f).is_close) return true;
    return false;
  }

  // 规 章: characters with a gap between them.
  [[nodiscard]] bool is_spaced(const Fragment& fragment) const {
    for (auto w = fragment.first; w < fragment.last; ++w)
      if (!is_single(pages_.words[w].text)) return false;
    return true;
  }

  // In text that imitates a page the figures of a label's row may have a line of their own.
  [[nodiscard]] double reach() const noexcept { return scale_.is_printed ? 1.0 : 2.0; }

  // The last character of a label stands below its line's begin, middle or end; one that does not is left
  // over from a label written downward.
  [[nodiscard]] bool is_in_line(const Fragment& upper, const Fragment& lower) const {
    if (lower.last - lower.first > 1 || !is_single(pages_.words[lower.first].text)) return true;
    const auto slack = (scale_.is_printed ? 0.6 : 1.1) * scale_.em * lower.height();
    const auto near = [slack](double a, double b) { return std::abs(a - b) <= slack; };
    return near(upper.x0, lower.x0) || near(upper.x1, lower.x1) || near(upper.centre(), lower.centre());
  }

  static double overlap(const Fragment& a, const Fragment& b) noexcept {
    return std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
  }

  // The rows whose figures stand beside the block, between its first line and its last.
  void find_rows(std::uint32_t b) {
    auto& block = blocks_[b];
    const auto first = pieces_[block.pieces.front()].line;
    const auto last = pieces_[block.pieces.back()].line;
    const auto begin = std::lower_bound(segment_.rows.begin(), segment_.rows.end(), first);
    const auto end = std::upper_bound(begin, segment_.rows.end(), last);
    if (begin == end) return;
    block.first_row = static_cast<std::uint32_t>(begin - segment_.rows.begin());
    block.last_row = static_cast<std::uint32_t>(end - segment_.rows.begin());
    // Splitting makes new blocks, and `block` is gone.
    if (block.last_row - block.first_row > 1 && !split(b)) blocks_[b].is_torn = true;
  }

  // --- labels without enumerators, one row's close to the next ---------------------------------------

  // A block beside several rows is several labels. Labels stand beside their figures in one way all over a
  // table: their middle, their first line or their last. If just one way accounts for every piece, or all
  // that do agree, the block is cut so.
  bool split(std::uint32_t b) {
    const auto block = blocks_[b];
    const auto rows = block.last_row - block.first_row;
    // What an enumerator begins is one label: the row's numbers are broken over lines.
    if (rows > most_pieces || of(block.pieces.front()).begins_item) return false;
    std::vector<std::size_t> ends;
    for (const auto way : {Way::middle, Way::top, Way::bottom}) {
      std::vector<std::size_t> found;
      if (!cut(block, way, found)) continue;
      if (!ends.empty() && ends != found) return false;
      ends = std::move(found);
    }
    if (ends.empty()) return false;
    take_apart(b, ends);
    return true;
  }

  enum class Way : std::uint8_t { middle, top, bottom };

  // Ends of the labels, as counts of pieces; false if the way does not fit.
  bool cut(const Block& block, Way way, std::vector<std::size_t>& ends) const {
    std::size_t next = 0;
    const auto count_until = [&](std::uint32_t line, bool with) {
      auto at = next;
      while (at < block.pieces.size() &&
             (pieces_[block.pieces[at]].line < line || (with && pieces_[block.pieces[at]].line == line)))
        ++at;
      return at - next;
    };
    for (auto row = block.first_row; row < block.last_row; ++row) {
      const auto line = segment_.rows[row];
      const auto above = count_until(line, false);
      const auto on = count_until(line, true) - above;
      const auto rest = block.pieces.size() - next - above - on;
      std::size_t below = 0;
      if (on > 1 || (on == 0 && (way != Way::middle || above == 0))) return false;
      if (way == Way::middle) below = above;
      if (way == Way::top && above > 0) return false;
      if (way == Way::top)
        below = row + 1 < block.last_row ? pieces_until(block, next + on, segment_.rows[row + 1]) : rest;
      if (below > rest) return false;
      // None of them may stand on the next row's line or behind it.
      if (row + 1 < block.last_row && below > pieces_until(block, next + above + on, segment_.rows[row + 1]))
        return false;
      next += above + on + below;
      ends.push_back(next);
    }
    return next == block.pieces.size();
  }

  [[nodiscard]] std::size_t pieces_until(const Block& block, std::size_t from, std::uint32_t line) const {
    auto at = from;
    while (at < block.pieces.size() && pieces_[block.pieces[at]].line < line) ++at;
    return at - from;
  }

  void take_apart(std::uint32_t b, const std::vector<std::size_t>& ends) {
    const auto whole = blocks_[b];
    std::size_t begin = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      Block part;
      part.pieces.assign(whole.pieces.begin() + static_cast<std::ptrdiff_t>(begin),
                         whole.pieces.begin() + static_cast<std::ptrdiff_t>(ends[i]));
      part.x0 = whole.x0;
      part.first_row = whole.first_row + static_cast<std::uint32_t>(i);
      part.last_row = part.first_row + 1;
      const auto index = i == 0 ? b : static_cast<std::uint32_t>(blocks_.size());
      for (const auto piece : part.pieces) pieces_[piece].block = index;
      if (i == 0)
        blocks_[b] = std::move(part);
      else
        blocks_.push_back(std::move(part));
      begin = ends[i];
    }
  }

  // --- whose label -----------------------------------------------------------------------------------

  // The label next to the figures is the row's; what stands left of it is a group's.
  void choose() {
    std::vector<std::uint32_t> nearest(segment_.rows.size(), no_row);
    std::vector<bool> doubtful(segment_.rows.size(), false);
    for (std::uint32_t b = 0; b < blocks_.size(); ++b) {
      const auto& block = blocks_[b];
      if (block.first_row == no_row) continue;
      for (auto row = block.first_row; row < block.last_row; ++row)
        if (nearest[row] == no_row || blocks_[nearest[row]].x0 < block.x0) nearest[row] = b;
    }
    for (std::uint32_t row = 0; row < nearest.size(); ++row)
      doubtful[row] = nearest[row] != no_row && blocks_[nearest[row]].is_torn;
    doubt_beside_orphans(nearest, doubtful);
    std::vector<bool> used(blocks_.size(), false);
    for (std::uint32_t row = 0; row < nearest.size(); ++row) {
      if (nearest[row] == no_row) continue;
      labels_.any = true;
      auto& label = labels_.of_rows[row];
      used[nearest[row]] = true;
      label.is_certain = !doubtful[row];
      // A torn label is shown with the first of its rows.
      if (blocks_[nearest[row]].is_torn && blocks_[nearest[row]].first_row != row) continue;
      label.parts = fragments_of(blocks_[nearest[row]]);
    }
    for (std::uint32_t b = 0; b < blocks_.size(); ++b)
      if (!used[b]) labels_.others.push_back(fragments_of(blocks_[b]));
  }

  // Where a label stands between a row's and its figures, and belongs to no row, it may be that row's.
  void doubt_beside_orphans(const std::vector<std::uint32_t>& nearest, std::vector<bool>& doubtful) const {
    double rightmost = 0;
    for (const auto label : nearest)
      if (label != no_row) rightmost = std::max(rightmost, edge_of(blocks_[label]));
    for (const auto& orphan : blocks_) {
      if (orphan.first_row != no_row || orphan.x0 >= rightmost) continue;
      const auto line = pieces_[orphan.pieces.front()].line;
      const auto after = std::upper_bound(segment_.rows.begin(), segment_.rows.end(), line);
      const auto row = static_cast<std::size_t>(after - segment_.rows.begin());
      if (row < nearest.size() && is_between(nearest[row], orphan, row)) doubtful[row] = true;
      if (row > 0 && is_between(nearest[row - 1], orphan, row - 1)) doubtful[row - 1] = true;
    }
  }

  [[nodiscard]] double edge_of(const Block& block) const {
    auto edge = of(block.pieces.front()).x1;
    for (const auto piece : block.pieces) edge = std::max(edge, of(piece).x1);
    return edge;
  }

  [[nodiscard]] bool is_between(std::uint32_t label, const Block& orphan, std::size_t row) const {
    if (label == no_row) return false;
    const auto& line = pages_.lines[segment_.rows[row]];
    const auto& piece = pieces_[orphan.pieces.front()];
    const auto& fragment = at(piece.fragment);
    const auto distance = std::abs(fragment.middle() - line.middle);
    return pages_.lines[piece.line].page == line.page && orphan.x0 >= edge_of(blocks_[label]) &&
           distance <= scale_.tight * fragment.height() * reach();
  }

  [[nodiscard]] std::vector<std::uint32_t> fragments_of(const Block& block) const {
    std::vector<std::uint32_t> out;
    out.reserve(block.pieces.size());
    for (const auto piece : block.pieces) out.push_back(pieces_[piece].fragment);
    return out;
  }

  const Pages& pages_;
  const Segment& segment_;
  const Scale& scale_;
  Labels labels_;
  std::vector<Piece> pieces_;
  std::vector<Block> blocks_;
};

}  // namespace

Labels find_labels(const Pages& pages, const Segment& segment, const Scale& scale) {
  return LabelFinder(pages, segment, scale).run();
}

}  // namespace nianbao::readers::page
