// SPDX-License-Identifier: Apache-2.0
#include "output/html/frame.hpp"

#include "nianbao/version.hpp"

namespace nianbao::html {

namespace {

// Nothing is loaded, and no style or script but ours acts, even if a report's text should ever become
// markup.
std::string policy() {
  std::string content = "default-src 'none'; style-src '";
  content += page_style_hash;
  content += "'; script-src '";
  content += page_script_hash;
  return content + "'; base-uri 'none'; form-action 'none'";
}

}  // namespace

void begin_page(Writer& out, const Texts& texts, std::string_view title, const char* kind) {
  out.verbatim("<!DOCTYPE html>\n");
  out.open("html", {{"lang", texts.tag()}}).open("head");
  out.empty("meta", {{"charset", "utf-8"}});
  out.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy()}});
  out.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  out.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  out.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  out.leaf("title", {}, title);
  out.open("style").verbatim(page_style).close();
  out.close().verbatim("\n");
  out.open("body", {{"class", kind}});
  out.open("main", {{"id", "top"}}).verbatim("\n");
}

std::string end_page(Writer& out, const Texts& texts) {
  out.close().verbatim("\n");
  out.open("footer", {{"class", "foot"}}).open("p");
  out.text(texts(Text::footer, {version()})).close().close();
  out.open("script").verbatim(page_script).close();
  out.close().close().verbatim("\n");
  return out.take();
}

}  // namespace nianbao::html
