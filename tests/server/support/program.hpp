// The program itself as a process: started, told to stop, killed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace tt::test {

/// Where the program lies.
[[nodiscard]] std::string program_path();

class Program {
 public:
  /// Starts `technotariat` with these arguments; standard output is read, standard error goes to ours.
  explicit Program(std::vector<std::string> arguments);
  /// Kills it if it still runs.
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// The port of the address that `serve` prints once it listens. Fails the test if it does not come.
  [[nodiscard]] std::uint16_t port();
  void signal(int number) const;
  [[nodiscard]] pid_t pid() const { return pid_; }
  /// The exit code, or minus the signal that ended it. Everything it printed is in `output` then.
  int wait();

  std::string output;

 private:
  bool read_some();

  pid_t pid_ = -1;
  int out_ = -1;
  std::optional<int> ended_;
};

}  // namespace tt::test
