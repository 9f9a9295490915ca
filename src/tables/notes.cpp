// SPDX-License-Identifier: Apache-2.0
#include "tables/notes.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace nianbao::tables {

std::string Notes::folded(std::uint32_t token) {
  constexpr std::uint32_t window = 240;
  const auto range = in_.tokens[token].range;
  const auto view = in_.document.text.substr(range.begin, std::min(range.size(), window));
  // The window may end inside a character.
  const auto whole = view.substr(0, text::valid_utf8_prefix(view));
  return std::string(in_.document.has_markup ? text::fold_markup(whole, buffer_)
                                             : text::fold(whole, buffer_));
}

void Notes::add(DiagnosticCode code, std::uint32_t token, std::string_view path, std::string_view text,
                std::int64_t n, std::int64_t m) {
  diagnostics::Draft draft;
  draft.code = code;
  if (token != grammar::no_token) {
    draft.has_place = true;
    draft.place = in_.tokens[token].range;
  }
  draft.path = path;
  draft.text = text;
  draft.n = n;
  draft.m = m;
  in_.sink.add(std::move(draft));
}

}  // namespace nianbao::tables
