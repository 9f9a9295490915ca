// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "output/html/notes.hpp"
#include "output/html/texts.hpp"
#include "output/html/writer.hpp"

/// The text of a report, with what it states marked and set beside the cells that state the same.
namespace nianbao::html {

class ProseWriter {
 public:
  ProseWriter(Writer& out, const Texts& texts, const Notes& notes, const ReportCells& cells)
      : out_(out), texts_(texts), notes_(notes), cells_(cells) {}

  /// A section without a table, folded up unless its text contradicts the tables. `section` is its number.
  void write_section(std::size_t section, const Prose& prose);

  /// The statements about figures whose paths begin with `table`: what stands in that table.
  void write_statements(std::string_view table);

 private:
  // A stretch of a section's text that states something; statements that share words share a mark.
  struct Mark {
    std::size_t start;
    std::size_t end;
    std::size_t first_statement;
    bool contradicts;
  };

  [[nodiscard]] std::vector<Mark> marks_of(std::string_view path, std::size_t length) const;
  [[nodiscard]] bool contradicts(std::size_t statement) const;
  [[nodiscard]] bool is_about(std::size_t statement, std::string_view table) const;
  void write_summary(std::size_t section, const Prose& prose, const std::vector<Mark>& marks);
  void write_text(const Prose& prose, const std::vector<Mark>& marks);
  void write_paragraphs(std::string_view text);
  void write_statement(std::size_t index);
  void write_matched(std::size_t index);
  void write_terms(const std::vector<std::string_view>& paths, std::string_view between,
                   std::string_view before);
  void write_verdict(std::size_t index);

  Writer& out_;
  const Texts& texts_;
  const Notes& notes_;
  const ReportCells& cells_;
};

/// The official heading of a section, and how it is printed if otherwise.
void write_section_heading(Writer& out, const Texts& texts, std::size_t section, const Prose& prose);

}  // namespace nianbao::html
