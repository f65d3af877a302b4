// A server in this process, over a folder of its own, on any free port.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/server.hpp"
#include "tests/server/support/client.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::test {

class TestServer {
 public:
  /// With a world "town" of the smallest scenario and no bots; ticks close by readiness only, unless `change` says
  /// otherwise.
  explicit TestServer(std::function<void(server::Config&)> change = {});

  void start();
  void stop();
  void restart() {
    stop();
    start();
  }

  [[nodiscard]] Door door(Mapping mapping = Mapping::kBinary) const;
  [[nodiscard]] std::uint16_t port() const { return server_->port(); }
  [[nodiscard]] server::Server& server() { return *server_; }
  [[nodiscard]] Guest guest(const std::string& name = {}, const std::string& token = {}) const {
    return Guest(door(), name, token);
  }
  /// As somebody behind a proxy at that address, for a server that trusts this machine.
  [[nodiscard]] Guest guest_from(const std::string& address, const std::string& name = {},
                                 const std::string& token = {}) const;
  /// In the town and on a seat.
  [[nodiscard]] Guest seated(v1::Role role, const std::string& name = {}) const;

  /// The town's file as it is on the disk; the server must be stopped.
  struct Town {
    std::uint64_t entries = 0;
    std::uint64_t state_hash = 0;
    std::uint32_t tick = 0;
    std::size_t actions = 0;  ///< of seated people, in the whole journal
    std::string problem;      ///< of the verification; empty if sound
  };
  [[nodiscard]] Town town() const;
  [[nodiscard]] const TempFolder& folder() const { return folder_; }

 private:
  TempFolder folder_;
  std::function<void(server::Config&)> change_;
  std::unique_ptr<server::Server> server_;
};

/// Whoever comes from here is a proxy.
void trust_this_machine(server::Config& config);

/// What a server answers to these bytes, until it closes.
[[nodiscard]] std::string raw(std::uint16_t port, const std::string& request);

/// The same about any data folder.
[[nodiscard]] TestServer::Town town_in(const std::filesystem::path& data);
/// Founds the town in a data folder.
void found_town(const std::filesystem::path& data);

}  // namespace tt::test
