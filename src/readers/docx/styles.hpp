// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "readers/docx/xml.hpp"

/// What styles.xml says of paragraphs and of runs.
namespace nianbao::readers::docx {

inline constexpr std::uint32_t not_set = 0xFFFFFFFF;

/// A style with all that it takes over from the one that it is based on.
struct Style {
  std::uint32_t outline = not_set;  ///< level from 0; 9 is body text
  std::uint32_t num_id = not_set;   ///< 0: no numbering
  std::uint32_t num_level = not_set;
  bool hidden = false;
  bool raised = false;    ///< superscript or subscript
  bool contents = false;  ///< a line of a table of contents
};

class Styles : public XmlHandler {
 public:
  void start(Element element, const Attributes& attributes) override;
  void end(Element element) override;
  void text(std::string_view) override {}

  /// To be called once, when all is read: lets styles take over what they are based on.
  void resolve();

  /// The style called `id`; the default one if there is none.
  [[nodiscard]] const Style& find(std::string_view id) const;

  /// What holds for paragraphs that name no style.
  [[nodiscard]] const std::string& default_paragraph() const noexcept { return default_paragraph_; }

 private:
  struct Read {
    Style style;
    std::string id;
    std::string based_on;
    bool hidden_set = false;
    bool raised_set = false;
  };

  void read_name(std::string_view name);
  void take_over(Style& to, const Read& own, const Style& from) const;

  std::vector<Read> read_;
  std::unordered_map<std::string, Style> styles_;
  std::string default_paragraph_;
  Style none_;
  bool inside_ = false;
  std::uint32_t skipped_ = 0;  // depth below a record of a change
};

}  // namespace nianbao::readers::docx
