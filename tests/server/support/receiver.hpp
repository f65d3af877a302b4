// Whoever gets webhooks: a small HTTP server on a thread and a port of its own.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/net/certificate.hpp"

namespace tt::test {

class Receiver {
 public:
  struct Got {
    std::string target;
    std::map<std::string, std::string> headers;  ///< by their names as they were sent
    std::string body;
  };

  /// Answers with these, each a status line's rest with whatever follows it (such as "302 Found\r\nLocation: /x"), then
  /// with 204. Speaks TLS if there is a certificate.
  explicit Receiver(std::deque<std::string> answers = {}, server::TlsIdentity tls = nullptr);
  ~Receiver();
  Receiver(const Receiver&) = delete;
  Receiver& operator=(const Receiver&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::string url(const std::string& path = "/hook") const;
  /// Waits for so many; throws if they do not come.
  [[nodiscard]] std::vector<Got> wait(std::size_t count);
  /// As many as have come until now.
  [[nodiscard]] std::size_t count();

 private:
  struct State;
  void run();

  std::unique_ptr<State> state_;
  std::uint16_t port_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Got> got_;
  std::thread thread_;
};

}  // namespace tt::test
