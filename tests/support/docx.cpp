// SPDX-License-Identifier: Apache-2.0
#include "support/docx.hpp"

#include <zip.h>

#include <memory>
#include <stdexcept>

#include "support/encode.hpp"

namespace nianbao::support {

namespace {

const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const std::string main_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

struct FreeSource {
  void operator()(zip_source_t* source) const noexcept { zip_source_free(source); }
};

std::string content_of(zip_source_t* source) {
  std::string out;
  if (zip_source_open(source) != 0) throw std::runtime_error("libzip cannot read what it wrote");
  std::string block(1U << 16U, '\0');
  for (zip_int64_t got = 0; (got = zip_source_read(source, &block[0], block.size())) > 0;)
    out.append(block, 0, static_cast<std::size_t>(got));
  zip_source_close(source);
  return out;
}

std::string relationships(const Parts& targets) {
  std::string out =
      head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  int id = 0;
  for (const auto& [kind, target] : targets)
    out += "<Relationship Id=\"r" + std::to_string(++id) +
           "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind +
           "\" Target=\"" + target + "\"/>";
  return out + "</Relationships>";
}

}  // namespace

std::string zipped(const Parts& parts, const char* password) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, FreeSource> file(zip_source_buffer_create(nullptr, 0, 0, &error));
  zip_t* zip = zip_open_from_source(file.get(), ZIP_TRUNCATE, &error);
  if (zip == nullptr) throw std::runtime_error("libzip cannot make a file");
  zip_source_keep(file.get());
  for (const auto& [name, content] : parts) {
    auto* source = zip_source_buffer(zip, content.data(), content.size(), 0);
    const auto index = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) throw std::runtime_error("libzip cannot add " + name);
    const auto at = static_cast<zip_uint64_t>(index);
    zip_file_set_mtime(zip, at, 0, 0);
    if (password != nullptr) zip_file_set_encryption(zip, at, ZIP_EM_TRAD_PKWARE, password);
  }
  if (zip_close(zip) != 0) throw std::runtime_error("libzip cannot write");
  return content_of(file.get());
}

Parts unzipped(const std::string& bytes) {
  zip_error_t error;
  zip_error_init(&error);
  auto* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip == nullptr) throw std::runtime_error("libzip cannot read a file");
  Parts parts;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(zip_get_num_entries(zip, 0)); ++i) {
    zip_stat_t about;
    zip_stat_init(&about);
    zip_stat_index(zip, i, 0, &about);
    std::string content(about.size, '\0');
    auto* const file = zip_fopen_index(zip, i, 0);
    if (file == nullptr || zip_fread(file, &content[0], content.size()) < 0)
      throw std::runtime_error("libzip cannot read a part");
    zip_fclose(file);
    parts.emplace_back(about.name, std::move(content));
  }
  zip_discard(zip);
  return parts;
}

Parts docx_parts(const std::string& body, const Parts& more) {
  Parts links;
  for (const auto& [name, content] : more)
    if (name == "word/styles.xml" || name == "word/numbering.xml")
      links.emplace_back(name.substr(5, name.size() - 9), name.substr(5));
  Parts parts{
      {"[Content_Types].xml",
       head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
      {"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})},
      {"word/_rels/document.xml.rels", relationships(links)},
      {"word/document.xml", head + "<w:document xmlns:w=\"" + main_namespace +
                                "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
                                "<w:body>" +
                                body + "</w:body></w:document>"}};
  for (auto [name, content] : more) {
    const auto root = name == "word/styles.xml" ? std::string("w:styles") : std::string("w:numbering");
    if (name == "word/styles.xml" || name == "word/numbering.xml")
      content = head + '<' + root + " xmlns:w=\"" + main_namespace + "\">" + content + "</" + root + '>';
    parts.emplace_back(name, content);
  }
  return parts;
}

std::string docx_file(const std::string& body, const Parts& more) { return zipped(docx_parts(body, more)); }

std::string escaped(const std::string& text) {
  return replaced(replaced(replaced(text, "&", "&amp;"), "<", "&lt;"), ">", "&gt;");
}

std::string docx_paragraph(const std::string& text) {
  return "<w:p><w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r></w:p>";
}

}  // namespace nianbao::support
