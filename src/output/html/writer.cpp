// SPDX-License-Identifier: Apache-2.0
#include "output/html/writer.hpp"

#include <array>
#include <charconv>

#include "output/uri.hpp"
#include "text/source.hpp"

namespace nianbao::html {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// What stands for a character that may not stand in a page; "" if it may.
std::string_view escaped(unsigned char c) noexcept {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    case '\t':
    case '\n': return {};
    case 0x7F: return replacement;
    default: return c < 0x20 ? replacement : std::string_view();
  }
}

}  // namespace

Writer& Writer::open(const char* element, Attributes attributes) {
  begin(element, attributes);
  open_.push_back(element);
  return *this;
}

Writer& Writer::close() {
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
  return *this;
}

Writer& Writer::empty(const char* element, Attributes attributes) {
  begin(element, attributes);
  out_.back() = '/';  // SVG needs it, HTML allows it
  out_ += '>';
  return *this;
}

Writer& Writer::leaf(const char* element, Attributes attributes, std::string_view text) {
  return open(element, attributes).text(text).close();
}

Writer& Writer::text(std::string_view text) {
  escape(text);
  return *this;
}

Writer& Writer::number(std::int64_t value) {
  out_ += digits(value);
  return *this;
}

Writer& Writer::verbatim(std::string_view ours) {
  out_ += ours;
  return *this;
}

void Writer::begin(const char* element, Attributes attributes) {
  out_ += '<';
  out_ += element;
  for (const auto& attribute : attributes) {
    if (!attribute.is_there) continue;
    out_ += ' ';
    out_ += attribute.name;
    out_ += "=\"";
    escape(attribute.value);
    out_ += '"';
  }
  out_ += '>';
}

void Writer::escape(std::string_view text) {
  while (!text.empty()) {
    const auto valid = text::valid_utf8_prefix(text);
    escape_valid(text.substr(0, valid));
    if (valid == text.size()) return;
    out_ += replacement;
    text.remove_prefix(valid + 1);
  }
}

void Writer::escape_valid(std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto instead = escaped(static_cast<unsigned char>(text[at]));
    if (instead.empty()) continue;
    out_.append(text.substr(copied, at - copied));
    out_ += instead;
    copied = at + 1;
  }
  out_.append(text.substr(copied));
}

std::string digits(std::int64_t value) {
  std::array<char, 20> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return std::string(buffer.data(), end);
}

std::string relative_link(std::string_view path) { return "./" + output::uri_of(path); }

}  // namespace nianbao::html
