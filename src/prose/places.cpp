// SPDX-License-Identifier: Apache-2.0
#include "prose/places.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "text/fold.hpp"

namespace nianbao::prose {

namespace {

constexpr std::size_t bytes_of_mark = 4096;

const ProsePiece* piece_at(const Prose& prose, std::size_t offset) noexcept {
  const auto after =
      std::upper_bound(prose.pieces.begin(), prose.pieces.end(), offset,
                       [](std::size_t at, const ProsePiece& piece) { return at < piece.offset; });
  return after == prose.pieces.begin() ? nullptr : &*std::prev(after);
}

}  // namespace

SourceSpan place_of(const Prose& prose, std::size_t start, std::size_t end) {
  return Places(prose).of(start, end);
}

std::size_t Places::characters_before(std::size_t offset) {
  const std::string_view text = prose_->text;
  while (marks_.size() <= offset / bytes_of_mark) {
    const auto passed = text.substr((marks_.size() - 1) * bytes_of_mark, bytes_of_mark);
    marks_.push_back(marks_.back() + text::characters(passed));
  }
  const auto behind = offset % bytes_of_mark;
  return marks_[offset / bytes_of_mark] + text::characters(text.substr(offset - behind, behind));
}

SourceSpan Places::of(std::size_t start, std::size_t end) {
  const auto* const first = piece_at(*prose_, start);
  const auto* const last = piece_at(*prose_, end - 1);
  if (first == nullptr || last == nullptr) return {};
  auto span = first->span;
  if (first->is_verbatim) {
    const auto passed = std::min(start - first->offset, first->size);
    span.start += passed;
    span.column += static_cast<std::uint32_t>(characters_before(first->offset + passed) -
                                              characters_before(first->offset));
  }
  span.end = last->is_verbatim ? last->span.start + std::min(end - last->offset, last->size) : last->span.end;
  // In a damaged page a line may stand before the one that it follows in the text.
  if (span.end < span.start) span.end = first->span.end;
  return span;
}

}  // namespace nianbao::prose
