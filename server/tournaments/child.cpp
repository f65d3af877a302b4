#include "server/tournaments/child.hpp"

#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "tournament/bots/process.hpp"

namespace tt::server {
namespace {

using persistence::Failure;
using persistence::Result;

constexpr int kNiceness = 10;  // whoever plays comes first
constexpr int kFirstOfOthers = 3;

/// Between fork and exec: system calls only, for another thread may hold any lock.
[[noreturn]] void become(const char* program, char* const* arguments, int log, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);  // it has gone already
  ::setsid();                             // a key pressed at the server's terminal is not for it
  ::setpriority(PRIO_PROCESS, 0, kNiceness);
  for (int number = 1; number < NSIG; ++number) ::signal(number, SIG_DFL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  const int nothing = ::open("/dev/null", O_RDONLY);
  ::dup2(nothing, STDIN_FILENO);
  ::dup2(log, STDOUT_FILENO);
  ::dup2(log, STDERR_FILENO);
  // The server's sockets and files are not for it, nor kept open by it.
  ::syscall(SYS_close_range, kFirstOfOthers, ~0U, CLOSE_RANGE_CLOEXEC);
  ::execv(program, arguments);
  ::_exit(127);
}

}  // namespace

Result<std::shared_ptr<Child>> Child::start(boost::asio::io_context& io, const Command& command, Ended ended) {
  std::vector<std::string> words = command.arguments;
  words.insert(words.begin(), "technotariat");
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const int log = ::open(command.log.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (log < 0)
    return Failure{std::string("The run's log cannot be written: ") + std::strerror(errno) + ".", command.log.string(),
                   "Check its folder's permissions and the room on the disk."};
  const pid_t parent = ::getpid();
  // A signal for the child must not reach the server's own handlers, which it has until it becomes another program:
  // what they write to their pipe, the server would take for its own.
  sigset_t every;
  sigset_t before;
  ::sigfillset(&every);
  ::pthread_sigmask(SIG_SETMASK, &every, &before);
  const pid_t pid = ::fork();
  if (pid == 0) become(command.program.c_str(), arguments.data(), log, parent);
  const int error = errno;
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  ::close(log);
  if (pid < 0)
    return Failure{std::string("No process can be started: ") + std::strerror(error) + ".", command.program.string(),
                   "Look whether the machine has memory and processes left."};
  const int handle = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
  if (handle < 0) {
    ::kill(pid, SIGKILL);
    ::waitpid(pid, nullptr, 0);
    return Failure{"The end of a process cannot be waited for here.", "pidfd_open", "It takes Linux 5.3 or later."};
  }
  std::shared_ptr<Child> child(new Child(io, pid, handle, std::move(ended)));
  child->watch();
  return child;
}

Child::Child(boost::asio::io_context& io, pid_t pid, int handle, Ended ended)
    : pid_(pid), handle_(io, handle), ended_(std::move(ended)) {}

void Child::watch() {
  handle_.async_wait(
      boost::asio::posix::stream_descriptor::wait_read, [weak = weak_from_this()](boost::system::error_code ec) {
        const auto self = weak.lock();
        if (ec || !self) return;
        int status = 0;
        ::waitpid(self->pid_, &status, 0);
        self->reaped_ = true;
        self->ended_(WIFEXITED(status) && WEXITSTATUS(status) == 0 ? std::string() : tournament::ending_of(status));
      });
}

Child::~Child() {
  if (reaped_) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

void Child::stop() const {
  if (!reaped_) ::kill(pid_, SIGTERM);
}

}  // namespace tt::server
