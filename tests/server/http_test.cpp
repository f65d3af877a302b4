// The page and the probes: what each request gets, and the raw socket's misuse.
#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <string>

#include "server/http/answers.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;
using namespace tt::server;

namespace {

void write_file(const std::filesystem::path& path, const std::string& content) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path) << content;
}

/// A small page with compressed editions.
Site small_site(const TempFolder& folder) {
  write_file(folder / "index.html", "<html>");
  write_file(folder / "assets/app-1.js", "let a");
  write_file(folder / "assets/app-1.js.br", "BR");
  write_file(folder / "assets/app-1.js.gz", "GZ");
  write_file(folder / "asset-version.txt", "v7\n");
  auto site = Site::from_folder(folder.path());
  REQUIRE(std::holds_alternative<Site>(site));
  return std::get<Site>(std::move(site));
}

}  // namespace

TEST_CASE("files, their editions and the page for every other address") {
  const TempFolder folder;
  const Site site = small_site(folder);
  CHECK(site.asset_version() == "v7");
  const Answers answers(site, HostNames({}, true), [] { return Readiness{true, "ready"}; });
  const auto get = [&](HttpRequest request) {
    request.method = "GET";
    request.host = "localhost:8080";
    return answers.answer(request);
  };
  CHECK(get({.target = "/"}).body() == "<html>");
  CHECK(get({.target = "/w/demo/seats?x=1"}).body() == "<html>");
  CHECK(get({.target = "/missing.js"}).status == 404);
  CHECK(get({.target = "/../etc/passwd"}).body() == "<html>");
  CHECK(get({.target = "/..%2fetc%2fhosts.txt"}).status == 404);
  CHECK(get({.target = "/assets/app-1.js.br"}).status == 404);
  CHECK(get({.target = "/assets/app-1.js"}).body() == "let a");
  CHECK(get({.target = "/assets/app-1.js", .accept_encoding = "gzip, deflate, br"}).body() == "BR");
  CHECK(get({.target = "/assets/app-1.js", .accept_encoding = "gzip, br;q=0"}).body() == "GZ");
  CHECK(get({.target = "/assets/app-1.js"}).headers.find("immutable") != std::string::npos);
  const auto page = get({.target = "/"});
  CHECK(page.headers.find("no-cache") != std::string::npos);
  const std::size_t at = page.headers.find("ETag: ") + 6;
  const std::string etag = page.headers.substr(at, page.headers.find('\r', at) - at);
  CHECK(get({.target = "/", .if_none_match = etag}).status == 304);
  CHECK(get({.target = "/", .if_none_match = "\"other\""}).status == 200);
  CHECK(get({.target = "/ws"}).status == 426);
  CHECK(get({.target = "/healthz"}).status == 200);
  CHECK(answers.answer({.method = "POST", .target = "/", .host = "localhost"}).status == 405);
  CHECK(answers.answer({.method = "GET", .target = "/", .host = "localhost", .has_body = true}).status == 413);
  CHECK(answers.answer({.method = "GET", .target = "/", .host = "other.example"}).status == 421);
  CHECK(answers.answer({.method = "GET", .target = "/", .host = ""}).status == 421);
}

TEST_CASE("every answer carries the strict headers") {
  TestServer server;
  for (const char* const target : {"/", "/healthz", "/nothing.txt", "/ws"}) {
    CAPTURE(target);
    const std::string answer =
        raw(server.port(), std::string("GET ") + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    for (const char* const header :
         {"Content-Security-Policy: default-src 'none'", "trusted-types svelte-trusted-html app-sw",
          "require-trusted-types-for 'script'", "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer",
          "Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Resource-Policy: same-origin",
          "Permissions-Policy: "})
      CHECK(answer.find(header) != std::string::npos);
  }
  const std::string ready = raw(server.port(), "GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  CHECK(ready.starts_with("HTTP/1.1 200 "));
  CHECK(ready.find("ready: 1 worlds") != std::string::npos);
}

TEST_CASE("a connection is kept for the next request and HEAD has no body") {
  TestServer server;
  const std::string answer = raw(server.port(),
                                 "HEAD /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                 "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  CHECK(answer.rfind("HTTP/1.1 200 OK") != 0);
  CHECK(answer.find("\r\n\r\nHTTP/1.1 200 OK") != std::string::npos);
  CHECK(answer.ends_with("\r\n\r\nalive\n"));
}

TEST_CASE("what is no HTTP, or too much of it, is turned away") {
  TestServer server;
  CHECK(raw(server.port(), "\x16\x03\x01 hello\r\n\r\n").starts_with("HTTP/1.1 400 "));
  CHECK(raw(server.port(), "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n")
            .starts_with("HTTP/1.1 431 "));
  CHECK(raw(server.port(), "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nabcde")
            .starts_with("HTTP/1.1 405 "));
}

TEST_CASE("host names: loopback ones for a loopback server, the host's list otherwise") {
  const HostNames here({}, true);
  for (const char* const name :
       {"localhost", "localhost:80", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST", "game.localhost"})
    CHECK(here.answers_to(name));
  for (const char* const name :
       {"", "evil.example", "127.0.0.1.evil.example", "localhost:80:80", "local host", "[::1", "a\rb"})
    CHECK(!here.answers_to(name));
  const HostNames listed({"game.example"}, true);
  CHECK(listed.answers_to("Game.Example:443"));
  CHECK(!listed.answers_to("game.example.evil"));
  CHECK(HostNames({}, false).answers_to("anything.example"));
  CHECK(is_same_origin("https://game.example", "game.example"));
  CHECK(!is_same_origin("https://game.example:444", "game.example"));
  CHECK(!is_same_origin("file://", ""));
}

TEST_CASE("the link a server prints is one that browsers reach it by") {
  CHECK(origin_of(false, "127.0.0.1", 8080, {}) == "http://127.0.0.1:8080");
  CHECK(origin_of(false, "::1", 8080, {}) == "http://[::1]:8080");
  CHECK(origin_of(false, "0.0.0.0", 80, {}) == "http://localhost");
  CHECK(origin_of(true, "0.0.0.0", 80, {}) == "https://localhost:80");
  CHECK(origin_of(true, "0.0.0.0", 443, {"game.example", "other.example"}) == "https://game.example");
  CHECK(origin_of(true, "::", 8443, {"game.example"}) == "https://game.example:8443");
  CHECK(origin_of(true, "192.0.2.7", 443, {"game.example"}) == "https://game.example");
  // Behind a proxy: the name leads to the proxy, this address here.
  CHECK(origin_of(false, "127.0.0.1", 8080, {"game.example"}) == "http://127.0.0.1:8080");
  CHECK(origin_of(false, "::1", 8080, {"game.example"}) == "http://[::1]:8080");
}
