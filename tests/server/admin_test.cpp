// The host's own door: the admin socket, backups while people play, and what the server tells about itself.
#include <doctest/doctest.h>

#include <sys/stat.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <string>

#include "persistence/verify.hpp"
#include "server/admin/admin_socket.hpp"
#include "server/metrics.hpp"
#include "tests/server/support/account_requests.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;
using tt::server::ask_server;

namespace {

std::string get(std::uint16_t port, const std::string& target) {
  boost::asio::io_context io;
  boost::asio::ip::tcp::socket socket(io);
  socket.connect({boost::asio::ip::address_v4::loopback(), port});
  boost::system::error_code ec;
  const std::string request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  boost::asio::write(socket, boost::asio::buffer(request), ec);
  std::string answer;
  boost::asio::read(socket, boost::asio::dynamic_buffer(answer), ec);
  return answer;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("what the host's machine does is in the log that players read, and told as the host's") {
  TestServer server;
  const auto data = server.folder() / "data";
  Guest player = server.seated(v1::ROLE_WORKER, "Ada");
  CHECK(has(ask_server(data, "- worlds"), R"("name":"town")"));
  CHECK(has(ask_server(data, R"(town {"request_id":"1","set_clock":{"paused":true}})"), "receipt"));
  CHECK(has(ask_server(data, R"(town {"request_id":"1","set_clock":{"extend_seconds":9}})"), "receipt"));
  CHECK(has(ask_server(data, R"(town {"request_id":"1","say":{"channel":"CHAT_CHANNEL_WORLD","text":"Tea at five."}})"),
            "receipt"));
  const std::string muted = ask_server(
      data, R"(town {"request_id":"1","take_measure":{"guest_id":")" + player.id + R"(","measure":"MEASURE_MUTE"}})");
  CHECK_MESSAGE(has(muted, "receipt"), muted);
  const v1::House house = player.house();
  REQUIRE(house.log_size() >= 3);
  const auto& log = house.log();
  CHECK(log.Get(log.size() - 3).deed() == v1::HOUSE_DEED_PAUSED);
  CHECK(log.Get(log.size() - 2).deed() == v1::HOUSE_DEED_EXTENDED);
  CHECK(log.Get(log.size() - 1).measure() == v1::MEASURE_MUTE);
  for (int at = log.size() - 3; at < log.size(); ++at) CHECK(log.Get(at).by_name().empty());
  CHECK(code_of(player.say(v1::CHAT_CHANNEL_WORLD, "May I?")) == v1::ERROR_CODE_MUTED);
  bool announced = false;
  for (const auto& envelope : player.client.seen)
    for (const auto& line : envelope.chat().lines())
      announced |= line.text() == "Tea at five." && line.name() == "Host";
  CHECK(announced);
}

TEST_CASE("the admin socket is its owner's alone and refuses what makes no sense") {
  TestServer server;
  const auto data = server.folder() / "data";
  struct stat of {};
  REQUIRE(::stat(tt::server::admin_path(data).c_str(), &of) == 0);
  CHECK((of.st_mode & 0777U) == 0600U);
  CHECK(has(ask_server(data, "nonsense"), "failure"));
  CHECK(has(ask_server(data, "- dance"), "failure"));
  CHECK(has(ask_server(data, R"(nowhere {"request_id":"1","read_house":{}})"), "failure"));
  CHECK(has(ask_server(data, R"(town {"request_id":"1","take_seat":{"role":"ROLE_WORKER"}})"), "failure"));
  CHECK(has(ask_server(data, "town {"), "failure"));
  CHECK(has(ask_server(data, R"(town {"request_id":"1","set_clock":{"extend_seconds":99999}})"), "error"));
  CHECK(ask_server(data, std::string(20'000, 'x')).empty());
  server.stop();
  CHECK(!std::filesystem::exists(tt::server::admin_path(data)));
  CHECK(ask_server(data, "- worlds").empty());
}

TEST_CASE("every session of a guest ends at the host's word") {
  TestServer server;
  Guest player = server.seated(v1::ROLE_WORKER, "Ada");
  CHECK(has(ask_server(server.folder() / "data", "- end-sessions " + player.id), "1 sessions have ended"));
  player.client.drain();
  Client again(server.door());
  v1::ClientEnvelope hello;
  hello.set_request_id(1);
  hello.mutable_hello()->set_protocol_version(1);
  hello.mutable_hello()->set_token(player.token);
  again.send(hello);
  CHECK(code_of(again.answer(1)) == v1::ERROR_CODE_BAD_TOKEN);
}

TEST_CASE("the host's machine names the owner of a world, by number or by login, for good") {
  TestServer server;
  const auto data = server.folder() / "data";
  Guest ann = server.guest("Ann");
  Guest bob = server.guest("Bob");
  REQUIRE(claim(bob, "bob", "a warm bread oven").has_account());
  REQUIRE(ann.enter("town").has_entered());
  REQUIRE(bob.enter("town").has_entered());
  CHECK(has(ask_server(data, "- own town " + ann.id), "done"));
  CHECK(ann.house().my_role() == v1::HOUSE_ROLE_OWNER);
  CHECK(has(ask_server(data, "- own town bob"), "done"));
  CHECK(bob.house().my_role() == v1::HOUSE_ROLE_OWNER);
  CHECK(ann.house().my_role() == v1::HOUSE_ROLE_PLAYER);
  for (const char* const wrong : {"- own town nobody", "- own town 1", "- own town", "- own nowhere bob"})
    CHECK_MESSAGE(has(ask_server(data, wrong), "failure"), wrong);
  server.restart();
  Guest again = server.guest("", bob.token);
  REQUIRE(again.enter("town").has_entered());
  CHECK(again.house().my_role() == v1::HOUSE_ROLE_OWNER);
}

TEST_CASE("a world is copied while people play it, and the copy is sound") {
  TestServer server([](tt::server::Config& config) { config.backup.keep = 1; });
  const auto data = server.folder() / "data";
  Guest player = server.seated(v1::ROLE_WORKER, "Ada");
  REQUIRE(player.effort(7'000).has_receipt());
  const std::string said = ask_server(data, "- backup");
  CHECK_MESSAGE(has(said, "town-"), said);
  REQUIRE(player.effort(6'000).has_receipt());
  const auto copies = std::filesystem::directory_iterator(data / "backups");
  const auto report = tt::persistence::verify(copies->path());
  REQUIRE(report.has_value());
  CHECK_MESSAGE(report->sound(), report->problem);
  CHECK(report->entries >= 2);
}

TEST_CASE("metrics are told where the host wants them, and nowhere else") {
  TestServer quiet;
  CHECK(!has(get(quiet.port(), "/metrics"), "technotariat_connections"));
  TestServer server([](tt::server::Config& config) { config.metrics = true; });
  Guest player = server.seated(v1::ROLE_WORKER, "Ada");
  CHECK(code_of(player.sit(v1::ROLE_WORKER)) == v1::ERROR_CODE_ALREADY_SEATED);
  const std::string told = get(server.port(), "/metrics");
  for (const char* const row :
       {"technotariat_connections 2\n", "technotariat_rejections_total{code=\"ERROR_CODE_ALREADY_SEATED\"} 1\n",
        "# TYPE technotariat_commit_seconds histogram\n", "technotariat_commit_seconds_bucket{le=\"+Inf\"} ",
        "technotariat_tick_lag_seconds{world=\"town\"} 0.000\n", "technotariat_queue_depth{world=\"town\"} 0\n",
        "technotariat_conservation_error{world=\"town\"} 0\n"})
    CHECK_MESSAGE(has(told, row), row, told);
  CHECK(!has(told, player.token));
}

TEST_CASE("commits are counted in the bucket of their time") {
  tt::server::Metrics metrics;
  metrics.committed(std::chrono::microseconds(400));
  metrics.committed(std::chrono::microseconds(1'000));
  metrics.committed(std::chrono::seconds(2));
  const std::string told = metrics.text(0, {});
  CHECK(has(told, "commit_seconds_bucket{le=\"0.000500\"} 1\n"));
  CHECK(has(told, "commit_seconds_bucket{le=\"0.001000\"} 2\n"));
  CHECK(has(told, "commit_seconds_bucket{le=\"1.000000\"} 2\n"));
  CHECK(has(told, "commit_seconds_bucket{le=\"+Inf\"} 3\n"));
  CHECK(has(told, "commit_seconds_sum 2.001400\n"));
}
