// One reader and one writer a socket, a bounded queue between; everything on the network thread. The only file with
// Beast's WebSocket.
#include "server/net/websocket_connection.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <boost/beast/websocket/stream_base.hpp>
#include <chrono>
#include <utility>

#include "server/limits.hpp"
#include "server/net/frame_header.hpp"
#include "server/net/write_queue.hpp"

namespace tt::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using beast::error_code;
using WebSocket = beast::websocket::stream<Stream, false>;

/// Read buffers that have grown beyond this are given back.
constexpr std::size_t kReadBufferKept = 2 * 1024;

class WebsocketConnection final : public Connection, public std::enable_shared_from_this<WebsocketConnection> {
 public:
  WebsocketConnection(Upgrade upgrade, std::shared_ptr<ConnectionUser> user)
      : stream_(std::move(upgrade.stream)),
        farewell_timer_(stream_.get_executor()),
        stall_timer_(stream_.get_executor()),
        request_(std::move(upgrade.request)),
        mapping_(upgrade.mapping),
        queue_(upgrade.write_queue_bytes),
        write_stall_(upgrade.write_stall),
        farewell_(upgrade.farewell),
        place_(std::move(upgrade.place)),
        user_(std::move(user)) {}

  void start() {
    error_code ignored;
    socket().set_option(asio::ip::tcp::no_delay(true), ignored);
    socket().non_blocking(true, ignored);
    socket().set_option(asio::socket_base::send_buffer_size(kSocketSendBufferBytes), ignored);
    auto timeout = beast::websocket::stream_base::timeout::suggested(beast::role_type::server);
    timeout.handshake_timeout = kHeaderTimeMax;
    timeout.idle_timeout = kIdleMax;
    timeout.keep_alive_pings = true;
    stream_.set_option(timeout);
    const bool binary = mapping_ == protocol::Mapping::kBinary;
    stream_.set_option(beast::websocket::stream_base::decorator([binary](beast::websocket::response_type& response) {
      response.set(beast::http::field::server, "technotariat");
      response.set(beast::http::field::sec_websocket_protocol,
                   binary ? protocol::kSubprotocolBinary : protocol::kSubprotocolJson);
    }));
    stream_.read_message_max(kReadMessageBytesMax);
    stream_.auto_fragment(false);
    stream_.binary(binary);
    stream_.async_accept(request_, [self = shared_from_this()](error_code ec) { self->on_accept(ec); });
  }

  void send(SharedBytes frame) override {
    if (ending_) return;
    const bool idle = queue_.empty();
    if (!queue_.push(std::move(frame))) return too_slow();
    if (idle) write();
  }

  void close(SharedBytes farewell) override {
    if (ending_) return;
    ending_ = true;
    const bool idle = queue_.empty();
    queue_.push_last(std::move(farewell));
    limit_farewell();
    if (idle) write();
  }

  void pause() override { paused_ = true; }
  void resume() override {
    paused_ = false;
    if (opened_ && !reading_ && !ending_) read();
  }

 private:
  Stream& layer() { return stream_.next_layer(); }
  asio::ip::tcp::socket& socket() { return layer().next_layer(); }

  void on_accept(error_code ec) {
    if (ec) return hard_close();
    request_ = {};
    opened_ = true;
    user_->on_open(shared_from_this());
    if (!paused_ && !ending_) read();
  }

  void read() {
    reading_ = true;
    stream_.async_read(
        buffer_, asio::bind_cancellation_slot(
                     end_read_.slot(), [self = shared_from_this()](error_code ec, std::size_t) { self->on_read(ec); }));
  }

  void on_read(error_code ec) {
    if (ec) {
      reading_ = false;
      return on_gone();
    }
    // Counts as reading until the frame has been taken: what the user does meanwhile must not start a second read.
    if (!ending_) {
      const auto data = buffer_.cdata();
      user_->on_frame({static_cast<const char*>(data.data()), data.size()});
    }
    buffer_.consume(buffer_.size());
    if (buffer_.capacity() > kReadBufferKept) buffer_.shrink_to_fit();
    reading_ = false;
    if (!paused_ || ending_) read();
  }

  /// Frames leave by the short way while the kernel takes them whole, which is nearly always.
  void write() {
    while (!queue_.empty() && may_write_past_beast()) {
      const SharedBytes& frame = queue_.front();
      header_ = FrameHeader(mapping_ == protocol::Mapping::kBinary, frame->size());
      const std::size_t whole = header_.bytes().size() + frame->size();
      const std::size_t sent = layer().send_now(asio::buffer(header_.bytes()), asio::buffer(*frame));
      if (sent == 0) break;
      if (sent < whole) return write_rest(sent);
      queue_.pop();
    }
    if (queue_.empty()) return on_all_written();
    begin_to_wait();
    stream_.async_write(asio::buffer(*queue_.front()),
                        [self = shared_from_this()](error_code ec, std::size_t) { self->on_written(ec); });
  }

  [[nodiscard]] bool may_write_past_beast() { return !layer().encrypted() && stream_.is_open(); }

  void write_rest(std::size_t sent) {
    begin_to_wait();
    const std::array<asio::const_buffer, 2> rest{
        asio::buffer(header_.bytes()) + sent,
        asio::buffer(*queue_.front()) + (sent - std::min(sent, header_.bytes().size()))};
    layer().send_rest(rest, [self = shared_from_this()](error_code ec) { self->on_written(ec); });
  }

  void begin_to_wait() {
    writing_since_ = std::chrono::steady_clock::now();
    if (!watching_) watch_for_stall(write_stall_);
  }

  /// One look once in a while: a timer for each frame would cost as much as a fifth of sending it.
  void watch_for_stall(std::chrono::steady_clock::duration later) {
    watching_ = true;
    stall_timer_.expires_after(later);
    stall_timer_.async_wait([self = shared_from_this()](error_code ec) {
      if (ec) return;
      self->watching_ = false;
      if (self->queue_.empty()) return;
      const auto left = self->writing_since_ + self->write_stall_ - std::chrono::steady_clock::now();
      if (left <= left.zero()) return self->hard_close();
      self->watch_for_stall(left);
    });
  }

  void on_written(error_code ec) {
    if (ec) return hard_close();
    queue_.pop();
    write();
  }

  void on_all_written() {
    if (ending_)
      stream_.async_close(beast::websocket::close_code::normal,
                          asio::bind_cancellation_slot(
                              end_close_.slot(), [self = shared_from_this()](error_code) { self->hard_close(); }));
  }

  void too_slow() {
    ending_ = true;
    queue_.end_with(user_->too_slow());
    limit_farewell();
  }

  void limit_farewell() {
    farewell_timer_.expires_after(farewell_);
    farewell_timer_.async_wait([self = shared_from_this()](error_code ec) {
      if (!ec) self->hard_close();
    });
    // A paused reader would never notice that the client has gone.
    if (opened_ && !reading_) read();
  }

  /// What the client has not taken by now is thrown away: closing politely would leave it in the kernel's buffer.
  void hard_close() {
    ending_ = true;
    error_code ignored;
    if (!queue_.empty()) socket().set_option(asio::socket_base::linger(true, 0), ignored);
    socket().close(ignored);
    farewell_timer_.cancel();
    stall_timer_.cancel();
    // Beast's closing waits for its reading; a reading that has found a fault waits for the closing; the socket's end
    // is news to neither.
    end_close_.emit(asio::cancellation_type::terminal);
    end_read_.emit(asio::cancellation_type::terminal);
    if (!reading_) on_gone();
  }

  void on_gone() {
    if (gone_) return;
    gone_ = ending_ = true;
    error_code ignored;
    socket().close(ignored);
    farewell_timer_.cancel();
    stall_timer_.cancel();
    if (opened_) user_->on_closed();
    user_.reset();
    place_.reset();
  }

  asio::cancellation_signal end_read_;  ///< what is under way in the stream points to these two
  asio::cancellation_signal end_close_;
  WebSocket stream_;
  asio::steady_timer farewell_timer_;
  asio::steady_timer stall_timer_;
  std::chrono::steady_clock::time_point writing_since_;  ///< of the frame at the head of the queue
  bool watching_ = false;                                ///< the timer runs
  beast::http::request<beast::http::empty_body> request_;
  protocol::Mapping mapping_;
  beast::flat_buffer buffer_;
  WriteQueue queue_;
  FrameHeader header_{true, 0};  ///< of the frame at the head of the queue, once that has begun
  std::chrono::milliseconds write_stall_;
  std::chrono::milliseconds farewell_;
  std::shared_ptr<void> place_;
  std::shared_ptr<ConnectionUser> user_;
  bool opened_ = false;
  bool reading_ = false;
  bool paused_ = false;
  bool ending_ = false;  ///< nothing more is taken from either side
  bool gone_ = false;
};

}  // namespace

void accept_websocket(Upgrade upgrade, std::shared_ptr<ConnectionUser> user) {
  std::make_shared<WebsocketConnection>(std::move(upgrade), std::move(user))->start();
}

}  // namespace tt::server
