// The one port: accepts sockets and counts them. Network thread only.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "server/http/forwarded.hpp"
#include "server/net/connection_count.hpp"

namespace tt::server {

struct AcceptedSocket {
  boost::asio::ip::tcp::socket socket;
  boost::asio::ip::address peer;  ///< IPv4 wherever it is
  Place place;
};

class Listener : public std::enable_shared_from_this<Listener> {
 public:
  using Accepted = std::function<void(AcceptedSocket)>;

  /// Throws boost::system::system_error if the address cannot be listened on. `proxies` outlives it.
  Listener(boost::asio::io_context& io, const std::string& address, std::uint16_t port, const Caps& caps,
           const ProxyPlan& proxies, Accepted accepted);

  void start() { accept(); }
  void stop();
  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// For a client that came through a proxy; null if there are enough of its address.
  [[nodiscard]] Place place_for(const boost::asio::ip::address& client) { return count_.take(client); }
  [[nodiscard]] std::size_t connections() const { return count_.total(); }

 private:
  void accept();
  void admit(boost::asio::ip::tcp::socket socket);

  boost::asio::ip::tcp::acceptor acceptor_;
  boost::asio::steady_timer pause_;
  ConnectionCount count_;
  const ProxyPlan& proxies_;
  Accepted accepted_;
  std::uint16_t port_ = 0;
};

}  // namespace tt::server
