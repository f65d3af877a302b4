// A running server: the parts and how they stand on each other.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>

#include "persistence/result.hpp"
#include "server/config.hpp"

namespace tt::server {

class Server {
 public:
  /// Loads every world, then listens. Returns with the port open; everything runs on threads of its own.
  static persistence::Result<std::unique_ptr<Server>> start(Config config);
  /// Stops if `stop` has not been called.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  /// Reads the certificate again, for new connections; the old one stays if it cannot be used, and the log says why.
  void renew_certificate();
  /// The page, such as "http://127.0.0.1:8080/w/demo": of the demo world where there is one, else the lobby.
  [[nodiscard]] std::string link() const;
  /// Takes no more connections, brings all to the disk, says goodbye. False if the disk hangs: then nothing is left but
  /// to exit.
  bool stop();

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace tt::server
