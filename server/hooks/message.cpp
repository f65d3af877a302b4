#include "server/hooks/message.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <utility>

#include "tournament/spec.hpp"

namespace tt::server {
namespace {

namespace json = boost::json;
using std::chrono::milliseconds;

/// Of the schema in docs/webhooks.md: another one when a reader of this one could misunderstand it.
constexpr int kVersion = 1;

/// For text that a chat service shows: of ASCII only letters, digits, spaces, hyphens and apostrophes, so that nobody's
/// name calls a whole channel, or is a link.
std::string harmless(std::string_view name) {
  std::string kept;
  for (const char c : name) {
    const bool word = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
    if (word || c == ' ' || c == '-' || c == '\'' || (static_cast<unsigned char>(c) & 0x80U) != 0) kept += c;
  }
  return kept.empty() ? "somebody" : kept;
}

std::string in_words(milliseconds span) {
  const auto of = [](std::int64_t count, const char* unit) {
    return std::to_string(count) + ' ' + unit + (count == 1 ? "" : "s");
  };
  const std::int64_t seconds = (span.count() + 500) / 1'000;
  if (seconds < 120) return of(seconds, "second");
  if (seconds < 120 * 60) return of((seconds + 30) / 60, "minute");
  if (seconds < 48 * 3'600) return of((seconds + 1'800) / 3'600, "hour");
  return of((seconds + 12 * 3'600) / (24 * 3'600), "day");
}

std::string percent(rules::Bp share) {
  const auto bp = static_cast<std::int64_t>(share);
  return std::to_string(bp / 100) + '.' + std::to_string(bp % 100 / 10) + " %";
}

std::string tick_of(const WorldNews& news) {
  return "tick " + std::to_string(news.tick) + (news.final_tick == 0 ? "" : " of " + std::to_string(news.final_tick));
}

/// "Ann", "Ann and Bob", "Ann, Bob and 7 more".
std::string list_of(const std::vector<rules::SeatRow>& seats, std::size_t count) {
  constexpr std::size_t kNamed = 10;
  std::string list;
  const std::size_t named = std::min(count, kNamed);
  for (std::size_t at = 0; at < named; ++at) {
    const bool last = at + 1 == count;
    list += (at == 0 ? "" : last ? " and " : ", ") + harmless(seats[at].name);
  }
  return count > named ? list + " and " + std::to_string(count - named) + " more" : list;
}

json::object person(const rules::SeatRow& seat) {
  return {{"name", seat.name}, {"role", tournament::name_of(seat.role)}};
}

std::size_t shown(const std::vector<rules::SeatRow>& seats) {
  return std::min(seats.size(), kHookRowsMax);
}

/// Each adds its own keys to the message and says it in words.
std::string add(json::object& message, const WorldNews& news, const TickOpened& opened) {
  message["closes_in_seconds"] = opened.left ? json::value(opened.left->count() / 1'000) : json::value(nullptr);
  return tick_of(news) + " is open" + (opened.left ? "; it closes in " + in_words(*opened.left) : "") + ".";
}

std::string add(json::object& message, const WorldNews& news, const TickWaits& waits) {
  message["closes_in_seconds"] = waits.left.count() / 1'000;
  json::array people;
  for (std::size_t at = 0; at < shown(waits.for_seats); ++at) people.emplace_back(person(waits.for_seats[at]));
  message["waiting_for"] = std::move(people);
  message["waiting_count"] = waits.for_seats.size();
  return tick_of(news) + " closes in " + in_words(waits.left) + ", and waits for " +
         list_of(waits.for_seats, waits.for_seats.size()) + ".";
}

std::string add(json::object& message, const WorldNews& news, const WorldEnded& ended) {
  json::array standings;
  for (std::size_t at = 0; at < shown(ended.seats); ++at) {
    const rules::SeatRow& seat = ended.seats[at];
    json::object row = person(seat);
    row["program"] = seat.controller == rules::Controller::kBot;
    row["standing_bp"] = seat.standing;
    row["wealth_bp"] = seat.wealth;
    row["livelihood_bp"] = seat.livelihood;
    row["progress_bp"] = seat.progress;
    standings.emplace_back(std::move(row));
  }
  message["standings"] = std::move(standings);
  std::string text = "the world has come to its end with tick " + std::to_string(news.tick) + ".";
  if (ended.seats.empty()) return text;
  const rules::Bp best = ended.seats.front().standing;
  const auto first = std::find_if(ended.seats.begin(), ended.seats.end(),
                                  [&](const rules::SeatRow& seat) { return seat.standing != best; });
  return text + " The best standing, " + percent(best) + ": " +
         list_of(ended.seats, static_cast<std::size_t>(first - ended.seats.begin())) + ".";
}

}  // namespace

HookMessage message_of(const WorldNews& news) {
  HookMessage made;
  made.event = static_cast<HookEvent>(news.what.index());
  const std::string event(kHookEvents[news.what.index()]);
  made.id = news.world + '.' + event + '.' + std::to_string(news.tick);
  json::object message{{"version", kVersion},
                       {"id", made.id},
                       {"event", event},
                       {"time_ms", news.time_ms},
                       {"world", news.world},
                       {"title", news.title},
                       {"path", "/w/" + news.world},
                       {"tick", news.tick},
                       {"final_tick", news.final_tick},
                       {"tick_seconds", news.tick_length.count() / 1'000}};
  const std::string words = std::visit([&](const auto& what) { return add(message, news, what); }, news.what);
  const std::string text = harmless(news.title) + ": " + words;
  message["text"] = text;     // as some chat services want it
  message["content"] = text;  // as others do
  made.body = json::serialize(message);
  return made;
}

std::string signature_of(const std::string& secret, const std::string& timestamp, const std::string& body) {
  const auto bytes = [](const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); };
  const std::string signed_text = timestamp + '.' + body;
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, bytes(secret), secret.size());
  crypto_auth_hmacsha256_update(&state, bytes(signed_text), signed_text.size());
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> hash{};
  crypto_auth_hmacsha256_final(&state, hash.data());
  std::array<char, 2 * crypto_auth_hmacsha256_BYTES + 1> text{};
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  return std::string("sha256=") + text.data();
}

}  // namespace tt::server
