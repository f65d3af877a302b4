#include "tournament/match.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <system_error>

#include "persistence/files.hpp"
#include "protocol/codec/actions.hpp"
#include "protocol/codec/errors.hpp"
#include "rules/core/assert.hpp"
#include "rules/state/scenario_text.hpp"
#include "tournament/bots/bot_table.hpp"
#include "tournament/digest.hpp"
#include "tournament/strategy.hpp"
#include "tournament/write_file.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

struct Player {
  Seating seating;
  HouseholdId household;
  std::uint64_t bot_seed = 0;
  std::unique_ptr<Strategy> strategy;  ///< or
  std::size_t chair = 0;               ///< of a program

  [[nodiscard]] bool looks() const { return !strategy || strategy->looks(); }
};

using Orders = std::vector<protocol::Decoded<Action>>;

class Table {
 public:
  Table(const World& founded, const Spec& spec, const MatchPlan& plan, BotPool& pool)
      : world_(founded),
        spec_(spec),
        plan_(plan),
        bots_(pool, spec.time, std::filesystem::path(match_file_name(plan.block, plan.order)).stem().string(),
              spec.ticks) {}

  Match play() {
    match_.founded_hash = world_.last_hash;
    for (const Seating& seating : plan_.seatings) sit(seating);
    somebody_looks_ = std::any_of(players_.begin(), players_.end(), [](const Player& p) { return p.looks(); });
    bots_.begin();
    for (Tick tick = 0; tick < spec_.ticks && !world_.finished; ++tick) play_tick();
    tell_result();
    return std::move(match_);
  }

 private:
  World world_;
  const Spec& spec_;
  const MatchPlan& plan_;
  std::vector<Player> players_;
  bool somebody_looks_ = false;
  PublicView view_;  ///< of the last close
  BotTable bots_;
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
    Player player{seating, household, derived_seed(spec_.master_seed, "bot", number), nullptr};
    if (const Program* const program = seating.strategy->program; program != nullptr)
      player.chair = bots_.add(*program, household, seating.role, player.bot_seed);
    else
      player.strategy = seating.strategy->make();
    players_.push_back(std::move(player));
    match_.result.seats.push_back({.role = seating.role,
                                   .seat = seating.seat,
                                   .strategy = std::string(seating.strategy->name),
                                   .household = household});
  }

  /// Everybody decides on the same state; then what they decided is applied in the order of the seats.
  void play_tick() {
    if (somebody_looks_) renew_public_view(view_, world_);
    const std::vector<Orders> decided = decide();
    for (std::size_t i = 0; i < players_.size(); ++i)
      for (std::size_t order = 0; order < decided[i].size(); ++order) take(i, order, decided[i][order]);
    if (bots_.size() > 0) bots_.tick_is_over(view_);
    close_tick(world_);
    match_.journal.emplace_back(persistence::TickClose{world_.clock, world_.last_hash});
  }

  /// Programs think while the built-in strategies do.
  std::vector<Orders> decide() {
    std::vector<Orders> decided(players_.size());
    if (bots_.size() > 0) bots_.show(view_);
    for (const Player& player : players_)
      if (!player.strategy) bots_.ask(player.chair, private_view(world_, player.household).value());
    for (std::size_t i = 0; i < players_.size(); ++i) {
      const Player& player = players_[i];
      if (!player.strategy) continue;
      const PrivateView own = player.looks() ? private_view(world_, player.household).value() : PrivateView{};
      for (Action& action : player.strategy->decide(view_, own, player.bot_seed))
        decided[i].emplace_back(std::move(action));
    }
    if (bots_.size() > 0) bots_.await_answers();
    for (std::size_t i = 0; i < players_.size(); ++i)
      if (!players_[i].strategy) decided[i] = bots_.orders(players_[i].chair);
    return decided;
  }

  /// What the rules refuse is dropped and counted, and so is what says nothing that they know.
  void take(std::size_t number, std::size_t order, const protocol::Decoded<Action>& decoded) {
    const Player& player = players_[number];
    SeatResult& result = match_.result.seats[number];
    ++result.orders;
    const Rejection rejection = decoded ? apply(world_, player.household, *decoded) : Rejection::kMalformedAction;
    if (rejection == Rejection::kNone) {
      match_.journal.emplace_back(persistence::Command{persistence::SeatedAction{player.household, *decoded}});
      return;
    }
    ++result.rejections[static_cast<std::size_t>(rejection)];
    if (!player.strategy)
      bots_.refuse(player.chair, order,
                   decoded ? protocol::make_error(rejection, *decoded) : protocol::make_error(decoded.error()));
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
      seat.progress = seen.progress_share;
    }
    rank_seats(result);
    for (std::size_t i = 0; i < players_.size(); ++i) {
      if (players_[i].strategy) continue;
      protocol::v1::BotEnd end;
      end.set_tick(world_.tick);
      end.set_standing_bp(static_cast<std::uint32_t>(result.seats[i].standing));
      end.set_place(result.seats[i].place);
      result.seats[i].conduct = bots_.end(players_[i].chair, end);
    }
  }
};

void remove_leftovers(const std::filesystem::path& file) {
  std::error_code ignored;  // what cannot be removed makes creating the file fail, with words
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
    std::filesystem::path leftover = file;
    std::filesystem::remove(leftover += suffix, ignored);
  }
  persistence::remove_draft(persistence::draft_of(file));
}

}  // namespace

Match play_match(const World& founded, const Spec& spec, const MatchPlan& plan, BotPool& pool) {
  return Table(founded, spec, plan, pool).play();
}

Match play_match(const World& founded, const Spec& spec, const MatchPlan& plan) {
  BotPool pool({});
  return play_match(founded, spec, plan, pool);
}

void rank_seats(MatchResult& result) {
  for (SeatResult& seat : result.seats) {
    seat.place = seat.place_in_role = 1;
    for (const SeatResult& other : result.seats) {
      if (other.score() <= seat.score()) continue;
      ++seat.place;
      if (other.role == seat.role) ++seat.place_in_role;
    }
  }
}

std::string match_file_name(std::uint64_t block, std::uint32_t order) {
  std::array<char, 48> name{};
  std::snprintf(name.data(), name.size(), "%06llu-%02u.world", static_cast<unsigned long long>(block), order);
  return name.data();
}

Result<void> write_match(const std::filesystem::path& folder, const Spec& spec, const Match& match) {
  const MatchResult& result = match.result;
  const std::filesystem::path path = folder / match_file_name(result.block, result.order);
  remove_leftovers(path);
  const persistence::Genesis genesis{.world = path.stem().string(),
                                     .scenario = rules::to_text(spec.scenario),
                                     .title = "",
                                     .seed = result.world_seed,
                                     .rules_version = kRulesVersion,
                                     .state_hash = match.founded_hash};
  const auto image = persistence::WorldFile::image(genesis, match.journal);
  if (!image) return image.error();
  return write_file(path, *image);
}

void remove_unrecorded(const std::filesystem::path& folder, const MatchPlan& plan) {
  remove_leftovers(folder / match_file_name(plan.block, plan.order));
}

}  // namespace tt::tournament
