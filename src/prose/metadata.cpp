// SPDX-License-Identifier: Apache-2.0
#include "prose/metadata.hpp"

#include <algorithm>
#include <array>

#include "metadata_items.hpp"
#include "text/fold.hpp"

namespace nianbao::prose {

namespace {

// What pages call the items, title first, and what else stands in such blocks.
enum class Item : std::uint8_t { none, index_number, publisher, date, document_number, title, other };

struct ItemLabel {
  std::string_view text;
  Item item;
};

constexpr std::array<ItemLabel, 86> labels{{
    {"索引号", Item::index_number},
    {"索引码", Item::index_number},
    {"索引编号", Item::index_number},
    {"信息索引号", Item::index_number},
    {"信息索引", Item::index_number},
    {"发布机构", Item::publisher},
    {"公开主体", Item::publisher},
    {"发布机关", Item::publisher},
    {"发布单位", Item::publisher},
    {"发文机关", Item::publisher},
    {"发文单位", Item::publisher},
    {"发文机构", Item::publisher},
    {"制发机关", Item::publisher},
    {"制发单位", Item::publisher},
    {"公开机构", Item::publisher},
    {"公开机关", Item::publisher},
    {"公开单位", Item::publisher},
    {"公开责任部门", Item::publisher},
    {"责任部门", Item::publisher},
    {"发文日期", Item::date},
    {"发布日期", Item::date},
    {"成文日期", Item::date},
    {"发布时间", Item::date},
    {"公开日期", Item::date},
    {"公开时间", Item::date},
    {"生成日期", Item::date},
    {"印发日期", Item::date},
    {"发文时间", Item::date},
    {"成文时间", Item::date},
    {"制发日期", Item::date},
    {"文号", Item::document_number},
    {"发文字号", Item::document_number},
    {"文件编号", Item::document_number},
    {"发文文号", Item::document_number},
    {"文件字号", Item::document_number},
    {"发文编号", Item::document_number},
    {"标题", Item::title},
    {"名称", Item::title},
    {"信息名称", Item::title},
    {"文件名称", Item::title},
    {"公文名称", Item::title},
    {"信息标题", Item::title},
    {"主题分类", Item::other},
    {"分类", Item::other},
    {"信息分类", Item::other},
    {"组配分类", Item::other},
    {"体裁分类", Item::other},
    {"服务对象分类", Item::other},
    {"公开方式", Item::other},
    {"公开形式", Item::other},
    {"公开范围", Item::other},
    {"公开时限", Item::other},
    {"公开程序", Item::other},
    {"有效性", Item::other},
    {"时效性", Item::other},
    {"是否有效", Item::other},
    {"效力状态", Item::other},
    {"信息有效性", Item::other},
    {"主题词", Item::other},
    {"关键词", Item::other},
    {"关键字", Item::other},
    {"内容概述", Item::other},
    {"来源", Item::other},
    {"信息来源", Item::other},
    {"稿件来源", Item::other},
    {"文章来源", Item::other},
    {"浏览次数", Item::other},
    {"阅读次数", Item::other},
    {"点击次数", Item::other},
    {"点击数", Item::other},
    {"点击量", Item::other},
    {"浏览量", Item::other},
    {"访问量", Item::other},
    {"阅读量", Item::other},
    {"阅读", Item::other},
    {"浏览", Item::other},
    {"字号", Item::other},
    {"字体", Item::other},
    {"字体大小", Item::other},
    {"作者", Item::other},
    {"编辑", Item::other},
    {"责任编辑", Item::other},
    {"语种", Item::other},
    {"生效日期", Item::other},
    {"失效日期", Item::other},
    {"废止日期", Item::other},
}};

// What the standard of government web sites has in <meta name=>.
struct MetaName {
  std::string_view name;
  Item item;
};
constexpr std::array<MetaName, 2> meta_names{{{"ContentSource", Item::publisher}, {"PubDate", Item::date}}};

// A line of metadata is no longer than this, and neither is a value on a line of its own.
constexpr std::uint32_t longest_line = 600;
constexpr std::uint32_t longest_value = 180;

std::string without_spaces(std::string_view text) {
  std::string buffer;
  std::string out;
  for (const char c : text::fold(text, buffer))
    if (c != ' ' && c != '[' && c != ']') out += c;
  return out;
}

Item item_of(std::string_view text) {
  constexpr std::size_t longest_label = 60;
  if (text.size() > longest_label) return Item::none;
  const auto key = without_spaces(text);
  const auto* const found =
      std::find_if(labels.begin(), labels.end(), [&](const ItemLabel& label) { return label.text == key; });
  return found != labels.end() ? found->item : Item::none;
}

std::string_view trim(std::string_view text) { return text::trim(text); }

// The first colon of `text` and its length; also the bracket behind 【索引号】.
std::size_t find_colon(std::string_view text, std::size_t from, std::size_t& length) noexcept {
  auto at = std::string_view::npos;
  for (const std::string_view colon : {":", "：", "】"}) {
    const auto found = text.find(colon, from);
    if (found >= at) continue;
    at = found;
    length = colon.size();
  }
  return at;
}

// A label and the value behind it.
struct Entry {
  Item item = Item::none;
  std::string_view value;
};

// Where in `text` a label begins that goes on to its end, behind a space or a bracket; npos if none.
std::size_t label_at_end(std::string_view text, Item& item) {
  constexpr std::size_t window = 40;
  for (auto at = text.size() > window ? text.size() - window : 0; at < text.size(); ++at) {
    for (const std::string_view mark : {" ", "\t", "\n", "\u00A0", "\u3000", "【", "|", "；"}) {
      if (text.substr(at, mark.size()) != mark) continue;
      item = item_of(text.substr(at + mark.size()));
      if (item != Item::none) return at;
    }
  }
  return std::string_view::npos;
}

// "索引号：1137 发布机构：示例市教育局" to its entries; none if the line does not begin with a label.
std::vector<Entry> entries_of(std::string_view line) {
  std::vector<Entry> entries;
  if (line.substr(0, 3) == "【") line.remove_prefix(3);
  std::size_t length = 0;
  auto colon = find_colon(line, 0, length);
  if (colon == std::string_view::npos) return entries;
  auto item = item_of(line.substr(0, colon));
  while (item != Item::none) {
    const auto begin = colon + length;
    auto end = line.size();
    auto next = Item::none;
    for (auto at = begin; (colon = find_colon(line, at, length)) != std::string_view::npos; at = colon + 1) {
      const auto label = label_at_end(line.substr(begin, colon - begin), next);
      if (label == std::string_view::npos) continue;
      end = begin + label;
      break;
    }
    entries.push_back({item, trim(line.substr(begin, end - begin))});
    item = next;
  }
  return entries;
}

class PageDataReader {
 public:
  explicit PageDataReader(const Reading& reading) : in_(reading) {}

  PageData run() {
    const auto& preamble = in_.tree.preamble;
    out_.rest.reserve(preamble.size());
    for (std::size_t i = 0; i < preamble.size();) {
      auto end = i + 1;
      while (end < preamble.size() && token(end).line == token(i).line) ++end;
      i = read_line(i, end);
    }
    for (const auto& [name, content] : in_.document.head.named)
      for (const auto& known : meta_names)
        if (name == known.name) set(known.item, content);
    return std::move(out_);
  }

 private:
  [[nodiscard]] const grammar::Token& token(std::size_t i) const { return in_.tokens[in_.tree.preamble[i]]; }

  [[nodiscard]] std::string text_of(std::size_t i) const {
    const auto range = token(i).range;
    const auto view = in_.document.text.substr(range.begin, range.size());
    std::string out;
    if (in_.document.has_markup)
      text::strip_markup(view, out);
    else
      out = view;
    return out;
  }

  void set(Item item, std::string_view value) {
    if (item < Item::index_number || item > Item::document_number) return;
    auto& to =
        out_.metadata.*
        metadata_items[static_cast<std::size_t>(item) - static_cast<std::size_t>(Item::index_number)].text;
    if (to.empty()) to = text::tidy(value);
  }

  void keep(std::size_t first, std::size_t last) {
    for (auto i = first; i < last; ++i) out_.rest.push_back(in_.tree.preamble[i]);
  }

  // Reads the line of the tokens [first, last); where to go on.
  std::size_t read_line(std::size_t first, std::size_t last) {
    if (last - first > 1) {
      read_row(first, last);
      return last;
    }
    if (token(first).range.size() > longest_line || read_entries(first)) return last;
    const auto text = text_of(first);
    const auto item = item_of(text);
    // A label on a line of its own, and its value on the next.
    if (item == Item::none || last == in_.tree.preamble.size() || !is_value_of(item, last)) {
      keep(first, last);
      return last;
    }
    take(item, last);
    return last + 1;
  }

  bool read_entries(std::size_t i) {
    const auto text = text_of(i);
    const auto entries = entries_of(text);
    for (const auto& entry : entries) {
      set(entry.item, entry.value);
      if (entry.item == Item::title) out_.title = in_.tree.preamble[i];
    }
    return !entries.empty();
  }

  void take(Item item, std::size_t value) {
    set(item, text_of(value));
    if (item == Item::title) out_.title = in_.tree.preamble[value];
  }

  // Whether the token is the value of an item: it is no label itself, and no title where none belongs.
  [[nodiscard]] bool is_value_of(Item item, std::size_t i) const {
    if (token(i).range.size() > longest_value) return false;
    const auto text = text_of(i);
    return item_of(text) == Item::none && entries_of(text).empty() &&
           (item == Item::title || !parse_title(text::tidy(text)));
  }

  // Labels and values in turn; a label may be followed by the next where its value is blank.
  void read_row(std::size_t first, std::size_t last) {
    for (auto i = first; i < last; ++i) {
      if (token(i).range.size() <= longest_line && read_entries(i)) {
        take_blank_colon(i, last);
        continue;
      }
      const auto item = item_of(text_of(i));
      if (item == Item::none) {
        keep(i, i + 1);
      } else if (i + 1 < last && is_value_of(item, i + 1)) {
        take(item, ++i);
      }
    }
  }

  // "索引号：" in one cell and its value in the next.
  void take_blank_colon(std::size_t& i, std::size_t last) {
    const auto text = text_of(i);
    const auto entries = entries_of(text);
    if (entries.size() != 1 || !entries[0].value.empty()) return;
    if (i + 1 < last && is_value_of(entries[0].item, i + 1)) take(entries[0].item, ++i);
  }

  const Reading& in_;
  PageData out_;
};

}  // namespace

PageData read_page_data(const Reading& reading) { return PageDataReader(reading).run(); }

std::optional<Title> parse_page_title(std::string_view text) {
  constexpr std::size_t longest_title = 400;
  constexpr std::array<std::string_view, 9> marks{"_", "-", "|", "－", "—", "–", "｜", "·", ">"};
  if (text.size() > longest_title) return std::nullopt;
  // The title stands before or behind the names of the site and of its parts.
  for (std::size_t begin = 0; begin < text.size();) {
    auto end = text.size();
    std::size_t next = end;
    for (const auto mark : marks) {
      const auto at = text.find(mark, begin);
      if (at >= end) continue;
      end = at;
      next = at + mark.size();
    }
    auto title = parse_title(text::tidy(text.substr(begin, end - begin)));
    if (title && title->year) return title;
    begin = next;
  }
  return std::nullopt;
}

}  // namespace nianbao::prose
