#include "tests/server/support/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

namespace tt::test {

constexpr int kDeadlineMs = 30'000;

std::string program_path() {
  return TT_PROGRAM;
}

Program::Program(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), TT_PROGRAM);
  std::vector<char*> raw;
  for (std::string& argument : arguments) raw.push_back(argument.data());
  raw.push_back(nullptr);
  std::array<int, 2> pipe_ends{};
  if (::pipe2(pipe_ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  // No terminal: a program on one takes SIGHUP for the terminal's end.
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
  const int failed = ::posix_spawn(&pid_, TT_PROGRAM, &actions, nullptr, raw.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(pipe_ends[1]);
  out_ = pipe_ends[0];
  if (failed != 0) throw std::runtime_error("the program cannot be started: " TT_PROGRAM);
}

Program::~Program() {
  if (!ended_) {
    signal(SIGKILL);
    wait();
  }
  ::close(out_);
}

bool Program::read_some() {
  pollfd ready{out_, POLLIN, 0};
  if (::poll(&ready, 1, kDeadlineMs) <= 0) throw std::runtime_error("the program says nothing");
  std::array<char, 4096> bytes{};
  const ssize_t count = ::read(out_, bytes.data(), bytes.size());
  if (count > 0) output.append(bytes.data(), static_cast<std::size_t>(count));
  return count > 0;
}

std::uint16_t Program::port() {
  for (;;) {
    const std::size_t line = output.find("Play: http");
    if (line != std::string::npos && output.find('\n', line) != std::string::npos) {
      const std::size_t colon = output.find(':', output.find("://", line) + 3);
      return static_cast<std::uint16_t>(std::stoi(output.substr(colon + 1)));
    }
    if (!read_some()) throw std::runtime_error("the program ended before it listened");
  }
}

void Program::signal(int number) const {
  ::kill(pid_, number);
}

int Program::wait() {
  if (ended_) return *ended_;
  while (read_some()) {
  }
  int status = 0;
  ::waitpid(pid_, &status, 0);
  ended_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return *ended_;
}

}  // namespace tt::test
