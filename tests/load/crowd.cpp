#include "tests/load/crowd.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <stdexcept>
#include <string>

#include "protocol/codec/envelope.hpp"
#include "protocol/limits.hpp"

namespace tt::load {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace v1 = technotariat::v1;
using beast::error_code;
using Clock = std::chrono::steady_clock;

/// Coming in at the same time; more would only wait in the listener's queue.
constexpr std::size_t kComingIn = 64;
/// Answers are small; what is larger is a view, and is counted but not read.
constexpr std::size_t kAnswerBytesMax = 512;

struct Stage {
  asio::io_context io{1};
  Plan plan;
  std::uint16_t port = 0;
  Crowd crowd;
  std::size_t coming = 0;   ///< how many have begun to come in
  std::size_t waiting = 0;  ///< requests not answered yet
  bool acting = false;
  Clock::time_point end;
  std::function<void()> next_one;
  std::function<void()> all_seated;
};

class LoadGuest : public std::enable_shared_from_this<LoadGuest> {
 public:
  LoadGuest(Stage& stage, std::size_t number) : stage_(stage), number_(number), stream_(stage.io), timer_(stage.io) {}

  void come() {
    stream_.next_layer().async_connect({asio::ip::address_v4::loopback(), stage_.port},
                                       [self = shared_from_this()](error_code ec) {
                                         if (ec) return self->lose();
                                         self->shake_hands();
                                       });
  }

  /// The first action at a moment of its own within the interval, then at the steady rate.
  void start_acting() {
    const auto offset = stage_.plan.between_actions * static_cast<std::int64_t>(number_) /
                        static_cast<std::int64_t>(stage_.plan.guests);
    timer_.expires_after(std::chrono::duration_cast<std::chrono::milliseconds>(offset));
    wait_to_act();
  }

  void leave() {
    leaving_ = true;
    timer_.cancel();
    error_code ignored;
    stream_.next_layer().close(ignored);
  }

 private:
  void shake_hands() {
    stream_.next_layer().set_option(asio::ip::tcp::no_delay(true));
    stream_.set_option(beast::websocket::stream_base::decorator([](beast::websocket::request_type& request) {
      request.set(beast::http::field::sec_websocket_protocol, protocol::kSubprotocolBinary);
    }));
    stream_.read_message_max(protocol::kServerFrameBytesMax);
    stream_.binary(true);
    stream_.async_handshake("localhost", "/ws", [self = shared_from_this()](error_code ec) {
      if (ec) return self->lose();
      self->read();
      v1::ClientEnvelope hello;
      hello.mutable_hello()->set_protocol_version(protocol::kProtocolVersion);
      self->send(hello);
    });
  }

  void read() {
    stream_.async_read(buffer_, [self = shared_from_this()](error_code ec, std::size_t bytes) {
      if (ec) return self->lose();
      ++self->stage_.crowd.report.frames;
      self->stage_.crowd.report.bytes += bytes;
      if (bytes <= kAnswerBytesMax) self->take({static_cast<const char*>(self->buffer_.cdata().data()), bytes});
      self->buffer_.consume(self->buffer_.size());
      self->read();
    });
  }

  void take(std::string_view frame) {
    const auto envelope = protocol::parse_server(frame, protocol::Mapping::kBinary);
    if (!envelope || envelope->request_id() == 0) return;
    if (!seated_) return come_further(*envelope);
    --stage_.waiting;
    if (!envelope->has_receipt()) {
      ++stage_.crowd.report.refusals;
      return;
    }
    ++stage_.crowd.report.receipts;
    stage_.crowd.receipts[{guest_, envelope->request_id()}] = envelope->receipt().journal_index();
    stage_.crowd.latencies_ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - asked_at_).count());
  }

  void come_further(const v1::ServerEnvelope& envelope) {
    v1::ClientEnvelope next;
    if (envelope.has_welcome()) {
      guest_ = std::stoull(envelope.welcome().guest_id());
      next.mutable_enter_world()->set_world("crowd");
      return send(next);
    }
    if (envelope.has_entered()) {
      next.mutable_take_seat()->set_role(v1::ROLE_WORKER);
      return send(next);
    }
    if (!envelope.has_receipt()) throw std::runtime_error("a guest could not come in: " + envelope.ShortDebugString());
    seated_ = true;
    if (++stage_.crowd.report.seated == stage_.plan.guests)
      stage_.all_seated();
    else
      stage_.next_one();
  }

  void wait_to_act() {
    timer_.async_wait([self = shared_from_this()](error_code ec) {
      if (ec || Clock::now() >= self->stage_.end) return;
      v1::ClientEnvelope act;
      act.mutable_act()->mutable_set_effort()->set_effort_bp(9'000 +
                                                             static_cast<std::uint32_t>(self->last_request_ % 1'000));
      self->asked_at_ = Clock::now();
      ++self->stage_.crowd.report.sent;
      ++self->stage_.waiting;
      self->send(act);
      self->timer_.expires_at(self->timer_.expiry() + self->stage_.plan.between_actions);
      self->wait_to_act();
    });
  }

  void send(v1::ClientEnvelope& envelope) {
    envelope.set_request_id(++last_request_);
    queue_.push_back(envelope.SerializeAsString());
    if (queue_.size() == 1) write();
  }

  void write() {
    stream_.async_write(asio::buffer(queue_.front()), [self = shared_from_this()](error_code ec, std::size_t) {
      if (ec) return;
      self->queue_.pop_front();
      if (!self->queue_.empty()) self->write();
    });
  }

  void lose() {
    if (!leaving_) ++stage_.crowd.report.lost;
  }

  Stage& stage_;
  std::size_t number_;
  beast::websocket::stream<asio::ip::tcp::socket, false> stream_;
  asio::steady_timer timer_;
  beast::flat_buffer buffer_;
  std::deque<std::string> queue_;
  std::uint64_t guest_ = 0;
  std::uint64_t last_request_ = 0;
  Clock::time_point asked_at_;
  bool seated_ = false;
  bool leaving_ = false;
};

}  // namespace

Crowd act(std::uint16_t port, const Plan& plan) {
  Stage stage;
  stage.plan = plan;
  stage.port = port;
  std::vector<std::shared_ptr<LoadGuest>> guests;
  for (std::size_t number = 0; number < plan.guests; ++number)
    guests.push_back(std::make_shared<LoadGuest>(stage, number));
  stage.next_one = [&] {
    if (stage.coming < guests.size()) guests[stage.coming++]->come();
  };
  stage.all_seated = [&] {
    stage.end = Clock::now() + plan.duration;
    stage.acting = true;
    for (const auto& guest : guests) guest->start_acting();
  };
  for (std::size_t first = 0; first < kComingIn; ++first) stage.next_one();
  const auto too_late = Clock::now() + std::chrono::minutes(10);
  while (!stage.acting && stage.crowd.report.lost == 0 && Clock::now() < too_late)
    stage.io.run_one_for(std::chrono::seconds(10));
  const auto last = stage.end + std::chrono::seconds(10);
  while (stage.acting && (Clock::now() < stage.end || stage.waiting > 0) && Clock::now() < last)
    stage.io.run_one_until(last);
  for (const auto& guest : guests) guest->leave();
  return std::move(stage.crowd);
}

}  // namespace tt::load
