#include "tests/load/guest.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <stdexcept>
#include <utility>

#include "protocol/limits.hpp"

namespace tt::load {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using beast::error_code;

/// Answers are small; what is larger is a view, and is counted but not read.
constexpr std::size_t kAnswerBytesMax = 512;

class SocketGuest final : public Guest {
 public:
  SocketGuest(asio::io_context& io, Way way, Ears ears) : way_(std::move(way)), ears_(std::move(ears)), stream_(io) {
    token = way_.token;
    last_request = way_.last_request;
  }

  void come() override {
    stream_.next_layer().async_connect({asio::ip::address_v4::loopback(), way_.port}, [self = me()](error_code ec) {
      if (ec) return self->lose();
      self->shake_hands();
    });
  }

  std::uint64_t send(v1::ClientEnvelope request) override {
    if (request.request_id() == 0) request.set_request_id(++last_request);
    queue_.push_back(request.SerializeAsString());
    if (queue_.size() == 1) write();
    return request.request_id();
  }

  void leave() override {
    gone_ = true;
    error_code ignored;
    stream_.next_layer().close(ignored);
  }

  bool in() const override { return in_; }

 private:
  std::shared_ptr<SocketGuest> me() { return std::static_pointer_cast<SocketGuest>(shared_from_this()); }

  void shake_hands() {
    stream_.next_layer().set_option(asio::ip::tcp::no_delay(true));
    stream_.set_option(beast::websocket::stream_base::decorator([](beast::websocket::request_type& request) {
      request.set(beast::http::field::sec_websocket_protocol, protocol::kSubprotocolBinary);
    }));
    stream_.read_message_max(protocol::kServerFrameBytesMax);
    stream_.binary(true);
    stream_.async_handshake("localhost", "/ws", [self = me()](error_code ec) {
      if (ec) return self->lose();
      self->read();
      if (self->way_.world.empty()) return self->arrive();
      v1::ClientEnvelope hello;
      hello.mutable_hello()->set_protocol_version(protocol::kProtocolVersion);
      hello.mutable_hello()->set_token(self->token);
      self->send(hello);
    });
  }

  void read() {
    stream_.async_read(buffer_, [self = me()](error_code ec, std::size_t bytes) {
      if (ec) return self->lose();
      if (self->ears_.on_frame) self->ears_.on_frame(bytes);
      if (bytes <= kAnswerBytesMax) self->take({static_cast<const char*>(self->buffer_.cdata().data()), bytes});
      self->buffer_.consume(self->buffer_.size());
      self->read();
    });
  }

  void take(std::string_view frame) {
    if (way_.world.empty() || gone_) return;  // whoever has left hears nothing more, whatever is on its way
    const auto envelope = protocol::parse_server(frame, protocol::Mapping::kBinary);
    if (!envelope || envelope->request_id() == 0) return;
    if (!in_) return come_further(*envelope);
    if (ears_.on_answer) ears_.on_answer(*envelope);
  }

  void come_further(const v1::ServerEnvelope& envelope) {
    v1::ClientEnvelope next;
    if (envelope.has_welcome()) {
      id = std::stoull(envelope.welcome().guest_id());
      token = envelope.welcome().token();
      next.mutable_enter_world()->set_world(way_.world);
      send(next);
    } else if (envelope.has_entered()) {
      seated = envelope.entered().seat_id() != 0;
      if (seated || way_.role == v1::ROLE_UNSPECIFIED) return arrive();
      next.mutable_take_seat()->set_role(way_.role);
      send(next);
    } else if (envelope.has_receipt()) {
      seated = true;
      arrive();
    } else {
      throw std::runtime_error("a guest could not come in: " + envelope.ShortDebugString());
    }
  }

  void arrive() {
    in_ = true;
    if (ears_.on_in) ears_.on_in();
  }

  void write() {
    stream_.async_write(asio::buffer(queue_.front()), [self = me()](error_code ec, std::size_t) {
      if (ec) return;
      self->queue_.pop_front();
      if (!self->queue_.empty()) self->write();
    });
  }

  void lose() {
    if (gone_) return;
    gone_ = true;
    in_ = false;
    if (ears_.on_lost) ears_.on_lost();
  }

  Way way_;
  Ears ears_;
  beast::websocket::stream<asio::ip::tcp::socket, false> stream_;
  beast::flat_buffer buffer_;
  std::deque<std::string> queue_;
  bool in_ = false;
  bool gone_ = false;
};

}  // namespace

std::shared_ptr<Guest> Guest::make(asio::io_context& io, Way way, Ears ears) {
  return std::make_shared<SocketGuest>(io, std::move(way), std::move(ears));
}

}  // namespace tt::load
