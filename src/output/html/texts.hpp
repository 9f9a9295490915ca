// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "nianbao/diagnostic.hpp"

namespace nianbao::html {

/// What the pages say; the table is texts.def.
enum class Text : std::uint8_t {
#define NIANBAO_TEXT(name, english, chinese) name,
#include "output/html/texts.def"
#undef NIANBAO_TEXT
};

/// The texts of one language.
class Texts {
 public:
  explicit Texts(Language language) noexcept : language_(language) {}

  [[nodiscard]] Language language() const noexcept { return language_; }
  [[nodiscard]] bool is_english() const noexcept { return language_ == Language::english; }

  /// The value of the attribute lang.
  [[nodiscard]] std::string_view tag() const noexcept { return is_english() ? "en" : "zh-CN"; }

  /// Static storage.
  [[nodiscard]] std::string_view operator()(Text text) const noexcept;

  /// With {0}, {1}, … filled in.
  [[nodiscard]] std::string operator()(Text text, std::initializer_list<std::string_view> values) const;

 private:
  Language language_;
};

}  // namespace nianbao::html
