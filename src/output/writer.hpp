// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "nianbao/report.hpp"
#include "nianbao/span.hpp"
#include "text/bytes.hpp"
#include "text/source.hpp"

namespace nianbao::output {

/// JSON written from first to last, key by key. What is not valid UTF-8 becomes U+FFFD.
class Writer {
 public:
  explicit Writer(int indent) : indent_(indent) {}

  std::string out;

  void begin(char bracket) {
    value();
    out += bracket;
    ++depth_;
    first_ = true;
  }

  void end(char bracket) {
    --depth_;
    if (!first_) new_line();
    out += bracket;
    first_ = false;
  }

  void key(std::string_view name) {
    separate();
    out += '"';
    out += name;  // keys are ours: nothing to escape
    out += indent_ > 0 ? "\": " : "\":";
    has_key_ = true;
  }

  void null() { raw("null"); }

  void boolean(bool value) { raw(value ? "true" : "false"); }

  void raw(std::string_view text) {
    value();
    out += text;
  }

  void number(std::uint64_t n) {
    value();
    append(n);
  }

  void decimal(const Decimal& d) {
    value();
    if (d.scale == 0 && d.coefficient >= 0)
      append(static_cast<std::uint64_t>(d.coefficient));
    else
      out += d.to_string();
  }

  void string(std::string_view text) {
    value();
    out += '"';
    escape(text);
    out += '"';
  }

  void text(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }

  void text_or_null(std::string_view name, std::string_view text) {
    key(name);
    if (text.empty())
      null();
    else
      string(text);
  }

  void span(const SourceSpan& span) {
    if (!span.exists()) {
      null();
      return;
    }
    begin('{');
    key("start");
    number(span.start);
    key("end");
    number(span.end);
    key("line");
    number(span.line);
    key("column");
    number(span.column);
    end('}');
  }

 private:
  void new_line() {
    if (indent_ <= 0) return;
    out += '\n';
    out.append(static_cast<std::size_t>(indent_) * static_cast<std::size_t>(depth_), ' ');
  }

  void separate() {
    if (!first_) out += ',';
    first_ = false;
    new_line();
  }

  // A value follows its key, or is the next one of an array.
  void value() {
    if (!has_key_ && depth_ > 0) separate();
    has_key_ = false;
  }

  void append(std::uint64_t n) {
    std::array<char, 20> digits{};
    auto at = digits.size();
    do {
      digits[--at] = static_cast<char>('0' + n % 10);
      n /= 10;
    } while (n != 0);
    out.append(digits.data() + at, digits.size() - at);
  }

  void escape(std::string_view text) {
    while (!text.empty()) {
      const auto valid = text::valid_utf8_prefix(text);
      escape_valid(text.substr(0, valid));
      if (valid == text.size()) return;
      out += "\xEF\xBF\xBD";
      text.remove_prefix(valid + 1);
    }
  }

  static bool is_plain(std::uint64_t eight_bytes) noexcept {
    return !text::has_byte_below(eight_bytes, 0x20) && !text::has_byte(eight_bytes, '"') &&
           !text::has_byte(eight_bytes, '\\');
  }

  void escape_valid(std::string_view text) {
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      while (text.size() - at > 8 && is_plain(text::eight_bytes(text.data() + at))) at += 8;
      const auto c = static_cast<unsigned char>(text[at]);
      if (c >= 0x20 && c != '"' && c != '\\') continue;
      out.append(text.substr(copied, at - copied));
      copied = at + 1;
      escape_one(c);
    }
    out.append(text.substr(copied));
  }

  void escape_one(unsigned char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    out += '\\';
    switch (c) {
      case '\n': out += 'n'; break;
      case '\t': out += 't'; break;
      case '\r': out += 'r'; break;
      case '"':
      case '\\': out += static_cast<char>(c); break;
      default:
        out += "u00";
        out += hex[c >> 4U];
        out += hex[c & 15U];
    }
  }

  int indent_;
  int depth_ = 0;
  bool first_ = true;
  bool has_key_ = false;
};

}  // namespace nianbao::output
