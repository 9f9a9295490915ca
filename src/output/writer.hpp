// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "nianbao/report.hpp"
#include "nianbao/span.hpp"
#include "text/bytes.hpp"
#include "text/source.hpp"

namespace nianbao::output {

/// Text that grows at its end: what is appended costs no call as long as there is room.
class Text {
 public:
  void reserve(std::size_t size) { grow_to(size_ + size); }

  void append(char c) {
    *room(1) = c;
    ++size_;
  }

  void append(std::string_view text) {
    std::copy(text.begin(), text.end(), room(text.size()));
    size_ += text.size();
  }

  void append(std::size_t count, char c) {
    std::fill_n(room(count), count, c);
    size_ += count;
  }

  /// Appends what `write` writes to the place that it is given, at most `most` characters; it returns the
  /// end of what counts.
  template <class Write>
  void write(std::size_t most, Write write) {
    char* const at = room(most);
    size_ += static_cast<std::size_t>(write(at) - at);
  }

  std::string take() {
    chars_.resize(size_);
    size_ = 0;
    return std::exchange(chars_, {});
  }

 private:
  // Where the next `count` characters go.
  char* room(std::size_t count) {
    if (chars_.size() - size_ < count) grow_to(std::max(2 * size_, size_ + count));
    return chars_.data() + size_;
  }

  void grow_to(std::size_t size) { chars_.resize(std::max(size, chars_.size())); }

  std::string chars_;  // longer than the text
  std::size_t size_ = 0;
};

/// The name of a member, made ready for writing.
class Key {
 public:
  explicit Key(std::string_view name) : size_(name.size() + 3) {
    assert(size_ < text_.size());
    text_[0] = '"';
    const auto end = std::copy(name.begin(), name.end(), text_.begin() + 1);
    constexpr std::string_view colon = "\": ";
    std::copy(colon.begin(), colon.end(), end);
  }

 private:
  friend class Writer;

  std::array<char, 48> text_{};
  std::size_t size_;  // without the space, which stands there only where lines are indented
};

/// JSON written from first to last, key by key. What is not valid UTF-8 becomes U+FFFD.
class Writer {
 public:
  explicit Writer(int indent) : indent_(indent) {}

  /// Makes room for so many bytes at once.
  void reserve(std::size_t size) { out_.reserve(size); }

  /// What was written since the last time.
  std::string take() { return out_.take(); }

  /// Ends the line, between two values of their own.
  void end_line() { out_.append('\n'); }

  void begin(char bracket) {
    value();
    out_.append(bracket);
    ++depth_;
    first_ = true;
  }

  void end(char bracket) {
    --depth_;
    if (!first_) new_line();
    out_.append(bracket);
    first_ = false;
  }

  void key(std::string_view name) {
    separate();
    out_.append('"');
    out_.append(name);  // keys are ours: nothing to escape
    out_.append(indent_ > 0 ? "\": " : "\":");
    has_key_ = true;
  }

  void key(const Key& key) {
    separate();
    out_.write(key.text_.size(), [&](char* at) {  // to copy all of it is quicker than to count
      std::memcpy(at, key.text_.data(), key.text_.size());
      return at + key.size_ + (indent_ > 0 ? 1 : 0);
    });
    has_key_ = true;
  }

  void null() { raw("null"); }

  /// A member that is the value of a cell, null if it has none.
  void figure(const Key& name, const Cell& cell) {
    const bool is_count = cell.has_value() && cell.value.scale == 0 && cell.value.coefficient >= 0;
    if (indent_ <= 0 && (is_count || !cell.has_value())) {
      member(name, is_count ? cell.value.coefficient : -1);
      return;
    }
    key(name);
    if (cell.has_value())
      decimal(cell.value);
    else
      null();
  }

  void boolean(bool value) { raw(value ? "true" : "false"); }

  void raw(std::string_view text) {
    value();
    out_.append(text);
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
      out_.append(d.to_string());
  }

  void string(std::string_view text) {
    value();
    out_.append('"');
    escape(text);
    out_.append('"');
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
  static constexpr std::size_t most_digits = 20;
  static constexpr std::string_view nothing = "null";

  // What most members are, all of it in one step; null if `count` is below 0.
  void member(const Key& name, std::int64_t count) {
    out_.write(1 + name.text_.size() + most_digits, [&](char* at) {
      *at = ',';
      if (!first_) ++at;
      std::memcpy(at, name.text_.data(), name.text_.size());
      at += name.size_;
      if (count < 0) return std::copy(nothing.begin(), nothing.end(), at);
      return write_digits(at, static_cast<std::uint64_t>(count));
    });
    first_ = false;
  }

  static char* write_digits(char* at, std::uint64_t n) noexcept {
    if (n >= 10) return std::to_chars(at, at + most_digits, n).ptr;
    *at = static_cast<char>('0' + n);  // most figures
    return at + 1;
  }

  void new_line() {
    if (indent_ <= 0) return;
    out_.append('\n');
    out_.append(static_cast<std::size_t>(indent_) * static_cast<std::size_t>(depth_), ' ');
  }

  void separate() {
    if (!first_) out_.append(',');
    first_ = false;
    new_line();
  }

  // A value follows its key, or is the next one of an array.
  void value() {
    if (!has_key_ && depth_ > 0) separate();
    has_key_ = false;
  }

  void append(std::uint64_t n) {
    out_.write(most_digits, [n](char* at) { return write_digits(at, n); });
  }

  void escape(std::string_view text) {
    while (!text.empty()) {
      const auto valid = text::valid_utf8_prefix(text);
      escape_valid(text.substr(0, valid));
      if (valid == text.size()) return;
      out_.append("\xEF\xBF\xBD");
      text.remove_prefix(valid + 1);
    }
  }

  void escape_valid(std::string_view text) {
    std::size_t copied = 0;
    const auto escape_all = [&](std::size_t from, std::uint64_t marked) {
      for (; marked != 0; marked &= marked - 1) {
        const auto at = from + text::lowest_bit(marked);
        out_.append(text.substr(copied, at - copied));
        escape_one(static_cast<unsigned char>(text[at]));
        copied = at + 1;
      }
    };
    std::size_t at = 0;
    for (; text.size() - at >= 16; at += 16) escape_all(at, text::to_escape(text.data() + at));
    std::array<char, 16> rest;
    rest.fill(' ');
    std::copy(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), rest.begin());
    escape_all(at, text::to_escape(rest.data()));
    out_.append(text.substr(copied));
  }

  void escape_one(unsigned char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    out_.append('\\');
    switch (c) {
      case '\n': out_.append('n'); break;
      case '\t': out_.append('t'); break;
      case '\r': out_.append('r'); break;
      case '"':
      case '\\': out_.append(static_cast<char>(c)); break;
      default:
        out_.append("u00");
        out_.append(hex[c >> 4U]);
        out_.append(hex[c & 15U]);
    }
  }

  Text out_;
  int indent_;
  int depth_ = 0;
  bool first_ = true;
  bool has_key_ = false;
};

}  // namespace nianbao::output
