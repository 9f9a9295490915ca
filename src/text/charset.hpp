// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "nianbao/parse.hpp"

/// Which of the two-byte encodings of Chinese some bytes are in.
namespace nianbao::text {

/// GB18030 (GB2312 and GBK are parts of it) or Big5, for bytes that are neither UTF-8 nor UTF-16. A page's
/// own word for Big5 (<meta charset=>) counts if the bytes are valid in it; else what is common in either
/// encoding does.
Encoding two_byte_encoding(std::string_view bytes) noexcept;

}  // namespace nianbao::text
