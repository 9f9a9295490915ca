// SPDX-License-Identifier: Apache-2.0
#include "record_run.hpp"

#include "commands.hpp"
#include "journal.hpp"
#include "nianbao/version.hpp"
#include "output.hpp"
#include "talk.hpp"

namespace nianbao::cli {

namespace {

BatchOptions batch_options(const RecordOptions& options) {
  auto batch = options.batch;
  batch.show_bar = !is_standard(options.output) || !is_terminal_output();
  return batch;
}

// Resuming with another version, other inputs or options would make an output of two kinds.
std::string signature_of(const std::vector<std::string>& inputs, const RecordRun& run) {
  std::string out = version();
  for (const auto& word : run.signature) (out += '\0') += word;
  for (const auto& name : inputs) (out += '\0') += name;
  return out;
}

bool run_plain(InputWalk& walk, const RecordOptions& options, const RecordRun& run) {
  Output output(options.output);
  output << run.beginning;
  BatchSteps steps;
  steps.work = run.work;
  steps.take = [&output](const Input&, Done&& done) { output << done.text; };
  steps.interrupted = [&output] { output.discard(); };
  const auto failures = run_batch(walk, batch_options(options), steps);
  return output.finish() && !failures.any();
}

bool run_journaled(InputWalk& walk, const std::vector<std::string>& inputs, const RecordOptions& options,
                   const RecordRun& run) {
  JournaledOutput output(options.output, signature_of(inputs, run), options.resume);
  output.begin(run.beginning);
  BatchSteps steps;
  if (output.is_resumed())
    steps.is_finished = [&output](const Input& input) { return output.take_finished(input.name); };
  steps.work = run.work;
  steps.take = [&output](const Input& input, Done&& done) {
    // What could not be read at all left nothing in the output, and may be there when the run is resumed.
    if (!done.account.is_unread) output.add(input.name, done.account.failure, done.text);
  };
  steps.pause = [&output] { output.commit_if_due(); };
  steps.interrupted = [&] {
    output.commit();
    say("stopped; --resume goes on from here: " + options.output);
  };
  steps.earlier = [&output](Failures& failures) {
    output.each_earlier([&failures](const std::string& failure) { failures.add(failure); });
  };
  const auto failures = run_batch(walk, batch_options(options), steps);
  return output.finish() && !failures.any();
}

}  // namespace

void RecordOptions::add_to(Options& options) {
  const auto file =
      options.add("--output", output,
                  "Write to this file; it appears only when it is whole. Until then FILE.partial "
                  "and FILE.journal hold what is done");
  options
      .add_flag("--resume", resume,
                "Go on where a run with the same inputs and options was stopped or killed")
      .needs(file);
  batch.add_to(options);
}

bool run_records(InputWalk& walk, const std::vector<std::string>& inputs, const RecordOptions& options,
                 const RecordRun& run) {
  const bool is_file = !is_standard(options.output) && !is_device(place_of(options.output));
  return walk.many() && is_file ? run_journaled(walk, inputs, options, run) : run_plain(walk, options, run);
}

}  // namespace nianbao::cli
