// SPDX-License-Identifier: Apache-2.0
#include "arrow/table.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "arrow/lines.hpp"
#include "output/coded_values.hpp"

namespace nianbao::arrow {
namespace {

/// Programs that want a column in one piece copy it if there are several, so batches are large: a hundred
/// megabytes of figures.
constexpr std::size_t rows_of_a_batch = 1 << 21;
constexpr std::size_t text_of_a_batch = std::size_t{1} << 28;

/// Texts that are hardly ever the same in two rows.
constexpr std::array<std::string_view, 4> own_texts{"raw", "text", "message", "message_zh"};

/// Days since 1970-01-01 of a date that is written 2024-01-31, in the Gregorian calendar.
std::int32_t days(std::string_view date) noexcept {
  const auto part = [date](std::size_t at, std::size_t size) {
    int value = 0;
    for (const char c : date.substr(at, size)) value = value * 10 + (c - '0');
    return value;
  };
  // Years begin with March here, so that the day that leap years have more is their last.
  const int month = (part(5, 2) + 9) % 12;
  const int year = part(0, 4) - (month >= 10 ? 1 : 0);
  const int day_of_year = (153 * month + 2) / 5 + part(8, 2) - 1;
  constexpr int days_before_1970 = 719'468;
  return 365 * year + year / 4 - year / 100 + year / 400 + day_of_year - days_before_1970;
}

/// The layout of a dictionary whose words are all known.
Layout smallest_layout(std::size_t words) noexcept {
  for (const auto layout : {Layout::word8, Layout::word16})
    if (words <= most_words(layout)) return layout;
  return Layout::word32;
}

bool repeats(Table table, const ColumnInfo& column) noexcept {
  return table != Table::reports &&
         std::find(own_texts.begin(), own_texts.end(), column.name) == own_texts.end();
}

Layout layout_of_text(Table table, std::size_t column) {
  const auto& info = table_columns(table)[column];
  if (!repeats(table, info)) return Layout::text;
  if (output::scope_of(table, column) == output::Scope::line)
    return smallest_layout(line_columns()[column].texts->rows());
  const auto words = output::coded_values(table, info.name).size();
  return words > 0 ? smallest_layout(words) : Layout::word32;
}

}  // namespace

Layout layout_of(Table table, std::size_t column) {
  switch (table_columns(table)[column].type) {
    case ColumnType::integer: return Layout::integer;
    case ColumnType::decimal: return Layout::decimal;
    case ColumnType::boolean: return Layout::boolean;
    case ColumnType::date: return Layout::date;
    default: return layout_of_text(table, column);
  }
}

TableBuilder::TableBuilder(Table table)
    : table_(table), width_(table_columns(table).size()), dictionaries_(width_), current_(empty_batch()) {
  // Known words have the same numbers in every table.
  for (std::size_t i = 0; i < width_; ++i)
    if (is_dictionary(current_.columns[i].layout()))
      for (const auto& value : output::coded_values(table, table_columns(table)[i].name))
        dictionaries_[i].number_of(value.word);
}

std::uint64_t TableBuilder::rows() const noexcept { return rows_in_batches_ + current_.rows(); }

Batch TableBuilder::empty_batch() const {
  Batch batch;
  batch.columns.reserve(width_);
  for (std::size_t i = 0; i < width_; ++i) batch.columns.emplace_back(layout_of(table_, i));
  return batch;
}

void TableBuilder::finish_batch() {
  if (current_.rows() == 0) return;
  auto next = empty_batch();
  batches_.push_back(nullptr);
  try {
    batches_.back() = std::make_shared<Batch>(std::move(current_));
  } catch (...) {
    batches_.pop_back();
    throw;
  }
  rows_in_batches_ += batches_.back()->rows();
  current_ = std::move(next);
}

void TableBuilder::add(const TableReport& report) {
  const bool is_full =
      current_.rows() >= rows_of_a_batch ||
      std::any_of(current_.columns.begin(), current_.columns.end(),
                  [](const Column& column) { return column.text_size() >= text_of_a_batch; });
  if (is_full) finish_batch();
  const auto before = current_.rows();
  try {
    output::visit_columns(table_, report, *this);
  } catch (...) {
    for (auto& column : current_.columns) column.truncate(before);
    lines_.clear();
    throw;
  }
}

void TableBuilder::rows(std::size_t count) { rows_to_come_ = count; }

void TableBuilder::lines(const std::uint16_t* numbers, std::size_t count) {
  // Reports are mostly on the same form as the one before.
  const bool are_repeated =
      current_.rows() > 0 && std::equal(lines_.begin(), lines_.end(), numbers, numbers + count);
  if (!are_repeated) lines_.assign(numbers, numbers + count);
  for (std::size_t i = 0; i < width_; ++i) {
    if (line_columns()[i].texts == nullptr) continue;
    if (are_repeated)
      current_.columns[i].repeat_rows(count);
    else
      append_lines(i);
  }
}

void TableBuilder::append_lines(std::size_t column) {
  const auto& known = line_columns()[column].numbers;
  numbers_.clear();
  for (const auto line : lines_) numbers_.push_back(known[line]);
  current_.columns[column].append_numbers(numbers_.data(), nullptr, numbers_.size());
}

void TableBuilder::column(std::size_t column, const output::ColumnValues& values) {
  auto& to = current_.columns[column];
  if (to.layout() == Layout::text) {
    to.append_texts(values.texts, values.valid, values.count);
  } else if (is_dictionary(to.layout())) {
    number_texts(column, values);
    to.append_numbers(numbers_.data(), values.valid, values.count);
  } else if (to.layout() == Layout::date) {
    number_dates(values);
    to.append_numbers(numbers_.data(), values.valid, values.count);
  } else {
    to.append_values(values.numbers, values.valid, values.count);
  }
  to.repeat_last(rows_to_come_ - values.count);
}

void TableBuilder::number_texts(std::size_t column, const output::ColumnValues& values) {
  auto& dictionary = dictionaries_[column];
  numbers_.assign(values.count, 0);
  std::string_view last;
  std::int32_t number = 0;
  for (std::size_t i = 0; i < values.count; ++i) {
    if (values.valid[i] == 0) continue;
    const auto text = values.texts[i];
    // Mostly the same bytes once more: a word of the form's own.
    const bool is_same = last.data() != nullptr && text.data() == last.data() && text.size() == last.size();
    if (!is_same) number = dictionary.number_of(text);
    numbers_[i] = number;
    last = text;
  }
  if (dictionary.size() > most_words(current_.columns[column].layout()))
    throw std::length_error("a column has too many words");
}

void TableBuilder::number_dates(const output::ColumnValues& values) {
  numbers_.resize(values.count);
  for (std::size_t i = 0; i < values.count; ++i)
    numbers_[i] = values.valid[i] != 0 ? days(values.texts[i]) : 0;
}

std::vector<std::vector<std::int32_t>> TableBuilder::numbers_of(const TableBuilder& other) {
  std::vector<std::vector<std::int32_t>> numbers(width_);
  for (std::size_t i = 0; i < width_; ++i) {
    const auto& from = other.dictionaries_[i];
    numbers[i].reserve(from.size());
    for (std::size_t n = 0; n < from.size(); ++n)
      numbers[i].push_back(dictionaries_[i].number_of(from.text(n)));
    if (dictionaries_[i].size() > most_words(current_.columns[i].layout()))
      throw std::length_error("a column has too many words");
  }
  return numbers;
}

void TableBuilder::append(TableBuilder& other) {
  finish_batch();
  other.finish_batch();
  const auto numbers = numbers_of(other);
  auto moved = other.batches_;
  for (auto& batch : moved)
    // `other` and `moved` hold it; a stream that also does must not see it change.
    if (batch.use_count() > 2) batch = std::make_shared<Batch>(*batch);
  batches_.reserve(batches_.size() + moved.size());
  TableBuilder empty(table_);
  // Nothing below throws.
  for (auto& batch : moved) {
    for (std::size_t i = 0; i < width_; ++i) batch->columns[i].renumber(numbers[i]);
    batches_.push_back(std::move(batch));
  }
  rows_in_batches_ += std::exchange(other.rows_in_batches_, 0);
  other.batches_.clear();
  other.dictionaries_.swap(empty.dictionaries_);
}

std::shared_ptr<const Snapshot> TableBuilder::snapshot() {
  finish_batch();
  auto made = std::make_shared<Snapshot>();
  made->table = table_;
  made->batches.assign(batches_.begin(), batches_.end());
  made->dictionaries.resize(width_);
  for (std::size_t i = 0; i < width_; ++i) {
    if (!is_dictionary(current_.columns[i].layout())) continue;
    const bool is_of_lines = output::scope_of(table_, i) == output::Scope::line;
    made->dictionaries[i] = is_of_lines ? line_columns()[i].texts : dictionaries_[i].snapshot();
  }
  return made;
}

}  // namespace nianbao::arrow
