// SPDX-License-Identifier: Apache-2.0
#include "check/prose_scan.hpp"

#include <algorithm>
#include <cstdint>

namespace nianbao::rules {

namespace {

// Bytes of a paragraph that may be the heading of the next one: （二）依申请公开政府信息情况.
constexpr std::size_t longest_heading = 90;

// The character of three bytes at `at`; 0 beyond the text.
std::uint32_t character_at(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
  };
  return at + 3 <= text.size()
             ? (byte(at) & 0xFU) << 12U | (byte(at + 1) & 0x3FU) << 6U | (byte(at + 2) & 0x3FU)
             : 0;
}

// Whether the character at `at` makes one of the nouns with its neighbours, simplified or traditional.
bool is_noun_at(std::string_view text, std::size_t at) noexcept {
  const auto before = [&] { return at >= 3 ? character_at(text, at - 3) : 0; };
  switch (character_at(text, at)) {
    case U'请':
    case U'請': return before() == U'申';
    case U'议':
    case U'議': return before() == U'复' || before() == U'復' || before() == U'複';
    case U'讼':
    case U'訟': return before() == U'诉' || before() == U'訴';
    case U'费':
    case U'費': return before() == U'收';
    case U'规':
    case U'規': return character_at(text, at + 3) == U'章' || character_at(text, at + 6) == U'性';
    default: return false;
  }
}

}  // namespace

bool ProseScan::next(ScannedSentence& sentence) noexcept {
  if (at_ >= text_.size()) return false;
  sentence = {};
  sentence.begin = at_;
  const auto byte = [this](std::size_t at) {
    return at < text_.size() ? static_cast<unsigned char>(text_[at]) : static_cast<unsigned char>(0);
  };
  const bool begins_paragraph = begins_paragraph_;
  begins_paragraph_ = false;
  for (;;) {
    const auto lead = byte(at_);
    if (at_ >= text_.size() || lead == '\n') {
      sentence.ends_paragraph = begins_paragraph_ = true;
      break;
    }
    if (lead < 0x80) {
      ++at_;
    } else if (lead == 0xE8) {
      // All characters that is_noun_at looks for begin with this byte.
      sentence.has_noun = sentence.has_noun || is_noun_at(text_, at_);
      at_ += 3;
    } else if ((lead == 0xE3 && byte(at_ + 1) == 0x80 && byte(at_ + 2) == 0x82) ||
               (lead == 0xEF && byte(at_ + 1) == 0xBC && (byte(at_ + 2) == 0x81 || byte(at_ + 2) == 0x9F))) {
      break;  // 。！？
    } else {
      at_ += lead < 0xE0 ? 2U : lead < 0xF0 ? 3U : 4U;
    }
  }
  at_ = std::min(at_, text_.size());
  sentence.end = at_;
  if (at_ < text_.size()) at_ += text_[at_] == '\n' ? 1U : 3U;
  if (at_ < text_.size() && text_[at_] == '\n' && !sentence.ends_paragraph) {
    sentence.ends_paragraph = begins_paragraph_ = true;
    ++at_;
  }
  sentence.is_heading =
      begins_paragraph && sentence.ends_paragraph && sentence.end - sentence.begin <= longest_heading;
  return true;
}

}  // namespace nianbao::rules
