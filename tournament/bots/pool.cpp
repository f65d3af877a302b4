#include "tournament/bots/pool.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <system_error>

namespace tt::tournament {

BotPool::BotPool(std::filesystem::path logs, Hidden hidden) : logs_(std::move(logs)), hidden_(std::move(hidden)) {
  // A program that has gone is an error of write(), not the end of this one.
  sigset_t broken;
  ::sigemptyset(&broken);
  ::sigaddset(&broken, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &broken, nullptr);
  std::error_code ignored;  // a log that cannot be written stops no tournament
  if (!logs_.empty()) std::filesystem::create_directories(logs_, ignored);
}

persistence::Result<std::unique_ptr<Channel>> BotPool::take(const Program& program) {
  auto& idle = idle_[program.name];
  if (!idle.empty()) {
    auto channel = std::move(idle.back());
    idle.pop_back();
    return channel;
  }
  auto process = Process::start(program, kCaps, hidden_);
  if (!process) return process.error();
  return std::make_unique<Channel>(*std::move(process), program.transport, kCaps.stderr_bytes);
}

bool BotPool::give_back(const Program& program, std::unique_ptr<Channel> channel) {
  if (channel->process().processes() > kCaps.processes) return false;
  if (!program.restart) idle_[program.name].push_back(std::move(channel));
  return true;
}

void BotPool::log(const Program& program, const std::string& text) const {
  if (logs_.empty() || text.empty()) return;
  const int file = ::open((logs_ / (program.name + ".log")).c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return;
  [[maybe_unused]] const auto written = ::write(file, text.data(), text.size());
  ::close(file);
}

}  // namespace tt::tournament
