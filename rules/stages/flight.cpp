// Labour flight announces itself. Word of much better pay elsewhere takes two ticks to go round, and the head hears it
// first: better pay meanwhile averts it.
#include <algorithm>
#include <array>

#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/note.hpp"
#include "rules/state/offer.hpp"

namespace tt::rules {
namespace {

constexpr Bp kPullHeard = 10'500;      ///< of its expected pay, at the best of the open places elsewhere
constexpr Bp kPullForgotten = 10'000;  ///< from here down the next one is news again

bool draws(const World& world, EnterpriseId id) {
  return world.enterprises.open[id] != 0 && world.enterprises.vacancies[id] > 0;
}

}  // namespace

void warn_of_flight(World& world) {
  auto& firms = world.enterprises;
  // The best two, since nobody is drawn to where they are.
  std::array<EnterpriseId, 2> best;
  for (const EnterpriseId id : firms.ids()) {
    if (!draws(world, id)) continue;
    const auto pays_more = [&](EnterpriseId other) {
      return !other.exists() || expected_pay(world, id) > expected_pay(world, other);
    };
    if (pays_more(best[0])) {
      best = {id, best[0]};
    } else if (pays_more(best[1])) {
      best[1] = id;
    }
  }
  for (const EnterpriseId id : firms.ids()) {
    const EnterpriseId rival = best[0] == id ? best[1] : best[0];
    const Mils here = expected_pay(world, id);
    const Mils there = rival.exists() && firms.workers[id] > 0 ? expected_pay(world, rival) : 0;
    std::uint16_t& lasted = firms.pull_ticks[id];
    const bool begins = lasted == 0 && there >= share_of(here, kPullHeard);
    const bool goes_on = lasted > 0 && there > share_of(here, kPullForgotten);
    lasted = begins || goes_on ? std::min<std::uint16_t>(lasted + 1, kTicksToHear) : 0;
    if (begins && concerns_a_seat(world, id))
      note(world, {.tick = world.running(),
                   .kind = EventKind::kFlightAhead,
                   .enterprise = id,
                   .other = rival,
                   .value = there - here});
  }
}

}  // namespace tt::rules
