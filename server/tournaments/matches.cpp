// The matches of a tournament, listed, and shown as worlds.
#include <algorithm>
#include <boost/asio/post.hpp>
#include <utility>

#include "protocol/codec/errors.hpp"
#include "server/lobby/worlds.hpp"
#include "server/log.hpp"
#include "server/tournaments/cards.hpp"
#include "server/tournaments/tournaments.hpp"
#include "tournament/match.hpp"
#include "tournament/results.hpp"

namespace tt::server {
namespace {

namespace asio = boost::asio;
namespace v1 = technotariat::v1;
using MatchResults = std::vector<tournament::MatchResult>;

persistence::Result<MatchResults> read_matches(const tournament::Places& places, const tournament::Spec& spec) {
  const auto count = tournament::recorded_matches(places);
  if (!count) return count.error();
  if (*count == 0) return MatchResults{};
  auto file = tournament::Results::open(places.results(), spec);
  if (!file) return file.error();
  return file->read();
}

}  // namespace

void Tournaments::with_matches(Named& named, std::function<void(const Matches&)> then) {
  auto& [name, entry] = named;
  if (!entry.spec) return then(nullptr);
  const bool still = entry.child == nullptr;  // only then there will not be more of them
  if (matches_ && looked_through_ == name && still) return then(matches_);
  auto& readers = match_readers_[name];
  readers.push_back(std::move(then));
  if (readers.size() > 1) return;  // being read
  asio::post(files_, [this, still, name = name, places = entry.places, spec = entry.spec] {
    auto read = read_matches(places, *spec);
    if (!read) log::error("tournament " + name + ": " + read.error().text());
    auto matches = read ? std::make_shared<const MatchResults>(*std::move(read)) : nullptr;
    asio::post(io_, [this, still, name, matches = std::move(matches)] {
      looked_through_ = name;
      matches_ = still ? matches : nullptr;
      for (const auto& reader : std::exchange(match_readers_[name], {})) reader(matches);
      match_readers_.erase(name);
    });
  });
}

void Tournaments::list_matches(Named& named, std::uint32_t from, const Answer& answer) {
  with_matches(named, [name = named.first, from, answer](const Matches& matches) {
    v1::ServerEnvelope envelope;
    if (matches)
      *envelope.mutable_match_list() = list_of(name, *matches, from);
    else
      *envelope.mutable_error() = protocol::make_error(v1::ERROR_CODE_PAST_UNREADABLE);
    answer(std::move(envelope));
  });
}

void Tournaments::open_match(const std::string& world, const Told& told) {
  const auto unknown = [told] { told(protocol::make_error(v1::ERROR_CODE_UNKNOWN_WORLD, "", "enter_world.world")); };
  const std::size_t mark = world.find(Worlds::kShownMark);
  Named* const named = mark == std::string::npos ? nullptr : find(world.substr(0, mark));
  if (named == nullptr) return unknown();
  with_matches(*named, [this, told, unknown, world, match = world.substr(mark + 1),
                        folder = named->second.places.worlds()](const Matches& matches) {
    if (!matches) return told(protocol::make_error(v1::ERROR_CODE_PAST_UNREADABLE));
    const auto at =
        std::find_if(matches->begin(), matches->end(), [&](const auto& one) { return name_of(one) == match; });
    if (at == matches->end()) return unknown();
    show_(world, folder / tournament::match_file_name(at->block, at->order),
          [this, told](std::optional<v1::Error> why) { asio::post(io_, [told, why = std::move(why)] { told(why); }); });
  });
}

}  // namespace tt::server
