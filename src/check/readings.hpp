// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "check/equations.hpp"
#include "nianbao/statement.hpp"

/// What figures of the tables a statement may mean.
namespace nianbao::rules {

/// A figure of a reading: added to its sum, or taken off it.
struct Term {
  std::string_view path;
  const Cell* cell = nullptr;
  bool is_less = false;
};

/// One way to understand a statement: the figures whose sum it is.
struct Reading {
  std::uint32_t first = 0;  ///< of its terms
  std::uint32_t count = 0;
  std::int64_t sum = 0;
  std::uint32_t unknown = 0;  ///< how many of its figures are no counts
};

/// The readings of one statement after another. Keeps its memory.
class Readings {
 public:
  Readings(const AnnualReport& report, const Equations& equations) : report_(report), equations_(equations) {}

  /// The readings of `statement`, the likeliest first; none if the tables do not count what it counts. They
  /// hold until the next call.
  const std::vector<Reading>& of(const Statement& statement);

  [[nodiscard]] const Term* begin(const Reading& reading) const noexcept {
    return terms_.data() + reading.first;
  }
  [[nodiscard]] const Term* end(const Reading& reading) const noexcept {
    return begin(reading) + reading.count;
  }

 private:
  void read_requests(const Statement& statement);
  void read_result(const Statement& statement);
  void read_disputes(const Statement& statement);
  void read_documents(const Statement& statement);

  void start();
  void add_row(std::size_t row, bool is_less = false);
  void add_group(std::size_t group, bool is_less = false);
  void add_block(std::size_t block, std::size_t outcome);
  void add_fact(std::string_view path);
  void add(std::string_view path, const Cell* cell, bool is_less = false);

  const AnnualReport& report_;
  const Equations& equations_;
  std::vector<Term> terms_;
  std::vector<Reading> readings_;
};

}  // namespace nianbao::rules
