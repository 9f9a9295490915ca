// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/parse.hpp"
#include "readers/docx/content.hpp"
#include "readers/docx/numbering.hpp"
#include "readers/docx/styles.hpp"
#include "readers/docx/xml.hpp"

/// The main part of a document: what it prints, with tracked changes accepted.
namespace nianbao::readers::docx {

class Body : public XmlHandler {
 public:
  Body(const Styles& styles, Numbering& numbering, const ParseOptions& options);

  void start(Element element, const Attributes& attributes) override;
  void end(Element element) override;
  void text(std::string_view piece) override;
  [[nodiscard]] bool has_enough() const override {
    return content_.too_many_cells || content_.too_much_text || refused_;
  }

  /// What was read. What the input broke off inside of (a paragraph, a row) is left out: a number
  /// there may be cut in two.
  Content take();

 private:
  // A paragraph that is open, and the run in it.
  struct OpenParagraph {
    std::string text;
    std::string style;
    std::uint32_t num_id = not_set;
    std::uint32_t num_level = not_set;
    std::uint32_t outline = not_set;
    bool begins_page = false;
    bool mark_deleted = false;  // its end: the next paragraph continues it
    bool mark_hidden = false;
    bool hidden = false;  // by its style
    bool run_hidden = false;
    bool run_raised = false;
    bool text_raised = false;   // at the end of `text`
    std::vector<Block> behind;  // of text boxes that are fixed to it
  };

  // Whether a cell is the first of those merged below each other, or goes on with the one above.
  enum class Merge : std::uint8_t { none, begins, goes_on };

  // What blocks are put into: the body, a cell, a text box.
  struct Flow {
    enum class Of : std::uint8_t { body, cell, box } of = Of::body;
    std::vector<Block> blocks;
    std::string carried;  // text of a paragraph whose end was deleted
    bool holds_tables = false;
    Cell cell;
    Merge merge = Merge::none;
    bool in_row_merged = false;  // with the cell on its left
    bool deleted = false;        // the cell
  };

  // A cell of the row that is open; its content is not seen if it goes on with another.
  struct OpenCell {
    Cell cell;
    Merge merge = Merge::none;
    bool in_row_merged = false;
  };

  struct OpenTable {
    Table table;
    std::vector<Row> rows;
    std::vector<OpenCell> cells;        // of the row that is open
    std::vector<std::uint32_t> merged;  // where cells of the row above begin that go on downwards
    Row row;
    std::size_t depth = 0;  // flows around it
    bool row_dropped = false;
    bool in_row = false;
    bool row_holds_tables = false;
  };

  [[nodiscard]] Element parent() const noexcept { return open_.empty() ? Element::other : open_.back(); }
  [[nodiscard]] bool is_inside(Element a, Element b) const noexcept;
  [[nodiscard]] bool is_in_cell() const noexcept;
  [[nodiscard]] OpenParagraph* paragraph() noexcept {
    return paragraphs_.empty() ? nullptr : &paragraphs_.back();
  }

  bool skips(Element element);
  bool skips_choice(Element element);
  void start_structure(Element element);
  void start_property(Element element, const Attributes& attributes);
  void paragraph_property(Element element, const Attributes& attributes);
  void run_property(Element element, const Attributes& attributes);
  void table_property(Element element, const Attributes& attributes);
  void start_in_run(Element element, const Attributes& attributes);
  void start_object(Element element);
  void field(std::string_view type);
  void note_instruction(std::string_view code);
  void append(std::string_view piece);
  void append_symbol(std::string_view code);

  void begin_paragraph();
  void end_paragraph();
  [[nodiscard]] std::string numbered(const OpenParagraph& from);
  void add(Flow& flow, const OpenParagraph& from, std::string_view text);
  void finish(Flow& flow);
  void end_cell();
  void end_row();
  void cover_cells(OpenTable& table);
  void end_table();
  void end_box();

  const Styles& styles_;
  Numbering& numbering_;
  std::uint64_t max_cells_;
  std::uint64_t max_text_;
  Content content_;
  std::vector<Element> open_;
  std::vector<OpenParagraph> paragraphs_;
  std::vector<Flow> flows_;
  std::vector<OpenTable> tables_;
  std::vector<bool> chosen_;          // for each AlternateContent: a choice was taken
  std::vector<bool> in_instruction_;  // for each field: its code is being read, not yet its result
  std::uint32_t skipped_ = 0;         // depth below what is left out
  bool contents_follow_ = false;      // the next sdtContent is a table of contents
  bool refused_ = false;              // this is no text document
};

}  // namespace nianbao::readers::docx
