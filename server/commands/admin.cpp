// One line to a running server, and its answer.
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "server/admin/admin_socket.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/say.hpp"

namespace tt::server {
namespace {

namespace json = boost::json;

/// A request of the protocol with one body.
std::string envelope(const std::string& kind, json::object body) {
  return json::serialize(json::object{{"request_id", "1"}, {kind, std::move(body)}});
}

}  // namespace

std::string admin_request(const AdminCommand& command) {
  const std::string& what = command.what;
  if (what == "remove") return "remove " + command.owned;
  if (what == "own") return "own " + command.owned + ' ' + command.argument;
  if (command.world == "-") return what + (command.argument.empty() ? "" : " " + command.argument);
  if (what == "house") return envelope("read_house", {});
  if (what == "pause" || what == "resume") return envelope("set_clock", {{"paused", what == "pause"}});
  if (what == "extend") return envelope("set_clock", {{"extend_seconds", command.seconds}});
  if (what == "pace") return envelope("set_clock", {{"tick_seconds", command.seconds}});
  if (what == "announce") return envelope("say", {{"channel", "CHAT_CHANNEL_WORLD"}, {"text", command.argument}});
  std::string measure = "MEASURE_";
  for (const char c : what) measure += c == '-' ? '_' : static_cast<char>(c - 'a' + 'A');
  return envelope("take_measure", {{"guest_id", command.argument}, {"measure", measure}});
}

int run(const AdminCommand& command, const Players&) {
  const std::string answer = ask_server(command.data, command.world + ' ' + admin_request(command));
  if (answer.empty())
    return say_failure({"No server answers there.", admin_path(command.data).string(),
                        "Start one with: technotariat serve. Only the account it runs as, and root, may ask."});
  say(answer + '\n');
  boost::system::error_code ec;
  const json::value parsed = json::parse(answer, ec);
  const json::object* const fields = parsed.if_object();
  const bool well = !ec && fields != nullptr && !fields->contains("failure") && !fields->contains("error");
  return well ? kDone : kFailed;
}

}  // namespace tt::server
