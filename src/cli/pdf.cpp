// SPDX-License-Identifier: Apache-2.0
#include "pdf.hpp"

#if defined(_WIN32)

namespace nianbao::cli {

PdfText read_pdf(std::string_view, const PdfLimits&) {
  return {{}, true, DiagnosticCode::input_tool_missing, "pdftotext", 0};
}

}  // namespace nianbao::cli

#else

#include <fcntl.h>
#include <poll.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): kill is POSIX, not of <csignal>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <mutex>
#include <vector>

#include "signals.hpp"

extern char** environ;  // NOLINT(readability-redundant-declaration): some systems declare it nowhere

namespace nianbao::cli {

namespace {

constexpr const char* program = "pdftotext";

// No more of its messages is looked at.
constexpr std::size_t most_messages = std::size_t{1} << 16;

// A descriptor that is closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) noexcept : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int get() const noexcept { return number_; }
  void reset(int number) noexcept {
    close();
    number_ = number;
  }
  void close() noexcept {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

// A file without a name in the folder for such: what it holds is gone when it is closed.
bool write_unnamed(std::string_view bytes, Descriptor& out) {
  const char* folder = std::getenv("TMPDIR");
  std::string path = folder != nullptr && *folder != '\0' ? folder : "/tmp";
  path += "/nianbao-XXXXXX";
  out.reset(::mkstemp(path.data()));
  if (out.get() < 0) return false;
  ::unlink(path.c_str());
  ::fcntl(out.get(), F_SETFD, FD_CLOEXEC);
  while (!bytes.empty()) {
    const auto written = ::write(out.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::lseek(out.get(), 0, SEEK_SET) == 0;
}

struct Pipe {
  Descriptor read;
  Descriptor write;

  bool open() {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) return false;
    read.reset(ends[0]);
    write.reset(ends[1]);
    for (const int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
    return true;
  }
};

// pdftotext with the file as its input. No shell has a part in it.
class Child {
 public:
  Child() = default;
  ~Child() { stop(); }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // 0, or why it did not start.
  int start(int input, int output, int messages) {
    posix_spawn_file_actions_t actions;
    if (const int error = ::posix_spawn_file_actions_init(&actions); error != 0) return error;
    ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, messages, STDERR_FILENO);
    std::array<std::string, 4> words{program, "-bbox-layout", "-", "-"};
    std::array<char*, 5> arguments{};
    for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
    const int error = ::posix_spawnp(&id_, program, &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (error != 0) id_ = -1;
    return error;
  }

  // Waits for its end; how it ended, -1 if by a signal.
  int wait() {
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0)
      if (errno != EINTR) return -1;
    id_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  void stop() {
    if (id_ <= 0) return;
    ::kill(id_, SIGKILL);
    wait();
  }

 private:
  pid_t id_ = -1;
};

enum class End { all, enough, late };

// Reads both of the child's outputs until it closes them, gives enough, or is late.
End collect(Pipe& output, Pipe& messages, const PdfLimits& limits, std::string& words, std::string& said) {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + std::chrono::seconds(limits.seconds);
  std::vector<char> block(std::size_t{1} << 16);
  std::array<pollfd, 2> open{pollfd{output.read.get(), POLLIN, 0}, pollfd{messages.read.get(), POLLIN, 0}};
  while (open[0].fd >= 0 || open[1].fd >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return End::late;
    if (stopping()) return End::late;
    constexpr long long look_every = 100;
    const int ready = ::poll(open.data(), open.size(),
                             static_cast<int>(std::min(look_every, static_cast<long long>(left))));
    if (ready < 0 && errno != EINTR) return End::late;
    if (ready <= 0) continue;
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (open[i].fd < 0 || open[i].revents == 0) continue;
      const auto count = ::read(open[i].fd, block.data(), block.size());
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) {
        open[i].fd = -1;
        continue;
      }
      auto& to = i == 0 ? words : said;
      if (i == 0 || to.size() < most_messages) to.append(block.data(), static_cast<std::size_t>(count));
      // One byte beyond the limit tells the library that there is more.
      if (words.size() > limits.max_output) return End::enough;
    }
  }
  return End::all;
}

// One at a time: what is opened here is closed for other programs only a moment later, and a pipe that
// another thread's pdftotext also holds would not end.
bool start(Child& child, std::string_view bytes, Descriptor& file, Pipe& output, Pipe& messages) {
  static std::mutex one_at_a_time;
  const std::lock_guard<std::mutex> lock(one_at_a_time);
  return write_unnamed(bytes, file) && output.open() && messages.open() &&
         child.start(file.get(), output.write.get(), messages.write.get()) == 0;
}

PdfText failed(DiagnosticCode why, const char* text, std::int64_t n = 0) { return {{}, true, why, text, n}; }

}  // namespace

PdfText read_pdf(std::string_view bytes, const PdfLimits& limits) {
  Descriptor file;
  Pipe output;
  Pipe messages;
  Child child;
  if (!start(child, bytes, file, output, messages))
    return failed(DiagnosticCode::input_tool_missing, program);
  output.write.close();
  messages.write.close();
  PdfText result;
  std::string said;
  const auto end = collect(output, messages, limits, result.words, said);
  if (end == End::late) return failed(DiagnosticCode::input_timed_out, program, limits.seconds);
  if (end == End::enough) return result;
  const int status = child.wait();
  constexpr int not_allowed = 3;
  constexpr int no_such_program = 127;
  if (status == no_such_program) return failed(DiagnosticCode::input_tool_missing, program);
  if (status == not_allowed || said.find("ncorrect password") != std::string::npos)
    return failed(DiagnosticCode::input_encrypted, "PDF");
  if (status != 0 || result.words.find("<page ") == std::string::npos)
    return failed(DiagnosticCode::input_damaged, "PDF");
  return result;
}

}  // namespace nianbao::cli

#endif

namespace nianbao::cli {

bool is_pdf(std::string_view bytes) noexcept { return bytes.substr(0, 5) == "%PDF-"; }

}  // namespace nianbao::cli
