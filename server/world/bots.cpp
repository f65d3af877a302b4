#include "server/world/bots.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "protocol/codec/actions.hpp"
#include "rules/core/random.hpp"

namespace tt::server {
namespace {

constexpr std::array kNames{"Ada (bot)",   "Boole (bot)", "Curie (bot)",  "Darwin (bot)",
                            "Euler (bot)", "Fermi (bot)", "Gauss (bot)",  "Hopper (bot)",
                            "Ibn (bot)",   "Joule (bot)", "Kepler (bot)", "Lovelace (bot)"};
/// No more bots of one role than this, however large the world.
constexpr std::size_t kBotsPerRoleMax = 4;
constexpr std::size_t kSeatsLeftFree = 2;
/// A bot that keeps trying what is refused is not asked for ever: twice what the rules allow in a tick.
constexpr std::size_t kTriesMax = 64;

/// Its own number: says nothing about the world's seed.
std::uint64_t bot_seed(const rules::World& world, rules::HouseholdId bot) {
  return rules::mix(rules::mix(world.seed ^ 0x626F7473ULL) ^ bot.value);
}

}  // namespace

std::vector<rules::HostAction> bot_seats(const rules::World& world) {
  std::vector<rules::HostAction> taken;
  for (const rules::Role role : {rules::Role::kCapitalist, rules::Role::kMember}) {
    std::vector<rules::HouseholdId> vacant;
    for (const rules::Seat& seat : world.seats)
      if (seat.role == role && seat.controller == rules::Controller::kVacant) vacant.push_back(seat.household);
    const std::size_t spare = vacant.size() - std::min(vacant.size(), kSeatsLeftFree);
    const std::size_t count = std::min({spare, (vacant.size() + 1) / 2, kBotsPerRoleMax});
    for (std::size_t at = 0; at < count; ++at)
      taken.push_back(rules::TakeSeat{vacant[vacant.size() - 1 - at], 0, kNames[taken.size() % kNames.size()],
                                      rules::Controller::kBot});
  }
  return taken;
}

std::vector<persistence::Entry> Bots::play(rules::World& world, const rules::PublicView& view) {
  std::vector<persistence::Entry> done;
  for (std::size_t seat = 0; make_ && seat < world.seats.size(); ++seat)
    if (world.seats[seat].controller == rules::Controller::kBot) play_seat(world, view, seat, done);
  return done;
}

void Bots::play_seat(rules::World& world, const rules::PublicView& view, std::size_t seat,
                     std::vector<persistence::Entry>& done) {
  const rules::HouseholdId actor = world.seats[seat].household;
  const std::uint64_t seed = bot_seed(world, actor);
  Bot& bot = bots_[actor.value];
  if (!bot) bot = make_(world.seats[seat].role, seed, world.seats[seat].name);
  const auto own = rules::private_view(world, actor);
  if (!own || !bot) return;
  std::vector<rules::Action> wanted = bot(view, *own, seed);
  if (wanted.size() > kTriesMax) wanted.resize(kTriesMax);
  for (rules::Action& action : wanted)
    if (protocol::representable(action) && rules::apply(world, actor, action) == rules::Rejection::kNone)
      done.emplace_back(persistence::Command{persistence::SeatedAction{actor, std::move(action)}});
}

}  // namespace tt::server
