// The other end of TLS, for tests: one blocking connection of bytes, and a tunnel for clients that speak in the clear.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace tt::test {

class TlsClient {
 public:
  struct Wish {
    int version_most = 0;  ///< such as TLS1_1_VERSION; 0: any
    int receive_buffer = 0;
  };
  explicit TlsClient(std::uint16_t port) : TlsClient(port, Wish{}) {}
  TlsClient(std::uint16_t port, Wish wish);
  ~TlsClient();

  /// Whether the handshake has come to its end; nothing else works if not.
  [[nodiscard]] bool is_open() const { return open_; }
  [[nodiscard]] std::string version() const;
  [[nodiscard]] std::string cipher() const;
  /// Whom the server's certificate is for.
  [[nodiscard]] std::string name() const;
  /// False once the server has gone.
  bool write(std::string_view bytes);
  /// At least a byte; empty when the connection has ended.
  std::string read_some();
  std::string read_all();
  /// Whether the server ended with a word, so that nothing can be missing.
  [[nodiscard]] bool ended_well() const;
  [[nodiscard]] int socket() const { return socket_; }
  /// Bytes that have come already and are not read yet.
  [[nodiscard]] bool pending() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
  int socket_ = -1;
  bool open_ = false;
};

/// Listens in the clear on a port of its own, and goes on to the server under TLS.
class TlsTunnel {
 public:
  explicit TlsTunnel(std::uint16_t server);
  ~TlsTunnel();
  TlsTunnel(const TlsTunnel&) = delete;
  TlsTunnel& operator=(const TlsTunnel&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }

 private:
  void accept();

  std::uint16_t server_;
  std::uint16_t port_ = 0;
  int listener_ = -1;
  std::thread acceptor_;
  std::vector<std::thread> relays_;  ///< the acceptor's, then the destructor's
};

/// A socket connected to a port of this machine.
[[nodiscard]] int connect_to(std::uint16_t port, int receive_buffer = 0);

}  // namespace tt::test
