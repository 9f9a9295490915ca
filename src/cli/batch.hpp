// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "inputs.hpp"
#include "reading.hpp"

/// Many inputs at once, told of one after the other.
namespace nianbao::cli {

/// What came of one input.
struct Done {
  std::string text;  ///< for the output
  Account account;
  bool is_report = false;            ///< for check
  bool has_errors = false;           ///< a rule of severity error failed
  std::unique_ptr<Reading> reading;  ///< where it is still needed

  /// Roughly the memory that it takes.
  [[nodiscard]] std::size_t size() const noexcept;
};

struct BatchOptions {
  unsigned jobs = 0;     ///< threads; 0 is as many as there are cores
  bool show_bar = true;  ///< on a terminal

  void add_to(Options& options);
};

/// How many inputs failed, by reason.
class Failures {
 public:
  /// Another input; `reason` is empty if it did not fail.
  void add(const std::string& reason);
  [[nodiscard]] bool any() const noexcept { return !by_reason_.empty(); }
  /// Says so, if there were several inputs and one failed.
  void say_summary() const;

 private:
  std::size_t inputs_ = 0;
  std::map<std::string, std::size_t> by_reason_;
};

struct BatchSteps {
  /// Whether an input is left out: it was finished before. May be empty.
  std::function<bool(const Input&)> is_finished;
  /// Tells of the inputs that were finished before. May be empty.
  std::function<void(Failures&)> earlier;
  /// Makes the result; called by several threads at once.
  std::function<Done(const Input&)> work;
  /// Takes the result; called by the calling thread only, in the order of inputs.
  std::function<void(const Input&, Done&&)> take;
  /// Called now and then while results are waited for. May be empty.
  std::function<void()> pause;
  /// Called when the program is asked to stop, before it ends. May be empty.
  std::function<void()> interrupted;
};

/// Does `steps` for all inputs of `walk`, says what accounts have to say, and returns what failed. Results
/// that wait for those before them are bounded in number and in bytes: threads wait rather than run ahead.
Failures run_batch(InputWalk& walk, const BatchOptions& options, const BatchSteps& steps);

}  // namespace nianbao::cli
