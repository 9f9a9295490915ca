// SPDX-License-Identifier: Apache-2.0
#include "arrow/table.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace nianbao::arrow {
namespace {

/// Enough to make what each batch costs its readers small, few enough to stay in the caches while it is
/// filled.
constexpr std::size_t rows_of_a_batch = 1 << 16;
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

}  // namespace

Layout layout_of(Table table, const ColumnInfo& column) noexcept {
  switch (column.type) {
    case ColumnType::integer: return Layout::integer;
    case ColumnType::decimal: return Layout::decimal;
    case ColumnType::boolean: return Layout::boolean;
    case ColumnType::date: return Layout::date;
    default: break;
  }
  const bool repeats = table != Table::reports &&
                       std::find(own_texts.begin(), own_texts.end(), column.name) == own_texts.end();
  return repeats ? Layout::dictionary : Layout::text;
}

TableBuilder::TableBuilder(Table table)
    : table_(table),
      infos_(table_columns(table)),
      dictionaries_(infos_.size()),
      line_numbers_(infos_.size()),
      current_(empty_batch()) {
  scopes_.reserve(infos_.size());
  for (std::size_t i = 0; i < infos_.size(); ++i) {
    scopes_.push_back(output::scope_of(table, i));
    if (scopes_.back() == output::Scope::row) columns_of_rows_.push_back(i);
  }
}

std::uint64_t TableBuilder::rows() const noexcept { return rows_in_batches_ + rows_; }

Batch TableBuilder::empty_batch() const {
  Batch batch;
  batch.columns.reserve(infos_.size());
  for (const auto& info : infos_) batch.columns.emplace_back(layout_of(table_, info));
  return batch;
}

void TableBuilder::finish_batch() {
  if (rows_ == 0) return;
  auto next = empty_batch();
  for (std::size_t i = 0; i < next.columns.size() && rows_ >= rows_of_a_batch; ++i)
    next.columns[i].reserve_as(current_.columns[i]);
  batches_.push_back(nullptr);
  try {
    batches_.back() = std::make_shared<Batch>(std::move(current_));
  } catch (...) {
    batches_.pop_back();
    throw;
  }
  rows_in_batches_ += batches_.back()->rows();
  current_ = std::move(next);
  rows_ = 0;
}

void TableBuilder::add(const TableReport& report) {
  const bool is_full =
      rows_ >= rows_of_a_batch ||
      std::any_of(current_.columns.begin(), current_.columns.end(),
                  [](const Column& column) { return column.text_size() >= text_of_a_batch; });
  if (is_full) finish_batch();
  rows_before_ = rows_;
  lines_of_rows_.clear();
  try {
    output::visit_rows(table_, report, *this);
    append_shared();
  } catch (...) {
    rows_ = rows_before_;
    for (auto& column : current_.columns) column.truncate(rows_);
    throw;
  }
}

bool TableBuilder::knows_line(std::size_t number) {
  lines_of_rows_.push_back(static_cast<std::uint16_t>(number));
  knows_line_ = number < is_known_line_.size() && is_known_line_[number];
  return knows_line_;
}

void TableBuilder::row(const output::Value* values, std::size_t count) {
  const bool is_first = rows_ == rows_before_;
  if (!lines_of_rows_.empty() && !knows_line_) keep_line(values);
  for (std::size_t i = 0; is_first && i < count; ++i)
    if (scopes_[i] == output::Scope::report) append_value(i, values[i]);
  for (const auto i : columns_of_rows_) append_value(i, values[i]);
  ++rows_;
}

void TableBuilder::keep_line(const output::Value* values) {
  const std::size_t line = lines_of_rows_.back();
  if (line >= is_known_line_.size()) is_known_line_.resize(line + 1);
  for (std::size_t i = 0; i < scopes_.size(); ++i) {
    if (scopes_[i] != output::Scope::line) continue;
    line_numbers_[i].resize(is_known_line_.size());
    line_numbers_[i][line] = dictionaries_[i].number_of(values[i].text);
  }
  is_known_line_[line] = true;
}

void TableBuilder::append_shared() {
  for (std::size_t i = 0; i < scopes_.size(); ++i) {
    auto& column = current_.columns[i];
    if (scopes_[i] == output::Scope::report) column.repeat_last(rows_);
    if (scopes_[i] == output::Scope::line) column.append_numbers(line_numbers_[i], lines_of_rows_);
  }
}

void TableBuilder::append_value(std::size_t i, const output::Value& value) {
  auto& column = current_.columns[i];
  if (value.kind == output::Value::Kind::null) return column.append_null();
  switch (column.layout()) {
    case Layout::text: return column.append_text(value.text);
    case Layout::dictionary: return column.append_number(dictionaries_[i].number_of(value.text));
    case Layout::integer: return column.append_integer(value.number.coefficient);
    case Layout::decimal: return column.append_decimal(value.number);
    case Layout::boolean: return column.append_boolean(value.number.coefficient != 0);
    case Layout::date: return column.append_number(days(value.text));
  }
}

std::vector<std::vector<std::int32_t>> TableBuilder::numbers_of(const TableBuilder& other) {
  std::vector<std::vector<std::int32_t>> numbers(infos_.size());
  for (std::size_t i = 0; i < infos_.size(); ++i) {
    const auto& from = other.dictionaries_[i];
    numbers[i].reserve(from.size());
    for (std::size_t n = 0; n < from.size(); ++n)
      numbers[i].push_back(dictionaries_[i].number_of(from.text(n)));
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
    for (std::size_t i = 0; i < infos_.size(); ++i) batch->columns[i].renumber(numbers[i]);
    batches_.push_back(std::move(batch));
  }
  rows_in_batches_ += std::exchange(other.rows_in_batches_, 0);
  other.batches_.clear();
  other.dictionaries_.swap(empty.dictionaries_);
  other.is_known_line_.clear();
}

std::shared_ptr<const Snapshot> TableBuilder::snapshot() {
  finish_batch();
  auto made = std::make_shared<Snapshot>();
  made->table = table_;
  made->batches.assign(batches_.begin(), batches_.end());
  made->dictionaries.resize(infos_.size());
  for (std::size_t i = 0; i < infos_.size(); ++i)
    if (layout_of(table_, infos_[i]) == Layout::dictionary)
      made->dictionaries[i] = dictionaries_[i].snapshot();
  return made;
}

}  // namespace nianbao::arrow
