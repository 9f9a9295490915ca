// SPDX-License-Identifier: Apache-2.0
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <memory>
#include <new>

#include "readers/html_lines.hpp"
#include "readers/html_tags.hpp"
#include "readers/lines.hpp"
#include "readers/xml_errors.hpp"

namespace nianbao::readers {

namespace {

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const noexcept { htmlFreeParserCtxt(parser); }
};

std::string_view view(const xmlChar* text) noexcept {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// Turns what libxml2 finds into lines, and finds the place of each text in the source.
class HtmlReader {
 public:
  HtmlReader(std::string_view text, const ParseOptions& options)
      : text_(text),
        safe_(make_safe(text)),
        input_(safe_.text.empty() ? text : std::string_view(safe_.text)),
        lines_(options, safe_.deepest) {}

  Document read() {
    if (!text_.empty()) parse();
    auto document = lines_.take();
    document.line_break = line_break_of(text_);
    return document;
  }

 private:
  void parse() {
    XmlErrors errors;
    const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
        htmlCreateMemoryParserCtxt(input_.data(), static_cast<int>(input_.size())));
    if (parser == nullptr) throw std::bad_alloc();
    parser_ = parser.get();
    errors.watch(parser_);
    // Without network, and whatever the page says of its encoding: the text is UTF-8 by now.
    htmlCtxtUseOptions(parser_, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                    HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parser_, XML_CHAR_ENCODING_UTF8);
    *parser_->sax = events();
    parser_->userData = this;
    htmlParseDocument(parser_);
    if (failure_) std::rethrow_exception(failure_);
    if (errors.no_memory()) throw std::bad_alloc();
  }

  static xmlSAXHandler events() noexcept {
    xmlSAXHandler all;
    std::memset(&all, 0, sizeof all);
    all.startElement = [](void* reader, const xmlChar* name, const xmlChar** attributes) {
      of(reader).guarded([&](HtmlReader& self) { self.start(name, attributes); });
    };
    all.endElement = [](void* reader, const xmlChar*) {
      of(reader).guarded([](HtmlReader& self) { self.end(); });
    };
    all.characters = [](void* reader, const xmlChar* text, int size) {
      of(reader).guarded(
          [&](HtmlReader& self) { self.characters(view(text).substr(0, static_cast<std::size_t>(size))); });
    };
    all.ignorableWhitespace = all.characters;
    return all;
  }

  static HtmlReader& of(void* reader) noexcept { return *static_cast<HtmlReader*>(reader); }

  // No exception goes through libxml2; once the reading has ended its events mean nothing.
  template <class Body>
  void guarded(Body&& body) noexcept {
    if (ended_) return;
    try {
      body(*this);
      ended_ = !lines_.has_room();
    } catch (...) {
      failure_ = std::current_exception();
      ended_ = true;
    }
    if (ended_) xmlStopParser(parser_);
  }

  void start(const xmlChar* name, const xmlChar** attributes) {
    Attributes found;
    for (const auto* const* at = attributes; at != nullptr && at[0] != nullptr; at += 2)
      found.set(view(at[0]), view(at[1]));
    lines_.start(view(name), found);
    const auto tag = last_;
    last_ = position();
    if (last_ < input_.size() && input_[last_] == '>') ++last_;
    lines_.place_tag(tag, last_ - tag);
    if (view(name) == "input" && is_field(found.type)) add_field(found.value, tag);
  }

  // A field shows its value. Where that does not stand in the tag as it is, its place is the tag.
  void add_field(std::string_view value, std::uint32_t tag) {
    if (value.empty()) return;
    const auto found = input_.substr(tag, last_ - tag).rfind(value);
    if (found != std::string_view::npos && stands_as_value(tag + found, value.size()))
      lines_.add_field(value, static_cast<std::uint32_t>(tag + found), 0);
    else
      lines_.add_field(value, tag, last_ - tag);
  }

  // Whether what stands at `at` is the value of an attribute called value.
  [[nodiscard]] bool stands_as_value(std::size_t at, std::size_t size) const noexcept {
    constexpr std::string_view name = "value";
    const auto is_around = [](char c) { return c == ' ' || c == '=' || c == '"' || c == '\''; };
    if (at + size >= input_.size() || is_letter_or_digit(input_[at + size])) return false;
    while (at > 0 && is_around(input_[at - 1])) --at;
    return at >= name.size() && input_.substr(at - name.size(), name.size()) == name;
  }

  static bool is_letter_or_digit(char c) noexcept {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  void end() {
    lines_.end();
    last_ = position();
  }

  // What of the source libxml2 has passed.
  [[nodiscard]] std::uint32_t position() const noexcept {
    const auto at = xmlByteConsumed(parser_);
    return at < 0 ? last_
                  : static_cast<std::uint32_t>(
                        std::min<std::size_t>(text_.size(), static_cast<std::size_t>(at)));
  }

  [[nodiscard]] bool stands_before(std::string_view chunk, std::size_t end) const noexcept {
    return end <= text_.size() && end >= chunk.size() &&
           std::memcmp(input_.data() + end - chunk.size(), chunk.data(), chunk.size()) == 0;
  }

  // Text stands right before the place that libxml2 has passed; of a long one all but its last
  // character. Else it is what an entity stands for, or has lost characters that no text may hold:
  // then its place is all that was passed since the last tag.
  void characters(std::string_view chunk) {
    const auto end = position();
    if (chunk.empty()) return;
    std::size_t last = chunk.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(chunk[last]) & 0xC0U) == 0x80U) --last;
    const auto ahead = end + (chunk.size() - last);
    if (stands_before(chunk, end)) {
      lines_.add(chunk, static_cast<std::uint32_t>(end - chunk.size()));
    } else if (chunk.size() >= shortest_flush && stands_before(chunk, ahead)) {
      lines_.add(chunk, static_cast<std::uint32_t>(ahead - chunk.size()));
    } else {
      const auto from = start_of_entity(end);
      lines_.add_for(chunk, from, end - from);
    }
    last_ = text_end_ = end;
  }

  // The & of an entity that ends at `end`; else the place that the last event had come to. A paragraph
  // that a page only implies begins when its first entity has been passed already.
  [[nodiscard]] std::uint32_t start_of_entity(std::uint32_t end) const noexcept {
    constexpr std::uint32_t longest_entity = 40;
    const auto first = std::max(text_end_, end - std::min(end, longest_entity));
    const auto passed = input_.substr(first, end > first ? end - first : 0);
    const auto ampersand = passed.rfind('&');
    if (ampersand != std::string_view::npos &&
        passed.find_first_of(" \t\r\n<>", ampersand) == std::string_view::npos)
      return first + static_cast<std::uint32_t>(ampersand);
    return std::min(last_, end);
  }

  // libxml2 hands on long text in chunks of no fewer bytes than this.
  static constexpr std::size_t shortest_flush = 300;

  std::string_view text_;
  SafePage safe_;
  std::string_view input_;  // as long as the text: the page as libxml2 sees it
  HtmlLines lines_;
  xmlParserCtxt* parser_ = nullptr;
  std::uint32_t last_ = 0;      // what had been passed at the last event
  std::uint32_t text_end_ = 0;  // and at the last text
  bool ended_ = false;
  std::exception_ptr failure_;
};

}  // namespace

Document read_html(std::string_view text, const ParseOptions& options) {
  return HtmlReader(text, options).read();
}

}  // namespace nianbao::readers
