// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "output/html/texts.hpp"
#include "output/html/writer.hpp"

/// What every page has: its head, its style and script, its end.
namespace nianbao::html {

/// page.css and page.js as they are, and what tells the browser that no other style or script may act here
/// ("sha256-…").
extern const std::string_view page_style;
extern const std::string_view page_script;
extern const std::string_view page_style_hash;
extern const std::string_view page_script_hash;

/// Up to <main>, which is left open. `kind` is the page's class.
void begin_page(Writer& out, const Texts& texts, std::string_view title, const char* kind);

/// Closes what begin_page opened, and gives the page.
std::string end_page(Writer& out, const Texts& texts);

}  // namespace nianbao::html
