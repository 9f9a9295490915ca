// SPDX-License-Identifier: Apache-2.0
#include "prose/places.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "text/fold.hpp"

namespace nianbao::prose {

namespace {

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

SourceSpan Places::of(std::size_t start, std::size_t end) {
  const auto* const first = piece_at(prose_, start);
  const auto* const last = piece_at(prose_, end - 1);
  if (first == nullptr || last == nullptr) return {};
  auto span = first->span;
  if (first->is_verbatim) {
    const auto passed = std::min(start - first->offset, first->size);
    if (first != piece_ || passed < passed_) {
      piece_ = first;
      passed_ = characters_ = 0;
    }
    characters_ += static_cast<std::uint32_t>(
        text::characters(std::string_view(prose_.text).substr(first->offset + passed_, passed - passed_)));
    passed_ = passed;
    span.start += passed;
    span.column += characters_;
  }
  span.end = last->is_verbatim ? last->span.start + std::min(end - last->offset, last->size) : last->span.end;
  // In a damaged page a line may stand before the one that it follows in the text.
  if (span.end < span.start) span.end = first->span.end;
  return span;
}

}  // namespace nianbao::prose
