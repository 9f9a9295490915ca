// SPDX-License-Identifier: Apache-2.0
#include "pages.hpp"

#include <stdexcept>

#include "nianbao/render.hpp"
#include "talk.hpp"

namespace nianbao::cli {

namespace fs = std::filesystem;

namespace {

// A file's name as part of a link: what means something else there is encoded.
std::string link_to(const std::string& file) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : file) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = std::string_view("%#?:\\\"<>&' ").find(c) == std::string_view::npos;
    if (is_plain && byte > 0x20 && byte < 0x7F) {
      out += c;
      continue;
    }
    out += '%';
    out += hex[byte >> 4U];
    out += hex[byte & 15U];
  }
  return out;
}

}  // namespace

Pages::Pages(const std::string& name, Language language, bool many)
    : output_(name), language_(language), many_(many) {
  if (!many || is_standard(name)) return;
  folder_ = fs::path(name).replace_extension(".pages");
  list_link_ = "../" + link_to(fs::path(name).filename().string());
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) throw std::runtime_error(folder_.string() + ": cannot be made: " + error.message());
}

bool Pages::add(const Reading& reading) {
  if (folder_.empty()) {
    links_.emplace_back();
    return true;
  }
  const auto file = std::to_string(links_.size() + 1) + ".html";
  links_.push_back(link_to(folder_.filename().string()) + '/' + file);
  auto view = reading.view();
  view.list = list_link_;
  Output page((folder_ / file).string());
  page << to_html(view, language_);
  return page.finish();
}

bool Pages::finish(const std::deque<Reading>& readings) {
  if (!many_ && readings.size() == 1) {
    output_ << to_html(readings.front().view(), language_);
  } else {
    std::vector<CheckedReport> reports;
    reports.reserve(readings.size());
    for (std::size_t i = 0; i < readings.size(); ++i) {
      reports.push_back(readings[i].view());
      reports.back().page = links_[i];
    }
    output_ << to_html(reports, language_);
  }
  return output_.finish();
}

}  // namespace nianbao::cli
