#include "server/net/listener.hpp"

#include <utility>

namespace tt::server {
namespace asio = boost::asio;

Listener::Listener(asio::io_context& io, const std::string& address, std::uint16_t port, const Caps& caps,
                   const ProxyPlan& proxies, Accepted accepted)
    : acceptor_(io), pause_(io), count_(caps), proxies_(proxies), accepted_(std::move(accepted)) {
  const asio::ip::tcp::endpoint endpoint(asio::ip::make_address(address), port);
  acceptor_.open(endpoint.protocol());
  acceptor_.set_option(asio::socket_base::reuse_address(true));
  acceptor_.bind(endpoint);
  acceptor_.listen(asio::socket_base::max_listen_connections);
  port_ = acceptor_.local_endpoint().port();
}

void Listener::stop() {
  boost::system::error_code ignored;
  acceptor_.close(ignored);
  pause_.cancel();
}

void Listener::accept() {
  acceptor_.async_accept([self = shared_from_this()](boost::system::error_code ec, asio::ip::tcp::socket socket) {
    if (!self->acceptor_.is_open()) return;
    if (!ec) {
      self->admit(std::move(socket));
      return self->accept();
    }
    // Out of file descriptors, most likely: the connections that are there go on, and some will end.
    self->pause_.expires_after(std::chrono::milliseconds(100));
    self->pause_.async_wait([self](boost::system::error_code stopped) {
      if (!stopped) self->accept();
    });
  });
}

void Listener::admit(asio::ip::tcp::socket socket) {
  boost::system::error_code ec;
  const auto endpoint = socket.remote_endpoint(ec);
  if (ec) return;
  const auto peer = plain_address(endpoint.address());
  if (auto place = proxies_.trusts(peer) ? count_.take_for_proxy() : count_.take(peer))
    accepted_({std::move(socket), peer, std::move(place)});
}

}  // namespace tt::server
