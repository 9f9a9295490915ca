// SPDX-License-Identifier: Apache-2.0
#include "readers/docx/numbering.hpp"

#include <algorithm>

#include "readers/numerals.hpp"
#include "text/source.hpp"

namespace nianbao::readers::docx {

namespace {

// A number is printed for every paragraph: a long one would make much text of a small file.
constexpr std::size_t longest_text = 60;

constexpr std::uint32_t largest_id = not_set - 1;
constexpr std::uint32_t largest_start = 1'000'000;

}  // namespace

void Numbering::start(Element element, const Attributes& attributes) {
  switch (element) {
    case Element::abstract_num:
      abstract_ = &abstracts_[attributes.number("abstractNumId", largest_id).value_or(largest_id)];
      return;
    case Element::num: num_ = &nums_[attributes.number("numId", largest_id).value_or(largest_id)]; return;
    case Element::abstract_num_id:
      if (num_ != nullptr) num_->abstract = attributes.number("val", largest_id).value_or(not_set);
      return;
    case Element::lvl_override:
      if (num_ == nullptr || num_->overrides.size() >= level_count) return;
      num_->overrides.emplace_back();
      override_ = &num_->overrides.back();
      override_->level = attributes.number("ilvl", level_count - 1).value_or(0);
      return;
    case Element::start_override:
      if (override_ != nullptr) override_->start = attributes.number("val", largest_start).value_or(not_set);
      return;
    case Element::num_style_link:
      if (abstract_ != nullptr) abstract_->style_link = attributes.value();
      return;
    case Element::lvl: start_level(attributes); return;
    default:
      if (level_ != nullptr) read_level(element, attributes);
  }
}

void Numbering::end(Element element) {
  switch (element) {
    case Element::abstract_num: abstract_ = nullptr; break;
    case Element::num: num_ = nullptr; break;
    case Element::lvl_override: override_ = nullptr; break;
    case Element::lvl: level_ = nullptr; break;
    default: break;
  }
}

void Numbering::start_level(const Attributes& attributes) {
  const auto index = attributes.number("ilvl", level_count - 1).value_or(0);
  if (override_ != nullptr) {
    override_->defined.resize(1);
    level_ = override_->defined.data();
  } else if (abstract_ != nullptr) {
    if (abstract_->levels.size() <= index) abstract_->levels.resize(index + 1);
    level_ = &abstract_->levels[index];
  }
}

void Numbering::read_level(Element element, const Attributes& attributes) {
  switch (element) {
    case Element::start: level_->start = attributes.number("val", largest_start).value_or(1); break;
    case Element::lvl_restart:
      level_->restart = attributes.number("val", level_count).value_or(not_set);
      break;
    case Element::num_fmt: level_->format = attributes.value(); break;
    case Element::p_style: level_->style = attributes.value(); break;
    case Element::is_lgl: level_->plain_digits = attributes.is_on(); break;
    case Element::lvl_text: {
      const auto text = attributes.value().substr(0, longest_text);
      level_->text = text.substr(0, text::valid_utf8_prefix(text));
      break;
    }
    default: break;
  }
}

Numbering::Num* Numbering::find(std::uint32_t num_id) {
  const auto found = nums_.find(num_id);
  return found == nums_.end() ? nullptr : &found->second;
}

Numbering::Abstract* Numbering::abstract_of(const Num& num, const Styles& styles) {
  auto found = abstracts_.find(num.abstract);
  if (found != abstracts_.end() && !found->second.style_link.empty()) {
    const auto* linked = find(styles.find(found->second.style_link).num_id);
    if (linked != nullptr) found = abstracts_.find(linked->abstract);
  }
  return found == abstracts_.end() ? nullptr : &found->second;
}

Numbering::Override* Numbering::override_of(Num& num, std::uint32_t level) {
  const auto found = std::find_if(num.overrides.begin(), num.overrides.end(),
                                  [level](const Override& one) { return one.level == level; });
  return found == num.overrides.end() ? nullptr : &*found;
}

const Level* Numbering::level_of(const Abstract& list, Num& num, std::uint32_t level) {
  const auto* changed = override_of(num, level);
  if (changed != nullptr && !changed->defined.empty()) return changed->defined.data();
  return level < list.levels.size() ? &list.levels[level] : nullptr;
}

// Lists that share their definition count on together, unless one says where it starts.
void Numbering::count(Abstract& list, Num& num, std::uint32_t level) {
  auto* changed = override_of(num, level);
  const bool starts = changed != nullptr && changed->start != not_set && !changed->started;
  if (starts) {
    changed->started = true;
    list.counts[level] = changed->start;
  } else if (list.counting[level]) {
    ++list.counts[level];
  } else {
    list.counts[level] = level_of(list, num, level)->start;
  }
  list.counting[level] = true;
  for (std::uint32_t below = level + 1; below < level_count; ++below) {
    const auto* of_below = level_of(list, num, below);
    const auto restart = of_below == nullptr ? not_set : of_below->restart;
    if (restart == not_set || level < restart) list.counting[below] = false;
  }
}

std::string Numbering::printed(const Abstract& list, Num& num, std::uint32_t level) {
  const auto& own = *level_of(list, num, level);
  std::string out;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const bool is_number =
        own.text[i] == '%' && i + 1 < own.text.size() && own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
    if (!is_number) {
      out += own.text[i];
      continue;
    }
    const auto of = static_cast<std::uint32_t>(own.text[++i] - '1');
    const auto* const other = level_of(list, num, of);
    if (other == nullptr) continue;
    const auto number = list.counting[of] ? list.counts[of] : other->start;
    const auto written = numeral(number, own.plain_digits ? "decimal" : other->format);
    if (!written) {
      unknown_format_ = other->format;
      return {};
    }
    out += *written;
  }
  return out;
}

std::string Numbering::next(std::uint32_t num_id, std::uint32_t level, std::string_view style,
                            const Styles& styles) {
  auto* num = find(num_id);
  auto* list = num == nullptr ? nullptr : abstract_of(*num, styles);
  if (list == nullptr) return {};
  if (level == not_set) {
    // A style's paragraphs are of the level that names the style.
    level = styles.find(style).num_level == not_set ? 0 : styles.find(style).num_level;
    for (std::uint32_t i = 0; i < list->levels.size(); ++i)
      if (!style.empty() && list->levels[i].style == style) level = i;
  }
  const auto* own = level < level_count ? level_of(*list, *num, level) : nullptr;
  if (own == nullptr) return {};
  count(*list, *num, level);
  if (own->format == "bullet") return {};
  auto number = printed(*list, *num, level);
  return number.size() > longest_text ? std::string() : number;
}

}  // namespace nianbao::readers::docx
