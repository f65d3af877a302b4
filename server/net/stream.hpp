// A socket as Beast wants it, in the clear or under TLS: one type, so that HTTP and WebSocket are compiled once. In the
// clear every call goes straight to the socket. Network thread only.
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <memory>
#include <type_traits>
#include <utility>
#include <variant>

#include "server/net/tls_layer.hpp"

namespace tt::server {

class Stream {
 public:
  using next_layer_type = boost::asio::ip::tcp::socket;
  using executor_type = next_layer_type::executor_type;

  explicit Stream(next_layer_type socket) : layer_(std::move(socket)) {}

  /// From now on; the handshake comes next.
  void encrypt(TlsIdentity identity) {
    auto socket = std::move(std::get<next_layer_type>(layer_));
    layer_ = std::make_unique<TlsLayer>(std::move(socket), std::move(identity));
  }
  [[nodiscard]] bool encrypted() const { return std::holds_alternative<Tls>(layer_); }
  /// Under TLS only, as `shut_down`.
  void handshake(TlsLayer::Done done) { tls().handshake(std::move(done)); }
  void shut_down(TlsLayer::Done done) { tls().shut_down(std::move(done)); }

  [[nodiscard]] next_layer_type& next_layer() {
    return encrypted() ? tls().socket() : std::get<next_layer_type>(layer_);
  }
  [[nodiscard]] executor_type get_executor() { return next_layer().get_executor(); }

  template <class Buffers, class Handler>
  void async_read_some(const Buffers& buffers, Handler&& handler) {
    if (!encrypted()) {
      next_layer().async_read_some(buffers, std::forward<Handler>(handler));
      return;
    }
    boost::asio::mutable_buffer into;
    const auto end = boost::asio::buffer_sequence_end(buffers);
    for (auto at = boost::asio::buffer_sequence_begin(buffers); into.size() == 0 && at != end; ++at) into = *at;
    tls().read_some(into, shared<TlsLayer::Moved>(std::forward<Handler>(handler)));
  }

  template <class Buffers, class Handler>
  void async_write_some(const Buffers& buffers, Handler&& handler) {
    if (!encrypted()) {
      next_layer().async_write_some(buffers, std::forward<Handler>(handler));
      return;
    }
    TlsLayer::Parts parts;
    std::size_t count = 0;
    const auto end = boost::asio::buffer_sequence_end(buffers);
    for (auto at = boost::asio::buffer_sequence_begin(buffers); count < parts.size() && at != end; ++at)
      if (const boost::asio::const_buffer part = *at; part.size() > 0) parts[count++] = part;
    tls().write_some(parts, shared<TlsLayer::Moved>(std::forward<Handler>(handler)));
  }

  /// Beast's handlers can be moved only; a function has to be copied.
  template <class Function, class Handler>
  [[nodiscard]] static Function shared(Handler&& handler) {
    auto kept = std::make_shared<std::decay_t<Handler>>(std::forward<Handler>(handler));
    return [kept = std::move(kept)](auto... results) { (*kept)(results...); };
  }

 private:
  using Tls = std::unique_ptr<TlsLayer>;
  [[nodiscard]] TlsLayer& tls() { return *std::get<Tls>(layer_); }

  std::variant<next_layer_type, Tls> layer_;
};

/// Beast's hook for the end of a WebSocket: found by the stream's namespace.
template <class Handler>
void async_teardown(boost::beast::role_type role, Stream& stream, Handler&& handler) {
  if (!stream.encrypted())
    return boost::beast::websocket::async_teardown(role, stream.next_layer(), std::forward<Handler>(handler));
  stream.shut_down(Stream::shared<TlsLayer::Done>(std::forward<Handler>(handler)));
}

}  // namespace tt::server
