// Counting the motions whose tick has come. One member, one vote; simulated members vote as they lean; more yes than no
// carries, if at least half the electorate took a side; what ends a membership takes two thirds of all members.
#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/simulated/leaning.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/conversion.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/motion_rules.hpp"
#include "rules/state/note.hpp"
#include "rules/state/outside_capital.hpp"
#include "rules/state/roster.hpp"

namespace tt::rules {
namespace {

constexpr Tick kDecidedKept = 12;  ///< ticks a decided motion stays on record

struct Enact {
  World& world;
  EnterpriseId id;
  std::span<const HouseholdId> members;

  void operator()(const Demutualise&) const { demutualise(world, id, members); }
  void operator()(const Expel& c) const {
    if (!is_member(world, c.member, id)) return;  // left since
    leave_enterprise(world, c.member);
    if (is_seated(world, c.member))
      note(world, {.tick = world.running(), .kind = EventKind::kDismissed, .subject = c.member, .enterprise = id});
  }
  void operator()(const OfferCapital& c) const { offer_units(world, id, c.units, c.price, c.rate); }
  void operator()(const RedeemCapital& c) const { redeem_units(world, id, c.units); }
  void operator()(const ChangeBaseWage& c) const { world.enterprises.wage[id] = c.wage; }
  void operator()(const ChangeSplit& c) const { world.enterprises.split[id] = c.split; }
  void operator()(const ChangeMerit& c) const { world.enterprises.merit[id] = c.merit; }
  void operator()(const ChangePlaces& c) const { world.enterprises.places[id] = c.places; }
  void operator()(const ElectManager& c) const {
    // Elected while a member; one who has left since cannot take office.
    if (is_member(world, c.manager, id)) world.enterprises.head[id] = c.manager;
  }
  void operator()(const ChangeResearch& c) const { world.enterprises.research[id] = c.research; }
  void operator()(const ChangeDualWork& c) const { world.enterprises.dual_work[id] = c.allowed ? 1 : 0; }
  void operator()(const ChangeMandate& c) const {
    Bp& hours = world.enterprises.hours[id];
    world.enterprises.mandate[id] = c.mandate;
    hours = std::clamp(hours, c.mandate.least_hours, c.mandate.most_hours);
  }
};

/// The ballot of a seated member; silence is abstention, and a caretaker never votes.
Choice seated_choice(const Motion& motion, HouseholdId member) {
  const auto at =
      std::find_if(motion.ballots.begin(), motion.ballots.end(), [&](const Ballot& b) { return b.member == member; });
  return at == motion.ballots.end() ? Choice::kAbstain : at->choice;
}

/// What costs money takes it still: the reserve that is left behind, units taken back, pay.
bool is_carried(const World& world, const Motion& motion) {
  if (takes_money(motion.change) && judge_change(world, motion.enterprise, motion.change) != Rejection::kNone)
    return false;
  if (takes_two_thirds(motion.change))
    return motion.yes > 0 && motion.yes >= votes_needed(motion.change, motion.electorate);
  return motion.yes > motion.no && 2 * (motion.yes + motion.no) >= motion.electorate;
}

void count(World& world, Motion& motion, std::span<const HouseholdId> members) {
  const auto effects = felt_effects(world, motion, members);
  motion.electorate = electorate_of(world, members);
  motion.yes = motion.no = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!has_vote(world, members[i])) continue;
    const Choice choice =
        is_seated(world, members[i]) ? seated_choice(motion, members[i]) : lean(world, motion, members[i], effects[i]);
    motion.yes += choice == Choice::kYes ? 1 : 0;
    motion.no += choice == Choice::kNo ? 1 : 0;
  }
  motion.open = false;
  --world.enterprises.open_motions[motion.enterprise];
  motion.carried = is_carried(world, motion);
}

void decide(World& world, std::size_t index, std::span<const HouseholdId> members) {
  Motion& motion = world.motions[index];
  count(world, motion, members);
  if (motion.carried) std::visit(Enact{world, motion.enterprise, members}, motion.change);
  if (concerns_a_seat(world, motion.enterprise))
    note(world, {.tick = world.running(),
                 .kind = motion.carried ? EventKind::kMotionCarried : EventKind::kMotionLost,
                 .subject = motion.proposer,
                 .enterprise = motion.enterprise,
                 .motion = MotionId{world.first_motion + static_cast<std::uint32_t>(index)},
                 .change = motion.change});
}

}  // namespace

void decide_motions(World& world) {
  for (std::size_t i = 0; i < world.motions.size(); ++i)
    if (world.motions[i].open && world.motions[i].closes_tick <= world.running())
      decide(world, i, roster_of(world).of(world.motions[i].enterprise));  // who was expelled has gone
  const auto old = std::find_if(world.motions.begin(), world.motions.end(), [&](const Motion& m) {
    return m.open || m.closes_tick + kDecidedKept > world.running();
  });
  world.first_motion += static_cast<std::uint32_t>(old - world.motions.begin());
  world.motions.erase(world.motions.begin(), old);
}

}  // namespace tt::rules
