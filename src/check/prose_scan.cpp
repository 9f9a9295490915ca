// SPDX-License-Identifier: Apache-2.0
#include "check/prose_scan.hpp"

#include <algorithm>

namespace nianbao::rules {

namespace {

// Bytes of a paragraph that may be the heading of the next one: （二）依申请公开政府信息情况.
constexpr std::size_t longest_heading = 90;

// The last two bytes of 请 议 讼 规 费, simplified and traditional; they all begin with E8.
bool is_noun(unsigned char second, unsigned char third) noexcept {
  switch (second << 8U | third) {
    case 0xAFB7:
    case 0xAEAE:
    case 0xAEBC:
    case 0xA784:
    case 0xB4B9:
    case 0xB2BB:
    case 0xAB8B:
    case 0xADB0:
    case 0xA89F:
    case 0xA68F: return true;
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
      sentence.has_noun = sentence.has_noun || is_noun(byte(at_ + 1), byte(at_ + 2));
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
