// SPDX-License-Identifier: Apache-2.0
#include "readers/docx/styles.hpp"

#include <algorithm>

namespace nianbao::readers::docx {

namespace {

// Longer chains of styles are circles.
constexpr int longest_chain = 32;

bool begins_with(std::string_view text, std::string_view head) noexcept {
  return text.size() >= head.size() &&
         std::equal(head.begin(), head.end(), text.begin(), [](char a, char b) { return a == (b | 0x20); });
}

}  // namespace

void Styles::start(Element element, const Attributes& attributes) {
  if (skipped_ > 0 || element == Element::p_pr_change || element == Element::r_pr_change) {
    ++skipped_;
    return;
  }
  if (element == Element::style) {
    inside_ = true;
    read_.emplace_back();
    read_.back().id = attributes.get("styleId").value_or(std::string_view{});
    const auto is_default = attributes.get("default").value_or(std::string_view{});
    const bool paragraph = attributes.get("type").value_or("paragraph") == "paragraph";
    if (paragraph && (is_default == "1" || is_default == "true")) default_paragraph_ = read_.back().id;
    return;
  }
  if (!inside_) return;
  auto& own = read_.back();
  switch (element) {
    case Element::name: read_name(attributes.value()); break;
    case Element::based_on: own.based_on = attributes.value(); break;
    case Element::outline_lvl: own.style.outline = attributes.number("val", 9).value_or(not_set); break;
    case Element::num_id: own.style.num_id = attributes.number("val", not_set - 1).value_or(not_set); break;
    case Element::ilvl: own.style.num_level = attributes.number("val", 8).value_or(not_set); break;
    case Element::vanish:
      own.hidden_set = true;
      own.style.hidden = attributes.is_on();
      break;
    case Element::vert_align:
      own.raised_set = true;
      own.style.raised = attributes.value() != "baseline";
      break;
    default: break;
  }
}

void Styles::end(Element element) {
  if (skipped_ > 0) {
    --skipped_;
    return;
  }
  if (element == Element::style) inside_ = false;
}

// Built-in styles have English names in every language's Word.
void Styles::read_name(std::string_view name) {
  auto& own = read_.back();
  if (begins_with(name, "toc ")) own.style.contents = true;
  if (own.style.outline != not_set) return;
  constexpr std::string_view heading = "heading ";
  if (name == "Title" || name == "title")
    own.style.outline = 0;
  else if (begins_with(name, heading) && name.size() == heading.size() + 1 && name.back() >= '1' &&
           name.back() <= '9')
    own.style.outline = static_cast<std::uint32_t>(name.back() - '1');
}

void Styles::take_over(Style& to, const Read& own, const Style& from) const {
  if (to.outline == not_set) to.outline = from.outline;
  if (to.num_id == not_set) to.num_id = from.num_id;
  if (to.num_level == not_set) to.num_level = from.num_level;
  if (!own.hidden_set) to.hidden = from.hidden;
  if (!own.raised_set) to.raised = from.raised;
  to.contents = to.contents || from.contents;
}

void Styles::resolve() {
  std::unordered_map<std::string_view, const Read*> by_id;
  for (const auto& own : read_) by_id.emplace(own.id, &own);
  for (const auto& own : read_) {
    // From the farthest style to the own: what is nearer has the last word.
    std::vector<const Read*> chain;
    for (const auto* at = &own; chain.size() < longest_chain;) {
      chain.push_back(at);
      const auto next = by_id.find(at->based_on);
      if (at->based_on.empty() || next == by_id.end() || next->second == at) break;
      at = next->second;
    }
    Style all;
    for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
      Style nearer = (*link)->style;
      take_over(nearer, **link, all);
      all = nearer;
    }
    styles_.emplace(own.id, all);
  }
}

const Style& Styles::find(std::string_view id) const {
  const auto found = styles_.find(std::string(id));
  return found == styles_.end() ? none_ : found->second;
}

}  // namespace nianbao::readers::docx
