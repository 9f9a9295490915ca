// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "readers/docx/styles.hpp"
#include "readers/docx/xml.hpp"

/// Automatic numbers: “一、” is printed in front of a paragraph and stands nowhere in its text.
namespace nianbao::readers::docx {

inline constexpr std::size_t level_count = 9;

/// How one level of a list is numbered.
struct Level {
  std::uint32_t start = 1;
  std::uint32_t restart = not_set;  ///< begins anew behind this level (from 1) and those above; 0: never
  std::string format = "decimal";
  std::string text;           ///< “（%2）”: %1 … %9 are the numbers of the levels
  std::string style;          ///< of the paragraphs that are numbered so
  bool plain_digits = false;  ///< the numbers of all levels are printed as 1, 2, 3
};

/// Reads numbering.xml, then counts.
class Numbering : public XmlHandler {
 public:
  void start(Element element, const Attributes& attributes) override;
  void end(Element element) override;
  void text(std::string_view) override {}

  /// The number of the next paragraph in list `num_id`, which belongs to `style` and names `level`
  /// (or not_set). Empty for bullets, and for lists that are not there.
  std::string next(std::uint32_t num_id, std::uint32_t level, std::string_view style, const Styles& styles);

  /// A format of numbers that is not known and was met; empty if there was none.
  [[nodiscard]] const std::string& unknown_format() const noexcept { return unknown_format_; }

 private:
  struct Abstract {
    std::vector<Level> levels;
    std::string style_link;  // a style whose list is meant
    std::array<std::uint32_t, level_count> counts{};
    std::array<bool, level_count> counting{};
  };
  struct Override {
    std::uint32_t num_id = 0;
    std::uint32_t level = 0;
    std::uint32_t start = not_set;
    std::vector<Level> defined;  // the level anew: one or none
    bool started = false;
  };
  struct Num {
    std::uint32_t abstract = not_set;
    std::vector<Override> overrides;
  };

  void start_level(const Attributes& attributes);
  void read_level(Element element, const Attributes& attributes);
  Num* find(std::uint32_t num_id);
  Abstract* abstract_of(const Num& num, const Styles& styles);
  static Override* override_of(Num& num, std::uint32_t level);
  static const Level* level_of(const Abstract& list, Num& num, std::uint32_t level);
  static void count(Abstract& list, Num& num, std::uint32_t level);
  std::string printed(const Abstract& list, Num& num, std::uint32_t level);

  std::unordered_map<std::uint32_t, Abstract> abstracts_;
  std::unordered_map<std::uint32_t, Num> nums_;
  std::string unknown_format_;
  Abstract* abstract_ = nullptr;  // being read, as the others below
  Num* num_ = nullptr;
  Override* override_ = nullptr;
  Level* level_ = nullptr;
};

}  // namespace nianbao::readers::docx
