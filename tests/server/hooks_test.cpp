// Webhooks: what a receiver hears, and that one which does not hear holds nobody up.
#include <doctest/doctest.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/json/parse.hpp>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "server/config_file.hpp"
#include "server/hooks/hook.hpp"
#include "server/hooks/hooks.hpp"
#include "server/hooks/message.hpp"
#include "server/wall_clock.hpp"
#include "tests/server/support/certificates.hpp"
#include "tests/server/support/played_town.hpp"
#include "tests/server/support/receiver.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;
using namespace tt::server;
using namespace std::chrono_literals;
namespace json = boost::json;
namespace rules = tt::rules;

namespace {

constexpr char kSecret[] = "a secret of some length";
constexpr HookPace kQuick{.first_pause = 1ms};

HookPlan plan_to(const std::string& url, const std::string& world = "town") {
  const auto address = parse_hook_address(url);
  REQUIRE(address.has_value());
  return {.world = world, .address = *address, .secret = kSecret, .secret_file = {}};
}

WorldNews news_of(WorldNews::What what, rules::Tick tick = 4) {
  return {.world = "town",
          .title = "Old Town",
          .open_to_all = true,
          .tick = tick,
          .final_tick = 40,
          .tick_length = 5min,
          .time_ms = 1'700'000'000'000,
          .what = std::move(what)};
}

rules::SeatRow seat(const std::string& name, rules::Bp standing = 0) {
  rules::SeatRow row;
  row.name = name;
  row.role = rules::Role::kMember;
  row.controller = rules::Controller::kPlayer;
  row.standing = standing;
  return row;
}

/// By another library than the server's.
std::string signed_by(const std::string& secret, const std::string& text) {
  unsigned char hash[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(text.data()), text.size(), hash, &size);
  std::string hex = "sha256=";
  for (unsigned at = 0; at < size; ++at) {
    hex += "0123456789abcdef"[hash[at] >> 4U];
    hex += "0123456789abcdef"[hash[at] & 15U];
  }
  return hex;
}

json::object body_of(const Receiver::Got& got) {
  CHECK(got.headers.at("Content-Type") == "application/json");
  CHECK(got.headers.at("Technotariat-Signature") ==
        signed_by(kSecret, got.headers.at("Technotariat-Timestamp") + "." + got.body));
  const json::object body = json::parse(got.body).as_object();
  CHECK(body.at("id").as_string() == got.headers.at("Technotariat-Id"));
  CHECK(body.at("event").as_string() == got.headers.at("Technotariat-Event"));
  return body;
}

std::string text_of(const HookMessage& message) {
  return std::string(json::parse(message.body).as_object().at("text").as_string());
}

std::string complaint(const std::string& text) {
  const auto config = parse_config("[[webhooks]]\n" + text, "t.toml");
  return config ? std::string("none") : config.error().text();
}

/// Takes connections and says nothing.
struct Silent {
  boost::asio::io_context io;
  boost::asio::ip::tcp::acceptor acceptor{io,
                                          boost::asio::ip::tcp::endpoint(boost::asio::ip::address_v4::loopback(), 0)};
  [[nodiscard]] std::string url() const {
    return "http://127.0.0.1:" + std::to_string(acceptor.local_endpoint().port()) + "/";
  }
};

}  // namespace

TEST_CASE("a webhook's address is taken apart, and what is none is refused") {
  const auto whole = parse_hook_address("https://chat.example:8443/a/b%20c?token=x%2Fy");
  REQUIRE(whole.has_value());
  CHECK(whole->tls);
  CHECK(whole->host == "chat.example");
  CHECK(whole->port == "8443");
  CHECK(whole->header == "chat.example:8443");
  CHECK(whole->target == "/a/b%20c?token=x%2Fy");
  CHECK(whole->shown() == "https://chat.example:8443");
  const auto bare = parse_hook_address("http://[::1]");
  REQUIRE(bare.has_value());
  CHECK(bare->host == "::1");
  CHECK(bare->header == "[::1]");
  CHECK(bare->port == "80");
  CHECK(bare->target == "/");
  for (const char* const none : {"", "chat.example/x", "ftp://chat.example/", "file:///etc/passwd", "https://",
                                 "https:///x", "https://ann:pw@chat.example/", "https://chat.example/#part",
                                 "https://chat.example/a b", "https://chat.example/a\r\nHost: b",
                                 "https://chat.example:0/", "https://chat.example:70000/", "https://chat%2eexample/"})
    CHECK_MESSAGE(!parse_hook_address(none).has_value(), none);
}

TEST_CASE("webhooks of a configuration file are read, and what is wrong is told with its line") {
  const auto config = parse_config(
      "[[webhooks]]\nworld = \"*\"\nurl = \"https://a.example/x\"\nsecret = \"0123456789abcdef\"\n"
      "[[webhooks]]\nworld = \"town-2\"\nurl = \"http://b.example/\"\nsecret_file = \"s\"\nevents = [\"finished\"]\n",
      "/etc/t.toml");
  REQUIRE_MESSAGE(config.has_value(), config.error().text());
  REQUIRE(config->webhooks.size() == 2);
  CHECK(config->webhooks[0].world == "*");
  CHECK(config->webhooks[0].secret == "0123456789abcdef");
  CHECK(config->webhooks[0].wants(HookEvent::kNudge));
  CHECK(config->webhooks[1].secret_file == "/etc/s");
  CHECK(config->webhooks[1].wants(HookEvent::kFinished));
  CHECK(!config->webhooks[1].wants(HookEvent::kTurnOpen));

  const std::string sound = "world = \"town\"\nurl = \"https://a.example/x\"\n";
  CHECK(complaint(sound) == "none");
  CHECK(complaint(sound + "evnts = []\n").find("t.toml:4: There is no key 'evnts' here. Did you mean 'events'?") == 0);
  CHECK(complaint(sound + "events = [\"turn-open\"]\n").find("Did you mean 'turn_open'?") != std::string::npos);
  CHECK(complaint(sound + "events = []\n").find("names none") != std::string::npos);
  CHECK(complaint("world = \"town\"\n").find("t.toml:1: A webhook needs both world and url.") == 0);
  CHECK(complaint("world = \"Town!\"\nurl = \"https://a.example/\"\n").find("cannot be a world's name") !=
        std::string::npos);
  const std::string bad = complaint("world = \"*\"\nurl = \"ftp://a.example/token\"\n");
  CHECK(bad.find("t.toml:3: webhooks.url is no address of http:// or https://") == 0);
  CHECK(bad.find("token") == std::string::npos);
  const std::string secret = complaint(sound + "secret = \"hunter2\"\n");
  CHECK(secret.find("webhooks.secret has 7 bytes") != std::string::npos);
  CHECK(secret.find("hunter2") == std::string::npos);
  CHECK(complaint(sound + "secret = \"0123456789abcdef\"\nsecret_file = \"s\"\n").find("Keep one of them") !=
        std::string::npos);
  CHECK(parse_config("webhooks = 5\n", "t.toml").error().text().find("list of sections") != std::string::npos);
  std::string many;
  for (std::size_t n = 0; n <= kHooksMax; ++n) many += "[[webhooks]]\n" + sound;
  CHECK(parse_config(many, "t.toml").error().text().find("more than 16 webhooks") != std::string::npos);
}

TEST_CASE("a webhook's secret comes from its file without the line's end, or the server does not start") {
  const TempFolder folder;
  HookPlan plan = plan_to("http://a.example/");
  plan.secret.clear();
  plan.secret_file = folder / "secret";
  CHECK(secret_of(plan).error().text().find("cannot be read") != std::string::npos);
  std::ofstream(plan.secret_file) << "short\n";
  CHECK(secret_of(plan).error().text().find("too short") != std::string::npos);
  std::ofstream(plan.secret_file) << std::string(300, 'x');
  CHECK(secret_of(plan).error().text().find("too long") != std::string::npos);
  std::ofstream(plan.secret_file) << std::string(256, 'x') << "\r\n";
  CHECK(*secret_of(plan) == std::string(256, 'x'));
}

TEST_CASE("messages say what happened, for programs and for people, and nobody's name calls a whole channel") {
  const HookMessage open = message_of(news_of(TickOpened{90s}));
  CHECK(open.id == "town.turn_open.4");
  CHECK(open.body ==
        R"({"version":1,"id":"town.turn_open.4","event":"turn_open","time_ms":1700000000000,"world":"town",)"
        R"("title":"Old Town","path":"/w/town","tick":4,"final_tick":40,"tick_seconds":300,"closes_in_seconds":90,)"
        R"("text":"Old Town: tick 4 of 40 is open; it closes in 90 seconds.",)"
        R"("content":"Old Town: tick 4 of 40 is open; it closes in 90 seconds."})");
  CHECK(text_of(message_of(news_of(TickOpened{}))) == "Old Town: tick 4 of 40 is open.");

  const HookMessage nudge = message_of(news_of(TickWaits{6h, {seat("@everyone <!here> [x](http://y)"), seat("Zoë")}}));
  CHECK(text_of(nudge) == "Old Town: tick 4 of 40 closes in 6 hours, and waits for everyone here xhttpy and Zoë.");
  const json::object waits = json::parse(nudge.body).as_object();
  CHECK(waits.at("waiting_count") == 2);
  CHECK(waits.at("waiting_for").as_array()[1] == json::value({{"name", "Zoë"}, {"role", "member"}}));

  const HookMessage end = message_of(news_of(WorldEnded{{seat("Ann", 4'120), seat("Bob", 4'120), seat("Cy", 1'760)}}));
  CHECK(text_of(end) == "Old Town: the world has come to its end with tick 4. The best standing, 41.2 %: Ann and Bob.");
  CHECK(json::parse(end.body).as_object().at("standings").as_array()[2].as_object().at("standing_bp") == 1'760);

  const std::vector<rules::SeatRow> crowd(5'000, seat(std::string(96, '\xF0')));
  CHECK(message_of(news_of(TickWaits{6h, crowd})).body.size() < 16 * 1024);
}

TEST_CASE("a world tells when a tick opens, whom it waits for with a quarter of its time left, and its end") {
  std::vector<WorldNews> heard;
  PlayedTown town(4min, [&](const WorldNews& news) { heard.push_back(news); });
  town.seat(7, "Ann");
  town.seat(8, "Bob");
  REQUIRE(heard.size() == 1);
  CHECK(heard[0].tick == 1);
  CHECK(std::get<TickOpened>(heard[0].what).left == 4min);
  town.ask(7, Ready{true, 0});
  town.pass(3min - 1s);
  CHECK(heard.size() == 1);
  town.pass(1s);
  REQUIRE(heard.size() == 2);
  const auto& waits = std::get<TickWaits>(heard[1].what);
  CHECK(waits.left == 1min);
  REQUIRE(waits.for_seats.size() == 1);
  CHECK(waits.for_seats[0].name == "Bob");
  // More time is no second reminder.
  ChangeClock longer;
  longer.extend_seconds = 300;
  town.ask(7, longer);
  town.pass(5min + 30s);
  CHECK(heard.size() == 2);
  // A tick opens when the disk has the close before it, and not before.
  town.hold_disk(true);
  town.ask(8, Ready{true, 0});
  CHECK(heard.size() == 2);
  town.hold_disk(false);
  REQUIRE(heard.size() == 3);
  CHECK(heard[2].tick == 2);
  CHECK(std::holds_alternative<TickOpened>(heard[2].what));
  for (int ticks = 0; ticks < 40; ++ticks) town.pass(4min);
  const auto& end = std::get<WorldEnded>(heard.back().what).seats;
  CHECK(std::is_sorted(end.begin(), end.end(), [](const auto& a, const auto& b) { return a.standing > b.standing; }));
  CHECK(std::count_if(end.begin(), end.end(), [](const auto& row) { return row.name == "Ann"; }) == 1);
  CHECK(std::count_if(heard.begin(), heard.end(), [](const auto& news) { return news.what.index() == 2; }) == 1);
}

TEST_CASE("in a tick too short to come back in, nobody is reminded") {
  std::vector<WorldNews> heard;
  PlayedTown town(59s, [&](const WorldNews& news) { heard.push_back(news); });
  town.seat(7, "Ann");
  town.pass(58s);
  CHECK(heard.size() == 1);
  town.pass(1s);
  CHECK(heard.size() == 2);
}

TEST_CASE("a receiver hears of open ticks, of who is missing and of the end, signed") {
  Receiver receiver;
  Metrics metrics;
  Hooks hooks({plan_to(receiver.url("/hook?key=1"))}, kQuick, metrics);
  PlayedTown town(4min, [&](const WorldNews& news) { hooks.tell(news); });
  town.seat(7, "Ann");
  town.pass(3min);
  auto got = receiver.wait(2);
  CHECK(got[0].target == "/hook?key=1");
  CHECK(got[0].headers.at("Host") == "localhost:" + std::to_string(receiver.port()));
  CHECK(body_of(got[0]).at("event") == "turn_open");
  CHECK(body_of(got[1]).at("event") == "nudge");
  CHECK(body_of(got[1]).at("waiting_for").as_array()[0].as_object().at("name") == "Ann");
  const auto ended = [](const Receiver::Got& one) { return body_of(one).at("event") == "finished"; };
  while (!ended(got.back())) {
    town.pass(4min);
    got = receiver.wait(got.size() + 1);
  }
  CHECK(!body_of(got.back()).at("standings").as_array().empty());
}

TEST_CASE("a message that was not taken comes again under the same id, and in its turn") {
  Receiver receiver({"500 Oh", "503 Oh"});
  Metrics metrics;
  Hooks hooks({plan_to(receiver.url())}, kQuick, metrics);
  hooks.tell(news_of(TickOpened{}, 1));
  hooks.tell(news_of(TickOpened{}, 2));
  const auto got = receiver.wait(4);
  std::vector<std::string> ids;
  for (const auto& one : got) ids.emplace_back(body_of(one).at("id").as_string());
  CHECK(ids ==
        std::vector<std::string>{"town.turn_open.1", "town.turn_open.1", "town.turn_open.1", "town.turn_open.2"});
  hooks.finish();
  CHECK(metrics.text(0, {}).find("webhook_messages_total{fate=\"sent\"} 2\n") != std::string::npos);
}

TEST_CASE("a redirect is not followed, a refusal is not repeated, and the next message has its turn") {
  Receiver elsewhere;
  Receiver receiver({"302 Found\r\nLocation: " + elsewhere.url(), "404 Not Found"});
  Metrics metrics;
  Hooks hooks({plan_to(receiver.url())}, kQuick, metrics);
  for (rules::Tick tick = 1; tick <= 3; ++tick) hooks.tell(news_of(TickOpened{}, tick));
  CHECK(body_of(receiver.wait(3)[2]).at("tick") == 3);
  hooks.finish();
  CHECK(elsewhere.count() == 0);
  const std::string told = metrics.text(0, {});
  CHECK(told.find("webhook_messages_total{fate=\"sent\"} 1\n") != std::string::npos);
  CHECK(told.find("webhook_messages_total{fate=\"failed\"} 2\n") != std::string::npos);
}

TEST_CASE("a hook hears what it was named for: worlds not open to all only by their name") {
  Receiver all;
  Receiver town;
  Receiver ends;
  Metrics metrics;
  HookPlan ends_only = plan_to(ends.url(), "*");
  ends_only.events = {false, false, true};
  Hooks hooks({plan_to(all.url(), "*"), plan_to(town.url()), ends_only}, kQuick, metrics);
  WorldNews hidden = news_of(TickOpened{}, 1);
  hidden.open_to_all = false;
  hooks.tell(hidden);
  WorldNews other = news_of(TickOpened{}, 2);
  other.world = "village";
  hooks.tell(other);
  hooks.tell(news_of(WorldEnded{}, 3));
  CHECK(body_of(all.wait(2)[0]).at("id") == "village.turn_open.2");
  CHECK(body_of(town.wait(2)[0]).at("id") == "town.turn_open.1");
  CHECK(body_of(town.wait(2)[1]).at("id") == "town.finished.3");
  CHECK(body_of(ends.wait(1)[0]).at("id") == "town.finished.3");
  hooks.finish();
  CHECK(all.count() == 2);
  CHECK(town.count() == 2);
  CHECK(ends.count() == 1);
}

TEST_CASE("behind a silent receiver the oldest messages are dropped and counted") {
  const Silent silent;
  boost::asio::io_context io(1);
  Metrics metrics;
  {
    const auto hook =
        std::make_shared<Hook>(io.get_executor(), 1, plan_to(silent.url()), HookPace{.queue = 2}, metrics);
    for (rules::Tick tick = 1; tick <= 5; ++tick)
      hook->tell(std::make_shared<const HookMessage>(message_of(news_of(TickOpened{}, tick))));
    io.poll();
  }
  CHECK(metrics.text(0, {}).find("webhook_messages_total{fate=\"dropped\"} 2\n") != std::string::npos);
}

TEST_CASE("a silent receiver holds up neither players nor the server's end, and the log and metrics keep the secret") {
  const Silent silent;
  Receiver receiver;
  TestServer server([&](Config& config) {
    config.metrics = true;
    config.webhooks = {plan_to(silent.url()), plan_to(receiver.url())};
    config.hook_pace.farewell = 1ms;
  });
  Guest ann = server.seated(v1::ROLE_MEMBER, "Ann");
  for (std::uint32_t tick = 0; tick < 5; ++tick) {
    CHECK(ann.ready(tick).has_receipt());
    ann.until_tick(tick + 1);
  }
  const auto got = receiver.wait(6);
  for (std::uint32_t tick = 0; tick < 6; ++tick) CHECK(body_of(got[tick]).at("tick") == tick + 1);
  CHECK(raw(server.port(), "GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").find(kSecret) ==
        std::string::npos);
  server.stop();
  CHECK(server.town().tick == 5);
}

TEST_CASE("over https the receiver must be who the address names, for an authority this machine trusts") {
  const TempFolder folder;
  const auto identity = [&](const std::string& name) {
    const TlsFiles files = make_certificate(folder / name, {.name = name});
    return std::pair(read_certificate(files, wall_clock_ms())->identity, files.certificate.string());
  };
  const auto [good, good_file] = identity("localhost");
  const auto [other, other_file] = identity("other.example");
  Metrics metrics;
  const HookPace once{.tries = 1};
  const auto failed = [&] {
    const std::string told = metrics.text(0, {});
    const std::string row = "webhook_messages_total{fate=\"failed\"} ";
    return told.substr(told.find(row) + row.size(), 1);
  };
  {
    // Nobody vouches for it.
    Receiver receiver({}, good);
    Hooks hooks({plan_to(receiver.url())}, once, metrics);
    hooks.tell(news_of(TickOpened{}));
    hooks.close();
    hooks.finish();
    CHECK(receiver.count() == 0);
    CHECK(failed() == "1");
  }
  ::setenv("SSL_CERT_FILE", good_file.c_str(), 1);
  {
    Receiver receiver({}, good);
    Hooks hooks({plan_to(receiver.url())}, once, metrics);
    hooks.tell(news_of(TickOpened{}));
    CHECK(body_of(receiver.wait(1)[0]).at("event") == "turn_open");
  }
  ::setenv("SSL_CERT_FILE", other_file.c_str(), 1);
  {
    // Trusted, but somebody else's.
    Receiver receiver({}, other);
    Hooks hooks({plan_to(receiver.url())}, once, metrics);
    hooks.tell(news_of(TickOpened{}));
    hooks.finish();
    CHECK(receiver.count() == 0);
    CHECK(failed() == "2");
  }
  ::unsetenv("SSL_CERT_FILE");
}
