// A socket as Beast wants it, in the clear or under TLS: one type, so that HTTP and WebSocket are compiled once. In the
// clear there is a short way past Beast, for whole frames. Network thread only.
#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <functional>
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

  /// As much of a frame as the kernel takes at once; 0 if it takes nothing, or if Beast is in the middle of a write of
  /// its own. What is left over of a frame that has begun has to be given to `send_rest` next. In the clear only, and
  /// the socket must not block.
  [[nodiscard]] std::size_t send_now(boost::asio::const_buffer header, boost::asio::const_buffer body) {
    if (turn_->beast) return 0;
    boost::system::error_code ec;
    const std::array<boost::asio::const_buffer, 2> parts{header, body};
    return next_layer().send(parts, 0, ec);
  }
  /// Whatever Beast wants to write meanwhile, a pong perhaps, goes after it. `rest` stays valid until `done` is called.
  template <class Done>
  void send_rest(std::array<boost::asio::const_buffer, 2> rest, Done done) {
    turn_->ours = true;
    boost::asio::async_write(next_layer(), rest,
                             [turn = turn_, done = std::move(done)](boost::system::error_code ec, std::size_t) mutable {
                               turn->ours = false;
                               if (const auto held = std::exchange(turn->held, nullptr)) held();
                               done(ec);
                             });
  }

  template <class Buffers, class Handler>
  void async_write_some(const Buffers& buffers, Handler&& handler) {
    if (!encrypted()) {
      if (turn_->ours) {
        turn_->held = shared<std::function<void()>>(
            [this, buffers, handler = std::move(handler)]() mutable { write_for_beast(buffers, std::move(handler)); });
        return;
      }
      return write_for_beast(buffers, std::forward<Handler>(handler));
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
  /// Who is in the middle of a write. Shared with handlers, which may outlive the stream.
  struct Turn {
    bool beast = false;
    bool ours = false;
    std::function<void()> held;  ///< Beast's, which waits for ours
  };

  template <class Buffers, class Handler>
  void write_for_beast(const Buffers& buffers, Handler&& handler) {
    turn_->beast = true;
    next_layer().async_write_some(buffers, [turn = turn_, handler = std::forward<Handler>(handler)](
                                               boost::system::error_code ec, std::size_t bytes) mutable {
      turn->beast = false;
      handler(ec, bytes);
    });
  }

  using Tls = std::unique_ptr<TlsLayer>;
  [[nodiscard]] TlsLayer& tls() { return *std::get<Tls>(layer_); }

  std::variant<next_layer_type, Tls> layer_;
  std::shared_ptr<Turn> turn_ = std::make_shared<Turn>();
};

/// Beast's hook for the end of a WebSocket: found by the stream's namespace.
template <class Handler>
void async_teardown(boost::beast::role_type role, Stream& stream, Handler&& handler) {
  if (!stream.encrypted())
    return boost::beast::websocket::async_teardown(role, stream.next_layer(), std::forward<Handler>(handler));
  stream.shut_down(Stream::shared<TlsLayer::Done>(std::forward<Handler>(handler)));
}

}  // namespace tt::server
