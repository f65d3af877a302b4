#include "server/ladder/cards.hpp"

#include <algorithm>
#include <cmath>

#include "protocol/codec/kinds.hpp"
#include "protocol/codec/numbers.hpp"
#include "rules/state/scenario.hpp"
#include "server/limits.hpp"

namespace tt::server {
namespace {

namespace v1 = technotariat::v1;

std::int32_t milli(double rating) {
  return static_cast<std::int32_t>(std::lround(rating * 1'000));
}

/// A person by their name; a bot by its own, with its owner's.
template <class Row>
void name_on(Row& row, const Contender& who, const std::string& account_name) {
  row.set_name(who.bot.empty() ? account_name : who.bot);
  if (!who.bot.empty()) row.set_owner(account_name);
}

v1::LadderConduct to_wire(Conduct conduct) {
  switch (conduct) {
    case Conduct::kStayed:
      return v1::LADDER_CONDUCT_STAYED;
    case Conduct::kAway:
      return v1::LADDER_CONDUCT_AWAY;
    case Conduct::kLeft:
      return v1::LADDER_CONDUCT_LEFT;
  }
  return v1::LADDER_CONDUCT_UNSPECIFIED;
}

void add_row(v1::Ladder& ladder, const LadderPlayer& player, std::size_t place, std::uint64_t viewer) {
  v1::LadderRow& row = *ladder.add_standings();
  row.set_place(protocol::to_wire_u32(static_cast<std::int64_t>(place)));
  name_on(row, player.who, player.account_name);
  row.set_rating_milli(milli(player.skill.mu));
  row.set_deviation_milli(protocol::to_wire_u32(milli(player.skill.sigma)));
  row.set_games(player.games);
  row.set_change_milli(milli(player.change));
  row.set_played_ms(player.played_ms);
  row.set_mine(player.who.guest == viewer);
  row.set_claimed(player.claimed);
}

}  // namespace

v1::LadderSummary summary_of(const LadderPlan& plan) {
  const rules::Scenario* const scenario = rules::find_scenario(plan.scenario);
  v1::LadderSummary summary;
  summary.set_name(plan.name);
  summary.set_title(plan.title.empty() ? plan.name : plan.title);
  summary.set_scenario(plan.scenario);
  summary.set_role(protocol::to_wire(plan.role));
  summary.set_seats(protocol::to_wire_u32(static_cast<std::int64_t>(plan.seats)));
  const std::uint32_t usual = scenario == nullptr ? 0 : std::max(scenario->tick_seconds, kTickSecondsMin);
  summary.set_tick_seconds(plan.tick_seconds != 0 ? plan.tick_seconds : usual);
  summary.set_wait_seconds(protocol::to_wire_u32(plan.wait.count()));
  summary.set_fills(!plan.fill.empty());
  summary.set_fills_rated(plan.fill_rated);
  summary.set_accounts_only(!plan.everybody);
  summary.set_tables(protocol::to_wire_u32(static_cast<std::int64_t>(plan.tables)));
  return summary;
}

void list_standings(const LadderRoll& roll, std::uint64_t viewer, v1::Ladder& ladder) {
  const auto& standings = roll.standings();
  for (std::size_t at = 0; at < standings.size(); ++at)
    if (at < kStandingsTold || standings[at]->who.guest == viewer) add_row(ladder, *standings[at], at + 1, viewer);
}

v1::LadderMatch card_of(const LadderGame& game, std::uint64_t viewer) {
  v1::LadderMatch match;
  match.set_number(protocol::to_wire_u32(game.number));
  match.set_world(game.world);
  match.set_began_ms(game.began_ms);
  match.set_ended_ms(game.ended_ms);
  match.set_kept(game.kept);
  match.set_rated(game.rated);
  if (game.ended_ms != 0) match.set_measure(game.by_ghost ? v1::LADDER_MEASURE_DIFFERENCE : v1::LADDER_MEASURE_LAURELS);
  std::vector<const LadderEntrant*> order;
  for (const LadderEntrant& entrant : game.entrants) order.push_back(&entrant);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->rank < b->rank; });
  for (const LadderEntrant* const entrant : order) {
    v1::LadderSeat& seat = *match.add_seats();
    name_on(seat, entrant->who, entrant->account_name);
    seat.set_built_in(entrant->built_in());
    seat.set_mine(!entrant->built_in() && entrant->who.guest == viewer);
    if (game.ended_ms == 0) continue;
    seat.set_rank(entrant->rank);
    seat.set_score_bp(static_cast<std::int32_t>(entrant->score));
    seat.set_conduct(to_wire(entrant->conduct));
    seat.set_rating_milli(milli(entrant->before.mu));
    seat.set_change_milli(milli(entrant->change));
  }
  return match;
}

}  // namespace tt::server
