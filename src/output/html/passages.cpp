// SPDX-License-Identifier: Apache-2.0
#include "output/html/passages.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "form/form.hpp"
#include "form/labels.hpp"
#include "output/html/cell.hpp"

namespace nianbao::html {

namespace {

// 0.4567 as "45.7 %".
std::string percent(double rate) {
  const auto within = rate > 0 ? std::min(rate, 1.0) : 0.0;  // also of what is no number
  const auto thousandths = std::int64_t{std::lround(within * 1000)};
  return digits(thousandths / 10) + "." + digits(thousandths % 10) + "%";
}

std::string_view text_of(const AnnualReport& report, std::string_view path) {
  if (path == form::sections[form::section::overview].names.key) return report.overview.prose.text;
  if (path == form::sections[form::section::problems].names.key) return report.problems_and_improvements.text;
  if (path == form::sections[form::section::other_matters].names.key) return report.other_matters.text;
  return {};
}

// A passage in one of the two texts.
struct Piece {
  std::size_t start;
  std::size_t end;
  std::size_t number;  // from 1
};

// In order of their places and apart from each other. What was copied twice stands once in the older text:
// the later ones keep their number and no words.
std::vector<Piece> pieces_of(const Repetition& repetition, bool of_older, std::size_t length) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < repetition.passages.size(); ++i) {
    const auto& passage = repetition.passages[i];
    const auto start = of_older ? passage.older_start : passage.newer_start;
    const auto end = of_older ? passage.older_end : passage.newer_end;
    pieces.push_back({std::min(start, length), std::min(std::max(start, end), length), i + 1});
  }
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Piece& a, const Piece& b) { return a.start < b.start; });
  std::size_t past = 0;
  for (auto& piece : pieces) {
    piece.start = std::max(piece.start, past);
    piece.end = std::max(piece.end, piece.start);
    past = piece.end;
  }
  return pieces;
}

class PassageWriter {
 public:
  PassageWriter(Writer& out, const Texts& texts) : out_(out), texts_(texts) {}

  void write(const Repetition& repetition, std::string_view older, std::string_view newer);

 private:
  void write_side(const Repetition& repetition, std::string_view text, bool of_older);
  void write_plain(std::string_view text);
  [[nodiscard]] static std::string anchor(const Repetition& repetition, const Piece& piece, bool of_older) {
    return std::string(of_older ? "old-" : "new-") + std::string(repetition.path) + "-" +
           std::to_string(piece.number);
  }

  Writer& out_;
  const Texts& texts_;
};

void PassageWriter::write(const Repetition& repetition, std::string_view older, std::string_view newer) {
  out_.open("h3");
  out_.text(form::label_of(repetition.path, texts_.language())).text(" ");
  out_.leaf("span", {{"class", "meta"}}, percent(repetition.rate)).close();
  out_.open("div", {{"class", "sides"}});
  write_side(repetition, older, true);
  write_side(repetition, newer, false);
  out_.close();
}

void PassageWriter::write_side(const Repetition& repetition, std::string_view text, bool of_older) {
  out_.open("section", {{"lang", "zh-CN"}});
  out_.leaf("h4", {{"lang", texts_.tag()}}, texts_(of_older ? Text::older : Text::newer));
  out_.open("div", {{"class", "text"}}).open("p");
  std::size_t at = 0;
  for (const auto& piece : pieces_of(repetition, of_older, text.size())) {
    write_plain(text.substr(at, piece.start - at));
    const auto name = texts_(Text::passage_number, {std::to_string(piece.number)});
    out_.open("a", {{"class", "copied"},
                    {"id", anchor(repetition, piece, of_older)},
                    {"href", link_to(anchor(repetition, piece, !of_older))},
                    {"title", name}});
    out_.leaf("sup", {}, std::to_string(piece.number))
        .text(text.substr(piece.start, piece.end - piece.start));
    out_.close();
    at = piece.end;
  }
  write_plain(text.substr(at));
  out_.close().close().close();
}

// Into an open paragraph, as a line break ends it.
void PassageWriter::write_plain(std::string_view text) {
  for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    out_.text(text.substr(0, end)).close().open("p");
    text.remove_prefix(end + 1);
  }
  out_.text(text);
}

}  // namespace

void write_repetition(Writer& out, const Texts& texts, const Comparison& comparison) {
  out.open("section", {{"class", "repetition"}, {"aria-labelledby", "repetition"}});
  out.leaf("h2", {{"id", "repetition"}}, texts(Text::repetition));
  out.open("table").open("thead").open("tr");
  for (const auto head : {Text::section, Text::rate, Text::rate_without_figures, Text::repeated_characters})
    out.leaf("th", {{"scope", "col"}}, texts(head));
  out.close().close().open("tbody");
  for (const auto& repetition : comparison.repetition) {
    const bool of_all = repetition.path.empty();
    out.open("tr", {{"class", "all", of_all}});
    out.leaf("th", {{"scope", "row"}},
             of_all ? texts(Text::all_texts) : form::label_of(repetition.path, texts.language()));
    out.leaf("td", {{"class", "figures"}}, percent(repetition.rate));
    out.leaf("td", {{"class", "figures"}}, percent(repetition.rate_without_figures));
    out.leaf(
        "td", {{"class", "figures"}},
        texts(Text::of_characters, {std::to_string(repetition.repeated), std::to_string(repetition.length)}));
    out.close();
  }
  out.close().close().close();
}

void write_passages(Writer& out, const Texts& texts, const Comparison& comparison, const AnnualReport& older,
                    const AnnualReport& newer) {
  PassageWriter passages(out, texts);
  bool any = false;
  for (const auto& repetition : comparison.repetition) {
    if (repetition.passages.empty()) continue;
    if (!any) {
      out.open("section", {{"class", "passages"}, {"aria-labelledby", "passages"}});
      out.leaf("h2", {{"id", "passages"}}, texts(Text::passages));
      any = true;
    }
    passages.write(repetition, text_of(older, repetition.path), text_of(newer, repetition.path));
  }
  if (any) out.close();
}

}  // namespace nianbao::html
