// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "batch.hpp"

namespace nianbao::cli {

/// Options of commands whose output is one record, or some lines, after the other for each input.
struct RecordOptions {
  std::string output;
  bool resume = false;
  BatchOptions batch;

  void add_to(Options& options);
};

struct RecordRun {
  std::vector<std::string> signature;  ///< what makes the output what it is, beside the names of inputs
  std::string beginning;               ///< of the output
  std::function<Done(const Input&)> work;
};

/// Writes the records of all inputs, and resumes what a former run left if asked to. Whether every input was
/// a report and all was written.
bool run_records(InputWalk& walk, const std::vector<std::string>& inputs, const RecordOptions& options,
                 const RecordRun& run);

}  // namespace nianbao::cli
