#include "tests/server/support/client.hpp"

#include <doctest/doctest.h>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/error.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <chrono>
#include <stdexcept>
#include <utility>

#include "protocol/limits.hpp"

namespace tt::test {

namespace asio = boost::asio;
namespace beast = boost::beast;
using beast::error_code;

constexpr std::chrono::seconds kDeadline{20};

struct Client::State {
  asio::io_context io;
  beast::websocket::stream<asio::ip::tcp::socket, false> stream{io};
  beast::flat_buffer buffer;
  Mapping mapping = Mapping::kBinary;
  int status = 0;

  /// Runs until the operation is done; a deadline fails the test.
  void wait(const bool& done) {
    const auto deadline = std::chrono::steady_clock::now() + kDeadline;
    io.restart();
    while (!done && io.run_one_until(deadline) > 0) {
    }
    if (!done) throw std::runtime_error("the server did not answer in time");
  }
};

Client::Client(Door door) : state_(std::make_unique<State>()) {
  State& s = *state_;
  s.mapping = door.mapping;
  asio::ip::tcp::socket& socket = s.stream.next_layer();
  socket.open(asio::ip::tcp::v4());
  if (door.receive_buffer > 0) socket.set_option(asio::socket_base::receive_buffer_size(door.receive_buffer));
  socket.connect({asio::ip::address_v4::loopback(), door.port});
  socket.set_option(asio::ip::tcp::no_delay(true));
  const bool binary = door.mapping == Mapping::kBinary;
  const std::string subprotocol =
      door.subprotocol.value_or(binary ? protocol::kSubprotocolBinary : protocol::kSubprotocolJson);
  s.stream.set_option(beast::websocket::stream_base::decorator([&](beast::websocket::request_type& request) {
    if (!subprotocol.empty()) request.set(beast::http::field::sec_websocket_protocol, subprotocol);
    if (!door.origin.empty()) request.set(beast::http::field::origin, door.origin);
    if (!door.forwarded_for.empty()) request.set("X-Forwarded-For", door.forwarded_for);
  }));
  s.stream.read_message_max(16U * 1024 * 1024);
  s.stream.binary(binary);
  beast::websocket::response_type response;
  bool done = false;
  error_code failure;
  s.stream.async_handshake(response, door.host, door.target, [&](error_code ec) {
    failure = ec;
    done = true;
  });
  s.wait(done);
  if (!failure || failure == beast::websocket::error::upgrade_declined)
    s.status = static_cast<int>(response.result_int());
}

Client::~Client() = default;
Client::Client(Client&&) noexcept = default;

int Client::status() const {
  return state_->status;
}

void Client::send(const v1::ClientEnvelope& envelope) {
  REQUIRE(send_raw(protocol::serialise(envelope, state_->mapping)));
}

bool Client::send_raw(std::string_view frame) {
  bool done = false;
  error_code failure;
  state_->stream.async_write(asio::buffer(frame.data(), frame.size()), [&](error_code ec, std::size_t) {
    failure = ec;
    done = true;
  });
  state_->wait(done);
  return !failure;
}

bool Client::send_pong() {
  bool done = false;
  error_code failure;
  state_->stream.async_pong({}, [&](error_code ec) {
    failure = ec;
    done = true;
  });
  state_->wait(done);
  return !failure;
}

bool Client::send_ping() {
  bool done = false;
  error_code failure;
  state_->stream.async_ping({}, [&](error_code ec) {
    failure = ec;
    done = true;
  });
  state_->wait(done);
  return !failure;
}

std::optional<v1::ServerEnvelope> Client::next() {
  bool done = false;
  error_code failure;
  state_->stream.async_read(state_->buffer, [&](error_code ec, std::size_t) {
    failure = ec;
    done = true;
  });
  state_->wait(done);
  if (failure) return std::nullopt;
  const auto data = state_->buffer.cdata();
  auto envelope = protocol::parse_server({static_cast<const char*>(data.data()), data.size()}, state_->mapping);
  state_->buffer.consume(state_->buffer.size());
  REQUIRE(envelope.has_value());
  return std::move(*envelope);
}

v1::ServerEnvelope Client::until(const std::function<bool(const v1::ServerEnvelope&)>& wanted) {
  for (;;) {
    auto envelope = next();
    if (!envelope) throw std::runtime_error("the server closed the connection");
    if (wanted(*envelope)) return std::move(*envelope);
    seen.push_back(std::move(*envelope));
  }
}

v1::ServerEnvelope Client::answer(std::uint64_t request_id) {
  return until([&](const v1::ServerEnvelope& envelope) { return envelope.request_id() == request_id; });
}

std::size_t Client::drain() {
  std::size_t bytes = 0;
  for (;;) {
    bool done = false;
    error_code failure;
    state_->stream.async_read_some(state_->buffer, 64 * 1024, [&](error_code ec, std::size_t) {
      failure = ec;
      done = true;
    });
    state_->wait(done);
    bytes += state_->buffer.size();
    state_->buffer.consume(state_->buffer.size());
    if (failure) return bytes;
  }
}

void Client::drop() {
  error_code ignored;
  state_->stream.next_layer().close(ignored);
}

Guest::Guest(Door door, std::string wanted_name, std::string known_token)
    : client(std::move(door)), token(std::move(known_token)) {
  REQUIRE(client.is_open());
  // Ids are never used twice by a guest, also over several connections.
  last_request = static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count()) %
                 (std::uint64_t{1} << 50U);
  v1::ClientEnvelope hello = request();
  hello.mutable_hello()->set_protocol_version(1);
  hello.mutable_hello()->set_token(token);
  hello.mutable_hello()->set_name(wanted_name);
  const auto welcome = ask(hello);
  REQUIRE_MESSAGE(welcome.has_welcome(), welcome.ShortDebugString());
  token = welcome.welcome().token();
  id = welcome.welcome().guest_id();
  name = welcome.welcome().name();
}

v1::ClientEnvelope Guest::request() {
  v1::ClientEnvelope envelope;
  envelope.set_request_id(++last_request);
  return envelope;
}

v1::ServerEnvelope Guest::ask(v1::ClientEnvelope envelope) {
  client.send(envelope);
  return client.answer(envelope.request_id());
}

v1::ServerEnvelope Guest::enter(const std::string& world, std::uint64_t resume_after, const std::string& epoch) {
  v1::ClientEnvelope envelope = request();
  envelope.mutable_enter_world()->set_world(world);
  envelope.mutable_enter_world()->set_resume_after(resume_after);
  envelope.mutable_enter_world()->set_epoch(epoch);
  return ask(envelope);
}

v1::ServerEnvelope Guest::enter_with(const std::string& key, const std::string& world) {
  auto envelope = request();
  envelope.mutable_enter_world()->set_world(world);
  envelope.mutable_enter_world()->set_key(key);
  return ask(envelope);
}

v1::ServerEnvelope Guest::say(v1::ChatChannel channel, const std::string& text, const std::string& to) {
  auto envelope = request();
  envelope.mutable_say()->set_channel(channel);
  envelope.mutable_say()->set_text(text);
  envelope.mutable_say()->set_to_guest_id(to);
  return ask(envelope);
}

v1::ServerEnvelope Guest::measure(v1::Measure measure, const std::string& guest, const std::string& called) {
  auto envelope = request();
  envelope.mutable_take_measure()->set_measure(measure);
  envelope.mutable_take_measure()->set_guest_id(guest);
  envelope.mutable_take_measure()->set_name(called);
  return ask(envelope);
}

v1::House Guest::house() {
  auto envelope = request();
  envelope.mutable_read_house();
  return ask(envelope).house();
}

v1::ServerEnvelope Guest::sit(v1::Role role) {
  v1::ClientEnvelope envelope = request();
  envelope.mutable_take_seat()->set_role(role);
  return ask(envelope);
}

v1::ClientEnvelope Guest::effort_request(std::uint32_t effort_bp) {
  v1::ClientEnvelope envelope = request();
  envelope.mutable_act()->mutable_set_effort()->set_effort_bp(effort_bp);
  return envelope;
}

v1::ServerEnvelope Guest::effort(std::uint32_t effort_bp) {
  return ask(effort_request(effort_bp));
}

v1::ServerEnvelope Guest::ready(std::uint32_t tick) {
  v1::ClientEnvelope envelope = request();
  envelope.mutable_set_ready()->set_ready(true);
  envelope.mutable_set_ready()->set_tick(tick);
  return ask(envelope);
}

v1::Me Guest::me() {
  return client.until([](const v1::ServerEnvelope& envelope) { return envelope.has_me(); }).me();
}

void Guest::until_tick(std::uint32_t tick) {
  client.until(
      [&](const v1::ServerEnvelope& envelope) { return envelope.has_clock() && envelope.clock().tick() >= tick; });
}

}  // namespace tt::test
