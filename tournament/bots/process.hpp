// One program, started behind a fence: pipes to it, its process group, its end. Linux.
//
// The fence: limits on data, open files and file sizes, no core files, a session and process group of its own that is
// killed as a whole, an environment of PATH, LANG and HOME, death with the thread that started it; and where bubblewrap
// works also no network, a disk that can be read only, no sight of other processes, of the spec and of the
// results.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "persistence/result.hpp"
#include "tournament/bots/program.hpp"

namespace tt::tournament {

/// Whether programs run inside bubblewrap here: it is installed and allowed. Tried once a process.
[[nodiscard]] bool bubblewrap_works();

/// What the fence does here, in one sentence for people.
[[nodiscard]] std::string fence_description();

/// What `end` says of a process that did not go by itself.
inline constexpr const char* kKilledByUs = "killed by us";

/// How a process ended, of what waitpid told: "exit code 3", "signal 9 (Killed)".
[[nodiscard]] std::string ending_of(int status);

class Process {
 public:
  /// Starts it. Fails if there is no such command, folder or room for another process. To be ended by the thread that
  /// started it.
  [[nodiscard]] static persistence::Result<Process> start(const Program& program, const Caps& caps,
                                                          const Hidden& hidden);

  Process(Process&& other) noexcept;
  Process& operator=(Process&&) = delete;
  /// Kills the whole group and waits for its first process.
  ~Process();

  /// Its standard input, output and error: ours are the other ends, none of them blocks.
  [[nodiscard]] int input() const { return input_; }
  [[nodiscard]] int output() const { return output_; }
  [[nodiscard]] int errors() const { return errors_; }

  /// Processes it has at this moment, itself included, as far as they can be told from others'. Reads /proc: about a
  /// millisecond.
  [[nodiscard]] std::size_t processes() const;

  /// Closes its input, gives it that long to go by itself, kills it and everything it started, and says how its first
  /// process had ended: "exit code 3", "signal 9 (Killed)", kKilledByUs.
  std::string end(std::chrono::milliseconds patience = std::chrono::milliseconds(200));

 private:
  Process(pid_t pid, bool wrapped, int input, int output, int errors)
      : pid_(pid), wrapped_(wrapped), input_(input), output_(output), errors_(errors) {}

  pid_t pid_;
  bool wrapped_;
  int input_;
  int output_;
  int errors_;
};

}  // namespace tt::tournament
