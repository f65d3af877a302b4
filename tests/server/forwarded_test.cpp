// Who asks, behind reverse proxies: what they say is believed, what others say is not.
#include <doctest/doctest.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <memory>
#include <string>
#include <vector>

#include "server/http/forwarded.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;
using namespace tt::server;

namespace {

ProxyPlan plan(const std::vector<std::string>& networks, ProxyHeader header = ProxyHeader::kForwardedFor) {
  ProxyPlan made;
  made.header = header;
  for (const std::string& one : networks) {
    const auto network = parse_network(one);
    REQUIRE(network.has_value());
    made.trusted.push_back(*network);
  }
  return made;
}

std::string client(const ProxyPlan& proxies, const char* peer, const char* header) {
  return origin_of(proxies, boost::asio::ip::make_address(peer), header, "").address.to_string();
}
std::string scheme(const ProxyPlan& proxies, const char* peer, const char* header, const char* proto) {
  return origin_of(proxies, boost::asio::ip::make_address(peer), header, proto).scheme;
}

/// A WebSocket asked for with these further header lines: the connection, and the status of the answer.
struct Asked {
  Asked(std::uint16_t port, const std::string& lines) {
    socket.connect({boost::asio::ip::address_v4::loopback(), port});
    boost::asio::write(socket, boost::asio::buffer("GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                                                   "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                                   "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                                                   "Sec-WebSocket-Protocol: technotariat.v1.proto\r\n" +
                                                   lines + "\r\n"));
    std::string head;
    boost::asio::read_until(socket, boost::asio::dynamic_buffer(head), "\r\n\r\n");
    status = std::stoi(head.substr(9, 3));
  }
  boost::asio::io_context io;
  boost::asio::ip::tcp::socket socket{io};
  int status = 0;
};

}  // namespace

TEST_CASE("networks are addresses with a prefix, and nothing else") {
  const auto holds = [](const char* network, const char* address) {
    return parse_network(network)->holds(boost::asio::ip::make_address(address));
  };
  CHECK(holds("127.0.0.1", "127.0.0.1"));
  CHECK(!holds("127.0.0.1", "127.0.0.2"));
  CHECK(holds("10.0.0.0/8", "10.255.1.2"));
  CHECK(!holds("10.0.0.0/8", "11.0.0.1"));
  CHECK(holds("0.0.0.0/0", "203.0.113.9"));
  CHECK(!holds("0.0.0.0/0", "2001:db8::1"));
  CHECK(holds("2001:db8::/32", "2001:db8:1::2"));
  CHECK(!holds("2001:db8::/32", "2001:db9::1"));
  for (const char* const bad : {"", "x", "10.0.0.0/33", "10.0.0.1/8", "10.0.0.0/", "10.0.0.0/8x", "10.0.0.0/-1",
                                "::1%lo", "2001:db8::/129", "localhost"})
    CHECK_MESSAGE(!parse_network(bad).has_value(), bad);
}

TEST_CASE("the client is the right-most address that is no trusted proxy") {
  const auto proxies = plan({"127.0.0.1", "10.0.0.0/8"});
  CHECK(client(proxies, "127.0.0.1", "203.0.113.9") == "203.0.113.9");
  CHECK(client(proxies, "127.0.0.1", "203.0.113.9, 10.1.2.3") == "203.0.113.9");
  CHECK(client(proxies, "127.0.0.1", "203.0.113.9:1234, [2001:db8::7]:99, 10.1.2.3") == "2001:db8::7");
  CHECK(client(proxies, "127.0.0.1", "::ffff:203.0.113.9") == "203.0.113.9");
  CHECK(client(proxies, "127.0.0.1", "") == "127.0.0.1");
  CHECK(client(proxies, "127.0.0.1", "10.0.0.1, 10.0.0.2") == "10.0.0.1");
  // What the client wrote itself stands further left, and is not reached.
  CHECK(client(proxies, "127.0.0.1", "127.0.0.1, 10.0.0.1, 198.51.100.1, 203.0.113.9") == "203.0.113.9");
  // No proxy at all: whatever it says of itself.
  CHECK(client(proxies, "203.0.113.9", "198.51.100.1") == "203.0.113.9");
  CHECK(client(plan({}), "127.0.0.1", "198.51.100.1") == "127.0.0.1");
  // A hop without an address ends the search at the proxy that wrote it.
  CHECK(client(proxies, "127.0.0.1", "198.51.100.1, unknown, 10.0.0.2") == "10.0.0.2");
  CHECK(client(proxies, "127.0.0.1", "198.51.100.1,,") == "127.0.0.1");
}

TEST_CASE("the standard header tells the same, quoted or not") {
  const auto proxies = plan({"127.0.0.1", "10.0.0.0/8"}, ProxyHeader::kForwarded);
  CHECK(client(proxies, "127.0.0.1", "for=203.0.113.9;proto=https;by=10.0.0.1") == "203.0.113.9");
  CHECK(client(proxies, "127.0.0.1", "For=\"[2001:db8:cafe::17]:4711\"") == "2001:db8:cafe::17");
  CHECK(client(proxies, "127.0.0.1", "for=198.51.100.1, for=203.0.113.9, for=10.0.0.1") == "203.0.113.9");
  CHECK(client(proxies, "127.0.0.1", "for=198.51.100.1, for=_hidden") == "127.0.0.1");
  CHECK(client(proxies, "127.0.0.1", "for=203.0.113.9;by=\"a,for=198.51.100.1\"") == "203.0.113.9");
  CHECK(client(proxies, "127.0.0.1", "for=203.0.113.9;by=\"a") == "127.0.0.1");
  CHECK(scheme(proxies, "127.0.0.1", "for=203.0.113.9;proto=HTTPS", "http") == "https");
}

TEST_CASE("how a request came is the trusted proxies' word alone") {
  const auto proxies = plan({"127.0.0.1"});
  CHECK(scheme(proxies, "127.0.0.1", "203.0.113.9", "https") == "https");
  CHECK(scheme(proxies, "127.0.0.1", "203.0.113.9", "https, http") == "http");
  CHECK(scheme(proxies, "127.0.0.1", "203.0.113.9", "gopher").empty());
  CHECK(scheme(proxies, "203.0.113.9", "", "https").empty());
}

TEST_CASE("behind a trusted proxy each client has a limit of its own, and a page of the other scheme is another page") {
  TestServer server([](Config& config) {
    config.caps.connections_per_address = 2;
    config.proxies = plan({"127.0.0.1"});
  });
  const auto ask = [&](const std::string& lines) { return std::make_unique<Asked>(server.port(), lines); };
  std::vector<std::unique_ptr<Asked>> open;
  for (int n = 0; n < 2; ++n) {
    open.push_back(ask("X-Forwarded-For: 203.0.113.9\r\n"));
    CHECK(open.back()->status == 101);
  }
  CHECK(ask("X-Forwarded-For: 203.0.113.9\r\n")->status == 429);
  // Written by the client, passed on and added to by the proxy: no way around.
  CHECK(ask("X-Forwarded-For: 198.51.100.1, 203.0.113.9\r\n")->status == 429);
  CHECK(ask("X-Forwarded-For: 198.51.100.1\r\nX-Forwarded-For: 203.0.113.9\r\n")->status == 429);
  CHECK(ask("Forwarded: for=198.51.100.1\r\nX-Forwarded-For: 203.0.113.9\r\n")->status == 429);
  open.push_back(ask("X-Forwarded-For: 203.0.113.10\r\n"));
  CHECK(open.back()->status == 101);

  CHECK(ask("X-Forwarded-Proto: https\r\nOrigin: https://localhost\r\n")->status == 101);
  CHECK(ask("X-Forwarded-Proto: https\r\nOrigin: http://localhost\r\n")->status == 403);
  CHECK(ask("Origin: http://localhost\r\n")->status == 101);
}

TEST_CASE("without trusted proxies nobody's word counts") {
  TestServer server([](Config& config) { config.caps.connections_loopback = 2; });
  const Asked first(server.port(), "X-Forwarded-For: 203.0.113.9\r\n");
  const Asked second(server.port(),
                     "X-Forwarded-For: 203.0.113.10\r\nX-Forwarded-Proto: http\r\nOrigin: https://localhost\r\n");
  CHECK(first.status == 101);
  CHECK(second.status == 101);
  CHECK_THROWS(Asked(server.port(), "X-Forwarded-For: 203.0.113.11\r\n"));
}
