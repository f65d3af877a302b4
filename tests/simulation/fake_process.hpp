// One run of the server: all its real parts, from the accounts up to the sessions, on executors that take one step when
// told to. What the threads of a real one do at the same time is done here in an order that the draws decide.
#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <deque>
#include <filesystem>
#include <memory>
#include <unordered_map>

#include "server/lobby/guests.hpp"
#include "server/lobby/worlds.hpp"
#include "server/metrics.hpp"
#include "server/session/session.hpp"
#include "server/storage/data_folder.hpp"
#include "server/storage/storage.hpp"
#include "tests/simulation/fake_clock.hpp"
#include "tests/support/seed.hpp"

namespace tt::test {

/// One lane for all files: every order it can have is one that more lanes could have, and draws stay the same.
class FakeStorage final : public server::Storage, public server::Disk {
 public:
  void post(Job job) override { jobs_.push_back(std::move(job)); }
  Storage& lane(const std::string&) override { return *this; }
  bool step();
  /// Of a process that is gone. Letting go of a job may post another one.
  void forget();

 private:
  std::deque<Job> jobs_;
};

class FakeProcess {
 public:
  /// Starts on this folder; throws std::runtime_error if it cannot.
  FakeProcess(const std::filesystem::path& data, FakeClock& clock);
  /// As a kill does it: without a word. The disk must take nothing any more, unless it has been stopped.
  ~FakeProcess();
  FakeProcess(const FakeProcess&) = delete;
  FakeProcess& operator=(const FakeProcess&) = delete;

  [[nodiscard]] std::shared_ptr<server::Session> new_session(protocol::Mapping mapping);
  /// One step of a part that has something to do, drawn by chance; false if none has.
  bool step(Draws& draws);
  void settle(Draws& draws) {
    while (step(draws)) {
    }
  }
  /// Brings all to the disk, as on SIGTERM; no time passes.
  void stop(Draws& draws);
  [[nodiscard]] bool has_failed() const { return worlds_.has_failed("town"); }

 private:
  server::Config config_;
  server::DataFolder data_;
  FakeClock& clock_;
  boost::asio::io_context network_{1};
  boost::asio::io_context pool_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> network_work_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> pool_work_;
  server::Metrics metrics_;
  server::Keyframes keyframes_{server::kKeyframeBytesMax};
  server::Downloads downloads_{server::kDownloadBytesMax};
  FakeStorage storage_;
  server::Hasher hasher_;
  server::Guests guests_;
  server::Worlds worlds_;
  server::Places<std::uint64_t> by_account_;
  server::SessionGround ground_;
  std::unordered_map<std::uint64_t, std::weak_ptr<server::Session>> sessions_;
  std::uint64_t last_session_ = 0;
};

}  // namespace tt::test
