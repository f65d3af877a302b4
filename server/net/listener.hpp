// The one port: accepts sockets and counts them. Network thread only.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "server/net/connection_count.hpp"

namespace tt::server {

class Listener : public std::enable_shared_from_this<Listener> {
 public:
  using Accepted = std::function<void(boost::asio::ip::tcp::socket, ConnectionCount::Place)>;

  /// Throws boost::system::system_error if the address cannot be listened on.
  Listener(boost::asio::io_context& io, const std::string& address, std::uint16_t port, const Caps& caps,
           Accepted accepted);

  void start() { accept(); }
  void stop();
  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::size_t connections() const { return count_.total(); }

 private:
  void accept();
  void admit(boost::asio::ip::tcp::socket socket);

  boost::asio::ip::tcp::acceptor acceptor_;
  boost::asio::steady_timer pause_;
  ConnectionCount count_;
  Accepted accepted_;
  std::uint16_t port_ = 0;
};

}  // namespace tt::server
