// SPDX-License-Identifier: Apache-2.0
#include "batch.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <new>
#include <thread>
#include <vector>

#include "signals.hpp"
#include "talk.hpp"

namespace nianbao::cli {

namespace {

// How far threads may run ahead of what was taken: enough to be busy while one of them is slow.
constexpr std::size_t results_ahead_of_each_thread = 32;
constexpr std::size_t bytes_ahead_of_each_thread = std::size_t{8} << 20;

constexpr auto look_every = std::chrono::milliseconds(100);
// Threads end their helpers (pdftotext) when they are asked to stop; longer than that nobody waits.
constexpr auto patience = std::chrono::milliseconds(500);

Done work_safely(const BatchSteps& steps, const Input& input) {
  Done done;
  std::string why;
  try {
    return steps.work(input);
  } catch (const std::bad_alloc&) {
    why = "out of memory";
  } catch (const std::exception& error) {
    why = error.what();
  }
  done.account.said.push_back(input.name + ": " + why);
  done.account.fail(std::move(why));
  done.account.is_unread = true;
  return done;
}

class Batch {
 public:
  Batch(InputWalk& walk, const BatchOptions& options, const BatchSteps& steps)
      : walk_(walk), steps_(steps), jobs_(options.jobs), progress_(options.show_bar && walk.many()) {
    if (!walk.many()) jobs_ = 1;
    if (jobs_ == 0) jobs_ = std::max(1U, std::thread::hardware_concurrency());
  }

  ~Batch() {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      const std::lock_guard<std::mutex> watch_lock(watch_mutex_);
      abandoned_ = true;
    }
    room_.notify_all();
    over_.notify_all();
    for (auto& thread : threads_) thread.join();
  }
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  Failures run() {
    heed_signals();
    if (steps_.earlier) steps_.earlier(failures_);
    threads_.emplace_back([this] { watch(); });
    if (progress_.is_shown()) threads_.emplace_back([this, walk = walk_] { count(walk); });
    for (unsigned i = 0; i < jobs_; ++i) threads_.emplace_back([this] { work(); });
    while (auto slot = next_result()) take(*slot);
    failures_.say_summary();
    return std::move(failures_);
  }

 private:
  struct Slot {
    Input input;
    Done done;
    bool is_done = false;
  };

  // --- threads -------------------------------------------------------------------------------------

  void work() {
    for (;;) {
      // References to items of a deque stay good while others come and go at its ends.
      auto* slot = next_input();
      if (slot == nullptr) return;
      auto done = work_safely(steps_, slot->input);
      const std::lock_guard<std::mutex> lock(mutex_);
      waiting_bytes_ += done.size();
      slot->done = std::move(done);
      slot->is_done = true;
      --busy_;
      ready_.notify_one();
    }
  }

  // The input whose turn it is always has room, so the others never wait for one another.
  [[nodiscard]] bool has_room() const noexcept {
    return slots_.empty() || (slots_.size() < jobs_ * results_ahead_of_each_thread &&
                              waiting_bytes_ < jobs_ * bytes_ahead_of_each_thread);
  }

  Slot* next_input() {
    std::unique_lock<std::mutex> lock(mutex_);
    room_.wait(lock, [this] { return has_room() || has_ended(); });
    if (has_ended()) return nullptr;
    auto input = unfinished_input();
    if (!input) {
      all_taken_ = true;
      ready_.notify_one();
      room_.notify_all();
      return nullptr;
    }
    slots_.push_back({std::move(*input), {}, false});
    ++busy_;
    return &slots_.back();
  }

  [[nodiscard]] bool has_ended() const noexcept { return all_taken_ || abandoned_ || stopping(); }

  std::optional<Input> unfinished_input() {
    auto input = walk_.next();
    while (input && steps_.is_finished && input->note.empty() && steps_.is_finished(*input)) {
      progress_.skip();
      if (stopping()) return std::nullopt;
      input = walk_.next();
    }
    return input;
  }

  // The calling thread may hang in writing to a pipe that nobody reads: then this one ends the program.
  void watch() {
    std::unique_lock<std::mutex> lock(watch_mutex_);
    const auto is_over = [this] { return abandoned_.load(); };
    while (!over_.wait_for(lock, look_every, is_over)) {
      if (!stopping()) continue;
      if (over_.wait_for(lock, patience + look_every, is_over)) return;
      end_by_signal();
    }
  }

  // How many there are is known only when all folders were walked: nobody waits for it.
  void count(InputWalk walk) {
    std::size_t total = 0;
    while (const auto input = walk.next()) {
      if (abandoned_ || stopping()) return;
      if (input->note.empty() || !input->problem.empty()) ++total;
    }
    progress_.set_total(total);
  }

  // --- the calling thread --------------------------------------------------------------------------

  std::unique_ptr<Slot> next_result() {
    std::unique_lock<std::mutex> lock(mutex_);
    const auto is_ready = [this] { return slots_.empty() ? all_taken_ : slots_.front().is_done; };
    while (!ready_.wait_for(lock, look_every, is_ready) || stopping()) {
      if (stopping()) stop(lock);
      lock.unlock();
      if (steps_.pause) steps_.pause();
      progress_.show();
      lock.lock();
    }
    if (slots_.empty()) return nullptr;
    auto slot = std::make_unique<Slot>(std::move(slots_.front()));
    slots_.pop_front();
    waiting_bytes_ -= slot->done.size();
    room_.notify_all();
    return slot;
  }

  void take(Slot& slot) {
    if (!slot.input.note.empty()) say(slot.input.note);
    const bool is_input = slot.input.note.empty() || !slot.input.problem.empty();
    if (!is_input) return;
    for (const auto& line : slot.done.account.said) say(line);
    failures_.add(slot.done.account.failure);
    steps_.take(slot.input, std::move(slot.done));
    progress_.step();
  }

  [[noreturn]] void stop(std::unique_lock<std::mutex>& lock) {
    room_.notify_all();
    lock.unlock();
    progress_.clear();
    if (steps_.interrupted) steps_.interrupted();
    lock.lock();
    ready_.wait_for(lock, patience, [this] { return busy_ == 0; });
    end_by_signal();
  }

  InputWalk& walk_;
  const BatchSteps& steps_;
  unsigned jobs_;
  Progress progress_;
  Failures failures_;

  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable ready_;
  std::deque<Slot> slots_;  // in the order of inputs
  std::size_t waiting_bytes_ = 0;
  unsigned busy_ = 0;
  bool all_taken_ = false;
  std::atomic<bool> abandoned_{false};
  std::mutex watch_mutex_;
  std::condition_variable over_;
  std::vector<std::thread> threads_;
};

}  // namespace

std::size_t Done::size() const noexcept {
  constexpr std::size_t rest_of_reading = std::size_t{64} << 10;  // cells, findings, statements
  auto size = text.size();
  if (reading) size += 4 * (reading->text.size() + reading->parsed.extracted_text.size()) + rest_of_reading;
  return size;
}

void BatchOptions::add_to(Options& options) {
  constexpr unsigned most = 1024;
  options.add("-j,--jobs", jobs, "How many inputs are read at once (default: one a core)").between(1U, most);
}

void Failures::add(const std::string& reason) {
  ++inputs_;
  if (!reason.empty()) ++by_reason_[reason];
}

void Failures::say_summary() const {
  if (inputs_ < 2 || !any()) return;
  std::size_t failed = 0;
  std::string reasons;
  for (const auto& [reason, count] : by_reason_) {
    failed += count;
    reasons += (reasons.empty() ? "" : ", ") + std::to_string(count) + ' ' + reason;
  }
  say(std::to_string(failed) + " of " + std::to_string(inputs_) + " inputs failed: " + reasons);
}

Failures run_batch(InputWalk& walk, const BatchOptions& options, const BatchSteps& steps) {
  return Batch(walk, options, steps).run();
}

}  // namespace nianbao::cli
