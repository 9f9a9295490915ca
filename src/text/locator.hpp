// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "nianbao/span.hpp"
#include "text/bytes.hpp"
#include "text/source.hpp"

namespace nianbao::text {

/// Where a piece of a text stands in the text that it was taken from: its first `size` bytes stand
/// there as they are; what follows (an entity's character, a break) was put in by the reader.
struct Piece {
  std::uint32_t begin = 0;   ///< in the text; it ends where the next piece begins
  std::uint32_t source = 0;  ///< in the text that it was taken from
  std::uint32_t size = 0;
  std::uint32_t stands_for = 0;  ///< bytes behind these that what was put in stands for: an entity's
};

/// Ranges of a document's text to places in the input. Cheap for places in ascending order.
class Locator {
 public:
  /// For a text that is the source's own.
  Locator(const Source& source, char line_break)
      : source_(&source), text_(source.text()), line_break_(line_break) {}

  /// For a text that was taken from the source's in `pieces`, in the order of the text.
  Locator(const Source& source, const std::vector<Piece>& pieces, char line_break)
      : source_(&source), pieces_(&pieces), text_(source.text()), line_break_(line_break) {}

  /// For a text that the input does not hold as it is: places are those in `text`.
  Locator(std::string_view text, char line_break) : text_(text), line_break_(line_break) {}

  /// The place of `range`, which lies in the line that starts at `line_start` and has number `line`,
  /// or in one below it. For a text in pieces the two say nothing.
  SourceSpan locate(Range range, std::uint32_t line_start, std::uint32_t line) {
    if (pieces_ != nullptr) return locate_pieces(range);
    if (plain_.holds(range)) return plain_.place_of(range);
    if (line_start != line_start_ || range.begin < at_) go_to({line_start, line, 1}, line_start);
    return locate_from_here(range);
  }

  /// Whether each part of `range`, which was located last, stands as many bytes and characters behind its
  /// place as it does behind its beginning.
  [[nodiscard]] bool is_plain(Range range) const noexcept {
    return pieces_ == nullptr && plain_.holds(range);
  }

  /// Whether the bytes of `range` stand in the input as they are, one behind the other.
  [[nodiscard]] bool is_verbatim(Range range) const noexcept {
    if (source_ == nullptr) return true;
    if (!source_->has_same_bytes()) return false;
    if (pieces_ == nullptr) return true;
    const auto after = std::partition_point(
        pieces_->begin(), pieces_->end(), [range](const Piece& piece) { return piece.begin <= range.begin; });
    return after != pieces_->begin() && range.end - std::prev(after)->begin <= std::prev(after)->size;
  }

 private:
  // Every so many bytes of a text in pieces its line and column are noted down: its lines may be of any
  // length, and are no lines of the document.
  static constexpr std::uint32_t mark_every = 1024;

  struct Mark {
    std::uint32_t at;
    std::uint32_t line;
    std::uint32_t column;
  };

  // No stretch is looked through further than this, in case that places are asked for in no order.
  static constexpr std::size_t longest_plain = 128;

  // A stretch in which each byte is a character of its own, the text's and the input's, and no line breaks.
  // Cells that follow each other mostly stand in one.
  struct Plain {
    std::uint32_t begin = 1;
    std::uint32_t end = 0;
    SourceSpan at;  // place of what begins there

    [[nodiscard]] bool holds(Range range) const noexcept { return begin <= range.begin && range.end <= end; }
    [[nodiscard]] SourceSpan place_of(Range range) const noexcept {
      const auto behind = range.begin - begin;
      return {at.start + behind, at.start + behind + range.size(), at.line, at.column + behind};
    }
  };

  void go_to(Mark mark, std::uint32_t line_start) noexcept {
    line_start_ = line_start;
    at_ = mark.at;
    line_ = mark.line;
    column_ = mark.column;
  }

  SourceSpan locate_from_here(Range range) {
    pass_to(range.begin);
    const SourceSpan place{to_input(range.begin), to_input(range.end), line_, column_};
    if (source_ == nullptr || source_->has_same_bytes())
      plain_ = {at_, at_ + plain_prefix(text_.substr(at_, longest_plain), line_break_), place};
    return place;
  }

  SourceSpan locate_pieces(Range range) {
    if (marks_.empty()) make_marks();
    const auto begin = to_source(range.begin, range.empty());
    const auto end = std::max(begin, to_source(range.end, true));
    if (plain_.holds({begin, end})) return plain_.place_of({begin, end});
    // The cell that was asked for last mostly stands right before this one.
    const auto& mark = marks_[begin / mark_every];
    if (begin < at_ || mark.at > at_) go_to(mark, 0);
    return locate_from_here({begin, end});
  }

  // `offset` of the text in the text that its pieces were taken from. As an end it belongs to the piece
  // before it.
  [[nodiscard]] std::uint32_t to_source(std::uint32_t offset, bool is_end) noexcept {
    const auto is_before = [offset, is_end](const Piece& piece) {
      return is_end ? piece.begin < offset : piece.begin <= offset;
    };
    const auto& pieces = *pieces_;
    // The piece of the last place, or one of the next few, is mostly the one.
    auto after = std::min(piece_, pieces.size());
    if (after > 0 && !is_before(pieces[after - 1])) after = 0;
    const auto near = std::min(after + 4, pieces.size());
    while (after < near && is_before(pieces[after])) ++after;
    if (after == near)
      after = static_cast<std::size_t>(
          std::partition_point(pieces.begin() + static_cast<std::ptrdiff_t>(after), pieces.end(), is_before) -
          pieces.begin());
    piece_ = after;
    if (after == 0) return 0;
    const auto& piece = pieces[after - 1];
    if (is_end && offset - piece.begin > piece.size) return piece.source + piece.size + piece.stands_for;
    return piece.source + std::min(offset - piece.begin, piece.size);
  }

  void make_marks() {
    go_to({0, 1, 1}, 0);
    marks_.reserve(text_.size() / mark_every + 1);
    for (std::uint32_t next = 0; next <= text_.size(); next += mark_every) {
      pass_to(next);
      marks_.push_back({at_, line_, column_});
    }
  }

  [[nodiscard]] std::uint64_t to_input(std::uint32_t offset) const noexcept {
    return source_ == nullptr ? offset : source_->to_input(offset);
  }

  // Counts the lines and characters up to `end`, at most eight bytes a step: cells are short.
  void pass_to(std::uint32_t end) noexcept {
    const auto breaks = low_bits * static_cast<unsigned char>(line_break_);
    end = std::min(end, static_cast<std::uint32_t>(text_.size()));
    while (at_ < end) {
      const auto count = std::min<std::uint32_t>(end - at_, 8);
      const auto passed = first_bytes[count];
      const auto word = text_.size() - at_ >= 8 ? eight_bytes(text_.data() + at_) : last_bytes();
      const auto unbroken = word ^ breaks;  // a byte is 0 where a line breaks
      if (((unbroken - low_bits) & ~unbroken & (low_bits << 7U) & passed) != 0) {
        pass_breaks(at_ + count);
        continue;
      }
      const auto tails = (word >> 7U) & ~(word >> 6U) & low_bits & passed;
      column_ += count - static_cast<std::uint32_t>((tails * low_bits) >> 56U);
      at_ += count;
    }
  }

  void pass_breaks(std::uint32_t end) noexcept {
    for (; at_ < end; ++at_) {
      if (text_[at_] == line_break_) {
        ++line_;
        column_ = 1;
      } else if ((static_cast<unsigned char>(text_[at_]) & 0xC0U) != 0x80U) {
        ++column_;
      }
    }
  }

  // The fewer than eight bytes at the text's end.
  [[nodiscard]] std::uint64_t last_bytes() const noexcept {
    std::array<char, 8> bytes{};
    std::memcpy(bytes.data(), text_.data() + at_, text_.size() - at_);
    return eight_bytes(bytes.data());
  }

  static constexpr std::uint64_t low_bits = 0x0101010101010101U;  // one in each byte
  // All bits of the first so many bytes.
  static constexpr std::array<std::uint64_t, 9> first_bytes{0,
                                                            0xFFU,
                                                            0xFFFFU,
                                                            0xFFFFFFU,
                                                            0xFFFFFFFFU,
                                                            0xFFFFFFFFFFU,
                                                            0xFFFFFFFFFFFFU,
                                                            0xFFFFFFFFFFFFFFU,
                                                            0xFFFFFFFFFFFFFFFFU};

  const Source* source_ = nullptr;
  const std::vector<Piece>* pieces_ = nullptr;
  std::string_view text_;
  std::vector<Mark> marks_;
  std::size_t piece_ = 0;  // behind the piece that holds the last place
  char line_break_;
  std::uint32_t line_start_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t at_ = 0;
  std::uint32_t column_ = 1;
  Plain plain_;
};

}  // namespace nianbao::text
