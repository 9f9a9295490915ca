// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "nianbao/report.hpp"
#include "output/html/notes.hpp"
#include "output/html/texts.hpp"
#include "output/html/writer.hpp"

/// One cell of the form, and what is said of it when it is pointed at.
namespace nianbao::html {

/// What stands in a cell.
struct CellFace {
  std::string value;                ///< what is shown, "" for an empty one
  const char* kind;                 ///< its class: number, blank, …
  std::string_view spoken;          ///< what a state is called; "" for a number
  std::string place;                ///< where it stands and what is printed there
  std::string below;                ///< a second line: the change since last year
  const char* below_kind = "same";  ///< class of the second line: up, down, same
};

/// `cell` as the report alone shows it.
CellFace face_of(const Cell& cell, const Texts& texts);

/// Anchors of cells, findings and statements.
std::string cell_anchor(std::string_view path);
std::string finding_anchor(std::size_t number);
std::string statement_anchor(std::size_t index);
/// The same as the value of href.
std::string link_to(std::string_view anchor);

/// "line 12, column 34", or that it is not printed.
std::string place_text(const SourceSpan& span, const Texts& texts);

/// "error", "warning", "note": class and sign of a severity.
const char* severity_class(Severity severity) noexcept;
std::string_view severity_sign(Severity severity) noexcept;
std::string_view severity_word(Severity severity, const Texts& texts) noexcept;

/// What a page knows of cells: its texts, what is noted, where it is written.
class CellWriter {
 public:
  CellWriter(Writer& out, const Texts& texts, const Notes& notes) : out_(out), texts_(texts), notes_(notes) {}

  /// <td> of the figure at `path`. Explanations open to the left where `is_right`.
  void write(std::string_view path, const CellFace& face, bool is_right, const char* span = "1");

  /// <td> beside or below the form that says whether an equation holds; empty if the rule was not asked.
  void write_check(const Finding* finding, bool is_right, const char* span = "1");

 private:
  void write_plain(const CellFace& face);
  void write_marked(std::string_view path, const CellFace& face, const CellNotes& notes);
  void write_explanation(std::string_view path, const CellFace& face, const CellNotes& notes);
  void write_suspects(std::string_view path, const CellNotes& notes);
  void write_below(const CellFace& face);
  [[nodiscard]] std::string target_of(const CellNotes& notes) const;

  Writer& out_;
  const Texts& texts_;
  const Notes& notes_;
};

}  // namespace nianbao::html
