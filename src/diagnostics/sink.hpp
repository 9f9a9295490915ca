// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/diagnostic.hpp"
#include "text/source.hpp"

namespace nianbao::diagnostics {

/// A diagnostic whose place is still in the text and not yet in the input.
struct Draft {
  DiagnosticCode code{};
  bool has_place = false;
  bool of_source = false;  ///< the place is one in the source's text, not in the document's
  text::Range place;
  text::Range related;  ///< empty if there is none
  std::string path;
  std::int64_t n = 0;
  std::int64_t m = 0;
  std::string text;
};

/// Collects diagnostics up to a limit; counts the rest.
class Sink {
 public:
  explicit Sink(std::uint64_t limit) : limit_(limit) {}

  void add(Draft draft) {
    if (drafts_.size() < limit_)
      drafts_.push_back(std::move(draft));
    else
      ++left_out_;
  }

  [[nodiscard]] std::vector<Draft>& drafts() noexcept { return drafts_; }
  [[nodiscard]] std::uint64_t left_out() const noexcept { return left_out_; }

 private:
  std::vector<Draft> drafts_;
  std::uint64_t limit_;
  std::uint64_t left_out_ = 0;
};

/// The severity that the table gives a code.
Severity severity_of(DiagnosticCode code) noexcept;

}  // namespace nianbao::diagnostics
