// SPDX-License-Identifier: Apache-2.0
#include "tables/review_parts.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "tables/review_names.hpp"

namespace nianbao::tables {

namespace {

using form::Kind;
using grammar::PrintedRow;
using grammar::Token;

using LabelTokens = std::vector<std::uint32_t>;  // indices of tokens
using Columns = std::vector<std::int8_t>;

constexpr int none = -1;

bool is_of_review(const Token& token) noexcept {
  return is_outcome(token) || token.is_label(Kind::review_block) || token.is_label(Kind::review_header) ||
         token.is_label(Kind::review_figure);
}

// What the labels of one row say, each at most once.
struct Said {
  int block = none;
  int outcome = none;
  bool is_clear = true;

  void say(int& what, int number) {
    is_clear = is_clear && (what == none || what == number);
    what = number;
  }
};

// A report has no more rows of 四, printed twice.
constexpr std::size_t most_parts = 64;

// A cell of 四 is named by what stands beside it and above it: together these must be one block and one
// outcome. A block's name counts for the rows below it until the next.
class PartsReader {
 public:
  explicit PartsReader(const Reading& reading) : in_(reading) {}

  ReviewParts run() {
    const auto& review = in_.tree.review;
    std::uint32_t from = review.headers.front().first;
    for (const auto& row : review.rows) {
      if (row.values.first < from) return doubtful();
      read_row(row, labels_in(from, row.values.first));
      from = row.values.last;
    }
    const auto end = review.headers.back().last;
    if (end > from) take_blank_rows(labels_in(from, end));
    if (is_certain_ && is_whole()) return std::move(found_);
    return is_one_row_ ? ReviewParts{} : doubtful();
  }

 private:
  static ReviewParts doubtful() {
    ReviewParts none_of_them;
    none_of_them.is_doubtful = true;
    return none_of_them;
  }

  [[nodiscard]] const Token& token(std::uint32_t index) const { return in_.tokens[index]; }

  [[nodiscard]] LabelTokens labels_in(std::uint32_t first, std::uint32_t last) const {
    LabelTokens labels;
    for (auto i = first; i < last; ++i)
      if (is_of_review(token(i))) labels.push_back(i);
    return labels;
  }

  // --- which labels are the row's own ----------------------------------------------------------------

  // Where each cell is a line: the one outcome that stands before the values is theirs; else the block that
  // stands behind the header is.
  [[nodiscard]] std::size_t own_among_lines(const LabelTokens& labels) const {
    if (labels.empty()) return 0;
    const auto outcomes =
        std::count_if(labels.begin(), labels.end(), [&](auto label) { return is_outcome(token(label)); });
    const auto& last = token(labels.back());
    if (last.is_label(Kind::review_figure) || last.is_label(Kind::review_block)) return 1;
    return outcomes == 1 && is_outcome(last) ? 1 : 0;
  }

  [[nodiscard]] std::size_t own_in_line(const LabelTokens& labels, std::uint32_t line) const {
    const auto is_elsewhere = [&](std::uint32_t label) { return token(label).line != line; };
    const auto last_elsewhere = std::find_if(labels.rbegin(), labels.rend(), is_elsewhere);
    return static_cast<std::size_t>(last_elsewhere - labels.rbegin());
  }

  // Whether something stands between a label and its values where each cell is a line.
  [[nodiscard]] static bool is_apart(const PrintedRow& row, const LabelTokens& labels) {
    return !labels.empty() && labels.back() + 1 != row.values.first;
  }

  // Whether the one value of a row is the next behind its label: further on it is another column's. Without a
  // column a label in its line is of no row of the form.
  [[nodiscard]] bool stands_beside(const PrintedRow& row, const LabelTokens& labels,
                                   const Columns& columns) const {
    if (labels.empty()) return true;
    const auto said = said_by(labels);
    if (said.block == none && said.outcome == none) return false;
    if (columns.size() != 1) return true;
    const auto* const cell = cell_of(in_, token(labels.back()));
    const auto between = row.values.first - labels.back() - 1;  // texts, such as a unit
    const auto next = token(labels.back()).column + (cell != nullptr ? cell->columns : 1U) + between;
    return token(row.values.first).column == next;
  }

  void read_row(const PrintedRow& row, const LabelTokens& labels) {
    const auto& value = token(row.values.first);
    const bool flows = value.has(grammar::alone);
    const auto own = flows ? own_among_lines(labels) : own_in_line(labels, value.line);
    const auto split = labels.end() - static_cast<std::ptrdiff_t>(own);
    const bool has_header = set_header(take_blank_rows({labels.begin(), split}));
    const LabelTokens own_labels(split, labels.end());
    auto columns = columns_of(own_labels, has_header);
    if (flows ? is_apart(row, own_labels) : !stands_beside(row, own_labels, columns)) columns.clear();
    flows_ = flows_ || flows;
    const bool is_short = flows && row.values.last - row.values.first != columns.size();
    if (is_short || (columns.empty() && (flows || own_labels.empty()))) is_certain_ = false;
    if (columns.empty() && !own_labels.empty()) found_.others.push_back(own_labels.back());
    if (!columns.empty()) add(row.values, own_labels, columns);
  }

  // --- rows without values ---------------------------------------------------------------------------

  // Adds the rows among lines of labels that have nothing but blank cells; what is left is the header's.
  LabelTokens take_blank_rows(const LabelTokens& labels) {
    LabelTokens left;
    for (auto first = labels.begin(); first != labels.end();) {
      const auto line = token(*first).line;
      const auto last =
          std::find_if(first, labels.end(), [&](std::uint32_t label) { return token(label).line != line; });
      const LabelTokens of_line(first, last);
      const auto columns = left.empty() && is_certain_ ? blank_row(of_line) : Columns{};
      if (columns.empty())
        left.insert(left.end(), first, last);
      else
        add({of_line.back() + 1, of_line.back() + 1}, of_line, columns);
      first = last;
    }
    return left;
  }

  [[nodiscard]] Columns blank_row(const LabelTokens& labels) const {
    const auto& last = token(labels.back());
    const auto& line = in_.document.lines[last.line];
    const auto behind = labels.back() + 1;
    const bool has_text = behind < in_.tokens.size() && token(behind).line == last.line;
    if (!line.is_row || line.width <= last.column + 1 || has_text) return {};
    auto columns = columns_of(labels, false);
    const bool is_like_others = columns.size() == (width_ == 0 ? 1 : width_);
    return is_like_others ? columns : Columns{};
  }

  // --- what stands above -----------------------------------------------------------------------------

  [[nodiscard]] std::vector<int> blocks_in(const LabelTokens& labels) const {
    std::vector<int> blocks;
    for (const auto label : labels) {
      const int block = token(label).label.index;
      const bool is_new =
          token(label).is_label(Kind::review_block) && std::count(blocks.begin(), blocks.end(), block) == 0;
      if (is_new) blocks.push_back(block);
    }
    return blocks;
  }

  // Whether the columns of the next row are named.
  bool set_header(const LabelTokens& labels) {
    if (labels.empty()) return false;
    const auto has = [&](auto is) {
      return std::any_of(labels.begin(), labels.end(), [&](auto label) { return is(token(label)); });
    };
    if (has([](const Token& t) { return t.is_label(Kind::review_figure); })) is_certain_ = false;
    const auto blocks = blocks_in(labels);
    const bool has_outcomes = has(is_outcome);
    if (blocks.size() == 1 && !has_outcomes) block_ = blocks.front();
    if (!has_outcomes && blocks.size() < 2) return false;
    if (!std::is_sorted(blocks.begin(), blocks.end())) is_certain_ = false;
    block_ = none;
    above_ = blocks;
    names_ = review_names(in_, {labels.front(), labels.back() + 1});
    // A block stands above its outcomes.
    if (!is_outcome(token(labels.back()))) names_.is_whole = false;
    ++header_;
    return true;
  }

  [[nodiscard]] bool names_outcomes_once() const {
    const auto& outcomes = names_.outcomes;
    return outcomes.size() > 1 && outcomes.size() <= form::outcome_count && names_.is_whole &&
           above_.empty() &&
           std::adjacent_find(outcomes.begin(), outcomes.end(), std::greater_equal<>()) == outcomes.end();
  }

  // --- what stands beside ----------------------------------------------------------------------------

  [[nodiscard]] Said said_by(const LabelTokens& labels) const {
    Said said;
    for (const auto label : labels) {
      const auto& t = token(label);
      const int index = t.label.index;
      if (is_outcome(t)) said.say(said.outcome, outcome_of(t));
      if (t.is_label(Kind::review_block)) said.say(said.block, index);
      if (!t.is_label(Kind::review_figure)) continue;
      said.say(said.block, index / static_cast<int>(form::outcome_count));
      said.say(said.outcome, index % static_cast<int>(form::outcome_count));
    }
    return said;
  }

  // The columns of a row with these labels beside it; none if they and the header do not tell.
  Columns columns_of(const LabelTokens& labels, bool has_header) const {
    const auto said = said_by(labels);
    if (!said.is_clear) return {};
    const auto column = [](int block, int outcome) {
      return review_column(static_cast<std::size_t>(block), static_cast<std::size_t>(outcome));
    };
    Columns columns;
    if (said.block != none && said.outcome != none) return {column(said.block, said.outcome)};
    if (said.block != none && names_outcomes_once())
      for (const auto outcome : names_.outcomes) columns.push_back(column(said.block, outcome));
    if (said.outcome != none && block_ != none) return {column(block_, said.outcome)};
    if (said.outcome != none && names_.outcomes.empty())
      for (const auto block : above_) columns.push_back(column(block, said.outcome));
    if (said.block == none && said.outcome == none && has_header && names_.is_whole)
      columns = review_columns_of(names_).value_or(Columns{});
    return columns;
  }

  // --- parts -----------------------------------------------------------------------------------------

  void add(grammar::TokenRange values, const LabelTokens& labels, const Columns& columns) {
    const auto said = said_by(labels);
    // A name that says both, 行政复议结果维持, is of no other row.
    const bool goes_on = said.block != none && !token(labels.back()).is_label(Kind::review_figure);
    if (said.block != none) block_ = goes_on && said.outcome != none ? said.block : none;
    is_carried_ = is_carried_ || (said.block == none && said.outcome != none && block_ != none);
    width_ = columns.size();
    is_certain_ = is_certain_ && ++rows_ <= most_parts;
    if (found_.parts.empty() || header_ != header_of_part_ || found_.parts.back().columns[0].size() != width_)
      begin_part();
    auto& part = found_.parts.back();
    PrintedRow row;
    row.values = values;
    if (!labels.empty()) row.label_token = labels.back();
    // 行政复议 may span the labels that the rows of 行政诉讼 have side by side.
    const bool is_outer = said.block == 0 && said.outcome == none;
    part.depths.push_back(is_outer ? 1U : 2U);
    part.rows.push_back(row);
    part.columns.push_back(columns);
  }

  void begin_part() {
    header_of_part_ = header_;
    auto& part = found_.parts.emplace_back();
    part.header.columns = first_columns(width_);
    part.header.header.known = true;
    if (width_ == 1 || names_.first == grammar::no_token) return;
    part.header.token = names_.first;
    part.header.header = header_at(in_, names_.first);
    part.header.header.lacks_columns = width_ % form::outcome_count != 0;
  }

  // --- whether it is all -----------------------------------------------------------------------------

  // Each cell is printed once, or all of them as often, and rows stand in the order of the form.
  bool is_whole() {
    std::vector<Columns> met;
    std::size_t next = 0;  // of a printing that is not the first
    for (const auto& part : found_.parts)
      for (const auto& columns : part.columns) {
        const bool is_new = std::find(met.begin(), met.end(), columns) == met.end();
        if (is_new && (next > 0 || (!met.empty() && columns.front() < met.back().front()))) return false;
        if (is_new)
          met.push_back(columns);
        else if (columns != met[next++ % met.size()])
          return false;
      }
    is_one_row_ = met.size() == 1;
    if (is_one_row_ || met.empty() || next % met.size() != 0) return false;
    for (const auto& columns : met)
      found_.columns.insert(found_.columns.end(), columns.begin(), columns.end());
    std::sort(found_.columns.begin(), found_.columns.end());
    const auto& all = found_.columns;
    if (std::adjacent_find(all.begin(), all.end()) != all.end()) return false;
    if (is_carried_ && !are_blocks_alike()) return false;
    settle_depths();
    return !flows_ || all.size() == all_review_columns;
  }

  // Where the name of a block is printed once for all of its rows, a name that is lost would leave its rows
  // to the block before.
  [[nodiscard]] bool are_blocks_alike() const {
    std::array<Columns, form::review_block_count> outcomes;
    for (const auto column : found_.columns) {
      const auto c = static_cast<std::size_t>(column);
      outcomes[c / form::outcome_count].push_back(static_cast<std::int8_t>(c % form::outcome_count));
    }
    const Columns* first = nullptr;
    return std::all_of(outcomes.begin(), outcomes.end(), [&](const Columns& of_block) {
      if (of_block.empty()) return true;
      if (first == nullptr) first = &of_block;
      return of_block == *first;
    });
  }

  // LabelTokens that all stand in one column are of one depth.
  void settle_depths() {
    for (auto& part : found_.parts) {
      const auto column_of = [&](const PrintedRow& row) {
        return row.label_token == grammar::no_token ? 0 : token(row.label_token).column;
      };
      const auto first = column_of(part.rows.front());
      const bool is_one = std::all_of(part.rows.begin(), part.rows.end(),
                                      [&](const PrintedRow& row) { return column_of(row) == first; });
      if (is_one) std::fill(part.depths.begin(), part.depths.end(), 1U);
    }
  }

  const Reading& in_;
  ReviewParts found_;
  ReviewNames names_;       // of the header above
  std::vector<int> above_;  // its blocks
  int block_ = none;        // whose rows follow
  std::size_t width_ = 0;   // columns of the last row
  std::size_t rows_ = 0;
  std::uint32_t header_ = 0;
  std::uint32_t header_of_part_ = 0;
  bool is_carried_ = false;  // some rows have the block of a row above them
  bool flows_ = false;       // some cells are lines
  bool is_certain_ = true;
  bool is_one_row_ = false;  // of 四 as the form has it, printed several times
};

}  // namespace

ReviewParts review_parts(const Reading& reading) {
  const auto& review = reading.tree.review;
  const bool is_table = reading.document.places == readers::Places::unknown;
  if (!is_table || review.rows.size() < 2 || review.rows.size() > most_parts || review.headers.empty())
    return {};
  return PartsReader(reading).run();
}

namespace {

using Sums = std::array<Sum, form::review_block_count>;

std::size_t block_of(std::int8_t column) noexcept {
  return static_cast<std::size_t>(column) / form::outcome_count;
}

Sums sums_of(const Reading& reading, const ReviewParts& parts, const std::vector<PlacedRows>& placed) {
  std::array<PlacedRow, form::review_block_count> blocks;
  for (std::size_t p = 0; p < placed.size(); ++p)
    for (std::size_t i = 0; i < placed[p].size(); ++i) {
      const auto& columns = parts.parts[p].columns[i];
      for (std::size_t c = 0; c < columns.size(); ++c)
        blocks[block_of(columns[c])].cells[static_cast<std::size_t>(columns[c]) % form::outcome_count] =
            placed[p][i].cells[c];
    }
  Sums sums{};
  for (std::size_t b = 0; b < sums.size(); ++b) {
    blocks[b].columns = form::outcome_count;
    sums[b] = sum_of(reading, blocks[b], form::outcome_count);
  }
  return sums;
}

}  // namespace

void doubt_sums_of_review(const Reading& reading, const ReviewParts& parts, std::vector<PlacedRows>& placed) {
  const auto sums = sums_of(reading, parts, placed);
  if (std::count(sums.begin(), sums.end(), Sum::holds) == 0) return;
  for (std::size_t p = 0; p < placed.size(); ++p)
    for (std::size_t i = 0; i < placed[p].size(); ++i) {
      const auto& columns = parts.parts[p].columns[i];
      const bool fails = std::any_of(columns.begin(), columns.end(), [&](std::int8_t column) {
        return sums[block_of(column)] == Sum::fails;
      });
      if (fails && !placed[p][i].in_line) placed[p][i].fit = Fit::ambiguous;
    }
}

}  // namespace nianbao::tables
