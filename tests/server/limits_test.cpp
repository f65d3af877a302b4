// Clients that misbehave, over real sockets: they pay for it, nobody else does.
#include <doctest/doctest.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/http_connection.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;

TEST_CASE("a full inbox answers BUSY") {
  TestServer server([](auto& config) { config.caps.inbox = 0; });
  Guest ann = server.guest();
  CHECK(code_of(ann.enter("town")) == v1::ERROR_CODE_BUSY);
}

TEST_CASE("a client that asks too fast is refused, and closed if it goes on") {
  TestServer server([](auto& config) {
    config.caps.requests_per_second = 0.1;
    config.caps.requests_burst = 5;
  });
  Guest ann = server.guest();
  int pongs = 0;
  int refusals = 0;
  for (int n = 0; n < 300; ++n) {
    auto ping = ann.request();
    ping.mutable_ping();
    if (!ann.client.send_raw(ping.SerializeAsString())) break;
  }
  for (;;) {
    const auto answer = ann.client.next();
    REQUIRE(answer.has_value());
    if (answer->has_goodbye()) break;
    if (answer->has_pong()) ++pongs;
    if (code_of(*answer) == v1::ERROR_CODE_RATE_LIMITED) ++refusals;
  }
  CHECK(pongs == 4);
  CHECK(refusals == static_cast<int>(tt::server::kRefusedMoreMax));
  CHECK(!ann.client.next().has_value());
}

TEST_CASE("too many connections of one address are closed at the door") {
  TestServer server([](auto& config) { config.caps.connections_loopback = 3; });
  std::vector<Client> clients;
  for (int n = 0; n < 3; ++n) CHECK(clients.emplace_back(server.door()).is_open());
  CHECK(Client(server.door()).status() == 0);
}

TEST_CASE("an account has so many connections at once, however it comes, and no other one notices") {
  TestServer server([](auto& config) { config.caps.connections_per_account = 2; });
  Guest ann = server.guest("Ann");
  auto second = std::make_unique<Guest>(server.door(), "", ann.token);
  const auto come = [&] {
    Client client(server.door());
    v1::ClientEnvelope hello;
    hello.set_request_id(1);
    hello.mutable_hello()->set_protocol_version(1);
    hello.mutable_hello()->set_token(ann.token);
    client.send(hello);
    return *client.next();
  };
  const auto refused = come();
  REQUIRE(refused.has_goodbye());
  CHECK(refused.goodbye().reason().code() == v1::ERROR_CODE_RATE_LIMITED);
  CHECK(!refused.goodbye().reconnect());
  // A name anew is no connection anew.
  auto rename = ann.request();
  rename.mutable_hello()->set_protocol_version(1);
  rename.mutable_hello()->set_token(ann.token);
  rename.mutable_hello()->set_name("Anna");
  CHECK(ann.ask(rename).has_welcome());
  CHECK(server.guest("Bob").enter("town").has_entered());
  // Its place is free once the server has seen the end.
  second.reset();
  v1::ServerEnvelope answer = come();
  for (int n = 0; n < 1'000 && !answer.has_welcome(); ++n) answer = come();
  CHECK(answer.has_welcome());
}

TEST_CASE("a client that never reads is closed and costs less than two MiB") {
  TestServer server([](auto& config) { config.caps.requests_per_second = config.caps.requests_burst = 1e9; });
  Door door = server.door();
  door.receive_buffer = 8 * 1024;
  Guest slow(door);
  Guest other = server.guest();
  // Snapshots, one after the other, none of them read. Sending fails when the server has closed.
  bool closed = false;
  for (int n = 0; n < 1'000'000 && !closed; ++n) {
    auto enter = slow.request();
    enter.mutable_enter_world()->set_world("town");
    closed = !slow.client.send_raw(enter.SerializeAsString());
  }
  CHECK(closed);
  CHECK(slow.client.drain() < 2 * 1024 * 1024);
  CHECK(other.enter("town").has_entered());
}

TEST_CASE("a client that reads late gets every frame whole and in order, with the answers to its pings between them") {
  TestServer server([](auto& config) {
    config.caps.requests_per_second = config.caps.requests_burst = 1e9;
    config.caps.write_queue_bytes = 64 * 1024 * 1024;
  });
  Door door = server.door();
  door.mapping = Mapping::kJson;
  door.receive_buffer = 4 * 1024;
  Guest late(door);
  // Far more than the kernel holds, so that frames are cut at every place; a pong wants to go out in the middle.
  std::vector<std::uint64_t> asked;
  for (int n = 0; n < 120; ++n) {
    auto enter = late.request();
    enter.mutable_enter_world()->set_world("town");
    asked.push_back(enter.request_id());
    late.client.send(enter);
    REQUIRE(late.client.send_ping());
  }
  std::size_t bytes = 0;
  for (const std::uint64_t request : asked) {
    CHECK(late.client.answer(request).has_entered());
    const auto snapshot = late.client.until([](const v1::ServerEnvelope& envelope) { return envelope.has_snapshot(); });
    bytes += tt::protocol::serialise(snapshot, Mapping::kJson).size();
  }
  CHECK(bytes > 1024 * 1024);
}

TEST_CASE("a client that never reads but keeps talking is closed when its first frame has waited too long") {
  TestServer server([](auto& config) {
    config.caps.requests_per_second = config.caps.requests_burst = 1e9;
    config.caps.write_stall = std::chrono::milliseconds(300);
    config.caps.write_queue_bytes = 64 * 1024 * 1024;
  });
  Door door = server.door(Mapping::kJson);
  door.receive_buffer = 8 * 1024;
  Guest slow(door);
  // More than the kernel takes and less than the queue holds: nothing but time can close it.
  for (int n = 0; n < 100; ++n) {
    auto enter = slow.request();
    enter.mutable_enter_world()->set_world("town");
    slow.client.send(enter);
  }
  bool closed = false;
  for (int n = 0; n < 1'000'000 && !closed; ++n) closed = !slow.client.send_pong();
  CHECK(closed);
}

namespace {

/// Answers three frames and says goodbye at the fourth.
class Curt final : public tt::server::ConnectionUser {
 public:
  explicit Curt(bool& gone) : gone_(gone) {}
  void on_open(std::shared_ptr<tt::server::Connection> connection) override { connection_ = std::move(connection); }
  void on_frame(std::string_view) override {
    if (++frames_ < 4) return connection_->send(tt::server::share("answer"));
    connection_->close(tt::server::share("goodbye"));
  }
  void on_closed() override {
    gone_ = true;
    connection_.reset();
  }
  tt::server::SharedBytes too_slow() override { return tt::server::share("slow"); }

 private:
  bool& gone_;
  int frames_ = 0;
  std::shared_ptr<tt::server::Connection> connection_;
};

}  // namespace

TEST_CASE("a client that breaks the protocol while it is told goodbye is let go, with its place") {
  namespace asio = boost::asio;
  using namespace tt::server;
  const Site site = Site::built_in();
  const Answers answers(site, HostNames({}, true), [] { return Readiness{true, "ready"}; });
  const ProxyPlan proxies;
  bool gone = false;
  const HttpDoor door{answers,
                      proxies,
                      [](const asio::ip::address&) { return std::make_shared<int>(0); },
                      [&](tt::protocol::Mapping, const std::string&) { return std::make_shared<Curt>(gone); },
                      kWriteQueueBytesMax,
                      kWriteStallMax,
                      kHeaderTimeMax,
                      nullptr,
                      std::chrono::milliseconds(1)};
  asio::io_context io(1);
  asio::ip::tcp::acceptor acceptor(io, {asio::ip::address_v4::loopback(), 0});
  asio::ip::tcp::socket client(io);
  client.connect(acceptor.local_endpoint());
  const auto place = std::make_shared<int>(0);
  serve_http({acceptor.accept(), asio::ip::address_v4::loopback(), place}, door);
  asio::write(client, asio::buffer(std::string("GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                                               "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                               "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                                               "Sec-WebSocket-Protocol: technotariat.v1.proto\r\n\r\n")));
  std::string upgraded;
  bool open = false;
  asio::async_read_until(client, asio::dynamic_buffer(upgraded), "\r\n\r\n", [&](auto, auto) { open = true; });
  while (!open && io.run_one_for(std::chrono::seconds(10)) > 0) {
  }
  // In one go: messages, the fourth of which is the last one wanted, and what is no frame, not being masked.
  const std::string message("\x82\x80\0\0\0\0", 6);
  asio::write(client, asio::buffer(message + message + message + message + message + std::string("\0\0\0\0", 4)));
  while (place.use_count() > 1 && io.run_one_for(std::chrono::seconds(10)) > 0) {
  }
  CHECK(gone);
  CHECK(place.use_count() == 1);
}
