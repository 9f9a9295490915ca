// SPDX-License-Identifier: Apache-2.0
#include "readers/formats.hpp"

#include <algorithm>
#include <array>

#include "readers/document.hpp"
#include "text/fold.hpp"

namespace nianbao::readers {

namespace {

// --- what is not read ------------------------------------------------------------------------------

struct Magic {
  std::string_view bytes;
  const char* name;
};

constexpr std::array<Magic, 8> foreign_formats{{
    {"%PDF-", "PDF (to be converted by “pdftotext -bbox-layout”)"},
    {"PK\x03\x04", "ZIP (DOCX, XLSX, WPS, OFD)"},
    {"PK\x05\x06", "ZIP"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "OLE (DOC, XLS)"},
    {"{\\rtf", "RTF"},
    {"\x89PNG", "PNG"},
    {"\xFF\xD8\xFF", "JPEG"},
    {"Rar!", "RAR"},
}};

// --- HTML ------------------------------------------------------------------------------------------

using text::lower;

bool is_name(char c) noexcept { return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9'); }

// The first tag of `text`, if nothing but white space, comments and declarations of XML stand before
// it; else nothing.
std::string_view first_tag(std::string_view text) noexcept {
  for (;;) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
    const bool is_comment = text::starts_ignoring_case(text, "<!--");
    if (!is_comment && !text::starts_ignoring_case(text, "<?xml ")) break;
    const std::string_view end = is_comment ? "-->" : "?>";
    const auto found = text.find(end);
    if (found == std::string_view::npos) return {};
    text.remove_prefix(found + end.size());
  }
  return !text.empty() && text[0] == '<' ? text : std::string_view();
}

bool is_tag(std::string_view tag, std::string_view name) noexcept {
  return text::starts_ignoring_case(tag.substr(1), name) &&
         (tag.size() == name.size() + 1 || !is_name(tag[name.size() + 1]));
}

template <std::size_t N>
bool is_one_of(std::string_view tag, const std::array<std::string_view, N>& names) noexcept {
  return std::any_of(names.begin(), names.end(), [tag](std::string_view name) { return is_tag(tag, name); });
}

constexpr std::array<std::string_view, 8> tags_of_pages{"!doctype", "html",   "head",  "body",
                                                        "meta",     "script", "style", "title"};
constexpr std::array<std::string_view, 17> tags_of_pieces{
    "table", "div", "p",  "center", "span", "font", "section", "article", "main",
    "b",     "h1",  "h2", "h3",     "h4",   "ul",   "ol",      "tr"};

// Markdown may begin with a tag as well, but then has headings or pipes of its own.
bool has_marks_of_markdown(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const auto line = text.substr(at);
    const auto depth = std::min(line.find_first_not_of('#'), line.size());
    if (line[0] == '|' || (depth > 0 && depth <= 6 && depth < line.size() && line[depth] == ' ')) return true;
    const auto next = text.find('\n', at);
    if (next == std::string_view::npos) break;
    at = next + 1;
  }
  return false;
}

bool is_html(std::string_view text) noexcept {
  const auto tag = first_tag(text);
  if (tag.empty()) return false;
  return is_one_of(tag, tags_of_pages) || (is_one_of(tag, tags_of_pieces) && !has_marks_of_markdown(tag));
}

// --- Markdown --------------------------------------------------------------------------------------

bool is_markdown(std::string_view text) noexcept {
  for (const std::string_view mark : {"|", "#", "**", "<t", "<T", "<b", "<B", "</", "&nbsp;"})
    if (text.find(mark) != std::string_view::npos) return true;
  return false;
}

bool is_any(std::string_view) noexcept { return true; }

// --- the readers -----------------------------------------------------------------------------------

struct Reader {
  Format format;
  bool (*is)(std::string_view text) noexcept;
  Document (*read)(std::string_view text, const ParseOptions& options);  // nullptr in a build without it
  const char* left_out;                                                  // what such a build says
};

#ifdef NIANBAO_HTML
constexpr auto* html_reader = read_html;
#else
constexpr Document (*html_reader)(std::string_view, const ParseOptions&) = nullptr;
#endif

// In the order in which they are asked.
constexpr std::array<Reader, 5> readers_in_order{{
    {Format::words, is_bbox, read_bbox, ""},
    {Format::html, is_html, html_reader, "HTML (NIANBAO_HTML=OFF)"},
    {Format::layout, looks_laid_out, read_layout, ""},
    {Format::markdown, is_markdown, read_markdown, ""},
    {Format::plain, is_any, read_plain, ""},
}};

const Reader& reader_of(std::string_view text, Format wanted) noexcept {
  const auto* const found =
      std::find_if(readers_in_order.begin(), readers_in_order.end(), [&](const Reader& reader) {
        return wanted == Format::automatic ? reader.is(text) : reader.format == wanted;
      });
  return found != readers_in_order.end() ? *found : readers_in_order.back();
}

}  // namespace

const char* foreign_format(std::string_view bytes) noexcept {
  for (const auto& magic : foreign_formats)
    if (bytes.substr(0, magic.bytes.size()) == magic.bytes) return magic.name;
  return nullptr;
}

Format format_of(std::string_view text, Format wanted) noexcept { return reader_of(text, wanted).format; }

Document read(std::string_view text, const ParseOptions& options) {
  const auto& reader = reader_of(text, options.format);
  if (reader.read != nullptr) return reader.read(text, options);
  Document nothing;
  nothing.left_out = reader.left_out;
  return nothing;
}

}  // namespace nianbao::readers
