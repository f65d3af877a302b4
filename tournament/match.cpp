#include "tournament/match.hpp"

#include <cstdio>
#include <memory>
#include <system_error>

#include "rules/core/assert.hpp"
#include "rules/state/scenario_text.hpp"
#include "tournament/digest.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

struct Player {
  Seating seating;
  HouseholdId household;
  std::uint64_t bot_seed = 0;
  std::unique_ptr<Strategy> strategy;
};

class Table {
 public:
  Table(const World& founded, const Spec& spec, const MatchPlan& plan) : world_(founded), spec_(spec), plan_(plan) {}

  Match play() {
    match_.founded_hash = world_.last_hash;
    for (const Seating& seating : plan_.seatings) sit(seating);
    for (Tick tick = 0; tick < spec_.ticks && !world_.finished; ++tick) play_tick();
    tell_result();
    return std::move(match_);
  }

 private:
  World world_;
  const Spec& spec_;
  const MatchPlan& plan_;
  std::vector<Player> players_;
  Match match_;

  /// Seats are taken in the order in which the world offers them, so the n-th of a role is the same person in every
  /// match of a world.
  void sit(const Seating& seating) {
    const HouseholdId household = free_seat(world_, seating.role);
    const HostAction take =
        TakeSeat{household, players_.size() + 1, std::string(seating.strategy->name), Controller::kBot};
    const SeatRefusal refusal = apply(world_, take);
    TT_ASSERT(refusal == SeatRefusal::kNone);  // the spec asks for no more seats than the scenario has
    match_.journal.emplace_back(persistence::Command{take});
    // The same strategy at the same place of a lineup has the same chance in every seat order.
    const std::uint64_t number =
        plan_.block * 100'000 + static_cast<std::uint64_t>(seating.role) * 10'000 + seating.position;
    players_.push_back({seating, household, derived_seed(spec_.master_seed, "bot", number), seating.strategy->make()});
    match_.result.seats.push_back({.role = seating.role,
                                   .seat = seating.seat,
                                   .strategy = std::string(seating.strategy->name),
                                   .household = household});
  }

  /// Everybody decides on the same state; then what they decided is applied in the order of the seats.
  void play_tick() {
    const PublicView view = public_view(world_);
    std::vector<std::vector<Action>> decided;
    for (Player& player : players_) {
      const auto mine = private_view(world_, player.household);
      TT_ASSERT(mine.has_value());
      decided.push_back(player.strategy->decide(view, *mine, player.bot_seed));
    }
    for (std::size_t i = 0; i < players_.size(); ++i)
      for (const Action& action : decided[i]) take(players_[i], match_.result.seats[i], action);
    close_tick(world_);
    match_.journal.emplace_back(persistence::TickClose{world_.clock, world_.last_hash});
  }

  /// What the rules refuse is dropped and counted.
  void take(const Player& player, SeatResult& result, const Action& action) {
    ++result.orders;
    const Rejection rejection = apply(world_, player.household, action);
    if (rejection == Rejection::kNone)
      match_.journal.emplace_back(persistence::Command{persistence::SeatedAction{player.household, action}});
    else
      ++result.rejections[static_cast<std::size_t>(rejection)];
  }

  void tell_result() {
    MatchResult& result = match_.result;
    result.block = plan_.block;
    result.order = plan_.order;
    result.world = plan_.world;
    result.lineup = plan_.lineup;
    result.world_seed = plan_.world_seed;
    result.ticks = world_.tick;
    result.state_hash = world_.last_hash;
    for (SeatResult& seat : result.seats) {
      const Seat& seen = world_.seats[world_.households.seat[seat.household]];
      seat.standing = seen.standing;
      seat.wealth = seen.wealth_share;
      seat.livelihood = seen.livelihood_share;
    }
    for (SeatResult& seat : result.seats) {
      seat.place = seat.place_in_role = 1;
      for (const SeatResult& other : result.seats) {
        if (other.standing <= seat.standing) continue;
        ++seat.place;
        if (other.role == seat.role) ++seat.place_in_role;
      }
    }
  }
};

/// Removes what a killed run may have left of this match: it was not recorded, so it is not a match.
void remove_unrecorded(const std::filesystem::path& file) {
  std::error_code ignored;  // what cannot be removed makes creating the file fail, with words
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
    std::filesystem::path leftover = file;
    std::filesystem::remove(leftover += suffix, ignored);
  }
}

}  // namespace

Match play_match(const World& founded, const Spec& spec, const MatchPlan& plan) {
  return Table(founded, spec, plan).play();
}

std::string match_file_name(std::uint64_t block, std::uint32_t order) {
  std::array<char, 48> name{};
  std::snprintf(name.data(), name.size(), "%06llu-%02u.world", static_cast<unsigned long long>(block), order);
  return name.data();
}

Result<void> write_match(const std::filesystem::path& folder, const Spec& spec, const Match& match) {
  const MatchResult& result = match.result;
  const std::filesystem::path path = folder / match_file_name(result.block, result.order);
  remove_unrecorded(path);
  const persistence::Genesis genesis{.world = path.stem().string(),
                                     .scenario = rules::to_text(spec.scenario),
                                     .title = "",
                                     .seed = result.world_seed,
                                     .rules_version = kRulesVersion,
                                     .state_hash = match.founded_hash};
  auto file = persistence::WorldFile::create(path, genesis);
  if (!file) return file.error();
  return file->append(match.journal);
}

}  // namespace tt::tournament
