// SPDX-License-Identifier: Apache-2.0
#include "output/places.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

#include "nianbao/render.hpp"
#include "text/source.hpp"
#include "text/utf8.hpp"

namespace nianbao {

std::string decoded_text(std::string_view bytes, const ParseOptions& options, Encoding* encoding) {
  const text::Source source(bytes, options);
  if (encoding != nullptr) *encoding = source.encoding();
  std::string text(source.text());
  // Where returns alone end lines they are told by the line feeds that are missing.
  if (text.find('\n') == std::string::npos) std::replace(text.begin(), text.end(), '\r', '\n');
  return text;
}

namespace output {

namespace {

constexpr std::size_t mark_every = 4096;

bool is_tail(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::size_t after(std::string_view text, std::size_t at) noexcept {
  ++at;
  while (at < text.size() && is_tail(text[at])) ++at;
  return at;
}

struct CloseConverter {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};

// How many bytes of the input characters take.
class Sizes {
 public:
  explicit Sizes(Encoding encoding) noexcept : encoding_(encoding) {}

  std::size_t operator()(char32_t c, std::size_t in_utf8) {
    switch (encoding_) {
      case Encoding::utf16le:
      case Encoding::utf16be: return c < 0x10000 ? 2 : 4;
      case Encoding::big5: return c < 0x80 ? 1 : 2;
      case Encoding::gb18030: return in_gb18030(c);
      default: return in_utf8;
    }
  }

 private:
  // Two bytes for what GBK has, which is no range of characters beyond the usual ones.
  std::size_t in_gb18030(char32_t c) {
    if (c < 0x80) return 1;
    if (c >= 0x4E00 && c < 0x9FA6) return 2;
    if (c >= 0x10000) return 4;
    UErrorCode status = U_ZERO_ERROR;
    if (!converter_) converter_.reset(ucnv_open("gb18030", &status));
    if (U_FAILURE(status)) return 2;
    const auto unit = static_cast<UChar>(c);
    std::array<char, 8> bytes{};
    const auto size = ucnv_fromUChars(converter_.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                      &unit, 1, &status);
    return U_FAILURE(status) ? 2 : static_cast<std::size_t>(size);
  }

  Encoding encoding_;
  std::unique_ptr<UConverter, CloseConverter> converter_;
};

}  // namespace

void Places::make_marks() const {
  Position here;
  std::size_t since = mark_every;
  for (std::size_t at = 0; at < text_.size(); at = after(text_, at)) {
    if (since >= mark_every || here.column == 1) {
      marks_.push_back({at, here});
      since = 0;
    }
    since += 1;
    if (text_[at] == '\n')
      here = {here.line + 1, 1};
    else
      ++here.column;
  }
  // A blank cell may stand behind the last character.
  marks_.push_back({text_.size(), here});
}

std::optional<std::size_t> Places::begin_of(const SourceSpan& span) const {
  if (!span.exists() || text_.empty()) return std::nullopt;
  if (marks_.empty()) make_marks();
  const auto behind =
      std::upper_bound(marks_.begin(), marks_.end(), span, [](const SourceSpan& s, const Mark& mark) {
        return s.line != mark.position.line ? s.line < mark.position.line : s.column < mark.position.column;
      });
  if (behind == marks_.begin()) return std::nullopt;
  const auto& mark = *std::prev(behind);
  if (mark.position.line != span.line) return std::nullopt;
  auto at = mark.at;
  for (auto column = mark.position.column; column < span.column; ++column) {
    if (at >= text_.size() || text_[at] == '\n') break;
    at = after(text_, at);
  }
  return at;
}

std::optional<TextRange> Places::find(const SourceSpan& span, std::size_t longest) const {
  const auto begin = begin_of(span);
  if (!begin) return std::nullopt;
  const auto wanted = static_cast<std::size_t>(span.end - span.start);
  Sizes size_in(encoding_);
  auto end = *begin;
  std::size_t passed = 0;
  while (passed < wanted && end < text_.size() && end - *begin < longest) {
    const auto from = end;
    const auto c = text::next_utf8(text_, end);
    passed += size_in(c, end - from);
  }
  return TextRange{*begin, end};
}

Position Places::position_of(std::size_t offset) const {
  if (text_.empty()) return {};
  if (marks_.empty()) make_marks();
  const auto behind = std::upper_bound(marks_.begin(), marks_.end(), offset,
                                       [](std::size_t at, const Mark& mark) { return at < mark.at; });
  const auto& mark = *std::prev(behind);
  auto position = mark.position;
  for (auto at = mark.at; at < offset; at = after(text_, at)) {
    if (text_[at] == '\n')
      position = {position.line + 1, 1};
    else
      ++position.column;
  }
  return position;
}

}  // namespace output

}  // namespace nianbao
