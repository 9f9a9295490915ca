// SPDX-License-Identifier: Apache-2.0
#include "prose/places.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "text/fold.hpp"

namespace nianbao::prose {

namespace {

constexpr std::size_t block = 4096;

bool is_verbatim(const ProsePiece& piece) noexcept { return piece.span.end - piece.span.start == piece.size; }

const ProsePiece* piece_at(const Prose& prose, std::size_t offset) noexcept {
  const auto after =
      std::upper_bound(prose.pieces.begin(), prose.pieces.end(), offset,
                       [](std::size_t at, const ProsePiece& piece) { return at < piece.offset; });
  return after == prose.pieces.begin() ? nullptr : &*std::prev(after);
}

}  // namespace

std::size_t PlaceFinder::characters_before(std::size_t offset) {
  const std::string_view text = prose_->text;
  while (marks_.size() <= offset / block)
    marks_.push_back(marks_.back() + text::characters(text.substr((marks_.size() - 1) * block, block)));
  return marks_[offset / block] + text::characters(text.substr(offset / block * block, offset % block));
}

SourceSpan PlaceFinder::find(std::size_t start, std::size_t end) {
  const auto* const first = piece_at(*prose_, start);
  const auto* const last = piece_at(*prose_, end - 1);
  if (first == nullptr || last == nullptr) return {};
  auto span = first->span;
  if (is_verbatim(*first)) {
    const auto passed = std::min(start - first->offset, first->size);
    span.start += passed;
    span.column += static_cast<std::uint32_t>(characters_before(first->offset + passed) -
                                              characters_before(first->offset));
  }
  span.end =
      is_verbatim(*last) ? last->span.start + std::min(end - last->offset, last->size) : last->span.end;
  return span;
}

}  // namespace nianbao::prose
