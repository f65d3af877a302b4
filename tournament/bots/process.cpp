#include "tournament/bots/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "tournament/bots/fence.hpp"
#include "tournament/bots/process_table.hpp"

namespace tt::tournament {
namespace {

using persistence::Failure;
using persistence::Result;

/// Both ends of a pipe; those still here at the end are closed.
struct Pipe {
  std::array<int, 2> ends{-1, -1};

  Pipe() = default;
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    for (const int end : ends)
      if (end >= 0) ::close(end);
  }
  [[nodiscard]] bool open() { return ::pipe2(ends.data(), O_CLOEXEC) == 0; }
  /// That end, which is then somebody else's to close.
  [[nodiscard]] int release(std::size_t end) { return std::exchange(ends[end], -1); }
};

void limit(decltype(RLIMIT_DATA) what, rlim_t most) {
  const rlimit both{most, most};
  ::setrlimit(what, &both);
}

/// In the child, between fork and exec: system calls only, for another thread may hold any lock.
[[noreturn]] void become(const Launch& launch, const Caps& caps, pid_t parent, const std::array<int, 3>& ends,
                         int complaints) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);  // it has gone already
  ::setsid();
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_DATA, rlim_t{caps.memory_mib} << 20U);
  limit(RLIMIT_NOFILE, caps.open_files);
  limit(RLIMIT_FSIZE, rlim_t{caps.file_mib} << 20U);
  bool ready = ::chdir(launch.folder.c_str()) == 0;
  for (int end = 0; end < 3; ++end) ready = ready && ::dup2(ends[static_cast<std::size_t>(end)], end) >= 0;
  if (ready) ::execve(launch.path.c_str(), launch.arguments(), launch.environment());
  const int error = errno;
  [[maybe_unused]] const auto told = ::write(complaints, &error, sizeof error);
  ::_exit(127);
}

/// Waits a moment for a process that is on its way out, so that its own end is told and not ours.
bool ends_by_itself(pid_t pid, std::chrono::milliseconds patience, int& status) {
  const int handle = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
  if (handle >= 0) {
    pollfd ended{handle, POLLIN, 0};
    ::poll(&ended, 1, static_cast<int>(patience.count()));
    ::close(handle);
  }
  return ::waitpid(pid, &status, WNOHANG) == pid;
}

}  // namespace

std::string ending_of(int status) {
  if (WIFEXITED(status)) return "exit code " + std::to_string(WEXITSTATUS(status));
  const int signal = WTERMSIG(status);
  return "signal " + std::to_string(signal) + " (" + ::strsignal(signal) + ")";
}

Result<Process> Process::start(const Program& program, const Caps& caps, const Hidden& hidden) {
  auto launch = prepare_launch(program, hidden);
  if (!launch) return launch.error();
  Pipe input;
  Pipe output;
  Pipe errors;
  Pipe complaints;
  const auto failed = [&](const std::string& what, const std::string& remedy) {
    return Failure{"The program of '" + program.name + "' cannot be started: " + what + ".", launch->path, remedy};
  };
  if (!input.open() || !output.open() || !errors.open() || !complaints.open())
    return failed(std::strerror(errno), "Have fewer jobs, or raise the limit of open files.");
  const pid_t parent = ::getpid();
  const pid_t pid = ::fork();
  if (pid < 0) return failed(std::strerror(errno), "Have fewer jobs, or raise the limit of processes.");
  if (pid == 0) become(*launch, caps, parent, {input.ends[0], output.ends[1], errors.ends[1]}, complaints.ends[1]);
  ::close(complaints.release(1));
  int error = 0;
  const bool complained = ::read(complaints.ends[0], &error, sizeof error) > 0;
  Process process(pid, launch->wrapped, input.release(1), output.release(0), errors.release(0));
  if (complained) return failed(std::strerror(error), "Check that it is there and may be run.");
  for (const int end : {process.input_, process.output_, process.errors_}) ::fcntl(end, F_SETFL, O_NONBLOCK);
  return process;
}

Process::Process(Process&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      wrapped_(other.wrapped_),
      input_(std::exchange(other.input_, -1)),
      output_(std::exchange(other.output_, -1)),
      errors_(std::exchange(other.errors_, -1)) {}

Process::~Process() {
  if (pid_ > 0) end();
  for (const int end : {input_, output_, errors_})
    if (end >= 0) ::close(end);
}

std::size_t Process::processes() const {
  return pid_ > 0 ? descendants_of(pid_, wrapped_) : 0;
}

std::string Process::end(std::chrono::milliseconds patience) {
  if (pid_ <= 0) return "ended before";
  ::close(std::exchange(input_, -1));  // those that read to the end of their input go by themselves
  int status = 0;
  const bool alone = ends_by_itself(pid_, patience, status);
  ::kill(-pid_, SIGKILL);
  if (!alone) {
    ::kill(pid_, SIGKILL);
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
  }
  pid_ = -1;
  return alone ? ending_of(status) : kKilledByUs;
}

}  // namespace tt::tournament
