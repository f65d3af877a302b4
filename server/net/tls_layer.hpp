// TLS over one socket, without its templates: who includes this compiles none of them. Network thread only; one read
// and one write at a time, as with any stream.
#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>
#include <functional>
#include <memory>

#include "server/net/certificate.hpp"

namespace tt::server {

class TlsLayer {
 public:
  using Moved = std::function<void(boost::system::error_code, std::size_t)>;
  using Done = std::function<void(boost::system::error_code)>;
  /// What is written at once; a sequence with more parts is written in several goes. Empty ones at the end.
  using Parts = std::array<boost::asio::const_buffer, 4>;

  TlsLayer(boost::asio::ip::tcp::socket socket, TlsIdentity identity);
  ~TlsLayer();

  [[nodiscard]] boost::asio::ip::tcp::socket& socket();
  /// As the server. The layer must live until each of these is done; closing the socket ends them.
  void handshake(Done done);
  void read_some(boost::asio::mutable_buffer into, Moved done);
  void write_some(const Parts& from, Moved done);
  /// Tells the client that nothing is missing, and waits for its word.
  void shut_down(Done done);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tt::server
