// A process of this program's own, at low priority, that ends with the server whatever becomes of either. Network
// thread only: the kernel ends a child with the thread that started it, and that one lives as long as the server.
#pragma once

#include <sys/types.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "persistence/result.hpp"

namespace tt::server {

class Child : public std::enable_shared_from_this<Child> {
 public:
  struct Command {
    std::filesystem::path program;
    std::vector<std::string> arguments;
    std::filesystem::path log;  ///< of what it writes to either output, begun anew
  };
  /// Called once, on the network thread: how it ended, such as "signal 9 (Killed)"; empty for exit code 0.
  using Ended = std::function<void(std::string how)>;

  [[nodiscard]] static persistence::Result<std::shared_ptr<Child>> start(boost::asio::io_context& io,
                                                                         const Command& command, Ended ended);
  /// Kills it and waits for its end, which nobody is told of.
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Asks it to end; `ended` hears of it.
  void stop() const;
  [[nodiscard]] pid_t pid() const { return pid_; }

 private:
  Child(boost::asio::io_context& io, pid_t pid, int handle, Ended ended);
  void watch();

  pid_t pid_;
  boost::asio::posix::stream_descriptor handle_;  ///< a pidfd: readable when the process has ended
  Ended ended_;
  bool reaped_ = false;
};

}  // namespace tt::server
