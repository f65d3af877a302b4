#include "server/tournaments/cards.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "protocol/codec/kinds.hpp"
#include "protocol/codec/numbers.hpp"
#include "server/lobby/worlds.hpp"
#include "tournament/match.hpp"
#include "tournament/schedule.hpp"
#include "tournament/strategy.hpp"

namespace tt::server {
namespace {

namespace v1 = technotariat::v1;

/// Points of per cent as basis points.
std::int64_t bp(double points) {
  return std::llround(points * 100);
}

v1::TournamentFormat to_wire(tournament::Format format) {
  switch (format) {
    case tournament::Format::kRoundRobin:
      return v1::TOURNAMENT_FORMAT_ROUND_ROBIN;
    case tournament::Format::kGauntlet:
      return v1::TOURNAMENT_FORMAT_GAUNTLET;
    case tournament::Format::kSwiss:
      return v1::TOURNAMENT_FORMAT_SWISS;
    case tournament::Format::kKnockout:
      return v1::TOURNAMENT_FORMAT_KNOCKOUT;
    case tournament::Format::kAb:
      return v1::TOURNAMENT_FORMAT_UNSPECIFIED;  // none that a page can open
  }
  return v1::TOURNAMENT_FORMAT_UNSPECIFIED;
}

}  // namespace

void describe(const tournament::Spec& spec, v1::TournamentSummary& summary) {
  summary.set_title(spec.name);
  summary.set_scenario(spec.scenario.name);
  for (const rules::Role role : tournament::kAllRoles)
    if (spec.of(role).seats > 0) summary.set_role(protocol::to_wire(role));
  summary.set_format(to_wire(spec.format));
  summary.set_matches(protocol::to_wire_u32(static_cast<std::int64_t>(tournament::Schedule(spec).matches())));
}

v1::Tournament card_of(const tournament::Progress& progress) {
  v1::Tournament card;
  card.set_worlds(progress.worlds);
  card.set_worlds_all(progress.worlds_all);
  if (!progress.standings) return card;
  for (const tournament::Line& line : progress.standings->lines) {
    if (line.games == 0) continue;
    v1::TournamentLine& row = *card.add_lines();
    row.set_strategy(line.strategy);
    row.set_games(protocol::to_wire_u32(static_cast<std::int64_t>(line.games)));
    row.set_score_bp(static_cast<std::int32_t>(bp(line.score.mean)));
    row.set_interval(std::isfinite(line.score.half_width));
    if (row.interval()) row.set_half_width_bp(protocol::to_wire_u32(bp(line.score.half_width)));
    row.set_standing_bp(protocol::to_wire_u32(bp(line.standing.mean)));
    row.set_leads_bp(protocol::to_wire_u32(bp(100 * line.first_in_role)));
  }
  return card;
}

v1::MatchList list_of(const std::string& name, const std::vector<tournament::MatchResult>& matches, std::size_t from) {
  v1::MatchList list;
  list.set_name(name);
  list.set_from(static_cast<std::uint32_t>(from));
  list.set_played(static_cast<std::uint32_t>(matches.size()));
  for (std::size_t at = from; at < std::min(matches.size(), from + kMatchesListed); ++at) {
    v1::TournamentMatch& row = *list.add_matches();
    row.set_match(name_of(matches[at]));
    row.set_world(world_of_match(name, row.match()));
    row.set_number(matches[at].world + 1);
    std::vector<tournament::SeatResult> seats = matches[at].seats;
    std::stable_sort(seats.begin(), seats.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
    for (const tournament::SeatResult& seat : seats) {
      v1::TournamentSeat& told = *row.add_seats();
      told.set_strategy(seat.strategy);
      told.set_place(seat.place);
      told.set_score_bp(static_cast<std::int32_t>(seat.score()));
      told.set_standing_bp(protocol::to_wire_u32(seat.standing));
    }
  }
  return list;
}

std::string world_of_match(const std::string& tournament, const std::string& match) {
  return tournament + Worlds::kShownMark + match;
}

std::string name_of(const tournament::MatchResult& match) {
  return std::filesystem::path(tournament::match_file_name(match.block, match.order)).stem().string();
}

void list_strategies(v1::TournamentList& list) {
  for (const tournament::StrategyEntry& entry : tournament::strategies()) {
    v1::StrategySummary& strategy = *list.add_strategies();
    strategy.set_name(std::string(entry.name));
    strategy.set_description(std::string(entry.description));
    for (const rules::Role role : tournament::kAllRoles)
      if (entry.roles.include(role)) strategy.add_roles(protocol::to_wire(role));
  }
}

}  // namespace tt::server
