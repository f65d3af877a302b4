// TLS over real sockets: the page and the game under it, certificates that are no good, and clients that misuse it.
#include <doctest/doctest.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>

#include "server/net/certificate.hpp"
#include "server/wall_clock.hpp"
#include "tests/server/support/certificates.hpp"
#include "tests/server/support/program.hpp"
#include "tests/server/support/test_server.hpp"
#include "tests/server/support/tls_client.hpp"

using namespace tt::test;
using tt::server::read_certificate;
using tt::server::TlsFiles;

namespace {

constexpr char kAlive[] = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

/// What the server says to these bytes in the clear, until it closes.
std::string in_the_clear(std::uint16_t port, std::string_view bytes) {
  const int socket = connect_to(port);
  ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  std::string answer;
  std::array<char, 4096> some{};
  ssize_t count = 0;
  while ((count = ::recv(socket, some.data(), some.size(), 0)) > 0)
    answer.append(some.data(), static_cast<std::size_t>(count));
  CHECK_MESSAGE(count == 0, "the server did not close");
  ::close(socket);
  return answer;
}

/// A binary frame of a WebSocket client, under a mask of zeros (RFC 6455, 5.2); up to 125 bytes.
std::string client_frame(const std::string& payload) {
  return std::string("\x82") + static_cast<char>(0x80U | payload.size()) + std::string(4, '\0') + payload;
}

std::string complaint(const TlsFiles& files) {
  const auto read = read_certificate(files, tt::server::wall_clock_ms());
  return read ? std::string() : read.error().text();
}

struct TlsServer {
  explicit TlsServer(std::function<void(tt::server::Config&)> change = {})
      : files(make_certificate(folder / "server")), server([this, change](tt::server::Config& config) {
          config.tls = files;
          if (change) change(config);
        }) {}

  TempFolder folder;
  TlsFiles files;
  TestServer server;
};

}  // namespace

TEST_CASE("a page under TLS: the latest version, strict transport, and an end with a word") {
  TlsServer tls;
  TlsClient client(tls.server.port());
  REQUIRE(client.is_open());
  CHECK(client.version() == "TLSv1.3");
  REQUIRE(client.write(kAlive));
  const std::string answer = client.read_all();
  CHECK(answer.starts_with("HTTP/1.1 200 OK"));
  CHECK(answer.find("Strict-Transport-Security: max-age=31536000\r\n") != std::string::npos);
  CHECK(answer.ends_with("alive\n"));
  CHECK(client.ended_well());
  TestServer plain;
  CHECK(in_the_clear(plain.port(), kAlive).find("Strict-Transport-Security") == std::string::npos);
}

TEST_CASE("TLS 1.2 has forward secrecy, and older versions have no answer") {
  TlsServer tls;
  const TlsClient older(tls.server.port(), {.version_most = TLS1_2_VERSION});
  REQUIRE(older.is_open());
  CHECK(older.cipher().starts_with("ECDHE-"));
  CHECK(!TlsClient(tls.server.port(), {.version_most = TLS1_1_VERSION}).is_open());
}

TEST_CASE("a game under TLS, in both mappings, and a restart of the server") {
  TlsServer tls;
  std::string token;
  {
    const TlsTunnel tunnel(tls.server.port());
    Guest ann({.port = tunnel.port(), .origin = "https://localhost"}, "Ann");
    token = ann.token;
    REQUIRE(ann.enter("town").has_entered());
    REQUIRE(ann.sit(v1::ROLE_CAPITALIST).has_receipt());
    CHECK(ann.effort(7'000).has_receipt());
    Guest bob({.port = tunnel.port(), .mapping = Mapping::kJson}, "Bob");
    REQUIRE(bob.enter("town").has_entered());
    CHECK(ann.ready(0).has_receipt());
    ann.until_tick(1);
    bob.until_tick(1);
    // The page came by https, so a page by http is another one.
    CHECK(Client({.port = tunnel.port(), .origin = "http://localhost"}).status() == 403);
    tls.server.stop();
    CHECK(!ann.client.next()->has_error());
  }
  tls.server.start();
  const TlsTunnel tunnel(tls.server.port());
  Guest ann({.port = tunnel.port()}, "", token);
  CHECK(ann.enter("town").entered().seat_id() != 0);
}

TEST_CASE("who speaks in the clear to a port of TLS is told, or closed") {
  TlsServer tls;
  const std::string told = in_the_clear(tls.server.port(), kAlive);
  CHECK(told.starts_with("HTTP/1.1 400 "));
  CHECK(told.find("https://") != std::string::npos);
  CHECK(told.find("Strict-Transport-Security") == std::string::npos);
  CHECK(in_the_clear(tls.server.port(), "\x01\x02\x03\x04\r\n\r\n").starts_with("HTTP/1.1 400 "));
  // It begins as TLS does and goes on as nothing.
  CHECK(in_the_clear(tls.server.port(), "\x16\x03\x01 hello there, this is no handshake").find("HTTP") ==
        std::string::npos);
  CHECK(Client(tls.server.door()).status() == 400);
  TlsClient client(tls.server.port());
  CHECK(client.is_open());
}

TEST_CASE("a handshake that never ends, or never begins, is closed, and others do not notice") {
  TlsServer tls([](auto& config) { config.caps.handshake = std::chrono::milliseconds(300); });
  const int silent = connect_to(tls.server.port());
  const int half = connect_to(tls.server.port());
  REQUIRE(::send(half, "\x16\x03\x01\x02\x00\x01\x00", 7, MSG_NOSIGNAL) == 7);
  const TlsTunnel tunnel(tls.server.port());
  Guest ann({.port = tunnel.port()}, "Ann");
  CHECK(ann.enter("town").has_entered());
  for (const int socket : {silent, half}) {
    std::array<char, 512> bytes{};
    ssize_t count = 0;
    while ((count = ::recv(socket, bytes.data(), bytes.size(), 0)) > 0) {
    }
    // Ended by the server, not by the deadline of this end.
    CHECK((count == 0 || errno == ECONNRESET));
    ::close(socket);
  }
}

TEST_CASE("under TLS too a client that never reads is closed") {
  TlsServer tls([](auto& config) { config.caps.requests_per_second = config.caps.requests_burst = 1e9; });
  TlsClient slow(tls.server.port(), {.receive_buffer = 8 * 1024});
  REQUIRE(
      slow.write("GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                 "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                 "Sec-WebSocket-Protocol: technotariat.v1.proto\r\n\r\n"));
  REQUIRE(slow.read_some().starts_with("HTTP/1.1 101 "));
  v1::ClientEnvelope request;
  request.set_request_id(1);
  request.mutable_hello()->set_protocol_version(1);
  bool open = slow.write(client_frame(request.SerializeAsString()));
  request.mutable_enter_world()->set_world("town");
  for (std::uint64_t id = 2; open && id < 1'000'000; ++id) {
    request.set_request_id(id);
    open = slow.write(client_frame(request.SerializeAsString()));
  }
  CHECK(!open);
  const TlsTunnel tunnel(tls.server.port());
  CHECK(Guest({.port = tunnel.port()}).enter("town").has_entered());
}

TEST_CASE("a certificate that is no good is refused with what to do about it") {
  const TempFolder folder;
  const auto good = make_certificate(folder / "good");
  CHECK(complaint(good).empty());
  const auto other = make_certificate(folder / "other");
  CHECK(complaint({good.certificate, other.key}).find("does not belong to the certificate") != std::string::npos);
  CHECK(complaint(make_certificate(folder / "old", {.from_days = -90, .to_days = -1})).find("has expired on ") !=
        std::string::npos);
  CHECK(complaint(make_certificate(folder / "young", {.from_days = 1})).find("not valid before") != std::string::npos);
  CHECK(complaint(make_certificate(folder / "locked", {.passphrase = "secret"})).find("under a passphrase") !=
        std::string::npos);
  CHECK(complaint({folder / "none.pem", good.key}).find("cannot be read: No such file") != std::string::npos);
  CHECK(complaint({folder.path(), good.key}).find("cannot be read") != std::string::npos);
  CHECK(complaint({good.key, good.key}).find("There is no certificate in it") != std::string::npos);
  CHECK(complaint({good.certificate, good.certificate}).find("There is no private key in it") != std::string::npos);
  std::ofstream(folder / "large.pem") << std::string(1024 * 1024 + 1, 'x');
  CHECK(complaint({folder / "large.pem", good.key}).find("longer than 1 MiB") != std::string::npos);
}

TEST_CASE("a certificate that ends within a fortnight has a warning, and the configuration is sound") {
  const TempFolder folder;
  const auto now = tt::server::wall_clock_ms();
  CHECK(read_certificate(make_certificate(folder / "far", {.to_days = 15}), now)->warning.empty());
  const auto soon = make_certificate(folder / "soon", {.to_days = 13});
  CHECK(read_certificate(soon, now)->warning.find("within 14 days") != std::string::npos);

  const std::string file = (folder / "t.toml").string();
  std::ofstream(file) << "data = \"data\"\n[tls]\ncertificate = \"soon.pem\"\nkey = \"soon.key\"\n";
  Program judge({"serve", "--config", file, "--check-config"});
  CHECK(judge.wait() == 0);
  CHECK(judge.output.find("Warning: The certificate ") == 0);
  CHECK(judge.output.ends_with(" is sound.\n"));
  std::ofstream(file) << "data = \"data\"\n[tls]\ncertificate = \"soon.pem\"\nkey = \"far.key\"\n";
  CHECK(Program({"serve", "--config", file, "--check-config"}).wait() == 1);
  CHECK(Program({"serve", "--data", "x", "--tls-key", soon.key.string()}).wait() == 2);
}

TEST_CASE("a renewed certificate is for new connections, a broken one for nobody, and nobody is cut off") {
  TlsServer tls;
  const TlsTunnel tunnel(tls.server.port());
  Guest ann({.port = tunnel.port()}, "Ann");
  CHECK(TlsClient(tls.server.port()).name() == "localhost");
  (void)make_certificate(tls.folder / "server", {.name = "renewed"});
  tls.server.server().renew_certificate();
  CHECK(TlsClient(tls.server.port()).name() == "renewed");
  std::ofstream(tls.files.key) << "gone";
  tls.server.server().renew_certificate();
  CHECK(TlsClient(tls.server.port()).name() == "renewed");
  CHECK(ann.enter("town").has_entered());
}

TEST_CASE("the program reads its certificate again when it is told to by SIGHUP, and serves on") {
  const TempFolder folder;
  const auto files = make_certificate(folder / "server");
  Program program({"serve", "--data", (folder / "data").string(), "--listen", "127.0.0.1:0", "--no-demo",
                   "--tls-certificate", files.certificate.string(), "--tls-key", files.key.string()});
  const std::uint16_t port = program.port();
  CHECK(program.output.find("Play: https://127.0.0.1:" + std::to_string(port) + "/\n") != std::string::npos);
  CHECK(TlsClient(port).name() == "localhost");
  (void)make_certificate(folder / "server", {.name = "renewed"});
  program.signal(SIGHUP);
  // A signal has no answer: asked until it has worked, or the time for it is over.
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  std::string name;
  while (name != "renewed" && std::chrono::steady_clock::now() < deadline) name = TlsClient(port).name();
  CHECK(name == "renewed");
  program.signal(SIGTERM);
  CHECK(program.wait() == 0);
}
