// How much difference each person made: `world score`.
#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cstdio>

#include "persistence/ghost.hpp"
#include "persistence/restore.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/say.hpp"
#include "server/commands/world_files.hpp"

namespace tt::server {
namespace {

namespace json = boost::json;
using persistence::Laurels;
using persistence::SeatScore;

json::object to_json(const Laurels& laurels) {
  return {{"wealth_bp", laurels.wealth}, {"livelihood_bp", laurels.livelihood}, {"standing_bp", laurels.standing}};
}

json::object to_json(const rules::Seat& seat, const SeatScore& score) {
  return {{"seat_id", seat.household.value + 1}, {"role", name_of(seat.role)},    {"name", seat.name},
          {"played", to_json(score.played)},     {"ghost", to_json(score.ghost)}, {"score_bp", score.score()}};
}

std::string line(const rules::Seat& seat, const SeatScore& score) {
  std::array<char, 160> text{};
  std::snprintf(text.data(), text.size(), "%6u  %-10s  %-24s %9.2f %% %9.2f %% %+9.2f %%\n", seat.household.value + 1,
                std::string(name_of(seat.role)).c_str(), seat.name.c_str(), score.played.standing / 100.0,
                score.ghost.standing / 100.0, score.score() / 100.0);
  return text.data();
}

}  // namespace

int run(const ScoreWorldCommand& command, const Players&) {
  const auto path = existing(command.data, command.name);
  if (!path) return say_failure(path.error());
  auto file = persistence::WorldFile::open(*path);
  if (!file) return say_failure(file.error());
  const auto world = persistence::replay(*file, std::nullopt);
  if (!world) return say_failure(world.error());
  auto scores = persistence::scores(*file);
  if (!scores) return say_failure(scores.error());
  std::stable_sort(scores->begin(), scores->end(),
                   [](const SeatScore& a, const SeatScore& b) { return a.score() > b.score(); });
  json::array all;
  std::string text = "  seat  role        name                         played       ghost  difference\n";
  for (const SeatScore& score : *scores) {
    const rules::Seat& seat = world->seats[world->households.seat[score.household]];
    all.push_back(to_json(seat, score));
    text += line(seat, score);
  }
  text +=
      "The ghost is this world without the seat's orders, the simulated autopilot in it; the others do not react to "
      "that.\n";
  say(command.json ? json::serialize(all) + '\n' : text);
  return kDone;
}

}  // namespace tt::server
