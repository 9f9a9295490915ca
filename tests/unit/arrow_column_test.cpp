// SPDX-License-Identifier: Apache-2.0
#include "arrow/column.hpp"

#include <optional>
#include <string>

#include "support/catch.hpp"

namespace nianbao::arrow {

namespace {

using Texts = std::vector<std::optional<std::string>>;

bool bit(const void* bits, std::size_t row) {
  return bits == nullptr || (static_cast<const std::uint8_t*>(bits)[row / 8] >> (row % 8) & 1) != 0;
}

Texts texts_of(const Column& column) {
  const auto buffers = column.buffers();
  const auto* ends = static_cast<const std::int32_t*>(buffers[1]);
  Texts all;
  for (std::size_t row = 0; row < column.rows(); ++row)
    if (bit(buffers[0], row))
      all.emplace_back(std::string(static_cast<const char*>(buffers[2]) + ends[row],
                                   static_cast<std::size_t>(ends[row + 1] - ends[row])));
    else
      all.emplace_back();
  return all;
}

void append(Column& column, const Texts& texts) {
  std::vector<std::string_view> views;
  std::vector<std::uint8_t> valid;
  for (const auto& text : texts) {
    views.push_back(text ? std::string_view(*text) : std::string_view());
    valid.push_back(text ? 1 : 0);
  }
  column.append_texts(views.data(), valid.data(), views.size());
}

// Every third value is null, but for the first `whole`.
std::vector<std::uint8_t> some_nulls(std::size_t first, std::size_t count, std::size_t whole) {
  std::vector<std::uint8_t> valid;
  for (auto row = first; row < first + count; ++row) valid.push_back(row >= whole && row % 3 == 0 ? 0 : 1);
  return valid;
}

}  // namespace

TEST_CASE("Nulls and truths stand at their rows, however many come at a time") {
  for (const std::size_t whole : {0U, 5U, 8U, 40U, 1000U}) {
    Column integers(Layout::integer), truths(Layout::boolean);
    std::size_t rows = 0;
    for (std::size_t count = 0; count < 20; ++count) {
      const auto valid = some_nulls(rows, count, whole);
      std::vector<Decimal> values;
      for (std::size_t i = 0; i < count; ++i)
        values.push_back(valid[i] != 0 ? Decimal{static_cast<std::int64_t>((rows + i) % 5), 0} : Decimal{});
      integers.append_values(values.data(), valid.data(), count);
      truths.append_values(values.data(), valid.data(), count);
      rows += count;
    }
    REQUIRE(integers.rows() == rows);
    std::int64_t nulls = 0;
    for (std::size_t row = 0; row < rows; ++row) {
      const bool valid = row < whole || row % 3 != 0;
      nulls += valid ? 0 : 1;
      CHECK(bit(integers.buffers()[0], row) == valid);
      CHECK(bit(truths.buffers()[0], row) == valid);
      const auto value = static_cast<const std::int64_t*>(integers.buffers()[1])[row];
      CHECK(value == (valid ? static_cast<std::int64_t>(row % 5) : 0));
      CHECK(bit(truths.buffers()[1], row) == (valid && row % 5 != 0));
    }
    CHECK(integers.nulls() == nulls);
  }
}

TEST_CASE("Text that is not UTF-8 is mended cell by cell") {
  Column column(Layout::text);
  append(column, {"1", "", std::nullopt, "年"});
  // Together they would be a character.
  append(column, {"\xE5\xB9", "\xB4", std::nullopt, "件"});
  append(column, {"a\xFF", "b"});
  const std::string unknown = "\xEF\xBF\xBD";
  CHECK(texts_of(column) == Texts{"1", "", std::nullopt, "年", unknown + unknown, unknown, std::nullopt, "件",
                                  "a" + unknown, "b"});
  CHECK(column.nulls() == 2);
}

TEST_CASE("What is taken back leaves no trace") {
  Column column(Layout::text);
  append(column, {"1", "2", "3"});
  append(column, {std::nullopt, "five", std::nullopt});
  column.truncate(4);
  CHECK(column.nulls() == 1);
  append(column, {"six", std::nullopt});
  CHECK(texts_of(column) == Texts{"1", "2", "3", std::nullopt, "six", std::nullopt});
  column.truncate(2);
  CHECK((column.nulls() == 0 && column.text_size() == 2));
}

TEST_CASE("A decimal with more places than there is room for is null") {
  Column column(Layout::decimal);
  const std::vector<Decimal> values{{1, 18}, {1, 19}, {-1, 0}, {}};
  const std::vector<std::uint8_t> valid{1, 1, 1, 0};
  column.append_values(values.data(), valid.data(), values.size());
  const auto* halves = static_cast<const std::uint64_t*>(column.buffers()[1]);
  CHECK((bit(column.buffers()[0], 0) && !bit(column.buffers()[0], 1) && bit(column.buffers()[0], 2)));
  CHECK(column.nulls() == 2);
  CHECK((halves[0] == 1 && halves[1] == 0 && halves[2] == 0 && halves[3] == 0));
  CHECK((halves[4] == 0 - std::uint64_t{1'000'000'000'000'000'000} && halves[5] == ~std::uint64_t{0}));
}

TEST_CASE("Values and rows are repeated as they are") {
  Column words(Layout::word8);
  const std::vector<std::int32_t> numbers{3, 4, 0};
  const std::vector<std::uint8_t> valid{1, 1, 0};
  words.append_numbers(numbers.data(), nullptr, 2);
  words.repeat_rows(2);
  words.repeat_last(2);
  words.append_numbers(numbers.data() + 2, valid.data() + 2, 1);
  words.repeat_last(3);
  const auto* found = static_cast<const std::int8_t*>(words.buffers()[1]);
  CHECK(std::vector<int>(found, found + words.rows()) == std::vector<int>{3, 4, 3, 4, 4, 4, 0, 0, 0, 0});
  for (std::size_t row = 0; row < words.rows(); ++row) CHECK(bit(words.buffers()[0], row) == (row < 6));
  CHECK(words.nulls() == 4);
  words.renumber({9, 1, 2, 5, 6});
  CHECK((static_cast<const std::int8_t*>(words.buffers()[1])[0] == 5));
}

}  // namespace nianbao::arrow
